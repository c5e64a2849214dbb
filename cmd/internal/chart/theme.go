// SPDX-License-Identifier: EUPL-1.2

package chart

import "strings"

// The one visual grammar of the site: a solid tint is a state or a quantity,
// hatching and dots are what is missing, and nothing else.
//
// Each role has a custom property of CSS, which the page's stylesheet may use
// for badges, squares and legends too, and two values: for a light ground and
// for a dark one. Marks of states differ in lightness by 1.6:1 at least, so that
// they stay apart in grey print and for every kind of colour blindness; each
// stands out from the ground by 3:1, by itself or by its outline; text on it has
// 4.5:1. A drawing carries the light values as attributes, so that it is whole
// without a stylesheet, and a class beside each.
var palette = []struct{ property, light, dark string }{
	{"--fondo", colourBox, "#0f1c2a"},          // the ground; with it, text on a dark tint
	{"--testo", colourInk, "#e8eef4"},          // text, and text on a pale tint
	{"--nota", colourMuted, "#a9bbcd"},         // what is said less loudly; the outline of a pale tint
	{"--quantita", colourSolid, "#c8daee"},     // how many, whatever their state
	{"--concluso", colourDone, "#9aedd2"},      // done; a target that was met
	{"--in-corso", colourOngoing, "#5a9eee"},   // under way; a target not met yet
	{"--sospeso", colourSuspended, "#8a5d12"},  // stopped
	{"--da-avviare", colourToStart, "#26384a"}, // not started
	{"--manca", colourHatched, "#33260f"},      // missing: ground of the hatching
	{"--manca-segno", colourHatch, "#e0a44a"},  // missing: lines of the hatching, and its outline
	{"--manca-punto", colourDot, "#b4c4d4"},    // missing: dots, and their outline
	{"--asse", colourAxis, "#8fa3b8"},          // the line that bars start from
	{"--binario", colourTrack, "#1d2f41"},      // the rest of a bar up to its goal
}

// The light values. ECharts is given these and no other, each for one role; the
// re-serialiser refuses any other.
const (
	colourSolid     = "#003366"
	colourDone      = "#00473b"
	colourOngoing   = "#155fb4"
	colourSuspended = "#e0ab48"
	colourToStart   = "#e1e9f2"
	colourHatched   = "#f6e4c8"
	colourHatch     = "#995c00"
	colourDotted    = "#fefefe" // ground of the dots: white, told from other whites
	colourDot       = "#46596d" // slate, told from colourMuted
	colourInk       = "#17324d"
	colourMuted     = "#455b71"
	colourAxis      = "#5c6f82"
	colourTrack     = "#e9edf2"
	colourBox       = "#ffffff"
	colourUnpainted = "none"

	colourTarget = colourInk
)

// A look is how a fill is drawn.
type look struct {
	class  string
	ground string
	edge   string // colour of the outline
	text   string // colour of a value inside the mark
	boxed  bool   // that value needs a ground of its own
}

var looks = []look{
	Solid:     {"c-solid", colourSolid, colourUnpainted, colourBox, false},
	Hatched:   {"c-hatched", colourHatched, colourHatch, colourInk, true},
	Dotted:    {"c-dotted", colourDotted, colourDot, colourInk, true},
	Done:      {"c-done", colourDone, colourBox, colourBox, false},
	Ongoing:   {"c-ongoing", colourOngoing, colourBox, colourBox, false},
	Suspended: {"c-suspended", colourSuspended, colourMuted, colourInk, false},
	ToStart:   {"c-to-start", colourToStart, colourMuted, colourInk, false},
	Start:     {"c-start", colourBox, colourMuted, colourInk, false},
	Result:    {"c-result", colourSolid, colourBox, colourInk, false},
	Goal:      {"c-goal", colourUnpainted, colourInk, colourInk, false},
}

// Stylesheet sets the classes of charts by the custom properties of the grammar,
// and the properties themselves: on a light ground, and on a dark one where the
// reader prefers it. It is what a drawing of its own carries; the stylesheet of a
// page has the same rules.
func Stylesheet() string {
	return ":root{" + properties(false) + "}@media screen and (prefers-color-scheme:dark){:root{" + properties(true) + "}}" + rules
}

// properties declares the custom properties.
func properties(dark bool) string {
	var b strings.Builder
	for _, p := range palette {
		value := p.light
		if dark {
			value = p.dark
		}
		b.WriteString(p.property + ":" + value + ";")
	}
	return b.String()
}

const rules = `.c-ground,.c-box,.c-on-solid,.c-dotted-ground{fill:var(--fondo)}
.c-ink,.c-target{fill:var(--testo)}
.c-muted{fill:var(--nota)}
.c-solid{fill:var(--quantita)}
.c-done{fill:var(--concluso)}
.c-ongoing{fill:var(--in-corso)}
.c-suspended{fill:var(--sospeso)}
.c-to-start{fill:var(--da-avviare)}
.c-done,.c-ongoing{stroke:var(--fondo)}
.c-suspended,.c-to-start{stroke:var(--nota)}
.c-hatched-ground{fill:var(--manca)}
.c-hatched-line{fill:var(--manca-segno)}
.c-hatched{stroke:var(--manca-segno)}
.c-dotted-dot{fill:var(--manca-punto)}
.c-dotted{stroke:var(--manca-punto)}
.c-track{fill:var(--binario)}
.c-range{fill:var(--fondo);stroke:var(--quantita)}
.c-axis,.c-line{stroke:var(--asse)}
.c-start{fill:var(--fondo);stroke:var(--nota)}
.c-result{fill:var(--quantita);stroke:var(--fondo)}
.c-goal{stroke:var(--testo)}
path.c-target{stroke:var(--testo)}
@media(forced-colors:active){
.c-solid,.c-result,.c-done,.c-ongoing,.c-suspended,.c-hatched-line,.c-dotted-dot,.c-ink,.c-muted,.c-target{fill:canvastext}
.c-ground,.c-box,.c-on-solid,.c-hatched-ground,.c-dotted-ground,.c-to-start,.c-track,.c-range,.c-start{fill:canvas}
.c-ongoing{fill-opacity:.6}
.c-suspended{fill-opacity:.3}
.c-done,.c-ongoing,.c-suspended,.c-to-start,.c-hatched,.c-dotted,.c-track,.c-range,.c-axis,.c-line,.c-start,.c-goal,path.c-target{stroke:canvastext}
}
`

// Sizes in units of the viewBox, about one to a pixel.
const (
	wideWidth   = 640
	narrowWidth = 320

	typeSize   = 15
	lineHeight = 19

	barHeight = 22
	// slack allows for a browser that sets text a little wider than the font's
	// own numbers say.
	slack = 1.03
)
