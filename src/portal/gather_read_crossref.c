// SPDX-License-Identifier: Apache-2.0
// Reads Crossref's works, which are near to CSL-JSON.
#include "portal/gather_read.h"

#include <string.h>

#define WORKS_MOST ((size_t)1000) // of one page

static string_view string_of(const json_t *value)
{
    return json_is_string(value)
               ? (string_view){json_string_value(value), json_string_length(value)}
               : SV("");
}

struct cites {
    struct arena *arena;
    string_view *list;
    size_t count;
};

static void add(struct cites *c, const json_t *value)
{
    string_view doi = literature_doi(c->arena, string_of(value));
    if (doi.length > 0 && c->count < GATHER_LIMIT_KEYS) {
        c->list[c->count++] = doi;
    }
}

// Of "relation": {"is-supplemented-by": [{"id-type": "doi", "id": "10.1234/x"}]}, whatever the
// kind: who asked looks for its own.
static void add_relations(struct cites *c, json_t *relations)
{
    const char *name = NULL;
    json_t *list = NULL;
    json_object_foreach(relations, name, list)
    {
        for (size_t i = 0; i < json_array_size(list) && c->count < GATHER_LIMIT_KEYS; i++) {
            add(c, json_object_get(json_array_get(list, i), "id"));
        }
    }
}

static status read_work(const json_t *work, struct arena *arena, struct literature_item *out,
                        struct error *e)
{
    struct cites c = {.arena = arena,
                      .list = arena_array(arena, string_view, GATHER_LIMIT_KEYS + 1)};
    const json_t *references = json_object_get(work, "reference");
    if (c.list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for what Crossref answered");
    }
    TRY(literature_read_item(work, arena, out, e));
    for (size_t i = 0; i < json_array_size(references) && c.count < GATHER_LIMIT_KEYS; i++) {
        add(&c, json_object_get(json_array_get(references, i), "DOI"));
    }
    add_relations(&c, json_object_get(work, "relation"));
    if (sv_equal(out->publication.type, SV("journal-article"))) { // CSL's name of it
        out->publication.type = SV("article-journal");
    }
    out->cites = c.list;
    out->cite_count = c.count;
    return ST_OK;
}

status crossref_read_works(const json_t *answer, struct arena *arena, struct crossref_works *out,
                           struct error *e)
{
    const json_t *message = json_object_get(answer, "message");
    const json_t *items = json_object_get(message, "items");
    *out = (struct crossref_works){.count = 0};
    if (!json_is_array(items) || json_array_size(items) > WORKS_MOST) {
        return error_set(e, ST_BAD_DATA, "Crossref's answer is no list of works");
    }
    out->list = arena_array(arena, struct literature_item, json_array_size(items) + 1);
    if (out->list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for what Crossref answered");
    }
    for (size_t i = 0; i < json_array_size(items); i++) {
        struct literature_item *one = &out->list[out->count];
        TRY(read_work(json_array_get(items, i), arena, one, e));
        bool named = one->publication.doi.length > 0;
        out->count += named;
        out->left_out += !named;
    }
    if (json_array_size(items) > 0) {
        out->next = literature_member(arena, message, "next-cursor");
    }
    return ST_OK;
}

status crossref_read_work(const json_t *answer, struct arena *arena, struct literature_item *out,
                          struct error *e)
{
    const json_t *message = json_object_get(answer, "message");
    if (!json_is_object(message)) {
        return error_set(e, ST_BAD_DATA, "Crossref's answer is no work: it has no \"message\"");
    }
    return read_work(message, arena, out, e);
}

// "items": [{"relation": "references", "subject": {"id": "10.1/x"}, "object": {"id": "10.1/y"}}];
// the next page has a number. It is a beta: what is of another shape is left out.
status crossref_read_citations(const json_t *answer, string_view doi, struct arena *arena,
                               struct crossref_citations *out, struct error *e)
{
    const json_t *message = json_object_get(answer, "message");
    const json_t *items = json_object_get(message, "items");
    json_int_t next = json_integer_value(json_object_get(message, "next-page"));
    *out = (struct crossref_citations){.count = 0};
    if (!json_is_array(items) || json_array_size(items) > WORKS_MOST) {
        return error_set(e, ST_BAD_DATA, "Crossref's answer is no list of data citations");
    }
    out->dois = arena_array(arena, string_view, json_array_size(items) + 1);
    if (out->dois == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for what Crossref answered");
    }
    for (size_t i = 0; i < json_array_size(items); i++) {
        const json_t *item = json_array_get(items, i);
        const json_t *subject = json_object_get(json_object_get(item, "subject"), "id");
        const json_t *object = json_object_get(json_object_get(item, "object"), "id");
        string_view citing = literature_doi(arena, string_of(subject));
        bool taken = citing.length > 0 && !sv_equal(citing, doi) &&
                     sv_equal(literature_doi(arena, string_of(object)), doi);
        out->dois[out->count] = citing;
        out->count += taken;
        out->left_out += !taken;
    }
    out->next = json_array_size(items) > 0 && next > 0 && next < 1000000 ? (size_t)next : 0;
    return ST_OK;
}
