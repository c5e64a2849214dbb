// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"runtime"
	"strings"
	"testing"
	"time"
)

// The budget of one document, whatever is in it.
const (
	budgetTime   = 5 * time.Second // of the processor: the machine may be busy
	budgetMemory = 400 << 20       // bytes allocated, also those freed meanwhile
)

// inspected reads a document twice within its budget and holds what every
// reading promises.
func inspected(t *testing.T, name string, data []byte) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processorTime()
	info := Inspect(name, data)
	took := processorTime() - start
	runtime.ReadMemStats(&after)
	if took > budgetTime || after.TotalAlloc-before.TotalAlloc > budgetMemory {
		t.Errorf("%d bytes took %v and %d MB", len(data), took, (after.TotalAlloc-before.TotalAlloc)>>20)
	}
	if again := Inspect(name, data); told(info) != told(again) {
		t.Errorf("read twice:\n%s\n%s", told(info), told(again))
	}
	for _, a := range info.Authors {
		if a.Where == "" || a.Name == "" || strings.ContainsAny(a.Name, "\n\x1b\x00") {
			t.Errorf("author %q", a)
		}
	}
	size := 0
	for _, text := range info.Texts {
		size += len(text.Text)
	}
	if len(info.Texts) > maxPieces || size > 2*maxTexts { // bytes that are no UTF-8 grow to three
		t.Errorf("%d texts of %d bytes", len(info.Texts), size)
	}
}

func FuzzPDF(f *testing.F) {
	f.Add(plainPDF("<</Author(A)/Producer 5 0 R>>"))
	f.Add(pdfOf("", packed("/Type/ObjStm/N 1/First 4", "7 0 <</Author(A)>>")))
	f.Add(pdfOf("/Encrypt 1 0 R", "<</Type/Catalog/OpenAction 2 0 R>>", "<</S/URI/URI(a)>>"))
	f.Fuzz(func(t *testing.T, data []byte) { inspected(t, "a.pdf", append([]byte("%PDF-1.7\n"), data...)) })
}

// The targets below change what is inside a container, which bytes changed at
// random would only break.

func FuzzDocx(f *testing.F) {
	f.Add("word/header1.xml", "<w:p "+wordNS+"><w:t>a</w:t></w:p>")
	f.Add("docProps/core.xml", strings.Replace(core, "%s", "<dc:creator>A</dc:creator>", 1))
	f.Add("word/_rels/a.rels", `<a><b TargetMode="External" Type="x/y"/></a>`)
	f.Add("word/footer1.xml", "<a "+wordNS+`><w:fldSimple w:instr="DDEAUTO x"/><w:instrText>INCLUDE</w:instrText></a>`)
	f.Add("word/media/a.png", string(pngOf(f, "tEXtAuthor\x00A")))
	f.Add("word/embeddings/a.docx", string(docx(f, "dentro")))
	f.Add("[Content_Types].xml", `<Types><Override ContentType="macroEnabled"/></Types>`)
	f.Fuzz(func(t *testing.T, part, content string) { inspected(t, "a.docx", docx(t, "x", part, content)) })
}

func FuzzXlsx(f *testing.F) {
	f.Add("xl/sharedStrings.xml", "<sst "+sheetNS+"><si><t>a</t></si></sst>")
	f.Add("xl/worksheets/sheet1.xml", "<sheetData "+sheetNS+`><c r="A1" t="s"><v>0</v></c></sheetData>`)
	f.Add("xl/worksheets/sheet2.xml", "<a>"+`<c r="B2"><f>cmd|'/c calc'!A0</f></c></a>`)
	f.Add("xl/comments1.xml", "<authors "+sheetNS+"><author>A</author></authors>")
	f.Add("xl/workbook.xml", `<a><definedName name="_xlnm.Auto_Open">a</definedName></a>`)
	f.Fuzz(func(t *testing.T, part, content string) {
		inspected(t, "a.xlsx", zipOf(t, "xl/workbook.xml", "<a/>", "xl/sharedStrings.xml", "<sst><si><t>x</t></si></sst>", part, content))
	})
}

