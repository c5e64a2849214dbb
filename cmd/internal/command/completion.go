// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/diag"
)

// shells are those that cobra writes a completion script for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "stampa lo script con cui la shell completa i comandi",
		Long: `Stampa lo script con cui la shell completa comandi e opzioni quando si preme il
tasto Tab. Va caricato all'avvio della shell.`,
		Example: `  source <(vetro completion bash)
  vetro completion zsh > "${fpath[1]}/_vetro"
  vetro completion fish > ~/.config/fish/completions/vetro.fish
  vetro completion powershell | Out-String | Invoke-Expression`,
		Args: func(_ *cobra.Command, args []string) error {
			list := "scegli tra " + strings.Join(shells, ", ")
			switch {
			case len(args) == 0:
				return usage(list, "manca il nome della shell")
			case len(args) > 1:
				return usage(list, "vetro completion vuole il nome di una shell sola")
			case !slices.Contains(shells, args[0]):
				if hint := diag.DidYouMean(args[0], shells); hint != "" {
					list = hint
				}
				return usage(list, "non conosco la shell %s", diag.Quote(args[0]))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.Out, true)
			case "zsh":
				return root.GenZshCompletion(a.Out)
			case "fish":
				return root.GenFishCompletion(a.Out, true)
			}
			return root.GenPowerShellCompletionWithDesc(a.Out)
		},
		ValidArgs:             shells,
		DisableFlagsInUseLine: true,
	}
}
