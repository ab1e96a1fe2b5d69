// SPDX-License-Identifier: Apache-2.0
// Ingest from files to a commit.
#include "portal/ingest.h"

#include "base/file.h"
#include "base/log.h"
#include "formats/dataset_metadata.h"
#include "portal/ingest_source.h"
#include "portal/keep_source.h"
#include "portal/key_field.h"
#include "portal/metadata_records.h"
#include "portal/source_hashing.h"
#include "store/key_advice.h"
#include "store/publish.h"
#include "store/record_key.h"
#include "store/table_name.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define METADATA_ROOM ((size_t)16 << 20)

struct ingest {
    struct portal *portal;
    const struct ingest_request *request;
    struct ingest_outcome *out;
    struct snapshot *snapshot;
    const struct dataset_view *view;
    struct arena arena;
    struct work_folder work;
    struct ingest_source source;
    struct source_hashing *hashing;
    struct source_keeping keeping;
    struct row_report *report;
    const struct dataset *dataset;   // NULL: new
    const struct resource *resource; // NULL: new
    struct import_table table;
    char key[LIMIT_KEY_BYTES];
    struct metadata_record *records;
    size_t record_count;
    const char *phase; // of reading before the import's own
};

// --- the table -------------------------------------------------------------------------------

static struct uuid named_uuid(const char *kind, string_view slug)
{
    struct uuid id;
    table_name_uuid(kind, slug, &id);
    return id;
}

static status find_table(struct ingest *in, struct error *e)
{
    string_view dataset_slug = in->request->dataset;
    string_view slug = in->request->table.length > 0 ? in->request->table : dataset_slug;
    TRY(table_name_check(dataset_slug, "dataset", e));
    TRY(table_name_check(slug, "table", e));
    in->dataset = dataset_find(in->view->datasets, in->view->count, dataset_slug);
    const struct store_table *known = snapshot_table_by_slug(in->snapshot, slug);
    if (known != NULL && !sv_equal(known->dataset_slug, dataset_slug)) {
        return error_set_field(e, ST_INVALID, "table",
                               "the table '" SV_FORMAT "' belongs to the dataset '" SV_FORMAT "'",
                               SV_ARGUMENT(slug), SV_ARGUMENT(known->dataset_slug));
    }
    if (known == NULL && in->request->import.mode == IMPORT_DELETE) {
        return error_set_field(e, ST_NOT_FOUND, "table",
                               "there is no table '" SV_FORMAT "' to remove records from",
                               SV_ARGUMENT(slug));
    }
    if (known == NULL && !sv_equal(slug, dataset_slug) &&
        dataset_find(in->view->datasets, in->view->count, slug) != NULL) {
        return error_set_field(e, ST_INVALID, "table",
                               "'" SV_FORMAT
                               "' is the slug of a dataset; its first table alone may bear it",
                               SV_ARGUMENT(slug));
    }
    in->table = (struct import_table){
        .table = known != NULL ? known->table : named_uuid("table", slug),
        .dataset = in->dataset != NULL ? in->dataset->uuid : named_uuid("dataset", dataset_slug),
        .slug = slug,
        .dataset_slug = dataset_slug,
    };
    in->resource = dataset_view_resource(in->view, &in->table.table, NULL);
    (void)snprintf(in->out->dataset_slug, sizeof in->out->dataset_slug, SV_FORMAT,
                   SV_ARGUMENT(dataset_slug));
    (void)snprintf(in->out->table_slug, sizeof in->out->table_slug, SV_FORMAT, SV_ARGUMENT(slug));
    return ST_OK;
}

// --- the source ------------------------------------------------------------------------------

// What is read before the import asks for rows is progress too, and can be cancelled.
static bool tell_reading(void *argument, uint64_t rows, uint64_t bytes_done, uint64_t bytes_total)
{
    const struct ingest *in = argument;
    const struct import_options *o = &in->request->import;
    struct import_progress p = {
        .rows = rows, .bytes_done = bytes_done, .bytes_total = bytes_total, .phase = in->phase};
    if (o->progress != NULL) {
        o->progress(o->progress_argument, &p);
    }
    return o->cancelled == NULL || !o->cancelled(o->cancelled_argument);
}

static void source_options_of(struct ingest *in, struct source_options *o)
{
    source_options_init(o);
    o->format = in->request->format;
    o->encoding = in->request->encoding;
    o->delimiter = in->request->delimiter;
    o->quote = in->request->quote;
    o->work_folder = in->work.path;
    o->progress = tell_reading;
    o->progress_argument = in;
}

