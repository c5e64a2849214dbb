// SPDX-License-Identifier: EUPL-1.2

// Package static holds the files that every built site carries: the
// stylesheet, the script, the typeface, the icons and the licences they come
// under.
//
// The stylesheet css/sito.css is made at development time and committed: the
// rules of Bootstrap Italia that our pages use, then our own of css/src. The
// full library (vendor/) is never embedded nor published. After a change to
// css/src or to a template, run
//
//	go generate ./static
package static

import "embed"

//go:generate go run ../cmd/internal/tool/stylesheet -vendor vendor/bootstrap-italia/bootstrap-italia.min.css -src css/src -project .. -o css/sito.css

// FS holds what a site publishes: css/sito.css, js/*.js, fonts/*.woff2,
// icone/sito.svg and licenze/*.txt. Every path in it is relative to the assets folder.
//
//go:embed css/sito.css js/*.js fonts/*.woff2 icone/sito.svg licenze/*.txt
var FS embed.FS
