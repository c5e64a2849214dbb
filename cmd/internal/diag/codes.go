// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"cmp"
	"slices"
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

// Codes lists every code that vetro reports, sorted by name.
var Codes = sorted(writingCodes, dataCodes, pagesCodes, completenessCodes, transparencyCodes, privacyCodes, figuresCodes, languageCodes, siteCodes)

func sorted(groups ...[]Code) []Code {
	all := slices.Concat(groups...)
	slices.SortFunc(all, func(a, b Code) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// Lookup returns the code of that name.
func Lookup(name string) (Code, bool) {
	i, ok := slices.BinarySearchFunc(Codes, name, func(c Code, name string) int { return cmp.Compare(c.Name, name) })
	if !ok {
		return Code{}, false
	}
	return Codes[i], true
}

// SeverityOf returns the usual severity of a code, Error of one that is not
// known.
func SeverityOf(name string) Severity {
	c, _ := Lookup(name)
	return c.Severity
}
