// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// vocabulary is every element of a drawing with its attributes, written down
// apart from the code that makes them.
var vocabulary = map[string][]string{
	"svg":     {"xmlns", "class", "viewBox", "font-size", "role", "aria-labelledby", "aria-describedby"},
	"title":   {"id"},
	"desc":    {"id"},
	"defs":    {},
	"pattern": {"id", "width", "height", "patternUnits", "patternTransform"},
	"rect":    {"class", "x", "y", "width", "height", "fill", "stroke", "stroke-width", "data-s", "data-c"},
	"circle":  {"class", "cx", "cy", "r", "fill"},
	"path":    {"class", "d", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-dashoffset"},
	"text":    {"class", "x", "y", "text-anchor", "font-size", "font-weight", "fill"},
}

var (
	painted = regexp.MustCompile(`^(none|#[0-9a-f]{6}|url\(#[a-z0-9-]+\))$`)
	simple  = regexp.MustCompile(`^[A-Za-z0-9 .()#-]*$`)
)

// inert says what in an SVG is more than a picture.
func inert(svg []byte) error {
	d := xml.NewDecoder(bytes.NewReader(svg))
	ids := map[string]bool{}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			allowed, ok := vocabulary[token.Name.Local]
			if !ok || token.Name.Space != "http://www.w3.org/2000/svg" {
				return fmt.Errorf("element %v", token.Name)
			}
			for _, a := range token.Attr {
				name := a.Name.Local
				switch {
				case a.Name.Space != "" || !slices.Contains(allowed, name):
					return fmt.Errorf("attribute %v of %s", a.Name, token.Name.Local)
				case (name == "fill" || name == "stroke") && !painted.MatchString(a.Value):
					return fmt.Errorf("%s=%q", name, a.Value)
				case name != "xmlns" && !simple.MatchString(a.Value):
					return fmt.Errorf("%s=%q", name, a.Value)
				case name == "id" && ids[a.Value]:
					return fmt.Errorf("id %s twice", a.Value)
				case name == "id":
					ids[a.Value] = true
				}
			}
		case xml.EndElement, xml.CharData:
		default:
			return fmt.Errorf("%T", token)
		}
	}
}

const svgHead = `<svg width="9" height="9" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">`

