// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"go/token"

	"vetro/cmd/internal/passage"
	"vetro/cmd/internal/tomldoc"
)

// A Publication is everything read from data/: who publishes, the documents
// the figures come from, the glossary and the editions of the plan.
//
// Load never returns a nil Municipality. When it reported no error, every
// Edition, Department, Project, StaffProfile and Indicator has a Source.
type Publication struct {
	Municipality *Municipality
	Sources      []*Source         // in file order
	Glossary     []*Term           // in Italian alphabetical order
	Editions     []*Edition        // newest first, by id
	Accepted     []*Accepted       // warnings that somebody lets stand
	Passages     []passage.Passage // every text of data/ that the site shows, in file order

	doubtful map[string]bool // see Doubtful

	places map[string]tomldoc.Places // see At
}

// A Municipality is the ente that publishes (data/ente.toml). Fields left
// empty are not configured: the site leaves them out, check lists them.
type Municipality struct {
	Name      string // nome
	Region    string // regione
	Tagline   string // motto
	Confirmed bool   // confermato: the ente itself has confirmed these data
	Fictional bool   // fittizio: an invented example, labelled on every page
	Note      string // nota: how the name is known
	IPACode   string // codice_ipa
	ISTATCode string // codice_istat, six digits
	Belfiore  string // codice_belfiore
	TaxCode   string // codice_fiscale
	BaseURL   string // indirizzo: absolute address of the published site, ends in "/"
	Emblem    string // stemma: path under content/immagini/
	Contacts  Contacts
	Links     Links
	Placement []string // collocazione: labels of Amministrazione Trasparente, outermost first; DefaultPlacement when not configured
	Office    string   // ufficio_responsabile

	// AnonymityThreshold is the least number of people that may be published as
	// a number (soglia_anonimato, 3 when not configured): see Quantity.
	AnonymityThreshold int
}

// Contacts is the table [contatti]: public office contacts only.
type Contacts struct {
	Address string // indirizzo
	Phone   string // telefono: the switchboard
	Email   string // email
	PEC     string // pec: certified e-mail
}

// Links is the table [collegamenti]: pages of the municipality's own site.
type Links struct {
	Site          string // sito
	Transparency  string // amministrazione_trasparente
	Privacy       string // privacy
	LegalNotes    string // note_legali
	Accessibility string // accessibilita: https://form.agid.gov.it/…
	CivicAccess   string // accesso_civico
	FAQ           string // domande_frequenti
	Booking       string // prenotazione
	ReportIssue   string // disservizio
	PersonalArea  string // area_personale
	Feedback      string // valutazione
	Corrections   string // correzioni: where to report an error in these pages
	MediaPolicy   string // media_policy
	Performance   string // piano_performance: the section with the approved plan or PIAO
	GeneralActs   string // atti_generali: the section with the act
}

// A Source is a document that figures come from (data/fonti.toml).
type Source struct {
	ID        string
	Title     string       // titolo
	Kind      string       // tipo, for example "articolo di stampa"
	Publisher string       // editore
	Date      tomldoc.Date // data
	DateText  string       // data_testo: as the source has it, when the day is not known
	URL       string       // collegamento
	Note      string       // nota
}

// A Term is an entry of the glossary (data/glossario.toml).
type Term struct {
	ID         string
	Term       string   // termine
	Expansion  string   // per_esteso: what the letters of an acronym stand for
	Definition string   // definizione, for everyone
	Forms      []string // forme: other spellings that mean the same
}

// State says whether an edition has been approved.
type State int

const (
	Draft    State = iota + 1 // bozza
	Approved                  // approvato
)

// An Edition is one approved (or draft) plan: data/piani/<id>/.
//
// What is computed from it: AllProjects, Account (the count of the plan, settore
// by settore), Figures (every named number), ProgressCounts. A Department and a
// Project tell their Staffing, an Indicator its TowardTarget and Met.
type Edition struct {
	ID             string       // folder name, for example "2022"
	Title          string       // titolo
	Summary        string       // sintesi
	State          State        // stato
	Expected       string       // approvazione_prevista, of a draft: "2027", "2027-01" or "2027-01-31"
	ProjectsInPlan Quantity     // progetti_nel_piano
	Employees      Quantity     // dipendenti: the total as the source puts it, unless EmployeesHidden
	Workforce      Quantity     // dotazione: all who work for the ente
	Source         *Source      // fonte, inherited by all that follows
	Updated        tomldoc.Date // aggiornato
	Published      tomldoc.Date // pubblicato; zero until first published
	Note           string       // nota

	// EmployeesHidden is true when the total of the source would give away a
	// small group: Employees then says only what the published groups say.
	EmployeesHidden bool
	EmployeesSummed bool // the source has no total: Employees is the sum of the projects, all of them described

	InForceUntil tomldoc.Date // in_vigore_fino: last day of its effects, zero while it has them or nobody said
	Frequency    Frequency    // frequenza: how often the data are brought up to date
	Act          Act
	Corrections  []*Correction // [[rettifica]], newest first
	Renames      []*Rename     // [[rinomina]], in file order
	Attachments  []*Attachment // [[allegato]], in file order
	Transversal  []*Project    // [[progetto]] of piano.toml: belong to no settore
	Departments  []*Department // by ordine, then in Italian alphabetical order of name, numbers as numbers
	Complete     bool          // settori_completi: there are no other settori, and none counts a transversal project
}

// ActKind is the kind of act that approves an edition.
type ActKind int

const (
	ActToVerify       ActKind = iota + 1 // da verificare
	ActDeliberazione                     // deliberazione: of the Giunta or the Consiglio
	ActDeterminazione                    // determinazione: of a manager
)

