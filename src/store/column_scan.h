// SPDX-License-Identifier: Apache-2.0
// Passes over a column's cells, told by ranges of ordinals. Private to the segment's reader.
// Must not know: values, files.
#pragma once

#include "store/segment.h"

// Adds the elements whose cell lies within [first, first + span], where 0 is not, nor any number
// that the column's width cannot hold.
void column_scan(const struct column *c, uint32_t first, uint32_t span, struct bitset *elements);
