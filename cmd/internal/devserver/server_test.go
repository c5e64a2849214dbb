// SPDX-License-Identifier: EUPL-1.2

package devserver

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"vetro/cmd/internal/diag"
)

const page = `<!DOCTYPE html>
<html lang="it"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
<title>Prova</title></head>
<body class="a"><p>trentasette</p></body></html>
`

const notFound = `<!DOCTYPE html>
<html lang="it"><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-abc'">
<title>404</title></head><body><p>non c’è</p></body></html>
`

func testSite() fstest.MapFS {
	return fstest.MapFS{
		"index.html":      {Data: []byte(page)},
		"2022/index.html": {Data: []byte(page)},
		"404.html":        {Data: []byte(notFound)},
		"assets/sito.css": {Data: []byte("p{color:red}")},
	}
}

func start(t *testing.T, results ...Result) *Server {
	t.Helper()
	i := 0
	s := New(Options{
		Hosts: []string{"example.com"},
		Build: func(context.Context, func(fs.FS)) Result {
			r := results[min(i, len(results)-1)]
			i++
			return r
		},
		Snapshot: func() (string, error) { return "", nil },
	})
	s.Rebuild(context.Background())
	return s
}

func get(s *Server, method, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, httptest.NewRequest(method, target, nil))
	return w
}

func faulty() Result {
	report := &diag.List{}
	report.Add(diag.Diagnostic{Code: "wrong-type", Message: "atteso un numero, letto <script>alert(1)</script>", Line: `progetti = "<b>"`, Hint: "togli le virgolette"})
	return Result{Report: report}
}

// The bytes served, minus band, script and the policy's words, are the bytes
// of the site.
func TestServedBytesAreTheSite(t *testing.T) {
	site := testSite()
	s := start(t, Result{Site: site})
	for name, file := range site {
		t.Run(name, func(t *testing.T) {
			w := get(s, "GET", "http://example.com/"+name)
			body := w.Body.String()
			got := string(strip([]byte(body)))
			got = strings.Replace(got, "connect-src 'self'; script-src 'self'; ", "", 1)
			got = strings.Replace(got, "connect-src 'self'; ", "", 1)
			got = strings.Replace(got, "'self' 'sha256", "'sha256", 1)
			if diff := cmp.Diff(string(file.Data), got); diff != "" {
				t.Errorf("%s (-site +served):\n%s", name, diff)
			}
			if strings.HasSuffix(name, ".html") && !strings.Contains(body, "non è il sito pubblicato") {
				t.Error("the band is missing")
			}
		})
	}
}

func TestRequests(t *testing.T) {
	tests := []struct {
		name, method, target string
		status               int
		want                 string // in the body, or the Location header
	}{
		{"root", "GET", "http://example.com/", 200, "trentasette"},
		{"folder", "GET", "http://example.com/2022/", 200, "trentasette"},
		{"folder without slash", "GET", "http://example.com/2022", 301, "/2022/"},
		{"file", "GET", "http://example.com/assets/sito.css", 200, "color:red"},
		{"absent", "GET", "http://example.com/a/b/c", 404, "non c’è"},
		{"climbs", "GET", "http://example.com/../../etc/passwd", 404, "non c’è"},
		{"climbs encoded", "GET", "http://example.com/%2e%2e/%2e%2e/etc/passwd", 404, "non c’è"},
		{"backslash", "GET", "http://example.com/..%5c..%5cwindows", 404, "non c’è"},
		{"two slashes", "GET", "http://example.com//evil.example/", 404, "non c’è"},
		{"NUL", "GET", "http://example.com/a%00b", 404, "non c’è"},
		{"own climbs", "GET", "http://example.com/.anteprima/../server.go", 404, "pagina non trovata"},
		{"own script", "GET", "http://example.com/.anteprima/anteprima.js", 200, "EventSource"},
		{"other host", "GET", "http://evil.example/", 421, "non è servito"},
		{"post", "POST", "http://example.com/", 405, "solo leggere"},
	}
	s := start(t, Result{Site: testSite()})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := get(s, tt.method, tt.target)
			if w.Code != tt.status {
				t.Errorf("status = %d, want %d", w.Code, tt.status)
			}
			if got := w.Header().Get("X-Content-Type-Options"); got != "nosniff" {
				t.Errorf("X-Content-Type-Options = %q, want nosniff", got)
			}
			if text := w.Body.String() + w.Header().Get("Location"); !strings.Contains(text, tt.want) {
				t.Errorf("answer = %q, want %q in it", text, tt.want)
			}
		})
	}
}

func TestHeadHasNoBody(t *testing.T) {
	w := get(start(t, Result{Site: testSite()}), "HEAD", "http://example.com/")
	if w.Body.Len() != 0 || w.Header().Get("Content-Length") == "" {
		t.Errorf("HEAD: %d bytes of body, length %q", w.Body.Len(), w.Header().Get("Content-Length"))
	}
}

// After a failed build the last good page stays, with the faults over it; they
// go when the input is mended.
func TestFailureIsLaidOverTheLastGoodPage(t *testing.T) {
	s := start(t, Result{Site: testSite()}, faulty(), Result{Site: testSite()})
	s.Rebuild(context.Background())
	body := get(s, "GET", "http://example.com/").Body.String()
	for _, want := range []string{"trentasette", "C’è un errore da correggere", "&lt;script&gt;alert(1)", "togli le virgolette"} {
		if !strings.Contains(body, want) {
			t.Errorf("page after a failed build lacks %q", want)
		}
	}
	if strings.Contains(body, "<script>alert") {
		t.Error("text of the input reached the page as markup")
	}
	s.Rebuild(context.Background())
	if body := get(s, "GET", "http://example.com/").Body.String(); strings.Contains(body, "errore da correggere") {
		t.Error("the faults are still shown after the mend")
	}
}

