// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
)

// svgElements are the elements of SVG 1.1 and 2 that draw and name. Left out are
// those that run code, load files (image, feImage, font-face-uri, cursor),
// change attributes over time (animate, set…), or hold other documents
// (foreignObject, metadata with its foreign names).
var svgElements = []string{
	"svg", "g", "defs", "symbol", "use", "switch", "view", "a", "title", "desc", "metadata", "style",
	"path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
	"text", "tspan", "textPath",
	"linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker",
	"filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
	"feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
	"feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
}

// svgAttributes are the attributes that say shape, place, colour, words and
// names, besides aria-* and data-*.
var svgAttributes = strings.Fields(`
	version baseProfile id class style lang role tabindex viewBox preserveAspectRatio width height x y x1 y1 x2 y2 dx dy
	cx cy r rx ry fx fy fr d points pathLength transform gradientUnits gradientTransform spreadMethod offset patternUnits
	patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits maskType markerUnits markerWidth markerHeight
	refX refY orient startOffset method spacing side rotate textLength lengthAdjust zoomAndPan enable-background
	filterUnits primitiveUnits in in2 result type values tableValues slope intercept amplitude exponent mode operator k1 k2 k3 k4
	order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant
	specularExponent kernelUnitLength scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed
	stitchTiles azimuth elevation z pointsAtX pointsAtY pointsAtZ limitingConeAngle
	alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
	color-rendering direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font
	font-family font-size font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal
	glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color marker marker-end marker-mid
	marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering solid-color
	stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
	stroke-opacity stroke-width text-anchor text-decoration text-rendering text-align transform-origin unicode-bidi
	vector-effect visibility white-space word-spacing writing-mode`)

// readOut reports whether an attribute is only read out, never interpreted.
func readOut(name string) bool {
	return strings.HasPrefix(name, "aria-") || strings.HasPrefix(name, "data-")
}

// svgAttribute reports whether an attribute of an SVG image is harmless.
func svgAttribute(a xml.Attr) bool {
	name := a.Name.Local
	switch {
	case a.Name.Space == xmlSpace:
		return name == "space" || name == "lang"
	case a.Name.Space == "" && name == "href", a.Name.Space == xlinkSpace && name == "href":
		return strings.HasPrefix(a.Value, "#")
	case a.Name.Space == xlinkSpace:
		return name == "title" || name == "type" && a.Value == "simple"
	case a.Name.Space != "":
		return false
	case readOut(name):
		return true
	}
	return slices.Contains(svgAttributes, name) && activeStyle(a.Value) == ""
}

// fragment finds an address inside the file, which is all that url() may hold.
var fragment = regexp.MustCompile(`^\s*(#[A-Za-z0-9_:.-]+|"#[A-Za-z0-9_:.-]+"|'#[A-Za-z0-9_:.-]+')\s*\)`)

// functions are those that only compute a colour, a length or a move.
var functions = []string{
	"rgb", "rgba", "hsl", "hsla", "translate", "translatex", "translatey", "scale", "scalex", "scaley", "rotate", "skewx", "skewy", "matrix",
	"calc", "min", "max", "clamp", "var", "not", "is", "where", "nth-child", "nth-of-type", "blur", "drop-shadow", "opacity",
}

// activeStyle says, in Italian, what in a piece of CSS loads another file or
// could hide that it does; "" for nothing.
func activeStyle(css string) string {
	switch {
	case strings.Contains(css, `\`):
		return "uno stile con caratteri nascosti"
	case strings.Contains(css, "@"):
		return "uno stile che carica altri file"
	}
	for {
		before, after, ok := strings.Cut(css, "(")
		if !ok {
			return ""
		}
		name := strings.ToLower(before[1+strings.LastIndexFunc(before, func(r rune) bool { return !inName(r) }):])
		css = after
		if name == "" || slices.Contains(functions, name) || name == "url" && fragment.MatchString(after[:min(len(after), maxName)]) {
			continue
		}
		return "uno stile che usa «" + word(name) + "(…)»"
	}
}

// inName reports whether r may be part of the name of a function of CSS.
func inName(r rune) bool {
	return r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r >= 0x80
}
