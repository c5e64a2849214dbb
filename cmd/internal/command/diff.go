// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/change"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/privacy"
)

// exitDiffers is the exit code of a comparison that found differences.
const exitDiffers = 4

func (a *app) diffCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "diff [EDIZIONE] [EDIZIONE] [--json]",
		Short: "dice che cosa cambia da un'edizione del piano a un'altra",
		Long: `Confronta due edizioni del piano e dice, settore per settore, che cosa cambia:
progetti nuovi, conclusi, rinominati, passati a un altro settore, settori uniti,
cifre, obiettivi, risultati. Una frase per ogni differenza, e in fondo il conto.

Senza edizioni confronta le ultime due. Con una sola confronta quella con la più
recente, o la più recente con quella prima. Anche una bozza si può confrontare.
Ciò che ha cambiato id si riconosce dalle tabelle [[rinomina]] e da nasce_da.

Esce con 0 se le edizioni non differiscono, con 4 se differiscono. Con --json
ogni differenza è un oggetto su una riga: kind, scope (plan, department,
project), id, old_id, title, department, field, before e after (text, number,
precision, items), computed (segue dalle altre differenze), sentence.`,
		Example: `  vetro diff
  vetro diff 2022 2023
  vetro diff 2022 --json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 2 {
				return usage("per esempio: vetro diff 2022 2023", "si confrontano due edizioni, non %d", len(args))
			}
			return nil
		},
		RunE:                  func(_ *cobra.Command, args []string) error { return a.runDiff(args, asJSON) },
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
	}
	c.Flags().SortFlags = false
	c.Flags().BoolVar(&asJSON, "json", false, "stampa le differenze in JSON, una per riga")
	return c
}

// runDiff compares the editions named, or the last two, and prints what differs.
func (a *app) runDiff(names []string, asJSON bool) error {
	root, err := a.openProject()
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // only read
	report := new(diag.List)
	pub := plan.Load(root.FS(), report)
	if report.HasErrors() {
		faults := new(diag.List)
		for _, d := range report.Sorted() {
			if d.Severity == diag.Error {
				faults.Add(d)
			}
		}
		if err := diag.Write(a.Err, faults, a.colours(a.Err)); err != nil {
			return err
		}
		return &failure{code: exitContent, message: "le edizioni si confrontano quando nei dati non ci sono errori"}
	}
	from, to, err := chosen(pub, names)
	if err != nil {
		return err
	}
	if to == nil {
		a.say("c'è una sola edizione, la %s: non c'è niente da confrontare", from.ID)
		a.hint("la prossima sta in una cartella accanto a questa: data/piani/ANNO")
		return nil
	}
	a.say("confronto l'edizione %s con l'edizione %s", named(from), named(to))
	if from.ID > to.ID {
		a.say("avviso: l'edizione %s è la più recente: il confronto va all'indietro", from.ID)
	}
	l := masked(change.Between(from, to, pub.Editions...))
	if err := a.printChanges(l, asJSON); err != nil {
		return err
	}
	if l.Empty() {
		return nil
	}
	return &failure{code: exitDiffers}
}

// chosen returns the editions to compare: those named, in that order, or the
// last ones. Of a project with one edition the second is nil.
func chosen(pub *plan.Publication, names []string) (from, to *plan.Edition, err error) {
	var known []string
	for _, e := range pub.Editions {
		known = append(known, e.ID)
	}
	var asked []*plan.Edition
	for _, name := range names {
		i := slices.Index(known, name)
		if i < 0 {
			hint := diag.DidYouMean(name, known)
			if hint == "" {
				hint = "si può scegliere tra " + strings.Join(known, ", ")
			}
			return nil, nil, usage(hint, "l'edizione %s non c'è", diag.Quote(name))
		}
		asked = append(asked, pub.Editions[i])
	}
	newest := pub.Editions[0]
	switch {
	case len(asked) == 2:
		return asked[0], asked[1], nil
	case len(pub.Editions) == 1:
		return newest, nil, nil
	case len(asked) == 1 && asked[0] != newest:
		return asked[0], newest, nil
	}
	return pub.Editions[1], newest, nil
}

// masked hides in the words of l what points at a person, such as a codice
// fiscale. Only check looks for personal data, and diff does not run it: what
// nobody has checked yet is printed here, perhaps in a terminal that others see.
func masked(l change.List) change.List {
	texts := func(list []string) []string {
		out := slices.Clone(list)
		for i := range out {
			out[i] = privacy.Mask(out[i])
		}
		return out
	}
	value := func(v change.Value) change.Value {
		v.Text, v.Items = privacy.Mask(v.Text), texts(v.Items)
		return v
	}
	l.Changes = slices.Clone(l.Changes)
	for i := range l.Changes {
		c := &l.Changes[i]
		c.Subject.Title, c.Subject.DepartmentName = privacy.Mask(c.Subject.Title), privacy.Mask(c.Subject.DepartmentName)
		c.Subject.ID, c.Subject.OldID, c.Subject.Department = privacy.Mask(c.Subject.ID), privacy.Mask(c.Subject.OldID), privacy.Mask(c.Subject.Department)
		c.Path, c.Sentence = texts(c.Path), privacy.Mask(c.Sentence)
		c.Before, c.After = value(c.Before), value(c.After)
	}
	return l
}

// named is how a line for people names an edition.
func named(e *plan.Edition) string {
	if e.State == plan.Draft {
		return e.ID + " (bozza)"
	}
	return e.ID
}

// printChanges prints l on standard output.
func (a *app) printChanges(l change.List, asJSON bool) error {
	if asJSON {
		return l.WriteJSON(a.Out)
	}
	var b bytes.Buffer
	for _, g := range l.ByDepartment() {
		fmt.Fprintf(&b, "%s\n", strings.ToUpper(g.Title))
		for _, c := range g.Changes {
			fmt.Fprintf(&b, "  %s\n", c.Sentence)
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "Dal %s al %s: %s\n", l.From, l.To, l.Summary())
	_, err := a.Out.Write(b.Bytes())
	return err
}
