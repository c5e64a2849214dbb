// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the tests got over what they want")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"vetro": main})
}

// TestScripts runs whole commands. Each script starts in a folder that holds
// testdata/project as "p", with a home and a cache of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.Getenv("WORK")+"/home")
			for _, name := range []string{"XDG_CACHE_HOME", "LocalAppData"} {
				e.Setenv(name, e.Getenv("WORK")+"/cache")
			}
			return os.CopyFS(e.Getenv("WORK")+"/p", os.DirFS("testdata/project"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exitcode": exitcode,
			"sums":     sums,
			"same":     same,
			"replace":  replace,
			"bytes":    writeBytes,
			"crlf":     crlf,
			"spoil":    spoil,
		},
	})
}

// exitcode runs vetro and wants it to end with a code: exitcode 2 build -z.
func exitcode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exitcode code args…")
	}
	for i, arg := range args {
		args[i] = unquote(ts, arg)
	}
	got := 0
	if err := ts.Exec("vetro", args[1:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("vetro: %v", err)
		}
		got = exit.ExitCode()
	}
	if want, err := strconv.Atoi(args[0]); err != nil || got != want {
		ts.Fatalf("exit code = %d, want %s", got, args[0])
	}
}

// same wants two folders to hold the same files: same one two.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: same one two")
	}
	if diff := cmp.Diff(readTree(ts, args[0]), readTree(ts, args[1])); diff != "" {
		ts.Fatalf("%s and %s differ (-one +two):\n%s", args[0], args[1], diff)
	}
}

func readTree(ts *testscript.TestScript, dir string) map[string]string {
	out, err := tree(os.DirFS(ts.MkAbs(dir)))
	ts.Check(err)
	return out
}

// tree returns the checksums of all files in fsys.
func tree(fsys fs.FS) (map[string]string, error) {
	out := map[string]string{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		out[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	return out, err
}

// sums writes the checksums, modes and names of all below a folder to a file:
// sums folder file.
func sums(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sums folder file")
	}
	var b strings.Builder
	fsys := os.DirFS(ts.MkAbs(args[0]))
	ts.Check(fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		fmt.Fprintf(&b, "%x %v %d %s\n", sha256.Sum256(data), info.Mode(), info.ModTime().UnixNano(), name)
		return err
	}))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o644))
}

// replace changes text in a file, which must hold it once: replace file old
// new. "\n", "\r", "\t" and the like are read as in Go.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace file old new")
	}
	data := ts.ReadFile(args[0])
	old, text := unquote(ts, args[1]), unquote(ts, args[2])
	if n := strings.Count(data, old); n != 1 {
		ts.Fatalf("%q is %d times in %s, want once", old, n, args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(data, old, text, 1)), 0o644))
}

// writeBytes writes a file of the text given, escapes read: bytes file text.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes file text")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(unquote(ts, args[1])), 0o644))
}

func unquote(ts *testscript.TestScript, s string) string {
	var out string
	_, err := fmt.Sscanf(`"`+strings.ReplaceAll(s, `"`, `\"`)+`"`, "%q", &out)
	ts.Check(err)
	return out
}

// crlf makes a file what a Windows editor would: crlf file.
func crlf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: crlf file")
	}
	data := strings.ReplaceAll(ts.ReadFile(args[0]), "\n", "\r\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\ufeff"+data), 0o644))
}

// spoil overwrites all files in a folder: spoil folder.
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: spoil folder")
	}
	dir := ts.MkAbs(args[0])
	entries, err := os.ReadDir(dir)
	ts.Check(err)
	if len(entries) == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
	for _, e := range entries {
		ts.Check(os.WriteFile(filepath.Join(dir, e.Name()), []byte("guasto"), 0o600))
	}
}
