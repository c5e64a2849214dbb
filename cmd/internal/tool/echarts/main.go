// SPDX-License-Identifier: EUPL-1.2

// Echarts makes the JavaScript that draws the charts: the part of Apache
// ECharts that entry.js asks for, as one ES5 script that defines the global
// "echarts" and needs neither a browser nor a module loader. It is run by
// go generate, at development time only. The same packages give the same bytes.
package main

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for the entry point
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

//go:embed entry.js
var entry string

// packages are what the bundle is made from, and the files of each that must
// travel with it.
var packages = []struct {
	name, version string
	notices       map[string]string // file of the package → file beside the bundle
}{
	{"echarts", "6.1.0", map[string]string{"LICENSE": "LICENSE", "NOTICE": "NOTICE", "licenses/LICENSE-d3": "LICENSE.d3"}},
	{"zrender", "6.1.0", map[string]string{"LICENSE": "LICENSE.zrender"}},
	{"tslib", "2.3.0", map[string]string{"LICENSE.txt": "LICENSE.tslib", "CopyrightNotice.txt": "NOTICE.tslib"}},
}

func main() {
	modules := flag.String("modules", "", "node_modules `folder` with the pinned packages, beside its package-lock.json")
	out := flag.String("o", "", "`file` to write; licences and VERSION go beside it")
	flag.Parse()
	if err := run(*modules, *out); err != nil {
		fmt.Fprintln(os.Stderr, "echarts:", err)
		os.Exit(1)
	}
}

// run makes everything, then writes it.
func run(modules, out string) error {
	if modules == "" || out == "" {
		return errors.New("-modules and -o are both needed")
	}
	files, err := vendor(modules)
	if err != nil {
		return err
	}
	for name, data := range files {
		path := filepath.Join(filepath.Dir(out), name)
		if name == "echarts.js" {
			path = out
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return fmt.Errorf("writing the bundle: %w", err)
		}
	}
	return nil
}

// vendor returns the files to keep in the repository, by name.
func vendor(modules string) (map[string][]byte, error) {
	script, err := bundle(modules)
	if err != nil {
		return nil, err
	}
	lock, err := readLock(filepath.Join(filepath.Dir(modules), "package-lock.json"))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{"echarts.js": script}
	var version bytes.Buffer
	for _, p := range packages {
		locked := lock.Packages["node_modules/"+p.name]
		if locked.Version != p.version {
			return nil, fmt.Errorf("%s is %q in the lock file, want %q", p.name, locked.Version, p.version)
		}
		fmt.Fprintf(&version, "%s %s %s\n", p.name, locked.Version, locked.Integrity)
		for from, to := range p.notices {
			text, err := os.ReadFile(filepath.Join(modules, p.name, from))
			if err != nil {
				return nil, fmt.Errorf("reading a licence: %w", err)
			}
			files[to] = text
		}
	}
	fmt.Fprintf(&version, "echarts.js sha256-%x\n", sha256.Sum256(script))
	files["VERSION"] = version.Bytes()
	return files, nil
}

// lockFile is the part of package-lock.json that says which tarballs were used.
type lockFile struct {
	Packages map[string]struct{ Version, Integrity string }
}

func readLock(path string) (lock lockFile, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return lock, fmt.Errorf("reading the lock file: %w", err)
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return lock, fmt.Errorf("reading %s: %w", path, err)
	}
	return lock, nil
}

// bundle runs esbuild. Its output holds no path, so that the folder does not
// matter.
func bundle(modules string) ([]byte, error) {
	root, err := filepath.Abs(modules)
	if err != nil {
		return nil, fmt.Errorf("finding the packages: %w", err)
	}
	result := api.Build(api.BuildOptions{
		Stdin:      &api.StdinOptions{Contents: entry, ResolveDir: filepath.Dir(root), Sourcefile: "entry.js"},
		Bundle:     true,
		Format:     api.FormatIIFE,
		GlobalName: "echarts",
		Platform:   api.PlatformNeutral,
		MainFields: []string{"module", "main"},
		Target:     api.ES5,
		// tslib offers a module written for newer engines first.
		Alias:             map[string]string{"tslib": filepath.Join(root, "tslib", "tslib.es6.js")},
		Define:            map[string]string{"process.env.NODE_ENV": `"production"`},
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Charset:           api.CharsetASCII,
		LegalComments:     api.LegalCommentsNone,
		LogLevel:          api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		lines := api.FormatMessages(result.Errors, api.FormatMessagesOptions{})
		return nil, fmt.Errorf("bundling: %s", lines[0])
	}
	const banner = "/* Apache ECharts 6.1.0, Apache-2.0; zrender 6.1.0, BSD-3-Clause; tslib 2.3.0, 0BSD. See LICENSE*, NOTICE*. */\n"
	return append([]byte(banner), result.OutputFiles[0].Contents...), nil
}
