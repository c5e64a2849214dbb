// SPDX-License-Identifier: EUPL-1.2

package privacy

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var names = map[Kind]string{TaxCode: "codice", IBAN: "iban", PrivateEmail: "email", MobilePhone: "cellulare", HomeAddress: "casa", BirthDate: "nascita", Health: "salute", Union: "sindacato", Name: "nome", StaffNumber: "matricola"}

// told writes the findings of text, one after the other.
func told(text string) string { return write(text, Find(text)) }

func write(text string, found []Finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s‹%s›", names[f.Kind], text[f.Start:f.End])
	}
	return b.String()
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"tax code", "cf RSSMRA85T10A562S.", "codice‹RSSMRA85T10A562S›"},
		{"tax code in small letters", "rssmra85t10a562s", "codice‹rssmra85t10a562s›"},
		{"tax code in groups", "C.F. RSS MRA 85T10 A562S, dice", "codice‹RSS MRA 85T10 A562S›"},
		{"tax code with dots", "RSS.MRA.85T10.A562.S", "codice‹RSS.MRA.85T10.A562.S›"},
		{"tax code letter by letter", "R S S M R A 8 5 T 1 0 A 5 6 2 S", "codice‹R S S M R A 8 5 T 1 0 A 5 6 2 S›"},
		{"tax code with a soft hyphen", "RSSMRA\u00ad85T10A562S", "codice‹RSSMRA\u00ad85T10A562S›"},
		{"tax code of a woman", "RSSMRA85T50A562W", "codice‹RSSMRA85T50A562W›"},
		{"tax code with omocodia", "RSSMRA85T10A56NH", "codice‹RSSMRA85T10A56NH›"},
		{"tax code in a file name", "cedolino_RSSMRA85T10A562S-2022.pdf", "codice‹RSSMRA85T10A562S›"},
		{"tax code, check character wrong", "RSSMRA85T10A562T", ""},
		{"tax code, no such month", "RSSMRA85F10A562S", ""},
		{"tax code, no such day", codeOf("RSSMRA85T32A562"), ""},
		{"tax code, day of a woman", codeOf("RSSMRA85T71A562"), "codice‹" + codeOf("RSSMRA85T71A562") + "›"},
		{"tax code, no such name", codeOf("RASMRA85T10A562"), ""},
		{"tax code of digits replaced only", codeOf("RSSMRAURTMLARSN"), "codice‹RSSMRAURTMLARSNL›"},
		{"tax code inside a longer token", "XRSSMRA85T10A562S RSSMRA85T10A562S9 àRSSMRA85T10A562S", ""},
		{"tax code broken where nobody would", "RSSM RA85T1 0A562S", ""},
		{"VAT number", "P.IVA 00123456789, C.F. 80003000193", ""},
		{"code of an act", "CIG Z1A2B3C4D5 e CUP D19J21004560001", ""},

		{"IBAN", "IT60X0542811101000000123456", "iban‹IT60X0542811101000000123456›"},
		{"IBAN in groups", "IBAN: IT60 X054 2811 1010 0000 0123 456.", "iban‹IT60 X054 2811 1010 0000 0123 456›"},
		{"IBAN in small letters", "it60x0542811101000000123456", "iban‹it60x0542811101000000123456›"},
		{"IBAN of another country", "DE89 3704 0044 0532 0130 00", "iban‹DE89 3704 0044 0532 0130 00›"},
		{"IBAN, check digits wrong", "IT61X0542811101000000123456", ""},
		{"IBAN, too long", "IT60X05428111010000001234567", ""},
		{"IBAN, no such country", "QQ60X0542811101000000123456", ""},
		{"words as long as an IBAN", "de 12 progetti del comune di piu", ""},

		{"private e-mail", "scrivi a Mario.Rossi@gmail.com.", "email‹Mario.Rossi@gmail.com›"},
		{"private e-mail of a provider in Italy", "m@yahoo.it o m@libero.it", "email‹m@yahoo.it›email‹m@libero.it›"},
		{"private e-mail in disguise", "mario.rossi [at] gmail.com, mario chiocciola yahoo.it, mario{at}libero.it", "email‹mario.rossi [at] gmail.com›email‹mario chiocciola yahoo.it›email‹mario{at}libero.it›"},
		{"private e-mail in a file name", "cv-mario@gmail.com.pdf, m@libero.it.Scrivi", "email‹cv-mario@gmail.com›email‹m@libero.it›"},
		{"no private e-mail", "info@mail.com.example, at gmail.com, una chiocciola verde", ""},
		{"office e-mail", "mario.rossi@comune.prova.it, protocollo@pec.it, info@gmail.comune.it, x@notgmail.com", ""},
		{"no e-mail", "@gmail.com e gmail.com, a (at) gmailcom", ""},

		{"mobile", "tel. 333 1234567", "cellulare‹333 1234567›"},
		{"mobile in a row", "3331234567", "cellulare‹3331234567›"},
		{"mobile in groups", "345-2022-12, 347/1234567; 320 12 34 567", "cellulare‹347/1234567›cellulare‹320 12 34 567›"},
		{"mobile with the country", "+39 333 123 4567 e 00393331234567 e (+39) 333.1234567", "cellulare‹+39 333 123 4567›cellulare‹00393331234567›cellulare‹(+39) 333.1234567›"},
		{"mobile with the country, no sign", "https://wa.me/393331234567, 39 333 1234567", "cellulare‹393331234567›cellulare‹39 333 1234567›"},
		{"mobile with blanks", "333  1234567, 347 - 1234567, 347 / 12 34 567", "cellulare‹333  1234567›cellulare‹347 - 1234567›cellulare‹347 / 12 34 567›"},
		{"two telephones", "333 1234567 - 0372 4071", "cellulare‹333 1234567›"},
		{"39 that is no country", "protocollo 393331234567, 39 335123456, 139 3331234567, articolo 39 347 1234 567890", ""},
		{"old mobile with the country", "+39 335 123456", "cellulare‹+39 335 123456›"},
		{"mobile after its word", "cellulare n. 3331234567", "cellulare‹3331234567›"},
		{"mobile in a file name", "rubrica_3331234567.csv", "cellulare‹3331234567›"},
		{"office telephones", "0372 4071, 0372/407333, 800 123 456, 06 3331234567, 112, 1500", ""},
		{"numbers that are no telephone", "protocollo 3331234567, codice 3471234567, 3331234567 euro, € 3331234567, 3331234567,50", ""},
		{"longer numbers", "33312345678, 12 333 1234567, 333 1234567 8, 3331234567a, a3331234567, 3.331.234.567", ""},
		{"acts and dates", "delibera 345/2022 del 31/10/2022, 333.123.456 abitanti, 340 2022", ""},
		{"not a prefix of a mobile", "300 1234567", ""},

		{"home", "Laura Bianchi sta in via Verdi 3 a Prova", "casa‹via Verdi 3›"},
		{"home with all", "la sig.ra Bianchi, Via Giuseppe Verdi, n. 12/A", "casa‹Via Giuseppe Verdi, n. 12/A›"},
		{"home in a street named after a day", "Maria Rossi, viale XX Settembre 10, via 25 Aprile 3", "casa‹viale XX Settembre 10›casa‹via 25 Aprile 3›"},
		{"home in a street of two", "vicolo Trento e Trieste, 4 bis, abitazione di una collega", "casa‹vicolo Trento e Trieste, 4 bis›"},
		{"home in a row", "Bianchi Ottavia;via Verdi 3;26100", "casa‹via Verdi 3›"},
		{"office in a row", "Asilo Martini;via Verdi 3;26100", ""},
		{"streets of the town", "i lavori in via Roma 3, il varco di via Dante 2, cinema Filo, piazza Popolo 1, gli alloggi di via Panfilo 10, la fibra in via Milano 5", ""},
		{"whoever lives there", "chi abita in via Mantova usa lo sportello, chi risiede ha la residenza in via telematica", ""},
		{"home without number", "la dipendente abita in via Verdi", "casa‹via Verdi›"},
		{"home, small letters", "residente a prova in via verdi 3", "casa‹via verdi 3›"},
		{"home of who works in an office", "una funzionaria dell'ufficio tributi, domiciliata in corso Garibaldi 8", "casa‹corso Garibaldi 8›"},
		{"via libera", "dare il via libera 3 volte, via PEC 2, in via sperimentale, per via telematica, via Teams 4, via Roma", ""},
		{"office address", "la sede di via Verdi 3; lo sportello in piazza del Popolo 1; via Roma 8, ufficio anagrafe; la scuola di via Dante 5", ""},
		{"people of a street", "i residenti in via Verdi, le famiglie residenti a Cremona, da dove abitano i bambini", ""},
		{"no civic number", "in via Roma 3 posti, piazza Duomo 25 aprile, via Milano 10:30, viale Po 2022, via Po 1.200", ""},
		{"course", "nel corso Excel 3, in largo anticipo, contrada 5", ""},

		{"birth", "Mario Rossi, nato a Prova (CR) il 10/12/1985,", "nascita‹nato a Prova (CR) il 10/12/1985›"},
		{"birth in words", "nata il 1° maggio 1985", "nascita‹nata il 1° maggio 1985›"},
		{"birth in a form", "data di nascita: 1985-12-10; data_nascita: 10.12.85", "nascita‹nascita: 1985-12-10›nascita‹nascita: 10.12.85›"},
		{"birth of a child", "un dipendente con una figlia nata il 3 marzo 2019", "nascita‹nata il 3 marzo 2019›"},
		{"paper about a birth", "il certificato di nascita rilasciato il 3 marzo 2021, le pratiche di nascita del 31/12/2022", ""},
		{"birth of a plan", "il progetto è nato il 5 ottobre 2022, il portale nato il 2022-03-01, nato nel 2022", ""},
		{"birth of nobody", "è nata il 5 ottobre 2022 l'intesa", ""},
		{"age", "genitori di figli fino a 14 anni, di anni 43", ""},
		{"name of a field", "la data di nascita non si pubblica", ""},

		{"health of one", "una dipendente in maternità", "salute‹una dipendente in maternità›"},
		{"health of a few", "per 2 lavoratrici con permessi della L. 104", "salute‹2 lavoratrici con permessi della L. 104›"},
		{"health of somebody in an office", "una sola impiegata dell'ufficio tributi è in gravidanza", "salute‹una sola impiegata dell'ufficio tributi è in gravidanza›"},
		{"health by name", "la sig.ra Rossi è invalida; Maria Rossi, legge n. 104/1992", "salute‹sig.ra Rossi è invalida›salute‹Maria Rossi, legge n. 104›"},
		{"health by surname", "la collega Bianchi ha un figlio disabile; l'educatore Sociale per la disabilità", "salute‹collega Bianchi ha un figlio disabile›"},
		{"health by personnel number", "matricola 1234: fragile", "salute‹matricola 1234: fragile›"},
		{"health before the person", "la malattia di una collega; L. 104: due dipendenti", "salute‹malattia di una collega›salute‹L. 104: due dipendenti›"},
		{"health of a name after", "per la maternità della dott.ssa Anna Bianchi", "salute‹maternità della dott.ssa Anna Bianchi›"},
		{"health of everybody", "le persone con disabilità, i lavoratori fragili, le lavoratrici in gravidanza, i dipendenti con L. 104", ""},
		{"a service", "due educatori per la disabilità, tre assistenti sociali seguono gli anziani con disabilità, un educatore dei bambini disabili", ""},
		{"an office", "servizio disabilità: 12 persone, assegno di maternità, pratiche di invalidità, due dipendenti del servizio disabilità", ""},
		{"sentences apart", "Lo seguono due dipendenti. Disabilità e lavoro vanno insieme", ""},
		{"a place named after somebody", "la scuola Maria Montessori accoglie la disabilità, via Mario Rossi, invalidi", ""},
		{"a norm", "art. 18, c. 3-bis, legge 81/2017: figli con disabilità ai sensi della legge 104/1992", ""},

		{"what overlaps is one", "data di nascita 10/12/1985 RSSMRA85T10A562S", "nascita‹nascita 10/12/1985›codice‹RSSMRA85T10A562S›"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, told(c.text)); diff != "" {
				t.Errorf("Find(%q) (-want +got):\n%s", c.text, diff)
			}
			checkMask(t, c.text)
		})
	}
}

