// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"errors"
	"fmt"

	"github.com/BurntSushi/toml"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// maxFaults is how many faults of one file are reported. A list of thousands
// helps nobody, and a hostile file could make millions.
const maxFaults = 500

// A document is one file being read, and where its faults go.
type document struct {
	file   *source.File
	list   *diag.List
	faults int
}

// Parse decodes f. On a syntax error it reports one diagnostic (several for
// keys defined twice or curly quotes, which can all be found) and returns nil.
func Parse(f *source.File, report *diag.List) *Table {
	doc := &document{file: f, list: report}
	src := string(f.Data)
	if at, deep := tooDeep(src); deep {
		d := doc.at(at)
		d.Code = "too-deep"
		d.Message = fmt.Sprintf("qui parentesi o nomi con il punto sono annidati per più di %d livelli", maxDepth)
		d.Hint = "i dati del piano non vanno oltre i sei livelli: controlla le parentesi non chiuse"
		doc.report(d)
		return nil
	}
	values, err := decode(src)
	s := scan(src)
	if err != nil {
		doc.syntaxError(src, s, err)
		return nil
	}
	if len(s.twice) > 0 {
		// The decoder accepts a.b = 1 with a = 2 below it, and drops the 2
		// without a word.
		doc.duplicates(s, span{})
		return nil
	}
	return &Table{doc: doc, node: s.root, values: values}
}

// errDecoder stands for a defect of the decoder, which panics on some input.
var errDecoder = errors.New("toml: defect of the decoder")

func decode(src string) (values map[string]any, err error) {
	defer func() {
		if recover() != nil {
			err = errDecoder
		}
	}()
	_, err = toml.Decode(src, &values)
	return values, err
}

// report adds d to the list; from maxFaults on it says only that there are more.
func (doc *document) report(d diag.Diagnostic) {
	switch doc.faults++; {
	case doc.faults < maxFaults:
		doc.list.Add(d)
	case doc.faults == maxFaults:
		doc.list.Add(diag.Diagnostic{
			Pos: d.Pos, Length: d.Length, Line: d.Line, Code: "too-many-faults",
			Message: fmt.Sprintf("questo file ha più di %d errori: i successivi non sono elencati", maxFaults-1),
			Hint:    "correggi i primi e riprova",
		})
	}
}

// at covers s.
func (doc *document) at(s span) diag.Diagnostic { return doc.file.At(s.at, s.length) }

// tooDeep finds where brackets and dotted keys nest deeper than maxDepth. It
// runs before anything is known of src: where it goes astray, the decoder has
// stopped before.
func tooDeep(src string) (span, bool) {
	s := &scanner{src: src, open: -1}
	// levels holds, for each open bracket, the dots of the key it belongs to.
	levels, depth := []int{0}, 0
	for s.pos < len(src) {
		last := len(levels) - 1
		switch src[s.pos] {
		case '#':
			s.skipComment()
			continue
		case '"', '\'':
			if !s.text() {
				return span{}, false
			}
			continue
		case '[', '{':
			levels = append(levels, 0)
			depth++
		case ']', '}':
			if last > 0 {
				depth -= levels[last] + 1
				levels = levels[:last]
			}
		case '\n', ',':
			depth -= levels[last]
			levels[last] = 0
		case '.':
			depth++
			levels[last]++
		}
		if depth > maxDepth {
			return span{s.pos, 1}, true
		}
		s.pos++
	}
	return span{}, false
}
