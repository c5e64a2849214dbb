// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/project"
)

// nasty are texts that are allowed and that a program may stumble over: names
// of our own pages and sections, marks of every language that vetro writes,
// words too long for a line, other scripts.
var nasty = []string{
	"A", "È", "10", ".", "…!", "?!", "Fine!", "Dati", "Progetti", "Il piano", "Settori", "Grafici", "Home", "Glossario", "Note legali",
	"Mappa del sito", "Persone", "Obiettivi", "Attività", "Indicatori", "Uffici", "Che cosa la fonte non dice", "Contenuto", "Menu", "Cerca",
	"Amministrazione trasparente", "Comune di Prova", "Di nessun settore", "Gli altri progetti", "qui", "Clicca qui", "Scarica",
	strings.Repeat("precipitevolissimevolmente", 3)[:65], strings.Repeat("Un titolo che non finisce mai ", 5), "🐢🏛️🏡", "مشروع العمل المرن", "e\u0301 scomposto",
	"<script>alert(1)</script>", "</main>", "</script>", "<!-- nota -->", "]]>", "&amp;lt; & \"due\" 'uno'", "{{ progetti.nel_piano }}", "**grassetto**",
	"[testo](https://esempio.it)", "`codice`", "=SUM(A1)", "+39", "@chi", "x;y,z\\n", "«virgolette»", "javascript:alert(1)", "100 %",
}

// markdown are pieces of a page, each with features that meet others badly.
var markdown = []string{
	"## Contenuto\n\nTesto.\n", "## Contenuto\n\nDue volte lo stesso titolo.\n", "## Menu\n\n### Menu\n\n#### Menu\n\n##### Menu\n\n###### Menu\n",
	"## `codice` **forte** *piano*\n", "## 🐢\n", "## [Un collegamento](https://www.esempio.it/)\n\nTesto.\n", "## {{ progetti.nel_piano }} progetti\n",
	"- uno\n- due\n  - tre\n    1. quattro\n\n- \n-\n", "- da fare\n- [fatto]\n", "> citazione\n>\n> > nella citazione\n>\n> ## Titolo dentro\n",
	"Tabella: Due colonne\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n", "Tabella: Due colonne\n\n| a | b |\n|---|---|\n| | |\n| 1 | |\n", "```toml\na = 1\n```\n",
	"```testo\n</code></pre>\n```\n", "    rientrato\n", "~~~\n\n~~~\n", "***\n\n---\n", "Riga  \nspezzata\\\nancora.\n", "https://www.esempio.it/a?b=c&d=%20 e <https://www.esempio.it/>.\n",
	"[uno](https://www.esempio.it/ \"titolo\") e [uno](https://www.esempio.org/).\n", "[dati](/2022/dati/) [Dati](/2022/progetti/) [qui](/2022/)\n", "[ref]\n\n[ref]: https://www.esempio.it/x\n",
	"**forte *piano* `codice`** [^1] testo\\_con\\*segni &amp; &lt; &copy; &nbsp; H~2~O\n\n[^1]: Una *nota*, con [un collegamento](/2022/).\n", "urp@comune.example, www.comune.example e l'ente.\n",
	"[**forte** `codice` lavoro agile](/glossario/)\n", "Il lavoro agile e lo smart working, il lavoro agile.\n", "1. uno\n1. due\n\nTesto.\n\n7) sette\n9) nove\n", "\\{{ graffe }}\n", "مشروع **العمل** المرن\n",
	"## lavoro agile\n", "Una parola " + strings.Repeat("lunghissima", 30) + ".\n", "![Un quadrato](/immagini/punto.png)\n", "[![Un quadrato](/immagini/punto.png)](/2022/)\n",
	"```grafico\nid = \"progetti-per-settore\"\n```\n", "## Titolo\n\n------\n", "Prima riga\n\n----------\n", "[mail](mailto:urp@comune.example) [tel](tel:+390100000)\n",
}

// A chance makes a project, the same for the same seed.
type chance struct {
	*rand.Rand
	files    fstest.MapFS
	distinct bool // no two texts are alike
	given    int  // texts so far
	firm     bool // some acts are confirmed
}

func (c *chance) text() string {
	text := nasty[c.IntN(len(nasty))]
	if c.given++; c.distinct {
		return fmt.Sprint(c.given, " ", text)
	}
	return text
}

// quoted is a text as TOML has it.
func quoted(s string) string {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(data)
}

