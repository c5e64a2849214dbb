// SPDX-License-Identifier: EUPL-1.2

package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
)

// record is a diagnostic as one line of JSON. The fields are a promise to
// other programs: none is left out, none is added lightly.
type record struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"` // error, warning or incomplete
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Group    string `json:"group"` // one of Groups, in Italian as --only takes it; "" for an unknown code
}

// Word returns the severity as WriteJSON names it.
func (s Severity) Word() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "incomplete"
}

// WriteJSON writes the diagnostics of l in order, one JSON object a line.
func WriteJSON(w io.Writer, l *List) error {
	var out bytes.Buffer
	for _, d := range l.Sorted() {
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		code, _ := Lookup(d.Code)
		r := record{d.Pos.Filename, d.Pos.Line, d.Pos.Column, d.Severity.Word(), d.Code, d.Message, d.Hint, string(code.Group)}
		if err := enc.Encode(r); err != nil {
			return fmt.Errorf("JSON of diagnostic %s: %w", d.Code, err)
		}
		escapeInvisible(&out, line.Bytes())
	}
	_, err := w.Write(out.Bytes())
	return err
}

// escapeInvisible copies JSON, writing out what could drive a terminal or
// reorder a line: encoding/json escapes the C0 control characters only.
func escapeInvisible(out *bytes.Buffer, line []byte) {
	for _, r := range string(line) {
		switch {
		case r == '\n' || !unicode.In(r, unicode.Cc, unicode.Cf):
			out.WriteRune(r)
		case r > 0xffff: // a surrogate pair, as JSON wants it
			r -= 0x10000
			fmt.Fprintf(out, `\u%04x\u%04x`, 0xd800+(r>>10), 0xdc00+(r&0x3ff))
		default:
			fmt.Fprintf(out, `\u%04x`, r)
		}
	}
}
