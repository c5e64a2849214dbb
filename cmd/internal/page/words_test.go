// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"regexp"
	"strings"
	"testing"

	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/tomldoc"
)

func TestOfThe(t *testing.T) {
	for n, want := range map[int]string{
		2: "dei 2", 8: "degli 8", 11: "degli 11", 18: "dei 18", 37: "dei 37", 80: "degli 80", 88: "degli 88", 110: "dei 110",
		111: "dei 111", 800: "degli 800", 1100: "dei 1.100", 8000: "degli 8.000", 11000: "degli 11.000", 11500: "degli 11.500", 110000: "dei 110.000",
	} {
		if got := italian.OfThe(n); got != want {
			t.Errorf("ofThe(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", 7.4: "7,4", 1234.5: "1.234,5", -0.5: "−0,5", -1234: "−1.234", 1e6: "1.000.000"} {
		if got := italian.Decimal(v); got != want {
			t.Errorf("decimal(%v) = %q, want %q", v, got, want)
		}
	}
}

func TestListed(t *testing.T) {
	for _, test := range []struct {
		words []string
		want  string
	}{{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a e b"}, {[]string{"a", "b", "c"}, "a, b e c"}} {
		if got := italian.List(test.words); got != test.want {
			t.Errorf("listed(%q) = %q, want %q", test.words, got, test.want)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, test := range []struct{ start, end, want string }{
		{"", "", ""},
		{"2022", "", "dal 2022"},
		{"", "2024", "fino al 2024"},
		{"2022", "2022", "2022"},
		{"2022-03", "2024-08", "da marzo 2022 ad agosto 2024"},
		{"2022-03-08", "2022-04-01", "dall’8 marzo 2022 al 1º aprile 2022"},
		{"2022-10-11", "2023", "dall’11 ottobre 2022 al 2023"},
		{"2024-08-08", "2024-11-11", "dall’8 agosto 2024 all’11 novembre 2024"},
		{"I trimestre 2024", "fino a revoca", "dal I trimestre 2024, fino a revoca"},
		{"I trimestre 2024", "2025-12", "dal I trimestre 2024 a dicembre 2025"},
		{"2023-11", "autunno 2025", "da novembre 2023; fine: autunno 2025"},
		{"", "fino a revoca", "fino a revoca"},
	} {
		got := strings.ReplaceAll(tags.ReplaceAllString(string(period(test.start, test.end)), ""), "\u00a0", " ")
		if got != test.want {
			t.Errorf("period(%q, %q) = %q, want %q", test.start, test.end, got, test.want)
		}
	}
	const want = `da <time datetime="2022-03">marzo 2022</time> al <time datetime="2023">2023</time>`
	if got := period("2022-03", "2023"); got != want {
		t.Errorf("period = %q, want %q", got, want)
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

func TestDateOf(t *testing.T) {
	for _, test := range []struct {
		in   tomldoc.Date
		want date
	}{
		{tomldoc.Date{}, date{}},
		{tomldoc.Date{Year: 2026, Month: 11, Day: 22}, date{"22 novembre 2026", "2026-11-22"}},
		{tomldoc.Date{Year: 2022, Month: 5, Day: 1}, date{"1º maggio 2022", "2022-05-01"}},
	} {
		if got := dateOf(test.in); got != test.want {
			t.Errorf("dateOf(%v) = %v, want %v", test.in, got, test.want)
		}
	}
}

func TestQuantityOf(t *testing.T) {
	for _, test := range []struct {
		q    plan.Quantity
		want string
	}{
		{plan.Quantity{}, ""},
		{plan.Count(0), "0 dipendenti"},
		{plan.Count(1), "1 dipendente"},
		{plan.Quantity{Number: 123, Precision: plan.UpTo}, "fino a 123 dipendenti"},
		{plan.Quantity{Number: 1, Precision: plan.AtLeast}, "almeno 1 dipendente"},
		{plan.Quantity{Text: "diverse decine", Precision: plan.InWords}, "diverse decine di dipendenti"},
		{plan.Quantity{Text: "fino a 5 e circa 3", Precision: plan.InWords}, "dipendenti: fino a 5 e circa 3"},
	} {
		if got := quantityOf(test.q, "dipendente", "dipendenti"); got != test.want {
			t.Errorf("quantityOf(%v) = %q, want %q", test.q, got, test.want)
		}
	}
}

func TestFigure(t *testing.T) {
	for _, test := range []struct {
		q    plan.Quantity
		want string
	}{
		{plan.Quantity{}, `<span class="lacuna">La fonte non lo dice</span>`},
		{plan.Count(37), `<span class="cifra"><data value="37">37</data></span>`},
		{plan.Quantity{Number: 1234, Precision: plan.UpToAbout}, `<span class="cifra">fino a circa <data value="1234">1.234</data></span>`},
		{plan.Quantity{Text: "<b>", Precision: plan.InWords}, `<span class="cifra">&lt;b&gt;</span>`},
	} {
		if got := string(figure(test.q)); got != test.want {
			t.Errorf("figure(%v) = %s, want %s", test.q, got, test.want)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"index.html", "/", "index.html"},
		{"index.html", "/2022/settori/", "2022/settori/index.html"},
		{"2022/settori/index.html", "/2022/settori/a/", "a/index.html"},
		{"2022/settori/a/index.html", "/2022/settori/", "../index.html"},
		{"2022/settori/a/index.html", "/2022/progetti/b/", "../../progetti/b/index.html"},
		{"2022/settori/a/index.html", "/", "../../../index.html"},
		{"2022/index.html", "/2022/#atto", "#atto"},
		{"index.html", "/2022/#atto", "2022/index.html#atto"},
		{"2022/a/index.html", "assets/sito.css", "../../assets/sito.css"},
		{"glossario/index.html", "/404.html", "../404.html"},
	} {
		if got := route.Relative(test.from, test.to); got != test.want {
			t.Errorf("relative(%q, %q) = %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

func TestOutside(t *testing.T) {
	for address, want := range map[string]string{
		"":                         "",
		"https://www.example.it/a": "https://www.example.it/a",
		"mailto:a@example.it":      "mailto:a@example.it",
		"javascript:alert(1)":      "",
		" javascript:alert(1)":     "",
		"JAVASCRIPT:alert(1)":      "",
		"data:text/html,x":         "",
		"//example.it/":            "",
		"/a/":                      "",
		"www.example.it":           "",
		"https://":                 "",
	} {
		if got := outside(address); got != want {
			t.Errorf("outside(%q) = %q, want %q", address, got, want)
		}
	}
}

// An act that is to be verified is nobody's yet; a day is said with its article.
func TestActSentence(t *testing.T) {
	giunta := plan.Act{Body: "Giunta comunale", DateText: "5 ottobre"}
	deliberation := plan.Act{Kind: plan.ActDeliberazione, Body: "Giunta comunale", Number: "1", Date: tomldoc.Date{Year: 2022, Month: 11, Day: 8}}
	for _, test := range []struct {
		act  plan.Act
		want string
	}{
		{giunta, "Atto del 5 ottobre"},
		{deliberation, "Deliberazione della Giunta comunale n. 1 dell’8 novembre 2022"},
		{plan.Act{DateText: "autunno 2022"}, "Atto, autunno 2022"},
	} {
		if got := actSentence(test.act); got != test.want {
			t.Errorf("actSentence(%+v) = %q, want %q", test.act, got, test.want)
		}
	}
	for words, want := range map[string]string{"5 ottobre": "l’anno", "ottobre 2022": "il giorno"} {
		if got := missingOfDay(words); got != want {
			t.Errorf("missingOfDay(%q) = %q, want %q", words, got, want)
		}
	}
}

// TestApart: two names that are the same lead to two pages, and say to which.
func TestApart(t *testing.T) {
	got := apart([]IndexEntry{
		{"Scrivere", "a", "attività", "Uno"}, {"Scrivere", "b", "attività", "Due"}, {"Anagrafe", "c", "settore", ""}, {"Anagrafe", "d", "servizio", "Tre"}, {"Sport", "e", "settore", ""},
	})
	for i, want := range []string{"Scrivere (Uno)", "Scrivere (Due)", "Anagrafe (settore)", "Anagrafe (Tre)", "Sport"} {
		if got[i].Label != want {
			t.Errorf("entry %d is called %q, want %q", i, got[i].Label, want)
		}
	}
}