func (c *chance) list(most int) string {
	var out []string
	for range 1 + c.IntN(most) {
		out = append(out, quoted(c.text()))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// maybe writes a line three times in four.
func (c *chance) maybe(b *strings.Builder, format string, args ...any) {
	if c.IntN(4) > 0 {
		fmt.Fprintf(b, format+"\n", args...)
	}
}

func (c *chance) quantity() string {
	switch n := c.IntN(400); c.IntN(5) {
	case 0:
		return fmt.Sprint(n + 3)
	case 1:
		return fmt.Sprintf("{ numero = %d, precisione = %q }", n+3, []string{"fino a", "almeno", "circa", "fino a circa"}[c.IntN(4)])
	case 2:
		return fmt.Sprintf("{ testo = %s }", quoted("alcuni "+c.text()))
	}
	return fmt.Sprint(3 + c.IntN(9))
}

func (c *chance) value() string {
	return []string{"0", "1", "-3.5", "0.001", "1000000", "12", "12.5", "99.9"}[c.IntN(8)]
}

func (c *chance) project(id string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "[[progetto]]\nid = %q\ntitolo = %s\n", id, quoted(c.text()))
	c.maybe(&b, "sintesi = %s", quoted(c.text()))
	c.maybe(&b, "servizio = %s", quoted(c.text()))
	c.maybe(&b, "attivita = %s", c.list(4))
	c.maybe(&b, "obiettivi = %s", c.list(4))
	c.maybe(&b, "contributo = %s", quoted(c.text()))
	c.maybe(&b, "nota = %s", quoted(c.text()))
	c.maybe(&b, "avanzamento = %q", []string{"da avviare", "in corso", "concluso"}[c.IntN(3)])
	if c.IntN(2) == 0 {
		b.WriteString("[progetto.condizioni]\n")
		for _, kind := range []string{"organizzative", "tecnologiche", "formative", "sicurezza"} {
			c.maybe(&b, "%s = %s", kind, c.list(3))
		}
	}
	for i := range c.IntN(4) {
		fmt.Fprintf(&b, "[[progetto.personale]]\nprofilo = %s\n", quoted(fmt.Sprint("Gruppo ", i, " ", c.text())))
		c.maybe(&b, "dipendenti = %s", c.quantity())
	}
	for _, at := range c.Perm(len(nasty))[:c.IntN(3)] {
		name := nasty[at]
		if c.distinct {
			name = c.text()
		}
		fmt.Fprintf(&b, "[[progetto.indicatori]]\nnome = %s\n", quoted(name))
		c.maybe(&b, "unita = %s", quoted([]string{"%", "giorni", "€", "ore a settimana"}[c.IntN(4)]))
		c.maybe(&b, "operatore = %q", []string{"almeno", "al massimo", "uguale"}[c.IntN(3)])
		c.maybe(&b, "base = { anno = 2020, valore = %s }", c.value())
		c.maybe(&b, "obiettivi = [{ anno = 2021, valore = %s }, { anno = 2022, valore = %s }]", c.value(), c.value())
		c.maybe(&b, "risultati = [{ anno = 2021, valore = %s }]", c.value())
	}
	return b.String()
}

func (c *chance) edition(id string, settori int) {
	folder := "data/piani/" + id + "/"
	state := "approvato"
	if id != "2022" && c.IntN(3) == 0 {
		state = "bozza"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "titolo = %s\nstato = %q\nfonte = \"atto\"\naggiornato = %s-11-22\n", quoted(c.text()), state, id)
	c.maybe(&b, "sintesi = %s", quoted(c.text()))
	c.maybe(&b, "dipendenti = %s", c.quantity())
	c.maybe(&b, "nota = %s", quoted(c.text()))
	fmt.Fprintf(&b, "[atto]\ntipo = \"deliberazione\"\norgano = \"Giunta comunale\"\ndata = %s-10-05\nnumero = \"7\"\nconfermato = %v\n", id, c.firm && c.IntN(3) > 0)
	for i := range c.IntN(3) {
		b.WriteString(c.project(fmt.Sprintf("t-%d", i)))
	}
	c.files[folder+"piano.toml"] = &fstest.MapFile{Data: []byte(b.String())}
	for i := range settori {
		var b strings.Builder
		fmt.Fprintf(&b, "nome = %s\n", quoted(c.text()))
		described := c.IntN(4)
		if count := described + c.IntN(5); i == 0 {
			fmt.Fprintf(&b, "progetti_nel_piano = %d\n", count+1) // so that there is a chart
		} else {
			c.maybe(&b, "progetti_nel_piano = %d", count)
		}
		c.maybe(&b, "attivita = %s", c.list(3))
		c.maybe(&b, "uffici = %s", c.list(3))
		c.maybe(&b, "nota = %s", quoted(c.text()))
		for j := range described {
			b.WriteString(c.project(fmt.Sprintf("p-%d-%d", i, j)))
		}
		c.files[fmt.Sprintf("%ssettori/s-%d.toml", folder, i)] = &fstest.MapFile{Data: []byte(b.String())}
	}
}

func (c *chance) page(name string) {
	title := c.text()
	for len([]rune(title)) > 65 {
		title = c.text()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitolo = %s\nsommario = %s\n+++\n", quoted(title), quoted("Un sommario: "+name))
	for _, i := range c.Perm(len(markdown))[:1+c.IntN(len(markdown)-1)] {
		own := strings.Contains(markdown[i], "{{ p") || strings.Contains(markdown[i], "grafico") // of an edition
		alike := strings.Contains(markdown[i], "[uno]") || strings.Contains(markdown[i], "[qui]") || strings.Contains(markdown[i], "Due volte")
		if (!own || strings.HasPrefix(name, "content/2")) && !(alike && c.distinct) {
			b.WriteString("\n" + markdown[i])
		}
	}
	c.files[name] = &fstest.MapFile{Data: []byte(b.String())}
}

// nastyProject makes a project that has no faults.
func nastyProject(seed uint64, distinct bool) fstest.MapFS {
	c := &chance{rand.New(rand.NewPCG(seed, 1)), fstest.MapFS{}, distinct, 0, seed%3 > 0}
	put := func(name, text string) { c.files[name] = &fstest.MapFile{Data: []byte(text)} }
	var b strings.Builder
	fmt.Fprintf(&b, "nome = %s\n", quoted("Comune di "+c.text()))
	c.maybe(&b, "motto = %s", quoted(c.text()))
	c.maybe(&b, "ufficio_responsabile = %s", quoted(c.text()))
	c.maybe(&b, "indirizzo = %q", []string{"https://www.comune.example/", "https://www.comune.example/così/", "https://www.città.example/a/b"}[c.IntN(3)])
	c.maybe(&b, "confermato = %v", c.IntN(2) == 0)
	put("data/ente.toml", b.String())
	put("data/fonti.toml", "[[fonte]]\nid = \"atto\"\ntitolo = "+quoted(c.text())+"\n")
	put("data/glossario.toml", "[[termine]]\nid = \"lavoro-agile\"\ntermine = \"Lavoro agile\"\ndefinizione = \"Un modo di lavorare.\"\nforme = [\"smart working\"]\n"+
		"[[termine]]\nid = \"dati-aperti\"\ntermine = \"Dati\"\ndefinizione = "+quoted(c.text())+"\n")
	for _, id := range []string{"2022", "2023", "2024"}[:1+c.IntN(3)] {
		c.edition(id, []int{1, 1, 2, 3, 9}[c.IntN(5)])
		for i := range c.IntN(4) {
			c.page(fmt.Sprintf("content/%s/n-%d.md", id, i))
		}
	}
	for i := range c.IntN(3) {
		c.page(fmt.Sprintf("content/g-%d.md", i))
	}
	put("content/immagini/punto.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82")
	return c.files
}

// What content can say must never be taken for a defect of the program, which
// would keep the site from being written; and where no two texts are alike there
// is nothing to warn of.
func TestNastyTextIsNoDefect(t *testing.T) {
	if testing.Short() {
		t.Skip("draws charts, which takes minutes under the race detector, and does one thing at a time")
	}
	const seeds = uint64(24)
	cache := remember(chart.Cache{})
	for seed := range seeds {
		distinct := seed%2 == 1
		got, err := project.Compile(t.Context(), nastyProject(seed, distinct), project.Options{Cache: cache, Target: "public", Drafts: seed%4 > 1}, project.Output{})
		if err != nil {
			t.Errorf("seed %d: %v", seed, err)
			continue
		}
		for _, d := range got.Report.Sorted() {
			code, _ := diag.Lookup(d.Code)
			if d.Severity == diag.Error || code.Group == diag.SiteFiles && distinct && d.Code != "page-hard-to-read" { // noise is hard to read
				t.Errorf("seed %d: %s: %s: %s [%s] %s", seed, d.Pos, d.Severity, d.Message, d.Code, d.Line)
			}
		}
	}
}
