// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// base is where the sound site is said to be published.
const base = "https://www.comune.esempio.example/piano/"

// frame is a page with nothing wrong. ROOT leads to the home page.
const frame = `<!DOCTYPE html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>TITLE</title>
<meta name="description" content="Descrizione di TITLE.">
<link rel="canonical" href="CANONICAL">
<link rel="icon" href="ROOTassets/sito.svg">
<link rel="stylesheet" href="ROOTassets/sito.css">
<script src="ROOTassets/sito.js" defer></script>
</head>
<body>
<p class="skiplinks"><a href="#contenuto">Vai al contenuto</a></p>
<header class="it-header-wrapper">
<nav class="navbar" aria-label="Pagine del piano"><ul class="navbar-nav"><li class="nav-item"><a class="nav-link" href="ROOT2022/index.html">Il piano</a></li></ul></nav>
</header>
<section class="fascia-avviso" aria-label="Ricostruzione."><p>Ricostruzione.</p></section>
<nav class="breadcrumb-container" aria-label="Percorso"><ol class="breadcrumb" data-element="breadcrumb">
<li class="breadcrumb-item"><a href="https://www.comune.esempio.example/">Home</a><span aria-hidden="true">/</span></li>
<li class="breadcrumb-item">Amministrazione trasparente<span aria-hidden="true">/</span></li>
<li class="breadcrumb-item">Altri contenuti<span aria-hidden="true">/</span></li>
<li class="breadcrumb-item">Dati ulteriori<span aria-hidden="true">/</span></li>
<li class="breadcrumb-item"><a href="ROOT2022/index.html">Piano 2022</a><span aria-hidden="true">/</span></li>
<li class="breadcrumb-item active" aria-current="page">TITLE</li>
</ol></nav>
<main id="contenuto">
<h1>TITLE</h1>
MAIN
<section class="registro" aria-label="Informazioni">
<dl>
<div><dt>Prima pubblicazione</dt><dd><time datetime="2022-04-04">4 aprile 2022</time></dd></div>
<div><dt>Ultimo aggiornamento</dt><dd><time datetime="2024-02-20">20 febbraio 2024</time></dd></div>
<div><dt>Ufficio responsabile</dt><dd>Servizio Organizzazione</dd></div>
<div><dt>Atto</dt><dd><span class="badge da-confermare">da confermare</span> <a href="ROOT2022/index.html#atto">Deliberazione</a></dd></div>
<div><dt>Licenza</dt><dd><a href="ROOTnote-legali/index.html">CC BY 4.0</a></dd></div>
</dl>
</section>
</main>
<footer class="it-footer">
<ul class="link-list">
<li><a class="list-item" href="https://www.comune.esempio.example/faq" data-element="faq">Leggi le domande frequenti</a></li>
<li><a class="list-item" href="mailto:urp@comune.esempio.example" data-element="report-inefficiency">Segnalazione disservizio</a></li>
<li><a class="list-item" href="https://www.comune.esempio.example/privacy" data-element="privacy-policy-link">Informativa privacy</a></li>
<li><a class="list-item" href="https://form.agid.gov.it/view/1" data-element="accessibility-link">Dichiarazione di accessibilità</a></li>
<li><a class="list-item" href="ROOTnote-legali/index.html" data-element="legal-notes">Note legali</a></li>
</ul>
</footer>
</body>
</html>
`

