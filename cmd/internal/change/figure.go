// SPDX-License-Identifier: EUPL-1.2

package change

import (
	"strings"

	"vetro/cmd/internal/plan"
)

// figures finds the figures of ours that changed: sums, differences and counts
// of what is described. Those that the source gives are told with what they
// belong to; the total of the plan is one of them, whoever gives it.
func (c *comparison) figures() {
	was := map[string]plan.Figure{}
	for _, f := range c.a.Figures() {
		was[f.Name] = f
	}
	after, is := c.b.Figures(), map[string]plan.Figure{}
	for _, f := range after {
		is[f.Name] = f
	}
	c.figured = map[string][]Change{}
	for _, f := range after {
		owner, oldName, ok := c.figureBefore(f.Name)
		if !ok || f.Name == "dipendenti.nel_piano" {
			continue
		}
		old, found := was[oldName]
		if !found || old.Value == f.Value || !old.Computed && !f.Computed || listing(old) && listing(f) {
			continue
		}
		if whole, ok := strings.CutSuffix(f.Name, inDescribed); ok && is[whole].Value == f.Value && was[strings.TrimSuffix(oldName, inDescribed)].Value == old.Value {
			continue // told of the whole settore
		}
		c.figured[owner] = append(c.figured[owner], Change{
			Kind: FigureChanged, Path: []string{f.Name}, Before: countValue(old.Value), After: countValue(f.Value),
			Sentence: figureSentence(f, old.Value), Computed: true,
		})
	}
}

// inDescribed ends the name of a figure of the described projects of a settore:
// what is before it names that of the whole.
const inDescribed = "_descritti"

// listing reports whether f only lists its parts, which do not add up: they are
// told one by one.
func listing(f plan.Figure) bool { return f.Value.Precision == plan.InWords }

// figureBefore returns what the figure called name belongs to, "settore.<id>",
// "progetto.<id>" or "", and what it was called in a; false when that is in one
// edition only.
func (c *comparison) figureBefore(name string) (owner, old string, ok bool) {
	kind, rest, _ := strings.Cut(name, ".")
	id, rest, nested := strings.Cut(rest, ".")
	if !nested {
		return "", name, true
	}
	owner = kind + "." + id
	switch kind {
	case "settore":
		if d := c.links.oldSettore[id]; d != nil {
			return owner, "settore." + d.ID + "." + rest, true
		}
	case "progetto":
		if p := c.links.oldProject[id]; p != nil {
			return owner, "progetto." + p.ID + "." + rest, true
		}
	}
	return owner, "", false
}

func figureSentence(f plan.Figure, before plan.Quantity) string {
	s := upperFirst(clean(f.Meaning))
	switch after := f.Value; {
	case before.IsMissing():
		s += ": ora " + amount(after) + ", prima non si poteva dire"
	case after.IsMissing():
		s += ": prima " + amount(before) + ", ora non si può dire"
	case !before.Differs(after):
		s += ": prima " + amount(before) + ", ora " + amount(after)
	default:
		s += ": da " + amount(before) + " a " + amount(after)
	}
	return s + "."
}

// computed tells the figures of owner that changed.
func (c *comparison) computed(owner string) {
	for _, ch := range c.figured[owner] {
		ch.Subject = c.subject
		c.out = append(c.out, ch)
	}
}
