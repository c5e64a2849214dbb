// SPDX-License-Identifier: EUPL-1.2

package page

// An Anchor leads to a section of its page.
type Anchor struct{ ID, Label string }

// A section is an anchor that a page has or has not.
type section struct {
	anchor Anchor
	there  bool
}

// anchors keeps the anchors of the sections that are there. Fewer than two need
// no index.
func anchors(sections []section) []Anchor {
	var out []Anchor
	for _, s := range sections {
		if s.there {
			out = append(out, s.anchor)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
