// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/diag"
)

// A selection is the part of a report that was asked for. Its zero value is
// all of it but the rules that are off.
type selection struct {
	only, except []string // names of groups and codes; no only means every group
	all          bool     // the rules that are off too
}

// newSelection checks the names that --only and --except were given.
func newSelection(only, except []string, all bool) (selection, error) {
	s := selection{only: only, except: except, all: all}
	for _, given := range []struct {
		flag  string
		names []string
	}{{"--only", only}, {"--except", except}} {
		for _, name := range given.names {
			if slices.Contains(selectable(), name) {
				continue
			}
			hint := diag.DidYouMean(name, selectable())
			if hint == "" {
				hint = "i gruppi sono " + strings.Join(groupNames(), ", ") + "; i codici sono in: vetro help codici"
			}
			return s, usage(hint, "dopo %s ci vuole un gruppo o un codice: %s non lo è", given.flag, diag.Quote(name))
		}
	}
	if !slices.ContainsFunc(diag.Codes(), func(c diag.Code) bool { return s.asks(c) }) {
		return s, usage("togli un nome da --except, o aggiungine uno a --only", "con questi --only ed --except non resta niente da controllare")
	}
	return s, nil
}

// trimmed takes the blanks off names: people write one after a comma.
func trimmed(names []string) []string {
	var out []string
	for _, name := range names {
		out = append(out, strings.TrimSpace(name))
	}
	return out
}

// selectable returns what --only and --except take.
func selectable() []string {
	names := groupNames()
	for _, c := range diag.Codes() {
		names = append(names, c.Name)
	}
	return names
}

func groupNames() []string {
	var names []string
	for _, g := range diag.Groups {
		names = append(names, string(g))
	}
	return names
}

// partial reports whether something was left out on purpose.
func (s selection) partial() bool { return len(s.only)+len(s.except) > 0 }

// asks reports whether --only and --except, together, ask for c.
func (s selection) asks(c diag.Code) bool {
	named := func(names []string) bool {
		return slices.Contains(names, c.Name) || slices.Contains(names, string(c.Group))
	}
	return (len(s.only) == 0 || named(s.only)) && !named(s.except)
}

// runs reports whether the rule of c runs: one that is off is asked for by its
// own name, or by --all.
func (s selection) runs(c diag.Code) bool {
	return c.Off == "" || s.all || slices.Contains(s.only, c.Name)
}

// split returns what of report is to be shown, and what --only and --except
// leave out. Rules that are off and not asked for are in neither.
func (s selection) split(report *diag.List) (shown, aside *diag.List) {
	shown, aside = new(diag.List), new(diag.List)
	for _, d := range report.Sorted() {
		switch code, _ := diag.Lookup(d.Code); {
		case !s.runs(code):
		case s.asks(code):
			shown.Add(d)
		default:
			aside.Add(d)
		}
	}
	return shown, aside
}

// completeNames completes the last of the names after --only or --except.
func completeNames(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	var out []cobra.Completion
	for _, g := range diag.Groups {
		out = append(out, cobra.CompletionWithDesc(before+string(g), "gruppo"))
	}
	for _, c := range diag.Codes() {
		out = append(out, cobra.CompletionWithDesc(before+c.Name, c.Meaning))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// completeCodes completes the name of a code.
func completeCodes(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	for _, c := range diag.Codes() {
		out = append(out, cobra.CompletionWithDesc(c.Name, c.Meaning))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
