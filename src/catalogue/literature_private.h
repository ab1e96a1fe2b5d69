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

// Within literature_begin, which makes the table.
#define LITERATURE_ERASED_TABLE                                                                    \
    "CREATE TABLE IF NOT EXISTS erased (digest BLOB PRIMARY KEY) WITHOUT ROWID;"
// Remembers that the text was erased; nothing of an empty one.
NODISCARD status literature_note_erased(struct literature *l, string_view text, struct error *e);
// Whether it was, in whatever case and with whatever accents.
NODISCARD status literature_is_erased(struct literature *l, string_view text, bool *out,
                                      struct error *e);
// Makes it empty then.
NODISCARD status literature_leave_out_erased(struct literature *l, string_view *text,
                                             struct error *e);

// Within literature_begin: the publication's row anew from what its sources say.
NODISCARD status literature_merge_said(struct literature *l, int64_t publication,
                                       struct arena *arena, struct error *e);
