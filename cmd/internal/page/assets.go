// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"vetro/cmd/internal/attachment"
	"vetro/cmd/internal/site"
	"vetro/cmd/internal/source"
)

// assets are the files a page needs besides its own HTML. Names carry the
// hash of the content, so that a server may keep them for a year.
type assets struct {
	files    []site.File
	style    string            // path of the style sheet
	fonts    []string          // paths of the typeface, one for each weight
	script   string            // path of the script, "" when there is none
	search   string            // path of the script that searches, with its index
	icon     string            // path of the icon of the browser's tab, "" when there is none
	licences string            // folder of the licences
	images   map[string]string // "logo.png" in content/immagini/ → path
}

// pictures are the kinds of file of content/immagini/ that are published.
var pictures = map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".webp": true, ".gif": true, ".svg": true, ".avif": true}

var fontURL = regexp.MustCompile(`url\(["']?(?:\.\./)?(fonts/[^"')]+)["']?\)`)

// loadAssets gathers what static publishes and the pictures, either of which
// names its files as it likes.
func loadAssets(static, images fs.FS) (*assets, error) {
	a := &assets{licences: "assets/licenze/", images: map[string]string{}}
	renamed := map[string]string{}
	err := fs.WalkDir(static, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		switch {
		case strings.HasPrefix(name, "fonts/"):
			renamed[name] = hashed(name, data)
			a.fonts = append(a.fonts, a.add("assets/"+renamed[name], data))
		case strings.HasPrefix(name, "licenze/"):
			a.add(a.licences+path.Base(name), data)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the assets: %w", err)
	}
	css, err := fs.ReadFile(static, "css/sito.css")
	if err != nil {
		return nil, fmt.Errorf("reading the style sheet: %w", err)
	}
	css = fontURL.ReplaceAllFunc(css, func(match []byte) []byte {
		name := string(fontURL.FindSubmatch(match)[1])
		if to, ok := renamed[name]; ok {
			name = to
		}
		return []byte("url(" + name + ")")
	})
	a.style = a.add("assets/"+hashed("sito.css", css), css)
	for _, optional := range []struct {
		name string
		path *string
	}{{"js/sito.js", &a.script}, {"icone/sito.svg", &a.icon}} {
		data, err := fs.ReadFile(static, optional.name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("reading the assets: %w", err)
		}
		*optional.path = a.add("assets/"+hashed(path.Base(optional.name), data), data)
	}
	if images == nil {
		return a, nil
	}
	return a, a.loadImages(images)
}

func (a *assets) loadImages(images fs.FS) error {
	return fs.WalkDir(images, ".", func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == "." {
			return nil // no folder of pictures
		}
		if err != nil {
			return fmt.Errorf("reading the pictures: %w", err)
		}
		if !d.Type().IsRegular() || !pictures[strings.ToLower(path.Ext(name))] {
			return nil
		}
		data, err := source.ReadFile(images, name, attachment.MaxSize)
		if err != nil {
			return fmt.Errorf("reading the pictures: %w", err)
		}
		a.images[name] = a.add("assets/immagini/"+hashed(name, data), data)
		return nil
	})
}

func (a *assets) add(name string, data []byte) string {
	a.files = append(a.files, site.File{Path: name, Data: data})
	return name
}

// hashed puts the first eight bytes of the SHA-256 of data into name, before
// its extension.
func hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:8]) + ext
}
