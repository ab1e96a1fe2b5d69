// SPDX-License-Identifier: Apache-2.0
// Ingests: rows or a file into one table, as one commit.
#include "base/file.h"
#include "library/library.h"
#include "library/spool.h"
#include "store/import.h"
#include "store/key_advice.h"
#include "store/publish.h"
#include "store/record_key.h"
#include "store/table_name.h"

#include <stdlib.h>

struct vitrine_ingest {
    struct arena arena; // of all texts
    struct store *store;
    struct import_table table;
    struct import_options options;
    struct import_result result;
    struct row_report *report;
    struct spool spool;
    const char *path; // of the file; NULL: rows
    char key[LIMIT_KEY_BYTES];
    bool is_new; // the table
    bool published;
};

static status missing(struct error *e)
{
    return error_set(e, ST_INVALID, "an argument that must be given is NULL");
}

static status keep(struct vitrine_ingest *in, const char *text, const char **out, struct error *e)
{
    string_view copy = arena_copy(&in->arena, sv_from(text));
    *out = copy.bytes;
    return copy.bytes == NULL ? error_set(e, ST_NO_MEMORY, "no memory for the ingest") : ST_OK;
}

static status name_table(struct vitrine_ingest *in, struct snapshot *s, string_view dataset,
                         string_view slug, struct error *e)
{
    const struct store_table *known = snapshot_table_by_slug(s, slug);
    struct import_table *t = &in->table;
    if (known != NULL && dataset.length > 0 && !sv_equal(known->dataset_slug, dataset)) {
        return error_set_field(e, ST_INVALID, "dataset",
                               "the table '" SV_FORMAT "' belongs to the dataset '" SV_FORMAT "'",
                               SV_ARGUMENT(slug), SV_ARGUMENT(known->dataset_slug));
    }
    t->slug = arena_copy(&in->arena, slug);
    t->dataset_slug = arena_copy(&in->arena, known != NULL        ? known->dataset_slug
                                             : dataset.length > 0 ? dataset
                                                                  : slug);
    if (t->slug.bytes == NULL || t->dataset_slug.bytes == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the ingest");
    }
    TRY(table_name_check(t->slug, "table", e));
    TRY(table_name_check(t->dataset_slug, "dataset", e));
    in->is_new = known == NULL;
    if (known != NULL) {
        t->table = known->table;
        t->dataset = known->dataset;
    } else {
        table_name_uuid("table", t->slug, &t->table);
        table_name_uuid("dataset", t->dataset_slug, &t->dataset);
    }
    return ST_OK;
}

static status prepare(struct vitrine_ingest *in, const char *dataset, const char *table,
                      struct error *e)
{
    struct snapshot *s = NULL;
    char work[PATH_SIZE];
    TRY(path_join(work, sizeof work, store_folder(in->store), "work", e));
    TRY(keep(in, work, &in->spool.folder, e));
    TRY(row_report_create(NULL, &in->report, e));
    TRY(store_snapshot(in->store, &s, e));
    status result = name_table(in, s, sv_from(dataset), sv_from(table), e);
    snapshot_release(s);
    return result;
}

enum vitrine_status vitrine_ingest_create(struct vitrine_store *store, const char *dataset,
                                          const char *table, struct vitrine_ingest **out,
                                          struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (store == NULL || table == NULL || out == NULL) {
        return library_result(missing(e), e);
    }
    struct vitrine_ingest *in = calloc(1, sizeof *in);
    if (in == NULL) {
        return library_result(error_set(e, ST_NO_MEMORY, "no memory for the ingest"), e);
    }
    in->store = store->store;
    in->options = (struct import_options){.author = "", .message = "", .source_name = ""};
    arena_init(&in->arena, 0);
    spool_init(&in->spool, NULL);
    status result = prepare(in, dataset, table, e);
    if (result != ST_OK) {
        vitrine_ingest_destroy(in);
        return library_result(result, e);
    }
    *out = in;
    return VITRINE_OK;
}

