// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"net/http"
	"net/http/httptest"
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
	own := url[:strings.LastIndexByte(url, '/')+1]
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
// address, served as a plain host serves it: nothing runs, nothing is asked for
// elsewhere. Two that it refuses show that the test would see it.
func TestAttachmentsInBrowser(t *testing.T) {
	files := map[string][]byte{}
	var accepted []string
	for _, archive := range []string{"hostile.txtar", "harmless.txtar"} {
		a, err := txtar.ParseFile("../internal/attachment/testdata/" + archive)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			files[f.Name] = f.Data
			if info := attachment.Inspect(f.Name, f.Data); info.Program == "" && info.Format.Fits(f.Name) {
				accepted = append(accepted, f.Name)
			}
		}
	}
	if len(accepted) == 0 {
		t.Fatal("no file is accepted")
	}
	browser := newBrowser(t)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, ok := files[strings.TrimPrefix(r.URL.Path, "/")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		// By its ending, as most servers do; what they do not know goes without.
		switch name := r.URL.Path; {
		case strings.HasSuffix(name, ".svg"):
			w.Header().Set("Content-Type", "image/svg+xml")
		case strings.HasSuffix(name, ".xml"):
			w.Header().Set("Content-Type", "application/xml")
		case strings.HasSuffix(name, ".txt"):
			w.Header().Set("Content-Type", "text/plain")
		case strings.HasSuffix(name, ".csv"):
			w.Header().Set("Content-Type", "text/csv")
		default:
			w.Header()["Content-Type"] = nil
		}
		w.Write(data)
	}))
	t.Cleanup(server.Close)
	for _, name := range accepted {
		if did := opened(t, browser, server.URL+"/"+name); len(did) > 0 {
			t.Errorf("%s is accepted and does this when opened: %v", name, did)
		}
	}
	for name, want := range map[string]string{"script-prefix.svg": "script: 1", "image.svg": "request: https://fuori.example/x.png"} {
		if did := strings.Join(opened(t, browser, server.URL+"/"+name), " "); !strings.Contains(did, want) {
			t.Errorf("%s does %q, want %q: the test cannot see it", name, did, want)
		}
	}
}
