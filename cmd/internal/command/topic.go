// SPDX-License-Identifier: EUPL-1.2

package command

import (
	_ "embed" // the topics that are written by hand
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/rules"
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
		{"dati", "i file di data/ e ogni chiave che vi si può scrivere", dataTopic},
		{"contenuti", "le pagine di content/: intestazione, testo, cifre, grafici", contentTopic},
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

// contentTopic describes the pages, with the limits that they are held to.
func contentTopic(*cobra.Command) string {
	return contentText + "  " + strings.Join(narrative.Limits(), "\n  ") + "\n"
}

// figuresTopic lists the figures, from the list they are made of.
func figuresTopic(*cobra.Command) string {
	var b strings.Builder
	b.WriteString(`CIFRE

Una pagina di content/ cita una cifra con il suo nome tra doppie graffe:

  Nel piano ci sono {{ progetti.nel_piano }} progetti.

Il numero viene dai dati, con la sua precisione, e non può invecchiare. Al posto
di <id> va il nome di un settore o di un progetto; al posto di <profilo> quello
di un profilo, in minuscolo e con i trattini al posto degli spazi. Con «.frase» in
fondo al nome viene anche quello che si conta, accordato: «1 progetto», «una
ventina di dipendenti»:

  Il settore ha {{ settore.sport.progetti.frase }}.

`)
	for _, f := range plan.FigureMeanings() {
		fmt.Fprintf(&b, "  %s\n      %s\n", f.Name, f.Meaning)
	}
	return b.String()
}

// codesTopic lists the codes, from the list that diagnostics are checked with,
// and what no rule can verify.
func codesTopic(*cobra.Command) string {
	var b strings.Builder
	b.WriteString(`CODICI

Ogni segnalazione finisce con un codice tra parentesi quadre, che non cambia mai:

  data/ente.toml:3:8: errore: «nome» è vuoto [empty-value]

Con un errore il sito non viene scritto. Con un avviso sì, ma qualcosa va
guardato. Le cose da completare servono prima di pubblicare. Il perché di
ciascuno, la norma o la regola e un esempio: vetro check --explain CODICE

I codici sono in gruppi, i nomi che vogliono --only ed --except. Quelli spenti
sbagliano spesso: si accendono con vetro check --all, o con --only e il codice.
`)
	for _, g := range diag.Groups {
		fmt.Fprintf(&b, "\n%s: %s\n", strings.ToUpper(string(g)), groupMeanings[g])
		for _, c := range diag.Codes() {
			if c.Group != g {
				continue
			}
			state := c.Severity.String()
			if c.Off != "" {
				state += ", spento"
			}
			fmt.Fprintf(&b, "  %s (%s)\n%s", c.Name, state, wrap(c.Meaning, "      ", 80))
		}
	}
	b.WriteString("\nCHE COSA UN CONTROLLO NON PUÒ VEDERE\n")
	requirements(&b, func(r rules.Requirement) bool { return len(r.Codes) == 0 })
	b.WriteString("\nCHE COSA I CODICI VEDONO SOLO IN PARTE\n")
	requirements(&b, func(r rules.Requirement) bool { return len(r.Codes) > 0 && r.Note != "" })
	return b.String()
}

// requirements lists what is asked of a site like this one, who asks it and what
// no code can tell.
func requirements(b *strings.Builder, which func(rules.Requirement) bool) {
	for _, r := range rules.Requirements() {
		if !which(r) {
			continue
		}
		b.WriteString("\n" + wrap(r.Text, "  ", 80))
		b.WriteString(wrap("("+r.Source+")", "  ", 80))
		if len(r.Codes) > 0 {
			b.WriteString(wrap("codici: "+strings.Join(r.Codes, ", "), "      ", 80))
		}
		b.WriteString(wrap(r.Note, "      ", 80))
	}
}

// groupMeanings says what each group is about.
var groupMeanings = map[diag.Group]string{
	diag.Writing:      "come sono scritti i file",
	diag.Data:         "i dati del piano",
	diag.Pages:        "le pagine di content/",
	diag.Completeness: "quello che manca ancora",
	diag.Transparency: "Amministrazione trasparente",
	diag.Privacy:      "i dati delle persone",
	diag.Figures:      "i numeri scritti a mano nei testi",
	diag.Language:     "l'italiano dei testi",
	diag.SiteFiles:    "il sito costruito",
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
