// SPDX-License-Identifier: EUPL-1.2

// Stylesheet makes the stylesheet of the site: what our pages use of the
// library of Bootstrap Italia, then our own files, minified. It is run by
// go generate, at development time only: content never changes the result,
// because every element that Markdown can yield is on a page of its own.
package main

import (
	"context"
	_ "embed" // for the page of Markdown's elements
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/tool/stylesheet/subset"
)

// markdownPage holds every element that a text of content/ can become, whether
// or not a page has it today.
//
//go:embed markdown.html
var markdownPage []byte

func main() {
	var projects []fs.FS
	library := flag.String("vendor", "", "the library's stylesheet, `file`")
	source := flag.String("src", "", "`folder` of our own stylesheets, taken in name order")
	out := flag.String("o", "", "`file` to write")
	flag.Func("project", "`folder` with data/ and content/, whose pages count; may be repeated", func(dir string) error {
		projects = append(projects, os.DirFS(dir))
		return nil
	})
	flag.Parse()
	if err := run(context.Background(), *library, *source, projects, *out); err != nil {
		fmt.Fprintln(os.Stderr, "stylesheet:", err)
		os.Exit(1)
	}
}

// run reads everything, then writes out in one go.
func run(ctx context.Context, library, source string, projects []fs.FS, out string) error {
	if library == "" || source == "" || out == "" {
		return errors.New("-vendor, -src and -o are all needed")
	}
	full, err := os.ReadFile(library)
	if err != nil {
		return fmt.Errorf("reading the library: %w", err)
	}
	own, err := readOwn(source)
	if err != nil {
		return err
	}
	pages := new(subset.Pages)
	if err := pages.Add(markdownPage); err != nil {
		return err
	}
	if err := addProjects(ctx, pages, projects...); err != nil {
		return err
	}
	built, err := build(full, own, pages)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, []byte(built), 0o644); err != nil {
		return fmt.Errorf("writing the stylesheet: %w", err)
	}
	fmt.Fprintf(os.Stderr, "%s: %d bytes, from %d pages\n", out, len(built), pages.Len())
	return nil
}

// build joins the library's part and our own text. The banner goes on top
// after minifying, which is free to drop comments.
func build(library []byte, own string, pages *subset.Pages) (string, error) {
	part, err := subset.Cut(library, own, pages)
	if err != nil {
		return "", err
	}
	banner := ""
	if strings.HasPrefix(part, "/*!") {
		banner, part, _ = strings.Cut(part, "*/\n")
		banner += "*/\n"
	}
	short, err := subset.Minify(part + own)
	if err != nil {
		return "", err
	}
	return banner + libraryVersion.ReplaceAllString(short, `$1"$2"`) + "\n", nil
}

// libraryVersion is how a page says which version of the library it is made
// with. The validator of the municipal model strips double quotes, and takes
// what is left, single ones too, for a number (criterion C.SI.1.2).
var libraryVersion = regexp.MustCompile(`(--bootstrap-italia-version:)'([^']*)'`)

// readOwn joins the *.css files of a folder in name order.
func readOwn(dir string) (string, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.css"))
	if err != nil {
		return "", fmt.Errorf("listing our stylesheets: %w", err)
	}
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return "", fmt.Errorf("reading our stylesheets: %w", err)
		}
		b.Write(text)
		b.WriteByte('\n')
	}
	return b.String(), nil
}
