// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// excelSuffix ends the name of a table made for spreadsheets: semicolons, and a
// byte-order mark, without which Excel misreads accents.
const excelSuffix = "-excel.csv"

var byteOrderMark = []byte("\ufeff")

// checkCSV holds that a table to take away is strict: RFC 4180, UTF-8, one
// heading, as many cells in every row, no blank line (AgID, Linee guida sui
// dati aperti, allegato B).
func (f *file) checkCSV(data []byte) {
	comma := byte(',')
	if strings.HasSuffix(f.path, excelSuffix) {
		comma = ';'
		var found bool
		if data, found = bytes.CutPrefix(data, byteOrderMark); !found {
			f.fault("file-csv", "il file per i fogli di calcolo non comincia con il segno che dice UTF-8")
		}
	} else if bytes.HasPrefix(data, byteOrderMark) {
		f.fault("file-csv", "il file comincia con un segno (BOM) che non è un dato")
	}
	if !utf8.Valid(data) {
		f.fault("file-csv", "il file non è in UTF-8")
		return
	}
	if bytes.IndexByte(data, 0) >= 0 {
		f.fault("file-csv", "nel file c'è un carattere nullo")
	}
	rows := 0
	var heading []string
	for len(data) > 0 {
		cells, rest, err := record4180(data, comma)
		if err != nil {
			f.fault("file-csv", "riga %d: %v", rows+1, err)
			return
		}
		rows++
		switch {
		case len(cells) == 1 && cells[0] == "":
			f.fault("file-csv", "la riga %d è vuota", rows)
		case rows == 1:
			heading = cells
			f.checkHeading(cells)
		case len(cells) != len(heading):
			f.fault("file-csv", "la riga %d ha %d celle, l'intestazione %d", rows, len(cells), len(heading))
			return
		}
		data = rest
	}
	if rows == 0 {
		f.fault("file-csv", "il file è vuoto: manca l'intestazione")
	}
}

func (f *file) checkHeading(cells []string) {
	seen := map[string]bool{}
	for _, c := range cells {
		if strings.TrimSpace(c) == "" || seen[c] {
			f.fault("file-csv", "nell'intestazione il nome %q è vuoto o c'è due volte", c)
		}
		seen[c] = true
	}
}

// record4180 reads the first record of data as RFC 4180 has it, which is
// stricter than readers are: lines end in CR LF, quotes enclose whole cells.
func record4180(data []byte, comma byte) (cells []string, rest []byte, err error) {
	for {
		var cell string
		if len(data) > 0 && data[0] == '"' {
			cell, data, err = quotedCell(data[1:])
			if err != nil {
				return nil, nil, err
			}
		} else {
			end := bytes.IndexAny(data, string(comma)+"\r\n\"")
			if end < 0 {
				return nil, nil, fmt.Errorf("l'ultima riga non finisce con CR LF")
			}
			cell, data = string(data[:end]), data[end:]
		}
		cells = append(cells, cell)
		switch {
		case bytes.HasPrefix(data, []byte("\r\n")):
			return cells, data[2:], nil
		case len(data) > 0 && data[0] == comma:
			data = data[1:]
		case len(data) == 0:
			return nil, nil, fmt.Errorf("l'ultima riga non finisce con CR LF")
		case data[0] == '"':
			return nil, nil, fmt.Errorf("ci sono virgolette in mezzo a una cella")
		case data[0] == '\n' || data[0] == '\r':
			return nil, nil, fmt.Errorf("la riga non finisce con CR LF")
		default:
			return nil, nil, fmt.Errorf("dopo le virgolette che chiudono una cella c'è altro")
		}
	}
}

// quotedCell reads a cell after its opening quote.
func quotedCell(data []byte) (cell string, rest []byte, err error) {
	var b strings.Builder
	for {
		end := bytes.IndexByte(data, '"')
		if end < 0 {
			return "", nil, fmt.Errorf("le virgolette di una cella non si chiudono")
		}
		b.Write(data[:end])
		data = data[end+1:]
		if len(data) == 0 || data[0] != '"' {
			return b.String(), data, nil
		}
		b.WriteByte('"')
		data = data[1:]
	}
}
