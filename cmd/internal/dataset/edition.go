// SPDX-License-Identifier: EUPL-1.2

package dataset

import (
	"bytes"
	"strings"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/tomldoc"
)

// A Set is an edition to be published as data, and what all its files say of
// themselves.
type Set struct {
	Publication *plan.Publication
	Edition     *plan.Edition
	Base        string // absolute address of the site, ends in "/"; "" when it is not known
	Notice      string // the band of the pages that are not official, "" for those that are
}

// Official reports whether the data may speak in the name of the ente, and so
// have its codes and a licence: ente and act are confirmed, the plan approved,
// and none of it invented.
func (s Set) Official() bool {
	m := s.Publication.Municipality
	return m.Confirmed && !m.Fictional && s.approved() && s.Edition.Act.Firm()
}

func (s Set) approved() bool { return s.Edition.State == plan.Approved }

// The licence of official data (AgID, Linee guida open data 2023: CC BY 4.0).
const (
	licenceName    = "Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)"
	licenceAddress = "https://creativecommons.org/licenses/by/4.0/"
)

// Name is what the files of the whole edition are called: "piano-2022".
func (s Set) Name() string { return "piano-" + s.Edition.ID }

// Folder is where the files stand below the base address: "2022/dati/".
func (s Set) Folder() string { return s.Edition.ID + "/dati/" }

// identifier is the name of the data in catalogues, which never changes: the
// code of the ente and the edition. It is "" without a code.
func (s Set) identifier() string {
	if s.Publication.Municipality.IPACode == "" {
		return ""
	}
	return s.Publication.Municipality.IPACode + ":piano-lavoro-agile-" + s.Edition.ID
}

// Title names the edition: "Piano per il Lavoro Agile, edizione 2022".
func (s Set) Title() string { return s.Edition.Title + ", edizione " + s.Edition.ID }

// description says in words what the data are. Metadata are no place for
// markup, and the data have none.
func (s Set) description() string {
	d := "Il piano in tabelle: progetti descritti, conto dei progetti, settori, personale, attività, indicatori e cifre, con la fonte di ogni riga e ciò che la fonte non dice."
	if s.Edition.Summary == "" {
		return d
	}
	return strings.Join(strings.Fields(s.Edition.Summary), " ") + " " + d
}

// sources returns the documents that something of the edition comes from, in
// the order of fonti.toml.
func (s Set) sources() []*plan.Source {
	used := map[*plan.Source]bool{s.Edition.Source: true}
	for _, f := range s.Edition.Figures() {
		for _, source := range f.Sources {
			used[source] = true
		}
	}
	for _, d := range s.Edition.Departments {
		used[d.Source] = true
	}
	for _, p := range s.Edition.AllProjects() {
		used[p.Source] = true
		for _, i := range p.Indicators {
			used[i.Source] = true
		}
	}
	var all []*plan.Source
	for _, source := range s.Publication.Sources {
		if used[source] {
			all = append(all, source)
		}
	}
	return all
}

// The objects of the file of the whole edition. Pointers are null where the
// data have nothing.
type (
	wholeQuantity struct {
		Number    *float64 `json:"numero"`
		Highest   *float64 `json:"massimo"`
		Precision *string  `json:"precisione"`
		Text      *string  `json:"testo"`
	}
	wholeEdition struct {
		ID             string        `json:"id"`
		Title          string        `json:"titolo"`
		Summary        *string       `json:"sintesi"`
		State          string        `json:"stato"`
		Expected       *string       `json:"approvazione_prevista"`
		ProjectsInPlan wholeQuantity `json:"progetti_nel_piano"`
		Employees      wholeQuantity `json:"dipendenti"`
		Workforce      wholeQuantity `json:"dotazione"`
		Source         *string       `json:"fonte"`
		Published      *string       `json:"pubblicato"`
		Updated        *string       `json:"aggiornato"`
		InForceUntil   *string       `json:"in_vigore_fino"`
		Frequency      *string       `json:"frequenza"`
		Note           *string       `json:"nota"`
	}
	wholeEnte struct {
		Name      string  `json:"nome"`
		Confirmed bool    `json:"confermato"`
		Fictional bool    `json:"fittizio"`
		Note      *string `json:"nota"`
		IPACode   *string `json:"codice_ipa"`
		ISTATCode *string `json:"codice_istat"`
		Office    *string `json:"ufficio_responsabile"`
		Email     *string `json:"email"`
		PEC       *string `json:"pec"`
		Site      *string `json:"sito"`
	}
	wholeAct struct {
		Kind      *string `json:"tipo"`
		Body      *string `json:"organo"`
		Number    *string `json:"numero"`
		Date      *string `json:"data"`
		DateText  *string `json:"data_testo"`
		Link      *string `json:"collegamento"`
		File      *string `json:"file"`
		Note      *string `json:"nota"`
		Confirmed bool    `json:"confermato"`
	}
	wholeSource struct {
		ID        string  `json:"id"`
		Title     string  `json:"titolo"`
		Kind      *string `json:"tipo"`
		Publisher *string `json:"editore"`
		Date      *string `json:"data"`
		DateText  *string `json:"data_testo"`
		Link      *string `json:"collegamento"`
		Note      *string `json:"nota"`
	}
	wholeCorrection struct {
		Date    *string `json:"data"`
		What    string  `json:"cosa"`
		Why     string  `json:"perche"`
		Project *string `json:"progetto"`
	}
	wholeAttachment struct {
		File        string  `json:"file"`
		Title       string  `json:"titolo"`
		Description *string `json:"descrizione"`
		Project     *string `json:"progetto"`
		Alternative *string `json:"alternativa"`
	}
	wholeHead struct {
		Notice      *string           `json:"avvertenza"`
		Licence     *string           `json:"licenza"`
		Edition     wholeEdition      `json:"edizione"`
		Ente        wholeEnte         `json:"ente"`
		Act         wholeAct          `json:"atto"`
		Sources     []wholeSource     `json:"fonti"`
		Corrections []wholeCorrection `json:"rettifiche"`
		Attachments []wholeAttachment `json:"allegati"`
	}
)

