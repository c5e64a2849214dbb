// SPDX-License-Identifier: EUPL-1.2

// Package page renders a plan as the files of a static web site.
//
// # Files
//
// A Builder hands over the files one by one, the pages several at a time. They
// are a function of its Input alone: no clock, no map order, no scheduling shows
// in their bytes. Addresses are those of package route; only 404.html has no
// relative link, since a server shows it at any depth.
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
// # Assets
//
// Style sheet, script, fonts and pictures have the hash of their content in
// their name. SHA256SUMS.txt (as sha256sum -c reads it) and manifest.json list
// every other file.
package page
