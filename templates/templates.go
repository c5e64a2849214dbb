// SPDX-License-Identifier: EUPL-1.2

// Package templates holds the HTML of the site: base.html is the page around
// everything, parti.html the pieces that pages share, and every other file
// the content of one kind of page. The data each is given are the structs of
// package site.
package templates

import "embed"

// FS holds the templates, and 404.css: the whole style of the one page that
// cannot link to a style sheet.
//
//go:embed *.html 404.css
var FS embed.FS
