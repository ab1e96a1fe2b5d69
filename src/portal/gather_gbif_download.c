// SPDX-License-Identifier: Apache-2.0
// Asks for a download, its datasets and the names of its taxa; runs the predicate; keeps the result
// as JSON under "gbif/download/KEY": {"asked": which datasets were looked for, "list": [{"dataset":
// UUID, "grade": ..., "doi": ..., "why": ...}]}.
#include "portal/gather_gbif_download.h"

#include "base/hash.h"
#include "portal/gather_read.h"
#include "portal/gather_source.h"
#include "query/gbif_predicate.h"
#include "query/search.h"

#include <inttypes.h>
#include <stdlib.h>

#define DATASETS_A_PAGE 500
#define DATASET_PAGES   ((size_t)200)
// Of one download and dataset more records are not kept one by one: papers cite many downloads.
#define RECORDS_MOST ((size_t)500000)
// An estimate of more records than this times what GBIF delivered is none.
#define TOO_MANY(found, delivered) ((found) > (delivered) + (delivered) / 2 + 1)

struct download {
    struct gathering *g;
    string_view key;
    json_t *answer; // that `read` points into
    struct gbif_download read;
    const struct gbif_taxon *taxa;
    size_t taxon_count;
    json_t *kept; // what is kept of it
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for a download from GBIF");
}

static struct arena *arena_of(const struct download *d)
{
    return d->g->links.arena;
}

// --- asking --------------------------------------------------------------------------------------

static void begin_address(const struct gathering *g, struct buffer *out, const char *path,
                          string_view key, const char *rest)
{
    buffer_init(out, (size_t)4000);
    buffer_print(out, SV_FORMAT "%s" SV_FORMAT "%s", SV_ARGUMENT(g->settings->api[GATHER_GBIF]),
                 path, SV_ARGUMENT(key), rest);
}

static const struct literature_dataset *ours(const struct gathering *g, string_view key)
{
    for (size_t i = 0; i < g->settings->dataset_count; i++) {
        if (sv_equal(g->settings->datasets[i].gbif, key)) {
            return &g->settings->datasets[i];
        }
    }
    return NULL;
}

// Those of our datasets that it has, with their records; until all of ours are found.
static status ask_delivered(struct download *d, struct gbif_delivered **out, size_t *count,
                            struct error *e)
{
    struct gathering *g = d->g;
    bool end = false;
    *count = 0;
    *out = arena_array(arena_of(d), struct gbif_delivered, g->settings->dataset_count + 1);
    if (*out == NULL) {
        return no_memory(e);
    }
    for (size_t page = 0; !end && page < DATASET_PAGES; page++) {
        struct gbif_delivered *list = NULL;
        struct buffer address;
        json_t *answer = NULL;
        size_t read = 0;
        begin_address(g, &address, "/v1/occurrence/download/", d->key, "/datasets");
        buffer_print(&address, "?limit=%d&offset=%zu", DATASETS_A_PAGE, page * DATASETS_A_PAGE);
        TRY(gather_ask_for(g, &address, &answer, e));
        status result = gbif_read_delivered(answer, arena_of(d), &list, &read, &end, e);
        json_decref(answer);
        TRY(result);
        for (size_t i = 0; i < read && *count < g->settings->dataset_count; i++) {
            if (ours(g, list[i].dataset) != NULL) {
                (*out)[(*count)++] = list[i];
            }
        }
        end = end || *count == g->settings->dataset_count;
    }
    return ST_OK;
}

// Names of the backbone's taxa; what GBIF does not know stays without.
static status ask_taxa(struct download *d, struct error *e)
{
    string_view *keys = NULL;
    size_t count = 0;
    TRY(gbif_predicate_taxa(d->read.predicate, arena_of(d), &keys, &count, e));
    struct gbif_taxon *taxa = arena_array(arena_of(d), struct gbif_taxon, count + 1);
    if (taxa == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        struct error trouble = {0};
        struct buffer address;
        json_t *answer = NULL;
        taxa[i] = (struct gbif_taxon){.key = keys[i]};
        if (!gbif_is_key(keys[i])) {
            continue;
        }
        begin_address(d->g, &address, "/v1/species/", keys[i], "");
        status result = gather_ask_for(d->g, &address, &answer, &trouble);
        if (result == ST_OK) {
            gbif_read_taxon(answer, arena_of(d), &taxa[i].rank, &taxa[i].name);
        } else if (result != ST_NOT_FOUND && result != ST_INVALID && result != ST_BAD_DATA) {
            return error_set(e, result, "%s", trouble.message);
        }
        json_decref(answer);
    }
    d->taxa = taxa;
    d->taxon_count = count;
    return ST_OK;
}

