// SPDX-License-Identifier: Apache-2.0
// Gathers ranges of rows and the visible rows in them.
// Must not know: queries.
#include "query/extent.h"

#include "query/visible_cut.h"

#include <stdlib.h>
#include <string.h>

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to prepare a search");
}

static int compare_uuids(const void *a, const void *b)
{
    return uuid_compare(a, b);
}

static bool asked(const struct uuid *tables, size_t count, const struct uuid *table)
{
    return count == 0 || bsearch(table, tables, count, sizeof *tables, compare_uuids) != NULL;
}

static status check_tables(const struct snapshot *s, const struct scope *scope,
                           const struct uuid *tables, size_t count, struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        bool known = table_is_reserved(&tables[i]) || snapshot_table_by_uuid(s, &tables[i]) != NULL;
        if (!known || !scope_allows(scope, &tables[i])) {
            char text[37];
            uuid_to_text(&tables[i], text);
            return error_set_field(e, ST_NOT_FOUND, "table", "there is no table %s", text);
        }
    }
    return ST_OK;
}

// The part's ranges; none when nothing of the segment is asked.
static status add_ranges(struct extent_part *part, const struct scope *scope,
                         const struct uuid *tables, size_t table_count, struct arena *arena,
                         struct error *e)
{
    const struct segment_table *all = NULL;
    size_t count = 0;
    TRY(segment_tables(part->segment, &all, &count, e));
    struct extent_range *ranges = arena_array(arena, struct extent_range, count + 1);
    if (ranges == NULL) {
        return no_memory(e);
    }
    uint32_t rows = 0;
    for (size_t i = 0; i < count; i++) {
        if (all[i].rows > 0 && scope_allows(scope, &all[i].table) &&
            asked(tables, table_count, &all[i].table)) {
            ranges[part->range_count++] = (struct extent_range){all[i].table, all[i].first_row,
                                                                all[i].first_row + all[i].rows};
            rows += all[i].rows;
        }
    }
    part->ranges = ranges;
    part->whole = rows == segment_rows(part->segment);
    return ST_OK;
}

static status sort_tables(const struct uuid **tables, size_t count, struct arena *arena,
                          struct error *e)
{
    struct uuid *sorted = arena_array(arena, struct uuid, count + 1);
    if (sorted == NULL) {
        return no_memory(e);
    }
    if (count > 0) {
        memcpy(sorted, *tables, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, compare_uuids);
    }
    *tables = sorted;
    return ST_OK;
}

status extent_create(struct snapshot *s, const struct scope *scope, const struct uuid *tables,
                     size_t table_count, uint32_t commit, struct arena *arena, struct extent *out,
                     struct error *e)
{
    struct extent x = {.snapshot = s, .commit = commit};
    TRY(check_tables(s, scope, tables, table_count, e));
    TRY(sort_tables(&tables, table_count, arena, e));
    size_t segments = snapshot_segments(s);
    x.parts = arena_array(arena, struct extent_part, segments + 1);
    if (x.parts == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < segments; i++) {
        struct extent_part part = {.index = i, .segment = snapshot_segment(s, i)};
        TRY(add_ranges(&part, scope, tables, table_count, arena, e));
        if (part.range_count == 0) {
            continue;
        }
        TRY(visible_cut_get(s, &part, commit, arena, &part.origin, &part.visible, e));
        for (size_t k = 0; k < part.range_count; k++) {
            x.rows += part.ranges[k].end - part.ranges[k].first;
        }
        x.parts[x.count++] = part;
    }
    *out = x;
    return ST_OK;
}

status extent_part_key(const struct extent_part *part, const void *head, size_t length,
                       struct arena *arena, string_view *out, struct error *e)
{
    uint64_t segment = segment_identity(part->segment);
    size_t ranges = part->range_count * sizeof *part->ranges;
    char *bytes = arena_alloc(arena, length + sizeof segment + ranges);
    if (bytes == NULL) {
        return no_memory(e);
    }
    memcpy(bytes, head, length);
    memcpy(bytes + length, &segment, sizeof segment);
    memcpy(bytes + length + sizeof segment, part->ranges, ranges);
    *out = (string_view){bytes, length + sizeof segment + ranges};
    return ST_OK;
}

const struct extent_range *extent_range_of(const struct extent_part *part, uint32_t row)
{
    size_t low = 0;
    size_t high = part->range_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (part->ranges[middle].end <= row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < part->range_count && part->ranges[low].first <= row ? &part->ranges[low] : NULL;
}
