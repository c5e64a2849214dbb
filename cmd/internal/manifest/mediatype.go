// SPDX-License-Identifier: EUPL-1.2

package manifest

import (
	"path"
	"strings"
	"vetro/cmd/internal/route"
)

// mediaTypes are those of the files a site may hold, by ending. The tables of
// the machine are not asked: they differ from one to the next.
var mediaTypes = map[string]string{
	".avif": "image/avif", ".css": "text/css", ".csv": "text/csv",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".gif":  "image/gif", ".html": "text/html", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".js": "text/javascript",
	".json": "application/json", ".jsonld": "application/ld+json",
	".odp": "application/vnd.oasis.opendocument.presentation", ".ods": "application/vnd.oasis.opendocument.spreadsheet",
	".odt": "application/vnd.oasis.opendocument.text", ".pdf": "application/pdf", ".png": "image/png",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".svg":  "image/svg+xml", ".ttl": "text/turtle", ".txt": "text/plain", ".webp": "image/webp", ".woff2": "font/woff2",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xml": "application/xml", ".zip": "application/zip",
}

// MediaType returns the media type of the file called name, without parameters;
// that of any bytes where the ending says nothing.
func MediaType(name string) string {
	if strings.HasSuffix(name, "csv-metadata.json") { // of one table, or of all
		return "application/csvm+json"
	}
	if name == route.FeedFile {
		return FeedType
	}
	if t := mediaTypes[strings.ToLower(path.Ext(name))]; t != "" {
		return t
	}
	return "application/octet-stream"
}

// FeedType is the media type of Atom (RFC 4287).
const FeedType = "application/atom+xml"
