// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"context"
	"fmt"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/project"
	"vetro/cmd/internal/tomldoc"
	"vetro/cmd/internal/transparency"

	"github.com/spf13/cobra"
)

// A check is what "vetro check" is asked to do.
type check struct {
	only, except []string
	all, strict  bool
	previous     string
	today        string
	baseURL      string
	drafts       bool
	json         bool
	explain      string
	completeness bool
}

func (a *app) checkCommand() *cobra.Command {
	var k check
	c := &cobra.Command{
		Use:   "check [--only NOMI] [--except NOMI] [--all] [--strict] [--previous CARTELLA] [--oggi DATA] [--completeness] [--explain CODICE] [--drafts] [--base-url INDIRIZZO] [--json]",
		Short: "controlla tutto come build, e altro, senza scrivere niente",
		Long: `Legge tutto prima che vada in rete: i dati, le pagine, il sito che ne verrebbe, e
che cosa ne dicono le norme, la riservatezza delle persone e l'italiano. Non
scrive niente. Elenca tutto in una volta, poi lo conta per gruppo e dice se il
sito è pronto per la pubblicazione.

Un errore ferma il sito. Con un avviso il sito si fa, ma qualcosa va guardato.
Una cosa da completare manca: il sito si fa e si guarda, ma non si pubblica.
Esce con 1 se c'è un errore; con --strict anche per avvisi e cose da completare.

--only ed --except scelgono che cosa elencare, per gruppo o per codice, con le
virgole tra un nome e l'altro: il verdetto parla della parte scelta, e quello che
resta fuori viene contato. Un errore fa uscire con 1 anche se resta fuori. Le
regole che sbagliano spesso sono spente: si accendono con --all, o una per una
con --only e il loro codice.

Vetro non guarda il calendario, perché gli stessi dati devono dare sempre lo stesso
sito. Con --oggi gli dici che giorno è, per esempio --oggi 2026-11-30: una data che
deve ancora venire non passa.

Gli avvisi che hai già guardato e che vanno bene così si elencano, con il perché, in
data/accettati.toml: non tornano più, ma vengono contati.

Con --completeness dice invece, settore per settore e progetto per progetto, che
cosa le norme e il piano chiedono, che cosa c'è e chi può scrivere quello che
manca. Con --explain spiega un codice: perché c'è, da dove viene, un esempio.`,
		Example: `  vetro check
  vetro check --only privacy,lingua
  vetro check --strict --except completezza
  vetro check --completeness
  vetro check --explain broken-link`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			for _, alone := range []struct {
				flag  string
				other []string // that say nothing beside it
			}{
				{"explain", []string{"only", "except", "all", "strict", "previous", "oggi", "base-url", "drafts", "json", "completeness"}},
				{"completeness", []string{"only", "except", "all", "strict", "previous", "oggi", "base-url", "drafts"}},
			} {
				for _, other := range alone.other {
					if c.Flags().Changed(alone.flag) && c.Flags().Changed(other) {
						return usage("scegli l'una o l'altra", "--%s e --%s non vanno insieme", alone.flag, other)
					}
				}
			}
			for _, names := range []struct {
				flag  string
				given []string
			}{{"only", k.only}, {"except", k.except}} {
				if c.Flags().Changed(names.flag) && len(names.given) == 0 {
					return usage("i gruppi sono "+strings.Join(groupNames(), ", "), "dopo --%s manca il nome di un gruppo o di un codice", names.flag)
				}
			}
			if k.previous == "" {
				return usage("per esempio: vetro check --previous public", "dopo --previous manca la cartella del sito già pubblicato")
			}
			switch {
			case c.Flags().Changed("explain"):
				return a.explainCode(k.explain)
			case k.completeness:
				return a.reportCompleteness(k.json)
			}
			return a.runCheck(c.Context(), k, c.Flags().Changed("previous"))
		},
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringSliceVar(&k.only, "only", nil, "elenca solo questi `NOMI`: gruppi ("+strings.Join(groupNames(), ", ")+") o codici")
	flags.StringSliceVar(&k.except, "except", nil, "elenca tutto tranne questi `NOMI`")
	flags.BoolVar(&k.all, "all", false, "accende anche le regole spente, quelle che sbagliano spesso")
	flags.BoolVar(&k.strict, "strict", false, "esce con 1 anche per gli avvisi e le cose da completare che elenca")
	flags.StringVar(&k.previous, "previous", "public", "confronta gli indirizzi con il sito già pubblicato che è in `CARTELLA` (se non c'è: public)")
	flags.StringVar(&k.today, "oggi", "", "il giorno di oggi, come `DATA` anno-mese-giorno: trova le date che devono ancora venire")
	flags.BoolVar(&k.completeness, "completeness", false, "dice che cosa manca al piano, e chi può scriverlo")
	flags.StringVar(&k.explain, "explain", "", "spiega un `CODICE`")
	must(c.MarkFlagDirname("previous"))
	must(c.RegisterFlagCompletionFunc("only", completeNames))
	must(c.RegisterFlagCompletionFunc("except", completeNames))
	must(c.RegisterFlagCompletionFunc("explain", completeCodes))
	shareFlags(c, &k.baseURL, &k.json, &k.drafts)
	return c
}

