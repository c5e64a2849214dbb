// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTable(t *testing.T) {
	got := goldens()[0].Table()
	want := Table{
		Header: []string{"Settore", "Da descrivere", "Senza conteggio per settore"},
		Rows: [][]string{
			{"Segreteria Generale", "9", "–"},
			{"Avvocatura – contratti – patrimonio", "5", "–"},
			{"Progettazione – programmazione – protezione civile – mobilità sostenibile", "2", "–"},
			{"Senza un conteggio per settore", "–", "21"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Table() (-want +got):\n%s", diff)
	}
}

func TestValidate(t *testing.T) {
	cases := []struct {
		name  string
		spoil func(*Chart)
		want  string // "" for a valid chart
	}{
		{"as it is", func(*Chart) {}, ""},
		{"id", func(c *Chart) { c.ID = "a b" }, "the id is no slug"},
		{"id with markup", func(c *Chart) { c.ID = `x"><script>` }, "the id is no slug"},
		{"kind", func(c *Chart) { c.Kind = 9 }, "unknown kind 9"},
		{"title", func(c *Chart) { c.Title = " \n" }, "no title"},
		{"finding", func(c *Chart) { c.Finding = "" }, "no finding"},
		{"heading", func(c *Chart) { c.Category = "" }, "no heading"},
		{"no categories", func(c *Chart) { c.Categories, c.Series[0].Values = nil, nil }, "no categories"},
		{"nameless category", func(c *Chart) { c.Categories[1] = "\x00" }, "category 1 has no name"},
		{"no series", func(c *Chart) { c.Series = nil }, "no series"},
		{"nameless series", func(c *Chart) { c.Series[0].Name = "" }, "series 0 has no name"},
		{"same name", func(c *Chart) { c.Series = append(c.Series, c.Series[0]) }, "two series are called"},
		{"same fill", func(c *Chart) { c.Series = append(c.Series, c.Series[0]); c.Series[1].Name = "B" }, "filled as another"},
		{"tints without letters", func(c *Chart) {
			c.Series = append(c.Series, Series{Name: "B", Letter: "B", Fill: Done, Values: c.Series[0].Values})
		}, "2 series of a tint, with 1 letters"},
		{"range", func(c *Chart) { c.Series[0].Values[0].High = 20 }, ""},
		{"range that falls", func(c *Chart) { c.Series[0].Values[0].High = 3 }, "no range from 12 to 3"},
		{"range to a goal", func(c *Chart) { c.Series[0].Values[0].High, c.Max = 20, 100 }, "a range among parts of a whole"},
		{"shares of one", func(c *Chart) { c.Kind = Shares }, "shares of one series"},
		{"half a whole", func(c *Chart) {
			c.Kind, c.Series = Shares, append(c.Series, Series{Name: "B", Fill: Dotted, Values: append([]Value{{Label: "?"}}, c.Series[0].Values[1:]...)})
		}, "only a part is known"},
		{"unknown fill", func(c *Chart) { c.Series[0].Fill = -1 }, "unknown fill"},
		{"too few values", func(c *Chart) { c.Series[0].Values = c.Series[0].Values[1:] }, "2 values for 3 categories"},
		{"negative", func(c *Chart) { c.Series[0].Values[0].Number = -1 }, "cannot be drawn"},
		{"not a number", func(c *Chart) { c.Series[0].Values[0].Number = math.NaN() }, "cannot be drawn"},
		{"infinite", func(c *Chart) { c.Series[0].Values[0].Number = math.Inf(1) }, "cannot be drawn"},
		{"not written", func(c *Chart) { c.Series[0].Values[0].Label = "" }, "known but not written"},
		{"unknown number", func(c *Chart) { c.Series[0].Values[0].Known = false }, "unknown but has a number"},
		{"filled as a point", func(c *Chart) { c.Series[0].Fill = Goal }, "filled as those of another kind"},
		{"over time without panels", func(c *Chart) { c.Kind, c.Series[0].Fill = Lines, Result }, "0 moments for 3 categories"},
		{"back in time", func(c *Chart) {
			c.Kind, c.Series[0].Fill, c.Panels = Lines, Result, []Panel{{Moments: []Moment{{At: 2021}, {At: 2022}, {At: 2022}}}}
		}, "not later than the one before"},
		{"panels without titles", func(c *Chart) {
			c.Kind, c.Series[0].Fill, c.Panels = Lines, Result, []Panel{{Moments: years(2021, 1)}, {Moments: years(2021, 2)}}
		}, "panel 0 has no title"},
		{"panel without values", func(c *Chart) {
			c.Kind, c.Series[0].Fill, c.Panels = Lines, Result, []Panel{{Title: "a", Moments: years(2021, 3)}, {Title: "b"}}
		}, "panel 1 has no known value"},
		{"below zero over time", func(c *Chart) {
			c.Kind, c.Series[0].Fill, c.Panels = Lines, Result, []Panel{{Moments: years(2021, 3)}}
			c.Series[0].Values[0].Number = -2
		}, ""},
		{"maximum", func(c *Chart) { c.Max = -1 }, "the maximum is -1"},
		{"maximum with parts", func(c *Chart) {
			c.Max, c.Series = 9, append(c.Series, Series{Name: "B", Fill: Dotted, Values: c.Series[0].Values})
		}, "a maximum with 2 series"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			c := goldens()[2]
			tc.spoil(&c)
			err := c.Validate()
			if tc.want == "" && err != nil || tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)) {
				t.Errorf("Validate() = %v, want %q", err, tc.want)
			}
		})
	}
}

