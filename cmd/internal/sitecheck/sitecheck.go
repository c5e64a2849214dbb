// SPDX-License-Identifier: EUPL-1.2

// Package sitecheck proves of a built site what every page promises: links and
// fragments lead somewhere, nothing comes from elsewhere, no style or script
// hides in the markup, what is seen can be told apart and followed by ear, the
// law's labels, dates and texts are there, search engines are let in, files to
// take away are what they say they are.
//
// It reads only the files, so it judges a site whoever made it. Most of what it
// finds is a defect of the program: content that could cause such a fault is
// reported before, where it was written. The rest, a doubt that content can
// raise, is a warning.
package sitecheck

import (
	"cmp"
	"fmt"
	"go/token"
	"io/fs"
	"slices"

	"vetro/cmd/internal/diag"
)

// A Fault is one broken promise.
type Fault struct {
	Path     string        // of the file in the site
	Code     string        // one of diag.Codes, of group diag.SiteFiles
	Severity diag.Severity // Error: a defect of the program; Warning: content can cause it
	Message  string        // Italian
}

// String returns the one-line form "percorso: messaggio [codice]".
func (f Fault) String() string { return fmt.Sprintf("%s: %s [%s]", f.Path, f.Message, f.Code) }

// Diagnostic returns f as every other fault is reported. Its place is the file
// of the site.
func (f Fault) Diagnostic() diag.Diagnostic {
	d := diag.Diagnostic{
		Pos:      token.Position{Filename: f.Path},
		Severity: f.Severity,
		Code:     f.Code,
		Message:  f.Message,
	}
	if f.Severity == diag.Error {
		d.Hint = "è un difetto di vetro, non dei tuoi dati: segnalalo con la riga qui sopra"
	}
	return d
}

// newFault makes a fault of the severity that its code has.
func newFault(path, code, format string, args ...any) Fault {
	known, _ := diag.Lookup(code)
	return Fault{Path: path, Code: code, Severity: known.Severity, Message: fmt.Sprintf(format, args...)}
}

// Check returns the defects of site: what Audit finds of severity Error. Where
// there is one the site must not be written.
func Check(site fs.FS) ([]Fault, error) {
	all, err := Audit(site)
	return slices.DeleteFunc(all, func(f Fault) bool { return f.Severity != diag.Error }), err
}

// Audit returns all that is wrong with site, defects and doubts, sorted by path
// and in the order of the page. What is wrong in the same words on many pages is
// told once, for the first, with their number. The error is that of reading site.
func Audit(site fs.FS) ([]Fault, error) {
	s, err := read(site)
	if err != nil {
		return nil, err
	}
	var out []Fault
	for _, p := range s.pages {
		p.checkLinks(s)
		out = append(out, p.faults...)
	}
	for _, f := range s.files {
		out = append(out, f.faults...)
	}
	for _, check := range []func() []Fault{
		s.checkHeads, s.checkCanonical, s.checkSitemap, s.checkRecords, s.checkPlacement, s.checkBands,
		s.checkSequences, s.checkLegalText, s.checkStyles, s.checkColours, s.checkWeight, s.checkListings,
	} {
		out = append(out, check()...)
	}
	slices.SortStableFunc(out, func(a, b Fault) int { return cmp.Compare(a.Path, b.Path) })
	return gather(out), nil
}

// gather tells once what several files have in the same words.
func gather(faults []Fault) []Fault {
	first := map[string]int{} // index in out
	files := map[string]map[string]bool{}
	var out []Fault
	for _, f := range faults {
		key := f.Code + " " + f.Message
		if _, found := first[key]; !found {
			first[key], files[key] = len(out), map[string]bool{}
			out = append(out, f)
		}
		files[key][f.Path] = true
	}
	for key, i := range first {
		switch n := len(files[key]) - 1; {
		case n == 1:
			out[i].Message += " (e così in un altro file)"
		case n > 1:
			out[i].Message += fmt.Sprintf(" (e così in altri %d file)", n)
		}
	}
	return out
}
