// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"vetro/cmd/internal/plan"
	"vetro/cmd/internal/route"
	"vetro/cmd/internal/site"
)

// maxSitemap is how many addresses one sitemap may have (sitemaps.org).
const maxSitemap = 50_000

type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

// A sitemapIndex lists sitemaps, where one is not enough.
type sitemapIndex struct {
	XMLName  xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Sitemaps []sitemapURL `xml:"sitemap"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// machineFiles returns the files that tell machines what the site has. All
// need its address; without it there are none. robots.txt counts only at the
// root of a host (RFC 9309): elsewhere it would be a file that nobody reads.
func (b *Builder) machineFiles() ([]site.File, error) {
	if b.base == "" {
		return nil, nil
	}
	var out []site.File
	if b.hasFeed() {
		data, err := b.feed()
		if err != nil {
			return nil, err
		}
		out = append(out, site.File{Path: route.FeedFile, Data: data})
	}
	maps, err := b.sitemaps()
	if err != nil {
		return nil, err
	}
	out = append(out, maps...)
	if u, err := url.Parse(b.base); err == nil && u.Path == "/" {
		// Art. 9 of D.Lgs. 33/2013: nothing keeps search engines away.
		out = append(out, site.File{Path: route.RobotsFile, Data: []byte("User-agent: *\nAllow: /\n\nSitemap: " + b.base + route.SitemapFile + "\n")})
	}
	return out, nil
}

// sitemaps lists the permanent address of every page that has one of its own:
// not the home page, which is the newest edition's, nor what only leads
// elsewhere, nor a draft.
func (b *Builder) sitemaps() ([]site.File, error) {
	var urls []sitemapURL
	for _, j := range b.jobs {
		draft := j.edition != nil && j.edition.State != plan.Approved
		switch {
		case j.file == route.NotFoundFile, j.redirects(), j.template == embedTemplate:
			continue
		case draft && strings.HasPrefix(j.address, route.Edition.At(j.edition.ID)):
			continue
		case j.file == route.File(route.Home.At()) && j.edition != nil && !draft:
			continue
		}
		u := sitemapURL{Loc: page{b: b}.absolute(j.address)}
		if j.edition != nil && !draft {
			u.LastMod = j.edition.Updated.String()
		}
		urls = append(urls, u)
	}
	slices.SortFunc(urls, func(a, c sitemapURL) int { return strings.Compare(a.Loc, c.Loc) })
	if len(urls) <= maxSitemap {
		data, err := encodeXML(sitemap{URLs: urls})
		return []site.File{{Path: route.SitemapFile, Data: data}}, err
	}
	var index sitemapIndex
	var out []site.File
	for part := range slices.Chunk(urls, maxSitemap) {
		data, err := encodeXML(sitemap{URLs: part})
		if err != nil {
			return nil, err
		}
		f := site.File{Path: fmt.Sprintf("sitemap-%d.xml", len(out)+1), Data: data}
		out = append(out, f)
		index.Sitemaps = append(index.Sitemaps, sitemapURL{Loc: b.base + f.Path})
	}
	data, err := encodeXML(index)
	return append(out, site.File{Path: route.SitemapFile, Data: data}), err
}
