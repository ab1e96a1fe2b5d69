// SPDX-License-Identifier: Apache-2.0
// Looks identifiers up: the register of identifiers, datasets' DOIs, addresses of ours, records.
#include "portal/literature_links.h"

#include "base/percent.h"
#include "portal/citing.h"
#include "query/list_match.h"

#include <stdlib.h>
#include <string.h>

#define VARIANTS_MOST ((size_t)4) // of an identifier that an institution's code begins

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for what publications cite");
}

static string_view uuid_in_arena(struct arena *arena, const struct uuid *uuid)
{
    char text[37];
    uuid_to_text(uuid, text);
    return arena_copy(arena, sv_from(text));
}

// --- datasets --------------------------------------------------------------------------------

void literature_of_dataset(const struct literature_links *links, const struct dataset *d,
                           struct evidence *out)
{
    out->kind = LITERATURE_OF_DATASET;
    out->target = uuid_in_arena(links->arena, &d->uuid);
    out->dataset = out->target;
    out->grade = LITERATURE_DATASET;
}

string_view literature_own_doi(const struct literature_links *links, const struct dataset *d)
{
    json_t *json = json_loadb(d->json.bytes, d->json.length, 0, NULL);
    const json_t *doi = json_object_get(json, "doi");
    string_view text = json_is_string(doi) ? sv_from(json_string_value(doi)) : SV("");
    string_view out = literature_doi(links->arena, text);
    json_decref(json);
    return out;
}

const struct dataset *literature_dataset_of_doi(const struct literature_links *links,
                                                string_view doi)
{
    const struct dataset_view *v = links->view;
    for (size_t i = 0; i < links->dataset_count; i++) {
        for (size_t k = 0; k < links->datasets[i].doi_count; k++) {
            if (sv_equal(links->datasets[i].dois[k], doi)) {
                return dataset_find(v->datasets, v->count, links->datasets[i].slug);
            }
        }
    }
    for (size_t i = 0; i < v->count; i++) {
        if (sv_equal(literature_own_doi(links, &v->datasets[i]), doi)) {
            return &v->datasets[i];
        }
    }
    return NULL;
}

static const struct dataset *dataset_by_uuid(const struct literature_links *links, string_view text)
{
    struct uuid uuid;
    bool good = uuid_from_text(text, &uuid);
    for (size_t i = 0; good && i < links->view->count; i++) {
        if (uuid_compare(&links->view->datasets[i].uuid, &uuid) == 0) {
            return &links->view->datasets[i];
        }
    }
    return NULL;
}

// --- records of a search -----------------------------------------------------------------------

struct keeping {
    size_t most;
    uint64_t *hashes;
    size_t count;
    size_t capacity;
};

