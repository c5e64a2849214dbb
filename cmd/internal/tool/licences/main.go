// SPDX-License-Identifier: EUPL-1.2

// Command licences gathers the licences of everything a built vetro contains,
// so that the program can show them wherever it is copied without its sources.
//
//	go generate ./cmd/internal/command
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("licences: ")
	root := flag.String("root", ".", "folder of the module")
	out := flag.String("o", "", "file to write")
	flag.Parse()
	text, err := gather(*root)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, text, 0o644); err != nil {
		log.Fatal(err)
	}
}

// systems are those the program is built for: each links other modules.
var systems = []string{"linux", "windows", "darwin"}

// licenceFile matches what carries a licence or a notice, but not the terms of
// a test suite or a logo that a build does not contain.
var licenceFile = regexp.MustCompile(`(?i)^(licen[sc]e|copying|notice)`)
var notInBuild = regexp.MustCompile(`(?i)(test262|logo)`)

// A part is something by somebody else that the program contains.
type part struct{ name, dir string }

// gather returns the text of all licences, parts in order of name.
func gather(root string) ([]byte, error) {
	parts, err := modules(root)
	if err != nil {
		return nil, err
	}
	parts = append(parts,
		part{"Apache ECharts, ZRender, d3 e tslib (disegno dei grafici)", filepath.Join(root, "cmd", "internal", "chart", "echarts")},
		part{"Bootstrap Italia, Bootstrap e Titillium Web (aspetto del sito)", filepath.Join(root, "static", "licenze")},
		part{"Go (linguaggio e libreria standard)", goRoot(root)},
	)
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.name, b.name) })
	var out bytes.Buffer
	for _, p := range parts {
		fmt.Fprintf(&out, "%s\n%s\n%s\n", strings.Repeat("=", 72), p.name, strings.Repeat("=", 72))
		if err := appendLicences(&out, p); err != nil {
			return nil, err
		}
	}
	return append(bytes.TrimSpace(out.Bytes()), '\n'), nil
}

// modules lists the modules that a build for any of the systems links.
func modules(root string) ([]part, error) {
	found := map[part]bool{}
	for _, system := range systems {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/vetro")
		list.Dir = root
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		text, err := list.Output()
		if err != nil {
			return nil, fmt.Errorf("listing the modules for %s: %w", system, err)
		}
		for line := range strings.Lines(string(text)) {
			if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				found[part{name, dir}] = true
			}
		}
	}
	var parts []part
	for p := range found {
		parts = append(parts, p)
	}
	return parts, nil
}

func goRoot(root string) string {
	env := exec.Command("go", "env", "GOROOT")
	env.Dir = root
	text, err := env.Output()
	if err != nil {
		log.Fatalf("go env: %v", err)
	}
	return strings.TrimSpace(string(text))
}

func appendLicences(out *bytes.Buffer, p part) error {
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return err
	}
	n := 0
	for _, e := range entries {
		inLicences := filepath.Base(p.dir) == "licenze"
		if e.IsDir() || !inLicences && !licenceFile.MatchString(e.Name()) || notInBuild.MatchString(e.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(p.dir, e.Name()))
		if err != nil {
			return err
		}
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		fmt.Fprintf(out, "\n--- %s ---\n\n%s\n\n", e.Name(), bytes.TrimSpace(data))
		n++
	}
	if n == 0 {
		return fmt.Errorf("%s has no licence in %s", p.name, p.dir)
	}
	return nil
}
