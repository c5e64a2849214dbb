// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"

	"golang.org/x/sync/errgroup"
)

// writers is how many files are flushed at once. Flushing is waiting for the
// disk, and waiting together is one wait: the journal takes them in one go.
const writers = 16

// A Staging is a new site while it is made beside its target, file by file.
// Write, Copy and Keep may be called from several goroutines; then Finish puts
// the site in its place, or Abort leaves the old one. One of the two must be
// called, and until then no other run can write the target.
//
// A Staging keeps names and sums, never the contents of files.
type Staging struct {
	w    *writer
	ctx  context.Context // of Open: ends with the run
	at   place
	lock *os.File
	made []string // folders above the target that Open made, the outermost first
	old  *oldSite
	root *os.Root        // the target; nil where there is none
	ours map[string]bool // folders of the old site

	recovered bool
	flush     *errgroup.Group // of what was written, behind the writers

	mu       sync.Mutex
	folders  map[string]bool // of the new site, made so far
	changes  changes
	files    map[string]Sum
	placed   map[string]fs.FileInfo // what the new site got of others
	conflict string                 // a file of others where the site has one of its own: the first by name
	failed   error
}

// A Sum is what a manifest says of a file.
type Sum struct {
	Size   int64  // bytes
	SHA256 string // hexadecimal
}

// Open begins a new site for target: it refuses what may not be written over,
// takes the lock, undoes or clears away what an interrupted run left and looks
// at what is there. A cancelled ctx makes all that follows fail. Errors are
// those of the function Write.
func Open(ctx context.Context, target string, opts Options) (*Staging, error) {
	return newWriter().open(ctx, target, opts)
}

func (w *writer) open(ctx context.Context, target string, opts Options) (_ *Staging, err error) {
	at, err := locate(target, opts)
	if err != nil {
		return nil, err
	}
	s := &Staging{w: w, at: at}
	if err := w.begin(ctx, "parent"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.close()
		}
	}()
	if s.made, err = makeAbove(at.folder); err != nil {
		return nil, fmt.Errorf("cartella che conterrà %s: %w", target, err)
	}
	if s.lock, err = w.lock(ctx, at); err != nil {
		return nil, err
	}
	old, recovered, err := w.tidy(ctx, at)
	if err != nil {
		return nil, err
	}
	s.recovered = recovered
	return s, s.begin(ctx, old)
}

// begin makes s ready for the files of the new site.
func (s *Staging) begin(ctx context.Context, old *oldSite) (err error) {
	s.old, s.ours = old, above(sortedKeys(old.ours))
	s.folders, s.files = map[string]bool{}, map[string]Sum{}
	s.flush, s.ctx = errgroup.WithContext(ctx)
	s.flush.SetLimit(writers)
	if old.exists {
		if s.root, err = os.OpenRoot(s.at.folder); err != nil {
			return fmt.Errorf("lettura di %s: %w", s.at.given, err)
		}
	}
	return nil
}

// makeAbove makes the folders above folder that are missing and returns them.
func makeAbove(folder string) (made []string, err error) {
	for dir := filepath.Dir(folder); ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) || dir == filepath.Dir(dir) {
			break
		}
		made = append([]string{dir}, made...)
	}
	return made, os.MkdirAll(filepath.Dir(folder), 0o755)
}

// Write adds the file name, slash-separated, to the site. It keeps no part of
// data. A file that the target has already with these bytes is not written
// again. A file of others in its place is told by Finish.
func (s *Staging) Write(name string, data []byte) (Sum, error) {
	sum := Sum{int64(len(data)), checksum(data)}
	write, err := s.claim(name, sum)
	if err == nil && write {
		_, err = s.put(name, bytes.NewReader(data))
	}
	return sum, s.fail(err)
}

// Copy adds a file as Write does, without holding it in memory: open is called
// once to sum it up and once more when it has to be written.
func (s *Staging) Copy(name string, open func() (io.ReadCloser, error)) (sum Sum, err error) {
	pass := func(take func(io.Reader) (Sum, error)) error {
		in, err := open()
		if err != nil {
			return err
		}
		defer in.Close()
		sum, err = take(in)
		return err
	}
	if err := pass(summed); err != nil {
		return sum, s.fail(err)
	}
	write, err := s.claim(name, sum)
	if err == nil && write {
		err = pass(func(in io.Reader) (Sum, error) { return s.put(name, in) })
	}
	return sum, s.fail(err)
}

