// SPDX-License-Identifier: Apache-2.0
// Suggestions for addresses where nothing is.
#include "api/page_suggestions.h"

#include "api/page_searches.h"
#include "base/bidi.h"
#include "query/near_names.h"

#define WALKED        300            // keys looked at behind the first half of the one asked
#define BUDGET        ((uint64_t)25) // milliseconds
#define LABEL_LONGEST ((size_t)120)

struct suggesting {
    const struct api *api;
    struct http_request *request; // a copy with a time of its own
    const struct site *site;
    struct arena *arena;
    struct page_link *links;
    size_t count;
};

static void add(struct suggesting *s, string_view label, string_view address)
{
    for (size_t i = 0; i < s->count; i++) {
        if (sv_equal(s->links[i].address, address)) {
            return;
        }
    }
    if (s->count < SUGGESTIONS_MOST && label.length > 0 && address.length > 0) {
        s->links[s->count++] = (struct page_link){.label = excerpt(s->arena, label, LABEL_LONGEST),
                                                  .address = address};
    }
}

// --- datasets --------------------------------------------------------------------------------

static void add_dataset(struct suggesting *s, string_view slug)
{
    for (size_t i = 0; i < s->site->data->count; i++) {
        const struct dataset *d = &s->site->data->datasets[i];
        if (sv_equal(d->slug, slug)) {
            add(s, d->title, dataset_path(s->arena, d->slug));
        }
    }
}

// The nearest names, and those that begin alike.
static void near_datasets(struct suggesting *s, string_view slug)
{
    struct near_names near;
    near_names_init(&near, slug);
    for (size_t i = 0; i < s->site->data->count; i++) {
        near_names_offer(&near, s->site->data->datasets[i].slug);
    }
    for (size_t i = 0; i < near.count; i++) {
        add_dataset(s, near.names[i]);
    }
    near_names_release(&near);
    for (size_t i = 0; slug.length >= 3 && i < s->site->data->count; i++) {
        const struct dataset *d = &s->site->data->datasets[i];
        if (sv_starts_with(d->slug, sv_slice(slug, 0, MAX(slug.length / 2, (size_t)3)))) {
            add_dataset(s, d->slug);
        }
    }
}

// --- records ---------------------------------------------------------------------------------

// Records that have the text as a number: people type those where a key belongs.
static void numbered(struct suggesting *s, const char *field, string_view number)
{
    struct search_input input;
    struct search_result result = {0};
    struct error ignored = {0};
    struct address *state = arena_new(s->arena, struct address);
    if (state == NULL || !value_fits_address(number)) {
        return;
    }
    address_init(state, SV("/search"));
    address_add(state, sv_from(field), query_value_write(s->arena, number));
    if (page_search_of(s->api, s->request, &s->site->view, state, &input, &ignored) != ST_OK) {
        return;
    }
    input.request.limit = 3;
    if (search_run(s->site->view.snapshot, &scope_public, s->arena, &input.request, &result,
                   &ignored) != ST_OK) {
        return;
    }
    for (size_t i = 0; i < result.hit_count; i++) {
        const struct store_table *table =
            snapshot_table_by_uuid(s->site->view.snapshot, &result.hits[i].table);
        if (table != NULL) {
            add(s,
                arena_print(s->arena, SV_FORMAT " (" SV_FORMAT ")",
                            SV_ARGUMENT(bidi_isolate(s->arena, number)), SV_ARGUMENT(table->slug)),
                record_path(s->arena, table->slug, result.hits[i].key));
        }
    }
}

// The keys most like the one asked among those that begin as its first half does, or follow it.
static void near_keys(struct suggesting *s, const struct store_table *table, string_view key)
{
    struct near_names near;
    struct error ignored = {0};
    struct table_walk *walk = NULL;
    struct record_version version;
    string_view found = {0};
    bool more = true;
    near_names_init(&near, key);
    status result = table_walk_create(s->site->view.snapshot, &scope_public, &table->table,
                                      s->site->view.commit, &walk, &ignored);
    if (result == ST_OK) {
        result = table_walk_seek(walk, sv_slice(key, 0, key.length / 2), &ignored);
    }
    for (int i = 0; i < WALKED && result == ST_OK; i++) {
        result = table_walk_next(walk, &found, &version, &more, &ignored);
        if (result != ST_OK || !more) {
            break;
        }
        near_names_offer(&near, arena_copy(s->arena, found));
    }
    table_walk_destroy(walk);
    for (size_t i = 0; i < near.count; i++) {
        add(s, near.names[i], record_path(s->arena, table->slug, near.names[i]));
    }
    near_names_release(&near);
}

static void near_records(struct suggesting *s, string_view slug, string_view key)
{
    const struct store_table *table = snapshot_table_by_slug(s->site->view.snapshot, slug);
    if (table == NULL) {
        near_datasets(s, slug);
    } else if (key.length <= LIMIT_KEY_BYTES) {
        near_keys(s, table, key);
    }
    numbered(s, "catalogNumber", key);
    numbered(s, "occurrenceID", key);
}

// --- the address -----------------------------------------------------------------------------

static string_view parameter(const struct http_request *request, const char *name)
{
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        if (sv_equal(request->target.parameters[i].name, sv_from(name))) {
            return request->target.parameters[i].value;
        }
    }
    return SV("");
}

void page_suggest(const struct api *api, const struct http_request *request,
                  const struct site *site, struct error_page *page)
{
    struct suggesting s = {.api = api, .site = site, .arena = request->arena};
    const struct http_target *target = &request->target;
    s.links = arena_array(s.arena, struct page_link, SUGGESTIONS_MOST);
    s.request = arena_new(s.arena, struct http_request);
    if (s.links == NULL || s.request == NULL || target->segment_count == 0) {
        return;
    }
    *s.request = *request;
    search_input_budget(s.request, BUDGET);
    string_view first = target->segments[0];
    string_view last = target->segments[target->segment_count - 1];
    if (sv_equal(first, SV("record")) && target->segment_count >= 2) {
        last = target->segment_count == 2 ? parameter(request, "key") : last;
        near_records(&s, target->segments[1], last);
    } else {
        near_datasets(&s, last);
    }
    page->suggestions = s.links;
    page->suggestion_count = s.count;
    page->words = excerpt(s.arena, last, LABEL_LONGEST);
}
