// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"vetro/cmd/internal/diag"
	"vetro/cmd/internal/italian"
)

// linkForms is the hint for an address of a form that is not accepted.
const linkForms = "un indirizzo esterno comincia con «https://», uno del sito con «/» (per esempio «/2022/progetti/»), un titolo di questa pagina con «#»"

// checkLink reports the destination of a link unless it leads somewhere, and
// leaves a destination ready to be written, or none: then only the text of the
// link is shown.
func (c *checker) checkLink(n *ast.Link) {
	d := c.atDestination(n, n.Destination, n.Reference)
	address := string(unescape(n.Destination))
	n.Destination = nil
	c.refer(n.Reference)
	c.checkTitle(n.Title, d)
	if c.checkAddress(address, d) {
		n.Destination = []byte(address)
		c.checkOldLink(n, address, d)
		c.checkSize(n, address, d)
	}
	if isBlank(plainText(c.page, n, func(name string) string { return name })) && !hasImage(n) {
		whole := c.at(n.Pos(), 1)
		whole.Code = "empty-link"
		whole.Message = "il collegamento non ha un testo"
		whole.Hint = "scrivi tra le parentesi quadre dove porta: «[l'elenco dei progetti](/2022/progetti/)»"
		c.report.Add(whole)
	}
}

// checkAutoLink is checkLink for <https://…>.
func (c *checker) checkAutoLink(n *ast.AutoLink) {
	address := autoAddress(n, c.page.src)
	if from, to := autoSpan(n, c.page.src); !c.checkAddress(address, c.at(from, to-from)) {
		n.SetAttributeString(faulty, true)
	}
}

// refer notes that the address of a reference is used.
func (c *checker) refer(r *ast.ReferenceLink) {
	if r != nil {
		c.used[foldLabel(r.Value)] = true
	}
}

// faulty marks a node that is shown as its text alone.
const faulty = "faulty"

func isFaulty(n ast.Node) bool {
	_, ok := n.AttributeString(faulty)
	return ok
}

