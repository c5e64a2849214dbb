// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"
)

const (
	home     = "index.html" // shows an edition that has a page of its own
	notFound = "404.html"   // shown by a server at any depth
)

// framed is what the pages end in that other sites show in a frame: a chart
// alone, with no trail and no record; those stand on the page that it leads to.
const framed = "/incorpora/index.html"

// bare reports whether a page has nothing around its content.
func bare(name string) bool { return name == notFound || strings.HasSuffix(name, framed) }

// A File is one file of the site, pages included, as the checks of the whole
// site need it.
type File struct {
	Path   string
	Size   int
	SHA256 string // hexadecimal
	Text   []byte // of the files for which Kept holds
}

// Kept reports whether CheckSite needs the text of a file: of the few that list
// others.
func Kept(name string) bool {
	return name == sumsName || name == manifestName || sitemapFile.MatchString(name)
}

// CheckFile judges a file that is no page by itself. What the ente gives, a
// picture or an attachment, is judged where it is kept and published as it is.
func CheckFile(name string, data []byte) []Fault {
	f := &file{path: name}
	switch ext := path.Ext(name); {
	case given(name):
	case orders(name):
		f.checkOrders(data)
	case ext == ".csv":
		f.checkCSV(data)
	case ext == ".json" || ext == ".jsonld" || ext == ".geojson" || ext == ".webmanifest":
		f.checkJSON(data)
	case ext == ".xml" || ext == ".atom" || ext == ".rdf":
		f.checkXML(data)
	case ext == ".svg":
		f.checkSVG(data)
	}
	return f.faults
}

// A file is one that is being judged.
type file struct {
	path   string
	faults []Fault
}

func (f *file) fault(code, format string, args ...any) {
	f.faults = append(f.faults, newFault(f.path, code, format, args...))
}

// A siteIndex is what the checks of the whole site look things up in.
type siteIndex struct {
	pages  []*Record // sorted by path
	byName map[string]*Record
	files  []File // sorted by path
}

// CheckSite judges what only all pages and files together show: where links
// lead, what tells pages apart, whether the lists are true. It needs no order.
func CheckSite(pages []Record, files []File) []Fault {
	s := &siteIndex{
		pages: make([]*Record, len(pages)), byName: make(map[string]*Record, len(pages)),
		files: slices.SortedFunc(slices.Values(files), func(a, b File) int { return cmp.Compare(a.Path, b.Path) }),
	}
	for i := range pages {
		s.pages[i] = &pages[i]
		s.byName[pages[i].Path] = &pages[i]
	}
	slices.SortFunc(s.pages, func(a, b *Record) int { return cmp.Compare(a.Path, b.Path) })
	return slices.Concat(s.checkLinks(), s.checkHeads(), s.checkCanonical(), s.checkSitemap(), s.checkRecords(), s.checkPlacement(), s.checkLegalText(), s.checkListings())
}

// file returns the file of that path, nil when there is none.
func (s *siteIndex) file(name string) *File {
	i, found := slices.BinarySearchFunc(s.files, name, func(f File, name string) int { return cmp.Compare(f.Path, name) })
	if !found {
		return nil
	}
	return &s.files[i]
}

// given reports whether a file is the ente's own.
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
