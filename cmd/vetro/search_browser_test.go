// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// citizensWords are words of everyday with the first thing that the search of
// the invented plan must find; "" is for what the plan does not speak of.
var citizensWords = []struct{ word, first string }{
	{"nido", "Iscrizioni ai nidi"}, {"nidi", "Iscrizioni ai nidi"}, {"asilo", "Iscrizioni ai nidi"}, {"asili nido", "Iscrizioni ai nidi"},
	{"iscrizione asilo", "Iscrizioni ai nidi"}, {"mensa", "Mense con diete"}, {"scuolabus", "Linee dello scuolabus"},
	{"scuola", "Scuola e nidi"}, {"bambini", "Le ore senza bambini"}, {"allergie", "Mense con diete"}, {"pediatra", "Mense con diete"},
	{"anagrafe", "Anagrafe e stato civile"}, {"residenza", "Cambi di residenza"}, {"cambio casa", "Cambi di residenza"},
	{"matrimonio", "Registri di nascite e matrimoni"}, {"nascita", "Registri di nascite"}, {"certificato", "Registri di nascite"},
	{"elezioni", "Liste elettorali"}, {"tessera elettorale", "Liste elettorali"}, {"voto", "Liste elettorali"},
	{"tasse", "Avvisi della tassa rifiuti"}, {"tassa rifiuti", "Avvisi della tassa rifiuti"}, {"tari", "TARI"}, {"rifiuti", "Avvisi della tassa rifiuti"},
	{"tributi", "Tributi"}, {"tributo", "Tributi"}, {"rimborso", "Rimborsi dei tributi"}, {"pagare a rate", "Pagare a rate"}, {"imposta immobili", "L’archivio degli immobili"},
	{"terreni", "L’archivio degli immobili"}, {"fatture", "Fatture pagate"}, {"bilancio", "Il bilancio scritto"}, {"concorso", "Concorsi conclusi"},
	{"stipendi", "Buste paga"}, {"anziani", "Incontri con medici"}, {"assistenza a casa", "Turni dell’assistenza"},
	{"assistente sociale", "Una giornata tranquilla"}, {"ISEE", "ISEE"}, {"permesso ztl", "Permessi per entrare in centro"}, {"ZTL", "ZTL"}, {"vigili", "Aprire un negozio"},
	{"polizia", "Segnalazioni alla polizia"}, {"rumori", "Segnalazioni alla polizia"}, {"alluvione", "Un piano di emergenza"}, {"protezione civile", "Polizia locale e protezione"},
	{"negozio", "Aprire un negozio"}, {"suap", "SUAP"}, {"edilizia", "Vecchie pratiche edilizie"}, {"permesso di costruire", "Permessi per costruire"},
	{"albero", "Un registro per ogni albero"}, {"alberi", "Un registro per ogni albero"}, {"citta albero", "Un registro per ogni albero"},
	{"l'albero della città", "Un registro per ogni albero"}, {"traffico", "Traffico e aria"}, {"biblioteca", "Libri nuovi"}, {"bibliot", "Libri nuovi"},
	{"libro", "Libri nuovi"}, {"museo", "Visite ai musei"}, {"eventi", "Un solo calendario"}, {"foto", "Fotografie storiche"}, {"smart working", "Lavoro agile"},
	{"vpn", "Rete protetta"}, {"dati aperti", "Dati aperti"}, {"cosa cambia", "Che cosa cambia"}, {"piscina", ""}, {"cimitero", ""}, {"passaporto", ""}, {"cani", ""}, {"xyzzy", ""},
}

// TestSearchFindsCitizensWords asks the search of the site, from a disk, for
// what people look for.
func TestSearchFindsCitizensWords(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a browser")
	}
	browser := newBrowser(t)
	dir := buildDemo(t)
	address := "file://" + filepath.ToSlash(dir) + "/cerca/index.html"
	tb := openTab(t, browser, address, view{375, true, false})
	var loaded bool
	tb.eval(t, `"vetro" in window && "cerca" in vetro`, &loaded)
	if loaded {
		t.Error("the index is loaded before anybody asks")
	}
	const ready = `new Promise(r=>{const w=()=>vetro.cerca?setTimeout(r,0):setTimeout(w,10);w()})`
	tb.eval(t, `document.getElementById("cerca_q").focus(),`+ready, nil)
	words := make([]string, len(citizensWords))
	for i, w := range citizensWords {
		words[i] = w.word
	}
	asked, err := json.Marshal(words)
	if err != nil {
		t.Fatal(err)
	}
	var got [][3]string
	tb.eval(t, string(asked)+`.map(w=>{const f=document.getElementById("cerca"),a=()=>document.querySelector("#trovati li");
f.elements.q.value=w;f.dispatchEvent(new Event("input",{bubbles:true}));
return [a()?a().querySelector("a").textContent:"",f.querySelector("[role=status]").textContent,[...document.querySelectorAll("#trovati li:first-child mark")].map(m=>m.textContent).join("|")]})`, &got)
	for i, w := range citizensWords {
		first, status, marks := got[i][0], got[i][1], got[i][2]
		switch {
		case w.first == "" && (first != "" || !strings.HasPrefix(status, "Non c’è")):
			t.Errorf("«%s»: first %q, status %q; want nothing, said so", w.word, first, status)
		case w.first != "" && !strings.HasPrefix(first, w.first):
			t.Errorf("«%s»: first %q (%s), want %q", w.word, first, status, w.first)
		case w.first != "" && (marks == "" || !strings.Contains(status, "risultat")):
			t.Errorf("«%s»: marked %q, status %q; want the hits marked and counted", w.word, marks, status)
		}
	}
	// An address with a question answers it, and a slip of the hand is understood.
	shared := openTab(t, browser, serveFolder(t, dir)+"cerca/index.html?q=bilbioteca", view{1280, true, false})
	var near string
	shared.eval(t, ready+`.then(()=>document.querySelector("#cerca [role=status] a").textContent)`, &near)
	if near != "biblioteca" {
		t.Errorf("«bilbioteca»: nearest %q, want biblioteca", near)
	}
	var names bool
	shared.eval(t, `document.getElementById("dalla-a-alla-z").checkVisibility()`, &names)
	if !names {
		t.Error("where nothing is found the index of names is gone")
	}
	for _, line := range shared.complaints() {
		t.Error(line)
	}
}

// TestSearchIndexIsLight weighs what the search of a plan of a thousand projects
// loads.
func TestSearchIndexIsLight(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a thousand projects")
	}
	dir := t.TempDir()
	run(t, dir, t.TempDir(), "init", "--size", "1000", "grande")
	run(t, dir, t.TempDir(), "-C", "grande", "build")
	found, err := filepath.Glob(filepath.Join(dir, "grande", "public", "assets", "cerca.*.js"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%q, %v; want one script that searches", found, err)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), `["progetto",`); n != 1000 {
		t.Errorf("%d projects can be found, want 1000", n)
	}
	if size := compressed(data); size > 40_000 {
		t.Errorf("the search loads %d bytes, at most 40000", size)
	}
	page, err := os.ReadFile(filepath.Join(dir, "grande", "public", "cerca", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if size := compressed(page); size > maxHTML {
		t.Errorf("the index of names is %d bytes, at most %d", size, maxHTML)
	}
}
