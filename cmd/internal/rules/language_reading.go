// SPDX-License-Identifier: EUPL-1.2

package rules

import (
	"fmt"
	"math"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/language"
	"vetro/cmd/internal/narrative"
	"vetro/cmd/internal/passage"
)

// maxSentence is how many words a sentence may have before it is certainly two.
// Manuals advise about 25; a limit there would blame many a good sentence.
const maxSentence = 40

// minParagraph is how many words a paragraph needs to be called the hardest.
const minParagraph = 10

const hintHard = "spezza le frasi lunghe e usa parole più corte"

// readability warns of a page that is hard to read, at its hardest paragraph.
func (s *stylist) readability(page *narrative.Page) {
	index, words := language.Gulpease(page.Text())
	if words < language.MinGulpeaseWords || index >= language.MinGulpease {
		return
	}
	var hardest *passage.Passage
	lowest := math.Inf(1)
	for i, p := range page.Passages {
		if p.Kind != passage.Prose {
			continue
		}
		if index, n := language.Gulpease(p.Text); hardest == nil || index < lowest && n >= minParagraph {
			hardest = &page.Passages[i]
			if n >= minParagraph {
				lowest = index
			}
		}
	}
	s.warn(*hardest, whole(*hardest), "hard-to-read", hardness("il testo della pagina", index)+"; qui comincia il capoverso più difficile", hintHard)
}

// field warns of a text of the data that is hard to read by itself.
func (s *stylist) field(p passage.Passage) {
	index, words := language.Gulpease(p.Text)
	if words >= language.MinGulpeaseWords && index < language.MinGulpease {
		s.warn(p, whole(p), "hard-to-read", hardness("il testo di "+diag.Quote(p.What), index), hintHard)
	}
}

// hardness says how hard what is.
func hardness(what string, index float64) string {
	if index < language.HardGulpease {
		return fmt.Sprintf("%s è molto difficile, anche per chi ha un diploma: indice Gulpease %d, ne serve almeno %d", what, int(index), language.MinGulpease)
	}
	return fmt.Sprintf("%s è difficile: indice Gulpease %d, ne serve almeno %d", what, int(index), language.MinGulpease)
}

// sentences warns of those that are too long.
func (s *stylist) sentences(p passage.Passage) {
	for _, at := range language.Sentences(p.Text) {
		if n := language.CountWords(at.Of(p.Text)); n > maxSentence {
			s.warn(p, at, "long-sentence", fmt.Sprintf("la frase ha %d parole: oltre %d chi legge perde il filo", n, maxSentence),
				"dividila in due o tre frasi, o in un elenco")
		}
	}
}
