// SPDX-License-Identifier: Apache-2.0
// The plan: the museum's history as commits in the order of their dates, one a line of JSON, which
// `vitrine replay` carries out. docs/demo.md gives the members.
#pragma once

#include "support.h"

enum { PLAN_FILE_LIMIT = 5 };

struct plan_line {
    int64_t at; // seconds since 1970; made unique when written
    const char *dataset;
    const char *table;
    const char *kind;
    const char *files[PLAN_FILE_LIMIT]; // below the plan's folder
    size_t file_count;
    const char *media; // a folder of media files below the plan's, or NULL
    const char *mode;  // upsert, snapshot or delete
    const char *key;   // or NULL: found by the importer
    const char *author;
    const char *message;
    const char *metadata; // JSON, or NULL
    size_t rows;          // in the files
    size_t order;         // keeps lines of one moment in the order they came
};

struct plan {
    struct plan_line *lines;
    size_t count;
    size_t capacity;
};

void plan_add(struct plan *plan, struct plan_line line);
// Sorts by date, makes the moments differ and writes plan.jsonl.
void plan_write(struct plan *plan, const char *path);
void plan_release(struct plan *plan);
