// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// project returns the base project with some files changed.
func projectWith(changes map[string]func(string) string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range base {
		if change := changes[name]; change != nil {
			text = change(text)
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func coded(report *diag.List, code string) (all []string) {
	for _, d := range report.Sorted() {
		if d.Code == code {
			all = append(all, d.Message)
		}
	}
	return all
}

// TestToday holds that a day is compared only when it is given.
func TestToday(t *testing.T) {
	fsys := projectWith(nil)
	for today, want := range map[tomldoc.Date]int{{}: 0, {Year: 2022, Month: 11, Day: 3}: 0, {Year: 2022, Month: 11, Day: 2}: 1, {Year: 2022, Month: 10, Day: 4}: 3} {
		report := new(diag.List)
		Check(Input{Project: fsys, Publication: plan.Load(fsys, new(diag.List)), Today: today}, report)
		if got := coded(report, "date-implausible"); len(got) != want {
			t.Errorf("on %v: %q, want %d", today, got, want)
		}
	}
}

// TestExampleValues holds that each example of the start of a project that
// stands for something else is seen when nobody has replaced it.
func TestExampleValues(t *testing.T) {
	for name, change := range map[string]struct{ file, old, new string }{
		"telephone": {"data/ente.toml", `"+39 0000 407000"`, `"0000 000000"`},
		"e-mail":    {"data/ente.toml", `"urp@comune.prova.example"`, `"ufficio@comune.example"`},
		"link":      {"data/ente.toml", `"https://www.comune.prova.example/privacy/"`, `"https://www.comune.example/privacy/"`},
		"tax code":  {"data/ente.toml", `"01234567897"`, `"00000000000"`},
		"motto":     {"data/ente.toml", "confermato = true", "confermato = true\nmotto = \"La frase del Comune\""},
		"zeros":     {"data/ente.toml", `"+39 0000 407000"`, `"010 000000"`},
		"pec":       {"data/ente.toml", `"urp@comune.prova.example"`, `"protocollo@pec.comune.prova.example"`},
		"home":      {"data/ente.toml", `"https://www.comune.prova.example/privacy/"`, `"https://www.comune.prova.example/"`},
		"rehearsal": {"data/ente.toml", `indirizzo = "https://`, `indirizzo = "https://test.`},
		"blank":     {"data/piani/2022/piano.toml", "sintesi = \"Dove e come si lavora in modo agile.\"\nstato = ", "sintesi = \"Riguarda XX dipendenti (da verificare).\"\nstato = "},
		"act":       {"data/piani/2022/piano.toml", `numero = "12"`, `numero = "0"`},
		"project":   {"data/piani/2022/settori/biblioteca.toml", "= 4\n", "= 4\n[[progetto]]\nid = \"a\"\ntitolo = \"Titolo del primo progetto\"\n"},
		"id":        {"data/piani/2022/settori/biblioteca.toml", "= 4\n", "= 4\n[[progetto]]\nid = \"primo-progetto\"\ntitolo = \"Prestiti\"\n"},
		"condition": {"data/piani/2022/settori/biblioteca.toml", "= 4\n", "= 4\n[[progetto]]\nid = \"a\"\ntitolo = \"Prestiti\"\n[progetto.condizioni]\nsicurezza = [\"Solo computer del Comune\"]\n"},
		"indicator": {"data/piani/2022/settori/biblioteca.toml", "= 4\n", "= 4\n[[progetto]]\nid = \"a\"\ntitolo = \"Prestiti\"\n[[progetto.indicatori]]\nnome = \"Tempo medio per una pratica\"\n"},
		"activity":  {"data/piani/2022/settori/biblioteca.toml", "= 4\n", "= 4\nattivita = [\"Prima attività\"]\n"},
	} {
		fsys := projectWith(map[string]func(string) string{change.file: func(s string) string { return strings.Replace(s, change.old, change.new, 1) }})
		report := new(diag.List)
		Check(Input{Project: fsys, Publication: plan.Load(fsys, new(diag.List))}, report)
		if got := coded(report, "example-value"); len(got) != 1 {
			t.Errorf("%s: %q, want one", name, got)
		}
	}
	report := new(diag.List)
	fsys := projectWith(nil)
	Check(Input{Project: fsys, Publication: plan.Load(fsys, new(diag.List))}, report)
	if got := coded(report, "example-value"); len(got) != 0 {
		t.Errorf("a plan of its own: %q", got)
	}
}

// TestExamplePages holds that a page that says that it is to be written, and a
// settore whose file has the name of the example, are seen once the edition is
// approved, and not before.
func TestExamplePages(t *testing.T) {
	page := "+++\ntitolo = \"Il piano\"\nsommario = \"Pagina da scrivere: il piano.\"\nordine = 1\n+++\n\nQuesta pagina è una bozza.\n\nDa scrivere: perché.\n\nIl modulo da scrivere a mano non c’è più.\n"
	for state, want := range map[string]int{"approvato": 4, "bozza": 0} {
		fsys := projectWith(map[string]func(string) string{"data/piani/2022/piano.toml": func(s string) string { return strings.Replace(s, `"approvato"`, `"`+state+`"`, 1) }})
		fsys["data/piani/2022/settori/primo-settore.toml"] = &fstest.MapFile{Data: []byte("nome = \"Sport\"\n")}
		fsys["content/2022/il-piano.md"] = &fstest.MapFile{Data: []byte(page)}
		report := new(diag.List)
		pub := plan.Load(fsys, new(diag.List))
		Check(Input{Project: fsys, Publication: pub, Pages: narrative.Load(fsys, pub, narrative.Known{}, new(diag.List))}, report)
		if got := coded(report, "example-value"); len(got) != want {
			t.Errorf("%s: %q, want %d", state, got, want)
		}
	}
}

// TestUnwrittenTexts holds that what nobody has written yet, and what speaks of the
// invented Comune, is seen in data and pages of an ente that is no example.
func TestUnwrittenTexts(t *testing.T) {
	for text, want := range map[string]int{
		"Lorem ipsum dolor sit amet.": 1, "TODO: finire il paragrafo.": 1, "L’atto è il n. ____ del ____.": 1, "Vale dal XX al XX.": 1, "Il giorno gg/mm/aaaa.": 1,
		"Questo piano è inventato.": 1, "È il piano del Comune di Esempio.": 1, "Si compila il campo … con la data.": 0, "Nel secolo XX e nel XXI.": 0,
		"Per esempio, il Comune di Prova.": 0, "La todo list dell’ufficio.": 0, "Non abbiamo inventato titoli né numeri.": 0,
	} {
		fsys := projectWith(map[string]func(string) string{"data/piani/2022/piano.toml": func(s string) string {
			return strings.Replace(s, "stato = ", "nota = \""+text+"\"\nstato = ", 1)
		}})
		report := new(diag.List)
		Check(Input{Project: fsys, Publication: plan.Load(fsys, new(diag.List))}, report)
		if got := coded(report, "example-value"); len(got) != want {
			t.Errorf("%q: %q, want %d", text, got, want)
		}
	}
}

// TestSilentChanges compares figures with those of the last published site.
func TestSilentChanges(t *testing.T) {
	sum := func(s string) string { h := sha256.Sum256([]byte(s)); return hex.EncodeToString(h[:]) }
	site := func(updated, published, generator string) fstest.MapFS {
		return fstest.MapFS{"manifest.json": {Data: []byte(`{"generator":"` + generator + `","editions":[{"id":"2022","published":"` + published + `","updated":"` + updated + `"}],
			"files":[{"path":"index.html","sha256":"x"},{"path":"2022/dati/progetti.csv","edition":"2022","sha256":"` + sum("old") + `"}]}`)}}
	}
	pub := plan.Load(projectWith(nil), new(diag.List))
	for name, c := range map[string]struct {
		previous fstest.MapFS
		now      string
		want     int
	}{
		"same date, other figures":   {site("2022-11-03", "2022-11-02", "vetro 1"), "new", 1},
		"same date, same figures":    {site("2022-11-03", "2022-11-02", "vetro 1"), "old", 0},
		"a later date":               {site("2022-11-01", "2022-11-02", "vetro 1"), "new", 0},
		"an earlier date":            {site("2022-11-05", "2022-11-02", "vetro 1"), "new", 1},
		"never published":            {site("2022-11-03", "", "vetro 1"), "new", 0},
		"written by another version": {site("2022-11-03", "2022-11-02", "vetro 0"), "new", 0},
	} {
		report := new(diag.List)
		SilentChanges(c.previous, "1", func(string) (string, bool) { return sum(c.now), true }, pub, report)
		if got := coded(report, "figures-changed-silently"); len(got) != c.want {
			t.Errorf("%s: %q, want %d", name, got, c.want)
		}
	}
}

// TestFiguresOfAnotherVersion: a figure that another version computed in another
// way is said, and nothing else of what it wrote.
func TestFiguresOfAnotherVersion(t *testing.T) {
	pub := plan.Load(projectWith(nil), new(diag.List))
	f, _ := pub.Editions[0].Figure("progetti.descritti")
	for said, want := range map[string]int{f.Value.String() + ",,esatto,uno": 0, "99,,esatto,99": 1, "1,,almeno,almeno 1": 1} {
		previous := fstest.MapFS{
			"manifest.json":       {Data: []byte(`{"generator":"vetro 0","editions":[{"id":"2022","published":"2022-11-02","updated":"2022-11-03"}]}`)},
			"2022/dati/cifre.csv": {Data: []byte("nome,numero,massimo,precisione,testo\nprogetti.descritti," + said + "\nche.non.e,7,,esatto,7\n")},
		}
		report := new(diag.List)
		SilentChanges(previous, "1", func(string) (string, bool) { return "", false }, pub, report)
		if got := coded(report, "figures-changed-silently"); len(got) != want {
			t.Errorf("%s: %q, want %d", said, got, want)
		}
	}
}

// TestPublicationDate asks for the day of the first publication of what is
// approved, and of nothing else.
func TestPublicationDate(t *testing.T) {
	for change, want := range map[string]int{"": 0, "pubblicato = 2022-11-02\n": 1, "pubblicato = 2022-11-02\naggiornato = 2022-11-03\n": 1} {
		fsys := projectWith(map[string]func(string) string{"data/piani/2022/piano.toml": func(s string) string { return strings.Replace(s, change, "", 1) }})
		report := new(diag.List)
		Check(Input{Project: fsys, Publication: plan.Load(fsys, new(diag.List))}, report)
		if got := coded(report, "publication-date-missing"); len(got) != want {
			t.Errorf("without %q: %q, want %d", change, got, want)
		}
	}
}

// TestProgressAgainstDates holds that a state is doubted where the dates of its
// project say another one on the day of the last update, and only there.
func TestProgressAgainstDates(t *testing.T) {
	const file = "data/piani/2022/settori/biblioteca.toml" // its edition is of 3 November 2022
	for keys, want := range map[string]int{
		`avanzamento = "concluso", fine = "2022-12"`:           1,
		`avanzamento = "concluso", fine = "2023"`:              1,
		`avanzamento = "concluso", fine = "2022-11"`:           0,
		`avanzamento = "concluso", fine = "2022"`:              0,
		`avanzamento = "concluso", fine = "fino a revoca"`:     0,
		`avanzamento = "concluso"`:                             0,
		`avanzamento = "in corso", fine = "2023"`:              0,
		`avanzamento = "da avviare", inizio = "2022-11-02"`:    1,
		`avanzamento = "da avviare", inizio = "2021"`:          1,
		`avanzamento = "da avviare", inizio = "2022"`:          0,
		`avanzamento = "da avviare", inizio = "2023-01"`:       0,
		`avanzamento = "da avviare", inizio = "II trim. 2022"`: 0,
		`avanzamento = "sospeso", inizio = "2021"`:             0,
	} {
		fsys := projectWith(map[string]func(string) string{file: func(s string) string {
			return strings.Replace(s, "= 4\n", "= 4\n[[progetto]]\nid = \"a\"\ntitolo = \"Prestiti\"\n"+strings.ReplaceAll(keys, ", ", "\n")+"\n", 1)
		}})
		report := new(diag.List)
		Check(Input{Project: fsys, Publication: plan.Load(fsys, new(diag.List))}, report)
		if got := coded(report, "date-implausible"); len(got) != want {
			t.Errorf("%s: %q, want %d", keys, got, want)
		}
	}
}
