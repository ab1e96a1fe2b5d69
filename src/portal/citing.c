// SPDX-License-Identifier: Apache-2.0
// Writes and reads the record; hashes what is equal.
#include "portal/citing.h"

#include "formats/json_write.h"
#include "query/area_versions.h"

#include <inttypes.h>
#include <jansson.h>
#include <string.h>

#define MOST_LISTED ((size_t)10000) // tables, datasets, creators, parameters

// --- writing ---------------------------------------------------------------------------------

static void write_number(struct buffer *out, const char *name, int64_t value)
{
    json_write_name(out, sv_from(name));
    buffer_append_int(out, value);
}

static void write_search(const struct cited *c, struct buffer *out)
{
    json_write_name(out, SV("search"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < c->search_count; i++) {
        buffer_append_view(out, i == 0 ? SV("[") : SV(",["));
        json_write_string(out, c->search[i].name);
        buffer_append_byte(out, ',');
        json_write_string(out, c->search[i].value);
        buffer_append_byte(out, ']');
    }
    buffer_append_byte(out, ']');
}

static void write_tables(const struct cited *c, struct buffer *out)
{
    json_write_name(out, SV("tables"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < c->table_count; i++) {
        buffer_append_view(out, i == 0 ? SV("{") : SV(",{"));
        json_write_member(out, SV("table"), c->tables[i].uuid);
        json_write_member(out, SV("slug"), c->tables[i].slug);
        write_number(out, "commit", c->tables[i].commit);
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
}

static void write_datasets(const struct cited *c, struct buffer *out)
{
    json_write_name(out, SV("datasets"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < c->dataset_count; i++) {
        const struct cited_dataset *d = &c->datasets[i];
        buffer_append_view(out, i == 0 ? SV("{") : SV(",{"));
        json_write_member(out, SV("uuid"), d->uuid);
        json_write_member(out, SV("slug"), d->slug);
        json_write_member(out, SV("title"), d->title);
        json_write_member(out, SV("licence"), d->licence);
        write_number(out, "version", d->version);
        write_number(out, "records", (int64_t)d->records);
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
}

static void write_creators(const struct cited *c, struct buffer *out)
{
    json_write_name(out, SV("creators"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < c->creator_count; i++) {
        const struct cited_creator *a = &c->creators[i];
        buffer_append_view(out, i == 0 ? SV("{") : SV(",{"));
        json_write_member(out, SV("name"), a->name);
        json_write_member(out, SV("family"), a->family);
        json_write_member(out, SV("given"), a->given);
        json_write_member(out, SV("orcid"), a->orcid);
        json_write_name(out, SV("person"));
        buffer_append_view(out, a->person ? SV("true}") : SV("false}"));
    }
    buffer_append_byte(out, ']');
}

status cited_write(const struct cited *c, struct buffer *out, struct error *e)
{
    buffer_append_byte(out, '{');
    json_write_name(out, SV("query"));
    buffer_append_view(out, c->query.length == 0 ? SV("{}") : c->query);
    write_search(c, out);
    json_write_member(out, SV("words"), c->words);
    json_write_member(out, SV("title"), c->title);
    json_write_member(out, SV("description"), c->description);
    json_write_member(out, SV("publisher"), c->publisher);
    write_tables(c, out);
    write_datasets(c, out);
    write_creators(c, out);
    if (c->counted) {
        write_number(out, "records", (int64_t)c->records);
    }
    json_write_member(out, SV("digest"), c->digest);
    json_write_member(out, SV("definition"), c->definition);
    json_write_member(out, SV("earlier"), c->earlier);
    if (c->erased != 0) {
        write_number(out, "erased", c->erased);
    }
    buffer_append_byte(out, '}');
    return buffer_check(out, "what is kept of a citation", e);
}

// --- reading ---------------------------------------------------------------------------------

static string_view text_of(struct arena *arena, const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value) ? arena_copy(arena, (string_view){json_string_value(value),
                                                                   json_string_length(value)})
                                 : SV("");
}

static int64_t number_of(const json_t *object, const char *name)
{
    return (int64_t)json_integer_value(json_object_get(object, name));
}

static size_t length_of(const json_t *list)
{
    return MIN(json_array_size(list), MOST_LISTED);
}

static string_view item_text(struct arena *arena, const json_t *list, size_t at)
{
    const json_t *value = json_array_get(list, at);
    return json_is_string(value) ? arena_copy(arena, (string_view){json_string_value(value),
                                                                   json_string_length(value)})
                                 : SV("");
}

static bool read_search(const json_t *list, struct arena *arena, struct cited *out)
{
    size_t count = length_of(list);
    struct cited_pair *pairs = arena_array(arena, struct cited_pair, count + 1);
    for (size_t i = 0; pairs != NULL && i < count; i++) {
        const json_t *pair = json_array_get(list, i);
        pairs[i] = (struct cited_pair){item_text(arena, pair, 0), item_text(arena, pair, 1)};
    }
    out->search = pairs;
    out->search_count = count;
    return pairs != NULL;
}

static bool read_tables(const json_t *list, struct arena *arena, struct cited *out)
{
    size_t count = length_of(list);
    struct cited_table *tables = arena_array(arena, struct cited_table, count + 1);
    for (size_t i = 0; tables != NULL && i < count; i++) {
        const json_t *table = json_array_get(list, i);
        tables[i] = (struct cited_table){text_of(arena, table, "table"),
                                         text_of(arena, table, "slug"), number_of(table, "commit")};
    }
    out->tables = tables;
    out->table_count = count;
    return tables != NULL;
}

static bool read_datasets(const json_t *list, struct arena *arena, struct cited *out)
{
    size_t count = length_of(list);
    struct cited_dataset *datasets = arena_array(arena, struct cited_dataset, count + 1);
    for (size_t i = 0; datasets != NULL && i < count; i++) {
        const json_t *d = json_array_get(list, i);
        datasets[i] = (struct cited_dataset){
            .uuid = text_of(arena, d, "uuid"),
            .slug = text_of(arena, d, "slug"),
            .title = text_of(arena, d, "title"),
            .licence = text_of(arena, d, "licence"),
            .version = number_of(d, "version"),
            .records = (uint64_t)number_of(d, "records"),
        };
    }
    out->datasets = datasets;
    out->dataset_count = count;
    return datasets != NULL;
}

static bool read_creators(const json_t *list, struct arena *arena, struct cited *out)
{
    size_t count = length_of(list);
    struct cited_creator *creators = arena_array(arena, struct cited_creator, count + 1);
    for (size_t i = 0; creators != NULL && i < count; i++) {
        const json_t *a = json_array_get(list, i);
        creators[i] = (struct cited_creator){
            .name = text_of(arena, a, "name"),
            .family = text_of(arena, a, "family"),
            .given = text_of(arena, a, "given"),
            .orcid = text_of(arena, a, "orcid"),
            .person = json_is_true(json_object_get(a, "person")),
        };
    }
    out->creators = creators;
    out->creator_count = count;
    return creators != NULL;
}

static bool read_query(const json_t *query, struct arena *arena, struct cited *out)
{
    char *text = json_dumps(query, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(17));
    out->query = text == NULL ? SV("{}") : arena_copy(arena, sv_from(text));
    free(text);
    return out->query.bytes != NULL;
}

static bool read_all(const json_t *root, struct arena *arena, struct cited *out)
{
    out->words = text_of(arena, root, "words");
    out->title = text_of(arena, root, "title");
    out->description = text_of(arena, root, "description");
    out->publisher = text_of(arena, root, "publisher");
    out->digest = text_of(arena, root, "digest");
    out->definition = text_of(arena, root, "definition");
    out->earlier = text_of(arena, root, "earlier");
    out->erased = number_of(root, "erased");
    out->counted = json_object_get(root, "records") != NULL;
    out->records = (uint64_t)number_of(root, "records");
    return read_query(json_object_get(root, "query"), arena, out) &&
           read_search(json_object_get(root, "search"), arena, out) &&
           read_tables(json_object_get(root, "tables"), arena, out) &&
           read_datasets(json_object_get(root, "datasets"), arena, out) &&
           read_creators(json_object_get(root, "creators"), arena, out);
}

status cited_read(string_view json, struct arena *arena, struct cited *out, struct error *e)
{
    *out = (struct cited){.counted = false};
    json_t *root = json_loadb(json.bytes, json.length, JSON_REJECT_DUPLICATES, NULL);
    if (!json_is_object(root)) {
        json_decref(root);
        return error_set(e, ST_CORRUPT, "what was kept of this citation cannot be read");
    }
    bool whole = read_all(root, arena, out);
    json_decref(root);
    return whole ? ST_OK : error_set(e, ST_NO_MEMORY, "no memory for a citation");
}

// --- what is equal ---------------------------------------------------------------------------

// Trees come from query_from_json and query_normalise, which bound their depth.
// NOLINTNEXTLINE(misc-no-recursion)
static bool names_areas(const struct query *q)
{
    if (q == NULL || q->kind == QUERY_GEO_NAMED_AREA) {
        return q != NULL;
    }
    for (size_t i = 0; i < q->member_count; i++) {
        if (names_areas(q->members[i])) {
            return true;
        }
    }
    return false;
}

static status add_areas(struct snapshot *s, uint32_t commit, struct buffer *text, struct error *e)
{
    struct arena arena;
    const string_view *sets = NULL;
    size_t count = 0;
    arena_init(&arena, 0);
    status result = area_versions_sets(s, &arena, &sets, &count, e);
    for (size_t i = 0; result == ST_OK && i < count; i++) {
        const struct area_set_version *versions = NULL;
        size_t known = 0;
        result = area_versions_read(s, sets[i], &arena, &versions, &known, e);
        if (result == ST_OK) {
            buffer_print(text, "\nareas " SV_FORMAT " " SV_FORMAT, SV_ARGUMENT(sets[i]),
                         SV_ARGUMENT(area_versions_file(versions, known, commit, SV(""))));
        }
    }
    arena_release(&arena);
    return result;
}

static void hash_text(struct buffer *text, char out[65])
{
    struct sha256 hash;
    sha256_of(text->bytes, text->length, &hash);
    sha256_to_hex(&hash, out);
}

static void begin_text(struct buffer *text, const char *kind, const struct cited *c)
{
    buffer_init(text, CITED_LIMIT_BYTES);
    buffer_print(text, "%s\n", kind);
    buffer_append_view(text, c->query.length == 0 ? SV("{}") : c->query);
}

status cited_equal(struct snapshot *s, const char *kind, const struct cited *c,
                   const struct query *query, uint32_t commit, char out[65], struct error *e)
{
    struct buffer text;
    begin_text(&text, kind, c);
    for (size_t i = 0; i < c->table_count; i++) {
        buffer_print(&text, "\n" SV_FORMAT " %" PRId64, SV_ARGUMENT(c->tables[i].uuid),
                     c->tables[i].commit);
    }
    status result = names_areas(query) ? add_areas(s, commit, &text, e) : ST_OK;
    result = result != ST_OK ? result : buffer_check(&text, "the query", e);
    hash_text(&text, out);
    buffer_release(&text);
    return result;
}

void cited_search_name(const struct cited *c, char out[65])
{
    struct buffer text;
    begin_text(&text, "any version", c);
    for (size_t i = 0; i < c->table_count; i++) {
        buffer_print(&text, "\n" SV_FORMAT, SV_ARGUMENT(c->tables[i].uuid));
    }
    hash_text(&text, out);
    buffer_release(&text);
}
