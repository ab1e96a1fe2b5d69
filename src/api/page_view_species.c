// SPDX-License-Identifier: Apache-2.0
// Fills the list of a search's taxa: which field is listed, a page of its values, their pictures.
#include "api/page_media.h"
#include "api/page_views.h"
#include "api/pages/terms.h"
#include "api/pages/view_species.h"
#include "api/pages/views.h"
#include "api/taxon_ranks.h"
#include "api/value_list.h"

#define ROWS_SHOWN  ((size_t)50)
#define OFFSET_MOST SEARCH_LIMIT_FACET_OFFSET

// Names of whole taxa, then the ranks up to the widest; the first that there is stands for the
// species.
static const char *const names[] = {"scientificName", "currentScientificName", "acceptedNameUsage"};
#define LEVELS (ARRAY_LENGTH(names) + TAXON_GROUPS + 1)

static string_view level_name(size_t level)
{
    return level < ARRAY_LENGTH(names) ? sv_from(names[level])
                                       : taxon_rank_field(LEVELS - 1 - level);
}

static string_view list_address(const struct search_filling *f, const char *name, string_view value)
{
    struct address *target = arena_new(f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    *target = f->state;
    address_remove(target, SV("offset"));
    address_set(target, sv_from(name), value);
    return address_print(target, f->arena);
}

static status fill_levels(struct search_filling *f, struct view_species *s, struct error *e)
{
    struct species_level *list = arena_array(f->arena, struct species_level, LEVELS);
    if (list == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < LEVELS; i++) {
        string_view field = field_spelling(&f->fields, level_name(i));
        if (field.length > 0) {
            string_view asked = s->level_count == 0 ? SV("") : field;
            list[s->level_count] =
                (struct species_level){field, list_address(f, "species.by", asked)};
            s->level_count++;
        }
    }
    s->levels = list;
    return ST_OK;
}

// The field asked, or the first level.
static void choose_field(struct search_filling *f, struct view_species *s)
{
    string_view asked = address_value(&f->state, SV("species.by"));
    s->field = s->level_count > 0 ? s->levels[0].field : SV("");
    if (asked.length > 0) {
        string_view field = field_spelling(&f->fields, asked);
        if (field.length > 0) {
            s->field = field;
        } else {
            search_page_ignore(f, SV("species.by"), "none of the tables has such a field");
        }
    }
}

static void choose_order(struct search_filling *f, struct view_species *s)
{
    string_view sort = address_value(&f->state, SV("species.sort"));
    s->by_name = sv_equal(sort, SV("name"));
    if (sort.length > 0 && !s->by_name && !sv_equal(sort, SV("count"))) {
        search_page_ignore(f, SV("species.sort"), "it is name or count");
    }
    s->name_address = list_address(f, "species.sort", SV("name"));
    s->count_address = list_address(f, "species.sort", SV(""));
}

static status fill_rows(struct search_filling *f, struct view_species *s,
                        const struct listed_values *list, struct error *e)
{
    struct species_row *rows = arena_array(f->arena, struct species_row, list->count + 1);
    if (rows == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < list->count; i++) {
        const struct listed_value *value = &list->values[i];
        struct value_picture picture;
        TRY(page_picture_of_value(f, s->field, value->value, &picture, e));
        rows[i] = (struct species_row){
            .name = value->value,
            .about = taxon_path(f->arena, s->field, value->value),
            .address = page_value_address(f->arena, &f->state, s->field, value->value),
            .count = value->count,
            .has_years = value->has_range,
            .first = (int64_t)value->least,
            .last = (int64_t)value->greatest,
            .picture = picture.thumbnail,
            .picture_address = picture.record,
        };
        s->pictures = s->pictures || picture.thumbnail.length > 0;
    }
    s->rows = rows;
    s->row_count = list->count;
    return ST_OK;
}

static string_view missing_address(const struct search_filling *f, string_view field)
{
    struct address *target = arena_new(f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    view_address(&f->state, VIEW_TABLE, target);
    address_set(target, parameter_of_field(f->arena, field), SV("!*"));
    return address_print(target, f->arena);
}

static string_view csv_address(const struct search_filling *f, const struct view_species *s,
                               string_view year)
{
    static const char *const own[] = {"field", "span", "arrange", "format", NULL};
    struct address *target = arena_new(f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    page_api_state(f->arena, &f->state, f->site.view.version, SV("/api/v1/values"), own, target);
    address_add(target, SV("field"), s->field);
    address_add(target, SV("span"), year);
    address_add(target, SV("arrange"), s->by_name ? SV("value") : SV(""));
    address_add(target, SV("format"), SV("csv"));
    return address_print(target, f->arena);
}

status view_fill_species(struct search_filling *f, struct error *e)
{
    struct view_species *s = arena_new(f->arena, struct view_species);
    struct listed_values list = {0};
    uint64_t offset = 0;
    if (s == NULL) {
        return search_page_no_memory(e);
    }
    f->page.species = s;
    TRY(fill_levels(f, s, e));
    choose_field(f, s);
    choose_order(f, s);
    if (s->field.length == 0) {
        return ST_OK;
    }
    string_view year = field_spelling(&f->fields, SV("year"));
    bool asked_offset = sv_to_uint64(address_value(&f->state, SV("offset")), &offset);
    s->offset = asked_offset ? MIN(offset, (uint64_t)OFFSET_MOST) : 0;
    s->limit = ROWS_SHOWN;
    const struct value_list_request asked = {.field = s->field,
                                             .range = year,
                                             .by_value = s->by_name,
                                             .offset = (size_t)s->offset,
                                             .limit = ROWS_SHOWN};
    TRY(value_list_make(f->site.view.snapshot, &f->input.request, &asked, f->arena, &list, e));
    s->is_name = term_is_name(s->field);
    s->years = year.length > 0;
    s->distinct = list.distinct;
    s->missing = list.missing;
    s->missing_address = missing_address(f, s->field);
    s->csv_address = csv_address(f, s, year);
    return fill_rows(f, s, &list, e);
}
