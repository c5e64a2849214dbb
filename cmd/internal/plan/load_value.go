// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/tomldoc"
)

// line returns the text at a key, which must stand on one line.
func (t *table) line(name string) string {
	k := t.key(name, KindLine)
	s := t.oneLine(name)
	t.wording(k, s)
	return shown(k, s)
}

// oneLine returns the text at a key of whatever kind, which must stand on one
// line.
func (t *table) oneLine(name string) string {
	s := t.toml.Line(name)
	if strings.ContainsAny(s, "\n\r\t") {
		fault(t, t.at(name), "control-character", fmt.Sprintf("%s deve stare su una riga sola, senza tabulazioni", diag.Quote(name)),
			"scrivilo di seguito, tra virgolette semplici")
		return s
	}
	checkCharacters(t, valueOf(t, name), name, s)
	return s
}

// prose returns the text at a key, which may have several lines.
func (t *table) prose(name string) string {
	k := t.key(name, KindProse)
	s := t.toml.Text(name)
	checkCharacters(t, valueOf(t, name), name, s)
	t.wording(k, s)
	return shown(k, s)
}

// shown returns a text as it is published, on pages and in data alike: what
// people read has the apostrophe of print, as the pages in Markdown have. What
// the rules point at is the text as it is written.
func shown(k *Key, s string) string {
	if k.Says == 0 {
		return s
	}
	return italian.Apostrophes(s)
}

// wording checks the length of a text, and passes it on to who reads it.
func (t *table) wording(k *Key, s string) {
	if k.tooLong != "" {
		fits(t, k, s)
	}
	if t.saysNothing(k, s) {
		d, hint := t.at(k.Name), "togli la riga: dove serve il sito dice «La fonte non lo dice»"
		switch t.toml.Cure(&d, k.Name); {
		case k.Required && t.keys.Name == "":
			hint = "scrivi il testo vero"
		case k.Required:
			hint = "scrivi il testo vero; se non si sa, togli tutta la voce di cui fa parte"
		}
		fault(t, d, "text-says-nothing", fmt.Sprintf("%s non dice niente: %s", diag.Quote(k.Name), diag.Quote(s)), hint)
	}
	t.say(k, -1, s)
}

// saysNothing reports whether s stands in the place of a text that is not known,
// such as "n.d.": the site says better that the source is silent. In the glossary
// such a sign may be a word to explain, and "X" a name.
func (t *table) saysNothing(k *Key, s string) bool {
	return k.Says != 0 && t.keys != &termKeys && k.Name != "testo" && !strings.EqualFold(s, "x") && tomldoc.SaysNothing(s)
}

// texts returns the list of texts at a key.
func (t *table) texts(name string) []string {
	k := t.key(name, KindTexts)
	list := t.toml.Strings(name)
	if len(list) > maxItems {
		tooMany(t, t.itemAt(name, maxItems), name, len(list))
		list = list[:maxItems]
	}
	for i, s := range list {
		checkCharacters(t, itemOf(t, name, i), name, s)
		if t.saysNothing(k, s) {
			fault(t, t.itemAt(name, i), "text-says-nothing", fmt.Sprintf("una voce di %s non dice niente: %s", diag.Quote(name), diag.Quote(s)),
				"togli la voce; se è l'unica togli la riga: dove serve il sito dice «La fonte non lo dice»")
		}
		t.say(k, i, s)
		list[i] = shown(k, s)
	}
	return list
}

// checkCharacters refuses control characters, which no page can show, and the
// invisible ones that reorder what people read.
func checkCharacters(t *table, at place, key, s string) {
	i := strings.IndexFunc(s, diag.Invisible)
	if i < 0 {
		return
	}
	for _, r := range s[i:] {
		fault(t, at(), "control-character", fmt.Sprintf("%s contiene un carattere invisibile (U+%04X)", diag.Quote(key), r),
			"cancella il testo e riscrivilo a mano: di solito arriva con un copia e incolla")
		return
	}
}

// checkSlug reports an id that cannot stand in an address: see SlugFault.
func checkSlug(report *diag.List, at place, what, id, of string) {
	if id == "" {
		return
	}
	code, message, hint := SlugFault(what, id, of)
	if code == "" {
		return
	}
	d := at()
	d.Severity, d.Code, d.Message, d.Hint = diag.Error, code, message, hint
	report.Add(d)
}

