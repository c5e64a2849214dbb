// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"

	"vetro/cmd/internal/route"
)

// configured returns the links that lead somewhere.
func configured(links ...Link) []Link {
	var out []Link
	for _, l := range links {
		if l.Href = outside(l.Href); l.Href != "" {
			out = append(out, l)
		}
	}
	return out
}

// footer is the one of the municipal model, with what is configured. The pages
// of the plan are in the menu, the last of them is the map.
func (p page) footer() Footer {
	m := p.b.muni
	columns := []FooterColumn{{
		ID: "piede_contatti", Title: "Contatti", Hook: "contacts",
		Lines: p.addressLines(),
		Links: configured(
			Link{Label: "Leggi le domande frequenti", Href: m.Links.FAQ, Hook: "faq"},
			Link{Label: "Prenotazione appuntamento", Href: m.Links.Booking, Hook: "appointment-booking"},
			Link{Label: "Segnalazione disservizio", Href: m.Links.ReportIssue, Hook: "report-inefficiency"},
			Link{Label: "Di’ quanto è chiara questa pagina", Href: m.Links.Feedback},
		),
	}, {
		ID: "piede_amministrazione", Title: "Amministrazione",
		Links: configured(
			Link{Label: "Amministrazione trasparente", Href: m.Links.Transparency},
			Link{Label: "Piano della Performance", Href: m.Links.Performance},
			Link{Label: "Atti generali", Href: m.Links.GeneralActs},
			Link{Label: "Accesso civico", Href: m.Links.CivicAccess},
			Link{Label: "Sito del Comune", Href: m.Links.Site},
			Link{Label: "Area personale", Href: m.Links.PersonalArea},
		),
	}, {
		ID: "piede_informazioni", Title: "Informazioni",
		Links: append(configured(
			Link{Label: "Informativa privacy", Href: m.Links.Privacy, Hook: "privacy-policy-link"},
			Link{Label: "Dichiarazione di accessibilità", Href: m.Links.Accessibility, Hook: "accessibility-link"},
		), Link{Label: "Note legali", Href: p.link(route.Legal.At()), Hook: "legal-notes"}, Link{Label: "Come verificare i file", Href: p.link(route.Verify.At())}),
	}}

	f := Footer{SmallPrints: configured(Link{Label: "Media policy", Href: m.Links.MediaPolicy})}
	f.SmallPrints = append(f.SmallPrints, Link{Label: "Mappa del sito", Href: p.link(route.Map.At())})
	for _, c := range columns {
		if len(c.Lines) > 0 || len(c.Links) > 0 {
			f.Columns = append(f.Columns, c)
		}
	}
	return f
}

func (p page) addressLines() []FooterLine {
	m := p.b.muni
	var out []FooterLine
	if !official(m) && !m.Fictional {
		return nil // a guess has no address
	}
	out = append(out, FooterLine{Label: m.Name})
	if m.Contacts.Address != "" {
		out = append(out, FooterLine{Label: m.Contacts.Address})
	}
	if m.TaxCode != "" {
		out = append(out, FooterLine{Label: "Codice fiscale " + m.TaxCode})
	}
	mail := func(prefix, address string) {
		if href := outside("mailto:" + address); address != "" && href != "" {
			out = append(out, FooterLine{prefix, address, template.URL(href)})
		}
	}
	mail("PEC ", m.Contacts.PEC)
	mail("E-mail ", m.Contacts.Email)
	if tel := telephone(m.Contacts.Phone); tel != "" {
		out = append(out, FooterLine{"Centralino ", m.Contacts.Phone, tel})
	}
	return out
}
