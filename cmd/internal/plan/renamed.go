// SPDX-License-Identifier: EUPL-1.2

package plan

// Renamed returns the id that what was called id has now, which is id itself
// when it was never renamed. The loader refuses renames that go in a circle.
func (e *Edition) Renamed(kind RenameKind, id string) string {
	for range e.Renames {
		next := id
		for _, r := range e.Renames {
			if r.Kind == kind && r.From == id {
				next = r.To
			}
		}
		if next == id {
			break
		}
		id = next
	}
	return id
}
