// SPDX-License-Identifier: EUPL-1.2

package sitecheck

var headVerdicts = []verdict{
	one("language with region", uno, `lang="it"`, `lang="it-IT"`),
	one("another language inside", uno, "Quattro", `<i lang="en">smart</i> <i lang="sr-Latn">a</i>`),
	one("empty title", uno, "<title>Uno", "<title>", "page-title"),
	one("shared title", uno, "<title>Uno", "<title>Due", "page-title-shared"),
	{"titles cut alike", []change{{uno, "<title>Uno", "<title>Tutto…"}, {"2022/progetti/due/index.html", "<title>Due", "<title>Tutto…"}}, nil},
	{"titles alike and cut", []change{{uno, "<title>Uno", "<title>Due…"}, {uno, "<h1>Uno", "<h1>Due"}, {"2022/progetti/due/index.html", "<title>Due", "<title>Due…"}}, []string{"page-title-shared"}},
	{"title of another edition", []change{{edition22, "<title>Piano 2022", "<title>Note legali"}}, nil},
	one("no description", uno, `name="description"`, `name="descrizione"`, "page-description"),
	one("description of a page of another kind", uno, "Descrizione di Uno.", "Descrizione di Progetti.", "page-description-shared"),
	one("description of a page of its kind", uno, "Descrizione di Uno.", "Descrizione di Due."),
	one("charset in capitals", uno, `"utf-8"`, `"UTF-8"`),
	one("may be enlarged", uno, "initial-scale=1", "initial-scale=1, user-scalable=yes"),
	one("refresh of itself", uno, `<link rel="icon"`, `<meta http-equiv="refresh" content="30"><link rel="icon"`, "site-sitemap"),
	one("refresh to another site", "2022/progetti/nove/index.html", "0; url=../uno/index.html", "0; url=https://example.it/", "page-third-party"),
	one("refresh to nowhere", "2022/progetti/nove/index.html", "0; url=../uno/index.html", "0; url=../otto/index.html", "page-broken-link"),

	one("policy", uno, "script-src 'self'; ", "script-src 'self'; connect-src 'none'; "),
	one("neither script nor permission", notFound, "base-uri", "script-src 'none'; base-uri"),
	one("style attribute", uno, "<p class=\"nota\">", "<p style=\"color:red\">", "page-inline-style"),
	one("handler", uno, "<p class=\"nota\">", "<p onclick=\"x()\">", "page-inline-handler"),
	one("script in the page", uno, "Quattro", "Quattro<script>x()</script>", "page-inline-script"),
	one("document in the page", uno, "Quattro", `Quattro<iframe title="x" srcdoc="x"></iframe>`, "page-inline-script"),
	one("data block", uno, "Quattro", `Quattro<script type="application/ld+json">{"@type":"WebPage"}</script>`),
	one("broken data block", uno, "Quattro", `Quattro<script type="application/ld+json">{"@type":}</script>`, "file-json"),

	one("address of another page", uno, base+"2022/progetti/uno/", base+"2022/progetti/due/", "page-canonical", "site-sitemap"),
	one("address from the root", uno, base+"2022/progetti/uno/", "/piano/2022/progetti/uno/", "page-canonical", "site-sitemap"),
	one("address of another host", uno, base+"2022/progetti/uno/", "https://example.it/2022/progetti/uno/", "page-canonical", "site-sitemap"),
	one("no address", uno, `rel="canonical"`, `rel="alternate"`, "page-canonical", "site-sitemap"),
	one("two addresses", uno, `<link rel="canonical"`, `<link rel="canonical" href="`+base+`2022/progetti/uno/"><link rel="canonical"`, "page-canonical"),
	one("home of its own", home, base+`2022/"`, base+`"`, "site-sitemap"),
	one("home of no edition", home, base+`2022/"`, base+`2021/"`, "page-canonical", "site-sitemap"),
	one("redirect to no page", "2022/progetti/nove/index.html", base+"2022/progetti/uno/", base+"2022/progetti/otto/", "page-canonical"),
}
