// SPDX-License-Identifier: EUPL-1.2

package change

import "strings"

// Brief is the sentence for a place that names the subject already, such as a
// heading: "È partito: era da avviare, ora è in corso." It leaves out the
// subject and nothing else. A figure of ours names it inside its meaning, and
// keeps it.
func (c Change) Brief() string {
	s := c.Subject
	if s.Scope == Plan {
		return cutStart(c.Sentence, "Nel piano ")
	}
	switch c.Kind {
	case FigureChanged:
		return c.Sentence
	case ProjectAdded:
		return "È un nuovo progetto."
	case ProjectDescribed:
		return "È descritto per la prima volta."
	case DepartmentAdded:
		return "Entra nel piano."
	case DepartmentMentioned:
		return "La fonte ora ne parla."
	case ProjectRetitled, DepartmentRetitled:
		if strings.Contains(c.Sentence, "ora si chiama") {
			return "Prima si chiamava " + quote(c.Before.Text) + "."
		}
	}
	// The subject opens the sentence, or completes its first part.
	for _, start := range []string{s.in() + " ", s.in() + ", ", "per " + s.name() + " ", s.name() + " "} {
		if rest := cutStart(c.Sentence, upperFirst(start)); rest != c.Sentence {
			return rest
		}
	}
	for _, phrase := range []string{" " + s.of(), " " + s.name()} {
		before, after, found := strings.Cut(c.Sentence, phrase)
		if found && (strings.HasPrefix(after, ":") || strings.HasPrefix(after, " ")) {
			return before + after
		}
	}
	return c.Sentence
}

// cutStart takes start off a sentence and begins it again.
func cutStart(sentence, start string) string {
	if rest, found := strings.CutPrefix(sentence, start); found {
		return upperFirst(rest)
	}
	return sentence
}
