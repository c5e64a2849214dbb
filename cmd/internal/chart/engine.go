// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"context"
	"fmt"
	"time"

	"modernc.org/quickjs"
)

// An Engine runs the scripts once and then draws. It is used by one goroutine at a
// time. Two engines give the same bytes for the same arguments.
type Engine interface {
	// Draw calls their function draw.
	Draw(ctx context.Context, option []byte, width, height float64) ([]byte, error)
	Close() error
}

// engineVersion is the module version of QuickJS; a test holds it to go.mod.
const engineVersion = "modernc.org/quickjs v0.27.0"

// bytecodeSum is the SHA-256 of script compiled by that version on a 64-bit
// little-endian machine. QuickJS does not check bytecode before it runs it, so
// nothing else is ever loaded; a machine that compiles to other bytes compiles
// each time.
const bytecodeSum = "f57005282819d55cc3b6c3cab119b724fc3de353eaffa32c74bd3da343f5d5e9"

const (
	// A chart takes tens of milliseconds, one of 200 rows some hundreds. The
	// limits are for a defect, not for work.
	drawTimeout = 30 * time.Second
	memoryLimit = 512 << 20

	// Collecting garbage seldom nearly halves the time of a drawing.
	collectAt = 64 << 20
)

// quickJS runs the script in QuickJS, translated to Go.
type quickJS struct{ vm *quickjs.VM }

// newQuickJS starts the engine that the program uses. It compiles the script,
// or loads what an earlier run compiled and kept.
func newQuickJS(kept Cache) (Engine, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("starting QuickJS: %w", err)
	}
	vm.SetMemoryLimit(memoryLimit)
	vm.SetGCThreshold(collectAt)
	if err := vm.SetEvalTimeout(drawTimeout); err != nil {
		vm.Close()
		return nil, fmt.Errorf("starting QuickJS: %w", err)
	}
	if err := runScript(vm, kept); err != nil {
		vm.Close()
		return nil, fmt.Errorf("starting ECharts: %w", err)
	}
	return &quickJS{vm}, nil
}

// runScript spares the compilation, most of what a start takes, when the cache
// has its result.
func runScript(vm *quickjs.VM, kept Cache) error {
	if kept.Get == nil || kept.Put == nil {
		_, err := vm.Eval(script(), quickjs.EvalGlobal)
		return err
	}
	const key = "script-" + bytecodeSum
	code, ok := kept.Get(key)
	if !ok || sum(code) != bytecodeSum {
		var err error
		if code, err = vm.Compile(script(), quickjs.EvalGlobal); err != nil {
			return err
		}
		if sum(code) == bytecodeSum {
			kept.Put(key, code)
		}
	}
	_, err := vm.EvalBytecode(code)
	return err
}

func (q *quickJS) Draw(ctx context.Context, option []byte, width, height float64) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, q.vm.Interrupt)
	defer stop()
	result, err := q.vm.Call("draw", string(option), width, height)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("drawing: %w", err)
	}
	svg, ok := result.(string)
	if !ok {
		return nil, fmt.Errorf("drawing: the script returned %T, not text", result)
	}
	return []byte(svg), nil
}

func (q *quickJS) Close() error { return q.vm.Close() }
