// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/manifest"
)

// replace puts text in the place of a file as editors and FTP servers do.
func replace(t testing.TB, name, text string) {
	t.Helper()
	put(t, name+".tmp", text)
	if err := os.Rename(name+".tmp", name); err != nil {
		t.Fatal(err)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// others is what somebody does in the target while the new site is made, and
// what must come of it.
var others = []struct {
	name string
	do   func(t testing.TB, target string)
	want map[string]string // what is there in the end besides the site; "-" what is not
}{
	{"a challenge in a folder of others", func(t testing.TB, to string) {
		put(t, filepath.Join(to, ".well-known", "acme", "abc"), "t")
	}, map[string]string{".well-known/acme/": "", ".well-known/acme/abc": "t"}},
	{"a file at the top", func(t testing.TB, to string) { put(t, filepath.Join(to, "documento.pdf"), "x") },
		map[string]string{"documento.pdf": "x"}},
	{"a folder that nobody may write in", func(t testing.TB, to string) {
		put(t, filepath.Join(to, "chiusa", "a"), "x")
		must(t, os.Chmod(filepath.Join(to, "chiusa"), 0o500))
	}, map[string]string{"chiusa/": "", "chiusa/a": "x"}},
	{"an empty folder", func(t testing.TB, to string) { must(t, os.Mkdir(filepath.Join(to, "vuota"), 0o755)) },
		map[string]string{"vuota/": ""}},
	{"a file in a folder of the site", func(t testing.TB, to string) { put(t, filepath.Join(to, "resta", "a.pdf"), "x") },
		map[string]string{"resta/a.pdf": "x"}},
	{"a file in a folder that the site leaves", func(t testing.TB, to string) { put(t, filepath.Join(to, "via", "a.pdf"), "x") },
		map[string]string{"via/": "", "via/a.pdf": "x"}},
	{"a link", func(t testing.TB, to string) { must(t, os.Symlink("altrove", filepath.Join(to, "collegamento"))) },
		map[string]string{"collegamento": "→ altrove"}},
	{"replaced by rename", func(t testing.TB, to string) { replace(t, filepath.Join(to, ".well-known", "x"), "nuovo") },
		map[string]string{".well-known/x": "nuovo"}},
	{"replaced by rename, with an older time", func(t testing.TB, to string) {
		name := filepath.Join(to, ".htaccess")
		replace(t, name, "nuovo")
		must(t, os.Chtimes(name, time.Unix(1, 0), time.Unix(1, 0)))
	}, map[string]string{".htaccess": "nuovo"}},
	{"edited", func(t testing.TB, to string) { put(t, filepath.Join(to, ".htaccess"), "permetti") },
		map[string]string{".htaccess": "permetti"}},
	{"removed", func(t testing.TB, to string) { must(t, os.Remove(filepath.Join(to, ".htaccess"))) },
		map[string]string{".htaccess": "-"}},
	{"removed with its folder", func(t testing.TB, to string) { must(t, os.RemoveAll(filepath.Join(to, ".well-known"))) },
		map[string]string{".well-known/": "-", ".well-known/x": "-"}},
	{"renamed", func(t testing.TB, to string) {
		must(t, os.Rename(filepath.Join(to, ".htaccess"), filepath.Join(to, ".htaccess.vecchio")))
	}, map[string]string{".htaccess": "-", ".htaccess.vecchio": "deny"}},
	{"where the site has a new page", func(t testing.TB, to string) { put(t, filepath.Join(to, "nuova", "index.html"), "mio") },
		map[string]string{"nuova/index.html.conservato-1": "mio"}},
	{"a file where the site has a new folder", func(t testing.TB, to string) { put(t, filepath.Join(to, "nuova"), "mio") },
		map[string]string{"nuova.conservato-1": "mio"}},
}

// withOthers makes a target with files of others, and returns what there will be
// after the new site was written.
func withOthers(t testing.TB, target string) map[string]string {
	t.Helper()
	prepare(t, target)
	put(t, filepath.Join(target, ".htaccess"), "deny")
	return map[string]string{"index.html": "due", "resta/": "", "resta/index.html": "r", "nuova/": "", "nuova/index.html": "n",
		".well-known/": "", ".well-known/x": "x", ".htaccess": "deny"}
}

// inTheLastInstant makes a writer of kind that calls do when nothing is left to
// do but the exchange.
func inTheLastInstant(kind string, do func()) *writer {
	w := quick(plainly()[kind]())
	exchange := w.exchange
	done := false
	w.exchange = func(a, b string) error {
		if !done {
			done = true
			do()
		}
		return exchange(a, b)
	}
	return w
}

// What appears, changes or goes in the target up to the last instant before the
// exchange is not lost: 100 of 100.
func TestOthersWhileWriting(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder with open files cannot be renamed there")
	}
	for kind := range plainly() {
		for i := range 100 {
			other := others[i%len(others)]
			t.Run(fmt.Sprintf("%s/%s/%d", kind, other.name, i), func(t *testing.T) {
				target := filepath.Join(t.TempDir(), "public")
				want := withOthers(t, target)
				w := inTheLastInstant(kind, func() { other.do(t, target) })
				report := mustWrite(t, w, target, newSiteOf(t))
				checkOthers(t, target, want, other.want)
				for name := range other.want {
					if strings.Contains(name, ".conservato-") && !slices.Contains(report.Aside, name) {
						t.Errorf("Aside = %q, want %s", report.Aside, name)
					}
				}
				t.Cleanup(func() { os.Chmod(filepath.Join(target, "chiusa"), 0o700) })
			})
		}
	}
}

func checkOthers(t *testing.T, target string, want, more map[string]string) {
	t.Helper()
	for name, text := range more {
		if want[name] = text; text == "-" {
			delete(want, name)
		}
	}
	if diff := cmp.Diff(want, texts(t, target)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
}

// The same when the process is killed right after the exchange: the next run,
// even one that writes nothing, brings all over.
func TestOthersAfterKill(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder with open files cannot be renamed there")
	}
	for kind := range plainly() {
		for _, other := range others {
			t.Run(kind+"/"+other.name, func(t *testing.T) {
				if strings.HasPrefix(other.name, "removed") || other.name == "renamed" {
					t.Skip("what was removed comes back: nobody knows any more")
				}
				target := filepath.Join(t.TempDir(), "public")
				want := withOthers(t, target)
				w := inTheLastInstant(kind, func() { other.do(t, target) })
				var swapped atomic.Bool // files are flushed behind the writer's back
				w.step = func(name string) error {
					if name == "swap" {
						swapped.Store(true)
					}
					if swapped.Load() && name == "remove" {
						return errInjected // as if nothing after it were ever done
					}
					return nil
				}
				if report, err := w.write(t.Context(), target, newSiteOf(t), Options{}); err != nil || report.Leftover == "" {
					t.Fatalf("write = %+v, %v, want a leftover", report, err)
				}
				if _, err := Recover(t.Context(), target, Options{}); err != nil {
					t.Fatal(err)
				}
				noWork(t, target)
				checkOthers(t, target, want, other.want)
				t.Cleanup(func() { os.Chmod(filepath.Join(target, "chiusa"), 0o700) })
			})
		}
	}
}

// A target that is no longer the folder that was looked at stays as it is.
func TestTargetReplaced(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no exchange, and folders in use cannot be renamed")
	}
	for kind := range plainly() {
		for name, do := range map[string]func(t testing.TB, target string){
			"file":   func(t testing.TB, target string) { put(t, target, "mio") },
			"link":   func(t testing.TB, target string) { must(t, os.Symlink("altrove", target)) },
			"folder": func(t testing.TB, target string) { put(t, filepath.Join(target, "mio"), "mio") },
		} {
			t.Run(kind+"/"+name, func(t *testing.T) {
				dir := t.TempDir()
				target := filepath.Join(dir, "public")
				prepare(t, target)
				var want map[string]string
				w := inTheLastInstant(kind, func() {
					must(t, os.Rename(target, filepath.Join(dir, "tenuto")))
					do(t, target)
					want = texts(t, dir)
					for name := range want {
						if strings.HasPrefix(name, ".public.vetro/") {
							delete(want, name)
						}
					}
				})
				_, err := w.write(t.Context(), target, newSiteOf(t), Options{})
				if refused, ok := errors.AsType[*RefusedError](err); !ok || refused.Reason != Meanwhile {
					t.Errorf("write = %v, want reason Meanwhile", err)
				}
				if diff := cmp.Diff(want, texts(t, dir)); diff != "" {
					t.Errorf("disk (-want +got):\n%s", diff)
				}
			})
		}
	}
}

