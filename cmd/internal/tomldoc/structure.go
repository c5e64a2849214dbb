// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// A structure is where the keys and values of a document stand.
type structure struct {
	src  string
	root *node
	here *node // the table that the last header opened

	headers []*node // tables with a header, in file order
	twice   []twice // keys that are defined again, where TOML forbids it
	stopped int     // where the parser refuses the document, -1 if it does not
}

// A twice is one key defined a second time.
type twice struct {
	first *node
	again span
	table *node // the table that has both
}

// A part is one name of a dotted key.
type part struct {
	name string
	span
}

// scan reads the structure of src, or of what comes before its first fault.
func scan(src string) *structure {
	s := &structure{src: src, stopped: -1}
	s.root = &node{shape: tableShape, explicit: true}
	s.here = s.root
	var p unstable.Parser
	p.Reset([]byte(src))
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.KeyValue:
			s.keyValue(s.here, e)
		case unstable.Table, unstable.ArrayTable:
			s.header(e)
		}
	}
	if err, ok := p.Error().(*unstable.ParserError); ok {
		s.stopped = int(p.Range(err.Highlight).Offset)
	}
	return s
}

// keyParts returns the names of the key of e.
func keyParts(e *unstable.Node) []part {
	var parts []part
	for key := e.Key(); key.Next(); {
		n := key.Node()
		parts = append(parts, part{string(n.Data), spanOf(n)})
	}
	return parts
}

func spanOf(n *unstable.Node) span { return span{int(n.Raw.Offset), int(n.Raw.Length)} }

// header makes the table that [a.b] or [[a.b]] names the current one.
func (s *structure) header(e *unstable.Node) {
	parts := keyParts(e)
	last := parts[len(parts)-1]
	start := strings.LastIndexByte(s.src[:parts[0].at], '[')
	end := last.end() + strings.IndexByte(s.src[last.end():], ']') + 1
	if e.Kind == unstable.ArrayTable {
		start, end = start-1, end+1
	}
	whole := span{start, end - start}
	table := s.descend(s.root, parts[:len(parts)-1])
	if table == nil {
		s.here = &node{shape: tableShape}
		return
	}
	old := table.child(last.name)
	if e.Kind == unstable.ArrayTable {
		s.here = s.appendTable(table, old, last, whole)
	} else {
		s.here = s.openTable(table, old, last, whole)
	}
	s.headers = append(s.headers, s.here)
}

// appendTable adds an item to the array of tables that [[…]] names.
func (s *structure) appendTable(table, old *node, last part, whole span) *node {
	item := &node{name: last.name, shape: tableShape, key: last.span, value: whole, explicit: true}
	if old == nil {
		old = table.add(&node{name: last.name, shape: arrayShape, key: last.span, value: whole})
	} else if old.shape != arrayShape || old.explicit {
		s.twice = append(s.twice, twice{old, last.span, table})
		return item
	}
	old.items = append(old.items, item)
	return item
}

// openTable makes the table that [a] names, which a longer key may already
// have mentioned.
func (s *structure) openTable(table, old *node, last part, whole span) *node {
	switch {
	case old == nil:
		return table.add(&node{name: last.name, shape: tableShape, key: last.span, value: whole, explicit: true})
	case old.shape == tableShape && !old.explicit:
		old.key, old.value, old.explicit = last.span, whole, true
		return old
	}
	s.twice = append(s.twice, twice{old, last.span, table})
	return &node{name: last.name, shape: tableShape, key: last.span, value: whole}
}

// descend walks from table through parts, making the tables that are missing.
// It returns nil where a part names something that is no table.
func (s *structure) descend(table *node, parts []part) *node {
	for _, p := range parts {
		next := table.child(p.name)
		if next == nil {
			next = table.add(&node{name: p.name, shape: tableShape, key: p.span, value: p.span})
		}
		next = next.inner()
		if next.shape != tableShape {
			s.twice = append(s.twice, twice{next, p.span, table})
			return nil
		}
		table = next
	}
	return table
}

// keyValue adds key = value to table and returns where the value ends.
func (s *structure) keyValue(table *node, e *unstable.Node) (end int) {
	parts := keyParts(e)
	last := parts[len(parts)-1]
	n := &node{name: last.name, key: last.span, explicit: true}
	at := last.end() + strings.IndexByte(s.src[last.end():], '=') + 1
	end = s.value(n, e.Value(), s.blank(at))
	if table = s.descend(table, parts[:len(parts)-1]); table == nil {
		return end
	}
	if old := table.child(last.name); old != nil {
		s.twice = append(s.twice, twice{old, last.span, table})
	} else {
		table.add(n)
	}
	return end
}

// value reads into n the value that begins at the byte at, and returns where it
// ends. The parser knows that of a text, a number or a date; where a bracket
// closes follows from what stands in it.
func (s *structure) value(n *node, v *unstable.Node, at int) (end int) {
	switch v.Kind {
	case unstable.Array:
		n.shape = arrayShape
		end = s.blank(at + 1)
		for items := v.Children(); items.Next(); end = s.blank(end) {
			item := &node{explicit: true}
			end = s.value(item, items.Node(), end)
			item.key = item.value
			n.items = append(n.items, item)
		}
		end++
	case unstable.InlineTable:
		n.shape = tableShape
		end = s.blank(at + 1)
		for pairs := v.Children(); pairs.Next(); {
			end = s.blank(s.keyValue(n, pairs.Node()))
		}
		end++
	default:
		end = spanOf(v).end()
	}
	n.value = span{at, end - at}
	return end
}

// blank returns where the next value or bracket is from the byte at on: behind
// spaces, line breaks, commas and comments.
func (s *structure) blank(at int) int {
	for at < len(s.src) {
		switch s.src[at] {
		case ' ', '\t', '\r', '\n', ',':
			at++
		case '#':
			at += lineLength(s.src[at:])
		default:
			return at
		}
	}
	return at
}

// lineLength returns how many bytes of s come before a line feed.
func lineLength(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}
