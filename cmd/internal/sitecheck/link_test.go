// SPDX-License-Identifier: EUPL-1.2

package sitecheck

var linkVerdicts = []verdict{
	one("outside, mail and telephone", uno, "Quattro", `<a href="https://www.example.it/x?y#z">a</a> <a href="mailto:a@example.it">b</a> <a href="tel:+390000">c</a> <a href="#persone">d</a> <a href="../../dati/p.csv">e</a>`),
	one("broken link", uno, "Quattro", `<a href="quattro.html">a</a>`, "page-broken-link"),
	one("empty link", uno, "Quattro", `<a href="">a</a>`, "page-broken-link"),
	one("query", uno, "Quattro", `<a href="index.html?x=1">a</a>`, "page-broken-link"),
	one("out of the site", home, "Il piano ha", `<a href="../index.html">a</a>`, "page-broken-link"),
	one("broken fragment", uno, "Quattro", `<a href="#personale">a</a>`, "page-broken-fragment"),
	one("broken fragment elsewhere", uno, "Quattro", `<a href="../due/index.html#nota">a</a>`, "page-broken-fragment"),
	one("bare fragment", uno, "Quattro", `<a href="#">a</a>`, "page-broken-fragment"),
	one("folder", uno, "Quattro", `<a href="../due/">a</a>`, "page-folder-link"),
	one("folder above", uno, "Quattro", `<a href="..">a</a>`, "page-folder-link"),
	one("from the root", uno, "Quattro", `<a href="/2022/index.html">a</a>`, "page-absolute-link"),
	one("of no scheme", uno, "Quattro", `<a href="//example.it/">a</a>`, "page-absolute-link"),
	one("script address", uno, "Quattro", `<a href="javascript:alert(1)">a</a>`, "page-unsafe-url"),
	one("unreadable address", uno, "Quattro", `<a href="https://[">a</a>`, "page-unsafe-url"),
	one("no address", uno, "Quattro", `<a class="x">a</a>`, "page-link-without-address"),
	one("relative in 404", notFound, base, "index.html", "page-relative-in-404"),
	one("fragment in 404", notFound, base, "#", "page-broken-fragment"),
	one("third-party picture", uno, "Quattro", `<img alt="" src="https://cdn.example/x.png">`, "page-third-party"),
	one("data picture", uno, "Quattro", `<img alt="" src="data:image/png;base64,AA">`, "page-third-party"),
	one("third-party drawing", uno, "Quattro", `<svg aria-hidden="true"><use href="https://cdn.example/x.svg#a"/></svg>`, "page-third-party"),
	one("third-party style sheet", uno, `<link rel="icon"`, `<link rel="preload" href="https://cdn.example/x.css"><link rel="icon"`, "page-third-party"),
	one("feed", uno, `<link rel="icon"`, `<link rel="alternate" type="application/atom+xml" href="../../../feed.atom"><link rel="icon"`),
	one("missing feed", uno, `<link rel="icon"`, `<link rel="alternate" type="application/atom+xml" href="../../../feed.xml"><link rel="icon"`, "page-broken-link"),
	one("double id", uno, `id="persone"`, `id="obiettivi"`, "page-duplicate-id"),
	one("dangling name", uno, `aria-label="Percorso"`, `aria-labelledby="percorso"`, "page-dangling-reference"),
	one("dangling label", projects, `for="q"`, `for="p"`, "page-dangling-reference"),
}
