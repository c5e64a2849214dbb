// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"modernc.org/quickjs"
)

func TestBundleIsThePinnedOne(t *testing.T) {
	if got := sum(scriptECharts); got != bundleSum {
		t.Errorf("echarts/echarts.js has the checksum %s, want %s", got, bundleSum)
	}
	version, err := os.ReadFile("echarts/VERSION")
	if err != nil {
		t.Fatal(err)
	}
	if want := "echarts.js sha256-" + bundleSum; !strings.Contains(string(version), want) {
		t.Errorf("echarts/VERSION does not say %q", want)
	}
}

// The cache must not outlive the engine that filled it.
func TestEngineVersionIsThatOfTheModule(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join("..", "..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(mod), engineVersion) {
		t.Errorf("go.mod does not require %s", engineVersion)
	}
}

func TestCompiledScriptIsThePinnedOne(t *testing.T) {
	skipUnderRace(t)
	if runtime.GOARCH != "amd64" {
		t.Skip("measured on amd64")
	}
	vm, err := quickjs.NewVM()
	if err != nil {
		t.Fatal(err)
	}
	defer vm.Close()
	code, err := vm.Compile(script(), quickjs.EvalGlobal)
	if err != nil {
		t.Fatal(err)
	}
	if got := sum(code); got != bytecodeSum {
		t.Errorf("the compiled script has the checksum %s; bytecodeSum is %s", got, bytecodeSum)
	}
}

// memory is a Cache for tests.
type memory map[string][]byte

func (m memory) cache() Cache {
	return Cache{
		Get: func(key string) ([]byte, bool) { data, ok := m[key]; return bytes.Clone(data), ok },
		Put: func(key string, data []byte) { m[key] = bytes.Clone(data) },
	}
}

// A start from kept bytecode draws the same; bytecode that was tampered with
// is not loaded, which would crash the program.
func TestKeptScript(t *testing.T) {
	skipUnderRace(t)
	const key = "script-" + bytecodeSum
	kept := memory{}
	draw := func() SVG {
		t.Helper()
		d := newDrawer(t, Options{Engine: func() (Engine, error) { return quickJSStarter(kept.cache())() }})
		svg, err := d.Draw(t.Context(), goldens()[0])
		if err != nil {
			t.Fatal(err)
		}
		return svg
	}
	compiled := draw()
	if kept[key] == nil {
		t.Fatal("the compiled script was not kept")
	}
	loaded := draw()
	kept[key] = bytes.Repeat([]byte{0x43}, len(kept[key]))
	spoiled := draw()
	for name, svg := range map[string]SVG{"loaded": loaded, "compiled again": spoiled} {
		if !bytes.Equal(svg.Wide, compiled.Wide) || !bytes.Equal(svg.Narrow, compiled.Narrow) {
			t.Errorf("the engine %s draws otherwise", name)
		}
	}
	if sum(kept[key]) != bytecodeSum {
		t.Error("the spoiled script was not replaced")
	}
}

func TestEngineStops(t *testing.T) {
	skipUnderRace(t)
	e, err := quickJSStarter(Cache{})()
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := e.Draw(ctx, []byte("{}"), 1, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("Draw with a cancelled context: %v", err)
	}
	if svg, err := e.Draw(t.Context(), []byte("{}"), 1, 1); err == nil {
		t.Errorf("Draw of no option: %q", svg)
	}
	if svg, err := e.Draw(t.Context(), []byte(`{"xAxis":[],"series":[{"label":{"formatter":"{b}"}}]}`), 1, 1); err == nil {
		t.Errorf("Draw with an unknown formatter: %q", svg)
	}
}
