// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"strings"
)

// doubtful reports whether what is not found in an edition may only be missing
// because of a fault that has been reported: in its data, or in its folder of
// pages. The edition "" stands for the pages of none.
func (lib *library) doubtful(edition string) bool {
	return lib.unread[edition] || lib.pub.Doubtful(edition)
}

// uncertain is doubtful for the address of a page, and true for the address of
// a page whose file could not be read.
func (lib *library) uncertain(address string) bool {
	if lib.unreadPages[address] {
		return true
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(address, "/"), "/")
	if isEdition(first) {
		return lib.doubtful(first)
	}
	return lib.doubtful("")
}
