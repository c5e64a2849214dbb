// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"

	"vetro/cmd/internal/schema"
)

// refreshSchemas writes the schemas for editors into the project in folder, ""
// for the one we stand in. Each file is replaced whole; those that are as they
// should be are not touched.
func (a *app) refreshSchemas(folder string) error {
	at, named := a.project(), "questa cartella"
	if folder != "" {
		at, named = a.path(folder), folder
	}
	if info, err := os.Stat(at); err == nil && !info.IsDir() {
		return environment("scrivi il nome della cartella del progetto", "%s non è una cartella", named)
	}
	// Nothing is written through a link that leads out of the project.
	root, err := os.OpenRoot(at)
	if errors.Is(err, fs.ErrNotExist) {
		return environment("controlla il nome", "la cartella %s non c'è", named)
	} else if err != nil {
		return explain(err, other)
	}
	defer root.Close()
	if info, err := root.Stat("data"); err != nil || !info.IsDir() {
		return environment("vai nella cartella del progetto, oppure creane uno: vetro init CARTELLA", "in %s non c'è un progetto di vetro: manca data/", named)
	}
	if err := schemasFit(root); err != nil {
		return err
	}
	if err := root.MkdirAll(schema.Folder, 0o755); err != nil {
		return explain(err, other)
	}
	var written []string
	for _, f := range schema.Files() {
		name := path.Join(schema.Folder, f.Name)
		if have, err := root.ReadFile(name); err == nil && bytes.Equal(have, f.Data) {
			continue
		}
		fresh := path.Join(schema.Folder, "."+f.Name+".tmp")
		err := root.WriteFile(fresh, f.Data, 0o644)
		if err == nil {
			err = root.Rename(fresh, name)
		}
		if err != nil {
			_ = root.Remove(fresh)
			return explain(err, other)
		}
		written = append(written, f.Name)
	}
	if len(written) == 0 {
		a.say("%s era già aggiornata: non ho toccato niente", schema.Folder)
		return nil
	}
	a.say("in %s ho scritto %s", schema.Folder, listed(written))
	a.hint("perché l'editor li trovi, in cima a ogni file di data/ serve la riga #:schema: com'è fatta lo dice vetro help dati")
	return nil
}

// schemasFit refuses to write where something else stands in the way: a file, a
// folder, a link that leads out of the project.
func schemasFit(root *os.Root) error {
	const hint = "spostalo o dagli un altro nome, poi riprova"
	if info, err := root.Lstat(schema.Folder); err == nil && !info.IsDir() {
		if inside, err := root.Stat(schema.Folder); err != nil || !inside.IsDir() {
			return environment(hint, "%s dev'essere una cartella del progetto, e c'è altro con quel nome", schema.Folder)
		}
	}
	for _, f := range schema.Files() {
		name := path.Join(schema.Folder, f.Name)
		if info, err := root.Lstat(name); err == nil && info.IsDir() {
			return environment(hint, "%s dev'essere un file, e c'è una cartella con quel nome", name)
		}
	}
	return nil
}