const chartMain = `<h2>Dati</h2>
<figure class="grafico"><figcaption><p>Progetti per stato</p><p>Dei 3 progetti, 2 sono conclusi.</p></figcaption>
<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 640 60" role="img" aria-labelledby="c-t" aria-describedby="c-d"><title id="c-t">Stato</title><desc id="c-d">Dei 3 progetti, 2 sono conclusi.</desc><defs><pattern id="c-h"><rect width="7" height="7" fill="#f6e4c8"/><rect width="2" height="7" fill="#995c00"/></pattern></defs><rect class="c-solid" x="100" y="8" width="200" height="22" fill="#0066cc" data-s="0" data-c="0"/><rect class="c-hatched" x="300" y="8" width="100" height="22" fill="url(#c-h)" stroke="#995c00" data-s="1" data-c="0"/><text x="200" y="24" text-anchor="middle" fill="#ffffff">2</text><text x="0" y="24" fill="#17324d">Tributi</text><path d="M100 0l0 60" fill="none" stroke="#5c6f82"/></svg>
<table><caption>Progetti per stato</caption><thead><tr><td></td><th scope="col">Conclusi</th></tr></thead><tbody><tr><th scope="row">Tributi</th><td>2</td></tr></tbody></table>
</figure>`

const sheet = `/*! Bootstrap Italia */:root{--bootstrap-italia-version:"2.18.3";--nota:#455b71;--filo:#c5c7c9}
@font-face{font-family:"Titillium Web";src:url(fonts/t.woff2) format("woff2")}
body{margin:0;font-family:"Titillium Web",Arial,sans-serif;color:#17324d;background:#fff}
a{color:#06c}a:hover{color:hsl(210,100%,30%)}
.it-footer{background:#004d99}.it-footer :is(a,p){color:#fff}
.skiplinks a:focus{color:#000;background:#fff}
.nota{color:var(--nota)}
.filtro input{border:1px solid #5c6f82;background:#fff}
.barra-fatto{fill:#06c}.barra-fondo{fill:#e5eaf0}
@media (max-width:575.98px){.solo-largo{display:none}}
@media print{.it-footer{display:none!important}}
@media (forced-colors:active){a{color:#eee}}
@supports not selector(:popover-open){a{color:#eee}}`

