// SPDX-License-Identifier: Apache-2.0
// Writes a path's dictionary with its typed columns, and turns the path's cells from numbers of
// entries into ordinals. Must not know: rows, tokens.
#include "store/segment_writer_private.h"

#include <stdlib.h>
#include <string.h>

#define PREFETCH 8u

static uint32_t total(const struct dictionary_header *c)
{
    return c->missing + c->numbers + c->dates + c->booleans + c->texts;
}

static void add_string(const struct writer_path *p, struct string_list_builder *list,
                       uint32_t entry)
{
    uint32_t kind = intern_kind(&p->values, entry);
    string_view text = intern_text(&p->values, entry);
    if (kind != VALUE_LONG_STRING) {
        string_list_builder_add(list, text.bytes, text.length, kind);
        return;
    }
    char bytes[LONG_PREFIX + sizeof(struct long_reference)];
    size_t prefix = text.length - LONG_IDENTITY;
    memcpy(bytes, text.bytes, prefix);
    memcpy(bytes + prefix, long_entry_find(p, entry), sizeof(struct long_reference));
    string_list_builder_add(list, bytes, prefix + sizeof(struct long_reference), kind);
}

static status write_strings(struct segment_writer *w, uint32_t path, struct error *e)
{
    const struct writer_path *p = w->paths[path];
    struct string_list_builder *list = malloc(sizeof *list);
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a dictionary");
    }
    uint32_t count = total(&p->counts);
    string_list_builder_init(list);
    for (uint32_t i = 0; i < count; i++) {
        if (i + 2 * PREFETCH < count) {
            __builtin_prefetch(&p->values.entries[p->order[i + 2 * PREFETCH]]);
            intern_prefetch(&p->values, p->order[i + PREFETCH]);
        }
        add_string(p, list, p->order[i]);
    }
    struct string_list_head head;
    struct section_part parts[1 + STRING_LIST_PARTS] = {{&p->counts, sizeof p->counts}};
    status result = string_list_builder_finish(list, &head, parts + 1, e);
    if (result == ST_OK) {
        result = section_file_add(w->file, SECTION_DICTIONARY, path, count, parts,
                                  ARRAY_LENGTH(parts), e);
    }
    string_list_builder_release(list);
    free(list);
    return result;
}

static status write_numbers(struct segment_writer *w, uint32_t path, struct error *e)
{
    struct writer_path *p = w->paths[path];
    if (p->counts.numbers == 0) {
        return ST_OK;
    }
    p->numbers = malloc(p->counts.numbers * sizeof *p->numbers);
    if (p->numbers == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for numbers");
    }
    for (uint32_t i = 0; i < p->counts.numbers; i++) {
        p->numbers[i] = p->facts[i].number;
    }
    struct section_part part = {p->numbers, p->counts.numbers * sizeof *p->numbers};
    return section_file_add(w->file, SECTION_NUMBERS, path, p->counts.numbers, &part, 1, e);
}

static status write_dates(struct segment_writer *w, uint32_t path, struct error *e)
{
    const struct writer_path *p = w->paths[path];
    uint32_t typed = p->counts.numbers + p->counts.dates;
    size_t count = 0;
    for (uint32_t i = 0; i < typed; i++) {
        count += p->facts[i].is_date;
    }
    if (count == 0) {
        return ST_OK;
    }
    size_t ordinals_size = round_up(count * sizeof(uint32_t), 8);
    uint32_t *ordinals = calloc(1, ordinals_size);
    moment *times = malloc(2 * count * sizeof *times);
    status result = ST_OK;
    if (ordinals == NULL || times == NULL) {
        result = error_set(e, ST_NO_MEMORY, "no memory for dates");
    } else {
        size_t at = 0;
        for (uint32_t i = 0; i < typed; i++) {
            if (p->facts[i].is_date) {
                ordinals[at] = p->counts.missing + 1 + i;
                times[at] = p->facts[i].start;
                times[count + at++] = p->facts[i].end;
            }
        }
        const struct section_part parts[] = {{ordinals, ordinals_size},
                                             {times, 2 * count * sizeof *times}};
        result =
            section_file_add(w->file, SECTION_DATES, path, count, parts, ARRAY_LENGTH(parts), e);
    }
    free(ordinals);
    free(times);
    return result;
}

static status rank_cells(struct writer_path *p, struct error *e)
{
    uint32_t count = total(&p->counts);
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
    TRY(write_strings(w, path, e));
    intern_release(&p->values);
    free(p->order);
    p->order = NULL;
    TRY(write_numbers(w, path, e));
    TRY(write_dates(w, path, e));
    free(p->facts);
    p->facts = NULL;
    if (!writer_path_is_position(w, path)) {
        free(p->numbers);
        p->numbers = NULL;
    }
    return ST_OK;
}
