// SPDX-License-Identifier: Apache-2.0
// Writes what is kept by element: a path's column of ordinals with its postings, the offsets of the
// levels, and the list of paths. Must not know: values.
#include "store/segment_writer_private.h"

#include "base/array.h"
#include "store/postings_builder.h"

#include <stdlib.h>
#include <string.h>

uint32_t writer_level_size(const struct segment_writer *w, uint32_t level)
{
    return level == 0 ? w->rows : w->levels[level].size;
}

static uint32_t entry_count(const struct writer_path *p)
{
    const struct dictionary_header *c = &p->counts;
    return c->missing + c->numbers + c->dates + c->booleans + c->texts;
}

// --- ordinals ------------------------------------------------------------------------------------

// Each cell is one above the one before, as those of the key's own field are.
static bool is_rising(const struct writer_path *p)
{
    bool rising = p->cells_count > 1 && p->cells[0] != 0;
    for (size_t i = 1; rising && i < p->cells_count; i++) {
        rising = p->cells[i] == p->cells[0] + i;
    }
    return rising;
}

static uint32_t choose_width(const struct writer_path *p)
{
    static const uint32_t widths[] = {1, 2, 4, 8, 16, 24};
    uint32_t count = entry_count(p);
    if (is_rising(p)) {
        return ORDINALS_RISING;
    }
    bool whole = count == 1;
    for (size_t i = 0; whole && i < p->cells_count; i++) {
        whole = p->cells[i] != 0;
    }
    if (whole) {
        return 0;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(widths); i++) {
        if (count >> widths[i] == 0) {
            return widths[i];
        }
    }
    return 32;
}

static void pack_cells(const uint32_t *cells, size_t count, uint32_t width, unsigned char *out)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t cell = cells[i];
        if (width < 8) {
            out[i * width / 8] |= (unsigned char)(cell << (i * width % 8));
        } else {
            memcpy(out + i * (width / 8), &cell, width / 8);
        }
    }
}

static status write_ordinals(struct segment_writer *w, uint32_t path, struct error *e)
{
    const struct writer_path *p = w->paths[path];
    struct ordinals_header header = {
        .first = p->first_element, .count = p->cells_count, .width = choose_width(p)};
    uint32_t width = header.width == ORDINALS_RISING ? 0 : header.width;
    header.constant = header.width == 0 ? 1 : width == 0 ? p->cells[0] : 0;
    // Cells of 24 bits are copied by threes, the last one within the padding.
    size_t length = (p->cells_count * width + 7) / 8 + ORDINALS_PADDING;
    unsigned char *packed = calloc(1, length);
    if (packed == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a column");
    }
    if (width > 0) {
        pack_cells(p->cells, p->cells_count, width, packed);
    }
    const struct section_part parts[] = {{&header, sizeof header}, {packed, length}};
    status result = section_file_add_told(w->file, SECTION_ORDINALS, path, p->cells_count,
                                          p->first_element, parts, ARRAY_LENGTH(parts), e);
    free(packed);
    return result;
}

// --- postings ------------------------------------------------------------------------------------

struct posting_lists {
    uint32_t *starts; // by ordinal; the place behind the last member once filled
    uint32_t *members;
};

// Counts each ordinal's elements, then lays the lists that are kept one behind the other.
static status collect_members(const struct writer_path *p, uint32_t count, uint32_t most,
                              struct posting_lists *lists, struct error *e)
{
    lists->starts = calloc((size_t)count + 2, sizeof *lists->starts);
    if (lists->starts == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for posting lists");
    }
    uint32_t *starts = lists->starts;
    for (size_t i = 0; i < p->cells_count; i++) {
        starts[p->cells[i]]++;
    }
    uint32_t sum = 0;
    starts[0] = UINT32_MAX;
    for (uint32_t ordinal = 1; ordinal <= count; ordinal++) {
        uint32_t number = starts[ordinal];
        starts[ordinal] = number > most ? UINT32_MAX : sum;
        sum += number > most ? 0 : number;
    }
    lists->members = malloc(MAX(sum, 1u) * sizeof *lists->members);
    if (lists->members == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for posting lists");
    }
    for (size_t i = 0; i < p->cells_count; i++) {
        uint32_t *start = &starts[p->cells[i]];
        if (*start != UINT32_MAX) {
            lists->members[(*start)++] = p->first_element + (uint32_t)i;
        }
    }
    return ST_OK;
}

