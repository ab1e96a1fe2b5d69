// SPDX-License-Identifier: Apache-2.0
// Rows of a table as bytes, small and quick to take apart, for sorting them outside memory.
// Must not know: what is sorted by what.
#pragma once

#include "base/buffer.h"
#include "formats/dwca_table.h"

struct packed_row {
    uint32_t table; // the caller's number of the table it is from
    size_t location;
    uint64_t line;
    size_t field_count; // fields[0 .. field_count) are filled
};

// Of the fields those are kept that a column of the table reads.
void packed_row_append(struct buffer *out, const struct dwca_table *t, uint32_t table,
                       const struct csv_row *row);

// Takes apart what packed_row_append wrote; `fields` has room for `most` of them, which is at least
// the table's width, and they point into `bytes`. ST_CORRUPT when the bytes are something else.
NODISCARD status packed_row_read(string_view bytes, string_view *fields, size_t most,
                                 struct packed_row *out, struct error *e);
