// SPDX-License-Identifier: EUPL-1.2

package diag

// figuresCodes are about numbers written by hand.
var figuresCodes = []Code{
	{
		Name: "figure-disagrees", Group: Figures, Severity: Warning,
		Meaning: "Un numero scritto a mano accanto a progetti, settori o persone non è tra le cifre di quell'edizione.",
		Reason: "Un numero nel testo che non torna con le tabelle toglie fiducia a tutto il resto, e quando i dati cambiano resta indietro. " +
			"Vetro confronta i numeri da dieci in su. Quelli più piccoli li confronta solo dove si parla di un settore o di un progetto preciso, perché «tre progetti» spesso sono una parte. " +
			"Delle persone guarda solo le frasi che parlano del piano: chi ha seguito un corso o risposto a un questionario è un altro conto. Non guarda anni, percentuali, intervalli, «altri», «primi», obiettivi da raggiungere, citazioni né frasi su un altro anno.",
		Wrong: "Il piano contiene 36 progetti.",
		Right: "Il piano contiene {{ progetti.nel_piano }} progetti.",
	},
	{
		Name: "figure-too-firm", Group: Figures, Severity: Warning,
		Meaning: "Un numero scritto a mano è più sicuro di quello dei dati: manca «fino a», «circa» o «almeno».",
		Reason: "Se la fonte dice «fino a 12», dodici è il massimo e non il conto: senza quelle parole il testo promette più di quanto si sa. " +
			"Vetro tace se la frase dice in un altro modo che il numero è incerto, per esempio con «può» o «potranno».",
		Wrong: "Il progetto coinvolge 12 coordinatori.",
		Right: "Il progetto coinvolge fino a 12 coordinatori.",
	},
}
