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

// declarationHost is where AgID keeps the declarations of accessibility: no other
// is one (criterion C.SI.3.2).
const declarationHost = "https://form.agid.gov.it/"

// checkHooks judges the elements that the validator of the municipal model
// finds by their data-element. What is not configured is not there.
func (p *page) checkHooks() {
	if n := p.footer("faq"); n != nil {
		if text := strings.ToLower(content(n)); !strings.Contains(text, "faq") && !strings.Contains(text, "domande frequenti") {
			p.fault("page-hook", "il collegamento alle domande frequenti si chiama %q", content(n))
		}
	}
	if n := p.footer("report-inefficiency"); n != nil && !slices.Contains(reportTexts, strings.ToLower(content(n))) {
		p.fault("page-hook", "il collegamento per segnalare un disservizio si chiama %q", content(n))
	}
	if n := p.footer("accessibility-link"); n != nil && !strings.HasPrefix(attr(n, "href"), declarationHost) {
		p.fault("page-hook-address", "la dichiarazione di accessibilità non sta su %s ma a %q", declarationHost, attr(n, "href"))
	}
	if n := p.footer("privacy-policy-link"); n != nil && !strings.HasPrefix(attr(n, "href"), "https://") {
		p.fault("page-hook-address", "l'informativa sulla privacy non ha un indirizzo https: %q", attr(n, "href"))
	}
	notes := p.footer("legal-notes")
	switch {
	case p.name == notFound:
	case notes == nil:
		p.fault("page-hook", "manca il collegamento alle note legali")
	default:
		p.notes = path.Join(path.Dir(p.name), attr(notes, "href"))
	}
	p.readTerms()
}

// footer returns the element of the footer with that data-element; that there
// is none elsewhere or twice, it holds too.
func (p *page) footer(hook string) *html.Node {
	var found *html.Node
	for _, n := range p.hooks(hook) {
		if within(n, named("footer")) == nil {
			p.fault("page-hook", "l'elemento %q non sta nel piè di pagina", hook)
			continue
		}
		if found != nil {
			p.fault("page-hook", "l'elemento %q c'è due volte nel piè di pagina", hook)
		}
		found = n
	}
	return found
}
