// SPDX-License-Identifier: Apache-2.0
// Asking a snapshot: commits, tables, versions of a record.
#include "store/store_internal.h"

#include <stdlib.h>
#include <string.h>

// 76697472-696e-8d65-9461-646174610000: "vitrine" and "data", a reserved UUID of version 8.
const struct uuid metadata_table = {{0x76, 0x69, 0x74, 0x72, 0x69, 0x6e, 0x8d, 0x65, 0x94, 0x61,
                                     0x64, 0x61, 0x74, 0x61, 0x00, 0x00}};
// The Max UUID (RFC 9562, section 5.10): no table has it, and its rows lie behind all others, so
// that a commit can write them last.
const struct uuid removals_table = {{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                     0xff, 0xff, 0xff, 0xff, 0xff, 0xff}};
const struct scope scope_public = {.name = "public", .metadata = false};
const struct scope scope_metadata = {.name = "metadata", .metadata = true};

bool table_is_reserved(const struct uuid *table)
{
    return uuid_compare(table, &metadata_table) == 0 || uuid_compare(table, &removals_table) == 0;
}

bool scope_allows(const struct scope *scope, const struct uuid *table)
{
    return scope->metadata || !table_is_reserved(table);
}

uint64_t snapshot_generation(const struct snapshot *s)
{
    return s->generation;
}

uint32_t snapshot_last_commit(const struct snapshot *s)
{
    return s->last_commit;
}

const struct commit *snapshot_commit(const struct snapshot *s, uint32_t number)
{
    return number > s->last_commit ? NULL : commit_log_get(s->log, number);
}