// runCheck compiles the project and says what it found. previousAsked tells that
// the site to compare with was named, not guessed.
func (a *app) runCheck(ctx context.Context, k check, previousAsked bool) error {
	began := a.now()
	asked, err := newSelection(trimmed(k.only), trimmed(k.except), k.all)
	if err != nil {
		return err
	}
	baseURL, err := parseBaseURL(k.baseURL)
	if err != nil {
		return err
	}
	var today tomldoc.Date
	if k.today != "" {
		day, ok := transparency.ParseDay(k.today)
		if !ok {
			return usage("per esempio: vetro check --oggi 2026-11-30", "--oggi vuole un giorno, anno-mese-giorno: %s non lo è", diag.Quote(k.today))
		}
		today = tomldoc.Date(day)
	}
	root, err := a.openProject()
	if err != nil {
		return err
	}
	defer root.Close()
	c, err := a.compileAgainst(ctx, root.FS(), k.previous, previousAsked, project.Options{Cache: a.chartCache(), BaseURL: baseURL, Target: "public", Today: today, Drafts: k.drafts}, project.Output{})
	if err != nil {
		return err
	}
	shown, aside := asked.split(c.Report)
	if err := a.print(shown, k.json, false); err != nil {
		return err
	}
	count, left := tallyOf(shown), tallyOf(aside)
	if table := groupTable(shown); table != "" && !k.json {
		fmt.Fprintln(a.Err, table)
	}
	if !k.json {
		a.sayDrafts(c.Drafts, k.drafts)
	}
	a.sayVerdict(c, count, left, asked.partial())
	a.say("%s", summary(c, count, seconds(a.now().Sub(began))))
	if c.Report.HasErrors() || k.strict && count != (tally{}) {
		return &failure{code: exitContent}
	}
	return nil
}

// sayVerdict says whether the site can be published, and what of the project the
// answer does not speak of.
func (a *app) sayVerdict(c *project.Result, count, left tally, partial bool) {
	a.say("%s", verdict(count, partial))
	if c.Accepted > 0 {
		a.say("%s in data/accettati.toml", counted(c.Accepted, "avviso accettato", "avvisi accettati"))
	}
	if partial && left != (tally{}) {
		a.say("fuori da questa parte restano: %s", left)
		if left.errors > 0 && count.errors == 0 {
			a.hint("gli errori fermano comunque il sito: senza --only ed --except li vedi tutti")
		}
	}
	if !c.Readable {
		a.say("quello che manca si vede quando nei dati e nelle pagine non ci sono più errori")
	}
}