func FuzzOdt(f *testing.F) {
	f.Add("content.xml", `<a xmlns:script="urn:x:script:1"><script:event-listener/></a>`)
	f.Add("content.xml", `<a xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="https://fuori.example/x"/></a>`)
	f.Add("styles.xml", "<a><p>testo</p></a>")
	f.Add("meta.xml", strings.Replace(core, "%s", "<dc:creator>A</dc:creator>", 1))
	f.Add("META-INF/manifest.xml", "<encryption-data/>")
	f.Add("Basic/Standard/Module1.xml", "<a/>")
	f.Fuzz(func(t *testing.T, part, content string) {
		inspected(t, "a.odt", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", part, content))
	})
}

func FuzzPNG(f *testing.F) {
	f.Add("eXIf" + string(exif("A", "", false)))
	f.Add("tEXtAuthor\x00A")
	f.Add("zTXtAuthor\x00\x00" + zipped("A"))
	f.Add("iTXtAuthor\x00\x01\x00\x00\x00" + zipped("A"))
	f.Add("iTXtXML:com.adobe.xmp\x00\x00\x00\x00\x00" + xmp(""))
	f.Add("aaaa<script>")
	f.Fuzz(func(t *testing.T, chunk string) {
		if len(chunk) >= 4 {
			inspected(t, "a.png", pngOf(t, chunk))
		}
	})
}

func FuzzJPEG(f *testing.F) {
	f.Add("\xe1Exif\x00\x00" + string(exif("A", "B", true)))
	f.Add(iptc(80, "A"))
	f.Add("\xe1http://ns.adobe.com/xap/1.0/\x00" + xmp(""))
	f.Add("\xfe<html>")
	f.Fuzz(func(t *testing.T, segment string) {
		if segment != "" && len(segment) < 1<<16 {
			inspected(t, "a.jpg", jpegOf(t, segment))
		}
	})
}

// FuzzWebP reads GIF images too: both are taken as they come.
func FuzzWebP(f *testing.F) {
	f.Add(webp(exif("A", "", true)))
	f.Add([]byte("RIFF\x10\x00\x00\x00WEBPXMP \x04\x00\x00\x00<x:x"))
	f.Add([]byte("GIF89a" + xmp("")))
	f.Fuzz(func(t *testing.T, data []byte) { inspected(t, "a.webp", data) })
}

// FuzzSVG holds that what is accepted as an SVG image has no word that makes one
// act.
func FuzzSVG(f *testing.F) {
	for _, archive := range []string{"hostile.txtar", "harmless.txtar"} {
		for _, file := range filesOf(f, archive) {
			if strings.HasSuffix(file.Name, ".svg") {
				f.Add(file.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		inspected(t, "a.svg", data)
		if found, err := ActiveSVG(data); err == nil && found == "" {
			lower := strings.ToLower(string(data))
			for _, word := range []string{"<script", ":script ", "<!doctype", "<!attlist", "<?xml-stylesheet", "<foreignobject"} {
				if strings.Contains(lower, word) && !strings.Contains(lower, "<!--") && !strings.Contains(lower, "cdata") {
					t.Errorf("an image with %q is accepted:\n%s", word, data)
				}
			}
		}
	})
}

// FuzzText reads XML, tables, objects and plain texts.
func FuzzText(f *testing.F) {
	for _, archive := range []string{"hostile.txtar", "harmless.txtar"} {
		for _, file := range filesOf(f, archive) {
			f.Add(file.Name, file.Data)
		}
	}
	f.Add("a.csv", []byte("a;b\n1;2\n"))
	f.Add("a.json", []byte(`{"a":[1,{"b":"c"}]}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) { inspected(t, name, data) })
}
