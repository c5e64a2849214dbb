// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"encoding/json"
	"html/template"
	"strings"
	"testing"

	"vetro/cmd/internal/plan"
)

// TestSchemaDataset: the Dataset has what search engines ask for, names nobody
// without leave, and has no address while the base is not known.
func TestSchemaDataset(t *testing.T) {
	for name, s := range sets(t) {
		files, err := made(s)
		if err != nil {
			t.Fatal(err)
		}
		data, err := Script(Dataset(s, published(s, files)))
		if err != nil {
			t.Fatal(err)
		}
		var d map[string]any
		if err := json.Unmarshal(data, &d); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"@context", "@type", "name", "description", "inLanguage", "temporalCoverage", "isAccessibleForFree", "keywords", "variableMeasured"} {
			if d[key] == nil || d[key] == "" {
				t.Errorf("%s: no %s", name, key)
			}
		}
		for key, want := range map[string]bool{
			"license": s.Official(), "creator": s.Official(), "identifier": s.Official() && s.Publication.Municipality.IPACode != "", "distribution": s.Base != "", "url": s.Base != "", "@id": s.Base != "",
			"dateModified": !s.Edition.Updated.IsZero(), "datePublished": !s.Edition.Published.IsZero(),
		} {
			if got := d[key] != nil; got != want {
				t.Errorf("%s: has %s: %v, want %v", name, key, got, want)
			}
		}
		if s.Notice != "" && !strings.HasPrefix(d["description"].(string), s.Notice) {
			t.Errorf("%s: the description does not say that it is not official: %v", name, d["description"])
		}
		if n := len(d["description"].(string)); n < 50 || n > 5000 {
			t.Errorf("%s: the description has %d bytes, want 50 to 5000", name, n)
		}
		if list, ok := d["distribution"].([]any); ok {
			for _, item := range list {
				if u, _ := item.(map[string]any)["contentUrl"].(string); !strings.HasPrefix(u, s.Base+s.Folder()) {
					t.Errorf("%s: contentUrl is %q", name, u)
				}
			}
			if len(list) != 8*3+2 {
				t.Errorf("%s: %d distributions, want %d", name, len(list), 8*3+2)
			}
		}
	}
}

// TestNoAddress: without a base nothing in the values is an address of ours.
func TestNoAddress(t *testing.T) {
	s := trial(t)
	base := s.Base
	s.Base = ""
	for _, v := range []any{Dataset(s, []Published{{Path: "2022/dati/progetti.csv"}}), WebPage(s, "Titolo", "Testo.", "", []Crumb{{"Home", ""}}), Breadcrumb([]Crumb{{"Home", ""}})} {
		data, err := Script(v)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), base) || strings.Contains(string(data), `"item"`) || strings.Contains(string(data), `"@id"`) || strings.Contains(string(data), "2022/dati") {
			t.Errorf("%s has an address", data)
		}
	}
}

// TestScriptIsSafe: no text ends the element it stands in, and html/template
// leaves the bytes as they are.
func TestScriptIsSafe(t *testing.T) {
	evil := "</script><script>alert(1)</script><!-- & \u2028"
	s := trial(t)
	s.Edition.Title, s.Notice = evil, evil
	data, err := Script(WebPage(s, evil, evil, "https://www.comune.prova.example/", []Crumb{{evil, ""}}))
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(string(data), "<>&\u2028") {
		t.Errorf("%s is not safe", data)
	}
	var page SchemaPage
	if err := json.Unmarshal(data, &page); err != nil || page.Name != evil {
		t.Errorf("the name is %q, %v", page.Name, err)
	}
	var b strings.Builder
	page2 := template.Must(template.New("").Parse(`<script type="application/ld+json">{{.}}</script>`))
	if err := page2.Execute(&b, template.JS(data)); err != nil {
		t.Fatal(err)
	}
	if want := `<script type="application/ld+json">` + string(data) + `</script>`; b.String() != want {
		t.Errorf("html/template wrote\n%s, want\n%s", b.String(), want)
	}
}

// TestOfficial: one thing that is not confirmed, and nothing speaks in the name
// of the ente.
func TestOfficial(t *testing.T) {
	if !trial(t).Official() {
		t.Error("the trial project is not official")
	}
	for name, spoil := range map[string]func(*plan.Municipality, *plan.Edition){
		"ente":     func(m *plan.Municipality, _ *plan.Edition) { m.Confirmed = false },
		"invented": func(m *plan.Municipality, _ *plan.Edition) { m.Fictional = true },
		"act":      func(_ *plan.Municipality, e *plan.Edition) { e.Act.Confirmed = false },
		"draft":    func(_ *plan.Municipality, e *plan.Edition) { e.State = plan.Draft },
	} {
		s := trial(t)
		spoil(s.Publication.Municipality, s.Edition)
		if s.Official() || Organization(s) != nil || Dataset(s, nil).Licence != "" || WebPage(s, "", "", "", nil).Publisher != nil {
			t.Errorf("%s: official all the same", name)
		}
	}
}

// TestBreadcrumb: a step without an address is left out, and the others are
// numbered without a hole.
func TestBreadcrumb(t *testing.T) {
	b := Breadcrumb([]Crumb{{"Home", "https://a.example/"}, {"Dati ulteriori", ""}, {"Piano", "https://a.example/2022/"}})
	if len(b.Items) != 2 || b.Items[1].Position != 2 || b.Items[1].Name != "Piano" || b.Items[0].Item == "" {
		t.Errorf("Breadcrumb = %+v", b.Items)
	}
}
