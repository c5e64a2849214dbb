// SPDX-License-Identifier: EUPL-1.2

package dataset

// The tables of an edition and their columns, in the order in which tables.go
// fills the rows.

// inDepartment and inProject say where a row belongs.
func inDepartment() []Column {
	return columns(
		refers("settori.id", computed("settore", Identifier, "Il settore a cui appartiene la riga; vuoto se non appartiene a un solo settore")),
		from("settore_nome", "settore/nome"),
	)
}

func inProject() []Column {
	return columns(
		refers("progetti.id", computed("progetto", Identifier, "Il progetto a cui appartiene la riga; vuoto se riguarda il settore nel suo insieme")),
		computed("progetto_titolo", Text, "Il titolo del progetto"),
	)
}

func projectTable() Table {
	return Table{
		Name: "progetti", Title: "Progetti descritti", Primary: "id",
		Meaning: "Una riga per ogni progetto descritto. I progetti che il piano conta e la fonte non descrive non hanno una riga: stanno nella tabella conto",
		Columns: columns(
			required(from("id", "settore/progetto.id")),
			required(from("titolo", "settore/progetto.titolo")),
			inDepartment(),
			required(computed("trasversale", Boolean, "Vero se il progetto non appartiene a un solo settore")),
			from("sintesi", "settore/progetto.sintesi"),
			from("insieme_a", "settore/progetto.insieme_a"),
			from("servizio", "settore/progetto.servizio"),
			from("obiettivi", "settore/progetto.obiettivi"),
			quantity("giornate_al_mese", "settore/progetto.giornate_al_mese"),
			from("responsabile", "settore/progetto.responsabile"),
			quantity("costo", "settore/progetto.costo"),
			quantity("finanziamento", "settore/progetto.finanziamento"),
			from("fonte_finanziamento", "settore/progetto.fonte_finanziamento"),
			computed("collegamenti", List, "Le pagine che ne parlano: titolo e indirizzo"),
			quantities("dipendenti", "dipendenti", "I dipendenti che il progetto può coinvolgere, dalla tabella personale"),
			from("condizioni_organizzative", "settore/progetto.condizioni.organizzative"),
			from("condizioni_tecnologiche", "settore/progetto.condizioni.tecnologiche"),
			from("condizioni_formative", "settore/progetto.condizioni.formative"),
			from("condizioni_sicurezza", "settore/progetto.condizioni.sicurezza"),
			from("senza_indicatori", "settore/progetto.senza_indicatori"),
			from("contributo", "settore/progetto.contributo"),
			from("inizio", "settore/progetto.inizio"),
			from("fine", "settore/progetto.fine"),
			from("avanzamento", "settore/progetto.avanzamento"),
			from("nota", "settore/progetto.nota"),
			fromSource(),
			unsaid(),
		),
	}
}

func departmentTable() Table {
	return Table{
		Name: "settori", Title: "Settori", Primary: "id",
		Meaning: "Una riga per ogni settore elencato nelle pagine",
		Columns: columns(
			required(computed("id", Identifier, "Il nome nell’indirizzo della sua pagina")),
			required(from("nome", "settore/nome")),
			required(meaning("Vero se il nome è quello della fonte, falso se è una descrizione", from("nome_fonte", "settore/nome_fonte"))),
			quantity("progetti_nel_piano", "settore/progetti_nel_piano"),
			required(counted("progetti", computed("progetti_descritti", Integer, "I progetti del settore che hanno una riga nella tabella progetti"))),
			quantities("progetti_da_descrivere", "progetti", "I progetti del settore non ancora descritti"),
			quantities("dipendenti", "dipendenti", "I dipendenti che il lavoro agile può coinvolgere in tutto il settore"),
			quantity("dotazione", "settore/dotazione"),
			measured(quantities("quota", "per cento", "I dipendenti che il piano può coinvolgere, su cento del settore")),
			quantities("dipendenti_descritti", "dipendenti", "I dipendenti che i progetti descritti del settore possono coinvolgere, dalla tabella personale"),
			from("uffici", "settore/uffici"),
			from("nasce_da", "settore/nasce_da"),
			from("nota", "settore/nota"),
			fromSource(),
			unsaid(),
		),
	}
}

// Kinds of rows of the account.
const (
	rowDepartment  = "settore"
	rowRest        = "non contati per settore"
	rowOutside     = "fuori dai settori"
	rowTransversal = "trasversali"
	rowTotal       = "totale"
)