static status keep_hash(void *argument, const struct search_hit *hit, struct error *e)
{
    struct keeping *k = argument;
    if (k->count == k->most) {
        return error_set(e, ST_TOO_LARGE, "too many records");
    }
    if (k->count == k->capacity) {
        size_t capacity = MAX(k->capacity * 2, (size_t)4096);
        uint64_t *more = realloc(k->hashes, capacity * sizeof *more);
        if (more == NULL) {
            return no_memory(e);
        }
        k->hashes = more;
        k->capacity = capacity;
    }
    k->hashes[k->count++] = literature_record_hash(&hit->table, hit->key);
    return ST_OK;
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

// The tables named, or all that there were at the commit.
static status whole_tables(const struct literature_links *links,
                           const struct literature_records *records, uint32_t commit,
                           struct literature_use *use, struct error *e)
{
    size_t count = 0;
    const struct store_table *all = snapshot_tables(links->snapshot, &count);
    struct uuid *tables = arena_array(links->arena, struct uuid, count + 1);
    if (tables == NULL) {
        return no_memory(e);
    }
    use->tables = records->table_count > 0 ? records->tables : tables;
    use->table_count = records->table_count;
    for (size_t i = 0; records->table_count == 0 && i < count; i++) {
        if (scope_allows(&scope_public, &all[i].table) && all[i].created <= commit) {
            tables[use->table_count++] = all[i].table;
        }
    }
    return ST_OK;
}

// The query is run; one that cannot be (a field that nothing has any more) says so.
static status find_records(const struct literature_links *links,
                           const struct literature_records *records, const struct query *query,
                           uint32_t commit, struct keeping *kept, string_view *why, struct error *e)
{
    struct error trouble = {0};
    const struct search_request request = {.query = query,
                                           .tables = records->tables,
                                           .table_count = records->table_count,
                                           .commit = commit};
    status result =
        search_scan(links->snapshot, &scope_public, &request, keep_hash, kept, &trouble);
    if (result == ST_OK) {
        qsort(kept->hashes, kept->count, sizeof *kept->hashes, by_number);
        return ST_OK;
    }
    kept->count = 0;
    if (result == ST_TOO_LARGE) {
        *why = arena_print(links->arena, "more than %zu records: they are not told one by one",
                           kept->most);
        return ST_OK;
    }
    if (result == ST_INVALID) {
        *why = SV("the search cannot be run again here");
        return ST_OK;
    }
    return error_set(e, result, "%s", trouble.message);
}

status literature_keep_records(struct literature_links *links,
                               const struct literature_records *records, int64_t *use,
                               string_view *why, struct error *e)
{
    const struct query *read = NULL;
    const struct query *query = NULL;
    struct keeping kept = {.most = records->most == 0 ? LITERATURE_LIMIT_RECORDS : records->most};
    struct literature_use one = {.name = records->name,
                                 .version = records->version,
                                 .datasets = records->datasets,
                                 .dataset_count = records->dataset_count};
    status result = literature_use_find(links->literature, records->name, use, e);
    if (result != ST_NOT_FOUND) {
        return result;
    }
    uint32_t commit = snapshot_commit_at(links->snapshot, records->version);
    TRY(query_from_json(links->arena, records->query, &read, e));
    TRY(query_normalise(links->arena, read, &query, e));
    if (commit == 0) {
        *why = SV("nothing was here then");
    } else if (query == NULL || query->kind == QUERY_ALL) {
        TRY(whole_tables(links, records, commit, &one, e));
    } else {
        result = find_records(links, records, query, commit, &kept, why, e);
    }
    if (result == ST_OK || result == ST_NOT_FOUND) {
        one.records = kept.hashes;
        one.record_count = kept.count;
        result = literature_use_add(links->literature, &one, use, e);
    }
    free(kept.hashes);
    return result;
}

status literature_record_uses(struct literature *l, struct snapshot *s, const struct uuid *table,
                              string_view key, struct arena *arena, int64_t **out, size_t *count,
                              struct error *e)
{
    struct literature_used *uses = NULL;
    struct record_version *rows = NULL;
    size_t use_count = 0;
    size_t row_count = 0;
    *count = 0;
    TRY(literature_uses_of(l, table, key, arena, &uses, &use_count, e));
    *out = arena_array(arena, int64_t, use_count + 1);
    if (*out == NULL) {
        return no_memory(e);
    }
    if (use_count > 0) {
        TRY(snapshot_versions(s, &scope_public, table, key, arena, &rows, &row_count, e));
    }
    for (size_t i = 0; i < use_count; i++) {
        bool had = uses[i].version == 0;
        uint32_t commit = had ? 0 : snapshot_commit_at(s, uses[i].version);
        for (size_t k = 0; k < row_count && !had; k++) {
            had = rows[k].from <= commit && commit < rows[k].until;
        }
        if (had) {
            (*out)[(*count)++] = uses[i].use;
        }
    }
    return ST_OK;
}

// --- cited searches --------------------------------------------------------------------------

static status tables_here(struct literature_links *links, const struct cited *c,
                          struct literature_records *out, bool *whole, struct error *e)
{
    struct uuid *tables = arena_array(links->arena, struct uuid, c->table_count + 1);
    if (tables == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < c->table_count; i++) {
        struct uuid uuid;
        if (uuid_from_text(c->tables[i].uuid, &uuid) &&
            snapshot_table_by_uuid(links->snapshot, &uuid) != NULL) {
            tables[out->table_count++] = uuid;
        }
    }
    out->tables = tables;
    *whole = out->table_count == c->table_count && c->table_count > 0;
    return ST_OK;
}

// Rule G2, "contained": our identifier, run again at its version.
static status link_search(struct literature_links *links, const struct identifier *one,
                          struct evidence *out, struct error *e)
{
    struct cited cited;
    struct literature_records records = {
        .name = arena_print(links->arena, "search/" SV_FORMAT, SV_ARGUMENT(one->id)),
        .version = one->version};
    bool whole = false;
    TRY(cited_read(one->record, links->arena, &cited, e));
    TRY(tables_here(links, &cited, &records, &whole, e));
    bool erased = one->state == IDENTIFIER_WITHDRAWN && cited.erased != 0; // what was asked
    string_view *datasets = arena_array(links->arena, string_view, cited.dataset_count + 1);
    if (datasets == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < cited.dataset_count; i++) {
        datasets[i] = cited.datasets[i].uuid;
    }
    records.datasets = datasets;
    records.dataset_count = cited.dataset_count;
    records.query = cited.query;
    out->kind = LITERATURE_OF_SEARCH;
    out->target = one->id;
    out->grade = LITERATURE_CONTAINED;
    out->state = LITERATURE_SHOWN;
    if (!whole || erased) { // no record of it can be told
        records.version = 0;
        records.query = SV("{}");
        out->why = erased ? SV("the search cannot be run again: what was asked was erased by law")
                          : SV("the search cannot be run again: what it is of is not all here");
    }
    string_view why = SV("");
    TRY(literature_keep_records(links, &records, &out->use, &why, e));
    out->why = out->why.length > 0 ? out->why : why;
    return ST_OK;
}

static status link_identifier(struct literature_links *links, const struct identifier *one,
                              struct evidence *out, struct error *e)
{
    const struct dataset *d = dataset_by_uuid(links, one->subject);
    if (one->kind == IDENTIFIER_SEARCH) {
        return link_search(links, one, out, e);
    }
    if (one->kind == IDENTIFIER_DATASET && d != NULL) {
        literature_of_dataset(links, d, out);
        out->state = LITERATURE_SHOWN;
        return ST_OK;
    }
    return ST_NOT_FOUND;
}

// --- addresses of ours -----------------------------------------------------------------------

static string_view decode(struct arena *arena, string_view text)
{
    struct buffer decoded;
    buffer_init(&decoded, text.length + 1);
    percent_decode(&decoded, text);
    string_view copy = arena_copy(arena, buffer_view(&decoded));
    buffer_release(&decoded);
    return copy;
}

// What stands behind "/word/" in an address, without query and fragment; "" where it does not.
static string_view behind(string_view address, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= address.length; i++) {
        if (memcmp(address.bytes + i, word, length) == 0) {
            string_view rest = sv_slice(address, i + length, SIZE_MAX);
            rest = sv_slice(rest, 0, sv_find(rest, '?'));
            return sv_slice(rest, 0, sv_find(rest, '#'));
        }
    }
    return SV("");
}

