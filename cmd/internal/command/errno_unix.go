// SPDX-License-Identifier: EUPL-1.2

//go:build unix

package command

import "syscall"

// Why the system refuses, where a person can do something about it.
const (
	errDiskFull    = syscall.ENOSPC
	errReadOnly    = syscall.EROFS
	errInUse       = syscall.EBUSY
	errOtherVolume = syscall.EXDEV
	errNameTooLong = syscall.ENAMETOOLONG
	errNotFolder   = syscall.ENOTDIR
	errLoop        = syscall.ELOOP
)

// An errno is an error as the system numbers it.
type errno = syscall.Errno
