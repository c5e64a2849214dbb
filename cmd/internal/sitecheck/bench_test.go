// SPDX-License-Identifier: EUPL-1.2

package sitecheck

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkAudit checks a site of 2,000 projects, each page as long as those of
// a real plan, and a list of them all.
func BenchmarkAudit(b *testing.B) {
	files := sound()
	var rows strings.Builder
	filler := strings.Repeat("<li>Una voce lunga quanto quelle che si scrivono davvero in un progetto</li>\n", 120)
	for i := range 2000 {
		name := fmt.Sprintf("p%d", i)
		page := strings.NewReplacer("<title>Uno", "<title>"+name, "Descrizione di Uno", "Descrizione di "+name, "/uno/", "/"+name+"/",
			"<li>Meno carta</li>", filler).Replace(files[uno])
		files["2022/progetti/"+name+"/index.html"] = page
		fmt.Fprintf(&rows, `<li><a href="%s/index.html">Progetto %s</a></li>`, name, name)
	}
	files[projects] = strings.Replace(files[projects], "<li><a href=\"due", rows.String()+"<li><a href=\"due", 1)
	delete(files, sitemapName)
	site := asSite(files)
	size := 0
	for _, text := range files {
		size += len(text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		faults, err := Audit(site)
		if err != nil || len(faults) > 0 {
			b.Fatal(faults[:min(len(faults), 3)], err)
		}
	}
}
