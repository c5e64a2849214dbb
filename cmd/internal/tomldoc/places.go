// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"strconv"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// Places says where the keys of a document stand, for who asks when it has been
// read. The zero value knows no place.
type Places struct {
	file  *source.File
	spans map[string]span
}

// Places returns the places of the keys of t down to a depth: 2 has those of
// its tables too. A key is named from t down, with dots; an item of a list is
// its number, from 0: "allegato.0.file".
func (t *Table) Places(depth int) Places {
	p := Places{t.doc.file, make(map[string]span)}
	p.add("", t.node, depth)
	return p
}

func (p *Places) add(prefix string, n *node, depth int) {
	if depth == 0 {
		return
	}
	for _, c := range n.children {
		p.spans[prefix+c.name] = c.value
		p.add(prefix+c.name+".", c, depth-1)
	}
	for i, c := range n.items {
		if c.shape == tableShape {
			key := prefix + strconv.Itoa(i)
			p.spans[key] = c.value
			p.add(key+".", c, depth-1)
		}
	}
}

// At returns a diagnostic that covers the value of key, or the header of the
// table that it is; ok is false where there is none.
func (p Places) At(key string) (d diag.Diagnostic, ok bool) {
	s, ok := p.spans[key]
	if !ok {
		return d, false
	}
	return p.file.At(s.at, s.length), true
}