func TestNoGoodSiteYet(t *testing.T) {
	for name, r := range map[string]Result{
		"faults":  faulty(),
		"machine": {Err: errors.New("disco illeggibile")},
	} {
		t.Run(name, func(t *testing.T) {
			w := get(start(t, r), "GET", "http://example.com/2022/")
			if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "anteprima.js") {
				t.Errorf("answer = %d %q, want 503 with the reload script", w.Code, w.Body)
			}
		})
	}
}

// The page about what the plan lacks is there with a site, without one and with
// errors; it is linked from every page of the preview, and no page of the site.
func TestMissingPage(t *testing.T) {
	const lacks = `<h1>Che cosa manca</h1>`
	site := testSite()
	site["assets/sito.0123.css"] = &fstest.MapFile{Data: []byte("p{}")}
	good, bad := Result{Site: site, Missing: []byte(lacks)}, faulty()
	bad.Missing = []byte(lacks)
	s := start(t, good, bad)
	const address = "http://example.com" + MissingPath
	for _, state := range []string{"a site", "a site and errors"} {
		w := get(s, "GET", address)
		body := w.Body.String()
		if w.Code != http.StatusOK || !strings.Contains(body, lacks) || !strings.Contains(body, `href="/assets/sito.0123.css"`) || !strings.Contains(body, "data-versione") {
			t.Errorf("%s: GET %s = %d\n%s", state, address, w.Code, body)
		}
		if body := get(s, "GET", "http://example.com/2022/").Body.String(); !strings.Contains(body, `href="`+MissingPath+`"`) {
			t.Errorf("%s: a page does not link to %s:\n%s", state, MissingPath, body)
		}
		s.Rebuild(context.Background())
	}
	s = start(t, bad)
	if w := get(s, "GET", address); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), lacks) || strings.Contains(w.Body.String(), "/assets/") {
		t.Errorf("no site: GET %s = %d\n%s", address, w.Code, w.Body)
	}
	if w := get(s, "GET", "http://example.com/"); !strings.Contains(w.Body.String(), `href="`+MissingPath+`"`) {
		t.Errorf("the page of a failure does not link to %s:\n%s", MissingPath, w.Body)
	}
	s = start(t, Result{Err: errors.New("disco pieno")})
	if w := get(s, "GET", address); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "disco pieno") {
		t.Errorf("no report: GET %s = %d\n%s", address, w.Code, w.Body)
	}
}

func TestPanicInBuildIsShown(t *testing.T) {
	s := New(Options{Hosts: []string{"example.com"}, Build: func(context.Context, func(fs.FS)) Result { panic("indice 3") }})
	s.Rebuild(context.Background())
	if body := get(s, "GET", "http://example.com/").Body.String(); !strings.Contains(body, "indice 3") {
		t.Errorf("page = %q, want the defect named", body)
	}
}

// Watch rebuilds once a change has settled and tells open pages.
func TestWatchReloadsOpenPages(t *testing.T) {
	snapshot := make(chan string, 1)
	last := "1"
	builds := make(chan struct{}, 10)
	s := New(Options{
		Interval: time.Millisecond,
		Build: func(context.Context, func(fs.FS)) Result {
			builds <- struct{}{}
			return Result{Site: testSite()}
		},
		Snapshot: func() (string, error) {
			select {
			case last = <-snapshot:
			default:
			}
			return last, nil
		},
	})
	ts := httptest.NewServer(s.Handler())
	defer ts.Close()
	s.opts.Hosts = []string{strings.TrimPrefix(ts.URL, "http://")}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go s.Watch(ctx)
	<-builds

	resp, err := http.Get(ts.URL + "/.anteprima/eventi")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	next := func() string {
		for lines.Scan() {
			if v, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return v
			}
		}
		return "closed"
	}
	first := next()
	if first == "0" { // connected before the first build was stored
		first = next()
	}
	if first != "1" {
		t.Fatalf("first event = %q, want 1", first)
	}
	snapshot <- "2"
	<-builds
	if got := next(); got != "2" {
		t.Errorf("event after a change = %q, want 2", got)
	}
	cancel()
	if _, err := io.ReadAll(resp.Body); err != nil {
		t.Errorf("the stream did not end with the server: %v", err)
	}
}

// A name of a host is the same in capitals, and no other is.
func TestHostWithoutCase(t *testing.T) {
	s := start(t, Result{Site: testSite()})
	for host, want := range map[string]int{"example.com": http.StatusOK, "EXAMPLE.com": http.StatusOK, "example.org": http.StatusMisdirectedRequest} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("status for %s = %d, want %d", host, w.Code, want)
		}
	}
}

func TestPolicyOnlyGrowsTowardsItself(t *testing.T) {
	got := widenPolicy(cspStart + `default-src 'none'; style-src 'sha256-x'">`)
	want := cspStart + `connect-src 'self'; script-src 'self'; default-src 'none'; style-src 'self' 'sha256-x'">`
	if got != want {
		t.Errorf("widenPolicy = %s, want %s", got, want)
	}
}

// strip takes away what dress added.
func strip(page []byte) []byte {
	var out bytes.Buffer
	for {
		before, rest, found := bytes.Cut(page, []byte(addOpen))
		out.Write(before)
		if !found {
			return out.Bytes()
		}
		_, page, _ = bytes.Cut(rest, []byte(addClose))
	}
}
