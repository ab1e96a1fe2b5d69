// SPDX-License-Identifier: Apache-2.0
// Rows given one by one, kept as JSON Lines until they are read: in memory while they are few, in a
// file without a name behind that. Must not know: what rows mean.
#pragma once

#include "formats/row_source.h"

struct spool {
    const char *folder; // where the file is made; borrowed
    struct buffer lines;
    int descriptor; // of the file; -1: none yet
    uint64_t rows;
    void *mapped; // the file while it is read
    size_t mapped_length;
};

void spool_init(struct spool *s, const char *folder);
void spool_release(struct spool *s);
// Line breaks between values become blanks; ST_INVALID for one inside a string, which is no JSON.
NODISCARD status spool_add(struct spool *s, string_view json, struct error *e);
// The rows as a source, from the first, as often as asked; it must end before the spool does. Rows
// in a file get no company behind that.
NODISCARD status spool_source(struct spool *s, struct row_report *report, struct row_source **out,
                              struct error *e);
