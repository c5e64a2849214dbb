// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

const (
	home     = "index.html" // shows an edition that has a page of its own
	notFound = "404.html"   // shown by a server at any depth
)

// A site is what the checks need of all the files, read once.
type site struct {
	files  []*file          // sorted by path
	byPath map[string]*file //
	pages  []*page          // sorted by path
	byName map[string]*page
	styles map[string]*stylesheet // by path
	looks  *looks
}

// A file is one of the site, its content already judged and let go.
type file struct {
	path   string
	size   int
	sum    string // SHA-256, hexadecimal
	text   []byte // of the few files that are compared with others
	page   *page
	style  *stylesheet
	faults []Fault
}

func (f *file) fault(code, format string, args ...any) {
	f.faults = append(f.faults, newFault(f.path, code, format, args...))
}

// read reads every file, several at a time.
func read(fsys fs.FS) (*site, error) {
	s := &site{byPath: map[string]*file{}, byName: map[string]*page{}, styles: map[string]*stylesheet{}, looks: newLooks()}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		f := &file{path: name, size: int(info.Size())}
		s.files = append(s.files, f)
		s.byPath[name] = f
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("walking the site: %w", err)
	}
	// The longest first, so that none of them keeps all others waiting at the end.
	byLength := slices.SortedStableFunc(slices.Values(s.files), func(a, b *file) int { return cmp.Compare(b.size, a.size) })
	// Style sheets first: they say which attributes change how a page looks.
	for _, styles := range []bool{true, false} {
		var group errgroup.Group
		group.SetLimit(runtime.GOMAXPROCS(0))
		for _, f := range byLength {
			if (path.Ext(f.path) == ".css") == styles {
				group.Go(func() error { return s.readFile(fsys, f) })
			}
		}
		if err := group.Wait(); err != nil {
			return nil, err
		}
		for _, f := range s.files {
			if f.style != nil && styles {
				s.styles[f.path] = f.style
				s.looks.add(f.style)
			}
		}
	}
	for _, f := range s.files {
		if f.page != nil {
			s.pages = append(s.pages, f.page)
			s.byName[f.path] = f.page
		}
	}
	return s, nil
}

func (s *site) readFile(fsys fs.FS, f *file) (err error) {
	// A panic in a goroutine would end the program, past every handler.
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("checking %s: %v", f.path, v)
		}
	}()
	data, err := fs.ReadFile(fsys, f.path)
	if err != nil {
		return fmt.Errorf("reading the site: %w", err)
	}
	sum := sha256.Sum256(data)
	f.size, f.sum = len(data), hex.EncodeToString(sum[:])
	base := path.Base(f.path)
	switch ext := path.Ext(f.path); {
	case given(f.path):
	case serverSettings.MatchString(base):
		f.checkServer(data)
	case f.path == robotsName:
		f.checkRobots(data)
	case f.path == sumsName || f.path == manifestName || f.path == sitemapName:
		f.text = data
		if ext == ".json" {
			f.checkJSON(data)
		}
	case ext == ".html":
		f.page, err = readPage(s, f.path, data)
	case ext == ".css":
		f.style = readStyle(f, data)
	case ext == ".js" || ext == ".mjs":
		f.checkScript(data)
	case ext == ".csv":
		f.checkCSV(data)
	case ext == ".json" || ext == ".jsonld" || ext == ".geojson" || ext == ".webmanifest":
		f.checkJSON(data)
	case ext == ".xml" || ext == ".atom" || ext == ".rdf":
		f.checkXML(data)
	case ext == ".svg":
		f.checkSVG(data)
	}
	return err
}

// given reports whether a file is the ente's own, a picture or an attachment:
// what it may be is judged where it is kept, and it is published as it is.
func given(name string) bool {
	if strings.HasPrefix(name, "assets/immagini/") {
		return true
	}
	rest, found := strings.CutPrefix(name, edition(name)+"/allegati/")
	return found && edition(name) != "" && rest != "index.html"
}

var editionFolder = regexp.MustCompile(`^[0-9]{4}$`)

// edition returns the folder of the edition that the file belongs to, "" for
// the pages of all.
func edition(name string) string {
	if first, _, found := strings.Cut(name, "/"); found && editionFolder.MatchString(first) {
		return first
	}
	return ""
}
