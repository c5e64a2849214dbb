// SPDX-License-Identifier: EUPL-1.2

// Package site holds a built web site: a read-only tree of files that the
// standard library can write, serve, check, compare and copy.
package site
