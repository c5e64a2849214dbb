// SPDX-License-Identifier: EUPL-1.2

package privacy

import "strings"

// privateDomains are those that providers give to private people in Italy.
var privateDomains = map[string]bool{
	"gmail.com": true, "googlemail.com": true, "libero.it": true, "inwind.it": true, "iol.it": true, "blu.it": true,
	"giallo.it": true, "virgilio.it": true, "alice.it": true, "aliceposta.it": true, "tin.it": true, "tim.it": true,
	"tiscali.it": true, "tiscalinet.it": true, "icloud.com": true, "me.com": true, "mac.com": true, "aol.com": true,
	"fastwebnet.it": true, "fastwebmail.it": true, "email.it": true, "vodafone.it": true, "teletu.it": true,
	"katamail.com": true, "supereva.it": true, "interfree.it": true, "msn.com": true, "ymail.com": true,
	"rocketmail.com": true, "proton.me": true, "protonmail.com": true, "pm.me": true, "mail.com": true,
	"tutanota.com": true, "mail.ru": true,
}

// privateNames are providers that have the same name in many countries.
var privateNames = map[string]bool{"hotmail": true, "outlook": true, "live": true, "yahoo": true, "gmx": true, "yandex": true}

// The longest parts of an address (RFC 5321, 4.5.3.1).
const (
	maxLocal  = 64
	maxDomain = 255
)

// findEmails appends the addresses at a provider for private people, whether
// the sign is @ or written in letters, as those who hide from robots do. An
// address of an ente, of a firm or a certified one is none: an office may
// publish it.
func findEmails(found []Finding, text string) []Finding {
	for i := 0; i < len(text); i++ {
		size := atSign(text[i:])
		if size == 0 {
			continue
		}
		end := i + size
		start := i
		if size > 1 {
			start = len(strings.TrimRight(text[max(0, i-maxLocal):i], " ")) + max(0, i-maxLocal)
			end += len(text[end:min(len(text), end+2)]) - len(strings.TrimLeft(text[end:min(len(text), end+2)], " "))
		}
		local, from := start, end
		for start > 0 && local-start < maxLocal && isLocal(text[start-1]) {
			start--
		}
		for end < len(text) && end-from < maxDomain && (isAlnum(text[end]) || text[end] == '-' || text[end] == '.') {
			end++
		}
		if last := spelledDomain(text[from:end], text[end:]); last > 0 && start < local {
			end += last
			found = append(found, Finding{PrivateEmail, start, end})
			i = end - 1
			continue
		}
		for end > from && !isAlnum(text[end-1]) {
			end--
		}
		for start < local && !isAlnum(text[start]) {
			start++
		}
		length := privatePart(text[from:end])
		if length == 0 && start < local && certifiedPerson(text[start:local], text[from:end]) {
			length = end - from
		}
		if start == local || length == 0 {
			continue
		}
		end = from + length
		found = append(found, Finding{PrivateEmail, start, end})
		i = end - 1
	}
	return found
}

// dotWords are the dot in letters, as it is written after an at sign in letters.
var dotWords = [...]string{"[dot]", "(dot)", "[punto]", "(punto)", " dot ", " punto "}

// spelledDomain returns the length of what in rest ends the domain that name
// begins, when its dot is in letters and it is one of private people; 0 if not.
func spelledDomain(name, rest string) int {
	for _, dot := range dotWords {
		if len(rest) < len(dot) || !strings.EqualFold(rest[:len(dot)], dot) {
			continue
		}
		end := len(dot)
		for end < len(rest) && isAlnum(rest[end]) {
			end++
		}
		if isPrivate(name + "." + rest[len(dot):end]) {
			return end
		}
	}
	return 0
}

// atWords are the at sign in letters, alone or in brackets.
var atWords = [...]string{"at", "chiocciola"}

// atSign returns the length of the at sign that text begins with, 0 for none.
func atSign(text string) int {
	var closing byte
	switch text[0] {
	case '@':
		return 1
	case '[':
		closing = ']'
	case '(':
		closing = ')'
	case '{':
		closing = '}'
	case ' ':
		closing = ' '
	default:
		return 0
	}
	for _, word := range atWords {
		end := 1 + len(word)
		if len(text) > end && text[end] == closing && strings.EqualFold(text[1:end], word) {
			return end + 1
		}
	}
	return 0
}

func isLocal(c byte) bool { return isAlnum(c) || strings.IndexByte("._%+-'", c) >= 0 }

// certifiedProviders are providers of certified mail (PEC) to whoever asks.
var certifiedProviders = set(`pec.it legalmail.it arubapec.it postecert.it pecmail.it sicurezzapostale.it cert.it casellapec.com pecimprese.it
	legalmail.com mypec.eu registerpec.it namirialpec.it`)

// certifiedPerson reports whether an address of certified mail is of a person: at
// a provider or an order of professionals, before the sign a title or a common
// first name.
func certifiedPerson(local, domain string) bool {
	domain = strings.ToLower(domain)
	if !certifiedProviders[domain] && !strings.Contains(domain, "ordine") && !strings.Contains(domain, "geopec") && !strings.HasPrefix(domain, "pec.") {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(local), func(r rune) bool { return r < 'a' || r > 'z' })
	for i, w := range words {
		if titles[w] && i+1 < len(words) || firstNames[w] && len(words) > 1 {
			return true
		}
	}
	if len(words) == 1 {
		for n := 4; n <= len(words[0])-3; n++ {
			if firstNames[words[0][:n]] && !offices[words[0][n:]] || firstNames[words[0][n:]] && !dedicated[words[0][:n]] {
				return true
			}
		}
	}
	return false
}

// privatePart returns the length of the domain of private people that text is
// or begins with, 0 for none: the ending of a file or a sentence without a
// blank may follow it ("mario@gmail.com.pdf", "mario@gmail.com.Scrivi").
func privatePart(text string) int {
	if isPrivate(text) {
		return len(text)
	}
	end := strings.LastIndexByte(text, '.')
	if end < 0 {
		return 0
	}
	next := text[end+1:]
	if (len(next) <= 4 || 'A' <= next[0] && next[0] <= 'Z') && isPrivate(text[:end]) {
		return end
	}
	return 0
}

// isPrivate reports whether a domain is one of private people.
func isPrivate(domain string) bool {
	domain = strings.ToLower(domain)
	if privateDomains[domain] {
		return true
	}
	name, country, _ := strings.Cut(domain, ".")
	return privateNames[name] && (len(country) == 2 || country == "com" || country == "co.uk" || country == "net")
}
