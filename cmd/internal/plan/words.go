// SPDX-License-Identifier: EUPL-1.2

package plan

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
