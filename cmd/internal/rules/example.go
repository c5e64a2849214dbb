// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/source"
	"vetro/cmd/internal/starter"
)

var (
	// assigned finds a key and its value on a line of TOML, commented or not.
	assigned = regexp.MustCompile(`^\s*#?\s*([a-z_]+)\s*=\s*(.+)$`)
	literal  = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)
)

// fixed are keys whose values are words of vetro or of the law, names inside the
// project, or so common that an example may well be true.
var fixed = []string{"tipo", "stato", "organo", "frequenza", "collocazione", "dimensione", "unita", "operatore", "precisione", "avanzamento", "inizio", "fine",
	"fonte", "termine", "definizione", "forme", "insieme_a", "da", "a", "approvazione_prevista", "progetto",
	"nasce_da", "per_esteso", "periodo", "settori", "ordine", "file", "stemma", "codice", "dove"}

// true values of the examples that a plan may well have.
var likely = []string{"Piano per il lavoro agile", "documento dell’ente", "Dirigente del settore", "Fondi europei", "Era un errore di trascrizione.", "gennaio 2026", "circa", "almeno", "fino a", "fino a circa"}

// examples returns, by key, the texts that the start of a project shows as
// examples to be replaced.
var examples = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	skeleton := starter.Skeleton()
	_ = fs.WalkDir(skeleton, "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".toml" {
			return nil
		}
		data, err := fs.ReadFile(skeleton, name)
		if err != nil {
			return nil
		}
		for line := range strings.Lines(string(data)) {
			m := assigned.FindStringSubmatch(strings.TrimRight(line, "\r\n"))
			if m == nil || slices.Contains(fixed, m[1]) {
				continue
			}
			for _, l := range literal.FindAllStringSubmatch(m[2], -1) {
				if l[1] != "" && !slices.Contains(likely, l[1]) && (m[1] != "id" || strings.Contains(l[1], "progetto")) {
					all[m[1]] = append(all[m[1]], l[1])
				}
			}
		}
		return nil
	})
	return all
})

var (
	// unwritten finds the words of a text that nobody has written yet: those of the
	// skeleton, of fillers, and blanks to fill in.
	unwritten = regexp.MustCompile(`(?i)^(?:pagina )?da scrivere\b|^questa pagina è una bozza|\bda indicare\b|\blorem ipsum\b|\b(?:todo|fixme|tbd)\b *:|_{4,}|\bx{3,}\b|\b(?:dal|al|n\.) xx\b|\bgg[/.-]mm[/.-]aa|\.{6,}|…{3,}|_{3,}|\bxx\b (?:dipendenti|progetti|persone|euro|giornate|settori)\b|\?{2,}|\bbozza da |\((?:da )?(?:verificare|controllare|confermare|aggiornare|completare|chiedere)\b[^)]*\)|^\S+ …$`)
	// invented finds what the example says of itself; who says that nothing was
	// invented ("non abbiamo inventato") has a verb before.
	invented = regexp.MustCompile(`(?i)(\b(?:abbiamo|ho|hanno|ha|aver|avere|mai|nulla|niente) +)?\binventat[oaie]\b|\bcomune di esempio\b`)
)

// zeros finds a telephone number that nobody has.
var zeros = regexp.MustCompile(`(?:0[ ./-]?){6,}$`)

// exampleValues reports the values of the start of a project that nobody has
// replaced: "ufficio@comune.example", «Titolo del primo progetto», a page that
// says that it is to be written.
func (j *judge) exampleValues() {
	if j.Publication.Municipality.Fictional {
		return
	}
	drafts := map[string]bool{}
	names := []string{enteFile, "data/fonti.toml", "data/glossario.toml"}
	for _, e := range j.Publication.Editions {
		drafts[e.ID] = e.State == plan.Draft
		names = append(names, planFile(e.ID))
		for _, d := range e.Departments {
			name := path.Join("data/piani", e.ID, "settori", d.ID+".toml")
			names = append(names, name)
			if d.ID == "primo-settore" && !drafts[e.ID] {
				j.add(wholeFile(name), "example-value", "il file ha ancora il nome dell'esempio, che finisce nell'indirizzo della pagina",
					"dagli il nome del settore, in lettere minuscole e con i trattini: dopo la pubblicazione non si cambia")
			}
		}
	}
	for _, name := range names {
		if f := source.Read(j.Project, name, new(diag.List)); f != nil {
			j.exampleLines(f)
		}
	}
	m := j.Publication.Municipality
	if zeros.MatchString(m.Contacts.Phone) && !slices.Contains(examples()["telefono"], m.Contacts.Phone) {
		j.add(j.Publication.At(enteFile, "contatti.telefono"), "example-value", "«telefono» è fatto di zeri: "+diag.Quote(m.Contacts.Phone), "scrivi il numero del centralino")
	}
	if m.Contacts.PEC != "" && strings.EqualFold(m.Contacts.PEC, m.Contacts.Email) {
		j.add(j.Publication.At(enteFile, "contatti.pec"), "example-value", "«pec» e «email» sono lo stesso indirizzo: uno dei due non è quello giusto", "scrivi l'indirizzo di posta certificata")
	}
	texts := slices.Clone(j.Publication.Passages)
	for _, page := range j.Pages {
		texts = append(texts, page.Passages...)
	}
	for _, p := range texts {
		switch at := p.At(0, len(p.Text)); {
		case drafts[p.Edition]:
		case unwritten.MatchString(p.Text):
			j.add(at, "example-value", "questo testo è ancora da scrivere: "+diag.Quote(p.Text), "scrivi il testo, oppure toglilo")
		case slices.ContainsFunc(invented.FindAllStringSubmatchIndex(p.Text, -1), func(m []int) bool { return m[2] < 0 }):
			j.add(at, "example-value", "l'ente è vero, ma questo testo parla dell'esempio inventato: "+diag.Quote(p.Text), "scrivi il testo vero, oppure toglilo")
		}
	}
}

func (j *judge) exampleLines(f *source.File) {
	at := 0
	for line := range strings.Lines(string(f.Data)) {
		if m := assigned.FindStringSubmatchIndex(strings.TrimRight(line, "\r\n")); m != nil && !strings.HasPrefix(strings.TrimSpace(line), "#") {
			key, value := line[m[2]:m[3]], line[m[4]:m[5]]
			for _, l := range literal.FindAllStringSubmatchIndex(value, -1) {
				if text := value[l[2]:l[3]]; slices.Contains(examples()[key], text) {
					j.add(f.At(at+m[4]+l[0], l[1]-l[0]), "example-value", fmt.Sprintf("«%s» ha ancora il valore dell'esempio: %s", key, diag.Quote(text)),
						"scrivi il dato vero, oppure rimetti # davanti alla riga, o a tutto il suo blocco: meglio niente che un dato inventato")
				}
			}
		}
		at += len(line)
	}
}
