// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"fmt"
	"html"
	"net/http"
	"strings"

	"vetro/cmd/internal/diag"
)

// A failure is why the newest input gave no site.
type failure struct {
	faults []diag.Diagnostic
	err    error
}

// failureOf returns nil when the build gave a site.
func failureOf(r Result) *failure {
	if r.Err == nil && r.Site != nil {
		return nil
	}
	f := &failure{err: r.Err}
	if r.Report != nil {
		for _, d := range r.Report.Sorted() {
			if d.Severity == diag.Error {
				f.faults = append(f.faults, d)
			}
		}
	}
	return f
}

// title says how much there is to mend.
func (f *failure) title() string {
	switch n := len(f.faults); {
	case n == 1:
		return "C’è un errore da correggere"
	case n > 1:
		return fmt.Sprintf("Ci sono %d errori da correggere", n)
	}
	return "Il sito non si è potuto costruire"
}

// list is the diagnostics as HTML; what comes from the input is escaped.
func (f *failure) list() string {
	var b strings.Builder
	if f.err != nil {
		fmt.Fprintf(&b, "<p>%s</p>", html.EscapeString(f.err.Error()))
	}
	b.WriteString("<ol>")
	for _, d := range f.faults {
		fmt.Fprintf(&b, "<li><p><code>%s</code><br>%s</p>", html.EscapeString(diag.Place(d.Pos)), html.EscapeString(d.Message))
		if d.Line != "" {
			fmt.Fprintf(&b, "<pre>%s</pre>", html.EscapeString(d.Line))
		}
		if d.Hint != "" {
			fmt.Fprintf(&b, "<p>%s</p>", html.EscapeString(d.Hint))
		}
		b.WriteString("</li>")
	}
	b.WriteString("</ol>")
	return b.String()
}

// overlay is laid over the last good page.
func (f *failure) overlay() string {
	return `<section class="anteprima-errori" role="alert" aria-labelledby="anteprima-titolo"><h2 id="anteprima-titolo">` +
		f.title() + `</h2><p>La pagina qui sotto è l’ultima riuscita. Questo avviso sparisce quando salvi la correzione.</p>` +
		f.list() + `<p>` + missingLink + `</p></section>`
}

// serveFailure answers when there never was a good site: a page of its own.
func (s *Server) serveFailure(w http.ResponseWriter, r *http.Request, now *state) {
	f := now.failure
	title, main := "Anteprima", `<main class="anteprima-pagina"><h1>Sto preparando l’anteprima</h1><p>Questa pagina si aggiorna da sola appena è pronta.</p></main>`
	if f != nil {
		title = "Anteprima: da correggere"
		main = `<main class="anteprima-errori anteprima-sola"><h1>` + f.title() + `</h1>` + f.list() + `<p>` + missingLink + `</p></main>`
	}
	page := `<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"><title>` + title + `</title>` +
		`<meta name="viewport" content="width=device-width, initial-scale=1">` +
		cspStart + `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'">` +
		addedHead + `</head><body>` + main + versionMark(now.version) + `</body></html>`
	send(w, r, "errore.html", http.StatusServiceUnavailable, []byte(page))
}

// versionMark tells the script which build the page shows.
func versionMark(version int) string {
	return fmt.Sprintf(`<span id="anteprima-versione" data-versione="%d" hidden></span>`, version)
}
