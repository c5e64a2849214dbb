// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// reportTexts are the only words the validator of the municipal model takes for
// the link that reports a malfunction (criterion C.SI.2.4).
var reportTexts = []string{"disservizio", "segnala disservizio", "segnalazione disservizio"}

// checkHooks judges the elements that the validator of the municipal model
// finds by their data-element. What is not configured is not there.
func (p *designPage) checkHooks() {
	if n := p.footer("faq"); n != nil {
		if text := strings.ToLower(content(n)); !strings.Contains(text, "faq") && !strings.Contains(text, "domande frequenti") {
			p.flaw("hook", "il collegamento alle domande frequenti si chiama %q", content(n))
		}
	}
	if n := p.footer("report-inefficiency"); n != nil && !slices.Contains(reportTexts, strings.ToLower(content(n))) {
		p.flaw("hook", "il collegamento per segnalare un disservizio si chiama %q", content(n))
	}
	p.footer("accessibility-link")
	p.footer("privacy-policy-link")
	notes := p.footer("legal-notes")
	switch {
	case p.name == notFound:
	case notes == nil:
		p.flaw("hook", "manca il collegamento alle note legali")
	default:
		p.notes = path.Join(path.Dir(p.name), attr(notes, "href"))
	}
	p.terms = len(p.hooks("legal-notes-section"))+len(p.hooks("legal-notes-body")) > 0
}

// footer returns the element of the footer with that data-element; that there
// is none elsewhere or twice, it holds too.
func (p *designPage) footer(hook string) *html.Node {
	var found *html.Node
	for _, n := range p.hooks(hook) {
		if within(n, called("footer")) == nil {
			p.flaw("hook", "l'elemento %q non sta nel piè di pagina", hook)
			continue
		}
		if found != nil {
			p.flaw("hook", "l'elemento %q c'è due volte nel piè di pagina", hook)
		}
		found = n
	}
	return found
}

// checkNotes holds that the links to the legal notes lead to their text, where
// the site has it.
func (s *design) checkNotes() []flaw {
	at := slices.IndexFunc(s.pages, func(p *designPage) bool { return p.terms })
	if at < 0 {
		return nil
	}
	var out []flaw
	for _, p := range s.pages {
		if to := s.byName[p.notes]; to != nil && !to.terms {
			out = append(out, flawAt(p.name, "hook", "the link to the legal notes leads to %s, and the text is in %s", p.notes, s.pages[at].name))
		}
	}
	return out
}
