// SPDX-License-Identifier: EUPL-1.2

package change

// A Kind is a kind of change: a stable English word for programs.
type Kind string

const (
	ProjectAdded       Kind = "project-added"
	ProjectDescribed   Kind = "project-described" // in the data for the first time, perhaps in the plan before
	ProjectGone        Kind = "project-gone"
	ProjectUndescribed Kind = "project-undescribed" // no longer in the data, perhaps still in the plan
	ProjectRetitled    Kind = "project-retitled"
	ProjectRenamed     Kind = "project-renamed" // another id
	ProjectMoved       Kind = "project-moved"
	ProjectCompleted   Kind = "project-completed"
	ProgressChanged    Kind = "progress-changed"

	DepartmentAdded       Kind = "department-added"
	DepartmentMentioned   Kind = "department-mentioned" // for the first time, perhaps in the plan before
	DepartmentGone        Kind = "department-gone"
	DepartmentUnmentioned Kind = "department-unmentioned" // no longer, perhaps still in the plan
	DepartmentRetitled    Kind = "department-retitled"
	DepartmentRenamed     Kind = "department-renamed" // another id
	DepartmentMerged      Kind = "department-merged"
	DepartmentSplit       Kind = "department-split"

	CountChanged     Kind = "count-changed"
	StaffChanged     Kind = "staff-changed"
	ProfileAdded     Kind = "profile-added"
	ProfileGone      Kind = "profile-gone"
	DaysChanged      Kind = "days-changed"
	TextChanged      Kind = "text-changed"
	ListChanged      Kind = "list-changed"
	PeriodChanged    Kind = "period-changed"
	ActChanged       Kind = "act-changed"
	StateChanged     Kind = "state-changed"
	ValidityChanged  Kind = "validity-changed"
	FrequencyChanged Kind = "frequency-changed"
	SourceChanged    Kind = "source-changed"

	IndicatorAdded   Kind = "indicator-added"
	IndicatorGone    Kind = "indicator-gone"
	IndicatorChanged Kind = "indicator-changed"
	BaselineChanged  Kind = "baseline-changed"
	TargetChanged    Kind = "target-changed"
	ResultChanged    Kind = "result-changed"
	TargetReached    Kind = "target-reached"
	TargetLost       Kind = "target-no-longer-reached"

	FigureChanged Kind = "figure-changed"
)

// kinds names each kind in Italian, in the order in which groups are shown.
var kinds = []struct {
	kind  Kind
	label string
}{
	{ProjectAdded, "progetto nuovo"},
	{ProjectDescribed, "progetto descritto per la prima volta"},
	{ProjectCompleted, "progetto concluso"},
	{ProjectGone, "progetto che non c’è più"},
	{ProjectUndescribed, "progetto non più descritto"},
	{ProjectMoved, "progetto passato a un altro settore"},
	{ProjectRetitled, "titolo del progetto"},
	{ProjectRenamed, "indirizzo del progetto"},
	{ProgressChanged, "avanzamento"},
	{DepartmentAdded, "settore nuovo"},
	{DepartmentMentioned, "settore nominato per la prima volta"},
	{DepartmentMerged, "settori uniti"},
	{DepartmentSplit, "settore diviso"},
	{DepartmentGone, "settore che non c’è più"},
	{DepartmentUnmentioned, "settore non più nominato"},
	{DepartmentRetitled, "nome del settore"},
	{DepartmentRenamed, "indirizzo del settore"},
	{CountChanged, "numero di progetti"},
	{StaffChanged, "numero di dipendenti"},
	{ProfileAdded, "profilo nuovo"},
	{ProfileGone, "profilo che non compare più"},
	{DaysChanged, "giornate al mese"},
	{TargetReached, "obiettivo raggiunto"},
	{TargetLost, "obiettivo non più raggiunto"},
	{IndicatorAdded, "indicatore nuovo"},
	{IndicatorGone, "indicatore che non c’è più"},
	{IndicatorChanged, "come si misura un indicatore"},
	{BaselineChanged, "valore di partenza di un indicatore"},
	{TargetChanged, "obiettivo di un indicatore"},
	{ResultChanged, "risultato di un indicatore"},
	{PeriodChanged, "periodo"},
	{TextChanged, "testo"},
	{ListChanged, "elenco"},
	{ActChanged, "atto"},
	{StateChanged, "stato del piano"},
	{ValidityChanged, "durata del piano"},
	{FrequencyChanged, "frequenza degli aggiornamenti"},
	{SourceChanged, "fonte"},
	{FigureChanged, "cifra calcolata"},
}

// Kinds returns every kind, in the order in which groups are shown.
func Kinds() []Kind {
	out := make([]Kind, len(kinds))
	for i, k := range kinds {
		out[i] = k.kind
	}
	return out
}

// Label returns the Italian name of k: what the column "tipo" holds.
func (k Kind) Label() string {
	for _, other := range kinds {
		if other.kind == k {
			return other.label
		}
	}
	return string(k)
}
