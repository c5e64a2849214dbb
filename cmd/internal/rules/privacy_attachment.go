// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"cmp"
	"errors"
	"fmt"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/privacy"
	"vetro/cmd/internal/source"
)

// attachmentFolder returns where the documents of an edition lie.
func attachmentFolder(e *plan.Edition) string { return "content/" + e.ID + "/allegati" }

// attachments compares the documents that the data of an edition name with
// those that lie in its folder, and looks into each.
func (c *personalCheck) attachments(e *plan.Edition, names []string) {
	dir := attachmentFolder(e)
	var there []string
	for _, name := range names {
		if path.Dir(name) == dir {
			there = append(there, path.Base(name))
		}
	}
	announced, sure := map[string]string{}, true // file: alternative
	if e.Act.File != "" {
		announced[e.Act.File] = ""
	}
	for _, a := range e.Attachments {
		if a.File == "" {
			sure = false // a name that could not be read may be that of any file
			continue
		}
		announced[a.File] = a.Alternative
	}
	c.missing(e, announced, there)
	for _, file := range there {
		alternative, ok := announced[file]
		if !ok && sure {
			c.report.Add(diag.Diagnostic{
				Pos: token.Position{Filename: dir + "/" + file}, Code: "unlisted-attachment", Severity: diag.Warning,
				Message: "il documento non è annunciato in " + diag.Quote("data/piani/"+e.ID+"/piano.toml") + ", quindi non compare nelle pagine",
				Hint:    "aggiungi un blocco [[allegato]] con file e titolo, oppure togli il documento dalla cartella",
			})
		}
		c.document(dir+"/"+file, ok, ok && alternative == "")
	}
}

// missing reports the documents that are named and not there, where they are
// named.
func (c *personalCheck) missing(e *plan.Edition, announced map[string]string, there []string) {
	var absent []string
	for file := range announced {
		if !slices.Contains(there, file) {
			absent = append(absent, file)
		}
	}
	if len(absent) == 0 {
		return
	}
	slices.Sort(absent)
	named := c.named(e)
	for _, file := range absent {
		d := named[file]
		d.Code, d.Severity = "missing-attachment", diag.Error
		d.Message = fmt.Sprintf("il documento %s non c'è nella cartella %s", diag.Quote(file), diag.Quote(attachmentFolder(e)))
		d.Hint = cmp.Or(diag.DidYouMean(file, there), "copia lì il documento; maiuscole e minuscole contano")
		c.report.Add(d)
	}
}

// named returns where the data of an edition name each of its documents first.
func (c *personalCheck) named(e *plan.Edition) map[string]diag.Diagnostic {
	at := map[string]diag.Diagnostic{e.Act.File: c.Publication.At(planFile(e.ID), "atto.file")}
	for i, a := range e.Attachments {
		if _, before := at[a.File]; !before {
			at[a.File] = c.Publication.At(planFile(e.ID), fmt.Sprintf("allegato.%d.file", i))
		}
	}
	return at
}

// document looks into an attached document; announced says that the site has
// it, mute that no page tells what it does.
func (c *personalCheck) document(name string, announced, mute bool) {
	d := diag.Diagnostic{Pos: token.Position{Filename: name}}
	data, problem := c.readWhole(name)
	if problem != "" {
		severity := diag.Warning
		if strings.HasPrefix(problem, "supera ") && (announced || !c.inert(name)) {
			severity = diag.Error // it is not read, so it is not published either
		}
		if info, err := fs.Stat(c.Project, name); announced && (err != nil || !info.Mode().IsRegular()) {
			severity = diag.Error // a folder, a link that leads outside: there is nothing to publish
		}
		c.say(d, "attachment-unreadable", severity, "il documento "+problem, unreadHint(problem))
		return
	}
	info := c.Documents.Inspect(path.Base(name), data)
	c.kind(d, name, info)
	if info.Problem != "" {
		c.say(d, "attachment-unreadable", diag.Warning, "il documento "+info.Problem, problemHint(info.Problem))
	}
	c.carried(d, info)
	if announced && info.Format.MediaType == "application/pdf" && info.Problem == "" {
		c.say(d, "attachment-text-unread", diag.Warning, "il testo del PDF non è stato letto: si guardano le proprietà, i titoli e quello che fa",
			"rileggilo tu: nomi, codici fiscali, dati sulla salute; poi accetta questo avviso in data/accettati.toml")
	}
	switch {
	case !mute || info.Format.Name == "":
	case info.ImageOnly:
		c.say(d, "attachment-not-accessible", diag.Warning, "il PDF contiene solo immagini, per esempio pagine passate allo scanner: chi usa uno screen reader non ci trova niente",
			"allega il documento da cui viene, oppure scrivi una pagina con lo stesso contenuto e indicala con alternativa = \"/…/\"")
	case info.Format.MediaType == "application/pdf" && !info.Tagged && info.Problem == "":
		c.say(d, "attachment-not-accessible", diag.Warning, "il PDF non ha la struttura che serve a chi usa uno screen reader",
			"esportalo di nuovo scegliendo «PDF con tag», oppure scrivi una pagina con lo stesso contenuto e indicala con alternativa = \"/…/\"")
	case strings.HasPrefix(info.Format.MediaType, "image/"):
		c.say(d, "attachment-not-accessible", diag.Warning, "il documento è un'immagine: chi usa uno screen reader non ci trova niente",
			"scrivi una pagina con lo stesso contenuto e indicala con alternativa = \"/…/\"")
	}
}

