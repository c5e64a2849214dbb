// SPDX-License-Identifier: EUPL-1.2

// Package dataset is the plan as open data: an edition as tables that anyone can
// reuse, written in several forms that say the same, with the metadata that
// machines look for.
//
// Tables makes the tables from the plan; nothing is in them that the plan does
// not hold. CSV, ExcelCSV, JSON, Workbook and WholeJSON write them; Agree reads
// what was written back and compares it cell by cell. Files makes all of it at
// once, and Catalog describes to DCAT-AP_IT what has been published.
//
// What the source does not say is an empty cell (null in JSON). Where the pages
// say so in words, the column "non_detto" lists the keys.
//
// A quantity is four columns: <x>_numero, <x>_massimo, <x>_precisione, <x>_testo.
// The first is empty where there is no number that may be published; the second
// is the upper end of a range; the last is what the pages print.
//
// All functions depend on their arguments alone, and always return the same
// bytes for the same arguments.
package dataset
