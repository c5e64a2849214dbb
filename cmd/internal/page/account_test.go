// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/plan"
)

// TestEveryQuantityIsDrawn: whatever a source says of a settore and however
// many projects are described, the site builds, the chart says to describe what
// the account says, and what it draws is no more than the row.
func TestEveryQuantityIsDrawn(t *testing.T) {
	quantities := []plan.Quantity{{}, words("molti"), words("una ventina")}
	for _, p := range []plan.Precision{plan.Exact, plan.UpTo, plan.AtLeast, plan.About, plan.UpToAbout} {
		for _, n := range []int{0, 1, 2, 3, 12} {
			quantities = append(quantities, plan.Quantity{Number: n, Precision: p})
		}
	}
	for _, q := range quantities {
		for described := range 5 {
			e := counts(plan.Count(40), plan.Count(2), q)
			for range described {
				d := e.Departments[1]
				d.Described = append(d.Described, &plan.Project{ID: "p", Title: "P", Department: d})
			}
			account := e.Account()
			c := projectsByDepartment(e)
			if _, err := draw(context.Background(), c); err != nil {
				t.Errorf("%s with %d described: %v", q, described, err)
				continue
			}
			if len(c.Categories) != len(account.Rows) {
				t.Fatalf("%s with %d described: %d rows drawn, %d in the account", q, described, len(c.Categories), len(account.Rows))
			}
			left := account.Rows[1].ToDescribe
			for _, s := range c.Series {
				v := s.Values[slices.Index(c.Categories, account.Rows[1].Name)]
				if s.Name == "Da descrivere" && (v.Label != left.String() || v.Known != left.Known() || v.Known && int(v.Number) != left.Number) {
					t.Errorf("%s with %d described: the chart has %+v to describe, the account %s", q, described, v, left)
				}
				if s.Name == "Descritti" && v.Known && int(v.Number) != described {
					t.Errorf("%s with %d described: the chart has %+v described", q, described, v)
				}
			}
			for _, s := range rowBar(account.Rows[1], rowWhole(account.Rows[1])) {
				if strings.HasPrefix(s.X, "-") || strings.HasPrefix(s.Width, "-") || len(s.Width) > len("100.00") || s.Width > "100.00" && len(s.Width) == len("100.00") {
					t.Errorf("%s with %d described: the bar has %+v", q, described, s)
				}
			}
		}
	}
}

// TestCountsInWords builds a site where the source counts in words: they are
// quoted, and never taken for silence.
func TestCountsInWords(t *testing.T) {
	for _, test := range []struct {
		name string
		q    plan.Quantity
		want map[string]string // page: what it says
		not  string
	}{
		{"words", words("molti"), map[string]string{
			"2022/settori/sa/index.html": "Secondo la fonte i progetti di questo settore nel piano sono «molti».",
			"index.html":                 "Secondo la fonte i progetti del piano sono «molti».",
			"2022/settori/index.html":    `progetti: <span class="cifra">molti</span>`,
		}, "progetti: molti nel piano"},
		{"collective", words("una ventina"), map[string]string{
			"2022/settori/sa/index.html": "Questo settore ha una ventina di progetti nel piano.",
			"index.html":                 "Il piano comprende una ventina di progetti di lavoro agile",
			"2022/settori/index.html":    `<span class="cifra">una ventina</span> di progetti`,
		}, "una ventina progetti"},
		{"missing", plan.Quantity{}, map[string]string{
			"2022/settori/sa/index.html": "La fonte dice che il piano riguarda questo settore, ma non quanti sono i suoi progetti.",
			"index.html":                 "La fonte non dice quanti progetti ha il piano",
			"2022/settori/index.html":    "progetti: la fonte non dice quanti",
		}, "non detto"},
	} {
		e := counts(test.q, test.q, plan.Count(2))
		e.Title, e.State = "Piano", plan.Approved
		e.Departments[0].ID, e.Departments[1].ID = "sa", "sb"
		s := build(t, Input{Publication: &plan.Publication{Municipality: &plan.Municipality{Name: "Comune"}, Editions: []*plan.Edition{e}}, Draw: draw})
		for file, want := range test.want {
			page := read(t, s, file)
			if !strings.Contains(page, want) {
				t.Errorf("%s: %s does not say %q", test.name, file, want)
			}
			if strings.Contains(page, test.not) {
				t.Errorf("%s: %s says %q", test.name, file, test.not)
			}
		}
	}
}