// sound is a site with nothing wrong, without its lists of files.
func sound() map[string]string {
	page := func(name, title, main string) string {
		root := strings.Repeat("../", strings.Count(name, "/"))
		canonical := base + strings.TrimSuffix(name, "index.html")
		if name == home {
			canonical = base + "2022/"
		}
		return strings.NewReplacer("ROOT", root, "TITLE", title, "CANONICAL", canonical, "MAIN", main).Replace(frame)
	}
	project := `<h2 id="obiettivi">Obiettivi</h2><ul><li>Meno carta</li></ul>
<h2 id="persone">Persone</h2><p class="nota">Quattro</p>`
	shot := strings.Replace(chartMain[strings.Index(chartMain, "<svg"):strings.Index(chartMain, "</svg>")]+"</svg>", `role="img"`, `role="img" font-size="15"`, 1)
	files := map[string]string{
		home:                            page(home, "Piano", `<p>Il piano ha 3 progetti: <a class="voce-glossario" href="glossario/index.html#piano">Piano</a>.</p>`),
		"2022/index.html":               page("2022/index.html", "Piano 2022", chartMain+`<h2 id="atto">Atto</h2><p>Approvato.</p>`),
		"2022/progetti/index.html":      page("2022/progetti/index.html", "Progetti", `<form class="filtro" role="search"><label for="q">Cerca</label><input id="q" name="q"><button type="submit">Cerca</button></form><ul><li><a href="uno/index.html">Uno</a></li><li><a href="due/index.html">Due</a></li></ul>`),
		"2022/progetti/uno/index.html":  page("2022/progetti/uno/index.html", "Uno", project+`<h2 id="nota">Nota</h2><p>Fine.</p>`),
		"2022/progetti/due/index.html":  page("2022/progetti/due/index.html", "Due", project),
		"2022/progetti/tre/index.html":  page("2022/progetti/tre/index.html", "Tre", `<h2 id="persone">Persone</h2><p>Otto</p><svg class="barra" aria-hidden="true"><rect class="barra-fondo"/><rect class="barra-fatto"/></svg>`),
		"2022/progetti/nove/index.html": strings.Replace(page("2022/progetti/nove/index.html", "Questa pagina ha cambiato indirizzo", `<p><a href="../uno/index.html">Vai a «Uno»</a></p>`), `<link rel="canonical" href="`+base+`2022/progetti/nove/">`, `<meta http-equiv="refresh" content="0; url=../uno/index.html"><link rel="canonical" href="`+base+`2022/progetti/uno/">`, 1),
		"glossario/index.html":          page("glossario/index.html", "Glossario", `<dl><div id="piano"><dt>Piano</dt><dd>Un documento.</dd></div></dl>`),
		"note-legali/index.html":        page("note-legali/index.html", "Note legali", `<h2 data-element="legal-notes-section">`+legalTitle+`</h2><p data-element="legal-notes-body">`+strings.ReplaceAll(legalBody, "’", "'")+`</p>`),
		notFound: `<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ` + hash("h1{color:#17324d;font:1rem/1.5 Lora,serif}p{font-family:Lora}") +
			`; base-uri 'none'; form-action 'none'"><meta name="viewport" content="width=device-width"><title>Pagina non trovata</title><meta name="description" content="Non c’è."><style>h1{color:#17324d;font:1rem/1.5 Lora,serif}p{font-family:Lora}</style></head><body><header><p>Piano</p></header><section class="fascia-avviso"><p>Ricostruzione.</p></section><main><h1>Pagina non trovata</h1><p>Torna alla <a href="` + base + `">prima pagina</a>.</p></main></body></html>`,
		"assets/sito.css":           sheet,
		"assets/sito.js":            "// No fetch: it fails from a disk.\nlocation.hash = '#q=a';",
		"assets/sito.svg":           `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>`,
		"assets/fonts/t.woff2":      "x",
		"2022/grafici/c.svg":        shot,
		"2022/dati/p.csv":           "settore,progetti\r\n\"Tributi, entrate\",2\r\n\"con \"\"virgolette\"\"\n\",\r\n",
		"2022/dati/p-excel.csv":     "\ufeffsettore;progetti\r\nTributi, entrate;2\r\n",
		"2022/dati/p.json":          `[{"settore": "Tributi"}]`,
		"feed.atom":                 `<feed xmlns="http://www.w3.org/2005/Atom"><title>Correzioni</title></feed>`,
		robotsName:                  "User-agent: *\nAllow: /\nDisallow:\nSitemap: " + base + "sitemap.xml\n",
		"_headers":                  "/*\n  X-Content-Type-Options: nosniff\n  X-Robots-Tag: all\n",
		".well-known/security.txt":  "Contact: mailto:a@comune.esempio.example\n",
		"assets/licenze/lora.txt":   "noindex",
		"2022/dati/leggimi.txt":     "Require valid-user",
		"assets/immagini/palma.svg": `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>`,
	}
	var at strings.Builder
	at.WriteString(`<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
	for _, name := range []string{"2022/", "2022/progetti/", "2022/progetti/uno/", "2022/progetti/due/", "2022/progetti/tre/", "glossario/", "note-legali/"} {
		at.WriteString("<url><loc>" + base + name + "</loc></url>")
	}
	files[sitemapName] = at.String() + "</urlset>"
	return files
}

// list adds the lists of files, unless they are there.
func list(t *testing.T, files map[string]string) {
	t.Helper()
	type entry struct {
		Path   string `json:"path"`
		Size   int    `json:"size"`
		SHA256 string `json:"sha256"`
	}
	var sums strings.Builder
	var entries []entry
	for _, name := range slices.Sorted(maps.Keys(files)) {
		sum := sha256.Sum256([]byte(files[name]))
		sums.WriteString(hex.EncodeToString(sum[:]) + "  " + name + "\n")
		entries = append(entries, entry{name, len(files[name]), hex.EncodeToString(sum[:])})
	}
	manifest, err := json.Marshal(map[string]any{"generator": "vetro", "files": entries})
	if err != nil {
		t.Fatal(err)
	}
	files[sumsName], files[manifestName] = sums.String(), string(manifest)
}

func asSite(files map[string]string) fs.FS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}
