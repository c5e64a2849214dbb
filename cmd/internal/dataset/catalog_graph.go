// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"fmt"
	"net/url"
	"path"
	"strconv"

	"vetro/cmd/internal/tomldoc"
)

// A catalogue is the graph of Catalog while it is made.
type catalogue struct {
	words map[string]vocabulary
	base  string
	graph graph
}

// entry returns the address that word has in a vocabulary.
func (c *catalogue) entry(vocabulary, word string) term {
	return link(c.words[vocabulary].Entries[word])
}

// The addresses of what all datasets share. That of the ente and that of its
// office differ: they are two things.
func (c *catalogue) agent() term   { return link(c.base + "#ente") }
func (c *catalogue) contact() term { return link(c.base + "#contatto") }
func (c *catalogue) licence() term { return c.entry("licenze", "CC BY 4.0") }

func calendar(d tomldoc.Date) term { return typed(d.String(), "xsd:date") }

func (c *catalogue) fill(entries []Entry) error {
	m := entries[0].Set.Publication.Municipality
	first, last := entries[0].Set.Edition.Published, entries[0].Set.Edition.Updated
	for _, e := range entries {
		if d := e.Set.Edition.Published; d.Compare(first) < 0 {
			first = d
		}
		if d := e.Set.Edition.Updated; d.Compare(last) > 0 {
			last = d
		}
	}
	catalog := resource{id: c.base + "#catalogo", types: []string{"dcatapit:Catalog", "dcat:Catalog"}}
	catalog.say("dct:title", italian("I dati del lavoro agile, "+m.Name))
	catalog.say("dct:description", italian("I dati aperti dei piani per il lavoro agile, un insieme per ogni edizione."))
	catalog.say("dct:publisher", c.agent())
	catalog.say("dct:issued", calendar(first))
	catalog.say("dct:modified", calendar(last))
	catalog.say("dct:language", c.entry("lingue", "it"))
	catalog.say("foaf:homepage", link(c.base))
	catalog.say("dcat:themeTaxonomy", link(c.words["temi"].Address))
	for _, e := range entries {
		catalog.say("dcat:dataset", link(e.Set.address(e.Set.Folder())+"#dataset"))
	}
	c.graph = append(c.graph, catalog)
	for _, e := range entries {
		if err := c.dataset(e); err != nil {
			return err
		}
	}
	c.common(entries[0].Set)
	return nil
}

// dataset adds an edition.
func (c *catalogue) dataset(entry Entry) error {
	s := entry.Set
	m, e := s.Publication.Municipality, s.Edition
	here := s.address(s.Folder())
	d := resource{id: here + "#dataset", types: []string{"dcatapit:Dataset", "dcat:Dataset"}}
	d.say("dct:identifier", plain(s.identifier()))
	d.say("dct:title", italian(s.Title()+", "+m.Name))
	d.say("dct:description", italian(s.description()))
	d.say("dct:issued", calendar(e.Published))
	d.say("dct:modified", calendar(e.Updated))
	d.say("dcat:theme", c.entry("temi", "governo"))
	d.say("dct:rightsHolder", c.agent())
	d.say("dct:publisher", c.agent())
	d.say("dct:creator", c.agent())
	d.say("dcat:contactPoint", c.contact())
	d.say("dct:accrualPeriodicity", c.entry("frequenze", e.Frequency.String()))
	d.say("dct:language", c.entry("lingue", "it"))
	d.say("dcat:landingPage", link(here))
	for _, k := range keywords {
		d.say("dcat:keyword", italian(k))
	}
	var rest graph
	if !e.Act.Date.IsZero() {
		period := resource{id: here + "#periodo", types: []string{"dct:PeriodOfTime"}}
		period.say("dcatapit:startDate", calendar(e.Act.Date))
		if !e.InForceUntil.IsZero() {
			period.say("dcatapit:endDate", calendar(e.InForceUntil))
		}
		d.say("dct:temporal", link(period.id))
		rest = append(rest, period)
	}
	for _, f := range entry.Files {
		if f.MediaType == typeCSVW {
			continue
		}
		distribution, sum, err := c.distribution(s, f)
		if err != nil {
			return err
		}
		d.say("dcat:distribution", link(distribution.id))
		rest = append(rest, distribution, sum)
	}
	if len(rest) == 0 || rest[len(rest)-1].types[0] != "spdx:Checksum" {
		return fmt.Errorf("edition %s has no files", e.ID)
	}
	c.graph = append(append(c.graph, d), rest...)
	return nil
}

// distribution describes a file and its checksum.
func (c *catalogue) distribution(s Set, f Published) (d, sum resource, err error) {
	format := c.entry("formati", f.MediaType)
	if format.link == "" {
		return d, sum, fmt.Errorf("%s: the vocabulary has no entry for %s", f.Path, f.MediaType)
	}
	here, name := s.address(s.Folder()), path.Base(f.Path)
	d = resource{id: here + "#" + url.PathEscape(name), types: []string{"dcatapit:Distribution", "dcat:Distribution"}}
	d.say("dct:title", italian(f.Title))
	d.say("dct:description", italian(f.Title+": il file "+name+" dell’edizione "+s.Edition.ID+"."))
	d.say("dct:format", format)
	d.say("dcat:mediaType", c.entry("tipi", f.MediaType))
	d.say("dcat:accessURL", link(here))
	d.say("dcat:downloadURL", link(s.address(f.Path)))
	d.say("dct:license", c.licence())
	d.say("dct:modified", calendar(s.Edition.Updated))
	d.say("dcat:byteSize", typed(strconv.Itoa(f.Size), "xsd:decimal"))
	sum = resource{id: d.id + "-sha256", types: []string{"spdx:Checksum"}}
	sum.say("spdx:algorithm", c.entry("impronte", "sha256"))
	sum.say("spdx:checksumValue", typed(f.SHA256, "xsd:hexBinary"))
	d.say("spdx:checksum", link(sum.id))
	return d, sum, nil
}

// common adds the ente, its office and the licence.
func (c *catalogue) common(s Set) {
	m := s.Publication.Municipality
	office := m.Office
	if office == "" {
		office = m.Name
	}
	agent := resource{id: c.agent().link, types: []string{"dcatapit:Agent", "foaf:Agent"}}
	agent.say("dct:identifier", plain(m.IPACode))
	agent.say("foaf:name", italian(m.Name))
	contact := resource{id: c.contact().link, types: []string{"dcatapit:Organization", "vcard:Organization", "vcard:Kind"}}
	contact.say("vcard:fn", italian(office))
	contact.say("vcard:hasEmail", link("mailto:"+m.Contacts.Email))
	contact.say("vcard:hasURL", link(m.Links.Site))
	licence := resource{id: c.licence().link, types: []string{"dcatapit:LicenseDocument", "dct:LicenseDocument"}}
	licence.say("dct:type", c.entry("licenze", "tipo"))
	licence.say("foaf:name", italian(licenceName))
	licence.say("owl:versionInfo", plain("4.0"))
	c.graph = append(c.graph, agent, contact, licence)
}
