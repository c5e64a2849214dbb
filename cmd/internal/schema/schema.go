// SPDX-License-Identifier: EUPL-1.2

// Package schema writes what editors need to know of the files of data/, so
// that they complete the keys and mark a slip of the pen while it is made.
//
// A JSON Schema for each kind of file comes from the table of keys that the
// readers use, so what an editor accepts is what vetro accepts; what takes more
// than one file to judge is left to "vetro check". The draft is number 7: the
// newest that every editor for TOML reads. Nothing is referred to, everything is
// written out: some editors follow no reference.
package schema

import (
	"bytes"
	"encoding/json"
	"strings"

	"vetro/cmd/internal/plan"
)

// Folder is where the schemas lie in a project.
const Folder = "data/schemi"

// A File is one schema.
type File struct {
	Name string // in Folder, "ente.schema.json"
	Data []byte
}

// Files returns the schema of each kind of file. The same bytes every time.
func Files() []File {
	var files []File
	for _, f := range plan.Keys() {
		files = append(files, File{f.Name + ".schema.json", encode(fileNode(f))})
	}
	return files
}

// fileNode is the schema of a kind of file.
func fileNode(f plan.FileKeys) *node {
	n := tableNode(f.Table)
	n.Schema = "http://json-schema.org/draft-07/schema#"
	n.Comment = "Scritto da vetro: non modificarlo, si rifà con vetro init --schemas."
	n.Title = f.Path
	n.Description = sentence(f.Table.Title)
	return n
}

// tableNode is the schema of a table: its keys and no others.
func tableNode(t *plan.TableKeys) *node {
	n := &node{Type: "object", Properties: properties{}, Closed: &closed}
	for i := range t.Keys {
		k := &t.Keys[i]
		value := valueNode(k)
		value.Description = describe(k)
		n.Properties = append(n.Properties, property{k.Name, value})
		if k.Required && t.ReplacedBy(k.Name) == nil {
			n.Required = append(n.Required, k.Name)
		}
	}
	return n
}

// describe is what an editor shows of a key.
func describe(k *plan.Key) string {
	s := k.Meaning
	if k.Required {
		s = "obbligatorio: " + s
	}
	s = sentence(s)
	if len(k.Words) > 0 {
		s += " Si può scrivere: " + strings.Join(k.Words, ", ") + "."
	}
	if k.Example != "" {
		s += " Per esempio: " + k.Name + " = " + k.Example
	}
	return s
}

// sentence gives a phrase a capital, unless it begins with a word of the data,
// and a full stop.
func sentence(s string) string {
	first, rest := s[:1], s[1:]
	if strings.HasPrefix(s, "true ") || strings.HasPrefix(s, "false ") {
		return s + "."
	}
	if first >= "a" && first <= "z" {
		first = strings.ToUpper(first)
	}
	return first + rest + "."
}

// encode writes n indented, with < and > as they are.
func encode(n *node) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(n); err != nil {
		panic(err) // a node holds nothing that JSON cannot say
	}
	return b.Bytes()
}
