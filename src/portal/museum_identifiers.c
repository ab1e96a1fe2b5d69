// SPDX-License-Identifier: Apache-2.0
// Reads rows of the museum's tables, and keeps them.
#include "portal/museum_identifiers.h"

#include "query/query_json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define MOST_RESOURCES ((size_t)10000)
#define MOST_TEXT      ((size_t)4 << 20)

struct reading {
    const struct museum_names *names;
    const struct dataset_view *view;
    struct arena *arena;
    json_t *row;
    struct museum_row *out;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for an identifier");
}

// --- columns ---------------------------------------------------------------------------------

static string_view text_of(const struct reading *r, const char *name)
{
    const json_t *value = json_object_get(r->row, name);
    return json_is_string(value) ? arena_copy(r->arena, (string_view){json_string_value(value),
                                                                      json_string_length(value)})
                                 : SV("");
}

// An object or list, as such or as JSON in a string; the caller gives it back. NULL for none.
static json_t *tree_of(const struct reading *r, const char *name)
{
    json_t *value = json_object_get(r->row, name);
    if (json_is_string(value)) {
        return json_loadb(json_string_value(value), json_string_length(value), 0, NULL);
    }
    return json_incref(value);
}

// Digits, or a number.
static bool number_in(const json_t *value, uint64_t *out)
{
    if (json_is_integer(value) && json_integer_value(value) >= 0) {
        *out = (uint64_t)json_integer_value(value);
        return true;
    }
    return json_is_string(value) &&
           sv_to_uint64((string_view){json_string_value(value), json_string_length(value)}, out);
}

static moment moment_of(const struct reading *r, const char *name)
{
    moment m = 0;
    uint64_t number = 0;
    const json_t *value = json_object_get(r->row, name);
    if (number_in(value, &number)) {
        return (moment)MIN(number, (uint64_t)INT64_MAX);
    }
    string_view text = text_of(r, name);
    size_t blank = sv_find(text, ' '); // "2019-05-01 12:00:00.123"
    if (blank < text.length) {
        text = arena_print(r->arena, SV_FORMAT "T" SV_FORMAT, SV_ARGUMENT(sv_slice(text, 0, blank)),
                           SV_ARGUMENT(sv_slice(text, blank + 1, 8)));
    }
    return moment_from_text(sv_slice(text, 0, 19), &m, NULL) == ST_OK ? m : 0;
}

// --- queries ---------------------------------------------------------------------------------

// Of the oldest form, {"q", "filters": {field: [values], "__geo__": polygon}}.
static json_t *term_of_values(const char *field, const json_t *values)
{
    json_t *members = json_array();
    for (size_t i = 0; i < json_array_size(values); i++) {
        (void)json_array_append_new(members, json_pack("{s:{s:[s],s:O}}", "string_equals", "fields",
                                                       field, "value", json_array_get(values, i)));
    }
    return json_pack("{s:o}", json_array_size(members) > 1 ? "or" : "and", members);
}

static json_t *term_of_area(const json_t *value)
{
    const json_t *first = json_is_array(value) ? json_array_get(value, 0) : value;
    json_t *shape = json_is_string(first) ? json_loads(json_string_value(first), 0, NULL)
                                          : json_incref((json_t *)(uintptr_t)first);
    json_t *rings = json_incref(json_object_get(shape, "coordinates"));
    json_decref(shape);
    return rings == NULL ? NULL : json_pack("{s:[o]}", "geo_custom_area", rings);
}

static json_t *query_of_v0(const json_t *old)
{
    json_t *members = json_array();
    const char *field = NULL;
    const json_t *values = NULL;
    json_object_foreach((json_t *)(uintptr_t)json_object_get(old, "filters"), field, values)
    {
        json_t *term =
            strcmp(field, "__geo__") == 0 ? term_of_area(values) : term_of_values(field, values);
        (void)json_array_append_new(members, term);
    }
    json_t *query = json_object();
    const json_t *q = json_object_get(old, "q");
    if (json_is_string(q) && json_string_length(q) > 0) {
        (void)json_object_set(query, "search", (json_t *)(uintptr_t)q);
    }
    if (json_array_size(members) > 0) {
        (void)json_object_set_new(query, "filters", json_pack("{s:o}", "and", members));
    } else {
        json_decref(members);
    }
    return query;
}

