// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"context"
	"errors"
	"testing"
	"time"
)

// TestComputing holds that a stopped run does not wait for a long part of the
// work, and that what panics there is told as a defect.
func TestComputing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	forever := make(chan struct{})
	t.Cleanup(func() { close(forever) })
	time.AfterFunc(time.Millisecond, cancel)
	if err := computing(ctx, func() { <-forever }); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if err := computing(ctx, func() { t.Error("begun after the end") }); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
	var defect *DefectError
	if err := computing(t.Context(), func() { panic("guasto") }); !errors.As(err, &defect) {
		t.Errorf("panic: %v", err)
	}
	if err := computing(t.Context(), func() {}); err != nil {
		t.Error(err)
	}
}
