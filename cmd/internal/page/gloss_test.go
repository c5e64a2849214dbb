// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"html/template"
	"strings"
	"testing"

	"vetro/cmd/internal/plan"
)

func testGloss() *gloss {
	return &gloss{
		words: glossWords([]*plan.Term{
			{ID: "accordo", Term: "Accordo", Forms: []string{"accordi"}},
			{ID: "accordo-individuale", Term: "Accordo individuale", Forms: []string{"accordi individuali"}},
			{ID: "citta", Term: "città"},
			{ID: "giunta", Term: "Giunta comunale", Forms: []string{"Giunta"}},
			{ID: "inps", Term: "INPS", Forms: []string{"Inps"}, Expansion: "Istituto \"nazionale\""},
			{ID: "rete", Term: "Rete protetta", Forms: []string{"VPN"}, Expansion: "Rete privata virtuale"},
			{ID: "orario", Term: "l'orario d’ufficio"},
		}),
		href: func(id string) string { return "#" + id },
		used: map[string]bool{},
	}
}

// plainLinks shortens the links, for tables of cases.
func plainLinks(s template.HTML) string {
	return strings.NewReplacer(`<a class="voce-glossario" href="#`, "[", `</a>`, "]", `">`, "|").Replace(string(s))
}

func TestGloss(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"first only", "Un accordo, poi un altro accordo.", "Un [accordo|accordo], poi un altro accordo."},
		{"across texts of other case", "ACCORDO accordo", "[accordo|ACCORDO] accordo"},
		{"longest first", "Un accordo individuale e un accordo.", "Un [accordo-individuale|accordo individuale] e un [accordo|accordo]."},
		{"a form", "Gli accordi individuali.", "Gli [accordo-individuale|accordi individuali]."},
		{"whole words", "accordone, disaccordo, accordo-quadro, sub-accordo", "accordone, disaccordo, accordo-quadro, sub-accordo"},
		{"accent at the end", "La città. Cittàdina, citt.", "La [citta|città]. Cittàdina, citt."},
		{"no accent is another word", "citta", "citta"},
		{"capital accent", "CITTÀ", "[citta|CITTÀ]"},
		{"after an apostrophe", "l’accordo e dell'accordo", "l’[accordo|accordo] e dell&#39;accordo"},
		{"either apostrophe", "L’orario d'ufficio", "[orario|L’orario d&#39;ufficio]"},
		{"space that does not break", "accordo\u00a0individuale", "[accordo-individuale|accordo\u00a0individuale]"},
		{"a name keeps its capital", "È giunta la Giunta.", "È giunta la [giunta|Giunta]."},
		{"a headword does not", "la giunta comunale", "la [giunta|giunta comunale]"},
		{"an acronym", "INPS e INPS", `[inps|<abbr title="Istituto &#34;nazionale&#34;|INPS</abbr>] e INPS`},
		{"an acronym in lower case", "inps", "inps"},
		{"a form of an acronym", "L’Inps", `L’[inps|<abbr title="Istituto &#34;nazionale&#34;|Inps</abbr>]`},
		{"words that are no acronym", "rete protetta", "[rete|rete protetta]"},
		{"an acronym that is a form", "la VPN", `la [rete|<abbr title="Rete privata virtuale|VPN</abbr>]`},
		{"hostile", `<b>"accordo"</b>`, `&lt;b&gt;&#34;[accordo|accordo]&#34;&lt;/b&gt;`},
		{"nothing", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := plainLinks(testGloss().text(test.in)); got != test.want {
				t.Errorf("text(%q)\n got %q\nwant %q", test.in, got, test.want)
			}
		})
	}
}

func TestGlossHTML(t *testing.T) {
	link := func(id, text string) string { return `<a class="voce-glossario" href="#` + id + `">` + text + `</a>` }
	const untouched = `<h2 id="a">accordo</h2><pre><code>accordo</code></pre><p><a href="#b">accordo</a></p><figure><p>accordo</p></figure>`
	for _, test := range []struct{ name, in, want string }{
		{"paragraph", "<p>Un accordo &amp; una città.</p>", "<p>Un " + link("accordo", "accordo") + " &amp; una " + link("citta", "città") + ".</p>"},
		{"left alone", untouched + "<p>accordo</p>", untouched + "<p>" + link("accordo", "accordo") + "</p>"},
		{"linked by the author", `<p><a href="#accordo">patti</a> e accordo</p>`, `<p><a href="#accordo">patti</a> e accordo</p>`},
		{"bytes stay", "<p>dell'anno &quot;2022&quot;<br>\n<em>x</em></p>", "<p>dell'anno &quot;2022&quot;<br>\n<em>x</em></p>"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(testGloss().html(template.HTML(test.in))); got != test.want {
				t.Errorf("html(%q)\n got %q\nwant %q", test.in, got, test.want)
			}
		})
	}
}
