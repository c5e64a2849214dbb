// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"slices"
	"strings"
)

// The Italian words of the fixed choices in the data. They are read, printed on
// the pages and written to the open data in this one form.
var (
	stateWords    = map[State]string{Draft: "bozza", Approved: "approvato"}
	actKindWords  = map[ActKind]string{ActToVerify: "da verificare", ActDeliberazione: "deliberazione", ActDeterminazione: "determinazione"}
	progressWords = map[Progress]string{NotStarted: "da avviare", Ongoing: "in corso", Completed: "concluso", Suspended: "sospeso"}
	operatorWords = map[Operator]string{OperatorEqual: "uguale", OperatorAtMost: "al massimo", OperatorAtLeast: "almeno", OperatorBy: "entro"}
	// The frequencies are those of the EU vocabulary that a plan can have.
	frequencyWords = map[Frequency]string{Annual: "annuale", Biannual: "semestrale", Quarterly: "trimestrale", Irregular: "irregolare"}
	renameWords    = map[RenameKind]string{RenamedProject: "progetto", RenamedDepartment: "settore", RenamedPage: "pagina"}
)

// String returns "bozza" or "approvato".
func (s State) String() string { return stateWords[s] }

// String returns "deliberazione", "determinazione" or "da verificare".
func (k ActKind) String() string { return actKindWords[k] }

// String returns "da avviare", "in corso", "concluso" or "sospeso", or NotSaid.
func (p Progress) String() string {
	if w, ok := progressWords[p]; ok {
		return w
	}
	return NotSaid
}

// String returns "uguale", "al massimo", "almeno" or "entro"; "" when not given.
func (o Operator) String() string { return operatorWords[o] }

// String returns "annuale", "semestrale", "trimestrale" or "irregolare"; ""
// when not given.
func (f Frequency) String() string { return frequencyWords[f] }

// String returns "progetto", "settore" or "pagina".
func (k RenameKind) String() string { return renameWords[k] }

// otherWords are words that people use for those of a choice, in lower case.
var otherWords = map[string]string{
	"non avviato": "da avviare", "da iniziare": "da avviare", "non iniziato": "da avviare", "previsto": "da avviare", "programmato": "da avviare", "0%": "da avviare",
	"avviato": "in corso", "iniziato": "in corso", "in esecuzione": "in corso", "in essere": "in corso", "attivo": "in corso", "in attuazione": "in corso", "in realizzazione": "in corso",
	"completato": "concluso", "terminato": "concluso", "finito": "concluso", "chiuso": "concluso", "realizzato": "concluso", "attuato": "concluso", "100%": "concluso", "100": "concluso",
	"rinviato": "sospeso", "fermo": "sospeso", "interrotto": "sospeso", "bloccato": "sospeso", "in pausa": "sospeso",
	"<=": "al massimo", "≤": "al massimo", "massimo": "al massimo", "max": "al massimo", "non più di": "al massimo",
	">=": "almeno", "≥": "almeno", "minimo": "almeno", "min": "almeno", "non meno di": "almeno",
	"=": "uguale", "uguale a": "uguale", "pari a": "uguale", "entro il": "entro",
	"esattamente": "esatto", "preciso": "esatto", "ca": "circa", "ca.": "circa", "~": "circa", "circa fino a": "fino a circa",
	"delibera": "deliberazione", "determina": "determinazione", "approvata": "approvato", "definitivo": "approvato", "in bozza": "bozza",
	"annualmente": "annuale", "ogni anno": "annuale", "ogni sei mesi": "semestrale", "ogni tre mesi": "trimestrale", "irregolarmente": "irregolare",
}

// meant returns the word of a choice that people mean by another.
func (k *Key) meant(s string) (string, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, form := range []string{s, strings.TrimSuffix(s, "a") + "o", strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '_' || r == '-' || r == ' ' }), " ")} {
		if slices.Contains(k.Words, form) {
			return form, true
		}
		if w := otherWords[form]; slices.Contains(k.Words, w) {
			return w, true
		}
	}
	switch share := strings.TrimSpace(strings.TrimSuffix(s, "%")); {
	case slices.Contains(k.Words, "fino a") && slices.Contains([]string{"massimo", "max", "al massimo", "<=", "≤"}, s):
		return "fino a", true
	case slices.Contains(k.Words, "in corso") && share != "" && strings.Trim(share, "0123456789") == "" && len(share) <= 2:
		return "in corso", true
	}
	return "", false
}