// TestWordsAreNoGap: what is in words is listed with them, not as unsaid.
func TestWordsAreNoGap(t *testing.T) {
	e := counts(words("molti"), words("alcuni"), plan.Quantity{})
	gaps := strings.Join(editionGaps(e), "\n")
	for _, want := range []string{"il numero dei progetti: parla di «molti»", "il numero dei progetti di «A»: parla di «alcuni»", "quanti progetti ha il settore «B»"} {
		if !strings.Contains(gaps, want) {
			t.Errorf("the gaps do not have %q:\n%s", want, gaps)
		}
	}
	if got, want := departmentGaps(e.Departments[0])[0], "il numero dei suoi progetti: parla di «alcuni»"; got != want {
		t.Errorf("gap %q, want %q", got, want)
	}
	if got, want := uncountedNote(e), "Di un settore la fonte non dice quanti progetti ha: «B». Secondo la fonte i progetti di «A» sono «alcuni»."; got != want {
		t.Errorf("note %q, want %q", got, want)
	}
}

func TestTension(t *testing.T) {
	for _, test := range []struct {
		words string
		n     int
		want  bool
	}{
		{"diverse decine", 123, true},
		{"Diverse decine", 100, true},
		{"diverse decine", 82, false},
		{"alcune centinaia", 123, false},
		{"alcune centinaia", 1200, true},
		{"molti", 123, false},
		{"più di una decina", 123, false},
	} {
		e := counts(plan.Count(1))
		e.Employees = words(test.words)
		e.Transversal = []*plan.Project{{Title: "P", Staff: []*plan.StaffProfile{{Employees: upTo(test.n)}}}}
		if got := tension(e) != ""; got != test.want {
			t.Errorf("%q beside %d: tension %v, want %v", test.words, test.n, got, test.want)
		}
	}
}

// TestActToVerify: an act whose kind is not known is not certain, whatever the
// data say of it, and neither is who made it.
func TestActToVerify(t *testing.T) {
	p := page{b: &Builder{muni: &plan.Municipality{Confirmed: true}}, edition: counts(plan.Count(1))}
	p.edition.State = plan.Approved
	p.edition.Act = plan.Act{Kind: plan.ActToVerify, Body: "Giunta comunale", Confirmed: true}
	if p.confirmed() {
		t.Error("the page speaks in the ente's name")
	}
	bands := p.bands()
	if len(bands) != 1 || !strings.Contains(bands[0].Text, "L’atto di approvazione è da confermare") {
		t.Errorf("bands %+v", bands)
	}
	for _, f := range p.act(p.edition) {
		if f.Name == "Organo" && f.Values[0].Badge == nil {
			t.Error("who made the act is not marked")
		}
	}
	if gaps := strings.Join(editionGaps(p.edition), "\n"); !strings.Contains(gaps, "con certezza chi ha approvato il piano: «Giunta comunale» è da confermare") {
		t.Errorf("the gaps do not say who approved:\n%s", gaps)
	}
}

// TestShippedAccount: where the shipped data do not place a project, neither
// does the account, and no sentence says more than the source.
func TestShippedAccount(t *testing.T) {
	s := build(t, load(t, os.DirFS(projects["shipped"])))
	said := read(t, s, "index.html") + read(t, s, "2022/progetti/index.html")
	for _, want := range []string{
		"Non contati per settore", "21 senza un numero settore per settore",
		"per gli altri 21 la fonte non dà un numero settore per settore",
		"La fonte non dice di quale settore è «Smart Teaching». Se non è uno dei tre già contati, il progetto è tra questi 21.",
		"non è di un solo settore: è tra questi 21, oppure è già contato in un settore: la fonte non dice quale delle due.",
		"che cosa prevedono 35 progetti su 37", "Asili nido e scuole dell’infanzia",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("neither the home page nor the list says %q", want)
		}
	}
	for _, f := range s.Files() {
		for _, bad := range []string{"asili nidi", "Asili nidi", "Senza un settore indicato", "settori nominati", "i titoli di 35", "non dice il titolo."} {
			if isPage(f.Path) && strings.Contains(string(f.Data), bad) {
				t.Errorf("%s says %q", f.Path, bad)
			}
		}
	}
}

// TestLargestFirst: the bars of projects stand by their length, what has no settore
// last.
func TestLargestFirst(t *testing.T) {
	for name, want := range map[string][]string{
		"shipped": {"Segreteria generale", "Avvocatura – contratti – patrimonio", "Progettazione – programmazione – protezione civile – mobilità sostenibile"},
		"demo":    {"Lavori pubblici e ambiente", "Anagrafe e stato civile", "Tributi"},
	} {
		editions := load(t, os.DirFS(projects[name])).Publication.Editions
		got := projectsByDepartment(editions[0]).Categories
		if diff := cmp.Diff(want, got[:3]); diff != "" {
			t.Errorf("%s: the first bars (-want +got):\n%s", name, diff)
		}
		if name == "shipped" && got[len(got)-1] != plan.NotCounted {
			t.Errorf("%s: the last bar is %q", name, got[len(got)-1])
		}
	}
}
