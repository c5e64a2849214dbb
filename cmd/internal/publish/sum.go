// SPDX-License-Identifier: EUPL-1.2

package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
)

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// summed reads in to its end.
func summed(in io.Reader) (Sum, error) {
	h := sha256.New()
	n, err := io.Copy(h, in)
	return Sum{n, hex.EncodeToString(h.Sum(nil))}, err
}

// create makes the file to with the bytes of in, which it sums up, and leaves
// it open to be flushed.
func create(to string, in io.Reader, mode os.FileMode) (out *os.File, sum Sum, err error) {
	out, err = os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, sum, err
	}
	if sum, err = summed(io.TeeReader(in, out)); err == nil {
		err = out.Chmod(mode)
	}
	if err != nil {
		out.Close()
		return nil, sum, err
	}
	return out, sum, nil
}

// flush flushes a file that was written and closes it.
func (w *writer) flush(out *os.File) (err error) {
	defer func() {
		if closing := out.Close(); err == nil {
			err = closing
		}
	}()
	if err := w.step("sync"); err != nil {
		return err
	}
	return w.syncFile(out)
}
