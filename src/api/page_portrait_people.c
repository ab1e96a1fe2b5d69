// SPDX-License-Identifier: Apache-2.0
// Who is named beside a person: the other parts of the lists in which they stand. A person with a
// page leads there, other names, as written, to a search (rule I1).
#include "api/page_portrait_people.h"

#include "api/page_text.h"
#include "base/fold.h"
#include "query/list_parts.h"

#include <stdlib.h>

#define COLLECTOR        SV("recordedBy")
#define COMPANIONS_SHOWN ((size_t)12)
#define PARTS_MOST       ((size_t)50000) // of all lists; what a page of one person may cost

struct companion {
    string_view name; // in the spelling of most records
    string_view form; // equal for names that are the same (rule C1), and for one person's
    const struct person *person;
    uint64_t count;
};

struct gathering {
    struct search_filling *f;
    const struct person *person;
    struct companion *list;
    size_t count;
};

static status see_part(struct gathering *g, string_view part, uint64_t count, struct error *e)
{
    const struct person *other = people_written(&g->f->api->people, part);
    struct buffer form;
    if (other == g->person || g->count == PARTS_MOST) {
        return ST_OK;
    }
    buffer_init(&form, 16 * (part.length + 1));
    if (other == NULL) {
        fold_case(part, &form);
    } else {
        buffer_print(&form, "|" SV_FORMAT, SV_ARGUMENT(other->slug)); // no part has a bar
    }
    status result = buffer_check(&form, "a name", e);
    if (result == ST_OK) {
        g->list[g->count] = (struct companion){
            .name = part,
            .form = arena_copy(g->f->arena, buffer_view(&form)),
            .person = other,
            .count = count,
        };
        result = g->list[g->count++].form.bytes == NULL ? search_page_no_memory(e) : ST_OK;
    }
    buffer_release(&form);
    return result;
}

static int by_form(const void *a, const void *b)
{
    const struct companion *x = a;
    const struct companion *y = b;
    int order = sv_compare(x->form, y->form);
    if (order != 0) {
        return order;
    }
    return x->count != y->count ? (x->count < y->count ? 1 : -1) : sv_compare(x->name, y->name);
}

static int by_count(const void *a, const void *b)
{
    const struct companion *x = a;
    const struct companion *y = b;
    return x->count != y->count ? (x->count < y->count ? 1 : -1) : sv_compare(x->form, y->form);
}

static void join_equal(struct gathering *g)
{
    size_t kept = 0;
    if (g->count > 1) {
        qsort(g->list, g->count, sizeof *g->list, by_form);
    }
    for (size_t i = 0; i < g->count; i++) {
        if (kept > 0 && sv_equal(g->list[kept - 1].form, g->list[i].form)) {
            g->list[kept - 1].count += g->list[i].count;
        } else {
            g->list[kept++] = g->list[i];
        }
    }
    g->count = kept;
    if (g->count > 1) {
        qsort(g->list, g->count, sizeof *g->list, by_count);
    }
}

static string_view address_of(const struct search_filling *f, const struct companion *c)
{
    struct address target;
    if (c->person != NULL) {
        return arena_print(f->arena, "/person/" SV_FORMAT, SV_ARGUMENT(c->person->slug));
    }
    if (!value_fits_address(c->name)) {
        return SV("");
    }
    address_init(&target, SV("/search"));
    address_add(&target, PART_PARAMETER, part_value(f->arena, COLLECTOR, c->name));
    return address_print(&target, f->arena);
}

static status gather(struct gathering *g, const struct search_facet *facet, struct error *e)
{
    for (size_t i = 0; i < facet->value_count; i++) {
        string_view rest = facet->values[i].value;
        string_view part;
        while (list_part_next(&rest, &part)) {
            TRY(see_part(g, part, facet->values[i].count, e));
        }
    }
    join_equal(g);
    return ST_OK;
}

status portrait_companions(struct search_filling *f, const struct person *person,
                           struct portrait_page *page, struct error *e)
{
    struct search_facet_request facet = {.field = COLLECTOR, .limit = SEARCH_LIMIT_FACET_VALUES};
    struct search_request request = f->input.request;
    struct search_result result = {0};
    struct gathering g = {.f = f, .person = person};
    struct page_link *out = arena_array(f->arena, struct page_link, COMPANIONS_SHOWN);
    g.list = arena_array(f->arena, struct companion, PARTS_MOST);
    if (out == NULL || g.list == NULL) {
        return search_page_no_memory(e);
    }
    request.facets = &facet;
    request.facet_count = 1;
    request.limit = 0;
    TRY(search_run(f->site.view.snapshot, &scope_public, f->arena, &request, &result, e));
    TRY(gather(&g, &result.facets[0], e));
    page->companions = out;
    for (size_t i = 0; i < g.count && page->companion_count < COMPANIONS_SHOWN; i++) {
        string_view address = address_of(f, &g.list[i]);
        if (address.length > 0) {
            out[page->companion_count++] = (struct page_link){
                .label = g.list[i].person == NULL ? g.list[i].name : g.list[i].person->name,
                .address = address,
                .count = g.list[i].count,
            };
        }
    }
    return ST_OK;
}
