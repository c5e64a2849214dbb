// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"vetro/cmd/internal/chart"
	"vetro/cmd/internal/devserver"
)

// A shout is a writer that tells when a text has been written.
type shout struct {
	mu  sync.Mutex
	buf bytes.Buffer
	all chan string
}

func (s *shout) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buf.Write(p)
	select {
	case s.all <- s.buf.String():
	default:
	}
	return len(p), nil
}

// waitFor returns what was written once pattern is in it.
func (s *shout) waitFor(t *testing.T, pattern string) []string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	deadline := time.After(4 * time.Minute)
	for {
		s.mu.Lock()
		text := s.buf.String()
		s.mu.Unlock()
		if m := re.FindStringSubmatch(text); m != nil {
			return m
		}
		select {
		case <-s.all:
		case <-deadline:
			t.Fatalf("never said %q; said:\n%s", pattern, text)
		}
	}
}

// The preview answers on a free port with the site that build writes, plus its
// band, and ends when it is interrupted.
func TestServe(t *testing.T) {
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	_, port, _ := net.SplitHostPort(busy.Addr().String())

	// Under the race detector, which runs the short tests, a chart takes minutes
	// to draw; what goes on at once is the same in a project that has none.
	begin, name, files := []string{"init", "--demo", "prova"}, "Comune di Esempio", 80
	if testing.Short() {
		begin, name, files = []string{"init", "prova"}, "<html", 15
	}
	dir := t.TempDir()
	if code := Main(context.Background(), IO{Out: io.Discard, Err: io.Discard, Dir: dir}, begin); code != 0 {
		t.Fatalf("init: exit code %d", code)
	}
	// Charts are drawn once for both.
	cache := t.TempDir()
	env := []string{"XDG_CACHE_HOME=" + cache, "LocalAppData=" + cache, "HOME=" + cache}
	said := &shout{all: make(chan string, 1)}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	done := make(chan int)
	go func() {
		done <- Main(ctx, IO{Out: io.Discard, Err: said, Dir: dir, Env: env}, []string{"-C", "prova", "serve", "--port", port})
	}()
	said.waitFor(t, "è occupata: uso la")
	address := said.waitFor(t, `anteprima su (http://127\.0\.0\.1:\d+/)`)[1]
	said.waitFor(t, "anteprima aggiornata in")
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{name, "non è il sito pubblicato", "connect-src 'self'"} {
		if !strings.Contains(string(body), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	// Every file, minus what the preview adds, is the file that build writes.
	if code := Main(context.Background(), IO{Out: io.Discard, Err: io.Discard, Dir: dir, Env: env}, []string{"-C", "prova", "build"}); code != 0 {
		t.Fatalf("build: exit code %d", code)
	}
	built := os.DirFS(filepath.Join(dir, "prova", "public"))
	compared := 0
	err = fs.WalkDir(built, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		want, err := fs.ReadFile(built, name)
		if err != nil {
			return err
		}
		resp, err := http.Get(address + name)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		got, err := io.ReadAll(resp.Body)
		if err != nil {
			return err
		}
		if !bytes.Equal(undressed(got), want) {
			t.Errorf("%s is not served as build writes it", name)
		}
		compared++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if compared < files {
		t.Errorf("only %d files were compared", compared)
	}
	cancel()
	if code := <-done; code != 0 {
		t.Errorf("exit code %d after an interrupt, want 0", code)
	}
	said.waitFor(t, "anteprima chiusa")
}

var added = regexp.MustCompile(`(?s)<!--anteprima-->.*?<!--/anteprima-->`)

// undressed takes away the band, the script and the words of the policy that
// the preview adds to a page.
func undressed(page []byte) []byte {
	text := string(added.ReplaceAll(page, nil))
	text = strings.Replace(text, "connect-src 'self'; script-src 'self'; ", "", 1)
	text = strings.Replace(text, "connect-src 'self'; ", "", 1)
	return []byte(strings.Replace(text, "style-src 'self' 'sha256", "style-src 'sha256", 1))
}

func TestServeUsage(t *testing.T) {
	for _, args := range [][]string{{"--port", "99999"}, {"--port", "-1"}, {"--host", ""}, {"in-più"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			var said bytes.Buffer
			if code := Main(context.Background(), IO{Out: io.Discard, Err: &said, Dir: t.TempDir()}, append([]string{"serve"}, args...)); code != exitUsage {
				t.Errorf("exit code %d, want %d; said %s", code, exitUsage, &said)
			}
		})
	}
}

func TestHosts(t *testing.T) {
	got := strings.Join(hosts("127.0.0.1", 8080), " ")
	for _, want := range []string{"localhost:8080", "127.0.0.1:8080", "[::1]:8080"} {
		if !strings.Contains(got, want) {
			t.Errorf("hosts = %s, want %s among them", got, want)
		}
	}
	if got := hosts("127.0.0.1", 80); !strings.Contains(strings.Join(got, " "), " localhost") && got[1] != "localhost" {
		t.Errorf("hosts on port 80 = %q, want localhost without port among them", got)
	}
}

func TestRememberWithoutDisk(t *testing.T) {
	c := remember(chart.Cache{})
	if _, ok := c.Get("a"); ok {
		t.Error("something was drawn before anything was")
	}
	c.Put("a", []byte("x"))
	if data, ok := c.Get("a"); !ok || string(data) != "x" {
		t.Errorf("Get = %q, %v, want x, true", data, ok)
	}
}

// What the terminal says of the browser is so: before the first good build there
// is no page in it.
func TestSayBuilt(t *testing.T) {
	for _, tt := range []struct {
		faults []string
		shown  bool
		want   string
	}{
		{nil, true, "vetro: anteprima aggiornata in 0,21 s\n"},
		{[]string{"empty-value"}, true, "vetro: 1 errore: nel browser resta l'ultima pagina riuscita\n"},
		{[]string{"empty-value"}, false, "vetro: 1 errore: il sito si vede quando lo correggi\n"},
		{[]string{"wrong-type", "wrong-type"}, false, "vetro: 2 errori: il sito si vede quando li correggi\n"},
	} {
		a, _, said := testApp(t.TempDir())
		a.sayBuilt(devserver.Result{Report: report(tt.faults...)}, 210*time.Millisecond, tt.shown)
		if !strings.HasSuffix(said.String(), tt.want) {
			t.Errorf("after %d faults, shown %v, said\n%swant it to end\n%s", len(tt.faults), tt.shown, said, tt.want)
		}
	}
}
