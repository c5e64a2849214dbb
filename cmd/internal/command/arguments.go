// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"vetro/cmd/internal/diag"
)

// hoist brings the name of the command to the front, so that flags may stand
// anywhere. cobra looks for it too, but cannot know whether the word after a
// flag of a command it has not found yet is that flag's value: it would take
// "build" in "vetro --json build" for the value of --json.
func hoist(root *cobra.Command, args []string) []string {
	takesValue := flagsWithValue(root)
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			// The end of the flags: the command is the next word.
			if i+1 == len(args) {
				return args
			}
			return slices.Concat([]string{args[i+1]}, args[:i+1], args[i+2:])
		case strings.HasPrefix(arg, "--"):
			if name := arg[2:]; takesValue[name] {
				i++
			}
		case len(arg) > 1 && arg[0] == '-':
			// In -hC dir the last letter takes the next word; in -Cdir the
			// letter takes the rest.
			for j, letter := range arg[1:] {
				if takesValue[string(letter)] {
					if 1+j+len(string(letter)) == len(arg) {
						i++
					}
					break
				}
			}
		default:
			return slices.Concat([]string{arg}, args[:i], args[i+1:])
		}
	}
	return args
}

// flagsWithValue returns the names and letters of the flags, of any command,
// that take a value.
func flagsWithValue(root *cobra.Command) map[string]bool {
	out := map[string]bool{}
	note := func(f *pflag.Flag) {
		if f.NoOptDefVal == "" {
			out[f.Name] = true
			if f.Shorthand != "" {
				out[f.Shorthand] = true
			}
		}
	}
	root.PersistentFlags().VisitAll(note)
	for _, c := range root.Commands() {
		c.Flags().VisitAll(note)
	}
	return out
}

// flagError says in Italian what is wrong with a flag.
func flagError(c *cobra.Command, err error) error {
	see := "le opzioni sono in: " + strings.TrimSpace("vetro help "+c.Name())
	if !c.HasParent() {
		see = "le opzioni sono in: vetro help comandi"
	}
	var unknown *pflag.NotExistError
	var needs *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			return usage(see, "opzione sconosciuta: %s", diag.Quote("-"+short))
		}
		name := unknown.GetSpecifiedName()
		var known []string
		c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		if near, ok := diag.Nearest(name, known); ok {
			see = "forse intendevi " + diag.Quote("--"+near) + "?"
		}
		return usage(see, "opzione sconosciuta: %s", diag.Quote("--"+name))
	case errors.As(err, &needs):
		return usage(see, "l'opzione %s vuole un valore dopo di sé", diag.Quote(flagName(needs.GetFlag())))
	case errors.As(err, &invalid):
		return usage("l'opzione si scrive da sola, senza un valore",
			"l'opzione %s non può valere %s", diag.Quote(flagName(invalid.GetFlag())), diag.Quote(invalid.GetValue()))
	case errors.As(err, &syntax):
		return usage(see, "opzione scritta male: %s", diag.Quote(syntax.GetSpecifiedFlag()))
	}
	return usage(see, "opzioni scritte male")
}

// flagName returns a flag as people write it: by its letter, if it has one.
func flagName(f *pflag.Flag) string {
	if f.Shorthand != "" {
		return "-" + f.Shorthand
	}
	return "--" + f.Name
}

// noArguments refuses words after a command that takes none.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usage("si scrive: "+c.UseLine(), "dopo %s non ci vuole altro: %s", diag.Quote(c.Name()), diag.Quote(args[0]))
}

// unknownCommand refuses a word that names no command, with the nearest.
func unknownCommand(root *cobra.Command, word string) error {
	var known []string
	for _, c := range root.Commands() {
		known = append(known, c.Name())
	}
	hint := diag.DidYouMean(word, known)
	if hint == "" {
		hint = "i comandi sono in: vetro help"
	}
	return usage(hint, "il comando %s non esiste", diag.Quote(word))
}

// noTilde refuses a folder to be written that is called ~ or ~name, or in one:
// whoever writes that means a home folder, and the shell has not put it there.
func noTilde(folder string) error {
	first, _, _ := strings.Cut(filepath.ToSlash(folder), "/")
	if !strings.HasPrefix(first, "~") {
		return nil
	}
	return usage("al posto di "+first+" scrivi il percorso per intero; per una cartella che si chiama proprio così: ./"+filepath.ToSlash(folder),
		"%s: qui %s non vuol dire la cartella personale", folder, first)
}
