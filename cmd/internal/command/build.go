// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/publish"
)

// A build is what build and check are asked to do.
type build struct {
	output  string // "" for check: nothing is written
	baseURL string
	json    bool
	brief   bool // what is to be completed is counted, not listed
}

func (a *app) buildCommand() *cobra.Command {
	b := build{brief: true}
	c := &cobra.Command{
		Use:   "build [-o CARTELLA] [--base-url INDIRIZZO] [--json]",
		Short: "legge data/ e content/ e scrive il sito",
		Long: `Legge data/ e content/, controlla tutto e scrive il sito in public/.

Se nei dati c'è anche un solo errore non scrive niente, e il sito di prima resta
com'era. Il sito nuovo prende il posto del vecchio in un colpo solo: chi lo sta
guardando vede l'uno o l'altro, mai una via di mezzo. I file che nella cartella
non ha messo vetro (.htaccess, .well-known/…) restano al loro posto; una cartella
con dentro solo file di altri viene rifiutata. Se una scrittura si interrompe a
metà, il comando seguente rimette a posto il sito di prima.`,
		Example: `  vetro build
  vetro build -o D:\sito
  vetro build --base-url https://www.comune.example/lavoro-agile/`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if b.output == "" {
				return usage("per esempio: vetro build -o public", "dopo -o manca la cartella in cui scrivere il sito")
			}
			return a.run(c.Context(), b)
		},
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
	}
	c.Flags().SortFlags = false
	c.Flags().StringVarP(&b.output, "output", "o", "public", "scrive il sito in `CARTELLA` (se non c'è: public)")
	must(c.MarkFlagDirname("output"))
	b.flags(c)
	return c
}

func (a *app) checkCommand() *cobra.Command {
	var b build
	c := &cobra.Command{
		Use:   "check [--base-url INDIRIZZO] [--json]",
		Short: "controlla tutto come build, senza scrivere niente",
		Long: `Controlla i dati, le pagine e il sito che ne verrebbe, come build, ma non scrive
niente. Elenca per intero anche le cose da completare prima di pubblicare.`,
		Example: `  vetro check
  vetro check --json`,
		Args:                  noArguments,
		RunE:                  func(c *cobra.Command, _ []string) error { return a.run(c.Context(), b) },
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
	}
	c.Flags().SortFlags = false
	b.flags(c)
	return c
}

// flags defines the flags that build and check share.
func (b *build) flags(c *cobra.Command) {
	c.Flags().StringVar(&b.baseURL, "base-url", "", "il sito starà a `INDIRIZZO` (se non c'è: quello di data/ente.toml)")
	c.Flags().BoolVar(&b.json, "json", false, "stampa errori, avvisi e cose da completare in JSON, uno per riga")
	must(c.RegisterFlagCompletionFunc("base-url", cobra.NoFileCompletions))
}

// run compiles the project, says what it found and writes the site.
func (a *app) run(ctx context.Context, b build) error {
	_, err := a.carryOut(ctx, b)
	return err
}

// carryOut does what run does and returns the folder the site is in.
func (a *app) carryOut(ctx context.Context, b build) (folder string, err error) {
	began := a.now()
	baseURL, err := parseBaseURL(b.baseURL)
	if err != nil {
		return "", err
	}
	root, err := a.openProject()
	if err != nil {
		return "", err
	}
	defer root.Close()
	target := b.output
	opts := publish.Options{Project: a.project(), Home: homeDir(a.Env)}
	if b.output != "" {
		// The old site comes back at once, even if the data have errors now.
		target = a.path(b.output)
		recovered, err := publish.Recover(ctx, target, opts)
		if err != nil {
			return "", a.targetError(err, writing, b.output)
		}
		a.sayRecovered(recovered, b.output)
	}
	c, err := compile(ctx, root.FS(), a.chartCache(), baseURL)
	if err != nil {
		return "", err
	}
	if err := a.print(c.report, b); err != nil {
		return "", err
	}
	if c.site != nil && b.output != "" {
		done, err := publish.Write(ctx, target, c.site, opts)
		if err != nil {
			return "", a.targetError(err, writing, b.output)
		}
		a.sayWritten(done, b.output)
		folder = done.Folder
	}
	if n := c.report.Count(diag.Incomplete); n > 0 && b.brief && !b.json {
		a.say("%s prima di pubblicare: vetro check le elenca", counted(n, "cosa da completare", "cose da completare"))
	}
	if c.site == nil && b.output != "" {
		a.say("il sito non è stato scritto: correggi gli errori e riprova")
	}
	a.say("%s", c.summary(seconds(a.now().Sub(began))))
	if c.report.HasErrors() {
		return "", &failure{code: exitContent}
	}
	return folder, nil
}

// print prints the diagnostics.
func (a *app) print(report *diag.List, b build) error {
	if b.json {
		return diag.WriteJSON(a.Out, report)
	}
	shown := new(diag.List)
	for _, d := range report.Sorted() {
		if !b.brief || d.Severity != diag.Incomplete {
			shown.Add(d)
		}
	}
	if shown.Len() == 0 {
		return nil
	}
	if err := diag.Write(a.Err, shown, a.colours(a.Err)); err != nil {
		return err
	}
	_, err := a.Err.Write([]byte("\n"))
	return err
}

// targetError explains an error of writing in target, which it names as the
// user did.
func (a *app) targetError(err error, op operation, target string) error {
	f := explain(err, op)
	f.message = strings.ReplaceAll(f.message, a.path(target), target)
	return f
}

func (a *app) sayRecovered(recovered bool, output string) {
	if recovered {
		a.say("una scrittura si era interrotta a metà: ho rimesso in %s il sito di prima", output)
	}
}

// shownNames is how many names a line for people lists.
const shownNames = 8

// sayWritten says what became of the files of the target.
func (a *app) sayWritten(r publish.Report, output string) {
	a.sayRecovered(r.Recovered, output)
	if len(r.Edited) > 0 {
		a.say("avviso: erano stati modificati a mano e li ho riscritti: %s", listed(r.Edited, shownNames))
		a.hint("ciò che cambia nel sito va cambiato in data/ o in content/")
	}
	if len(r.Kept) > 0 {
		a.say("non li ha scritti vetro e restano al loro posto: %s", listed(r.Kept, shownNames))
	}
	if r.Leftover != "" {
		a.say("avviso: accanto a %s è rimasta una cartella di lavoro che non riesco a cancellare: ci riprovo la prossima volta", filepath.ToSlash(output))
	}
	if r.Written()+len(r.Removed) == 0 {
		a.say("%s era già aggiornata: non ho toccato niente", filepath.ToSlash(output))
		return
	}
	same := r.Files - r.Written()
	a.say("sito scritto in %s: %s, %s, %d come prima, %s", filepath.ToSlash(output),
		counted(len(r.Added), "file nuovo", "file nuovi"), counted(len(r.Changed), "cambiato", "cambiati"),
		same, counted(len(r.Removed), "tolto", "tolti"))
}

// parseBaseURL checks the value of --base-url and makes it end in "/".
func parseBaseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" || u.User != nil ||
		u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.ContainsAny(s, " \t\"<>\\#") {
		return "", usage("scrivilo per intero, per esempio --base-url https://www.comune.example/lavoro-agile/",
			"--base-url deve essere l'indirizzo di un sito: %s non lo è", diag.Quote(s))
	}
	return strings.TrimRight(s, "/") + "/", nil
}
