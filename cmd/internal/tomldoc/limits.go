// SPDX-License-Identifier: EUPL-1.2

package tomldoc

import "fmt"

// What a file of data may hold, beyond its size, which package source limits.
// Each limit is far above what the largest real plan has; without them a small
// file could keep the program busy for minutes or fill the memory.
const (
	// MaxDepth is how deep arrays, inline tables and dotted keys may nest. Real
	// data have five levels; the decoder's stack has an end.
	MaxDepth = 16
	// MaxValues is how many values and items of lists a file may have; a table
	// between braces, which takes most memory, counts for one more.
	MaxValues = 250_000
	// MaxLine is how many characters a text on one line may have, such as a name:
	// it stands in hundreds of pages.
	MaxLine = 1_000
	// MaxText is how many characters a text may have.
	MaxText = 20_000
	// MaxFaults is how many faults of a file are reported: a list of thousands
	// helps nobody, and a hostile file could make millions.
	MaxFaults = 500
)

// excess reports what goes beyond the limits of depth and number. It runs
// before anything is known of src: where it goes astray, the decoder has
// stopped before.
func (doc *document) excess(src string) bool {
	// levels holds, for each open bracket, the dots of the key it belongs to.
	levels, depth, values := []int{0}, 0, 0
	bad := -1
	outside(src, func(i int) bool {
		last := len(levels) - 1
		switch src[i] {
		case '[', '{':
			levels = append(levels, 0)
			depth++
			if src[i] == '{' {
				values++
			}
		case ']', '}':
			if last > 0 {
				depth -= levels[last] + 1
				levels = levels[:last]
			}
		case '\n', ',':
			depth -= levels[last]
			levels[last] = 0
			if src[i] == ',' {
				values++
			}
		case '=':
			values++
		case '.':
			depth++
			levels[last]++
		}
		if depth > MaxDepth || values > MaxValues {
			bad = i
		}
		return bad < 0
	})
	if bad < 0 {
		return false
	}
	d := doc.at(span{bad, 1})
	d.Code = "too-deep"
	d.Message = fmt.Sprintf("qui parentesi o nomi con il punto sono annidati per più di %d livelli", MaxDepth)
	d.Hint = "i dati del piano non vanno oltre i sei livelli: controlla le parentesi non chiuse"
	if depth <= MaxDepth {
		d.Code = "too-many-values"
		d.Message = fmt.Sprintf("il file ha più di %d valori, il massimo che vetro legge", MaxValues)
		d.Hint = "controlla che sia il file giusto: i progetti possono stare in più settori, un file ciascuno"
	}
	doc.report(d)
	return true
}
