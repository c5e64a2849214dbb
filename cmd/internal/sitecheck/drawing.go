// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

// checkSVG holds that a picture is XML and carries nothing that runs or comes
// from elsewhere: one that is opened by itself is a page of its own.
func (f *file) checkSVG(data []byte) {
	styles := 0 // open
	err := tokens(data, func(t xml.Token) {
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "style" {
				styles++
			}
			f.checkShape(t)
		case xml.EndElement:
			if t.Name.Local == "style" {
				styles--
			}
		case xml.CharData:
			if styles > 0 && asks.Match(t) {
				f.fault("file-picture", "nel disegno c'è uno stile che chiede altri file")
			}
		}
	})
	if err != nil {
		f.faults = nil
		f.fault("file-xml", "il file non è XML: %v", err)
	}
}

// asks is what a style sheet asks others with, or hides that it does.
var asks = regexp.MustCompile(`(?i)url\(|@import|\\`)

// checkShape judges one element of a picture.
func (f *file) checkShape(e xml.StartElement) {
	if slices.Contains([]string{"script", "foreignobject", "iframe"}, strings.ToLower(e.Name.Local)) {
		f.fault("file-picture", "nel disegno c'è un elemento %s", e.Name.Local)
	}
	for _, a := range e.Attr {
		name := strings.ToLower(a.Name.Local)
		outside := (name == "href" || name == "src") && !strings.HasPrefix(a.Value, "#") || strings.Contains(a.Value, "url(") && !strings.Contains(a.Value, "url(#")
		if outside || name == "style" || strings.HasPrefix(name, "on") {
			f.fault("file-picture", "un elemento %s del disegno ha %s=%q", e.Name.Local, a.Name.Local, a.Value)
		}
	}
}

func (f *file) checkXML(data []byte) {
	if err := tokens(data, func(xml.Token) {}); err != nil {
		f.fault("file-xml", "il file non è XML: %v", err)
	}
}

// tokens calls visit for the tokens of an XML document, and returns what is not
// well formed in it.
func tokens(data []byte, visit func(xml.Token)) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for elements := 0; ; {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && elements == 0:
			return errors.New("non c'è nessun elemento")
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if _, ok := t.(xml.StartElement); ok {
			elements++
		}
		visit(t)
	}
}
