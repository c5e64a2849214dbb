// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
)

// TestShippedWords holds that the texts which come with the program, its example
// and its starting point are written as the rules ask: a wrong warning there
// would be the first that anybody sees.
func TestShippedWords(t *testing.T) {
	for name, root := range map[string]string{"shipped": "../../..", "demo": "../starter/demo", "skeleton": "../starter/skeleton"} {
		t.Run(name, func(t *testing.T) {
			fsys := os.DirFS(root)
			report := new(diag.List)
			in := Input{Project: fsys, Publication: plan.Load(fsys, report)}
			routes := func(address string) bool {
				_, err := fs.Stat(fsys, "content"+strings.TrimSuffix(address, "/")+".md")
				return errors.Is(err, fs.ErrNotExist)
			}
			in.Pages = narrative.Load(fsys, in.Publication, narrative.Known{Routes: routes}, report)
			read := len(in.Publication.Passages)
			for _, p := range in.Pages {
				read += len(p.Passages)
			}
			if read < 20 {
				t.Fatalf("%d passages: the texts were not read", read)
			}
			report = new(diag.List)
			figures(in, report)
			words(in, report)
			for _, d := range report.Sorted() {
				if code, _ := diag.Lookup(d.Code); code.Off == "" {
					t.Errorf("%s\n%s", d, d.Hint)
				}
			}
		})
	}
}
