// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"vetro/cmd/internal/diag"
)

func TestProtected(t *testing.T) {
	for _, test := range []struct {
		in        Quantity
		threshold int
		want      string
	}{
		{Count(0), 3, "0"}, {Count(1), 3, "meno di 3"}, {Count(2), 3, "meno di 3"}, {Count(3), 3, "3"}, {Count(3), 5, "meno di 5"},
		{of(UpTo, 2), 3, "meno di 3"}, {of(UpTo, 3), 3, "fino a 3"},
		{of(About, 2), 3, "meno di 3"}, {of(UpToAbout, 2), 3, "meno di 3"},
		{of(AtLeast, 2), 3, "almeno 2"}, {of(InWords, 0), 3, "diverse decine"}, {Quantity{}, 3, NotSaid},
	} {
		if got := test.in.protected(test.threshold).String(); got != test.want {
			t.Errorf("%v below %d is published as %q, want %q", test.in, test.threshold, got, test.want)
		}
	}
}

// TestHideFew: women, men and full-time equivalents are left out exactly where
// they would tell of fewer than three.
func TestHideFew(t *testing.T) {
	few := of(FewerThan, 0)
	half := func(tenths int) Quantity { return Quantity{Number: tenths, Decimals: 1, Precision: Exact} }
	for _, test := range []struct {
		name            string
		in              StaffProfile
		women, fullTime bool // whether they stay
	}{
		{"three are left", StaffProfile{Employees: Count(10), Women: Count(7)}, true, false},
		{"two are left", StaffProfile{Employees: Count(10), Women: Count(8)}, false, false},
		{"one man of whom nobody speaks", StaffProfile{Employees: Count(10), Women: Count(9)}, false, false},
		{"all are women", StaffProfile{Employees: Count(10), Women: Count(10)}, true, false},
		{"few women", StaffProfile{Employees: Count(10), Women: few}, false, false},
		{"few men", StaffProfile{Employees: Count(10), Women: Count(7), Men: few}, false, false},
		{"a number that is not firm", StaffProfile{Employees: of(About, 10), Women: Count(9)}, true, false},
		{"few people", StaffProfile{Employees: few, FullTime: half(15)}, false, false},
		{"a group of many, part-time", StaffProfile{Employees: Count(10), FullTime: half(25)}, false, true},
		{"nobody says how many, three at least", StaffProfile{FullTime: half(30)}, false, true},
		{"nobody says how many, it may be two", StaffProfile{FullTime: half(29)}, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := test.in
			s.hideFew(3)
			if got := !s.Women.IsMissing(); got != test.women {
				t.Errorf("women stay: %v, want %v", got, test.women)
			}
			if got := !s.FullTime.IsMissing(); got != test.fullTime {
				t.Errorf("full-time equivalents stay: %v, want %v", got, test.fullTime)
			}
		})
	}
	for inPlan, want := range map[int]string{6: "10", 7: "10", 8: "almeno 8", 9: "almeno 9", 10: "10"} {
		if got := hideRest(Count(10), Count(inPlan), 3).String(); got != want {
			t.Errorf("10 in all, %d in the plan: %q, want %q", inPlan, got, want)
		}
	}
}

func TestShield(t *testing.T) {
	small := of(FewerThan, 0)
	for _, test := range []struct {
		name  string
		total Quantity
		parts []Quantity
		want  string // "" when the total stays
	}{
		{"nothing is small", Count(20), []Quantity{Count(12), Count(8)}, ""},
		{"by subtraction", Count(20), []Quantity{Count(12), Count(6), small}, "almeno 19"},
		{"two small ones, both one", Count(20), []Quantity{Count(18), small, small}, "almeno 20"},
		{"number from number, both bounds", of(UpTo, 14), []Quantity{of(UpTo, 12), small}, "fino a 15"},
		{"about a sum", of(About, 14), []Quantity{of(About, 12), small}, "fino a circa 15"},
		{"people of whom nobody speaks", Count(300), []Quantity{Count(18), small}, ""},
		{"a total that cannot be", Count(10), []Quantity{Count(18), small}, ""},
		{"the bounds leave all that is small", of(UpTo, 2), []Quantity{of(UpTo, 10), small}, ""},
		{"what the bounds leave is one", Count(20), []Quantity{Count(19), of(UpTo, 5), small}, "almeno 20"},
		{"at least so many", of(AtLeast, 20), []Quantity{Count(18), small}, "almeno 19"},
		{"bounds that cannot be added", Count(20), []Quantity{of(AtLeast, 8), of(UpTo, 10), small}, "almeno 9"},
		{"in words", of(InWords, 0), []Quantity{Count(18), small}, ""},
		{"not said", Quantity{}, []Quantity{Count(18), small}, ""},
		{"the total is small", small, []Quantity{small}, ""},
		{"the total is small, its parts are told", small, []Quantity{Count(1), Count(1)}, "fino a 3"},
		{"the total is small, a part says it", small, []Quantity{of(AtLeast, 2)}, "fino a 3"},
		{"the total is small, a part leaves one", small, []Quantity{of(UpTo, 1)}, "fino a 3"},
		{"the total is small, a part leaves two", small, []Quantity{of(UpTo, 2)}, ""},
		{"the total is small, its parts are more", small, []Quantity{of(AtLeast, 3)}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := test.want
			if want == "" {
				want = test.total.String()
			}
			got, hidden := shield(test.total, test.parts)
			if got.String() != want || hidden != (test.want != "") {
				t.Errorf("%v beside %v is published as %q, hidden %v, want %q", test.total, test.parts, got, hidden, want)
			}
		})
	}
}

