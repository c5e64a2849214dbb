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
//	rettifica    Correction        rinomina     Rename
//	allegato     Attachment        soglia       AnonymityThreshold
//
// # What is known and what is not
//
// The count of projects in the plan and the projects described are two
// things. A Quantity knows how firm it is; missing is not zero. A gap is
// computed by subtraction only inside a whole whose count is known.
//
// What is known may still be too much to publish: the number of a group so
// small that it would point at people is left behind when the file is read, with
// every total that would give it back (small_group.go).
//
// # From files to a Publication
//
// Load reads data/ and reports every fault with its place. An error means that
// no site can be built; a warning that something is doubtful; what is incomplete
// must be filled in before publishing. What keys there are, of what kind and what
// they mean stands in one table (Keys, in the files keys*.go): the readers, the
// manual, the schemas for editors and the field dictionary all come from it. The
// rules are in the files load*.go, one
// for each kind of file, with all that is said in Italian; what is computed is in
// quantity.go, account.go, measure.go and figure.go, and knows nothing of files.
package plan
