// SPDX-License-Identifier: EUPL-1.2

package language

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Acronym is an occurrence of a word of capitals such as "PIAO".
type Acronym struct {
	Span
	Letters   string // without dots
	Explained bool   // what it stands for is written beside it
}

// everywhere holds the acronyms that nobody needs to have spelled out in a page
// of a municipality, or that are names by now.
var everywhere = wordSet(`PA UE IVA PDF CSV PIN CAP URL HTML JSON XML XLSX XLS ODS ODT DOC DOCX RTF ZIP SVG PNG JPEG JPG GIF RDF EPUB SHA
	SPID CIE PEC IBAN SMS TV PC CD DVD USB GPS WC QR ID OK KO USA ONU UNESCO NATO RAI COVID SARS AIDS DNA FAQ VIP EURO IT IA AI SPA SRL
	CF PIVA CC BY SA NC ND ISO UTF WWW HTTP HTTPS RSS API IP LED VHS TIR UFO SOS B KB MB GB TB KM KG MG CM MM MQ KW KWH
	INPS INAIL ISTAT CGIL CISL UIL`)

// stressed are words that people write in capitals to stress them: no acronyms.
var stressed = wordSet(`NON SI SÌ NO MAI SOLO SEMPRE TUTTI TUTTE TUTTO OGNI CHI CHE COME DOVE QUANDO PER CON SENZA PRIMA DOPO OGGI DOMANI ADESSO
	AVVISO AVVISI NUOVO NUOVA NOVITÀ URGENTE GRATIS NOTA NOTE BOZZA ESEMPIO FINE INIZIO ANCHE PIÙ MENO UNO UNA DUE TRE È E O`)

// norms are the short names of laws and decrees: with a number after them they
// are a citation.
var norms = wordSet(`DL DLGS DM DPR DPCM DD DGR LR RD TU CCNL CCDI DLG`)

