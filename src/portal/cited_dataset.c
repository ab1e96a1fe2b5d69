// SPDX-License-Identifier: Apache-2.0
// Reads a dataset's metadata record.
#include "portal/cited_dataset.h"

#include "formats/licence.h"
#include "portal/deposits.h"

#include <jansson.h>

#define MOST_CREATORS ((size_t)1000)

static string_view text_of(struct arena *arena, const json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));
    return text == NULL ? SV("") : sv_trim(arena_copy(arena, sv_from(text)));
}

static status fill_creators(const json_t *root, struct arena *arena, struct cited *out,
                            struct error *e)
{
    const json_t *authors = json_object_get(root, "authors");
    size_t count = MIN(json_array_size(authors), MOST_CREATORS);
    struct cited_creator *list = arena_array(arena, struct cited_creator, count + 1);
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a dataset's authors");
    }
    out->creators = list;
    for (size_t i = 0; i < count; i++) {
        const json_t *author = json_array_get(authors, i);
        struct cited_creator a = {.name = text_of(arena, author, "name"),
                                  .family = text_of(arena, author, "family"),
                                  .given = text_of(arena, author, "given"),
                                  .orcid = text_of(arena, author, "orcid")};
        // A name that is in parts, or has an ORCID, is a person's; any other stands whole.
        a.person = a.family.length > 0 || a.orcid.length > 0;
        a.name = a.name.length > 0 ? a.name : a.family;
        if (a.name.length > 0) {
            list[out->creator_count++] = a;
        }
    }
    return ST_OK;
}

static status fill(const struct dataset_view *view, const struct dataset *d, struct arena *arena,
                   struct cited *out, struct error *e)
{
    char uri[LICENCE_URI_SIZE];
    char uuid[37];
    struct cited_dataset *source = arena_new(arena, struct cited_dataset);
    json_t *root = json_loadb(d->json.bytes, d->json.length, 0, NULL);
    if (source == NULL || root == NULL) {
        json_decref(root);
        return error_set(e, ST_NO_MEMORY, "no memory for a dataset's metadata");
    }
    string_view licence = text_of(arena, root, "licence");
    uuid_to_text(&d->uuid, uuid);
    *source = (struct cited_dataset){
        .uuid = arena_copy(arena, sv_from(uuid)),
        .slug = d->slug,
        .title = d->title,
        .licence = licence_uri(licence, uri) ? arena_copy(arena, sv_from(uri)) : licence,
        .version = d->modified_at,
        .records = d->records,
    };
    string_view organisation = text_of(arena, root, "organisation");
    *out = (struct cited){
        .query = SV("{}"),
        .title = d->title,
        .description = text_of(arena, root, "description"),
        .publisher = organisation.length > 0 ? organisation : view->portal.name,
        .datasets = source,
        .dataset_count = 1,
        .counted = true,
        .records = d->records,
    };
    status result = fill_creators(root, arena, out, e);
    json_decref(root);
    return result;
}

static status keep(struct identifier_register *r, const struct cited *c, const char *wanted,
                   string_view record, struct arena *arena, struct identifier *out, struct error *e)
{
    struct identifier one = {.kind = IDENTIFIER_DATASET, .subject = c->datasets[0].uuid};
    bool is_new = false;
    status found = identifiers_find_subject(r, one.subject, INT64_MAX, arena, out, e);
    if (found == ST_NOT_FOUND) {
        one.equal = arena_print(arena, "dataset " SV_FORMAT, SV_ARGUMENT(one.subject));
        one.record = record;
        TRY(identifiers_add(r, &one, arena, out, &is_new, e));
    } else if (found != ST_OK) {
        return found;
    }
    string_view was = out->record;
    out->record = record;
    if (wanted != NULL) {
        deposit_want(out, wanted, clock_now());
    }
    return identifiers_update(r, out, was, e);
}

status cited_dataset_make(struct identifier_register *r, const struct dataset_view *view,
                          const struct dataset *d, const char *wanted, struct arena *arena,
                          struct identifier *out, struct error *e)
{
    struct cited cited;
    struct buffer record;
    TRY(fill(view, d, arena, &cited, e));
    buffer_init(&record, CITED_LIMIT_BYTES);
    status result = cited_write(&cited, &record, e);
    if (result == ST_OK) {
        result = keep(r, &cited, wanted, arena_copy(arena, buffer_view(&record)), arena, out, e);
    }
    buffer_release(&record);
    return result;
}