static void of_record(const struct literature_links *links, const struct store_table *table,
                      string_view key, struct evidence *out)
{
    out->kind = LITERATURE_OF_RECORD;
    out->target = literature_record_name(links->arena, &table->table, key);
    out->dataset = uuid_in_arena(links->arena, &table->dataset);
    out->grade = LITERATURE_NAMED;
}

static status link_address(struct literature_links *links, string_view given, struct evidence *out,
                           struct error *e)
{
    struct identifier one;
    bool web = sv_starts_with(given, SV("http")) || sv_starts_with(given, SV("/"));
    string_view id = web                                 ? behind(given, "/cite/")
                     : given.length == IDENTIFIER_LENGTH ? given
                                                         : SV("");
    string_view slug = web ? behind(given, "/dataset/") : SV("");
    string_view record = web ? behind(given, "/record/") : SV("");
    if (id.length > 0 &&
        identifiers_find(links->identifiers, id, links->arena, &one, NULL) == ST_OK) {
        return link_identifier(links, &one, out, e);
    }
    const struct dataset *d =
        dataset_find(links->view->datasets, links->view->count, decode(links->arena, slug));
    if (slug.length > 0 && d != NULL) {
        literature_of_dataset(links, d, out);
        return ST_OK;
    }
    size_t slash = sv_find(record, '/');
    const struct store_table *table =
        snapshot_table_by_slug(links->snapshot, decode(links->arena, sv_slice(record, 0, slash)));
    string_view key = decode(links->arena, sv_slice(record, slash + 1, SIZE_MAX));
    struct record_version *rows = NULL;
    size_t count = 0;
    if (table == NULL || key.length == 0 ||
        snapshot_versions(links->snapshot, &scope_public, &table->table, key, links->arena, &rows,
                          &count, NULL) != ST_OK ||
        count == 0) {
        return ST_NOT_FOUND;
    }
    of_record(links, table, key, out);
    return ST_OK;
}

