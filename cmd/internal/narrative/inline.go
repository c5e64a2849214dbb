// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

func (d *drawing) text(n *ast.Text, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	if n.IsRaw() {
		html.DefaultWriter.RawWrite(d.w, n.Segment.Value(d.page.src))
	} else {
		html.DefaultWriter.Write(d.w, d.page.typeset(n))
	}
	switch {
	case n.HardLineBreak():
		d.put("<br>\n")
	case n.SoftLineBreak():
		d.put("\n")
	}
	return ast.WalkContinue, nil
}

func (d *drawing) codeSpan(n *ast.CodeSpan, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	d.put("<code>")
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			value := bytes.ReplaceAll(t.Segment.Value(d.page.src), []byte("\n"), []byte(" "))
			html.DefaultWriter.RawWrite(d.w, value)
		}
	}
	d.put("</code>")
	return ast.WalkSkipChildren, nil
}

// anchor returns the start tag of a link to a checked address.
func (d *drawing) anchor(address string, title []byte) string {
	switch {
	case strings.HasPrefix(address, "/"):
		address = d.r.Link(address)
	case strings.HasPrefix(address, "#"):
		address = "#" + d.r.Prefix + address[1:]
	}
	return "<a href=\"" + escapeURL(address) + "\"" + attribute("title", string(unescape(title))) + ">"
}

func (d *drawing) autoLink(n *ast.AutoLink, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	label := template.HTMLEscapeString(string(n.Label(d.page.src)))
	if isFaulty(n) {
		d.put(label)
	} else {
		d.put(d.anchor(autoAddress(n, d.page.src), nil), label, "</a>")
	}
	return ast.WalkSkipChildren, nil
}

func (d *drawing) image(n *ast.Image, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	alt := altText(d.page, n)
	if n.Destination == nil {
		d.put(template.HTMLEscapeString(alt))
		return ast.WalkSkipChildren, nil
	}
	width, _ := n.AttributeString("width")
	height, _ := n.AttributeString("height")
	d.put("<img class=\"img-fluid\" src=\"", escapeURL(d.r.Link(string(n.Destination))), "\"",
		" alt=\"", template.HTMLEscapeString(alt), "\"", attribute("title", string(unescape(n.Title))),
		fmt.Sprintf(" width=\"%d\" height=\"%d\" loading=\"lazy\">", width, height))
	return ast.WalkSkipChildren, nil
}

func (d *drawing) figure(n *binding, entering bool) (ast.WalkStatus, error) {
	switch {
	case !entering:
	case n.valid:
		d.put(string(d.r.Figure(n.name)))
	default:
		d.put(template.HTMLEscapeString(string(n.segment.Value(d.page.src))))
	}
	return ast.WalkContinue, nil
}

// attribute returns name="value" with a space before it, or "" for no value.
func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + "=\"" + template.HTMLEscapeString(value) + "\""
}

func escapeURL(address string) string {
	return template.HTMLEscapeString(string(util.URLEscape([]byte(address), false)))
}
