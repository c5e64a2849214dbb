// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/project"
	"vetro/cmd/internal/publish"
)

// A build is what build is asked to do.
type build struct {
	output  string
	baseURL string
	json    bool
	drafts  bool
	brief   bool // what is to be completed is counted, not listed
	preview bool // drafts are shown afterwards, in the preview

	timings    bool
	cpuProfile string
}

func (a *app) buildCommand() *cobra.Command {
	b := build{brief: true}
	c := &cobra.Command{
		Use:   "build [-o CARTELLA] [--drafts] [--base-url INDIRIZZO] [--json] [--timings] [--cpuprofile FILE]",
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
			if strings.TrimSpace(b.output) == "" {
				return usage("per esempio: vetro build -o public", "dopo -o manca la cartella in cui scrivere il sito")
			}
			if err := noTilde(b.output); err != nil {
				return err
			}
			return a.profiled(b.cpuProfile, func() error { return a.run(c.Context(), b) })
		},
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
	}
	c.Flags().SortFlags = false
	c.Flags().StringVarP(&b.output, "output", "o", "public", "scrive il sito in `CARTELLA` (se non c'è: public)")
	must(c.MarkFlagDirname("output"))
	shareFlags(c, &b.baseURL, &b.json, &b.drafts)
	c.Flags().BoolVar(&b.timings, "timings", false, "dice quanto tempo ha preso ogni parte del lavoro")
	c.Flags().StringVar(&b.cpuProfile, "cpuprofile", "", "scrive in `FILE` dove il programma ha passato il tempo, per go tool pprof")
	must(c.MarkFlagFilename("cpuprofile"))
	return c
}

