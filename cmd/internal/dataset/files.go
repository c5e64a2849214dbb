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

// Files makes every file of s but Catalog, which needs the checksums of them all:
// each of tables as CSV, CSV for Excel, JSON and the metadata of its CSV, and the
// data dictionary likewise; the whole as one JSON and one workbook; where they are
// large, one archive of all but the workbook, which is compressed already. Each is
// handed to emit as soon as it is made, read back and compared (see Agree), and is
// not kept.
func Files(s Set, tables []Table, emit func(File) error) error {
	all := append(tables[:len(tables):len(tables)], Dictionary(tables))
	// The workbook takes as long as the tables together.
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
	var packed archive
	add := func(files ...File) error {
		for _, f := range files {
			if err := packed.add(f); err != nil {
				return err
			}
			if err := emit(f); err != nil {
				return err
			}
		}
		return nil
	}
	if err := tableFiles(s, all, add); err != nil {
		return err // the workbook ends by itself: nobody waits for it
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if err := wholeFiles(s, all, add); err != nil {
		return err
	}
	if data, err := packed.close(); err != nil {
		return err
	} else if data != nil {
		if err := emit(File{s.ArchiveName(), typeZIP, "Tutti i file in un archivio", data}); err != nil {
			return err
		}
	}
	return emit(File{s.Name() + ".xlsx", typeXLSX, "Tutto il piano in una cartella di lavoro", workbook})
}

// ArchiveName is the file with all others in it, which a small data set has not.
func (s Set) ArchiveName() string { return s.Name() + ".zip" }

// tableFiles makes the files of each table.
func tableFiles(s Set, tables []Table, add func(...File) error) error {
	for _, t := range tables {
		csv, excelCSV := CSV(t), ExcelCSV(t)
		json, err := JSON(t)
		if err != nil {
			return fmt.Errorf("%s.json: %w", t.Name, err)
		}
		if err := Agree(t, csv, excelCSV, json); err != nil {
			return err
		}
		described, err := CSVW(s, t)
		if err != nil {
			return fmt.Errorf("%s.csv: %w", t.Name, err)
		}
		if err := add(
			File{t.Name + ".csv", typeCSV, t.Title, csv},
			File{t.Name + "-excel.csv", typeCSV, t.Title + ", per aprirlo con Excel", excelCSV},
			File{t.Name + ".json", typeJSON, t.Title + ", per i programmi", json},
			File{t.Name + ".csv-metadata.json", typeCSVW, "Descrizione di " + t.Name + ".csv (CSV on the Web)", described},
		); err != nil {
			return err
		}
	}
	return nil
}

// wholeFiles makes the files that say something of all tables.
func wholeFiles(s Set, tables []Table, add func(...File) error) error {
	group, err := CSVWGroup(s, tables)
	if err != nil {
		return err
	}
	whole, err := WholeJSON(s, tables)
	if err != nil {
		return err
	}
	return add(
		File{GroupMetadataName, typeCSVW, "Descrizione di tutti i file CSV (CSV on the Web)", group},
		File{s.Name() + ".json", typeJSON, "Tutto il piano in un file, per i programmi", whole},
	)
}
