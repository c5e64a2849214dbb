// SPDX-License-Identifier: EUPL-1.2

package static

// A Licence says under which terms a site carries the work of others. The
// page of legal notes lists them all.
type Licence struct {
	Name    string   // of the work, as its authors write it
	Version string   // as vendored
	Use     string   // what the site takes from it, in Italian
	SPDX    string   // identifier of the licence
	File    string   // path in FS of the whole text
	Covers  []string // patterns (path.Match) of the files in FS under these terms
}

// Licences lists what the site carries that others have made, in the order
// of the legal-notes page.
func Licences() []Licence {
	return []Licence{
		{
			Name: "Bootstrap Italia", Version: "2.18.3",
			Use:  "una parte del foglio di stile e le icone",
			SPDX: "BSD-3-Clause", File: "licenze/bootstrap-italia.txt",
			Covers: []string{"css/sito.css"},
		},
		{
			Name: "Bootstrap", Version: "5.2.3",
			Use:  "la base di Bootstrap Italia",
			SPDX: "MIT", File: "licenze/bootstrap.txt",
			Covers: []string{"css/sito.css"},
		},
		{
			Name: "Titillium Web", Version: "5.3.0 di Fontsource",
			Use:  "il carattere delle pagine",
			SPDX: "OFL-1.1", File: "licenze/titillium-web.txt",
			Covers: []string{"fonts/titillium-web-*.woff2"},
		},
	}
}
