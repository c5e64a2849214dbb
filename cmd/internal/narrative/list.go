// SPDX-License-Identifier: EUPL-1.2

package narrative

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
)

// checkList keeps the numbers of a list as they were written, and reports a
// list that would be numbered or divided in another way.
func (c *checker) checkList(n *ast.List) {
	if before, ok := n.PreviousSibling().(*ast.List); ok {
		c.checkDivided(before, n)
	}
	if !n.IsOrdered() {
		return
	}
	var items []ast.Node
	var numbers []int
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		items = append(items, item)
		numbers = append(numbers, leadingNumber(c.page.src[max(item.Pos(), 0):]))
	}
	same := true
	for _, v := range numbers {
		same = same && v == numbers[0]
	}
	if numbers[0] >= firstYear {
		c.tell(items[0].Pos(), len(strconv.Itoa(numbers[0])), "broken-list", "un numero col punto all'inizio della riga apre un elenco", "se non è un elenco scrivi la barra prima del punto: «"+strconv.Itoa(numbers[0])+"\\.»")
		return
	}
	if same && numbers[0] <= 1 {
		return // "1. 1. 1." asks to be numbered
	}
	for i := 1; i < len(items); i++ {
		switch {
		case numbers[i] <= numbers[i-1]:
			c.tell(items[i].Pos(), len(strconv.Itoa(numbers[i])), "broken-list", "nell'elenco il "+strconv.Itoa(numbers[i])+" viene dopo il "+strconv.Itoa(numbers[i-1]),
				"correggi i numeri; per un elenco nuovo scrivi prima un capoverso che lo presenta")
			return
		case numbers[i] != numbers[i-1]+1:
			items[i].SetAttributeString("value", numbers[i])
		}
	}
}

// firstYear is the smallest number that no item of a list begins with.
const firstYear = 1000

func leadingNumber(b []byte) int {
	end := 0
	for end < len(b) && '0' <= b[end] && b[end] <= '9' {
		end++
	}
	n, _ := strconv.Atoi(string(b[:end])) // at most nine digits, or it were no list
	return n
}

// checkDivided reports the list n right after another, once for all that
// follow: it was meant as part of that. Two kinds of list with a blank line
// between them and the same margin are two lists.
func (c *checker) checkDivided(before, n *ast.List) {
	if c.divided == before {
		c.divided = n
		return
	}
	inner := c.column(n) > c.column(before)
	if !inner && n.HasBlankPreviousLines() && n.IsOrdered() != before.IsOrdered() {
		return
	}
	c.divided = n
	at := n.FirstChild().Pos()
	if inner {
		c.tell(at, 1, "broken-list", "questa voce ha troppo pochi spazi davanti per stare sotto quella di sopra: l'elenco si divide", "scrivi davanti tanti spazi quanti ne occupano il segno e lo spazio della voce di sopra: di solito tre o quattro")
		return
	}
	c.tell(at, 1, "broken-list", "il segno cambia da una voce all'altra: l'elenco si divide in due", "usa lo stesso segno per tutte le voci; tra due elenchi diversi scrivi un capoverso")
}

// column returns how far from the margin the first item of n begins.
func (c *checker) column(n *ast.List) int {
	at := n.FirstChild().Pos()
	return at - bytes.LastIndexByte(c.page.src[:at], '\n')
}
