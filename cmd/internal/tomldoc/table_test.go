// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

func parse(t testing.TB, src string) (*Table, *diag.List) {
	t.Helper()
	report := new(diag.List)
	f := source.New("data/ente.toml", []byte(src), report)
	if f == nil {
		t.Fatalf("source.New: %v", report.Sorted())
	}
	return Parse(f, report, nil), report
}

// lines returns the diagnostics in their one-line form.
func lines(report *diag.List) []string {
	var out []string
	for _, d := range report.Sorted() {
		out = append(out, d.String())
	}
	return out
}

func TestReaders(t *testing.T) {
	table, report := parse(t, "\ufeff"+`nome = "  Comune\tdi Esempio "
nota = """
uno
due"""
dipendenti = -12
peso = 12
quota = 1.5
confermato = true
aggiornato = 2026-11-22
uffici = [ "Archivio", ' Protocollo ' ]
[atto]
tipo = "x"
[[progetto]]
id = "a"
[[progetto.personale]]
profilo = "p"
[[progetto]]
id = "b"
personale = [{ profilo = "q" }, { profilo = "r" }]
`)
	table.Require("nome", "atto")
	var profiles []string
	for _, p := range table.Tables("progetto") {
		for _, s := range p.Tables("personale") {
			profiles = append(profiles, p.Text("id")+":"+s.Text("profilo"))
		}
	}
	people, okPeople := table.Int("dipendenti")
	_, okNobody := table.Int("assente")
	weight, okWeight := table.Number("peso")
	share, okShare := table.Number("quota")
	_, okAbsent := table.Number("assente")
	got := []any{
		table.Text("nome"), table.Text("nota"), table.Text("assente"), people, okPeople, okNobody,
		weight, okWeight, share, okShare, okAbsent, table.Bool("confermato"), table.Bool("assente"),
		table.Date("aggiornato").String(), table.Date("assente").IsZero(), table.Strings("uffici"), table.Strings("assente"),
		table.Strings("assente") == nil, table.Table("assente") == nil, table.Tables("assente") == nil,
		table.Table("atto").Text("tipo"), profiles,
		Value(table, "nome", func(s string) (int, error) { return len(s), nil }),
		Value(table, "assente", func(s string) (int, error) { return 7, nil }),
	}
	want := []any{
		"Comune\tdi Esempio", "uno\ndue", "", -12, true, false,
		12.0, true, 1.5, true, false, true, false,
		"2026-11-22", true, []string{"Archivio", "Protocollo"}, []string(nil),
		true, true, true,
		"x", []string{"a:p", "b:q", "b:r"},
		17, 0,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	table.Close()
	if report.Len() > 0 {
		t.Errorf("reported: %q", lines(report))
	}
}

func TestTextFoldsLineEnds(t *testing.T) {
	table, _ := parse(t, "nota = '''\r\nuno\r\ndue'''\r\n")
	if got := table.Text("nota"); got != "uno\ndue" {
		t.Errorf("Text = %q, want LF between the lines", got)
	}
}

func TestKindAndKeys(t *testing.T) {
	table, _ := parse(t, `a = ""
b = 1
"c d" = 1.0
e = true
f = 2026-11-22
g = 2026-11-22T10:00:00
h = 2026-11-22T10:00:00Z
i = 10:00:00
l = []
m.n = 1
o = {}
q = -inf
r = nan
[[p]]
`)
	var got []string
	for _, key := range append(table.Keys(), "assente") {
		got = append(got, key+": "+table.Kind(key).String())
	}
	want := []string{
		"a: un testo", "b: un numero intero", "c d: un numero con la virgola", "e: un valore sì/no (true o false)",
		"f: una data", "g: una data con l'ora", "h: una data con l'ora", "i: un'ora", "l: un elenco",
		"m: una tabella", "o: una tabella", "q: un numero infinito", "r: un valore che non è un numero (nan)", "p: un elenco di tabelle", "assente: ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestPlaces(t *testing.T) {
	table, _ := parse(t, `nome = "x" # y
è = 1
`)
	if table != nil {
		t.Fatal("a bare key with an accent was accepted")
	}
	table, _ = parse(t, `nome = "x" # y
"città" = ["è", "", 3, "z"]
lungo = """uno
due"""
a.b = 1
[atto]
tipo = {n = 1}
[[p]]
  [[p]]  # due
`)
	table.Strings("città")
	atto := table.Table("atto")
	p := table.Tables("p")
	for _, c := range []struct {
		name string
		d    diag.Diagnostic
		want string // line:column+length
	}{
		{"value", table.At("nome"), "1:8+3"},
		{"key", table.KeyAt("nome"), "1:1+4"},
		{"quoted key", table.KeyAt("città"), "2:1+7"},
		{"value after accents", table.At("città"), "2:11+17"},
		{"first item returned", table.ItemAt("città", 0), "2:12+3"},
		{"second item returned, fourth written", table.ItemAt("città", 1), "2:24+3"},
		{"item out of range", table.ItemAt("città", 9), "2:11+17"},
		{"value of many lines", table.At("lungo"), "3:9+6"},
		{"dotted key", table.KeyAt("a"), "5:1+1"},
		{"within a dotted key", table.Table("a").At("b"), "5:7+1"},
		{"header", atto.Here(), "6:1+6"},
		{"header as value", table.At("atto"), "6:1+6"},
		{"header as key", table.KeyAt("atto"), "6:2+4"},
		{"absent key", atto.At("assente"), "6:1+6"},
		{"absent key of the document", table.KeyAt("assente"), "1:1+0"},
		{"inline table", atto.Table("tipo").Here(), "7:8+7"},
		{"first of an array", p[0].Here(), "8:1+5"},
		{"second of an array", p[1].Here(), "9:3+5"},
		{"item of an array of tables", table.ItemAt("p", 1), "9:3+5"},
	} {
		got := fmt.Sprintf("%d:%d+%d", c.d.Pos.Line, c.d.Pos.Column, c.d.Length)
		if got != c.want {
			t.Errorf("%s: at %s, want %s", c.name, got, c.want)
		}
		if c.d.Line != table.File().Line(c.d.Pos.Line) || c.d.Pos.Filename != "data/ente.toml" {
			t.Errorf("%s: line %q of %s", c.name, c.d.Line, c.d.Pos.Filename)
		}
	}
}

// A table asked for twice is one table: what was read in the first is known in
// the second, and Close reports its unknown keys once.
func TestTablesAskedTwice(t *testing.T) {
	table, report := parse(t, "[atto]\ntipo = 'x'\nz = 1\n[[p]]\nid = 'a'\nz = 1\n")
	if a, b := table.Table("atto"), table.Table("atto"); a != b {
		t.Error("Table makes two of one")
	}
	if a, b := table.Tables("p"), table.Tables("p"); len(a) != 1 || len(b) != 1 || a[0] != b[0] {
		t.Error("Tables makes two of one")
	}
	table.Table("atto").Text("tipo")
	table.Tables("p")[0].Text("id")
	table.Close()
	if got := lines(report); len(got) != 2 {
		t.Errorf("reported: %q, want the two z", got)
	}
}

// Has and Require make a key known; Kind does not.
func TestWhatCountsAsAsked(t *testing.T) {
	table, report := parse(t, "a = 1\nb = 1\nc = 1\n")
	table.Has("a")
	table.Require("b")
	table.Kind("c")
	table.Close()
	want := []string{"data/ente.toml:3:1: errore: la chiave «c» qui non è prevista [unknown-key]"}
	if diff := cmp.Diff(want, lines(report)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestDate(t *testing.T) {
	dates := []Date{{2026, 11, 22}, {2022, 10, 5}, {}, {2026, 2, 22}, {2026, 11, 3}}
	slices.SortFunc(dates, Date.Compare)
	var got []string
	for _, d := range dates {
		got = append(got, d.String())
	}
	if diff := cmp.Diff([]string{"", "2022-10-05", "2026-02-22", "2026-11-03", "2026-11-22"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
