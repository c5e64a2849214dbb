// SPDX-License-Identifier: EUPL-1.2

package italian

import (
	"strings"
	"testing"
)

func TestBind(t *testing.T) {
	for text, want := range map[string]string{ // ~ stands for the no-break space
		"37 progetti di 12 settori":       "37~progetti di 12~settori",
		"Il 5 ottobre 2022 la Giunta":     "Il 5~ottobre~2022 la Giunta",
		"dall’8 marzo 2022 al 1º maggio":  "dall’8~marzo~2022 al 1º~maggio",
		"tra 5 e 10 dipendenti":           "tra 5 e 10~dipendenti",
		"fino a 1.234,50 euro":            "fino a 1.234,50~euro",
		"nel 2022 il Comune":              "nel 2022 il Comune",
		"n. 33 del 14 marzo 2013, art. 8": "n.~33 del 14~marzo~2013, art.~8",
		"€ 12.500":                        "€~12.500",
		"i 37 e i 12":                     "i 37 e i 12",
		"(9 progetti)":                    "(9~progetti)",
		"H2O pura, CO2 ridotta":           "H2O pura, CO2 ridotta",
		"Una frase senza numeri":          "Una frase senza numeri",
		"60 % del personale":              "60~% del personale",
		"l’edizione 2024":                 "l’edizione 2024",
		"marzo 20":                        "marzo 20",
		" 5 ":                             " 5 ",
	} {
		if got := strings.ReplaceAll(string(Bind([]byte(text))), noBreak, "~"); got != want {
			t.Errorf("Bind(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestBindHTML(t *testing.T) {
	const page = `<title>5 progetti</title><p title="5 progetti">5 progetti</p><script>x = "5 progetti"</script><pre>5 progetti</pre><svg><text>5 progetti</text></svg><p><data value="5">5</data> progetti e <data value="5">5</data> <a>altri</a></p><p>2 cose`
	const want = `<title>5 progetti</title><p title="5 progetti">5~progetti</p><script>x = "5 progetti"</script><pre>5 progetti</pre><svg><text>5 progetti</text></svg><p><data value="5">5</data>~progetti e <data value="5">5</data> <a>altri</a></p><p>2~cose`
	if got := strings.ReplaceAll(string(BindHTML([]byte(page))), noBreak, "~"); got != want {
		t.Errorf("BindHTML gives\n%s\nwant\n%s", got, want)
	}
}
