// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import "strings"

// outside calls visit for each byte of src that stands in no text and no
// comment, until it returns false. It works on documents that are not valid,
// too. It stops at a text that is never closed and returns where that begins;
// otherwise it returns -1.
func outside(src string, visit func(at int) bool) (open int) {
	for i := 0; i < len(src); {
		switch c := src[i]; c {
		case '#':
			i += lineLength(src[i:])
		case '"', '\'':
			n := textLength(src[i:])
			if n < 0 {
				return i
			}
			i += n
		default:
			if !visit(i) {
				return -1
			}
			i++
		}
	}
	return -1
}

// textLength returns how many bytes the text has that src begins with, quotes
// included; -1 when it is not closed.
func textLength(src string) int {
	quote := src[0]
	long := strings.HasPrefix(src, strings.Repeat(src[:1], 3))
	i := 1
	if long {
		i = 3
	}
	for i < len(src) {
		switch c := src[i]; {
		case c == '\n' && !long:
			return -1
		case c == '\\' && quote == '"' && (long || i+1 < len(src) && src[i+1] != '\n'):
			i += 2
		case c == quote && !long:
			return i + 1
		case c == quote:
			// The last three of a run of quotes close the text: it may
			// itself end in one or two.
			run := len(src[i:]) - len(strings.TrimLeft(src[i:], src[:1]))
			if i += run; run >= 3 {
				return i
			}
		default:
			i++
		}
	}
	return -1
}

// openBrackets returns where the brackets begin that are open before the byte
// at, the outermost first.
func openBrackets(src string, at int) []int {
	var open []int
	outside(src[:at], func(i int) bool {
		switch src[i] {
		case '[', '{':
			open = append(open, i)
		case ']', '}':
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		}
		return true
	})
	return open
}
