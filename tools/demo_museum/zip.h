// SPDX-License-Identifier: Apache-2.0
// A zip writer (APPNOTE 6.3.10, sections 4.3 and 4.4), entries stored, names in UTF-8. Archives
// stay below 4 GiB and 65,535 entries; no clock goes in, so equal content gives equal bytes.
#pragma once

#include "support.h"

struct zip {
    struct text bytes;
    struct text directory;
    unsigned entries;
};

void zip_add(struct zip *zip, const char *name, const char *data, size_t length);
// Writes the archive to `path` and releases everything.
void zip_finish(struct zip *zip, const char *path);
