// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"bufio"
	"context"
	"os/exec"
	"path/filepath"
	"runtime"
)

// doubleClick is what the program does when started from Windows Explorer: it
// builds the project in the folder it lies in, shows the site, and keeps its
// window open until Invio is pressed, so that what it said can be read. A plan
// that is a draft is shown in the preview.
func (a *app) doubleClick(ctx context.Context) int {
	waited := false
	code := a.guarded(func() int {
		a.say("controllo i dati e costruisco il sito…")
		folder, drafts, err := a.carryOut(ctx, build{output: "public", preview: true})
		code := a.finish(err)
		switch {
		case code != exitFine:
		case len(drafts) > 0:
			waited = true
			return a.finish(a.previewDraft(ctx, drafts[0]))
		default:
			if err := a.open(filepath.Join(folder, "index.html")); err != nil {
				a.say("non riesco ad aprire il browser: apri tu public/index.html")
			}
		}
		return code
	})
	if waited && code == exitFine {
		return code
	}
	a.say("premi Invio per chiudere questa finestra")
	_, _ = bufio.NewReader(a.In).ReadString('\n')
	return code
}

// previewDraft shows the preview of a draft, which the site does not have, until
// Invio is pressed: who has filled in a plan wants to see it, and to go on.
func (a *app) previewDraft(ctx context.Context, edition string) error {
	a.say("l'edizione %s è una bozza: nel sito non c'è ancora. Ecco come sarà: quando salvi un file la pagina si aggiorna", edition)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		_, _ = bufio.NewReader(a.In).ReadString('\n')
		stop()
	}()
	return a.runServe(ctx, serve{host: "127.0.0.1", port: 8080, drafts: true, open: true, page: edition + "/", quit: "Invio"})
}

// openBrowser shows a page on disk in the user's browser.
func openBrowser(path string) error {
	switch runtime.GOOS {
	case "windows":
		// Not "cmd /c start": it would read & and ^ in the path.
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", path).Start()
	case "darwin":
		return exec.Command("open", path).Start()
	}
	return exec.Command("xdg-open", path).Start()
}
