// SPDX-License-Identifier: Apache-2.0
// Media files that the portal serves itself: pictures, sounds, films, models.
//   DATA/media/{SHA-256 of the content, 64 hexadecimal digits}.{extension}
// Named by their content, they never change: records name them by the path /media/{name}.
// Thread-safe. Must not know: records, HTTP.
#pragma once

#include "base/file.h"
#include "portal/portal.h"

#define MEDIA_NAME_SIZE  ((size_t)80)        // with its NUL
#define MEDIA_FILE_BYTES ((size_t)256 << 20) // most of one file

// The media type of a name's extension ("image/jpeg"); NULL for one that is not served.
const char *media_type_of(string_view name);

// One file as it lies in the data folder.
struct medium_file {
    char name[MEDIA_NAME_SIZE];
    uint64_t bytes;
    bool new; // it was not there before
};

// Copies a file into the data folder, unless it is there, and tells how it lies there.
// ST_BAD_DATA for a file that is missing, empty, too large or of an extension that is not served.
NODISCARD status portal_add_medium(const struct portal *p, const char *path,
                                   struct medium_file *out, struct error *e);
// The same for every file of a folder; others than media are an error.
NODISCARD status portal_add_media_folder(const struct portal *p, const char *folder,
                                         struct error *e);
// Calls `visit` for each file, by name; stops at the first failing visit and returns its status.
typedef status medium_visit(const struct medium_file *file, void *argument);
NODISCARD status portal_list_media(const struct portal *p, medium_visit *visit, void *argument,
                                   struct error *e);
// Maps a file by its name; the caller unmaps it. ST_NOT_FOUND, also for what is no such name.
NODISCARD status portal_map_medium(const struct portal *p, string_view name,
                                   struct mapped_file *out, struct error *e);