// provinces are the car plates: in brackets after a town they need no words.
var provinces = wordSet(`AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR
	IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP
	SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// Acronyms returns the words of two capitals or more that are neither known
// everywhere, nor a Roman number, nor all that there is, nor part of a name, of a
// file or of a sentence all in capitals, nor the short name of a law with its
// number.
func Acronyms(text string) []Acronym {
	if !hasCapitals(text) {
		return nil
	}
	words := Words(text)
	var out []Acronym
	for i := 0; i < len(words); i++ {
		a, n := acronymAt(text, words[i:])
		if n == 0 {
			continue
		}
		first, last := i, i+n-1
		i = last
		switch {
		case everywhere[a.Letters], stressed[a.Letters], roman(a.Letters), glued(text, a.Span), n == len(words), shoutedAround(text, words, first, last):
			continue
		case norms[a.Letters] && last+1 < len(words) && words[last+1].citesNumber():
			continue
		case provinces[a.Letters] && bracketed(text, a.Span):
			continue
		}
		a.Explained = explainedBefore(text, words[:first], a) || explainedAfter(text, words[last+1:], a)
		out = append(out, a)
	}
	return out
}

// hasCapitals reports whether two capitals follow each other somewhere in text,
// with or without a dot: what has none holds no acronym.
func hasCapitals(text string) bool {
	capital := false
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			if capital {
				return true
			}
			capital = true
		case r != '.':
			capital = false
		}
	}
	return false
}

// longestAcronym is how many letters one may have: longer words in capitals are
// stressed.
const longestAcronym = 7

// acronymAt returns the acronym that words begin with and how many words it
// takes: more than one when it is dotted (I.N.P.S.).
func acronymAt(text string, words []Word) (Acronym, int) {
	w := words[0].Of(text)
	if n := utf8.RuneCountInString(w); n > 1 {
		if n > longestAcronym || strings.IndexFunc(w, func(r rune) bool { return !unicode.IsUpper(r) }) >= 0 {
			return Acronym{}, 0
		}
		return Acronym{Span: words[0].Span, Letters: w}, 1
	}
	letters, n := "", 0
	for _, next := range words[:min(len(words), longestAcronym+1)] {
		s := next.Of(text)
		if utf8.RuneCountInString(s) != 1 || !isCapital(s) || n > 0 && next.Gap != "." {
			break
		}
		letters += s
		n++
	}
	if n < 2 || n > longestAcronym || !strings.HasPrefix(text[words[n-1].End:], ".") {
		return Acronym{}, 0
	}
	if n < len(words) && words[n].Gap == "." { // D.P.R.it, A.B.C.1
		return Acronym{}, 0
	}
	return Acronym{Span: Span{words[0].Start, words[n-1].End + 1}, Letters: letters}, n
}

func (w Word) citesNumber() bool {
	gap := strings.TrimSpace(w.Gap)
	return (gap == "" || gap == ".") && (w.IsNumber() || w.Lower == "n" || w.Lower == "del")
}

// roman reports whether s is a Roman number up to 39, such as XXI.
var romanNumber = regexp.MustCompile(`^X{0,4}(IX|IV|V?I{0,3})$`)

func roman(s string) bool {
	return romanNumber.MatchString(s)
}

// glued reports whether the acronym at s is part of an address, a file name or
// a code: /SIGLA, nome_SIGLA, SIGLA.txt, SIGLA-19.
func glued(text string, s Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	if strings.ContainsRune("/_@#\\", before) && s.Start > 0 {
		return true
	}
	after := text[s.End:]
	if after == "" {
		return false
	}
	next, n := utf8.DecodeRuneInString(after)
	follows, _ := utf8.DecodeRuneInString(after[n:])
	return strings.ContainsRune("/_@\\", next) || (next == '.' || next == '-') && (unicode.IsDigit(follows) || unicode.IsLower(follows))
}

// shoutedAround reports whether the words beside are in capitals too: then this
// is no acronym but a title or a sentence that shouts.
func shoutedAround(text string, words []Word, first, last int) bool {
	// Of the neighbour on that side, past a word of one letter: TUTTI I PROGETTI.
	capitals := func(i, step int) bool {
		for ; i >= 0 && i < len(words); i += step {
			gap := words[i].Gap
			if step < 0 {
				gap = words[i+1].Gap
			}
			s := words[i].Of(text)
			if strings.Trim(gap, " \u00a0'’") != "" || s != strings.ToUpper(s) || s == strings.ToLower(s) {
				return false
			}
			if letterCount(s) > 1 {
				return true
			}
		}
		return false
	}
	return capitals(first-1, -1) || capitals(last+1, 1)
}

// bracketed reports whether s stands alone in brackets.
func bracketed(text string, s Span) bool {
	return strings.HasSuffix(text[:s.Start], "(") && strings.HasPrefix(text[s.End:], ")")
}

// explainedBefore reports whether the words before a spell it out: "Piano
// integrato di attività e organizzazione (PIAO)".
func explainedBefore(text string, words []Word, a Acronym) bool {
	if len(words) == 0 {
		return false
	}
	// Whatever stands before an acronym in brackets is there to explain it.
	near := text[max(0, a.Start-40):a.Start] // "(di seguito PIAO)"
	open := strings.LastIndexByte(near, '(')
	if open >= 0 && !strings.Contains(near[open:], ")") && strings.HasPrefix(text[a.End:], ")") {
		return true
	}
	gap := text[words[len(words)-1].End:a.Start]
	if !strings.ContainsAny(gap, ",–—:(-") {
		return false
	}
	// From the last letter back, each is the first of a word; small words may
	// stand between.
	letters := []rune(strings.ToLower(a.Letters))
	at := len(letters) - 1
	for i := len(words) - 1; i >= 0 && len(words)-i <= 3*len(letters); i-- {
		first, _ := utf8.DecodeRuneInString(words[i].Lower)
		if at >= 0 && first == letters[at] {
			at--
		}
		if at < 0 {
			return true
		}
	}
	return false
}

// explainedAfter reports whether the words after a spell it out: "PIAO (Piano
// integrato…)", "PIAO, cioè…".
func explainedAfter(text string, words []Word, a Acronym) bool {
	if len(words) < 2 {
		return false
	}
	gap := strings.TrimSpace(text[a.End:words[0].Start])
	first, _ := utf8.DecodeRuneInString(strings.ToLower(a.Letters))
	switch {
	case strings.HasPrefix(gap, "("):
		return words[1].Linked()
	case gap == "," && (words[0].Lower == "cioè" || words[0].Lower == "ossia" || words[0].Lower == "ovvero"):
		return true
	case gap == "" && (words[0].Lower == "sta" || words[0].Lower == "stanno" || words[0].Lower == "vuol" || words[0].Lower == "significa"):
		return true
	case gap == ":" || gap == "," || gap == "–" || gap == "—":
		return strings.HasPrefix(words[0].Lower, string(first)) && words[1].Linked()
	}
	return false
}

// Shouted returns the sentences of text that are all in capitals: three words
// or more, twelve letters or more.
func Shouted(text string) []Span {
	var out []Span
	for _, s := range Sentences(text) {
		sentence := s.Of(text)
		if sentence == strings.ToUpper(sentence) && letterCount(sentence) >= 12 && len(Words(sentence)) >= 3 &&
			strings.IndexFunc(sentence, unicode.IsUpper) >= 0 && !strings.ContainsAny(sentence, "0123456789") {
			out = append(out, s)
		}
	}
	return out
}
