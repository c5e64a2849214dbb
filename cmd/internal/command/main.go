// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"
)

// IO is what a command has to do with: its streams, environment and folder.
type IO struct {
	In       io.Reader
	Out, Err io.Writer
	Env      []string // as os.Environ returns it
	Dir      string   // the current folder, absolute
}

// Exit codes. See the package comment.
const (
	exitFine        = 0
	exitContent     = 1
	exitUsage       = 2
	exitEnvironment = 3
)

// Interrupts are the signals that end a run as its user wants it: Ctrl-C, and
// what systemd, containers, timeout and a closed terminal send. A build leaves the old site and
// nothing beside it; the preview closes.
var Interrupts = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// Main runs the command named by args, without the name of the program, and
// returns its exit code.
func Main(ctx context.Context, std IO, args []string) int {
	a := &app{
		IO:            std,
		now:           time.Now,
		open:          openBrowser,
		doubleClicked: mousetrap.StartedByExplorer,
		cacheDir:      cacheDir(std.Env, runtime.GOOS),
	}
	return a.main(ctx, args)
}

// An app is one run of the program.
type app struct {
	IO
	now           func() time.Time
	open          func(path string) error // shows a page in the browser
	doubleClicked func() bool             // started from Windows Explorer
	cacheDir      string                  // for what may be lost; "" for none
	chdir         string                  // flag -C
	helpErr       error                   // of printing what --help asks for
}

// main carries out a run.
func (a *app) main(ctx context.Context, args []string) int {
	if len(args) == 0 && a.doubleClicked() {
		return a.doubleClick(ctx)
	}
	return a.guarded(func() int { return a.finish(a.execute(ctx, args)) })
}

// guarded ends a defect of ours in a short message, not in a stack trace: the
// press office can copy it into an e-mail.
func (a *app) guarded(run func() int) (code int) {
	defer func() {
		if v := recover(); v != nil {
			a.say("errore interno: %v (%s)", v, ownFrame())
			a.hint("è un difetto di vetro, non dei tuoi dati: segnalalo con il comando che hai scritto e la riga qui sopra")
			code = exitEnvironment
		}
	}()
	return run()
}

// execute runs the command tree.
func (a *app) execute(ctx context.Context, args []string) error {
	// The texts for a double click are ours, and this is how cobra's are
	// turned off.
	cobra.MousetrapHelpText = ""
	root := a.root()
	root.SetArgs(hoist(root, args))
	root.SetContext(ctx)
	if err := root.ExecuteContext(ctx); err != nil {
		return err
	}
	return a.helpErr
}

// finish says what went wrong and returns the exit code.
func (a *app) finish(err error) int {
	if err == nil {
		return exitFine
	}
	var failed *failure
	if !errors.As(err, &failed) {
		failed = explain(err, other)
	}
	if failed.message != "" {
		a.say("%s", failed.message)
	}
	if failed.detail != "" {
		a.say("dettaglio: %s", failed.detail)
	}
	if failed.hint != "" {
		a.hint("%s", failed.hint)
	}
	return failed.code
}

// ownFrame returns the innermost place in our own code that the panic being
// recovered went through.
func ownFrame() string {
	pc := make([]uintptr, 64)
	frames := runtime.CallersFrames(pc[:runtime.Callers(0, pc)])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case strings.HasPrefix(f.Function, "runtime."):
			panicked = panicked || f.Function == "runtime.gopanic"
		case panicked && strings.HasPrefix(f.Function, "vetro/"):
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		if !more {
			return "posto sconosciuto"
		}
	}
}
