// SPDX-License-Identifier: Apache-2.0
// Erasures as a list that can be carried out again elsewhere: in a copy of the data folder that
// was made before (rule F5). One line of JSON an erased record, without any value that was erased.
// Must not know: how values are erased (erase.h), who asks.
#pragma once

#include "base/buffer.h"
#include "store/erasures.h"

#include <jansson.h>

#define ERASURE_LIST_BYTES ((size_t)256 << 20)

// One record's erasure, as a log or a list tells it.
struct erasure {
    struct erased_record record;
    moment time; // of the commit
    string_view author;
    string_view message;
};

// Every erasure in the log of a store, oldest first, in `arena`. Nothing of the store but its
// manifest and log is read, so that a folder whose other files are lost can still be asked.
NODISCARD status erasures_of_store(const char *store_folder, struct arena *arena,
                                   const struct erasure **out, size_t *count, struct error *e);
// From lines as erasure_print writes them; ST_BAD_DATA names the line that is none.
NODISCARD status erasures_from_lines(string_view lines, struct arena *arena,
                                     const struct erasure **out, size_t *count, struct error *e);
// {"time","author","message","table","key","field","allVersions","rows":[{"from","hash"}]} and a
// line feed.
NODISCARD status erasure_print(const struct erasure *erasure, struct buffer *out, struct error *e);

// What logs and lists share: {"table","key","field","allVersions","rows"}. False when it is not
// whole, or without memory. The texts are copied into `arena`.
bool erased_record_from_json(const json_t *object, struct arena *arena, struct erased_record *out);
json_t *erased_record_to_json(const struct erased_record *r); // NULL without memory
