// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	_ "embed" // the names of the library
	"strings"
)

// libraryShare is how much of the classes of a page must be the library's, in
// percent (criterion C.SI.1.2 of the municipal model).
const libraryShare = 30

// classes.txt lists the classes of Bootstrap Italia, one a line, sorted: the
// library itself is not part of the program. A test holds it equal to the
// vendored sheet, and writes it with -update.
//
//go:embed testdata/classes.txt
var classesText string

var libraryClasses = func() map[string]bool {
	out := map[string]bool{}
	for name := range strings.Lines(classesText) {
		out[strings.TrimSuffix(name, "\n")] = true
	}
	return out
}()

// checkClasses holds that a page is made with the library. The page for what is
// not found carries its own style.
func (p *designPage) checkClasses() {
	if p.name == notFound {
		return
	}
	names := map[string]bool{}
	ours := 0
	for _, n := range p.elements {
		for _, class := range strings.Fields(attr(n, "class")) {
			names[class] = true
		}
	}
	for name := range names {
		if libraryClasses[name] {
			ours++
		}
	}
	if ours*100 < libraryShare*len(names) || len(names) == 0 {
		p.flaw("library", "delle %d classi della pagina %d sono di Bootstrap Italia, meno del %d %%", len(names), ours, libraryShare)
	}
}
