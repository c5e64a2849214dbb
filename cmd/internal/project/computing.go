// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"context"
	"fmt"
	"runtime/debug"
	"strings"
)

// computing does a part of the work that only reads and computes, and returns
// the error of ctx as soon as it ends: who stops a long check does not wait for
// its end. What goes on meanwhile writes nothing, and its result is thrown away.
func computing(ctx context.Context, do func()) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() {
		defer func() {
			if v := recover(); v != nil {
				_, after, _ := strings.Cut(string(debug.Stack()), "panic(")
				_, place, _ := strings.Cut(after, "vetro/cmd/internal/")
				place, _, _ = strings.Cut(place, "(")
				done <- &DefectError{fmt.Errorf("%s: %v", place, v)}
			}
		}()
		do()
		done <- nil
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
