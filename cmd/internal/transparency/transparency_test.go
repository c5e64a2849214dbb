// SPDX-License-Identifier: EUPL-1.2

package transparency

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTable(t *testing.T) {
	rows := 0
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "#") {
			rows++
		}
	}
	list := sections
	if len(list) != rows || rows < 100 {
		t.Fatalf("%d sections in %d rows", len(list), rows)
	}
	first := 0
	seen := map[string]bool{}
	for _, s := range list {
		key := strings.Join(s.Labels, "\x00")
		if seen[key] {
			t.Errorf("%q is there twice", s.Labels)
		}
		seen[key] = true
		if len(s.Labels) == 1 {
			first++
		} else if !seen[s.Labels[0]] {
			t.Errorf("%s stands in %q, which does not come before it", s.Code, s.Labels[0])
		}
		for _, l := range s.Labels {
			if plain(l) != l || strings.TrimSpace(l) != l || l == "" {
				t.Errorf("%s: label %q", s.Code, l)
			}
			if n := len([]rune(l)); n > labelMax {
				t.Errorf("%s: %d characters", s.Code, n)
			}
		}
		got, ok := Lookup(s.Labels)
		if !ok || !slices.Equal(got.Labels, s.Labels) {
			t.Errorf("Lookup(%q) = %+v, %v", s.Labels, got, ok)
		}
	}
	if first != 22 {
		t.Errorf("%d sections of the first level, want 22", first)
	}
	for _, o := range Obligations() {
		if _, ok := Lookup(o.Labels); !ok {
			t.Errorf("an obligation stands in no section: %q", o.Labels)
		}
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name   string
		labels []string
		code   string
	}{
		{"second level", []string{"Altri contenuti", "Dati ulteriori"}, "21.04"},
		{"first level", []string{"Altri contenuti"}, "21"},
		{"below the second level names are free", []string{"Altri contenuti", "Dati ulteriori", "Lavoro agile"}, "21.04"},
		{"typographic apostrophe", []string{"Pagamenti dell’amministrazione", "Dati sui pagamenti"}, "15.06"},
		{"decomposed accent", []string{"Attività e procedimenti", "Tipologie di procedimento"}, "08.01"},
		{"name of the annex", []string{"Performance", "Piano della Performance"}, "06.02"},
		{"name of the vocabulary", []string{"Performance", "Piano delle Performance"}, "06.02"},
		{"case", []string{"Altri contenuti", "Dati Ulteriori"}, ""},
		{"accent", []string{"Attivita e procedimenti", "Tipologie di procedimento"}, ""},
		{"root in front", []string{"Amministrazione trasparente", "Altri contenuti", "Dati ulteriori"}, ""},
		{"wrong parent", []string{"Personale", "Dati ulteriori"}, ""},
		{"invented", []string{"Lavoro agile"}, ""},
		{"nothing", nil, ""},
	} {
		got, ok := Lookup(c.labels)
		if got.Code != c.code || ok != (c.code != "") {
			t.Errorf("%s: Lookup(%q) = %q, %v, want %q", c.name, c.labels, got.Code, ok, c.code)
		}
	}
}

func TestNearest(t *testing.T) {
	further := []string{"Altri contenuti", "Dati ulteriori"}
	for _, c := range []struct {
		name   string
		labels []string
		want   []string
	}{
		{"capital", []string{"Altri contenuti", "Dati Ulteriori"}, further},
		{"small", []string{"altri contenuti", "dati ulteriori"}, further},
		{"slip of the pen", []string{"Altri contenuti", "Dati ultriori"}, further},
		{"without its parent", []string{"Dati ulteriori"}, further},
		{"in another parent", []string{"Personale", "Dati ulteriori"}, further},
		{"root in front", []string{"Amministrazione Trasparente", "Altri contenuti", "Dati ulteriori"}, further},
		{"further down", []string{"Altri Contenuti", "Dati ulteriori", "Lavoro agile"}, further},
		{"of instead of the", []string{"Altri contenuti", "Accessibilità e Catalogo di dati, metadati e banche dati"}, []string{"Altri contenuti", "Accessibilità e Catalogo dei dati, metadati e banche dati"}},
		{"in the parent that is meant", []string{"personale", "sanzioni per mancata comunicazione dei dati"}, []string{"Personale", "Sanzioni per mancata comunicazione dei dati"}},
		{"first level", []string{"Attivita e procedimenti"}, []string{"Attività e procedimenti"}},
		{"invented", []string{"Altri contenuti", "Lavoro agile"}, nil},
		{"only the root", []string{"Amministrazione trasparente"}, nil},
		{"empty", []string{""}, nil},
		{"huge", []string{strings.Repeat("Dati ulteriori", 1000)}, nil},
		{"nothing", nil, nil},
	} {
		if diff := cmp.Diff(c.want, Nearest(c.labels)); diff != "" {
			t.Errorf("%s: Nearest(%.60q) (-want +got):\n%s", c.name, c.labels, diff)
		}
	}
}

func TestOnlineUntil(t *testing.T) {
	for _, c := range []struct {
		name             string
		published, until Day
		want             string
	}{
		{"five years from the next", Day{2022, 10, 6}, Day{}, "2027-12-31"},
		{"first of January", Day{2022, 1, 1}, Day{}, "2027-12-31"},
		{"effects that end before", Day{2022, 10, 6}, Day{2024, 12, 31}, "2027-12-31"},
		{"effects that end after", Day{2022, 10, 6}, Day{2030, 6, 30}, "2030-06-30"},
		{"not published", Day{}, Day{2030, 6, 30}, ""},
	} {
		if got := OnlineUntil(c.published, c.until).String(); got != c.want {
			t.Errorf("%s: OnlineUntil(%s, %s) = %s, want %s", c.name, c.published, c.until, got, c.want)
		}
	}
}

func TestParseDay(t *testing.T) {
	for s, ok := range map[string]bool{
		"2027-12-31": true, "2027-13-01": false, "2027-1-1": false, "0000-00-00": false, "": false, "2027-12-31T00": false, "-027-12-31": false, "2027-12-32": false,
	} {
		if got, k := ParseDay(s); k != ok || ok && got.String() != s {
			t.Errorf("ParseDay(%q) = %v, %v, want %v", s, got, k, ok)
		}
	}
}
