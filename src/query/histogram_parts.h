// SPDX-License-Identifier: Apache-2.0
// The histogram of a field over all rows of a version, segment by segment: a dictionary is in the
// order of its values, so a bucket is a run of ordinals whose end is looked for, and neither are
// dictionaries merged nor all their values read. Must not know: queries, other sets of rows.
#pragma once

#include "query/summary_subject.h"

// Whether it can be made so: all rows are counted, and each part has the field as one plain column.
bool histogram_parts_fit(const struct summary_subject *s, const struct field_paths *paths);
// As histogram_make, of a request that was checked.
NODISCARD status histogram_parts_make(const struct summary_subject *s,
                                      const struct field_paths *paths,
                                      const struct histogram_request *asked, struct histogram *out,
                                      struct error *e);

// The least of 1, 2 and 5 times a power of ten that needs no more buckets than asked.
double histogram_width(double least, double greatest, size_t buckets);
NODISCARD status histogram_too_long(struct error *e);
