// SPDX-License-Identifier: EUPL-1.2

package truth

import (
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
)

// sentences are what the pages say of projects and people, a clause or a
// sentence each.
var sentences = forms(map[string]func(*saying) bool{
	// how the projects divide
	`La fonte non dice come i progetti del piano si dividono tra i settori`: func(s *saying) bool { return s.those(counts) == 0 },
	`La fonte dà un numero di progetti per {D}`:                             func(s *saying) bool { return departments(s.words[1]) == s.those(counts) },
	`Nei settori contati non ci sono progetti del piano`: func(s *saying) bool {
		n, _ := s.sumCounted()
		return n == 0
	},
	`I progetti contati sono {N}, {W}`:                         func(s *saying) bool { return s.divided(-1, s.n(1), s.words[2]) },
	`La fonte conta 1 progetto {W}`:                            func(s *saying) bool { return s.divided(-1, 1, s.words[1]) },
	`L’unico progetto del piano è {W}`:                         func(s *saying) bool { return s.divided(1, 1, s.words[1]) },
	`(?:I|Gli) {N} progetti del piano sono {W}`:                func(s *saying) bool { return s.divided(s.n(1), s.n(1), s.words[2]) },
	`(?:Dei|Degli) {N} progetti del piano, {N} (?:sono|è) {W}`: func(s *saying) bool { return s.divided(s.n(1), s.n(2), s.words[3]) },
	`(?:Dei|Degli) {N} progetti del piano, {N} (?:sono|è) {W} e {N} fuori dai settori`: func(s *saying) bool {
		return s.divided(s.n(1), s.n(2), s.words[3]) && s.outside() == s.n(4)
	},
	`per l’altro la fonte non dà un numero settore per settore`:       func(s *saying) bool { return s.left() == 1 },
	`per gli altri {N} la fonte non dà un numero settore per settore`: func(s *saying) bool { return s.left() == s.n(1) },
	`Il settore con più progetti è {S}: {Q}`: func(s *saying) bool {
		return s.most(s.words[1:2], s.w.count, everywhere) && holds(s.words[2], s.w.count(s.written(s.words[1]).ID))
	},
	`I settori con più progetti sono {L}: {N} ciascuno`: func(s *saying) bool {
		return s.most(names(s.words[1]), s.w.count, everywhere) && s.w.count(s.written(names(s.words[1])[0]).ID) == s.n(2)
	},
	`Tra i settori contati, quello con più progetti è {S}: {Q}`: func(s *saying) bool {
		return s.most(s.words[1:2], s.w.count, s.counted) && holds(s.words[2], s.w.count(s.written(s.words[1]).ID))
	},
	`Tra i settori contati, quelli con più progetti sono {L}: {N} ciascuno`: func(s *saying) bool {
		return s.most(names(s.words[1]), s.w.count, s.counted) && s.w.count(s.written(names(s.words[1])[0]).ID) == s.n(2)
	},
	`Di un settore la fonte non dice quanti progetti ha: {S}`: func(s *saying) bool {
		return s.written(s.words[1]).Projects.IsMissing() && s.those(uncounted) == 1
	},
	`Di {N} settori la fonte non dice quanti progetti hanno: {L}`: func(s *saying) bool {
		return len(names(s.words[2])) == s.n(1) && s.those(uncounted) == s.n(1)
	},
	`Secondo la fonte i progetti di {S} sono «([^»]+)»`: func(s *saying) bool { return holds(s.words[2], s.w.count(s.written(s.words[1]).ID)) },

	// the account
	`La fonte non dice quanti progetti ha ciascun settore`: func(s *saying) bool { return s.those(counts) == 0 },
	`Per {N} progett[oi] la fonte non dà un numero settore per settore: (?:può|possono) essere (.*)`: func(s *saying) bool {
		unnumbered := strings.HasPrefix(s.words[2], "di settori senza un numero")
		return s.left() == s.n(1) && unnumbered == (s.those(counts) < len(s.e.Departments))
	},
	`Il progetto {S} è di un settore senza un numero: è (?:tra questi {N}|questo)`: func(s *saying) bool {
		return s.isLeft(s.words[1]) && (s.words[2] == "" && s.left() == 1 || s.left() == s.n(2))
	},
	`{N} progetti descritti sono di settori senza un numero: sono tra questi {N}`: func(s *saying) bool {
		n := 0
		for _, p := range s.e.AllProjects() {
			if d := p.Department; d != nil && d.NameSource && !d.Projects.Known() {
				n++
				if !s.isLeft(p.Title) {
					return false
				}
			}
		}
		return n == s.n(1) && s.left() == s.n(2)
	},
	`La fonte non dice di quale settore è {S}`: func(s *saying) bool { return !s.describedProject(s.words[1]).Department.NameSource },
	`La fonte non dice di quali settori sono {N} progetti descritti: (?:quelli di un settore non contato sono tra questi {N}|se uno è di un settore non contato, è questo)`: func(s *saying) bool {
		return s.n(1) == len(s.written(veiled).Described) && (s.words[2] == "" && s.left() == 1 || s.left() == s.n(2)) && (s.counted(s.w.Veiled) || s.left() >= s.n(1))
	},
	`Se non è (?:uno (?:dei|degli) (\pL+) già contati|quello già contato), il progetto è (?:tra questi {N}|questo)`: func(s *saying) bool {
		return (s.words[1] == "" && s.those(counts) == 1 || s.words[1] == []string{"", "", "due", "tre", "quattro", "cinque"}[s.those(counts)]) && (s.words[2] == "" && s.left() == 1 || s.left() == s.n(2)) &&
			(s.counted(s.w.Veiled) || s.isLeft(s.written(veiled).Described[0].Title))
	},
	`Il progetto {S} non è di un solo settore: è (?:tra questi {N}|questo), oppure è già contato in un settore: la fonte non dice quale delle due`: func(s *saying) bool {
		return s.real(s.describedProject(s.words[1])).Common && (s.words[2] == "" && s.left() == 1 || s.left() == s.n(2))
	},
	`Il progetto {S} non è di un solo settore: è già contato in un settore, la fonte non dice quale`: func(s *saying) bool {
		return s.real(s.describedProject(s.words[1])).Common && !s.isLeft(s.words[1])
	},
	`{N} progetti descritti non sono di un solo settore: ognuno è tra questi {N}, oppure è già contato in un settore: la fonte non dice quale delle due`: func(s *saying) bool {
		return s.n(1) == len(s.e.Transversal) && s.left() == s.n(2)
	},
	`{N} progetti descritti non sono di un solo settore: uno può essere questo, gli altri sono già contati nei settori`: func(s *saying) bool {
		return s.n(1) == len(s.e.Transversal) && s.left() == 1
	},
	`{N} progetti descritti non sono di un solo settore: sono già contati nei settori, la fonte non dice quali`: func(s *saying) bool {
		for _, p := range s.e.Transversal {
			if s.isLeft(p.Title) {
				return false
			}
		}
		return s.n(1) == len(s.e.Transversal)
	},
	`Il conto (?:dei|degli) {N} progetti`: func(s *saying) bool { return s.n(1) == len(s.w.Projects) },

	// people of the settori
	`Tra i settori con un numero, quello che coinvolge più persone è {S}: {Q} {dip}`: func(s *saying) bool {
		return s.most(s.words[1:2], s.people, s.numbered) && holds(s.words[2], s.people(s.written(s.words[1]).ID))
	},
	`Tra i settori con un numero, quelli che coinvolgono più persone sono {L}: {Q} {dip} ciascuno`: func(s *saying) bool {
		return s.most(names(s.words[1]), s.people, s.numbered) && holds(s.words[2], s.people(s.written(names(s.words[1])[0]).ID))
	},
	`Il numero più alto è quello di {S}: {Q} {dip}`: func(s *saying) bool {
		top := s.written(s.words[1])
		return holds(s.words[2], s.people(top.ID)) && s.those(func(d *plan.Department) bool {
			q := d.Staffing()
			return q.Known() && d.Name != top.Name && q.High() >= top.Staffing().Value()
		}) == 0
	},
	`Le persone che il piano può coinvolgere, settore per settore`: func(*saying) bool { return true },
	`((?:(?:, | e )?«[^»]+» (?:coinvolge|può coinvolgere) (?:` + amountForm + `) dipendent[ei])+)`: func(s *saying) bool {
		for _, m := range involved.FindAllStringSubmatch(s.words[1], -1) {
			if !holds(m[2], s.people(s.written(m[1]).ID)) {
				return false
			}
		}
		return true
	},
	`Per {S} non c’è un numero solo: {Q}`: func(s *saying) bool { return holds(s.words[2], s.people(s.written(s.words[1]).ID)) },
	`Per {S} la fonte dice «([^»]+)»`: func(s *saying) bool {
		return anyOf(s.said(s.written(s.words[1])), inWords) && holds(s.words[2], s.people(s.written(s.words[1]).ID))
	},
	`Per {N} settori non c’è un numero solo`: func(s *saying) bool {
		return s.n(1) <= s.those(func(d *plan.Department) bool {
			return anyOf(s.said(d), func(q plan.Quantity) bool { return q.Precision != plan.Exact })
		})
	},
	`In {N} settori le persone sono così poche che il numero non si pubblica`: func(s *saying) bool {
		few := 0
		for _, d := range s.e.Departments {
			large := slices.ContainsFunc(s.w.of(d.ID), func(p *project) bool {
				return slices.ContainsFunc(p.Staff, func(g *group) bool { return g.People >= 10 }) // the highest threshold
			})
			if s.people(d.ID) > 0 && !large {
				few++
			}
		}
		return s.n(1) <= few
	},
	`Di (?:un settore|{N} settori) su {N} la fonte non dice quanti sono`: func(s *saying) bool {
		return s.n(2) == len(s.e.Departments) && s.n(1) <= s.those(func(d *plan.Department) bool { return len(d.Staff) == 0 || anyOf(s.said(d), missing) })
	},
	`Di {S} si conoscono solo i progetti descritti: {Q} {dip}`:       func(s *saying) bool { return s.inDescribed(s.written(s.words[1]), s.words[2]) },
	`Di {S} si conoscono solo i progetti descritti: dipendenti: {Q}`: func(s *saying) bool { return s.inDescribed(s.written(s.words[1]), s.words[2]) },
	`Di {N} settori si conoscono solo i progetti descritti`: func(s *saying) bool {
		return s.n(1) <= s.those(func(d *plan.Department) bool {
			return len(d.Described) > 0 && !slices.ContainsFunc(d.Staff, func(g *plan.StaffProfile) bool { return !g.Employees.IsMissing() })
		})
	},

	// the page of a settore
	`Questo settore (?:ha|può avere) {Q} {prog} nel piano`: func(s *saying) bool {
		d, _ := s.about()
		return holds(s.words[1], s.w.count(d.ID))
	},
	`Questo settore non ha progetti nel piano`: func(s *saying) bool {
		d, _ := s.about()
		return s.w.count(d.ID) == 0
	},
	`Questo settore (?:ha|può avere) {Q} {prog} nel piano e (?:coinvolge|può coinvolgere) {A}`: func(s *saying) bool {
		d, _ := s.about()
		return holds(s.words[1], s.w.count(d.ID)) && s.whole(d, s.words[2])
	},
	`Secondo la fonte i progetti di questo settore nel piano sono «([^»]+)»`: func(s *saying) bool {
		d, _ := s.about()
		return holds(s.words[1], s.w.count(d.ID))
	},
	`Il lavoro agile (?:qui|in questo settore) (?:coinvolge|può coinvolgere) {A}`: func(s *saying) bool {
		d, _ := s.about()
		return s.whole(d, s.words[1])
	},
	`Nei progetti descritti il lavoro agile (?:coinvolge|può coinvolgere) {A}`: func(s *saying) bool {
		d, _ := s.about()
		return s.inDescribed(d, amount(s.words[1]))
	},
	`La fonte non dice quanti sono i progetti`: func(s *saying) bool {
		d, _ := s.about()
		return d.Projects.IsMissing()
	},
	`La fonte dice che il piano riguarda questo settore, ma non quanti sono i suoi progetti`: func(s *saying) bool {
		d, _ := s.about()
		return d.Projects.IsMissing()
	},
	`{Q} {prog} di lavoro agile: che cosa se ne sa e che cosa no`: func(s *saying) bool {
		d, _ := s.about()
		return holds(s.words[1], s.w.count(d.ID))
	},

	// a project
	`Il progetto (?:coinvolge|può coinvolgere) {A}(?:: .*)?`: func(s *saying) bool {
		_, p := s.about()
		if !holds(amount(s.words[1]), people(s.real(p))) {
			return false
		}
		_, rest, _ := strings.Cut(s.words[0], ": ")
		return s.profiled(p, strings.TrimPrefix(rest, amount(s.words[1])+": "))
	},

	`((?:Il profilo|I profili|(?:I|Gli) \pL+ profili) .*|«[^»]+» (?:` + amountForm + `)(?:(?:, | e )«[^»]+» (?:` + amountForm + `))*)`: func(s *saying) bool {
		_, p := s.about()
		return p != nil && s.profiled(p, lowerFirst(s.words[1]))
	},

	// the plan
	`Il piano comprende {Q} {prog} di lavoro agile`: func(s *saying) bool { return holds(s.words[1], len(s.w.Projects)) },
	`Il piano comprende {Q} {prog} di lavoro agile in {D} del Comune`: func(s *saying) bool {
		return holds(s.words[1], len(s.w.Projects)) && s.divided(-1, len(s.w.Projects), s.words[2])
	},
	`Il piano comprende {Q} {prog} di lavoro agile(?: in {D} del Comune)?, (?:tutti descritti|descritto) in queste pagine`: func(s *saying) bool {
		return holds(s.words[1], len(s.w.Projects)) && len(s.e.AllProjects()) == len(s.w.Projects) && (s.words[2] == "" || s.divided(-1, len(s.w.Projects), s.words[2]))
	},
	`(?:La fonte ne|Ne) descrive {N}`:                    func(s *saying) bool { return s.n(1) == len(s.e.AllProjects()) },
	`(?:La fonte non ne|Non ne) descrive ancora nessuno`: func(s *saying) bool { return len(s.e.AllProjects()) == 0 },
	`l’altro non lo descrive`:                            func(s *saying) bool { return len(s.w.Projects)-len(s.e.AllProjects()) == 1 },
	`gli altri {N} non li descrive uno per uno`:          func(s *saying) bool { return len(s.w.Projects)-len(s.e.AllProjects()) == s.n(1) },
	`La fonte non dice quanti progetti ha il piano`:      func(s *saying) bool { return s.e.ProjectsInPlan.IsMissing() },
	`La fonte non dice quanti progetti ha il piano e ne descrive {N}`: func(s *saying) bool {
		return s.e.ProjectsInPlan.IsMissing() && s.n(1) == len(s.e.AllProjects())
	},
	`Secondo la fonte i progetti del piano sono «([^»]+)»`: func(s *saying) bool { return holds(s.words[1], len(s.w.Projects)) },
	`{Q} {prog} per lavorare in modo agile in Comune: settori, persone coinvolte, grafici e quello che ancora non si sa`: func(s *saying) bool {
		return holds(s.words[1], len(s.w.Projects))
	},
	`(?:dipendenti: )?{Q} progett[oi] nel piano`: func(s *saying) bool { return holds(s.words[1], len(s.w.Projects)) },
	`{Q} (?:di )?dipendent[ei] che il piano può coinvolgere,? è la somma dei progetti`: func(s *saying) bool {
		return s.e.EmployeesSummed && holds(s.words[1], people(s.w.Projects...))
	},
	`{Q} (?:di )?dipendent[ei] che il piano può coinvolgere`:              func(s *saying) bool { return holds(s.words[1], people(s.w.Projects...)) },
	`Il piano riguarda (?:1 settore|{N} settori) del Comune`:              func(s *saying) bool { return s.n(1) == len(s.w.Departments) || len(s.w.Departments) == 1 },
	`Qui ci sono {N} settori del Comune: la fonte non dice se sono tutti`: func(s *saying) bool { return s.n(1) == len(s.e.Departments) },
	`Qui c’è 1 settore del Comune: la fonte non dice se ce ne sono altri`: func(s *saying) bool { return len(s.e.Departments) == 1 },
	`La fonte non parla di nessun settore del Comune`:                     func(s *saying) bool { return len(s.e.Departments) == 0 },
	`La fonte descrive {N} progett[oi]`:                                   func(s *saying) bool { return s.n(1) == len(s.e.AllProjects()) },
	`La fonte non descrive ancora nessun progetto(?:: .*)?`:               func(s *saying) bool { return len(s.e.AllProjects()) == 0 },
	`Per tutto il piano la fonte parla di «([^»]+)», ma il solo progetto {S} (?:coinvolge|può coinvolgere) {Q} dipendenti`: func(s *saying) bool {
		return holds(s.words[3], people(s.real(s.describedProject(s.words[2]))))
	},

	// what the source does not say
	`che cosa preved(?:e|ono) {N} progett[oi] su {N}`: func(s *saying) bool {
		return s.n(2) == len(s.w.Projects) && s.n(1) == len(s.w.Projects)-len(s.e.AllProjects())
	},
	`quanti progetti (?:ha il piano|ha il settore {S}|hanno {L})`: func(s *saying) bool {
		for _, name := range append(names(s.words[2]), s.words[1]) {
			if name != "" && !s.written(name).Projects.IsMissing() {
				return false
			}
		}
		return s.words[1] != "" || s.words[2] != "" || s.e.ProjectsInPlan.IsMissing()
	},
	`il numero dei progetti: parla di «([^»]+)»`: func(s *saying) bool { return holds(s.words[1], len(s.w.Projects)) },
	`il numero dei (?:progetti di {S}|suoi progetti): parla di «([^»]+)»`: func(s *saying) bool {
		d, _ := s.about()
		if s.words[1] != "" {
			d = s.written(s.words[1])
		}
		return holds(s.words[2], s.w.count(d.ID))
	},
	`quanti dipendenti può coinvolgere il piano`:   func(s *saying) bool { return s.e.Employees.IsMissing() && !s.allKnown() },
	`il numero dei dipendenti: parla di «([^»]+)»`: func(s *saying) bool { return inWords(s.e.Employees) && holds(s.words[1], people(s.w.Projects...)) },
	`quanti progetti del piano riguardano questo settore`: func(s *saying) bool {
		d, _ := s.about()
		return d.Projects.IsMissing()
	},
	`quanti dipendenti può coinvolgere`: func(s *saying) bool {
		d, _ := s.about()
		return len(d.Staff) == 0
	},
	`quante persone coinvolge e con quale profilo`: func(s *saying) bool {
		_, p := s.about()
		return len(p.Staff) == 0
	},
	`gli indicatori che ne misurano i risultati`: func(s *saying) bool {
		_, p := s.about()
		return len(p.Indicators) == 0
	},

	// lists
	`{N} progett[oi] nel piano: la fonte non ne dice (?:il titolo|i titoli)`: func(s *saying) bool {
		d, _ := s.about()
		return d == nil || s.n(1) == s.w.count(d.ID)
	},
	`{Q} progett[oi] nel piano: la fonte non ne dice i titoli`: func(s *saying) bool {
		d, _ := s.about()
		return d == nil || holds(s.words[1], s.w.count(d.ID))
	},
	`Un altro progetto è nel piano: la fonte non ne dice il titolo`: func(s *saying) bool {
		d, _ := s.about()
		return d == nil || s.undescribed(d) == 1
	},
	`Altri {N} progetti sono nel piano: la fonte non ne dice i titoli`: func(s *saying) bool {
		d, _ := s.about()
		return d == nil || s.undescribed(d) == s.n(1)
	},
	`(?:Altri progetti sono nel piano|Nel piano possono esserci altri progetti) \({Q}\): la fonte non ne dice i titoli`: func(s *saying) bool {
		d, _ := s.about()
		left := 0
		if d != nil {
			left = s.undescribed(d)
		}
		return d == nil || holds(s.words[1], left) && (left > 0 || strings.HasPrefix(s.words[0], "Nel piano possono"))
	},
	`La fonte non dice (?:quanti sono i progetti|il numero esatto dei progetti|se il settore ha altri progetti).*`: everySaying,
})
