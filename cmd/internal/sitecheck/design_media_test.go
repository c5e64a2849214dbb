// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"strconv"
	"strings"
)

// A view is a way of looking at a page: how wide, on what, doing what.
type view struct {
	name  string // Italian, for messages
	width float64
	print bool
	state string
}

// views are those in which colours are compared.
var views = []view{
	{name: "su uno schermo largo", width: 1280},
	{name: "su un telefono", width: 360},
	{name: "su carta", width: 700, print: true},
	{name: "sotto il puntatore", width: 1280, state: "hover"},
	{name: "raggiunto con i tasti", width: 1280, state: "focus"},
}

// sees reports whether rules under these conditions count in v.
func (v view) sees(conditions []string) bool {
	for _, c := range conditions {
		name, condition, _ := strings.Cut(c, " ")
		if name == "@supports" {
			if strings.HasPrefix(condition, "not") {
				return false // of a browser of today
			}
			continue
		}
		some := false
		for _, query := range split(condition, ",") {
			some = some || v.meets(query)
		}
		if !some {
			return false
		}
	}
	return true
}

// meets judges one media query. What it does not know it takes for not met:
// other colours of the reader's, other hands.
func (v view) meets(query string) bool {
	for part := range strings.SplitSeq(query, " and ") {
		part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "only "))
		feature, value, _ := strings.Cut(strings.Trim(part, "()"), ":")
		value = strings.TrimSpace(value)
		ok := false
		switch strings.TrimSpace(feature) {
		case "all":
			ok = true
		case "screen":
			ok = !v.print
		case "print":
			ok = v.print
		case "min-width":
			ok = v.width >= pixels(value)
		case "max-width":
			ok = v.width <= pixels(value)
		case "scripting":
			ok = value == "enabled" && !v.print
		case "prefers-reduced-motion":
			ok = value == "no-preference"
		case "hover", "any-hover":
			ok = value == "hover"
		}
		if !ok {
			return false
		}
	}
	return true
}

func pixels(length string) float64 {
	factor := 1.0
	number, em := strings.CutSuffix(strings.TrimSuffix(length, "px"), "em")
	if em {
		number, factor = strings.TrimSuffix(number, "r"), 16
	}
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0
	}
	return n * factor
}
