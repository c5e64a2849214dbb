// SPDX-License-Identifier: EUPL-1.2

//go:build !unix

package attachment

import "time"

var began = time.Now()

// processorTime is, where the system is not asked, the time that has passed.
func processorTime() time.Duration { return time.Since(began) }
