// SPDX-License-Identifier: EUPL-1.2

// Package subset keeps of a large stylesheet the rules that a set of pages
// uses, so that the pages look the same to the pixel.
//
// The rules, in the order they are applied:
//
//  1. The byte order mark is stripped: a parser that keeps it loses the first
//     rule. Selector lists are split on their top-level commas, and each
//     selector stands or falls alone.
//  2. What a selector says about a moment or a part (:hover, ::before, [open])
//     is set aside; what is left is compared first with the tags, classes and
//     ids that occur anywhere, then with the pages themselves.
//  3. A selector that cannot be parsed is kept, unless it asks for a tag,
//     class or id that no page has.
//  4. @font-face is dropped: a library's faces are not ours to load. Custom
//     properties named --bs-… are dropped when nothing refers to them, again
//     and again until nothing changes, then @keyframes that no animation
//     names, then rules left empty. The licence banner and all other custom
//     properties, such as --bootstrap-italia-version, stay.
//  5. Nothing depends on how many pages there are or how they are ordered,
//     only on what occurs in them.
package subset