static status describe(struct reading *r, const struct query *q, struct error *e)
{
    struct buffer text;
    buffer_init(&text, MOST_TEXT);
    query_print(q, &text);
    r->out->cited.query = arena_copy(r->arena, buffer_view(&text));
    status result = buffer_check(&text, "the query", e);
    buffer_clear(&text);
    if (q->kind == QUERY_ALL) {
        buffer_append_view(&text, SV("all records"));
    } else {
        query_describe(q, &text);
    }
    r->out->cited.words = arena_copy(r->arena, sv_slice(buffer_view(&text), 0, 4000));
    buffer_release(&text);
    return result;
}

// *museum is its JSON in schema v1.0.0.
static status read_query(struct reading *r, string_view *museum, struct error *e)
{
    const struct query *read = NULL;
    const struct query *normal = NULL;
    json_t *query = tree_of(r, "query");
    bool old = sv_equal(text_of(r, "query_version"), SV("v0"));
    if (!json_is_object(query)) {
        json_decref(query);
        return error_set(e, ST_BAD_DATA, "its query is no JSON object");
    }
    if (old) {
        json_t *newer = query_of_v0(query);
        json_decref(query);
        query = newer;
    }
    char *text = query == NULL ? NULL : json_dumps(query, JSON_COMPACT);
    json_decref(query);
    if (text == NULL) {
        return no_memory(e);
    }
    *museum = arena_copy(r->arena, sv_from(text));
    free(text);
    struct error trouble = {0};
    if (query_from_json(r->arena, *museum, &read, &trouble) != ST_OK) {
        return error_set(e, ST_BAD_DATA, "its query: %s", trouble.message);
    }
    TRY(query_normalise(r->arena, read, &normal, e));
    struct cited_pair *pair = arena_new(r->arena, struct cited_pair);
    if (pair == NULL) {
        return no_memory(e);
    }
    TRY(describe(r, normal, e));
    *pair = (struct cited_pair){SV("query"), r->out->cited.query};
    r->out->cited.search = pair;
    r->out->cited.search_count = normal->kind == QUERY_ALL ? 0 : 1;
    return ST_OK;
}

// --- resources -------------------------------------------------------------------------------

static string_view our_name(const struct reading *r, string_view theirs)
{
    for (size_t i = 0; i < r->names->count; i++) {
        if (sv_equal_ignore_case(r->names->list[i].theirs, theirs)) {
            return r->names->list[i].ours;
        }
    }
    return theirs;
}

// The table of a resource: the one that the list names, else the one of that UUID or slug.
static const struct resource *find_table(const struct reading *r, string_view theirs)
{
    string_view name = our_name(r, theirs);
    struct uuid uuid;
    bool is_uuid = uuid_from_text(name, &uuid);
    for (size_t i = 0; i < r->view->count; i++) {
        const struct dataset *d = &r->view->datasets[i];
        for (size_t k = 0; k < d->resource_count; k++) {
            const struct resource *table = &d->resources[k];
            if (table->is_table && ((is_uuid && uuid_compare(&table->uuid, &uuid) == 0) ||
                                    sv_equal(table->slug, name))) {
                return table;
            }
        }
    }
    return NULL;
}

static int by_uuid(const void *a, const void *b)
{
    return sv_compare(((const struct cited_table *)a)->uuid, ((const struct cited_table *)b)->uuid);
}

static void add_table(struct reading *r, struct cited_table *tables, const char *theirs, moment at)
{
    const struct resource *found = find_table(r, sv_from(theirs));
    struct cited_table *table = &tables[r->out->cited.table_count++];
    *table = (struct cited_table){.uuid = arena_copy(r->arena, sv_from(theirs)), .commit = at};
    if (found != NULL) {
        char uuid[37];
        uuid_to_text(&found->uuid, uuid);
        table->uuid = arena_copy(r->arena, sv_from(uuid));
        table->slug = arena_copy(r->arena, found->slug);
    } else {
        r->out->unknown++;
    }
}