// --- running the predicate
// -------------------------------------------------------------------------

struct running {
    struct download *d;
    const struct dataset *dataset;
    char uuid[37];
    string_view key; // its own at GBIF
    uint32_t commit;
    struct uuid *tables;
    size_t table_count;
    struct gbif_question question;
    uint64_t found;
};

static bool has_field(void *argument, string_view field)
{
    const struct running *r = argument;
    bool has = false;
    status result = search_has_field(r->d->g->links.snapshot, &scope_public, r->tables,
                                     r->table_count, r->commit, field, &has, NULL);
    return result == ST_OK && has;
}

static status find_tables(struct running *r, struct error *e)
{
    size_t count = 0;
    const struct store_table *all = snapshot_tables(r->d->g->links.snapshot, &count);
    r->tables = arena_array(arena_of(r->d), struct uuid, count + 1);
    if (r->tables == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        if (uuid_compare(&all[i].dataset, &r->dataset->uuid) == 0 && all[i].created <= r->commit &&
            scope_allows(&scope_public, &all[i].table)) {
            r->tables[r->table_count++] = all[i].table;
        }
    }
    return ST_OK;
}

// Counts what the question finds; *why is set where it cannot be asked here.
static status count_found(struct running *r, string_view *why, struct error *e)
{
    const struct query *query = NULL;
    const struct query *normal = NULL;
    struct error trouble = {0};
    struct search_result found;
    struct arena *arena = arena_of(r->d);
    status result = query_from_json(arena, r->question.query, &query, &trouble);
    result = result == ST_OK ? query_normalise(arena, query, &normal, &trouble) : result;
    if (result == ST_OK) {
        const struct search_request request = {.query = normal,
                                               .tables = r->tables,
                                               .table_count = r->table_count,
                                               .commit = r->commit,
                                               .count_only = true};
        result =
            search_run(r->d->g->links.snapshot, &scope_public, arena, &request, &found, &trouble);
    }
    if (result == ST_OK) {
        r->found = found.total;
        return ST_OK;
    }
    if (result != ST_INVALID && result != ST_TOO_LARGE) {
        return error_set(e, result, "%s", trouble.message);
    }
    *why = arena_print(arena, "its predicate cannot be run here: %s", trouble.message);
    return ST_OK;
}

static string_view told_of(struct running *r)
{
    struct buffer b;
    buffer_init(&b, (size_t)2000);
    for (size_t i = 0; i < r->question.told_count; i++) {
        buffer_print(&b, "%s" SV_FORMAT, i == 0 ? "; without " : ", ",
                     SV_ARGUMENT(r->question.told[i]));
    }
    if (r->question.left_out > r->question.told_count) {
        buffer_print(&b, " and %zu more", r->question.left_out - r->question.told_count);
    }
    string_view out = b.length == 0 ? SV("") : literature_text(arena_of(r->d), buffer_view(&b));
    buffer_release(&b);
    return out;
}

// Whether the records can be told, and in words what came of it.
static status estimate(struct running *r, uint64_t delivered, bool *good, string_view *why,
                       struct error *e)
{
    struct download *d = r->d;
    struct error trouble = {0};
    struct arena *arena = arena_of(d);
    const struct gbif_dataset where = {.key = r->key,
                                       .publisher = d->g->settings->publisher,
                                       .has_field = has_field,
                                       .argument = r,
                                       .taxa = d->taxa,
                                       .taxon_count = d->taxon_count};
    *good = false;
    *why = d->read.sql            ? SV("it was asked for in SQL, which is not run here")
           : d->read.created == 0 ? SV("GBIF does not tell when it was made")
           : r->table_count == 0  ? SV("nothing was here then")
                                  : SV("");
    if (why->length > 0) {
        return ST_OK;
    }
    status result = gbif_predicate_read(d->read.predicate, &where, arena, &r->question, &trouble);
    if (result == ST_BAD_DATA || result == ST_TOO_LARGE) {
        *why = arena_print(arena, "its predicate cannot be read: %s", trouble.message);
        return ST_OK;
    }
    if (result != ST_OK) {
        return error_set(e, result, "%s", trouble.message);
    }
    if (!r->question.none) {
        TRY(count_found(r, why, e));
    }
    if (why->length > 0) {
        return ST_OK;
    }
    *good = r->found > 0 && !TOO_MANY(r->found, delivered);
    *why = arena_print(arena, "%s%" PRIu64 " records here; GBIF delivered %" PRIu64 SV_FORMAT,
                       *good ? "" : "its predicate tells no records apart: it finds ", r->found,
                       delivered, SV_ARGUMENT(told_of(r)));
    return ST_OK;
}

