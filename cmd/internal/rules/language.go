// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"strings"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/language"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/plan"
)

// words judges how texts are written. Titles and names that stand in the data
// are those of the act: their words are not judged, only what hinders reading.
func words(in Input, report *diag.List) {
	s := &stylist{report: report, glossary: spellings(in.Publication.Glossary), met: map[meeting]bool{}}
	for _, p := range in.Publication.Passages {
		s.data(p)
	}
	for _, page := range in.Pages {
		s.page(page)
	}
}

// A stylist reports what hinders reading.
type stylist struct {
	report   *diag.List
	glossary map[string]bool // spellings of terms, in lower case
	met      map[meeting]bool
}

// A meeting is an acronym on a page.
type meeting struct{ page, letters string }

// spellings returns all that the glossary explains: the site links it where it
// first comes on a page.
func spellings(terms []*plan.Term) map[string]bool {
	known := make(map[string]bool)
	for _, t := range terms {
		known[strings.ToLower(t.Term)] = true
		for _, f := range t.Forms {
			known[strings.ToLower(f)] = true
		}
	}
	return known
}

// data judges a passage of data/.
func (s *stylist) data(p passage.Passage) {
	switch p.Kind {
	case passage.Title:
		s.title(p)
	case passage.Label:
		if p.What != "numero" { // "G.C. 123": the register of acts writes it so
			s.acronyms(p)
		}
	case passage.Summary:
		s.summary(p)
		s.prose(p)
		s.field(p)
	default:
		s.prose(p)
		s.clicks(p)
		s.field(p)
	}
	s.spaces(p)
	s.accents(p)
}

// page judges the passages of a page.
func (s *stylist) page(page *narrative.Page) {
	s.readability(page)
	var block passage.Passage // that the links which follow stand in
	colon := false            // the list that may follow is part of a sentence
	for i, p := range page.Passages {
		if p.Kind != passage.Link { // its block has the words too
			s.accents(p)
		}
		switch p.Kind {
		case passage.Title, passage.Heading:
			s.title(p)
			s.lexicon(p)
		case passage.Summary:
			s.summary(p)
			s.prose(p)
		case passage.Link:
			s.link(p, block)
			continue
		case passage.Alt:
			s.lexicon(p)
			continue
		default:
			if p.What == narrative.Quotation {
				s.acronyms(p) // the words of others stay as they are
			} else {
				s.prose(p)
			}
		}
		block = p
		if p.What != narrative.ListItem {
			colon = strings.HasSuffix(p.Text, ":")
		} else if colon {
			s.item(p, page.Passages[i+1:])
		}
	}
}

// prose judges running text.
func (s *stylist) prose(p passage.Passage) {
	s.sentences(p)
	s.lexicon(p)
	s.acronyms(p)
	s.forms(p)
	s.shouting(p)
	s.style(p)
}

// warn reports what text from start to end is faulty of.
func (s *stylist) warn(p passage.Passage, at language.Span, code, message, hint string) {
	d := p.At(at.Start, at.End-at.Start)
	d.Severity, d.Code, d.Message, d.Hint = diag.Warning, code, message, hint
	s.report.Add(d)
}

// whole is the span of all of p.
func whole(p passage.Passage) language.Span { return language.Span{End: len(p.Text)} }

// oneOf lists quoted alternatives: «dare» o «fornire».
func oneOf(alternatives []string) string {
	quoted := make([]string, len(alternatives))
	for i, a := range alternatives {
		quoted[i] = diag.Quote(a)
	}
	return strings.Join(quoted, " o ")
}

// quoted is the part of p at s, as messages show it.
func quoted(p passage.Passage, s language.Span) string { return diag.Quote(s.Of(p.Text)) }

// title judges a title or a heading.
func (s *stylist) title(p passage.Passage) {
	if language.EndsWithStop(p.Text) {
		s.warn(p, language.Span{Start: len(strings.TrimRight(p.Text, ".")), End: len(p.Text)}, "title-full-stop",
			"il titolo finisce con il punto", "toglilo: un titolo non è una frase")
	}
	for _, a := range language.Acronyms(p.Text) {
		if !a.Explained && !s.glossary[strings.ToLower(a.Letters)] {
			s.warn(p, a.Span, "title-acronym", fmt.Sprintf("nel titolo c'è la sigla %s, che il glossario non spiega", diag.Quote(a.Letters)),
				"scrivi il nome per esteso, oppure aggiungi la sigla a data/glossario.toml")
		}
	}
	s.shouting(p)
	s.roles(p)
}

// summary judges the sentence under a title.
func (s *stylist) summary(p passage.Passage) {
	if !language.EndsSentence(p.Text) {
		s.warn(p, whole(p), "summary-full-stop", fmt.Sprintf("%s non finisce con il punto", diag.Quote(p.What)), "è una frase intera: chiudila con il punto")
	}
}

// spaces reports what two spaces hide in the data. Pages have none: Markdown
// makes them one.
func (s *stylist) spaces(p passage.Passage) {
	for _, at := range language.DoubleSpaces(p.Text) {
		s.warn(p, at, "double-space", "tra due parole c'è più di uno spazio", "lasciane uno solo: nei dati aperti due scritte uguali sembrerebbero diverse")
	}
}
