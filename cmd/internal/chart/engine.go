// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"modernc.org/quickjs"
)

// An Engine runs the scripts once and then draws. It is used by one goroutine
// at a time. Two engines give the same bytes for the same arguments.
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
const bytecodeSum = "3119a26f49eeb067347216b324d86bf4b457a05fc13b40599664a0af0f2529af"

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

// quickJSStarter returns what starts the engines that the program uses. The
// first start compiles the script, most of what it takes, or loads what an
// earlier run compiled and kept; the others load the same.
func quickJSStarter(kept Cache) func() (Engine, error) {
	code := sync.OnceValues(func() ([]byte, error) { return compiled(kept) })
	return func() (Engine, error) {
		code, err := code()
		if err != nil {
			return nil, fmt.Errorf("compiling ECharts: %w", err)
		}
		vm, err := newVM()
		if err != nil {
			return nil, err
		}
		if _, err := vm.EvalBytecode(code); err != nil {
			return nil, errors.Join(fmt.Errorf("starting ECharts: %w", err), vm.Close())
		}
		return &quickJS{vm}, nil
	}
}

func newVM() (*quickjs.VM, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("starting QuickJS: %w", err)
	}
	vm.SetMemoryLimit(memoryLimit)
	vm.SetGCThreshold(collectAt)
	if err := vm.SetEvalTimeout(drawTimeout); err != nil {
		return nil, errors.Join(fmt.Errorf("starting QuickJS: %w", err), vm.Close())
	}
	return vm, nil
}

// compiled returns the bytecode of the script. What this program has just
// compiled may be run whatever its sum; what was kept only if it is the pinned.
func compiled(kept Cache) ([]byte, error) {
	const key = "script-" + bytecodeSum
	if kept.Get != nil {
		if code, ok := kept.Get(key); ok && sum(code) == bytecodeSum {
			return code, nil
		}
	}
	vm, err := newVM()
	if err != nil {
		return nil, err
	}
	defer vm.Close()
	code, err := vm.Compile(script(), quickjs.EvalGlobal)
	if err == nil && kept.Put != nil && sum(code) == bytecodeSum {
		kept.Put(key, code)
	}
	return code, err
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
