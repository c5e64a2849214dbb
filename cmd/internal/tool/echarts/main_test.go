// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The vendored bundle is what the pinned packages give, byte for byte.
func TestVendoredFilesAreReproduced(t *testing.T) {
	modules := filepath.Join("..", "..", "..", "..", ".ci", "node_modules")
	if _, err := os.Stat(filepath.Join(modules, "echarts")); err != nil {
		t.Skip("the npm packages are not installed: run npm ci in .ci")
	}
	files, err := vendor(modules)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", "..", "chart", "echarts", name))
		if err != nil {
			t.Error(err)
			continue
		}
		if !bytes.Equal(got, want) {
			t.Errorf("chart/echarts/%s is not what the tool makes: run go generate ./cmd/internal/chart", name)
		}
	}
}
