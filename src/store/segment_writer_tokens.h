// SPDX-License-Identifier: Apache-2.0
// What a path's own tokens and the segment's tokens share while they are written.
// Must not know: how tokens are cut.
#pragma once

#include "store/segment_writer_private.h"
#include "store/text_sort.h"

// Byte order of the interned texts: ranks[id] and its inverse, order[rank]; both malloc'ed.
NODISCARD status tokens_sort(const struct intern_table *texts, uint32_t **ranks, uint32_t **order,
                             struct error *e);
// Writes them as a string list.
NODISCARD status tokens_write_texts(struct section_file *file, enum section_kind kind,
                                    uint32_t path, const struct intern_table *texts,
                                    const uint32_t *order, struct error *e);
