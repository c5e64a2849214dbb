// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"cmp"
	"fmt"
)

// A Date is a calendar day without time or zone. The zero value is "not given".
type Date struct{ Year, Month, Day int }

// IsZero reports whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the ISO 8601 form, 2026-11-22, or "" when no date was given.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare returns -1, 0 or +1 as d is before, the same as or after e. A date
// that was not given is before every other.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}
