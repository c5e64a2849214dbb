// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"html"
	"io/fs"
	"net/http"
)

// MissingPath is the address of the page that says what the plan lacks. It is
// of the preview alone: the site has no such page.
const MissingPath = own + "completezza"

const missingLink = `<a href="` + MissingPath + `">Che cosa manca al piano</a>`

// serveMissing puts the page around the main part that the last build gave. It
// looks like the site when there is one; without, it is plain but whole.
func (s *Server) serveMissing(w http.ResponseWriter, r *http.Request, now *state) {
	if now.missing == nil {
		s.serveFailure(w, r, now)
		return
	}
	style := ""
	if now.site != nil {
		// A pattern that is sound, on names that the site gave itself: no error.
		sheets, _ := fs.Glob(now.site, "assets/sito.*.css")
		for _, name := range sheets {
			style += `<link rel="stylesheet" href="/` + html.EscapeString(name) + `">`
		}
	}
	page := `<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"><title>Anteprima: che cosa manca al piano</title>` +
		`<meta name="viewport" content="width=device-width, initial-scale=1">` +
		cspStart + `default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'">` +
		style + addedHead + `</head><body><p class="anteprima-fascia" role="note"><strong>Anteprima:</strong> questa pagina non fa parte del sito. ` +
		`<a href="/">Torna al sito</a></p><main class="anteprima-pagina">` + string(now.missing) + `</main>` + versionMark(now.version) + `</body></html>`
	send(w, r, "completezza.html", http.StatusOK, []byte(page))
}
