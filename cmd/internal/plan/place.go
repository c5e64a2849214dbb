// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"go/token"

	"vetro/cmd/internal/diag"
)

// At returns a diagnostic that covers the value of a key of a file that Load has
// read: "aggiornato", "atto.numero"; of a list the item has its number, from 0:
// "allegato.0.file". The headers of [[progetto]] are known, their keys are not:
// there may be many thousands. Where the place is not known the whole file is
// covered.
func (p *Publication) At(file, key string) diag.Diagnostic {
	if d, ok := p.places[file].At(key); ok {
		return d
	}
	return diag.Diagnostic{Pos: token.Position{Filename: file}}
}

// placed says how deep the places of the keys of a file are kept.
func (keys *TableKeys) placed() int {
	if keys == &departmentKeys {
		return 2
	}
	return 3
}
