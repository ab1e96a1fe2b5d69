// SPDX-License-Identifier: Apache-2.0
// Tables by what they are of, then the fields that have values in those of the core.
#include "api/dwca_plan.h"

#include "api/page_searches.h"

#include <stdlib.h>

#define DYNAMIC SV("dynamicProperties")

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to plan an archive");
}

// --- tables ----------------------------------------------------------------------------------

struct planning {
    const struct download *download;
    struct arena *arena;
    struct dwca_plan *plan;
    const struct search_outline *fields; // that have values
    size_t field_count;
};

struct planned_table {
    struct uuid uuid;
    enum dwca_core core;
    uint64_t records;
};

static bool has_field(const struct search_outline *fields, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (fields[i].records > 0 && sv_equal_ignore_case(fields[i].name, sv_from(name))) {
            return true;
        }
    }
    return false;
}

static bool has_any(const struct search_outline *fields, size_t count, const char *const *names)
{
    for (size_t i = 0; names[i] != NULL; i++) {
        if (has_field(fields, count, names[i])) {
            return true;
        }
    }
    return false;
}

// What a table's records are: as it says itself, else as its fields do. A record of a name alone is
// a taxon, one of a gathering without what was found an event.
static status core_of_table(const struct planning *p, const struct resource *r, enum dwca_core *out,
                            struct error *e)
{
    static const char *const found[] = {"occurrenceID", "basisOfRecord",    "catalogNumber",
                                        "recordedBy",   "occurrenceStatus", NULL};
    static const char *const names[] = {"taxonID",           "acceptedNameUsageID",
                                        "taxonomicStatus",   "parentNameUsageID",
                                        "acceptedNameUsage", NULL};
    static const char *const gathered[] = {"scientificName", "scientificNameID", NULL};
    const struct view *view = &p->download->input.view;
    const struct store_table *table = snapshot_table_by_uuid(view->snapshot, &r->uuid);
    string_view key = table == NULL ? SV("") : table->key_field;
    *out = DWCA_OCCURRENCE;
    if (sv_equal(r->kind, SV("checklist")) || sv_equal_ignore_case(key, SV("taxonID"))) {
        *out = DWCA_TAXON;
    } else if (sv_equal_ignore_case(key, SV("eventID"))) {
        *out = DWCA_EVENT;
    } else if (r->kind.length == 0 || sv_equal(r->kind, SV("research"))) {
        const struct search_outline *fields = NULL;
        size_t count = 0;
        TRY(search_outlines(view->snapshot, &scope_public, p->arena, &r->uuid, 1, view->commit,
                            false, &fields, &count, e));
        if (has_any(fields, count, names) && !has_any(fields, count, found)) {
            *out = DWCA_TAXON;
        } else if (has_field(fields, count, "eventID") && !has_any(fields, count, gathered) &&
                   !has_field(fields, count, "occurrenceID")) {
            *out = DWCA_EVENT;
        }
    }
    return ST_OK;
}

static status count_table(const struct planning *p, const struct contribution *c,
                          const struct resource *r, uint64_t *out, struct error *e)
{
    struct error trouble = {0};
    if (c->dataset->resource_count == 1) {
        *out = c->records;
        return ST_OK;
    }
    // A table that never had a field that is asked for has no matches.
    status result = page_count_in(&p->download->input, p->arena, &r->uuid, 1, out, &trouble);
    *out = result == ST_OK ? *out : 0;
    return result == ST_OK || result == ST_INVALID ? ST_OK
                                                   : error_set(e, result, "%s", trouble.message);
}

static status gather_tables(const struct planning *p, const struct package_notes *notes,
                            struct planned_table **out, size_t *count, struct error *e)
{
    size_t most = 0;
    for (size_t i = 0; i < notes->dataset_count; i++) {
        most += notes->datasets[i].dataset->resource_count;
    }
    *out = arena_array(p->arena, struct planned_table, most + 1);
    *count = 0;
    if (*out == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < notes->dataset_count; i++) {
        const struct contribution *c = &notes->datasets[i];
        for (size_t k = 0; k < c->dataset->resource_count; k++) {
            const struct resource *r = &c->dataset->resources[k];
            struct planned_table *t = &(*out)[*count];
            if (r->is_table && r->records > 0 &&
                contribution_is_asked(&p->download->input.request, &r->uuid)) {
                *t = (struct planned_table){.uuid = r->uuid};
                TRY(count_table(p, c, r, &t->records, e));
                TRY(core_of_table(p, r, &t->core, e));
                *count += t->records > 0;
            }
        }
    }
    return ST_OK;
}

