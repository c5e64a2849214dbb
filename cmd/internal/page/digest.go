// SPDX-License-Identifier: EUPL-1.2

package page

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math"
	"reflect"
)

// digestOf sums up all that values hold, whatever their type: strings with their
// length, numbers, what pointers lead to. Views are trees of these; anything
// else is a defect.
func digestOf(values ...any) string {
	d := digester{Hash: sha256.New()}
	for _, v := range values {
		d.add(reflect.ValueOf(v))
	}
	d.flush()
	return hex.EncodeToString(d.Sum(nil))
}

type digester struct {
	hash.Hash
	buf []byte
}

func (d *digester) flush() {
	d.Write(d.buf)
	d.buf = d.buf[:0]
}

func (d *digester) number(n uint64) { d.buf = binary.AppendUvarint(d.buf, n) }

func (d *digester) add(v reflect.Value) {
	if len(d.buf) > 4096 {
		d.flush()
	}
	switch v.Kind() {
	case reflect.Invalid:
		d.number(0)
	case reflect.String:
		d.number(uint64(v.Len()) + 1)
		d.buf = append(d.buf, v.String()...)
	case reflect.Bool:
		if v.Bool() {
			d.number(1)
		} else {
			d.number(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		d.number(uint64(v.Int()))
	case reflect.Uint8:
		d.number(v.Uint())
	case reflect.Float64:
		d.number(math.Float64bits(v.Float()))
	case reflect.Slice, reflect.Array:
		d.number(uint64(v.Len()) + 1)
		for i := range v.Len() {
			d.add(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			d.add(v.Field(i))
		}
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			d.number(0)
			return
		}
		d.number(1)
		d.add(v.Elem())
	default:
		panic("page: a view holds a " + v.Type().String())
	}
}
