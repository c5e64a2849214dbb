// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"fmt"
	"strings"
)

// The metadata of CSV on the Web (W3C, "Metadata Vocabulary for Tabular Data",
// 17 December 2015). Every CSV has its own beside it, <name>.csv-metadata.json;
// GroupMetadataName describes all of them and what refers to what, which only a
// group may say.
const GroupMetadataName = "csv-metadata.json"

// csvwContext is the context of CSVW, for texts in Italian.
var csvwContext = []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "it"}}

type (
	csvwTable struct {
		Context     []any       `json:"@context,omitempty"`
		URL         string      `json:"url"`
		Title       string      `json:"dc:title"`
		Description string      `json:"dc:description"`
		Licence     *csvwLink   `json:"dc:license,omitempty"`
		Modified    *csvwDay    `json:"dc:modified,omitempty"`
		Language    string      `json:"lang,omitempty"`
		Dialect     csvwDialect `json:"dialect"`
		Schema      csvwSchema  `json:"tableSchema"`
	}
	csvwGroup struct {
		Context []any       `json:"@context"`
		Title   string      `json:"dc:title"`
		Tables  []csvwTable `json:"tables"`
	}
	csvwLink struct {
		ID string `json:"@id"`
	}
	csvwDay struct {
		Value string `json:"@value"`
		Type  string `json:"@type"`
	}
	csvwDialect struct {
		Encoding        string   `json:"encoding"`
		Delimiter       string   `json:"delimiter"`
		QuoteChar       string   `json:"quoteChar"`
		DoubleQuote     bool     `json:"doubleQuote"`
		LineTerminators []string `json:"lineTerminators"`
		Header          bool     `json:"header"`
		HeaderRowCount  int      `json:"headerRowCount"`
		SkipBlankRows   bool     `json:"skipBlankRows"`
		Trim            bool     `json:"trim"`
	}
	csvwSchema struct {
		Columns     []csvwColumn     `json:"columns"`
		PrimaryKey  string           `json:"primaryKey,omitempty"`
		ForeignKeys []csvwForeignKey `json:"foreignKeys,omitempty"`
	}
	csvwColumn struct {
		Name        string              `json:"name"`
		Titles      map[string][]string `json:"titles"` // the first is the header of the file
		Description string              `json:"dc:description"`
		Datatype    any                 `json:"datatype"`
		Required    bool                `json:"required,omitempty"`
		Separator   string              `json:"separator,omitempty"`
		Null        []string            `json:"null"`
	}
	csvwDatatype struct {
		Base   string `json:"base"`
		Format string `json:"format"`
	}
	csvwForeignKey struct {
		Column    string        `json:"columnReference"`
		Reference csvwReference `json:"reference"`
	}
	csvwReference struct {
		Resource string `json:"resource"`
		Column   string `json:"columnReference"`
	}
)

// CSVW describes the CSV of t.
func CSVW(s Set, t Table) ([]byte, error) {
	described := s.csvw(t)
	described.Context = csvwContext
	return indented(described)
}

// CSVWGroup describes the CSV of all tables and how they refer to each other.
func CSVWGroup(s Set, tables []Table) ([]byte, error) {
	g := csvwGroup{Context: csvwContext, Title: s.Title()}
	for _, t := range tables {
		described := s.csvw(t)
		for _, c := range t.Columns {
			if table, column, ok := strings.Cut(c.References, "."); ok {
				described.Schema.ForeignKeys = append(described.Schema.ForeignKeys, csvwForeignKey{c.Name, csvwReference{table + ".csv", column}})
			}
		}
		g.Tables = append(g.Tables, described)
	}
	return indented(g)
}

func indented(v any) ([]byte, error) {
	data, err := marshal(v, " ")
	if err != nil {
		return nil, fmt.Errorf("describing the CSV: %w", err)
	}
	return append(data, '\n'), nil
}

func (s Set) csvw(t Table) csvwTable {
	described := csvwTable{
		URL: t.Name + ".csv", Title: t.Title + ". " + s.Title(), Language: "it",
		Description: strings.TrimSpace(s.Notice + " " + t.Meaning + ". " + FormulaNote),
		Dialect: csvwDialect{
			Encoding: "utf-8", Delimiter: ",", QuoteChar: `"`, DoubleQuote: true,
			LineTerminators: []string{"\r\n"}, Header: true, HeaderRowCount: 1,
		},
		Schema: csvwSchema{PrimaryKey: t.Primary},
	}
	if s.Official() {
		described.Licence = &csvwLink{licenceAddress}
	}
	if d := s.Edition.Updated; !d.IsZero() {
		described.Modified = &csvwDay{d.String(), "xsd:date"}
	}
	for _, c := range t.Columns {
		column := csvwColumn{
			Name: c.Name, Titles: map[string][]string{"it": {c.Name}}, Description: c.Meaning,
			Datatype: datatype(c), Required: c.Required, Null: []string{""},
		}
		if c.Title != c.Name {
			column.Titles["it"] = append(column.Titles["it"], c.Title)
		}
		if c.Unit != "" {
			column.Description += " (" + c.Unit + ")"
		}
		if c.Kind == List {
			column.Separator = t.Separator
		}
		described.Schema.Columns = append(described.Schema.Columns, column)
	}
	return described
}

// datatype is what CSVW calls the kind of c. A format of a text is a regular
// expression for the whole of it.
func datatype(c Column) any {
	switch c.Kind {
	case Integer:
		return "integer"
	case Decimal:
		return "decimal"
	case Boolean:
		return "boolean"
	case Year:
		return "gYear"
	case Code:
		return csvwDatatype{"string", strings.Join(c.Allowed, "|")}
	}
	return "string"
}
