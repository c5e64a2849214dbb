// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
)

// calling are the functions of spreadsheets that fetch something, or run what is
// no formula.
const calling = `WEBSERVICE|IMPORTXML|IMPORTDATA|IMPORTHTML|IMPORTFEED|IMPORTRANGE|IMAGE|CALL|EXEC|REGISTER|REGISTER\.ID|RTD|DDE|SQL\.REQUEST`

var (
	// activeFormula finds in a formula such a function, or a conversation with
	// another program (DDE): cmd|'/c calc'!A0.
	activeFormula = regexp.MustCompile(`(?i)\b(?:` + calling + `)\s*\(|[a-z]\|[^"|!]*!`)
	// tableFormula finds in a table of plain text a cell that a spreadsheet would
	// take for one of them, or for any call of a function.
	tableFormula = regexp.MustCompile(`(?mi)(?:^|[,;\t])[ "']*(?:=[^;\t\n]*[a-z][\w.]*\(|[=+@-][^;\t\n]*(?:\b(?:` + calling + `)\s*\(|[a-z]\|[^|\n]*!)|@[a-z]+\()`)
	// activeField finds the fields of Word that fetch a file, talk to another
	// program, or put together the name of such a field (ECMA-376 part 1, 17.16.5).
	activeField = regexp.MustCompile(`(?i)(?:^|\x00)\s*\\?"?(?:DDE|DDEAUTO|LINK|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|EMBED|DATABASE|QUOTE|MACROBUTTON|AUTOTEXT|AUTOTEXTLIST|GLOSSARY|ADDIN|CONTROL|HTMLCONTROL|RD|PRINT|PRIVATE)\b`)
	// activeType finds the types of parts that hold programs.
	activeType = regexp.MustCompile(`(?i)macroenabled|vbaproject|activex|macrosheet|oleobject`)
)

// activeRelations are the kinds of parts (the end of the type of a relationship)
// that run or fetch something: macros, controls, objects of other programs,
// pages, data from elsewhere.
var activeRelations = []string{
	"vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet", "dialogsheet", "control", "activexcontrolbinary", "oleobject",
	"afchunk", "externallink", "connections", "querytable", "extensibility", "webextension", "taskpane", "webextensiontaskpanes", "attachedtoolbars",
}

const (
	macro    = "una macro"
	fetching = "un collegamento a un altro file, che si carica aprendolo"
	starting = "qualcosa che si avvia o si carica aprendolo"
	unseen   = "parti che vetro non riesce a controllare"
)

// actsInOffice says what an element of an Office document (ECMA-376) runs or
// fetches, "" for nothing: a link that waits for a click does not count.
func actsInOffice(t xml.StartElement) string {
	switch t.Name.Local {
	case "ddeLink", "oleLink", "altChunk", "OLEObject", "oleObject", "oleObj", "ocx", "hlinkMouseOver":
		return starting
	}
	external, kind := false, ""
	for _, a := range t.Attr {
		value := strings.ToLower(a.Value)
		switch a.Name.Local {
		case "TargetMode":
			external = value == "external"
		case "Type":
			kind = value[strings.LastIndexByte(value, '/')+1:]
		case "ContentType":
			if activeType.MatchString(value) {
				return macro
			}
		case "instr":
			if activeField.MatchString(a.Value) {
				return starting
			}
		case "action":
			if strings.HasPrefix(value, "ppaction://program") || strings.HasPrefix(value, "ppaction://macro") || strings.HasPrefix(value, "ppaction://ole") {
				return starting
			}
		case "name":
			if name := strings.TrimPrefix(value, "_xlnm."); t.Name.Local == "definedName" && strings.HasPrefix(name, "auto_") {
				return macro
			}
		}
	}
	switch {
	case t.Name.Local != "Relationship":
	case slices.Contains(activeRelations, kind):
		return starting
	case external && kind != "hyperlink":
		return fetching
	}
	return ""
}

// actsInODF says the same of an element of an OpenDocument file: it runs a macro,
// talks to another program, or loads something from elsewhere (ODF 1.3 part 3,
// 10.4, 14.3 and 14.6).
func actsInODF(t xml.StartElement) string {
	switch name := t.Name.Local; {
	case name == "event-listener" && strings.Contains(t.Name.Space, ":script:"), name == "script", name == "dde-source", name == "dde-connection-decl", name == "auto-reload":
		return starting
	}
	for _, a := range t.Attr {
		switch {
		case a.Name.Local == "formula" && activeFormula.MatchString(a.Value):
			return starting
		case a.Name.Local != "href" || a.Name.Space != xlinkSpace || t.Name.Local == "a" || t.Name.Local == "template":
		case strings.ContainsAny(a.Value, ":\\") || strings.HasPrefix(a.Value, "/"):
			return fetching
		}
	}
	return ""
}

// acts notes what an element of a document in an archive runs or fetches.
func (x *xmlReader) acts(t xml.StartElement) {
	found := ""
	switch x.Format.kind {
	case ooxml:
		found = actsInOffice(t)
	case odf:
		found = actsInODF(t)
	}
	if found != "" {
		x.Program = found
	}
	switch t.Name.Local {
	case "fldChar", "f": // begins a field, or a formula
		x.orders = append(x.orders, 0)
	}
}

// order gathers the text of fields and formulas, which may stand in pieces.
func (x *xmlReader) order(in xml.Name, data []byte) {
	switch in.Local {
	case "instrText", "delInstrText", "f", "definedName":
		x.orders = append(x.orders, data...)
	}
}

// carryOut notes what the fields and formulas gathered would do.
func (x *xmlReader) carryOut() {
	if activeField.Match(x.orders) || x.cells != nil && activeFormula.Match(x.orders) {
		x.Program = starting
	}
}

// orders are the elements that could hold such a thing, and the declarations
// that could hide one; formulas begin with the others.
var orders = []string{
	"instrText", "delInstrText", "fldSimple", "ddeLink", "oleLink", "altChunk", "OLEObject", "oleObj", "ocx", "hlinkMouseOver",
	"event-listener", "script:", "dde-", "auto-reload", ":image", ":object", "fill-image", "floating-frame", ":plugin", ":applet", "<!", "encoding=", "TargetMode", "ContentType", "definedName",
}

// glance looks over what a document has from a byte on and is not read, and
// counts as unseen what could act. Regular expressions would be too slow here.
func (x *xmlReader) glance(data []byte, from int) {
	rest := data[min(len(data), from):]
	switch head := declaration.Find(data); {
	case !bytes.Contains(bytes.ToLower(head), []byte("utf-8")):
		rest = data // where it stands is not where it was read
	case from < len(head):
		rest = data[len(head):]
	}
	has := func(word string) bool { return bytes.Contains(rest, []byte(word)) }
	switch {
	case x.Format.kind != ooxml && x.Format.kind != odf:
		return
	case slices.ContainsFunc(orders, has):
		x.active(unseen, nil)
	case has("<f") || has("formula"):
		conversation := false
		for part := range bytes.SplitSeq(rest, []byte("<")) {
			_, after, piped := bytes.Cut(part, []byte("|"))
			conversation = conversation || piped && bytes.Contains(after, []byte("!"))
		}
		rest = bytes.ToUpper(rest)
		if conversation || has("&#") || slices.ContainsFunc(strings.Split(calling, "|"), func(name string) bool { return has(strings.ReplaceAll(name, `\`, "") + "(") }) {
			x.active(unseen, nil)
		}
	}
}
