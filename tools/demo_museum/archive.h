// SPDX-License-Identifier: Apache-2.0
// Writes specimens of one department as a Darwin Core Archive (TDWG text guide): meta.xml, eml.xml,
// an occurrence core, and extensions for media and identifications.
#pragma once

#include "metadata.h"
#include "record.h"

struct archive {
    const struct museum *museum;
    enum department department;
    bool quoted; // comma-separated with quotes, else separated by tabs
    size_t rows;
    struct text core;
    struct text media;
    struct text identifications;
    struct record record;
};

void archive_begin(struct archive *archive, const struct museum *museum, enum department department,
                   bool quoted);
void archive_add(struct archive *archive, size_t specimen);
// Writes the archive and releases everything.
void archive_finish(struct archive *archive, const char *path, const struct metadata *metadata,
                    struct date published);
