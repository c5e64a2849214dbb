// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/knakk/rdf"
	"github.com/piprate/json-gold/ld"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// A triple is what an RDF reader found, each part as N-Triples has it.
type triple [3]string

func sorted(all []triple) []triple {
	slices.SortFunc(all, func(a, b triple) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]), cmp.Compare(a[2], b[2]))
	})
	return all
}

// readTurtle reads with a parser that did not write it.
func readTurtle(t *testing.T, data []byte) []triple {
	t.Helper()
	d := rdf.NewTripleDecoder(bytes.NewReader(data), rdf.Turtle)
	var all []triple
	for {
		tr, err := d.Decode()
		if err == io.EOF {
			return sorted(all)
		}
		if err != nil {
			t.Fatalf("Turtle: %v", err)
		}
		all = append(all, triple{tr.Subj.Serialize(rdf.NTriples), tr.Pred.Serialize(rdf.NTriples), tr.Obj.Serialize(rdf.NTriples)})
	}
}

// noNetwork refuses every context that is not in the document.
type noNetwork struct{}

func (noNetwork) LoadDocument(u string) (*ld.RemoteDocument, error) {
	return nil, fmt.Errorf("%s is not in the document", u)
}

// readJSONLD expands with json-gold and returns the triples.
func readJSONLD(t *testing.T, data []byte) []triple {
	t.Helper()
	var doc any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = noNetwork{}
	if expanded, err := ld.NewJsonLdProcessor().Expand(doc, options); err != nil || len(expanded) == 0 {
		t.Fatalf("JSON-LD: %d nodes, %v", len(expanded), err)
	}
	options.Format = "application/n-quads"
	quads, err := ld.NewJsonLdProcessor().ToRDF(doc, options)
	if err != nil {
		t.Fatalf("JSON-LD: %v", err)
	}
	d := rdf.NewTripleDecoder(strings.NewReader(quads.(string)), rdf.NTriples)
	var all []triple
	for {
		tr, err := d.Decode()
		if err == io.EOF {
			return sorted(all)
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, triple{tr.Subj.Serialize(rdf.NTriples), tr.Pred.Serialize(rdf.NTriples), tr.Obj.Serialize(rdf.NTriples)})
	}
}

// described is the catalogue of two editions of the trial project.
func described(t *testing.T) (turtle, jsonLD []byte) {
	t.Helper()
	s := trial(t)
	files, err := made(s)
	if err != nil {
		t.Fatal(err)
	}
	later := s
	edition := *s.Edition
	edition.ID, edition.Title, edition.Updated, edition.Frequency = "2023", "Un \"titolo\"\n con \\ tutto\t<b>", tomldoc.Date{Year: 2025, Month: 1, Day: 31}, plan.FrequencyUnknown
	edition.Act.Date = tomldoc.Date{}
	later.Edition = &edition
	turtle, jsonLD, err = Catalog(Entry{s, published(s, files)}, Entry{later, published(later, files[:1])})
	if err != nil {
		t.Fatal(err)
	}
	return turtle, jsonLD
}

// TestSameGraph: Turtle and JSON-LD, read by two parsers of others, say the same.
func TestSameGraph(t *testing.T) {
	turtle, jsonLD := described(t)
	a, b := readTurtle(t, turtle), readJSONLD(t, jsonLD)
	if len(a) < 300 {
		t.Errorf("only %d triples", len(a))
	}
	if diff := gocmp.Diff(a, b); diff != "" {
		t.Errorf("Turtle and JSON-LD (-Turtle +JSON-LD):\n%s", diff)
	}
}

// mandatory are the properties that DCAT-AP_IT asks of each class, and whether
// the value is an address or a literal.
var mandatory = map[string]map[string]string{
	"dcatapit:Catalog":         {"dct:title": "literal", "dct:description": "literal", "dct:publisher": "dcatapit:Agent", "dct:modified": "xsd:date", "dcat:dataset": "dcatapit:Dataset"},
	"dcatapit:Dataset":         {"dct:identifier": "literal", "dct:title": "literal", "dct:description": "literal", "dct:modified": "xsd:date", "dcat:theme": "link", "dct:rightsHolder": "dcatapit:Agent", "dct:accrualPeriodicity": "link", "dcat:distribution": "dcatapit:Distribution", "dcat:contactPoint": "dcatapit:Organization"},
	"dcatapit:Distribution":    {"dct:format": "link", "dcat:accessURL": "link", "dct:license": "dcatapit:LicenseDocument", "dcat:byteSize": "xsd:decimal", "spdx:checksum": "spdx:Checksum"},
	"dcatapit:Agent":           {"dct:identifier": "literal", "foaf:name": "literal"},
	"dcatapit:LicenseDocument": {"dct:type": "link"},
	"dcatapit:Organization":    {"vcard:fn": "literal", "vcard:hasEmail": "link"},
	"dct:PeriodOfTime":         {"dcatapit:startDate": "xsd:date"},
	"spdx:Checksum":            {"spdx:algorithm": "link", "spdx:checksumValue": "xsd:hexBinary"},
}

