// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"
)

// csvwTerms is what the context http://www.w3.org/ns/csvw says of the terms that
// the metadata use (W3C, CSVW Namespace Vocabulary Terms, 2017).
type csvwTerms struct{}

func (csvwTerms) LoadDocument(u string) (*ld.RemoteDocument, error) {
	if u != "http://www.w3.org/ns/csvw" {
		return nil, fmt.Errorf("%s is not at hand", u)
	}
	terms := map[string]any{
		"csvw": "http://www.w3.org/ns/csvw#", "dc": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#",
		"columns": map[string]any{"@id": "csvw:column", "@type": "@id", "@container": "@list"},
		"titles":  map[string]any{"@id": "csvw:title", "@container": "@language"},
		"tables":  map[string]any{"@id": "csvw:table", "@type": "@id", "@container": "@set"},
		"url":     map[string]any{"@id": "csvw:url", "@type": "xsd:anyURI"}, "datatype": map[string]any{"@id": "csvw:datatype", "@type": "@vocab"},
		"foreignKeys": map[string]any{"@id": "csvw:foreignKey", "@type": "@id"},
	}
	for _, name := range []string{"base", "delimiter", "encoding", "format", "lang", "lineTerminators", "name", "null", "primaryKey", "quoteChar", "separator"} {
		terms[name] = map[string]any{"@id": "csvw:" + name, "@language": nil}
	}
	for _, name := range []string{"doubleQuote", "header", "required", "skipBlankRows", "trim"} {
		terms[name] = map[string]any{"@id": "csvw:" + name, "@type": "xsd:boolean"}
	}
	for _, name := range []string{"dialect", "tableSchema", "reference"} {
		terms[name] = map[string]any{"@id": "csvw:" + name, "@type": "@id"}
	}
	for _, name := range []string{"string", "integer", "decimal", "boolean", "gYear"} {
		terms[name] = "xsd:" + name
	}
	terms["headerRowCount"] = map[string]any{"@id": "csvw:headerRowCount", "@type": "xsd:nonNegativeInteger"}
	return &ld.RemoteDocument{DocumentURL: u, Document: map[string]any{"@context": terms}}, nil
}

// TestCSVWParser reads every CSV with a CSVW parser of others, which learns
// separator, columns and types from the metadata: it finds the cells that are
// not empty, with their types.
func TestCSVWParser(t *testing.T) {
	modules, err := filepath.Abs(filepath.Join("..", "..", "..", ".ci", "node_modules"))
	if err != nil {
		t.Fatal(err)
	}
	node, err := exec.LookPath("node")
	for _, name := range []string{"n3", "rdf-parser-csvw"} {
		if err == nil {
			_, err = os.Stat(filepath.Join(modules, name))
		}
	}
	if err != nil {
		if os.Getenv("VETRO_CI") != "" {
			t.Fatal("Node, n3 or rdf-parser-csvw is missing: npm ci in .ci")
		}
		t.Skip("Node, n3 or rdf-parser-csvw is missing")
	}
	s := trial(t)
	files, err := made(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range Tables(s.Edition) {
		data := file(t, files, table.Name+".csv")
		var metadata any
		if err := json.Unmarshal(file(t, files, table.Name+".csv-metadata.json"), &metadata); err != nil {
			t.Fatal(err)
		}
		options := ld.NewJsonLdOptions("")
		options.DocumentLoader, options.Format = csvwTerms{}, "application/n-quads"
		quads, err := ld.NewJsonLdProcessor().ToRDF(metadata, options)
		if err != nil {
			t.Fatalf("%s: %v", table.Name, err)
		}
		dir := t.TempDir()
		at, described := filepath.Join(dir, table.Name+".csv"), filepath.Join(dir, "metadata.nq")
		if err := os.WriteFile(at, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(described, []byte(quads.(string)), 0o644); err != nil {
			t.Fatal(err)
		}
		var complaints bytes.Buffer
		cmd := exec.Command(node, "testdata/csvw.mjs", modules, at, described)
		cmd.Stderr = &complaints
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v\n%s", table.Name, err, complaints.String())
		}
		records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var want, got []map[string][2]string
		for _, r := range records[1:] {
			row := map[string][2]string{}
			for j, c := range table.Columns {
				kind := map[Kind]string{Integer: "integer", Decimal: "decimal", Boolean: "boolean", Year: "gYear"}[c.Kind]
				if kind == "" {
					kind = "string"
				}
				if r[j] != "" {
					row[c.Name] = [2]string{r[j], "http://www.w3.org/2001/XMLSchema#" + kind}
				}
			}
			want = append(want, row)
		}
		for line := range strings.Lines(string(out)) {
			var row map[string][2]string
			if err := json.Unmarshal([]byte(line), &row); err != nil {
				t.Fatalf("%s: %v in %s", table.Name, err, line)
			}
			got = append(got, row)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-CSV +parser):\n%s", table.Name, diff)
		}
	}
}

