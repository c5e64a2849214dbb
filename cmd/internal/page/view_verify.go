// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/route"
)

// A verifyView is the data of verifica.html: how anyone can tell that the files
// are those that were published.
type verifyView struct {
	Layout
	Sums     Link
	Manifest Link
	Systems  []VerifySystem
}

// A VerifySystem is what to type on one kind of computer.
type VerifySystem struct {
	ID      string
	Name    string
	Open    string // how to get a place to type in
	One     string // the command for one file
	All     string // the command for all files, "" where there is none
	AllNote string
}

func (p page) verifyPage() *verifyView {
	const heading = "Come verificare i file"
	return &verifyView{
		Layout: p.layout(heading, "Ogni file di questo sito ha un’impronta: un codice che cambia se cambia anche una sola lettera.",
			"Come controllare che un file scaricato da questo sito sia proprio quello pubblicato.", step{heading, route.Verify.At()}),
		Sums:     Link{Label: "Le impronte di tutti i file (SHA256SUMS.txt)", Href: p.link("/" + manifest.SumsName)},
		Manifest: Link{Label: "L’elenco dei file con edizione, dimensione e impronta (manifest.json)", Href: p.link("/" + manifest.Name)},
		Systems: []VerifySystem{
			{ID: "windows", Name: "Windows", Open: "Apri la cartella del file, scrivi «powershell» nella barra dell’indirizzo e premi Invio.",
				One: "Get-FileHash progetti.csv"},
			{ID: "mac", Name: "Mac", Open: "Apri il Terminale e vai nella cartella del file.",
				One: "shasum -a 256 progetti.csv", All: "shasum -a 256 -c SHA256SUMS.txt"},
			{ID: "linux", Name: "Linux", Open: "Apri il terminale nella cartella del file.",
				One: "sha256sum progetti.csv", All: "sha256sum -c SHA256SUMS.txt"},
		},
	}
}
