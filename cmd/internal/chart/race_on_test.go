// SPDX-License-Identifier: EUPL-1.2

//go:build race

package chart

// underRace says that the detector is on. It makes the engine, C translated to
// Go, a hundred times slower, and finds nothing in tests of one goroutine.
const underRace = true
