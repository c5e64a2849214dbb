// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
)

// attachmentTypes are the endings of documents that people can open with
// programs everybody can have, and that run nothing when they are. An archive
// hides what is in it.
var attachmentTypes = []string{
	".pdf", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx",
	".csv", ".json", ".xml", ".txt", ".png", ".jpg", ".jpeg", ".svg",
}

// AttachmentTypes returns the endings that an attached file may have, each with
// its dot.
func AttachmentTypes() []string { return slices.Clone(attachmentTypes) }

// maxFileName is the longest name of an attached file: with the folders before
// it the path must fit what Windows takes.
const maxFileName = 100

// attachments reads the [[allegato]].
func (r *reading) attachments(t *table) {
	e := r.edition
	files := make(register)
	for _, s := range t.tables("allegato") {
		a := &Attachment{File: s.attachedFile("file"), Title: s.line("titolo"), Description: s.prose("descrizione"), Project: s.slug("progetto"), Alternative: s.address("alternativa")}
		files.add(t.l.report, valueOf(s, "file"), a.File, "duplicate-value")
		e.Attachments = append(e.Attachments, a)
		if a.Project != "" {
			r.named = append(r.named, naming{s, "progetto", &a.Project})
		}
	}
}

// attachedFile returns the name of an attached file at a key. It becomes part
// of an address on whatever server and disk the site is copied to.
func (t *table) attachedFile(name string) string {
	t.key(name, KindFile)
	s := t.toml.Line(name)
	if s == "" {
		return ""
	}
	fault := func(message, hint string) string {
		fault(t, t.at(name), "invalid-file-name", message, hint)
		return ""
	}
	lower := strings.ToLower(s)
	stem, _, _ := strings.Cut(lower, ".")
	switch ext := path.Ext(lower); {
	case strings.ContainsAny(s, `/\`):
		return fault(fmt.Sprintf("%s deve essere solo il nome di un file: %s ha anche una cartella", diag.Quote(name), diag.Quote(s)),
			"il file sta in content/<anno>/allegati: scrivine solo il nome")
	case strings.ContainsFunc(s, notInFileName) || s[0] == '.' || s[0] == '-' || stem == "":
		return fault(fmt.Sprintf("il nome %s non va bene per un indirizzo", diag.Quote(s)),
			"rinomina il file: lettere senza accento, cifre, trattini e punti, senza spazi; il primo carattere è una lettera o una cifra")
	case slices.Contains(devices, stem):
		return fault(fmt.Sprintf("il nome %s non va bene: Windows lo tiene per sé", diag.Quote(s)), "scegli un nome più lungo")
	case len(s) > maxFileName:
		return fault(fmt.Sprintf("il nome %s è troppo lungo: al massimo %d caratteri", diag.Quote(s), maxFileName), "accorcialo")
	case ext == "" || ext == ".":
		return fault(fmt.Sprintf("il nome %s non dice che tipo di file è", diag.Quote(s)), "aggiungi l'estensione, per esempio .pdf")
	case ext == ".zip":
		return fault(fmt.Sprintf("%s è un archivio: chi legge non vede che cosa contiene", diag.Quote(s)), "allega uno per uno i documenti che ci sono dentro")
	case !slices.Contains(attachmentTypes, ext):
		return fault(fmt.Sprintf("%s non è un tipo di file che si può allegare", diag.Quote(s)), "vanno bene "+strings.Join(attachmentTypes, " "))
	}
	return s
}

// notInFileName reports whether r cannot stand in the name of an attached file.
func notInFileName(r rune) bool {
	letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	return !letter && (r < '0' || r > '9') && r != '.' && r != '-' && r != '_'
}
