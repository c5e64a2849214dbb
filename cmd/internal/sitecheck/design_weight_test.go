// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"path"
	"strings"
)

// Budgets, in bytes before compression, of what the program decides: a list of
// 2,000 projects may be as long as it is. A server that compresses sends about
// a fifth of style sheet, script and pages.
const (
	styleBudget  = 60_000 // the shipped one has 44,000
	scriptBudget = 12_000 // of what pages load; 9,900
	fontBudget   = 40_000 // all faces together; 36,200
	frameBudget  = 16_000 // of a page, all but its content; 5,500 to 9,000
)

// weigh measures what surrounds the content of a page. Data blocks are for
// machines and grow with what they describe.
func (p *designPage) weigh(data []byte) {
	outside := len(data)
	if from, to := bytes.Index(data, []byte("<main")), bytes.LastIndex(data, []byte("</main>")); from >= 0 && to > from {
		outside -= to - from
	}
	for _, n := range p.all("script") {
		if dataBlock(n) && within(n, called("main")) == nil {
			outside -= len(rawText(n))
		}
	}
	if outside > frameBudget {
		p.flaw("weight", "intestazione, menu e piè di pagina pesano %d byte, più di %d", outside, frameBudget)
	}
}

// checkWeight holds that style sheets, scripts and typefaces stay light.
func (s *design) checkWeight() []flaw {
	var out []flaw
	fonts := 0
	last := ""
	for _, f := range s.files {
		budget := 0
		switch path.Ext(f.path) {
		case ".css":
			budget = styleBudget
		case ".js", ".mjs":
			// What the search looks into is data: it grows with the plan, and is
			// loaded when somebody asks.
			if !strings.HasPrefix(f.path, "assets/cerca.") {
				budget = scriptBudget
			}
		case ".woff2", ".woff", ".ttf", ".otf":
			fonts += f.size
			last = f.path
		}
		if budget > 0 && f.size > budget {
			out = append(out, flawAt(f.path, "weight", "il file pesa %d byte, più di %d", f.size, budget))
		}
	}
	if fonts > fontBudget {
		out = append(out, flawAt(last, "weight", "i caratteri pesano insieme %d byte, più di %d", fonts, fontBudget))
	}
	return out
}