static status choose_tables(const struct planning *p, const struct package_notes *notes,
                            enum dwca_core asked, struct error *e)
{
    struct dwca_plan *plan = p->plan;
    struct planned_table *tables = NULL;
    size_t count = 0;
    TRY(gather_tables(p, notes, &tables, &count, e));
    struct uuid *kept = arena_array(p->arena, struct uuid, count + 1);
    if (kept == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        plan->left_out[tables[i].core] += tables[i].records;
    }
    plan->core = asked == DWCA_CORES ? DWCA_OCCURRENCE : asked;
    for (size_t i = 0; i < DWCA_CORES && asked == DWCA_CORES; i++) {
        plan->core =
            plan->left_out[i] > plan->left_out[plan->core] ? (enum dwca_core)i : plan->core;
    }
    plan->records = plan->left_out[plan->core];
    plan->left_out[plan->core] = 0;
    for (size_t i = 0; i < count; i++) {
        if (tables[i].core == plan->core) {
            kept[plan->table_count++] = tables[i].uuid;
        }
    }
    plan->tables = kept;
    plan->file = arena_print(p->arena, "%s.txt", dwca_core_names[plan->core]);
    return plan->file.bytes == NULL ? no_memory(e) : ST_OK;
}

// --- fields ----------------------------------------------------------------------------------

static string_view top_of(string_view field)
{
    return sv_slice(field, 0, sv_find(field, '.'));
}

// Whether the request wants the field: it names no fields, or this one, or one above it.
static bool is_wanted(const struct search_input *input, string_view field)
{
    for (size_t i = 0; i < input->field_count; i++) {
        string_view asked = input->fields[i];
        bool above = field.length > asked.length && field.bytes[asked.length] == '.' &&
                     sv_equal_ignore_case(sv_slice(field, 0, asked.length), asked);
        if (above || sv_equal_ignore_case(field, asked)) {
            return true;
        }
    }
    return input->field_count == 0;
}

static status gather_fields(struct planning *p, struct error *e)
{
    const struct search_input *input = &p->download->input;
    const struct search_outline *all = NULL;
    size_t count = 0;
    if (p->plan->table_count > 0) {
        TRY(search_outlines(input->view.snapshot, &scope_public, p->arena, p->plan->tables,
                            p->plan->table_count, input->view.commit, false, &all, &count, e));
    }
    struct search_outline *kept = arena_array(p->arena, struct search_outline, count + 1);
    if (kept == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        if (all[i].records > 0 && is_wanted(input, all[i].name)) {
            kept[p->field_count++] = all[i];
        }
    }
    p->fields = kept;
    return ST_OK;
}

static bool is_in_list(const struct search_outline *f)
{
    return f->nested && top_of(f->name).length < f->name.length &&
           dwca_extension(top_of(f->name), false) != NULL;
}

static bool is_flat(const struct search_outline *f)
{
    return !f->nested && top_of(f->name).length == f->name.length;
}

// Whether every table of the core keeps its keys in the field "id": the archive's first column.
static bool id_is_key(const struct planning *p)
{
    for (size_t i = 0; i < p->plan->table_count; i++) {
        const struct store_table *t =
            snapshot_table_by_uuid(p->download->input.view.snapshot, &p->plan->tables[i]);
        if (t == NULL || !sv_equal(t->key_field, SV("id"))) {
            return false;
        }
    }
    return true;
}

// --- columns of the core ---------------------------------------------------------------------

// The field that has the term: by its very name, else in other letters; NULL for none.
static const struct search_outline *field_of_term(const struct planning *p, string_view name)
{
    const struct search_outline *found = NULL;
    for (size_t i = 0; i < p->field_count; i++) {
        const struct search_outline *f = &p->fields[i];
        if (is_in_list(f)) {
            continue;
        }
        if (sv_equal(f->name, name)) {
            return f;
        }
        found = found == NULL && sv_equal_ignore_case(f->name, name) ? f : found;
    }
    return found;
}

