// SPDX-License-Identifier: EUPL-1.2

package privacy

// FindNamed returns the name in a text that is to say a role: "Maria Rossi", "Ing.
// Bianchi", "Dirigente del settore, Giuseppe Verdi", "Rossi M.". A first name tells
// it, or a title, or that no word of the text is one of roles and offices.
func FindNamed(text string) (found Finding, ok bool) {
	w := split(text)
	role := false
	for i := range w.words {
		low := w.low(i)
		role = role || roles[low] || staff[low] || publicRoles[low] || offices[low] || offWords[low] || low == "settore" || low == "segretario" || low == "segretaria" || low == "comandante"
	}
	for _, p := range w.persons() {
		if p.named && (p.alone || p.known || !role || titles[w.low(p.first-1)] || titles[w.low(p.first-2)]) {
			return Finding{Name, w.words[p.first].start, w.words[p.last].end}, true
		}
	}
	for i := range w.words {
		after := i + 1
		if low := w.low(after); low == "ssa" || low == "ra" { // dott.ssa, sig.ra
			after++
		}
		initial := w.capital(i) && len(w.low(i)) == 1 && w.dotted(i) && !roman[w.low(i)]
		switch {
		case titles[w.low(i)] && w.inName(after):
			return Finding{Name, w.words[i].start, w.words[after].end}, true
		case initial && w.inName(i+1) && !role:
			return Finding{Name, w.words[i].start, w.words[i+1].end}, true
		case initial && i > 0 && w.inName(i-1) && !role:
			return Finding{Name, w.words[i-1].start, w.words[i].end}, true
		}
	}
	return Finding{}, false
}

// dotted reports whether a full stop follows word i.
func (w *wording) dotted(i int) bool {
	end := w.words[i].end
	return end < len(w.text) && w.text[end] == '.'
}
