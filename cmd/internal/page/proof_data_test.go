// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"vetro/cmd/internal/proof"
	"vetro/cmd/internal/site"

	"golang.org/x/net/html"
)

// assembled is a site before the proof.
func assembled(t testing.TB, in Input) (*Builder, []site.File) {
	t.Helper()
	b, files, err := assemble(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	return b, files
}

// example is the demo.
func example(t testing.TB) Input {
	t.Helper()
	return load(t, os.DirFS(projects["demo"]))
}

// TestProofOfData changes one thing on one page after the other: the proof
// names page, table, row and column.
func TestProofOfData(t *testing.T) {
	b, files := assembled(t, example(t))
	const (
		project    = "2023/progetti/acquisti-digitali/index.html"
		department = "2023/settori/anagrafe/index.html"
		paper      = "2023/stampa/index.html"
		inProjects = "table progetti, row acquisti-digitali, column "
		offices    = "table settori, row anagrafe, column "
		chartPage  = "2023/grafici/progetti-per-settore/index.html"
	)
	for _, test := range []struct{ name, file, old, new, want string }{
		{"nothing", "2023/index.html", "", "", ""},
		{"account, cell", "2023/progetti/index.html", `data-etichetta="Nel piano"><span class="cifra"><data value="4">4</data>`, `data-etichetta="Nel piano"><span class="cifra"><data value="5">5</data>`, "table conto, row settore.anagrafe, column nel_piano_testo"},
		{"account, described", "2023/progetti/index.html", `data-etichetta="Descritti"><span class="cifra"><data value="4">4</data>`, `data-etichetta="Descritti"><span class="cifra"><data value="3">3</data>`, "table conto, row settore.anagrafe, column descritti_testo"},
		{"account, total", "2024/progetti/index.html", `<th scope="row">Totale del piano</th>`, `<th scope="row">Totale</th>`, "table conto, row totale, column voce"},
		{"account, paper", paper, `data-etichetta="Da descrivere"><span class="cifra"><data value="0">0</data>`, `data-etichetta="Da descrivere"><span class="lacuna">La fonte non lo dice</span>`, "table conto, row settore.anagrafe, column da_descrivere_testo"},
		{"account, one row more", "2023/progetti/index.html", `<tfoot>`, `<tr><th scope="row">Altro</th></tr><tfoot>`, "table conto, row –, column –"},
		{"account, source", "2023/progetti/index.html", `Fonte di tutte le righe: <a href="../index.html#fonte-`, `Fonte di tutte le righe: <a href="../index.html#fonte-x`, "table conto, row settore.anagrafe, column fonte"},
		{"number for machines", "2023/progetti/index.html", `<data value="4">4</data>`, `<data value="5">4</data>`, `the page says "4", the data "5"`},
		{"day for machines", project, `<time datetime="2024-05">`, `<time datetime="2024-06">`, `the page says "maggio 2024", the data "2024-06"`},
		{"key figure", "2023/index.html", `data-cifra="progetti.nel_piano"><span class="cifra"><data value="37">37</data>`, `data-cifra="progetti.nel_piano"><span class="cifra"><data value="73">73</data>`, "table cifre, row progetti.nel_piano, column testo"},
		{"key figure, paper", paper, `data-cifra="dipendenti.nel_piano"><span class="cifra">circa <data`, `data-cifra="dipendenti.nel_piano"><span class="cifra"><data`, "table cifre, row dipendenti.nel_piano, column testo"},
		{"key figure, indicators", "2024/index.html", `<data value="49">49</data> su 68`, `<data value="49">49</data> su 67`, "table cifre, row –, column testo"},
		{"square, state", "2024/index.html", `class="visually-hidden">Cambi di residenza in meno giorni, in corso`, `class="visually-hidden">Cambi di residenza in meno giorni, concluso`, "column titolo, avanzamento"},
		{"square, way", "2024/index.html", `href="progetti/cambi-di-residenza/index.html" title`, `href="progetti/pagare-a-rate/index.html" title`, "table progetti, row pagare-a-rate"},
		{"people beside the squares", "2024/index.html", `mosaico-persone"><span class="cifra">fino a <data`, `mosaico-persone"><span class="cifra"><data`, "table settori, row anagrafe, column dipendenti_testo"},
		{"told in a line, value", "2024/index.html", `<b><data value="89.4">89,4</data>`, `<b><data value="98.4">98,4</data>`, "column valore"},
		{"told in a line, outcome", "2024/index.html", `misura-esito">Obiettivo del 2024 raggiunto`, `misura-esito">Obiettivo del 2024 non raggiunto`, "column esito"},
		{"told in a line, way", "2024/index.html", `<h3 id="progetto-cambi-di-residenza"><a href="progetti/cambi-di-residenza/index.html">`, `<h3 id="progetto-cambi-di-residenza"><a href="glossario/index.html">`, "column progetto"},
		{"who works", "2024/index.html", "Chi: <span>Educatrici ed educatori di nido", "Chi: <span>Educatrici", "table settori, row scuola, column profilo"},
		{"over time, value", "2024/progetti/archivio-immobili/index.html", `<b><data value="4.1">4,1</data>`, `<b><data value="1.4">1,4</data>`, "column valore"},
		{"over time, way", "2024/progetti/archivio-immobili/index.html", "In calo è meglio", "In crescita è meglio", "column operatore"},
		{"over time, settore", "2024/settori/tributi/index.html", `<b><data value="12.7">12,7</data>`, `<b><data value="7.12">7,12</data>`, "column valore"},
		{"people of a project, settore", "2024/settori/tributi/index.html", `Geometri: <span class="cifra"><data value="3">3</data>`, `Geometri: <span class="cifra">fino a <data value="3">3</data>`, "column dipendenti_testo"},
		{"settore in a list", "2023/settori/index.html", `Anagrafe e stato civile</a> <span class="riga-conto"><span class="cifra"><data value="4">4</data>`, `Anagrafe e stato civile</a> <span class="riga-conto"><span class="cifra">almeno <data value="4">4</data>`, offices + "progetti_nel_piano_testo"},
		{"people in a list", "2023/settori/index.html", "fino a 25 dipendenti", "25 dipendenti", offices + "progetti_descritti, dipendenti_testo"},
		{"settore, name", department, `page-name">Anagrafe`, `page-name">L’anagrafe`, offices + "nome"},
		{"settore, people", department, `fino a <data value="25">25</data>`, `<data value="25">25</data>`, offices + "dipendenti_testo"},
		{"settore, office", department, "<li>Stato civile</li>", "", offices + "uffici"},
		{"settore, its projects", department, "Cambi di residenza in meno giorni</a>", "Cambi di residenza</a>", "table progetti, row cambi-di-residenza, column titolo"},
		{"project, title", project, `page-name">Piccoli`, `page-name">Grandi`, inProjects + "titolo"},
		{"project, settore", project, "Bilancio e acquisti</a></dd>", "Bilancio</a></dd>", inProjects + "settore_nome"},
		{"project, summary", project, `<p class="lead">Carta, sedie`, `<p class="lead">Carta e sedie`, inProjects + "sintesi"},
		{"project, badge", project, `stato-da-avviare">Da avviare`, `stato-da-avviare">Concluso`, inProjects + "avanzamento"},
		{"project, days", project, `Giornate al mese</dt><dd><span class="cifra"><data value="6">6</data>`, `Giornate al mese</dt><dd><span class="cifra"><data value="9">9</data>`, inProjects + "giornate_al_mese_testo"},
		{"project, beginning", project, `<time datetime="2024-05">maggio`, `<time datetime="2024-06">giugno`, inProjects + "inizio, fine"},
		{"project, goal", project, "<li>Raggruppare gli acquisti uguali</li>", "", inProjects + "obiettivi"},
		{"project, activity", project, "<li>Confrontare i preventivi ricevuti in rete</li>", "", "table attivita, row –, column –"},
		{"project, words of an activity", project, "i preventivi ricevuti", "preventivi ricevuti", "table attivita, row progetto.acquisti-digitali.attivita.2, column attivita"},
		{"project, condition", project, "<li>Corso sul nuovo codice dei contratti</li>", "", inProjects + "condizioni_formative"},
		{"project, contribution", project, "Con ordini più rapidi", "Con ordini rapidi", inProjects + "contributo"},
		{"project, source", project, `Fonte delle cifre</dt><dd><a href="../../index.html#fonte-`, `Fonte delle cifre</dt><dd><a href="../../index.html#`, inProjects + "fonte"},
		{"staff, profile", project, `<th scope="row">Addetti agli acquisti</th>`, `<th scope="row">Addetti</th>`, "table personale, row progetto.acquisti-digitali.personale.addetti-agli-acquisti, column profilo"},
		{"staff, number", project, `<td class="numero"><span class="cifra"><data value="4">4</data>`, `<td class="numero"><span class="cifra">circa <data value="4">4</data>`, "column dipendenti_testo"},
		{"indicator, value", project, `<data value="3.1">3,1</data>`, `<data value="3.2">3,2</data>`, "table indicatori, row progetto.acquisti-digitali.indicatore.2.base.2023, column base"},
		{"indicator, year", project, `al massimo <data value="30">30</data> (2025)`, `al massimo <data value="30">30</data> (2026)`, "column obiettivo"},
		{"indicator, sense", project, `al massimo <data`, `almeno <data`, "column obiettivo"},
		{"indicator, result", project, `data-etichetta="Risultati"><span class="lacuna">La fonte non lo dice</span>`, `data-etichetta="Risultati">100 (2024)`, "column risultato"},
		{"project, paper", paper, "<li>Raggruppare gli acquisti uguali</li>", "", inProjects + "obiettivi"},
		{"row of the list", "2023/progetti/index.html", `data-avanzamento="concluso" data-dipendenti="6"`, `data-avanzamento="in-corso" data-dipendenti="6"`, "table progetti, row avvisi-dei-rifiuti, column avanzamento"},
		{"way to a project", "2023/progetti/index.html", `riga-nome" href="permessi-per-il-centro/index.html"`, `riga-nome" href="dati-sul-traffico/index.html"`, "table progetti, row permessi-per-il-centro, column id"},
		{"row by progress", "2023/progetti/concluso/index.html", "Cultura e turismo · <data", "Anagrafe · <data", "table progetti, row calendario-degli-eventi, column dipendenti_testo"},
		{"number in prose", "2023/il-piano/index.html", `<data value="10">10</data>`, `<data value="11">11</data>`, "table cifre, row –, column testo"},
		{"words in prose", "2023/il-piano/index.html", `fino a <data value="83">`, `circa <data value="83">`, "table cifre, row –, column testo"},
		{"prose on paper", paper, `divisi in <data value="10">10</data>`, `divisi in <data value="11">11</data>`, "table cifre, row –, column testo"},
		{"chart, cell", chartPage, `<th scope="row">Anagrafe e stato civile</th><td class="numero">4</td>`, `<th scope="row">Anagrafe e stato civile</th><td class="numero">5</td>`, "the table of the page"},
		{"chart in prose", "2023/il-piano/index.html", `<td class="numero">3</td>`, `<td class="numero">4</td>`, "the table of the page"},
		{"chart without a mark", "2023/il-piano/index.html", `data-s="0" data-c="1"`, "", "the marks"},
		{"chart in a frame, finding", "2023/grafici/progetti-per-settore/incorpora/index.html", "grafico-risultato\">", "grafico-risultato\">Quasi ", "the finding is"},
		{"chart in a frame, mark", "2023/grafici/progetti-per-settore/incorpora/index.html", `data-s="0" data-c="1"`, "", "the marks"},
		{"fields", "2023/dati/dizionario/index.html", `Che cosa dice">Il titolo.`, `Che cosa dice">Il nome.`, "table dizionario, row progetti.titolo, column significato"},
		{"type of a field", "2023/dati/dizionario/index.html", `testo, sempre presente`, `testo`, "table dizionario, row progetti.titolo, column tipo"},
		{"rows of a table", "2023/dati/index.html", `data-etichetta="Righe">37<`, `data-etichetta="Righe">35<`, "table progetti, row –, column righe"},
		{"form of a file", "2023/dati/index.html", `href="progetti-excel.csv">CSV per Excel`, `href="progetti-excel.csv">CSV`, "table progetti, row –, column progetti-excel.csv"},
		{"file not offered", "2023/dati/index.html", `href="csv-metadata.json"`, `href="#"`, "row 2023/dati/csv-metadata.json"},
		{"change, sentence", "2024/cosa-cambia/index.html", "Si è concluso: prima", "Si è sospeso: prima", "table cosa-cambia, row –, column frase"},
		{"change, side by side", "2024/cosa-cambia/index.html", ">circa 300<", ">300<", "table cosa-cambia, row –, column frase"},
		{"change, paper", "2024/stampa/index.html", "diceva «circa 300»", "diceva «300»", "table cosa-cambia, row –, column frase"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := b.prove(altered(t, files, test.file, test.old, test.new))
			switch {
			case test.want == "" && err != nil:
				t.Error(err)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.file) || !strings.Contains(err.Error(), test.want)):
				t.Errorf("the proof says %v\nwant %s, %s", err, test.file, test.want)
			}
		})
	}
}

