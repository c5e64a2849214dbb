// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
)

const (
	published = `<div><dt>Prima pubblicazione</dt><dd><time datetime="2022-04-04">4 aprile 2022</time></dd></div>`
	updated   = `<div><dt>Ultimo aggiornamento</dt><dd><time datetime="2024-02-20">20 febbraio 2024</time></dd></div>`
	office    = `<div><dt>Ufficio responsabile</dt><dd>Servizio Organizzazione</dd></div>`
)

var officeVerdicts = []verdict{
	one("no breadcrumb", uno, `data-element="breadcrumb"`, "", "page-breadcrumb"),
	one("breadcrumb from elsewhere", uno, "Amministrazione trasparente", "Trasparenza", "page-breadcrumb"),
	one("breadcrumb without where we are", uno, ` aria-current="page"`, "", "page-breadcrumb"),
	one("another place", uno, "Dati ulteriori", "Accesso civico", "page-breadcrumb"),
	one("invented section", uno, "Dati ulteriori", "Lavoro agile", "page-breadcrumb", "page-breadcrumb-label"),
	one("section in other letters", uno, "Dati ulteriori", "Dati Ulteriori", "page-breadcrumb", "page-breadcrumb-label"),
	one("section with a link", uno, "Dati ulteriori<", `<a href="https://www.comune.esempio.example/dati">Dati ulteriori</a><`),

	one("not yet published", uno, `<time datetime="2022-04-04">4 aprile 2022</time>`, `<span class="lacuna">non ancora pubblicato</span>`),
	one("published when?", uno, `<time datetime="2022-04-04">4 aprile 2022</time>`, "4 aprile 2022", "page-record"),
	one("no first publication", uno, published, "", "page-record"),
	one("no last update", uno, updated, "", "page-record"),
	one("updated before publication", uno, "2024-02-20", "2022-02-20", "page-dates-order"),
	one("updated when published", uno, "2024-02-20", "2022-04-04"),
	one("no office", uno, office, "", "page-record"),

	one("band about a newer edition", uno, `<section class="fascia-avviso"`, `<section class="fascia-avviso fascia-edizione" aria-label="Nuova."><p>Ce n’è una più recente.</p></section><section class="fascia-avviso"`),

	one("questions by another name", uno, "Leggi le domande frequenti", "FAQ"),
	one("report by another name", uno, "Segnalazione disservizio", "segnala disservizio"),
	one("declaration of its own", uno, "https://form.agid.gov.it/view/1", "https://www.comune.esempio.example/?https://form.agid.gov.it/", "page-hook-address"),
	one("privacy in clear", uno, "https://www.comune.esempio.example/privacy", "http://www.comune.esempio.example/privacy", "page-hook-address"),
	one("no declaration yet", uno, `<li><a class="list-item" href="https://form.agid.gov.it/view/1" data-element="accessibility-link">Dichiarazione di accessibilità</a></li>`, ""),

	one("legal text in other letters", notes, "In applicazione del principio", "in  Applicazione del\nprincipio"),
	one("legal text changed", notes, "CC-BY 4.0", "CC-BY 3.0", "page-legal-text"),
	one("legal text cut", notes, ", senza apporre restrizioni aggiuntive.", "", "page-legal-text"),
	one("legal text and more", notes, "restrizioni aggiuntive.", "restrizioni aggiuntive. O quasi.", "page-legal-text"),
	one("legal title changed", notes, legalTitle, "Licenza", "page-legal-text"),
	one("legal title without text", notes, ` data-element="legal-notes-body"`, "", "page-hard-to-read", "page-legal-text"),
	{"licence without its text", []change{{notes, ` data-element="legal-notes-body"`, ""}, {notes, ` data-element="legal-notes-section"`, ""}}, []string{"page-hard-to-read", "page-legal-text"}},

	one("let in by name", uno, `<link rel="icon"`, `<meta name="robots" content="index, follow, max-snippet:-1"><link rel="icon"`),
	one("robots shut out", robotsName, "Disallow:\n", "Disallow: /2022/ # per ora\n", "site-robots"),
	one("robots in a comment", robotsName, "Disallow:\n", "# Disallow: /2022/\n"),
	one("robots not indexed", robotsName, "Disallow:\n", "noindex: /\n", "site-robots"),
	one("header against engines", "_headers", "X-Robots-Tag: all", "X-Robots-Tag: googlebot: noindex", "site-server"),
	one("password", "2022/.htaccess", "", "AuthType Basic\nRequire valid-user\n", "site-server"),
	one("settings of no harm", "2022/.htaccess", "", "AddType text/csv .csv\n"),
	one("sitemap without a page", sitemapName, "<url><loc>"+base+"glossario/</loc></url>", "", "site-sitemap"),
	one("sitemap with a page too many", sitemapName, "</urlset>", "<url><loc>"+base+"altro/</loc></url></urlset>", "site-sitemap"),
	one("sitemap with a redirect", sitemapName, "</urlset>", "<url><loc>"+base+"2022/progetti/nove/</loc></url></urlset>", "site-sitemap"),
	one("sitemap with a page twice", sitemapName, "</urlset>", "<url><loc>"+base+"glossario/</loc></url></urlset>", "site-sitemap"),
	one("sitemap cut", sitemapName, "</urlset>", "", "file-xml"),

	one("one section less", due, `<h2 id="obiettivi">Obiettivi</h2><ul><li>Meno carta</li></ul>`, ""),
	one("one section more", due, `<h2 id="persone">`, `<h2>Condizioni</h2><p>Una</p><h2 id="persone">`),
}

// TestForeign judges what others put beside the site, and only that.
func TestForeign(t *testing.T) {
	published := asSite(map[string]string{
		"robots.txt": "Disallow: /\n", "2022/.htaccess": "X-Robots-Tag: noindex\n", "_headers": "X-Robots-Tag: noindex\n",
		".well-known/security.txt": "Disallow: /\n", "a/robots.txt": "Disallow: /\n", "b/web.config": "<add/>\n",
	})
	var got []string
	for _, f := range Foreign(published, func(name string) bool { return name == "_headers" }) {
		got = append(got, f.Path+" "+f.Code)
		if f.Severity != diag.Incomplete || f.Hint == "" {
			t.Errorf("%+v: want it to keep the site from being ready, and a hint", f)
		}
	}
	if diff := cmp.Diff([]string{"2022/.htaccess site-server", "robots.txt site-robots"}, got); diff != "" {
		t.Errorf("Foreign (-want +got):\n%s", diff)
	}
}
