// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"fmt"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
)

// A Link is a text that leads somewhere.
type Link struct {
	Label string
	Href  string
	Hook  string // data-element of the model of the Comuni, "" for none
}

// A Badge is a word on a coloured ground.
type Badge struct {
	Text  string
	Class string
}

// A Value is one value of a Fact or a cell. The first of Date, Href, HTML that
// is set says how Text is shown.
type Value struct {
	Badge *Badge
	Date  date
	Href  string
	HTML  template.HTML
	Text  string
	Gap   bool   // Text says that something is not known
	After string // plain text after the value
}

// A Fact is a named list of values.
type Fact struct {
	Name   string
	Values []Value
}

func fact(name string, values ...Value) Fact { return Fact{Name: name, Values: values} }

func text(s string) Value { return Value{Text: s} }

func gap(s string) Value { return Value{Text: s, Gap: true} }

func notSaid() Value { return gap(plan.NotSaid) }

// number marks up a plain count.
func number(n int) template.HTML {
	return template.HTML(fmt.Sprintf(`<data value="%d">%s</data>`, n, italian.Digits(n)))
}

// amount marks up a number that people read as written.
func amount(v float64, written string) template.HTML {
	return template.HTML(`<data value="` + strconv.FormatFloat(v, 'f', -1, 64) + `">` + written + `</data>`)
}

// figure marks up a quantity: the number for machines, the words that say how
// firm it is for people, or the phrase for a gap.
func figure(q plan.Quantity) template.HTML {
	switch q.Precision {
	case plan.Missing:
		return template.HTML(`<span class="lacuna">` + plan.NotSaid + `</span>`)
	case plan.InWords, plan.FewerThan: // no number that a machine may take
		return template.HTML(`<span class="cifra">` + template.HTMLEscapeString(q.String()) + `</span>`)
	}
	low, words := q.Digits(), q.String()
	if q.Precision == plan.Between {
		low, high, _ := strings.Cut(strings.TrimPrefix(words, "tra "), " e ")
		return `<span class="cifra">tra ` + amount(q.Value(), low) + " e " + amount(q.High(), high) + `</span>`
	}
	words = strings.TrimSuffix(words, low)
	return template.HTML(`<span class="cifra">`+words) + amount(q.Value(), low) + `</span>`
}

// bare is figure without the span, for running text.
func bare(q plan.Quantity) template.HTML {
	if q.Precision == plan.Exact {
		return amount(q.Value(), q.Digits())
	}
	return figure(q)
}

// quantityMarkup is quantityOf with the number marked up.
func quantityMarkup(q plan.Quantity, one, many string) template.HTML {
	if !q.Known() {
		return template.HTML(template.HTMLEscapeString(quantityOf(q, one, many)))
	}
	return bare(q) + template.HTML(" "+q.Noun(one, many))
}

// outside returns address if it leads to another site by a scheme that is
// safe to follow, and "" otherwise. Data are checked before; a link is where
// it matters most, so it is checked once more.
func outside(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host != "" {
			return u.String()
		}
	case "mailto":
		if u.Opaque != "" {
			return u.String()
		}
	}
	return ""
}

// telephone returns the tel: address of a number written for people.
func telephone(number string) template.URL {
	var b strings.Builder
	for i, r := range number {
		if r >= '0' && r <= '9' || r == '+' && i == 0 {
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return template.URL("tel:" + b.String())
}

// actSentence names an act in one line: "Deliberazione della Giunta comunale
// n. 12 del 5 ottobre 2022".
func actSentence(a plan.Act) string {
	var b strings.Builder
	switch a.Kind {
	case plan.ActDeliberazione:
		b.WriteString("Deliberazione")
	case plan.ActDeterminazione:
		b.WriteString("Determinazione")
	default:
		b.WriteString("Atto")
	}
	// Whose act it is depends on which act: while that is to be verified, so is this.
	if a.Body != "" && kindKnown(a) {
		b.WriteString(of(a.Body))
	}
	if a.Number != "" {
		b.WriteString(" n. " + a.Number)
	}
	day := a.DateText
	if d := dateOf(a.Date); d.Text != "" {
		day = d.Text
	}
	return b.String() + italian.OfDay(day)
}

// of joins the name of a body to the act it made: " della Giunta comunale". A
// body whose article is not known follows in brackets.
func of(body string) string {
	first, _, _ := strings.Cut(body, " ")
	switch strings.ToLower(first) {
	case "giunta", "segreteria", "direzione":
		return " della " + body
	case "consiglio", "commissario", "sindaco", "segretario", "dirigente", "direttore", "settore":
		return " del " + body
	}
	return " (" + body + ")"
}

// actKind names the kind of an act alone.
func actKind(k plan.ActKind) Value {
	switch k {
	case plan.ActDeliberazione:
		return text("Deliberazione")
	case plan.ActDeterminazione:
		return text("Determinazione")
	}
	return Value{Text: "Da verificare", Gap: true}
}

// progressBadge names how far a project has come, or nil.
func progressBadge(p plan.Progress) *Badge {
	if p == plan.ProgressUnknown {
		return nil
	}
	return &Badge{italian.Capital(tints[p].one), tints[p].class}
}
