// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"fmt"
	"html/template"
	"path"
	"strings"
	"sync"

	"vetro/static"
	"vetro/templates"
)

// parsed returns the template of each kind of page, by file name without
// ".html". They are parsed once in the life of the program: base and parts
// first, then a clone of them for each page, because every page defines the
// same "content".
var parsed = sync.OnceValues(func() (map[string]*template.Template, error) {
	frame, err := template.New("base").Funcs(template.FuncMap{"icon": icon}).ParseFS(templates.FS, "base.html", "parti.html")
	if err != nil {
		return nil, fmt.Errorf("reading the templates: %w", err)
	}
	entries, err := templates.FS.ReadDir(".")
	if err != nil {
		return nil, fmt.Errorf("reading the templates: %w", err)
	}
	set := map[string]*template.Template{}
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), ".html")
		if name == "base" || path.Ext(entry.Name()) != ".html" {
			continue
		}
		t, err := frame.Clone()
		if err != nil {
			return nil, fmt.Errorf("reading the templates: %w", err)
		}
		if name != "parti" {
			if t, err = t.ParseFS(templates.FS, entry.Name()); err != nil {
				return nil, fmt.Errorf("reading the templates: %w", err)
			}
		}
		root := "base"
		if name == "404" || name == embedTemplate {
			root = name
		}
		set[name] = t.Lookup(root)
	}
	return set, nil
})

// icon inlines an icon of the sprite. It is decoration: the words stand beside it.
func icon(name, class string) (template.HTML, error) {
	viewBox, markup, err := static.Icon(name)
	if err != nil {
		return "", err
	}
	return template.HTML(`<svg class="` + template.HTMLEscapeString(class) + `" viewBox="` + template.HTMLEscapeString(viewBox) +
		`" aria-hidden="true" focusable="false">` + markup + `</svg>`), nil
}
