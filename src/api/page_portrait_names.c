// SPDX-License-Identifier: Apache-2.0
// Accepted names and synonyms of a taxon: by name over all that is searched, and by identifier
// within each dataset, whose identifiers mean nothing in another.
#include "api/page_portrait_names.h"

#include "api/contributions.h"
#include "api/taxon_ranks.h"
#include "api/value_list.h"
#include "base/fold.h"

#define ACCEPTED         SV("acceptedNameUsage")
#define ACCEPTED_ID      SV("acceptedNameUsageID")
#define TAXON_ID         SV("taxonID")
#define NAME             SV("scientificName")
#define ACCEPTED_SHOWN   ((size_t)3) // checklists may differ
#define SYNONYMS_SHOWN   ((size_t)24)
#define IDENTIFIERS_MOST ((size_t)8) // of one name in one dataset

struct names {
    struct search_filling *f;
    const struct portrait_page *page;
    struct page_link *links;
    size_t count;
    size_t most;
};

static status begin(struct names *n, size_t most, struct error *e)
{
    n->links = arena_array(n->f->arena, struct page_link, most);
    n->count = 0;
    n->most = most;
    return n->links == NULL ? search_page_no_memory(e) : ST_OK;
}

// Each name once, and not the page's own. Of counts by name and by identifier the greater stands:
// they may be of the same records.
static void add(struct names *n, string_view name, uint64_t count)
{
    if (fold_case_equal(name, n->page->title)) {
        return;
    }
    for (size_t i = 0; i < n->count; i++) {
        if (fold_case_equal(n->links[i].label, name)) {
            n->links[i].count = MAX(n->links[i].count, count);
            return;
        }
    }
    if (n->count < n->most) {
        n->links[n->count++] = (struct page_link){.label = name, .count = count};
    }
}

// --- by name ---------------------------------------------------------------------------------

// The commonest values of a field among a search's records, but for the page's own name.
static status take_values(struct names *n, const struct search_request *search, string_view field,
                          struct error *e)
{
    struct search_facet_request facet = {.field = field, .limit = n->most + 1};
    struct search_request request = *search;
    struct search_result result = {0};
    request.facets = &facet;
    request.facet_count = 1;
    request.limit = 0;
    TRY(search_run(n->f->site.view.snapshot, &scope_public, n->f->arena, &request, &result, e));
    for (size_t i = 0; i < result.facets[0].value_count; i++) {
        add(n, result.facets[0].values[i].value, result.facets[0].values[i].count);
    }
    return ST_OK;
}

static void address_of(const struct search_filling *f, string_view field, string_view value,
                       struct address *out)
{
    address_init(out, SV("/search"));
    if (!f->site.view.newest) {
        address_add(out, SV("version"),
                    arena_print(f->arena, "%lld", (long long)f->site.view.version));
    }
    address_add(out, parameter_of_field(f->arena, field), query_value_write(f->arena, value));
}

// An accepted name that no record bears has no page; who refers to it is a search.
static status lead_to_accepted(struct names *n, struct error *e)
{
    struct search_filling *f = n->f;
    for (size_t i = 0; i < n->count; i++) {
        struct address *target = arena_new(f->arena, struct address);
        struct error absent = {0};
        uint64_t count = 0;
        if (target == NULL) {
            return search_page_no_memory(e);
        }
        address_of(f, NAME, n->links[i].label, target);
        bool there =
            page_count(f->api, f->request, &f->site.view, target, &count, &absent) == ST_OK &&
            count > 0;
        address_of(f, ACCEPTED, n->links[i].label, target);
        n->links[i].address =
            there ? taxon_path(f->arena, NAME, n->links[i].label) : address_print(target, f->arena);
    }
    return ST_OK;
}

static status fill_synonyms(struct names *n, struct error *e)
{
    struct search_filling *f = n->f;
    struct address *state = arena_new(f->arena, struct address);
    struct search_input *input = arena_new(f->arena, struct search_input);
    struct error absent = {0};
    if (state == NULL || input == NULL) {
        return search_page_no_memory(e);
    }
    TRY(begin(n, SYNONYMS_SHOWN, e));
    address_of(f, ACCEPTED, n->page->title, state);
    status result = page_search_of(f->api, f->request, &f->site.view, state, input, &absent);
    if (result == ST_OK) {
        result = take_values(n, &input->request, NAME, &absent);
    }
    if (result != ST_OK && result != ST_INVALID) { // of ST_INVALID, no table has such fields
        *e = absent;
        return result;
    }
    return ST_OK;
}

// --- by identifier ---------------------------------------------------------------------------

struct checklist {
    const struct uuid *tables; // of one dataset
    size_t table_count;
};

