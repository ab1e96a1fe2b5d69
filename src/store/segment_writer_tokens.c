// SPDX-License-Identifier: Apache-2.0
// Cuts each distinct value of a path into tokens once, for the path's own index and for that of the
// rows. Must not know: rows.
#include "store/segment_writer_private.h"

#include <stdlib.h>
#include <string.h>

#define PREFETCH 8u

// Cuts the entries in the order they were met, which is how they lie in memory.
static status cut_values(struct value_reader *reader, struct writer_path *p,
                         struct token_collector *collector, struct error *e)
{
    for (uint32_t entry = 0; entry < p->values.count; entry++) {
        enum value_kind kind = VALUE_STRING;
        string_view text;
        TRY(value_reader_get(reader, entry, &kind, &text, e));
        TRY(token_collector_add(collector, text, e));
    }
    return token_collector_finish(collector, e);
}

// Lays the tokens of the entries in the order of the dictionary.
static status order_tokens(struct writer_path *p, struct error *e)
{
    struct path_tokens *t = &p->tokens;
    uint32_t count = p->values.count;
    uint32_t *starts = malloc(((size_t)count + 1) * sizeof *starts);
    uint32_t *ids = malloc(MAX(t->ids_count, (size_t)1) * sizeof *ids);
    if (starts == NULL || ids == NULL) {
        free(starts);
        free(ids);
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    uint32_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (i + 2 * PREFETCH < count) {
            __builtin_prefetch(&t->starts[p->order[i + 2 * PREFETCH]]);
            __builtin_prefetch(&t->ids[t->starts[p->order[i + PREFETCH]]]);
        }
        uint32_t entry = p->order[i];
        uint32_t number = t->starts[entry + 1] - t->starts[entry];
        starts[i] = at;
        memcpy(ids + at, t->ids + t->starts[entry], number * sizeof *ids);
        at += number;
    }
    starts[count] = at;
    free(t->starts);
    free(t->ids);
    t->starts = starts;
    t->ids = ids;
    return ST_OK;
}

status writer_cut_tokens(struct segment_writer *w, uint32_t path, struct error *e)
{
    struct writer_path *p = w->paths[path];
    struct value_reader reader;
    struct token_collector collector;
    value_reader_init(&reader, w, p);
    token_collector_init(&collector, &p->tokens);
    status result = cut_values(&reader, p, &collector, e);
    token_collector_release(&collector);
    value_reader_release(&reader);
    if (result == ST_OK && p->tokens.ids_count > 0) {
        result = order_tokens(p, e);
    }
    if (result == ST_OK && p->counts.texts > FIELD_TOKENS_LEAST_TEXTS) {
        result = path_tokens_write(&p->tokens, p->values.count, w->file, path, e);
    }
    if (p->tokens.ids_count == 0) {
        path_tokens_release(&p->tokens);
    }
    return result;
}
