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
//	vetro init [--demo] CARTELLA
//
//	  Scrive in CARTELLA un progetto da cui cominciare: i file di dati con ogni chiave
//	  spiegata, pronti da riempire. Con --demo scrive invece il piano, tutto inventato,
//	  del «Comune di Esempio», per vedere un sito completo e provare a cambiarlo.
//
//	  La cartella deve essere nuova o vuota: quello che c'è già non si tocca.
//
//	      --demo  scrive il piano inventato del «Comune di Esempio»
//
//	  Esempi:
//	    vetro init lavoro-agile
//	    vetro init --demo prova
//
//	vetro check [--base-url INDIRIZZO] [--json]
//
//	  Controlla i dati, le pagine e il sito che ne verrebbe, come build, ma non scrive
//	  niente. Elenca per intero anche le cose da completare prima di pubblicare.
//
//	      --base-url INDIRIZZO  il sito starà a INDIRIZZO (se non c'è: quello di data/ente.toml)
//	      --json                stampa errori, avvisi e cose da completare in JSON, uno per riga
//
//	  Esempi:
//	    vetro check
//	    vetro check --json
//
//	vetro build [-o CARTELLA] [--base-url INDIRIZZO] [--json]
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
//	      --base-url INDIRIZZO  il sito starà a INDIRIZZO (se non c'è: quello di data/ente.toml)
//	      --json                stampa errori, avvisi e cose da completare in JSON, uno per riga
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
//	vetro help [TEMA o COMANDO]
//
//	  Senza altro elenca comandi e temi. Con un tema stampa quella parte del manuale,
//	  con un comando dice come si usa.
//
//	  Esempi:
//	    vetro help dati
//	    vetro help build
//
//	vetro serve [--port N] [--open] [--host INDIRIZZO]
//
//	  Mostra il sito nel browser come sarà pubblicato, con in cima la fascia
//	  «Anteprima: non è il sito pubblicato». Quando salvi un file di data/ o di content/
//	  la pagina si aggiorna da sola. Se c'è un errore resta l'ultima pagina riuscita, con
//	  l'errore sopra; sparisce quando lo correggi. Non scrive niente in public/.
//
//	  L'anteprima si vede solo da questo computer. Per mostrarla ad altri nella stessa
//	  rete indica con --host l'indirizzo su cui rispondere. Per chiuderla premi Ctrl-C.
//
//	      --port N          risponde sulla porta N; se è occupata, sulla prima libera dopo
//	      --open            apre l'anteprima nel browser
//	      --host INDIRIZZO  risponde a INDIRIZZO: quello di questo computer nella rete, o 0.0.0.0 per tutti
//
//	  Esempi:
//	    vetro serve --open
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
//	  1  nei dati o nelle pagine c'è almeno un errore: non è stato scritto niente
//	  2  il comando è scritto male
//	  3  l'ambiente: disco, permessi, una cartella che non è di vetro, nessun progetto
//
//	DOVE FINISCE QUELLO CHE VETRO DICE
//
//	  Le segnalazioni e le altre righe per le persone vanno sull'uscita degli errori;
//	  sull'uscita normale va solo ciò che un altro programma può leggere. Con --json
//	  ogni segnalazione è un oggetto su una riga: file, line, column, severity
//	  (error, warning, incomplete), code, message, hint.
//	  I colori si spengono con la variabile NO_COLOR; non ci sono mai in un file.
//
//	CARTELLE
//
//	  Mentre scrive public/, vetro tiene accanto una cartella .public.vetro/. Se una
//	  scrittura si interrompe a metà resta lì: il comando build seguente rimette a
//	  posto il sito di prima, se serve, e la cancella.
//	  I grafici già disegnati stanno nella cartella delle cose temporanee
//	  dell'utente, in vetro/grafici: si può cancellare, e il sito viene uguale.
//
//	CON UN DOPPIO CLIC (WINDOWS)
//
//	  Messo nella cartella del progetto e aperto con un doppio clic, vetro controlla
//	  i dati, costruisce il sito, lo apre nel browser e aspetta Invio.
package main