// An Act is what approves an edition (table [atto]).
type Act struct {
	Kind      ActKind
	Body      string       // organo
	Number    string       // numero
	Date      tomldoc.Date // data, only when the year is known
	DateText  string       // data_testo: as the source has it
	URL       string       // collegamento
	Note      string       // nota
	File      string       // file: the act itself, in content/<edizione>/allegati/
	Confirmed bool         // confermato
}

// Firm reports whether the act is certain: confirmed, and of a kind that can
// approve a plan. What kind an act is belongs to what is confirmed of it, so
// "da verificare" is never firm.
func (a Act) Firm() bool {
	return a.Confirmed && (a.Kind == ActDeliberazione || a.Kind == ActDeterminazione)
}

// A Department is a settore: one file, whose name is its id, approved by its
// dirigente.
type Department struct {
	ID         string
	Name       string   // nome
	NameSource bool     // nome_fonte: false when the name is a description of ours (default true)
	Workforce  Quantity // dotazione: all who work there, in the plan or not
	Order      int      // ordine: its place among the settori, 0 for none
	Projects   Quantity // progetti_nel_piano: how many the plan counts here
	Featured   bool     // in_evidenza: the home page presents it among the first
	Offices    []string // uffici
	Activities []string // attivita of projects that are not described one by one
	Staff      []*StaffProfile
	Note       string // nota
	Source     *Source
	Described  []*Project
	From       []string // nasce_da: ids of the settori of the edition before that became this one
	Whole      bool     // all projects of the plan are described, so all of its
	Sharing    bool     // it shares projects with other settori
}

// A Project is one described project.
type Project struct {
	ID           string
	Title        string   // titolo
	Summary      string   // sintesi
	With         []string // insieme_a: ids of the other settori that share it
	Service      string   // servizio
	Activities   []string // attivita
	Goals        []string // obiettivi
	DaysPerMonth Quantity // giornate_al_mese
	Responsible  string   // responsabile: a role, never a name
	Cost         Quantity // costo, in euro
	Funding      Quantity // finanziamento, in euro
	FundedBy     string   // fonte_finanziamento
	Links        []ProjectLink
	Conditions   Conditions
	Contribution string // contributo: to organisational performance (DM 132/2022)
	Staff        []*StaffProfile
	Indicators   []*Indicator
	NoIndicators string // senza_indicatori: why there are none and there will be none
	Start, End   string // inizio, fine: "2022", "2022-03", "2022-03-15" or words
	Progress     Progress
	Featured     bool   // in_evidenza: the home page presents it among the first
	Note         string // nota
	Source       *Source
	Department   *Department // nil for a transversal project
	Pos          token.Position
}

// A ProjectLink is a page that speaks of a project ([[collegamenti]]).
type ProjectLink struct {
	Title string // titolo
	URL   string // collegamento
}

// Conditions are the enabling conditions DM 132/2022 asks for ([condizioni]).
type Conditions struct {
	Organisational []string // organizzative
	Technological  []string // tecnologiche
	Training       []string // formative
	Safety         []string // sicurezza
}

// A StaffProfile is a group of employees ([[personale]]).
type StaffProfile struct {
	Profile   string   // profilo
	Employees Quantity // dipendenti
	Women     Quantity // donne
	Men       Quantity // uomini
	FullTime  Quantity // equivalenti: full-time equivalents
	SameAs    string   // stesse_persone: id of the project in which the same people are counted
	Source    *Source
}

// Progress is how far a project has come (avanzamento).
type Progress int

const (
	ProgressUnknown Progress = iota
	NotStarted               // da avviare
	Ongoing                  // in corso
	Completed                // concluso
	Suspended                // sospeso
)

// Operator compares an indicator's result with its target (operatore).
type Operator int

const (
	OperatorUnknown Operator = iota
	OperatorEqual            // uguale
	OperatorAtMost           // al massimo
	OperatorAtLeast          // almeno
	OperatorBy               // entro: of a day
)

// An Indicator measures a project; fields follow AttivitaAccordo of
// italia/LavoroAgile ([[indicatori]]).
type Indicator struct {
	Name      string   // nome
	Dimension string   // dimensione
	Unit      string   // unita
	Operator  Operator // operatore
	Baseline  *YearValue
	Targets   []YearValue // obiettivi = [{ anno, valore }], in order of time
	Results   []YearValue // risultati = [{ anno, valore }], in order of time
	Source    *Source

	NoBaseline string // senza_base: why there is no baseline and there will be none
}

// Frequency is how often the data of an edition are brought up to date: a
// word of the EU vocabulary "frequency" that DCAT-AP_IT asks for.
type Frequency int

const (
	FrequencyUnknown Frequency = iota
	Annual                     // annuale
	Biannual                   // semestrale
	Quarterly                  // trimestrale
	Irregular                  // irregolare
)

// A Correction is a change made to an edition after its publication
// ([[rettifica]]).
type Correction struct {
	Date    tomldoc.Date // data
	What    string       // cosa
	Why     string       // perche
	Project string       // progetto: id of the project it concerns, "" for the whole edition
}

// RenameKind is what a Rename is about.
type RenameKind int

const (
	RenamedProject    RenameKind = iota + 1 // progetto
	RenamedDepartment                       // settore
	RenamedPage                             // pagina
)

// A Rename keeps the address of something whose id changed ([[rinomina]]).
// From was the id in this edition or, for the comparison of editions, in the
// one before.
type Rename struct {
	Kind RenameKind // tipo
	From string     // da
	To   string     // a
}

// An Attachment is a document published with an edition ([[allegato]]).
type Attachment struct {
	File        string // file: its name in content/<edizione>/allegati/
	Title       string // titolo
	Description string // descrizione
	Project     string // progetto: id of the project it belongs to, "" for none
	Alternative string // alternativa: address of a page that says the same accessibly
}
