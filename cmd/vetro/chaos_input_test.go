// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"golang.org/x/tools/txtar"
)

// What one input of a megabyte may cost at most. The time is generous: the
// machine of a test may be busy.
const (
	inputTime   = 20 * time.Second
	inputMemory = 300 << 20 // bytes, of the process at its largest
)

// A hostileInput is a file put into the project; check must end with the exit
// code and the words wanted.
type hostileInput struct {
	name string // relative to the project
	text func() string
	code int    // 0 or 1
	says string // part of what is said
}

const testPage = "content/2022/ostile.md"

// pageOf is a page of the project with a body made of times times part.
func pageOf(before, part string, times int, after string) func() string {
	return func() string {
		return "+++\ntitolo = \"Ostile\"\nsommario = \"x\"\nordine = 91\n+++\n\n" + before + strings.Repeat(part, times) + after + "\n"
	}
}

const molti = "data/piani/2022/settori/molti.toml"

// one is a settore of one project, with times times part under it.
func one(part string, times int, after string) func() string {
	return func() string {
		return "nome = \"M\"\n[[progetto]]\nid = \"a\"\ntitolo = \"A\"\n" + strings.Repeat(part, times) + after
	}
}

func raw(text string) func() string { return func() string { return text } }

var hostileFiles = []hostileInput{
	{testPage, raw("+++\ntitolo = \"<script>alert(1)</script>\"\nsommario = \"x\"\nordine = 91\n+++\n\nx\n"), 0, ""},
	{testPage, pageOf("", "<script>alert(1)</script>", 1, ""), 1, "ostile.md:7"},
	{testPage, pageOf("", "<iframe src=https://fuori.example></iframe>", 1, ""), 1, "ostile.md:7"},
	{testPage, pageOf("", "[x](javascript:alert(1))", 1, ""), 1, "ostile.md:7"},
	{testPage, pageOf("", "![x](https://fuori.example/x.png)", 1, ""), 1, "ostile.md:7"},
	{testPage, raw("\x00\x01\x02"), 1, "ostile.md"},
	{testPage, raw("\xff\xfe+\x00+\x00+\x00"), 1, "ostile.md"},
	{testPage, raw(""), 1, "ostile.md"},
	{testPage, raw("+++\n"), 1, "ostile.md"},
	{testPage, pageOf("", "citt\xe0", 1, ""), 1, "ostile.md:7"},
	{testPage, pageOf("", "a\x1b[31mb", 1, ""), 1, "ostile.md:7"},
	{testPage, pageOf("", "{{ progetti.inesistenti }}", 1, ""), 1, "ostile.md:7"},
	{testPage, pageOf("", "{{ ", 1, ""), 1, "ostile.md:7"},
	{"data/glossario.toml", raw("a = [\n"), 1, "glossario.toml"},
	{"data/glossario.toml", raw("[[voce]]\nid = \"__proto__\"\n"), 1, "glossario.toml"},
	{"data/ente.toml", raw(""), 1, "ente.toml"},
	{"data/ente.toml", raw("nome = \"Comune\"\nindirizzo_base = \"javascript:alert(1)\"\n"), 1, "ente.toml:2"},
	{"data/piani/2022/settori/con spazi.toml", raw("nome = \"X\"\n"), 1, "con spazi.toml"},
	{"data/piani/2022/settori/__proto__.toml", raw("nome = \"X\"\n"), 1, "__proto__.toml"},
	{"data/piani/2022/settori/vuoto.toml", raw(""), 1, "vuoto.toml"},
	{"data/piani/duemila/piano.toml", raw("titolo = \"x\"\n"), 1, "duemila"},
}

