// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/publish"
	"vetro/cmd/internal/starter"
)

func (a *app) initCommand() *cobra.Command {
	var demo, schemas bool
	var size int
	c := &cobra.Command{
		Use:   "init [--demo | --size N] CARTELLA | --schemas [CARTELLA]",
		Short: "comincia un progetto nuovo",
		Long: `Scrive in CARTELLA un progetto da cui cominciare: i file di dati con ogni chiave
spiegata, pronti da riempire. Con --demo scrive invece il piano, tutto inventato,
del «Comune di Esempio», per vedere un sito completo e provare a cambiarlo.

Con --size N il piano inventato ha N progetti, tutti simili: serve a misurare quanto
ci mette un piano lungo.

La cartella deve essere nuova o vuota: quello che c'è già non si tocca.

Con --schemas aggiorna invece, in un progetto che c'è già, i file di data/schemi:
con quelli un editor che conosce TOML completa le chiavi e segna gli errori mentre
si scrive. Serve dopo essere passati a una nuova versione di vetro.`,
		Example: `  vetro init lavoro-agile
  vetro init --demo prova
  vetro init --schemas`,
		Args: func(_ *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				if schemas {
					return nil
				}
				return usage("per esempio: vetro init lavoro-agile", "manca il nome della cartella da creare")
			case 1:
				if args[0] == "" {
					return usage("per esempio: vetro init lavoro-agile", "il nome della cartella da creare è vuoto")
				}
				return nil
			}
			return usage("un nome con spazi va scritto tra virgolette", "vetro init vuole una cartella sola, qui ce ne sono %d: %s", len(args), diag.Quote(strings.Join(args, " ")))
		},
		RunE: func(c *cobra.Command, args []string) error {
			if schemas {
				if demo {
					return usage("usa una sola delle due opzioni", "--demo comincia un progetto nuovo, --schemas ne aggiorna uno che c'è già")
				}
				return a.refreshSchemas(append(args, "")[0])
			}
			if demo && size > 0 {
				return usage("usa una sola delle due opzioni", "--demo ha il suo piano, --size ne fa uno lungo quanto vuoi")
			}
			if c.Flags().Changed("size") && (size < 1 || size > maxSize) {
				return usage("per esempio: vetro init --size 1000 prova", "--size va da 1 a %d: %d non va bene", maxSize, size)
			}
			return a.start(c.Context(), args[0], demo, size)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		DisableFlagsInUseLine: true,
	}
	c.Flags().BoolVar(&demo, "demo", false, "scrive il piano inventato del «Comune di Esempio»")
	c.Flags().IntVar(&size, "size", 0, "scrive un piano inventato di `N` progetti, per misurare i tempi")
	c.Flags().BoolVar(&schemas, "schemas", false, "aggiorna data/schemi in un progetto che c'è già")
	return c
}

// maxSize is the longest plan that --size writes.
const maxSize = 1_000_000

// start writes a new project into folder and says what to do next.
func (a *app) start(ctx context.Context, folder string, demo bool, size int) error {
	if err := noTilde(folder); err != nil {
		return err
	}
	tree, what := starter.Skeleton(), "un progetto da riempire"
	switch {
	case demo:
		tree, what = starter.Demo(), "il piano, tutto inventato, del «Comune di Esempio»"
	case size > 0:
		var err error
		if tree, err = starter.Sized(size); err != nil {
			return err
		}
		what = "un piano, tutto inventato, di " + counted(size, "progetto", "progetti")
	}
	if err := publish.Create(ctx, a.path(folder), tree); err != nil {
		return a.targetError(err, creating, folder)
	}
	quoted := folder
	if strings.ContainsAny(folder, " '&()") {
		quoted = `"` + folder + `"`
	}
	a.say("in %s c'è ora %s", folder, what)
	if a.chdir == "" {
		a.hint("per costruire il sito: vetro -C %s build", quoted)
	} else {
		a.hint("per costruire il sito: vai in quella cartella e scrivi vetro build")
	}
	if demo || size > 0 {
		a.hint("poi apri nel browser public/index.html, che è in quella cartella")
	} else {
		a.hint("comincia da data/ente.toml; LEGGIMI.txt dice come andare avanti, vetro help dati spiega ogni chiave")
	}
	return nil
}
