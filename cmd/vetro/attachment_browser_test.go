// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/tools/txtar"

	"vetro/cmd/internal/attachment"
)

// opened returns what a browser did, besides showing it, with a file opened by
// its address: dialogs of scripts, requests to other sites.
func opened(t *testing.T, browser context.Context, url string) (did []string) {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	defer cancel()
	var mu sync.Mutex
	host, _, _ := strings.Cut(strings.TrimPrefix(url, "http://"), "/")
	own := "http://" + host + "/"
	chromedp.ListenTarget(ctx, func(event any) {
		mu.Lock()
		defer mu.Unlock()
		switch e := event.(type) {
		case *page.EventJavascriptDialogOpening:
			did = append(did, "script: "+e.Message)
			go chromedp.Run(ctx, page.HandleJavaScriptDialog(true))
		case *network.EventRequestWillBeSent:
			if to := e.Request.URL; !strings.HasPrefix(to, own) && !strings.HasPrefix(to, "data:") && !strings.HasPrefix(to, "chrome") {
				did = append(did, "request: "+to)
			}
		}
	})
	open, stop := context.WithTimeout(ctx, 20*time.Second)
	defer stop()
	if err := chromedp.Run(open, network.Enable(), page.Enable(), chromedp.Navigate(url), chromedp.Sleep(50*time.Millisecond)); err != nil && !strings.Contains(err.Error(), "ERR_ABORTED") {
		t.Errorf("opening %s: %v", url, err)
	}
	mu.Lock()
	defer mu.Unlock()
	return did
}

// TestAttachmentsInBrowser opens each file that the check accepts by its
// address, served as a plain host serves it, with its type and without one:
// nothing runs, nothing is asked for elsewhere. Two that it refuses show that
// the test would see it.
func TestAttachmentsInBrowser(t *testing.T) {
	all := samples(t)
	for _, archive := range []string{"hostile.txtar", "harmless.txtar"} {
		a, err := txtar.ParseFile("../internal/attachment/testdata/" + archive)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			all = append(all, sample{f.Name, string(f.Data), archive == "hostile.txtar"})
		}
	}
	files, refused := map[string]string{}, 0
	var accepted []string
	for i, s := range all {
		address := fmt.Sprintf("%d/%s", i, s.name)
		files["/"+address] = s.data
		if s.name == "script-prefix.svg" || s.name == "image.svg" {
			files["/"+s.name] = s.data
		}
		info := attachment.Inspect(s.name, []byte(s.data))
		ok := info.Program == "" && info.Format.Fits(s.name)
		switch {
		case ok:
			accepted = append(accepted, address)
		case !s.hostile:
			t.Errorf("%s is refused: %q, %q", s.name, info.Program, info.Format.Name)
		default:
			refused++
		}
	}
	t.Logf("%d files, %d refused", len(all), refused)
	browser := newBrowser(t)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header()["Content-Type"] = nil
		if kind := mediaTypes[path.Ext(r.URL.Path)]; kind != "" && r.URL.RawQuery == "" {
			w.Header().Set("Content-Type", kind)
		}
		io.WriteString(w, data)
	}))
	t.Cleanup(server.Close)
	for _, name := range accepted {
		for _, how := range []string{"", "?senza-tipo"} {
			if did := opened(t, browser, server.URL+"/"+name+how); len(did) > 0 {
				t.Errorf("%s is accepted and does this when opened: %v", name+how, did)
			}
		}
	}
	for name, want := range map[string]string{"script-prefix.svg": "script: 1", "image.svg": "request: https://fuori.example/x.png"} {
		if did := strings.Join(opened(t, browser, server.URL+"/"+name), " "); !strings.Contains(did, want) {
			t.Errorf("%s does %q, want %q: the test cannot see it", name, did, want)
		}
	}
}

// mediaTypes are those that a plain host serves files with, by their ending.
var mediaTypes = map[string]string{
	".svg": "image/svg+xml", ".xml": "application/xml", ".rdf": "application/rdf+xml", ".txt": "text/plain", ".md": "text/markdown", ".csv": "text/csv",
	".tsv": "text/tab-separated-values", ".json": "application/json", ".geojson": "application/geo+json", ".pdf": "application/pdf",
	".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".odt": "application/vnd.oasis.opendocument.text",
}
