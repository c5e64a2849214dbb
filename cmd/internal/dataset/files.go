// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"fmt"

	"golang.org/x/sync/errgroup"
)

// A File is a file of the data set, before it is published at Set.Folder.
type File struct {
	Name      string // "progetti.csv"
	MediaType string // without parameters
	Title     string // Italian: what it holds and for whom
	Data      []byte
}

// Media types of the files.
const (
	typeCSV  = "text/csv"
	typeJSON = "application/json"
	typeCSVW = "application/csvm+json"
	typeXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	typeZIP  = "application/zip"
)

// maxLoose is how many bytes of text the files have together before they are
// offered as one archive too.
const maxLoose = 4 << 20

// Files makes every file of s that does not depend on the others: each table as
// CSV, CSV for Excel, JSON and the metadata of its CSV; the data dictionary; the
// whole as one JSON and one workbook; where they are large, one archive of all but
// the workbook, which is compressed already. What it returns has been read back and
// compared (see Agree). Catalog is left to who knows the checksums.
func Files(s Set) ([]File, error) {
	tables := Tables(s.Edition)
	dictionary := Dictionary(tables)
	all := append(tables[:len(tables):len(tables)], dictionary)
	// The workbook takes as long as all other files together.
	var workbook []byte
	var group errgroup.Group
	group.Go(func() (err error) {
		defer func() {
			if v := recover(); v != nil {
				err = fmt.Errorf("the workbook: %v", v)
			}
		}()
		workbook, err = Workbook(s, all)
		return err
	})
	out, err := textFiles(s, all)
	if failed := group.Wait(); err == nil {
		err = failed
	}
	if err != nil {
		return nil, err
	}
	loose := 0
	for _, f := range out {
		loose += len(f.Data)
	}
	if loose > maxLoose {
		all, err := zipped(out)
		if err != nil {
			return nil, err
		}
		out = append(out, File{s.ArchiveName(), typeZIP, "Tutti i file in un archivio", all})
	}
	return append(out, File{s.Name() + ".xlsx", typeXLSX, "Tutto il piano in una cartella di lavoro", workbook}), nil
}

// ArchiveName is the file with all others in it, which a small data set has not.
func (s Set) ArchiveName() string { return s.Name() + ".zip" }

// textFiles makes all files but the workbook.
func textFiles(s Set, tables []Table) ([]File, error) {
	var out []File
	add := func(name, mediaType, title string, data []byte) {
		out = append(out, File{name, mediaType, title, data})
	}
	for _, t := range tables {
		csv, excelCSV := CSV(t), ExcelCSV(t)
		json, err := JSON(t)
		if err != nil {
			return nil, fmt.Errorf("%s.json: %w", t.Name, err)
		}
		if err := Agree(t, csv, excelCSV, json); err != nil {
			return nil, err
		}
		described, err := CSVW(s, t)
		if err != nil {
			return nil, fmt.Errorf("%s.csv: %w", t.Name, err)
		}
		add(t.Name+".csv", typeCSV, t.Title, csv)
		add(t.Name+"-excel.csv", typeCSV, t.Title+", per aprirlo con Excel", excelCSV)
		add(t.Name+".json", typeJSON, t.Title+", per i programmi", json)
		add(t.Name+".csv-metadata.json", typeCSVW, "Descrizione di "+t.Name+".csv (CSV on the Web)", described)
	}
	group, err := CSVWGroup(s, tables)
	if err != nil {
		return nil, err
	}
	add(GroupMetadataName, typeCSVW, "Descrizione di tutti i file CSV (CSV on the Web)", group)
	whole, err := WholeJSON(s, tables)
	if err != nil {
		return nil, err
	}
	add(s.Name()+".json", typeJSON, "Tutto il piano in un file, per i programmi", whole)
	return out, nil
}
