// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// floor returns on which floor a package of the table of layers stands: one above
// the highest that it may import.
func floor(name string) int {
	top := -1
	for _, below := range layers[name] {
		for _, dir := range []string{"cmd/internal/" + below, below} {
			if _, ok := layers[dir]; ok {
				top = max(top, floor(dir))
				break
			}
		}
	}
	return top + 1
}

// TestFloorsAreDrawn holds the drawing in cmd/README.md to the table of layers.
func TestFloorsAreDrawn(t *testing.T) {
	var floors [][]string
	for dir := range layers {
		if strings.HasSuffix(dir, "/") {
			continue
		}
		n := floor(dir)
		for len(floors) <= n {
			floors = append(floors, nil)
		}
		floors[n] = append(floors[n], path.Base(dir))
	}
	var want strings.Builder
	for n, names := range slices.Backward(floors) {
		slices.Sort(names)
		fmt.Fprintf(&want, "%2d  %s\n", n, strings.Join(names, "  "))
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "```\n")
	got, _, _ := strings.Cut(rest, "```")
	if got != want.String() {
		t.Errorf("cmd/README.md draws\n%s\nthe floors are\n%s", got, want.String())
	}
}