// kind compares what a document is with what its name says.
func (c *personalCheck) kind(d diag.Diagnostic, name string, info attachment.Info) {
	ext := path.Ext(name)
	switch {
	case info.Format.Name == "":
		c.say(d, "attachment-type-mismatch", diag.Error, fmt.Sprintf("il nome finisce in %s, ma il contenuto non è di un tipo che si può allegare", diag.Quote(ext)),
			"allega un PDF, un documento Office o OpenDocument, un CSV o un'immagine")
	case !info.Format.Fits(name) && !slices.Contains(plan.AttachmentTypes(), info.Format.Extensions[0]):
		c.say(d, "attachment-type-mismatch", diag.Error, fmt.Sprintf("il nome finisce in %s, ma il contenuto è di un tipo che non si può allegare: %s", diag.Quote(ext), info.Format.Name),
			"esportalo in PDF, oppure allega il documento da cui viene: vanno bene "+strings.Join(plan.AttachmentTypes(), " "))
	case !info.Format.Fits(name):
		c.say(d, "attachment-type-mismatch", diag.Error, fmt.Sprintf("il nome finisce in %s, ma il contenuto è di un altro tipo: %s", diag.Quote(ext), info.Format.Name),
			"rinomina il file perché finisca in "+diag.Quote(info.Format.Extensions[0])+", anche nei dati, oppure esportalo nel tipo che volevi")
	}
}

// picture looks into a picture of the pages.
func (c *personalCheck) picture(name string) {
	data, problem := c.readWhole(name)
	if problem == "" { // others are reported where they are used
		c.carried(diag.Diagnostic{Pos: token.Position{Filename: name}}, attachment.Inspect(path.Base(name), data))
	}
}