// hostile is a chart whose data try to be something else.
func hostile() Chart {
	c := goldens()[3]
	for i, text := range []string{`</script><img src=x onerror=alert(1)>`, `__f__alert(1)__f__`, `"/><script>alert(1)</script>`,
		`javascript:alert(1)`, `{a}{b}{c}$&`, "\x00\x1b\ufffe", "image://https://example.org/x.png", `]]><svg onload="alert(1)">`} {
		c.Categories[i] = "X " + text
		c.Series[i%3].Values[i].Label = "3 " + text
	}
	c.Title += "</title><script>alert(1)</script>"
	c.Finding += "</desc>--><script>alert(1)</script>"
	c.Series[0].Name += "<script>alert(1)</script>__f__x__f__"
	return c
}

// The option holds tokens and nothing of the data, whatever they are.
func TestOptionIsInert(t *testing.T) {
	r := mustRuler(t)
	plain := regexp.MustCompile(`^(t\d+w\d+b\d+(\n|$))*$`)
	for _, c := range append(goldens(), hostile()) {
		c = c.cleaned()
		if c.Kind == Lines {
			continue
		}
		for _, narrow := range []bool{false, true} {
			data, lines, err := option(r, c, newLayout(r, c, narrow))
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(data), "__f__") || strings.ContainsAny(string(data), "<>&\u2028") {
				t.Errorf("%s: the option holds markup or a function marker: %s", c.ID, data)
			}
			var back struct {
				YAxis  []struct{ Data []string }
				Legend struct{ Data []any }
				Series []struct {
					Name string
					Data []struct{ Name string }
				}
			}
			if err := json.Unmarshal(data, &back); err != nil {
				t.Fatal(err)
			}
			texts := back.YAxis[0].Data
			for _, key := range back.Legend.Data {
				if full, ok := key.(map[string]any); ok {
					key = full["name"]
				}
				texts = append(texts, key.(string))
			}
			for _, s := range back.Series {
				texts = append(texts, s.Name)
				for _, bar := range s.Data {
					texts = append(texts, bar.Name)
				}
			}
			for _, text := range texts {
				if !plain.MatchString(text) {
					t.Errorf("%s: the option holds %q, want tokens only", c.ID, text)
				}
			}
			again, linesAgain, err := option(r, c, newLayout(r, c, narrow))
			if err != nil || string(again) != string(data) || !slices.Equal(lines, linesAgain) {
				t.Errorf("%s: the second option differs (%v)", c.ID, err)
			}
		}
	}
}

// So does that of results over time, of which every string is looked at.
func TestOptionOverTimeIsInert(t *testing.T) {
	r, c := mustRuler(t), multiples()
	hostile := `</script>__f__alert(1)__f__{b}`
	c.Panels[0].Title, c.Panels[1].Better, c.Panels[2].Moments[0].Label = hostile, hostile, hostile
	c.Series[0].Name, c.Series[0].Values[0].Label = hostile, hostile
	data, lines, err := newDrawing(r, c.cleaned(), true).option()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`"name":"([^"]*)"`).FindAllSubmatch(data, -1) {
		if !regexp.MustCompile(`^(t\d+w\d+b\d+(\\n|$))*$`).Match(m[1]) {
			t.Errorf("the option holds %q, want tokens only", m[1])
		}
	}
	if strings.Contains(string(data), "__f__") || strings.ContainsAny(string(data), "<>&{b}"[:3]) || !slices.Contains(lines, hostile) {
		t.Errorf("the option holds text of the data: %s", data)
	}
}

// reserved are names that mean something to JavaScript, to XML or to a reader
// of text from right to left.
var reserved = []string{"__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length", "0", "-1", "null",
	"t0w1b1", "🏛 Città 👩🏽‍💻", "שלום עולם", "\u202eallacs", strings.Repeat("nome lungo ", 27) + "fin", strings.Repeat("x", 300),
	"]]>", "&lt;", "{b}", "a\u00a0b"}

// Any text may be a category, a series, a value or the name of a goal.
func TestReservedNames(t *testing.T) {
	skipUnderRace(t)
	d := newDrawer(t, Options{})
	for _, name := range reserved {
		stacked := Chart{ID: "riservati", Title: name, Finding: name, Kind: Bars, Unit: name, Category: name,
			Categories: []string{name, "Altro", name},
			Series: []Series{
				{Name: name, Values: []Value{known(3, name), {Label: name}, known(0, "0")}},
				{Name: "Altri", Fill: Hatched, Values: counts(4, 5, 6)},
			}}
		goal := stacked
		goal.Series, goal.Max, goal.MaxLabel = stacked.Series[:1], 4, name
		for _, c := range []Chart{stacked, goal} {
			svg, err := d.Draw(t.Context(), c)
			if err != nil {
				t.Errorf("%.40q: %v", name, err)
				continue
			}
			for _, drawing := range [][]byte{svg.Wide, svg.Narrow} {
				if err := inert(drawing); err != nil {
					t.Errorf("%.40q: %v", name, err)
				}
				first, _, _ := strings.Cut(name, " ")
				if _, body, _ := strings.Cut(string(drawing), "</desc>"); len(name) < 20 && !strings.Contains(body, ">"+escaped(first)) {
					t.Errorf("%q is not written in %s", first, drawing)
				}
			}
		}
	}
}

func TestHostileDataIsTextInTheDrawing(t *testing.T) {
	skipUnderRace(t)
	svg, err := newDrawer(t, Options{}).Draw(t.Context(), hostile())
	if err != nil {
		t.Fatal(err)
	}
	for _, drawing := range [][]byte{svg.Wide, svg.Narrow} {
		if err := inert(drawing); err != nil {
			t.Errorf("%v in %s", err, drawing)
		}
		if !strings.Contains(string(drawing), "__f__alert(1)__f__") {
			t.Error("the text of the data is gone")
		}
	}
}
