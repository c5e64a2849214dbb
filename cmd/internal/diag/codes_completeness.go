// SPDX-License-Identifier: EUPL-1.2

package diag

// completenessCodes are about what is still missing.
var completenessCodes = []Code{
	{
		Name: "fictional", Group: Completeness, Severity: Incomplete,
		Meaning: "I dati sono un esempio inventato e non si possono pubblicare.",
		Reason:  "Un piano inventato, in un sito con il nome di un Comune, sarebbe preso per vero. Ogni pagina lo dice, ma non basta.",
		Wrong:   "nome = \"Comune di Esempio\"\nfittizio = true",
		Right:   "nome = \"Comune di …\"     # il nome vero, senza fittizio",
	},
	{
		Name: "to-complete", Group: Completeness, Severity: Incomplete,
		Meaning: "Manca un dato che serve prima di pubblicare.",
		Reason:  "Chi legge deve sapere chi pubblica, con quale atto, quando, e a chi rivolgersi. Il sito intanto si fa: quello che manca resta fuori, non viene inventato.",
		Source:  "D.Lgs. 33/2013, artt. 6 e 23: qualità delle informazioni e provvedimenti da pubblicare",
		Link:    "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013-03-14;33",
		Wrong:   "# ufficio_responsabile = \"\"",
		Right:   "ufficio_responsabile = \"Ufficio personale\"",
	},
	{
		Name: "to-confirm", Group: Completeness, Severity: Incomplete,
		Meaning: "Un dato c'è, ma nessuno lo ha ancora confermato.",
		Reason:  "Finché l'ente non ha controllato i suoi dati e l'atto, le pagine sono una ricostruzione e non una pubblicazione ufficiale, e lo dicono.",
		Wrong:   "confermato = false",
		Right:   "confermato = true           # dopo il controllo sull'atto",
	},
	{
		Name: "to-describe", Group: Completeness, Severity: Incomplete,
		Meaning: "Il piano conta progetti che non sono ancora descritti.",
		Reason:  "Di un progetto che è solo contato nessuno può sapere che cosa cambia, per chi e come si misura. Si può pubblicare il piano quando ogni progetto ha la sua scheda.",
		Source:  "DM 132/2022: la sezione sul lavoro agile del PIAO dice condizioni abilitanti, obiettivi e contributi alla performance",
		Wrong:   "progetti_nel_piano = 9      # e nessun [[progetto]]",
		Right:   "[[progetto]]\nid = \"protocollo\"\ntitolo = \"Il protocollo a distanza\"",
	},
	{
		Name: "to-verify", Group: Completeness, Severity: Incomplete,
		Meaning: "Vale una scelta proposta dal programma, che l'ente deve verificare.",
		Reason:  "Dove sta il piano in Amministrazione trasparente lo decide l'ente: il programma propone un posto, ma non può saperlo.",
		Source:  "D.Lgs. 33/2013, allegato A: nomi e ordine delle sotto-sezioni",
		Link:    "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2013-03-14;33",
		Wrong:   "# collocazione = [\"Altri contenuti\", \"Dati ulteriori\"]",
		Right:   "collocazione = [\"Altri contenuti\", \"Dati ulteriori\"]",
	},
}
