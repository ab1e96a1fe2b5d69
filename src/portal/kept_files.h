// SPDX-License-Identifier: Apache-2.0
// Files that a portal keeps as they came: the sources of datasets, and what people put beside them.
//   DATA/files/{SHA-256 of the content, 64 hexadecimal digits}.{extension}
// Which dataset a file belongs to, and what it is called, say records of the metadata table
// (portal/file_records.h). A file comes into the folder whole, just before the commit that names
// it; one that no record names is left of a process that was killed, and is not served.
// Thread-safe. Must not know: records, HTTP.
#pragma once

#include "base/file.h"
#include "portal/portal.h"

#define KEPT_EXTENSION ((size_t)16)
#define KEPT_NAME_SIZE ((size_t)82)         // with its NUL
#define KEPT_BYTES     (UINT64_C(64) << 30) // most of one file

// One file on its way into the folder.
struct kept_file {
    char name[KEPT_NAME_SIZE]; // in the folder
    char digits[65];           // SHA-256
    uint64_t bytes;
    char staged[PATH_SIZE]; // where the copy lies until it is placed
    bool placed;            // by this one: nobody had put it there before
};

// The media type of a file's name, by its extension; "application/octet-stream" for one unknown.
const char *kept_media_type(string_view name);
// Whether this is a name of the folder: nothing else is, so no path leads out of it.
bool kept_is_name(string_view name);

// Copies a file into `folder`, which lies in the data folder, and works its hash out of the copy.
// `number` tells it from others staged there. ST_BAD_DATA for what is missing, too large or no
// plain file.
NODISCARD status kept_file_stage(const char *path, const char *folder, size_t number,
                                 struct kept_file *out, struct error *e);
// Held from before files are placed until the commit that names them, and by whoever removes
// files: file_unlock lets go. Whoever holds it may commit, not the other way round.
NODISCARD status kept_files_lock(const struct portal *p, int *lock, struct error *e);
// Moves the copy into place, unless it is there.
NODISCARD status kept_file_place(const struct portal *p, struct kept_file *file, struct error *e);
// Takes back what was placed for a commit that was not made.
void kept_file_discard(const struct portal *p, struct kept_file *file);

// Paths fit, as those of data folders do. False for no name.
bool kept_file_path(const struct portal *p, string_view name, char out[PATH_SIZE]);
bool kept_file_exists(const struct portal *p, string_view name);
// Maps a file by its name; the caller unmaps it. ST_NOT_FOUND, also for what is no such name.
NODISCARD status kept_file_map(const struct portal *p, string_view name, struct mapped_file *out,
                               struct error *e);
