// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"vetro/cmd/internal/plan"
)

// Values of schema.org that pages carry as JSON-LD. Only absolute addresses are
// of use to who reads a page elsewhere: while the base address is not known,
// what needs one is left out.
type (
	// SchemaDataset is a schema.org Dataset.
	SchemaDataset struct {
		Context      string               `json:"@context"`
		Type         string               `json:"@type"`
		ID           string               `json:"@id,omitempty"`
		Name         string               `json:"name"`
		Description  string               `json:"description"`
		URL          string               `json:"url,omitempty"`
		Identifier   string               `json:"identifier,omitempty"`
		Language     string               `json:"inLanguage"`
		Published    string               `json:"datePublished,omitempty"`
		Modified     string               `json:"dateModified,omitempty"`
		Temporal     string               `json:"temporalCoverage,omitempty"`
		Licence      string               `json:"license,omitempty"`
		Free         bool                 `json:"isAccessibleForFree"`
		Creator      *SchemaOrganization  `json:"creator,omitempty"`
		Keywords     []string             `json:"keywords"`
		Measured     []SchemaVariable     `json:"variableMeasured"`
		Distribution []SchemaDataDownload `json:"distribution,omitempty"`
	}
	// SchemaVariable is a schema.org PropertyValue: a number of the data.
	SchemaVariable struct {
		Type        string `json:"@type"`
		Name        string `json:"name"`
		Description string `json:"description"`
		Unit        string `json:"unitText,omitempty"`
	}
	// SchemaDataDownload is a schema.org DataDownload.
	SchemaDataDownload struct {
		Type     string `json:"@type"`
		Name     string `json:"name"`
		Format   string `json:"encodingFormat"`
		Size     string `json:"contentSize"`
		SHA256   string `json:"sha256"`
		URL      string `json:"contentUrl"`
		Modified string `json:"dateModified,omitempty"`
	}
	// SchemaOrganization is a schema.org GovernmentOrganization.
	SchemaOrganization struct {
		Context    string            `json:"@context,omitempty"`
		Type       string            `json:"@type"`
		Name       string            `json:"name"`
		Identifier *SchemaIdentifier `json:"identifier,omitempty"`
		URL        string            `json:"url,omitempty"`
		Email      string            `json:"email,omitempty"`
		Address    string            `json:"address,omitempty"`
	}
	// SchemaIdentifier is a schema.org PropertyValue: a code.
	SchemaIdentifier struct {
		Type  string `json:"@type"`
		ID    string `json:"propertyID"`
		Value string `json:"value"`
	}
	// SchemaBreadcrumb is a schema.org BreadcrumbList.
	SchemaBreadcrumb struct {
		Context string        `json:"@context,omitempty"`
		Type    string        `json:"@type"`
		Items   []SchemaCrumb `json:"itemListElement"`
	}
	// SchemaCrumb is a schema.org ListItem.
	SchemaCrumb struct {
		Type     string `json:"@type"`
		Position int    `json:"position"`
		Name     string `json:"name"`
		Item     string `json:"item,omitempty"`
	}
	// SchemaPage is a schema.org WebPage.
	SchemaPage struct {
		Context     string              `json:"@context"`
		Type        string              `json:"@type"`
		ID          string              `json:"@id,omitempty"`
		URL         string              `json:"url,omitempty"`
		Name        string              `json:"name"`
		Description string              `json:"description,omitempty"`
		Language    string              `json:"inLanguage"`
		Published   string              `json:"datePublished,omitempty"`
		Modified    string              `json:"dateModified,omitempty"`
		Licence     string              `json:"license,omitempty"`
		Publisher   *SchemaOrganization `json:"publisher,omitempty"`
		Breadcrumb  *SchemaBreadcrumb   `json:"breadcrumb,omitempty"`
	}
)

const schemaOrg = "https://schema.org"

// A Crumb is a step of the way to a page. Address is absolute, or "".
type Crumb struct{ Label, Address string }

