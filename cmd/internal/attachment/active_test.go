// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"strings"
	"testing"
)

func TestActiveSVG(t *testing.T) {
	const ns = `xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`
	for _, c := range []struct{ name, svg, want string }{
		{"drawing", `<?xml version="1.0"?><svg ` + ns + `><defs><path id="a" d="M0 0"/></defs><use href="#a"/><use xlink:href="#a"/></svg>`, ""},
		{"style of its own", `<svg ` + ns + `><style>.a{fill:url(#g)}</style><path style="fill:url('#g')" fill="url(#g)"/></svg>`, ""},
		{"picture inside", `<svg ` + ns + `><image href="data:image/png;base64,AAAA"/></svg>`, "image"},
		{"doctype", `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg ` + ns + `/>`, "DOCTYPE"},
		{"script", `<svg ` + ns + `><SCRIPT/></svg>`, "SCRIPT"},
		{"script with a prefix", `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>`, "script"},
		{"handler", `<svg ` + ns + ` onload="alert(1)"/>`, "onload"},
		{"foreign object", `<svg ` + ns + `><foreignObject/></svg>`, "foreignObject"},
		{"link out", `<svg ` + ns + `><a href="https://prova.example/"/></svg>`, "href"},
		{"script address", `<svg ` + ns + `><a xlink:href=" javascript:alert(1)"/></svg>`, "href"},
		{"document inside", `<svg ` + ns + `><use href="data:image/svg+xml;base64,AAAA"/></svg>`, "href"},
		{"animated address", `<svg ` + ns + `><a><set attributeName="xlink:href" to="javascript:alert(1)"/></a></svg>`, "set"},
		{"style that loads", `<svg ` + ns + `><style>@import "x.css";</style></svg>`, "stile"},
		{"picture from outside", `<svg ` + ns + `><path style="fill:url(https://prova.example/x)"/></svg>`, "style"},
		{"entity", `<!DOCTYPE svg [<!ENTITY a "b">]><svg ` + ns + `/>`, "DOCTYPE"},
		{"stylesheet", `<?xml-stylesheet href="x.css"?><svg ` + ns + `/>`, "xml-stylesheet"},
	} {
		got, err := ActiveSVG([]byte(c.svg))
		if err != nil || (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: ActiveSVG = %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	for _, broken := range []string{"", "GIF89a", "<svg>", "<svg>&x;</svg>"} {
		if _, err := ActiveSVG([]byte(broken)); err == nil {
			t.Errorf("ActiveSVG(%q) finds nothing wrong", broken)
		}
	}
}
