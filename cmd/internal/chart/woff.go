// SPDX-License-Identifier: EUPL-1.2

package chart

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// unwrap turns a WOFF 1.0 file (W3C Recommendation, 13 December 2012) into the
// OpenType file it holds: the same tables, each deflated on its own.
func unwrap(woff []byte) ([]byte, error) {
	const header, entry = 44, 20
	if len(woff) < header || string(woff[:4]) != "wOFF" {
		return nil, errors.New("not a WOFF 1.0 file")
	}
	be := binary.BigEndian
	tables := int(be.Uint16(woff[12:]))
	if len(woff) < header+tables*entry {
		return nil, errors.New("the table directory is cut short")
	}
	font := make([]byte, 12+16*tables)
	copy(font, woff[4:8])
	be.PutUint16(font[4:], uint16(tables))
	for i := range tables {
		in := woff[header+i*entry:]
		offset, packed, size := be.Uint32(in[4:]), be.Uint32(in[8:]), be.Uint32(in[12:])
		if uint64(offset)+uint64(packed) > uint64(len(woff)) {
			return nil, fmt.Errorf("table %s lies outside the file", in[:4])
		}
		data := woff[offset : offset+packed]
		if packed < size {
			r, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				return nil, fmt.Errorf("table %s: %w", in[:4], err)
			}
			if data, err = io.ReadAll(io.LimitReader(r, int64(size))); err != nil {
				return nil, fmt.Errorf("table %s: %w", in[:4], err)
			}
		}
		if uint32(len(data)) != size {
			return nil, fmt.Errorf("table %s has %d bytes, want %d", in[:4], len(data), size)
		}
		out := font[12+16*i:]
		copy(out, in[:4])
		be.PutUint32(out[4:], be.Uint32(in[16:]))
		be.PutUint32(out[8:], uint32(len(font)))
		be.PutUint32(out[12:], size)
		font = append(font, data...)
		for len(font)%4 != 0 {
			font = append(font, 0)
		}
	}
	return font, nil
}
