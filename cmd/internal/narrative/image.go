// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"fmt"
	"image"
	_ "image/gif"  // registers the format
	_ "image/jpeg" // registers the format
	_ "image/png"  // registers the format
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	_ "golang.org/x/image/webp" // registers the format

	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/italian"
	"vetro/cmd/internal/source"
)

// imageFolder is where pictures lie; imagePrefix is how a page names it.
const (
	imageFolder = "content/immagini"
	imagePrefix = "/immagini/"
)

// A picture that weighs or measures more than this makes a page slow on a phone
// and shows nothing more: bytes, and points of the longer side.
const (
	maxImageSize = 500_000
	maxImageSide = 2_000
)

// imageTypes are the extensions accepted. SVG is not among them: opened by
// itself it is a document that can run scripts.
var imageTypes = [...]string{".gif", ".jpeg", ".jpg", ".png", ".webp"}

// listImages lists the names of the files below imageFolder, sorted. Names
// are compared with these and not asked of the disk, because Windows finds
// "Foto.PNG" under "foto.png" and the server that publishes does not.
func (lib *library) listImages(report *diag.List) {
	if source.BrokenLink(lib.fsys, imageFolder, report) {
		lib.unreadImages["."] = true
		return
	}
	_ = fs.WalkDir(lib.fsys, imageFolder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil // a folder that cannot be read holds no known picture
		}
		image := strings.TrimPrefix(name, imageFolder+"/")
		if d.Type()&fs.ModeSymlink != 0 && source.BrokenLink(lib.fsys, name, report) {
			lib.unreadImages[image] = true
			return nil
		}
		if info, err := fs.Stat(lib.fsys, name); err == nil && info.Size() > attachment.MaxSize {
			report.Add(source.TooBig(name, attachment.MaxSize))
			lib.unreadImages[image] = true
			return nil
		}
		lib.images = append(lib.images, image)
		return nil
	})
}

// unreadImage reports whether the picture called name is, or lies in, a link
// to nowhere, which listImages has reported.
func (lib *library) unreadImage(name string) bool {
	for ; ; name = path.Dir(name) {
		if lib.unreadImages[name] {
			return true
		}
		if name == "." || name == "/" {
			return false
		}
	}
}

// checkImage reports a picture that is not there or says nothing to who does
// not see it. A faulty one is shown as its alternative text.
func (c *checker) checkImage(n *ast.Image) {
	if isBlank(altText(c.page, n)) {
		d := c.at(n.Pos(), len("![]"))
		d.Code = "image-without-alt"
		d.Message = "l'immagine non ha un testo alternativo"
		d.Hint = "scrivi tra le parentesi quadre che cosa si vede, per chi non la può vedere: «![La sede del Comune](/immagini/sede.jpg)»"
		c.report.Add(d)
	}
	d := c.atDestination(n, n.Destination, n.Reference)
	address := string(unescape(n.Destination))
	n.Destination = nil
	c.refer(n.Reference)
	c.checkTitle(n.Title, d)
	name, inside := strings.CutPrefix(address, imagePrefix)
	name = unspaced(name)
	switch {
	case !inside || !fs.ValidPath(name) || name == ".":
		d.Code = "invalid-image"
		d.Message = fmt.Sprintf("l'immagine %s non sta nella cartella %s", diag.Quote(address), diag.Quote(imageFolder))
		d.Hint = fmt.Sprintf("copiala lì e scrivi %s", diag.Quote(imagePrefix+imageName(address)))
	case !slices.Contains(imageTypes[:], path.Ext(name)):
		d.Code = "invalid-image"
		d.Message = fmt.Sprintf("l'immagine %s è di un tipo che non si può usare", diag.Quote(name))
		d.Hint = "salvala come PNG, JPEG, WebP o GIF, con l'estensione in minuscolo"
	case c.unreadImage(name):
		return
	case !slices.Contains(c.images, name):
		d.Code = "missing-image"
		d.Message = fmt.Sprintf("il file %s non c'è", diag.Quote(imageFolder+"/"+name))
		d.Hint = diag.DidYouMean(name, c.images)
		if d.Hint == "" {
			d.Hint = "copia lì l'immagine; maiuscole e minuscole contano"
		}
	default:
		if c.measure(n, name, d) {
			n.Destination = []byte(imagePrefix + name)
			return
		}
		d.Code = "invalid-image"
		d.Message = fmt.Sprintf("il file %s non si riesce a leggere come immagine", diag.Quote(imageFolder+"/"+name))
		d.Hint = "aprilo con un programma di grafica e salvalo di nuovo"
	}
	c.report.Add(d)
}

// imageName returns the file name an address ends in.
func imageName(address string) string {
	base := path.Base(strings.ReplaceAll(address, `\`, "/"))
	if base == "." || base == "/" {
		return "nome.png"
	}
	return base
}

// measure gives n the width and height in pixels, so that the page keeps room
// for the picture before it has come, and warns of a picture that is too heavy.
// It reports whether the file is a picture.
func (c *checker) measure(n *ast.Image, name string, d diag.Diagnostic) bool {
	f, err := c.fsys.Open(imageFolder + "/" + name)
	if err != nil {
		return false
	}
	defer f.Close()
	config, _, err := image.DecodeConfig(f)
	if err != nil || config.Width <= 0 || config.Height <= 0 {
		return false
	}
	n.SetAttributeString("width", config.Width)
	n.SetAttributeString("height", config.Height)
	info, err := f.Stat()
	if err != nil {
		return false
	}
	d.Severity, d.Code = diag.Warning, "heavy-image"
	switch side := max(config.Width, config.Height); {
	case side > maxImageSide:
		d.Message = fmt.Sprintf("l'immagine è di %d × %d punti: il lato più lungo supera %s", config.Width, config.Height, italian.Digits(maxImageSide))
	case info.Size() > maxImageSize:
		d.Message = fmt.Sprintf("l'immagine pesa %d kB: ne bastano %d", info.Size()/1000, maxImageSize/1000)
	default:
		return true
	}
	d.Hint = fmt.Sprintf("riducila con un programma di grafica a non più di %s punti di lato e salvala come JPEG o WebP", italian.Digits(maxImageSide))
	c.report.Add(d)
	return true
}

// altText returns the alternative text of an image.
func altText(page *Page, n *ast.Image) string {
	return plainText(page, n, func(string) string { return "" })
}
