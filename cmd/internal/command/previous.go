// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"errors"
	"io/fs"
	"os"
	"vetro/cmd/internal/manifest"
)

// previousSite opens the last published site, which folder holds, to compare
// the new one with. Where asked is false the folder is only a guess: one that
// is not there, or that vetro did not write, is no fault, and the site nil. The
// caller calls done in any case.
func (a *app) previousSite(folder string, asked bool) (previous fs.FS, done func(), err error) {
	done = func() {}
	root, err := os.OpenRoot(a.path(folder))
	switch {
	case err == nil:
		done = func() { _ = root.Close() } // only read
	case !asked:
		return nil, done, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, done, usage("indica la cartella che è stata pubblicata, o togli --previous", "la cartella %s, da confrontare, non esiste", folder)
	default:
		return nil, done, err
	}
	published := regularFS{root.FS()}
	if _, ours := manifest.Read(published); !ours {
		if asked {
			return nil, done, usage("indica la cartella che è stata pubblicata, con dentro manifest.json", "in %s non c'è un sito scritto da vetro", folder)
		}
		return nil, done, nil
	}
	return published, done, nil
}

// A regularFS opens files and folders only: to read a pipe that others left in
// the site would wait for ever.
type regularFS struct{ fs.FS }

func (r regularFS) Open(name string) (fs.File, error) {
	info, err := fs.Stat(r.FS, name)
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return r.FS.Open(name)
}
