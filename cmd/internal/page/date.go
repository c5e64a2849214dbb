// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/tomldoc"
)

// A date is a day as people and as machines read it. The zero value is "not given".
type date struct {
	Text string // "22 novembre 2026"
	ISO  string // "2026-11-22"
}

func dateOf(d tomldoc.Date) date {
	if d == (tomldoc.Date{}) || d.Month < 1 || d.Month > 12 {
		return date{}
	}
	return date{
		Text: italian.Day(d.Year, d.Month, d.Day),
		ISO:  fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day),
	}
}

// period prints when a project runs, or "" when nothing is known.
func period(start, end string) template.HTML {
	switch {
	case start == "" && end == "":
		return ""
	case isWords(start) || isWords(end):
		from, to := joinedWords("da", start), joinedWords("a", end)
		switch {
		case from == "" || to == "":
			return from + to
		case !isWords(end) || partOfYear.MatchString(end):
			return from + " " + to
		case untilWords.MatchString(end):
			return from + ", " + to
		}
		return from + "; fine: " + to
	case end == "":
		return joined("da", start)
	case start == "":
		return "fino " + joined("a", end)
	case start == end:
		return timeOf(start)
	}
	return joined("da", start) + " " + joined("a", end)
}

// isWords reports whether a time is in words: "I trimestre 2023", "fino a revoca".
func isWords(s string) bool { return s != "" && (s[0] < '0' || s[0] > '9') }

// untilWords finds words that say by themselves that they are an end.
var untilWords = regexp.MustCompile(`(?i)^(fino|entro|sino|senza|non oltre|per|a|al|alla|allo|all’|ad|ai|agli|alle)\b`)

// partOfYear finds a half, third or quarter of a year.
var partOfYear = regexp.MustCompile(`(?i)^(IV|I{1,3}|primo|secondo|terzo|quarto) (semestre|quadrimestre|trimestre) [0-9]{4}$`)

// joinedWords is joined for what may be words: those of the source stand as they are,
// a part of a year takes its article.
func joinedWords(preposition, s string) template.HTML {
	switch {
	case s == "":
		return ""
	case partOfYear.MatchString(s):
		return template.HTML(template.HTMLEscapeString(preposition + "l " + s))
	case isWords(s):
		return template.HTML(template.HTMLEscapeString(s))
	}
	return joined(preposition, s)
}

// joined puts "da" or "a" before a year, month or day with the article it
// takes: "dal 2022", "da marzo 2022", "dall’8 marzo 2022".
func joined(preposition, s string) template.HTML {
	w := italian.When(s)
	at := timeOf(s)
	switch parts := strings.Count(s, "-"); {
	case parts == 1:
		if preposition == "a" && strings.HasPrefix(w, "a") {
			preposition = "ad"
		}
		return template.HTML(preposition) + " " + at
	case parts == 2 && (strings.HasPrefix(w, "8 ") || strings.HasPrefix(w, "11 ")):
		return template.HTML(preposition) + "ll’" + at
	}
	return template.HTML(preposition) + "l " + at
}

// onDay puts the article before a day: "il 3 marzo 2022", "l’8 marzo 2022".
func onDay(d date) template.HTML {
	if strings.HasPrefix(d.Text, "8 ") || strings.HasPrefix(d.Text, "11 ") {
		return "l’" + timeOf(d.ISO)
	}
	return "il " + timeOf(d.ISO)
}

// timeOf marks up a year, month or day written as when has it. What is none is
// no time for machines either.
func timeOf(s string) template.HTML {
	if strings.Trim(s, "0123456789-") != "" {
		return template.HTML(template.HTMLEscapeString(s))
	}
	return template.HTML(`<time datetime="` + s + `">` + italian.When(s) + `</time>`)
}
