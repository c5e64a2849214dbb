// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The vendored metrics are those of the pinned fonts.
func TestVendoredMetricsAreReproduced(t *testing.T) {
	fonts := filepath.Join("..", "..", "..", "..", ".ci", "node_modules", "@fontsource", "titillium-web", "files")
	if _, err := os.Stat(fonts); err != nil {
		t.Skip("the npm packages are not installed: run npm ci in .ci")
	}
	want, err := metrics(fonts, "titillium-web-latin")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join("..", "..", "chart", "metrics.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("chart/metrics.json is not what the tool makes: run go generate ./cmd/internal/chart")
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