// TestProofOfSizes: a file as large as no page says is found out.
func TestProofOfSizes(t *testing.T) {
	b, files := assembled(t, example(t))
	i := slices.IndexFunc(files, func(f site.File) bool { return f.Path == "2023/dati/progetti.csv" })
	files[i].Data = append(slices.Clone(files[i].Data), make([]byte, 5000)...)
	if err := b.prove(files); err == nil || !strings.Contains(err.Error(), "row 2023/dati/progetti.csv") {
		t.Errorf("the proof says %v, want it to name 2023/dati/progetti.csv", err)
	}
	_, files = assembled(t, example(t))
	files = slices.DeleteFunc(files, func(f site.File) bool { return f.Path == "index.html" })
	if err := b.prove(files); err == nil || !strings.Contains(err.Error(), "index.html: the page has no content") {
		t.Errorf("the proof says %v, want it to miss index.html", err)
	}
}

// TestProofOfEveryCell changes every cell of every table and list of a small
// site, one at a time: the proof sees each.
func TestProofOfEveryCell(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of pages, one at a time: no more to race than a few")
	}
	_, project := archive(t, "testdata/due-settori.txtar")
	b, files := assembled(t, load(t, project))
	byName := map[string][]byte{}
	for _, f := range files {
		byName[f.Path] = f.Data
	}
	changed := 0
	prover, err := proof.New(b.Proofs(), func(name string) (int, bool) { data, ok := byName[name]; return len(data), ok })
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range byName {
		if !isPage(name) {
			continue
		}
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			text := strings.TrimSpace(n.Data)
			if n.Type != html.TextNode || text == "" || !inMain(n) || !proved(n) {
				continue
			}
			old := n.Data
			n.Data = "x" + old
			err := prover.Page(name, root)
			if n.Data = old; err == nil {
				t.Errorf("%s: nobody sees that %q has changed", name, text)
			}
			changed++
		}
	}
	if changed < 500 {
		t.Errorf("only %d cells were changed", changed)
	}
}

