// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"context"
	"os"
	"strings"
	"testing"

	"vetro/cmd/internal/chart"
)

// A panic while a chart is drawn, in a goroutine, is an error that names it.
func TestPanicWhileDrawingIsAnError(t *testing.T) {
	in := load(t, os.DirFS(projects["shipped"]))
	in.Draw = func(context.Context, chart.Chart) (chart.SVG, error) { panic("indice 3") }
	_, err := Build(t.Context(), in)
	if err == nil || !strings.Contains(err.Error(), "indice 3") || !strings.Contains(err.Error(), "drawing the chart") {
		t.Errorf("Build = %v, want an error that names the chart", err)
	}
}
