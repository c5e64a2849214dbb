// SPDX-License-Identifier: EUPL-1.2

package schema

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
)

// A node is a schema or a part of one. The words are those of JSON Schema.
type node struct {
	Schema      string     `json:"$schema,omitempty"`
	Comment     string     `json:"$comment,omitempty"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description,omitempty"`
	Type        string     `json:"type,omitempty"`
	Enum        []string   `json:"enum,omitempty"`
	Format      string     `json:"format,omitempty"`
	Pattern     string     `json:"pattern,omitempty"`
	MinLength   int        `json:"minLength,omitempty"`
	MaxLength   int        `json:"maxLength,omitempty"`
	Minimum     *int       `json:"minimum,omitempty"`
	Maximum     *int       `json:"maximum,omitempty"`
	Items       *node      `json:"items,omitempty"`
	AnyOf       []*node    `json:"anyOf,omitempty"`
	Required    []string   `json:"required,omitempty"`
	Closed      *bool      `json:"additionalProperties,omitempty"`
	Properties  properties `json:"properties,omitempty"`
}

// closed is the value of additionalProperties: an unknown key is an error.
var closed = false

// properties keeps the order of the table of keys, in which editors list them.
type properties []property

type property struct {
	name  string
	value *node
}

// MarshalJSON writes an object.
func (p properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, one := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(one.name)
		if err != nil {
			return nil, err
		}
		var value bytes.Buffer
		e := json.NewEncoder(&value)
		e.SetEscapeHTML(false)
		if err := e.Encode(one.value); err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value.Bytes())
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// The forms of texts. Blanks around a text do not count, and a text of blanks
// alone is none.
const (
	notBlank   = `\S`
	oneLine    = `^\s*\S([^\n\r\t]*\S)?\s*$`
	slug       = `^\s*[a-z0-9]+(-[a-z0-9]+)*\s*$`
	month      = `^\s*[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\s*$`
	yesNo      = `^\s*([Ss][ÌìIi]|[Nn][Oo]|[Pp]resen(za|te)|[Aa]ssen(za|te))['’]?\s*$`
	when       = `^\s*([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|[^0-9\s][^\n\r\t]*)\s*$`
	web        = `^\s*https?://\S+\s*$`
	partOfYear = `^\s*\S+\s+([Ss]emestre|[Qq]uadrimestre|[Tt]rimestre)\s+(del\s+)?[0-9]{4}\s*$`
	address    = `^\s*(/|(/[a-z0-9]+(-[a-z0-9]+)*)+/|https://\S+)\s*$`
	email      = `^\s*[^\s@]+@[^\s@]+\.[^\s@]*\s*$`
	phone      = `^[-+0-9 ./]*[0-9][-+0-9 ./]*$`
	fileName   = `^\s*[A-Za-z0-9_][A-Za-z0-9._-]*\.(%)\s*$`
)

// maxSlug is the longest name in an address.
const maxSlug = 60

// valueNode is the schema of the value of a key.
func valueNode(k *plan.Key) *node {
	switch k.Kind {
	case plan.KindLine, plan.KindPicture:
		return &node{Type: "string", Pattern: oneLine, MaxLength: k.Max}
	case plan.KindProse, plan.KindSource:
		return &node{Type: "string", Pattern: notBlank, MaxLength: k.Max}
	case plan.KindTexts:
		return listOf(&node{Type: "string", Pattern: notBlank})
	case plan.KindDate:
		return &node{Type: "string", Format: "date"}
	case plan.KindMonth:
		return pattern(month)
	case plan.KindWhen:
		return pattern(when)
	case plan.KindQuantity, plan.KindPeople:
		return quantityNode(k)
	case plan.KindChoice:
		return &node{Type: "string", Enum: k.Words}
	case plan.KindBool:
		return &node{Type: "boolean"}
	case plan.KindInt, plan.KindYear:
		return integer(k.Min, k.Max)
	case plan.KindNumber:
		return &node{Type: "number"}
	case plan.KindMeasured:
		return &node{AnyOf: []*node{{Type: "number"}, {Type: "boolean"}, pattern(yesNo), {Type: "string", Format: "date"}}}
	case plan.KindPeriod:
		return pattern(partOfYear)
	case plan.KindLink:
		return pattern(web)
	case plan.KindAddress:
		return pattern(address)
	case plan.KindEmail:
		return pattern(email)
	case plan.KindPhone:
		return pattern(phone)
	case plan.KindSlug:
		return &node{Type: "string", Pattern: slug, MaxLength: maxSlug}
	case plan.KindSlugs:
		return listOf(&node{Type: "string", Pattern: slug, MaxLength: maxSlug})
	case plan.KindCode:
		return pattern(k.Pattern)
	case plan.KindFile:
		return pattern(strings.Replace(fileName, "%", strings.Join(anyCase(plan.AttachmentTypes()), "|"), 1))
	case plan.KindTable:
		return tableNode(k.Table)
	case plan.KindTables:
		return listOf(tableNode(k.Table))
	}
	panic("schema: no form for a " + k.Kind.String()) // a kind that Keys has and this does not
}

func pattern(p string) *node { return &node{Type: "string", Pattern: p} }

func listOf(item *node) *node { return &node{Type: "array", Items: item} }

func integer(low, high int) *node { return &node{Type: "integer", Minimum: &low, Maximum: &high} }

// quantityNode is the schema of a quantity: a number alone, a number with how
// firm it is, the two ends of a range, or words.
func quantityNode(k *plan.Key) *node {
	limit := k.Max
	if limit == 0 {
		limit = k.Table.Key("numero").Max
	}
	alone := integer(0, limit)
	if k.Decimals > 0 {
		alone.Type = "number"
	}
	form := func(required ...string) *node {
		n := tableNode(k.Table)
		n.Required = required
		n.keep(func(p property) bool {
			return slices.Contains(required, p.name) || required[0] != "testo" && p.name == "pubblicabile" || required[0] == "numero" && p.name == "precisione"
		})
		for _, p := range n.Properties {
			if p.name == "numero" || p.name == "da" || p.name == "a" {
				p.value.Type, p.value.Minimum, p.value.Maximum = alone.Type, alone.Minimum, alone.Maximum
			}
		}
		return n
	}
	return &node{AnyOf: []*node{alone, form("numero"), form("da", "a"), form("testo")}}
}

// keep takes out of n the properties that are not wanted.
func (n *node) keep(wanted func(property) bool) {
	var kept properties
	for _, p := range n.Properties {
		if wanted(p) {
			kept = append(kept, p)
		}
	}
	n.Properties = kept
}

// anyCase writes the endings of files, without their dot, so that a pattern
// matches them in capitals too.
func anyCase(endings []string) []string {
	var out []string
	for _, e := range endings {
		var b strings.Builder
		for _, r := range strings.TrimPrefix(e, ".") {
			if r >= 'a' && r <= 'z' {
				b.WriteString("[" + string(r) + strings.ToUpper(string(r)) + "]")
			} else {
				b.WriteRune(r)
			}
		}
		out = append(out, b.String())
	}
	return out
}