uint32_t snapshot_commit_at(const struct snapshot *s, moment m)
{
    uint32_t low = 0;
    uint32_t high = s->last_commit;
    while (low < high) {
        uint32_t middle = low + (high - low + 1) / 2;
        if (commit_log_get(s->log, middle)->time <= m) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

uint32_t snapshot_table_commit(const struct snapshot *s, const struct uuid *table, uint32_t number)
{
    for (number = MIN(number, s->last_commit); number > 0; number--) {
        const struct commit *c = commit_log_get(s->log, number);
        for (size_t i = 0; i < c->count_tables; i++) {
            if (uuid_compare(&c->counts[i].table, table) == 0) {
                return number;
            }
        }
    }
    return 0;
}

const struct store_table *snapshot_tables(const struct snapshot *s, size_t *count)
{
    *count = s->tables->count;
    return s->tables->tables;
}

const struct store_table *snapshot_table_by_slug(const struct snapshot *s, string_view slug)
{
    size_t low = 0;
    size_t high = s->tables->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = sv_compare(s->tables->by_slug[middle]->slug, slug);
        if (order == 0) {
            return s->tables->by_slug[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

const struct store_table *snapshot_table_by_uuid(const struct snapshot *s, const struct uuid *table)
{
    size_t low = 0;
    size_t high = s->tables->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = uuid_compare(&s->tables->tables[middle].table, table);
        if (order == 0) {
            return &s->tables->tables[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

size_t snapshot_segments(const struct snapshot *s)
{
    return s->segment_count;
}

struct segment *snapshot_segment(const struct snapshot *s, size_t index)
{
    return live_segment_file(s->segments[index]);
}

status snapshot_visible(struct snapshot *s, size_t index, uint32_t commit, struct arena *arena,
                        const struct bitset **out, struct error *e)
{
    return live_segment_visible(s->segments[index], commit, arena, out, e);
}

status snapshot_row_life(struct snapshot *s, size_t index, uint32_t row, uint32_t *from,
                         uint32_t *until, struct error *e)
{
    return live_segment_life(s->segments[index], row, from, until, e);
}

status segment_find_table(struct segment *segment, const struct uuid *table,
                          const struct segment_table **out, struct error *e)
{
    const struct segment_table *tables = NULL;
    size_t count = 0;
    TRY(segment_tables(segment, &tables, &count, e));
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (uuid_compare(&tables[middle].table, table) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    *out = low < count && uuid_compare(&tables[low].table, table) == 0 ? &tables[low] : NULL;
    return ST_OK;
}

struct version_list {
    struct record_version *versions; // malloc'ed
    size_t count;
    size_t capacity;
};

static status add_version(struct snapshot *s, size_t index, uint32_t row, struct version_list *list,
                          struct error *e)
{
    const struct sha256 *hashes = NULL;
    struct record_version v = {.segment = index, .row = row};
    TRY(snapshot_row_life(s, index, row, &v.from, &v.until, e));
    if (v.until <= v.from) {
        return ST_OK; // never visible
    }
    TRY(segment_hashes(snapshot_segment(s, index), &hashes, e));
    v.hash = hashes[row];
    if (list->count == list->capacity) {
        size_t capacity = MAX((size_t)8, list->capacity * 2);
        struct record_version *grown = realloc(list->versions, capacity * sizeof *grown);
        if (grown == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for a record's versions");
        }
        list->versions = grown;
        list->capacity = capacity;
    }
    list->versions[list->count++] = v;
    return ST_OK;
}

static status collect_versions(struct snapshot *s, size_t index, const struct uuid *table,
                               string_view key, struct version_list *list, struct error *e)
{
    struct segment *segment = snapshot_segment(s, index);
    const struct segment_table *range = NULL;
    TRY(segment_find_table(segment, table, &range, e));
    if (range == NULL) {
        return ST_OK;
    }
    uint32_t row = 0;
    bool equal = false;
    TRY(segment_find_key(segment, range, key, &row, &equal, e));
    struct buffer scratch;
    buffer_init(&scratch, LIMIT_KEY_BYTES * 2);
    status result = ST_OK;
    while (equal && result == ST_OK) {
        result = add_version(s, index, row, list, e);
        row++;
        if (result != ST_OK || row == range->first_row + range->rows) {
            break;
        }
        string_view next = {0};
        result = segment_key(segment, row, &scratch, &next, e);
        equal = result == ST_OK && sv_equal(next, key);
    }
    buffer_release(&scratch);
    return result;
}

static int by_from(const void *a, const void *b)
{
    uint32_t x = ((const struct record_version *)a)->from;
    uint32_t y = ((const struct record_version *)b)->from;
    return (x > y) - (x < y);
}

status snapshot_versions(struct snapshot *s, const struct scope *scope, const struct uuid *table,
                         string_view key, struct arena *arena, struct record_version **out,
                         size_t *count, struct error *e)
{
    struct version_list list = {0};
    status result = ST_OK;
    for (size_t i = 0; scope_allows(scope, table) && i < s->segment_count && result == ST_OK; i++) {
        result = collect_versions(s, i, table, key, &list, e);
    }
    if (result == ST_OK) {
        if (list.count > 1) {
            qsort(list.versions, list.count, sizeof *list.versions, by_from);
        }
        struct record_version *copy = arena_array(arena, struct record_version, list.count);
        if (copy == NULL) {
            result = error_set(e, ST_NO_MEMORY, "no memory for a record's versions");
        } else {
            if (list.count > 0) {
                memcpy(copy, list.versions, list.count * sizeof *copy);
            }
            *out = copy;
            *count = list.count;
        }
    }
    free(list.versions);
    return result;
}

status snapshot_record(struct snapshot *s, const struct scope *scope, const struct uuid *table,
                       string_view key, uint32_t commit, struct record_version *out,
                       struct error *e)
{
    struct arena arena;
    arena_init(&arena, 0);
    struct record_version *versions = NULL;
    size_t count = 0;
    status result = snapshot_versions(s, scope, table, key, &arena, &versions, &count, e);
    if (result == ST_OK) {
        result = ST_NOT_FOUND;
        for (size_t i = 0; i < count && versions[i].from <= commit; i++) {
            result = ST_GONE;
            if (commit < versions[i].until) {
                *out = versions[i];
                result = ST_OK;
                break;
            }
        }
        if (result == ST_GONE) {
            result =
                error_set(e, ST_GONE, "the record '" SV_FORMAT "' was removed", SV_ARGUMENT(key));
        } else if (result == ST_NOT_FOUND) {
            result =
                error_set(e, ST_NOT_FOUND, "there is no record '" SV_FORMAT "'", SV_ARGUMENT(key));
        }
    }
    arena_release(&arena);
    return result;
}

status snapshot_write_record(struct snapshot *s, const struct record_version *v, bool canonical,
                             struct buffer *out, struct error *e)
{
    if (v->segment >= s->segment_count) {
        return error_set(e, ST_INTERNAL, "the record's version belongs to another snapshot");
    }
    return segment_write_record(snapshot_segment(s, v->segment), v->row, canonical, out, e);
}

void snapshot_expect_record(struct snapshot *s, const struct record_version *v, unsigned stage)
{
    if (v->segment < s->segment_count) {
        segment_expect_record(snapshot_segment(s, v->segment), v->row, stage);
    }
}
