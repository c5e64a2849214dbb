// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"vetro/cmd/internal/chart"
)

// cacheDir returns the folder for what may be lost, by the conventions of the
// system goos, or "" when the environment does not say where it would be.
func cacheDir(environ []string, goos string) string {
	var dir string
	switch goos {
	case "windows":
		dir = env(environ, "LocalAppData")
	case "darwin":
		if home := env(environ, "HOME"); home != "" {
			dir = filepath.Join(home, "Library", "Caches")
		}
	default:
		dir = env(environ, "XDG_CACHE_HOME")
		if home := env(environ, "HOME"); dir == "" && home != "" {
			dir = filepath.Join(home, ".cache")
		}
	}
	if !filepath.IsAbs(dir) {
		return ""
	}
	return filepath.Join(dir, "vetro")
}

// homeDir returns the home folder of the user, or "".
func homeDir(environ []string) string {
	for _, name := range []string{"HOME", "USERPROFILE"} {
		if dir := env(environ, name); filepath.IsAbs(dir) {
			return filepath.Clean(dir)
		}
	}
	return ""
}

// chartCache keeps drawn charts between runs. A file is there whole or not at
// all; whatever fails, the chart is drawn again.
func (a *app) chartCache() chart.Cache {
	if a.cacheDir == "" {
		return chart.Cache{}
	}
	dir := filepath.Join(a.cacheDir, "grafici")
	file := func(key string) string {
		sum := sha256.Sum256([]byte(key))
		return filepath.Join(dir, hex.EncodeToString(sum[:]))
	}
	return chart.Cache{
		Get: func(key string) ([]byte, bool) {
			data, err := os.ReadFile(file(key))
			return data, err == nil
		},
		Put: func(key string, data []byte) {
			if os.MkdirAll(dir, 0o700) != nil {
				return
			}
			tmp, err := os.CreateTemp(dir, "nuovo-*")
			if err != nil {
				return
			}
			_, err = tmp.Write(data)
			if closing := tmp.Close(); err == nil {
				err = closing
			}
			if err == nil {
				err = os.Rename(tmp.Name(), file(key))
			}
			if err != nil {
				os.Remove(tmp.Name())
			}
		},
	}
}
