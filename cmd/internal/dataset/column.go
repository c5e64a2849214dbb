// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/plan"
)

// A Column is what is said of every value below it. What comes from a key of
// the files of data/ has the meaning, type, unit and words of that key, as
// plan.Keys tells them to readers, editors and manual.
type Column struct {
	Name       string   // ASCII, lower case, Italian: the header of every file
	Title      string   // the same for people
	Meaning    string   // one Italian sentence, without full stop
	Kind       Kind     //
	Unit       string   // "progetti", "dipendenti"; "" when there is none
	Allowed    []string // the words of a Code
	Required   bool     // no cell is empty
	References string   // "settori.id": the column whose values these are
	Origin     string   // the key it comes from, "settori/<id>.toml: progetto.titolo"; "" when computed
}

// columns joins what the functions below return.
func columns(groups ...[]Column) []Column { return slices.Concat(groups...) }

// kinds are the types of the keys that become one column.
var kinds = map[plan.ValueKind]Kind{
	plan.KindLine: Text, plan.KindProse: Text, plan.KindTexts: List, plan.KindSlugs: List, plan.KindSlug: Identifier,
	plan.KindMonth: Period, plan.KindChoice: Code, plan.KindBool: Boolean, plan.KindYear: Year, plan.KindNumber: Decimal,
	plan.KindPeriod: Text, plan.KindWhen: Period,
}

// find returns the key at path, which begins with the kind of file, and where
// it stands.
func find(path string) (key *plan.Key, origin string) {
	file, keys, _ := strings.Cut(path, "/")
	for _, f := range plan.Keys() {
		if f.Name != file {
			continue
		}
		table := f.Table
		for name := range strings.SplitSeq(keys, ".") {
			if table == nil {
				return nil, ""
			}
			if key = table.Key(name); key == nil {
				return nil, ""
			}
			table = key.Table
		}
		return key, strings.TrimPrefix(strings.TrimPrefix(f.Path, "data/"), "piani/<anno>/") + ": " + keys
	}
	return nil, ""
}

// from is the column called name of the key at path, as "settore/progetto.titolo".
func from(name, path string) []Column {
	key, origin := find(path)
	if key == nil {
		return []Column{{Name: name}} // a test finds it: it has no meaning
	}
	return []Column{{
		Name: name, Title: title(name), Meaning: capital(quotes.ReplaceAllString(key.Meaning, "«$1»")), Kind: kinds[key.Kind], Unit: key.Unit,
		Allowed: key.Words, Origin: origin,
	}}
}

// quotes finds what the files of data/ have in quotes, which in a sentence are
// those of Italian.
var quotes = regexp.MustCompile(`"([^"]*)"`)

// meaning says what a column is in its own words: those of the key are for who
// writes the files.
func meaning(s string, cs []Column) []Column {
	cs[0].Meaning = s
	return cs
}

// computed is a column that no key of the files has.
func computed(name string, kind Kind, meaning string) []Column {
	return []Column{{Name: name, Title: title(name), Meaning: meaning, Kind: kind}}
}

// oneOf is a computed column of fixed words.
func oneOf(name, meaning string, words ...string) []Column {
	c := computed(name, Code, meaning)
	c[0].Allowed = words
	return c
}

// required marks columns without empty cells.
func required(cs []Column) []Column {
	for i := range cs {
		cs[i].Required = true
	}
	return cs
}

// refers marks a column whose values are those of another one.
func refers(to string, cs []Column) []Column {
	cs[0].References = to
	return cs
}

// inList makes a column of lists one of their items, one a row.
func inList(cs []Column) []Column {
	cs[0].Kind = Text
	return cs
}

// counted gives a column a unit.
func counted(unit string, cs []Column) []Column {
	cs[0].Unit = unit
	return cs
}

// quantity is the columns of the quantity of the key at path.
func quantity(name, path string) []Column {
	key, origin := find(path)
	if key == nil {
		return []Column{{Name: name}}
	}
	cs := quantities(name, key.Unit, capital(key.Meaning))
	for i := range cs {
		cs[i].Origin = origin
	}
	if key.Decimals > 0 {
		return measured(cs)
	}
	return cs
}

// measured lets the numbers of a quantity have decimals.
func measured(cs []Column) []Column {
	for i := range cs {
		if cs[i].Kind == Integer {
			cs[i].Kind = Decimal
		}
	}
	return cs
}

// quantities is the columns of a computed quantity. That of the figures needs no
// name.
func quantities(name, unit, meaning string) []Column {
	if name != "" {
		name += "_"
	}
	empty := "vuoto dove la fonte non ne dà uno"
	if ofPeople(unit) {
		empty += " e dove è così piccolo che farebbe riconoscere le persone"
	}
	number := counted(unit, computed(name+"numero", Integer, meaning+": il numero; di due, il più basso; "+empty))
	return columns(
		number,
		counted(unit, computed(name+"massimo", Integer, meaning+": il numero più alto; vuoto dove la fonte non ne dà due")),
		oneOf(name+"precisione", meaning+": quanto è certo il numero", precisionWords(unit)...),
		computed(name+"testo", Text, meaning+": come si legge nelle pagine"),
	)
}

// ofPeople reports whether a quantity of unit may count people: a figure counts
// anything.
func ofPeople(unit string) bool { return unit == "dipendenti" || unit == "" }

// precisionWords are the words that say how firm a number of unit is. Only of
// people is it said that they are too few.
func precisionWords(unit string) []string {
	last := plan.Between
	if ofPeople(unit) {
		last = plan.FewerThan
	}
	var words []string
	for p := plan.Exact; p <= last; p++ {
		if w := p.String(); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// fromSource are the columns of the document that a row comes from, its own or
// inherited.
func fromSource() []Column {
	return required(columns(
		computed("fonte", Identifier, "Il documento da cui viene la riga"),
		computed("fonte_titolo", Text, "Il titolo del documento da cui viene la riga"),
	))
}

// unsaid is the column of the keys that the source leaves out.
func unsaid() []Column {
	return computed("non_detto", List, "Le voci su cui la fonte non dice niente")
}

// quantityColumns are the ends of the names of the columns of a quantity.
var quantityColumns = []string{"numero", "massimo", "precisione", "testo"}

// accented are the words of names that need an accent to be read.
var accented = map[string]string{"attivita": "attività", "unita": "unità"}

// title makes the name of a column one that people read.
func title(name string) string {
	words := strings.Split(name, "_")
	for i, w := range words {
		if a, ok := accented[w]; ok {
			words[i] = a
		}
		if last := i == len(words)-1 && i > 0; last && slices.Contains(quantityColumns, w) {
			words[i] = "(" + w + ")"
		}
	}
	return capital(strings.Join(words, " "))
}

// capital gives s a capital letter.
func capital(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}