// Script writes one of the values above so that it can stand inside
// <script type="application/ld+json">: every <, > and & is escaped, so no text
// can end the element. html/template takes that element for JavaScript: hand
// the bytes to it as template.JS, or it will escape them again.
func Script(v any) ([]byte, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("writing JSON-LD: %w", err)
	}
	return data, nil
}

// Dataset describes the data of s, of which files have been published.
func Dataset(s Set, files []Published) SchemaDataset {
	e := s.Edition
	d := SchemaDataset{
		Context: schemaOrg, Type: "Dataset", Name: s.Title(), Description: s.described(), Language: "it",
		Published: e.Published.String(), Modified: e.Updated.String(), Temporal: temporal(e), Free: true,
		Keywords: keywords, Measured: []SchemaVariable{},
	}
	if s.Base != "" {
		d.URL = s.address(s.Folder())
		d.ID = d.URL + "#dataset"
		for _, f := range files {
			if f.MediaType == typeCSVW {
				continue
			}
			d.Distribution = append(d.Distribution, SchemaDataDownload{
				Type: "DataDownload", Name: f.Title + " (" + path.Base(f.Path) + ")", Format: f.MediaType, Size: fmt.Sprint(f.Size, " byte"),
				SHA256: f.SHA256, URL: s.address(f.Path), Modified: e.Updated.String(),
			})
		}
	}
	if s.Official() {
		d.Licence, d.Creator, d.Identifier = licenceAddress, Organization(s), s.identifier()
		d.Creator.Context = ""
	}
	for _, f := range plan.FigureMeanings() {
		if strings.Contains(f.Name, "<") {
			continue // a family: as many numbers as there are settori or projects
		}
		d.Measured = append(d.Measured, SchemaVariable{"PropertyValue", f.Name, f.Meaning, f.Unit})
	}
	return d
}

// described is the description for who does not see the page: what is not
// official says so first.
func (s Set) described() string {
	if s.Notice == "" {
		return s.description()
	}
	return s.Notice + " " + s.description()
}

// temporal is the time that the plan covers: from its act to the end of its
// effects, or its year.
func temporal(e *plan.Edition) string {
	if e.Act.Date.IsZero() {
		return e.ID
	}
	if e.InForceUntil.IsZero() {
		return e.Act.Date.String() + "/.."
	}
	return e.Act.Date.String() + "/" + e.InForceUntil.String()
}

// Organization describes who publishes; nil unless it may be named.
func Organization(s Set) *SchemaOrganization {
	if !s.Official() {
		return nil
	}
	m := s.Publication.Municipality
	o := &SchemaOrganization{
		Context: schemaOrg, Type: "GovernmentOrganization", Name: m.Name, URL: m.Links.Site,
		Email: m.Contacts.Email, Address: m.Contacts.Address,
	}
	if m.IPACode != "" {
		o.Identifier = &SchemaIdentifier{"PropertyValue", "IPA", m.IPACode}
	}
	return o
}

// Breadcrumb describes the way to a page by the steps that have an address:
// search engines refuse a way with one that has none.
func Breadcrumb(crumbs []Crumb) SchemaBreadcrumb {
	b := SchemaBreadcrumb{Context: schemaOrg, Type: "BreadcrumbList", Items: []SchemaCrumb{}}
	for _, c := range crumbs {
		if c.Address == "" {
			continue
		}
		b.Items = append(b.Items, SchemaCrumb{"ListItem", len(b.Items) + 1, c.Label, c.Address})
	}
	return b
}

// WebPage describes a page of the edition of s. Address is absolute, or "".
func WebPage(s Set, title, description, address string, crumbs []Crumb) SchemaPage {
	p := SchemaPage{
		Context: schemaOrg, Type: "WebPage", ID: address, URL: address, Name: title, Description: description, Language: "it",
		Published: s.Edition.Published.String(), Modified: s.Edition.Updated.String(),
	}
	if s.Official() {
		p.Licence, p.Publisher = licenceAddress, Organization(s)
		p.Publisher.Context = ""
	}
	if len(crumbs) > 0 {
		b := Breadcrumb(crumbs)
		b.Context = ""
		if len(b.Items) > 0 {
			p.Breadcrumb = &b
		}
	}
	return p
}
