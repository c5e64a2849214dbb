// SPDX-License-Identifier: EUPL-1.2

package privacy

var (
	// conditions are the words themselves; those of two words are in condition.
	conditions = set(`invalidità invalidita invalido invalida invalidi invalide disabilità disabilita disabile disabili handicap gravidanza
		incinta incinte maternità maternita paternità paternita allattamento caregiver malattia malattie malato malata malati malate
		patologia patologie fragile fragili fragilità fragilita tumore oncologico oncologica oncologici depressione indigenza puerperio
		ammalato ammalata ammalati autosufficiente autosufficienti chemioterapia radioterapia terapia terapie dialisi trapianto trapiantato
		trapiantata ricovero ricoverato ricoverata diagnosi sclerosi diabete diabetico diabetica epilessia epilettico epilettica cancro
		leucemia infarto ictus autismo autistico autistica dislessia dislessico dislessica hiv epatite depresso depressa esaurimento burnout
		psichiatra psichiatrico psichiatrica psicoterapia infortunio infortunato infortunata convalescenza convalescente degenza partorito
		partorirà parto aborto sordo sorda cieco cieca ipovedente vedente carrozzina alcolismo tossicodipendenza lutto vedovo vedova
		divorziato divorziata immunodepresso immunodepressa immunosoppresso immunosoppressa emodialisi fibromialgia
		endometriosi parkinson alzheimer cardiopatia schizofrenia bipolare obesità obeso obesa anoressia bulimia stampelle inidonea inidoneo inidoneità sfratto cardiopatico cardiopatica asma asmatico asmatica celiaca celiaco
		emicrania cefalea ernia lombalgia sciatica frattura fratturato fratturata ansia anemia artrite artrosi osteoporosi mastectomia insonnia
		ischemia tiroide fibrillazione allatta allattano allattando dializzato dializzata ingessato ingessata infartuato infartuata
		paraplegico paraplegica tetraplegico tetraplegica amputato amputata balbuziente sordomuto sordomuta udente claustrofobia claustrofobico
		claustrofobica agorafobia psicofarmaci antidepressivi insulina pacemaker crohn colite psoriasi glaucoma cataratta quarantena
		fisioterapia riabilitazione allergico allergica bulimica anoressica anoressico`)

	// ailing are words for what is wrong with a part of the body, which follows.
	ailing = set(`problemi problema dolori dolore mal male tutore gesso lesione operazione intervento protesi trauma`)

	bodyParts = set(`schiena gamba gambe braccio braccia ginocchio ginocchia spalla spalle mano mani polso piede piedi caviglia anca collo testa
		cuore stomaco fegato reni rene polmoni occhi occhio vista udito seno femore menisco bacino cervicale`)

	// being are verbs that say of somebody what comes behind them.
	being = set(`è era ha aveva soffre soffriva sta resta rientra torna va viene risulta diventa aspetta`)

	// relatives are those somebody may have to care for.
	relatives = set(`padre madre papà mamma genitore genitori figlio figlia figli figlie marito moglie coniuge compagno compagna fratello
		sorella nonno nonna suocero suocera zio zia nipote familiare familiari parente parenti bambino bambina`)

	// caring are verbs of care, when a relative follows.
	caring = set(`assiste assistere accudisce accudire cura curare aiuta accompagna segue seguire`)

	// ruling are words of rules, which are said of everybody.
	ruling = set(`può puo possono deve devono diritto spetta spettano prevede prevedono riconosce tutela garantisce priorità precedenza chi
		quando qualora caso ogni qualsiasi qualunque eventuale eventuali potrà potranno chiede chiedere richiesta domanda se ciascun`)

	// linking words may stand between a person and what is said of them.
	linking = set(`in con per che è e era ha hanno sono sia gode godono fruisce fruiscono usufruisce usufruiscono beneficia beneficiano
		beneficiario beneficiaria beneficiari titolare titolari portatore portatrice portatori affetto affetta affetti riconosciuto riconosciuta
		riconosciuti dichiarato dichiarata dichiarati assente assenti rientra rientrano rientrato rientrata stato condizione condizioni
		situazione attualmente ora già oggi anche permessi permesso congedo aspettativa ai sensi art articolo comma legge l n grave gravi
		gravissima tutelata tutelato cui una un della dalla dal di da del dei al alla tutela causa motivi motivo diritto figlio figlia
		genitore familiare coniuge figli sociale sociali amministrativo amministrativa amministrativi amministrative tecnico tecnica tecnici
		comunale comunali educativo educativa a lo cd`)

	// owning words open a complement that says of what office a person is.
	owning = set(`del della dello dell dei degli delle di d al alla all nel nella nell presso`)

	// served are the people and things that a service is for, and what those who
	// work there do: what is said then is said of the service.
	served = set(`bambini bambino bambine alunni alunno studenti ragazzi minori persone persona utenti utente cittadini cittadino anziani
		anziano famiglie famiglia pratiche pratica domande domanda servizi servizio assegni assegno contributi contributo pensioni
		commissione progetto progetti area ambito settore sportello sostegno assistenza integrazione inclusione segue seguono gestisce
		gestiscono cura curano coordina coordinano assiste assistono istruisce istruiscono valuta valutano aiuta aiutano lavora lavorano
		occupa occupano accoglie accolgono risponde rispondono esamina esaminano corso formazione esperto esperta esperti referente referenti delegata delegato delegati
		addetto addetta addetti responsabile responsabili non ogni tutti eventuale`)

	// alone are articles and their like: right before a condition they make it
	// the matter of a service ("un educatore per la disabilità").
	alone = set(`la le lo i gli il alla alle della delle dello dei degli sulla sulle nella nelle all dell`)

	// staff are those who may be told apart when a number or a name is beside them.
	staff = set(`dipendente dipendenti lavoratore lavoratrice lavoratori lavoratrici impiegato impiegata impiegati impiegate funzionario
		funzionaria funzionari funzionarie insegnante insegnanti educatore educatrice educatori educatrici assistente assistenti collega
		colleghi colleghe operatore operatrice operatori operatrici coordinatore coordinatrice coordinatori coordinatrici istruttore istruttrice
		istruttori istruttrici operaio operaia operai operaie agente agenti dirigente dirigenti maestra maestro maestre maestri madre madri
		mamma mamme autista autisti custode custodi bibliotecario bibliotecaria tirocinante tirocinanti`)

	numerals = set(`un uno una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
		diciotto diciannove venti`)
	qualified = set(`sola solo altra altro altri altre nuova nuovo nostra nostro ex soli sole`)

	titles = set(`sig signor signora dott dottor dottoressa prof professor professoressa ing arch geom avv rag`)

	// dedicated come before the name of somebody that a place is named after.
	dedicated = set(`via viale piazza piazzale corso largo vicolo scuola istituto nido asilo fondazione centro biblioteca palazzo teatro sala
		plesso ospedale casa associazione cooperativa liceo premio aula parco giardino san santa legge infanzia primaria media museo villa
		giunta dell della`)
)
