// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"path"
	"strings"
)

// What the preview adds to a page stands between these comments, so that a
// test can take it away again and find the bytes that build writes.
const (
	addOpen  = "<!--anteprima-->"
	addClose = "<!--/anteprima-->"
)

const (
	addedHead = addOpen + `<link rel="stylesheet" href="` + own + `anteprima.css">` +
		`<script src="` + own + `anteprima.js" defer></script>` + addClose
	addedBand = addOpen + `<p class="anteprima-fascia" role="note"><strong>Anteprima:</strong> non è il sito pubblicato. ` + missingLink + `</p>` + addClose
)

// earlyBand stands over a page that is shown before the checks are done.
var earlyBand = strings.Replace(addedBand, missingLink, "Controllo tutto il resto: il verdetto arriva qui.", 1)

// cspStart is how the policy begins in every page the site writes.
const cspStart = `<meta http-equiv="Content-Security-Policy" content="`

// dress returns the bytes to send for the file name: a page gets the band, the
// reload script and, after a failed build, the diagnostics; everything else
// stays as it is. The version lets the page know whether it is out of date.
func (s *state) dress(name string, data []byte) []byte {
	if path.Ext(name) != ".html" {
		return data
	}
	page := string(data)
	page = widenPolicy(page)
	page = insertBefore(page, "</head>", addedHead)
	overlay := ""
	if s.failure != nil {
		overlay = addOpen + s.failure.overlay() + addClose
	}
	band := addedBand
	if s.early {
		band = earlyBand
	}
	page = insertAfterTag(page, "<body", band)
	page = insertBeforeLast(page, "</body>", overlay+addOpen+versionMark(s.version)+addClose)
	return []byte(page)
}

// widenPolicy lets the page load the preview's own style and script and listen
// to its events; it loosens nothing towards anywhere else.
func widenPolicy(page string) string {
	i := strings.Index(page, cspStart)
	if i < 0 {
		return page
	}
	start := i + len(cspStart)
	end := strings.IndexByte(page[start:], '"')
	if end < 0 {
		return page
	}
	policy := page[start : start+end]
	added := "connect-src 'self'; "
	for _, directive := range []string{"script-src", "style-src"} {
		at := strings.Index(policy, directive+" ")
		switch {
		case at < 0:
			added += directive + " 'self'; "
		case !strings.Contains(strings.SplitN(policy[at:], ";", 2)[0], "'self'"):
			at += len(directive) + 1
			policy = policy[:at] + "'self' " + policy[at:]
		}
	}
	return page[:start] + added + policy + page[start+end:]
}

func insertBefore(page, mark, added string) string {
	if i := strings.Index(page, mark); i >= 0 {
		return page[:i] + added + page[i:]
	}
	return page
}

func insertBeforeLast(page, mark, added string) string {
	if i := strings.LastIndex(page, mark); i >= 0 {
		return page[:i] + added + page[i:]
	}
	return page + added
}

func insertAfterTag(page, tag, added string) string {
	i := strings.Index(page, tag)
	if i < 0 {
		return page
	}
	j := strings.IndexByte(page[i:], '>')
	if j < 0 {
		return page
	}
	at := i + j + 1
	return page[:at] + added + page[at:]
}