// --- records ---------------------------------------------------------------------------------

// Fields that are an identifier of the record alone, and the number that an institution gives.
static const char *const own_fields[] = {"occurrenceID", "materialEntityID", "materialSampleID",
                                         "guid"};
#define NUMBER_FIELD "catalogNumber"

// "INST 123", "INST:COLL:123": what may be the number, and the code before it.
struct variant {
    string_view code;
    string_view number;
};

static size_t variants_of(string_view given, struct variant out[VARIANTS_MOST])
{
    size_t count = 0;
    for (size_t i = 1; i + 1 < given.length && count < VARIANTS_MOST; i++) {
        if (strchr(" :/", given.bytes[i]) != NULL && given.bytes[i] != '\0') {
            string_view first = sv_slice(given, 0, MIN(sv_find(given, ' '), sv_find(given, ':')));
            first = sv_slice(first, 0, sv_find(first, '/'));
            out[count++] = (struct variant){first, sv_trim(sv_slice(given, i + 1, SIZE_MAX))};
        }
    }
    return count;
}

static string_view member(struct arena *arena, const json_t *record, const char *name)
{
    const json_t *value = json_object_get(record, name);
    return json_is_string(value) ? arena_copy(arena, sv_trim(sv_from(json_string_value(value))))
           : json_is_integer(value)
               ? arena_print(arena, "%lld", (long long)json_integer_value(value))
               : SV("");
}

// Whether the record has the identifier as its own, or its number with its institution's code.
static bool is_own(struct literature_links *links, const json_t *record, string_view given)
{
    struct variant variants[VARIANTS_MOST];
    for (size_t i = 0; i < ARRAY_LENGTH(own_fields); i++) {
        if (sv_equal_ignore_case(member(links->arena, record, own_fields[i]), given)) {
            return true;
        }
    }
    string_view number = member(links->arena, record, NUMBER_FIELD);
    string_view code = member(links->arena, record, "institutionCode");
    size_t count = variants_of(given, variants);
    for (size_t i = 0; i < count && number.length > 0 && code.length > 0; i++) {
        if (sv_equal_ignore_case(variants[i].number, number) &&
            sv_equal_ignore_case(variants[i].code, code)) {
            return true;
        }
    }
    // The number itself may begin with the code: "INST 123" of INST.
    return number.length > code.length && code.length > 0 && sv_equal_ignore_case(number, given) &&
           sv_equal_ignore_case(sv_slice(number, 0, code.length), code);
}

struct looking {
    struct literature_links *links;
    string_view given;
    const struct store_table *table; // of the last one found
    string_view key;
    size_t own;
    size_t by_text;
    const struct store_table *text_table;
    string_view text_key;
};

static status look_at(struct looking *l, const struct search_hit *hit, struct error *e)
{
    struct buffer json;
    buffer_init(&json, (size_t)32 << 20);
    status result = snapshot_write_record(l->links->snapshot, &hit->version, false, &json, e);
    json_t *record = result == ST_OK ? json_loadb(json.bytes, json.length, 0, NULL) : NULL;
    const struct store_table *table = snapshot_table_by_uuid(l->links->snapshot, &hit->table);
    if (table != NULL && record != NULL) {
        string_view key = arena_copy(l->links->arena, hit->key);
        bool own = is_own(l->links, record, l->given);
        l->own += own;
        l->by_text += !own;
        *(own ? &l->table : &l->text_table) = table;
        *(own ? &l->key : &l->text_key) = key;
    }
    json_decref(record);
    buffer_release(&json);
    return result;
}

// The fields of them that some table has.
static status fields_here(struct literature_links *links, string_view *fields, size_t *count,
                          struct error *e)
{
    for (size_t i = 0; i <= ARRAY_LENGTH(own_fields); i++) {
        string_view name = i < ARRAY_LENGTH(own_fields) ? sv_from(own_fields[i]) : SV(NUMBER_FIELD);
        bool has = false;
        TRY(search_has_field(links->snapshot, &scope_public, NULL, 0, links->commit, name, &has,
                             e));
        fields[*count] = name;
        *count += has;
    }
    return ST_OK;
}

