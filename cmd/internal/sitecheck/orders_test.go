// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import "testing"

// TestOrders holds which orders shut a site, in the words of each server.
func TestOrders(t *testing.T) {
	for _, c := range []struct {
		name, text string
		shut       int
	}{
		{".htaccess", "RewriteEngine On\nRewriteRule .* - [F]\n", 1},
		{".htaccess", "RewriteRule ^ - [L,F]\r\nRewriteRule ^ - [R=403,L]\r\n", 2},
		{".htaccess", "RewriteRule ^(.*)$ - [NC,G]\n", 1},
		{".htaccess", "RewriteRule ^vecchia$ - [G]\nRewriteRule \"(^|/)\\.\" - [F]\nRewriteRule ^a$ /b/ [R=301,L]\n", 0},
		{".htaccess", "<RequireAny>\nRequire ip 10.0.0.0/8\n  Require local\n\tRequire host comune.example\n</RequireAny>\n", 3},
		{".htaccess", "Require all denied\n", 1},
		{".htaccess", "require valid-user\n", 1},
		{".htaccess", "Require all granted\nRequire method GET\n", 0},
		{".htaccess", "Order deny,allow\nDeny from all\nAllow from 10.0.0.1\n", 1},
		{".htaccess", "Header always set X-Robots-Tag noindex\n", 1},
		{".htaccess", "Header set X-Robots-Tag \\\n  \"none\"\n", 1},
		{".htaccess", "# Deny from all\n  # AuthType Basic\nAuthType None\n", 0},
		{".htaccess", "AuthType Basic\n", 1},
		{".htaccess", "Redirect 403 /\nRedirectMatch gone ^/.*$\n", 2},
		{".htaccess", "Redirect gone /vecchia\nRedirect 301 /vecchia /nuova\n", 0},
		{".htaccess", "<Files \".ht*\">\nRequire all denied\n</Files>\n", 0},
		{".htaccess", "<FilesMatch \"^\\.\">\nDeny from all\n</FilesMatch>\nDeny from all\n", 1},
		{".htaccess", "<FilesMatch \"\\.csv$\">\nRequire all denied\n</FilesMatch>\n", 1},
		{"2022/.htaccess", "SSLVerifyClient require\n", 1},
		{"web.config", "<customHeaders><add name=\"X-Robots-Tag\"\n  value=\"noindex\"/></customHeaders>", 1},
		{"Web.config", `<authorization><deny users="?"/></authorization>`, 1},
		{"web.config", `<authorization><add accessType="Deny" users="?"/></authorization>`, 1},
		{"web.config", `<ipSecurity allowUnlisted="false"/><anonymousAuthentication enabled="false"/>`, 2},
		{"web.config", `<rule><match url=".*"/><action type="CustomResponse" statusCode="403"/></rule>`, 1},
		{"web.config", "<!-- <deny users=\"?\"/>\n --><add name=\"X-Robots-Tag\" value=\"all\"/><allow users=\"*\"/>", 0},
		{"_redirects", "/* /404.html 404\n/a /b 301\n/* / 403\n/2022/* /x 404!\n", 2},
		{"_headers", "/*\n  X-Robots-Tag: googlebot: noindex\n  Basic-Auth: a:b\n", 2},
		{"vercel.json", `{"headers":[{"key":"X-Robots-Tag",` + "\n" + `"value":"noindex"}],"routes":[{"src":"/.*","status":403}]}`, 2},
		{"vercel.json", `{"headers":[{"key":"X-Robots-Tag","value":"all"},{"key":"a","value":"none"}]}`, 0},
		{"staticwebapp.config.json", `{"routes":[{"route":"/*","allowedRoles":["authenticated"]},{"allowedRoles":["anonymous", "authenticated"]}]}`, 1},
		{"netlify.toml", "[[redirects]]\nfrom = \"/*\"\nstatus = 403\n", 1},
		{"nginx.conf", "location / { deny all; }\nlocation ~ /\\.ht { deny all; }\nreturn 403;\nauth_basic off;\n", 2},
		{"Caddyfile", "basic_auth {\n}\nrespond 403\n", 2},
		{"robots.txt", "User-agent: *\nDisallow:\nAllow: /\n", 0},
		{"robots.txt", "User-agent: *\nDISALLOW : /\n", 1},
	} {
		f := &file{path: c.name}
		if f.checkOrders([]byte(c.text)); len(f.faults) != c.shut {
			t.Errorf("%s %q: %d orders shut the site, want %d: %v", c.name, c.text, len(f.faults), c.shut, f.faults)
		}
	}
}
