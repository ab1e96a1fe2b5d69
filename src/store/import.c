// SPDX-License-Identifier: Apache-2.0
// An import from end to end: read, sort, compare, publish one commit.
#include "store/import_internal.h"

#include "store/metadata_rows.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

// The sorter's block is given back before segments are built: while they are, merging its runs
// needs little.
#define DEFAULT_MEMORY        ((size_t)512 << 20)
#define SORTER_SHARE(memory)  ((memory) / 5)
#define SEGMENT_SHARE(memory) ((memory) - (memory) / 8)

void import_tell(const struct import *in, const char *phase, uint64_t rows)
{
    struct import_progress p = {.rows = rows,
                                .bytes_done = in->source->bytes_done,
                                .bytes_total = in->source->bytes_total,
                                .phase = phase};
    if (in->options->progress != NULL) {
        in->options->progress(in->options->progress_argument, &p);
    }
}

bool import_is_cancelled(const struct import *in)
{
    return in->options->cancelled != NULL &&
           in->options->cancelled(in->options->cancelled_argument);
}

// Rule A2: --key, else the table's, else the archive's core id.
static status choose_key(struct import *in, const struct store_table *known, struct error *e)
{
    const struct import_options *o = in->options;
    if (o->key_field != NULL && o->key_field[0] != '\0') {
        in->key_field = sv_from(o->key_field);
    } else if (known != NULL && known->key_field.length > 0) {
        in->key_field = known->key_field;
    } else if (o->archive_id_field != NULL && o->archive_id_field[0] != '\0') {
        in->key_field = sv_from(o->archive_id_field);
    } else {
        return error_set(e, ST_INVALID, "no key field was given for a new table");
    }
    if (in->key_field.length >= sizeof in->result->key_field) {
        return error_set_field(e, ST_INVALID, "key", "the name of the key field is too long");
    }
    memcpy(in->result->key_field, in->key_field.bytes, in->key_field.length);
    in->result->key_field[in->key_field.length] = '\0';
    in->source->key_field = in->result->key_field;
    // A snapshot needs to know of all bad rows before it takes records for removed.
    in->in_order = o->sorted_by != NULL && sv_equal(sv_from(o->sorted_by), in->key_field) &&
                   o->mode != IMPORT_SNAPSHOT;
    return ST_OK;
}

static status find_ignored(struct import *in, struct error *e)
{
    in->ignored = calloc(MAX(in->options->ignored_count, (size_t)1), sizeof *in->ignored);
    if (in->ignored == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the import");
    }
    for (size_t i = 0; i < in->options->ignored_count; i++) {
        TRY(name_table_add(in->source->names, sv_from(in->options->ignored_fields[i]),
                           &in->ignored[i], e));
    }
    in->ignored_count = in->options->ignored_count;
    return ST_OK;
}

static status count_table_rows(struct import *in, struct error *e)
{
    struct arena arena;
    arena_init(&arena, 0);
    status result = ST_OK;
    for (size_t i = 0; i < in->base->segment_count && result == ST_OK; i++) {
        const struct segment_table *range = NULL;
        const struct bitset *visible = NULL;
        result = segment_find_table(snapshot_segment(in->base, i), &in->table->table, &range, e);
        if (result == ST_OK && range != NULL) {
            result = snapshot_visible(in->base, i, in->base->last_commit, &arena, &visible, e);
        }
        if (result == ST_OK && range != NULL) {
            in->table_rows += bitset_count_range(visible, range->first_row,
                                                 (size_t)range->first_row + range->rows);
        }
    }
    arena_release(&arena);
    return result;
}

static string_view view_or_empty(const char *text)
{
    return sv_from(text == NULL ? "" : text);
}

static status count_paths(struct import *in, bool exact, uint32_t *count, struct error *e)
{
    struct table_paths paths;
    table_paths_init(&paths, &in->table->table, exact);
    status result = change_set_paths(in->changes, &paths, e);
    for (size_t i = 0; i < snapshot_segments(in->base) && result == ST_OK; i++) {
        result = table_paths_add(&paths, snapshot_segment(in->base, i), e);
    }
    *count = paths.seen.count;
    table_paths_release(&paths);
    return result;
}

// Rule A8, of the table with its new rows. Older versions' fields count: they stay.
static status check_paths(struct import *in, struct error *e)
{
    uint32_t count = 0;
    TRY(count_paths(in, false, &count, e));
    if (count > LIMIT_TABLE_PATHS) {
        TRY(count_paths(in, true, &count, e));
    }
    if (count > LIMIT_TABLE_PATHS) {
        return error_set(e, ST_REFUSED,
                         "table " SV_FORMAT " would have %" PRIu32
                         " fields, counting those within others; at most %zu. Nothing was "
                         "changed. Make values of what is now in names of fields, or spread the "
                         "records over tables",
                         SV_ARGUMENT(in->table->slug), count, LIMIT_TABLE_PATHS);
    }
    return ST_OK;
}

