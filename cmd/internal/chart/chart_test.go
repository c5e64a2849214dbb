// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"encoding/json"
	"math"
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
		{"unknown fill", func(c *Chart) { c.Series[0].Fill = -1 }, "unknown fill"},
		{"too few values", func(c *Chart) { c.Series[0].Values = c.Series[0].Values[1:] }, "2 values for 3 categories"},
		{"negative", func(c *Chart) { c.Series[0].Values[0].Number = -1 }, "cannot be drawn"},
		{"not a number", func(c *Chart) { c.Series[0].Values[0].Number = math.NaN() }, "cannot be drawn"},
		{"infinite", func(c *Chart) { c.Series[0].Values[0].Number = math.Inf(1) }, "cannot be drawn"},
		{"not written", func(c *Chart) { c.Series[0].Values[0].Label = "" }, "known but not written"},
		{"unknown number", func(c *Chart) { c.Series[0].Values[0].Known = false }, "unknown but has a number"},
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

// The option is data and nothing else, whatever it is made of.
func TestOptionIsInert(t *testing.T) {
	r := mustRuler(t)
	for _, c := range goldens() {
		for _, narrow := range []bool{false, true} {
			data, err := option(c.cleaned(), newLayout(r, c.cleaned(), narrow))
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(data), "__f__") {
				t.Errorf("%s: the option holds go-echarts' function marker: %s", c.ID, data)
			}
			again, err := option(c.cleaned(), newLayout(r, c.cleaned(), narrow))
			if err != nil || string(again) != string(data) {
				t.Errorf("%s: the second option differs (%v)", c.ID, err)
			}
		}
	}
	data, err := option(hostile().cleaned(), newLayout(r, hostile().cleaned(), false))
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(string(data), "<>&\u2028") {
		t.Errorf("the option holds markup: %s", data)
	}
	var back struct {
		YAxis []struct{ Data []string } `json:"yAxis"`
	}
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if got := strings.ReplaceAll(back.YAxis[0].Data[1], "\n", " "); got != "X __f__alert(1)__f__" {
		t.Errorf("the marker in the data became %q", got)
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