// Of rule D2, and what names a record. Occurrences have all of these terms.
static const char *const filled_names[DWCA_CORES][DWCA_FILLED_MOST] = {
    {"occurrenceID", "datasetID", "datasetName", "institutionCode", "license", "rightsHolder"},
    {"taxonID", "datasetID", "datasetName", "institutionCode", "license", "rightsHolder"},
    {"eventID", "datasetID", "datasetName", "institutionCode", "license", "rightsHolder"},
};

static void add_filled(struct planning *p, bool constant)
{
    struct dwca_plan *plan = p->plan;
    for (size_t i = 0; i < DWCA_FILLED_MOST; i++) {
        struct dwca_column *c = &plan->filled[plan->filled_count];
        string_view name = sv_from(filled_names[plan->core][i]);
        const struct search_outline *field = field_of_term(p, name);
        if ((field == NULL) == constant &&
            dwca_term_find(&dwca_cores[DWCA_OCCURRENCE], name, &c->term)) {
            c->field = field == NULL ? SV("") : field->name;
            plan->filled_count++;
            plan->constant_count += constant;
        }
    }
}

static bool is_filled(const struct dwca_plan *plan, string_view field)
{
    for (size_t i = 0; i < plan->filled_count; i++) {
        if (sv_equal(plan->filled[i].field, field)) {
            return true;
        }
    }
    return false;
}

// One field of the core that is not filled: a column of its own, or the house's.
static void place_field(struct planning *p, const struct search_outline *f, string_view *house,
                        string_view *nested)
{
    struct dwca_plan *plan = p->plan;
    struct dwca_term term;
    bool is_term = dwca_term_find(&dwca_cores[plan->core], f->name, &term) &&
                   field_of_term(p, term.name) == f && !sv_equal(term.name, DYNAMIC);
    if (is_term) {
        plan->columns[plan->column_count++] = (struct dwca_column){f->name, term};
    } else if (is_flat(f)) {
        house[plan->house_count++] = f->name;
    } else {
        nested[plan->nested_count++] = f->name;
    }
}

static status place_fields(struct planning *p, struct error *e)
{
    struct dwca_plan *plan = p->plan;
    bool leaves_id = id_is_key(p);
    string_view *house = arena_array(p->arena, string_view, p->field_count + 1);
    string_view *nested = arena_array(p->arena, string_view, p->field_count + 1);
    plan->columns = arena_array(p->arena, struct dwca_column, p->field_count + 1);
    if (house == NULL || nested == NULL || plan->columns == NULL) {
        return no_memory(e);
    }
    add_filled(p, true);
    add_filled(p, false);
    for (size_t i = 0; i < p->field_count; i++) {
        const struct search_outline *f = &p->fields[i];
        bool is_id = leaves_id && sv_equal(f->name, SV("id"));
        if (!is_in_list(f) && !is_id && !is_filled(plan, f->name)) {
            place_field(p, f, house, nested);
        }
    }
    plan->house = house;
    plan->nested = nested;
    return ST_OK;
}

// --- lists -----------------------------------------------------------------------------------

static string_view lower_case(struct arena *arena, string_view name)
{
    char *letters = arena_alloc(arena, name.length + 1);
    for (size_t i = 0; letters != NULL && i < name.length; i++) {
        bool upper = name.bytes[i] >= 'A' && name.bytes[i] <= 'Z';
        letters[i] = (char)(upper ? name.bytes[i] | 0x20 : name.bytes[i]);
    }
    return (string_view){letters, letters == NULL ? 0 : name.length};
}

// A member of an element that is no term, once.
static void add_member(struct dwca_list *l, string_view *house, string_view member)
{
    for (size_t i = 0; i < l->count; i++) {
        if (sv_equal(l->columns[i].field, member)) {
            return;
        }
    }
    for (size_t i = 0; i < l->house_count; i++) {
        if (sv_equal(house[i], member)) {
            return;
        }
    }
    house[l->house_count++] = member;
}

