// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"path"
	"slices"
	"strings"
)

// checkStyles judges what style sheets name.
func (s *design) checkStyles() []flaw {
	var out []flaw
	linked := map[string]bool{}
	for _, p := range s.pages {
		for _, name := range p.sheets {
			linked[name] = true
			if sheet := s.styles[name]; sheet != nil && len(sheet.faces) > 0 && !p.typefaces {
				out = append(out, flawAt(p.name, "policy", "la Content-Security-Policy non permette i caratteri di %s", name))
			}
		}
	}
	for _, f := range s.files {
		if f.style == nil {
			continue
		}
		for _, address := range f.style.links {
			name := path.Join(path.Dir(f.path), address)
			if strings.Contains(address, ":") || !slices.ContainsFunc(s.files, func(f *designFile) bool { return f.path == name }) {
				out = append(out, flawAt(f.path, "address", "the style sheet asks for %q", address))
			}
		}
		if !linked[f.path] {
			continue
		}
		if major, _, _ := strings.Cut(f.style.version, "."); major == "" || len(major) == 1 && major < "2" {
			out = append(out, flawAt(f.path, "style-library", "il foglio di stile non dice di venire da Bootstrap Italia 2 o successiva: %q", f.style.version))
		}
		for _, family := range f.style.faces {
			if !allowed(family) {
				out = append(out, flawAt(f.path, "style-typeface", "il carattere %q non è tra quelli ammessi", family))
			}
		}
	}
	return out
}