// bombs are small files that make much of little, as big as a limit allows or
// larger.
var bombs = []hostileInput{
	{testPage, pageOf("|"+strings.Repeat("a|", 2000)+"\n|"+strings.Repeat("-|", 2000)+"\n", "|x|\n", 2000, ""), 1, "ostile.md:"},
	{testPage, func() string {
		return pageOf("", "[a] ", 10_000, "\n\n[a]: /2022/ \""+strings.Repeat("t", 100_000)+"\"")()
	}, 1, "ostile.md:"},
	{testPage, pageOf("", strings.Repeat("RSSMRA80A01H501U ", 500)+"\n\n", 10, ""), 1, "ostile.md:7"},
	{testPage, pageOf("", strings.Repeat("mario.rossi@comune.example ", 300)+"\n\n", 15, ""), 1, "1.000 collegamenti"},
	{testPage, pageOf("", "## Uguale\n\nx\n\n", 20_000, ""), 1, "ostile.md:"},
	{testPage, pageOf("", strings.Repeat("{{ a.b }} ", 900)+"\n\n", 20, ""), 1, "1.000 cifre"},
	{testPage, pageOf("", "{{ ", 50_000, ""), 1, "ostile.md:"},
	{testPage, pageOf("", "> ", 2000, "x"), 1, "ostile.md:"},
	{testPage, pageOf("", "- ", 2000, "x"), 1, "ostile.md:"},
	{testPage, pageOf("", "*", 20_000, "x"), 1, "ostile.md:"},
	{testPage, pageOf("", "[", 50_000, ""), 1, "ostile.md:"},
	{testPage, pageOf("", "![](x)", 20_000, ""), 1, "ostile.md:"},
	{testPage, pageOf("", "`", 50_000, "a"), 1, "ostile.md:"},
	{testPage, pageOf("", "a[^1] ", 20_000, "\n\n[^1]: nota"), 1, "ostile.md:"},
	{testPage, pageOf("", "parola ", 140_000, ""), 1, "ostile.md:"},
	{testPage, pageOf("", "a\n\n", 300_000, ""), 1, "ostile.md:"},
	{testPage, pageOf("", "x", 5<<20, ""), 1, "ostile.md"},
	{"data/glossario.toml", func() string { return "a = " + strings.Repeat("[", 100_000) }, 1, "glossario.toml"},
	{"data/glossario.toml", func() string { return strings.Repeat("a.", 50_000) + "b = 1" }, 1, "glossario.toml"},
	{"data/glossario.toml", func() string { return strings.Repeat("[[termine]]\n", 50_000) }, 1, "glossario.toml:1"},
	{"data/ente.toml", func() string { return "nome = \"" + strings.Repeat("N", 500_000) + "\"\n" }, 1, "ente.toml:1"},
	{molti, func() string { return "nome = \"Molti\"\n" + strings.Repeat("[[progetto]]\nid = \"a\"\n", 20_000) }, 1, "molti.toml"},
	{molti, one("[[progetto.personale]]\nprofilo = \"Insegnanti\"\ndipendenti = 9\n", 10_000, ""), 1, "10000 voci"},
	{molti, one("[[progetto.indicatori]]\nnome = \"I\"\nunita = \"%\"\noperatore = \"almeno\"\n", 10_000, ""), 1, "10000 voci"},
	{molti, one("[[progetto.altro]]\nx = 1\n", 20_000, ""), 1, "molti.toml:5"},
	{molti, one("attivita = ["+strings.Repeat("\"Attività\",\n", 30_000)+"]\n", 1, ""), 1, "30000 voci"},
	{molti, one("[[progetto.indicatori]]\nnome = \"I\"\nrisultati = [", 1, strings.Repeat("{ anno = 2022, valore = 1 },\n", 20_000)+"]\n"), 1, "20000 voci"},
	{molti, func() string {
		var b strings.Builder
		for i := range 6000 {
			fmt.Fprintf(&b, "[[progetto]]\nid = \"p-%d\"\ntitolo = \"Progetto %d\"\n", i, i)
		}
		return "nome = \"Molti\"\n" + b.String()
	}, 1, "6000 voci"},
	{molti, func() string { return strings.Repeat("nome = \"M\"\n", 50_000) }, 1, "molti.toml"},
}

// hostileStrings are put wherever a text goes.
var hostileStrings = []string{
	"<vtr onx=1>", "'><vtr onx=1>", "\"><vtr onx=1>", "</script><vtr onx=1>", "</style><vtr>", "</title><vtr>", "-->\u003cvtr>", "]]><vtr>",
	"{{<vtr>}}", "{% <vtr> %}", "${<vtr>}", "`<vtr>`", "javascript:<vtr>", "&lt;vtr&gt;<vtr>", "&#60;vtr&#62;<vtr>", "\\x3cvtr><vtr>",
	"=cmd|' /C calc'!A0<vtr>", "+1<vtr>", "-1<vtr>", "@SUM(1)<vtr>", "__proto__<vtr>", "constructor<vtr>", "../../<vtr>", "%3Cvtr%3E<vtr>",
	"\u202eingannevole<vtr>", "\ufeff<vtr>", "😀<vtr>", strings.Repeat("<vtr>", 40),
}

