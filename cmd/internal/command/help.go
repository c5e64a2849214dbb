// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"vetro/cmd/internal/diag"
)

// helpCommand is "vetro help": the overview, a topic of the manual or a command.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [TEMA o COMANDO]",
		Short: "il manuale, per temi: " + strings.Join(topicNames(), ", "),
		Long: `Senza altro elenca comandi e temi. Con un tema stampa quella parte del manuale,
con un comando dice come si usa.`,
		Example: `  vetro help dati
  vetro help build`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("per esempio: vetro help dati", "vetro help vuole un tema o un comando solo")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return overview(a.Out, root)
			}
			for _, t := range topics() {
				if t.name == args[0] {
					_, err := io.WriteString(a.Out, t.text(root))
					return err
				}
			}
			known := topicNames()
			for _, sub := range root.Commands() {
				if sub.Name() == args[0] {
					_, err := io.WriteString(a.Out, commandHelp(sub))
					return err
				}
				known = append(known, sub.Name())
			}
			hint := diag.DidYouMean(args[0], known)
			if hint == "" {
				hint = "i temi sono " + strings.Join(topicNames(), ", ")
			}
			return usage(hint, "il manuale non ha il tema %s", diag.Quote(args[0]))
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			known := topicNames()
			for _, sub := range root.Commands() {
				known = append(known, sub.Name())
			}
			return known, cobra.ShellCompDirectiveNoFileComp
		},
		DisableFlagsInUseLine: true,
	}
}

// help prints how a command is used, as --help asks. cobra takes no error from
// it: execute looks at helpErr.
func (a *app) help(c *cobra.Command, _ []string) {
	if !c.HasParent() {
		a.helpErr = overview(a.Out, c)
		return
	}
	_, a.helpErr = io.WriteString(a.Out, commandHelp(c))
}

// overview prints the commands and topics.
func overview(w io.Writer, root *cobra.Command) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "vetro: %s\n\n", root.Short)
	fmt.Fprintln(&b, "Si usa così: vetro [-C CARTELLA] COMANDO [OPZIONI]")
	fmt.Fprintln(&b, "\nComandi:")
	width := 0
	for _, c := range root.Commands() {
		width = max(width, len(c.Name()))
	}
	for _, c := range commands(root) {
		fmt.Fprintf(&b, "  %-*s  %s\n", width, c.Name(), c.Short)
	}
	fmt.Fprintln(&b, "\nTemi del manuale (vetro help TEMA):")
	for _, t := range topics() {
		fmt.Fprintf(&b, "  %-*s  %s\n", width, t.name, t.about)
	}
	fmt.Fprintln(&b, "\nPer cominciare: vetro init --demo prova, poi vetro -C prova build")
	_, err := w.Write(b.Bytes())
	return err
}

// commands returns the commands in the order in which one meets them.
func commands(root *cobra.Command) []*cobra.Command {
	order := []string{"init", "check", "build"}
	all := slices.Clone(root.Commands())
	rank := func(c *cobra.Command) int {
		if i := slices.Index(order, c.Name()); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(all, func(a, b *cobra.Command) int { return rank(a) - rank(b) })
	return slices.DeleteFunc(all, func(c *cobra.Command) bool { return c.Hidden || strings.HasPrefix(c.Name(), "__") })
}

// commandHelp describes one command.
func commandHelp(c *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Si usa così: %s\n\n%s\n", c.UseLine(), c.Long)
	if c.HasExample() {
		fmt.Fprintf(&b, "\nEsempi:\n%s\n", c.Example)
	}
	if own := flagLines(c.NonInheritedFlags()); own != "" {
		fmt.Fprintf(&b, "\nOpzioni:\n%s", own)
	}
	fmt.Fprintf(&b, "\nOpzioni di tutti i comandi:\n%s", flagLines(c.InheritedFlags()))
	return b.String()
}

// flagLines describes flags, one a line.
func flagLines(flags *pflag.FlagSet) string {
	var heads, texts []string
	width := 0
	flags.VisitAll(func(f *pflag.Flag) {
		value, text := pflag.UnquoteUsage(f)
		head := "    --" + f.Name
		if f.Shorthand != "" {
			head = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.NoOptDefVal == "" {
			head += " " + value
		}
		heads, texts = append(heads, head), append(texts, text)
		width = max(width, utf8.RuneCountInString(head))
	})
	var b strings.Builder
	for i, head := range heads {
		fmt.Fprintf(&b, "  %-*s  %s\n", width, head, texts[i])
	}
	return b.String()
}
