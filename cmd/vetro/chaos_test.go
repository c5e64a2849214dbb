// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"
	"time"
)

// The long round, of which the numbers are written down: go test ./cmd/vetro
// -run TestChaos -v -chaos 300 -timeout 2h
var chaosRounds = flag.Int("chaos", 2, "how often TestChaos tries each thing")

// A chaosRow is one thing that is done to the program, again and again. A trial
// returns why it was lost, or nil.
type chaosRow struct {
	name  string
	least int // trials, also in a short round
	trial func(c *chaos, n int) error
}

// chaosRows are all that is tried, in order. A new kind of harm is a new row; a
// new input is a line of hostileFiles, bombs or hostileStrings.
var chaosRows = []chaosRow{
	{"killed at a random instant", 0, func(c *chaos, n int) error { return c.kill(n, c.randomly) }},
	{"killed while it writes", 0, func(c *chaos, n int) error { return c.kill(n, c.writing) }},
	{"killed at the exchange", 0, func(c *chaos, n int) error { return c.kill(n, c.exchanging) }},
	{"a call of the system fails", 0, (*chaos).fault},
	{"the disk is full", 0, (*chaos).full},
	{"files of others come while it writes", 0, (*chaos).others},
	{"files of others come just before the exchange", 4, (*chaos).lastInstant},
	{"three builds at once", 0, (*chaos).together},
	{"the preview is asked and stopped", 0, (*chaos).preview},
	{"the cache is spoiled", 7, (*chaos).spoiledCache},
	{"odd outputs", len(oddOutputs), (*chaos).oddOutput},
	{"hostile files", len(hostileFiles), (*chaos).hostileFile},
	{"bombs", len(bombs), (*chaos).bomb},
	{"files of five gigabytes", len(hugeFiles), (*chaos).hugeFile},
	{"hostile attachments", 174, (*chaos).hostileAttachment},
	{"hostile strings", len(hostileStrings), (*chaos).hostileString},
}

// errNotTried is why a trial did not take place.
var errNotTried = errors.New("not tried")

// A chaos is a project with two states, and what the site of each is.
type chaos struct {
	dir     string // holds vetro, p and its sites
	rng     *rand.Rand
	took    time.Duration        // of a build
	sites   [2]map[string]string // sums of the files
	current int                  // the state that public is of
}

// TestChaos does all of it and prints one table. Nothing may be lost.
func TestChaos(t *testing.T) {
	if testing.Short() {
		t.Skip("builds many sites")
	}
	c := newChaos(t)
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "what\ttried\tsurvived\tlost")
	for _, row := range chaosRows {
		tried, lost := 0, 0
		t.Run(row.name, func(t *testing.T) {
			for n := range max(row.least, *chaosRounds) {
				err := row.trial(c, n)
				if errors.Is(err, errNotTried) {
					if n == 0 {
						t.Log(err)
					}
					continue
				}
				if tried++; err != nil {
					lost++
					t.Errorf("%d: %v", n, err)
				}
			}
		})
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\n", row.name, tried, tried-lost, lost)
	}
	w.Flush()
	t.Logf("\n%s", table.String())
}

func newChaos(t *testing.T) *chaos {
	c := &chaos{dir: t.TempDir(), rng: rand.New(rand.NewPCG(1, 2))}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	check(err)
	check(os.Symlink(self, filepath.Join(c.dir, "vetro")))
	check(os.CopyFS(filepath.Join(c.dir, "p"), os.DirFS("testdata/project")))
	check(os.Mkdir(filepath.Join(c.dir, "home"), 0o755))
	for state := range 2 {
		check(c.set(state))
		began := time.Now()
		out := fmt.Sprint("sito-", state)
		if code, said := c.run("-C", "p", "build", "-o", filepath.Join(c.dir, out)); code != 0 {
			t.Fatalf("build: %d\n%s", code, said)
		}
		c.took = time.Since(began)
		c.sites[state], err = tree(os.DirFS(filepath.Join(c.dir, out)))
		check(err)
	}
	if maps.Equal(c.sites[0], c.sites[1]) {
		t.Fatal("the two states give one site")
	}
	check(c.heal())
	return c
}

// set brings the project into one of its states.
func (c *chaos) set(state int) error {
	name := filepath.Join(c.dir, "p", "content", "2022", "caos.md")
	text := fmt.Sprintf("+++\ntitolo = \"Prova\"\nsommario = \"Una pagina di prova.\"\nordine = 90\n+++\n\nLo stato è %d.\n", state)
	return os.WriteFile(name, []byte(text), 0o644)
}

func (c *chaos) public() string { return filepath.Join(c.dir, "p", "public") }

// command is vetro with args, in a home and a cache of its own.
func (c *chaos) command(args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.dir, "vetro"), args...)
	cmd.Dir = c.dir
	cmd.Env = append(os.Environ(), "HOME="+filepath.Join(c.dir, "home"), "XDG_CACHE_HOME="+filepath.Join(c.dir, "cache"))
	return cmd
}

func (c *chaos) run(args ...string) (code int, said string) { return finished(c.command(args...)) }

func finished(cmd *exec.Cmd) (code int, said string) {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode(), out.String()
	} else if err != nil {
		return -1, err.Error()
	}
	return 0, out.String()
}

// whole reports whether public is the site of one of the two states, and
// remembers which.
func (c *chaos) whole() error {
	is, err := tree(os.DirFS(c.public()))
	if err != nil {
		return err
	}
	for state, site := range c.sites {
		if maps.Equal(is, site) {
			c.current = state
			return nil
		}
	}
	return fmt.Errorf("public is neither the old site nor the new: %d files, want %d or %d", len(is), len(c.sites[0]), len(c.sites[1]))
}

// heal is what the next run must do: write the site, leave nothing beside it.
func (c *chaos) heal() error {
	if code, said := c.run("-C", "p", "build"); code != 0 {
		return fmt.Errorf("the next build ended with %d: %s", code, said)
	}
	if err := c.whole(); err != nil {
		return err
	}
	beside, err := filepath.Glob(filepath.Join(c.dir, "p", ".public*"))
	if err == nil && len(beside) > 0 {
		err = fmt.Errorf("left beside the site: %q", beside)
	}
	return err
}

// change makes the next build write another site than the one that stands.
func (c *chaos) change() error { return c.set(1 - c.current) }

// survives looks at the site after something was done to a build, and at what
// the next build makes of it.
func (c *chaos) survives() error {
	if err := c.whole(); err != nil {
		return err
	}
	return c.heal()
}

// waitFor waits, briefly, until name is there.
func waitFor(ctx context.Context, name string) {
	for ctx.Err() == nil {
		if _, err := os.Lstat(name); err == nil {
			return
		}
		time.Sleep(50 * time.Microsecond)
	}
}
