// SPDX-License-Identifier: EUPL-1.2

//go:build !windows

package command

import "os"

// understandsColours is true: every terminal of these systems does.
func understandsColours(*os.File) bool { return true }