// second is the type of DCAT that each class of the profile has as well.
var second = map[string]string{
	"dcatapit:Catalog": "dcat:Catalog", "dcatapit:Dataset": "dcat:Dataset", "dcatapit:Distribution": "dcat:Distribution",
	"dcatapit:Agent": "foaf:Agent", "dcatapit:LicenseDocument": "dct:LicenseDocument", "dcatapit:Organization": "vcard:Organization",
}

func long(name string) string {
	prefix, rest, _ := strings.Cut(name, ":")
	for _, p := range prefixes {
		if p[0] == prefix {
			return "<" + p[1] + rest + ">"
		}
	}
	return name
}

// TestProfile: every class has what DCAT-AP_IT makes mandatory, with values of
// the right kind; dates and texts that may be there once are there once.
func TestProfile(t *testing.T) {
	turtle, _ := described(t)
	types, values := map[string][]string{}, map[string]map[string][]string{}
	for _, tr := range readTurtle(t, turtle) {
		if tr[1] == "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>" {
			types[tr[0]] = append(types[tr[0]], tr[2])
			continue
		}
		if values[tr[0]] == nil {
			values[tr[0]] = map[string][]string{}
		}
		values[tr[0]][tr[1]] = append(values[tr[0]][tr[1]], tr[2])
	}
	seen := map[string]int{}
	for subject, classes := range types {
		for class, properties := range mandatory {
			if !slices.Contains(classes, long(class)) {
				continue
			}
			seen[class]++
			if also := second[class]; also != "" && !slices.Contains(classes, long(also)) {
				t.Errorf("%s is a %s and no %s", subject, class, also)
			}
			for property, kind := range properties {
				got := values[subject][long(property)]
				if len(got) == 0 {
					t.Errorf("%s, a %s, has no %s", subject, class, property)
				}
				for _, v := range got {
					isLink := strings.HasPrefix(v, "<")
					ok := false
					switch {
					case kind == "literal":
						ok = !isLink
					case kind == "link":
						ok = isLink
					case strings.HasPrefix(kind, "xsd:"):
						ok = strings.HasSuffix(v, "^^"+long(kind))
					default:
						ok = slices.Contains(types[v], long(kind))
					}
					if !ok {
						t.Errorf("%s of %s is %s, want a %s", property, subject, v, kind)
					}
				}
			}
		}
	}
	want := map[string]int{"dcatapit:Catalog": 1, "dcatapit:Dataset": 2, "dcatapit:Distribution": 27, "dcatapit:Agent": 1,
		"dcatapit:LicenseDocument": 1, "dcatapit:Organization": 1, "dct:PeriodOfTime": 1, "spdx:Checksum": 27}
	if diff := gocmp.Diff(want, seen); diff != "" {
		t.Errorf("resources (-want +got):\n%s", diff)
	}
	// Nothing is both the ente and its office, and no address is written as a text.
	for subject, classes := range types {
		if slices.Contains(classes, long("dcatapit:Agent")) && slices.Contains(classes, long("dcatapit:Organization")) {
			t.Errorf("%s is ente and office at once", subject)
		}
		for property, all := range values[subject] {
			for _, v := range all {
				if strings.HasPrefix(v, `"http`) {
					t.Errorf("%s of %s is an address written as a text: %s", property, subject, v)
				}
				if strings.HasPrefix(v, "<") && !strings.Contains(v, ":") {
					t.Errorf("%s of %s is no absolute address: %s", property, subject, v)
				}
			}
		}
	}
}