// slug returns the name at a key that becomes part of an address, checked.
func (t *table) slug(name string) string {
	t.key(name, KindSlug)
	id := t.toml.Text(name)
	checkSlug(t.l.report, valueOf(t, name), articled(name), id, "")
	return id
}

// slugs returns the list of such names at a key, each once.
func (t *table) slugs(name string) []string {
	t.key(name, KindSlugs)
	list := t.toml.Strings(name)
	seen := make(register)
	for i, id := range list {
		checkSlug(t.l.report, itemOf(t, name, i), "l'id", id, "")
		seen.add(t.l.report, itemOf(t, name, i), id, "duplicate-value")
	}
	return list
}

// articled names the thing at a key in a message: the id, or a name.
func articled(key string) string {
	if key == "id" {
		return "l'id"
	}
	return "il nome"
}

// choice returns the T whose word stands at a key; zero when absent or unknown.
// The values of T count from 1 in the order of the words.
func choice[T ~int](t *table, name string) T {
	k := t.key(name, KindChoice)
	s := t.toml.Text(name)
	if s == "" {
		return 0
	}
	if i := slices.Index(k.Words, s); i >= 0 {
		return T(i + 1)
	}
	if word, ok := k.meant(s); ok {
		d := t.at(name)
		t.toml.Cure(&d, name)
		if d.Hint = fmt.Sprintf("scrivi %s = %q", name, word); name == "avanzamento" {
			d.Hint += "; quello che questa parola non dice si può scrivere in nota"
		}
		fault(t, d, "unknown-value", fmt.Sprintf("%s non può essere %s: si può scrivere %s", diag.Quote(name), diag.Quote(s), orList(k.Words)), d.Hint)
		return 0
	}
	unknownValue(t, name, s, k.Words)
	return 0
}

// unknownValue reports a word at key that is not one of allowed.
func unknownValue(t *table, key, s string, allowed []string) {
	fault(t, t.at(key), "unknown-value",
		fmt.Sprintf("%s non può essere %s: si può scrivere %s", diag.Quote(key), diag.Quote(s), orList(allowed)),
		cmp.Or(diag.DidYouMean(s, allowed), "scrivi una di queste parole, oppure togli la riga"))
}

// orList joins words with commas and "o".
func orList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = diag.Quote(w)
	}
	last := len(quoted) - 1
	return strings.Join(quoted[:last], ", ") + " o " + quoted[last]
}

// count returns the whole number at a key, or otherwise where it is absent or
// out of the bounds that Keys sets.
func (t *table) count(name string, otherwise int) int {
	k := t.key(name, KindInt)
	if !t.has(name) {
		return otherwise
	}
	n, ok := t.toml.Int(name)
	if !ok {
		return otherwise
	}
	if n < k.Min || n > k.Max {
		fault(t, t.at(name), "invalid-value", fmt.Sprintf("%s vale %s: ci vuole un numero da %d a %d", diag.Quote(name), written(t.at(name)), k.Min, k.Max), "")
		return otherwise
	}
	return n
}

// month returns the year, month or day at a key, which TOML has no type for.
func (t *table) month(name string) string {
	t.key(name, KindMonth, KindWhen)
	return tomldoc.Value(t.toml, name, func(s string) (string, error) {
		for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
			if len(s) == len(layout) {
				if d, err := time.Parse(layout, s); err == nil && d.Year() >= minYear && d.Year() <= maxYear {
					return s, nil
				}
			}
		}
		return "", &tomldoc.ValueError{
			Message: fmt.Sprintf("%s deve essere un anno, un mese o un giorno: %s non lo è", diag.Quote(name), diag.Quote(s)),
			Hint:    `scrivi tra virgolette "2022", "2022-03" oppure "2022-03-15"`,
		}
	})
}

// when returns the year, month or day at a key, or the words of the source for
// it. What begins with a digit, or can be written as a date, is meant as one.
func (t *table) when(name string) string {
	k := t.key(name, KindWhen)
	s := t.toml.Text(k.Name)
	d := t.at(name)
	t.toml.Cure(&d, name)
	words := len(d.Fix) == 1 && d.Fix[0].Text == written(t.at(name)) // to be written as they are
	if isTime(s) || s == "" || !words && !strings.HasPrefix(d.Hint, "scrivi tra virgolette") {
		return t.month(name)
	}
	t.wording(k, s)
	return t.oneLine(name)
}

// isTime reports whether s is meant as a year, month or day.
func isTime(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
