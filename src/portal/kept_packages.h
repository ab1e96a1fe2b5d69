// SPDX-License-Identifier: Apache-2.0
// Finished downloads, kept as files of the data folder (DATA/kept/) under the hash of all that
// their bytes depend on: the same request again gets a file of known length, from any byte, at the
// speed of the disk instead of deflate's.
//   DATA/kept/<name>        the bytes, then a trailer that says how many and what they hash to
//   DATA/kept/<name>.part   being written, under a lock that dies with its process
// A file stands under its name only when it is whole. Those used longest ago go first. Bytes are
// checked once in each process that gives them out. Thread-safe; several processes may share a
// folder. Must not know: HTTP, what the bytes are.
#pragma once

#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"

struct kept_packages;

struct kept_limits {
    uint64_t all;  // bytes of all files; 0: nothing is kept
    uint64_t each; // of one
};

// Makes the folder where there is none, and removes what writers left that were killed.
NODISCARD status kept_open(const char *data_folder, const struct kept_limits *limits,
                           struct kept_packages **out, struct error *e);
void kept_close(struct kept_packages *k); // NULL is fine

struct kept_package {
    struct mapped_file file;
    string_view bytes;
    struct sha256 hash; // of the bytes
};

// ST_NOT_FOUND where there is none, or it is damaged: then it is removed. To be unmapped with
// file_unmap(&out->file), which may come after kept_close.
NODISCARD status kept_find(struct kept_packages *k, const struct sha256 *name,
                           struct kept_package *out, struct error *e);
// Leaves it as the last to go until then, and longer the more it is used.
void kept_hold(struct kept_packages *k, const struct sha256 *name, moment until);

// Length and hash of what was made of late, kept or not.
bool kept_length(struct kept_packages *k, const struct sha256 *name, uint64_t *length);
void kept_note_length(struct kept_packages *k, const struct sha256 *name, uint64_t length);

struct kept_writer;

// ST_CONFLICT while another writes the same, ST_UNCHANGED where it is there already.
NODISCARD status kept_begin(struct kept_packages *k, const struct sha256 *name,
                            struct kept_writer **out, struct error *e);
// ST_TOO_LARGE for more than one may have; ST_IO when the disk is full. Then to be abandoned.
NODISCARD status kept_write(struct kept_writer *w, string_view bytes, struct error *e);
// Puts the file under its name, and frees the writer whatever comes of it. `is_current` is asked
// while nothing can be erased (kept_clear waits): false, where the bytes are of what has been
// erased since, leaves nothing and gives ST_CONFLICT.
NODISCARD status kept_finish(struct kept_writer *w, bool (*is_current)(void *argument),
                             void *argument, struct error *e);
void kept_abandon(struct kept_writer *w); // NULL is fine

// Removes all of them (rule F5): what is compressed cannot be searched for what was erased, and
// none of it is asked for again. What is being written now comes to nothing.
NODISCARD status kept_clear(const char *data_folder, struct error *e);
