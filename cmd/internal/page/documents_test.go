// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/plan"
)

// pdf makes a real PDF of one page: with the structure that screen readers
// follow, without it, or with nothing but a picture of a page.
func pdf(tagged, text bool) []byte {
	root, font := "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Page/Parent 2 0 R/Resources<<>>>>"
	if tagged {
		root = "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R/Lang(it-IT)>>"
	}
	if text {
		font = "<</Type/Page/Parent 2 0 R/Resources<</Font<</F 4 0 R>>>>>>"
	}
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var at []int
	objects := []string{root, "<</Type/Pages/Kids[3 0 R]/Count 1>>", font, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<</Type/StructTreeRoot>>"}
	if !text {
		objects[3] = "<</Type/Metadata>>"
	}
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return []byte(b.String())
}

// ods makes a sheet of OpenDocument with one cell.
func ods(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
		{"content.xml", `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Foglio1"><table:table-row><table:table-cell><text:p>37</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`},
		{"META-INF/manifest.xml", `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>`},
	} {
		header := &zip.FileHeader{Name: part[0], Method: zip.Store}
		in, err := w.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func picture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withDocuments is a plan with documents of every kind, and its act.
func withDocuments(t testing.TB) Input {
	in := threeEditions()
	e := in.Publication.Editions[1]
	in.Publication.Glossary = []*plan.Term{{ID: "accordo", Term: "accordo individuale", Definition: "Un patto."}}
	e.Act.File = "atto.pdf"
	e.Attachments = []*plan.Attachment{
		{File: "relazione.pdf", Title: "Relazione sul piano", Description: "Com’è nato ogni accordo individuale."},
		{File: "con-struttura.pdf", Title: "Relazione, con struttura"},
		{File: "scansione.pdf", Title: "Vecchia delibera"},
		{File: "dentro.pdf", Title: "Con una pagina qui", Alternative: "/2023/progetti/"},
		{File: "fuori.pdf", Title: "Con una pagina altrove", Alternative: "https://www.comune.prova.example/delibera"},
		{File: "persa.pdf", Title: "Con una pagina che non c’è", Alternative: "/2023/non-c-e/"},
		{File: "tabella.ods", Title: "Tabella <b>"},
		{File: "manifesto.png", Title: "Manifesto"},
	}
	in.Content = fstest.MapFS{}
	for name, data := range map[string][]byte{
		"atto.pdf": pdf(false, true), "relazione.pdf": pdf(false, true), "con-struttura.pdf": pdf(true, true), "scansione.pdf": pdf(false, false),
		"dentro.pdf": pdf(false, true), "fuori.pdf": pdf(false, true), "persa.pdf": pdf(false, true), "tabella.ods": ods(t), "manifesto.png": picture(t),
	} {
		in.Content.(fstest.MapFS)[e.ID+"/allegati/"+name] = &fstest.MapFile{Data: data}
	}
	return in
}

// TestDocuments: each document has a link with its format and size, its sum,
// and the way to an accessible page or the words that say there is none; the
// file itself is on the site as it was given.
func TestDocuments(t *testing.T) {
	in := withDocuments(t)
	s := build(t, in)
	e := in.Publication.Editions[1]
	const (
		hard  = `<p class="riga-nota">Questo PDF può essere difficile da leggere con uno screen reader. Una versione accessibile non c’è ancora.</p>`
		scan  = `<p class="riga-nota">Questo PDF contiene solo immagini: uno screen reader non ci trova niente da leggere. Una versione accessibile non c’è ancora.</p>`
		photo = `<p class="riga-nota">Questo documento è un’immagine: uno screen reader non ci trova niente da leggere. Una versione accessibile non c’è ancora.</p>`
	)
	for _, page := range []struct{ file, up string }{{"2023/index.html", ""}, {"index.html", "2023/"}, {"2023/stampa/index.html", "../"}} {
		html := read(t, s, page.file)
		inside := page.up + "progetti/index.html"
		for _, test := range []struct{ name, format, title, rest string }{
			{"relazione.pdf", "PDF", "Relazione sul piano", hard},
			{"con-struttura.pdf", "PDF", "Relazione, con struttura", ""},
			{"scansione.pdf", "PDF", "Vecchia delibera", scan},
			{"dentro.pdf", "PDF", "Con una pagina qui", `<p><a href="` + inside + `">Leggi «Con una pagina qui» in una pagina accessibile</a></p>`},
			{"fuori.pdf", "PDF", "Con una pagina altrove", `<p><a href="https://www.comune.prova.example/delibera">Leggi «Con una pagina altrove» in una pagina accessibile</a></p>`},
			{"persa.pdf", "PDF", "Con una pagina che non c’è", hard},
			{"tabella.ods", "foglio OpenDocument", "Tabella &lt;b&gt;", ""},
			{"manifesto.png", "immagine PNG", "Manifesto", photo},
		} {
			given, err := fs.ReadFile(in.Content, "2023/allegati/"+test.name)
			if err != nil {
				t.Fatal(err)
			}
			published, err := s.ReadFile("2023/allegati/" + test.name)
			if err != nil || !bytes.Equal(given, published) {
				t.Errorf("%s: %v; the file of the site is not the one given", test.name, err)
			}
			sum := fmt.Sprintf("%x", sha256.Sum256(given))
			link := fmt.Sprintf(`<li><a href="%sallegati/%s">%s (%s, %s)</a>`, page.up, test.name, test.title, test.format, italian.Size(len(given)))
			item := between(html, link, "</li>")
			want := "\n" + `<p class="riga-nota">Impronta SHA-256: <code>` + sum + `</code></p>`
			switch {
			case item == "":
				t.Errorf("%s has no %s", page.file, link)
			case !strings.HasSuffix(item, test.rest+want):
				t.Errorf("%s: beside %s there is\n%s\nwant it to end\n%s%s", page.file, test.name, item, test.rest, want)
			case test.rest == "" && strings.Contains(item, "screen reader"):
				t.Errorf("%s: beside %s there is\n%s\nwant no word on screen readers", page.file, test.name, item)
			}
		}
		act := between(html, `<h2 id="atto">`, "</section>")
		for _, want := range []string{
			`href="` + page.up + `allegati/atto.pdf">Testo dell’atto (PDF, `, "difficile da leggere",
			fmt.Sprintf("<code>%x</code>", sha256.Sum256(pdf(false, true))),
		} {
			if !strings.Contains(act, want) {
				t.Errorf("%s: the act has no %q:\n%s", page.file, want, act)
			}
		}
	}
	if !strings.Contains(read(t, s, "2023/index.html"), `Com’è nato ogni <a class="voce-glossario" href="../glossario/index.html#accordo">accordo individuale</a>.`) {
		t.Error("the words of a description are not explained")
	}
	for _, a := range e.Attachments {
		if strings.Contains(read(t, s, "2022/index.html"), a.File) {
			t.Errorf("%s is offered by another edition", a.File)
		}
	}
	for name, mediaType := range map[string]string{"relazione.pdf": "application/pdf", "tabella.ods": "application/vnd.oasis.opendocument.spreadsheet", "manifesto.png": "image/png"} {
		if row := between(read(t, s, manifest.Name), `"path": "2023/allegati/`+name+`"`, "}"); !strings.Contains(row, `"`+mediaType+`"`) || !strings.Contains(row, `"edition": "2023"`) {
			t.Errorf("%s in the manifest: %s", name, row)
		}
	}
}

// TestDocumentsRefused: a document that is not there, or whose name would leave
// its folder, ends the build; no file is read from elsewhere.
func TestDocumentsRefused(t *testing.T) {
	for _, test := range []struct{ name, file, want string }{
		{"missing", "manca.pdf", "manca.pdf"},
		{"other case", "Relazione.PDF", "Relazione.PDF"},
		{"climbing", "../../segreto.txt", "segreto.txt"},
		{"absolute", "/etc/passwd", "passwd"},
		{"folder", "cartella/uno.pdf", "uno.pdf"},
		{"itself", ".", "documento ."},
	} {
		in := withDocuments(t)
		in.Content.(fstest.MapFS)["segreto.txt"] = &fstest.MapFile{Data: []byte("segreto")}
		e := in.Publication.Editions[1]
		e.Attachments = append(e.Attachments, &plan.Attachment{File: test.file, Title: "Titolo"})
		if _, err := Build(context.Background(), in); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: Build = %v, want an error that names %s", test.name, err, test.want)
		}
	}
	in := withDocuments(t)
	in.Content = nil
	if _, err := Build(context.Background(), in); err == nil {
		t.Error("a site without its documents was built")
	}
}

// TestFileSize: sizes as people say them.
func TestFileSize(t *testing.T) {
	for n, want := range map[int]string{
		0: "0 byte", 1: "1 byte", 999: "999 byte", 1000: "1 kB", 12_400: "12 kB", 999_499: "999 kB", 999_500: "1 MB",
		3_449_999: "3,4 MB", 12_000_000: "12 MB",
	} {
		if got := strings.ReplaceAll(italian.Size(n), "\u00a0", " "); got != want {
			t.Errorf("fileSize(%d) = %q, want %q", n, got, want)
		}
	}
}
