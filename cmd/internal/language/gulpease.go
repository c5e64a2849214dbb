// SPDX-License-Identifier: EUPL-1.2

package language

// What a text for everyone has to reach, what is hard even for who has finished
// upper secondary school, and how many words make a text that can be judged. No
// law fixes them: the first two are of the scale of the index.
const (
	MinGulpease      = 60
	HardGulpease     = 40
	MinGulpeaseWords = 50
)

// Gulpease measures how easily an Italian text is read, from 0 to 100:
//
//	89 + (300·sentences − 10·letters) / words
//
// (P. Lucisano, M. E. Piemontese, "GULPEASE", 1988). From 60 a text is easy
// for who has finished lower secondary school; from 80, primary school.
//
// Words are those of CountWords: "l’ufficio" is one, the stricter reading.
// Digits count as letters. A text without words has index 0.
func Gulpease(text string) (index float64, words int) {
	words = CountWords(text)
	if words == 0 {
		return 0, 0
	}
	index = 89 + float64(300*len(Sentences(text))-10*letterCount(text))/float64(words)
	return min(max(index, 0), 100), words
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if isLetter(r) {
			n++
		}
	}
	return n
}