// WholeJSON writes the edition in one file: what is said of it, then its
// tables. The codes of the ente and the licence are there only when the data
// are official.
func WholeJSON(s Set, tables []Table) ([]byte, error) {
	head, err := marshal(s.head(), " ")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	size := 1 << 14
	for _, t := range tables {
		size += len(t.Rows) * len(t.Columns) * 40
	}
	b.Grow(size)
	b.Write(bytes.TrimSuffix(head, []byte("\n}")))
	b.WriteString(",\n \"tabelle\": {")
	for i, t := range tables {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n  \"" + t.Name + "\": ")
		if err := writeRows(&b, t, "  "); err != nil {
			return nil, err
		}
	}
	b.WriteString("\n }\n}\n")
	return b.Bytes(), nil
}

func (s Set) head() wholeHead {
	m, e, official := s.Publication.Municipality, s.Edition, s.Official()
	h := wholeHead{
		Notice: orNull(s.Notice),
		Edition: wholeEdition{
			e.ID, e.Title, orNull(e.Summary), e.State.String(), orNull(e.Expected), quantityOf(e.ProjectsInPlan), quantityOf(e.Employees), quantityOf(e.Workforce),
			nil, day(e.Published), day(e.Updated), day(e.InForceUntil), orNull(e.Frequency.String()), orNull(e.Note),
		},
		Ente: wholeEnte{
			m.Name, m.Confirmed, m.Fictional, orNull(m.Note), nil, nil,
			orNull(m.Office), orNull(m.Contacts.Email), orNull(m.Contacts.PEC), orNull(m.Links.Site),
		},
		Act: wholeAct{
			orNull(e.Act.Kind.String()), orNull(e.Act.Body), orNull(e.Act.Number), day(e.Act.Date), orNull(e.Act.DateText),
			orNull(e.Act.URL), orNull(e.Act.File), orNull(e.Act.Note), e.Act.Confirmed,
		},
		Sources: []wholeSource{}, Corrections: []wholeCorrection{}, Attachments: []wholeAttachment{},
	}
	if e.Source != nil {
		h.Edition.Source = orNull(e.Source.ID)
	}
	if official {
		h.Licence, h.Ente.IPACode, h.Ente.ISTATCode = orNull(licenceAddress), orNull(m.IPACode), orNull(m.ISTATCode)
	}
	for _, d := range s.sources() {
		h.Sources = append(h.Sources, wholeSource{d.ID, d.Title, orNull(d.Kind), orNull(d.Publisher), day(d.Date), orNull(d.DateText), orNull(d.URL), orNull(d.Note)})
	}
	for _, c := range e.Corrections {
		h.Corrections = append(h.Corrections, wholeCorrection{day(c.Date), c.What, c.Why, orNull(c.Project)})
	}
	for _, a := range e.Attachments {
		h.Attachments = append(h.Attachments, wholeAttachment{a.File, a.Title, orNull(a.Description), orNull(a.Project), orNull(a.Alternative)})
	}
	return h
}

// orNull returns nil for what is not there.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func day(d tomldoc.Date) *string { return orNull(d.String()) }

func quantityOf(q plan.Quantity) wholeQuantity {
	if q.IsMissing() {
		return wholeQuantity{}
	}
	w := wholeQuantity{Precision: orNull(q.Precision.String()), Text: orNull(q.String())}
	if low := q.Value(); q.Known() {
		w.Number = &low
	}
	if high := q.High(); q.Precision == plan.Between {
		w.Highest = &high
	}
	return w
}