static void add_lists(struct postings_builder *b, const struct posting_lists *lists, uint32_t count)
{
    uint32_t start = 0;
    for (uint32_t ordinal = 1; ordinal <= count; ordinal++) {
        uint32_t end = lists->starts[ordinal];
        if (end == UINT32_MAX) {
            postings_builder_not_kept(b, ordinal - 1);
        } else {
            postings_builder_add(b, ordinal - 1, lists->members + start, end - start);
            start = end;
        }
    }
}

// Measures and moments that few elements share: a pass over the column finds them soon enough.
static bool is_seldom_asked(const struct writer_path *p)
{
    return p->is_measured && entry_count(p) >= p->cells_count / MEASURES_SHARED;
}

static status write_postings(struct segment_writer *w, uint32_t path, struct error *e)
{
    const struct writer_path *p = w->paths[path];
    uint32_t count = entry_count(p);
    if (count < POSTINGS_LEAST_ENTRIES || is_seldom_asked(p) || is_rising(p)) {
        return ST_OK;
    }
    struct posting_lists lists = {0};
    struct postings_builder builder = {0};
    struct section_part parts[POSTINGS_PARTS];
    uint32_t most = writer_level_size(w, p->level) / NOT_KEPT_PART;
    status result = collect_members(p, count, most, &lists, e);
    if (result == ST_OK) {
        result = postings_builder_init(&builder, count, e);
    }
    if (result == ST_OK) {
        add_lists(&builder, &lists, count);
        result = postings_builder_finish(&builder, parts, e);
    }
    if (result == ST_OK) {
        result = section_file_add(w->file, SECTION_POSTINGS, path, count, parts, POSTINGS_PARTS, e);
    }
    postings_builder_release(&builder);
    free(lists.starts);
    free(lists.members);
    return result;
}

status writer_write_column(struct segment_writer *w, uint32_t path, struct error *e)
{
    TRY(write_ordinals(w, path, e));
    return write_postings(w, path, e);
}

// --- levels and paths ----------------------------------------------------------------------------

status writer_write_offsets(struct segment_writer *w, struct error *e)
{
    for (size_t level = 1; level < w->levels_count; level++) {
        struct writer_level *l = &w->levels[level];
        size_t wanted = (size_t)writer_level_size(w, l->parent) + 1;
        while (l->offsets_count < wanted) {
            if (!ARRAY_RESERVE(l->offsets, l->offsets_capacity, l->offsets_count,
                               (size_t)UINT32_MAX + 1)) {
                return error_set(e, ST_NO_MEMORY, "no memory for the lists of a segment");
            }
            l->offsets[l->offsets_count++] = l->size;
        }
        struct section_part part = {l->offsets, l->offsets_count * sizeof *l->offsets};
        TRY(section_file_add(w->file, SECTION_OFFSETS, (uint32_t)level, l->size, &part, 1, e));
    }
    return ST_OK;
}

status writer_write_paths(struct segment_writer *w, struct error *e)
{
    struct buffer records;
    struct buffer names;
    buffer_init(&records, SIZE_MAX / 2);
    buffer_init(&names, UINT32_MAX);
    for (size_t i = 0; i < w->paths_count; i++) {
        const struct writer_path *p = w->paths[i];
        struct path_record record = {.parent = p->parent,
                                     .level = p->level,
                                     .name_offset = (uint32_t)names.length,
                                     .name_length = (uint16_t)p->name.length,
                                     .kind = (uint8_t)p->kind};
        buffer_append(&records, &record, sizeof record);
        buffer_append_view(&names, p->name);
    }
    status result = buffer_check(&records, "the list of fields", e);
    if (result == ST_OK) {
        result = buffer_check(&names, "the names of the fields", e);
    }
    if (result == ST_OK) {
        const struct section_part parts[] = {{records.bytes, records.length},
                                             {names.bytes, names.length}};
        result = section_file_add(w->file, SECTION_PATHS, 0, w->paths_count, parts,
                                  ARRAY_LENGTH(parts), e);
    }
    buffer_release(&records);
    buffer_release(&names);
    return result;
}
