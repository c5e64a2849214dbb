// SPDX-License-Identifier: EUPL-1.2

// Vetro trasforma il Piano per il lavoro agile di un Comune, tenuto in file TOML
// e Markdown, in un sito statico che chiunque può leggere: pagine, grafici che
// non hanno bisogno di script, cifre che portano alla loro fonte.
//
// Per vederlo all'opera:
//
//	vetro init --demo prova
//	vetro -C prova build
//
// e poi si apre prova/public/index.html. I file di dati, le pagine, le cifre e i
// codici delle segnalazioni sono spiegati da vetro help dati, contenuti, cifre,
// codici. I comandi, come li spiega vetro help comandi, sono questi.
//
//	COMANDI
//
//	vetro [-C CARTELLA] COMANDO [OPZIONI]
//
//	Le opzioni possono stare ovunque, anche prima del comando. Valgono per tutti:
//	  -C, --directory CARTELLA  lavora nel progetto che sta in CARTELLA, invece che in quella in cui sei
//	  -h, --help                mostra come si usa il comando
//
//	vetro init [--demo | --size N] CARTELLA | --schemas [CARTELLA]
//
//	  Scrive in CARTELLA un progetto da cui cominciare: i file di dati con ogni chiave
//	  spiegata, pronti da riempire. Con --demo scrive invece il piano, tutto inventato,
//	  del «Comune di Esempio», per vedere un sito completo e provare a cambiarlo.
//
//	  Con --size N il piano inventato ha N progetti, tutti simili: serve a misurare quanto
//	  ci mette un piano lungo.
//
//	  La cartella deve essere nuova o vuota: quello che c'è già non si tocca.
//
//	  Con --schemas aggiorna invece, in un progetto che c'è già, i file di data/schemi:
//	  con quelli un editor che conosce TOML completa le chiavi e segna gli errori mentre
//	  si scrive. Serve dopo essere passati a una nuova versione di vetro.
//
//	      --demo     scrive il piano inventato del «Comune di Esempio»
//	      --schemas  aggiorna data/schemi in un progetto che c'è già
//	      --size N   scrive un piano inventato di N progetti, per misurare i tempi
//
//	  Esempi:
//	    vetro init lavoro-agile
//	    vetro init --demo prova
//	    vetro init --schemas
//
//	vetro check [--only NOMI] [--except NOMI] [--all] [--strict] [--previous CARTELLA] [--oggi DATA] [--completeness] [--explain CODICE] [--drafts] [--base-url INDIRIZZO] [--json]
//
//	  Legge tutto prima che vada in rete: i dati, le pagine, il sito che ne verrebbe, e
//	  che cosa ne dicono le norme, la riservatezza delle persone e l'italiano. Non
//	  scrive niente. Elenca tutto in una volta, poi lo conta per gruppo e dice se il
//	  sito è pronto per la pubblicazione.
//
//	  Un errore ferma il sito. Con un avviso il sito si fa, ma qualcosa va guardato.
//	  Una cosa da completare manca: il sito si fa e si guarda, ma non si pubblica.
//	  Esce con 1 se c'è un errore; con --strict anche per avvisi e cose da completare.
//
//	  --only ed --except scelgono che cosa elencare, per gruppo o per codice, con le
//	  virgole tra un nome e l'altro: il verdetto parla della parte scelta, e quello che
//	  resta fuori viene contato. Un errore fa uscire con 1 anche se resta fuori. Le
//	  regole che sbagliano spesso sono spente: si accendono con --all, o una per una
//	  con --only e il loro codice.
//
//	  Vetro non guarda il calendario, perché gli stessi dati devono dare sempre lo stesso
//	  sito. Con --oggi gli dici che giorno è, per esempio --oggi 2026-11-30: una data che
//	  deve ancora venire non passa.
//
//	  Gli avvisi che hai già guardato e che vanno bene così si elencano, con il perché, in
//	  data/accettati.toml: non tornano più, ma vengono contati.
//
//	  Con --completeness dice invece, settore per settore e progetto per progetto, che
//	  cosa le norme e il piano chiedono, che cosa c'è e chi può scrivere quello che
//	  manca. Con --explain spiega un codice: perché c'è, da dove viene, un esempio.
//
//	      --only NOMI           elenca solo questi NOMI: gruppi (scrittura, dati, pagine, completezza, trasparenza, privacy, cifre, lingua, sito) o codici
//	      --except NOMI         elenca tutto tranne questi NOMI
//	      --all                 accende anche le regole spente, quelle che sbagliano spesso
//	      --strict              esce con 1 anche per gli avvisi e le cose da completare che elenca
//	      --previous CARTELLA   confronta gli indirizzi con il sito già pubblicato che è in CARTELLA (se non c'è: public)
//	      --oggi DATA           il giorno di oggi, come DATA anno-mese-giorno: trova le date che devono ancora venire
//	      --completeness        dice che cosa manca al piano, e chi può scriverlo
//	      --explain CODICE      spiega un CODICE
//	      --drafts              mette nel sito anche le edizioni in bozza, con una fascia che lo dice: serve a guardarle, non a pubblicarle
//	      --base-url INDIRIZZO  il sito starà a INDIRIZZO (se non c'è: quello di data/ente.toml)
//	      --json                stampa errori, avvisi e cose da completare in JSON, uno per riga
//
//	  Esempi:
//	    vetro check
//	    vetro check --only privacy,lingua
//	    vetro check --strict --except completezza
//	    vetro check --completeness
//	    vetro check --explain broken-link
//
//	vetro build [-o CARTELLA] [--drafts] [--base-url INDIRIZZO] [--json] [--timings] [--cpuprofile FILE]
//
//	  Legge data/ e content/, controlla tutto e scrive il sito in public/.
//
//	  Se nei dati c'è anche un solo errore non scrive niente, e il sito di prima resta
//	  com'era. Il sito nuovo prende il posto del vecchio in un colpo solo: chi lo sta
//	  guardando vede l'uno o l'altro, mai una via di mezzo. I file che nella cartella
//	  non ha messo vetro (.htaccess, .well-known/…) restano al loro posto; una cartella
//	  con dentro solo file di altri viene rifiutata. Se una scrittura si interrompe a
//	  metà, il comando seguente rimette a posto il sito di prima.
//
//	  -o, --output CARTELLA     scrive il sito in CARTELLA (se non c'è: public)
//	      --drafts              mette nel sito anche le edizioni in bozza, con una fascia che lo dice: serve a guardarle, non a pubblicarle
//	      --base-url INDIRIZZO  il sito starà a INDIRIZZO (se non c'è: quello di data/ente.toml)
//	      --json                stampa errori, avvisi e cose da completare in JSON, uno per riga
//	      --timings             dice quanto tempo ha preso ogni parte del lavoro
//	      --cpuprofile FILE     scrive in FILE dove il programma ha passato il tempo, per go tool pprof
//
//	  Esempi:
//	    vetro build
//	    vetro build -o D:\sito
//	    vetro build --base-url https://www.comune.example/lavoro-agile/
//
//	vetro completion bash|zsh|fish|powershell
//
//	  Stampa lo script con cui la shell completa comandi e opzioni quando si preme il
//	  tasto Tab. Va caricato all'avvio della shell.
//
//	  Esempi:
//	    source <(vetro completion bash)
//	    vetro completion zsh > "${fpath[1]}/_vetro"
//	    vetro completion fish > ~/.config/fish/completions/vetro.fish
//	    vetro completion powershell | Out-String | Invoke-Expression
//
//	vetro diff [EDIZIONE] [EDIZIONE] [--json]
//
//	  Confronta due edizioni del piano e dice, settore per settore, che cosa cambia:
//	  progetti nuovi, conclusi, rinominati, passati a un altro settore, settori uniti,
//	  cifre, obiettivi, risultati. Una frase per ogni differenza, e in fondo il conto.
//
//	  Senza edizioni confronta le ultime due. Con una sola confronta quella con la più
//	  recente, o la più recente con quella prima. Anche una bozza si può confrontare.
//	  Ciò che ha cambiato id si riconosce dalle tabelle [[rinomina]] e da nasce_da.
//
//	  Esce con 0 se le edizioni non differiscono, con 4 se differiscono. Con --json
//	  ogni differenza è un oggetto su una riga: kind, scope (plan, department,
//	  project), id, old_id, title, department, field, before e after (text, number,
//	  precision, items), computed (segue dalle altre differenze), sentence.
//
//	      --json  stampa le differenze in JSON, una per riga
//
//	  Esempi:
//	    vetro diff
//	    vetro diff 2022 2023
//	    vetro diff 2022 --json
//
//	vetro help [TEMA o COMANDO]
//
//	  Senza altro elenca comandi e temi. Con un tema stampa quella parte del manuale,
//	  con un comando dice come si usa.
//
//	  Esempi:
//	    vetro help dati
//	    vetro help build
//
//	vetro serve [--drafts] [--open] [--port N] [--host INDIRIZZO]
//
//	  Mostra il sito nel browser come sarà pubblicato, con in cima la fascia
//	  «Anteprima: non è il sito pubblicato». Quando salvi un file di data/ o di content/
//	  la pagina si aggiorna da sola. Se c'è un errore resta l'ultima pagina riuscita, con
//	  l'errore sopra; sparisce quando lo correggi. Non scrive niente in public/.
//
//	  Una pagina che c'è solo nell'anteprima dice che cosa manca al piano e chi può
//	  scriverlo: il suo indirizzo è nella fascia.
//
//	  L'anteprima si vede solo da questo computer. Per mostrarla ad altri nella stessa
//	  rete indica con --host l'indirizzo su cui rispondere. Per chiuderla premi Ctrl-C.
//
//	      --drafts          mette nel sito anche le edizioni in bozza, con una fascia che lo dice: serve a guardarle, non a pubblicarle
//	      --port N          risponde sulla porta N; se è occupata, sulla prima libera dopo
//	      --open            apre l'anteprima nel browser
//	      --host INDIRIZZO  risponde a INDIRIZZO: quello di questo computer nella rete, o 0.0.0.0 per tutti
//
//	  Esempi:
//	    vetro serve --open
//	    vetro serve --drafts --open
//	    vetro serve --port 9000
//
//	vetro version
//
//	  Dice la versione del programma e con che cosa è stato costruito: è la prima cosa
//	  da scrivere quando si segnala un difetto.
//
//	CODICI D'USCITA
//
//	  0  tutto bene
//	  1  nei dati o nelle pagine c'è almeno un errore: non è stato scritto niente;
//	     con check --strict, anche se c'è un avviso o una cosa da completare
//	  2  il comando è scritto male
//	  3  l'ambiente: disco, permessi, una cartella che non è di vetro, nessun progetto
//	  4  diff ha trovato differenze
//
//	DOVE FINISCE QUELLO CHE VETRO DICE
//
//	  Le segnalazioni e le altre righe per le persone vanno sull'uscita degli errori;
//	  sull'uscita normale va solo ciò che un altro programma può leggere. Con --json
//	  ogni segnalazione è un oggetto su una riga: file, line, column, severity
//	  (error, warning, incomplete), code, message, hint, group (il gruppo, con il
//	  nome che vuole --only). Il rapporto di check --completeness è un oggetto solo.
//	  I dati delle persone che check trova (codici fiscali, IBAN…) sono coperti anche
//	  nella segnalazione e nella riga che mostra.
//	  I colori si spengono con la variabile NO_COLOR; non ci sono mai in un file.
//
//	CARTELLE
//
//	  Mentre scrive public/, vetro tiene accanto una cartella .public.vetro/. Se una
//	  scrittura si interrompe a metà resta lì: il comando build seguente rimette a
//	  posto il sito di prima, se serve, e la cancella.
//	  I grafici già disegnati e le pagine già provate stanno nella cartella delle
//	  cose temporanee dell'utente, in vetro/: si può cancellare, e il sito viene
//	  uguale. Vetro la tiene in ordine da sé: non oltre 64 MB per i grafici e 64 per
//	  il resto, nessun file oltre 16 MB, niente che non serva da 90 giorni.
//
//	CON UN DOPPIO CLIC (WINDOWS)
//
//	  Messo nella cartella del progetto e aperto con un doppio clic, vetro controlla
//	  i dati, costruisce il sito, lo apre nel browser e aspetta Invio. Se il piano è
//	  una bozza apre l'anteprima, che si aggiorna a ogni salvataggio.
package main