// TestTotalOfTheSamePeople: who are counted in another project hide nothing, since
// a reader subtracts them once.
func TestTotalOfTheSamePeople(t *testing.T) {
	fsys := smallPlan(3, Count(17), []Quantity{Count(10), Count(2), Count(5), Count(4)})
	file := fsys["data/piani/2022/settori/biblioteca.toml"]
	file.Data = append(file.Data, "stesse_persone = \"p0\"\n"...)
	if got := published(t, fsys); !strings.Contains(got, "dipendenti.nel_piano = almeno 16\n") {
		t.Errorf("17 is 10 and 5 and the two whom nobody may count:\n%s", got)
	}
}

// smallPlan writes a plan of one settore with these people in its groups, and
// in all, as the file has them.
func smallPlan(threshold int, total Quantity, groups []Quantity) fstest.MapFS {
	written := func(q Quantity) string {
		return fmt.Sprintf("{ numero = %d, precisione = %q }", q.Number, q.Precision)
	}
	fsys := make(fstest.MapFS)
	for name, text := range base {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	fsys["data/ente.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "nome = \"Comune di Prova\"\nsoglia_anonimato = %d\n", threshold)}
	fsys["data/piani/2022/piano.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "titolo = \"Piano\"\nstato = \"bozza\"\nfonte = \"atto\"\ndipendenti = %s\n", written(total))}
	var b strings.Builder
	b.WriteString("nome = \"Biblioteca\"\n")
	for i, q := range groups {
		fmt.Fprintf(&b, "[[progetto]]\nid = \"p%d\"\ntitolo = \"P\"\n[[progetto.personale]]\nprofilo = \"A\"\ndipendenti = %s\n", i, written(q))
	}
	fsys["data/piani/2022/settori/biblioteca.toml"] = &fstest.MapFile{Data: []byte(b.String())}
	return fsys
}

// published is all that an edition says of people, in one text.
func published(t *testing.T, fsys fstest.MapFS) string {
	t.Helper()
	var report diag.List
	e := Load(fsys, &report).Editions[0]
	if report.HasErrors() {
		t.Fatalf("errors:\n%s", lines(&report, false))
	}
	var b strings.Builder
	for _, f := range e.Figures() {
		if f.Unit == "dipendenti" {
			fmt.Fprintf(&b, "%s = %v\n", f.Name, f.Value)
		}
	}
	return b.String()
}

// TestNothingPublishedTellsASmallGroup: in random small plans whose total is
// the sum of the groups, nothing that is published changes when the number of a
// small group is another small one: so nobody can work it out.
func TestNothingPublishedTellsASmallGroup(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	hidden := 0
	for range 400 {
		threshold := minThreshold + r.IntN(3)
		groups := make([]Quantity, 1+r.IntN(4))
		total := Quantity{Precision: Exact}
		for i := range groups {
			groups[i] = Quantity{Number: 1 + r.IntN(7), Precision: []Precision{Exact, Exact, UpTo, About, UpToAbout}[r.IntN(5)]}
			if sum := sumPrecision[total.Precision][groups[i].Precision]; sum != none {
				total.Precision = sum
			}
			total.Number += groups[i].Number
		}
		if total.Number < threshold {
			continue // then the total is the small group
		}
		want := published(t, smallPlan(threshold, total, groups))
		for i, q := range groups {
			if q.Number >= threshold {
				continue
			}
			for n := 1; n < threshold; n++ {
				other := append([]Quantity(nil), groups...)
				other[i].Number = n
				whole := Quantity{Number: total.Number + n - q.Number, Precision: total.Precision}
				if whole.Number < threshold {
					continue
				}
				hidden++
				if got := published(t, smallPlan(threshold, whole, other)); got != want {
					t.Fatalf("threshold %d: %v of %v is published as\n%s%v of %v as\n%s: want the same", threshold, groups, total, want, other, whole, got)
				}
			}
		}
	}
	if hidden < 200 {
		t.Errorf("only %d small groups tried", hidden)
	}
}

