// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The fonts are those of the pinned package.
func TestFontsAreThePinnedOnes(t *testing.T) {
	for _, w := range []weight{regular, bold} {
		name := "titillium-web-latin-" + string(w) + "-normal.woff"
		want, err := os.ReadFile(filepath.Join("..", "..", "..", ".ci", "node_modules", "@fontsource", "titillium-web", "files", name))
		if err != nil {
			t.Skip("the npm packages are not installed: run npm ci in .ci")
		}
		if got, err := fontFiles.ReadFile("fonts/" + name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("fonts/%s is not the file of the package (%v)", name, err)
		}
	}
}

func TestUnwrapRefusesWhatIsNotAWholeFont(t *testing.T) {
	whole := make([]byte, 44+20)
	copy(whole, "wOFF")
	whole[13] = 1       // one table
	whole[44+8+3] = 200 // longer than the file
	cases := map[string][]byte{
		"empty":     nil,
		"another":   []byte("wOF2" + string(make([]byte, 60))),
		"no table":  whole[:50],
		"cut table": whole,
	}
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			if font, err := unwrap(data); err == nil {
				t.Errorf("unwrap gave %d bytes, want an error", len(font))
			}
		})
	}
}
