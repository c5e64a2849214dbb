// SPDX-License-Identifier: EUPL-1.2

package command

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// Why the system refuses, where a person can do something about it.
const (
	errDiskFull    = windows.ERROR_DISK_FULL
	errReadOnly    = windows.ERROR_WRITE_PROTECT
	errInUse       = windows.ERROR_SHARING_VIOLATION
	errOtherVolume = windows.ERROR_NOT_SAME_DEVICE
	errNameTooLong = windows.ERROR_FILENAME_EXCED_RANGE
	errNotFolder   = windows.ERROR_DIRECTORY
	errLoop        = windows.ERROR_CANT_RESOLVE_FILENAME
)

// An errno is an error as the system numbers it.
type errno = syscall.Errno
