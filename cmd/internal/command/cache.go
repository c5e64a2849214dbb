// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"vetro/cmd/internal/chart"
)

// cacheDir returns the folder for what may be lost, by the conventions of the
// system goos, or "" when the environment does not say where it would be.
func cacheDir(environ []string, goos string) string {
	var dir string
	switch goos {
	case "windows":
		dir = env(environ, "LocalAppData")
	case "darwin":
		if home := env(environ, "HOME"); home != "" {
			dir = filepath.Join(home, "Library", "Caches")
		}
	default:
		dir = env(environ, "XDG_CACHE_HOME")
		if home := env(environ, "HOME"); dir == "" && home != "" {
			dir = filepath.Join(home, ".cache")
		}
	}
	if !filepath.IsAbs(dir) {
		return ""
	}
	return filepath.Join(dir, "vetro")
}

// homeDir returns the home folder of the user, or "".
func homeDir(environ []string) string {
	for _, name := range []string{"HOME", "USERPROFILE"} {
		if dir := env(environ, name); filepath.IsAbs(dir) {
			return filepath.Clean(dir)
		}
	}
	return ""
}

// A store keeps what may be lost between runs, by key. A file is there whole or
// not at all; whatever fails, what was kept is made again. The zero value keeps
// nothing. What it returns may have been changed on the disk: its users check it.
type store struct{ dir string }

const (
	// storeSize is how many bytes a store keeps, about those of the charts of ten
	// plans.
	storeSize = 64 << 20
	// storeFile is the largest file that a store takes, and gives.
	storeFile = 16 << 20
	// storeAge is how long a store keeps what nobody asks for.
	storeAge = 90 * 24 * time.Hour
	// storeTouched is how old the time of a file may be before being asked for
	// renews it: a run needs not write to the disk for each file that it reads.
	storeTouched = 24 * time.Hour
)

// store returns the store called name.
func (a *app) store(name string) store {
	if a.cacheDir == "" {
		return store{}
	}
	return store{filepath.Join(a.cacheDir, name)}
}

func (s store) file(key string) string {
	sum := sha256.Sum256([]byte(key))
	return filepath.Join(s.dir, hex.EncodeToString(sum[:]))
}

// get returns what was put under key. Of anything but a file, such as a pipe
// that would never end, it returns nothing.
func (s store) get(key string) ([]byte, bool) {
	if s.dir == "" {
		return nil, false
	}
	name := s.file(key)
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > storeFile {
		return nil, false
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	if now := time.Now(); now.Sub(info.ModTime()) > storeTouched {
		_ = os.Chtimes(name, now, now) // it only goes sooner
	}
	return data, true
}

// put keeps data under key.
func (s store) put(key string, data []byte) {
	if s.dir == "" || len(data) > storeFile || os.MkdirAll(s.dir, 0o700) != nil {
		return
	}
	tmp, err := os.CreateTemp(s.dir, storeNew+"*")
	if err != nil {
		return
	}
	_, err = tmp.Write(data)
	if closing := tmp.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(tmp.Name(), s.file(key))
	}
	if err != nil {
		os.Remove(tmp.Name())
	}
}

// storeNew begins the name of a file that is being put.
const storeNew = "nuovo-"

// prune removes, at the time now, what nobody has asked for in a long time, what
// killed runs left, and then the least recently used until the rest fits.
func (s store) prune(now time.Time) {
	entries, err := os.ReadDir(s.dir)
	if s.dir == "" || err != nil {
		return
	}
	type kept struct {
		name string
		size int64
		used time.Time
	}
	var files []kept
	var size int64
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		age := now.Sub(info.ModTime())
		if age > storeAge || age > time.Hour && strings.HasPrefix(entry.Name(), storeNew) {
			os.Remove(filepath.Join(s.dir, entry.Name()))
			continue
		}
		files = append(files, kept{entry.Name(), info.Size(), info.ModTime()})
		size += info.Size()
	}
	slices.SortFunc(files, func(a, b kept) int { return a.used.Compare(b.used) })
	for _, file := range files {
		if size <= storeSize {
			return
		}
		if os.Remove(filepath.Join(s.dir, file.name)) == nil {
			size -= file.size
		}
	}
}

// chartStore keeps drawn charts.
const chartStore = "grafici"

// chartCache keeps drawn charts between runs.
func (a *app) chartCache() chart.Cache {
	s := a.store(chartStore)
	if s.dir == "" {
		return chart.Cache{}
	}
	return chart.Cache{Get: s.get, Put: s.put}
}
