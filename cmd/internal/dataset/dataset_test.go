// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"io/fs"
	"os"
	"testing"

	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const notice = "Ricostruzione da un articolo di stampa. Non è una pubblicazione ufficiale."

// load reads a project, which must be without faults.
func load(t testing.TB, project fs.FS) *plan.Publication {
	t.Helper()
	var report diag.List
	pub := plan.Load(project, &report)
	if report.HasErrors() {
		for _, d := range report.Sorted() {
			t.Error(d)
		}
		t.FailNow()
	}
	return pub
}

// trial is the project of testdata/piano.txtar: official, with every key.
func trial(t testing.TB) Set {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/piano.txtar")
	if err != nil {
		t.Fatal(err)
	}
	project, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	pub := load(t, project)
	return Set{Publication: pub, Edition: pub.Editions[0], Base: pub.Municipality.BaseURL}
}

// sets are the projects that every file is made from.
func sets(t testing.TB) map[string]Set {
	t.Helper()
	all := map[string]Set{"trial": trial(t)}
	for name, dir := range map[string]string{"shipped": "../../..", "demo": "../starter/demo", "skeleton": "../starter/skeleton"} {
		pub := load(t, os.DirFS(dir))
		for _, e := range pub.Editions {
			all[name+" "+e.ID] = Set{Publication: pub, Edition: e, Base: pub.Municipality.BaseURL, Notice: notice}
		}
	}
	return all
}

// file returns the file of files called name.
// made returns all files of s.
func made(s Set) (all []File, err error) {
	err = Files(s, Tables(s.Edition), func(f File) error {
		all = append(all, f)
		return nil
	})
	return all, err
}

func file(t testing.TB, files []File, name string) []byte {
	t.Helper()
	for _, f := range files {
		if f.Name == name {
			return f.Data
		}
	}
	t.Fatalf("there is no %s", name)
	return nil
}

// published describes files as the site does.
func published(s Set, files []File) []Published {
	var all []Published
	for _, f := range files {
		sum := sha256.Sum256(f.Data)
		all = append(all, Published{Path: s.Folder() + f.Name, Size: len(f.Data), SHA256: hex.EncodeToString(sum[:]), MediaType: f.MediaType, Title: f.Title})
	}
	return all
}
