// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// noEngine is for drawings that must come from the cache.
func noEngine() (Engine, error) { return nil, errors.New("the engine was started") }

func TestCacheSparesTheEngineAndChangesNoByte(t *testing.T) {
	skipUnderRace(t)
	c, kept := goldens()[3], memory{}
	want, err := newDrawer(t, Options{Cache: kept.cache()}).Draw(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	got, err := newDrawer(t, Options{Cache: kept.cache(), Engine: noEngine}).Draw(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	without, err := newDrawer(t, Options{}).Draw(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("from the cache (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, without); diff != "" {
		t.Errorf("without a cache (-want +got):\n%s", diff)
	}
}

// Whatever is part of a drawing is part of its key.
func TestAChangedChartIsDrawnAgain(t *testing.T) {
	skipUnderRace(t)
	kept := memory{}
	if _, err := newDrawer(t, Options{Cache: kept.cache()}).Draw(t.Context(), goldens()[0]); err != nil {
		t.Fatal(err)
	}
	changes := map[string]func(*Chart){
		"id":       func(c *Chart) { c.ID += "-2" },
		"title":    func(c *Chart) { c.Title += "." },
		"finding":  func(c *Chart) { c.Finding += "." },
		"category": func(c *Chart) { c.Categories[0] += "." },
		"value":    func(c *Chart) { c.Series[0].Values[0].Number++ },
		"label":    func(c *Chart) { c.Series[0].Values[0].Label += "." },
		"fill":     func(c *Chart) { c.Series[0].Fill = Solid },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			c := goldens()[0]
			change(&c)
			if _, err := newDrawer(t, Options{Cache: kept.cache(), Engine: noEngine}).Draw(t.Context(), c); err == nil {
				t.Error("it came from the cache")
			}
		})
	}
}

func TestSpoiledCacheIsDrawnAgain(t *testing.T) {
	skipUnderRace(t)
	c, kept := goldens()[2], memory{}
	want, err := newDrawer(t, Options{Cache: kept.cache()}).Draw(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	d := newDrawer(t, Options{Cache: kept.cache()})
	spoil := map[string]func([]byte) []byte{
		"empty":        func([]byte) []byte { return nil },
		"cut short":    func(b []byte) []byte { return b[:len(b)-9] },
		"changed":      func(b []byte) []byte { return bytes.Replace(b, []byte("89"), []byte("98"), 1) },
		"no checksum":  func(b []byte) []byte { return want.Wide },
		"another page": func(b []byte) []byte { return []byte("<script>alert(1)</script>") },
	}
	for name, change := range spoil {
		t.Run(name, func(t *testing.T) {
			for key := range kept {
				if strings.HasPrefix(key, "chart-") {
					kept[key] = change(kept[key])
				}
			}
			got, err := d.Draw(t.Context(), c)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	t.Run("swapped", func(t *testing.T) {
		var keys []string
		for key := range kept {
			if strings.HasPrefix(key, "chart-") {
				keys = append(keys, key)
			}
		}
		kept[keys[0]], kept[keys[1]] = kept[keys[1]], kept[keys[0]]
		got, err := d.Draw(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func TestManyMayDrawAtOnce(t *testing.T) {
	d := newDrawer(t, Options{})
	charts := goldens()
	if underRace {
		charts = charts[1:3]
	}
	want := make([]SVG, len(charts))
	for i, c := range charts {
		svg, err := d.Draw(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		want[i] = svg
	}
	got := make([]SVG, len(want))
	var wait sync.WaitGroup
	for i, c := range charts {
		wait.Go(func() {
			svg, err := d.Draw(t.Context(), c)
			if err != nil {
				t.Error(err)
			}
			got[i] = svg
		})
	}
	wait.Wait()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-alone +together):\n%s", diff)
	}
}

// A liar is an engine that draws something else than it was asked.
type liar struct {
	Engine
	lie func(string) string
}

func (l liar) Draw(ctx context.Context, option []byte, width, height float64) ([]byte, error) {
	svg, err := l.Engine.Draw(ctx, option, width, height)
	return []byte(l.lie(string(svg))), err
}

func TestADrawingThatIsNotTheChartIsRefused(t *testing.T) {
	skipUnderRace(t)
	replace := func(old, new string) func(string) string {
		return func(svg string) string {
			if !strings.Contains(svg, old) {
				t.Errorf("the drawing has no %q", old)
			}
			return strings.Replace(svg, old, new, 1)
		}
	}
	text := func(inside string) string {
		return `<text dominant-baseline="central" text-anchor="start" style="font-size:15px;font-weight:400;" fill="#17324d"` + inside + "/text>\n"
	}
	mark := `ecmeta_series_index="0" ecmeta_data_index="1"`
	cases := []struct {
		name string
		lie  func(string) string
		want string
	}{
		{"a mark is missing", replace(mark, ""), "drawn false, known true"},
		{"a mark is twice", replace(mark, `ecmeta_series_index="0" ecmeta_data_index="0"`), "drawn twice"},
		{"a mark too many", replace(mark, `ecmeta_series_index="0" ecmeta_data_index="7"`), "drawn false"},
		{"a bar is too long", func(svg string) string {
			i := strings.Index(svg, mark)
			d := strings.LastIndex(svg[:i], `d="M`)
			return svg[:d] + `d="M182 48l9 0l0 22l-9 0Z` + svg[d+strings.Index(svg[d:], "Z")+1:]
		}, "long, want"},
		{"another word", replace(">t0w", ">t1w"), "\"Coordinatori\" is not written"},
		{"a word too many", replace("<text ", text(">t0w1b1<")+"<text "), "\"Coordinatori\" is written but not the chart's"},
		{"a word of its own", replace("<text ", text(">altro<")+"<text "), "\"altro\" is written but not the chart's"},
		{"a line that is not there", replace("<text ", text(">t6w1b1<")+"<text "), "is written but not the chart's"},
		{"a colour of its own", replace(colourSolid, "#ff0000"), "no colour of charts"},
		{"a colour with markup", replace(`"`+colourSolid+`"`, `"`+colourSolid+`"/><script>alert(1)</script><path fill="`+colourSolid+`"`), "not expected inside [svg]"},
		{"another size", replace(`width="640"`, `width="641"`), "is not the size"},
		{"nothing", func(string) string { return "" }, "it is empty"},
		{"an error in words", func(string) string { return "TypeError" }, "outside a text element"},
	}
	e, err := quickJSStarter(Cache{})()
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d, err := New(Options{Engine: func() (Engine, error) { return liar{e, tc.lie}, nil }})
			if err != nil {
				t.Fatal(err)
			}
			svg, err := d.Draw(t.Context(), goldens()[2])
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("Draw = %q, %v; want an error with %q", svg.Wide, err, tc.want)
			}
		})
	}
}

func TestPointsThatAreNotTheChartAreRefused(t *testing.T) {
	skipUnderRace(t)
	e, err := quickJSStarter(Cache{})()
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	point := regexp.MustCompile(`<path d="[^"]*" transform="matrix\(5.5,0,0,5.5,([0-9.]+),([0-9.]+)\)"[^>]* ecmeta_data_index="2"[^>]*></path>`)
	for name, tc := range map[string]struct{ by, want string }{
		"missing":   {"", "1 known values are not drawn"},
		"elsewhere": {`<path d="` + dotPath + `" transform="matrix(5.5,0,0,5.5,$1,9)" fill="#003366" ecmeta_series_index="2" ecmeta_data_index="2" ecmeta_ssr_type="chart"></path>`, "is drawn at"},
		"squeezed":  {`<path d="` + dotPath + `" transform="matrix(5.5,0,0,9,$1,$2)" fill="#003366" ecmeta_series_index="2" ecmeta_data_index="2"></path>`, "more than a size and a place"},
		"another":   {`<path d="M1 0A1 1 0 1 1 1 1" transform="matrix(5.5,0,0,5.5,$1,$2)" fill="#003366"></path>`, "no symbol that charts have"},
		"a goal":    {`<path d="` + diamondPath + `" transform="matrix(5.5,0,0,5.5,$1,$2)" fill="#003366" ecmeta_series_index="2" ecmeta_data_index="2"></path>`, "is drawn at"},
	} {
		d, err := New(Options{Engine: func() (Engine, error) {
			return liar{e, func(svg string) string {
				if !point.MatchString(svg) {
					t.Error("the drawing has no such point")
				}
				return point.ReplaceAllString(svg, tc.by)
			}}, nil
		}})
		if err != nil {
			t.Fatal(err)
		}
		if svg, err := d.Draw(t.Context(), overTimeGolden()); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: Draw = %q, %v; want an error with %q", name, svg.Wide, err, tc.want)
		}
	}
}

func overTimeGolden() Chart {
	all := goldens()
	return all[slices.IndexFunc(all, func(c Chart) bool { return c.ID == "tempi" })]
}

// An engine that fails is replaced, and a closed drawer says so.
func TestAFailedEngineIsReplaced(t *testing.T) {
	skipUnderRace(t)
	starts := 0
	d := newDrawer(t, Options{Engine: func() (Engine, error) {
		starts++
		e, err := quickJSStarter(Cache{})()
		if starts == 1 {
			return broken{e}, err
		}
		return e, err
	}})
	if _, err := d.Draw(t.Context(), goldens()[2]); err == nil {
		t.Error("a broken engine drew")
	}
	if _, err := d.Draw(t.Context(), goldens()[2]); err != nil || starts != 2 {
		t.Errorf("after %d starts: %v", starts, err)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	if _, err := d.Draw(t.Context(), goldens()[2]); err == nil {
		t.Error("a closed drawer drew")
	}
}

type broken struct{ Engine }

func (broken) Draw(context.Context, []byte, float64, float64) ([]byte, error) {
	return nil, errors.New("broken")
}