// --- what is kept --------------------------------------------------------------------------------

static string_view use_name(const struct download *d, string_view dataset)
{
    return arena_print(arena_of(d), "gbif/" SV_FORMAT "/" SV_FORMAT, SV_ARGUMENT(d->key),
                       SV_ARGUMENT(dataset));
}

// *good is false, and *why says so, where there are too many records to tell them one by one.
static status keep_use(struct running *r, bool *good, string_view *why, struct error *e)
{
    const struct download *d = r->d;
    const string_view uuid = sv_from(r->uuid);
    const struct literature_records records = {.name = use_name(d, uuid),
                                               .query = *good ? r->question.query : SV("{}"),
                                               .tables = r->tables,
                                               .table_count = r->table_count,
                                               .version = *good ? d->read.created : 0,
                                               .datasets = &uuid,
                                               .dataset_count = 1,
                                               .most = RECORDS_MOST};
    string_view untold = SV("");
    int64_t use = 0;
    if (d->g->dry_run) {
        return ST_OK;
    }
    TRY(literature_keep_records(&d->g->links, &records, &use, &untold, e));
    if (*good && untold.length > 0) {
        *good = false;
        *why = arena_print(arena_of(d), SV_FORMAT "; " SV_FORMAT, SV_ARGUMENT(*why),
                           SV_ARGUMENT(untold));
    }
    return ST_OK;
}

static status of_dataset(struct download *d, const struct gbif_delivered *delivered,
                         struct error *e)
{
    const struct literature_dataset *named = ours(d->g, delivered->dataset);
    const struct dataset_view *v = d->g->links.view;
    struct running r = {.d = d,
                        .dataset =
                            named == NULL ? NULL : dataset_find(v->datasets, v->count, named->slug),
                        .key = delivered->dataset,
                        .commit = snapshot_commit_at(d->g->links.snapshot, d->read.created)};
    bool good = false;
    string_view why = SV("");
    if (r.dataset == NULL) { // it is in the settings, and not here
        return ST_OK;
    }
    uuid_to_text(&r.dataset->uuid, r.uuid);
    TRY(find_tables(&r, e));
    TRY(estimate(&r, delivered->records, &good, &why, e));
    TRY(keep_use(&r, &good, &why, e));
    json_t *one =
        json_pack("{s:s,s:s,s:s%,s:s%}", "dataset", r.uuid, "grade",
                  literature_grade_names[good ? LITERATURE_ESTIMATED : LITERATURE_DATASET], "doi",
                  d->read.doi.length == 0 ? "" : d->read.doi.bytes, d->read.doi.length, "why",
                  why.length == 0 ? "" : why.bytes, why.length);
    return json_array_append_new(d->kept, one) == 0 ? ST_OK : no_memory(e);
}

static status ask_all(struct download *d, struct error *e)
{
    struct gbif_delivered *delivered = NULL;
    struct buffer address;
    size_t count = 0;
    begin_address(d->g, &address, "/v1/occurrence/download/", d->key, "");
    TRY(gather_ask_for(d->g, &address, &d->answer, e));
    TRY(gbif_read_download(d->answer, arena_of(d), &d->read, e));
    TRY(ask_delivered(d, &delivered, &count, e));
    if (count > 0 && !d->read.sql) {
        TRY(ask_taxa(d, e));
    }
    for (size_t i = 0; i < count; i++) {
        TRY(of_dataset(d, &delivered[i], e));
    }
    return ST_OK;
}