func accountTable() Table {
	return Table{
		Name: "conto", Title: "Il conto dei progetti", Primary: "riga",
		Meaning: "Una riga per ogni voce del conto: quanti progetti il piano conta, quanti sono descritti, quanti restano da descrivere",
		Columns: columns(
			required(computed("riga", Identifier, "Il nome della voce, che non cambia")),
			required(oneOf("tipo", "Di che cosa è il conto", rowDepartment, rowRest, rowOutside, rowTransversal, rowTotal)),
			refers("settori.id", computed("settore", Identifier, "Il settore, se la voce è un settore")),
			required(computed("voce", Text, "La voce, come si legge nelle pagine")),
			quantities("nel_piano", "progetti", "I progetti che il piano conta"),
			quantities("descritti", "progetti", "I progetti che hanno una riga nella tabella progetti"),
			quantities("da_descrivere", "progetti", "I progetti non ancora descritti"),
			fromSource(),
			unsaid(),
		),
	}
}

func staffTable() Table {
	return Table{
		Name: "personale", Title: "Personale", Primary: "cifra",
		Meaning: "Una riga per ogni gruppo di dipendenti di un progetto o di un settore",
		Columns: columns(
			required(refers("cifre.nome", computed("cifra", Identifier, "La riga della tabella cifre che dice lo stesso numero"))),
			inDepartment(),
			inProject(),
			required(from("profilo", "settore/progetto.personale.profilo")),
			quantity("dipendenti", "settore/progetto.personale.dipendenti"),
			quantity("donne", "settore/progetto.personale.donne"),
			quantity("uomini", "settore/progetto.personale.uomini"),
			quantity("equivalenti", "settore/progetto.personale.equivalenti"),
			refers("progetti.id", from("stesse_persone", "settore/progetto.personale.stesse_persone")),
			fromSource(),
			unsaid(),
		),
	}
}

func activityTable() Table {
	return Table{
		Name: "attivita", Title: "Attività", Primary: "id",
		Meaning: "Una riga per ogni attività di un progetto, o di un settore quando la fonte non dice di quale progetto è",
		Columns: columns(
			required(computed("id", Identifier, "Il nome della riga")),
			inDepartment(),
			inProject(),
			required(computed("posizione", Integer, "Il posto dell’attività nell’elenco del progetto o del settore, da 1")),
			required(inList(from("attivita", "settore/progetto.attivita"))),
			fromSource(),
		),
	}
}

// Kinds of values of an indicator.
const (
	valueBase   = "base"
	valueTarget = "obiettivo"
	valueResult = "risultato"
)

// How a result stands to the target of its own time.
const (
	outcomeMet    = "centrato"
	outcomeMissed = "non centrato"
)

func indicatorTable() Table {
	return Table{
		Name: "indicatori", Title: "Indicatori", Primary: "id",
		Meaning: "Una riga per ogni valore di un indicatore, anno per anno. Un indicatore senza valori ha una riga con tipo, anno e valore vuoti",
		Columns: columns(
			required(computed("id", Identifier, "Il nome della riga")),
			inDepartment(),
			required(inProject()),
			required(computed("posizione", Integer, "Il posto dell’indicatore nell’elenco del progetto, da 1")),
			required(from("indicatore", "settore/progetto.indicatori.nome")),
			from("dimensione", "settore/progetto.indicatori.dimensione"),
			from("unita", "settore/progetto.indicatori.unita"),
			from("operatore", "settore/progetto.indicatori.operatore"),
			meaning("Perché il valore di partenza non c’è e non ci sarà", from("senza_base", "settore/progetto.indicatori.senza_base")),
			oneOf("tipo", "Se il valore è quello di partenza, uno da raggiungere o uno misurato", valueBase, valueTarget, valueResult),
			computed("anno", Year, "L’anno del valore"),
			computed("periodo", Text, "La parte dell’anno, se il valore non è di tutto l’anno"),
			computed("valore", Decimal, "Il valore, nell’unità della colonna unita; di due numeri il più basso; vuoto se non è un numero"),
			computed("valore_massimo", Decimal, "Il numero più alto; vuoto se il valore non va da un numero a un altro"),
			computed("valore_testo", Text, "Il valore come si legge nelle pagine, con le cifre della fonte: anche sì, no o una data"),
			oneOf("esito", "Se un risultato centra l’obiettivo dello stesso anno o periodo; vuoto se non si può confrontare", outcomeMet, outcomeMissed),
			fromSource(),
			unsaid(),
		),
	}
}

func figureTable() Table {
	return Table{
		Name: "cifre", Title: "Cifre", Primary: "nome",
		Meaning: "Una riga per ogni cifra che le pagine possono citare, anche quando la fonte non la dà",
		Columns: columns(
			required(computed("nome", Identifier, "Il nome della cifra, che non cambia")),
			required(computed("significato", Text, "Che cosa conta")),
			required(computed("unita", Text, "Di che cosa è il numero")),
			measured(quantities("", "", "La cifra")),
			required(computed("calcolata", Boolean, "Vero se è una somma o una differenza fatta qui, falso se il numero è quello della fonte")),
			computed("fonti", List, "I documenti da cui viene"),
			computed("fonti_titoli", List, "I titoli dei documenti da cui viene"),
			unsaid(),
		),
	}
}
