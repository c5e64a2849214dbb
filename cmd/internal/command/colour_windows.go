// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"os"

	"golang.org/x/sys/windows"
)

// understandsColours asks the console to obey colour sequences: the old one
// does so only when asked, and consoles before Windows 10 never do.
func understandsColours(f *os.File) bool {
	h := windows.Handle(f.Fd())
	var mode uint32
	if windows.GetConsoleMode(h, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(h, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
