// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func mustRuler(t testing.TB) ruler {
	t.Helper()
	r, err := newRuler()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// drawnPicture is a chart as far as the shapes, drawn by the engine.
func drawnPicture(t testing.TB, e Engine, r ruler, c Chart, narrow bool) *picture {
	t.Helper()
	plan := newDrawing(r, c.cleaned(), narrow)
	asked, lines, err := plan.option()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := e.Draw(t.Context(), asked, plan.width, plan.height)
	if err != nil {
		t.Fatal(err)
	}
	p, err := readPicture(raw)
	if err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	if err := p.resolve(lines); err != nil {
		t.Errorf("%s: %v", c.ID, err)
	}
	if err := plan.check(p); err != nil {
		t.Errorf("%s: %v", c.ID, err)
	}
	return p
}

type box struct{ left, right, top, bottom float64 }

func (a box) meets(b box) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

func boxOf(r ruler, s shape) box {
	switch s.kind {
	case rectangle, straight, polyline:
		return box{s.x, s.x + s.dx, s.y, s.y + s.dy}
	case dot, diamond:
		return box{s.x - s.dx, s.x + s.dx, s.y - s.dx, s.y + s.dx}
	}
	width := r.width(s.text, s.weight, s.size)
	left := s.x
	switch s.anchor {
	case "middle":
		left -= width / 2
	case "end":
		left -= width
	}
	// From the top of the ascenders to the foot of the descenders.
	return box{left, left + width, s.y - 0.45*s.size, s.y + 0.45*s.size}
}

// No text leaves the picture, meets another text, or lies on a mark but for
// the one that it stands inside.
func TestTextIsNeverCutOffNorOverlaps(t *testing.T) {
	skipUnderRace(t)
	r := mustRuler(t)
	e, err := quickJSStarter(Cache{})()
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	charts := append(goldens(), many(37), many(200))
	for seed := range uint64(20) {
		charts = append(charts, random(seed), overTime(seed))
	}
	for _, c := range charts {
		for _, narrow := range []bool{false, true} {
			p := drawnPicture(t, e, r, c, narrow)
			var texts []int
			boxes := make([]box, len(p.shapes))
			for i, s := range p.shapes {
				b := boxOf(r, s)
				boxes[i] = b
				painted := s.kind == writing || s.fill != colourUnpainted
				if painted && (b.left < -0.5 || b.right > p.width+0.5 || b.top < -0.5 || b.bottom > p.height+0.5) {
					t.Errorf("%s, narrow %t: %q at %.1f is outside %v by %v", c.ID, narrow, s.text, b, p.width, p.height)
				}
				if s.kind == writing {
					texts = append(texts, i)
				}
			}
			for n, i := range texts {
				for _, j := range texts[:n] {
					if boxes[i].meets(boxes[j]) {
						t.Errorf("%s, narrow %t: %q meets %q", c.ID, narrow, p.shapes[i].text, p.shapes[j].text)
					}
				}
				for j, other := range p.shapes {
					if point := other.kind == dot || other.kind == diamond; point && boxes[i].meets(boxes[j]) {
						t.Errorf("%s, narrow %t: %q lies on a point", c.ID, narrow, p.shapes[i].text)
					}
					bar := other.kind == rectangle && other.fill != colourUnpainted && other.dx > 0
					if bar && p.shapes[i].anchor != "middle" && boxes[i].meets(boxes[j]) {
						t.Errorf("%s, narrow %t: %q lies on a bar", c.ID, narrow, p.shapes[i].text)
					}
				}
			}
		}
	}
}

func TestWrap(t *testing.T) {
	r := mustRuler(t)
	cases := []struct {
		name, text string
		limit      float64
		want       []string
	}{
		{"fits", "Politiche Sociali", 200, []string{"Politiche Sociali"}},
		{"evened out", "Giorni medi per rispondere a una richiesta", 220, []string{"Giorni medi per", "rispondere a una richiesta"}},
		{"after a hyphen", "Servizi socio-assistenziali", 115, []string{"Servizi socio-", "assistenziali"}},
		{"no-break spaces hold", "Circa 40\u00a0%", 60, []string{"Circa", "40\u00a0%"}},
		{"a word too long", "Precipitevolissimevolmente", 100, []string{"Precipitevolis", "simevolmente"}},
		{"a character wider than the line", "MM", 3, []string{"M", "M"}},
		{"nothing", "", 100, []string{""}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := r.wrap(c.text, regular, typeSize, c.limit)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("wrap(%q, %v) (-want +got):\n%s", c.text, c.limit, diff)
			}
			if whole := strings.Join(got, ""); strings.ReplaceAll(whole, " ", "") != strings.ReplaceAll(c.text, " ", "") {
				t.Errorf("wrap(%q) lost something: %q", c.text, got)
			}
		})
	}
}

// What stands at the end of a bar, beside what stands inside it.
func TestEndOf(t *testing.T) {
	unknown, elsewhere := Value{Label: notSaid}, Value{Label: "–"}
	cases := []struct {
		name   string
		values []Value
		inside bool
		want   string
		muted  bool
	}{
		{"one value", []Value{known(9, "fino a 9"), known(0, "0")}, false, "fino a 9", false},
		{"several values", []Value{known(9, "9"), known(2, "2")}, false, "9 + 2", false},
		{"inside", []Value{known(9, "9"), known(2, "2")}, true, "", false},
		{"zeros", []Value{known(0, "0"), known(0, "0")}, false, "0", false},
		{"nothing known, said once", []Value{unknown, unknown}, false, notSaid, true},
		{"a dash says nothing", []Value{unknown, elsewhere}, false, notSaid, true},
		{"not this kind", []Value{elsewhere, known(21, "21")}, false, "21", false},
		{"half known", []Value{known(9, "9"), unknown}, false, "9 · Da descrivere: " + notSaid, false},
		{"half known, inside", []Value{known(9, "9"), unknown}, true, "Da descrivere: " + notSaid, false},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			c := Chart{Series: []Series{{Name: "Descritti", Values: tc.values[:1]}, {Name: "Da descrivere", Values: tc.values[1:]}}}
			got, muted := endOf(c, 0, []bool{tc.inside, tc.inside}, 11)
			if got != tc.want || muted != tc.muted {
				t.Errorf("endOf(%v) = %q, %t, want %q, %t", tc.values, got, muted, tc.want, tc.muted)
			}
		})
	}
}
