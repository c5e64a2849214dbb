// SPDX-License-Identifier: EUPL-1.2

package tomldoc

// maxDepth limits how deep arrays, inline tables and dotted keys may nest. The
// deepest real data have five levels; without a limit a file of brackets
// overflows the stack of the decoder, which no program survives.
const maxDepth = 16

// A scanner finds where keys and values are in a document that BurntSushi/toml
// has accepted. It judges nothing but keys defined twice. On a document that was refused it is used
// to look for the cause: it then stops at the first thing it cannot read, and
// never fails.
type scanner struct {
	src  string
	pos  int
	root *node
	here *node // the table that the last header opened

	// twice holds keys that are defined again, where TOML forbids it.
	twice []twice
	// open is where a text begins that is never closed, or -1.
	open int
	// brackets is where the lists and inline tables begin that could not be
	// read to their end, the innermost first.
	brackets []int
}

// A twice is one key defined a second time.
type twice struct {
	first *node
	again span
}

// scan reads the structure of src.
func scan(src string) *scanner {
	s := &scanner{src: src, open: -1}
	s.root = &node{shape: tableShape, explicit: true}
	s.here = s.root
	for s.skipBlank(); s.pos < len(s.src); s.skipBlank() {
		ok := false
		if s.src[s.pos] == '[' {
			ok = s.header()
		} else {
			ok = s.keyValue(s.here, 0)
		}
		if !ok || !s.endOfLine() {
			break
		}
	}
	return s
}

// header reads [a.b] or [[a.b]] and makes it the current table.
func (s *scanner) header() bool {
	start := s.pos
	double := s.at(1) == '['
	s.pos++
	if double {
		s.pos++
	}
	parts, ok := s.keyParts()
	if !ok || !s.accept(']') || (double && !s.accept(']')) {
		return false
	}
	whole := span{start, s.pos - start}
	table := s.descend(s.root, parts[:len(parts)-1])
	if table == nil {
		return false
	}
	last := parts[len(parts)-1]
	old := table.child(last.name)
	if double {
		s.here = s.appendTable(table, old, last, whole)
	} else {
		s.here = s.openTable(table, old, last, whole)
	}
	return true
}

// appendTable adds an item to the array of tables that [[…]] names.
func (s *scanner) appendTable(table, old *node, last part, whole span) *node {
	if old == nil {
		old = table.add(&node{name: last.name, shape: arrayShape, key: last.span, value: whole})
	} else if old.shape != arrayShape || old.explicit {
		s.twice = append(s.twice, twice{old, last.span})
		return &node{shape: tableShape}
	}
	item := &node{name: last.name, shape: tableShape, key: last.span, value: whole, explicit: true}
	old.items = append(old.items, item)
	return item
}

// openTable makes the table that [a] names, which a longer key may already
// have mentioned.
func (s *scanner) openTable(table, old *node, last part, whole span) *node {
	switch {
	case old == nil:
		return table.add(&node{name: last.name, shape: tableShape, key: last.span, value: whole, explicit: true})
	case old.shape == tableShape && !old.explicit:
		old.key, old.value, old.explicit = last.span, whole, true
		return old
	}
	s.twice = append(s.twice, twice{old, last.span})
	return &node{shape: tableShape}
}

// descend walks from table through parts, making the tables that are missing.
// It returns nil where a part names something that is no table.
func (s *scanner) descend(table *node, parts []part) *node {
	for _, p := range parts {
		next := table.child(p.name)
		if next == nil {
			next = table.add(&node{name: p.name, shape: tableShape, key: p.span, value: p.span})
		}
		next = next.inner()
		if next.shape != tableShape {
			s.twice = append(s.twice, twice{next, p.span})
			return nil
		}
		table = next
	}
	return table
}

// keyValue reads key = value into table.
func (s *scanner) keyValue(table *node, depth int) bool {
	parts, ok := s.keyParts()
	if !ok || !s.accept('=') {
		return false
	}
	s.skipSpace()
	if table = s.descend(table, parts[:len(parts)-1]); table == nil {
		return false
	}
	last := parts[len(parts)-1]
	n := &node{name: last.name, key: last.span, explicit: true}
	if old := table.child(last.name); old != nil {
		s.twice = append(s.twice, twice{old, last.span})
	} else {
		table.add(n)
	}
	return s.value(n, depth)
}

// value reads one value into n.
func (s *scanner) value(n *node, depth int) bool {
	start := s.pos
	ok := true
	switch c := s.at(0); {
	case depth >= maxDepth:
		return false
	case c == '[':
		n.shape = arrayShape
		ok = s.array(n, depth+1)
	case c == '{':
		n.shape = tableShape
		ok = s.inlineTable(n, depth+1)
	case c == '"' || c == '\'':
		ok = s.text()
	default:
		s.bare()
		ok = s.pos > start
	}
	n.value = span{start, s.pos - start}
	if !ok && n.shape != leaf {
		s.brackets = append(s.brackets, start)
	}
	return ok
}

func (s *scanner) array(n *node, depth int) bool {
	for s.pos++; ; {
		s.skipBlank()
		if s.accept(']') {
			return true
		}
		item := &node{explicit: true}
		if !s.value(item, depth) {
			return false
		}
		item.key = item.value
		n.items = append(n.items, item)
		s.skipBlank()
		if !s.accept(',') && s.at(0) != ']' {
			return false
		}
	}
}

func (s *scanner) inlineTable(n *node, depth int) bool {
	for s.pos++; ; {
		s.skipBlank() // TOML 1.1: line breaks and comments are allowed here
		if s.accept('}') {
			return true
		}
		if !s.keyValue(n, depth) {
			return false
		}
		s.skipBlank()
		if !s.accept(',') && s.at(0) != '}' {
			return false
		}
	}
}