static status look_up(struct looking *l, struct error *e)
{
    struct literature_links *links = l->links;
    string_view fields[ARRAY_LENGTH(own_fields) + 1];
    struct variant variants[VARIANTS_MOST];
    const struct search_request request = {.commit = links->commit};
    struct list_match found;
    struct buffer text;
    size_t field_count = 0;
    TRY(fields_here(links, fields, &field_count, e));
    if (field_count == 0 || links->commit == 0) {
        return ST_OK;
    }
    size_t count = variants_of(l->given, variants);
    buffer_init(&text, 8 * LITERATURE_LIMIT_TEXT);
    buffer_append_view(&text, l->given);
    for (size_t i = 0; i < count; i++) {
        buffer_print(&text, "\n" SV_FORMAT, SV_ARGUMENT(variants[i].number));
    }
    status result = list_match_run(links->snapshot, &scope_public, links->arena, &request,
                                   buffer_view(&text), fields, field_count, &found, e);
    struct buffer scratch;
    buffer_init(&scratch, (size_t)1 << 16);
    for (size_t i = 0; result == ST_OK && i < found.entry_count; i++) {
        for (size_t k = 0; result == ST_OK && k < MIN(found.entries[i].hit_count, 100); k++) {
            struct search_hit hit;
            result = list_hit_read(links->snapshot, &found, &found.entries[i].hits[k], &scratch,
                                   &hit, e);
            result = result == ST_OK ? look_at(l, &hit, e) : result;
        }
    }
    buffer_release(&scratch);
    buffer_release(&text);
    return result;
}

static void of_nothing(string_view given, struct evidence *out)
{
    out->kind = LITERATURE_OF_UNKNOWN;
    out->target = given;
    out->grade = LITERATURE_DATASET;
    out->state = LITERATURE_WAITING;
}

static status link_record(struct literature_links *links, string_view given, struct evidence *out,
                          struct error *e)
{
    struct looking l = {.links = links, .given = given};
    TRY(look_up(&l, e));
    size_t count = l.own > 0 ? l.own : l.by_text;
    if (count > 1) { // whoever reviews it names the one meant by its address
        of_nothing(given, out);
        out->why = arena_print(links->arena, "%zu records have this identifier", count);
    } else if (l.own == 1) {
        of_record(links, l.table, l.key, out);
    } else if (l.by_text == 1) {
        of_record(links, l.text_table, l.text_key, out);
        out->state = LITERATURE_WAITING;
        out->why = SV("found by its text alone: the identifier has no institution's code");
    }
    return count > 0 ? ST_OK : ST_NOT_FOUND;
}

// --- all of it -------------------------------------------------------------------------------

static status link_doi(struct literature_links *links, string_view doi, struct evidence *out,
                       struct error *e)
{
    struct identifier one;
    status found = identifiers_find_doi(links->identifiers, doi, links->arena, &one, NULL);
    const struct dataset *d = literature_dataset_of_doi(links, doi);
    if (found == ST_OK) {
        return link_identifier(links, &one, out, e);
    }
    if (d == NULL) {
        return ST_NOT_FOUND;
    }
    literature_of_dataset(links, d, out);
    return ST_OK;
}

status literature_link(struct literature_links *links, string_view given, struct evidence *out,
                       struct error *e)
{
    string_view doi = literature_doi(links->arena, given);
    status result = ST_NOT_FOUND;
    out->given = given;
    out->state = LITERATURE_SHOWN;
    if (doi.length > 0) {
        result = link_doi(links, doi, out, e);
    }
    if (result == ST_NOT_FOUND) {
        result = link_address(links, given, out, e);
    }
    if (result == ST_NOT_FOUND) {
        result = link_record(links, given, out, e);
    }
    if (result == ST_NOT_FOUND) {
        of_nothing(given, out);
        out->why = SV("nothing here has this identifier");
        result = ST_OK;
    }
    return result;
}

status literature_take(struct literature_links *links, const struct literature_item *item,
                       enum literature_source source, enum literature_route route,
                       struct literature_added *out, struct error *e)
{
    struct evidence *list = arena_array(links->arena, struct evidence, item->cite_count + 1);
    if (list == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < item->cite_count; i++) {
        list[i] = (struct evidence){.source = source, .route = route};
        TRY(literature_link(links, item->cites[i], &list[i], e));
    }
    return literature_add(links->literature, &item->publication, source, list, item->cite_count,
                          links->arena, out, e);
}
