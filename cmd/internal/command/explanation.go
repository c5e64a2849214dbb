// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"fmt"
	"io"
	"strings"

	"vetro/cmd/internal/diag"
)

// explainCode prints what a code means and why it is there.
func (a *app) explainCode(name string) error {
	c, ok := diag.Lookup(name)
	if !ok {
		var known []string
		for _, c := range diag.Codes() {
			known = append(known, c.Name)
		}
		hint := diag.DidYouMean(name, known)
		if hint == "" {
			hint = "i codici sono in: vetro help codici"
		}
		return usage(hint, "il codice %s non esiste", diag.Quote(name))
	}
	_, err := io.WriteString(a.Out, explanation(c))
	return err
}

// explanation is all there is to say of a code.
func explanation(c diag.Code) string {
	var b strings.Builder
	state := ""
	if c.Off != "" {
		state = ", spento"
	}
	fmt.Fprintf(&b, "%s (%s, gruppo %s%s)\n\n", c.Name, c.Severity, c.Group, state)
	b.WriteString(wrap(c.Meaning, "  ", 80))
	section := func(title, text string) {
		if text == "" {
			return
		}
		fmt.Fprintf(&b, "\n%s\n", title)
		b.WriteString(text)
	}
	section("Perché", wrap(c.Reason, "  ", 80))
	if c.Source != "" {
		text := wrap(c.Source, "  ", 80)
		if c.Link != "" {
			text += "  " + c.Link + "\n"
		}
		section("Da dove viene", text)
	}
	if c.Wrong != "" {
		section("Così no", indent(c.Wrong))
	}
	if c.Right != "" {
		section("Così sì", indent(c.Right))
	}
	if c.Off != "" {
		section("Perché è spento", wrap(c.Off, "  ", 80))
		section("Per accenderlo", "  vetro check --only "+c.Name+"\n  vetro check --all\n")
	}
	return b.String()
}
