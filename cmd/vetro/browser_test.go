// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// need skips a test for lack of something outside Go on a laptop, and fails it
// where everything must be proven.
func need(t testing.TB, ok bool, what string) {
	t.Helper()
	if ok {
		return
	}
	if os.Getenv("VETRO_CI") != "" {
		t.Fatalf("%s is missing", what)
	}
	t.Skipf("%s is missing", what)
}

// newBrowser starts one headless Chromium for a test.
func newBrowser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		path, err = exec.LookPath("google-chrome")
	}
	need(t, err == nil, "Chromium")
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 25*time.Minute)
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatalf("starting Chromium: %v", err)
	}
	return ctx
}

// serveFolder serves a built site under a sub-path, as a host might.
func serveFolder(t *testing.T, dir string) string {
	t.Helper()
	server := httptest.NewServer(http.StripPrefix("/a/b", http.FileServer(http.Dir(dir))))
	t.Cleanup(server.Close)
	return server.URL + "/a/b/"
}

// A tab is one page being looked at, and everything it complained of.
type tab struct {
	ctx  context.Context
	view view

	mu    sync.Mutex
	noise []string // console messages, violations of the policy, requests elsewhere
}

// view says how a page is looked at.
type view struct {
	width  int64
	script bool
	dark   bool
}

func (v view) String() string {
	if v.dark {
		return fmt.Sprintf("%dpx-dark", v.width)
	}
	if v.script {
		return fmt.Sprintf("%dpx", v.width)
	}
	return fmt.Sprintf("%dpx-no-script", v.width)
}

// openTab opens url in a new tab that listens to everything it complains of.
func openTab(t *testing.T, browser context.Context, url string, v view) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	tb := &tab{ctx: ctx, view: v}
	own := url[:strings.Index(url[8:], "/")+9]
	chromedp.ListenTarget(ctx, func(event any) {
		tb.mu.Lock()
		defer tb.mu.Unlock()
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			tb.noise = append(tb.noise, fmt.Sprintf("console: %s %s", e.Type, args(e.Args)))
		case *runtime.EventExceptionThrown:
			tb.noise = append(tb.noise, "exception: "+e.ExceptionDetails.Error())
		case *cdplog.EventEntryAdded:
			if !strings.HasSuffix(e.Entry.URL, "/favicon.ico") {
				tb.noise = append(tb.noise, fmt.Sprintf("log: %s %s", e.Entry.Text, e.Entry.URL))
			}
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, own) && !strings.HasPrefix(e.Request.URL, "data:") {
				tb.noise = append(tb.noise, "request elsewhere: "+e.Request.URL)
			}
		}
	})
	const listen = `addEventListener("securitypolicyviolation",e=>console.error("policy: "+e.violatedDirective+" "+e.blockedURI))`
	err := chromedp.Run(ctx,
		network.Enable(), cdplog.Enable(),
		chromedp.ActionFunc(func(ctx context.Context) error {
			_, err := page.AddScriptToEvaluateOnNewDocument(listen).Do(ctx)
			return err
		}),
		emulation.SetScriptExecutionDisabled(!v.script),
		chromedp.EmulateViewport(v.width, 800),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: map[bool]string{true: "dark", false: "light"}[v.dark]}}),
		chromedp.Navigate(url),
		chromedp.WaitReady("body", chromedp.ByQuery),
	)
	if err != nil {
		t.Fatalf("opening %s: %v", url, err)
	}
	return tb
}

func args(list []*runtime.RemoteObject) string {
	var parts []string
	for _, a := range list {
		parts = append(parts, string(a.Value))
	}
	return strings.Join(parts, " ")
}

// complaints returns what the page said since it was opened.
func (tb *tab) complaints() []string {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	return append([]string(nil), tb.noise...)
}

// eval runs a JavaScript expression and stores its value in out. It works with
// the page's own scripts switched off too.
func (tb *tab) eval(t *testing.T, expression string, out any) {
	t.Helper()
	err := chromedp.Run(tb.ctx, chromedp.Evaluate(expression, out, func(p *runtime.EvaluateParams) *runtime.EvaluateParams {
		return p.WithAwaitPromise(true)
	}))
	if err != nil {
		t.Fatalf("evaluating %.60q: %v", expression, err)
	}
}

// press sends keys to the element that has the focus.
func (tb *tab) press(t *testing.T, keys string) {
	t.Helper()
	if err := chromedp.Run(tb.ctx, chromedp.KeyEvent(keys)); err != nil {
		t.Fatalf("pressing %q: %v", keys, err)
	}
}

// axeFinding is what axe-core says of one rule that is broken.
type axeFinding struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML string `json:"html"`
	} `json:"nodes"`
}

// axe runs the rules of axe-core for WCAG 2.2 A and AA, the size of targets
// among them (off by default there), and its best practices.
func (tb *tab) axe(t *testing.T) []axeFinding {
	t.Helper()
	// What the page's own scripts would do is decided by now; axe itself needs
	// timers, which do not run while scripts are switched off. What the page
	// shows only to readers with script must stay hidden all the same.
	if !tb.view.script {
		tb.eval(t, `for(const s of document.styleSheets)for(const r of s.cssRules)if(r.media&&/scripting/.test(r.media.mediaText))r.media.mediaText="not all"`, nil)
	}
	if err := chromedp.Run(tb.ctx, emulation.SetScriptExecutionDisabled(false)); err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile(filepath.Join("..", "..", ".ci", "node_modules", "axe-core", "axe.min.js"))
	need(t, err == nil, "axe-core (npm ci in .ci)")
	var loaded bool
	tb.eval(t, string(source)+";typeof axe==='object'", &loaded)
	var raw string
	tb.eval(t, `axe.run(document,{resultTypes:["violations"],rules:{"target-size":{enabled:true}}}).then(r=>JSON.stringify(r.violations))`, &raw)
	var found []axeFinding
	if err := json.Unmarshal([]byte(raw), &found); err != nil {
		t.Fatal(err)
	}
	return found
}
