// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A hostile file may make millions of faults; 500 lines are shown, and memory
// stays bounded.
func TestTooManyFaults(t *testing.T) {
	table, report := parse(t, "a = ["+strings.Repeat("'',\n", 100_000)+"]\n")
	table.Strings("a")
	table.Close()
	if report.Len() != MaxFaults {
		t.Errorf("%d diagnostics, want %d", report.Len(), MaxFaults)
	}
	codes := make(map[string]int)
	for _, d := range report.Sorted() {
		codes[d.Code]++
	}
	if diff := cmp.Diff(map[string]int{"empty-value": MaxFaults - 1, "too-many-faults": 1}, codes); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A file of nothing but values is refused at the one that is too many.
func TestTooManyValues(t *testing.T) {
	for name, src := range map[string]string{
		"keys":   strings.Repeat("a = 1\n", MaxValues+1),
		"items":  "a = [" + strings.Repeat("1,", MaxValues) + "]",
		"braces": "a = [" + strings.Repeat("{},", MaxValues/2+1) + "]",
		"most":   "a = [" + strings.Repeat("1,", MaxValues-1) + "]",
	} {
		table, report := parse(t, src)
		got := report.Sorted()
		if refused := table == nil && len(got) == 1 && got[0].Code == "too-many-values" && got[0].Pos.Line > 0; refused != (name != "most") {
			t.Errorf("%s: %q", name, lines(report))
		}
	}
}

// What would overflow the stack of the decoder, or keep it busy for hours, is
// refused before it starts.
func TestHostileDepth(t *testing.T) {
	const n = 1_000_000
	for name, src := range map[string]string{
		"brackets":       "a = " + strings.Repeat("[", n),
		"braces":         "a = " + strings.Repeat("{a=", n),
		"mixed":          "a = " + strings.Repeat("[{a=", n),
		"dots":           strings.Repeat("a.", n) + "a = 1",
		"header":         "[" + strings.Repeat("a.", n) + "a]",
		"dots in braces": "a.a.a.a.a.a = " + strings.Repeat("{a.a.a.a.a.a = ", 3) + "1" + strings.Repeat("}", 3),
	} {
		table, report := parse(t, src)
		if got := report.Sorted(); table != nil || len(got) != 1 || got[0].Code != "too-deep" {
			t.Errorf("%s: %q, want too-deep", name, lines(report))
		}
	}
}

// Depth is counted in structure, not in text.
func TestDepthOfText(t *testing.T) {
	deep := strings.Repeat("[{.", 50)
	for _, src := range []string{
		"a = \"" + deep + "\"", "a = '''\n" + deep + "'''", "# " + deep, "a = 1 # " + deep,
		"a = [" + strings.Repeat("[1.5], ", 50) + "]", strings.Repeat("[[a.b]]\nc.d = 1.5\n", 50),
	} {
		if table, report := parse(t, src); table == nil {
			t.Errorf("%q refused: %q", src, lines(report))
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, src := range seeds {
		f.Add([]byte(src))
	}
	for _, src := range []string{"[a\n", "a = “x”\n", "a=1\na=2\n", "a = 1,5", "a = [[[[[[[[[[[[[[[[[[", "a = \"x\nb = 1", "\xff", "é\r\n", "a='''"} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkFaults(t, data)
	})
}
