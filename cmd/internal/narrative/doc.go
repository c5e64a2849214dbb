// SPDX-License-Identifier: EUPL-1.2

// Package narrative reads the pages that people write: Markdown under content/.
//
// # Files
//
//	content/<edizione>/<nome>.md          page of an edition, at /<edizione>/<nome>/
//	content/<edizione>/progetti/<id>.md   longer text of a project, on its page
//	content/<nome>.md                     page of no edition, at /<nome>/
//	content/immagini/                     pictures, at /immagini/
//
// An edition is a year. A name is a slug (a-z, 0-9, hyphens) that neither the
// program nor Windows uses itself.
// The folder content/ may be absent.
//
// # Front matter
//
// A page opens with TOML between two lines of three plus signs:
//
//	+++
//	titolo = "Che cos’è il Piano"
//	sommario = "Una frase, con il punto finale."
//	ordine = 1
//	+++
//
// The text of a project has none: its title and summary are in the data. In a
// page titolo and sommario are required. Pages are listed by ordine, then by name.
// The title is the h1 of the page, so headings in the text start at "##" and
// skip no level.
//
// # Markdown
//
// CommonMark and tables, parsed by goldmark. The set of elements that can come
// out is closed, and so is the stylesheet made for it: raw HTML is a fault and
// is never emitted, not even as a comment. Quotes and apostrophes stay as
// written; invisible characters are refused, since they can change what is
// read. A table needs a caption, the paragraph before it:
//
//	Tabella: Dipendenti per settore
//
// # Figures
//
// {{ progetti.nel_piano }} in the text, but not in code, stands for that
// figure of the page's edition (see plan.Edition.Figures). A literal pair of
// braces is written \{{.
//
// # Charts
//
// A fenced block marked grafico holds TOML that places a chart:
//
//	```grafico
//	id = "progetti-per-settore"
//	```
//
// # Links
//
// To other sites with http, https, mailto or tel; inside the site by permanent
// address (/2022/progetti/, /glossario/#lavoro-agile) or by heading (#la-citta).
// Pictures by /immagini/<file>, with an alternative text.
//
// # Use
//
// Load reports every fault with its line and column and returns the pages;
// Page.HTML draws one, with a Resolver that knows what the page around it is.
package narrative
