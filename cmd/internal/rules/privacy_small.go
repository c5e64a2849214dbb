// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"regexp"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/passage"
)

// colleagues matches who works in a municipality, one or more.
const colleagues = `(?:dipendent|person[ae]\b|impiegat|funzionari|operai|collegh|collega\b|insegnant|educat|bibliotecari|agent[ei]\b|addett|operator|operatric|assistent|istrutt|donn[ae]\b|uomo\b|uomini\b)`

var (
	// onlyFew matches a group that is said to be that small: "soltanto un’impiegata".
	onlyFew = regexp.MustCompile(`(?i)\b(?:solo|soltanto|solamente|unicamente) (un[oa]?|1|due|2)(?:[ ’\x{a0}])(?:sol[oaei] )?` + colleagues + `\pL*(?: su )?`)
	// allBut matches one that is what others are not: "tutte tranne una".
	allBut = regexp.MustCompile(`(?i)\btutt[ei] (?:tranne|meno|eccetto|fuorché) (un[oa]|due|1|2)\b`)
	people = regexp.MustCompile(`(?i)\b` + colleagues)
)

// smallPhrase reports a group that a text typed by hand makes smaller than the
// threshold of the ente: who knows the office knows who it is.
func (c *personalCheck) smallPhrase(p passage.Passage) {
	least := c.Publication.Municipality.AnonymityThreshold
	for _, form := range []*regexp.Regexp{onlyFew, allBut} {
		m := form.FindStringSubmatchIndex(p.Text)
		if m == nil || strings.HasSuffix(p.Text[m[0]:m[1]], " su ") || !p.ByHand(m[0], m[1]) || form == allBut && !people.MatchString(p.Text) {
			continue
		}
		n := 1
		if word := p.Text[m[2]:m[3]]; word == "due" || word == "2" {
			n = 2
		}
		if n >= least {
			continue
		}
		d := p.At(m[0], m[1]-m[0])
		d.Code, d.Severity = "small-group", diag.Warning
		d.Message = fmt.Sprintf("il testo dice che un gruppo ha meno di %d persone: chi lo conosce può riconoscerle", least)
		d.Hint = fmt.Sprintf("scrivi «meno di %d», oppure togli la frase", least)
		c.report.Add(d)
	}
}
