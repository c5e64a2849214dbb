// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"bytes"
	"fmt"
	"strings"
)

// A graph is what metadata say, in RDF: Turtle and JSON-LD write the same one.
// Every resource has an address; there are no blank nodes.
type graph []resource

// A resource is what is said of one thing, in order.
type resource struct {
	id         string // address
	types      []string
	statements []statement
}

// A statement is a property, with its prefix, and a value.
type statement struct {
	property string
	value    term
}

// A term is an address, or a text with its language or type.
type term struct {
	link     string
	text     string
	language string // "it", or ""
	datatype string // with its prefix, "" for a plain text
}

func link(address string) term      { return term{link: address} }
func plain(s string) term           { return term{text: s} }
func italian(s string) term         { return term{text: s, language: "it"} }
func typed(s, datatype string) term { return term{text: s, datatype: datatype} }

// say adds a statement, unless there is nothing to say.
func (r *resource) say(property string, v term) {
	if v.link != "" || v.text != "" {
		r.statements = append(r.statements, statement{property, v})
	}
}

// prefixes are the vocabularies of the catalogue, in the order in which they
// are declared.
var prefixes = [][2]string{
	{"adms", "http://www.w3.org/ns/adms#"},
	{"dcat", "http://www.w3.org/ns/dcat#"},
	{"dcatapit", "http://dati.gov.it/onto/dcatapit#"},
	{"dct", "http://purl.org/dc/terms/"},
	{"foaf", "http://xmlns.com/foaf/0.1/"},
	{"owl", "http://www.w3.org/2002/07/owl#"},
	{"spdx", "http://spdx.org/rdf/terms#"},
	{"vcard", "http://www.w3.org/2006/vcard/ns#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

// turtle writes g as RDF 1.1 Turtle.
func (g graph) turtle() []byte {
	var b bytes.Buffer
	for _, p := range prefixes {
		fmt.Fprintf(&b, "@prefix %s: <%s> .\n", p[0], p[1])
	}
	for _, r := range g {
		b.WriteString("\n" + turtleLink(r.id) + "\n  a " + strings.Join(r.types, ", "))
		for _, s := range r.statements {
			b.WriteString(" ;\n  " + s.property + " " + s.value.turtle())
		}
		b.WriteString(" .\n")
	}
	return b.Bytes()
}

func (t term) turtle() string {
	if t.link != "" {
		return turtleLink(t.link)
	}
	s := `"` + turtleText.Replace(t.text) + `"`
	switch {
	case t.language != "":
		return s + "@" + t.language
	case t.datatype != "":
		return s + "^^" + t.datatype
	}
	return s
}

var turtleText = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`)

// turtleLink writes an address. Those of the data are checked when they are
// read; what Turtle does not allow in one is escaped all the same.
func turtleLink(address string) string { return "<" + escapeAddress(address) + ">" }

// escapeAddress writes in percent form what may not stand in an IRI.
func escapeAddress(address string) string {
	var b strings.Builder
	for _, r := range address {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) {
			fmt.Fprintf(&b, "%%%02X", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// jsonLD writes g as JSON-LD 1.0, with its context inside: reading it needs no
// other file.
func (g graph) jsonLD() ([]byte, error) {
	context := make(map[string]string, len(prefixes))
	for _, p := range prefixes {
		context[p[0]] = p[1]
	}
	nodes := make([]map[string]any, len(g)) // maps are written in the order of their keys
	for i, r := range g {
		node := map[string]any{"@id": escapeAddress(r.id), "@type": r.types}
		for _, s := range r.statements {
			values, _ := node[s.property].([]any)
			node[s.property] = append(values, s.value.jsonLD())
		}
		nodes[i] = node
	}
	data, err := marshal(struct {
		Context map[string]string `json:"@context"`
		Graph   []map[string]any  `json:"@graph"`
	}{context, nodes}, " ")
	if err != nil {
		return nil, fmt.Errorf("writing JSON-LD: %w", err)
	}
	return append(data, '\n'), nil
}

func (t term) jsonLD() any {
	switch {
	case t.link != "":
		return map[string]string{"@id": escapeAddress(t.link)}
	case t.language != "":
		return map[string]string{"@value": t.text, "@language": t.language}
	case t.datatype != "":
		return map[string]string{"@value": t.text, "@type": t.datatype}
	}
	return map[string]string{"@value": t.text}
}