// Of the datasets that are looked for: with others, the download is asked for again.
static string_view asked_of(const struct gathering *g)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < g->settings->dataset_count; i++) {
        string_view key = g->settings->datasets[i].gbif;
        hash = hash * 31 + hash_bytes(key.bytes == NULL ? "" : key.bytes, key.length);
    }
    return arena_print(g->links.arena, "%016" PRIx64, hash);
}

static status keep(const struct download *d, string_view name, struct error *e)
{
    json_t *root = json_pack("{s:s,s:O}", "asked", asked_of(d->g).bytes, "list", d->kept);
    char *text = root == NULL ? NULL : json_dumps(root, JSON_COMPACT);
    status result = text == NULL ? no_memory(e)
                    : d->g->dry_run
                        ? ST_OK
                        : literature_set_place(d->g->links.literature, name, sv_from(text), e);
    free(text);
    json_decref(root);
    return result;
}

// One that GBIF does not know has nothing of ours. One that it tells wrongly stops nobody, and is
// asked for again the next time.
static status ask(struct download *d, string_view name, struct error *e)
{
    struct error trouble = {0};
    status result = ask_all(d, &trouble);
    if (result == ST_OK || result == ST_NOT_FOUND) {
        return keep(d, name, e);
    }
    if (result == ST_BAD_DATA || result == ST_INVALID) {
        (void)json_array_clear(d->kept);
        return ST_OK;
    }
    return error_set(e, result, "%s", trouble.message);
}

// What is kept, or an empty list; *known tells which.
static json_t *find_kept(const struct gathering *g, string_view text, bool *known)
{
    json_t *root = text.length == 0 ? NULL : json_loadb(text.bytes, text.length, 0, NULL);
    const char *asked = json_string_value(json_object_get(root, "asked"));
    *known = asked != NULL && sv_equal(sv_from(asked), asked_of(g));
    json_t *list = *known ? json_incref(json_object_get(root, "list")) : json_array();
    json_decref(root);
    return list;
}

// --- evidence
// --------------------------------------------------------------------------------------

static string_view text_of(struct arena *arena, const json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));
    return literature_text(arena, sv_from(text == NULL ? "" : text));
}

static status evidence_of(const struct download *d, const json_t *one, struct evidence *out,
                          struct error *e)
{
    struct arena *arena = arena_of(d);
    string_view doi = text_of(arena, one, "doi");
    string_view grade = text_of(arena, one, "grade");
    bool estimated = sv_equal(grade, sv_from(literature_grade_names[LITERATURE_ESTIMATED]));
    *out = (struct evidence){.kind = LITERATURE_OF_DOWNLOAD,
                             .dataset = text_of(arena, one, "dataset"),
                             .given = doi.length > 0 ? doi : d->key,
                             .grade = estimated ? LITERATURE_ESTIMATED : LITERATURE_DATASET,
                             .route = LITERATURE_GBIF,
                             .source = LITERATURE_FROM_GBIF,
                             .state = LITERATURE_SHOWN,
                             .why = text_of(arena, one, "why")};
    out->target =
        arena_print(arena, SV_FORMAT "/" SV_FORMAT, SV_ARGUMENT(d->key), SV_ARGUMENT(out->dataset));
    status found =
        literature_use_find(d->g->links.literature, use_name(d, out->dataset), &out->use, e);
    return found == ST_NOT_FOUND ? ST_OK : found;
}

status gbif_download_evidence(struct gathering *g, string_view key, struct evidence **out,
                              size_t *count, struct error *e)
{
    struct download d = {.g = g, .key = key};
    string_view name = arena_print(g->links.arena, "gbif/download/" SV_FORMAT, SV_ARGUMENT(key));
    string_view text;
    bool known = false;
    *count = 0;
    TRY(literature_place(g->links.literature, name, g->links.arena, &text, e));
    d.kept = find_kept(g, text, &known);
    status result = d.kept == NULL ? no_memory(e) : known ? ST_OK : ask(&d, name, e);
    *out = arena_array(g->links.arena, struct evidence, json_array_size(d.kept) + 1);
    result = result == ST_OK && *out == NULL ? no_memory(e) : result;
    for (size_t i = 0; i < json_array_size(d.kept) && result == ST_OK; i++) {
        result = evidence_of(&d, json_array_get(d.kept, i), &(*out)[*count], e);
        *count += result == ST_OK;
    }
    json_decref(d.kept);
    json_decref(d.answer);
    return result;
}
