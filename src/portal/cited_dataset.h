// SPDX-License-Identifier: Apache-2.0
// What the register keeps of a dataset's identifier: its metadata as they stand, with the authors
// as creators. Must not know: HTTP, registries.
#pragma once

#include "catalogue/identifiers.h"
#include "portal/citing.h"
#include "portal/portal.h"

// Gives a dataset an identifier, or brings what is kept of it up to date. An imported one is taken
// where there is one. `wanted` (NULL: nothing) is what the registry is to be told.
NODISCARD status cited_dataset_make(struct identifier_register *r, const struct dataset_view *view,
                                    const struct dataset *d, const char *wanted,
                                    struct arena *arena, struct identifier *out, struct error *e);
