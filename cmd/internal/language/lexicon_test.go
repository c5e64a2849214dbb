// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLexicon(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // what is found → what to write
	}{
		{"verb", "I servizi si erogano e si erogheranno sempre", []string{"erogano → dare | fornire", "erogheranno → dare | fornire"}},
		{"capital at the start", "Qualora serva, altresì domani.", []string{"Qualora → se", "altresì → anche"}},
		{"the longest wins", "ivi incluso il resto, e ad uopo", []string{"ivi incluso → compreso | anche", "ad uopo → per questo"}},
		{"elision", "Nelle more dell’approvazione", []string{"Nelle more dell’ → in attesa di"}},
		{"straight apostrophe", "in ottemperanza all'accordo", []string{"in ottemperanza all' → per rispettare | come chiede"}},
		{"hyphen or space", "Il kick-off e il follow up", []string{"kick-off → avvio", "follow up → seguito"}},
		{"english", "Un meeting con feedback", []string{"meeting → riunione | incontro", "feedback → parere | risposta"}},
		{"english opens a sentence", "Ecco. Feedback utili.", []string{"Feedback → parere | risposta"}},
		{"people", "Servizi per i disabili", []string{"per i disabili → persone con disabilità"}},

		{"name in English", "Il progetto Smart Meeting e la Mission Italia", nil},
		{"technical here", "smart working, Smart Teaching, ente, determina, performance, coworking, budget", nil},
		{"part of a word", "esperimento, erogatore, conseguente, visionario, alieno, predettato", nil},
		{"not a phrase", "L’ordine alfabetico in ordine; al fine. Di sera", nil},
		{"a mark between", "in ottemperanza, alla fine", nil},
		{"quotation", "La fonte dice «in ottemperanza alla legge»", nil},
		{"other words", "la persona con disabilità, il mezzo posta, stante", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, m := range Lexicon(tt.text) {
				got = append(got, m.Of(tt.text)+" → "+m.Better)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Lexicon(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// TestLexiconFile reads the file as the program does and as a person does: each
// line is in a known class and says what to write, no form stands in two
// entries, and none is what another entry advises.
func TestLexiconFile(t *testing.T) {
	seen := map[string]string{}
	var advised []string
	class := ""
	for line := range strings.Lines(lexiconText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			if class = strings.Trim(line, "[]"); !slices.Contains([]Class{Bureaucratic, English, People}, Class(class)) {
				t.Errorf("unknown class %q", class)
			}
			continue
		}
		left, better, ok := strings.Cut(line, " = ")
		if !ok || class == "" || better == "" {
			t.Fatalf("line %q: want forms = what to write", line)
		}
		for _, b := range strings.Split(better, " | ") {
			if b != strings.TrimSpace(b) || b == "" || strings.Contains(b, ",") && b[0] != '(' {
				t.Errorf("line %q: alternative %q", line, b)
			}
			advised = append(advised, b)
		}
		for _, written := range strings.Split(left, ",") {
			for _, f := range inflected(strings.TrimSpace(written)) {
				if f == "" || f != strings.ToLower(f) {
					t.Errorf("line %q: form %q", line, f)
				}
				if other, ok := seen[f]; ok && other != line {
					t.Errorf("%q stands in %q and in %q", f, other, line)
				}
				seen[f] = line
			}
		}
	}
	for _, b := range advised {
		if found := Lexicon(b); len(found) > 0 && b[0] != '(' {
			t.Errorf("%q is advised, and is in the lexicon", b)
		}
	}
	if len(seen) < 400 {
		t.Errorf("%d forms: the file was not read", len(seen))
	}
}
