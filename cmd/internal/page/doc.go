// SPDX-License-Identifier: EUPL-1.2

// Package site renders a plan as a static web site.
//
// # Site
//
// A Site is a read-only tree of files and an fs.FS: it can be written, served,
// checked, compared and copied by the standard library. It is a function of
// its Input alone: no clock, no map order, no scheduling shows in its bytes.
//
// # Addresses
//
// A permanent address is Italian, lower case, starts and ends in "/" and is
// what the outside world cites: "/2022/settori/". The file behind it is
// "2022/settori/index.html". Links inside the site are relative and name the
// file ("../settori/index.html"), so that the same bytes work at "/", in a
// subfolder, on storage without index pages, and opened from a disk.
// Only 404.html has no relative link: a server shows it at any depth.
//
// # Pages
//
// One Go struct and one constructor stand behind each template; the struct
// embeds Layout, which is what every page has: header, breadcrumb, bands,
// metadata, footer. A constructor turns the plan into words and links; a
// template only places them. No template sees a map.
//
// # What is shown
//
// The approved editions. While none is approved the home page says so calmly.
// Drafts are there only when asked for, under a band that calls them drafts.
//
// Until both the ente and the act are confirmed, pages carry the band of an
// unofficial reconstruction, and neither the stemma nor a licence in the
// ente's name. A figure is printed with its precision and leads to its source;
// a gap is the phrase plan.NotSaid, in class "lacuna".
//
// # Proof
//
// Pages, charts and open data are made from one plan, each in a way of its own.
// Before a site leaves Build, every page that shows data is read back and
// compared with the tables of the open data, cell by cell, and every chart with
// its picture, its table and its CSV. Where a page says a thing in words of its
// own, proof_words.go has them. A difference is an error of Build.
//
// # Assets
//
// Style sheet, script, fonts and pictures have the hash of their content in
// their name. SHA256SUMS.txt (as sha256sum -c reads it) and manifest.json list
// every other file.
package page
