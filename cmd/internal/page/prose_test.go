// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"vetro/cmd/internal/language"
)

// notProse are what readability is not measured on: lists, tables, captions
// and metadata, figures, the text that the law prescribes.
var (
	notProse      = []string{"ul", "ol", "dl", "table", "figure", "nav", "form", "header", "footer"}
	notProseClass = []string{"registro", "citazione", "riga-conto", "cifra-fonte", "torna-su", "testata-link"}
)

// prose returns the paragraphs of a built page, one a line.
func prose(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	var walk func(n *html.Node, inMain bool)
	walk = func(n *html.Node, inMain bool) {
		if n.Type == html.ElementNode {
			if slices.Contains(notProse, n.Data) {
				return
			}
			for _, a := range n.Attr {
				if a.Key == "data-solo-script" || a.Key == "data-element" && a.Val == "legal-notes-body" {
					return
				}
				if a.Key == "class" && slices.ContainsFunc(strings.Fields(a.Val), func(c string) bool { return slices.Contains(notProseClass, c) }) {
					return
				}
			}
			inMain = inMain || n.Data == "main"
			if text := strings.Join(strings.Fields(nodeText(n)), " "); n.Data == "p" && inMain && text != "" && !isLink(n) {
				lines = append(lines, text)
				return
			}
		}
		for c := range n.ChildNodes() {
			walk(c, inMain)
		}
	}
	walk(root, false)
	return strings.Join(lines, "\n")
}

// isLink reports whether a paragraph is nothing but links or badges.
func isLink(p *html.Node) bool {
	for c := range p.ChildNodes() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" || c.Type == html.ElementNode && c.Data != "a" && c.Data != "span" {
			return false
		}
	}
	return true
}

func TestProse(t *testing.T) {
	const page = `<header><p>Intestazione.</p></header><main><h1>Titolo</h1><p class="lead">Primo
	<a href="#x">capoverso</a>.</p><ul><li><p>voce</p></li></ul><table><caption>didascalia</caption></table>
	<figure><p>figura</p></figure><p><a href="#y">solo collegamento</a></p><p data-element="legal-notes-body">fisso</p>
	<section class="x registro"><p>dati</p></section><p>Secondo.</p></main><p>fuori</p>`
	if got, want := prose(t, page), "Primo capoverso.\nSecondo."; got != want {
		t.Errorf("prose = %q, want %q", got, want)
	}
}

// TestReadability: whoever finished lower secondary school reads every page.
func TestReadability(t *testing.T) {
	for name, dir := range projects {
		s := build(t, load(t, os.DirFS(dir)))
		judged, lowest, worst := 0, 100.0, ""
		for _, f := range s.Files() {
			if !isPage(f.Path) {
				continue
			}
			text := prose(t, string(f.Data))
			index, words := language.Gulpease(text)
			if words < language.MinGulpeaseWords {
				continue
			}
			judged++
			if index < lowest {
				lowest, worst = index, f.Path
			}
			if index < language.MinGulpease {
				t.Errorf("%s: %s has the index %.1f on %d words, want at least %d:\n%s", name, f.Path, index, words, language.MinGulpease, text)
			}
		}
		t.Logf("%s: %d pages, lowest %.1f: %s", name, judged, lowest, worst)
		if judged < 2 && name != "skeleton" {
			t.Errorf("%s: only %d pages have enough prose", name, judged)
		}
	}
}

// nodeText is the text of n and of all below it.
func nodeText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
