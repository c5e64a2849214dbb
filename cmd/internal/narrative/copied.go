// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"vetro/cmd/internal/diag"
)

// before returns the page of the same name in the nearest edition before that
// of p, or nil.
func (lib *library) before(p *Page) (last *Page) {
	for _, e := range lib.pub.Editions {
		if other := lib.pages[p.in(e.ID)]; p.Edition != "" && e.ID < p.Edition && other != nil && (last == nil || last.Edition < e.ID) {
			last = other
		}
	}
	return last
}

// checkCopy warns of a page that says what the edition before said, the year
// apart: who copies an edition to make the next one forgets the pages.
func (c *checker) checkCopy() {
	old := c.before(c.page)
	if old == nil {
		return
	}
	said := bytes.ReplaceAll(old.src, []byte(old.Edition), []byte(c.page.Edition))
	now := bytes.ReplaceAll(c.page.src, []byte(old.Edition), []byte(c.page.Edition))
	if !bytes.Equal(bytes.TrimSpace(said), bytes.TrimSpace(now)) {
		return
	}
	d := c.at(0, 0)
	d.Severity, d.Code = diag.Warning, "copied-page"
	d.Message = fmt.Sprintf("il testo è quello dell'edizione %s: %s", old.Edition, diag.Quote(old.Pos.Filename))
	d.Hint = "scrivi che cosa vale nel " + c.page.Edition + "; se la pagina non serve più, toglila"
	c.report.Add(d)
}

// checkOldLink warns of a link to a page of an edition before this one that
// this one has too, unless its words name the year.
func (c *checker) checkOldLink(n *ast.Link, to string, d diag.Diagnostic) {
	edition, rest, _ := strings.Cut(strings.TrimPrefix(to, "/"), "/")
	here := "/" + c.page.Edition + "/" + rest
	target, _, _ := strings.Cut(here, "#")
	if c.page.Edition == "" || !c.has(edition) || edition >= c.page.Edition || !c.isRoute(target) ||
		strings.Contains(plainText(c.page, n, func(string) string { return "" }), edition) {
		return
	}
	d.Severity, d.Code = diag.Warning, "old-edition-link"
	d.Message = fmt.Sprintf("il collegamento porta all'edizione %s, ma questa pagina è del %s", edition, c.page.Edition)
	d.Hint = fmt.Sprintf("scrivi %s; se intendi proprio il %s, scrivi l'anno nel testo del collegamento", diag.Quote(here), edition)
	c.report.Add(d)
}
