// SPDX-License-Identifier: Apache-2.0
// A SQLite file in the data folder that is no copy of anything: made with the first thing written
// to it, never made anew, and when it is damaged that is told. Written through to the disk, with a
// rollback journal, so that the one file is whole whenever nobody writes, and in a copy of the
// folder. Must not know: what is kept in it.
#pragma once

#include "base/arena.h"
#include "base/file.h"
#include "base/status.h"
#include "base/string_view.h"
#include "database/database.h"

#include <pthread.h>

struct durable_kind {
    const char *file; // "identifiers.sqlite"
    const char *name; // "the register of identifiers", for messages
    const char *loss; // what a damaged one would lose: "identifiers that were given out are in it"
    const char *schema; // statements that begin it
    int version;        // of the schema
};

struct durable {
    const struct durable_kind *kind;
    char path[PATH_SIZE];
    struct database database; // not open: there is no file yet
    bool writable;
    pthread_mutex_t mutex; // recursive; the owner's calls hold it, one at a time
};

// ST_CORRUPT for a damaged file, ST_CONFLICT for one of a newer program. A file that cannot be
// written is read. What is made has `size` bytes, and begins with the struct durable.
NODISCARD status durable_open(size_t size, const struct durable_kind *kind, const char *folder,
                              void **out, struct error *e);
void durable_close(struct durable *d); // NULL is fine
// Opens the file where there is one, or makes it; *there is false where neither is so.
NODISCARD status durable_be_open(struct durable *d, bool make, bool *there, struct error *e);

// Whether there is a file to ask: then it is open and the mutex is held until durable_asked. Where
// not, *result is what the call answers: `none` where there is no file.
NODISCARD bool durable_ask(struct durable *d, status none, status *result, struct error *e);
void durable_asked(struct durable *d);

// In one transaction: all that is written in between, or nothing. The caller holds the mutex.
NODISCARD status durable_begin(struct durable *d, struct error *e);
// Ends it, whatever became of it: gives `result`, or what went wrong when it was to be kept.
NODISCARD status durable_end(struct durable *d, status result, struct error *e);