// codeOf completes fifteen characters with the right one.
func codeOf(c string) string { return c + string(checkCharacter([]byte(c))) }

func TestMask(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "",
		"il codice RSSMRA85T10A562S, qui":   "il codice RS••••••••••••••, qui",
		"RSS MRA 85T10 A562S":               "RS• ••• ••••• •••••",
		`profilo = "RSSMRA85T10\u0041562S"`: `profilo = "RS•••••••••••••••••••"`,
		"RSSMRA**85T10**A562S e resto":      "RS•••••••••••••••••• e resto",
		"RSSMRA85T10&#65;562S, RSSMRA<b>85T10</b>A562S": "RS••••••••••••••••••, RS•••••••••••••••••••••",
		`<mario\_rossi@gmail.com> in C:\temp *3*`:       `<ma••••••••••••••••••••> in C:\temp *3*`,
		"nata a Prova il 1° maggio 1985\te altro":       "na•• • ••••• •• •• •••••• ••••\te altro",
		"€ 3 a mario@gmail.com":                         "€ 3 a ma•••••••••••••",
		"nessun dato di nessuno":                        "nessun dato di nessuno",
	} {
		if got := Mask(text); got != want {
			t.Errorf("Mask(%q) = %q, want %q", text, got, want)
		}
	}
}

