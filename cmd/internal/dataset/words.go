// SPDX-License-Identifier: EUPL-1.2

package dataset

import "slices"

// FilesMeaning says in short what the files have in common, in Italian.
func FilesMeaning() string { return filesMeaning }

// PrecisionMeanings explains each word that says how firm a number is.
func PrecisionMeanings() [][2]string { return slices.Clone(precisionMeanings) }
