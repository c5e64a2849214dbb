// SPDX-License-Identifier: EUPL-1.2

// Package transparency knows what the law fixes about the section
// Amministrazione trasparente: the names of its sub-sections and how long what
// is published there stays online.
//
// The annex to D.Lgs. 33/2013 wants the sub-sections of the first and second
// level to be "named exactly" as in its table, which ANAC has brought up to date
// with delibera 1310/2016. The names are data: see sezioni.tsv and its header.
package transparency

import (
	_ "embed"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Root is the name of the section itself, which Section.Labels leaves out.
const Root = "Amministrazione trasparente"

//go:embed sezioni.tsv
var table string

// A Section is a sub-section of Amministrazione trasparente.
type Section struct {
	Code   string   // of the official vocabulary, for example "21.04"
	Labels []string // its official name and, before it, that of the one it stands in: one or two
	Norm   string   // what obliges to it, "" where the vocabulary does not say
}

// sections holds each official name, the proposed one of a code first.
var sections = parse(table)

func parse(table string) []Section {
	var list []Section
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			continue // a test counts the rows
		}
		s := Section{Code: cells[0], Labels: []string{cells[1]}, Norm: cells[4]}
		if cells[2] != "" {
			s.Labels = append(s.Labels, cells[2])
		}
		list = append(list, s)
	}
	return list
}

// Lookup returns the sub-section with exactly these labels, outermost first and
// without Root. Only the way an apostrophe is drawn and how an accent is encoded
// count for nothing. What stands below the second level has names of the ente's
// own: labels may go on after those of the section.
func Lookup(labels []string) (Section, bool) {
	want := make([]string, min(len(labels), 2))
	for i := range want {
		want[i] = plain(labels[i])
	}
	for _, s := range sections {
		if len(want) > 0 && slices.Equal(s.Labels, want) {
			s.Labels = slices.Clone(s.Labels)
			return s, true
		}
	}
	return Section{}, false
}

func plain(label string) string {
	return strings.ReplaceAll(norm.NFC.String(label), "’", "'")
}
