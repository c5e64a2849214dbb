// SPDX-License-Identifier: EUPL-1.2

// Package chart turns a series of values into an accessible, self-contained
// SVG, at build time and without a browser.
//
// go-echarts builds the chart's option JSON; Apache ECharts, run inside the
// program by a JavaScript engine written in Go, draws it; an allow-list
// re-serialiser makes the result safe to inline under a strict
// Content-Security-Policy. The package knows nothing of plans.
//
// # What a page finds in an SVG
//
// The root has role="img", a title (the chart's) and a description (the
// finding), a viewBox and no size: a page sets the width, best at most 1.2
// times that of the viewBox, so that the text stays near the size of the page's.
// Text has no font family, so it takes the page's. Colours are attributes, and
// beside each is a class by which a stylesheet changes it on a dark ground and in forced
// colours; see Stylesheet:
//
//	chart, chart-wide, chart-narrow   the root
//	c-solid                           a mark that counts, whatever the state; also the key in the legend
//	c-done c-ongoing                  a mark of a state, likewise
//	c-suspended c-to-start
//	c-hatched c-dotted                a mark of what is missing, likewise
//	c-hatched-ground c-hatched-line   the two parts of the hatching
//	c-dotted-ground c-dotted-dot      the two parts of the dots
//	c-ink c-muted c-on-solid          text: values and names; what is not known; text inside a dark mark
//	c-range                           from the end of a bar to what the value may be at most
//	c-box c-track                     ground of a number over a pattern; the rest of a bar up to its goal
//	c-axis c-target                   the line that bars start from; the goal and its key
//	c-start c-result c-goal c-line    points over time, by their series, and what joins them
//
// A mark carries data-s, the index of its series, and data-c, that of its
// category: the column (after the first) and the row of the chart's Table.
package chart

// Kind is the shape of a chart.
type Kind int

const (
	// Bars is one horizontal bar a category. With several series the bars are
	// stacked.
	Bars Kind = iota + 1
	// Shares are stacked bars of one length, the parts of a whole whose number
	// stands at their end. A row is known as a whole or not at all.
	Shares
	// Lines are results over time: each category is a moment, each value a point
	// at its height, and start and results are joined. Series are filled with
	// Start, Result and Goal.
	Lines
)

// Fill is what a series says of its values, and how it is drawn so that it
// reads without colour: solid tints are states, patterns are what is missing.
type Fill int

const (
	Solid     Fill = iota // how many, whatever their state
	Hatched               // missing: counted, not described
	Dotted                // missing: counted, but nobody says where
	Done                  // concluded; a target that was met
	Ongoing               // under way; a target not met yet
	Suspended             // stopped
	ToStart               // not started

	// Of Lines only.
	Start  // what was measured before: a ring
	Result // what was measured since: a disc
	Goal   // what was to be reached: a diamond
)

// A Chart is one series in four forms: picture, table, CSV and the sentence
// that says what it shows.
type Chart struct {
	ID         string // slug, unique on the site
	Title      string
	Finding    string // the sentence computed from the data
	Unit       string // what the values count, plural: "progetti"
	Category   string // heading of the category column: "Settore"
	Kind       Kind
	Categories []string
	Series     []Series
	Source     string // where the values come from, as text
	Note       string // what the picture leaves out

	// Max is the whole that each bar is read against, such as 100 for a share
	// of a goal: the bars get a track and a line there. Zero when bars are read
	// against each other. Only with one series.
	Max      float64
	MaxLabel string // what the line at Max says, "obiettivo"; may be empty

	// Panels are the small pictures that Lines consist of, each with its own
	// scale: the first has the first categories, and so on.
	Panels []Panel
}

// A Panel is one thing that is measured over time.
type Panel struct {
	Title   string   // what, with its unit; may be empty if there is one panel
	Better  string   // which way is good: "in calo è meglio"; may be empty
	Moments []Moment // when, in order; a category each
}

// A Moment is a date on the axis of time.
type Moment struct {
	Label string  // "2021"
	At    float64 // in years
}

// A Series is one value for each category. The series of a chart differ in
// their Fill, and those of a tint have a letter that stands before each of their
// values, so that each can be told from the others without colour.
type Series struct {
	Name   string
	Letter string // "C" for "Conclusi"; may be empty if no other series has a tint
	Fill   Fill
	Values []Value
}

// A Value is a number as drawn and as written. An unknown value draws no
// mark, and its words stand where the bar would; a zero draws one. A value
// that the category cannot have is unknown with a label without letters, such
// as "–": the table has it, the picture says nothing. Of a range the bar goes to its
// low end, an outline from there to its high end.
type Value struct {
	Number float64 // at least 0
	High   float64 // over Number when the value is a range, of which Number is the low end; else 0
	Known  bool
	Label  string // as written: "fino a 123", "La fonte non lo dice"
}

// An SVG is a drawn chart in two widths. Both are complete <svg> elements
// ready to inline, with ids that are unique on a page.
type SVG struct {
	Wide   []byte // for 640 px and more
	Narrow []byte // for phones
}