// With `advise` says what could be the key, else finds it.
static status read_with_report(struct ingest *in, bool advise, struct row_report *report,
                               struct error *e)
{
    struct source_options options;
    struct ingest_source again;
    struct ingest_watch watch = {tell_reading, in};
    source_options_of(in, &options);
    options.report = report;
    TRY(ingest_source_open(in->request->paths, in->request->path_count, &options, &again, e));
    in->phase = "keys";
    status result = ingest_source_watch(&again, &watch, e);
    if (result == ST_OK) {
        result = advise ? key_advice(again.rows, report, e)
                        : record_key_detect(again.rows, in->work.path, in->key, e);
    }
    in->phase = "sorting";
    ingest_source_close(&again);
    return result;
}

// Reads the source once more, from its start: with `advise` to say what could be the key, else to
// find it; the key is empty when there is none. The import tells of bad rows.
static status read_for_key(struct ingest *in, bool advise, struct error *e)
{
    struct row_report *report = NULL;
    TRY(row_report_create(NULL, &report, e));
    status result = read_with_report(in, advise, report, e);
    row_report_destroy(report);
    return result;
}

// A new table without a told key or an archive's core id: one is looked for (rule A2). A field that
// is told or kept must be the source's; several files may differ, and are left to the import.
static status find_key(struct ingest *in, struct error *e)
{
    const struct import_options *o = &in->request->import;
    const struct store_table *known = snapshot_table_by_uuid(in->snapshot, &in->table.table);
    bool told = o->key_field != NULL && o->key_field[0] != '\0';
    bool kept = known != NULL && known->key_field.length > 0;
    if (told || kept) {
        string_view field = told ? sv_from(o->key_field) : known->key_field;
        string_view owner = kept && sv_equal(field, known->key_field) ? in->table.slug : SV("");
        return in->request->path_count > 1 ? ST_OK : key_field_check(&in->source, field, owner, e);
    }
    if (in->source.facts.id_field != NULL) {
        return ST_OK;
    }
    TRY(read_for_key(in, false, e));
    return in->key[0] != '\0' ? ST_OK : read_for_key(in, true, e);
}

#define REPORT_NAME_SIZE 64

static void name_report(int64_t job, char out[REPORT_NAME_SIZE])
{
    (void)snprintf(out, REPORT_NAME_SIZE, "reports/ingest-%" PRId64 ".jsonl", job);
}

status portal_report_path(const struct portal *p, int64_t job, char out[PATH_SIZE], struct error *e)
{
    char name[REPORT_NAME_SIZE];
    name_report(job, name);
    return path_join(out, PATH_SIZE, p->folder, name, e);
}

static status open_report(struct ingest *in, int64_t job, struct error *e)
{
    TRY(portal_report_path(in->portal, job, in->out->report, e));
    return row_report_create(in->out->report, &in->report, e);
}

static status open_source(struct ingest *in, struct error *e)
{
    struct source_options options;
    source_options_of(in, &options);
    options.report = in->report;
    return ingest_source_open(in->request->paths, in->request->path_count, &options, &in->source,
                              e);
}

// --- metadata --------------------------------------------------------------------------------

static string_view first_value(const struct source_row *row, const struct name_table *names,
                               string_view field)
{
    uint32_t name = 0;
    const struct node *node =
        name_table_find(names, field, &name) ? document_member(&row->document, name) : NULL;
    return node != NULL && node->kind == NODE_STRING ? node->text : SV("");
}

// The kind of a new table from its first row (rule C4): what a basis of record names, else what its
// fields say.
static status guess_kind(struct ingest *in, const char **kind, struct error *e)
{
    struct source_row row;
    bool more = false;
    uint32_t ignored = 0;
    TRY(ingest_source_peek(&in->source, &row, &more, e));
    const struct name_table *names = in->source.rows->names;
    string_view basis = more ? first_value(&row, names, SV("basisOfRecord")) : SV("");
    if (sv_ends_with(basis, SV("Specimen")) || sv_equal(basis, SV("MaterialSample")) ||
        sv_equal(basis, SV("MaterialEntity"))) {
        *kind = "specimens";
    } else if (sv_ends_with(basis, SV("Observation"))) {
        *kind = "observations";
    } else if (name_table_find(names, SV("occurrenceID"), &ignored) || basis.length > 0) {
        *kind =
            name_table_find(names, SV("catalogNumber"), &ignored) ? "specimens" : "observations";
    } else {
        *kind = name_table_find(names, SV("taxonID"), &ignored) ? "checklist" : "research";
    }
    return ST_OK;
}

