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
	old    // Microsoft's formats before 2007, and locked ones
	signed // a document inside a digital signature
	bundle // files in an archive
	other  // known, nothing to read
)

var (
	pdfFormat  = Format{"PDF", "application/pdf", []string{".pdf"}, true, pdf}
	docxFormat = Format{"documento Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{".docx"}, true, ooxml}
	xlsxFormat = Format{"foglio Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{".xlsx"}, true, ooxml}
	pptxFormat = Format{"presentazione PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", []string{".pptx"}, true, ooxml}
	// With macros the same three have other names.
	macroFormat = Format{"documento Office con macro", "application/octet-stream", []string{".docm", ".xlsm", ".pptm"}, false, ooxml}

	pngFormat  = Format{"immagine PNG", "image/png", []string{".png"}, true, picture}
	jpegFormat = Format{"immagine JPEG", "image/jpeg", []string{".jpg", ".jpeg"}, true, picture}
	webpFormat = Format{"immagine WebP", "image/webp", []string{".webp"}, true, picture}
	gifFormat  = Format{"immagine GIF", "image/gif", []string{".gif"}, true, picture}
	svgFormat  = Format{"immagine SVG", "image/svg+xml", []string{".svg"}, true, vector}

	csvFormat  = Format{"CSV", "text/csv", []string{".csv", ".tsv"}, true, text}
	jsonFormat = Format{"JSON", "application/json", []string{".json", ".geojson", ".jsonld"}, true, text}
	xmlFormat  = Format{"XML", "application/xml", []string{".xml", ".rdf"}, true, text}
	txtFormat  = Format{"testo semplice", "text/plain", []string{".txt", ".md", ".ttl", ".toml"}, true, text}

	zipFormat    = Format{"archivio ZIP", "application/zip", []string{".zip"}, true, bundle}
	htmlFormat   = Format{"pagina HTML", "text/html", []string{".html", ".htm", ".xhtml"}, true, other}
	rtfFormat    = Format{"testo RTF", "application/rtf", []string{".rtf"}, false, old}
	signedFormat = Format{"documento con firma digitale P7M", "application/pkcs7-mime", []string{".p7m"}, false, signed}
	docFormat    = Format{"documento Word 97-2003", "application/msword", []string{".doc", ".dot"}, false, old}
	xlsFormat    = Format{"foglio Excel 97-2003", "application/vnd.ms-excel", []string{".xls", ".xlt"}, false, old}
	pptFormat    = Format{"presentazione PowerPoint 97-2003", "application/vnd.ms-powerpoint", []string{".ppt", ".pps"}, false, old}
	lockedOffice = Format{"documento Office protetto", "application/octet-stream", []string{".docx", ".xlsx", ".pptx"}, false, old}
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
	case has(0, "\x30") && bytes.Contains(data[:min(len(data), 64)], []byte("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02")): // signedData of RFC 5652
		return signedFormat
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
	if found.kind == ooxml && slices.ContainsFunc(archive.File, func(f *zip.File) bool { return path.Base(f.Name) == "vbaProject.bin" }) {
		return macroFormat
	}
	return found
}

// detectOld tells what is in an OLE compound file by the names of its streams.
func detectOld(data []byte) Format {
	wide := func(s string) []byte { return []byte(strings.Join(strings.Split(s, ""), "\x00")) }
	switch {
	case bytes.Contains(data, wide("EncryptedPackage")):
		return lockedOffice
	case bytes.Contains(data, wide("WordDocument")):
		return docFormat
	case bytes.Contains(data, wide("PowerPoint Document")):
		return pptFormat
	case bytes.Contains(data, wide("Workbook")), bytes.Contains(data, wide("Book")):
		return xlsFormat
	}
	return Format{}
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
