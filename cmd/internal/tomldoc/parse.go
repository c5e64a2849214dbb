// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"

	"github.com/BurntSushi/toml"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// A document is one file being read, and where its faults go.
type document struct {
	file   *source.File
	list   *diag.List
	guide  Guide
	places *structure
	faults int
}

// Parse decodes f. On a syntax error it reports one diagnostic (several for
// faults that can all be found: keys defined twice, curly quotes, spaces that
// are none) and returns nil. The guide, which may be nil, makes hints fit the
// key they are about.
func Parse(f *source.File, report *diag.List, guide Guide) *Table {
	doc := &document{file: f, list: report, guide: guide}
	src := f.Text()
	if doc.excess(src) {
		return nil
	}
	values, err := decode(src)
	doc.places = scan(src)
	switch {
	case err != nil:
		doc.syntaxError(src, err)
		return nil
	case len(doc.places.twice) > 0:
		// The decoder accepts a.b = 1 with a = 2 below it, and drops the 2
		// without a word.
		doc.duplicates(span{})
		return nil
	case doc.places.stopped >= 0: // without places a key nobody knows would pass
		doc.fallback(span{doc.places.stopped, 1})
		return nil
	}
	return &Table{doc: doc, node: doc.places.root, values: values}
}

// decode returns what the decoder makes of src. A panic of the decoder, which
// some input causes, is an error.
func decode(src string) (values map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("defect of the decoder: %v", r)
		}
	}()
	_, err = toml.Decode(src, &values)
	return values, err
}

// full reports whether no more faults are listed, so that none need be worded.
func (doc *document) full() bool { return doc.faults >= MaxFaults }

// report adds d to the list; from MaxFaults on it says only that there are more.
func (doc *document) report(d diag.Diagnostic) {
	switch doc.faults++; {
	case doc.faults < MaxFaults:
		doc.list.Add(d)
	case doc.faults == MaxFaults:
		doc.list.Add(diag.Diagnostic{
			Pos: d.Pos, Length: d.Length, Line: d.Line, Code: "too-many-faults",
			Message: fmt.Sprintf("questo file ha più di %d errori: i successivi non sono elencati", MaxFaults-1),
			Hint:    "correggi i primi e riprova",
		})
	}
}

// at covers s.
func (doc *document) at(s span) diag.Diagnostic { return doc.file.At(s.at, s.length) }

// text returns what stands at s.
func (doc *document) text(s span) string { return doc.file.Text()[s.at:s.end()] }
