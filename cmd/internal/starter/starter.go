// SPDX-License-Identifier: EUPL-1.2

// Package starter holds the two project folders that vetro can write for
// someone who begins: an invented municipality with a whole plan, and a small
// commented start for a real one.
//
// Both are kept as the press office would write them, so they are data and
// prose to read and edit, not templates: what is embedded is what is written.
package starter

import (
	"embed"
	"io/fs"
)

//go:embed demo skeleton
var files embed.FS

// Demo returns the project root of "Comune di Esempio": one approved edition,
// every project described. All of it is invented and says so.
func Demo() fs.FS { return root("demo") }

// Skeleton returns the project root of a plan still to be written: it builds,
// claims nothing, and shows in comments every key there is.
func Skeleton() fs.FS { return root("skeleton") }

func root(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // only for a name that is not a path, and ours are constants
	}
	return sub
}
