// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// serverSettings are files that servers and hosts take orders from.
var serverSettings = regexp.MustCompile(`(?i)^(_headers|_redirects|\.htaccess|\.htpasswd|web\.config|netlify\.toml|vercel\.json|staticwebapp\.config\.json|nginx\.conf|caddyfile)$`)

// barred are the orders, on one line or on more where the format has none, that
// keep out search engines or people, in the words of each server: headers, asking
// who somebody is, letting in some only, answering with a refusal.
var barred = regexp.MustCompile(`(?im)` + strings.Join([]string{
	`x-robots-tag[^{}<>\n]*\b(?:noindex|nofollow|none|unavailable_after)\b`,
	`\bAuthType\s+["']?(?:basic|digest|form|shibboleth|kerberos|negotiate|mellon|openid)|\bAuthUserFile\b|\bauth_(?:basic|request)\s+[^o\s]|\bbasic-?_?auth\b`,
	`^\s*Deny\s+from\b.*|\bdeny\s+all\b`,
	`^\s*Require\s+(?:ip|host|local|forward-dns|env|user|group|valid-user|file-owner|file-group|expr|not|ldap-\S+|dbm-\S+|all\s+denied)\b.*`,
	`^\s*Redirect(?:Match)?\s+(?:gone|4\d\d|5\d\d)\s+["']?\^?/?(?:\.\*|\(\.\*\))?\$?["']?\s*$`,
	`^\s*RewriteRule\s.*[\[,]\s*(?:F|forbidden|END,F|R=[45]\d\d)\s*[\],].*`,
	`^\s*RewriteRule\s+["']?(?:\^|\.|\^?\(?\.\*\)?\$?)["']?\s.*[\[,]\s*(?:G|gone)\s*[\],].*`,
	`^\s*SSLVerifyClient\s+(?:require|optional)\b`,
	`^\s*/\S*\s+\S+\s+(?:401|403|410|451|[45]\d\d!).*`, // _redirects
	`\b(?:return|respond|error|status(?:Code)?["']?\s*[:=])\s*["']?(?:401|403|410|451)\b`,
	`<deny\s[^>]*>|accessType\s*=\s*"deny"[^>]*|allowUnlisted\s*=\s*"false"|<anonymousAuthentication\s[^>]*"false"|<authentication\s+mode\s*=\s*"(?:Forms|Windows)"|type\s*=\s*"AbortRequest"`,
	`"allowedRoles"\s*:\s*\[(?:\s*"(?:[b-z][^"]*|a[^n"][^"]*)"\s*,?)+\s*\]`, // without "anonymous"
}, "|"))

// hidden begins a block, or is a rule, about files that servers keep to
// themselves: those whose names begin with a dot.
var hidden = regexp.MustCompile(`(?i)^\s*(?:<Files\s+["']?\.|(?:<FilesMatch\s+|<Files\s+~\s+|location\s+~\*?\s*|RewriteRule\s+)["']?(?:\^|/|\((?:\?:)?\^\|/\))\\?\.[^*+])`)

// orders reports whether servers or search engines take orders from a file.
func orders(name string) bool {
	return name == robotsName || serverSettings.MatchString(path.Base(name))
}

// maxOrders is how much of a foreign file is read.
const maxOrders = 1 << 20

// Foreign judges the files of a published folder that vetro did not put there:
// they are kept, and may shut the site to search engines or people (D.Lgs.
// 33/2013, art. 9). What cannot be read is left to who writes the site.
func Foreign(published fs.FS, ours func(name string) bool) []Fault {
	var out []Fault
	walk := func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || !orders(name) || ours(name) {
			return nil
		}
		in, err := published.Open(name)
		if err != nil {
			return nil
		}
		defer in.Close()
		if data, err := io.ReadAll(io.LimitReader(in, maxOrders)); err == nil {
			f := &file{path: name}
			f.checkOrders(data)
			out = append(out, f.faults...)
		}
		return nil
	}
	_ = fs.WalkDir(published, ".", walk) // walk returns no error
	return out
}

// checkOrders holds that orders to servers and search engines shut nothing.
func (f *file) checkOrders(data []byte) {
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	code, what, shut := "site-server", "i motori di ricerca o le persone", []string(nil)
	if f.path == robotsName {
		code, what, shut = "site-robots", "i motori di ricerca", disallowed(text)
	} else {
		shut = barred.FindAllString(plainOrders(f.path, text), -1)
	}
	for _, order := range shut {
		f.fault(code, "la riga %q tiene fuori %s", fold(order), what)
		f.faults[len(f.faults)-1].Hint = "togli la riga, o il file: quello che la legge vuole pubblicato deve poterlo trovare chiunque"
	}
}

// disallowed returns the lines of a robots.txt that keep engines out.
func disallowed(text string) (shut []string) {
	for line := range strings.Lines(text) {
		order, _, _ := strings.Cut(line, "#")
		key, value, _ := strings.Cut(order, ":")
		key = strings.ToLower(strings.TrimSpace(key))
		if (key == "disallow" || key == "noindex") && strings.TrimSpace(value) != "" {
			shut = append(shut, line)
		}
	}
	return shut
}

var xmlRemark = regexp.MustCompile(`(?s)<!--.*?-->`)

// plainOrders returns orders without remarks and without what is about hidden
// files. An order that goes on after a backslash is on one line, and all of them
// in the formats that know no lines.
func plainOrders(name, text string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".config":
		return fold(xmlRemark.ReplaceAllString(text, ""))
	case ".json":
		return fold(text)
	}
	var b strings.Builder
	within := false // a block about hidden files
	for line := range strings.Lines(strings.ReplaceAll(text, "\\\n", " ")) {
		start := strings.TrimSpace(line)
		isHidden := hidden.MatchString(line)
		switch {
		case strings.HasPrefix(start, "#"), isHidden && strings.HasPrefix(strings.ToLower(start), "rewriterule"):
		case isHidden:
			within = !strings.HasSuffix(start, "}")
		case within:
			within = !strings.HasPrefix(strings.ToLower(start), "</files") && !strings.HasSuffix(start, "}")
		default:
			b.WriteString(line)
		}
	}
	return b.String()
}
