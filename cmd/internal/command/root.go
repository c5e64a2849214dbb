// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

// root returns the tree of commands. Everything cobra would say itself, in
// English, is replaced or silenced.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "vetro",
		Short: "il piano del lavoro agile di un Comune, in un sito che chiunque può leggere",
		Args:  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			if err := overview(a.Err, c); err != nil {
				return err
			}
			return &failure{code: exitUsage}
		},
		SilenceErrors:         true,
		SilenceUsage:          true,
		DisableFlagsInUseLine: true,
		CompletionOptions:     cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetIn(a.In)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpFunc(a.help)
	flags := root.PersistentFlags()
	flags.SortFlags = false
	flags.StringVarP(&a.chdir, "directory", "C", "", "lavora nel progetto che sta in `CARTELLA`, invece che in quella in cui sei")
	flags.BoolP("help", "h", false, "mostra come si usa il comando")
	must(root.MarkPersistentFlagDirname("directory"))

	root.SetHelpCommand(a.helpCommand(root))
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.serveCommand(), a.initCommand(), a.diffCommand(), a.versionCommand(), a.completionCommand())
	return root
}

// must stops a run whose command tree is wrong: that shows in the first test.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// path returns the place on disk of a path as the user wrote it: like the
// commands themselves, relative to -C.
func (a *app) path(name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(a.project(), name)
}

// project returns the folder of the project.
func (a *app) project() string {
	if filepath.IsAbs(a.chdir) {
		return filepath.Clean(a.chdir)
	}
	return filepath.Join(a.Dir, a.chdir)
}

// projectAbove returns the nearest project that holds the folder we work in,
// and how to name it after -C, or nothing. A folder named data alone is no
// project: any disk may have one.
func (a *app) projectAbove() (folder, way string) {
	from := a.project()
	for at := filepath.Dir(from); ; at = filepath.Dir(at) {
		if info, err := os.Stat(filepath.Join(at, "data", "ente.toml")); err == nil && info.Mode().IsRegular() {
			up, err := filepath.Rel(from, at)
			if err != nil || filepath.IsAbs(a.chdir) {
				return at, at
			}
			return at, filepath.ToSlash(filepath.Join(a.chdir, up))
		}
		if filepath.Dir(at) == at {
			return "", ""
		}
	}
}

// openProject opens the folder of the project. No link leads out of what it
// returns. The caller closes it.
func (a *app) openProject() (*os.Root, error) {
	const hint = "vai nella cartella del progetto o indicala con -C; per cominciarne uno nuovo: vetro init CARTELLA"
	shown := a.chdir
	if shown == "" {
		shown = "questa cartella"
	}
	info, err := os.Stat(a.project())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, environment(hint, "la cartella %s non esiste", shown)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, environment(hint, "%s è un file, non una cartella", shown)
	}
	root, err := os.OpenRoot(a.project())
	if err != nil {
		return nil, err
	}
	if _, err := root.Lstat("data"); errors.Is(err, fs.ErrNotExist) {
		root.Close()
		hint := hint
		if above, way := a.projectAbove(); above != "" {
			hint = fmt.Sprintf("sei dentro il progetto %s: usa -C %s", above, way)
			if a.chdir != "" {
				hint = fmt.Sprintf("%s sta dentro il progetto %s: usa -C %s", a.chdir, above, way)
			}
		}
		return nil, environment(hint, "in %s non c'è un progetto di vetro: manca data/, la cartella con i dati del piano", shown)
	}
	return root, nil
}