// TestVocabularies: every term is of the vocabulary it is listed under, which
// says where and when it was read; every word of the data has one.
func TestVocabularies(t *testing.T) {
	all, err := vocabularies()
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range all {
		if v.Source == "" || !regexp.MustCompile(`^\d{4}-\d\d-\d\d$`).MatchString(v.Read) || len(v.Entries) == 0 {
			t.Errorf("%s does not say where it comes from: %+v", name, v)
		}
		for word, address := range v.Entries {
			if strings.HasPrefix(v.Address, "http://publications") && !strings.HasPrefix(address, v.Address+"/") {
				t.Errorf("%s, %q: %s is not of %s", name, word, address, v.Address)
			}
		}
	}
	for _, f := range []plan.Frequency{plan.FrequencyUnknown, plan.Annual, plan.Biannual, plan.Quarterly, plan.Irregular} {
		if all["frequenze"].Entries[f.String()] == "" {
			t.Errorf("frequency %q has no term", f)
		}
	}
	files, err := made(trial(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(files, File{MediaType: "text/turtle"}, File{MediaType: "application/ld+json"}, File{MediaType: "application/pdf"}, File{MediaType: typeZIP}) {
		if f.MediaType != typeCSVW && (all["formati"].Entries[f.MediaType] == "" || !strings.HasSuffix(all["tipi"].Entries[f.MediaType], f.MediaType)) {
			t.Errorf("%s has no term", f.MediaType)
		}
	}
}

// TestCatalogGaps: each thing that is missing is named, and nothing is written.
func TestCatalogGaps(t *testing.T) {
	whole := trial(t)
	if gaps := CatalogGaps(whole); len(gaps) > 0 {
		t.Fatalf("the trial project misses %q", gaps)
	}
	for want, spoil := range map[string]func(*Set, *plan.Municipality, *plan.Edition){
		"fittizio in ente.toml":       func(_ *Set, m *plan.Municipality, _ *plan.Edition) { m.Fictional = true },
		"confermato in ente.toml":     func(_ *Set, m *plan.Municipality, _ *plan.Edition) { m.Confirmed = false },
		"nome in ente.toml":           func(_ *Set, m *plan.Municipality, _ *plan.Edition) { m.Name = "" },
		"codice_ipa in ente.toml":     func(_ *Set, m *plan.Municipality, _ *plan.Edition) { m.IPACode = "" },
		"indirizzo in ente.toml":      func(s *Set, _ *plan.Municipality, _ *plan.Edition) { s.Base = "" },
		"email in ente.toml":          func(_ *Set, m *plan.Municipality, _ *plan.Edition) { m.Contacts.Email = "" },
		"stato in piano.toml":         func(_ *Set, _ *plan.Municipality, e *plan.Edition) { e.State = plan.Draft },
		"tipo e confermato":           func(_ *Set, _ *plan.Municipality, e *plan.Edition) { e.Act.Confirmed = false },
		"pubblicato in piano.toml":    func(_ *Set, _ *plan.Municipality, e *plan.Edition) { e.Published = tomldoc.Date{} },
		"aggiornato in piano.toml":    func(_ *Set, _ *plan.Municipality, e *plan.Edition) { e.Updated = tomldoc.Date{} },
		"tipo e confermato in piano.": func(_ *Set, _ *plan.Municipality, e *plan.Edition) { e.Act.Kind = plan.ActToVerify },
	} {
		s := trial(t)
		spoil(&s, s.Publication.Municipality, s.Edition)
		gaps := CatalogGaps(s)
		if len(gaps) != 1 || !strings.Contains(gaps[0], want) {
			t.Errorf("gaps are %q, want one with %q", gaps, want)
		}
		if turtle, jsonLD, err := Catalog(Entry{s, []Published{{Path: "2022/dati/progetti.csv", MediaType: typeCSV}}}); err == nil || turtle != nil || jsonLD != nil {
			t.Errorf("%s: a catalogue was written", want)
		}
	}
	for name, files := range map[string][]Published{"no files": nil, "no data": {{Path: "2022/dati/a.json", MediaType: typeCSVW}}, "an unknown type": {{Path: "a.exe", MediaType: "application/x-exe"}}} {
		if _, _, err := Catalog(Entry{whole, files}); err == nil {
			t.Errorf("%s: a catalogue was written", name)
		}
	}
	if _, _, err := Catalog(); err == nil {
		t.Error("a catalogue of nothing was written")
	}
}