// From {resource: version}, or [resource]; the latest version is the moment cited.
static status read_resources(struct reading *r, const json_t *list, struct error *e)
{
    size_t count =
        MIN(json_is_object(list) ? json_object_size(list) : json_array_size(list), MOST_RESOURCES);
    struct cited_table *tables = arena_array(r->arena, struct cited_table, count + 1);
    const char *name = NULL;
    const json_t *value = NULL;
    if (tables == NULL) {
        return no_memory(e);
    }
    json_object_foreach((json_t *)(uintptr_t)list, name, value)
    {
        uint64_t version = 0;
        if (r->out->cited.table_count < count) {
            (void)(number_in(value, &version) && version > 0);
            add_table(r, tables, name, (moment)MIN(version, (uint64_t)INT64_MAX));
            r->out->one.version =
                MAX(r->out->one.version, tables[r->out->cited.table_count - 1].commit);
        }
    }
    for (size_t i = 0; json_is_array(list) && i < count; i++) {
        const char *id = json_string_value(json_array_get(list, i));
        if (id != NULL) {
            add_table(r, tables, id, 0);
        }
    }
    qsort(tables, r->out->cited.table_count, sizeof *tables, by_uuid);
    r->out->cited.tables = tables;
    return ST_OK;
}

// What each resource gave, as far as it is a table of ours.
static status read_counts(struct reading *r, const json_t *counts, struct error *e)
{
    struct cited_dataset *list =
        arena_array(r->arena, struct cited_dataset, json_object_size(counts) + 1);
    const char *name = NULL;
    const json_t *value = NULL;
    if (list == NULL) {
        return no_memory(e);
    }
    json_object_foreach((json_t *)(uintptr_t)counts, name, value)
    {
        const struct resource *table = find_table(r, sv_from(name));
        const struct dataset *d = NULL;
        uint64_t records = 0;
        if (table == NULL || !number_in(value, &records) || records == 0 ||
            r->out->cited.dataset_count == MOST_RESOURCES) {
            continue;
        }
        (void)dataset_view_resource(r->view, &table->uuid, &d);
        char uuid[37];
        uuid_to_text(d == NULL ? &table->uuid : &d->uuid, uuid);
        list[r->out->cited.dataset_count++] =
            (struct cited_dataset){.uuid = arena_copy(r->arena, sv_from(uuid)),
                                   .slug = d == NULL ? SV("") : d->slug,
                                   .title = d == NULL ? table->slug : d->title,
                                   .version = r->out->one.version,
                                   .records = records};
    }
    r->out->cited.datasets = list;
    return ST_OK;
}

// Tables by name stand in the address of the search, too.
static status add_tables_to_search(struct reading *r, struct error *e)
{
    struct cited *c = &r->out->cited;
    struct cited_pair *pairs =
        arena_array(r->arena, struct cited_pair, c->search_count + c->table_count + 1);
    if (pairs == NULL) {
        return no_memory(e);
    }
    size_t count = 0;
    for (size_t i = 0; i < c->table_count; i++) {
        if (c->tables[i].slug.length > 0) {
            pairs[count++] = (struct cited_pair){SV("table"), c->tables[i].slug};
        }
    }
    if (c->search_count > 0) {
        pairs[count++] = c->search[0];
    }
    c->search = pairs;
    c->search_count = count;
    return ST_OK;
}

// --- the three kinds of row ------------------------------------------------------------------

static void compare_hash(struct reading *r, const char *hash)
{
    string_view said = text_of(r, "query_hash");
    bool old = sv_equal(text_of(r, "query_version"), SV("v0"));
    r->out->hash_differs = !old && said.length > 0 && !sv_equal(said, sv_from(hash));
}

