// SPDX-License-Identifier: Apache-2.0
// Beside the table: kinds of the matches, matching datasets, and ways out of an empty result.
#include "api/page_markdown.h"
#include "api/page_search_internal.h"
#include "api/pages/filters.h"

#define DATASETS_SHOWN ((size_t)3)
#define DATASETS_FOUND ((size_t)1000)
#define WITHOUT_SHOWN  ((size_t)8)
#define EXCERPT_LENGTH ((size_t)160)
#define LABEL_LENGTH   ((size_t)120)

static bool is_searched(const struct search_request *search, const struct uuid *table)
{
    for (size_t i = 0; i < search->table_count; i++) {
        if (uuid_compare(&search->tables[i], table) == 0) {
            return true;
        }
    }
    return search->table_count == 0;
}

// A choice among the searched tables.
struct table_choice {
    const struct dataset *dataset; // only its; NULL: of all
    bool by_kind;
    enum record_kind kind;
    bool other_kinds; // all but that kind
};

static size_t choose_tables(const struct search_filling *f, const struct table_choice *choice,
                            struct uuid *out)
{
    size_t count = 0;
    for (size_t i = 0; i < f->site.data->count; i++) {
        const struct dataset *d = &f->site.data->datasets[i];
        // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): count datasets are there
        for (size_t k = 0; k < d->resource_count; k++) {
            const struct resource *r = &d->resources[k];
            bool same = kind_from_text(r->kind) == choice->kind;
            bool fits = !choice->by_kind || same != choice->other_kinds;
            bool here = choice->dataset == NULL || choice->dataset == d;
            if (r->is_table && fits && here && is_searched(&f->input.request, &r->uuid)) {
                out[count++] = r->uuid;
            }
        }
    }
    return count;
}

static struct uuid *table_room(const struct search_filling *f)
{
    size_t count = 0;
    for (size_t i = 0; i < f->site.data->count; i++) {
        count += f->site.data->datasets[i].resource_count;
    }
    return arena_array(f->arena, struct uuid, count + 1);
}

// Records of the chosen tables that match. *known is false where these tables never had a field
// that the query asks for.
static status count_chosen(struct search_filling *f, const struct table_choice *choice,
                           uint64_t *total, bool *known, struct error *e)
{
    struct uuid *tables = table_room(f);
    struct error trouble = {0};
    if (tables == NULL) {
        return search_page_no_memory(e);
    }
    *total = 0;
    *known = true;
    size_t count = choose_tables(f, choice, tables);
    if (count == 0) {
        return ST_OK;
    }
    status result = page_count_in(&f->input, f->arena, tables, count, total, &trouble);
    if (result == ST_INVALID) {
        *known = false;
        return ST_OK;
    }
    return result == ST_OK ? ST_OK : error_set(e, result, "%s", trouble.message);
}

// --- kinds -----------------------------------------------------------------------------------

// Where a kind's own tables lack a field, all others tell: what they do not match, it does.
static status count_kind(struct search_filling *f, enum record_kind kind, uint64_t *total,
                         struct error *e)
{
    struct table_choice choice = {.by_kind = true, .kind = kind};
    bool known = false;
    uint64_t others = 0;
    TRY(count_chosen(f, &choice, total, &known, e));
    if (!known) {
        choice.other_kinds = true;
        TRY(count_chosen(f, &choice, &others, &known, e));
        *total = known ? f->result.total - MIN(others, f->result.total) : 0;
    }
    return ST_OK;
}

static status count_kinds(struct search_filling *f, struct error *e)
{
    struct holdings *matches = &f->page.matches;
    uint64_t counted = 0;
    if (f->state.count == 0) { // everything: counts are known
        *matches = portal_holdings(f->site.data);
        return ST_OK;
    }
    for (size_t kind = 0; kind <= KIND_COUNT && counted < f->result.total; kind++) {
        uint64_t total = 0;
        TRY(count_kind(f, (enum record_kind)kind, &total, e));
        if (total > 0) {
            matches->kinds[matches->count++] = (struct kind_count){(enum record_kind)kind, total};
            counted += total;
        }
    }
    return ST_OK;
}

// The same search of one kind alone; "" for tables of no declared kind.
static string_view kind_address(const struct search_filling *f, enum record_kind kind)
{
    struct address state = f->state;
    address_remove(&state, SV("kind"));
    address_remove(&state, SV("offset"));
    address_add(&state, SV("kind"), kind_text(kind));
    return kind == KIND_COUNT ? SV("") : address_print(&state, f->arena);
}

status search_page_fill_kinds(struct search_filling *f, struct error *e)
{
    TRY(count_kinds(f, e));
    for (size_t i = 0; i < f->page.matches.count && f->page.matches.count > 1; i++) {
        f->page.kind_addresses[i] = kind_address(f, f->page.matches.kinds[i].kind);
    }
    return ST_OK;
}

// --- datasets --------------------------------------------------------------------------------