void vitrine_ingest_destroy(struct vitrine_ingest *ingest)
{
    if (ingest != NULL) {
        spool_release(&ingest->spool);
        row_report_destroy(ingest->report);
        arena_release(&ingest->arena);
        free(ingest);
    }
}

// --- what is asked -------------------------------------------------------------------------------

enum vitrine_status vitrine_ingest_describe(struct vitrine_ingest *ingest, const char *author,
                                            const char *message, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (ingest == NULL || author == NULL || message == NULL) {
        return library_result(missing(e), e);
    }
    status result = keep(ingest, author, &ingest->options.author, e);
    if (result == ST_OK) {
        result = keep(ingest, message, &ingest->options.message, e);
    }
    return library_result(result, e);
}

enum vitrine_status vitrine_ingest_mode(struct vitrine_ingest *ingest, enum vitrine_mode mode,
                                        struct vitrine_error *error)
{
    static const enum import_mode modes[] = {[VITRINE_UPSERT] = IMPORT_UPSERT,
                                             [VITRINE_SNAPSHOT] = IMPORT_SNAPSHOT,
                                             [VITRINE_DELETE] = IMPORT_DELETE};
    struct error own;
    struct error *e = library_error(error, &own);
    if (ingest == NULL || (size_t)mode >= ARRAY_LENGTH(modes)) {
        return library_result(error_set(e, ST_INVALID, "there is no mode %d", (int)mode), e);
    }
    ingest->options.mode = modes[mode];
    return VITRINE_OK;
}

enum vitrine_status vitrine_ingest_key(struct vitrine_ingest *ingest, const char *field,
                                       struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (ingest == NULL || field == NULL || field[0] == '\0') {
        return library_result(missing(e), e);
    }
    return library_result(keep(ingest, field, &ingest->options.key_field, e), e);
}

void vitrine_ingest_allow(struct vitrine_ingest *ingest, bool removals, bool duplicates)
{
    ingest->options.allow_removals = removals;
    ingest->options.allow_duplicates = duplicates;
}

void vitrine_ingest_strict(struct vitrine_ingest *ingest, bool strict)
{
    ingest->options.strict = strict;
}

void vitrine_ingest_dry_run(struct vitrine_ingest *ingest, bool dry_run)
{
    ingest->options.dry_run = dry_run;
}

void vitrine_ingest_at(struct vitrine_ingest *ingest, int64_t at)
{
    ingest->options.at = at;
}

void vitrine_ingest_cancel(struct vitrine_ingest *ingest, bool (*cancelled)(void *), void *argument)
{
    ingest->options.cancelled = cancelled;
    ingest->options.cancelled_argument = argument;
}

static status check_open(const struct vitrine_ingest *in, struct error *e)
{
    return in->published ? error_set(e, ST_INVALID, "the ingest was published; begin another")
                         : ST_OK;
}

enum vitrine_status vitrine_ingest_row(struct vitrine_ingest *ingest, const char *json,
                                       size_t length, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (ingest == NULL || json == NULL) {
        return library_result(missing(e), e);
    }
    status result = check_open(ingest, e);
    if (result == ST_OK && ingest->path != NULL) {
        result = error_set(e, ST_INVALID, "the ingest has a file already: it takes no rows");
    }
    if (result == ST_OK) {
        result = spool_add(&ingest->spool, (string_view){json, length}, e);
    }
    return library_result(result, e);
}

enum vitrine_status vitrine_ingest_file(struct vitrine_ingest *ingest, const char *path,
                                        struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (ingest == NULL || path == NULL) {
        return library_result(missing(e), e);
    }
    status result = check_open(ingest, e);
    if (result == ST_OK && (ingest->path != NULL || ingest->spool.rows > 0)) {
        result = error_set(e, ST_INVALID, "the ingest has rows already: it takes one file or rows");
    }
    if (result == ST_OK) {
        result = keep(ingest, path, &ingest->path, e);
    }
    return library_result(result, e);
}

// --- publishing ----------------------------------------------------------------------------------

