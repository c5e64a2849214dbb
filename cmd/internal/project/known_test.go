// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/site"
)

// words are what the edits of TestKnown replace: numbers and words of texts.
var words = regexp.MustCompile(`[0-9]+|[a-z]{5,}`)

// TestKnown makes random edits and builds each project twice: with what the
// last build knew, which is now and then broken or lost, and with nothing. Bytes
// and verdict are the same. VETRO_EDITS says how many edits there are.
func TestKnown(t *testing.T) {
	edits := 24
	if n, err := strconv.Atoi(os.Getenv("VETRO_EDITS")); err == nil {
		edits = n
	}
	if testing.Short() {
		edits = 4
	}
	start, err := txtar.ParseFile("../page/testdata/due-settori.txtar")
	if err != nil {
		t.Fatal(err)
	}
	original := fstest.MapFS{}
	for _, f := range start.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			original[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	random := rand.New(rand.NewPCG(7, 7))
	var kept []byte
	store := Store{Get: func() []byte { return kept }, Put: func(data []byte) { kept = data }}
	drawn := chartsInMemory()
	var last *site.Site
	built, reused := 0, 0
	for i := range edits {
		project := fstest.MapFS{}
		for name, f := range original {
			project[name] = &fstest.MapFile{Data: bytes.Clone(f.Data)}
		}
		for range random.IntN(3) {
			edit(random, project)
		}
		switch {
		case i%3 == 1 && len(kept) > 0:
			kept[random.IntN(len(kept))] ^= 1 << random.IntN(8)
		case i%11 == 10:
			kept = nil
		}
		compile := func(store Store, before *site.Site) (*Result, *site.Site) {
			c := Collector{Before: before}
			r, err := Compile(context.Background(), project, Options{Cache: drawn, Target: "public", Drafts: true, Version: "prova", Program: "prova", Store: store}, c.Output())
			if err != nil {
				t.Fatalf("edit %d: %v", i, err)
			}
			if !r.Built {
				return r, nil
			}
			s, err := c.Site()
			if err != nil {
				t.Fatalf("edit %d: %v", i, err)
			}
			return r, s
		}
		known, fast := compile(store, last)
		clean, slow := compile(Store{}, nil)
		if diff := cmp.Diff(clean.Report.Sorted(), known.Report.Sorted()); diff != "" {
			t.Fatalf("edit %d: the report differs (-clean +known):\n%s", i, diff)
		}
		if (fast == nil) != (slow == nil) || known.Pages != clean.Pages || known.Charts != clean.Charts {
			t.Fatalf("edit %d: %+v, want %+v", i, known, clean)
		}
		if slow == nil {
			continue
		}
		built++
		for _, f := range slow.Files() {
			if data, _ := fast.Data(f.Path); !bytes.Equal(data, f.Data) {
				t.Fatalf("edit %d: %s differs", i, f.Path)
			}
			if last != nil {
				if old, ok := last.Data(f.Path); ok && len(old) > 0 && &old[0] == first(fast, f.Path) {
					reused++
				}
			}
		}
		if len(fast.Files()) != len(slow.Files()) {
			t.Fatalf("edit %d: %d files, want %d", i, len(fast.Files()), len(slow.Files()))
		}
		last = fast
	}
	if built < edits/3 || edits > 10 && reused < built {
		t.Errorf("of %d edits %d were built, %d files were known: the test tests nothing", edits, built, reused)
	}
}

// edit changes one word of one text file.
func edit(random *rand.Rand, project fstest.MapFS) {
	var names []string
	_ = fs.WalkDir(project, ".", func(name string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".toml") || strings.HasSuffix(name, ".md") {
			names = append(names, name)
		}
		return err
	})
	slices.Sort(names)
	f := project[names[random.IntN(len(names))]]
	at := words.FindAllIndex(f.Data, -1)
	if len(at) == 0 {
		return
	}
	place := at[random.IntN(len(at))]
	with := "parola"
	if c := f.Data[place[0]]; c >= '0' && c <= '9' {
		with = strconv.Itoa(random.IntN(60))
	}
	f.Data = slices.Concat(f.Data[:place[0]], []byte(with), f.Data[place[1]:])
}

func first(s *site.Site, name string) *byte {
	data, ok := s.Data(name)
	if !ok || len(data) == 0 {
		return nil
	}
	return &data[0]
}

// chartsInMemory keeps drawn charts for the test.
func chartsInMemory() chart.Cache {
	drawn := map[string][]byte{}
	mu := make(chan struct{}, 1)
	return chart.Cache{
		Get: func(key string) ([]byte, bool) {
			mu <- struct{}{}
			defer func() { <-mu }()
			data, ok := drawn[key]
			return data, ok
		},
		Put: func(key string, data []byte) {
			mu <- struct{}{}
			defer func() { <-mu }()
			drawn[key] = data
		},
	}
}
