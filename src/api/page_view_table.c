// SPDX-License-Identifier: Apache-2.0
// Fills what the table needs beside its rows: the addresses that scripts ask for more of them.
#include "api/page_views.h"
#include "api/pages/view_table.h"
#include "api/pages/views.h"

static bool is_continuous(struct search_filling *f)
{
    string_view asked = address_value(&f->state, SV("table.scroll"));
    bool yes = sv_equal(asked, SV("1"));
    if (asked.length > 0 && !yes) {
        search_page_ignore(f, SV("table.scroll"), "it is 1 or not there");
    }
    return yes;
}

static bool is_field(const struct result_column *column)
{
    return column->sortable && !sv_starts_with(column->field, SV("_"));
}

// A comma in a field's name would make two of it: then all fields are asked for.
static void add_fields(struct search_filling *f, struct address *target)
{
    struct buffer list;
    bool fits = true;
    buffer_init(&list, (size_t)1 << 16);
    for (size_t i = 0; i < f->page.column_count; i++) {
        const struct result_column *column = &f->page.columns[i];
        if (is_field(column)) {
            fits = fits && sv_find(column->field, ',') == column->field.length;
            buffer_append_view(&list, list.length > 0 ? SV(",") : SV(""));
            buffer_append_view(&list, column->field);
        }
    }
    if (fits && !list.failed) {
        address_add(target, SV("fields"), arena_copy(f->arena, buffer_view(&list)));
    }
    buffer_release(&list);
}

static string_view fields_address(struct search_filling *f, struct address *target)
{
    static const char *const kept[] = {"dataset", "table", "kind"};
    address_init(target, SV("/api/v1/fields"));
    for (size_t i = 0; i < f->state.count; i++) {
        for (size_t k = 0; k < ARRAY_LENGTH(kept); k++) {
            if (sv_equal(f->state.pairs[i].name, sv_from(kept[k]))) {
                address_add(target, f->state.pairs[i].name, f->state.pairs[i].value);
            }
        }
    }
    address_add(target, SV("limit"), SV("500"));
    address_add(target, SV("version"),
                arena_print(f->arena, "%lld", (long long)f->site.view.version));
    return address_print(target, f->arena);
}

static status fill_parameters(struct search_filling *f, struct view_table *t, struct error *e)
{
    string_view *parameters = arena_array(f->arena, string_view, f->page.column_count + 1);
    if (parameters == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < f->page.column_count; i++) {
        const struct result_column *column = &f->page.columns[i];
        if (is_field(column)) {
            parameters[i] = parameter_of_field(f->arena, column->field);
        }
    }
    t->parameters = parameters;
    return ST_OK;
}

status view_fill_table(struct search_filling *f, struct error *e)
{
    struct view_table *t = arena_new(f->arena, struct view_table);
    struct address *target = arena_new(f->arena, struct address);
    if (t == NULL || target == NULL) {
        return search_page_no_memory(e);
    }
    f->page.table = t;
    t->continuous = is_continuous(f);
    *target = f->state;
    address_remove(target, SV("offset"));
    address_set(target, SV("table.scroll"), t->continuous ? SV("") : SV("1"));
    t->other_address = address_print(target, f->arena);
    if (!t->continuous) {
        return ST_OK;
    }
    page_api_state(f->arena, &f->state, f->site.view.version, SV("/api/v1/records"), NULL, target);
    address_add(target, SV("sort"),
                page_orders_by_kind(&f->state) ? SV("_kind")
                                               : address_value(&f->state, SV("sort")));
    add_fields(f, target);
    t->api_address = address_print(target, f->arena);
    t->fields_address = fields_address(f, target);
    return fill_parameters(f, t, e);
}
