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
// window open until Invio is pressed, so that what it said can be read.
func (a *app) doubleClick(ctx context.Context) int {
	code := a.guarded(func() int {
		a.say("controllo i dati e costruisco il sito…")
		folder, err := a.carryOut(ctx, build{output: "public"})
		code := a.finish(err)
		if code == exitFine {
			if err := a.open(filepath.Join(folder, "index.html")); err != nil {
				a.say("non riesco ad aprire il browser: apri tu public/index.html")
			}
		}
		return code
	})
	a.say("premi Invio per chiudere questa finestra")
	_, _ = bufio.NewReader(a.In).ReadString('\n')
	return code
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
