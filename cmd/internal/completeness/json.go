// SPDX-License-Identifier: EUPL-1.2

package completeness

import (
	"encoding/json"
	"fmt"
	"io"
)

// The JSON form. Its names are a promise to other programs.
type (
	itemJSON struct {
		Label string `json:"label"`
		Asked string `json:"asked_by"`
		There bool   `json:"there"`
		Owner string `json:"owner,omitempty"` // of a gap: source, manager, press, entity or registry
	}
	partJSON struct {
		Name  string     `json:"name"`
		File  string     `json:"file,omitempty"`
		There int        `json:"there"`
		Asked int        `json:"asked"`
		Items []itemJSON `json:"items"`
	}
	departmentJSON struct {
		partJSON
		Projects   []partJSON `json:"projects"`
		ToDescribe int        `json:"to_describe"`
	}
	editionJSON struct {
		ID          string           `json:"id"`
		Title       string           `json:"title"`
		Draft       bool             `json:"draft"`
		There       int              `json:"there"`
		Asked       int              `json:"asked"`
		Data        partJSON         `json:"data"`
		Act         partJSON         `json:"act"`
		Departments []departmentJSON `json:"departments"`
	}
	ownerJSON struct {
		Owner   string `json:"owner"`
		Missing int    `json:"missing"`
	}
	reportJSON struct {
		There    int           `json:"there"`
		Asked    int           `json:"asked"`
		Owners   []ownerJSON   `json:"owners"`
		Entity   partJSON      `json:"entity"`
		Editions []editionJSON `json:"editions"`
	}
)

// WriteJSON writes r as one JSON object. A department counts its own items; its
// edition and the whole count everything.
func (r Report) WriteJSON(w io.Writer) error {
	c := r.Count()
	out := reportJSON{There: c.There, Asked: c.Asked, Entity: r.Entity.json(), Editions: []editionJSON{}}
	gaps := r.ByOwner()
	for _, o := range Owners {
		out.Owners = append(out.Owners, ownerJSON{o.Word(), gaps[o]})
	}
	for _, e := range r.Editions {
		c := e.Count()
		edition := editionJSON{
			ID: e.ID, Title: e.Title, Draft: e.Draft, There: c.There, Asked: c.Asked,
			Data: e.Data.json(), Act: e.Act.json(), Departments: []departmentJSON{},
		}
		for _, d := range e.Departments {
			department := departmentJSON{partJSON: d.json(), Projects: []partJSON{}, ToDescribe: d.undescribed()}
			for _, p := range d.Projects {
				department.Projects = append(department.Projects, p.json())
			}
			edition.Departments = append(edition.Departments, department)
		}
		out.Editions = append(out.Editions, edition)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("JSON of the completeness report: %w", err)
	}
	return nil
}

func (p Part) json() partJSON {
	c := p.Count()
	out := partJSON{Name: p.Name, File: p.File, There: c.There, Asked: c.Asked, Items: []itemJSON{}}
	for _, i := range p.Items {
		item := itemJSON{Label: i.Label, Asked: i.Asked, There: i.There}
		if !i.There {
			item.Owner = i.Owner.Word()
		}
		out.Items = append(out.Items, item)
	}
	return out
}
