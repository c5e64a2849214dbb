// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"io/fs"
	"maps"
	"path"
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
	sitemapFile = regexp.MustCompile(`^sitemap(-[0-9]+)?\.xml$`)
	// serverSettings are files that servers and hosts take orders from.
	serverSettings = regexp.MustCompile(`^(_headers|_redirects|\.htaccess|\.htpasswd|web\.config|netlify\.toml|vercel\.json|staticwebapp\.config\.json|nginx\.conf|Caddyfile)$`)
	// barred are the orders that keep out search engines or people.
	barred = regexp.MustCompile(`(?i)x-robots-tag[^\n]*\b(noindex|nofollow|none)\b|\b(AuthType|AuthUserFile|auth_basic|basic-auth|basicauth|Require\s+valid-user)\b|^\s*(Deny|Require\s+all\s+denied)\b`)
)

// orders reports whether servers or search engines take orders from a file.
func orders(name string) bool {
	return name == robotsName || serverSettings.MatchString(path.Base(name))
}

// maxOrders is how much of a foreign file is read.
const maxOrders = 1 << 20

// Foreign judges the files of a published folder that vetro did not put there:
// they are kept, and may shut the site to search engines or people (D.Lgs.
// 33/2013, art. 9). What cannot be read is left to who writes the site.
func Foreign(published fs.FS, ours func(name string) bool) []Fault {
	var out []Fault
	walk := func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || !orders(name) || ours(name) {
			return nil
		}
		in, err := published.Open(name)
		if err != nil {
			return nil
		}
		defer in.Close()
		if data, err := io.ReadAll(io.LimitReader(in, maxOrders)); err == nil {
			f := &file{path: name}
			f.checkOrders(data)
			out = append(out, f.faults...)
		}
		return nil
	}
	_ = fs.WalkDir(published, ".", walk) // walk returns no error
	return out
}

// checkOrders holds that orders to servers and search engines shut nothing.
func (f *file) checkOrders(data []byte) {
	for line := range strings.Lines(string(data)) {
		code, what := "site-server", "i motori di ricerca o le persone"
		shut := barred.MatchString(line)
		if f.path == robotsName {
			code, what = "site-robots", "i motori di ricerca"
			order, _, _ := strings.Cut(line, "#")
			key, value, _ := strings.Cut(order, ":")
			key = strings.ToLower(strings.TrimSpace(key))
			shut = (key == "disallow" || key == "noindex") && strings.TrimSpace(value) != ""
		}
		if shut {
			f.fault(code, "la riga %q tiene fuori %s", fold(line), what)
			f.faults[len(f.faults)-1].Hint = "togli la riga, o il file: quello che la legge vuole pubblicato deve poterlo trovare chiunque"
		}
	}
}

// drafts returns the folders of the editions that the manifest calls drafts:
// they are there to be looked at, and in no list for the public.
func (s *siteIndex) drafts() []string {
	f := s.file(manifestName)
	var m struct {
		Editions []struct {
			ID    string `json:"id"`
			State string `json:"state"`
		} `json:"editions"`
	}
	if f == nil || json.Unmarshal(f.Text, &m) != nil {
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
// and no other. A large site has several, and sitemap.xml lists those.
func (s *siteIndex) checkSitemap() []Fault {
	f := s.file(sitemapName)
	if f == nil {
		return nil
	}
	wanted := map[string]bool{}
	drafts := s.drafts()
	for _, p := range s.pages {
		draft := slices.ContainsFunc(drafts, func(folder string) bool { return strings.HasPrefix(p.Path, folder) })
		if p.Canonical != "" && !p.Redirect && !draft {
			wanted[p.Canonical] = true
		}
	}
	var out []Fault
	listed, ok := s.locations(f, &out)
	if !ok {
		return nil // told of by CheckFile
	}
	seen := map[string]bool{}
	for _, address := range listed {
		switch {
		case seen[address]:
			out = append(out, newFault(f.Path, "site-sitemap", "%s è elencata due volte", address))
		case !wanted[address]:
			out = append(out, newFault(f.Path, "site-sitemap", "%s è elencata, ma nessuna pagina del sito ha questo indirizzo", address))
		}
		seen[address] = true
	}
	for _, address := range slices.Sorted(maps.Keys(wanted)) {
		if !seen[address] {
			out = append(out, newFault(f.Path, "site-sitemap", "manca %s", address))
		}
	}
	return out
}

// locations returns the addresses that a sitemap lists, or those of the
// sitemaps that it lists; false when it is no XML.
func (s *siteIndex) locations(f *File, out *[]Fault) ([]string, bool) {
	var m struct {
		URLs     []string `xml:"url>loc"`
		Sitemaps []string `xml:"sitemap>loc"`
	}
	if xml.Unmarshal(f.Text, &m) != nil {
		return nil, false
	}
	for _, address := range m.Sitemaps {
		part := s.file(path.Base(address))
		if part == nil || part.Path == f.Path {
			*out = append(*out, newFault(f.Path, "site-sitemap", "%s è elencata, ma non c'è", address))
			continue
		}
		listed, ok := s.locations(part, out)
		if !ok {
			return nil, false
		}
		m.URLs = append(m.URLs, listed...)
	}
	for i, address := range m.URLs {
		m.URLs[i] = strings.TrimSpace(address)
	}
	return m.URLs, true
}
