// SPDX-License-Identifier: EUPL-1.2

package proof

import (
	"regexp"
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
)

// Here is all that pages and open data say in different words. Besides: where
// the data have an empty cell, a page has plan.NotSaid or nothing at all.

// accountWords is how pages call a row of conto.
func accountWords(voice string) string {
	if voice == "Totale" {
		return "Totale del piano"
	}
	return voice
}

// noCount stands where a list has no number of projects for a settore.
const noCount = "progetti: la fonte non dice quanti"

// everywhere is the settore of a project that belongs to none.
const everywhere = "Tutti: il progetto non appartiene a un settore"

// progressWords is how pages write a state of progress.
func progressWords(word string) string {
	for _, p := range []plan.Progress{plan.NotStarted, plan.Ongoing, plan.Completed, plan.Suspended} {
		if p.String() == word {
			return strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return ""
}

// conditionHeads are the headings over the conditions of a project, by column.
var conditionHeads = [][2]string{
	{"Organizzazione", "condizioni_organizzative"}, {"Tecnologie", "condizioni_tecnologiche"},
	{"Formazione", "condizioni_formative"}, {"Sicurezza", "condizioni_sicurezza"},
}

// gapHead is the heading over the lists of gaps.
const gapHead = "Che cosa la fonte non dice"

// A gapPhrase is what a page says of keys in the column non_detto that are
// missing together.
type gapPhrase struct {
	phrase string
	keys   []string
}

var projectGapPhrases = []gapPhrase{
	{"gli obiettivi", []string{"obiettivi"}},
	{"le attività che si fanno a distanza", []string{"attivita"}},
	{"quante persone coinvolge e con quale profilo", []string{"personale"}},
	{"il servizio che lo svolge", []string{"servizio"}},
	{"quante giornate al mese si lavora a distanza", []string{"giornate_al_mese"}},
	{"quando comincia e quando finisce", []string{"inizio", "fine"}},
	{"a che punto è", []string{"avanzamento"}},
	{
		"le condizioni che lo rendono possibile: organizzazione, tecnologie, formazione, sicurezza",
		[]string{"condizioni_organizzative", "condizioni_tecnologiche", "condizioni_formative", "condizioni_sicurezza"},
	},
	{"le condizioni organizzative", []string{"condizioni_organizzative"}},
	{"le condizioni tecnologiche", []string{"condizioni_tecnologiche"}},
	{"la formazione", []string{"condizioni_formative"}},
	{"le misure di sicurezza", []string{"condizioni_sicurezza"}},
	{"gli indicatori che ne misurano i risultati", []string{"indicatori"}},
	{"il contributo ai risultati del Comune", []string{"contributo"}},
}

var departmentGapPhrases = []gapPhrase{
	{"quanti progetti del piano riguardano questo settore", []string{"progetti_nel_piano"}},
	{"quanti dipendenti può coinvolgere", []string{"dipendenti"}},
}

// gapWords says in phrases what the column non_detto of r lists. A key that no
// phrase has is said as it is, so that the comparison finds it.
func gapWords(r record, phrases []gapPhrase) []string {
	left := slices.Clone(r.list("non_detto"))
	var out []string
	for _, g := range phrases {
		if slices.ContainsFunc(g.keys, func(key string) bool { return !slices.Contains(left, key) }) {
			continue
		}
		out = append(out, g.phrase)
		left = slices.DeleteFunc(left, func(key string) bool { return slices.Contains(g.keys, key) })
	}
	return append(out, left...)
}

// maxList is how many projects one page lists.
const maxList = 500

// maxPaper is how many projects of settori the page for paper has; of more, each
// settore has them on a page of its own.
const maxPaper = 100

// loose is what the projects without a settore of their own are called.
func (v *evidence) loose() string {
	several, none := false, false
	for _, r := range v.rows["progetti"] {
		if r.text("settore") == "" {
			shared := len(r.list("insieme_a")) > 0
			several, none = several || shared, none || !shared
		}
	}
	switch {
	case several && none:
		return plan.OutsideOrMore
	case several:
		return plan.OfSeveral
	}
	return plan.Outside
}

// place is the settore of a project, or those that share it.
func (v *evidence) place(r record) string {
	if name := r.text("settore_nome"); name != "" {
		return name
	}
	var names []string
	for _, d := range v.rows["settori"] {
		if slices.Contains(r.list("insieme_a"), d.key()) {
			names = append(names, d.text("nome"))
		}
	}
	if len(names) == 0 {
		return plan.Outside
	}
	return strings.Join(names, " · ")
}

// progressLists are the lists of the projects that are equally far; the last only
// where there are any.
var progressLists = []struct {
	kind route.Kind
	word string // in the column avanzamento
}{{route.Completed, "concluso"}, {route.Ongoing, "in corso"}, {route.NotStarted, "da avviare"}, {route.Suspended, "sospeso"}}

// phrase is the quantity called name of r with its noun; "" when there is none.
func phrase(r record, name, one, many string) string {
	text := r.words(name, "")
	switch {
	case text == "":
		return ""
	case r.text(name+"_precisione") == "" && collective.MatchString(text):
		return text + " di " + many
	case r.text(name+"_precisione") == "":
		return many + ": " + text
	case r.text(name+"_precisione") == plan.Between.String() || r.text(name+"_precisione") == plan.FewerThan.String():
		return text + " " + many
	}
	if n, _ := readNumber(text[strings.LastIndex(text, " ")+1:]); n == 1 {
		return text + " " + one
	}
	return text + " " + many
}

// collective finds words for a number that join what they count by "di".
var collective = regexp.MustCompile(`(ina|ine|aio|aia)$`)

// departmentNote says how many projects of a settore are described, where its
// number of projects does not say so, and how many people work there.
func departmentNote(r record) string {
	var notes []string
	described, inPlan := r.text("progetti_descritti"), r.text("progetti_nel_piano_numero")
	exact := r.text("progetti_nel_piano_precisione") == plan.Exact.String()
	noun := map[bool]string{true: "progetto descritto", false: "progetti descritti"}[described == "1"]
	if inPlan != "" {
		noun = strings.TrimPrefix(strings.TrimPrefix(noun, "progetto "), "progetti ")
	}
	if described != "0" && !(exact && described == inPlan) {
		n, _ := r.value("progetti_descritti").(int)
		notes = append(notes, plan.Count(n).String()+" "+noun)
	}
	if people := phrase(r, "dipendenti", "dipendente", "dipendenti"); people != "" {
		notes = append(notes, people)
	} else if people := phrase(r, "dipendenti_descritti", "dipendente", "dipendenti"); people != "" {
		notes = append(notes, people+" nei progetti descritti")
	}
	return strings.Join(notes, "; ")
}

// stopped ends s as a sentence ends.
func stopped(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// quoted lists texts in quotes: «a», «b» e «c».
func quoted(all []string) string {
	last := len(all) - 1
	s := "«" + all[last] + "»"
	if last > 0 {
		s = "«" + strings.Join(all[:last], "», «") + "» e " + s
	}
	return s
}