// with puts files, by name relative to the project, into it while do runs, and
// then brings back what was there.
func (c *chaos) with(files map[string]string, do func() error) (err error) {
	for name, text := range files {
		at := filepath.Join(c.dir, "p", filepath.FromSlash(name))
		was, reading := os.ReadFile(at)
		if reading != nil && !errors.Is(reading, fs.ErrNotExist) {
			return reading
		}
		made := filepath.Dir(at)
		_, missing := os.Lstat(made)
		if err := errors.Join(os.MkdirAll(made, 0o755), os.WriteFile(at, []byte(text), 0o644)); err != nil {
			return err
		}
		defer func() {
			switch {
			case missing != nil:
				err = errors.Join(err, os.RemoveAll(made))
			case reading != nil:
				err = errors.Join(err, os.Remove(at))
			default:
				err = errors.Join(err, os.WriteFile(at, was, 0o644))
			}
		}()
	}
	return do()
}

// judged holds what check says of an input, and what it costs.
func (c *chaos) judged(in hostileInput) error {
	return c.with(map[string]string{in.name: in.text()}, func() error {
		cmd := c.command("-C", "p", "check")
		began := time.Now()
		code, said := finished(cmd)
		took := time.Since(began)
		used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
		if !ok {
			return errors.New("the system does not tell what a process used")
		}
		// Linux counts in kilobytes; elsewhere the limit is only wider.
		memory := int64(used.Maxrss) << 10
		switch {
		case code != in.code || !strings.Contains(said, in.says) || strings.Contains(said, "difetto di vetro"):
			return fmt.Errorf("%s: exit code %d, want %d and %q: %.2000s", in.name, code, in.code, in.says, said)
		case took > inputTime || memory > inputMemory:
			return fmt.Errorf("%s: took %v and %d MB", in.name, took, memory>>20)
		case len(said) > 8<<20:
			return fmt.Errorf("%s: says %d bytes", in.name, len(said))
		}
		return nil
	})
}

func (c *chaos) hostileFile(n int) error {
	in := hostileFiles[n%len(hostileFiles)]
	if err := c.judged(in); err != nil {
		return fmt.Errorf("line %d: %w", n%len(hostileFiles), err)
	}
	return nil
}

func (c *chaos) bomb(n int) error {
	in := bombs[n%len(bombs)]
	if err := c.judged(in); err != nil {
		return fmt.Errorf("line %d: %w", n%len(bombs), err)
	}
	return nil
}

// hostileAttachment publishes a file that a browser would run.
func (c *chaos) hostileAttachment(n int) error {
	archive, err := txtar.ParseFile("../internal/attachment/testdata/hostile.txtar")
	if err != nil {
		return err
	}
	file := archive.Files[n%len(archive.Files)]
	plan, err := os.ReadFile("testdata/project/data/piani/2022/piano.toml")
	if err != nil {
		return err
	}
	return c.with(map[string]string{
		"content/2022/allegati/" + file.Name: string(file.Data),
		"data/piani/2022/piano.toml":         fmt.Sprintf("%s\n[[allegato]]\nfile = %q\ntitolo = \"Ostile\"\n", plan, file.Name),
	}, func() error {
		if code, said := c.run("-C", "p", "build", "-o", "../altrove"); code != 1 || !strings.Contains(said, file.Name) {
			return fmt.Errorf("%s: exit code %d: %s", file.Name, code, said)
		}
		if _, err := os.Lstat(filepath.Join(c.dir, "altrove")); err == nil {
			return fmt.Errorf("%s is refused, and there is a site", file.Name)
		}
		return nil
	})
}