// A target that was removed gets the new site, which is whole; but where the new
// site needs a file of the old one the run stops.
func TestTargetRemoved(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	_, after := prepare(t, target)
	w := inTheLastInstant("this system", func() { must(t, os.RemoveAll(target)) })
	w.step = func(name string) error {
		if name == "swap" {
			return os.RemoveAll(target)
		}
		return nil
	}
	mustWrite(t, w, target, newSiteOf(t))
	if diff := cmp.Diff(after, texts(t, target)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
	w = newWriter()
	w.step = func(name string) error {
		if name == "write" {
			return os.RemoveAll(target)
		}
		return nil
	}
	_, err := w.write(t.Context(), target, oldSiteOf(t), Options{})
	if err == nil || errors.Is(err, context.Canceled) {
		t.Errorf("write without its old files = %v, want an error", err)
	}
	noWork(t, target)
}

// A file of others that goes while it is carried over is none of our business; a
// page that the new site needs is.
func TestGoneWhileKept(t *testing.T) {
	for name, refused := range map[string]bool{".well-known/x": false, "resta/index.html": true} {
		target := filepath.Join(t.TempDir(), "public")
		prepare(t, target)
		w := quick(newWriter())
		var once sync.Once
		w.step = func(step string) error {
			if step == "folders" {
				once.Do(func() { must(t, os.Remove(filepath.Join(target, filepath.FromSlash(name)))) })
			}
			return nil
		}
		_, err := w.write(t.Context(), target, newSiteOf(t), Options{})
		if is, ok := errors.AsType[*RefusedError](err); ok != refused || !refused && err != nil || ok && is.Reason != Meanwhile {
			t.Errorf("%s goes: write = %v, want refused: %v", name, err, refused)
		}
		noWork(t, target)
		if _, there := texts(t, target)[name]; there {
			t.Errorf("%s is back", name)
		}
	}
}

// A page of ours that is edited before the exchange stops the run when the new
// site was to keep it, and is named when it was to replace it.
func TestOursEditedWhileWriting(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	prepare(t, target)
	s := open(t, target)
	if err := s.writeAll(newSiteOf(t), []string{"index.html", "resta/index.html", "nuova/index.html", manifest.SumsName, manifest.Name}); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(target, "resta", "index.html"), "ritoccato")
	_, err := s.Finish(t.Context())
	if refused, ok := errors.AsType[*RefusedError](err); !ok || refused.Reason != Meanwhile || refused.Path != "resta/index.html" {
		t.Errorf("Finish = %v, want reason Meanwhile", err)
	}
	target = filepath.Join(t.TempDir(), "public")
	prepare(t, target)
	w := inTheLastInstant("this system", func() { replace(t, filepath.Join(target, "index.html"), "ritoccato") })
	if report := mustWrite(t, w, target, newSiteOf(t)); !slices.Equal(report.Edited, []string{"index.html"}) {
		t.Errorf("Edited = %q, want index.html", report.Edited)
	}
}

