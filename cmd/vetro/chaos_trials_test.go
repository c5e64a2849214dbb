// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Instants at which a build is killed.

func (c *chaos) randomly(context.Context) {
	time.Sleep(time.Duration(c.rng.Float64() * float64(c.took) * 1.1))
}

func (c *chaos) writing(ctx context.Context) {
	waitFor(ctx, filepath.Join(c.dir, "p", ".public.vetro", "nuovo", "index.html"))
	time.Sleep(time.Duration(c.rng.IntN(20_000)) * time.Microsecond)
}

func (c *chaos) exchanging(ctx context.Context) {
	waitFor(ctx, filepath.Join(c.dir, "p", ".public.vetro", "scambio"))
	time.Sleep(time.Duration(c.rng.IntN(3_000)) * time.Microsecond)
}

// started begins a command. The context is over when it has ended; ended waits for
// that and returns how.
func started(cmd *exec.Cmd) (_ context.Context, ended func() error, _ error) {
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	var result error
	go func() {
		defer cancel()
		result = cmd.Wait()
	}()
	return ctx, func() error {
		<-ctx.Done()
		return result
	}, nil
}

// kill ends a build with each of three signals in turn.
func (c *chaos) kill(n int, wait func(context.Context)) error {
	if err := c.change(); err != nil {
		return err
	}
	signal := []syscall.Signal{syscall.SIGKILL, syscall.SIGTERM, syscall.SIGINT}[n%3]
	cmd := c.command("-C", "p", "build")
	ctx, ended, err := started(cmd)
	if err != nil {
		return err
	}
	wait(ctx)
	delivered := cmd.Process.Signal(signal) == nil
	if ended() != nil && delivered && signal != syscall.SIGKILL {
		if code := cmd.ProcessState.ExitCode(); code != 3 {
			// The signal may come before the program listens to it.
			if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.Signaled() {
				return fmt.Errorf("%v: exit code %d, want 3", signal, code)
			}
		} else if _, err := os.Lstat(filepath.Join(c.dir, "p", ".public.vetro")); err == nil {
			return fmt.Errorf("%v: the work folder is still there", signal)
		}
	}
	return c.survives()
}

// faults are calls of the system and how each fails.
var faults = []string{
	"openat:error=ENOSPC", "openat:error=EMFILE", "openat:error=EACCES", "write:error=ENOSPC", "write:error=EIO",
	"fsync:error=EIO", "fsync:error=ENOSPC", "linkat:error=EPERM", "linkat:error=EMLINK", "mkdirat:error=ENOSPC", "mkdirat:error=EACCES",
	"renameat2:error=EINVAL", "renameat2:error=EPERM", "renameat2:error=EIO", "renameat:error=EXDEV", "renameat:error=EACCES",
	"unlinkat:error=EACCES", "unlinkat:error=EBUSY", "fchmodat:error=EPERM", "fchmod:error=EPERM", "newfstatat:error=EIO",
	"getdents64:error=EIO", "close:error=EIO", "flock:error=ENOLCK", "fchownat:error=EPERM",
}

