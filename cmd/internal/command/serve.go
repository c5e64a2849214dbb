// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/devserver"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/project"
	"vetro/cmd/internal/site"
)

// A serve is what the preview is asked to do.
type serve struct {
	host string
	port int
	open bool

	drafts bool

	page string // what is opened first, below the address of the preview
	quit string // the key that ends it, "" for Ctrl-C: then nobody has typed a flag
}

func (a *app) serveCommand() *cobra.Command {
	var s serve
	c := &cobra.Command{
		Use:   "serve [--drafts] [--open] [--port N] [--host INDIRIZZO]",
		Short: "mostra l'anteprima del sito, che si aggiorna quando salvi",
		Long: `Mostra il sito nel browser come sarà pubblicato, con in cima la fascia
«Anteprima: non è il sito pubblicato». Quando salvi un file di data/ o di content/
la pagina si aggiorna da sola. Se c'è un errore resta l'ultima pagina riuscita, con
l'errore sopra; sparisce quando lo correggi. Non scrive niente in public/.

Una pagina che c'è solo nell'anteprima dice che cosa manca al piano e chi può
scriverlo: il suo indirizzo è nella fascia.

L'anteprima si vede solo da questo computer. Per mostrarla ad altri nella stessa
rete indica con --host l'indirizzo su cui rispondere. Per chiuderla premi Ctrl-C.`,
		Example: `  vetro serve --open
  vetro serve --drafts --open
  vetro serve --port 9000`,
		Args:                  noArguments,
		RunE:                  func(c *cobra.Command, _ []string) error { return a.runServe(c.Context(), s) },
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
	}
	c.Flags().SortFlags = false
	draftsFlag(c, &s.drafts)
	c.Flags().IntVar(&s.port, "port", 8080, "risponde sulla porta `N`; se è occupata, sulla prima libera dopo")
	c.Flags().BoolVar(&s.open, "open", false, "apre l'anteprima nel browser")
	c.Flags().StringVar(&s.host, "host", "127.0.0.1", "risponde a `INDIRIZZO`: quello di questo computer nella rete, o 0.0.0.0 per tutti")
	for _, name := range []string{"port", "host"} {
		must(c.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions))
	}
	return c
}

// runServe shows the preview until the run is interrupted.
func (a *app) runServe(ctx context.Context, s serve) error {
	if s.port < 0 || s.port > 65535 {
		return usage("per esempio: vetro serve --port 9000", "la porta va da 0 a 65535: %d non va bene", s.port)
	}
	if s.host == "" {
		return usage("per esempio: vetro serve --host 0.0.0.0", "dopo --host manca l'indirizzo su cui rispondere")
	}
	root, err := a.openProject()
	if err != nil {
		return err
	}
	here := follow(a.project(), root)
	defer here.close()
	listener, err := listen(s.host, s.port)
	if err != nil {
		return environment("scegli un'altra porta con --port, o togli --host", "non riesco ad aprire l'anteprima su %s: %s", net.JoinHostPort(s.host, strconv.Itoa(s.port)), networkCause(err))
	}
	port := listener.Addr().(*net.TCPAddr).Port
	if s.port != 0 && port != s.port {
		a.say("la porta %d è occupata: uso la %d", s.port, port)
	}

	cache := remember(a.chartCache())
	var drafts sync.Once // said of, not at every save
	shown := false       // there is a page in the browser
	var last *site.Site  // the last good one
	var missing []byte   // what the plan lacks, as a page
	server := devserver.New(devserver.Options{
		Hosts: hosts(s.host, port),
		Build: func(ctx context.Context, show func(fs.FS)) devserver.Result {
			kept := project.Collector{Before: last}
			opts := project.Options{Cache: cache, Target: "public", Drafts: s.drafts, Early: show}
			if last != nil {
				opts.Last = last
			}
			c, err := a.compileAgainst(ctx, here.root.FS(), "public", false, opts, kept.Output())
			if err == nil && c.Built {
				last, err = kept.Site()
			}
			if err != nil {
				return devserver.Result{Err: explain(err, other)}
			}
			if s.quit == "" {
				drafts.Do(func() { a.sayDrafts(c.Drafts, s.drafts) })
			}
			if c.Publication != nil { // else it is what it was
				if missing, err = missingPage(c); err != nil {
					return devserver.Result{Err: explain(err, other)}
				}
			}
			r := devserver.Result{Report: c.Report, Missing: missing}
			if c.Built {
				r.Site = last
			}
			return r
		},
		Snapshot: devserver.Snapshots(here.now, "data", "content"),
		Built: func(r devserver.Result, took time.Duration) {
			shown = shown || r.Site != nil
			a.sayBuilt(r, took, shown)
		},
	})
	address := fmt.Sprintf("http://%s/", net.JoinHostPort(shownHost(s.host), strconv.Itoa(port)))
	a.say("anteprima su %s", address)
	a.say("che cosa manca al piano: %s", strings.TrimSuffix(address, "/")+devserver.MissingPath)
	a.hint("per chiuderla premi %s", cmp.Or(s.quit, "Ctrl-C"))

	web := &http.Server{Handler: server.Handler(), ReadHeaderTimeout: 10 * time.Second}
	stopped := make(chan error, 1)
	go func() { stopped <- web.Serve(listener) }()
	if s.open {
		if err := a.open(address + s.page); err != nil {
			a.say("non riesco ad aprire il browser: apri tu %s", address+s.page)
		}
	}
	watching, stop := context.WithCancel(ctx)
	var watch sync.WaitGroup
	watch.Go(func() { server.Watch(watching) })
	select {
	case <-ctx.Done():
		err = nil
	case err = <-stopped:
	}
	stop()
	watch.Wait() // ends the streams of open pages, so that Shutdown need not wait for them
	closing, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = web.Shutdown(closing) // the preview is over either way
	a.say("anteprima chiusa")
	return err
}

// sayBuilt tells the terminal what the page shows too: below the faults the last
// good page, where shown says that there was one.
func (a *app) sayBuilt(r devserver.Result, took time.Duration, shown bool) {
	if r.Err != nil {
		a.say("%s", r.Err)
		return
	}
	faults := new(diag.List)
	for _, d := range r.Report.Sorted() {
		if d.Severity == diag.Error {
			faults.Add(d)
		}
	}
	if faults.Len() > 0 {
		if err := diag.Write(a.Err, faults, a.colours(a.Err)); err == nil {
			fmt.Fprintln(a.Err)
		}
		inBrowser := "nel browser resta l'ultima pagina riuscita"
		if !shown {
			inBrowser = "il sito si vede quando li correggi"
			if faults.Len() == 1 {
				inBrowser = "il sito si vede quando lo correggi"
			}
		}
		a.say("%s: %s", counted(faults.Len(), "errore", "errori"), inBrowser)
		return
	}
	a.say("anteprima aggiornata in %s", seconds(took))
}

// remember keeps in memory what has been drawn since the preview began, on
// top of the cache on disk, so that the preview is quick even without one.
func remember(disk chart.Cache) chart.Cache {
	var mu sync.Mutex
	drawn := map[string][]byte{}
	return chart.Cache{
		Get: func(key string) ([]byte, bool) {
			mu.Lock()
			data, ok := drawn[key]
			mu.Unlock()
			if !ok && disk.Get != nil {
				data, ok = disk.Get(key)
			}
			return data, ok
		},
		Put: func(key string, data []byte) {
			mu.Lock()
			drawn[key] = data
			mu.Unlock()
			if disk.Put != nil {
				disk.Put(key, data)
			}
		},
	}
}
