// SPDX-License-Identifier: EUPL-1.2

package tomldoc

// A shape is what the scanner can tell of a value without decoding it.
type shape int

const (
	leaf shape = iota
	tableShape
	arrayShape
)

// many is how many keys a table has before it gets an index: real ones have
// fewer, and are searched faster without.
const many = 32

// A span is a stretch of bytes of the file.
type span struct{ at, length int }

func (s span) end() int { return s.at + s.length }

// A node is a place in the document: a value, a table or an array, and where
// it was written. The tree of nodes has the shape of the decoded document.
type node struct {
	name  string
	shape shape
	// key is where the name is written, value what it names: for a table or
	// array of tables with a header, the header.
	key, value span
	// explicit is false for a table that only a longer key mentions: the a of
	// [a.b] and of a.b = 1.
	explicit bool

	children []*node          // of a table, in file order
	byName   map[string]*node // of a table with many
	items    []*node          // of an array
}

// child returns the named child of a table, or nil. A nil node has none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	if n.byName != nil {
		return n.byName[name]
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// item returns item i of an array, or nil.
func (n *node) item(i int) *node {
	if n == nil || i < 0 || i >= len(n.items) {
		return nil
	}
	return n.items[i]
}

// add appends c to the table n.
func (n *node) add(c *node) *node {
	n.children = append(n.children, c)
	switch {
	case n.byName != nil:
		n.byName[c.name] = c
	case len(n.children) == many:
		n.byName = make(map[string]*node)
		for _, c := range n.children {
			n.byName[c.name] = c
		}
	}
	return c
}

// inner returns the table that a further key of n goes into: n itself, or the
// last item of an array of tables.
func (n *node) inner() *node {
	if n.shape == arrayShape && len(n.items) > 0 {
		return n.items[len(n.items)-1]
	}
	return n
}