static const char *base_name(const char *path)
{
    string_view rest = sv_from(path);
    const char *name = path;
    for (size_t i = 0; i + 1 < rest.length; i++) {
        name = path[i] == '/' ? path + i + 1 : name;
    }
    return name;
}

static status open_source(struct vitrine_ingest *in, struct row_report *report,
                          struct row_source **out, struct source_facts *facts, struct error *e)
{
    struct source_options options;
    if (in->path == NULL) {
        return spool_source(&in->spool, report, out, e);
    }
    source_options_init(&options);
    options.report = report;
    return source_open(in->path, &options, out, facts, e);
}

// Reads the source once more, from its start: to find its key, or with `advise` to say what could
// be the key.
static status read_for_key(struct vitrine_ingest *in, const struct work_folder *work, bool advise,
                           struct error *e)
{
    struct row_source *source = NULL;
    struct source_facts facts = {0};
    struct row_report *report = NULL;
    TRY(row_report_create(NULL, &report, e));
    status result = open_source(in, report, &source, &facts, e);
    if (result == ST_OK) {
        result = advise ? key_advice(source, report, e)
                        : record_key_detect(source, work->path, in->key, e);
        row_source_destroy(source);
    }
    row_report_destroy(report);
    return result;
}

// The key of a new table that nobody named (rule A2).
static status find_key(struct vitrine_ingest *in, struct error *e)
{
    if (!in->is_new || in->options.key_field != NULL || in->options.archive_id_field != NULL) {
        return ST_OK;
    }
    struct work_folder work;
    TRY(work_folder_make(in->store, &work, e));
    status result = read_for_key(in, &work, false, e);
    if (result == ST_OK && in->key[0] == '\0') {
        result = read_for_key(in, &work, true, e);
    }
    work_folder_remove(&work);
    in->options.key_field = in->key;
    return result;
}

static status import_source(struct vitrine_ingest *in, struct row_source *source,
                            const struct source_facts *facts, struct error *e)
{
    in->options.archive_id_field = facts->id_field;
    in->options.sorted_by = facts->sorted_by_id ? facts->id_field : NULL;
    in->options.source_name = in->path == NULL ? "" : base_name(in->path);
    TRY(find_key(in, e));
    return store_import(in->store, &in->table, source, in->report, &in->options, NULL, 0,
                        &in->result, e);
}

static status publish(struct vitrine_ingest *in, struct error *e)
{
    struct row_source *source = NULL;
    struct source_facts facts = {0};
    TRY(check_open(in, e));
    in->published = true;
    TRY(open_source(in, in->report, &source, &facts, e));
    status result = import_source(in, source, &facts, e);
    row_source_destroy(source);
    return result;
}

enum vitrine_status vitrine_ingest_publish(struct vitrine_ingest *ingest,
                                           struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (ingest == NULL) {
        return library_result(missing(e), e);
    }
    return library_result(publish(ingest, e), e);
}

// --- what it found -------------------------------------------------------------------------------

uint32_t vitrine_ingest_commit(const struct vitrine_ingest *ingest)
{
    return ingest->result.commit;
}

uint64_t vitrine_ingest_rows(const struct vitrine_ingest *ingest)
{
    return ingest->result.rows;
}

uint64_t vitrine_ingest_added(const struct vitrine_ingest *ingest)
{
    return ingest->result.counts.added;
}

uint64_t vitrine_ingest_changed(const struct vitrine_ingest *ingest)
{
    return ingest->result.counts.changed;
}

uint64_t vitrine_ingest_removed(const struct vitrine_ingest *ingest)
{
    return ingest->result.counts.removed;
}

uint64_t vitrine_ingest_unchanged(const struct vitrine_ingest *ingest)
{
    return ingest->result.counts.unchanged;
}

uint64_t vitrine_ingest_clashes(const struct vitrine_ingest *ingest)
{
    return ingest->result.counts.clashes;
}

uint64_t vitrine_ingest_problems(const struct vitrine_ingest *ingest)
{
    return row_report_count(ingest->report);
}

struct vitrine_text vitrine_ingest_report(const struct vitrine_ingest *ingest)
{
    return library_text(row_report_kept(ingest->report));
}
