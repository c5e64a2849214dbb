// SPDX-License-Identifier: EUPL-1.2

package chart

// The colours of charts, from the design tokens of Bootstrap Italia, chosen so
// that marks have at least 3:1 and text at least 4.5:1 against white, and each
// fill differs from the others without colour. ECharts is given these and no
// other; the re-serialiser refuses any other.
const (
	colourSolid     = "#0066cc" // blue-40
	colourHatched   = "#f6e4c8" // ground of the hatching
	colourHatch     = "#995c00" // its lines and outline, orange-30
	colourDotted    = "#fefefe" // ground of the dots: white, told from other whites
	colourDot       = "#455b71" // slate-36
	colourInk       = "#17324d" // slate-20
	colourMuted     = "#455b71" // slate-36
	colourAxis      = "#5c6f82" // slate-44
	colourTarget    = "#17324d"
	colourTrack     = "#e9edf2"
	colourBox       = "#ffffff"
	colourUnpainted = "none"
)

// outline is the stroke of a mark; a solid one has none.
func outline(f Fill) string {
	switch f {
	case Hatched:
		return colourHatch
	case Dotted:
		return colourDot
	}
	return colourUnpainted
}

func ground(f Fill) string {
	switch f {
	case Hatched:
		return colourHatched
	case Dotted:
		return colourDotted
	}
	return colourSolid
}

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