// TestCSVW checks the metadata of every CSV of every project against the bytes
// of the CSV, as the W3C recommendation says to read them.
func TestCSVW(t *testing.T) {
	for name, s := range sets(t) {
		files, err := made(s)
		if err != nil {
			t.Fatal(err)
		}
		var group csvwGroup
		if err := json.Unmarshal(file(t, files, GroupMetadataName), &group); err != nil {
			t.Fatal(err)
		}
		columns := map[string]map[string]bool{} // "settori.csv id": its values
		for _, inGroup := range group.Tables {
			var alone csvwTable
			if err := json.Unmarshal(file(t, files, inGroup.URL+"-metadata.json"), &alone); err != nil {
				t.Fatal(err)
			}
			if len(alone.Schema.ForeignKeys) > 0 {
				t.Errorf("%s, %s: refers to a table that it does not describe", name, alone.URL)
			}
			if got := alone.Licence != nil && alone.Licence.ID == licenceAddress; got != s.Official() {
				t.Errorf("%s, %s: has a licence: %v", name, alone.URL, got)
			}
			alone.Context, inGroup.Schema.ForeignKeys = nil, slices.Clone(inGroup.Schema.ForeignKeys)
			bare := inGroup
			bare.Schema.ForeignKeys = nil
			if diff := cmp.Diff(bare, alone); diff != "" {
				t.Errorf("%s, %s: alone and in the group (-group +alone):\n%s", name, alone.URL, diff)
			}
			for column, values := range checkCSVW(t, name, file(t, files, alone.URL), alone) {
				columns[alone.URL+" "+column] = values
			}
		}
		if len(group.Tables) != 8 {
			t.Errorf("%s: %d tables, want 8", name, len(group.Tables))
		}
		for _, table := range group.Tables {
			for _, k := range table.Schema.ForeignKeys {
				there := columns[k.Reference.Resource+" "+k.Reference.Column]
				for v := range columns[table.URL+" "+k.Column] {
					if !there[v] {
						t.Errorf("%s: %s of %s is %q, which is not in %v", name, k.Column, table.URL, v, k.Reference)
					}
				}
			}
		}
	}
}

// checkCSVW returns the values of every column that is no list.
func checkCSVW(t *testing.T, name string, data []byte, m csvwTable) map[string]map[string]bool {
	t.Helper()
	if d := m.Dialect; d.Encoding != "utf-8" || d.Delimiter != "," || !d.Header || d.HeaderRowCount != 1 || !d.DoubleQuote {
		t.Errorf("%s, %s: dialect %+v", name, m.URL, d)
	}
	records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]bool{}
	for j, c := range m.Schema.Columns {
		if titles := c.Titles["it"]; records[0][j] != c.Name || !slices.Contains(titles, records[0][j]) {
			t.Errorf("%s, %s: column %d is %q, the metadata call it %q, %q", name, m.URL, j+1, records[0][j], c.Name, titles)
		}
		base, format := "", ""
		switch d := c.Datatype.(type) {
		case string:
			base = d
		case map[string]any:
			base, format = d["base"].(string), d["format"].(string)
		}
		pattern := map[string]string{"string": `(?s).*`, "integer": `-?\d+`, "decimal": `-?\d+(\.\d+)?`, "boolean": `true|false`, "gYear": `\d{4}`}[base]
		if format != "" {
			pattern = format
		}
		if pattern == "" {
			t.Errorf("%s, %s: %s has the datatype %v", name, m.URL, c.Name, c.Datatype)
		}
		valid := regexp.MustCompile(`^(?:` + pattern + `)$`)
		out[c.Name] = map[string]bool{}
		for i, r := range records[1:] {
			if r[j] == "" {
				if c.Required {
					t.Errorf("%s, %s: %s of row %d is empty", name, m.URL, c.Name, i+1)
				}
				continue
			}
			items := []string{r[j]}
			if c.Separator != "" {
				items = strings.Split(r[j], c.Separator)
			}
			for _, item := range items {
				if !valid.MatchString(item) {
					t.Errorf("%s, %s: %s of row %d is %q, which is no %s %s", name, m.URL, c.Name, i+1, item, base, format)
				}
			}
			if c.Name == m.Schema.PrimaryKey && out[c.Name][r[j]] {
				t.Errorf("%s, %s: two rows have the key %q", name, m.URL, r[j])
			}
			if c.Separator == "" {
				out[c.Name][r[j]] = true
			}
		}
	}
	if out[m.Schema.PrimaryKey] == nil {
		t.Errorf("%s, %s: the key %q is no column", name, m.URL, m.Schema.PrimaryKey)
	}
	return out
}
