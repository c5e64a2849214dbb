// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// bombs are documents that make much of little. Each is what n times of its kind
// are, so that the benchmark can double them.
var bombs = map[string]func(t testing.TB, n int) (name string, data []byte){
	"cells that point at one long text": func(t testing.TB, n int) (string, []byte) {
		shared := "<sst><si><t>" + strings.Repeat("a", 3<<20) + "</t></si></sst>"
		var sheet strings.Builder
		for i := range n * 1000 {
			fmt.Fprintf(&sheet, `<c r="B%d" t="s"><v>0</v></c>`, i+2)
		}
		return "a.xlsx", zipOf(t, "xl/workbook.xml", "<a/>", "xl/sharedStrings.xml", shared, "xl/worksheets/sheet1.xml", "<s>"+sheet.String()+"</s>")
	},
	"packed properties of a picture": func(t testing.TB, n int) (string, []byte) {
		chunks := make([]string, n*10)
		for i := range chunks {
			chunks[i] = "zTXtx\x00\x00" + zipped(strings.Repeat("a", 1<<20))
		}
		return "a.png", pngOf(t, chunks...)
	},
	"packed names of a picture": func(t testing.TB, n int) (string, []byte) {
		chunks := make([]string, n*10)
		for i := range chunks {
			chunks[i] = "zTXtAuthor\x00\x00" + zipped(strings.Repeat("a", 1<<20))
		}
		return "a.png", pngOf(t, chunks...)
	},
	"many packed names of a picture": func(t testing.TB, n int) (string, []byte) {
		return "a.png", pngOf(t, slices.Repeat([]string{"zTXtAuthor\x00\x00" + zipped("A")}, n*2000)...)
	},
	"packets of properties": func(t testing.TB, n int) (string, []byte) {
		return "a.png", pngOf(t, "aaaa"+strings.Repeat("<x:xmpmeta><a/></x:xmpmeta>", n*2000))
	},
	"signs of a page in a picture": func(t testing.TB, n int) (string, []byte) {
		return "a.png", pngOf(t, "aaaa"+strings.Repeat("<html<scrip<!doctype ", n*20_000))
	},
	"signatures in a PDF": func(t testing.TB, n int) (string, []byte) {
		return "a.pdf", pdfOf("", "<</Type/Catalog>>", strings.Repeat("<</ByteRange[0 1]/Contents(TINIT-RSSMRA80A01H501U)>>\nendobj\n9 0 obj\n", n*2000)+"<<>>")
	},
	"formulas": func(t testing.TB, n int) (string, []byte) {
		return "a.xlsx", zipOf(t, "xl/workbook.xml", "<a/>", "xl/worksheets/sheet1.xml", "<s>"+strings.Repeat(`<c r="A2"><f>SUM(A1)</f></c>`, n*10_000)+"</s>")
	},
	"documents in a document": func(t testing.TB, n int) (string, []byte) {
		inner, parts := docx(t, "x", "word/header1.xml", "<a>"+strings.Repeat("<p>b</p>", 1<<15)+"</a>"), []string{}
		for i := range n * 2 {
			parts = append(parts, fmt.Sprintf("word/embeddings/%d.docx", i), string(inner))
		}
		return "a.docx", docx(t, "x", parts...)
	},
	"repeated cells": func(t testing.TB, n int) (string, []byte) {
		cell := `<table:table-cell table:number-columns-repeated="1000000" table:formula="of:=SUM([.A1])"/>`
		return "a.ods", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", `<a xmlns:table="urn:x:table:1">`+strings.Repeat(cell, n*5000)+"</a>")
	},
	"values of an object": func(t testing.TB, n int) (string, []byte) {
		return "a.json", []byte("[" + strings.Repeat(`{"nome":1},`, n*15_000) + "1]")
	},
	"chunks of a WebP image": func(t testing.TB, n int) (string, []byte) {
		return "a.webp", []byte("RIFF\xff\xff\xff\x00WEBP" + strings.Repeat("aaaa\x00\x00\x00\x00", n*20_000))
	},
	"segments of a JPEG image": func(t testing.TB, n int) (string, []byte) {
		return "a.jpg", jpegOf(t, slices.Repeat([]string{"\xe0"}, n*20_000)...)
	},
	"elements of an SVG": func(t testing.TB, n int) (string, []byte) {
		return "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg">` + strings.Repeat(`<rect x="1"/>`, n*10_000) + "</svg>")
	},
	"one line of cells": func(t testing.TB, n int) (string, []byte) {
		return "a.csv", bytes.Repeat([]byte("1;"), n*40_000)
	},
	"short lines": func(t testing.TB, n int) (string, []byte) {
		return "a.txt", bytes.Repeat([]byte("a\n"), n*40_000)
	},
	"paragraphs": func(t testing.TB, n int) (string, []byte) {
		parts := []string{}
		for i := range n {
			parts = append(parts, fmt.Sprintf("word/header%d.xml", i), "<a>"+strings.Repeat("<p>b</p>", 1<<18)+"</a>")
		}
		return "a.docx", docx(t, "x", parts...)
	},
	"parts without text": func(t testing.TB, n int) (string, []byte) {
		parts := []string{}
		for i := range n {
			parts = append(parts, fmt.Sprintf("word/theme/%d.xml", i), "<a>"+strings.Repeat("<p>b</p>", 1<<18)+"</a>")
		}
		return "a.docx", docx(t, "x", parts...)
	},
	"objects packed in a PDF": func(t testing.TB, n int) (string, []byte) {
		return "a.pdf", pdfOf("", packed("/Type/ObjStm/N 100000/First 400000", strings.Repeat("7 0 ", 100_000)+strings.Repeat("<</Author(A)>>", n*10_000)))
	},
	"notes in a PDF": func(t testing.TB, n int) (string, []byte) {
		return "a.pdf", pdfOf("", "<</Type/Catalog>>", strings.Repeat("<</Subtype/Text/Contents(x)/T(Anna)>>\nendobj\n9 0 obj\n", n*2000)+"<<>>")
	},
	"streams in a PDF": func(t testing.TB, n int) (string, []byte) {
		return "a.pdf", pdfOf("", "<</Type/Catalog>>", strings.Repeat(packed("/Type/ObjStm/N 1/First 4", "7 0 <</A 1>>")+"\nendobj\n9 0 obj\n", n*2000)+"<<>>")
	},
	"names in an SVG": func(t testing.TB, n int) (string, []byte) {
		return "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><style>` + strings.Repeat("a{fill:url(#b)}", n*10_000) + "</style></svg>")
	},
	"tags in a text": func(t testing.TB, n int) (string, []byte) {
		return "a.txt", bytes.Repeat([]byte("<a o"), n*50_000)
	},
}