static status merge_eml(struct ingest *in, string_view base, const struct metadata_fixed *fixed,
                        struct buffer *out, struct error *e)
{
    struct buffer eml;
    buffer_init(&eml, METADATA_ROOM);
    status result = ST_OK;
    if (in->source.facts.eml != NULL) {
        struct error trouble = {0};
        result = eml_read(buffer_view(in->source.facts.eml), &eml, &trouble);
        if (result == ST_BAD_DATA) {
            // The rows are good; the description can be set by hand.
            log_message(LOG_WARNING, "the archive's EML is not used: %s", trouble.message);
            buffer_clear(&eml);
            result = ST_OK;
        } else if (result != ST_OK) {
            error_set(e, result, "the archive's EML: %s", trouble.message);
        }
    }
    if (result == ST_OK) {
        bool fill_only = in->dataset != NULL && !in->request->update_metadata;
        result = metadata_merge(base, buffer_view(&eml), fill_only, fixed, out, e);
    }
    buffer_release(&eml);
    return result;
}

// The dataset's record, with what the archive and the request say of it.
static status dataset_json(struct ingest *in, string_view *out, struct error *e)
{
    struct metadata_fixed fixed = {.uuid = in->table.dataset, .slug = in->table.dataset_slug};
    struct buffer merged;
    struct buffer final;
    buffer_init(&merged, METADATA_ROOM);
    buffer_init(&final, METADATA_ROOM);
    status result =
        merge_eml(in, in->dataset == NULL ? SV("") : in->dataset->json, &fixed, &merged, e);
    if (result == ST_OK) {
        result =
            metadata_merge(buffer_view(&merged), in->request->metadata, false, &fixed, &final, e);
    }
    if (result == ST_OK) {
        *out = arena_copy(&in->arena, buffer_view(&final));
    }
    buffer_release(&merged);
    buffer_release(&final);
    return result;
}

static string_view kind_json(struct ingest *in, string_view kind)
{
    return arena_print(&in->arena, "{\"kind\":\"" SV_FORMAT "\"}", SV_ARGUMENT(kind));
}

// The dataset's and tables' records, then those of the files that are kept.
static status add_records(struct ingest *in, const struct metadata_record *made, struct error *e)
{
    size_t count = in->record_count + in->keeping.count;
    in->records = arena_array(&in->arena, struct metadata_record, count);
    if (in->records == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for metadata records");
    }
    memcpy(in->records, made, in->record_count * sizeof *made);
    if (in->keeping.count > 0) {
        memcpy(in->records + in->record_count, in->keeping.records,
               in->keeping.count * sizeof *made);
    }
    in->record_count = count;
    return ST_OK;
}

static status make_metadata(struct ingest *in, struct error *e)
{
    struct dataset_change dataset = {
        .known = in->dataset, .uuid = in->table.dataset, .slug = in->table.dataset_slug};
    struct table_change table = {
        .known = in->resource, .uuid = in->table.table, .slug = in->table.slug};
    string_view kind = in->request->kind;
    if (kind.length > 0) {
        TRY(metadata_check_kind(kind, e));
        table.last = kind_json(in, kind);
    } else if (in->resource == NULL) {
        const char *guessed = NULL;
        TRY(guess_kind(in, &guessed, e));
        table.first = kind_json(in, sv_from(guessed));
    }
    TRY(dataset_json(in, &dataset.json, e));
    const struct metadata_record *made = NULL;
    TRY(metadata_records_make(&in->arena, &dataset, &table, &made, &in->record_count, e));
    return add_records(in, made, e);
}

// --- the whole -------------------------------------------------------------------------------

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL || slash[1] == '\0' ? path : slash + 1;
}

static bool portal_keeps_sources(const struct ingest *in)
{
    json_t *facts = json_loadb(in->view->portal.json.bytes, in->view->portal.json.length, 0, NULL);
    bool keeps = json_is_true(json_object_get(facts, "keepSources"));
    json_decref(facts);
    return keeps;
}

static status keep_source(struct ingest *in, struct error *e)
{
    const struct ingest_request *r = in->request;
    bool keep = r->keep == KEEP_SOURCE || (r->keep == KEEP_AS_PORTAL && portal_keeps_sources(in));
    if (!keep || r->import.dry_run) {
        return ST_OK;
    }
    in->out->source_withheld =
        !r->import.allow_erased && !source_keeping_is_safe(in->snapshot, &in->table.table);
    return in->out->source_withheld
               ? ST_OK
               : source_keeping_start(in->portal, in->snapshot, &in->table, r->paths, r->path_count,
                                      in->work.path, &in->arena, &in->keeping, e);
}

