// SPDX-License-Identifier: Apache-2.0
// Fills the view "compare" and what it offers: presets, searches to take away, datasets to add.
#include "api/page_view_compare_internal.h"
#include "api/pages/terms.h"

#include <stdlib.h>

#define DATASETS_MOST ((size_t)60)
#define YEAR_MS       (INT64_C(31557600000))

static string_view with_pairs(struct comparing *c, string_view path, const char *measure,
                              string_view of, string_view by)
{
    struct address target = c->f->state;
    target.path = path;
    address_set(&target, SV("compare.measure"), sv_from(measure));
    address_set(&target, SV("compare.of"), of);
    address_set(&target, SV("compare.by"), by);
    address_remove(&target, SV("compare.term"));
    return address_print(&target, c->f->arena);
}

// The study of rule C5, where the tables have a sex.
static status offer_presets(struct comparing *c, struct error *e)
{
    static const char *const names[] = {"class", "order", "year", "institutionCode", "typeStatus"};
    struct page_link *presets = arena_array(c->f->arena, struct page_link, 8);
    const struct search_outline *sex = field_with_values(&c->f->fields, SV("sex"));
    struct page words = {.arena = c->f->arena, .site = &c->f->site.page};
    size_t count = 0;
    if (presets == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(names) && sex != NULL; i++) {
        const struct search_outline *by = field_with_values(&c->f->fields, sv_from(names[i]));
        if (by != NULL) {
            presets[count++] = (struct page_link){
                .label = term_words(&words, by->name),
                .address = with_pairs(c, SV("/search"), "share", sex->name, by->name)};
        }
    }
    if (count > 0) {
        presets[count++] = (struct page_link){
            .address = with_pairs(c, SV("/search"), "species", sex->name,
                                  c->asked.has_by ? c->asked.by.field : SV("-"))};
    }
    c->page->presets = presets;
    c->page->preset_count = count;
    return ST_OK;
}

static string_view with_search(struct comparing *c, string_view given)
{
    struct address target = c->f->state;
    address_add(&target, SV("compare.with"), given);
    return address_print(&target, c->f->arena);
}

static void offer_searches(struct comparing *c)
{
    struct search_filling *f = c->f;
    bool filters = c->sides[0].state.count > 0;
    moment before = f->site.view.version - YEAR_MS;
    struct address then = c->sides[0].state;
    if (c->page->search_count + c->page->failed_count == COMPARE_MOST) {
        return;
    }
    if (filters && !address_has(&f->state, SV("compare.with"), SV("/search"))) {
        c->page->everything_address = with_search(c, SV("/search"));
    }
    if (before > 0 && snapshot_commit_at(f->site.view.snapshot, before) > 0) {
        address_set(&then, SV("version"), arena_print(f->arena, "%lld", (long long)before));
        c->page->before_address = with_search(c, address_print(&then, f->arena));
    }
}

static int by_label(const void *a, const void *b)
{
    return sv_compare(((const struct page_link *)a)->label, ((const struct page_link *)b)->label);
}

static status offer_datasets(struct comparing *c, struct error *e)
{
    const struct dataset_view *data = c->f->site.data;
    struct page_link *links = arena_array(c->f->arena, struct page_link, DATASETS_MOST + 1);
    size_t count = 0;
    if (links == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < data->count && count < DATASETS_MOST; i++) {
        struct address target;
        address_init(&target, SV("/search"));
        address_add(&target, SV("dataset"), data->datasets[i].slug);
        links[count++] = (struct page_link){.label = data->datasets[i].title,
                                            .address = address_print(&target, c->f->arena)};
    }
    qsort(links, count, sizeof *links, by_label);
    c->page->datasets = links;
    c->page->dataset_count = count;
    return ST_OK;
}

static string_view file_address(struct comparing *c, const char *path)
{
    struct address target = c->f->state;
    target.path = sv_from(path);
    address_remove(&target, SV("offset"));
    return address_print(&target, c->f->arena);
}

status view_fill_compare(struct search_filling *f, struct error *e)
{
    struct comparing *c = arena_new(f->arena, struct comparing);
    struct view_compare *page = arena_new(f->arena, struct view_compare);
    const struct search_request *search = &f->input.request;
    if (c == NULL || page == NULL) {
        return search_page_no_memory(e);
    }
    c->f = f;
    c->page = page;
    TRY(page_fields(&f->site.view, search->tables, search->table_count, true, f->arena, &c->typed,
                    e));
    TRY(compare_choose(c, e));
    TRY(compare_list_sides(c, e));
    TRY(compare_prepare_sides(c, e));
    if (page->trouble.length == 0) {
        TRY(compare_make(f, c->sides, &c->asked, page, e));
    }
    TRY(offer_presets(c, e));
    offer_searches(c);
    TRY(offer_datasets(c, e));
    TRY(charts_choices(f, &c->typed, &page->choices, &page->choice_count, e));
    page->svg_address = file_address(c, "/search/chart.svg");
    page->csv_address = file_address(c, "/search/chart.csv");
    f->page.compare = page;
    return ST_OK;
}
