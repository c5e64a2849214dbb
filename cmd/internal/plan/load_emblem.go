// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// emblemFolder is where the picture of the stemma lies.
const emblemFolder = "content/immagini"

// emblem returns the path of the stemma, which must be there.
func (l *loader) emblem(t *table) string {
	s := t.picture("stemma")
	if s == "" {
		return ""
	}
	if !fs.ValidPath(s) || s == "." || strings.Contains(s, `\`) {
		fault(t, t.at("stemma"), "invalid-value", fmt.Sprintf("%s deve essere il nome di un file in %s/: %s non lo è", diag.Quote("stemma"), emblemFolder, diag.Quote(s)), "")
		return ""
	}
	if !slices.Contains([]string{".svg", ".png", ".webp", ".jpg", ".jpeg"}, path.Ext(s)) {
		fault(t, t.at("stemma"), "invalid-value", fmt.Sprintf("%s deve essere un'immagine: %s non lo è", diag.Quote("stemma"), diag.Quote(s)),
			"vanno bene i file .svg, .png, .webp e .jpg")
		return ""
	}
	name := path.Join(emblemFolder, s)
	if source.BrokenLink(l.fsys, name, l.report) {
		return ""
	}
	if info, err := fs.Stat(l.fsys, name); err != nil || !info.Mode().IsRegular() {
		fault(t, t.at("stemma"), "missing-file", fmt.Sprintf("il file dello stemma, %s, non c'è", diag.Quote(name)),
			"copialo in quella cartella, oppure togli la riga")
		return ""
	}
	if path.Ext(s) == ".svg" && !l.safeEmblem(t, name) {
		return ""
	}
	return s
}

// picture returns the name of a picture at a key.
func (t *table) picture(name string) string {
	t.key(name, KindPicture)
	return t.oneLine(name)
}

// safeEmblem reports an SVG that does more than show itself.
func (l *loader) safeEmblem(t *table, name string) bool {
	f := source.Read(l.fsys, name, l.report)
	if f == nil {
		return false
	}
	found, err := unsafeSVG(f.Data)
	if err != nil {
		fault(t, t.at("stemma"), "unsafe-image", fmt.Sprintf("il file dello stemma, %s, non si riesce a leggere come SVG", diag.Quote(name)),
			"salvalo di nuovo da un programma di grafica, oppure usa un PNG")
		return false
	}
	if found != "" {
		fault(t, t.at("stemma"), "unsafe-image", fmt.Sprintf("nello stemma %s c'è %s: aperto nel browser farebbe altro che mostrarsi", diag.Quote(name), found),
			"salvalo come «SVG semplice» da un programma di grafica, oppure usa un PNG")
		return false
	}
	return true
}

// activeElements run code or show other documents.
var activeElements = []string{"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"}

var (
	// outside finds in a style what loads another file: url(#…) is of this one.
	outside = regexp.MustCompile(`(?i)@import|\burl\(\s*["']?\s*[^#"'\s)]|\\|expression\s*\(|image-set\s*\(`)
	// picture is the one kind of data: address that cannot hold a document.
	picture = regexp.MustCompile(`^data:image/(png|jpeg|webp|gif);base64,`)
)

// unsafeSVG says what in an SVG runs code or reaches out of the file, or "".
// It fails on what is no SVG, since a browser may read that in its own way.
func unsafeSVG(data []byte) (found string, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	root, depthOfStyle := "", 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if root != "svg" {
				return "", fmt.Errorf("the root is %q, want svg", root)
			}
			return "", nil
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(token), []byte("ENTITY")) {
				return "una dichiarazione di entità", nil
			}
		case xml.ProcInst:
			if token.Target != "xml" {
				return diag.Quote("<?" + token.Target + "?>"), nil
			}
		case xml.StartElement:
			name := strings.ToLower(token.Name.Local)
			if root == "" {
				root = token.Name.Local
			}
			if slices.Contains(activeElements, name) {
				return diag.Quote("<" + token.Name.Local + ">"), nil
			}
			if depthOfStyle > 0 || name == "style" {
				depthOfStyle++
			}
			for _, a := range token.Attr {
				if unsafeAttribute(a) {
					return diag.Quote(a.Name.Local + `="` + a.Value + `"`), nil
				}
			}
		case xml.EndElement:
			depthOfStyle = max(0, depthOfStyle-1)
		case xml.CharData:
			if depthOfStyle > 0 && outside.Match(token) {
				return "uno stile che carica altri file", nil
			}
		}
	}
}

// unsafeAttribute reports whether an attribute runs code or reaches out.
func unsafeAttribute(a xml.Attr) bool {
	name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
	switch {
	case strings.HasPrefix(name, "on"):
		return true
	case name == "href" || name == "src":
		return value != "" && !strings.HasPrefix(value, "#") && !picture.MatchString(value)
	case name == "attributename": // an animation can change a harmless address
		lower := strings.ToLower(value)
		return strings.HasSuffix(lower, "href") || strings.HasPrefix(lower, "on") || lower == "src"
	case a.Name.Space == "xmlns" || name == "xmlns":
		return false
	}
	return outside.MatchString(value)
}
