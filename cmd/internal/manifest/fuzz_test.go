// SPDX-License-Identifier: EUPL-1.2

package manifest

import (
	"io/fs"
	"testing"
)

// FuzzParse reads what may stand in the place of a manifest: the old site is
// somebody else's folder. What is taken for ours names only files inside it.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"generator":"vetro 1","editions":[],"files":[{"path":"index.html","size":1,"sha256":"0000000000000000000000000000000000000000000000000000000000000000"}]}`))
	f.Add([]byte(`{"generator":"vetro 1","files":[{"path":"../x"}]}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, ours := Parse(data)
		if !ours {
			return
		}
		for _, file := range m.Files {
			if !fs.ValidPath(file.Path) || file.Size < 0 {
				t.Errorf("a manifest with the file %q is taken for ours", file.Path)
			}
		}
		again, err := m.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, ours := Parse(again); !ours {
			t.Errorf("what was ours is not when it is written again:\n%s", again)
		}
	})
}
