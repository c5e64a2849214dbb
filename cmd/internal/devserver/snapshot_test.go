// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"bytes"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"
)

// counting counts the files that are read.
type counting struct {
	files fstest.MapFS
	read  int
}

func (c *counting) Open(name string) (fs.File, error) {
	if c.files[name] != nil {
		c.read++
	}
	return c.files.Open(name)
}

func TestSnapshots(t *testing.T) {
	began := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	now := began
	file := func(text string, at time.Time) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(text), ModTime: at}
	}
	disk := &counting{files: fstest.MapFS{
		"data/ente.toml":     file("nome = \"A\"\n", began),
		"data/fonti.toml":    file("# niente\n", began.Add(-time.Hour)),
		"content/grande.png": file(string(bytes.Repeat([]byte{1}, bulky)), began.Add(-time.Hour)),
		"public/index.html":  file("fuori", began),
	}}
	another := false
	project := func() (fs.FS, bool) { return disk, another }
	s := &snapshots{project: project, folders: []string{"data", "content", "manca"}, now: func() time.Time { return now }}
	last := ""
	for _, step := range []struct {
		name    string
		do      func()
		changed bool
		read    int // files
	}{
		{"first look", func() {}, true, 2},
		{"nothing, but the file is fresh", func() {}, false, 1},
		{"same size and time, other words", func() { disk.files["data/ente.toml"] = file("nome = \"B\"\n", began) }, true, 1},
		{"another size", func() { disk.files["data/ente.toml"] = file("nome = \"BB\"\n", began) }, true, 1},
		{"saved as it was", func() { disk.files["data/fonti.toml"] = file("# niente\n", began.Add(-time.Minute)) }, false, 2},
		{"time goes by", func() { now = now.Add(time.Minute) }, false, 1},
		{"all is settled", func() {}, false, 0},
		{"a file elsewhere", func() { disk.files["public/index.html"] = file("altro", now) }, false, 0},
		{"an old file put in place of another", func() { disk.files["data/ente.toml"] = file("nome = \"CC\"\n", began.Add(-time.Hour)) }, true, 1},
		{"a picture", func() {
			disk.files["content/grande.png"] = file(string(bytes.Repeat([]byte{2}, bulky)), began.Add(-time.Minute))
		}, true, 0},
		{"a new name", func() {
			disk.files["data/glossario.toml"] = disk.files["data/fonti.toml"]
			delete(disk.files, "data/fonti.toml")
		}, true, 1},
		{"the folder was made again, with files of the same size and time", func() {
			another = true
			disk.files["data/ente.toml"] = file("nome = \"DD\"\n", began.Add(-time.Hour))
		}, true, 2},
		{"a file less", func() { delete(disk.files, "data/glossario.toml") }, true, 1},
	} {
		step.do()
		disk.read = 0
		got, err := s.take()
		if err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if (got != last) != step.changed || disk.read != step.read {
			t.Errorf("%s: changed %v and read %d files, want %v and %d", step.name, got != last, disk.read, step.changed, step.read)
		}
		last = got
	}
}
