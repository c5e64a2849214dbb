// SPDX-License-Identifier: EUPL-1.2

// Package publish puts a built site on a disk in one step.
//
// # One exchange
//
// A visitor, a copy program or a power cut must find the old site or the new
// one, never a mixture. Write therefore never changes the target's files. It
// makes the new site whole in a work folder beside the target, on the same
// volume, flushes it to the disk and then exchanges the two folders:
//
//	www/public/            the target
//	www/.public.vetro/     the work folder, gone when Write returns
//	    blocco             the lock: two builds never write one target at once
//	    nuovo/             the new site while it is made; after the exchange, the old one
//	    vecchio/           the old site, where the exchange takes two renames
//	    scambio            which folder was to be exchanged: tells the next run what nuovo is
//
// On Linux and macOS the exchange is one call of the system (renameat2 with
// RENAME_EXCHANGE, renamex_np with RENAME_SWAP). Windows has none and some file
// systems (FAT, network shares) refuse it; there the target is renamed to
// vecchio and nuovo to the target. If the machine stops between these two
// renames the target is missing and vecchio holds the old site: the next run,
// of Write or of Recover, puts it back before anything else. Whatever else an
// interrupted run left in the work folder is removed, but for what is not ours
// in an old site that was exchanged already: that comes to the target.
//
// A Staging is the new site while it is made: whoever makes it hands it over
// file by file, from as many goroutines as it likes, and nothing holds the whole
// of it in memory. Write does so with a site that is there already.
//
// # What is kept
//
// A file whose bytes have not changed is not written again: the new site holds
// the same file (a hard link where the volume has them), with its time, so
// that a copy program sends only what changed. When nothing changed at all the
// target is not touched. What the old bytes were the old manifest tells, as long
// as the system can vouch that nobody touched the file since; otherwise the file
// is read, a piece at a time.
//
// The target's manifest.json says which files are ours. The others
// (.htaccess, .well-known/…) are carried over and named in the Report. The new
// site gets likenesses of them before the exchange, so that no instant is
// without them, and the very files, links and folders after it: with their
// owner, rights and times, with what somebody has written into them or replaced
// in the meantime, and with what has appeared or gone (see settling). A file
// that is not ours where the site now has one of its own is a conflict, and
// refused rather than lost; one that appears there in the last instant gets
// another name. A target that is another folder by then, or none, stays as it
// is. A target that is not empty and has no manifest of
// ours is refused: nothing says that its files may go.
//
// A target that is a symbolic link to a folder is followed first, and the work
// folder stands beside the folder it leads to: the link itself, which may
// belong to a web server's configuration, stays as it is.
package publish