// carried reports what a file carries besides what it shows, and the personal
// data in its text.
func (c *personalCheck) carried(d diag.Diagnostic, info attachment.Info) {
	var where []string
	for _, a := range info.Authors {
		if c.isPerson(a.Name) && !slices.Contains(where, a.Where) {
			where = append(where, a.Where)
		}
	}
	if len(where) > 0 {
		c.say(d, "author-metadata", diag.Error, "nelle proprietà del file c'è il nome di una persona ("+strings.Join(where, ", ")+")", authorHint(info.Format))
	}
	if info.Position {
		c.say(d, "image-position", diag.Error, "l'immagine dice in che punto è stata scattata",
			"toglile la posizione: in Windows dalle proprietà del file, scheda Dettagli, «Rimuovi proprietà e informazioni personali»")
	}
	if info.Program != "" {
		c.say(d, "attachment-with-code", diag.Error, "il file contiene "+info.Program+": un allegato deve soltanto farsi leggere", codeHint(info.Format))
	}
	told := map[privacy.Kind]int{}
	texts := info.Texts
	if info.Title != "" {
		texts = append(slices.Clip(texts), attachment.Text{Place: "titolo nelle proprietà", Text: info.Title})
	}
	inRow := rowsOf(texts)
	for i, t := range texts {
		for _, f := range append(privacy.FindHeaded(privacy.Cell{Head: t.Head, Text: t.Text}), inRow[i]...) {
			if told[f.Kind]++; told[f.Kind] > mostInOne {
				continue
			}
			at := d
			at.Pos.Line = t.Line
			place := ""
			if t.Place != "" && t.Line == 0 {
				place = " (" + t.Place + ")"
			}
			p := personals[f.Kind]
			known, _ := diag.Lookup(p.code)
			c.say(at, p.code, known.Severity, "nel file c'è "+p.what+place, textHint(t.Place, p.hint))
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(told)) {
		if more := told[kind] - mostInOne; more > 0 {
			p := personals[kind]
			known, _ := diag.Lookup(p.code)
			c.say(d, p.code, known.Severity, fmt.Sprintf("nel file c'è altre %d volte %s", more, p.what), p.hint)
		}
	}
}

// rowsOf returns, for each text, what its neighbours in the row of a table make
// personal.
func rowsOf(texts []attachment.Text) [][]privacy.Finding {
	found := make([][]privacy.Finding, len(texts))
	for from := 0; from < len(texts); {
		to := from + 1
		for to < len(texts) && texts[from].Row != "" && texts[to].Row == texts[from].Row {
			to++
		}
		if to > from+1 {
			cells := make([]privacy.Cell, to-from)
			for i, t := range texts[from:to] {
				cells[i] = privacy.Cell{Head: t.Head, Text: t.Text}
			}
			copy(found[from:to], privacy.FindRow(cells))
		}
		from = to
	}
	return found
}

// codeHint says how a document gets rid of what acts.
func codeHint(f attachment.Format) string {
	switch {
	case f.MediaType == "image/svg+xml":
		return "salvalo come «SVG semplice» o «SVG ottimizzato» da un programma di grafica, oppure usa un PNG"
	case f.MediaType == "application/pdf":
		return "esportalo di nuovo dal documento da cui viene: un modulo che calcola o invia dati non si può allegare, e un file dentro il PDF si allega a parte"
	case f.MediaType == "text/html":
		return "scrivine il contenuto in una pagina di content/, oppure allega un PDF"
	case strings.HasPrefix(f.MediaType, "text/"), strings.HasSuffix(f.MediaType, "xml"):
		return "togli dal file il codice, oppure allega un PDF"
	}
	return "salvalo senza macro e senza collegamenti ad altri file"
}

// mostInOne is how many findings of a kind are reported one by one in a file: a
// table of people has thousands.
const mostInOne = 5

// unreadHint says what to do about a document that was not read at all.
func unreadHint(problem string) string {
	if strings.HasPrefix(problem, "supera ") {
		return problemHint(problem)
	}
	return "controlla il file e copialo di nuovo"
}

// problemHint says what to do about a document that cannot be read to the end.
func problemHint(problem string) string {
	switch {
	case strings.Contains(problem, "UTF-8"):
		return "salvalo di nuovo scegliendo la codifica UTF-8"
	case strings.HasPrefix(problem, "supera "), strings.HasPrefix(problem, "ha più testo"):
		return "dividilo in documenti più piccoli, o allega la sola parte che serve; intanto controlla tu che non ci siano nomi o codici"
	case strings.Contains(problem, "protetto"):
		return "pubblica una copia senza password e senza limitazioni: così com'è vetro non può vedere se contiene nomi"
	}
	return "aprilo con il suo programma e salvalo di nuovo in un file nuovo"
}

// textHint says what to do about something in a document.
func textHint(place, hint string) string {
	if strings.HasPrefix(place, "certificato") {
		return "pubblica la copia senza firma digitale"
	}
	return hint
}

// authorHint says how the names go away.
func authorHint(f attachment.Format) string {
	switch {
	case strings.HasPrefix(f.MediaType, "image/"):
		return "salva l'immagine senza proprietà; se chi l'ha fatta va citato, scrivilo nella pagina"
	case strings.Contains(f.MediaType, "opendocument"):
		return "in LibreOffice: File, Proprietà, «Ripristina proprietà»; togli anche commenti e revisioni"
	case strings.Contains(f.MediaType, "openxmlformats"):
		return "in Office: File, Informazioni, «Controlla documento»; togli nomi, commenti e revisioni"
	}
	return "togli il nome dal documento da cui viene il PDF, poi esportalo in un file nuovo: salvare sopra il vecchio non basta"
}

func (c *personalCheck) say(d diag.Diagnostic, code string, severity diag.Severity, message, hint string) {
	d.Code, d.Severity, d.Message, d.Hint = code, severity, message, hint
	c.report.Add(d)
}

// inert reports whether a document too large to be read can at least not be
// taken for a page.
func (c *personalCheck) inert(name string) bool {
	f, err := c.Project.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 4096)
	n, _ := io.ReadFull(f, head)
	return attachment.Inert(head[:n])
}

// readWhole reads a document, or says in Italian why it cannot be read.
func (c *personalCheck) readWhole(name string) (data []byte, problem string) {
	info, err := fs.Stat(c.Project, name)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return nil, "non si può leggere: manca il permesso"
	case err != nil:
		return nil, "non si riesce a leggere"
	case info.IsDir():
		return nil, "non è un file, è una cartella: gli allegati stanno tutti allo stesso livello"
	case !info.Mode().IsRegular():
		return nil, "non è un file normale"
	case info.Size() > attachment.MaxSize:
		return nil, fmt.Sprintf("supera %d MB, il massimo che vetro legge", attachment.MaxSize>>20)
	case info.Size() == 0:
		return nil, "è vuoto"
	}
	if data, err = source.ReadFile(c.Project, name, attachment.MaxSize); err != nil {
		return nil, "non si riesce a leggere"
	}
	return data, ""
}
