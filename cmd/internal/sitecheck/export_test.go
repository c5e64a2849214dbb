// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import "io/fs"

// Design judges a site for the tests that build one.
func Design(site fs.FS) ([]string, error) {
	flaws, err := judgeDesign(site)
	return shared(flaws), err
}
