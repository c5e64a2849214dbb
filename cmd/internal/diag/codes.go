// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"cmp"
	"embed"
	"slices"
	"strings"
	"sync"
)

// A Group gathers the codes that one person would look at together. Its text
// is the Italian word that "vetro check --only" takes.
type Group string

// The groups, in the order in which they are listed.
const (
	Writing      Group = "scrittura"
	Data         Group = "dati"
	Pages        Group = "pagine"
	Completeness Group = "completezza"
	Transparency Group = "trasparenza"
	Privacy      Group = "privacy"
	Figures      Group = "cifre"
	Language     Group = "lingua"
	SiteFiles    Group = "sito"
)

// Groups lists every group in order.
var Groups = []Group{Writing, Data, Pages, Completeness, Transparency, Privacy, Figures, Language, SiteFiles}

// A Code is a stable name for a kind of fault: English, kebab-case, what
// "vetro help codici" lists and machines compare.
type Code struct {
	Name     string
	Group    Group
	Severity Severity // the usual one; a Diagnostic says its own
	Meaning  string   // one Italian sentence: what is wrong

	// What "vetro check --explain" prints besides, all in Italian.
	Reason string // why it matters, one or two sentences
	Source string // the norm, guideline or rule it comes from, "" when it is vetro's own
	Link   string // the https address of Source, "" when there is none
	Wrong  string // an example that has the fault
	Right  string // the same example without it
	Off    string // why the rule does not run unless asked for; "" for those that do
}

// codesText is what is said of the codes: a file for each group, in Italian. A
// code begins with its name in brackets and its usual severity; then come the
// fields of Code, one a line, and what does not fit in a line goes on in those
// that begin with a tab.
//
//go:embed codes/*.txt
var codesText embed.FS

// Codes returns every code that vetro reports, sorted by name. They are read
// when first asked for. The slice is shared: callers do not change it.
var Codes = sync.OnceValue(func() []Code {
	var all []Code
	for _, g := range Groups {
		text, err := codesText.ReadFile("codes/" + string(g) + ".txt")
		if err != nil {
			panic(err) // it is part of the program
		}
		all = append(all, parseCodes(g, string(text))...)
	}
	slices.SortFunc(all, func(a, b Code) int { return cmp.Compare(a.Name, b.Name) })
	return all
})

// parseCodes reads the codes of a group. The tests hold that there is no line
// that it does not understand.
func parseCodes(g Group, text string) []Code {
	var all []Code
	var field *string
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if more, ok := strings.CutPrefix(line, "\t"); ok && field != nil {
			*field += "\n" + more
			continue
		}
		if name, severity, ok := strings.Cut(strings.TrimPrefix(line, "["), "] "); ok && line[0] == '[' {
			all = append(all, Code{Name: name, Group: g, Severity: severityOf(severity)})
			continue
		}
		if key, value, ok := strings.Cut(line, ": "); ok && len(all) > 0 {
			field = all[len(all)-1].field(key)
			*field = value
		}
	}
	return all
}

// severityOf reads the word of a severity.
func severityOf(word string) Severity {
	for _, s := range []Severity{Error, Warning, Incomplete} {
		if s.String() == word {
			return s
		}
	}
	panic("diag: no severity is called " + word)
}

// field returns where the value of a key goes.
func (c *Code) field(key string) *string {
	switch key {
	case "meaning":
		return &c.Meaning
	case "reason":
		return &c.Reason
	case "source":
		return &c.Source
	case "link":
		return &c.Link
	case "wrong":
		return &c.Wrong
	case "right":
		return &c.Right
	case "off":
		return &c.Off
	}
	panic("diag: a code has no " + key)
}

// Lookup returns the code of that name.
func Lookup(name string) (Code, bool) {
	codes := Codes()
	i, ok := slices.BinarySearchFunc(codes, name, func(c Code, name string) int { return cmp.Compare(c.Name, name) })
	if !ok {
		return Code{}, false
	}
	return codes[i], true
}

// SeverityOf returns the usual severity of a code, Error of one that is not
// known.
func SeverityOf(name string) Severity {
	c, _ := Lookup(name)
	return c.Severity
}
