// SPDX-License-Identifier: EUPL-1.2

package plan

var acceptedKeys = TableKeys{Title: "gli avvisi che qualcuno ha già guardato", Keys: []Key{
	{Name: "accettato", Kind: KindTables, Meaning: "[[accettato]], un blocco per ogni avviso", Table: &acceptedOneKeys, Hidden: true},
}}

var acceptedOneKeys = TableKeys{Name: "accettato", Title: "un avviso accettato, con il suo perché", Keys: []Key{
	{Name: "codice", Kind: KindLine, Required: true, Meaning: "il codice dell’avviso, quello tra parentesi quadre in fondo al messaggio", Example: `"unexpected-file"`, Hidden: true},
	{Name: "dove", Kind: KindLine, Required: true, Meaning: "il file dell’avviso, o il file con due punti e la riga", Example: `"data/appunti.txt"`, Hidden: true},
	{Name: "perche", Kind: KindLine, Required: true, Meaning: "perché va bene così", Example: `"Sono gli appunti dell’ufficio: vetro non li legge."`, Hidden: true},
}}
