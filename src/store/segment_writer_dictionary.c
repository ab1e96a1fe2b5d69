// SPDX-License-Identifier: Apache-2.0
// Writes a path's dictionary with its typed columns, and turns the path's cells from numbers of
// entries into ordinals. Must not know: rows, tokens.
#include "store/dictionary_builder.h"
#include "store/segment_writer_private.h"

#include <stdlib.h>
#include <string.h>

#define PREFETCH 8u

static uint32_t entry_count(const struct writer_path *p)
{
    const struct dictionary_header *c = &p->counts;
    return c->missing + c->numbers + c->dates + c->booleans + c->texts;
}

static void add_entry(const struct writer_path *p, struct dictionary_builder *dictionary,
                      uint32_t entry, const struct value_facts *facts)
{
    enum value_kind kind = (enum value_kind)intern_kind(&p->values, entry);
    string_view text = intern_text(&p->values, entry);
    if (kind != VALUE_LONG_STRING) {
        dictionary_builder_add(dictionary, kind, text.bytes, text.length, facts);
        return;
    }
    char bytes[LONG_PREFIX + sizeof(struct long_reference)];
    size_t prefix = text.length - LONG_IDENTITY;
    memcpy(bytes, text.bytes, prefix);
    memcpy(bytes + prefix, long_entry_find(p, entry), sizeof(struct long_reference));
    dictionary_builder_add(dictionary, kind, bytes, prefix + sizeof(struct long_reference), facts);
}

static void add_entries(const struct writer_path *p, struct dictionary_builder *dictionary)
{
    static const struct value_facts missing = {.class = CLASS_MISSING};
    static const struct value_facts text = {.class = CLASS_TEXT};
    uint32_t count = entry_count(p);
    uint32_t texts = count - p->counts.texts;
    for (uint32_t i = 0; i < count; i++) {
        if (i + 2 * PREFETCH < count) {
            __builtin_prefetch(&p->values.entries[p->order[i + 2 * PREFETCH]]);
            intern_prefetch(&p->values, p->order[i + PREFETCH]);
        }
        add_entry(p, dictionary, p->order[i],
                  i < p->counts.missing ? &missing
                  : i < texts           ? &p->facts[i - p->counts.missing]
                                        : &text);
    }
}

static status write_dictionary(struct segment_writer *w, uint32_t path,
                               struct dictionary_builder *dictionary, struct error *e)
{
    struct writer_path *p = w->paths[path];
    add_entries(p, dictionary);
    p->is_measured = dictionary_builder_is_measured(dictionary);
    TRY(dictionary_builder_write(dictionary, &w->keys, w->file, path, e));
    if (writer_path_is_position(w, path)) {
        p->numbers = dictionary->numbers;
        dictionary->numbers = NULL;
    }
    return ST_OK;
}

static status rank_cells(struct writer_path *p, struct error *e)
{
    uint32_t count = entry_count(p);
    uint32_t *ranks = malloc(((size_t)count + 1) * sizeof *ranks);
    if (ranks == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a dictionary");
    }
    ranks[0] = 0;
    for (uint32_t i = 0; i < count; i++) {
        ranks[p->order[i] + 1] = i + 1;
    }
    for (size_t i = 0; i < p->cells_count; i++) {
        p->cells[i] = ranks[p->cells[i]];
    }
    free(ranks);
    return ST_OK;
}

status writer_write_dictionary(struct segment_writer *w, uint32_t path, struct error *e)
{
    struct writer_path *p = w->paths[path];
    TRY(rank_cells(p, e));
    struct dictionary_builder *dictionary = malloc(sizeof *dictionary);
    if (dictionary == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a dictionary");
    }
    dictionary_builder_init(dictionary);
    status result = write_dictionary(w, path, dictionary, e);
    dictionary_builder_release(dictionary);
    free(dictionary);
    intern_release(&p->values);
    free(p->order);
    free(p->facts);
    p->order = NULL;
    p->facts = NULL;
    return result;
}
