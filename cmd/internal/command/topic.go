// SPDX-License-Identifier: EUPL-1.2

package command

import (
	_ "embed" // the topics that are written by hand
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/sitecheck"
)

//go:embed help/dati.txt
var dataText string

//go:embed help/contenuti.txt
var contentText string

//go:embed help/comandi.txt
var commandsText string

//go:generate go run ../tool/licences -root ../../.. -o help/licenze.txt
//go:embed help/licenze.txt
var licencesText string

// A topic is a part of the manual.
type topic struct {
	name, about string
	text        func(root *cobra.Command) string
}

func topics() []topic {
	return []topic{
		{"comandi", "ogni comando con le sue opzioni, i codici d'uscita, le cartelle", commandsTopic},
		{"dati", "i file di data/ e ogni chiave che vi si può scrivere", func(*cobra.Command) string { return dataText }},
		{"contenuti", "le pagine di content/: intestazione, testo, cifre, grafici", func(*cobra.Command) string { return contentText }},
		{"cifre", "i nomi delle cifre che una pagina può citare", figuresTopic},
		{"codici", "i codici di errori, avvisi e cose da completare", codesTopic},
		{"licenze", "la licenza di vetro e quelle delle parti di altri che contiene", licencesTopic},
	}
}

func topicNames() []string {
	var names []string
	for _, t := range topics() {
		names = append(names, t.name)
	}
	return names
}

// commandsTopic describes every command, from the commands themselves.
func commandsTopic(root *cobra.Command) string {
	var b strings.Builder
	b.WriteString("COMANDI\n\nvetro [-C CARTELLA] COMANDO [OPZIONI]\n\nLe opzioni possono stare ovunque, anche prima del comando. Valgono per tutti:\n")
	b.WriteString(flagLines(root.PersistentFlags()))
	for _, c := range commands(root) {
		fmt.Fprintf(&b, "\n%s\n\n", c.UseLine())
		b.WriteString(indent(c.Long))
		if own := flagLines(c.NonInheritedFlags()); own != "" {
			b.WriteString("\n" + own)
		}
		if c.HasExample() {
			b.WriteString("\n  Esempi:\n" + indent(c.Example))
		}
	}
	b.WriteString("\n" + commandsText)
	return b.String()
}

// figuresTopic lists the figures, from the list they are made of.
func figuresTopic(*cobra.Command) string {
	var b strings.Builder
	b.WriteString(`CIFRE

Una pagina di content/ cita una cifra con il suo nome tra doppie graffe:

  Nel piano ci sono {{ progetti.nel_piano }} progetti.

Il numero viene dai dati, con la sua precisione, e non può invecchiare. Al posto
di <id> va il nome di un settore o di un progetto; al posto di <profilo> quello
di un profilo, in minuscolo e con i trattini al posto degli spazi.

`)
	for _, f := range plan.FigureMeanings() {
		fmt.Fprintf(&b, "  %s\n      %s\n", f.Name, f.Meaning)
	}
	return b.String()
}

// codesTopic lists the codes, from the list that diagnostics are checked with.
func codesTopic(*cobra.Command) string {
	var b strings.Builder
	b.WriteString(`CODICI

Ogni segnalazione finisce con un codice tra parentesi quadre, che non cambia mai:

  data/ente.toml:3:8: errore: «nome» è vuoto [empty-value]

Con un errore il sito non viene scritto. Con un avviso sì, ma qualcosa va
guardato. Le cose da completare servono prima di pubblicare.
`)
	for s := diag.Error; s <= diag.Incomplete; s++ {
		fmt.Fprintf(&b, "\n%s\n", strings.ToUpper(s.String()))
		for _, c := range diag.Codes {
			if c.Severity == s {
				fmt.Fprintf(&b, "  %s\n%s", c.Name, wrap(c.Meaning, "      ", 80))
			}
		}
	}
	b.WriteString(`
CONTROLLI SUL SITO COSTRUITO
Se uno di questi non è superato il difetto è di vetro, e il sito non viene
scritto.
`)
	for _, c := range sitecheck.Codes() {
		fmt.Fprintf(&b, "  %s\n%s", c[0], wrap(strings.ReplaceAll(c[1], "’", "'"), "      ", 80))
	}
	return b.String()
}

// indent moves each line of text two columns to the right.
func indent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimRight(text, "\n") + "\n") {
		if strings.TrimSpace(line) != "" {
			b.WriteString("  ")
		}
		b.WriteString(line)
	}
	return b.String()
}

// wrap breaks text into lines of at most width characters that begin with margin.
func wrap(text, margin string, width int) string {
	var b strings.Builder
	line := margin
	for _, word := range strings.Fields(text) {
		if line != margin && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			b.WriteString(line + "\n")
			line = margin
		}
		if line != margin {
			line += " "
		}
		line += word
	}
	return b.String() + line + "\n"
}

// licencesTopic travels with the program: who hands it on without its sources
// hands on the terms of all it contains.
func licencesTopic(*cobra.Command) string {
	return "LICENZE\n\nvetro è software libero, con licenza EUPL-1.2 (https://eupl.eu/1.2/it/).\nContiene anche parti di altri, ciascuna con la sua licenza:\n\n" + licencesText
}