// The folders and links of others stay what they are, down to their times.
func TestKeptAttributes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no owners of this kind")
	}
	root := os.Geteuid() == 0
	long := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	for kind := range plainly() {
		t.Run(kind, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "public")
			prepare(t, target)
			must(t, os.Symlink("x", filepath.Join(target, ".well-known", "l")))
			names := []string{".well-known/x", ".well-known/l", ".well-known", "."}
			for i, name := range names {
				name := filepath.Join(target, name)
				if root {
					must(t, os.Lchown(name, 33, 100+i))
				}
				if i != 1 {
					must(t, os.Chmod(name, []fs.FileMode{0o640, 0, 0o770 | fs.ModeSetgid, 0o775}[i]))
					must(t, os.Chtimes(name, long, long))
				}
			}
			was := map[string]fs.FileInfo{}
			for _, name := range names {
				was[name], _ = os.Lstat(filepath.Join(target, name))
			}
			report := mustWrite(t, plainly()[kind](), target, newSiteOf(t))
			if len(report.Strangers) > 0 {
				t.Errorf("Strangers = %q, want none", report.Strangers)
			}
			for _, name := range names {
				is, _ := os.Lstat(filepath.Join(target, name))
				if kind == "this system" && name != "." && !os.SameFile(is, was[name]) {
					t.Errorf("%s is a likeness, want the very one", name)
				}
				if !sameOwner(is, was[name]) || is.Mode() != was[name].Mode() || name != "." && !is.ModTime().Equal(was[name].ModTime()) {
					t.Errorf("%s: %v %v, want %v %v", name, is.Mode(), is.ModTime(), was[name].Mode(), was[name].ModTime())
				}
			}
		})
	}
}

// Where the owner cannot be kept the report names what has another one now.
func TestStrangers(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give files away")
	}
	target := filepath.Join(t.TempDir(), "public")
	prepare(t, target)
	must(t, os.Chown(target, 33, 33))
	w := newWriter()
	var asked []string
	w.chown = func(name string, user, group int) error {
		asked = append(asked, strconv.Itoa(user)+":"+strconv.Itoa(group))
		return fs.ErrPermission
	}
	report := mustWrite(t, w, target, newSiteOf(t))
	if !slices.Equal(report.Strangers, []string{"."}) || !slices.Equal(asked, []string{"33:33", "-1:33"}) {
		t.Errorf("Strangers = %q after asking for %q, want the target after owner and group, then group", report.Strangers, asked)
	}
}

// On a system where a rename may have to wait, a run that is interrupted between
// the two goes on: the target is missing.
func TestInterruptedBetween(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	_, after := prepare(t, target)
	ctx, cancel := context.WithCancel(t.Context())
	w := plainly()["no exchange, no links"]()
	w.step = func(name string) error {
		if name == "between" {
			cancel()
		}
		return nil
	}
	tries := 0
	w.move = func(from, to string) error {
		if to == target {
			if tries++; tries == 1 {
				return errInjected
			}
		}
		return os.Rename(from, to)
	}
	w.held = func(err error) bool { return errors.Is(err, errInjected) }
	if _, err := w.write(ctx, target, newSiteOf(t), Options{}); err != nil || tries != 2 {
		t.Errorf("write = %v after %d renames, want it done after 2", err, tries)
	}
	if diff := cmp.Diff(after, texts(t, target)); diff != "" {
		t.Errorf("target (-want +got):\n%s", diff)
	}
}
