// SPDX-License-Identifier: EUPL-1.2

// Package truth holds the test that nothing the site says is false.
//
// It has no code but its tests. They make a world, in which every person,
// project, settore and indicator is known; write down a plan of it as a Comune
// would, with numbers rounded, bounded, in words or left out, groups too small
// to publish, settori and projects that nobody has written yet; build the site
// from the plan alone; and hold every sentence, cell, mark and open datum that
// the site computes against the world. A sentence about people, projects or
// indicators that the test does not know is a failure too, so that no new one
// escapes it.
//
// What a plan means is settled here, and the manual tells it to who writes one:
// the groups of a project, where it has any, are all of them, though of some
// the number may be missing; two groups are different people; the groups of a
// settore are those of the whole settore, its projects included; a project is
// counted in one settore, or in none, unless the plan says that settori share it.
package truth
