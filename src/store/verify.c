// SPDX-License-Identifier: Apache-2.0
// `vitrine verify`: every checksum and cross-reference of a store.
#include "store/erasures.h"
#include "store/store_internal.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct verifier {
    struct snapshot *snapshot;
    void (*tell)(void *argument, const char *sentence);
    void *argument;
    const struct uuid *table; // walked
    uint64_t faults;
    struct buffer text;
};

static void fault(struct verifier *v, const char *format, ...) PRINTF_LIKE(2, 3);

static void fault(struct verifier *v, const char *format, ...)
{
    char sentence[ERROR_MESSAGE_SIZE + 128];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    v->faults++;
    v->tell(v->argument, sentence);
}

static void verify_log(struct verifier *v)
{
    moment last = INT64_MIN;
    for (uint32_t n = 1; n <= v->snapshot->last_commit; n++) {
        const struct commit *c = commit_log_get(v->snapshot->log, n);
        if (c->time <= last) {
            fault(v, "store/log: commit %" PRIu32 " is not later than the one before", n);
        }
        last = c->time;
    }
}

// A row that lost values keeps the hash it had, and the log tells of it.
static status is_erased(struct verifier *v, struct segment *segment, uint32_t row, uint32_t from,
                        const struct sha256 *hash, bool *erased, struct error *e)
{
    const struct segment_table *tables = NULL;
    struct buffer scratch;
    struct sha256 told;
    string_view key = {0};
    size_t count = 0;
    size_t at = 0;
    TRY(segment_tables(segment, &tables, &count, e));
    while (at + 1 < count && row >= tables[at].first_row + tables[at].rows) {
        at++;
    }
    buffer_init(&scratch, SEGMENT_KEY_BYTES * 2);
    status result = segment_key(segment, row, &scratch, &key, e);
    *erased = result == ST_OK && count > 0 &&
              snapshot_row_is_erased(v->snapshot, &tables[at].table, key, from, &told) &&
              sha256_equal(&told, hash);
    buffer_release(&scratch);
    return result;
}

static status verify_rows(struct verifier *v, size_t index, struct error *e)
{
    struct live_segment *live = v->snapshot->segments[index];
    struct segment *segment = live_segment_file(live);
    const char *file = live_segment_entry(live)->file;
    const struct sha256 *hashes = NULL;
    TRY(segment_hashes(segment, &hashes, e));
    for (uint32_t row = 0; row < segment_rows(segment); row++) {
        struct sha256 hash;
        uint32_t from = 0;
        uint32_t until = 0;
        TRY(live_segment_life(live, row, &from, &until, e));
        if (from == 0 || from > v->snapshot->last_commit ||
            (until != ROW_OPEN && until > v->snapshot->last_commit)) {
            fault(v,
                  "segment %s row %" PRIu32 ": it lives from commit %" PRIu32 " until %" PRIu32
                  ", outside the log",
                  file, row, from, until);
        }
        buffer_clear(&v->text);
        TRY(segment_write_record(segment, row, true, &v->text, e));
        sha256_of(v->text.bytes, v->text.length, &hash);
        bool fits = sha256_equal(&hash, &hashes[row]);
        if (!fits) {
            TRY(is_erased(v, segment, row, from, &hashes[row], &fits, e));
        }
        if (!fits) {
            fault(v, "segment %s row %" PRIu32 ": the record does not match its hash", file, row);
        }
    }
    return ST_OK;
}

static void verify_segment(struct verifier *v, size_t index)
{
    const char *file = live_segment_entry(v->snapshot->segments[index])->file;
    struct error trouble = {0};
    status result = segment_verify(live_segment_file(v->snapshot->segments[index]), &trouble);
    if (result == ST_OK) {
        result = verify_rows(v, index, &trouble);
    }
    if (result != ST_OK) {
        fault(v, "segment %s: %s", file, trouble.message);
    }
}

static bool is_known(const struct snapshot *s, const struct uuid *table)
{
    return table_is_reserved(table) || snapshot_table_by_uuid(s, table) != NULL;
}

// Walks all segments' rows of a table in key order and checks that lives of one record do not
// overlap.
struct life {
    uint32_t from;
    uint32_t until;
};

