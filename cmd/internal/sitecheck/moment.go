// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"time"

	"golang.org/x/net/html/atom"
)

// moments are the forms of the HTML standard for <time datetime> that a plan
// needs: a year, a month, a day, a moment.
var moments = []string{"2006", "2006-01", "2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05", time.RFC3339}

// checkTimes holds that dates for machines exist.
func (p *Page) checkTimes() {
	for _, n := range p.all(atom.Time) {
		value := attr(n, "datetime")
		if value == "" {
			value = content(n)
		}
		if !moment(value) {
			p.fault("page-time", "%q non è una data per le macchine", value)
		}
	}
}

func moment(value string) bool {
	for _, form := range moments {
		if t, err := time.Parse(form, value); err == nil && t.Year() > 0 {
			return true
		}
	}
	return false
}
