// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"strings"

	"github.com/bep/imagemeta"
)

// pictureTags are the properties of pictures that hold the name of a person, of
// EXIF (CIPA DC-008) and of IPTC.
var pictureTags = map[string]string{
	"Artist":          "autore dell'immagine",
	"XPAuthor":        "autore dell'immagine",
	"OwnerName":       "proprietario della fotocamera",
	"CameraOwnerName": "proprietario della fotocamera",
	"Copyright":       "diritti",
	"By-line":         "autore dell'immagine",
	"Credit":          "riconoscimento",
	"CopyrightNotice": "diritti",
	"Contact":         "contatto",
	"Writer-Editor":   "autore della didascalia",
}

// pictureWords are the properties of pictures in which somebody writes what
// they show: EXIF, IPTC and what Windows adds.
var pictureWords = map[string]string{
	"ImageDescription": "descrizione dell'immagine",
	"XPComment":        "commento dell'immagine",
	"XPTitle":          "titolo dell'immagine",
	"XPSubject":        "oggetto dell'immagine",
	"Caption-Abstract": "didascalia",
	"Headline":         "titolo dell'immagine",
}

// readPicture reads the properties of a PNG, JPEG, WebP or GIF image; from is
// said after where each stands.
func (b *builder) readPicture(data []byte, from string) {
	b.readXMP(data, from)
	format := imagemeta.JPEG
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG")):
		format = imagemeta.PNG
		b.readPNG(data, from)
	case bytes.HasPrefix(data, []byte("RIFF")):
		format = imagemeta.WebP
	case bytes.HasPrefix(data, []byte("GIF")):
		return // has neither EXIF nor IPTC
	}
	_, err := imagemeta.Decode(imagemeta.Options{
		R:           bytes.NewReader(data),
		ImageFormat: format,
		Sources:     imagemeta.EXIF | imagemeta.IPTC,
		ShouldHandleTag: func(t imagemeta.TagInfo) bool {
			return pictureTags[t.Tag] != "" || pictureWords[t.Tag] != "" || isGPS(t)
		},
		HandleTag: func(t imagemeta.TagInfo) error {
			switch {
			case isGPS(t):
				b.Position = true
			case pictureWords[t.Tag] != "":
				b.add(pictureWords[t.Tag]+from, 0, tagText(t.Value))
			default:
				b.author(pictureTags[t.Tag]+from, tagText(t.Value))
			}
			return nil
		},
	})
	if err != nil && !bytes.HasPrefix(data, []byte("RIFF")) {
		b.problem("ha proprietà rovinate, che non si riescono a leggere tutte")
	}
}

// isGPS reports whether a tag says where the picture was taken; the version of
// the tags alone, which some cameras always write, does not.
func isGPS(t imagemeta.TagInfo) bool {
	return t.Tag == "GPSLatitude" || t.Tag == "GPSLongitude" || t.Tag == "GPSDestLatitude"
}

// tagText returns the value of a tag as text. Of what Windows writes in UTF-16
// (XPAuthor) the library leaves the letters of ASCII: enough to see that a name
// is there.
func tagText(value any) string {
	if list, ok := value.([]string); ok {
		return strings.Join(list, ", ")
	}
	return fmt.Sprint(value)
}

// pngKeywords are the properties of PNG (ISO/IEC 15948, 11.3.4.2) that hold the
// name of a person.
var pngKeywords = map[string]string{"Author": "autore dell'immagine", "Copyright": "diritti", "Artist": "autore dell'immagine"}

// pngWords are those in which somebody writes what the picture shows.
var pngWords = map[string]string{"Description": "descrizione dell'immagine", "Comment": "commento dell'immagine"}

// readPNG reads the chunks of text of a PNG image; compressed ones too.
func (b *builder) readPNG(data []byte, from string) {
	for at := 8; at+12 <= len(data); {
		length := int(binary.BigEndian.Uint32(data[at:]))
		name := string(data[at+4 : at+8])
		if length > len(data)-at-12 {
			b.problem(broken)
			return
		}
		body := data[at+8 : at+8+length]
		at += 12 + length
		keyword, rest, _ := bytes.Cut(body[:min(len(body), maxChunk)], []byte{0})
		read := b.pngReader(string(keyword), from)
		if read == nil { // of no interest: not even decompressed
			continue
		}
		switch name {
		case "tEXt":
			read(fromLatin1(rest))
		case "zTXt":
			if len(rest) > 1 {
				read(fromLatin1(b.inflate(rest[1:])))
			}
		case "iTXt":
			read(b.internationalText(rest))
		}
	}
}

// maxChunk is how much of one chunk of a picture, or of what it unpacks to, is
// read: properties are far below.
const maxChunk = 1 << 20

// pngReader returns what takes the value of a property, nil for none that
// matters.
func (b *builder) pngReader(keyword, from string) func(value string) {
	author, words := pngKeywords[keyword], pngWords[keyword]
	switch {
	case keyword == "XML:com.adobe.xmp":
		return func(value string) { b.readXMP([]byte(value), from) }
	case author != "":
		return func(value string) { b.author(author+from, value) }
	case keyword == "Title" && from == "" && b.Title == "":
		return func(value string) { b.Title = value }
	case words != "":
		return func(value string) { b.add(words+from, 0, value) }
	}
	return nil
}

// internationalText returns the text of an iTXt chunk after its keyword:
// compression, method, language, translated keyword, text.
func (b *builder) internationalText(rest []byte) string {
	if len(rest) < 2 {
		return ""
	}
	compressed := rest[0] != 0
	_, rest, _ = bytes.Cut(rest[2:], []byte{0})
	_, rest, _ = bytes.Cut(rest, []byte{0})
	if compressed {
		rest = b.inflate(rest)
	}
	return string(rest)
}

// inflate decompresses what properties of a picture can hold; what is more is
// cut, and counts with all that the document unpacks to.
func (b *builder) inflate(data []byte) []byte {
	if !b.unpack() {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	defer r.Close()
	out, _ := io.ReadAll(io.LimitReader(r, max(0, min(maxChunk, maxInflated-b.inflated)))) // what comes before a fault still counts
	if b.inflated += int64(len(out)); b.inflated >= maxInflated {
		b.problem(swelling)
	}
	return out
}
