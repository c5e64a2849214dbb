// SPDX-License-Identifier: EUPL-1.2

package completeness

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"vetro/cmd/internal/plan"
)

// width is how many columns the text form takes.
const width = 80

// note says where what is asked comes from, with the care that a summary of a
// norm needs.
const note = "Che cosa si guarda. Condizioni organizzative, tecnologiche e formative, obiettivi, contributo alla performance " +
	"e indicatori: sono gli elementi che il DM 132/2022 chiede alla sezione del PIAO sul lavoro agile. Informazioni sulla " +
	"sicurezza: L. 81/2017, art. 22. Unità, valore, operatore e anno di un indicatore: il modello AttivitaAccordo di " +
	"italia/LavoroAgile. Il resto serve a chi legge il piano e a chi lo pubblica. Le norme sono citate in breve: per le parole " +
	"esatte vale il testo ufficiale."

// WriteText writes r for people, in lines of 80 columns.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	b.WriteString("COMPLETEZZA DEL PIANO\n\n")
	fill(&b, "", "", note)
	writePart(&b, r.Entity)
	for _, e := range r.Editions {
		fmt.Fprintf(&b, "\nEDIZIONE %s\n", e.ID)
		fill(&b, "", "", e.heading())
		writePart(&b, e.Data)
		if unplaced := e.unplaced(); unplaced != "" {
			fill(&b, "  - ", "    ", unplaced)
		}
		writePart(&b, e.Act)
		for _, d := range e.Departments {
			writePart(&b, d.Part)
			for _, p := range d.Projects {
				writeItems(&b, p.Name+": ", p)
			}
			if rest := d.rest(); rest != "" {
				fill(&b, "  - ", "    ", rest)
			}
		}
	}
	if len(r.Editions) == 0 {
		b.WriteString("\nNon c'è nessuna edizione del piano da guardare.\n")
	}
	b.WriteString("\nIN TUTTO\n")
	fill(&b, "  ", "  ", r.total())
	gaps := r.ByOwner()
	for _, o := range Owners {
		if n := gaps[o]; n > 0 {
			fmt.Fprintf(&b, "  %7d  %s\n", n, o)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// heading names an edition and counts what is asked of it.
func (e Edition) heading() string {
	title := e.Title
	if e.Draft {
		title += " (bozza)"
	}
	return strings.TrimPrefix(title+": ", ": ") + e.Count().String()
}

// unplaced says of how many projects nobody knows the settore.
func (e Edition) unplaced() string {
	if !e.Unplaced.Known() {
		return ""
	}
	return fmt.Sprintf("progetti per i quali la fonte non dà un numero settore per settore: %s su %s", e.Unplaced, e.InPlan)
}

// total is the sentence that counts everything.
func (r Report) total() string {
	c := r.Count()
	if c.Missing() == 0 {
		return c.String()
	}
	return c.String() + ". Di chi è quello che manca:"
}

// String counts in words: "12 voci su 40".
func (c Count) String() string {
	switch {
	case c.Missing() == 0 && c.Asked == 1:
		return "c'è l'unica voce richiesta"
	case c.Missing() == 0:
		return fmt.Sprintf("ci sono tutte le %d voci", c.Asked)
	case c.There == 1:
		return fmt.Sprintf("c'è 1 voce su %d", c.Asked)
	case c.There == 0:
		return fmt.Sprintf("0 voci su %d", c.Asked)
	}
	return fmt.Sprintf("ci sono %d voci su %d", c.There, c.Asked)
}

// rest says what of the projects of d is not described.
func (d Department) rest() string {
	switch n := d.undescribed(); {
	case n == 0:
		return ""
	case d.ToDescribe == plan.Count(1):
		return "1 progetto da descrivere. Può farlo " + d.owner.String()
	case d.ToDescribe.Precision == plan.Exact:
		return fmt.Sprintf("%s progetti da descrivere. Può farlo %s", d.ToDescribe, d.owner)
	}
	return fmt.Sprintf("progetti da descrivere: %s. Può farlo %s", d.ToDescribe, d.owner)
}

// writePart writes the name of a part, its file and what it lacks.
func writePart(b *strings.Builder, p Part) {
	b.WriteByte('\n')
	fill(b, "", "  ", p.Name)
	fill(b, "  ", "  ", p.File)
	if len(p.Items) > 0 {
		writeItems(b, "", p)
	}
}

// writeItems writes one line, broken where it must, that counts what is there
// and names what is not.
func writeItems(b *strings.Builder, before string, p Part) {
	fill(b, "  - ", "    ", before+p.Line())
}

// Line counts what is there, and names what is not by who can write it.
func (p Part) Line() string {
	sentences := []string{p.Count().String()}
	labels := map[Owner][]string{}
	var owners []Owner // as they come
	for _, i := range p.Missing() {
		if labels[i.Owner] == nil && i.Owner != Source {
			owners = append(owners, i.Owner)
		}
		labels[i.Owner] = append(labels[i.Owner], i.Label)
	}
	for _, o := range owners {
		lead := "Mancano, e può scriverli "
		if len(labels[o]) == 1 {
			lead = "Manca, e può scriverlo "
		}
		sentences = append(sentences, lead+o.String()+": "+strings.Join(labels[o], "; "))
	}
	if missing := labels[Source]; missing != nil {
		sentences = append(sentences, "La fonte non dice: "+strings.Join(missing, "; "))
	}
	return strings.Join(sentences, ". ")
}

// fill writes text in lines of at most width columns, the first of which begins
// with first and the others with next. A longer word stands alone.
func fill(b *strings.Builder, first, next, text string) {
	line, empty := first, true
	for _, word := range strings.Fields(text) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			b.WriteString(line + "\n")
			line, empty = next, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, false
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
}
