// SPDX-License-Identifier: EUPL-1.2

package completeness

import (
	_ "embed" // the page
	"fmt"
	"html/template"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed page.html
var pageText string

// pageTemplate is the body of the page: the preview puts the rest around it.
var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{"curly": curly, "sentence": sentence}).Parse(pageText))

// curly gives a text the apostrophes of pages.
func curly(s string) string { return strings.ReplaceAll(s, "'", "’") }

// sentence begins with a capital letter.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + curly(s[size:])
}

// A view is what the page shows.
type view struct {
	Report Report
	Note   string
	Total  string
	Owners []ownerView // those who have gaps
	Faulty bool
}

type ownerView struct {
	Owner Owner
	Gaps  int
}

// WritePage writes r as the main part of an HTML page. Faulty says that the
// data had errors, so that the report may be about a part of them.
func (r Report) WritePage(w io.Writer, faulty bool) error {
	v := view{Report: r, Note: note, Total: r.total(), Faulty: faulty}
	gaps := r.ByOwner()
	for _, o := range Owners {
		if n := gaps[o]; n > 0 {
			v.Owners = append(v.Owners, ownerView{o, n})
		}
	}
	err := pageTemplate.Execute(w, v)
	if err != nil {
		return fmt.Errorf("page of the completeness report: %w", err)
	}
	return nil
}

// What the template asks of the parts.

// Rest says what of the projects of d is not described.
func (d Department) Rest() string { return d.rest() }

// Heading names an edition and counts what is asked of it.
func (e Edition) Heading() string { return e.heading() }

// Places says of how many projects nobody knows the settore.
func (e Edition) Places() string { return e.unplaced() }