// TestBombs holds that each stays within the budget at a size that a document of
// people does not reach, and that what is not read to the end says so.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("under the race detector its own memory would be measured")
	}
	for kind, make := range bombs {
		t.Run(kind, func(t *testing.T) {
			name, data := make(t, 20)
			inspected(t, name, data)
		})
	}
	for kind, want := range map[string]string{"cells that point at one long text": cut, "packed names of a picture": swelling, "paragraphs": cut, "notes in a PDF": cut, "streams in a PDF": swelling,
		"many packed names of a picture": swelling, "packets of properties": swelling} {
		name, data := bombs[kind](t, 20)
		if got := Inspect(name, data).Problem; got != want {
			t.Errorf("%s: the problem is %q, want %q", kind, got, want)
		}
	}
	for name, size := range map[string]int{"a.txt": MaxText, "a.csv": MaxText, "a.svg": MaxText, "a.pdf": MaxSize} {
		data := bytes.Repeat([]byte("a\n"), size/2+1)
		if name == "a.svg" {
			copy(data, "<svg>")
		}
		if got := Inspect(name, data).Problem; !strings.HasPrefix(got, "supera ") {
			t.Errorf("%s of %d bytes: the problem is %q", name, len(data), got)
		}
	}
}

// BenchmarkBombs doubles each: the time should double too, or stay.
func BenchmarkBombs(b *testing.B) {
	for kind, make := range bombs {
		for _, n := range []int{5, 10} {
			name, data := make(b, n)
			b.Run(fmt.Sprintf("%s/%d", kind, n), func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					Inspect(name, data)
				}
			})
		}
	}
}
