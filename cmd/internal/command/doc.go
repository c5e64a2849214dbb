// SPDX-License-Identifier: EUPL-1.2

// Package command is the vetro program as a function of its streams: Main
// reads arguments, runs one command and returns an exit code.
//
// # Streams
//
// Standard output is for what a command makes and another program may read
// (JSON, a completion script, the manual); what is said to people goes to
// standard error: diagnostics as package diag prints them, and lines of ours
// that begin with "vetro: ", in lower case and without a full stop. A hint says
// what to do now. The last line has the counts and the time.
//
// # Exit codes
//
//	0  fine
//	1  the content has faults
//	2  wrong usage
//	3  the environment: disk, permissions, a target that is not ours, no project
//	4  diff found differences
//
// # The machine
//
// This package and publish alone touch it. The clock, the browser and whether
// the program was double-clicked are fields of app, so that tests replace them.
package command
