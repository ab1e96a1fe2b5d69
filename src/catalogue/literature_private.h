// SPDX-License-Identifier: Apache-2.0
// What the files of the register of the literature share. Must not know: what asks it.
#pragma once

#include "catalogue/durable.h"
#include "catalogue/literature.h"

struct literature {
    struct durable file;
    int depth; // of literature_begin
};

void literature_lock(struct literature *l);
void literature_unlock(struct literature *l);
// Within literature_begin: the publication's row anew from what its sources say.
NODISCARD status literature_merge_said(struct literature *l, int64_t publication,
                                       struct arena *arena, struct error *e);