// Keep adds the file name to the site if the target has it with the sum that
// its manifest and sum tell, and reports whether it did; if not, the file is to
// be written.
func (s *Staging) Keep(name string, sum Sum) (bool, error) {
	if was, mine := s.old.ours[name]; !mine || was != sum {
		return false, nil
	}
	if info := s.old.entries[name]; info == nil || info.Size() != sum.Size {
		return false, nil
	}
	is, err := s.standing(name)
	if err != nil || is != sum || !rightMode(s.old.entries[name], fileMode) {
		return false, s.fail(err)
	}
	_, err = s.claim(name, sum)
	return err == nil, s.fail(err)
}

// Abort ends s and leaves the target as it was.
func (s *Staging) Abort() error {
	_ = s.flush.Wait() // what is written now is thrown away
	err := s.w.remove(s.at.fresh())
	s.close()
	return err
}

// close lets go of what s holds and of the folders that were made for nothing.
func (s *Staging) close() {
	if s.root != nil {
		s.root.Close()
		s.root = nil
	}
	if s.lock != nil {
		s.w.unlock(s.at, s.lock)
		s.lock = nil
	}
	for i := len(s.made); i > 0; i-- {
		os.Remove(s.made[i-1]) // fails, rightly, once something is in it
	}
}

// fail remembers the first error: after one the site is never put in place.
func (s *Staging) fail(err error) error {
	if err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.failed == nil {
			s.failed = err
		}
	}
	return err
}

// claim enters a file of the new site among the changes and reports whether it
// has to be written.
func (s *Staging) claim(name string, sum Sum) (write bool, err error) {
	if _, err := filepath.Localize(name); err != nil || name == "." {
		return false, &RefusedError{Reason: BadPath, Target: s.at.given, Path: name}
	}
	s.mu.Lock()
	_, twice := s.files[name]
	s.files[name] = sum
	s.changes.bytes += sum.Size
	s.mu.Unlock()
	if twice {
		return false, fmt.Errorf("%s is written twice", name)
	}
	info, exists := s.old.entries[name]
	was, mine := s.old.ours[name]
	c, is := &s.changes, Sum{}
	if exists && info.Mode().IsRegular() {
		// Of another size it is another file, and need not be read.
		if is.Size = info.Size(); is.Size == sum.Size || is.Size == was.Size {
			is, err = s.standing(name)
		}
		if err != nil {
			return false, err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case !exists, info.IsDir() && s.ours[name]:
		c.added = append(c.added, name)
		return true, nil
	case is == sum && rightMode(info, fileMode):
		c.same = append(c.same, name)
		return false, nil
	case is != sum && !mine:
		if s.conflict == "" || name < s.conflict {
			s.conflict = name
		}
		return false, nil
	case info.Mode().IsRegular() && is != sum && was.SHA256 != "" && is != was:
		c.edited = append(c.edited, name)
	}
	c.changed = append(c.changed, name)
	return true, nil
}

// standing returns the sum of a file of the old site: that of the manifest
// where nobody can have touched the file since, else that of its bytes.
func (s *Staging) standing(name string) (Sum, error) {
	if was := s.old.ours[name]; was.SHA256 != "" && s.old.untouched(name) {
		return was, nil
	}
	return s.read(name)
}

// read sums up a file of the target.
func (s *Staging) read(name string) (Sum, error) {
	in, err := s.root.Open(filepath.FromSlash(name))
	if err != nil {
		return Sum{}, fmt.Errorf("lettura di %s: %w", s.at.given, s.at.named(err))
	}
	defer in.Close()
	sum, err := summed(in)
	if err != nil {
		return Sum{}, fmt.Errorf("lettura di %s: %w", s.at.given, s.at.named(err))
	}
	return sum, nil
}

// put writes a file of the new site; it is flushed behind the caller's back.
func (s *Staging) put(name string, in io.Reader) (Sum, error) {
	wrap := func(err error) error { return fmt.Errorf("scrittura di %s: %w", s.at.given, err) }
	if err := s.w.begin(s.ctx, "write"); err != nil {
		return Sum{}, wrap(err)
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return Sum{}, wrap(err)
	}
	out, sum, err := create(s.at.path(name), in, fileMode)
	if err != nil {
		return Sum{}, wrap(err)
	}
	s.flush.Go(func() error { return s.w.flush(out) })
	return sum, nil
}

// folder makes a folder of the new site and those above it. Only we may enter
// them until they are finished.
func (s *Staging) folder(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.folderLocked(name)
}

func (s *Staging) folderLocked(name string) error {
	if s.folders[name] {
		return nil
	}
	if name != "." {
		if err := s.folderLocked(path.Dir(name)); err != nil {
			return err
		}
	}
	if err := os.Mkdir(s.at.path(name), 0o700); err != nil {
		return err
	}
	s.folders[name] = true
	return nil
}
