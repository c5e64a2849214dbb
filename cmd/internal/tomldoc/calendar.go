// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const (
	hintDate = "le date si scrivono anno-mese-giorno, senza virgolette: 2026-11-22"

	// Years outside of these are slips of the pen.
	minYear = 1861
	maxYear = 2200
)

var months = []string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"}

// reDay matches the parts of a date as people write it: 5/10/2022, 5 ottobre
// 2022, 1º marzo 2022, 10-2022, gen-23 (of a spreadsheet), 2022.
var reDay = regexp.MustCompile(`^(?i)(?:(\d{1,4})[º°]?[ /.-]+)?(?:(\d{1,2}|\pL{3,9})\.?[ /.-]+'?)?(\d{1,4})(?:T[\d:.Z+-]*)?$`)

// readDay reads a date as people write it; Day, or Day and Month, are zero
// where it does not give them.
func readDay(s string) (d Date, ok bool) {
	m := reDay.FindStringSubmatch(s)
	if m == nil {
		return d, false
	}
	first, _ := strconv.Atoi(m[1])
	last, _ := strconv.Atoi(m[3])
	word := m[2] != "" && (m[2][0] < '0' || m[2][0] > '9')
	month := monthOf(m[2])
	switch {
	case len(m[1]) == 4 && m[2] != "": // 2022-10-05
		d = Date{first, month, last}
	case len(m[1]) == 4: // 2022-10
		d = Date{first, last, 0}
	case m[1] != "" && m[2] == "": // 10/2022
		d = Date{last, first, 0}
	default:
		d = Date{last, month, first}
	}
	if d.Year < 100 && (d.Day > 0 && m[2] != "" || word) && len(m[3]) == 2 {
		d.Year += 2000
	}
	if d.Year < minYear || d.Year > maxYear || d.Day > 0 && d.Month == 0 || m[2] != "" && month == 0 || (m[1] != "" || m[2] != "") && d.Month == 0 {
		return d, false
	}
	if d.Month > 12 {
		return d, false
	}
	if d.Day > 0 {
		_, err := time.Parse(time.DateOnly, d.String())
		return d, err == nil
	}
	return d, true
}

// monthOf returns the number of a month in digits or words, whole or short.
func monthOf(s string) int {
	s = strings.ToLower(s)
	for i, name := range months {
		if s == name || len(s) >= 3 && len(s) <= 4 && strings.HasPrefix(name, s) {
			return i + 1
		}
	}
	n, _ := strconv.Atoi(s)
	return n
}

// calendar is the remedy for a day or a month.
func calendar(key, s string, w Want) remedy {
	d, ok := readDay(reTail.ReplaceAllString(s, ""))
	if !ok {
		var day, month int
		switch {
		case d.Month >= 1 && d.Month <= 12 && d.Day > 28 && d.Year > 0:
			day, month = time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day(), d.Month
			text := fmt.Sprintf("%04d-%02d-%02d", d.Year, month, day)
			if w.Form == MonthForm {
				text = strconv.Quote(text)
			}
			return remedy{hint: fmt.Sprintf("%s ha %d giorni: controlla il giorno, per esempio %s = %s", months[month-1], day, key, text)}
		case reYearless.MatchString(s) && w.Form == DayForm:
			return remedy{hint: fmt.Sprintf("manca l'anno: scrivi per esempio %s = 2022-12-31", key)}
		case reYearless.MatchString(s):
			return remedy{hint: fmt.Sprintf("manca l'anno: scrivi per esempio %s = \"2022-12-31\"", key)}
		case w.Form == MonthForm && w.Words && s[0] > '9':
			return remedy{hint: fmt.Sprintf("si scrive come testo, tra virgolette: %s = %s", key, short(quote(s))), text: quote(s)}
		case w.Form == MonthForm:
			return remedy{hint: `scrivi tra virgolette "2022", "2022-03" oppure "2022-03-15"`}
		}
		return remedy{hint: hintDate}
	}
	text := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	switch {
	case w.Form == DayForm && d.Day == 0:
		hint := fmt.Sprintf("qui serve anche il giorno, per esempio %04d-%02d-15", d.Year, max(d.Month, 1))
		if !w.Required {
			hint += "; se non si sa togli la riga"
		}
		return remedy{hint: hint}
	case w.Form == DayForm && s == text:
		return remedy{hint: fmt.Sprintf("togli le virgolette: %s = %s", key, text), text: text}
	case w.Form == DayForm:
		return remedy{hint: "le date si scrivono anno-mese-giorno, senza virgolette: " + text, text: text}
	case d.Month == 0:
		text = text[:4]
	case d.Day == 0:
		text = text[:7]
	}
	hint := "si scrive come testo, tra virgolette: %s = %q"
	if d.Day == 0 && s == text {
		hint = "senza il giorno " + hint
	}
	return remedy{hint: fmt.Sprintf(hint, key, text), text: strconv.Quote(text)}
}
