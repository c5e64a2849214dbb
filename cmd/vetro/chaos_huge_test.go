// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// hugeSize is that of a file with nothing in it but its first bytes: the disk
// keeps no more of it, and who read it would take minutes.
const hugeSize = 5 << 30

// What a file that is refused, or of no interest, may cost: the site itself is
// built meanwhile, on a machine that may be busy. The system counts as memory of
// the program what this test itself had in use when it started it.
const (
	hugeTime   = 10 * time.Second
	hugeMemory = 1 << 30 // bytes
)

// hugeFiles are the places where a file can stand.
var hugeFiles = []struct {
	name, head string
	attached   bool
	code       int
	says       string
}{
	{"data/ente.toml", "", false, 1, "ente.toml: errore: il file supera 4 MB"},
	{"data/piani/2022/piano.toml", "", false, 1, "supera 4 MB"},
	{"data/piani/2022/settori/molti.toml", "", false, 1, "supera 4 MB"},
	{"data/glossario.toml", "", false, 1, "supera 4 MB"},
	{"data/accettati.toml", "", false, 1, "supera 4 MB"},
	{"data/altro.toml", "", false, 0, "altro.toml"},
	{"data/altro.bin", "", false, 0, "altro.bin"},
	{"content/2022/ostile.md", "", false, 1, "supera 4 MB"},
	{"content/2022/film.mp4", "", false, 1, "film.mp4"},
	{"content/2022/allegati/a.pdf", "%PDF-1.7\n", true, 1, "supera 40 MB"},
	{"content/2022/allegati/a.pdf", "%PDF-1.7\n", false, 0, "supera 40 MB"},
	{"content/2022/allegati/a.csv", "a;b\n", true, 1, "supera 40 MB"},
	{"content/2022/allegati/a.svg", "<svg", false, 1, "supera 40 MB"},
	{"content/immagini/a.png", "\x89PNG\r\n\x1a\n", false, 1, "supera 40 MB"},
	{"content/immagini/stemma.svg", "<svg", false, 1, "supera 40 MB"},
	{"public/manifest.json", "{", false, 3, "non sono di vetro"},
	{"public/index.html", "<p>", false, 0, "index.html"},
	{"public/SHA256SUMS.txt", "x", false, 0, ""},
	{"public/film.mp4", "x", false, 0, "film.mp4"},
	{"public/.htaccess", "x", false, 0, ".htaccess"},
	{".public.vetro/scambio", "x", false, 0, ""},
	{".public.vetro/blocco", "x", false, 0, ""},
	{".public.vetro/nuovo/manifest.json", "{", false, 0, ""},
	{".public.vetro/nuovo/index.html", "x", false, 0, ""},
}

// hugeFile builds with one of them: it is refused, or passed over, by its size.
func (c *chaos) hugeFile(n int) (err error) {
	it := hugeFiles[n%len(hugeFiles)]
	at := filepath.Join(c.dir, "p", filepath.FromSlash(it.name))
	if err := c.change(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.heal()) }()
	files := map[string]string{}
	if strings.HasPrefix(it.name, "public/") || strings.HasPrefix(it.name, ".public") {
		// The next build mends these itself, but for what is not ours or says what is.
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return err
		}
		was, missing := os.ReadFile(at)
		if err := os.WriteFile(at, []byte(it.head), 0o644); err != nil {
			return err
		}
		defer func() {
			switch {
			case it.code == 3:
				err = errors.Join(err, os.WriteFile(at, was, 0o644))
			case missing != nil:
				err = errors.Join(err, os.RemoveAll(at))
			}
		}()
	} else {
		files[it.name] = it.head
	}
	if it.attached {
		plan, err := os.ReadFile("testdata/project/data/piani/2022/piano.toml")
		if err != nil {
			return err
		}
		files["data/piani/2022/piano.toml"] = fmt.Sprintf("%s\n[[allegato]]\nfile = %q\ntitolo = \"Ostile\"\n", plan, filepath.Base(it.name))
	}
	return c.with(files, func() error {
		if err := os.Truncate(at, hugeSize); err != nil {
			return err
		}
		cmd := c.command("-C", "p", "build")
		began := time.Now()
		code, said := finished(cmd)
		took, memory := time.Since(began), int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)<<10
		if code != it.code || !strings.Contains(said, it.says) || took > hugeTime || memory > hugeMemory {
			return fmt.Errorf("%s: exit code %d after %v and %d MB: %.2000s", it.name, code, took, memory>>20, said)
		}
		return nil
	})
}
