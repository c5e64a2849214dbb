// SPDX-License-Identifier: EUPL-1.2

package project

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"vetro/cmd/internal/manifest"
	"vetro/cmd/internal/site"
)

// A Collector keeps a site in memory. The zero value is ready.
type Collector struct {
	Before *site.Site // the last one, whose files need not be made again; may be nil

	mu    sync.Mutex
	files []site.File
}

// Output is where to write the site.
func (c *Collector) Output() Output { return Output{Write: c.write, Keep: c.keep} }

func (c *Collector) write(f site.File) (string, error) {
	sum := sha256.Sum256(f.Data)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files = append(c.files, f)
	return hex.EncodeToString(sum[:]), nil
}

func (c *Collector) keep(f manifest.File) (bool, error) {
	if c.Before == nil {
		return false, nil
	}
	data, ok := c.Before.Data(f.Path)
	if sum := sha256.Sum256(data); !ok || hex.EncodeToString(sum[:]) != f.SHA256 {
		return false, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files = append(c.files, site.File{Path: f.Path, Data: data})
	return true, nil
}

// Site returns what was written.
func (c *Collector) Site() (*site.Site, error) { return site.New(c.files) }
