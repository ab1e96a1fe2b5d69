// SPDX-License-Identifier: Apache-2.0
// Chooses a field by which pictures differ, takes one of each of its commonest values, then others.
#include "api/page_wall.h"

#include "api/value_list.h"

#define LOOKED_EACH ((size_t)3)  // records, for one picture of a value
#define LOOKED_REST ((size_t)24) // where values have given too few

struct wall {
    struct search_filling *f;
    struct search_request request; // of the records with media
    struct record_reader reader;
    struct page_picture *out;
    size_t most;
    size_t count;
};

static bool is_there(const struct wall *w, string_view address)
{
    for (size_t i = 0; i < w->count; i++) {
        if (sv_equal(w->out[i].address, address)) {
            return true;
        }
    }
    return false;
}

// Pictures of the first records of a search, at most `most` of them.
static status take(struct wall *w, const struct query *query, size_t looked, size_t most,
                   struct error *e)
{
    struct search_filling *f = w->f;
    struct search_request request = w->request;
    struct search_result result = {0};
    size_t end = MIN(w->count + most, w->most);
    request.query = query;
    request.facet_count = 0;
    request.limit = looked;
    TRY(search_run(f->site.view.snapshot, &scope_public, f->arena, &request, &result, e));
    for (size_t i = 0; i < result.hit_count && w->count < end; i++) {
        struct value_picture picture = {0};
        struct record_tree tree;
        TRY(page_picture_of_hit(f, &w->reader, &result.hits[i], &tree, &picture, e));
        if (picture.thumbnail.length > 0 && !is_there(w, picture.record)) {
            w->out[w->count++] = (struct page_picture){
                .thumbnail = picture.thumbnail,
                .label = record_title(f->arena, &tree, result.hits[i].key).text,
                .address = picture.record,
            };
        }
    }
    return ST_OK;
}

// The widest of the fields that has enough values, else the one with most; NULL where none has any.
static status choose(struct wall *w, const struct search_facet **out, struct error *e)
{
    static const char *const names[] = {"family", "genus", "scientificName"};
    struct search_facet_request facets[ARRAY_LENGTH(names)];
    struct search_request request = w->request;
    struct search_result result = {0};
    *out = NULL;
    request.facets = facets;
    request.facet_count = 0;
    request.limit = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        string_view field = field_spelling(&w->f->fields, sv_from(names[i]));
        if (field.length > 0) {
            facets[request.facet_count++] =
                (struct search_facet_request){.field = field, .limit = w->most};
        }
    }
    if (request.facet_count == 0) {
        return ST_OK;
    }
    TRY(search_run(w->f->site.view.snapshot, &scope_public, w->f->arena, &request, &result, e));
    for (size_t i = 0; i < result.facet_count; i++) {
        const struct search_facet *facet = &result.facets[i];
        size_t best = *out == NULL ? 0 : (*out)->value_count;
        if (facet->value_count > best) {
            *out = facet;
        }
    }
    return ST_OK;
}

static status take_of_values(struct wall *w, const struct search_facet *facet, struct error *e)
{
    for (size_t i = 0; i < facet->value_count && w->count < w->most; i++) {
        const struct query *query = NULL;
        string_view *value = arena_new(w->f->arena, string_view);
        if (value == NULL) {
            return search_page_no_memory(e);
        }
        *value = facet->values[i].value;
        TRY(query_with_values(w->f->arena, w->request.query, facet->field, value, 1, &query, e));
        TRY(take(w, query, LOOKED_EACH, 1, e));
    }
    return ST_OK;
}

status page_wall(struct search_filling *f, size_t most, struct page_picture *out, size_t *count,
                 struct error *e)
{
    struct wall w = {.f = f, .request = f->input.request, .out = out, .most = most};
    const struct search_facet *spread = NULL;
    bool found = false;
    *count = 0;
    TRY(page_media_query(f, w.request.query, &w.request.query, &found, e));
    if (!found) {
        return ST_OK;
    }
    w.request.offset = 0;
    w.request.sort_count = 0;
    TRY(record_reader_init(&w.reader, f->arena, e));
    TRY(choose(&w, &spread, e));
    if (spread != NULL) {
        TRY(take_of_values(&w, spread, e));
    }
    if (w.count < most) {
        TRY(take(&w, w.request.query, LOOKED_REST, most, e));
    }
    *count = w.count;
    return ST_OK;
}
