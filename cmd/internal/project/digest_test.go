// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"testing"
	"testing/fstest"
)

func TestInputDigest(t *testing.T) {
	of := func(files map[string]string) string {
		fsys := fstest.MapFS{}
		for name, text := range files {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		d, err := inputDigest(fsys)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	base := map[string]string{"data/ente.toml": "a = 1\nb = 2\n", "content/a.md": "testo\n", "content/x.csv": "a\r\n"}
	want := of(base)
	with := func(name, text string) map[string]string {
		files := map[string]string{name: text}
		for n, s := range base {
			if n != name {
				files[n] = s
			}
		}
		return files
	}
	for _, test := range []struct {
		name  string
		files map[string]string
		same  bool
	}{
		{"itself", base, true},
		{"lines of Windows", with("data/ente.toml", "a = 1\r\nb = 2\r\n"), true},
		{"a mark", with("content/a.md", "\uFEFFtesto\n"), true},
		{"a file of the system", with("content/.DS_Store", "x"), true},
		{"a folder of an editor", with("data/.idea/x.toml", "x"), true},
		{"a file elsewhere", with("README.md", "x"), true},
		{"another value", with("data/ente.toml", "a = 1\nb = 3\n"), false},
		{"another name", with("content/b.md", "testo\n"), false},
		{"other bytes of what is no text of ours", with("content/x.csv", "a\n"), false},
	} {
		if got := of(test.files); (got == want) != test.same {
			t.Errorf("%s: digest %s, of the base %s, want the same: %t", test.name, got, want, test.same)
		}
	}
}