// Just before the commit: its source is there before anything names it.
static status finish_source(void *argument, char out[65], struct error *e)
{
    struct ingest *in = argument;
    TRY(source_hashing_finish(in->hashing, out, e));
    return source_keeping_place(&in->keeping, e);
}

static status import(struct ingest *in, struct error *e)
{
    struct import_options options = in->request->import;
    if (in->key[0] != '\0') {
        options.key_field = in->key;
    }
    options.archive_id_field = in->source.facts.id_field;
    options.sorted_by = in->source.facts.sorted_by_id ? in->source.facts.id_field : NULL;
    options.source_name =
        options.source_name == NULL ? base_name(in->request->paths[0]) : options.source_name;
    options.source_hash = finish_source;
    options.source_hash_argument = in;
    status result = store_import(in->portal->store, &in->table, in->source.rows, in->report,
                                 &options, in->records, in->record_count, &in->out->import, e);
    in->out->kept_files = result == ST_OK ? in->keeping.count : 0;
    source_keeping_end(&in->keeping, result == ST_OK);
    return result;
}

static status run(struct ingest *in, int64_t job, struct error *e)
{
    struct portal *p = in->portal;
    TRY(metadata_check(in->request->metadata, e));
    TRY(store_snapshot(p->store, &in->snapshot, e));
    TRY(portal_datasets(p, in->snapshot, snapshot_last_commit(in->snapshot), &in->arena, &in->view,
                        e));
    TRY(find_table(in, e));
    TRY(work_folder_make(p->store, &in->work, e));
    TRY(open_report(in, job, e));
    TRY(open_source(in, e));
    TRY(source_hashing_start(in->request->paths, in->request->path_count, &in->hashing, e));
    TRY(find_key(in, e));
    TRY(keep_source(in, e));
    TRY(make_metadata(in, e));
    status result = import(in, e);
    status finished = row_report_finish(in->report, result == ST_OK ? e : NULL);
    uint64_t problems = row_report_count(in->report);
    in->out->import.bad_rows =
        problems - MIN(problems, in->out->import.duplicate_keys + in->out->import.unknown_keys);
    return result == ST_OK ? finished : result;
}

// After a commit: fewer segments, and the catalogue's copy. The commit stands whatever happens
// here.
void portal_settle(struct portal *p)
{
    struct error trouble = {0};
    struct thread_pool *pool = NULL;
    struct snapshot *snapshot = NULL;
    status result = thread_pool_create(thread_pool_processors(), 256, &pool, &trouble);
    if (result == ST_OK) {
        result = store_merge(p->store, pool, &trouble);
    }
    thread_pool_destroy(pool);
    if (result == ST_OK) {
        result = store_snapshot(p->store, &snapshot, &trouble);
    }
    if (result == ST_OK) {
        result = portal_fill_catalogue(p, snapshot, &trouble);
    }
    snapshot_release(snapshot);
    if (result != ST_OK) {
        log_message(LOG_WARNING, "after the commit: %s", trouble.message);
    }
}

// Reports of ingests that made no commit are kept of the newest jobs only.
static void remove_old_reports(struct portal *p)
{
    struct error trouble = {0};
    struct arena arena;
    int64_t *jobs = NULL;
    size_t count = 0;
    char path[PATH_SIZE];
    arena_init(&arena, 0);
    status result = catalogue_forget_reports(p->catalogue, INGEST_REPORTS_KEPT, &arena, &jobs,
                                             &count, &trouble);
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        result = portal_report_path(p, jobs[i], path, &trouble);
        if (result == ST_OK) {
            (void)unlink(path);
        }
    }
    arena_release(&arena);
    if (result != ST_OK) {
        log_message(LOG_WARNING, "%s", trouble.message);
    }
}