// inMain reports whether n stands between header and footer.
func inMain(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "main" {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attribute(n, "class")), class)
}

// proved reports whether a text stands where the proof looks: in a cell of the
// open data, a row of a list, a number in prose.
func proved(n *html.Node) bool {
	prose := false
	for a := n.Parent; a != nil; a = a.Parent {
		switch {
		case strings.Contains(attribute(a, "href"), "#fonte-"): // where it leads is proved, what it is called is not
			return false
		case a.Data == "thead" || a.Data == "tfoot" && n.Parent.Data == "th" || hasClass(a, "registro") || hasClass(a, "precedente-successivo"):
			return false
		case a.Data == "section" && hasClass(a, "table-responsive") && !hasClass(a.Parent, "dati-tabella"):
			return false // a table of prose
		case a.Data == "data" || a.Data == "tbody" || a.Data == "tfoot" || hasClass(a, "cifra") || hasClass(a, "riga-progetto"):
			prose = true
		case hasClass(a, "riga-nome") || hasClass(a, "riga-settore") && n.Parent != a && !hasClass(n.Parent, "riga-conto"):
			prose = true
		}
	}
	return prose
}

// altered returns files with old, which must be there, changed once to new.
func altered(t *testing.T, files []site.File, name, old, new string) []site.File {
	t.Helper()
	out := slices.Clone(files)
	i := slices.IndexFunc(out, func(f site.File) bool { return f.Path == name })
	if i >= 0 {
		out[i].Data = bytes.ReplaceAll(out[i].Data, []byte("\u00a0"), []byte(" ")) // set by italian.Bind
	}
	if i < 0 || !strings.Contains(string(out[i].Data), old) {
		t.Fatalf("%s does not contain %q", name, old)
	}
	out[i].Data = []byte(strings.Replace(string(out[i].Data), old, new, 1))
	return out
}

// BenchmarkProof is the proof of a site: compare with BenchmarkBuild.
func BenchmarkProof(b *testing.B) {
	for _, bb := range []struct {
		name string
		in   func() Input
	}{
		{"shipped", func() Input { return load(b, os.DirFS(projects["shipped"])) }},
		{"demo", func() Input { return example(b) }},
		{"2000", func() Input { return bigInput(2000) }},
	} {
		b.Run(bb.name, func(b *testing.B) {
			in := bb.in()
			builder, files := assembled(b, in)
			for b.Loop() {
				if err := builder.prove(files); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(bb.name+"/build", func(b *testing.B) {
			in := bb.in()
			for b.Loop() {
				if _, err := Build(b.Context(), in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
