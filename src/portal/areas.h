// SPDX-License-Identifier: Apache-2.0
// Sets of named areas come in and go by commits, so that a question at a version is answered with
// the areas of then (rule F3). Must not know: HTTP, how areas are looked up.
#pragma once

#include "portal/portal.h"
#include "query/area_sets.h"

// Who commits, why and when (0: now), as of store_write_metadata.
struct area_commit {
    const char *author;
    const char *message;
    moment at;
};

// The file is made as area_sets_import does; then a commit says that it counts. ST_UNCHANGED when
// the set stands so already.
NODISCARD status portal_import_areas(struct portal *p, string_view geojson,
                                     const struct area_import *import,
                                     void (*tell)(void *argument, const char *sentence),
                                     void *argument, const struct area_commit *how,
                                     struct area_import_result *out, uint32_t *commit,
                                     struct error *e);
// Past versions stay. ST_NOT_FOUND when there is no such set.
NODISCARD status portal_remove_areas(struct portal *p, string_view set,
                                     const struct area_commit *how, uint32_t *commit,
                                     struct error *e);
