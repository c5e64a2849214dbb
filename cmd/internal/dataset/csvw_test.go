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
	files, err := Files(s)
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
