// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Files that search engines read.
const (
	robotsName  = "robots.txt"
	sitemapName = "sitemap.xml"
)

var (
	// closed are the words that keep a page out of search engines.
	closed = regexp.MustCompile(`(?i)\b(noindex|nofollow|none|noarchive|nosnippet|unavailable_after)\b`)
	// engines are the names under which pages speak to search engines.
	engines = regexp.MustCompile(`(?i)^(robots|googlebot(-news)?|bingbot|slurp|duckduckbot)$`)
	// serverSettings are files that servers and hosts take orders from.
	serverSettings = regexp.MustCompile(`^(_headers|_redirects|\.htaccess|\.htpasswd|web\.config|netlify\.toml|vercel\.json|staticwebapp\.config\.json|nginx\.conf|Caddyfile)$`)
	// barred are the orders that keep out search engines or people.
	barred = regexp.MustCompile(`(?i)x-robots-tag[^\n]*\b(noindex|nofollow|none)\b|\b(AuthType|AuthUserFile|auth_basic|basic-auth|basicauth|Require\s+valid-user)\b|^\s*(Deny|Require\s+all\s+denied)\b`)
)

// checkIndexing holds that a page lets itself be found (D.Lgs. 33/2013, art. 9:
// no filter or technical means may stop search engines).
func (p *page) checkIndexing() {
	for _, n := range p.all("meta") {
		if engines.MatchString(attr(n, "name")) || strings.EqualFold(attr(n, "http-equiv"), "x-robots-tag") {
			if closed.MatchString(attr(n, "content")) {
				p.fault("page-not-indexable", "la pagina dice ai motori di ricerca %q", attr(n, "content"))
			}
		}
	}
}

// checkRobots holds that robots.txt shuts nothing.
func (f *file) checkRobots(data []byte) {
	for line := range strings.Lines(string(data)) {
		line, _, _ = strings.Cut(line, "#")
		key, value, _ := strings.Cut(line, ":")
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if (key == "disallow" || key == "noindex") && value != "" {
			f.fault("site-robots", "la riga %q tiene fuori i motori di ricerca", fold(line))
		}
	}
}

// checkServer holds that orders to servers shut nothing.
func (f *file) checkServer(data []byte) {
	for line := range strings.Lines(string(data)) {
		if barred.MatchString(line) {
			f.fault("site-server", "la riga %q tiene fuori i motori di ricerca o le persone", fold(line))
		}
	}
}

// drafts returns the folders of the editions that the manifest calls drafts:
// they are there to be looked at, and in no list for the public.
func (s *site) drafts() []string {
	f := s.byPath[manifestName]
	if f == nil {
		return nil
	}
	var m struct {
		Editions []struct {
			ID    string `json:"id"`
			State string `json:"state"`
		} `json:"editions"`
	}
	if json.Unmarshal(f.text, &m) != nil {
		return nil // told of elsewhere
	}
	var out []string
	for _, e := range m.Editions {
		if e.State == "draft" && e.ID != "" {
			out = append(out, e.ID+"/")
		}
	}
	return out
}

// checkSitemap holds that sitemap.xml lists the pages to be found, all of them
// and no other.
func (s *site) checkSitemap() []Fault {
	f := s.byPath[sitemapName]
	if f == nil {
		return nil
	}
	wanted := map[string]bool{}
	drafts := s.drafts()
	for _, p := range s.pages {
		if slices.ContainsFunc(drafts, func(folder string) bool { return strings.HasPrefix(p.name, folder) }) {
			continue
		}
		if p.canonical != "" && !p.refresh {
			wanted[p.canonical] = true
		}
	}
	var out []Fault
	listed, err := locations(f.text)
	if err != nil {
		return append(out, newFault(f.path, "file-xml", "il file non è XML: %v", err))
	}
	seen := map[string]bool{}
	for _, at := range listed {
		switch {
		case seen[at]:
			out = append(out, newFault(f.path, "site-sitemap", "%s è elencata due volte", at))
		case !wanted[at]:
			out = append(out, newFault(f.path, "site-sitemap", "%s è elencata, ma nessuna pagina del sito ha questo indirizzo", at))
		}
		seen[at] = true
	}
	for _, at := range slices.Sorted(maps.Keys(wanted)) {
		if !seen[at] {
			out = append(out, newFault(f.path, "site-sitemap", "manca %s", at))
		}
	}
	return out
}

// locations returns the addresses that a sitemap lists.
func locations(data []byte) ([]string, error) {
	var out []string
	var text strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			text.Reset()
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			if t.Name.Local == "loc" {
				out = append(out, strings.TrimSpace(text.String()))
			}
		}
	}
}
