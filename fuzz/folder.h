// SPDX-License-Identifier: Apache-2.0
// What fuzz targets of files share: a folder of their own in memory, files in it, and a small
// store. Must not know: what is read.
#pragma once

#include "base/file.h"
#include "base/status.h"
#include "base/string_view.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static inline void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static char fuzz_folder_path[PATH_SIZE];

static inline void fuzz_folder_remove(void)
{
    struct error e = {0};
    if (folder_remove(fuzz_folder_path, &e) != ST_OK) {
        (void)fprintf(stderr, "%s\n", e.message);
    }
}

// Made at the first call, removed when the process ends well.
static inline const char *fuzz_folder(void)
{
    if (fuzz_folder_path[0] == '\0') {
        const char *place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
        (void)snprintf(fuzz_folder_path, sizeof fuzz_folder_path, "%s/vitrine-fuzz-XXXXXX", place);
        require(mkdtemp(fuzz_folder_path) != NULL);
        require(atexit(fuzz_folder_remove) == 0);
    }
    return fuzz_folder_path;
}

// Writes a file of the folder anew; gives its path in `path`.
static inline void fuzz_put(const char *name, const void *bytes, size_t size, char path[PATH_SIZE])
{
    struct error e = {0};
    require(path_join(path, PATH_SIZE, fuzz_folder(), name, &e) == ST_OK);
    FILE *file = fopen(path, "wb");
    require(file != NULL);
    require(fwrite(bytes, 1, size, file) == size);
    require(fclose(file) == 0);
}

// A damaged file is told as such, and by name.
static inline bool went_well(status result, const struct error *e, const char *name)
{
    if (result != ST_OK) {
        require(result == ST_CORRUPT);
        require(strstr(e->message, name) != NULL);
    }
    return result == ST_OK;
}
