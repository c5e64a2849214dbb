// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"bytes"
	"fmt"
	"regexp"
)

var (
	// opened finds a table or a key that begins a line.
	opened = regexp.MustCompile(`(?m)^[ \t]*(?:\[|[A-Za-z0-9_-]+[ \t]*=)`)
	// ofAct finds in a note that it speaks of the act.
	ofAct = regexp.MustCompile(`(?i)\b(?:att[oi]|deliber\w*|determin\w*|approv\w*|giunta|consiglio|albo|numero|data|giorno|anno|firm\w*|protocollo|provvediment\w*|pubblicat\w*|confermat\w*|dirigent\w*)`)
)

// checkFoot warns of a note at the foot of the file that TOML gives to last, its
// last table, where it may well be of the file: top has none. A note is suspect
// that does not speak of the act it is given to, or that stands apart from the
// rest of its table.
func checkFoot(top, last *table, note string) {
	if note == "" || top.has("nota") {
		return
	}
	data, d := last.toml.File().Data, last.keyAt("nota")
	at := d.Pos.Offset
	if opened.Match(data[at+len("nota"):]) {
		return
	}
	apart := bytes.HasSuffix(bytes.ReplaceAll(data[:at], []byte("\r"), nil), []byte("\n\n"))
	if last.keys == &actKeys && ofAct.MatchString(note) || last.keys != &actKeys && !apart {
		return
	}
	whole := "del piano"
	if top.keys == &departmentKeys {
		whole = "del settore"
	}
	doubt(last, d, "note-of-last-table", fmt.Sprintf("questa nota sta sotto la tabella [%s] ed è sua, non %s", last.keys.Name, whole),
		fmt.Sprintf("se è la nota %s spostala sopra la prima tabella del file; altrimenti accettala in data/accettati.toml", whole))
}
