// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// inputs are the folders of a project that the site is read from.
var inputs = []string{"data", "content"}

// A place is where the site goes: the folder itself, with links followed, and
// the work folder beside it.
type place struct {
	given  string // as the user wrote it, for messages
	folder string // absolute
	work   string // absolute: .<name>.vetro beside folder
}

func (p place) fresh() string { return filepath.Join(p.work, "nuovo") }
func (p place) aside() string { return filepath.Join(p.work, "vecchio") }
func (p place) lock() string  { return filepath.Join(p.work, "blocco") }

// noted is where the exchange is written down: see writer.note.
func (p place) noted() string { return filepath.Join(p.work, "scambio") }

// standing returns where name is in the target.
func (p place) standing(name string) string {
	return filepath.Join(p.folder, filepath.FromSlash(name))
}

// named gives an error about a path in the target that path in full.
func (p place) named(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok && !filepath.IsAbs(at.Path) {
		at.Path = filepath.Join(p.folder, at.Path)
	}
	return err
}

// locate finds the place behind target and refuses the ones where a site would
// destroy something. It changes nothing.
func locate(target string, opts Options) (place, error) {
	refuse := func(r Reason) (place, error) {
		return place{}, &RefusedError{Reason: r, Target: target}
	}
	folder, err := filepath.Abs(target)
	if err != nil {
		return place{}, fmt.Errorf("percorso %s: %w", target, err)
	}
	if info, err := os.Lstat(folder); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		// Asked first, for its error says more than that of EvalSymlinks.
		if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
			return refuse(NotFolder)
		} else if err != nil {
			return place{}, fmt.Errorf("collegamento %s: %w", target, err)
		}
		if folder, err = filepath.EvalSymlinks(folder); err != nil {
			return place{}, fmt.Errorf("collegamento %s: %w", target, err)
		}
	}
	if filepath.Dir(folder) == folder {
		return refuse(IsRoot)
	}
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		// A path through a file is "not a directory" here.
		return place{}, fmt.Errorf("cartella %s: %w", target, err)
	case !info.IsDir():
		return refuse(NotFolder)
	}
	if within(opts.Project, folder) {
		return refuse(IsProject)
	}
	if within(opts.Home, folder) {
		return refuse(IsHome)
	}
	if insideSite(folder) {
		return refuse(InsideSite)
	}
	for _, input := range inputs {
		if opts.Project != "" && within(folder, filepath.Join(opts.Project, input)) {
			return refuse(HoldsInput)
		}
	}
	parent, base := filepath.Split(folder)
	return place{
		given:  target,
		folder: folder,
		work:   filepath.Join(parent, "."+base+".vetro"),
	}, nil
}

// Published returns the place in the target that a path in its work folder
// stands for, and other paths as they are: people know the target only.
func Published(name string) string {
	work, rest := name, ""
	for {
		parent, base := filepath.Split(work)
		inner, hidden := strings.CutPrefix(base, ".")
		inner, ours := strings.CutSuffix(inner, ".vetro")
		if hidden && ours && inner != "" {
			_, rest, _ = strings.Cut(rest, string(filepath.Separator)) // nuovo, vecchio, blocco
			return filepath.Join(parent, inner, rest)
		}
		if parent = filepath.Clean(parent); parent == work || base == "" || parent == "." {
			return name
		}
		work, rest = parent, filepath.Join(base, rest)
	}
}

// within reports whether path is folder or lies inside it. Folders are compared
// by identity, not by name, so that upper and lower case, short names and links
// make no difference. What does not exist is nowhere.
func within(path, folder string) bool {
	want, err := os.Stat(folder)
	if path == "" || err != nil {
		return false
	}
	// The nearest ancestor that exists tells where a path that does not exist
	// yet would be; links on the way are followed.
	for {
		resolved, err := filepath.EvalSymlinks(path)
		if err == nil {
			path = resolved
			break
		}
		if filepath.Dir(path) == path {
			return false
		}
		path = filepath.Dir(path)
	}
	for {
		if info, err := os.Stat(path); err == nil && os.SameFile(info, want) {
			return true
		}
		if filepath.Dir(path) == path {
			return false
		}
		path = filepath.Dir(path)
	}
}