static bool is_doi(string_view text)
{
    return sv_starts_with(text, SV("10.")) && sv_find(text, '/') < text.length && text.length < 256;
}

static status read_doi(struct reading *r, struct error *e)
{
    string_view museum = SV("");
    char hash[41];
    uint64_t count = 0;
    struct museum_row *out = r->out;
    out->one = (struct identifier){.kind = IDENTIFIER_SEARCH,
                                   .state = IDENTIFIER_FINDABLE,
                                   .doi = text_of(r, "doi"),
                                   .real = true,
                                   .imported = true,
                                   .created = moment_of(r, "timestamp")};
    if (!is_doi(out->one.doi)) {
        return error_set(e, ST_BAD_DATA, "its doi is none");
    }
    TRY(read_query(r, &museum, e));
    TRY(query_museum_hash(museum, hash, e));
    compare_hash(r, hash);
    json_t *resources = tree_of(r, "resources_and_versions");
    status result = read_resources(r, resources, e);
    json_decref(resources);
    TRY(result);
    json_t *counts = tree_of(r, "resource_counts");
    result = read_counts(r, counts, e);
    json_decref(counts);
    TRY(result);
    out->cited.counted = number_in(json_object_get(r->row, "count"), &count);
    out->cited.records = count;
    out->cited.publisher = r->view->portal.name;
    return add_tables_to_search(r, e);
}

static status hash_of_slug(struct reading *r, string_view museum, const json_t *ids, char out[41],
                           struct error *e)
{
    char hash[41];
    string_view list[64];
    size_t count = MIN(json_array_size(ids), ARRAY_LENGTH(list));
    for (size_t i = 0; i < count; i++) {
        const char *id = json_string_value(json_array_get(ids, i));
        list[i] = sv_from(id == NULL ? "" : id);
    }
    string_view version =
        r->out->one.version == 0 ? SV("") : arena_print(r->arena, "%" PRId64, r->out->one.version);
    TRY(query_museum_hash(museum, hash, e));
    return query_museum_slug_hash(sv_from(hash), text_of(r, "query_version"), version, list, count,
                                  out, e);
}

static status read_slug(struct reading *r, struct error *e)
{
    static const char *const columns[] = {"reserved_pretty_slug", "pretty_slug", "id"};
    string_view museum = SV("");
    char hash[41] = "";
    struct museum_row *out = r->out;
    out->one = (struct identifier){.kind = IDENTIFIER_SLUG,
                                   .imported = true,
                                   .created = moment_of(r, "created"),
                                   .version = moment_of(r, "version")};
    for (size_t i = 0; i < ARRAY_LENGTH(columns); i++) {
        string_view name = text_of(r, columns[i]);
        if (name.length > 0 && name.length < 200) {
            out->names[out->name_count++] = name;
        }
    }
    if (out->name_count == 0) {
        return error_set(e, ST_BAD_DATA, "it has no slug");
    }
    TRY(read_query(r, &museum, e));
    json_t *ids = tree_of(r, "resource_ids");
    status result = read_resources(r, ids, e);
    if (result == ST_OK) {
        result = hash_of_slug(r, museum, ids, hash, e);
    }
    json_decref(ids);
    TRY(result);
    compare_hash(r, hash);
    return add_tables_to_search(r, e);
}

