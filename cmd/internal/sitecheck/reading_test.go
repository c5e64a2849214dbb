// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import "strings"

var hardProse = "<p>" + strings.Repeat("L’amministrazione comunale programmerà successivamente l’implementazione organizzativa conseguentemente all’approvazione dell’aggiornamento regolamentare, ", 6) + "fine.</p>"

const dialog = `<h2 id="obiettivi">Obiettivi</h2>`

var readingVerdicts = []verdict{
	one("two h1", uno, dialog, "<h1>Ancora</h1>"+dialog, "page-heading-count"),
	one("no h1", uno, "<h1>Uno</h1>", "", "page-heading-count", "page-heading-skip"),
	one("skipped level", uno, dialog, "<h3>Obiettivi</h3>", "page-heading-skip"),
	one("empty heading", uno, dialog, dialog+"<h3> </h3>", "page-heading-skip"),
	one("back two levels", uno, dialog, dialog+"<h3>A</h3><h4>B</h4>"),

	one("no main", uno, `<main id="contenuto">`, `<div id="contenuto">`, "page-markup"),
	one("header of a section", uno, dialog, "<section><header><p>a</p></header></section>"+dialog),
	one("skip link to the side", uno, `<a href="#contenuto">`, `<a href="#persone">`),

	one("reached last", projects, `id="q"`, `id="q" tabindex="0"`),
	one("hidden and out of reach", uno, "Quattro", `Quattro<span aria-hidden="true" tabindex="-1">x</span>`),

	one("field in its label", projects, `<label for="q">Cerca</label><input id="q" name="q">`, `<label>Cerca <input id="q" name="q"></label>`),
	one("field named by attribute", projects, `<label for="q">Cerca</label><input id="q"`, `<input id="q" aria-label="Cerca"`),
	one("hidden field", projects, "<button", `<input type="hidden" name="e" value="1"><button`),
	one("button of a picture", projects, `<button type="submit">Cerca`, `<button type="submit"><svg aria-hidden="true"></svg>`, "page-name"),
	one("button named by attribute", projects, `<button type="submit">Cerca`, `<button type="submit" aria-label="Cerca"><svg aria-hidden="true"></svg>`),
	one("link of a picture", uno, "Quattro", `<a href="#persone"><img src="../../../assets/sito.svg" alt=""></a>`, "page-name"),
	one("link of a told picture", uno, "Quattro", `<a href="#persone"><img src="../../../assets/sito.svg" alt="Persone"></a>`),
	one("vague link", uno, "Quattro", `Leggi <a href="#persone">Qui…</a>`, "page-vague-link"),
	one("word within a link", uno, "Quattro", `<a href="#persone">Qui le persone</a>`),
	one("one name for two places", uno, "Quattro", `<a href="#persone">Persone</a> <a href="#obiettivi">Persone</a>`, "page-same-link-text"),
	one("one name for one place", uno, "Quattro", `<a href="#persone">Persone</a> <a href="#persone">Persone</a>`),
	one("one name in menu and text", uno, "Quattro", `<a href="#persone">Il piano</a>`),
	one("one name for a word and a page", uno, "Quattro", `<a href="../index.html">piano</a> <a class="voce-glossario" href="../../../glossario/index.html#piano">piano</a>`),

	one("hard prose", uno, dialog, dialog+hardProse, "page-hard-to-read"),
	one("hard prose in a list", uno, dialog, dialog+"<ul><li>"+hardProse+"</li></ul>"),
	one("hard prose beside the content", uno, "</main>", "</main>"+hardProse),

	one("picture without text", uno, "Quattro", `<img src="../../../assets/sito.svg">Quattro`, "page-image-alt"),
	one("ornament", uno, "Quattro", `<img src="../../../assets/sito.svg" alt="">Quattro`),
	one("chart without table", edition22, "<table>", "<table hidden>"),
	{"chart that leads to its table", []change{{edition22, `<table><caption>Progetti per stato</caption><thead><tr><td></td><th scope="col">Conclusi</th></tr></thead><tbody><tr><th scope="row">Tributi</th><td>2</td></tr></tbody></table>`, `<p><a href="progetti/index.html">Dati del grafico</a></p>`}}, nil},
	one("chart outside a figure", edition22, `<figure class="grafico"><figcaption><p>Progetti per stato</p><p>Dei 3 progetti, 2 sono conclusi.</p></figcaption>`, `<div><div>`, "page-markup"),

	one("no caption", edition22, "<caption>Progetti per stato</caption>", "", "page-table-caption"),
	one("empty caption", edition22, "<caption>Progetti per stato</caption>", "<caption></caption>", "page-table-caption"),
	one("no scope", edition22, `<th scope="row">`, "<th>", "page-table-scope"),
	one("scope in words", edition22, `<th scope="row">`, `<th scope="riga">`, "page-table-scope"),
	one("column without heading", edition22, `<th scope="col">Conclusi</th>`, `<td>Conclusi</td>`, "page-table-column"),
	one("short row", edition22, `<td>2</td>`, ``, "page-table-column"),
	one("wide cell", edition22, `</tbody>`, `<tr><th scope="rowgroup" colspan="2">Altri</th></tr></tbody>`),
	one("tall cell", edition22, `</tbody>`, `<tr><th scope="row" rowspan="2">Altri</th><td>1</td></tr><tr><td>3</td></tr></tbody>`),
	one("tall cell and a row too long", edition22, `</tbody>`, `<tr><th scope="row" rowspan="2">Altri</th><td>1</td></tr><tr><td>3</td><td>4</td></tr></tbody>`, "page-table-column"),

	one("list of paragraphs", uno, "<li>Meno carta</li>", "<p>Meno carta</p>", "page-list"),
	one("words in a list", uno, "<li>Meno carta</li>", "<li>Meno carta</li> e altro", "page-list"),
	one("empty list", uno, "<li>Meno carta</li>", "", "page-list"),
	one("empty list for the script", uno, "<ul><li>Meno carta</li></ul>", `<ul hidden></ul>`),
	one("entry without a list", uno, "<ul><li>Meno carta</li></ul>", "<div><li>Meno carta</li></div>", "page-list"),
	one("value without a name", "glossario/index.html", "<dt>Piano</dt>", "", "page-list"),
	one("name without a value", "glossario/index.html", "<dd>Un documento.</dd>", "", "page-list"),
	one("two values", "glossario/index.html", "<dd>Un documento.</dd>", "<dd>Un</dd><dd>documento.</dd>"),
	one("definition without a list", "glossario/index.html", `<dl><div id="piano">`, `<div><div id="piano">`, "page-list", "page-markup"),

	one("month", uno, "Quattro", `<time datetime="2022-04">aprile</time> <time>2022</time>`),
	one("date in words", uno, "Quattro", `<time datetime="4 aprile 2022">aprile</time>`, "page-time"),
	one("day that is not", uno, "Quattro", `<time datetime="2022-02-30">febbraio</time>`, "page-time"),

	one("old manners", uno, "<!DOCTYPE html>", "", "page-markup"),
	one("crossed elements", uno, "Quattro", "<b><i>Quattro</b></i>", "page-markup"),
	one("left open", uno, "Quattro", "<b>Quattro", "page-markup"),
	one("list in a paragraph", uno, "Quattro", "<ul><li>Quattro</li></ul>", "page-markup"),
	one("text thrown out of a table", edition22, "<tbody>", "<tbody><p>x</p>", "page-markup"),
	one("attribute twice", uno, `<p class="nota">`, `<p class="nota" class="x">`, "page-markup"),
	one("link in a button", uno, "Quattro", `<button type="button">Apri <a href="#persone">le persone</a></button>`, "page-markup"),
	one("old element", uno, "Quattro", "<center>Quattro</center>", "page-markup"),
	one("void elements", uno, "Quattro", `Quattro<br>e<wbr>mezzo<svg aria-hidden="true"><path d="M0 0"/><g></g></svg>`),

	{"waiting for a script", []change{{due, `<h2 id="obiettivi">Obiettivi</h2><ul><li>Meno carta</li></ul>`, `<div hidden>Meno carta</div>`}, {due, `<h2 id="persone">Persone</h2><p class="nota">Quattro</p>`, ""}}, nil},
	{"nothing without script", []change{
		{due, `<h2 id="obiettivi">Obiettivi</h2><ul><li>Meno carta</li></ul>`, `<div hidden>Meno carta</div>`},
		{due, `<h2 id="persone">Persone</h2><p class="nota">Quattro</p>`, `<p data-solo-script>Quattro</p>`},
		{due, `<section class="registro"`, `<section hidden class="registro"`},
	}, []string{"page-needs-script"}},

	one("text in text without end", uno, "<p class=\"nota\">Quattro</p>", strings.Repeat("<blockquote>", 600)+"<p>Quattro</p>"+strings.Repeat("</blockquote>", 600), "page-too-deep"),
}
