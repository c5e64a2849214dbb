// SPDX-License-Identifier: EUPL-1.2

// Package rules judges a project that could be read: what the law asks of it,
// what its words say, what it must not tell of anybody.
package rules

import (
	"io/fs"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// Input is what the rules read.
type Input struct {
	Project     fs.FS             // the folder that holds data/ and content/
	Publication *plan.Publication // never nil
	Pages       []*narrative.Page
	Previous    fs.FS              // the last published site, nil when there is none
	Today       tomldoc.Date       // the day it is, zero when nobody said: no rule asks the machine
	Documents   *attachment.Memory // where what was found in them is kept, or nil
	Drafts      bool               // the site is to have the drafts too
}

// Check reports every fault that in has, of every rule, also of those that are
// off unless asked for: who prints chooses.
func Check(in Input, report *diag.List) {
	transparency(in, report)
	personalData(in, report)
	figures(in, report)
	words(in, report)
	drafts(in, report)
}
