// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import "strings"

// checkStyles judges what style sheets name.
func (s *site) checkStyles() []Fault {
	var out []Fault
	linked := map[string]bool{}
	for _, p := range s.pages {
		for _, name := range p.sheets {
			linked[name] = true
			if sheet := s.styles[name]; sheet != nil && len(sheet.faces) > 0 && !p.typefaces {
				out = append(out, newFault(p.name, "page-policy", "la Content-Security-Policy non permette i caratteri di %s", name))
			}
		}
	}
	for _, f := range s.files {
		if f.style == nil {
			continue
		}
		links := &page{name: f.path, links: f.style.links}
		links.checkLinks(s)
		out = append(out, links.faults...)
		if !linked[f.path] {
			continue
		}
		if major, _, _ := strings.Cut(f.style.version, "."); major == "" || len(major) == 1 && major < "2" {
			out = append(out, newFault(f.path, "style-library", "il foglio di stile non dice di venire da Bootstrap Italia 2 o successiva: %q", f.style.version))
		}
		for _, family := range f.style.faces {
			if !allowed(family) {
				out = append(out, newFault(f.path, "style-typeface", "il carattere %q non è tra quelli ammessi", family))
			}
		}
	}
	return out
}
