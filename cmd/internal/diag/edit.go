// SPDX-License-Identifier: EUPL-1.2

package diag

// An Edit replaces Length bytes from Offset of a file by Text.
type Edit struct {
	Offset, Length int
	Text           string
}
