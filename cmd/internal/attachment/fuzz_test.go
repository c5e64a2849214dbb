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
	budgetTime   = 5 * time.Second
	budgetMemory = 400 << 20 // bytes allocated, also those freed meanwhile
)

// inspected reads a document twice within its budget and holds what every
// reading promises.
func inspected(t *testing.T, name string, data []byte) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	info := Inspect(name, data)
	took := time.Since(start)
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

// FuzzPart changes what is inside a container, which bytes changed at random
// would only break.
func FuzzPart(f *testing.F) {
	f.Add("word/document.xml", "<w:p "+wordNS+"><w:t>a</w:t></w:p>")
	f.Add("xl/sharedStrings.xml", "<sst "+sheetNS+"><si><t>a</t></si></sst>")
	f.Add("xl/worksheets/sheet1.xml", "<sheetData "+sheetNS+`><c r="A1" t="s"><v>0</v></c></sheetData>`)
	f.Add("docProps/core.xml", strings.Replace(core, "%s", "<dc:creator>A</dc:creator>", 1))
	f.Add("word/_rels/a.rels", `<a><b TargetMode="External" Type="x/y"/></a>`)
	f.Add("content.xml", `<a xmlns:script="urn:x:script:1"><script:event-listener/></a>`)
	f.Add("word/media/a.png", string(pngOf(f, "tEXtAuthor\x00A")))
	f.Fuzz(func(t *testing.T, part, content string) {
		inspected(t, "a.docx", docx(t, "x", part, content))
		inspected(t, "a.xlsx", zipOf(t, "xl/workbook.xml", "<a/>", "xl/sharedStrings.xml", "<sst><si><t>x</t></si></sst>", part, content))
		inspected(t, "a.odt", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", part, content))
	})
}

func FuzzPicture(f *testing.F) {
	f.Add(jpegOf(f, "\xe1Exif\x00\x00"+string(exif("A", "B", true)), iptc(80, "A")))
	f.Add(pngOf(f, "eXIf"+string(exif("A", "", false)), "tEXtAuthor\x00A", "zTXtAuthor\x00\x00"+zipped("A"), "iTXtAuthor\x00\x01\x00\x00\x00"+zipped("A")))
	f.Add(webp(exif("A", "", true)))
	f.Add([]byte("GIF89a" + xmp("")))
	f.Fuzz(func(t *testing.T, data []byte) { inspected(t, "a.png", data) })
}

// FuzzText reads SVG, XML, tables, objects and plain texts. What is accepted as
// an SVG image has no word that makes one act.
func FuzzText(f *testing.F) {
	for _, archive := range []string{"hostile.txtar", "harmless.txtar"} {
		for _, file := range filesOf(f, archive) {
			f.Add(file.Name, file.Data)
		}
	}
	f.Add("a.csv", []byte("a;b\n1;2\n"))
	f.Add("a.json", []byte(`{"a":[1,{"b":"c"}]}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		inspected(t, name, data)
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
