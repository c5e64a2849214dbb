// SPDX-License-Identifier: EUPL-1.2

package diag

import "testing"

func TestInvisible(t *testing.T) {
	for _, r := range []rune{0, 7, '\r', 0x1b, 0x7f, 0x85, 0xad, 0x61c, 0x200b, 0x200d, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff, 0xe0041} {
		if !Invisible(r) {
			t.Errorf("Invisible(%U) = false", r)
		}
	}
	for _, r := range []rune{'\n', '\t', ' ', 'a', '~', 'à', 0xa0, '’', '…', 0x301, 0x202f, '€', '🌳'} {
		if Invisible(r) {
			t.Errorf("Invisible(%U) = true", r)
		}
	}
}
