// SPDX-License-Identifier: EUPL-1.2

// Package sitecheck proves of a built site what content and data could break:
// links and fragments lead somewhere, no id is there twice, headings, lists,
// tables and names can be followed by ear, nothing runs in a page, the law's
// labels, dates and texts are there, files to take away are what they say they
// are.
//
// It reads only the files, so it judges a site whoever made it, and one file at
// a time: Parse and CheckPage for a page, CheckFile for any other, then
// CheckSite on the records that are left of the pages. Audit does all of it for
// a folder. What only our own templates and style sheets decide, such as
// contrast, is held by the tests of this package and not looked at here.
package sitecheck

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/token"
	"io/fs"
	"path"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"vetro/cmd/internal/diag"
)

// A Fault is one broken promise.
type Fault struct {
	Path     string        // of the file in the site
	Code     string        // one of diag.Codes, of group diag.SiteFiles
	Severity diag.Severity // Error: a defect of the program, unless Hint says what else; Warning and Incomplete: content can cause it
	Message  string        // Italian
	Hint     string        // what to do; "" for that of the severity
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
		Hint:     f.Hint,
	}
	if f.Severity == diag.Error && f.Hint == "" {
		d.Hint = "è un difetto di vetro, non dei tuoi dati: segnalalo con la riga qui sopra"
	}
	return d
}

// newFault makes a fault of the severity that its code has.
func newFault(path, code, format string, args ...any) Fault {
	return Fault{Path: path, Code: code, Severity: diag.SeverityOf(code), Message: fmt.Sprintf(format, args...)}
}

// Gather sorts faults by path and tells once, for the first, what several files
// have in the same words. Faults of one file keep their order.
func Gather(faults []Fault) []Fault {
	faults = slices.Clone(faults)
	slices.SortStableFunc(faults, func(a, b Fault) int { return cmp.Compare(a.Path, b.Path) })
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

// Audit returns all that is wrong with a site, gathered. The error is that of
// reading it.
func Audit(site fs.FS) ([]Fault, error) {
	var names []string
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("walking the site: %w", err)
	}
	var frames Frames
	read := make([]*seen, len(names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		group.Go(func() (err error) {
			read[i], err = see(site, name, &frames)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	var out []Fault
	var pages []Record
	var files []File
	for _, s := range read {
		out = append(out, s.faults...)
		files = append(files, s.file)
		if s.page != nil {
			pages = append(pages, *s.page)
		}
	}
	return Gather(append(out, CheckSite(pages, files)...)), nil
}

// A seen file is one that Audit has judged.
type seen struct {
	file   File
	page   *Record // nil of another file
	faults []Fault
}

func see(site fs.FS, name string, frames *Frames) (s *seen, err error) {
	// A panic in a goroutine would end the program, past every handler.
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("checking %s: %v", name, v)
		}
	}()
	data, err := fs.ReadFile(site, name)
	if err != nil {
		return nil, fmt.Errorf("reading the site: %w", err)
	}
	sum := sha256.Sum256(data)
	s = &seen{file: File{Path: name, Size: len(data), SHA256: hex.EncodeToString(sum[:])}}
	if Kept(name) {
		s.file.Text = data
	}
	if path.Ext(name) == ".html" && !given(name) {
		record, faults := CheckPage(frames.Parse(name, data))
		s.page, s.faults = &record, faults
	} else {
		s.faults = CheckFile(name, data)
	}
	return s, nil
}
