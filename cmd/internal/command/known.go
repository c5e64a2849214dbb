// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"fmt"
	"os"

	"vetro/cmd/internal/project"
)

// known keeps what the last build of this project knew of its pages, in one file.
func (a *app) known() project.Store {
	s, key := a.store("pagine"), a.project()
	return project.Store{
		Get: func() []byte {
			data, _ := s.get(key)
			return data
		},
		Put: func(data []byte) { s.put(key, data) },
	}
}

// program names this program among all versions of it, those under development
// too; "" when the system does not say.
func program() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return fmt.Sprint(version, " ", info.Size(), " ", info.ModTime().UnixNano())
}
