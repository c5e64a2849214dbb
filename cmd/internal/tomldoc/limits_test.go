// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"vetro/cmd/internal/source"
)

// The manual names every limit.
func TestManualNamesTheLimits(t *testing.T) {
	text, err := os.ReadFile("../command/help/dati.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, limits, _ := strings.Cut(string(text), "\nLIMITI\n")
	limits = strings.Join(strings.Fields(limits), " ")
	for _, want := range []string{
		fmt.Sprintf("massimo %d MB", source.MaxSize>>20), fmt.Sprintf("%d.000 valori", MaxValues/1000), fmt.Sprintf("%d livelli", MaxDepth),
		fmt.Sprintf("%d.000 caratteri", MaxLine/1000), fmt.Sprintf("qualsiasi %d.000", MaxText/1000), fmt.Sprintf("primi %d errori", MaxFaults),
	} {
		if !strings.Contains(limits, want) {
			t.Errorf("help dati does not say %q", want)
		}
	}
}
