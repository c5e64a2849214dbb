// SPDX-License-Identifier: EUPL-1.2

//go:build !race

package chart

// See race_on_test.go.
const underRace = false
