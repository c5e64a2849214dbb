// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"embed"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"vetro/cmd/internal/manifest"
)

// own is the folder of addresses that belong to the preview itself. No page of
// a site can be there: names in it are slugs, without a dot.
const own = "/.anteprima/"

//go:embed assets
var assets embed.FS

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cache-Control", "no-store")
	header.Set("Referrer-Policy", "no-referrer")
	// The names of hosts have no case (RFC 3986, section 3.2.2).
	if !slices.ContainsFunc(s.opts.Hosts, func(host string) bool { return strings.EqualFold(host, r.Host) }) {
		http.Error(w, "questo indirizzo non è servito dall’anteprima", http.StatusMisdirectedRequest)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "l’anteprima si può solo leggere", http.StatusMethodNotAllowed)
		return
	}
	if name, ok := strings.CutPrefix(r.URL.Path, own); ok {
		s.serveOwn(w, r, name)
		return
	}
	now := s.current.Load()
	if now.site == nil {
		s.serveFailure(w, r, now)
		return
	}
	name, found := resolve(now.site, r.URL.Path)
	if !found && needsSlash(now.site, r.URL.Path) {
		// Only the path is used: the query of a local link has no meaning here.
		http.Redirect(w, r, path.Clean(r.URL.Path)+"/", http.StatusMovedPermanently)
		return
	}
	status := http.StatusOK
	if !found {
		name, status = "404.html", http.StatusNotFound
	}
	data, err := fs.ReadFile(now.site, name)
	if err != nil {
		http.Error(w, "pagina non trovata", http.StatusNotFound)
		return
	}
	send(w, r, name, status, now.dress(name, data))
}

// resolve turns the path of a request into a file of the site. A path that
// would climb out is no file: fs.ValidPath refuses it.
func resolve(site fs.FS, urlPath string) (name string, found bool) {
	name = strings.TrimPrefix(urlPath, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
		return "", false
	}
	info, err := fs.Stat(site, name)
	return name, err == nil && !info.IsDir()
}

func needsSlash(site fs.FS, urlPath string) bool {
	if strings.HasSuffix(urlPath, "/") || strings.HasPrefix(urlPath, "//") {
		return false
	}
	_, found := resolve(site, urlPath+"/")
	return found
}

func (s *Server) serveOwn(w http.ResponseWriter, r *http.Request, name string) {
	if name == "eventi" {
		s.hub.serve(w, r, func() int { return s.current.Load().version })
		return
	}
	if own+name == MissingPath {
		s.serveMissing(w, r, s.current.Load())
		return
	}
	data, err := fs.ReadFile(assets, path.Join("assets", path.Clean("/"+name)))
	if err != nil {
		http.Error(w, "pagina non trovata", http.StatusNotFound)
		return
	}
	send(w, r, name, http.StatusOK, data)
}

func send(w http.ResponseWriter, r *http.Request, name string, status int, data []byte) {
	kind := manifest.MediaType(name)
	if strings.HasPrefix(kind, "text/") || strings.HasPrefix(kind, "application/") && (strings.HasSuffix(kind, "json") || strings.HasSuffix(kind, "xml")) {
		kind += "; charset=utf-8"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(data) // the reader has gone: nothing to do about it
	}
}
