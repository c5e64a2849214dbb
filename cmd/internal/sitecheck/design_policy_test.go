// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"crypto/sha256"
	"encoding/base64"
	"maps"
	"path"
	"slices"
	"strings"
)

// checkPolicy holds that the Content-Security-Policy of the page lets in what
// the page has and nothing more.
func (p *designPage) checkPolicy() {
	policy, late := "", false
	need := map[string][]string{}
	for _, n := range p.elements {
		switch {
		case n.Data == "meta" && strings.EqualFold(attr(n, "http-equiv"), "Content-Security-Policy"):
			policy, late = attr(n, "content"), len(need) > 0
		case n.Data == "link" && attr(n, "rel") == "stylesheet":
			need["style-src"] = append(need["style-src"], "'self'")
			p.sheets = append(p.sheets, path.Join(path.Dir(p.name), attr(n, "href")))
		case n.Data == "link" && strings.Contains(attr(n, "rel"), "icon"), n.Data == "img":
			need["img-src"] = append(need["img-src"], "'self'")
		case n.Data == "style":
			need["style-src"] = append(need["style-src"], hash(rawText(n)))
		case n.Data == "script" && !dataBlock(n):
			p.script = true
			need["script-src"] = append(need["script-src"], "'self'")
			if attr(n, "src") == "" {
				p.flaw("inline-script", "c'è uno script nella pagina")
			}
		}
	}
	if policy == "" {
		p.flaw("policy", "manca la Content-Security-Policy")
		return
	}
	if late {
		p.flaw("policy", "la Content-Security-Policy viene dopo qualcosa che dovrebbe regolare")
	}
	given := directives(policy)
	p.typefaces = slices.Contains(given["font-src"], "'self'")
	for _, must := range []struct{ name, value string }{{"default-src", "'none'"}, {"base-uri", "'none'"}} {
		if !slices.Equal(given[must.name], []string{must.value}) {
			p.flaw("policy", "la Content-Security-Policy non ha %s %s: %q", must.name, must.value, policy)
		}
	}
	if len(given["form-action"]) == 0 {
		p.flaw("policy", "la Content-Security-Policy non dice dove si può mandare un modulo: %q", policy)
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		for _, source := range given[name] {
			if source != "'none'" && source != "'self'" && !strings.HasPrefix(source, "'sha256-") {
				p.flaw("policy", "la Content-Security-Policy lascia passare %q in %s", source, name)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(need)) {
		slices.Sort(need[name])
		for _, source := range slices.Compact(need[name]) {
			if !slices.Contains(given[name], source) {
				p.flaw("policy", "la Content-Security-Policy non permette in %s ciò che la pagina ha: %s", name, source)
			}
		}
	}
	if sources := given["script-src"]; !p.script && len(sources) > 0 && !slices.Equal(sources, []string{"'none'"}) {
		p.flaw("policy", "la Content-Security-Policy permette script a una pagina che non ne ha")
	}
}

// directives splits a policy into its directives.
func directives(policy string) map[string][]string {
	out := map[string][]string{}
	for part := range strings.SplitSeq(policy, ";") {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		if name := strings.ToLower(words[0]); out[name] == nil {
			out[name] = words[1:]
		}
	}
	return out
}

// hash is the source expression that allows a style element of that content.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
