// SPDX-License-Identifier: Apache-2.0
// The files of one ingest as one row source.
// Must not know: stores, datasets.
#pragma once

#include "formats/row_source.h"

struct ingest_source {
    struct row_source *rows;   // one after another
    struct source_facts facts; // of the first
};

// Opens the files; several are read one after another under one table of names.
NODISCARD status ingest_source_open(const char *const *paths, size_t count,
                                    const struct source_options *options, struct ingest_source *out,
                                    struct error *e);
// Looks at the first row, which `rows` gives again; *more false when there is none. Views live
// until the next row is asked for.
NODISCARD status ingest_source_peek(struct ingest_source *s, struct source_row *row, bool *more,
                                    struct error *e);
// Asks go_on now and then while rows are read; when that says no, reading ends with ST_CANCELLED.
struct ingest_watch {
    bool (*go_on)(void *argument, uint64_t rows, uint64_t bytes_done, uint64_t bytes_total);
    void *argument;
};
NODISCARD status ingest_source_watch(struct ingest_source *s, const struct ingest_watch *watch,
                                     struct error *e);
void ingest_source_close(struct ingest_source *s);
