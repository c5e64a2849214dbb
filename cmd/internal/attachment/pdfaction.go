// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"bytes"
	"slices"
)

// actions are the kinds of action (ISO 32000-2, 12.6.4) that run code, start a
// program, send or bring in data; leading those that show something else, which
// is harmless when it waits for a click.
var (
	actions = map[any]bool{
		pdfName("JavaScript"): true, pdfName("Launch"): true, pdfName("SubmitForm"): true, pdfName("ImportData"): true,
		pdfName("Rendition"): true, pdfName("RichMediaExecute"): true, pdfName("GoTo3DView"): true, pdfName("Movie"): true, pdfName("RichMedia"): true,
	}
	leading = map[any]bool{pdfName("URI"): true, pdfName("GoToR"): true, pdfName("GoToE"): true, pdfName("Thread"): true}
)

// actsInPDF reports whether a dictionary, or one inside it, is or holds such an
// action, a form of XFA, a rich medium, something that happens without a click,
// or another file.
func actsInPDF(d pdfDict, depth int) bool {
	if d["JS"] != nil || actions[d["S"]] || d["XFA"] != nil || actions[d["Subtype"]] || d["EF"] != nil || runsAsCode(d["URI"]) || runsAsCode(d["Base"]) {
		return true
	}
	switch events := d["AA"].(type) {
	case pdfRef:
		return true
	case pdfDict:
		if len(events) > 0 {
			return true
		}
	}
	if depth > 16 {
		return false // names has seen it
	}
	for _, v := range d {
		if actsInValue(v, depth+1) {
			return true
		}
	}
	return false
}

// runsAsCode reports whether v is an address that a reader may run when it is
// followed.
func runsAsCode(v any) bool {
	s, ok := v.(pdfString)
	return ok && runs(s.String())
}

func actsInValue(v any, depth int) bool {
	switch v := v.(type) {
	case pdfDict:
		return actsInPDF(v, depth)
	case pdfArray:
		return depth <= 16 && slices.ContainsFunc(v, func(one any) bool { return actsInValue(one, depth+1) })
	}
	return false
}

// names looks for what acts in all bytes, whatever they seem to belong to: the
// kind of an action in a dictionary, or as an object of its own.
func (f *pdfFile) names(data []byte) {
	r := &pdfReader{data: data}
	for f.Program == "" {
		i := bytes.IndexByte(data[r.at:], '/')
		if i < 0 {
			return
		}
		r.at += i
		object := r.at >= 3 && bytes.HasSuffix(bytes.TrimRight(data[max(0, r.at-24):r.at], " \r\n\t\f\x00"), []byte("obj"))
		r.at++
		name := r.word()
		if len(name) > 100 {
			continue
		}
		switch key := unescapeName(name); {
		case object && actions[pdfName(key)]:
			f.Program = activePDF
		case key == "S", key == "Subtype":
			r.skip()
			if r.at < len(data) && data[r.at] == '/' {
				r.at++
				if actions[pdfName(unescapeName(r.word()))] {
					f.Program = activePDF
				}
			}
		case key == "XFA":
			f.Program = activePDF
		case key == "EmbeddedFile":
			f.Program = "un altro file, che vetro non legge"
		}
	}
}

const activePDF = "codice che si avvia aprendolo"
