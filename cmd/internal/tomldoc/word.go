// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// units are the numbers that people write in words.
var units = []string{"zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
	"tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "venti"}

// firmness returns the word of precisione for one that people use.
func firmness(word string) string {
	switch word = strings.ToLower(strings.TrimSuffix(word, ".")); word {
	case "ca", "~", "≈":
		return "circa"
	case "al massimo", "massimo", "max", "<=", "≤":
		return "fino a"
	case "minimo", "min", ">=", "≥":
		return "almeno"
	}
	return word
}

// times returns the digits of a number that a word multiplies: 12mila, 1,2 milioni.
func times(s, word string) (string, bool) {
	word, _, _ = strings.Cut(word, " ")
	by := map[string]float64{"mila": 1e3, "k": 1e3, "mln": 1e6, "mio": 1e6, "milione": 1e6, "milioni": 1e6}[word]
	s, ok := digits(s, false)
	n, err := strconv.ParseFloat(s, 64)
	if n *= by; !ok || err != nil || n == 0 || math.Abs(n-math.Round(n)) > 1e-6 {
		return "", false
	}
	return strconv.FormatFloat(math.Round(n), 'f', -1, 64), true
}

// chosen is the remedy for a word of a key that takes only some.
func chosen(key, s string, w Want) remedy {
	word, ok := w.Choice(s)
	if !ok {
		return remedy{}
	}
	return remedy{hint: fmt.Sprintf("scrivi %s = %q", key, word), text: strconv.Quote(word)}
}

var (
	reSign = regexp.MustCompile(`^(?i)(>=|<=|≥|≤|>|<|=|almeno|minimo|min\.?|al massimo|massimo|max\.?|fino a|entro(?: il| l['’])?|circa|ca\.?|~) *(.+)$`)
	// reYearless matches a day without its year.
	reYearless = regexp.MustCompile(`^(\d{1,2})[ /.-]+(\d{1,2}|\pL{3,9})$`)
)

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// measured is the remedy for a value of an indicator: a number, yes or no, or a
// day.
func measured(key, s string) remedy {
	if m := reRange.FindStringSubmatch(s); m != nil && atoi(m[1]) < atoi(m[2]) {
		if d, ok := readDay(s); !ok || d.Day == 0 {
			return remedy{hint: fmt.Sprintf("un numero che sta tra due si scrive con da e a: al posto di %s scrivi da = %s, a = %s", key, m[1], m[2])}
		}
	}
	if r := number(key, s, Want{Form: NumberForm}); r.hint != "" {
		return r
	}
	if d, ok := readDay(s); ok && d.Day > 0 {
		return calendar(key, s, Want{Form: DayForm})
	}
	if m := reYearless.FindStringSubmatch(s); m != nil && monthOf(m[2]) > 0 {
		d, ok := readDay(m[1] + " " + m[2] + " 2024")
		if ok {
			return remedy{hint: fmt.Sprintf("una data ha anche l'anno, senza virgolette, per esempio %s = %s", key, d)}
		}
	}
	if r := yesNo(strings.ToLower(s)); r.text != "" {
		word := map[string]string{"true": "sì", "false": "no"}[r.text]
		return remedy{hint: fmt.Sprintf("scrivilo tra virgolette: %s = %q", key, word), text: strconv.Quote(word)}
	}
	if m := reSign.FindStringSubmatch(s); m != nil {
		r := measured(key, strings.TrimSpace(m[2]))
		if r.text != "" {
			r.hint = fmt.Sprintf("scrivi %s = %s; «%s» si dice con operatore, nell'indicatore", key, r.text, m[1])
		}
		return r
	}
	if n := slices.Index(units, strings.ToLower(s)); n >= 0 {
		return remedy{hint: fmt.Sprintf("scrivi %s = %d", key, n), text: strconv.Itoa(n)}
	}
	return remedy{hint: fmt.Sprintf(`scrivi un numero, "sì" o "no", oppure una data, per esempio %s = 12.5`, key)}
}

// reListItem matches an item of a list that somebody wrote without minding the
// quotes.
var reListItem = regexp.MustCompile(`^\s*(?:[-•*–]\s+)?(?:"([^"]*)"|'([^']*)'|[“«„]([^”»“]*)[”»“]|([^,\[\]"“”«»]+?))\s*(?:[,;]|$)`)

// list is the remedy for a list of texts.
func list(key, raw string) remedy {
	s := strings.TrimSpace(strings.Trim(strings.TrimSpace(raw), "[](){}"))
	if !strings.ContainsAny(s[:min(1, len(s))], `"'`) && strings.IndexAny(raw, "[(") != 0 && !strings.ContainsAny(s, "“«„") {
		s = quote(strings.TrimLeft(s, "-•* ")) // a comma is part of the text
	}
	var items []string
	for strings.TrimSpace(s) != "" {
		m := reListItem.FindStringSubmatch(s)
		if m == nil {
			return remedy{}
		}
		text := quote(strings.TrimSpace(m[1] + m[2] + m[3] + m[4]))
		if text == "" || text == `""` {
			return remedy{}
		}
		items = append(items, text)
		s = s[len(m[0]):]
	}
	if len(items) == 0 {
		return remedy{}
	}
	text := "[" + strings.Join(items, ", ") + "]"
	if len(text) > 60 {
		return remedy{hint: "è un elenco di testi: tra parentesi quadre, ognuno tra virgolette dritte, con una virgola tra l'uno e l'altro", text: text}
	}
	return remedy{hint: fmt.Sprintf("metti le parentesi quadre: %s = %s", key, text), text: text}
}
