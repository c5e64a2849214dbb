// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"regexp"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/passage"
)

// plainAddress matches what may have any sign in it.
var plainAddress = regexp.MustCompile(`(?:https?://|www\.)[^\s<>()\[\]]+`)

// checkPlain warns, once, of Markdown in a text that is shown as it is: a title,
// a summary, what stands in data/.
func checkPlain(p passage.Passage, report *diag.List) {
	if len(p.Text) > maxParagraph {
		return // no field is so long, and others say so
	}
	said := false
	in := &inspector{src: []byte(p.Text), tell: func(offset, length int, message, _ string) {
		if said {
			return
		}
		said = true
		d := p.At(offset, length)
		d.Severity, d.Code = diag.Warning, "plain-markdown"
		d.Message = "in questo testo Markdown non si legge: " + message
		d.Hint = "scrivilo senza segni: si mostra com'è"
		report.Add(d)
	}}
	in.residue = plainAddress.ReplaceAllFunc(in.src, func(s []byte) []byte { return bytes.Repeat([]byte{target}, len(s)) })
	var lines [][2]int
	start := 0
	for line := range bytes.Lines(in.src) {
		lines = append(lines, [2]int{start, start + len(line)})
		start += len(line)
	}
	in.block(lines, true)
}
