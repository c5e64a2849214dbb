// SPDX-License-Identifier: EUPL-1.2

package transparency

import (
	"cmp"
	"fmt"
)

// A Day is a calendar day. The zero value is "not given".
type Day struct{ Year, Month, Day int }

// IsZero reports whether no day was given.
func (d Day) IsZero() bool { return d == Day{} }

// Compare returns -1, 0 or +1 as d is before, the same as or after e.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// String returns the ISO 8601 form, 2027-12-31, or "" when no day was given.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// ParseDay reads the ISO 8601 form.
func ParseDay(s string) (Day, bool) {
	var d Day
	if n, err := fmt.Sscanf(s, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day); n != 3 || err != nil || d.String() != s {
		return Day{}, false
	}
	return d, d.Year > 0 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= 31
}

// yearsOnline is how long what must be published stays so.
const yearsOnline = 5

// OnlineUntil returns the last day on which what was first published on
// published must be online, at the earliest: 31 December of the fifth year
// after, or inForceUntil, the last day of its effects, when that is later. Whose
// effects have no known end (zero) stays online after that day too, until they
// do end.
//
// D.Lgs. 33/2013, art. 8, comma 3: five years counted from 1 January of the year
// after the one in which the obligation arises, and in any case as long as the
// act has effects. The zero Day comes back when published is not given.
func OnlineUntil(published, inForceUntil Day) Day {
	if published.IsZero() {
		return Day{}
	}
	end := Day{published.Year + yearsOnline, 12, 31}
	if inForceUntil.Compare(end) > 0 {
		return inForceUntil
	}
	return end
}
