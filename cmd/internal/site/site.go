// SPDX-License-Identifier: EUPL-1.2

package site

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"time"
)

// A File is one file of a Site. Path is slash-separated, without a leading slash.
type File struct {
	Path string
	Data []byte
}

// A Site is a built web site: a read-only tree of files. It implements
// fs.FS, fs.ReadDirFS, fs.ReadFileFS and fs.StatFS, and is safe for
// concurrent use. Files have no modification time: their bytes are all there is.
type Site struct {
	files []File                   // sorted by path
	index map[string]int           // path → position in files
	dirs  map[string][]fs.DirEntry // path → entries sorted by name; "." is the root
}

var (
	_ fs.ReadDirFS  = (*Site)(nil)
	_ fs.ReadFileFS = (*Site)(nil)
	_ fs.StatFS     = (*Site)(nil)
)

// newSite sorts files and refuses two of one path, or a path that is both a
// file and a folder.
func New(files []File) (*Site, error) {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	s := &Site{
		files: files,
		index: make(map[string]int, len(files)),
		dirs:  map[string][]fs.DirEntry{".": nil},
	}
	for i, f := range files {
		if !fs.ValidPath(f.Path) || f.Path == "." {
			return nil, fmt.Errorf("invalid file path %q", f.Path)
		}
		if _, ok := s.index[f.Path]; ok {
			return nil, fmt.Errorf("two files at %q", f.Path)
		}
		s.index[f.Path] = i
		s.enter(f.Path, info{name: path.Base(f.Path), size: int64(len(f.Data))})
	}
	for dir, entries := range s.dirs {
		if _, ok := s.index[dir]; ok {
			return nil, fmt.Errorf("%q is both a file and a folder", dir)
		}
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	}
	return s, nil
}

// enter adds an entry for name to its folder, making the folders above it.
func (s *Site) enter(name string, entry info) {
	dir := path.Dir(name)
	_, known := s.dirs[dir]
	s.dirs[dir] = append(s.dirs[dir], fs.FileInfoToDirEntry(entry))
	if !known {
		s.enter(dir, info{name: path.Base(dir), dir: true})
	}
}

// Files returns all files sorted by path. The data must not be changed.
func (s *Site) Files() []File { return slices.Clone(s.files) }

// Data returns the bytes of a file, which must not be changed.
func (s *Site) Data(name string) ([]byte, bool) {
	i, ok := s.index[name]
	if !ok {
		return nil, false
	}
	return s.files[i].Data, true
}

// Open implements fs.FS.
func (s *Site) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if i, ok := s.index[name]; ok {
		data := s.files[i].Data
		return &openFile{info{name: path.Base(name), size: int64(len(data))}, bytes.NewReader(data)}, nil
	}
	if entries, ok := s.dirs[name]; ok {
		return &openDir{info: info{name: path.Base(name), dir: true}, entries: entries}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadFile implements fs.ReadFileFS. It returns a copy.
func (s *Site) ReadFile(name string) ([]byte, error) {
	i, ok := s.index[name]
	if !ok {
		return nil, s.absent("read", name)
	}
	return bytes.Clone(s.files[i].Data), nil
}

// Stat implements fs.StatFS.
func (s *Site) Stat(name string) (fs.FileInfo, error) {
	f, err := s.Open(name)
	if err != nil {
		return nil, err
	}
	return f.Stat()
}

// ReadDir implements fs.ReadDirFS.
func (s *Site) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, ok := s.dirs[name]
	if !ok {
		return nil, s.absent("readdir", name)
	}
	return slices.Clone(entries), nil
}

func (s *Site) absent(op, name string) error {
	err := fs.ErrNotExist
	if !fs.ValidPath(name) {
		err = fs.ErrInvalid
	} else if _, ok := s.dirs[name]; ok {
		err = fs.ErrInvalid
	}
	return &fs.PathError{Op: op, Path: name, Err: err}
}

// info describes a file or folder. It is its own fs.FileInfo.
type info struct {
	name string
	size int64
	dir  bool
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.dir }
func (i info) Sys() any           { return nil }
func (i info) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type openFile struct {
	info
	*bytes.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }
func (f *openFile) Size() int64                { return f.info.size }

type openDir struct {
	info
	entries []fs.DirEntry
	next    int
}

func (d *openDir) Stat() (fs.FileInfo, error) { return d.info, nil }
func (d *openDir) Close() error               { return nil }
func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.name, Err: fs.ErrInvalid}
}

// ReadDir implements fs.ReadDirFile.
func (d *openDir) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := d.entries[d.next:]
	if n > 0 {
		if len(rest) == 0 {
			return nil, io.EOF
		}
		rest = rest[:min(n, len(rest))]
	}
	d.next += len(rest)
	return slices.Clone(rest), nil
}
