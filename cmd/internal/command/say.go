// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/project"
)

// say prints a line for people. What it quotes may come from anywhere, so
// nothing in it can drive the terminal.
func (a *app) say(format string, args ...any) {
	fmt.Fprintln(a.Err, "vetro: "+diag.Clean(fmt.Sprintf(format, args...)))
}

// hint prints what to do now.
func (a *app) hint(format string, args ...any) {
	a.say("suggerimento: "+format, args...)
}

// env returns the value of an environment variable; the last one counts.
func env(environ []string, name string) string {
	for _, line := range slices.Backward(environ) {
		if key, value, ok := strings.Cut(line, "="); ok && key == name {
			return value
		}
	}
	return ""
}

// colours reports whether w shows colours: a terminal that is no dumb one, and
// nobody who asked for none (https://no-color.org).
func (a *app) colours(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && env(a.Env, "NO_COLOR") == "" && env(a.Env, "TERM") != "dumb" &&
		term.IsTerminal(int(f.Fd())) && understandsColours(f)
}

// counted prints a number and its noun.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// seconds prints a duration as Italians write it: "0,21 s".
func seconds(d time.Duration) string {
	return strings.Replace(fmt.Sprintf("%.2f s", d.Seconds()), ".", ",", 1)
}

// listed joins at most shownNames words, and says how many more there are.
func listed(words []string) string {
	if len(words) <= shownNames {
		return strings.Join(words, ", ")
	}
	return fmt.Sprintf("%s e altri %d", strings.Join(words[:shownNames], ", "), len(words)-shownNames)
}

// summary is the last line of a run: counts of what was shown, and time.
func summary(r *project.Result, shown tally, took string) string {
	s := fmt.Sprintf("%s, %s", counted(shown.errors, "errore", "errori"), counted(shown.warnings, "avviso", "avvisi"))
	if r.Built {
		s = fmt.Sprintf("%s, %s, %s", counted(r.Pages, "pagina", "pagine"), counted(r.Charts, "grafico", "grafici"), s)
	}
	if shown.gaps > 0 || r.Built {
		s += ", " + counted(shown.gaps, "cosa da completare", "cose da completare")
	}
	return s + ", in " + took
}
