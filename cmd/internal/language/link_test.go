// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVagueLink(t *testing.T) {
	for _, text := range []string{"qui", "Clicca qui", "clicca  qui!", "→ Leggi tutto", "«qui»", "Per saperne di più…", "Scarica"} {
		if !VagueLink(text) {
			t.Errorf("VagueLink(%q) = false", text)
		}
	}
	for _, text := range []string{"", "Smart Teaching", "Leggi tutto il piano", "qui dentro", "la pagina dei settori", "Scarica il piano"} {
		if VagueLink(text) {
			t.Errorf("VagueLink(%q) = true", text)
		}
	}
}

func TestClicks(t *testing.T) {
	text := "Per i dati clicca qui. Cliccando sul link si apre. Non scrivere «clicca qui»."
	var got []string
	for _, f := range Clicks(text) {
		got = append(got, f.Of(text))
	}
	if diff := cmp.Diff([]string{"clicca qui", "Cliccando sul link"}, got); diff != "" {
		t.Errorf("Clicks(%q) (-want +got):\n%s", text, diff)
	}
}

func TestDocument(t *testing.T) {
	for address, want := range map[string]string{
		"/2022/allegati/piano.pdf": "PDF", "https://example.it/a.XLSX?x=1#y": "XLSX", "/dati/progetti.csv": "CSV",
		"/2022/": "", "https://example.it/piano.html": "", "https://example.it/a.pdf/b": "", "#pdf": "", "": "",
	} {
		if got, ok := Document(address); got != want || ok != (want != "") {
			t.Errorf("Document(%q) = %q, %v, want %q", address, got, ok, want)
		}
	}
}

func TestSaysFormat(t *testing.T) {
	tests := []struct {
		text, format string
		named, sized bool
	}{
		{"Il piano (PDF, 240 kB)", "PDF", true, true},
		{"Il piano, pdf di 1,5 MB", "PDF", true, true},
		{"I progetti (Excel, 12KB)", "XLSX", true, true},
		{"Il piano (PDF)", "PDF", true, false},
		{"Il piano, 240 kB", "PDF", false, true},
		{"Il piano del 2022", "PDF", false, false},
		{"La pagina 3 b", "PDF", false, true}, // a size, as far as letters tell
	}
	for _, tt := range tests {
		if named, sized := SaysFormat(tt.text, tt.format); named != tt.named || sized != tt.sized {
			t.Errorf("SaysFormat(%q, %s) = %v, %v, want %v, %v", tt.text, tt.format, named, sized, tt.named, tt.sized)
		}
	}
}
