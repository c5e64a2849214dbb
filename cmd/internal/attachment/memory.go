// SPDX-License-Identifier: EUPL-1.2

package attachment

import (
	"crypto/sha256"
	"sync"
)

// A Memory keeps what was found in documents, so that who judges them and who
// publishes them read each once. A nil Memory keeps nothing.
type Memory struct {
	mu    sync.Mutex
	found map[[sha256.Size]byte]Info // by the sum of name and bytes; without Texts, which are large
}

// Inspect is the function of that name, and keeps what it finds.
func (m *Memory) Inspect(name string, data []byte) Info {
	info := Inspect(name, data)
	if m != nil {
		key := keyOf(name, data)
		m.mu.Lock()
		defer m.mu.Unlock()
		if m.found == nil {
			m.found = map[[sha256.Size]byte]Info{}
		}
		kept := info
		kept.Texts = nil
		m.found[key] = kept
	}
	return info
}

// Known returns all but the Texts of what is kept of a document, which it reads
// if nothing is.
func (m *Memory) Known(name string, data []byte) Info {
	if m != nil {
		key := keyOf(name, data)
		m.mu.Lock()
		info, ok := m.found[key]
		m.mu.Unlock()
		if ok {
			return info
		}
	}
	info := m.Inspect(name, data)
	info.Texts = nil
	return info
}

func keyOf(name string, data []byte) (key [sha256.Size]byte) {
	sum := sha256.New()
	sum.Write([]byte(name + "\x00"))
	sum.Write(data)
	return [sha256.Size]byte(sum.Sum(nil))
}
