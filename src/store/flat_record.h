// SPDX-License-Identifier: Apache-2.0
// Quick reading of records whose members are plain values, which most are: columns and dictionaries
// are opened once for each table of a segment, and what a record needs is fetched in stages, so
// that the waits for memory overlap. Private to the segment's reader. Must not know: lists,
// objects, versions, queries.
#pragma once

#include "store/segment_private.h"

// Appends the record of a row as JSON, members in path order, or sorted. *done false, and nothing
// appended, when the record is not flat or something in it needs a closer look (a long value,
// damage): the general way then finds out.
NODISCARD status flat_record_write(struct segment *s, uint32_t row, bool sorted, struct buffer *out,
                                   bool *done, struct error *e);
void flat_records_release(struct segment *s);
