// SPDX-License-Identifier: Apache-2.0
// The files of a folder given as input, or of an archive that was unpacked, as relative names.
// Must not know: what the files hold.
#pragma once

#include "base/arena.h"
#include "base/status.h"

#define SURVEY_MOST_FILES ((size_t)10000)

struct folder_survey {
    const char *
        *names; // relative, '/' between parts, in the order of a walk by byte order of names
    size_t count;
    size_t capacity;
};

// Lists the plain files in a folder and up to four folders below it, without links and what
// operating systems leave behind. The names live in `memory`.
NODISCARD status folder_survey(const char *folder, struct arena *memory, struct folder_survey *out,
                               struct error *e);
void folder_survey_release(struct folder_survey *s);

// The last part of a name.
const char *base_name(const char *name);
