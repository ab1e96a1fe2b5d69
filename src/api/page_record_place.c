// SPDX-License-Identifier: Apache-2.0
// The neighbours of a record in a search.
#include "api/page_record_place.h"

#include "api/page_record_internal.h"
#include "api/page_searches.h"
#include "api/pages/views.h"
#include "base/percent.h"

#define SEARCH_LONGEST ((size_t)1200) // bytes of the search's own address
#define PLACE_BUDGET   ((uint64_t)60) // milliseconds

string_view record_in_search(struct arena *arena, string_view record_address,
                             const struct address *search, uint64_t rank)
{
    struct address asked = *search;
    struct buffer out;
    address_init(&asked, SV(""));
    for (size_t i = 0; i < search->count; i++) {
        const struct address_pair *pair = &search->pairs[i];
        if (!sv_equal(pair->name, SV("offset"))) {
            address_add(&asked, pair->name, pair->value);
        }
    }
    string_view text = sv_slice(address_print(&asked, arena), 1, SIZE_MAX);
    if (text.length == 0 || text.length > SEARCH_LONGEST) {
        return record_address;
    }
    buffer_init(&out, 16 * 1024);
    buffer_append_view(&out, record_address);
    bool asks = sv_find(record_address, '?') < record_address.length;
    buffer_append_view(&out, asks ? SV("&search=") : SV("?search="));
    percent_encode(&out, text);
    buffer_print(&out, "&at=%llu", (unsigned long long)rank);
    string_view address = out.failed ? record_address : arena_copy(arena, buffer_view(&out));
    buffer_release(&out);
    return address;
}

// The search as the address carries it; false for nonsense.
static bool read_search(struct record_filling *f, string_view text, struct address *out)
{
    struct http_target target;
    struct error ignored = {0};
    string_view raw = arena_print(f->arena, "/search?" SV_FORMAT, SV_ARGUMENT(text));
    if (text.length > SEARCH_LONGEST ||
        http_target_parse(f->arena, raw, &target, &ignored) != ST_OK ||
        target.parameter_count > ADDRESS_PAIRS_MAX) {
        return false;
    }
    address_init(out, SV("/search"));
    for (size_t i = 0; i < target.parameter_count; i++) {
        address_add(out, target.parameters[i].name, target.parameters[i].value);
    }
    return out->count > 0;
}

static string_view neighbour(struct record_filling *f, const struct address *search,
                             const struct search_hit *hit, uint64_t rank)
{
    const struct store_table *table = snapshot_table_by_uuid(f->view.snapshot, &hit->table);
    if (table == NULL) {
        return SV("");
    }
    return record_in_search(f->arena,
                            record_address(f->arena, table->slug, hit->key, site_pinned(&f->site)),
                            search, rank);
}

// The page of results that the record stands on.
static string_view results_address(struct record_filling *f, struct address *search, uint64_t rank,
                                   uint64_t limit)
{
    uint64_t offset = limit == 0 ? 0 : rank / limit * limit;
    address_remove(search, SV("offset"));
    if (offset > 0) {
        address_add(search, SV("offset"),
                    arena_print(f->arena, "%llu", (unsigned long long)offset));
    }
    return address_print(search, f->arena);
}

static void fill_place(struct record_filling *f, struct http_request *request,
                       struct address *search, uint64_t rank)
{
    struct search_input input;
    struct search_result result = {0};
    struct error ignored = {0};
    uint64_t first = rank == 0 ? 0 : rank - 1;
    if (page_search_of(f->api, request, &f->view, search, &input, &ignored) != ST_OK ||
        page_order_rows(f->api, f->arena, search, &input, &ignored) != ST_OK) {
        return;
    }
    uint64_t limit = input.request.limit;
    input.request.facet_count = 0;
    input.request.offset = first;
    input.request.limit = (size_t)(rank - first) + 2;
    if (search_run(f->view.snapshot, &scope_public, f->arena, &input.request, &result, &ignored) !=
        ST_OK) {
        return;
    }
    size_t at = (size_t)(rank - first);
    const struct search_hit *hits = result.hits;
    if (at >= result.hit_count || !sv_equal(hits[at].key, f->name.key) ||
        uuid_compare(&hits[at].table, &f->name.table->table) != 0) {
        return; // the data have changed since, or somebody wrote the address by hand
    }
    f->page.place = (struct search_place){
        .previous = at > 0 ? neighbour(f, search, &hits[at - 1], rank - 1) : SV(""),
        .next = at + 1 < result.hit_count ? neighbour(f, search, &hits[at + 1], rank + 1) : SV(""),
        .search_address = results_address(f, search, rank, limit),
        .position = rank + 1,
        .total = result.total,
    };
}

void record_page_fill_place(struct record_filling *f)
{
    string_view text = SV("");
    string_view at = SV("");
    bool has_search = false;
    bool has_rank = false;
    uint64_t rank = 0;
    struct error ignored = {0};
    struct address *search = arena_new(f->arena, struct address);
    struct http_request *request = arena_new(f->arena, struct http_request);
    if (search == NULL || request == NULL ||
        http_request_parameter(f->request, "search", &text, &has_search, &ignored) != ST_OK ||
        http_request_parameter(f->request, "at", &at, &has_rank, &ignored) != ST_OK ||
        !has_search || !has_rank || !sv_to_uint64(at, &rank) || rank > INT32_MAX ||
        !read_search(f, text, search)) {
        return;
    }
    *request = *f->request;
    search_input_budget(request, PLACE_BUDGET);
    fill_place(f, request, search, rank);
}
