// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// levels are the names of headings.
var levels = []string{"h1", "h2", "h3", "h4", "h5", "h6"}

// languageTag is the form of RFC 5646 that pages use: a language, perhaps a
// script and a region.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$`)

func (p *designPage) checkLanguage() {
	for _, n := range p.elements {
		lang := attr(n, "lang")
		switch {
		case n.Data == "html" && n.Parent.Type == html.DocumentNode && lang == "":
			p.flaw("language", "l'elemento html non ha lang")
		case has(n, "lang") && !languageTag.MatchString(lang):
			p.flaw("language", "%q non è una lingua", lang)
		}
	}
}

// checkViewport holds that a reader may enlarge the page (WCAG 1.4.4).
func (p *designPage) checkViewport(viewport string) {
	if viewport == "" {
		p.flaw("viewport", "la pagina non dice di adattarsi allo schermo")
		return
	}
	for part := range strings.SplitSeq(viewport, ",") {
		key, value, _ := strings.Cut(strings.ToLower(strings.TrimSpace(part)), "=")
		if key == "user-scalable" && (value == "no" || value == "0") || key == "maximum-scale" {
			p.flaw("viewport", "%q impedisce di ingrandire la pagina", strings.TrimSpace(part))
		}
	}
}

// checkMeta holds that a page says how it is written and lets itself be
// enlarged, and that one that leads elsewhere does so at once: a delay takes a
// page away from who is reading it (WCAG 2.2.1).
func (p *designPage) checkMeta() {
	viewport, charset := "", ""
	for _, n := range p.all("meta") {
		switch {
		case attr(n, "name") == "viewport":
			viewport = attr(n, "content")
		case has(n, "charset"):
			charset = attr(n, "charset")
		case strings.EqualFold(attr(n, "http-equiv"), "refresh"):
			delay, to, _ := strings.Cut(attr(n, "content"), ";")
			name, _, found := strings.Cut(strings.TrimSpace(to), "=")
			if strings.TrimSpace(delay) != "0" || !found || !strings.EqualFold(strings.TrimSpace(name), "url") {
				p.flaw("refresh", "the page changes by itself after %q", attr(n, "content"))
			}
		}
	}
	if !strings.EqualFold(charset, "utf-8") {
		p.flaw("encoding", "the page does not say that it is UTF-8")
	}
	p.checkViewport(viewport)
}

var (
	// closed are the words that keep a page out of search engines.
	closed = regexp.MustCompile(`(?i)\b(noindex|nofollow|none|noarchive|nosnippet|unavailable_after)\b`)
	// engines are the names under which pages speak to search engines.
	engines = regexp.MustCompile(`(?i)^(robots|googlebot(-news)?|bingbot|slurp|duckduckbot)$`)
)

// checkIndexing holds that a page lets itself be found (D.Lgs. 33/2013, art. 9:
// no filter or technical means may stop search engines).
func (p *designPage) checkIndexing() {
	for _, n := range p.all("meta") {
		if engines.MatchString(attr(n, "name")) || strings.EqualFold(attr(n, "http-equiv"), "x-robots-tag") {
			if closed.MatchString(attr(n, "content")) {
				p.flaw("not-indexable", "la pagina dice ai motori di ricerca %q", attr(n, "content"))
			}
		}
	}
}

// outline keeps the headings of a page of the kinds that repeat, each with
// those it stands under.
func (p *designPage) outline() {
	if kind(p.name) == "" {
		return
	}
	var above [7]string
	for _, n := range p.all(levels...) {
		level := int(n.Data[1] - '0')
		if level == 1 || within(n, called("main")) == nil || within(n, called("nav")) != nil {
			continue
		}
		above[level] = content(n)
		p.sections = append(p.sections, strings.Join(above[2:level+1], " › "))
	}
}

// repeating are the folders of an edition whose pages are all of one kind.
var repeating = []string{"progetti", "settori", "grafici"}

// kind returns the folder of pages alike that the page stands in, "" when it is
// one of its own. A page that lists projects has a heading for each: it has no
// sections, and stands here like any other.
func kind(name string) string {
	folder := path.Dir(path.Dir(name))
	if path.Base(name) != "index.html" || !slices.Contains(repeating, path.Base(folder)) {
		return ""
	}
	return folder
}

// checkSequences holds that pages of one kind have their sections in one order
// (omogeneità, D.Lgs. 33/2013, art. 6): what the data lack may be left out, but
// nothing changes place.
func (s *design) checkSequences() []flaw {
	var out []flaw
	type pair struct{ kind, before, after string }
	first := map[pair]*designPage{}
	for _, p := range s.pages {
		reported := false
		for i, before := range p.sections {
			for _, after := range p.sections[i+1:] {
				k := kind(p.name)
				if other := first[pair{k, after, before}]; other != nil && !reported {
					out = append(out, flawAt(p.name, "sequence", "«%s» viene prima di «%s», che in %s viene dopo", before, after, other.name))
					reported = true
				}
				if first[pair{k, before, after}] == nil {
					first[pair{k, before, after}] = p
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b flaw) int { return cmp.Compare(a.path, b.path) })
	return out
}
