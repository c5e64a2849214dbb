// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKilled kills a real process before each change of the disk in turn. The
// old site or the new one stands; only where the exchange takes two renames may
// the target be missing, and then the next run puts the old one back.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a process for each change of the disk")
	}
	for kind := range plainly() {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			kills, missing := 0, 0
			for n := 1; ; n++ {
				target := filepath.Join(t.TempDir(), "public")
				before, after := prepare(t, target)
				cmd := exec.Command(os.Args[0], "-test.run=^TestKilledHelper$")
				cmd.Env = append(os.Environ(), killEnv+"="+strconv.Itoa(n), targetEnv+"="+target, writerEnv+"="+kind)
				out, err := cmd.CombinedOutput()
				var exit *exec.ExitError
				if err != nil {
					if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
						t.Fatalf("helper %d: %v\n%s", n, err, out)
					}
					kills++
				}
				if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
					missing++
					recovered, err := Recover(t.Context(), target, Options{})
					if !recovered || err != nil {
						t.Fatalf("kill %d: Recover = %v, %v", n, recovered, err)
					}
				}
				got := texts(t, target)
				if diff := cmp.Diff(before, got); diff != "" && !cmp.Equal(after, got) {
					t.Fatalf("kill %d: neither the old site nor the new; against the old (-want +got):\n%s", n, diff)
				}
				mustWrite(t, quick(newWriter()), target, newSiteOf(t))
				if diff := cmp.Diff(after, texts(t, target)); diff != "" {
					t.Fatalf("run after kill %d (-want +got):\n%s", n, diff)
				}
				if err == nil {
					break
				}
			}
			wantMissing := 0
			if kind != "this system" {
				wantMissing = 1
			}
			if kills < 10 || missing != wantMissing {
				t.Errorf("%d kills, target missing after %d, want at least 10 and %d", kills, missing, wantMissing)
			}
		})
	}
}
