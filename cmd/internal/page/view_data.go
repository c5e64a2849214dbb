// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"path"
	"strings"

	"vetro/cmd/internal/dataset"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/route"
)

// A dataView is the data of dati.html: the open data of an edition.
type dataView struct {
	Layout
	Index      []Anchor
	Notice     string
	Whole      []Download
	Tables     []DataTable
	Dictionary Link
	Reading    string      // what the files have in common
	Precisions [][2]string // word and meaning
	Formula    string
	Licence    *Link
	Catalog    []Download
	Gaps       []string // what keeps the data out of the catalogue
	Metadata   []Download
	Verify     Link
}

// A DataTable is a table of the open data, with its files.
type DataTable struct {
	Name    string
	Title   string
	Meaning string
	Rows    string
	Files   []Download
}

// dataLabels name the forms of a table, by the end of the file's name.
var dataLabels = [][2]string{{".csv", "CSV"}, {"-excel.csv", "CSV per Excel"}, {".json", "JSON"}}

func (p page) dataPage() *dataView {
	e, d := p.edition, p.b.data[p.edition]
	const heading = "Dati aperti"
	v := &dataView{
		Layout: p.layout(heading, "Il piano in tabelle, da scaricare, controllare e riusare.",
			"I dati del piano per il lavoro agile da scaricare: CSV, Excel e JSON, con il significato di ogni campo.", step{heading, route.Data.At(e.ID)}),
		Notice:     d.set.Notice,
		Dictionary: Link{Label: "Il dizionario dei campi", Href: p.link(route.Dictionary.At(e.ID))},
		Reading:    dataset.FilesMeaning(),
		Precisions: dataset.PrecisionMeanings(),
		Formula:    dataset.FormulaNote,
		Gaps:       withoutKeys(d.gaps),
		Verify:     Link{Label: "Come verificare i file", Href: p.link(route.Verify.At())},
	}
	for _, form := range [][2]string{{".xlsx", "Tutto il piano in una cartella di lavoro per Excel o LibreOffice (XLSX, "}, {".json", "Tutto il piano in un file per i programmi (JSON, "}} {
		v.Whole = append(v.Whole, p.dataDownload(d.set.Name()+form[0], form[1]))
	}
	if name := d.set.ArchiveName(); d.file(name).Size > 0 {
		v.Whole = append(v.Whole, p.dataDownload(name, "Tutti i file in un archivio (ZIP, "))
	}
	if list, before := p.b.compared(e); before != nil {
		label := "Che cosa cambia rispetto all’edizione " + before.ID + " (CSV, "
		v.Whole = append(v.Whole, Download{label + italian.Size(len(changesCSV(list))) + ")", p.link("/" + changesFile(e))})
	}
	for _, t := range append(d.tables[:len(d.tables):len(d.tables)], dataset.Dictionary(d.tables)) {
		row := DataTable{Name: t.Name, Title: t.Title, Meaning: italian.Sentence(t.Meaning), Rows: italian.Digits(len(t.Rows))}
		for _, form := range dataLabels {
			row.Files = append(row.Files, p.dataDownload(t.Name+form[0], form[1]+" ("))
		}
		v.Tables = append(v.Tables, row)
	}
	for _, f := range d.files {
		if name := path.Base(f.Path); strings.HasSuffix(name, "-metadata.json") {
			v.Metadata = append(v.Metadata, p.dataDownload(name, strings.TrimSuffix(f.Title, ")")+", "))
		}
	}
	if d.set.Official() {
		v.Licence = &Link{Label: "CC BY 4.0", Href: p.link(route.Legal.At())}
	}
	if len(d.gaps) == 0 {
		for _, f := range p.b.catalog {
			label := "Catalogo in JSON-LD (DCAT-AP_IT, "
			if f.Path == route.CatalogTurtle {
				label = "Catalogo in Turtle (DCAT-AP_IT, "
			}
			v.Catalog = append(v.Catalog, Download{label + italian.Size(len(f.Data)) + ")", p.link("/" + f.Path)})
		}
	}
	v.Index = []Anchor{
		{"tutto", "Scarica tutto"}, {"tabelle", "Le tabelle"}, {"leggere", "Come si leggono"},
		{"licenza", "Licenza"}, {"metadati", "Per i cataloghi e i programmi"}, {"verificare", "Verificare i file"},
	}
	return v
}

// withoutKeys leaves out where each gap is filled, which is for who keeps the
// data: they stand at the end of it, in brackets.
func withoutKeys(gaps []string) []string {
	var out []string
	for _, g := range gaps {
		said, _, _ := strings.Cut(g, " (")
		out = append(out, said)
	}
	return out
}

// dataDownload is the file called name, with its size after label.
func (p page) dataDownload(name, label string) Download {
	d := p.b.data[p.edition]
	return Download{label + italian.Size(d.file(name).Size) + ")", p.link("/" + d.set.Folder() + name)}
}

// A dictionaryView is the data of dizionario.html: what each field of the open
// data means.
type dictionaryView struct {
	Layout
	Index  []Anchor
	Files  []Download
	Tables []DictionaryTable
}

// A DictionaryTable is the fields of one table.
type DictionaryTable struct {
	ID      string
	Title   string
	Meaning string
	Fields  []Field
}

// A Field is a column of the open data.
type Field struct {
	Name     string
	Meaning  string
	Kind     string // with the unit
	Allowed  string
	Required bool
}

func (p page) dictionaryPage() *dictionaryView {
	e, d := p.edition, p.b.data[p.edition]
	const heading = "Il dizionario dei campi"
	v := &dictionaryView{Layout: p.layout(heading, "Che cosa vuol dire ogni campo dei dati aperti.",
		"Il significato, il tipo e i valori di ogni campo dei dati aperti del piano per il lavoro agile.",
		step{"Dati aperti", route.Data.At(e.ID)}, step{heading, route.Dictionary.At(e.ID)})}
	for _, form := range dataLabels {
		v.Files = append(v.Files, p.dataDownload("dizionario"+form[0], "Il dizionario in "+form[1]+" ("))
	}
	dictionary := dataset.Dictionary(d.tables)
	meanings := dictionary.Rows // in the order of tables and columns
	for _, t := range d.tables {
		table := DictionaryTable{ID: "tabella-" + t.Name, Title: t.Title, Meaning: italian.Sentence(t.Meaning)}
		for i, c := range t.Columns {
			meaning, _ := meanings[i][dictionary.Column("significato")].(string)
			f := Field{Name: c.Name, Meaning: italian.Sentence(meaning), Kind: c.Kind.String(), Required: c.Required}
			if c.Unit != "" {
				f.Kind += ", " + c.Unit
			}
			if len(c.Allowed) > 0 {
				f.Allowed = italian.List(italian.Quoted(c.Allowed))
			}
			table.Fields = append(table.Fields, f)
		}
		meanings = meanings[len(t.Columns):]
		v.Tables = append(v.Tables, table)
		v.Index = append(v.Index, Anchor{table.ID, t.Title})
	}
	return v
}