static status read_dataset(struct reading *r, struct error *e)
{
    struct museum_row *out = r->out;
    string_view name = our_name(r, text_of(r, "package_id"));
    const struct dataset *d = dataset_find(r->view->datasets, r->view->count, name);
    struct cited_dataset *source = arena_new(r->arena, struct cited_dataset);
    out->one = (struct identifier){.kind = IDENTIFIER_DATASET,
                                   .state = IDENTIFIER_FINDABLE,
                                   .doi = text_of(r, "identifier"),
                                   .real = true,
                                   .imported = true,
                                   .subject = text_of(r, "package_id"),
                                   .created = moment_of(r, "published")};
    if (source == NULL) {
        return no_memory(e);
    }
    if (!is_doi(out->one.doi)) {
        return error_set(e, ST_BAD_DATA, "its identifier is no DOI");
    }
    out->unknown = d == NULL;
    if (d != NULL) {
        char uuid[37];
        uuid_to_text(&d->uuid, uuid);
        out->one.subject = arena_copy(r->arena, sv_from(uuid));
        *source = (struct cited_dataset){.uuid = out->one.subject,
                                         .slug = d->slug,
                                         .title = d->title,
                                         .version = d->modified_at,
                                         .records = d->records};
    }
    out->cited.title = d == NULL ? out->one.doi : d->title;
    out->cited.publisher = r->view->portal.name;
    out->cited.query = SV("{}");
    out->cited.datasets = source;
    out->cited.dataset_count = d == NULL ? 0 : 1;
    return ST_OK;
}

status museum_row_read(string_view line, const struct museum_names *names,
                       const struct dataset_view *view, struct arena *arena, struct museum_row *out,
                       struct error *e)
{
    struct reading r = {.names = names, .view = view, .arena = arena, .out = out};
    *out = (struct museum_row){.name_count = 0};
    r.row = json_loadb(line.bytes, line.length, JSON_REJECT_DUPLICATES, NULL);
    status result = ST_OK;
    if (!json_is_object(r.row)) {
        result = error_set(e, ST_BAD_DATA, "it is no JSON object");
    } else if (json_object_get(r.row, "doi") != NULL) {
        result = read_doi(&r, e);
    } else if (json_object_get(r.row, "package_id") != NULL) {
        result = read_dataset(&r, e);
    } else if (json_object_get(r.row, "resource_ids") != NULL) {
        result = read_slug(&r, e);
    } else {
        result = error_set(e, ST_BAD_DATA,
                           "it is of no table that is known: doi, package_id or "
                           "resource_ids must be among its columns");
    }
    json_decref(r.row);
    return result;
}

// --- keeping ---------------------------------------------------------------------------------

status museum_row_keep(struct identifier_register *r, const struct museum_row *row,
                       struct arena *arena, bool *is_new, struct error *e)
{
    struct buffer record;
    struct identifier one = row->one;
    struct identifier kept;
    buffer_init(&record, CITED_LIMIT_BYTES);
    status result = cited_write(&row->cited, &record, e);
    one.record = arena_copy(arena, buffer_view(&record));
    buffer_release(&record);
    *is_new = false;
    size_t count = MAX(row->name_count, (size_t)1);
    for (size_t i = 0; result == ST_OK && i < count; i++) {
        struct error trouble = {0};
        bool added = false;
        one.name = i < row->name_count ? row->names[i] : SV("");
        result = identifiers_add(r, &one, arena, &kept, &added, &trouble);
        *is_new = *is_new || added;
        if (result == ST_CONFLICT) {
            result = ST_OK; // it is here already
        } else if (result != ST_OK) {
            (void)error_set(e, result, "%s", trouble.message);
        }
    }
    return result;
}

status museum_names_read(string_view text, struct arena *arena, struct museum_names *out,
                         struct error *e)
{
    size_t most = 1;
    for (size_t i = 0; i < text.length; i++) {
        most += text.bytes[i] == '\n';
    }
    struct museum_name *list = arena_array(arena, struct museum_name, most);
    string_view rest = text;
    string_view line = SV("");
    *out = (struct museum_names){.list = list};
    if (list == NULL) {
        return no_memory(e);
    }
    for (size_t number = 1; sv_split(&rest, '\n', &line); number++) {
        line = sv_trim(line);
        size_t comma = sv_find(line, ',');
        if (line.length == 0) {
            continue;
        }
        if (comma == line.length || out->count == most) {
            return error_set(e, ST_BAD_DATA,
                             "line %zu of the names is not \"their identifier,our slug\"", number);
        }
        list[out->count++] = (struct museum_name){sv_trim(sv_slice(line, 0, comma)),
                                                  sv_trim(sv_slice(line, comma + 1, SIZE_MAX))};
    }
    return ST_OK;
}
