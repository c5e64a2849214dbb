// SPDX-License-Identifier: EUPL-1.2

package source

import (
	"bytes"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
)

var update = flag.Bool("update", false, "rewrite what testdata/diag wants; read the diff")

// TestDiagnostics lays out the files of each archive of testdata/diag on the
// disk, reads those that its "read" section names, one a line, and compares
// what is reported. A file named "x quoted" holds a Go string, "x size" a
// number of bytes, "x link" the target of a symbolic link, "x folder" nothing.
func TestDiagnostics(t *testing.T) {
	files, err := filepath.Glob("testdata/diag/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("Glob: %d files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := filepath.Join(t.TempDir(), "progetto")
			var names []string
			var want *txtar.File
			for i, f := range archive.Files {
				switch f.Name {
				case "read":
					names = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
				case "want":
					want = &archive.Files[i]
				default:
					lay(t, dir, f)
				}
			}
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			var report diag.List
			for _, name := range names {
				before := report.Len()
				if f := Read(root.FS(), name, &report); (f == nil) != (report.Len() == before+1) {
					t.Errorf("Read(%s) = %v, and reports %d", name, f, report.Len()-before)
				}
			}
			var got bytes.Buffer
			if err := diag.Write(&got, &report, false); err != nil {
				t.Fatal(err)
			}
			for _, d := range report.Sorted() {
				if _, ok := diag.Lookup(d.Code); !ok {
					t.Errorf("code %q is not in diag.Codes", d.Code)
				}
			}
			if *update {
				want.Data = got.Bytes()
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want.Data), got.String()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// lay puts one file of an archive on the disk.
func lay(t *testing.T, dir string, f txtar.File) {
	t.Helper()
	name, kind, _ := strings.Cut(f.Name, " ")
	path := filepath.Join(dir, filepath.FromSlash(name))
	text := strings.TrimSpace(string(f.Data))
	err := os.MkdirAll(filepath.Dir(path), 0o777)
	if err == nil {
		switch kind {
		case "":
			err = os.WriteFile(path, f.Data, 0o666)
		case "quoted":
			if text, err = strconv.Unquote(text); err == nil {
				err = os.WriteFile(path, []byte(text), 0o666)
			}
		case "size":
			var n int
			if n, err = strconv.Atoi(text); err == nil {
				err = os.WriteFile(path, make([]byte, n), 0o666)
			}
		case "link":
			if err = os.Symlink(text, path); err != nil {
				t.Skipf("symbolic links cannot be made here: %v", err)
			}
		case "folder":
			err = os.Mkdir(path, 0o777)
		default:
			t.Fatalf("no kind of file %q", kind)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestReadAccepts(t *testing.T) {
	fsys := fstest.MapFS{
		"mark":    {Data: []byte("\ufeffà = 1\r\n")},
		"exactly": {Data: bytes.Repeat([]byte("x"), MaxSize)},
	}
	var report diag.List
	f := Read(fsys, "mark", &report)
	if f == nil || string(f.Data) != "à = 1\r\n" || f.Name != "mark" {
		t.Errorf("Read(mark) = %+v", f)
	}
	if f := Read(fsys, "exactly", &report); f == nil || len(f.Data) != MaxSize {
		t.Error("Read refuses a file of MaxSize bytes")
	}
	if report.Len() > 0 {
		t.Errorf("reported: %v", report.Sorted())
	}
}

// faultyFS fails as network shares and special files do.
type faultyFS struct {
	fstest.MapFS
	open error
}

func (f faultyFS) Open(name string) (fs.File, error) {
	if f.open != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: f.open}
	}
	file, err := f.MapFS.Open(name)
	return growing{file}, err
}

// growing is a file that says it is small and never ends.
type growing struct{ fs.File }

func (growing) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestReadFaultyFS(t *testing.T) {
	file := fstest.MapFS{"f": {Data: []byte("x")}}
	for _, c := range []struct {
		name string
		fsys fs.FS
		want string
	}{
		{"permission", faultyFS{file, fs.ErrPermission}, "f: errore: manca il permesso di leggere il file [unreadable]"},
		{"disk", faultyFS{file, io.ErrUnexpectedEOF}, "f: errore: il file non si riesce a leggere [unreadable]"},
		{"grows while it is read", faultyFS{file, nil}, "f: errore: il file supera 4 MB, il massimo che vetro legge [file-too-big]"},
		{"too big to be opened", faultyFS{fstest.MapFS{"f": {Data: make([]byte, MaxSize+1)}}, fs.ErrPermission}, "f: errore: il file supera 4 MB, il massimo che vetro legge [file-too-big]"},
		{"named pipe", fstest.MapFS{"f": {Mode: fs.ModeNamedPipe}}, "f: errore: non è un file normale e non si può leggere [unreadable]"},
	} {
		var report diag.List
		f := Read(c.fsys, "f", &report)
		if got := report.Sorted(); f != nil || len(got) != 1 || got[0].String() != c.want {
			t.Errorf("%s: Read = %v, %v, want %s", c.name, f, got, c.want)
		}
	}
}
