// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"time"
)

const (
	// settled is how old the time of a file must be before it is believed: disks
	// round times, by up to two seconds, so that a file saved twice in a moment can
	// have the same time and size with other words in it.
	settled = 3 * time.Second
	// bulky is the size, in bytes, from which a file is known by its size and time
	// alone: pictures and attachments, which nobody saves twice in a moment.
	bulky = 1 << 20
)

// Snapshots returns a function that sums up the names and contents of all files
// below the folders of what project returns; a folder that does not exist counts
// as empty. Two equal sums mean that nothing changed in between. A file is read
// when its size or time changes, and while its time is so near that it may
// change unseen. project is asked at each look, and says whether it returns
// another folder than before, of which nothing is known yet.
//
// The function keeps what it has read: one call at a time.
func Snapshots(project func() (fsys fs.FS, another bool), folders ...string) func() (string, error) {
	s := &snapshots{project: project, folders: folders, now: time.Now}
	return s.take
}

type snapshots struct {
	project func() (fsys fs.FS, another bool)
	folders []string
	now     func() time.Time
	fsys    fs.FS           // of the last look
	known   map[string]seen // of the last look
}

// seen is a file as it was read.
type seen struct {
	size    int64
	at      time.Time
	sum     [sha256.Size]byte
	settled bool // it cannot have changed since without another size or time
}

func (s *snapshots) take() (string, error) {
	var another bool
	if s.fsys, another = s.project(); another {
		s.known = nil
	}
	all, known := sha256.New(), map[string]seen{}
	for _, folder := range s.folders {
		err := fs.WalkDir(s.fsys, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			fmt.Fprintf(all, "%q %v ", name, info.Mode())
			switch {
			case !info.Mode().IsRegular():
			case info.Size() >= bulky:
				fmt.Fprintf(all, "%d %d", info.Size(), info.ModTime().UnixNano())
			default:
				one, err := s.look(name, info)
				if err != nil {
					return err
				}
				known[name] = one
				fmt.Fprintf(all, "%x", one.sum)
			}
			fmt.Fprintln(all)
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("guardo i file di %s: %w", folder, err)
		}
	}
	s.known = known
	return string(all.Sum(nil)), nil
}

// look reads a file, unless it is as it was.
func (s *snapshots) look(name string, info fs.FileInfo) (seen, error) {
	had, found := s.known[name]
	if found && had.settled && had.size == info.Size() && had.at.Equal(info.ModTime()) {
		return had, nil
	}
	one := seen{size: info.Size(), at: info.ModTime(), settled: s.now().Sub(info.ModTime()) > settled}
	data, err := fs.ReadFile(s.fsys, name)
	one.sum = sha256.Sum256(data)
	return one, err
}