static status publish(struct import *in, const struct store_table *known,
                      const struct metadata_changes *metadata, struct error *e)
{
    const struct import_options *o = in->options;
    struct store_table table = {
        .table = in->table->table,
        .dataset = in->table->dataset,
        .slug = in->table->slug,
        .dataset_slug = in->table->dataset_slug,
        .key_field = in->key_field,
    };
    bool is_new = known == NULL || !sv_equal(known->key_field, in->key_field);
    char source_hash[65] = "";
    if (o->source_hash != NULL) {
        TRY(o->source_hash(o->source_hash_argument, source_hash, e));
    }
    struct log_entry entry = {
        .commit = {.kind = COMMIT_IMPORT,
                   .author = view_or_empty(o->author),
                   .message = view_or_empty(o->message),
                   .source_name = view_or_empty(o->source_name),
                   .source_hash = sv_from(source_hash),
                   .source_date = view_or_empty(o->source_date)},
        .create = &table,
        .create_count = is_new ? 1 : 0,
    };
    struct commit_counts counts[2] = {in->result->counts, metadata->counts};
    size_t count_tables = metadata->count > 0 ? 2 : 1;
    import_tell(in, "publishing", in->result->rows);
    TRY(change_set_publish(in->changes, &entry, counts, count_tables, o->at, e));
    in->result->counts = counts[0];
    in->result->commit = entry.commit.number;
    in->result->time = entry.commit.time;
    return ST_OK;
}

static bool nothing_differs(const struct import_result *r)
{
    return r->counts.added + r->counts.changed + r->counts.removed == 0;
}

// Rows go in the order (table, key): the metadata table's before or after the table's own, by UUID.
// A deletion has no rows of the table, only of the removals table, which is the last.
static status compare_in_order(struct import *in, struct metadata_changes *metadata,
                               struct error *e)
{
    bool metadata_first =
        in->options->mode == IMPORT_DELETE || uuid_compare(&metadata_table, &in->table->table) < 0;
    if (metadata_first) {
        TRY(metadata_changes_put(metadata, in->changes, e));
    }
    TRY(import_compare(in, e));
    return metadata_first ? ST_OK : metadata_changes_put(metadata, in->changes, e);
}

static status run(struct import *in, const struct metadata_record *records, size_t record_count,
                  struct error *e)
{
    const struct store_table *known = snapshot_table_by_uuid(in->base, &in->table->table);
    struct metadata_changes metadata = {0};
    status result = ST_OK;
    TRY_OUT(choose_key(in, known, e));
    TRY_OUT(find_ignored(in, e));
    TRY_OUT(count_table_rows(in, e));
    TRY_OUT(import_read(in, e));
    TRY_OUT(metadata_changes_find(&metadata, in->base, records, record_count, e));
    TRY_OUT(compare_in_order(in, &metadata, e));
    if (nothing_differs(in->result) && metadata.count == metadata.following && known != NULL) {
        result = ST_UNCHANGED;
    } else {
        TRY_OUT(check_paths(in, e));
        result = in->options->dry_run ? ST_OK : publish(in, known, &metadata, e);
    }
out:
    metadata_changes_release(&metadata);
    return result;
}

static status prepare(struct import *in, size_t memory, struct error *e)
{
    TRY(store_clean(in->store, e));
    TRY(store_snapshot(in->store, &in->base, e));
    TRY(thread_pool_create(thread_pool_processors(), 256, &in->pool, e));
    TRY(change_set_create(in->store, in->base, in->pool, SEGMENT_SHARE(memory), &in->changes, e));
    return sorter_create(change_set_folder(in->changes), SORTER_SHARE(memory), &in->sorter, e);
}

status store_import(struct store *s, const struct import_table *table, struct row_source *source,
                    struct row_report *report, const struct import_options *options,
                    const struct metadata_record *metadata, size_t metadata_count,
                    struct import_result *out, struct error *e)
{
    struct import_result result_facts = {.counts.table = table->table};
    struct import in = {
        .store = s,
        .table = table,
        .source = source,
        .report = report,
        .options = options,
        .result = &result_facts,
    };
    (void)pthread_mutex_init(&in.names_mutex, NULL);
    buffer_init(&in.key_scratch, LIMIT_RECORD_BYTES * 2);
    buffer_init(&in.row_key, LIMIT_KEY_BYTES);
    buffer_init(&in.row_payload, LIMIT_RECORD_BYTES * 4);
    status result =
        prepare(&in, options->memory_limit == 0 ? DEFAULT_MEMORY : options->memory_limit, e);
    if (result == ST_OK) {
        result = run(&in, metadata, metadata_count, e);
    }
    sorter_destroy(in.sorter);
    change_set_destroy(in.changes);
    thread_pool_destroy(in.pool);
    snapshot_release(in.base);
    (void)pthread_mutex_destroy(&in.names_mutex);
    buffer_release(&in.key_scratch);
    buffer_release(&in.row_key);
    buffer_release(&in.row_payload);
    free(in.ignored);
    if (result == ST_OK || result == ST_UNCHANGED) {
        *out = result_facts;
    }
    return result;
}
