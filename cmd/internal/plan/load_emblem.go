// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/source"
)

// emblemFolder is where the picture of the stemma lies.
const emblemFolder = "content/immagini"

// emblem returns the path of the stemma, which must be there.
func (l *loader) emblem(t *table) string {
	s := t.picture("stemma")
	if s == "" {
		return ""
	}
	if !fs.ValidPath(s) || s == "." || strings.Contains(s, `\`) {
		fault(t, t.at("stemma"), "invalid-value", fmt.Sprintf("%s deve essere il nome di un file in %s/: %s non lo è", diag.Quote("stemma"), emblemFolder, diag.Quote(s)), "")
		return ""
	}
	if !slices.Contains([]string{".svg", ".png", ".webp", ".jpg", ".jpeg"}, path.Ext(s)) {
		fault(t, t.at("stemma"), "invalid-value", fmt.Sprintf("%s deve essere un'immagine: %s non lo è", diag.Quote("stemma"), diag.Quote(s)),
			"vanno bene i file .svg, .png, .webp e .jpg")
		return ""
	}
	name := path.Join(emblemFolder, s)
	if source.BrokenLink(l.fsys, name, l.report) {
		return ""
	}
	if info, err := fs.Stat(l.fsys, name); err != nil || !info.Mode().IsRegular() {
		fault(t, t.at("stemma"), "missing-file", fmt.Sprintf("il file dello stemma, %s, non c'è", diag.Quote(name)),
			"copialo in quella cartella, oppure togli la riga")
		return ""
	}
	if path.Ext(s) == ".svg" && !l.safeEmblem(t, name) {
		return ""
	}
	return s
}

// picture returns the name of a picture at a key.
func (t *table) picture(name string) string {
	t.key(name, KindPicture)
	return t.oneLine(name)
}

// safeEmblem reports an SVG that does more than show itself.
func (l *loader) safeEmblem(t *table, name string) bool {
	f := source.Read(l.fsys, name, l.report)
	if f == nil {
		return false
	}
	found, err := attachment.ActiveSVG(f.Data)
	if err != nil {
		fault(t, t.at("stemma"), "unsafe-image", fmt.Sprintf("il file dello stemma, %s, non si riesce a leggere come SVG", diag.Quote(name)),
			"salvalo di nuovo da un programma di grafica, oppure usa un PNG")
		return false
	}
	if found != "" {
		fault(t, t.at("stemma"), "unsafe-image", fmt.Sprintf("nello stemma %s c'è %s: aperto nel browser farebbe altro che mostrarsi", diag.Quote(name), found),
			"salvalo come «SVG semplice» da un programma di grafica, oppure usa un PNG")
		return false
	}
	return true
}