// Each of these is well-formed, drawn by no chart, and refused.
func TestReadPictureRefuses(t *testing.T) {
	text := func(style, rest string) string {
		return `<text dominant-baseline="central" text-anchor="start" style="` + style + `" ` + rest + `>x</text>`
	}
	good := text("font-size:15px;font-weight:400;", `fill="#17324d"`)
	if _, err := readPicture([]byte(svgHead + good + `</svg>`)); err != nil {
		t.Fatalf("a text is refused: %v", err)
	}
	cases := map[string]string{
		"script":               svgHead + `<script>alert(1)</script></svg>`,
		"foreign content":      svgHead + `<foreignObject/></svg>`,
		"image":                svgHead + `<image href="https://example.org/"/></svg>`,
		"link":                 svgHead + `<a href="javascript:alert(1)"/></svg>`,
		"style element":        svgHead + `<style>*{}</style></svg>`,
		"use":                  svgHead + `<use href="#x"/></svg>`,
		"html":                 svgHead + `<rect xmlns="http://www.w3.org/1999/xhtml" fill="none"/></svg>`,
		"handler":              svgHead + `<path d="M0 0L1 1" stroke="#5c6f82" onload="x"/></svg>`,
		"link attribute":       svgHead + `<path d="M0 0L1 1" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#x"/></svg>`,
		"own class":            svgHead + `<path d="M0 0L1 1" class="x"/></svg>`,
		"attribute twice":      svgHead + `<path d="M0 0L1 1" d="M0 0L2 2"/></svg>`,
		"address as a colour":  svgHead + `<path d="M0 0L1 1" stroke="url(https://example.org/)"/></svg>`,
		"own id as a colour":   svgHead + `<path d="M0 0L1 1" stroke="url(#x)"/></svg>`,
		"another colour":       svgHead + `<path d="M0 0L1 1" stroke="red"/></svg>`,
		"a curve":              svgHead + `<path d="M0 0C1 1 2 2 3 3"/></svg>`,
		"a triangle":           svgHead + `<path d="M0 0l5 0l0 5l-4 0Z"/></svg>`,
		"infinite":             svgHead + `<path d="M0 0LInf 1"/></svg>`,
		"far away":             svgHead + `<path d="M0 0L99999999 1"/></svg>`,
		"rotation":             svgHead + `<path d="M0 0L1 1" transform="rotate(1 2)"/></svg>`,
		"two moves":            svgHead + `<path d="M0 0L1 1" transform="translate(1 2) translate(1 2)"/></svg>`,
		"index":                svgHead + `<path d="M0 0L1 1" ecmeta_series_index="-1" ecmeta_data_index="0"/></svg>`,
		"half an index":        svgHead + `<path d="M0 0L1 1" ecmeta_series_index="1"/></svg>`,
		"group":                svgHead + `<g>` + good + `</g></svg>`,
		"text in text":         svgHead + strings.Replace(good, "x<", good+"<", 1) + `</svg>`,
		"svg in svg":           svgHead + svgHead + `</svg></svg>`,
		"two roots":            svgHead + `</svg>` + svgHead + `</svg>`,
		"loose words":          svgHead + `words</svg>`,
		"comment":              svgHead + `<!-- --></svg>`,
		"doctype":              `<!DOCTYPE svg>` + svgHead + `</svg>`,
		"entity":               svgHead + strings.Replace(good, "x<", "&nbsp;<", 1) + `</svg>`,
		"instruction":          `<?xml-stylesheet href="x"?>` + svgHead + `</svg>`,
		"cut short":            svgHead,
		"no root":              good,
		"other size":           strings.Replace(svgHead, `width="9"`, `width="8"`, 1) + `</svg>`,
		"a painted background": svgHead + `<rect fill="#ffffff"/></svg>`,
		"declaration":          svgHead + text("font-size:15px;font-weight:400;background:url(x)", "") + `</svg>`,
		"type size":            svgHead + text("font-size:0px;font-weight:400", "") + `</svg>`,
		"type weight":          svgHead + text("font-size:15px;font-weight:900", "") + `</svg>`,
		"no style":             svgHead + text("", "") + `</svg>`,
		"anchor":               svgHead + strings.Replace(good, `"start"`, `"x"`, 1) + `</svg>`,
		"baseline":             svgHead + strings.Replace(good, `"central"`, `"hanging"`, 1) + `</svg>`,
		"control character":    svgHead + strings.Replace(good, "x<", "\x00<", 1) + `</svg>`,
	}
	for name, svg := range cases {
		t.Run(name, func(t *testing.T) {
			if p, err := readPicture([]byte(svg)); err == nil {
				t.Errorf("readPicture accepts it: %+v", p)
			}
		})
	}
}

// Whatever ECharts may come to write, what leaves is a picture or an error.
func FuzzPicture(f *testing.F) {
	text := regexp.MustCompile(`>[^<]*<`)
	// Small, because the fuzzer tries to make them smaller.
	for _, inside := range []string{
		`<rect width="9" height="9" x="0" y="0" fill="none"></rect>`,
		`<path d="M1 2L1 8" fill="none" pointer-events="visible" stroke="#5c6f82" stroke-linecap="round"></path>`,
		`<path d="M1 2l3 0l0 2l-3 0Z" transform="translate(1 -2)" fill="#f6e4c8" stroke="#995c00" ecmeta_series_index="1" ecmeta_data_index="0" ecmeta_ssr_type="chart" ecmeta_silent="true"></path>`,
		`<path d="M1 2l3 0l0 2l-3 0Z" fill="#fefefe" stroke="#455b71" stroke-width="2" ecmeta_series_index="1" ecmeta_data_index="0" ecmeta_ssr_type="legend"></path>`,
		`<path d="M1 2L1 8" stroke="#17324d" stroke-dasharray="30,8" stroke-dashoffset="4"></path>`,
		`<text dominant-baseline="central" text-anchor="middle" style="font-size:15px;font-family:sans-serif;font-weight:700;" xml:space="preserve" x="1" y="2" fill="#ffffff">a &lt; b</text>`,
	} {
		f.Add([]byte(svgHead+inside+"</svg>"), "Titolo </title>", "Frase & altro")
	}
	f.Fuzz(func(t *testing.T, raw []byte, title, desc string) {
		p, err := readPicture(raw)
		if err != nil {
			return
		}
		svg := encode(p, frame{id: "g-w", class: "chart-wide", title: clean(title), desc: clean(desc), series: 2})
		if err := inert(svg); err != nil {
			t.Errorf("%v in %s", err, svg)
		}
		markup := text.ReplaceAllString(string(svg), "><")
		for _, word := range []string{"<script", "<foreignObject", "href=", " on", "style=", "<!", "<?"} {
			if strings.Contains(markup, word) {
				t.Errorf("%q in %s", word, svg)
			}
		}
	})
}
