// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Format is a kind of file.
type Format struct {
	Name       string   // Italian: "PDF", "foglio Excel"; "" when the format is not known
	MediaType  string   // of IANA
	Extensions []string // small letters, with the dot; the first is the usual one
	// Open says that the format is public, documented in full and bound to no
	// one's tool (D.Lgs. 82/2005, art. 1, c. 1, l-bis).
	Open bool

	kind kind
}

// Fits reports whether the name ends as a file of this format does.
func (f Format) Fits(name string) bool {
	return slices.Contains(f.Extensions, strings.ToLower(path.Ext(name)))
}

// kind says what reads a format.
type kind int

const (
	unknown kind = iota
	pdf
	ooxml
	odf
	picture
	vector
	text
	other // known by name, not opened
)

var (
	pdfFormat  = Format{"PDF", "application/pdf", []string{".pdf"}, true, pdf}
	docxFormat = Format{"documento Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{".docx"}, true, ooxml}
	xlsxFormat = Format{"foglio Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{".xlsx"}, true, ooxml}
	pptxFormat = Format{"presentazione PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", []string{".pptx"}, true, ooxml}

	pngFormat  = Format{"immagine PNG", "image/png", []string{".png"}, true, picture}
	jpegFormat = Format{"immagine JPEG", "image/jpeg", []string{".jpg", ".jpeg"}, true, picture}
	webpFormat = Format{"immagine WebP", "image/webp", []string{".webp"}, true, picture}
	gifFormat  = Format{"immagine GIF", "image/gif", []string{".gif"}, true, picture}
	svgFormat  = Format{"immagine SVG", "image/svg+xml", []string{".svg"}, true, vector}

	csvFormat  = Format{"CSV", "text/csv", []string{".csv", ".tsv"}, true, text}
	jsonFormat = Format{"JSON", "application/json", []string{".json", ".geojson", ".jsonld"}, true, text}
	xmlFormat  = Format{"XML", "application/xml", []string{".xml", ".rdf"}, true, text}
	txtFormat  = Format{"testo semplice", "text/plain", []string{".txt", ".md", ".ttl", ".toml"}, true, text}

	// What is known only so that a message can name it; none may be attached.
	zipFormat    = Format{"archivio ZIP", "application/zip", []string{".zip"}, true, other}
	htmlFormat   = Format{"pagina HTML", "text/html", []string{".html", ".htm", ".xhtml"}, true, other}
	rtfFormat    = Format{"testo RTF", "application/rtf", []string{".rtf"}, false, other}
	signedFormat = Format{"documento con firma digitale P7M", "application/pkcs7-mime", []string{".p7m"}, false, other}
	oldOffice    = Format{"documento Office di prima del 2007", "application/x-ole-storage", []string{".doc", ".xls", ".ppt"}, false, other}
	lockedOffice = Format{"documento Office protetto", "application/octet-stream", []string{".docx", ".xlsx", ".pptx"}, false, other}
)

// openDocument holds the formats of ODF (ISO/IEC 26300) by media type.
var openDocument = map[string]Format{
	"application/vnd.oasis.opendocument.text":         {"testo OpenDocument", "application/vnd.oasis.opendocument.text", []string{".odt"}, true, odf},
	"application/vnd.oasis.opendocument.spreadsheet":  {"foglio OpenDocument", "application/vnd.oasis.opendocument.spreadsheet", []string{".ods"}, true, odf},
	"application/vnd.oasis.opendocument.presentation": {"presentazione OpenDocument", "application/vnd.oasis.opendocument.presentation", []string{".odp"}, true, odf},
	"application/vnd.oasis.opendocument.graphics":     {"disegno OpenDocument", "application/vnd.oasis.opendocument.graphics", []string{".odg"}, true, odf},
}

// detect tells the format of data by what they hold; the name decides between
// texts only.
func detect(name string, data []byte) Format {
	has := func(at int, magic string) bool {
		return len(data) >= at+len(magic) && string(data[at:at+len(magic)]) == magic
	}
	switch {
	case has(0, "\x30") && bytes.Contains(data[:min(len(data), 64)], []byte("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02")): // signedData of RFC 5652
		return signedFormat
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")): // readers accept bytes before it
		return pdfFormat
	case has(0, "\x89PNG\r\n\x1a\n"):
		return pngFormat
	case has(0, "\xff\xd8\xff"):
		return jpegFormat
	case has(0, "RIFF") && has(8, "WEBP"):
		return webpFormat
	case has(0, "GIF87a"), has(0, "GIF89a"):
		return gifFormat
	case has(0, "PK\x03\x04"), has(0, "PK\x05\x06"):
		return detectArchive(data)
	case has(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return detectOld(data)
	case has(0, "{\\rtf"):
		return rtfFormat
	}
	if isText(data) {
		return detectText(name, data)
	}
	return Format{}
}

// detectArchive tells what is in a ZIP file.
func detectArchive(data []byte) Format {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return zipFormat
	}
	found := zipFormat
	for i, f := range archive.File {
		switch {
		case i == 0 && f.Name == "mimetype":
			// The first entry, stored, is the media type (ODF 1.3 part 2, 3.3).
			media, err := readPart(f, 200)
			if known, ok := openDocument[strings.TrimSpace(string(media))]; ok && err == nil {
				return known
			}
		case f.Name == "word/document.xml":
			found = docxFormat
		case f.Name == "xl/workbook.xml":
			found = xlsxFormat
		case f.Name == "ppt/presentation.xml":
			found = pptxFormat
		}
	}
	return found
}

// detectOld tells a locked document from one of Word, Excel or PowerPoint before
// 2007: both are compound files (MS-CFB).
func detectOld(data []byte) Format {
	if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")) {
		return lockedOffice
	}
	return oldOffice
}

// isText reports whether data are text: no control characters but those that
// texts have.
func isText(data []byte) bool {
	for _, c := range data {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f {
			return false
		}
	}
	return len(data) > 0
}

// detectText tells texts apart. What is called a plain text is shown as one,
// whatever it says.
func detectText(name string, data []byte) Format {
	if txtFormat.Fits(name) {
		return txtFormat
	}
	start := strings.TrimLeft(strings.TrimPrefix(string(data[:min(len(data), 4096)]), "\ufeff"), " \t\r\n")
	switch {
	case strings.HasPrefix(start, "<"):
		if f, ok := detectXML(data); ok {
			return f
		}
	case strings.HasPrefix(start, "{"), strings.HasPrefix(start, "["):
		if utf8.Valid(data) && json.Valid(bytes.TrimPrefix(data, []byte("\ufeff"))) {
			return jsonFormat
		}
	}
	if csvFormat.Fits(name) {
		return csvFormat
	}
	return txtFormat
}
