// SPDX-License-Identifier: Apache-2.0
// The records of files that stand beside a dataset's tables (portal/datasets.h): which there are,
// making them, putting files beside a dataset by hand, taking them away again.
// Must not know: HTTP, where the bytes lie.
#pragma once

#include "portal/kept_files.h"

// What a record says of a file.
struct file_facts {
    struct uuid dataset;
    string_view table; // slug of the table that it was read into; "": put there by hand
    const char *path;  // as it was given; its last part is what the file is called
    const struct kept_file *file;
};

// A record of the metadata table, in `arena`.
NODISCARD status file_record_make(struct arena *arena, const struct file_facts *facts,
                                  struct metadata_record *out, struct error *e);
// The record of a file that the portal no longer has: what it was, from which commit on, and why
// ("erased" or "withdrawn").
NODISCARD status file_record_gone(struct arena *arena, const struct resource *r, const char *why,
                                  struct metadata_record *out, struct error *e);

// What pages and lists show of a file resource; texts lie in `arena`.
struct file_view {
    string_view name;
    string_view media_type;
    uint64_t bytes;
    string_view sha256;
    string_view table;   // slug; "": put there by hand
    string_view path;    // empty: it is gone
    string_view removed; // "erased", "withdrawn", or "lost": there is no such file
    uint32_t commit;     // that brought it
};
NODISCARD status file_view_read(const struct portal *p, const struct resource *r,
                                struct arena *arena, struct file_view *out, struct error *e);

// Puts files beside a dataset, which must be there, as one commit. ST_UNCHANGED when all are there.
NODISCARD status portal_add_files(struct portal *p, string_view dataset, const char *const *paths,
                                  size_t count, const char *author, const char *message,
                                  uint32_t *commit, struct error *e);
// Takes the files of one name away from a dataset, for good: their bytes too, unless another record
// names them. ST_NOT_FOUND when there is none.
NODISCARD status portal_remove_files(struct portal *p, string_view dataset, string_view name,
                                     const char *author, const char *message, uint32_t *commit,
                                     struct error *e);
// Removes from the folder every one of `gone` (names) that no record of the newest commit names.
// The lock is held.
NODISCARD status kept_files_forget(struct portal *p, const string_view *gone, size_t count,
                                   struct error *e);