static void end_job(struct portal *p, int64_t id, status result, const struct ingest_outcome *out,
                    const struct error *e)
{
    char report[REPORT_NAME_SIZE] = "";
    if (out->report[0] != '\0') {
        name_report(id, report);
    }
    struct job job = {
        .id = id,
        .state = result == ST_OK          ? JOB_DONE
                 : result == ST_UNCHANGED ? JOB_UNCHANGED
                                          : JOB_FAILED,
        .rows = out->import.rows,
        .bad_rows = out->import.bad_rows,
        .commit = out->import.commit,
        .message = sv_from(result == ST_OK || result == ST_UNCHANGED ? "" : e->message),
        .report = sv_from(report),
    };
    struct error trouble = {0};
    if (catalogue_job_end(p->catalogue, &job, &trouble) != ST_OK) {
        log_message(LOG_WARNING, "%s", trouble.message);
    }
    remove_old_reports(p);
}

static void release(struct ingest *in)
{
    uint64_t problems = in->report == NULL ? 0 : row_report_count(in->report);
    source_keeping_end(&in->keeping, false);
    source_hashing_destroy(in->hashing);
    ingest_source_close(&in->source);
    row_report_destroy(in->report);
    if (problems == 0 && in->out->report[0] != '\0') {
        (void)unlink(in->out->report);
        in->out->report[0] = '\0';
    }
    work_folder_remove(&in->work);
    arena_release(&in->arena);
    snapshot_release(in->snapshot);
}

status portal_ingest(struct portal *p, const struct ingest_request *request,
                     struct ingest_outcome *out, struct error *e)
{
    struct error own = {0};
    struct error *trouble = e == NULL ? &own : e;
    struct ingest in = {.portal = p,
                        .request = request,
                        .out = out,
                        .work = {.owner = -1},
                        .phase = "sorting",
                        .keeping = {.lock = -1}};
    int64_t job = 0;
    *out = (struct ingest_outcome){0};
    TRY(portal_check_writable(p, trouble));
    TRY(catalogue_job_begin(p->catalogue, SV("ingest"), request->dataset, &job, trouble));
    arena_init(&in.arena, 0);
    status result = run(&in, job, trouble);
    release(&in);
    end_job(p, job, result, out, trouble);
    if (result == ST_OK && !request->import.dry_run && !request->settle_later) {
        portal_settle(p);
    }
    return result;
}

status portal_revert(struct portal *p, uint32_t commit, const char *author, const char *message,
                     uint32_t *made, struct error *e)
{
    if (commit == 1) {
        return error_set_field(e, ST_INVALID, "commit",
                               "commit 1 begins the portal and cannot be taken back");
    }
    TRY(portal_check_writable(p, e));
    TRY(store_revert(p->store, commit, author, message, made, e));
    portal_settle(p);
    return ST_OK;
}

// --- metadata alone --------------------------------------------------------------------------

// The records of a dataset with changes laid over what stands, in `arena`.
static status changed_records(struct portal *p, struct snapshot *snapshot, string_view slug,
                              string_view changes, struct arena *arena,
                              const struct metadata_record **records, size_t *count,
                              struct error *e)
{
    const struct dataset_view *view = NULL;
    struct buffer merged;
    TRY(portal_datasets(p, snapshot, snapshot_last_commit(snapshot), arena, &view, e));
    struct dataset_change dataset = {.known = dataset_find(view->datasets, view->count, slug),
                                     .slug = slug};
    dataset.uuid = dataset.known != NULL ? dataset.known->uuid : named_uuid("dataset", slug);
    struct metadata_fixed fixed = {.uuid = dataset.uuid, .slug = slug};
    buffer_init(&merged, METADATA_ROOM);
    status result = metadata_merge(dataset.known == NULL ? SV("") : dataset.known->json, changes,
                                   false, &fixed, &merged, e);
    if (result == ST_OK) {
        dataset.json = arena_copy(arena, buffer_view(&merged));
        result = metadata_records_make(arena, &dataset, NULL, records, count, e);
    }
    buffer_release(&merged);
    return result;
}

status portal_set_metadata(struct portal *p, string_view slug, string_view changes,
                           const char *author, const char *message, moment at, uint32_t *commit,
                           struct error *e)
{
    struct snapshot *snapshot = NULL;
    const struct metadata_record *records = NULL;
    struct arena arena;
    size_t count = 0;
    TRY(portal_check_writable(p, e));
    TRY(table_name_check(slug, "dataset", e));
    TRY(metadata_check(changes, e));
    TRY(store_snapshot(p->store, &snapshot, e));
    arena_init(&arena, 0);
    status result = changed_records(p, snapshot, slug, changes, &arena, &records, &count, e);
    if (result == ST_OK) {
        result =
            store_write_metadata(p->store, records, count, NULL, 0, author, message, at, commit, e);
    }
    arena_release(&arena);
    snapshot_release(snapshot);
    return result;
}