// checkMask holds what Find and Mask promise for any text.
func checkMask(t *testing.T, text string) {
	t.Helper()
	at := 0
	for _, f := range Find(text) {
		if f.Start < at || f.End <= f.Start || f.End > len(text) || f.Kind < TaxCode || f.Kind > Health {
			t.Fatalf("Find(%q): %+v does not come after %d", text, f, at)
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[f.Start:f.End]) {
			t.Fatalf("Find(%q): %+v cuts a character", text, f)
		}
		at = f.End
	}
	masked := Mask(text)
	if left := FindSource(masked); len(left) > 0 {
		t.Fatalf("Mask(%q) = %q, where %q is left", text, masked, masked[left[0].Start:left[0].End])
	}
	if a, b := utf8.RuneCountInString(text), utf8.RuneCountInString(masked); a != b {
		t.Fatalf("Mask(%q) = %q has %d characters, want %d", text, masked, b, a)
	}
	if utf8.ValidString(text) && !utf8.ValidString(masked) {
		t.Fatalf("Mask(%q) = %q is not UTF-8", text, masked)
	}
}

// TestOursHasNone reads all that the program ships as data, example and
// starting point, file by file.
func TestOursHasNone(t *testing.T) {
	root, read := os.DirFS("../../.."), 0
	for _, dir := range []string{"data", "content", "cmd/internal/starter"} {
		err := fs.WalkDir(root, dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.Contains(".toml.md.txt", name[max(0, strings.LastIndexByte(name, '.')):]) {
				return err
			}
			text, err := fs.ReadFile(root, name)
			if err != nil {
				return err
			}
			read++
			if found := told(string(text)); found != "" {
				t.Errorf("%s: %s", name, found)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < 30 {
		t.Errorf("only %d files were read", read)
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"RSSMRA85T10A562S IT60X0542811101000000123456 a@gmail.com +39 333 1234567",
		"abita in via Verdi 3, nato a Prova il 10/12/1985, una dipendente in maternità", "\xff333 1234567\x00 via\u00a0Po\u00ad3",
		`RSSMRA85T10\u0041562S *333* 12&#51;4567 <b>a\@gmail.com</b>`,
	} {
		f.Add(seed)
	}
	f.Fuzz(checkMask)
}

func BenchmarkFind(b *testing.B) {
	prose := strings.Repeat("Il progetto prevede che due dipendenti dell’ufficio tributi lavorino da casa fino a 8 giorni al mese, in via sperimentale. ", 8000)
	for name, text := range map[string]string{
		"prose": prose, "letters": strings.Repeat("RSS ", 1<<18), "digits": strings.Repeat("333 ", 1<<18), "at": strings.Repeat("a@", 1<<19),
		"streets": strings.Repeat("via ", 1<<18), "conditions": strings.Repeat("due L. 104 ", 1<<17), "one word": strings.Repeat("a", 1<<20),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text)
			}
		})
	}
}