// TestNoTotalNarrowsASmallGroup: whatever the total is, each number that a
// small group can have agrees with what is published, if any does.
func TestNoTotalNarrowsASmallGroup(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	kept := 0
	for range 3_000 {
		threshold := minThreshold + r.IntN(3)
		parts := make([]Quantity, 1+r.IntN(3))
		small := 0
		for i := range parts {
			parts[i] = Quantity{Number: 1 + r.IntN(5), Precision: []Precision{Exact, UpTo, AtLeast}[r.IntN(3)]}.protected(threshold)
			if parts[i].Precision == FewerThan {
				small++
			}
		}
		total := Quantity{Number: threshold + r.IntN(12), Precision: []Precision{Exact, UpTo, AtLeast}[r.IntN(3)]}
		shown, changed := shield(total, parts)
		if changed {
			continue
		}
		kept++
		// which[i] holds the numbers of group i in some plan that agrees.
		which := make([]map[int]bool, len(parts))
		for i := range which {
			which[i] = make(map[int]bool)
		}
		var try func(i int, people []int, sum int)
		try = func(i int, people []int, sum int) {
			if i == len(parts) {
				if allows(shown, sum) {
					for j, n := range people {
						which[j][n] = true
					}
				}
				return
			}
			low, high := 0, 20
			switch q := parts[i]; q.Precision {
			case Exact:
				low, high = q.Number, q.Number
			case UpTo:
				high = q.Number
			case AtLeast:
				low = q.Number
			case FewerThan:
				low, high = 1, q.Number-1
			}
			for n := low; n <= high; n++ {
				try(i+1, append(people, n), sum+n)
			}
		}
		try(0, nil, 0)
		for i, q := range parts {
			if q.Precision == FewerThan && len(which[i]) > 0 && len(which[i]) < threshold-1 {
				t.Fatalf("%v of %v is published: group %d can only be %v", shown, parts, i, which[i])
			}
		}
	}
	if kept < 500 {
		t.Errorf("only %d totals published as they are", kept)
	}
}

// TestSmallGroupsAreNowhere: what a file says of a small group is in no field
// of a Publication that people or machines read.
func TestSmallGroupsAreNowhere(t *testing.T) {
	fsys := smallPlan(3, Count(20), []Quantity{Count(18), Count(2)})
	got := published(t, fsys)
	for name, want := range map[string]string{
		"dipendenti.nel_piano":          "almeno 19",
		"settore.biblioteca.dipendenti": "più di 18",
		"progetto.p0.dipendenti":        "18",
		"progetto.p1.dipendenti":        "meno di 3",
		"progetto.p1.personale.a":       "meno di 3",
	} {
		if !strings.Contains(got, name+" = "+want+"\n") {
			t.Errorf("%s is not %q in\n%s", name, want, got)
		}
	}
	e := Load(fsys, new(diag.List)).Editions[0]
	if f, _ := e.Figure("dipendenti.nel_piano"); !e.EmployeesHidden || !f.Computed {
		t.Errorf("hidden %v, computed %v, want the total marked as not the source's", e.EmployeesHidden, f.Computed)
	}
}

// TestPublishable: a reason lets a small group through, and its total too.
func TestPublishable(t *testing.T) {
	fsys := smallPlan(3, Count(20), []Quantity{Count(18), Count(2)})
	name := "data/piani/2022/settori/biblioteca.toml"
	text := strings.Replace(string(fsys[name].Data), `numero = 2,`, `pubblicabile = "Lo dice già la fonte.", numero = 2,`, 1)
	fsys[name] = &fstest.MapFile{Data: []byte(text)}
	if got := published(t, fsys); !strings.Contains(got, "dipendenti.nel_piano = 20\n") || !strings.Contains(got, "progetto.p1.dipendenti = 2\n") {
		t.Errorf("published:\n%swant 20 and 2", got)
	}
}
