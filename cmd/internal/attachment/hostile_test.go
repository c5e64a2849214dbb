// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"
)

// filesOf returns the files of an archive in testdata.
func filesOf(t testing.TB, archive string) []txtar.File {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", archive))
	if err != nil {
		t.Fatal(err)
	}
	return a.Files
}

// TestHostile holds that every file of the table is refused: opened by its
// address it would run code, load something or pass for a page.
func TestHostile(t *testing.T) {
	all := filesOf(t, "hostile.txtar")
	if len(all) < 100 {
		t.Errorf("%d hostile files, want at least 100", len(all))
	}
	for _, f := range all {
		// What is not of the type that its name says is refused for that.
		if info := Inspect(f.Name, f.Data); info.Program == "" && info.Format.Fits(f.Name) {
			t.Errorf("%s is accepted as %q (%s):\n%.300s", f.Name, info.Format.Name, info.Problem, f.Data)
		}
	}
}

// TestHarmless holds that documents of every day pass.
func TestHarmless(t *testing.T) {
	for _, f := range filesOf(t, "harmless.txtar") {
		if info := Inspect(f.Name, f.Data); info.Program != "" || info.Problem != "" || !info.Format.Fits(f.Name) {
			t.Errorf("%s is refused as %q: %s %s", f.Name, info.Format.Name, info.Program, info.Problem)
		}
	}
}

// TestHostileParts does the same for what is hostile inside a container.
func TestHostileParts(t *testing.T) {
	office := func(parts ...string) []byte {
		return zipOf(t, append([]string{"word/document.xml", "<a/>"}, parts...)...)
	}
	external := `<Relationships><Relationship Type="http://x/attachedTemplate" Target="https://fuori.example/a.dotm" TargetMode="External"/></Relationships>`
	odf := func(body string) []byte {
		return zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<a xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0">`+body+`</a>`)
	}
	for _, c := range []struct {
		name string
		data []byte
		acts bool
	}{
		{"template.docx", office("word/_rels/settings.xml.rels", external), true},
		{"controllo.docx", office("word/activeX/activeX1.xml", "<a/>"), true},
		{"collegamento.docx", office("word/_rels/document.xml.rels", `<Relationships><Relationship Type="http://x/hyperlink" Target="https://www.comune.example/" TargetMode="External"/></Relationships>`), false},
		{"evento.odt", odf(`<script:event-listener script:event-name="dom:load"/>`), true},
		{"immagine.odt", odf(`<image xlink:href="https://fuori.example/a.png"/>`), true},
		{"interna.odt", odf(`<image xlink:href="Pictures/a.png"/><a xlink:href="https://www.comune.example/"/>`), false},
		{"codice.pdf", plainPDF("<</Producer(P)/X<</Y[<</S/JavaScript>>]>>>>"), true},
		{"xfa.pdf", plainPDF("<</Producer(P)/XFA 9 0 R>>"), true},
		{"invio.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</S/SubmitForm/F(https://fuori.example)>>"), true},
		{"collegamento.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://www.comune.example)>>>>"), false},
		{"pagina.pdf", append([]byte("<script>alert(1)</script>\n"), plainPDF("<</Producer(P)>>")...), true},
	} {
		if info := Inspect(c.name, c.data); (info.Program != "") != c.acts {
			t.Errorf("%s: acts = %q, want %v", c.name, info.Program, c.acts)
		}
	}
}