static const struct dataset *find_dataset(const struct search_filling *f, const struct uuid *uuid)
{
    for (size_t i = 0; i < f->site.data->count; i++) {
        if (uuid_compare(&f->site.data->datasets[i].uuid, uuid) == 0) {
            return &f->site.data->datasets[i];
        }
    }
    return NULL;
}

static status fill_dataset(struct search_filling *f, const struct dataset *d,
                           struct matching_dataset *out, struct error *e)
{
    const json_t *json = json_in_arena(f->arena, d->json);
    struct table_choice choice = {.dataset = d};
    bool known = false;
    *out = (struct matching_dataset){
        .title = d->title,
        .slug = d->slug,
        .authors = metadata_authors_line(f->arena, json, 3),
        .excerpt = markdown_to_line(f->arena, json_text(json, "description"), EXCERPT_LENGTH),
        .holdings = dataset_holdings(d),
    };
    return count_chosen(f, &choice, &out->matching, &known, e);
}

// Beside the first results of words only, and of the newest version: the catalogue keeps no older
// one.
static bool wants_datasets(const struct search_filling *f, string_view words)
{
    return words.length > 0 && f->site.view.newest && f->page.offset == 0 &&
           address_value(&f->state, SV("dataset")).length == 0 &&
           address_value(&f->state, SV("table")).length == 0;
}

status search_page_fill_datasets(struct search_filling *f, struct error *e)
{
    string_view words = address_value(&f->state, SV("q"));
    struct uuid *found = NULL;
    size_t count = 0;
    if (!wants_datasets(f, words)) {
        return ST_OK;
    }
    TRY(portal_fill_catalogue(f->api->portal, f->site.view.snapshot, e));
    TRY(catalogue_search(f->api->portal->catalogue, words, DATASETS_FOUND, f->arena, &found, &count,
                         e));
    struct matching_dataset *list = arena_array(f->arena, struct matching_dataset, DATASETS_SHOWN);
    if (list == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        const struct dataset *d = find_dataset(f, &found[i]);
        f->page.dataset_total += d != NULL;
        if (d != NULL && f->page.dataset_count < DATASETS_SHOWN) {
            TRY(fill_dataset(f, d, &list[f->page.dataset_count], e));
            f->page.dataset_count++;
        }
    }
    struct address all;
    address_init(&all, SV("/datasets"));
    address_add(&all, SV("q"), words);
    f->page.datasets = list;
    f->page.datasets_address = address_print(&all, f->arena);
    return ST_OK;
}

// --- nothing found ---------------------------------------------------------------------------

// The one kind of the tables that a search looks at, or that there are several.
static void tell_kind(const struct search_filling *f, const struct search_request *search,
                      struct search_alternative *out)
{
    bool any = false;
    out->kind = KIND_COUNT;
    for (size_t i = 0; i < f->site.data->count && !out->all_kinds; i++) {
        const struct dataset *d = &f->site.data->datasets[i];
        for (size_t k = 0; k < d->resource_count; k++) {
            const struct resource *r = &d->resources[k];
            enum record_kind kind = kind_from_text(r->kind);
            if (r->is_table && r->records > 0 && is_searched(search, &r->uuid)) {
                out->all_kinds = out->all_kinds || (any && kind != out->kind);
                out->kind = kind;
                any = true;
            }
        }
    }
    out->kind = out->all_kinds ? KIND_COUNT : out->kind;
}

// Counts the search without one pair of its state.
static status count_without(struct search_filling *f, const struct address_pair *pair,
                            struct search_alternative *out, struct error *e)
{
    struct address *left = arena_new(f->arena, struct address);
    if (left == NULL) {
        return search_page_no_memory(e);
    }
    *left = f->state;
    address_remove_pair(left, pair->name, pair->value);
    address_remove(left, SV("offset"));
    struct search_input input;
    TRY(page_search_of(f->api, f->request, &f->site.view, left, &input, e));
    TRY(page_count_in(&input, f->arena, input.request.tables, input.request.table_count,
                      &out->total, e));
    tell_kind(f, &input.request, out);
    struct page p = {.arena = f->arena, .site = &f->site.page};
    string_view words = filter_words(&p, pair, f->page.labels, f->page.label_count);
    out->label = excerpt(f->arena, words, LABEL_LENGTH);
    out->address = address_print(left, f->arena);
    return ST_OK;
}

status search_page_fill_without(struct search_filling *f, struct error *e)
{
    struct search_alternative *list =
        arena_array(f->arena, struct search_alternative, WITHOUT_SHOWN);
    if (list == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < f->state.count && f->page.without_count < WITHOUT_SHOWN; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        struct search_alternative *one = &list[f->page.without_count];
        if (!filter_is_control(pair->name)) {
            TRY(count_without(f, pair, one, e));
            f->page.without_count += one->total > 0;
        }
    }
    f->page.without = list;
    return ST_OK;
}
