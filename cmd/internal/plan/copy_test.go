// SPDX-License-Identifier: EUPL-1.2

package plan

import "testing"

func TestCopyOf(t *testing.T) {
	for name, want := range map[string]string{
		"ente(1).toml": "ente.toml", "ente (1).toml": "ente.toml", "ente - Copia.toml": "ente.toml", "ente-PC-UFFICIO.toml": "ente.toml",
		"ente.toml": "", "ente-due.toml": "", "enti.toml": "", "ente(1).md": "",
	} {
		got, ok := copyOf(name, []string{"fonti.toml", "ente.toml"})
		if got != want || ok != (want != "") {
			t.Errorf("copyOf(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
}