// The list whose fields are those from `first` to before `end`.
static status add_list(struct planning *p, size_t first, size_t end, struct error *e)
{
    struct dwca_list *l = &p->plan->lists[p->plan->list_count++];
    string_view name = top_of(p->fields[first].name);
    bool audiovisual = false;
    l->name = name;
    l->file = arena_print(p->arena, SV_FORMAT ".txt", SV_ARGUMENT(lower_case(p->arena, name)));
    l->columns = arena_array(p->arena, struct dwca_column, end - first + 1);
    string_view *house = arena_array(p->arena, string_view, end - first + 1);
    if (l->columns == NULL || l->file.bytes == NULL || house == NULL) {
        return no_memory(e);
    }
    l->house = house;
    l->is_flat = true;
    for (size_t i = first; i < end; i++) {
        string_view field = sv_slice(p->fields[i].name, name.length + 1, SIZE_MAX);
        audiovisual |= sv_equal(field, SV("accessURI"));
        l->is_flat = l->is_flat && top_of(field).length == field.length;
    }
    l->type = dwca_extension(name, audiovisual);
    for (size_t i = first; i < end; i++) {
        struct dwca_column *c = &l->columns[l->count];
        c->field = sv_slice(p->fields[i].name, name.length + 1, SIZE_MAX);
        bool is_term = dwca_term_find(l->type, c->field, &c->term);
        for (size_t k = 0; k < l->count; k++) {
            is_term = is_term && !sv_equal(l->columns[k].term.name, c->term.name);
        }
        l->count += is_term;
        if (!is_term) {
            add_member(l, house, top_of(c->field));
        }
    }
    return ST_OK;
}

static status add_lists(struct planning *p, struct error *e)
{
    p->plan->lists = arena_array(p->arena, struct dwca_list, p->field_count + 1);
    if (p->plan->lists == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < p->field_count; i++) {
        size_t end = i + 1;
        if (!is_in_list(&p->fields[i])) {
            continue;
        }
        while (end < p->field_count && is_in_list(&p->fields[end]) &&
               sv_equal(top_of(p->fields[end].name), top_of(p->fields[i].name))) {
            end++;
        }
        TRY(add_list(p, i, end, e));
        i = end - 1;
    }
    return ST_OK;
}

status dwca_plan_make(const struct download *d, const struct package_notes *notes,
                      enum dwca_core asked, struct arena *arena, struct dwca_plan *out,
                      struct error *e)
{
    struct planning p = {.download = d, .arena = arena, .plan = out};
    *out = (struct dwca_plan){0};
    TRY(choose_tables(&p, notes, asked, e));
    TRY(gather_fields(&p, e));
    TRY(place_fields(&p, e));
    return add_lists(&p, e);
}

// --- files -----------------------------------------------------------------------------------

static struct dwca_term dynamic_properties(void)
{
    struct dwca_term term = {0};
    (void)dwca_term_find(&dwca_cores[DWCA_OCCURRENCE], DYNAMIC, &term);
    return term;
}

status dwca_plan_core(const struct dwca_plan *p, struct arena *arena, struct dwca_header *out,
                      struct error *e)
{
    size_t count = p->filled_count + p->column_count + 1;
    struct dwca_term *terms = arena_array(arena, struct dwca_term, count);
    if (terms == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < p->filled_count; i++) {
        terms[i] = p->filled[i].term;
    }
    for (size_t i = 0; i < p->column_count; i++) {
        terms[p->filled_count + i] = p->columns[i].term;
    }
    terms[count - 1] = dynamic_properties();
    *out = (struct dwca_header){terms, count};
    return ST_OK;
}

status dwca_plan_list(const struct dwca_list *l, struct arena *arena, struct dwca_header *out,
                      struct error *e)
{
    struct dwca_term *terms = arena_array(arena, struct dwca_term, l->count + 1);
    if (terms == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < l->count; i++) {
        terms[i] = l->columns[i].term;
    }
    terms[l->count] = dynamic_properties();
    *out = (struct dwca_header){terms, l->count + (l->house_count > 0)};
    return ST_OK;
}

void dwca_plan_id(const struct dwca_plan *p, string_view table_slug, string_view key,
                  struct buffer *out)
{
    if (p->table_count > 1) {
        buffer_append_view(out, table_slug);
        buffer_append_byte(out, '/');
    }
    buffer_append_view(out, key);
}
