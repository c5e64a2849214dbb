// SPDX-License-Identifier: EUPL-1.2

// Package plan is the domain: a municipality and the editions of its
// smart-working plan (Piano per il Lavoro Agile), read from TOML.
//
// # Words
//
// Code is in English, data keys and everything people read are in Italian.
// Each pair is fixed here, once:
//
//	ente         Municipality      profilo      StaffProfile
//	settore      Department        attività     Activity
//	progetto     Project           obiettivo    Goal
//	edizione     Edition           indicatore   Indicator
//	atto         Act               fonte        Source
//	cifra        Figure            quantità     Quantity
//
// # What is known and what is not
//
// The count of projects in the plan and the projects described are two
// things. A Quantity knows how firm it is; missing is not zero. A gap is
// computed by subtraction only inside a whole whose count is known.
//
// # From files to a Publication
//
// Load reads data/ and reports every fault with its place. An error means that
// no site can be built; a warning that something is doubtful; what is incomplete
// must be filled in before publishing. The rules are in the files load*.go, one
// for each kind of file, with all that is said in Italian; what is computed is in
// quantity.go, account.go, measure.go and figure.go, and knows nothing of files.
package plan
