// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/source"
)

// everything sums up all that a result depends on: every byte of the project and
// every option; "" where something cannot be read, which a build will tell.
func everything(fsys fs.FS, opts Options) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %q %t %q %v\n", opts.BaseURL, opts.Target, opts.Drafts, opts.Version, opts.Today)
	for _, root := range []string{"data", "content"} {
		err := fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			fmt.Fprintf(sum, "%q %v\n", name, info.Mode())
			if d.IsDir() {
				return nil
			}
			if !info.Mode().IsRegular() {
				return fs.ErrInvalid // a link: what it leads to may change
			}
			data, err := source.ReadFile(fsys, name, attachment.MaxSize)
			fmt.Fprintf(sum, "%d\n%s\n", len(data), data)
			return err
		})
		if _, missing := fs.Stat(fsys, root); err != nil && missing == nil {
			return ""
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// against adds to the digest of everything the published site that the new one
// is compared with, by its manifest.
func against(digest string, published []byte) string {
	if digest == "" {
		return ""
	}
	sum := sha256.Sum256(append([]byte(digest), published...))
	return hex.EncodeToString(sum[:])
}

// published returns the manifest of the last published site.
func published(previous fs.FS) []byte {
	if previous == nil {
		return nil
	}
	data, _ := fs.ReadFile(previous, manifest.Name) // one that cannot be read promises nothing
	return data
}

// again returns the result of the last build if this one would be the same and
// out has its files still; nil otherwise.
func (m *memory) again(digest string, out Output) (*Result, error) {
	if m == nil || digest == "" || !slices.Contains(m.last.Digests, digest) {
		return nil, nil
	}
	for _, f := range m.last.Files {
		if kept, err := out.keep(f); err != nil || !kept {
			return nil, err
		}
	}
	for _, f := range m.last.Lists {
		if _, err := out.write(f); err != nil {
			return nil, err
		}
	}
	r := &Result{Readable: true, Built: true, Report: new(diag.List), Drafts: m.last.Drafts, Pages: m.last.Pages, Charts: m.last.Charts}
	for _, d := range m.last.Report {
		r.Report.Add(d)
	}
	return r, nil
}

// broken are the codes of faults that a site has only against the one published
// before it: against itself it has none of them.
var broken = []string{"removal-before-term", "publication-date-changed", "address-vanished", "figures-changed-silently"}

// remember hands what came of a project to the next build, which will find this
// site published.
func (r *Result) remember(m *memory, digest string, opts Options, b *build) {
	if m == nil {
		return
	}
	w := whole{Digests: []string{against(digest, published(opts.Previous))}, Report: r.Report.Sorted(), Drafts: r.Drafts, Accepted: r.Publication.Accepted, Pages: r.Pages, Charts: r.Charts}
	for _, f := range b.files {
		if text, list := b.texts[f.Path]; list && path.Dir(f.Path) == "." && (f.Path == manifest.Name || f.Path == manifest.SumsName) {
			w.Lists = append(w.Lists, site.File{Path: f.Path, Data: text})
		} else {
			w.Files = append(w.Files, f)
		}
	}
	if !slices.ContainsFunc(w.Report, func(d diag.Diagnostic) bool { return slices.Contains(broken, d.Code) }) {
		w.Digests = append(w.Digests, against(digest, b.texts[manifest.Name]))
	}
	if !r.Built || digest == "" {
		w = whole{}
	}
	m.keep(w)
}
