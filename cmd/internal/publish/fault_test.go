// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oldSiteOf and newSiteOf are what the faults stand between: files that stay,
// change, come and go.
func oldSiteOf(t testing.TB) fs.FS {
	return siteOf(t, "index.html", "uno", "resta/index.html", "r", "via/index.html", "v")
}

func newSiteOf(t testing.TB) fs.FS {
	return siteOf(t, "index.html", "due", "resta/index.html", "r", "nuova/index.html", "n")
}

// prepare makes a target with the old site and a file of others, and returns
// what it and the new site look like.
func prepare(t testing.TB, target string) (before, after map[string]string) {
	t.Helper()
	for _, site := range []fs.FS{newSiteOf(t), oldSiteOf(t)} {
		mustWrite(t, quick(newWriter()), target, site)
		put(t, filepath.Join(target, ".well-known", "x"), "x")
		before, after = texts(t, target), before
	}
	return before, after
}

// quick makes w leave the flushing to the system.
func quick(w *writer) *writer {
	w.syncFile = func(*os.File) error { return nil }
	w.syncFolder = func(string) error { return nil }
	return w
}

var errInjected = errors.New("disco rotto")

// TestFaults fails, or cancels, before each change of the disk in turn. An
// error leaves the old site; a success the new one; nothing is ever left
// beside it, and the next run succeeds.
func TestFaults(t *testing.T) {
	for kind, writer := range plainly() {
		for _, cancels := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/cancel=%v", kind, cancels), func(t *testing.T) {
				failures := 0
				for n := int64(1); ; n++ {
					target := filepath.Join(t.TempDir(), "public")
					before, after := prepare(t, target)
					ctx, cancel := context.WithCancel(t.Context())
					var count atomic.Int64
					w := quick(writer())
					w.step = func(string) error {
						if count.Add(1) != n {
							return nil
						}
						if cancels {
							cancel()
							return nil
						}
						return errInjected
					}
					report, err := w.write(ctx, target, newSiteOf(t), Options{})
					cancel()
					want := after
					if err != nil {
						want = before
						failures++
						if !errors.Is(err, errInjected) && !errors.Is(err, context.Canceled) {
							t.Errorf("fault %d: error %v is neither the fault nor the cancel", n, err)
						}
					}
					if diff := cmp.Diff(want, texts(t, target)); diff != "" {
						t.Fatalf("fault %d, error %v (-want +got):\n%s", n, err, diff)
					}
					if report.Leftover == "" {
						noWork(t, target)
					}
					mustWrite(t, quick(newWriter()), target, newSiteOf(t))
					if diff := cmp.Diff(after, texts(t, target)); diff != "" {
						t.Fatalf("run after fault %d (-want +got):\n%s", n, diff)
					}
					if count.Load() < n {
						break // the fault was never reached: all have been tried
					}
				}
				if failures < 10 {
					t.Errorf("only %d faults made a run fail", failures)
				}
			})
		}
	}
}

// The second of two renames fails, and so does the way back: the old site stays
// where it was put until it can return.
func TestSecondRenameFails(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	before, after := prepare(t, target)
	w := plainly()["no exchange, no links"]()
	w.step = func(name string) error {
		if name != "between" {
			return nil
		}
		// The way back is barred too: a folder of another program stands there.
		put(t, filepath.Join(target, "intruso"), "x")
		return errInjected
	}
	if _, err := w.write(t.Context(), target, newSiteOf(t), Options{}); !errors.Is(err, errInjected) {
		t.Fatalf("write = %v, want the injected fault", err)
	}
	// The intruder is not ours: nothing is removed until somebody looks.
	_, err := Write(t.Context(), target, newSiteOf(t), Options{})
	var refused *RefusedError
	if !errors.As(err, &refused) || refused.Reason != NotOurs {
		t.Errorf("Write over the intruder = %v, want reason NotOurs", err)
	}
	if err := os.RemoveAll(target); err != nil {
		t.Fatal(err)
	}
	recovered, err := Recover(t.Context(), target, Options{})
	if !recovered || err != nil {
		t.Fatalf("Recover = %v, %v, want true, nil", recovered, err)
	}
	noWork(t, target)
	if diff := cmp.Diff(before, texts(t, target)); diff != "" {
		t.Errorf("after Recover (-want +got):\n%s", diff)
	}
	mustWrite(t, quick(newWriter()), target, newSiteOf(t))
	if diff := cmp.Diff(after, texts(t, target)); diff != "" {
		t.Errorf("after Write (-want +got):\n%s", diff)
	}
}

// A web server, or a person, may make an empty folder where the site is missing.
func TestRecoverOverEmptyFolder(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	before, _ := prepare(t, target)
	at, err := locate(target, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(at.work, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(target, at.aside()); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(target, 0o755); err != nil {
		t.Fatal(err)
	}
	report := mustWrite(t, newWriter(), target, oldSiteOf(t))
	if !report.Recovered || report.Written() != 0 {
		t.Errorf("Report = %+v, want the old site recovered and nothing written", report)
	}
	if diff := cmp.Diff(before, texts(t, target)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
}

// Environment of the process that is killed: at which change, of which target,
// with which writer.
const (
	killEnv   = "PUBLISH_TEST_KILL"
	targetEnv = "PUBLISH_TEST_TARGET"
	writerEnv = "PUBLISH_TEST_WRITER"
)

// TestKilledHelper is the process that TestKilled kills.
func TestKilledHelper(t *testing.T) {
	at, err := strconv.ParseInt(os.Getenv(killEnv), 10, 64)
	if err != nil {
		t.Skip("runs in the process of TestKilled only")
	}
	var count atomic.Int64
	w := plainly()[os.Getenv(writerEnv)]()
	w.step = func(string) error {
		if count.Add(1) == at {
			self, err := os.FindProcess(os.Getpid())
			if err != nil {
				return err
			}
			if err := self.Kill(); err != nil {
				return err
			}
			select {} // until the signal comes
		}
		return nil
	}
	if _, err := w.write(t.Context(), os.Getenv(targetEnv), newSiteOf(t), Options{}); err != nil {
		t.Fatal(err)
	}
}
