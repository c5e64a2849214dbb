// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

type rgb [3]float64 // linear light

func linear(t *testing.T, hex string) rgb {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil || len(hex) != 7 {
		t.Fatalf("%q is no colour", hex)
	}
	var c rgb
	for i := range c {
		v := float64(n>>(16-8*i)&0xff) / 255
		if c[i] = v / 12.92; v > 0.04045 {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

// contrast is that of WCAG 2.2, of colours as seen by an eye.
func contrast(a, b rgb, eye [3]rgb) float64 {
	luminance := func(c rgb) (l float64) {
		for i, share := range (rgb{0.2126, 0.7152, 0.0722}) {
			l += share * max(0, eye[i][0]*c[0]+eye[i][1]*c[1]+eye[i][2]*c[2])
		}
		return l
	}
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

// Eyes: the usual one, and those that lack one kind of cone, in linear sRGB
// after Machado, Oliveira and Fernandes, 2009, severity 1.
var eyes = map[string][3]rgb{
	"all cones":     {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia":  {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	"achromatopsia": {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
}

func TestPaletteIsToldApart(t *testing.T) {
	for _, mode := range []string{"light", "dark"} {
		of := map[string]rgb{} // by property
		as := map[string]rgb{} // by the light value, as the looks have it
		for _, p := range palette {
			value := p.light
			if mode == "dark" {
				value = p.dark
			}
			of[p.property], as[p.light] = linear(t, value), linear(t, value)
		}
		as[colourDotted] = of["--fondo"]
		for name, eye := range eyes {
			atLeast := func(what string, a, b rgb, want float64) {
				t.Helper()
				if got := contrast(a, b, eye); got < want {
					t.Errorf("%s, %s, %s: %.2f, want %.2f", mode, name, what, got, want)
				}
			}
			states := []Fill{Done, Ongoing, Suspended, ToStart}
			for i, a := range states {
				for _, b := range states[:i] {
					atLeast(looks[a].class+" beside "+looks[b].class, as[looks[a].ground], as[looks[b].ground], 1.6)
				}
			}
			atLeast("a quantity beside what is under way", of["--quantita"], of["--in-corso"], 1.6)
			for fill, l := range looks {
				seen := as[l.ground]
				if l.edge != colourUnpainted && l.edge != colourBox {
					seen = as[l.edge]
				}
				atLeast(l.class+" on the ground", seen, of["--fondo"], 3)
				if Fill(fill) >= Start {
					continue // nothing is written in a point
				}
				text := as[l.ground]
				if l.boxed {
					text = of["--fondo"]
				}
				atLeast("text on "+l.class, as[l.text], text, 4.5)
			}
			for _, property := range []string{"--testo", "--nota"} {
				atLeast(property+" on the ground", of[property], of["--fondo"], 4.5)
			}
			atLeast("hatching", of["--manca-segno"], of["--manca"], 3)
			atLeast("dots", of["--manca-punto"], of["--fondo"], 3)
			atLeast("axis", of["--asse"], of["--fondo"], 3)
			atLeast("goal over its track", of["--testo"], of["--binario"], 3)
			atLeast("bar over its track", of["--quantita"], of["--binario"], 3)
		}
	}
}

// Every class that a drawing has is set by the stylesheet, and by no other name.
func TestStylesheetSetsEveryClass(t *testing.T) {
	class := regexp.MustCompile(`c-[a-z-]+`)
	styled := map[string]bool{}
	for _, name := range class.FindAllString(rules, -1) {
		styled[name] = true
	}
	used := map[string]bool{"c-ground": true} // of a drawing of its own
	for _, c := range goldens() {
		for _, suffix := range []string{"-w", "-n"} {
			svg, err := os.ReadFile("testdata/" + c.ID + suffix + ".svg")
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile(`class="(c-[^"]*)"`).FindAllSubmatch(svg, -1) {
				used[string(m[1])] = true
				if !styled[string(m[1])] {
					t.Errorf("%s%s has the class %s, which the stylesheet has not", c.ID, suffix, m[1])
				}
			}
		}
	}
	for name := range styled {
		if !used[name] {
			t.Errorf("no drawing has the class %s", name)
		}
	}
}

// The stylesheet of the pages has the palette, on both grounds.
func TestPagesHaveTheStylesheet(t *testing.T) {
	data, err := os.ReadFile("../../../static/css/src/25-tinte.css")
	if err != nil {
		t.Fatal(err)
	}
	want := Stylesheet()
	if got := string(data[strings.LastIndex(string(data), "*/\n")+3:]); got != want {
		t.Errorf("static/css/src/25-tinte.css has\n%s\nwant\n%s", got, want)
	}
}

func TestPictured(t *testing.T) {
	last := func(values ...Value) string {
		c := many(29)
		for i, v := range values {
			c.Categories = append(c.Categories, fmt.Sprint("Altro ", i))
			c.Series[0].Values = append(c.Series[0].Values, v)
		}
		p := c.Pictured()
		end := len(p.Categories) - 1
		return p.Categories[end] + ": " + p.Series[0].Values[end].Label
	}
	unknown := Value{Label: notSaid}
	for _, c := range []struct{ got, want string }{
		{last(known(7, "7")), "Altro 0: 7"},
		{last(known(7, "7"), known(2000, "2.000")), "Altri 2: insieme 2.007"},
		{last(known(7, "7"), known(2, "fino a 2")), "Altri 2: " + inTable},
		{last(known(7, "7"), Value{Number: 2, High: 3, Known: true, Label: "2"}), "Altri 2: " + inTable},
		{last(known(7, "7"), unknown), "Altri 2: " + inTable},
		{last(unknown, unknown), "Altri 2: " + notSaid},
		{last(Value{Label: "–"}, Value{Label: "–"}), "Altri 2: " + inTable},
	} {
		if c.got != c.want {
			t.Errorf("the last row is %q, want %q", c.got, c.want)
		}
	}
	c := many(300)
	if p := c.Pictured(); len(p.Categories) != maxRows || len(c.Series[0].Values) != 300 || len(p.Series[0].Values) != maxRows {
		t.Errorf("of 300 rows %d are drawn and %d are left", len(p.Categories), len(c.Series[0].Values))
	}
	if err := c.Pictured().Validate(); err != nil {
		t.Error(err)
	}
}

func TestWorth(t *testing.T) {
	cases := []struct {
		name   string
		values []Value
		want   bool
	}{
		{"three", counts(1, 20, 300), false},
		{"four", counts(1, 20, 300, 4), true},
		{"three and gaps", append(counts(1, 20, 300), Value{Label: notSaid}), false},
		{"equal", counts(4, 4, 4, 4), false},
		{"one apart", counts(3, 4, 4, 4), false},
		{"two apart", counts(3, 4, 4, 5), true},
		{"nearly equal", counts(100, 104, 102, 98), false},
		{"small decimals", []Value{known(0.2, "0,2"), known(0.5, "0,5"), known(0.9, "0,9"), known(0.3, "0,3")}, true},
	}
	for _, tc := range cases {
		if got := (Chart{Series: []Series{{Values: tc.values}}}).Worth(); got != tc.want {
			t.Errorf("%s: Worth() = %t", tc.name, got)
		}
	}
}
