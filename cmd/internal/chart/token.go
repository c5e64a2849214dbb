// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"fmt"
	"strconv"
	"strings"
)

// tokens stand for texts in the engine. ECharts never sees a text of the data:
// it uses names as keys of objects, where "__proto__" is no key, and reads some
// as templates. It is handed a token for each line, draws that, and the token
// in the drawing is turned into the line again.
//
// A token says how wide its line is, which is all that ECharts needs to know:
// t3w812b851 is the line 3, 812 thousandths of its type size wide, 851 in bold.
// Widths are in the token because zrender remembers the width of a text from
// one drawing to the next.
type tokens struct {
	ruler ruler
	lines []string
}

// of returns what stands for text, as many lines as it has; "" for "".
func (t *tokens) of(text string) string {
	if text == "" {
		return ""
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = fmt.Sprintf("t%dw%db%d", len(t.lines), t.ruler.units(line, regular), t.ruler.units(line, bold))
		t.lines = append(t.lines, line)
	}
	return strings.Join(lines, "\n")
}

// resolve puts the lines in the place of their tokens.
func (p *picture) resolve(lines []string) error {
	for i := range p.shapes {
		s := &p.shapes[i]
		if s.kind != writing || s.text == "" {
			continue
		}
		number, _, _ := strings.Cut(strings.TrimPrefix(s.text, "t"), "w")
		n, err := strconv.Atoi(number)
		if err != nil || n < 0 || n >= len(lines) {
			return fmt.Errorf("%q is written but not the chart's", s.text)
		}
		s.text = lines[n]
	}
	return nil
}