// fault makes the nth call of one kind fail.
func (c *chaos) fault(n int) error {
	strace, err := exec.LookPath("strace")
	if err != nil {
		return fmt.Errorf("%w: there is no strace here", errNotTried)
	}
	if err := c.change(); err != nil {
		return err
	}
	fault := faults[n%len(faults)]
	call, _, _ := strings.Cut(fault, ":")
	inject := fmt.Sprintf("inject=%s:when=%d", fault, 1+c.rng.IntN(40))
	cmd := c.command("-C", "p", "build")
	cmd.Args = append([]string{strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e", inject}, cmd.Args...)
	cmd.Path = strace
	code, said := finished(cmd)
	if code < 0 || code > 3 && code != 127 { // 127: the fault hit what starts the program
		return fmt.Errorf("%s: exit code %d: %s", inject, code, said)
	}
	if strings.Contains(said, "errore interno") {
		return fmt.Errorf("%s: %s", inject, said)
	}
	if err := c.survives(); err != nil {
		return fmt.Errorf("%s (exit code %d, %s): %w", inject, code, said, err)
	}
	return nil
}

// full writes into a disk that is too small.
func (c *chaos) full(n int) error {
	disk := filepath.Join(c.dir, "disco")
	if err := os.MkdirAll(disk, 0o755); err != nil {
		return err
	}
	size := fmt.Sprintf("size=%dk", 64+c.rng.IntN(2000))
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", size, "tmpfs", disk).CombinedOutput(); err != nil {
		return fmt.Errorf("%w: no disk can be mounted here: %s", errNotTried, out)
	}
	defer exec.Command("umount", "-l", disk).Run()
	code, said := c.run("-C", "p", "build", "-o", filepath.Join(disk, "public"))
	switch _, err := os.Lstat(filepath.Join(disk, "public")); {
	case code == 3 && strings.Contains(said, "il disco è pieno") && os.IsNotExist(err):
		return nil
	case code == 0 && err == nil:
		return nil
	}
	return fmt.Errorf("%s: exit code %d: %s", size, code, said)
}

// others puts files into the target from the first instant of a build to its
// last, new ones and in place of others: not one may be missing in the end.
func (c *chaos) others(n int) (err error) {
	if err := c.change(); err != nil {
		return err
	}
	// Away with them in the end, so that the site is one of the two again.
	defer func() {
		err = errors.Join(err, os.RemoveAll(filepath.Join(c.public(), ".well-known")))
		strays, globbing := filepath.Glob(filepath.Join(c.public(), "documento-*"))
		err = errors.Join(err, globbing)
		for _, name := range strays {
			err = errors.Join(err, os.Remove(name))
		}
		err = errors.Join(err, c.survives())
	}()
	cmd := c.command("-C", "p", "build")
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	want := map[string]string{}
	var ended error
	for i := 0; ; i++ {
		name := fmt.Sprintf(".well-known/acme-challenge/%d", i%200)
		if i%3 == 0 {
			name = fmt.Sprintf("documento-%d.pdf", i%200)
		}
		text := fmt.Sprint(n, " ", i)
		at := filepath.Join(c.public(), name)
		// As editors do, by a name that is not used twice.
		tmp := fmt.Sprintf("%s.%d", at, i)
		if os.MkdirAll(filepath.Dir(at), 0o755) == nil && os.WriteFile(tmp, []byte(text), 0o644) == nil && os.Rename(tmp, at) == nil {
			want[name] = text
		}
		select {
		case ended = <-done:
		case <-time.After(time.Millisecond):
			continue
		}
		break
	}
	if ended != nil {
		return fmt.Errorf("build: %w: %s", ended, said.String())
	}
	for name, text := range want {
		if data, err := os.ReadFile(filepath.Join(c.public(), name)); err != nil || string(data) != text {
			return fmt.Errorf("%s: %q, %v, want %q", name, data, err, text)
		}
	}
	return nil
}

// lastInstants are what somebody does in the target of a build that has written
// all and is about to exchange; and what is there in the end, "" for nothing.
var lastInstants = []struct {
	do   func(public string) error
	name string
	want string
}{
	{func(public string) error {
		at := filepath.Join(public, ".well-known", "acme-challenge")
		return errors.Join(os.MkdirAll(at, 0o755), os.WriteFile(filepath.Join(at, "abc"), []byte("prova"), 0o644))
	}, ".well-known/acme-challenge/abc", "prova"},
	{func(public string) error {
		return os.WriteFile(filepath.Join(public, "documento.pdf"), []byte("a mano"), 0o644) // in place of the one before
	}, "documento.pdf", "a mano"},
	{func(public string) error {
		at := filepath.Join(public, "documento.pdf")
		return errors.Join(os.WriteFile(at+".tmp", []byte("con un altro nome"), 0o644), os.Rename(at+".tmp", at))
	}, "documento.pdf", "con un altro nome"},
	{func(public string) error { return os.Remove(filepath.Join(public, "documento.pdf")) }, "documento.pdf", ""},
}

// lastInstant stops a build when all is written but the exchange, does one of
// them, and lets it go on.
func (c *chaos) lastInstant(n int) (err error) {
	it := lastInstants[n%len(lastInstants)]
	mine := []string{filepath.Join(c.public(), ".well-known"), filepath.Join(c.public(), "documento.pdf")}
	defer func() {
		for _, name := range mine {
			err = errors.Join(err, os.RemoveAll(name))
		}
		err = errors.Join(err, c.survives())
	}()
	for range 50 { // until a build was stopped in time
		if err := errors.Join(c.change(), os.WriteFile(mine[1], []byte("di prima"), 0o644)); err != nil {
			return err
		}
		was, err := os.Stat(c.public())
		if err != nil {
			return err
		}
		cmd := c.command("-C", "p", "build")
		var said bytes.Buffer
		cmd.Stderr = &said
		ctx, ended, err := started(cmd)
		if err != nil {
			return err
		}
		waitFor(ctx, filepath.Join(c.dir, "p", ".public.vetro", "scambio"))
		_ = cmd.Process.Signal(syscall.SIGSTOP) // may have ended
		time.Sleep(2 * time.Millisecond)
		doing := it.do(c.public())
		is, err := os.Stat(c.public())
		_ = cmd.Process.Signal(syscall.SIGCONT)
		if err := errors.Join(doing, err, ended()); err != nil {
			return fmt.Errorf("%w: %s", err, said.String())
		}
		data, err := os.ReadFile(filepath.Join(c.public(), it.name))
		if it.want == "" && !errors.Is(err, fs.ErrNotExist) || it.want != string(data) {
			return fmt.Errorf("%s: %q, %v, want %q: %s", it.name, data, err, it.want, said.String())
		}
		if os.SameFile(was, is) {
			return nil
		}
	}
	return fmt.Errorf("%w: no build was stopped in time", errNotTried)
}

// together runs three builds of one target at once.
func (c *chaos) together(int) error {
	if err := c.change(); err != nil {
		return err
	}
	var group sync.WaitGroup
	errs := make([]error, 3)
	for i := range errs {
		group.Go(func() {
			if code, said := c.run("-C", "p", "build"); code != 0 && !(code == 3 && strings.Contains(said, "già al lavoro")) {
				errs[i] = fmt.Errorf("exit code %d: %s", code, said)
			}
		})
	}
	group.Wait()
	return errors.Join(errors.Join(errs...), c.survives())
}

var previewAddress = regexp.MustCompile(`anteprima su (http://127\.0\.0\.1:\d+/)`)

// preview starts the preview, spoils and mends the data under requests, and
// stops it as systemd would.
func (c *chaos) preview(n int) error {
	cmd := c.command("-C", "p", "serve", "--port", "0")
	pipe, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	var said bytes.Buffer
	chunk := make([]byte, 4096)
	var address string
	for address == "" {
		n, err := pipe.Read(chunk)
		if said.Write(chunk[:n]); err != nil {
			return fmt.Errorf("the preview ended: %s", said.String())
		}
		if m := previewAddress.FindStringSubmatch(said.String()); m != nil {
			address = m[1]
		}
	}
	rest := make(chan string, 1)
	go func() { all, _ := io.ReadAll(pipe); rest <- string(all) }()
	var faults error
	for i := range 10 {
		if err := c.set(i % 2); err != nil {
			return err
		}
		for path, want := range map[string][]int{"": {200, 503, 500}, "../../etc/passwd": {400, 403, 404, 301, 503}, "%2e%2e/data/ente.toml": {400, 403, 404, 301, 503}} {
			resp, err := http.Get(address + path)
			if err != nil {
				faults = errors.Join(faults, err)
				continue
			}
			body, _ := io.ReadAll(resp.Body)
			resp.Body.Close()
			ok := false
			for _, code := range want {
				ok = ok || resp.StatusCode == code
			}
			if !ok || bytes.Contains(body, []byte("root:x:")) {
				faults = errors.Join(faults, fmt.Errorf("%s: %s", path, resp.Status))
			}
		}
	}
	req, err := http.NewRequest("GET", address, nil)
	if err != nil {
		return err
	}
	req.Host = "altrove.example"
	if resp, err := http.DefaultClient.Do(req); err != nil {
		faults = errors.Join(faults, err)
	} else if resp.Body.Close(); resp.StatusCode < 400 {
		faults = errors.Join(faults, fmt.Errorf("another host is answered: %s", resp.Status))
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	last := <-rest
	if err := cmd.Wait(); err != nil || !strings.Contains(last, "anteprima chiusa") {
		faults = errors.Join(faults, fmt.Errorf("after SIGTERM: %w: %s", err, last))
	}
	return faults
}
