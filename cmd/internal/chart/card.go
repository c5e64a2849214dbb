// SPDX-License-Identifier: EUPL-1.2

package chart

import "fmt"

// A Card is a picture of 1,200 by 630 pixels that other sites show of a page.
type Card struct {
	Above   string   // whose page: "Comune di …, piano 2023"
	Title   string   // of the page
	Figures []Figure // at most two
}

// A Figure is a number and what it counts.
type Figure struct{ Value, Words string }

const (
	cardWidth, cardHeight, cardMargin = 1200, 630, 72
)

// Card draws a card, as PNG does, or takes it from what was kept.
func (d *Drawer) Card(card Card) ([]byte, error) {
	parts := []string{sourceCard, d.recipe, card.Above, card.Title}
	for _, f := range card.Figures {
		parts = append(parts, f.Value, f.Words)
	}
	return d.cache.remembered("card", parts, card.PNG)
}

// PNG draws the card. A title too long for it ends in "…".
func (card Card) PNG() ([]byte, error) {
	r, err := newRuler()
	if err != nil {
		return nil, err
	}
	c, err := newCanvas(cardWidth, cardHeight, colourOf(colourBox))
	if err != nil {
		return nil, err
	}
	if len(card.Figures) > 2 {
		return nil, fmt.Errorf("a card of %d figures", len(card.Figures))
	}
	c.fill(plain(colourOf(colourSolid)), rectangleOf(0, 0, cardWidth*64, 24*64))
	room := cardWidth - 2*cardMargin
	above := r.block(card.Above, regular, 30, room, colourMuted)
	above.lines = above.lines[:min(1, len(above.lines))]
	most := cardHeight - 24 - 48 - above.height() - 16 - 56
	if len(card.Figures) > 0 {
		most -= 190
	}
	var title block
	for _, size := range []int{76, 66, 56, 48} {
		if title = r.block(card.Title, bold, size, room, colourInk); title.height() <= most {
			break
		}
	}
	if fits := most / (title.size * 13 / 10); len(title.lines) > fits {
		title.lines = title.lines[:fits]
		title.lines[fits-1] += "…"
	}
	y := 24 + 48
	for _, b := range []block{above, title} {
		if err := c.block(b, cardMargin, y); err != nil {
			return nil, err
		}
		y += b.height() + 16
	}
	for i, f := range card.Figures {
		width := room/len(card.Figures) - 24
		x := cardMargin + i*(width+48)
		value := r.block(f.Value, bold, 84, width, colourSolid)
		words := r.block(f.Words, regular, 32, width, colourMuted)
		value.lines, words.lines = value.lines[:min(1, len(value.lines))], words.lines[:min(2, len(words.lines))]
		bottom := cardHeight - 48 - 2*32*13/10
		if err := c.block(value, x, bottom-value.height()-4); err != nil {
			return nil, err
		}
		if err := c.block(words, x, bottom); err != nil {
			return nil, err
		}
	}
	return c.encode()
}