// hostileString is in every kind of text of a project; no file of the site has
// it as it was typed, where it would be markup.
func (c *chaos) hostileString(n int) error {
	s := fmt.Sprintf("%q", hostileStrings[n%len(hostileStrings)])
	out := filepath.Join(c.dir, "altrove")
	defer os.RemoveAll(out)
	plan, err := os.ReadFile("testdata/project/data/piani/2022/piano.toml")
	if err != nil {
		return err
	}
	settore := strings.ReplaceAll(`nome = §
progetti_nel_piano = 2
uffici = [§]
[[progetto]]
id = "uno"
titolo = §
sintesi = §
servizio = §
attivita = [§]
obiettivi = [§]
contributo = §
nota = §
[progetto.condizioni]
organizzative = [§]
[[progetto.personale]]
profilo = §
dipendenti = 12
[[progetto.indicatori]]
nome = §
dimensione = "efficienza"
unita = §
operatore = "almeno"
base = { anno = 2021, valore = 9 }
obiettivi = [{ anno = 2022, valore = 60 }]
`, "§", s)
	return c.with(map[string]string{
		testPage:                              "+++\ntitolo = " + s + "\nsommario = " + s + "\nordine = 91\n+++\n\nx\n",
		"data/glossario.toml":                 "[[termine]]\nid = \"a\"\ntermine = " + s + "\ndefinizione = " + s + "\n",
		"data/piani/2022/settori/ostile.toml": settore,
		"data/piani/2022/piano.toml":          strings.Replace(string(plan), `"Piano di prova"`, s, 1),
	}, func() error {
		code, said := c.run("-C", "p", "build", "-o", out)
		if code == 1 && strings.Contains(said, "ostile") {
			return nil // refused, with its place
		}
		if code != 0 {
			return fmt.Errorf("%s: exit code %d: %s", s, code, said)
		}
		return filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.Contains(".html.xml.svg", filepath.Ext(name)) {
				return err
			}
			data, err := os.ReadFile(name)
			if err == nil && strings.Contains(string(data), "<vtr") {
				err = fmt.Errorf("%s: %s has the markup", s, name)
			}
			return err
		})
	})
}

// oddOutputs are places of which the program must say why it writes no site there.
var oddOutputs = []struct{ out, says string }{
	{"~", "~"}, {".", ""}, {"..", ""}, {"data", "data"}, {"content", "content"}, {"/", ""}, {"/etc", "/etc"}, {"/dev", "/dev"}, {"/proc", "/proc"},
	{"giro", "giro"}, {"data/ente.toml", "ente.toml"}, {"public/sotto", "public"}, {"public/assets", "public"}, {"/dev/null", "/dev/null"},
}

// oddOutput writes where no site belongs: it is refused and nothing changes.
func (c *chaos) oddOutput(n int) error {
	it := oddOutputs[n%len(oddOutputs)]
	loop := filepath.Join(c.dir, "p", "giro")
	if err := os.Symlink("giro", loop); err != nil {
		return err
	}
	before, err := tree(os.DirFS(filepath.Join(c.dir, "p", "data")))
	if err != nil {
		return err
	}
	code, said := c.run("-C", "p", "build", "-o", it.out)
	err = os.Remove(loop)
	after, reading := tree(os.DirFS(filepath.Join(c.dir, "p", "data")))
	if err := errors.Join(err, reading, c.whole()); err != nil {
		return err
	}
	if code != 2 && code != 3 || !strings.Contains(said, it.says) || strings.Contains(said, "difetto di vetro") || !maps.Equal(before, after) {
		return fmt.Errorf("-o %s: exit code %d: %s", it.out, code, said)
	}
	return nil
}

// spoiledCache puts something else in the place of each file of the cache: the
// site has the same bytes, and the build ends.
func (c *chaos) spoiledCache(n int) error {
	spoil := []func(name string) error{
		func(name string) error { return os.Truncate(name, 0) },
		func(name string) error { return os.Truncate(name, 10) },
		func(name string) error {
			data, err := os.ReadFile(name)
			if err != nil || len(data) == 0 {
				return err
			}
			data[c.rng.IntN(len(data))] ^= 1 << c.rng.IntN(8)
			return os.WriteFile(name, data, 0o644)
		},
		func(name string) error { return errors.Join(os.Remove(name), syscall.Mkfifo(name, 0o644)) },
		func(name string) error { return errors.Join(os.Remove(name), os.Mkdir(name, 0o755)) },
		func(name string) error { return errors.Join(os.Remove(name), os.Symlink("/dev/full", name)) },
		func(name string) error { return os.WriteFile(name, []byte("<vtr>"), 0o644) },
	}[n%7]
	if err := errors.Join(os.RemoveAll(filepath.Join(c.dir, "cache")), c.heal()); err != nil {
		return err
	}
	spoiled := 0
	err := filepath.WalkDir(filepath.Join(c.dir, "cache"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		spoiled++
		return spoil(name)
	})
	if err == nil && spoiled == 0 {
		err = errors.New("there is no cache")
	}
	return errors.Join(err, c.change(), c.heal())
}
