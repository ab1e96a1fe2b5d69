// SPDX-License-Identifier: Apache-2.0
// What stands behind the opaque structs of include/vitrine/. The library translates: its functions
// check what comes from outside, call the layers below, and turn their errors into its own.
// Must not know: portals, people, HTTP.
#pragma once

#include "formats/document.h"
#include "query/search.h"
#include "vitrine/vitrine.h"

// A record as JSON: escapes may make it longer than it came.
#define LIBRARY_RECORD_BYTES (8 * LIMIT_RECORD_BYTES)

struct vitrine_error {
    struct error inner;
};

struct vitrine_buffer {
    struct buffer bytes;
};

struct vitrine_store {
    struct store *store;
};

struct vitrine_snapshot {
    struct snapshot *snapshot;
    uint32_t commit;
};

// Where a call's error goes: the caller's, cleared, or `own` when there is none.
struct error *library_error(struct vitrine_error *error, struct error *own);
// The same status by its public number, with the text of a status that said nothing.
enum vitrine_status library_result(status result, struct error *e);

// A call that appends to a buffer of the caller: what it wrote is cut off again when it fails.
struct library_answer {
    struct buffer *out;
    struct error *e;
    size_t before;
    struct error own;
};
// False, with the error told, when the buffer is missing or other arguments are not `good`.
bool library_answer_open(struct library_answer *a, bool good, struct vitrine_buffer *out,
                         struct vitrine_error *error);
static inline bool library_answer_begin(struct library_answer *a, bool good,
                                        struct vitrine_buffer *out, struct vitrine_error *error)
{
    return library_answer_open(a, good, out, error) && good; // said once more for who reads on
}
enum vitrine_status library_answer_end(struct library_answer *a, status result);

// Begins an answer: {"version": and the time of a commit.
void library_write_version(const struct vitrine_snapshot *s, uint32_t commit, struct buffer *out);
struct vitrine_text library_text(string_view text);

// The time of a commit of the snapshot; 0 for 0.
moment library_time(const struct vitrine_snapshot *s, uint32_t commit);
// A table by slug as of the snapshot. ST_NOT_FOUND with near names.
NODISCARD status library_table(const struct vitrine_snapshot *s, string_view slug,
                               const struct store_table **out, struct error *e);
