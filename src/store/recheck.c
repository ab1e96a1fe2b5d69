// SPDX-License-Identifier: Apache-2.0
// Comparing again under the lock.
#include "store/recheck.h"

#include "base/array.h"
#include "store/layers.h"

#include <stdlib.h>
#include <string.h>

// A row of ours that must be written again with corrections of others over it.
struct rebuilt_row {
    struct uuid table;
    string_view key;   // in the arena
    string_view shown; // JSON, in the arena
    string_view layers;
    struct sha256 hash;
    struct sha256 source_hash;
};

struct pass {
    struct recheck *r;
    struct snapshot *newest;
    struct arena arena;
    struct rebuilt_row *rebuilt; // malloc'ed
    size_t rebuilt_count;
    size_t rebuilt_capacity;
};

// --- small look-ups --------------------------------------------------------------------------

static size_t index_of_file(const struct snapshot *s, const char *file)
{
    for (size_t i = 0; i < s->segment_count; i++) {
        if (strcmp(live_segment_entry(s->segments[i])->file, file) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

static bool is_fresh(const struct pass *p, size_t index)
{
    return index_of_file(p->r->base, live_segment_entry(p->newest->segments[index])->file) ==
           SIZE_MAX;
}

static struct commit_counts *counts_of(const struct recheck *r, const struct uuid *table)
{
    for (size_t i = 0; i < r->count_tables; i++) {
        if (uuid_compare(&r->counts[i].table, table) == 0) {
            return &r->counts[i];
        }
    }
    return NULL;
}

static status table_of_row(struct segment *segment, uint32_t row, const struct segment_table **out,
                           struct error *e)
{
    const struct segment_table *tables = NULL;
    size_t count = 0;
    TRY(segment_tables(segment, &tables, &count, e));
    for (size_t i = 0; i < count; i++) {
        if (row - tables[i].first_row < tables[i].rows && row >= tables[i].first_row) {
            *out = &tables[i];
            return ST_OK;
        }
    }
    return error_set(e, ST_CORRUPT, "row %u belongs to no table of its segment", row);
}

static void shift(uint64_t *from, uint64_t *to)
{
    if (*from > 0) {
        (*from)--;
        (*to)++;
    }
}

// --- rows of the base that end ---------------------------------------------------------------

// A record that we remove and whose segment was merged away meanwhile: its copy in a merged segment
// ends instead.
static status remove_by_key(struct pass *p, const struct ended_row *ended, struct error *e)
{
    struct segment *segment = snapshot_segment(p->r->base, ended->segment);
    const struct segment_table *table = NULL;
    struct record_version current;
    struct buffer scratch;
    string_view key = {0};
    TRY(table_of_row(segment, ended->row, &table, e));
    buffer_init(&scratch, LIMIT_KEY_BYTES * 2);
    status result = segment_key(segment, ended->row, &scratch, &key, e);
    if (result == ST_OK) {
        result = snapshot_record(p->newest, &scope_metadata, &table->table, key,
                                 p->newest->last_commit, &current, NULL);
        if (result == ST_OK && current.from <= p->r->base->last_commit) {
            const char *file = live_segment_entry(p->newest->segments[current.segment])->file;
            result = publication_close_row(p->r->publication, file, current.row, 0, e);
        } else if (result == ST_OK || result == ST_GONE || result == ST_NOT_FOUND) {
            struct commit_counts *counts = counts_of(p->r, &table->table);
            if (counts != NULL && counts->removed > 0) {
                counts->removed--;
            }
            result = ST_OK;
        }
    }
    buffer_release(&scratch);
    return result;
}

static status end_base_row(struct pass *p, const struct ended_row *ended, struct error *e)
{
    const struct manifest_segment *entry = live_segment_entry(p->r->base->segments[ended->segment]);
    size_t index = index_of_file(p->newest, entry->file);
    if (index == SIZE_MAX) {
        return ended->removed ? remove_by_key(p, ended, e)
                              : ST_OK; // a new version's is found by match_rows
    }
    uint32_t from = 0;
    uint32_t until = 0;
    TRY(snapshot_row_life(p->newest, index, ended->row, &from, &until, e));
    if (until == ROW_OPEN) {
        return publication_close_row(p->r->publication, entry->file, ended->row, 0, e);
    }
    if (p->r->refuse_newer) {
        return ST_CONFLICT;
    }
    const struct segment_table *table = NULL;
    TRY(table_of_row(snapshot_segment(p->newest, index), ended->row, &table, e));
    struct commit_counts *counts = counts_of(p->r, &table->table);
    if (counts != NULL && ended->removed && counts->removed > 0) {
        counts->removed--; // another commit ended it already
    } else if (counts != NULL && !ended->removed) {
        shift(&counts->changed,
              &counts->added); // shifted back when a newer version of theirs is found
    }
    return ST_OK;
}

// --- our new rows against fresh segments -----------------------------------------------------

// What a row's source last sent.
static status source_hash_of(struct segment *segment, uint32_t row, struct buffer *scratch,
                             bool *corrected, string_view *layers_json, struct sha256 *out,
                             struct error *e)
{
    const struct sha256 *hashes = NULL;
    TRY(segment_layers(segment, row, corrected, out, scratch, layers_json, e));
    if (!*corrected) {
        TRY(segment_hashes(segment, &hashes, e));
        *out = hashes[row];
    }
    return ST_OK;
}

// What the source sent with our row: the row itself, or the source layer of a corrected one.
static status read_our_source(struct pass *p, struct segment *ours, uint32_t row,
                              struct name_table *names, struct buffer *text, struct document *out,
                              struct error *e)
{
    struct sha256 hash;
    string_view json = {0};
    bool corrected = false;
    TRY(segment_layers(ours, row, &corrected, &hash, text, &json, e));
    if (!corrected) {
        return segment_read_record(ours, row, &p->arena, names, out, e);
    }
    struct layers layers;
    TRY(layers_read(json, names, &p->arena, &layers, e));
    *out = layers.source;
    return ST_OK;
}

static status carry_corrections(struct pass *p, struct segment *ours, uint32_t row,
                                const struct uuid *table, string_view key, string_view their_layers,
                                struct error *e)
{
    struct name_table *names = name_table_create();
    struct buffer text;
    struct layers layers;
    struct document shown;
    struct document source;
    struct rebuilt_row rebuilt = {.table = *table, .key = arena_copy(&p->arena, key)};
    buffer_init(&text, LIMIT_RECORD_BYTES * 3);
    status result =
        names == NULL ? error_set(e, ST_NO_MEMORY, "no memory to carry corrections over") : ST_OK;
    if (result == ST_OK) {
        result = layers_read(their_layers, names, &p->arena, &layers, e);
    }
    if (result == ST_OK) {
        result = read_our_source(p, ours, row, names, &text, &source, e);
    }
    if (result == ST_OK) {
        layers.source = source;
        result = layers_show(&layers, &p->arena, &shown, e);
    }
    if (result == ST_OK) {
        layers_hash(&shown, names, &text, &rebuilt.hash);
        rebuilt.shown = arena_copy(&p->arena, buffer_view(&text));
        layers_hash(&source, names, &text, &rebuilt.source_hash);
        buffer_clear(&text);
        layers_write(&layers, names, &text);
        rebuilt.layers = arena_copy(&p->arena, buffer_view(&text));
        result = buffer_check(&text, "a corrected record", e);
    }
    if (result == ST_OK &&
        !ARRAY_RESERVE(p->rebuilt, p->rebuilt_capacity, p->rebuilt_count, (size_t)UINT32_MAX)) {
        result = error_set(e, ST_NO_MEMORY, "no memory to carry corrections over");
    }
    if (result == ST_OK) {
        p->rebuilt[p->rebuilt_count++] = rebuilt;
    }
    buffer_release(&text);
    name_table_destroy(names);
    return result;
}

struct our_row {
    struct segment *segment;
    const char *file;
    uint32_t row;
    const struct uuid *table;
    string_view key;
};

// Others committed a newer version of a record of which we bring a version too.
static status meet_newer(struct pass *p, const struct our_row *ours, size_t theirs,
                         uint32_t their_row, struct error *e)
{
    if (p->r->refuse_newer) {
        return ST_CONFLICT;
    }
    struct publication *publication = p->r->publication;
    struct segment *segment = snapshot_segment(p->newest, theirs);
    struct buffer scratch;
    struct sha256 our_source;
    struct sha256 their_source;
    string_view their_layers = {0};
    bool corrected = false;
    struct commit_counts *counts = counts_of(p->r, ours->table);
    buffer_init(&scratch, LIMIT_RECORD_BYTES * 3);
    status result = source_hash_of(ours->segment, ours->row, &scratch, &corrected, &their_layers,
                                   &our_source, e);
    if (result == ST_OK) {
        result = source_hash_of(segment, their_row, &scratch, &corrected, &their_layers,
                                &their_source, e);
    }
    if (counts != NULL) {
        shift(&counts->added, &counts->changed);
    }
    if (result == ST_OK && sha256_equal(&their_source, &our_source)) {
        if (counts != NULL) {
            shift(&counts->changed, &counts->unchanged);
        }
        result = publication_close_row(publication, ours->file, ours->row, 0, e);
    } else if (result == ST_OK) {
        result = publication_close_row(
            publication, live_segment_entry(p->newest->segments[theirs])->file, their_row, 0, e);
        if (result == ST_OK && corrected) {
            result = publication_close_row(publication, ours->file, ours->row, 0, e);
        }
        if (result == ST_OK && corrected) {
            result = carry_corrections(p, ours->segment, ours->row, ours->table, ours->key,
                                       their_layers, e);
        }
    }
    buffer_release(&scratch);
    return result;
}

static status meet(struct pass *p, const struct our_row *ours, size_t theirs, uint32_t their_row,
                   struct error *e)
{
    uint32_t from = 0;
    uint32_t until = 0;
    TRY(snapshot_row_life(p->newest, theirs, their_row, &from, &until, e));
    if (until != ROW_OPEN) {
        return ST_OK;
    }
    if (from > p->r->base->last_commit) {
        return meet_newer(p, ours, theirs, their_row, e);
    }
    // The version we compared with, moved by a merge.
    const char *file = live_segment_entry(p->newest->segments[theirs])->file;
    return publication_close_row(p->r->publication, file, their_row, 0, e);
}

// Looks each key of ours up in a fresh segment's rows of the same table. Ours are few or theirs
// are: what is walked is the shorter side.
static status match_table(struct pass *p, struct segment *ours, const char *file,
                          const struct segment_table *range, size_t theirs, struct error *e)
{
    struct segment *segment = snapshot_segment(p->newest, theirs);
    const struct segment_table *their_range = NULL;
    TRY(segment_find_table(segment, &range->table, &their_range, e));
    if (their_range == NULL) {
        return ST_OK;
    }
    bool walk_ours = range->rows <= their_range->rows;
    const struct segment_table *walked = walk_ours ? range : their_range;
    const struct segment_table *searched = walk_ours ? their_range : range;
    struct key_cursor cursor;
    TRY(key_cursor_start(&cursor, walk_ours ? ours : segment, walked->first_row, e));
    status result = ST_OK;
    while (result == ST_OK && cursor.row < walked->first_row + walked->rows) {
        string_view key = {0};
        uint32_t found = 0;
        bool equal = false;
        result = key_cursor_key(&cursor, &key, e);
        if (result == ST_OK) {
            result = segment_find_key(walk_ours ? segment : ours, searched, key, &found, &equal, e);
        }
        // Several versions of a key stand together; the open one is the last.
        struct buffer scratch;
        buffer_init(&scratch, LIMIT_KEY_BYTES * 2);
        while (result == ST_OK && equal) {
            struct our_row our = {ours, file, walk_ours ? cursor.row : found, &range->table, key};
            result = meet(p, &our, theirs, walk_ours ? found : cursor.row, e);
            string_view next = {0};
            found++;
            equal = found < searched->first_row + searched->rows;
            if (result == ST_OK && equal) {
                result = segment_key(walk_ours ? segment : ours, found, &scratch, &next, e);
                equal = result == ST_OK && sv_equal(next, key);
            }
        }
        buffer_release(&scratch);
        if (result == ST_OK) {
            result = key_cursor_next(&cursor, e);
        }
    }
    key_cursor_release(&cursor);
    return result;
}

static status match_segment(struct pass *p, const struct new_segment *new_segment, struct error *e)
{
    char path[PATH_SIZE];
    struct segment *ours = NULL;
    const struct segment_table *tables = NULL;
    size_t count = 0;
    TRY(store_segment_path(p->r->publication->store, new_segment->file, path, e));
    TRY(segment_open(path, &ours, e));
    status result = segment_tables(ours, &tables, &count, e);
    for (size_t t = 0; t < count && result == ST_OK; t++) {
        for (size_t i = 0; i < p->newest->segment_count && result == ST_OK; i++) {
            if (is_fresh(p, i)) {
                result = match_table(p, ours, new_segment->file, &tables[t], i, e);
            }
        }
    }
    segment_close(ours);
    return result;
}

// --- rows written again ----------------------------------------------------------------------

static int by_table_and_key(const void *a, const void *b)
{
    const struct rebuilt_row *x = a;
    const struct rebuilt_row *y = b;
    int order = uuid_compare(&x->table, &y->table);
    return order != 0 ? order : sv_compare(x->key, y->key);
}

static status write_rebuilt_row(struct pass *p, struct segment_writer *writer,
                                const struct rebuilt_row *rebuilt, struct name_table *names,
                                struct error *e)
{
    struct document document;
    TRY(layers_parse_object(rebuilt->shown, "a corrected record", names, &p->arena, &document, e));
    struct segment_row row = {
        .table = &rebuilt->table,
        .key = rebuilt->key,
        .from = ROW_OWN_COMMIT,
        .until = ROW_OPEN,
        .document = &document,
        .hash = &rebuilt->hash,
        .source_hash = &rebuilt->source_hash,
        .layers = rebuilt->layers,
    };
    return segment_writer_add(writer, &row, names, e);
}

static status write_rebuilt(struct pass *p, struct error *e)
{
    if (p->rebuilt_count == 0) {
        return ST_OK;
    }
    char path[PATH_SIZE];
    struct segment_writer *writer = NULL;
    struct name_table *names = name_table_create();
    if (names == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to carry corrections over");
    }
    qsort(p->rebuilt, p->rebuilt_count, sizeof *p->rebuilt, by_table_and_key);
    status result = path_join(path, sizeof path, p->r->work_folder, "carried.segment", e);
    if (result == ST_OK) {
        result = segment_writer_create(path, NULL, &writer, e);
    }
    for (size_t i = 0; i < p->rebuilt_count && result == ST_OK; i++) {
        result = write_rebuilt_row(p, writer, &p->rebuilt[i], names, e);
    }
    if (result == ST_OK) {
        result = segment_writer_finish(writer, e);
        writer = NULL;
    }
    segment_writer_destroy(writer);
    name_table_destroy(names);
    if (result == ST_OK) {
        result = publication_add_segment(p->r->publication, path, (uint32_t)p->rebuilt_count, 0, e);
    }
    return result;
}

static status close_as_prepared(struct recheck *r, struct error *e)
{
    for (size_t i = 0; i < r->ended_count; i++) {
        const char *file = live_segment_entry(r->base->segments[r->ended[i].segment])->file;
        TRY(publication_close_row(r->publication, file, r->ended[i].row, 0, e));
    }
    return ST_OK;
}

status recheck_closings(struct recheck *r, struct error *e)
{
    struct snapshot *newest = r->publication->snapshot;
    if (newest->generation == r->base->generation) {
        return close_as_prepared(r, e);
    }
    struct pass p = {.r = r, .newest = newest};
    arena_init(&p.arena, 0);
    status result = ST_OK;
    for (size_t i = 0; i < r->ended_count && result == ST_OK; i++) {
        result = end_base_row(&p, &r->ended[i], e);
    }
    for (size_t i = 0; i < r->segment_count && result == ST_OK; i++) {
        result = match_segment(&p, &r->segments[i], e);
    }
    if (result == ST_OK) {
        result = write_rebuilt(&p, e);
    }
    free(p.rebuilt);
    arena_release(&p.arena);
    return result;
}