// profiled does what do does and writes to the file name where the processor
// has been meanwhile; with an empty name it only does it.
func (a *app) profiled(name string, do func() error) (err error) {
	if name == "" {
		return do()
	}
	f, err := os.Create(a.path(name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	return do()
}

// shareFlags defines the flags that build and check share.
func shareFlags(c *cobra.Command, baseURL *string, json, drafts *bool) {
	draftsFlag(c, drafts)
	c.Flags().StringVar(baseURL, "base-url", "", "il sito starà a `INDIRIZZO` (se non c'è: quello di data/ente.toml)")
	c.Flags().BoolVar(json, "json", false, "stampa errori, avvisi e cose da completare in JSON, uno per riga")
	must(c.RegisterFlagCompletionFunc("base-url", cobra.NoFileCompletions))
}

// draftsFlag defines the flag that shows the drafts.
func draftsFlag(c *cobra.Command, drafts *bool) {
	c.Flags().BoolVar(drafts, "drafts", false, "mette nel sito anche le edizioni in bozza, con una fascia che lo dice: serve a guardarle, non a pubblicarle")
}

// sayDrafts names the editions that the site leaves out, or warns that it has
// them.
func (a *app) sayDrafts(ids []string, shown bool) {
	switch {
	case len(ids) == 0:
	case shown:
		a.say("con --drafts il sito ha anche le bozze (%s): non è da pubblicare", strings.Join(ids, ", "))
	case len(ids) == 1:
		a.say("l'edizione %s è una bozza e nel sito non c'è: la mostra --drafts", ids[0])
	default:
		a.say("le edizioni %s sono bozze e nel sito non ci sono: le mostra --drafts", strings.Join(ids, ", "))
	}
}

// run compiles the project, says what it found and writes the site.
func (a *app) run(ctx context.Context, b build) error {
	_, _, err := a.carryOut(ctx, b)
	return err
}

// carryOut does what run does and returns the folder the site is in and the
// drafts, newest first.
func (a *app) carryOut(ctx context.Context, b build) (folder string, drafts []string, err error) {
	began := a.now()
	baseURL, err := parseBaseURL(b.baseURL)
	if err != nil {
		return "", nil, err
	}
	root, err := a.openProject()
	if err != nil {
		return "", nil, err
	}
	defer root.Close()
	target := a.path(b.output)
	opts := publish.Options{Project: a.project(), Home: homeDir(a.Env)}
	// The old site comes back at once, even if the data have errors now.
	recovered, err := publish.Recover(ctx, target, opts)
	if err != nil {
		return "", nil, a.targetError(err, writing, b.output)
	}
	a.sayRecovered(recovered, b.output)
	clock := stopwatch{now: a.now}
	if !b.timings {
		clock.now = func() time.Time { return began }
	}
	to := &staging{open: func() (*publish.Staging, error) { return publish.Open(ctx, target, opts) }}
	c, err := a.compileAgainst(ctx, root.FS(), b.output, false,
		project.Options{Cache: a.chartCache(), BaseURL: baseURL, Target: filepath.ToSlash(b.output), Drafts: b.drafts, Phase: clock.start}, to.output())
	if err != nil || !c.Built {
		err = errors.Join(err, to.abort())
	}
	if to.err != nil {
		return "", nil, a.targetError(to.err, writing, b.output)
	}
	if err != nil {
		return "", nil, err
	}
	shown, _ := selection{}.split(c.Report)
	count := tallyOf(shown)
	if err := a.print(shown, b.json, b.brief); err != nil {
		return "", nil, err
	}
	if c.Built {
		clock.start("scrittura")
		done, err := to.site.Finish(ctx)
		if err != nil {
			return "", nil, a.targetError(err, writing, b.output)
		}
		a.sayWritten(done, b.output)
		folder = done.Folder
		a.store(chartStore).prune(time.Now())
	}
	if count.gaps > 0 && b.brief && !b.json {
		a.say("%s prima di pubblicare: vetro check le elenca", counted(count.gaps, "cosa da completare", "cose da completare"))
	}
	if !b.json && !b.preview {
		a.sayDrafts(c.Drafts, b.drafts)
	}
	if !c.Built {
		a.say("il sito non è stato scritto: correggi gli errori e riprova")
	}
	if b.timings {
		clock.start("")
		for _, p := range clock.phases {
			a.say("%8s  %s", seconds(p.took), p.name)
		}
	}
	a.say("%s", summary(c, count, seconds(a.now().Sub(began))))
	if count.errors > 0 {
		return "", nil, &failure{code: exitContent}
	}
	return folder, c.Drafts, nil
}

// compileAgainst compiles the project, comparing it with the last published
// site in the folder previous: see previousSite.
func (a *app) compileAgainst(ctx context.Context, fsys fs.FS, previous string, asked bool, set project.Options, out project.Output) (*project.Result, error) {
	published, done, err := a.previousSite(previous, asked)
	if err != nil {
		return nil, err
	}
	defer done()
	set.Previous, set.Version, set.Program, set.Store = published, version, program(), a.known()
	return project.Compile(ctx, fsys, set, out)
}

// print prints the diagnostics; a brief list has only what is wrong, not what
// is missing.
func (a *app) print(report *diag.List, json, brief bool) error {
	if json {
		return diag.WriteJSON(a.Out, report)
	}
	shown := new(diag.List)
	for _, d := range report.Sorted() {
		if !brief || d.Severity != diag.Incomplete {
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
		a.say("avviso: erano stati modificati a mano e li ho riscritti: %s", listed(r.Edited))
		a.hint("ciò che cambia nel sito va cambiato in data/ o in content/")
	}
	if len(r.Kept) > 0 {
		a.say("non li ha scritti vetro e restano al loro posto: %s", listed(r.Kept))
	}
	if len(r.Aside) > 0 {
		a.say("avviso: mentre scrivevo sono comparsi file dove il sito ora ha i suoi; li ho tenuti con un altro nome: %s", listed(r.Aside))
		a.hint("guarda che cosa sono e spostali o cancellali")
	}
	if len(r.Strangers) > 0 {
		names := slices.Clone(r.Strangers)
		if names[0] == "." {
			names[0] = filepath.ToSlash(output)
		}
		a.say("avviso: non ho potuto lasciare il proprietario, il gruppo o i permessi di prima a %s", listed(names))
		a.hint("rimettili com'erano, oppure costruisci il sito con l'utente a cui appartengono")
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
