// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"encoding/json"
	"encoding/xml"
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

var sitemapFile = regexp.MustCompile(`^sitemap(-[0-9]+)?\.xml$`)

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
