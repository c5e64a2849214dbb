// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/italian"
)

// told writes what was found of a document on a few lines.
func told(i Info) string {
	var b strings.Builder
	b.WriteString(i.Format.Name)
	say := func(name, value string) {
		if value != "" {
			b.WriteString("; " + name + " " + value)
		}
	}
	yes := func(name string, is bool) {
		if is {
			b.WriteString("; " + name)
		}
	}
	say("problema:", i.Problem)
	say("titolo:", i.Title)
	say("lingua:", i.Language)
	for _, a := range i.Authors {
		say(a.Where+":", a.Name)
	}
	yes("posizione", i.Position)
	say("avvia:", i.Program)
	if i.Pages > 0 {
		say("pagine:", fmt.Sprint(i.Pages))
	}
	yes("con struttura", i.Tagged)
	yes("solo immagini", i.ImageOnly)
	for _, t := range i.Texts {
		b.WriteString("\n" + t.Place + ": ")
		if t.Head != "" {
			b.WriteString(t.Head + ": ")
		}
		b.WriteString(t.Text)
	}
	return b.String()
}

func TestInspect(t *testing.T) {
	plain := plainPDF("<</Producer(Un programma)>>")
	revised := append(plainPDF("<</Author(Anna Bianchi)/Producer(P)/Title(Bozza)>>"), "4 0 obj\n<</Author()/Producer(P)/Title(Piano)>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"...)
	manyParts := make([]string, 0, 2*maxParts+4)
	for n := range maxParts + 1 {
		manyParts = append(manyParts, fmt.Sprintf("x/%d", n), "")
	}
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"PDF", "a.pdf", plain, "PDF; lingua: it-IT; pagine: 1; con struttura"},
		{"PDF with properties", "a.pdf", plainPDF(`<</Author(Mario Ross\355)/Title<FEFF005000E9>/Creator(Writer)/Producer(P)>>`),
			"PDF; titolo: Pé; lingua: it-IT; autore: Mario Rossí; pagine: 1; con struttura"},
		{"PDF with escapes", "a.pdf", plainPDF(`<</Author(Mario \(detto \\ M\) Rossi\
)/Producer(P)>>`), "PDF; lingua: it-IT; autore: Mario (detto \\ M) Rossi; pagine: 1; con struttura"},
		{"PDF, author in another object", "a.pdf", pdfOf("/Info 2 0 R", "<</Type/Catalog>>", "<</Author 3 0 R/Producer(P)>>", "(Mario Rossi)"), "PDF; autore: Mario Rossi"},
		{"PDF whose earlier revision has an author", "a.pdf", revised, "PDF; titolo: Piano; lingua: it-IT; autore: Anna Bianchi; pagine: 1; con struttura"},
		{"PDF, objects packed", "a.pdf", pdfOf("", packed("/Type/ObjStm/N 3/First 18", "7 0 8 58 9 100    "+
			"<</Type/Catalog/MarkInfo 9 0 R/StructTreeRoot 7 0 R   >>  <</Author(Mario Rossi)/Producer(P)>>      <</Marked true>>")), "PDF; autore: Mario Rossi; con struttura"},
		{"PDF with XMP", "a.pdf", pdfOf("", "<</Type/Catalog>>", "<</Type/Metadata/Subtype/XML/Length 3>>\nstream\n"+xmp(`><dc:creator><rdf:Seq><rdf:li>Anna</rdf:li></rdf:Seq></dc:creator><dc:title><rdf:Alt><rdf:li>Il piano</rdf:li></rdf:Alt></dc:title>`)+"\nendstream",
			packed("/Type/Metadata/Subtype/XML", xmp(`tiff:Artist="Bruno">`))), "PDF; titolo: Il piano; autore: Anna; autore dell'immagine: Bruno"},
		{"PDF with a note", "a.pdf", pdfOf("", "<</Type/Catalog>>", "<</Type/Annot/Subtype/Text/T(Anna)/Contents(Da rivedere)>>", "<</Type/Annot/Subtype/Widget/T(campo)/Contents(x)>>"), "PDF; autore di una nota: Anna"},
		{"PDF scanned", "a.pdf", pdfOf("", "<</Type/Catalog/MarkInfo<</Marked false>>>>", "<</Type/Page>>", "<</Type/Page>>"), "PDF; pagine: 2; solo immagini"},
		{"PDF with code", "a.pdf", pdfOf("", "<</Type/Catalog/OpenAction<</S/JavaScript>>>>", "<</S/JavaScript/JS(x)>>"), "PDF; avvia: codice che si avvia aprendolo"},
		{"PDF locked", "a.pdf", pdfOf("/Encrypt 2 0 R/Info 3 0 R", "<</Type/Catalog>>", "<</Filter/Standard>>", "<</Author(\x01\x02)>>"), "PDF; problema: è protetto da password o da limitazioni"},
		{"PDF signed", "a.pdf", pdfOf("", "<</Type/Catalog>>", "<</Type/Sig/ByteRange[0 1 2 3]/Contents<"+fmt.Sprintf("%x", "..\x13\x16TINIT-RSSMRA85T10A562S1\x10")+"00>>>"),
			"PDF\ncertificato della firma digitale: RSSMRA85T10A562S"},
		{"PDF cut short", "a.pdf", plain[:80], "PDF; problema: è rovinato e non si riesce a leggere tutto"},
		{"PDF bomb", "a.pdf", pdfOf("", "<</Type/Catalog>>", packed("/Type/ObjStm/N 1/First 4", strings.Repeat("\x00", maxPart+1))), "PDF; problema: contiene parti compresse che si allargano troppo; avvia: parti compresse o cifrate, che vetro non può controllare"},
		{"PDF nested deep", "a.pdf", pdfOf("", "<</Type/Catalog>>", strings.Repeat("[", 100_000)), "PDF"},

		{"Word", "a.docx", docx(t, "Ciao a <b>tutti", "docProps/core.xml", ""), "documento Word; problema: è rovinato e non si riesce a leggere tutto; avvia: parti che vetro non riesce a controllare"},
		{"Word with properties", "a.docx", docx(t, "Ciao", "docProps/core.xml", fmt.Sprintf(core, "<dc:title>Piano</dc:title><dc:creator>Anna Bianchi</dc:creator><cp:lastModifiedBy>Bruno</cp:lastModifiedBy>"),
			"docProps/app.xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Comune</Company><Manager>Carla</Manager></Properties>`),
			"documento Word; titolo: Piano; autore: Anna Bianchi; responsabile: Carla; ultima modifica: Bruno\ndocumento: Ciao"},
		{"Word with changes and comments", "a.docx", docx(t, `Ciao</w:t></w:r><w:ins w:author="Anna"><w:r><w:t> a tutti</w:t></w:r></w:ins><w:r><w:t>`,
			"word/comments.xml", `<w:comments `+wordNS+`><w:comment w:author="Bruno"><w:p><w:r><w:t>Bello</w:t></w:r></w:p></w:comment></w:comments>`),
			"documento Word; autore di una modifica o di un commento: Anna; autore di una modifica o di un commento: Bruno\ndocumento: Ciao a tutti\ndocumento: Bello"},
		{"Word with a picture", "a.docx", docx(t, "Ciao", "word/media/image1.jpeg", string(jpegOf(t, "\xe1Exif\x00\x00"+string(exif("Anna", "", true))))),
			"documento Word; autore dell'immagine (immagine nel documento): Anna; posizione\ndocumento: Ciao"},
		{"Word with macros", "a.docm", docx(t, "Ciao", "word/vbaProject.bin", "x"), "documento Word; avvia: una macro\ndocumento: Ciao"},
		{"Word bomb", "a.docx", docx(t, strings.Repeat("a", maxPart)), "documento Word; problema: contiene parti compresse che si allargano troppo; avvia: parti che vetro non riesce a controllare"},
		{"Word, entities", "a.docx", zipOf(t, "word/document.xml", `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>`), "documento Word; problema: è rovinato e non si riesce a leggere tutto; avvia: parti che vetro non riesce a controllare"},
		{"Word nested deep", "a.docx", docx(t, strings.Repeat("<w:t>", 600)+strings.Repeat("</w:t>", 600)), "documento Word; problema: è rovinato e non si riesce a leggere tutto; avvia: parti che vetro non riesce a controllare"},
		{"ZIP of too many", "a.docx", zipOf(t, append(manyParts, "word/document.xml", "<a/>")...), "documento Word; problema: contiene parti compresse che si allargano troppo"},
		{"Excel", "a.xlsx", zipOf(t, "xl/workbook.xml", "<workbook/>", "xl/sharedStrings.xml", "<sst "+sheetNS+"><si><t>Cellulare</t></si><si><r><t>333 </t></r><r><t>1234567</t></r></si></sst>",
			"xl/worksheets/sheet1.xml", `<worksheet `+sheetNS+`><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Ufficio</t></is></c></row><row><c r="A2" t="s"><v>1</v></c><c r="B2"><v>12</v></c><c r="C2" t="s"><v>99</v></c></row></sheetData></worksheet>`,
			"xl/comments1.xml", `<comments `+sheetNS+`><authors><author>Anna</author></authors></comments>`,
			"xl/persons/person.xml", `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Bruno"/></personList>`),
			"foglio Excel; autore di un commento: Anna; autore di un commento: Bruno\nfoglio 1, cella A1: Cellulare\nfoglio 1, cella B1: Ufficio\nfoglio 1, cella A2: Cellulare: 333 1234567\nfoglio 1, cella B2: Ufficio: 12\nfoglio 1, cella C2: 99\ncommenti: Anna"},
		{"PowerPoint", "a.pptx", zipOf(t, "ppt/presentation.xml", "<p/>", "ppt/slides/slide2.xml", `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:t>Ciao</a:t></a:p></p:sld>`,
			"ppt/commentAuthors.xml", `<p:cmAuthorLst xmlns:p="p"><p:cmAuthor name="Anna"/></p:cmAuthorLst>`), "presentazione PowerPoint; autore di un commento: Anna\ndiapositiva 2: Ciao"},
		{"OpenDocument", "a.odt", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text",
			"meta.xml", `<m xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><meta:initial-creator>Anna</meta:initial-creator><dc:creator>Bruno</dc:creator><dc:title>Piano</dc:title><dc:language>it-IT</dc:language></m>`,
			"content.xml", `<o xmlns:text="t"><text:h>Titolo</text:h><text:p>Ciao a<text:s/>tutti</text:p></o>`),
			"testo OpenDocument; titolo: Piano; lingua: it-IT; autore: Bruno; primo autore: Anna\ndocumento: Titolo\ndocumento: Ciao a tutti"},
		{"OpenDocument locked", "a.ods", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml", "<m><encryption-data/></m>", "content.xml", "\x01"),
			"foglio OpenDocument; problema: è protetto da password o da limitazioni; avvia: parti che vetro non riesce a controllare"},
		{"ZIP", "a.zip", zipOf(t, "a.txt", "x"), "archivio ZIP"},
		{"ZIP cut short", "a.docx", docx(t, "x")[:60], "archivio ZIP"},
		{"Word of old", "a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."), "documento Office di prima del 2007"},
		{"Office locked", "a.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "documento Office protetto; problema: è protetto da password o da limitazioni; avvia: parti che vetro non riesce a controllare"},
		{"P7M", "a.pdf.p7m", append([]byte("0\x82\x00\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"), plainPDF("")...), "documento con firma digitale P7M"},

		{"JPEG", "a.jpg", jpegOf(t), "immagine JPEG"},
		{"JPEG with EXIF", "a.jpg", jpegOf(t, "\xe1Exif\x00\x00"+string(exif("Anna Bianchi", "Bruno Verdi", true))), "immagine JPEG; autore dell'immagine: Anna Bianchi; autore dell'immagine: Bruno Verdi; posizione"},
		{"JPEG without a position", "a.jpg", jpegOf(t, "\xe1Exif\x00\x00"+string(exif("", "Anna", false))), "immagine JPEG; autore dell'immagine: Anna"},
		{"JPEG with IPTC", "a.jpg", jpegOf(t, iptc(80, "Anna Bianchi")), "immagine JPEG; autore dell'immagine: Anna Bianchi"},
		{"JPEG with a caption", "a.jpg", jpegOf(t, iptc(120, "Foto di Anna")), "immagine JPEG\ndidascalia: Foto di Anna"},
		{"PNG with a comment", "a.png", pngOf(t, "tEXtComment\x00Foto di Anna"), "immagine PNG\ncommento dell'immagine: Foto di Anna"},
		{"JPEG with XMP", "a.jpg", jpegOf(t, "\xe1http://ns.adobe.com/xap/1.0/\x00"+xmp(`exif:GPSLatitude="45,8N"><dc:creator><rdf:Seq><rdf:li>Anna</rdf:li></rdf:Seq></dc:creator>`)), "immagine JPEG; autore: Anna; posizione"},
		{"PNG", "a.png", pngOf(t, "tEXtSoftware\x00Un programma"), "immagine PNG"},
		{"PNG with text", "a.png", pngOf(t, "tEXtAuthor\x00Anna", "zTXtCopyright\x00\x00"+zipped("Bruno"), "iTXtTitle\x00\x00\x00it\x00Titolo\x00La sede", "iTXtXML:com.adobe.xmp\x00\x01\x00\x00\x00"+zipped(xmp(`tiff:Artist="Carla">`))),
			"immagine PNG; titolo: La sede; autore dell'immagine: Anna; autore dell'immagine: Carla; diritti: Bruno"},
		{"PNG with EXIF", "a.png", pngOf(t, "eXIf"+string(exif("Anna", "", true))), "immagine PNG; autore dell'immagine: Anna; posizione"},
		{"PNG cut short", "a.png", pngOf(t)[:50], "immagine PNG; problema: è rovinato e non si riesce a leggere tutto"},
		{"WebP", "a.webp", []byte("RIFF\x0c\x00\x00\x00WEBPVP8 \x00\x00\x00\x00"), "immagine WebP"},
		{"WebP with EXIF", "a.webp", webp(exif("Anna", "", false)), "immagine WebP; autore dell'immagine: Anna"},
		{"GIF with XMP", "a.gif", []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00!\xff\x0bXMP DataXMP" + xmp(`tiff:Artist="Anna">`) + ";"), "immagine GIF; autore dell'immagine: Anna"},
		{"SVG", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><metadata><a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><Agent><dc:title>Anna</dc:title></Agent></dc:creator></a></metadata><title>Sede</title></svg>`),
			"immagine SVG; autore: Anna; avvia: l'elemento «creator» che non è di SVG\nimmagine: Anna\nimmagine: Sede"},
		{"SVG with code", "a.svg", []byte(`<?xml version="1.0"?><svg onload="x()"/>`), "immagine SVG; avvia: l'attributo «onload»"},

		{"CSV", "a.csv", []byte("\ufeffNome;Data di nascita\r\nA;10/12/1985\r\n\"B\nC\";\r\n"), "CSV\nriga 1: Nome\nriga 1: Data di nascita\nriga 2: Nome: A\nriga 2: Data di nascita: 10/12/1985\nriga 3: Nome: B\nC"},
		{"CSV with a quotation that does not end", "a.csv", []byte("a,\"b\nc"), "CSV\nriga 1: a\nriga 1: b\nc"},
		{"text of Latin-1", "a.txt", []byte("citt\xe0\n"), "testo semplice; problema: è un testo che non è in UTF-8\nriga 1: città"},
		{"JSON", "a.json", []byte("{\"a\": [1, {\"b\": \"x\"}],\n\"c\": null, \"d\": true, \"e\": \"y\"}"), "JSON\nriga 1: a: 1\nriga 1: b: x\nriga 2: e: y"},
		{"JSON that is none", "a.json", []byte("{\"a\": 1,}"), "testo semplice\nriga 1: {\"a\": 1,}"},
		{"XML", "a.xml", []byte("<a>\n<b>x</b></a>"), "XML\nriga 1: <a>\nriga 2: <b>x</b></a>"},
		{"XML that is none", "a.xml", []byte("<a>\n<b></a>"), "XML; problema: non è un XML corretto; avvia: un XML che non si riesce a leggere fino in fondo\nriga 1: <a>\nriga 2: <b></a>"},
		{"XML as plain text", "a.txt", []byte("<a>x</a>"), "testo semplice; avvia: codice HTML, che un browser può prendere per una pagina\nriga 1: <a>x</a>"},
		{"HTML", "a.html", []byte("<!doctype html><p>x"), "pagina HTML; avvia: una pagina HTML"},
		{"nothing", "a.pdf", nil, ""},
		{"bytes", "a.pdf", []byte("\x7fELF\x01\x02"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			info := Inspect(c.file, c.data)
			if diff := cmp.Diff(c.want, told(info)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if info.Size != int64(len(c.data)) {
				t.Errorf("Size = %d, want %d", info.Size, len(c.data))
			}
		})
	}
}

func zipped(s string) string {
	_, stream, _ := strings.Cut(packed("", s), "stream\n")
	return strings.TrimSuffix(stream, "\nendstream")
}

// webp makes a WebP file that holds properties and no picture.
func webp(exif []byte) []byte {
	chunk := func(name, body string) string {
		n := len(body)
		return name + string([]byte{byte(n), byte(n >> 8), 0, 0}) + body + strings.Repeat("\x00", n%2)
	}
	body := "WEBP" + chunk("VP8X", "\x08\x00\x00\x00\x07\x00\x00\x07\x00\x00") + chunk("EXIF", string(exif))
	return []byte(chunk("RIFF", body))
}

func TestFits(t *testing.T) {
	for name, want := range map[string]bool{"a.pdf": true, "A.PDF": true, "a.docx": false, "pdf": false, "a.pdf.p7m": false} {
		if got := Inspect(name, plainPDF("")).Format.Fits(name); got != want {
			t.Errorf("%s fits a PDF: %v, want %v", name, got, want)
		}
	}
}

// TestTextsAreCut: of more text than is looked at there is as much as fits, to the
// byte, and a problem that says so.
func TestTextsAreCut(t *testing.T) {
	var b builder
	b.add("prima", 1, "abc")
	b.add("poi", 2, strings.Repeat("x", 2*maxTexts))
	size := 0
	for _, text := range b.Texts {
		size += len(text.Text)
	}
	if size != maxTexts || b.Problem != cut {
		t.Errorf("%d bytes of text and the problem %q, want %d bytes and %q", size, b.Problem, maxTexts, cut)
	}
}

// TestNames holds that what comes out can be printed on one line.
func TestNames(t *testing.T) {
	info := Inspect("a.pdf", plainPDF("<</Author(Mario\\nRossi\x1b[31m"+strings.Repeat("a", 500)+")/Producer(P)>>"))
	want := "Mario Rossi [31m" + strings.Repeat("a", maxName-len("Mario Rossi [31m")) + "…"
	if len(info.Authors) != 1 || info.Authors[0].Name != want {
		t.Errorf("authors = %q, want %q", info.Authors, want)
	}
}

// BenchmarkInspect reads what could take more time than its size: a megabyte of
// each should cost about the same.
func BenchmarkInspect(b *testing.B) {
	many := func(s string) []byte { return []byte("%PDF-1.7\n" + strings.Repeat(s, 1<<20/len(s))) }
	for name, data := range map[string][]byte{
		"objects": many("1 0 obj<</A 1>>endobj\n"), "streams without end": many("1 0 obj<<>>stream\n"), "open dictionaries": many("1 0 obj<<"),
		"open arrays": many("1 0 obj[1 "), "open strings": many("1 0 obj("), "trailers": many("trailer<<"), "packets": many("<x:xmpmeta"),
		"numbers": many("1 0 "), "SVG": []byte("<svg>" + strings.Repeat("<g>", 1<<18)), "JSON": []byte(strings.Repeat("[", 1<<20)),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				Inspect("a", data)
			}
		})
	}
}

// A Memory answers for a document that it has met, and reads any other.
func TestMemory(t *testing.T) {
	data := []byte("a;b\n1;2\n")
	m := new(Memory)
	if info := m.Inspect("a.csv", data); len(info.Texts) == 0 {
		t.Error("Inspect leaves the texts out")
	}
	key := keyOf("a.csv", data)
	m.found[key] = Info{Title: "kept"}
	for name, want := range map[string]string{"a.csv": "kept", "b.csv": ""} {
		if info := m.Known(name, data); info.Title != want || info.Texts != nil {
			t.Errorf("Known(%s) = %+v, want the title %q and no texts", name, info, want)
		}
	}
	if info := (*Memory)(nil).Known("a.csv", data); info.Format.Name != "CSV" {
		t.Errorf("Known without a memory = %+v", info)
	}
}

// TestManualNamesTheLimits: the manual says what a document may have at most.
func TestManualNamesTheLimits(t *testing.T) {
	text, err := os.ReadFile("../command/help/dati.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, limits, _ := strings.Cut(string(text), "\nLIMITI\n")
	limits = strings.Join(strings.Fields(limits), " ")
	for _, want := range []string{
		fmt.Sprintf("un'immagine %d MB", MaxSize>>20), fmt.Sprintf("e %d se è un testo", MaxText>>20), italian.Digits(maxParts) + " parti",
		italian.Digits(maxUnpacked) + " flussi", fmt.Sprintf("%d MB quando è aperto", maxInflated>>20), fmt.Sprintf("%d MB in una parte", maxPart>>20),
		fmt.Sprintf("%d livelli di elementi", maxDepth), fmt.Sprintf("%d documenti uno dentro", maxNested), italian.Digits(maxColumns) + " colonne",
		italian.Digits(maxObjects) + " oggetti",
	} {
		if !strings.Contains(limits, want) {
			t.Errorf("help dati does not say %q", want)
		}
	}
}
