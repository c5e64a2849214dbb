// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed vocabolari.json
var vocabularyData []byte

// A vocabulary is a controlled vocabulary: the words used here and the address
// that each has there.
type vocabulary struct {
	Source  string            `json:"fonte"`
	Address string            `json:"indirizzo"`
	Read    string            `json:"letto"` // the day on which the entries were taken from it
	Entries map[string]string `json:"voci"`
}

// vocabularies returns those of vocabolari.json by name.
func vocabularies() (map[string]vocabulary, error) {
	var all struct {
		Vocabularies map[string]vocabulary `json:"vocabolari"`
	}
	if err := json.Unmarshal(vocabularyData, &all); err != nil {
		return nil, fmt.Errorf("reading the vocabularies: %w", err)
	}
	return all.Vocabularies, nil
}