// autoAddress returns where an address in the text leads, in angle brackets or
// not.
func autoAddress(n *ast.AutoLink, src []byte) string {
	if n.Protocol != nil { // www.comune.example, as typed
		return "https://" + string(n.Label(src))
	}
	address := string(n.URL(src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(address), "mailto:") {
		address = "mailto:" + address
	}
	return address
}

// checkAddress reports address at d and returns false unless it can be
// followed.
func (c *checker) checkAddress(address string, d diag.Diagnostic) bool {
	switch {
	case len(address) > maxAddress:
		d.Message = fmt.Sprintf("l'indirizzo supera %s caratteri", italian.Digits(maxAddress))
	case address == "":
		d.Message = "il collegamento non ha un indirizzo"
		d.Hint = linkForms
	case strings.ContainsFunc(address, func(r rune) bool { return diag.Invisible(r) || unicode.IsSpace(r) || r == '\\' }):
		d.Message = fmt.Sprintf("nell'indirizzo %s c'è uno spazio o un carattere che non può starci", diag.Quote(address))
		d.Hint = "copia di nuovo l'indirizzo; uno spazio si scrive «%20»"
	case strings.HasPrefix(address, "#"):
		return c.checkFragment(c.page, address[1:], d)
	case strings.HasPrefix(address, "//"):
		d.Message = fmt.Sprintf("all'indirizzo %s manca «https:»", diag.Quote(address))
		d.Hint = linkForms
	case strings.HasPrefix(address, "/"):
		return c.checkInternal(address, d)
	default:
		reason := externalFault(address)
		if reason == "" {
			return true
		}
		d.Message = reason
		d.Hint = c.relativeHint(address)
	}
	d.Code = "invalid-link"
	c.report.Add(d)
	return false
}

// externalFault says what is wrong with an address that leads out of the site,
// or returns "".
func externalFault(address string) string {
	scheme, rest, found := strings.Cut(address, ":")
	scheme = strings.ToLower(scheme)
	if !found || strings.ContainsAny(scheme, "/?#") {
		return fmt.Sprintf("%s non è un indirizzo completo", diag.Quote(address))
	}
	u, err := url.Parse(address)
	ok := err == nil
	switch scheme {
	case "http", "https":
		ok = ok && u.Host != "" && u.User == nil
	case "mailto":
		name, host, at := strings.Cut(rest, "@")
		ok = ok && at && name != "" && host != ""
	case "tel":
		ok = ok && rest != "" && strings.Trim(rest, "+0123456789-.()") == ""
	default:
		return fmt.Sprintf("gli indirizzi che cominciano con «%s:» non sono ammessi", diag.Clean(scheme))
	}
	if !ok {
		return fmt.Sprintf("l'indirizzo %s non è scritto bene", diag.Quote(address))
	}
	return ""
}

// relativeHint guesses what was meant by an address that is not complete.
func (c *checker) relativeHint(address string) string {
	lower := strings.ToLower(address)
	switch {
	case strings.HasPrefix(lower, "www."):
		return fmt.Sprintf("scrivi %s", diag.Quote("https://"+address))
	case strings.Contains(address, "@") && !strings.ContainsAny(address, ":/"):
		return fmt.Sprintf("scrivi %s", diag.Quote("mailto:"+address))
	case strings.Contains(address, ":"):
		return linkForms
	}
	// "progetti/", "../progetti/index.html" and "il-piano.md" name something here.
	name := strings.TrimSuffix(strings.TrimSuffix(path.Clean("/"+address), "/index.html"), ".md")
	for _, base := range []string{"/" + c.page.Edition, ""} {
		if candidate := path.Join("/", base, name) + "/"; c.isRoute(candidate) {
			return "dentro il sito si scrive l'indirizzo intero: " + diag.Quote(candidate)
		}
	}
	return linkForms
}

// checkInternal checks an address of the site, which may carry a fragment.
func (c *checker) checkInternal(address string, d diag.Diagnostic) bool {
	target, fragment, found := strings.Cut(address, "#")
	if edition, name, ok := document(target); ok {
		return c.checkDocument(edition, name, d)
	}
	if !c.isRoute(target) {
		if c.uncertain(target) {
			return false
		}
		d.Code = "broken-link"
		d.Message = fmt.Sprintf("nel sito non c'è nessuna pagina %s", diag.Quote(target))
		d.Hint = c.routeHint(target)
		c.report.Add(d)
		return false
	}
	if !found {
		return true
	}
	if page := c.pages[target]; page != nil {
		return c.checkFragment(page, fragment, d)
	}
	if target == "/glossario/" && !c.doubtful("") {
		var ids []string
		for _, term := range c.pub.Glossary {
			ids = append(ids, term.ID)
		}
		if !slices.Contains(ids, fragment) {
			d.Code = "broken-link"
			d.Message = fmt.Sprintf("nel glossario non c'è la voce %s", diag.Quote(fragment))
			d.Hint = diag.DidYouMean(fragment, ids)
			c.report.Add(d)
			return false
		}
	}
	return true
}

// document takes apart the address of a document: /2022/allegati/piano.pdf.
func document(target string) (edition, name string, ok bool) {
	edition, name, ok = strings.Cut(strings.TrimPrefix(target, "/"), "/"+attachmentFolder+"/")
	return edition, unspaced(name), ok && isEdition(edition)
}

// checkDocument checks that a document is one that its edition publishes.
func (c *checker) checkDocument(edition, name string, d diag.Diagnostic) bool {
	var names []string
	for _, e := range c.pub.Editions {
		if e.ID != edition {
			continue
		}
		names = append(names, e.Act.File)
		for _, a := range e.Attachments {
			names = append(names, a.File)
		}
	}
	if slices.Contains(names, name) {
		return true
	}
	if c.doubtful(edition) {
		return false
	}
	d.Code = "broken-link"
	d.Message = fmt.Sprintf("tra i documenti dell'edizione %s non c'è %s", edition, diag.Quote(name))
	d.Hint = diag.DidYouMean(name, names)
	if d.Hint == "" {
		d.Hint = fmt.Sprintf("metti il file in content/%s/allegati e scrivilo in data/piani/%[1]s/piano.toml, in una tabella [[allegato]] con file e titolo", edition)
	}
	c.report.Add(d)
	return false
}

// saidSize finds the size in the text of a link.
var saidSize = regexp.MustCompile(`[(, ]([0-9.,]+ (?:byte|kB|MB))\)`)

// checkSize reports a link to a document of the site whose text says another
// size than the file has.
func (c *checker) checkSize(n *ast.Link, address string, d diag.Diagnostic) {
	edition, name, ok := document(address)
	said := saidSize.FindStringSubmatch(plainText(c.page, n, c.figureText))
	if !ok || said == nil {
		return
	}
	info, err := fs.Stat(c.fsys, path.Join(folder, edition, attachmentFolder, name))
	if err != nil {
		return // said where the plan lists it
	}
	if size := italian.Size(int(info.Size())); said[1] != size {
		d.Code = "document-size"
		d.Message = fmt.Sprintf("il collegamento dice %s, ma il documento pesa %s", diag.Quote(said[1]), diag.Quote(size))
		d.Hint = fmt.Sprintf("scrivi %s nel testo del collegamento", diag.Quote(size))
		c.report.Add(d)
	}
}

// checkFragment checks that a page of narrative has the heading fragment.
func (c *checker) checkFragment(page *Page, fragment string, d diag.Diagnostic) bool {
	if page.hasHeading(fragment) || page.Project != "" && slices.Contains(c.known.ProjectParts, fragment) {
		return true
	}
	d.Code = "broken-link"
	where := "in questa pagina"
	if page != c.page {
		where = "nella pagina " + diag.Quote(page.Address())
	}
	d.Message = fmt.Sprintf("%s nessun titolo ha l'indirizzo %s", where, diag.Quote("#"+fragment))
	d.Hint = diag.DidYouMean(fragment, page.fragments())
	if d.Hint == "" && len(page.Headings) > 0 {
		d.Hint = "gli indirizzi dei titoli sono: " + strings.Join(page.fragments(), ", ")
	}
	c.report.Add(d)
	return false
}

// isRoute reports whether address, without a fragment, is a page of the site.
func (c *checker) isRoute(address string) bool {
	return c.pages[address] != nil || c.known.Routes != nil && c.known.Routes(address)
}

func (c *checker) routeHint(target string) string {
	plain := strings.TrimSuffix(strings.TrimSuffix(target, "index.html"), "/") + "/"
	if plain != target && c.isRoute(plain) {
		return "scrivi " + diag.Quote(plain) + ": gli indirizzi del sito finiscono con «/»"
	}
	return diag.DidYouMean(target, c.routes)
}

// atDestination returns a diagnostic that covers destination where it is
// written after the text of link or image n; of a reference ([testo][nota]),
// whose address stands elsewhere, it covers the opening bracket.
func (c *checker) atDestination(n ast.Node, destination []byte, reference *ast.ReferenceLink) diag.Diagnostic {
	src := c.page.src
	for at := n.Pos(); reference == nil && len(destination) > 0; {
		i := bytes.Index(src[at:], []byte("]("))
		if i < 0 {
			break
		}
		at += i + len("](")
		rest := bytes.TrimLeft(src[at:], " \n<")
		if bytes.HasPrefix(rest, destination) {
			return c.at(len(src)-len(rest), len(destination))
		}
	}
	return c.at(n.Pos(), 1)
}

func hasImage(n ast.Node) bool {
	found := false
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		found = found || n.Kind() == ast.KindImage
		return ast.WalkContinue, nil
	})
	return found
}