static int by_from(const void *a, const void *b)
{
    const struct life *x = a;
    const struct life *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

static void check_lives(struct verifier *v, string_view key, struct life *lives, size_t count)
{
    if (count < 2) {
        return;
    }
    qsort(lives, count, sizeof *lives, by_from);
    for (size_t i = 1; i < count; i++) {
        if (lives[i].from < lives[i - 1].until) {
            fault(v, "record '" SV_FORMAT "': two versions are visible at commit %" PRIu32,
                  SV_ARGUMENT(key), lives[i].from);
        }
    }
}

// A removal is told under its table's UUID, a slash and its key (docs/format.md).
static void check_removal_key(struct verifier *v, string_view key)
{
    struct uuid table;
    bool named = uuid_from_text(sv_slice(key, 0, 36), &table) && sv_find(key, '/') == 36;
    if (!named || snapshot_table_by_uuid(v->snapshot, &table) == NULL) {
        fault(v, "removal '" SV_FORMAT "': it names no table that the log knows", SV_ARGUMENT(key));
    }
}

struct table_part {
    size_t index;
    struct key_cursor cursor;
    uint32_t end;
    string_view key;
};

static status next_key(struct table_part *part, struct error *e)
{
    if (part->cursor.row + 1 >= part->end) {
        part->cursor.row = part->end;
        return ST_OK;
    }
    TRY(key_cursor_next(&part->cursor, e));
    return key_cursor_key(&part->cursor, &part->key, e);
}

static status open_parts(struct verifier *v, const struct uuid *table, struct table_part *parts,
                         size_t *count, struct error *e)
{
    for (size_t i = 0; i < v->snapshot->segment_count; i++) {
        const struct segment_table *range = NULL;
        struct segment *segment = snapshot_segment(v->snapshot, i);
        TRY(segment_find_table(segment, table, &range, e));
        if (range == NULL || range->rows == 0) {
            continue;
        }
        struct table_part *part = &parts[*count];
        *part = (struct table_part){.index = i, .end = range->first_row + range->rows};
        TRY(key_cursor_start(&part->cursor, segment, range->first_row, e));
        (*count)++;
        TRY(key_cursor_key(&part->cursor, &part->key, e));
    }
    return ST_OK;
}

// All versions of the least key at hand; moves their cursors on.
static status take_record(struct verifier *v, struct table_part *parts, size_t count,
                          struct life **lives, size_t *capacity, bool *more, struct error *e)
{
    const struct table_part *least = NULL;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].cursor.row < parts[i].end &&
            (least == NULL || sv_compare(parts[i].key, least->key) < 0)) {
            least = &parts[i];
        }
    }
    *more = least != NULL;
    if (least == NULL) {
        return ST_OK;
    }
    buffer_clear(&v->text);
    buffer_append_view(&v->text, least->key);
    string_view key = buffer_view(&v->text);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        while (parts[i].cursor.row < parts[i].end && sv_equal(parts[i].key, key)) {
            struct life life;
            TRY(snapshot_row_life(v->snapshot, parts[i].index, parts[i].cursor.row, &life.from,
                                  &life.until, e));
            if (found == *capacity) {
                struct life *grown = realloc(*lives, (*capacity * 2 + 8) * sizeof *grown);
                if (grown == NULL) {
                    return error_set(e, ST_NO_MEMORY, "no memory to verify a record");
                }
                *lives = grown;
                *capacity = *capacity * 2 + 8;
            }
            if (life.from < life.until) {
                (*lives)[found++] = life;
            }
            TRY(next_key(&parts[i], e));
        }
    }
    check_lives(v, key, *lives, found);
    if (uuid_compare(v->table, &removals_table) == 0) {
        check_removal_key(v, key);
    }
    return ST_OK;
}

static void verify_table(struct verifier *v, const struct uuid *table)
{
    struct error trouble = {0};
    size_t count = 0;
    size_t capacity = 0;
    struct life *lives = NULL;
    v->table = table;
    struct table_part *parts = calloc(MAX(v->snapshot->segment_count, (size_t)1), sizeof *parts);
    status result = parts == NULL ? error_set(&trouble, ST_NO_MEMORY, "no memory to verify")
                                  : open_parts(v, table, parts, &count, &trouble);
    bool more = true;
    while (result == ST_OK && more) {
        result = take_record(v, parts, count, &lives, &capacity, &more, &trouble);
    }
    if (result != ST_OK) {
        char text[37];
        uuid_to_text(table, text);
        fault(v, "table %s: %s", text, trouble.message);
    }
    for (size_t i = 0; i < count; i++) {
        key_cursor_release(&parts[i].cursor);
    }
    free(parts);
    free(lives);
}

static void verify_tables(struct verifier *v)
{
    size_t count = 0;
    const struct store_table *tables = snapshot_tables(v->snapshot, &count);
    verify_table(v, &metadata_table);
    verify_table(v, &removals_table);
    for (size_t i = 0; i < count; i++) {
        verify_table(v, &tables[i].table);
    }
    for (size_t i = 0; i < v->snapshot->segment_count; i++) {
        const struct segment_table *ranges = NULL;
        struct error ignored = {0};
        if (segment_tables(snapshot_segment(v->snapshot, i), &ranges, &count, &ignored) != ST_OK) {
            continue; // told already
        }
        for (size_t t = 0; t < count; t++) {
            if (!is_known(v->snapshot, &ranges[t].table)) {
                fault(v, "segment %s holds rows of a table the log does not know",
                      live_segment_entry(v->snapshot->segments[i])->file);
            }
        }
    }
}

status store_verify(struct store *s, void (*tell)(void *argument, const char *sentence),
                    void *argument, struct error *e)
{
    struct verifier v = {.tell = tell, .argument = argument};
    TRY(store_snapshot(s, &v.snapshot, e));
    buffer_init(&v.text, LIMIT_RECORD_BYTES * 4);
    verify_log(&v);
    for (size_t i = 0; i < v.snapshot->segment_count; i++) {
        verify_segment(&v, i);
    }
    verify_tables(&v);
    buffer_release(&v.text);
    snapshot_release(v.snapshot);
    if (v.faults > 0) {
        return error_set(e, ST_CORRUPT, "%" PRIu64 " faults were found", v.faults);
    }
    return ST_OK;
}
