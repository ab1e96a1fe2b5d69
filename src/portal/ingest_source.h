// SPDX-License-Identifier: Apache-2.0
// The files of one ingest as one row source.
// Must not know: stores, datasets.
#pragma once

#include "formats/row_source.h"

struct ingest_source {
    struct row_source *rows;   // one after another
    struct source_facts facts; // of the first
    char sha256[65]; // of all: the file's own when there is one, else of the hashes in order
};

// Opens the files; several are read one after another under one table of names.
NODISCARD status ingest_source_open(const char *const *paths, size_t count,
                                    const struct source_options *options, struct ingest_source *out,
                                    struct error *e);
void ingest_source_close(struct ingest_source *s);