// The commonest values of fields in a dataset; found is false where it never had one of them.
static status ask(struct names *n, const struct checklist *c, const struct query *query,
                  const struct search_facet_request *facets, size_t count,
                  struct search_result *out, bool *found, struct error *e)
{
    struct search_request request = n->f->input.request;
    struct error absent = {0};
    request.tables = c->tables;
    request.table_count = c->table_count;
    request.query = query;
    request.facets = facets;
    request.facet_count = count;
    request.limit = 0;
    status result =
        search_run(n->f->site.view.snapshot, &scope_public, n->f->arena, &request, out, &absent);
    *found = result == ST_OK;
    return result == ST_OK || result == ST_INVALID ? ST_OK
                                                   : error_set(e, result, "%s", absent.message);
}

// The names of the records whose `field` has one of the values.
static status add_names(struct names *n, const struct checklist *c, string_view field,
                        const string_view *values, size_t count, uint64_t stated, struct error *e)
{
    const struct search_facet_request facet = {.field = NAME, .limit = n->most + 1};
    const struct query *query = NULL;
    struct search_result result = {0};
    bool found = false;
    TRY(query_with_values(n->f->arena, NULL, field, values, count, &query, e));
    TRY(ask(n, c, query, &facet, 1, &result, &found, e));
    for (size_t i = 0; found && i < result.facets[0].value_count; i++) {
        add(n, result.facets[0].values[i].value,
            stated > 0 ? stated : result.facets[0].values[i].count);
    }
    return ST_OK;
}

static status follow_in(struct names *accepted, struct names *synonyms, const struct checklist *c,
                        struct error *e)
{
    const struct search_facet_request facets[] = {
        {.field = ACCEPTED_ID, .limit = IDENTIFIERS_MOST},
        {.field = TAXON_ID, .limit = IDENTIFIERS_MOST},
    };
    struct search_result result = {0};
    string_view own[IDENTIFIERS_MOST];
    bool found = false;
    TRY(ask(accepted, c, accepted->f->input.request.query, facets, ARRAY_LENGTH(facets), &result,
            &found, e));
    if (!found) {
        return ST_OK;
    }
    const struct search_facet *stands = &result.facets[0];
    const struct search_facet *is = &result.facets[1];
    for (size_t i = 0; i < stands->value_count; i++) {
        TRY(add_names(accepted, c, TAXON_ID, &stands->values[i].value, 1, stands->values[i].count,
                      e));
    }
    for (size_t i = 0; i < is->value_count; i++) {
        own[i] = is->values[i].value;
    }
    return is->value_count == 0 ? ST_OK
                                : add_names(synonyms, c, ACCEPTED_ID, own, is->value_count, 0, e);
}

// The tables of a dataset that the page searches.
static status follow_dataset(struct names *accepted, struct names *synonyms,
                             const struct dataset *d, struct error *e)
{
    const struct search_filling *f = accepted->f;
    struct uuid *tables = arena_array(f->arena, struct uuid, d->resource_count + 1);
    struct checklist c = {.tables = tables};
    if (tables == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        const struct resource *r = &d->resources[i];
        if (r->is_table && r->records > 0 && contribution_is_asked(&f->input.request, &r->uuid)) {
            tables[c.table_count++] = r->uuid;
        }
    }
    return c.table_count == 0 ? ST_OK : follow_in(accepted, synonyms, &c, e);
}

// Only a whole name has an identifier: what a genus' records bear is of its species.
static status follow_identifiers(struct names *accepted, struct names *synonyms, struct error *e)
{
    const struct search_filling *f = accepted->f;
    if (!sv_equal(accepted->page->rank, NAME) ||
        field_with_values(&f->fields, ACCEPTED_ID) == NULL ||
        field_with_values(&f->fields, TAXON_ID) == NULL) {
        return ST_OK;
    }
    for (size_t i = 0; i < f->site.data->count; i++) {
        TRY(follow_dataset(accepted, synonyms, &f->site.data->datasets[i], e));
    }
    return ST_OK;
}

// --- both ------------------------------------------------------------------------------------

status portrait_names(struct search_filling *f, struct portrait_page *page, struct error *e)
{
    struct names accepted = {.f = f, .page = page};
    struct names synonyms = {.f = f, .page = page};
    if (!page->name) {
        return ST_OK;
    }
    TRY(begin(&accepted, ACCEPTED_SHOWN, e));
    if (field_with_values(&f->fields, ACCEPTED) != NULL) {
        TRY(take_values(&accepted, &f->input.request, ACCEPTED, e));
    }
    TRY(fill_synonyms(&synonyms, e));
    TRY(follow_identifiers(&accepted, &synonyms, e));
    TRY(lead_to_accepted(&accepted, e));
    for (size_t i = 0; i < synonyms.count; i++) {
        synonyms.links[i].address = taxon_path(f->arena, NAME, synonyms.links[i].label);
    }
    page->accepted = accepted.links;
    page->accepted_count = accepted.count;
    page->synonyms = synonyms.links;
    page->synonym_count = synonyms.count;
    return ST_OK;
}
