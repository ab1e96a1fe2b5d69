// SPDX-License-Identifier: Apache-2.0
// Groups of several searches, matched by their names. A share of a field with one value a record is
// counted by groups of its terms, which the engine takes from columns alone; of lists, by its
// measure, which reads the values of each record.
#include "api/compare_ask.h"

#include "base/fold.h"
#include "portal/datasets.h"
#include "query/share.h"

#include <math.h>
#include <stdlib.h>

#define ROWS_MOST   ((size_t)25) // groups of each search that are shown, of times 80
#define TIMES_MOST  ((size_t)80)
#define VALUES_MOST 500 // that are read for the address of a term
#define LINKED_MOST 30
#define NORMAL_975  1.959963984540054

struct asking {
    struct search_filling *f;
    const struct compare_asked *asked;
    struct view_compare *out;
    struct compare_side *side;
    const struct grouping *groups[COMPARE_MOST]; // by group (and term)
    struct compare_row *rows;
    struct bucket_name *names; // beside them
    size_t row_count, row_room;
};

// --- asking ----------------------------------------------------------------------------------

static bool by_terms(const struct compare_asked *a)
{
    return a->measure == COMPARE_SPECIES || (a->measure == COMPARE_SHARE && !a->of_list);
}

// What one record is in: the group, the species, the term, as far as they are asked.
static size_t list_buckets(const struct compare_asked *a, bool grouped, struct bucket_request by[3])
{
    size_t count = 0;
    if (grouped && a->has_by) {
        by[count++] = a->by;
    }
    if (a->measure == COMPARE_SPECIES) {
        by[count++] = (struct bucket_request){.field = a->species, .kind = BUCKET_VALUE};
    }
    if (by_terms(a)) {
        by[count++] = a->of;
    }
    return count;
}

static struct measure_request measure_of(const struct compare_asked *a)
{
    static const enum measure_kind kinds[COMPARE_MEASURES] = {
        [COMPARE_SHARE] = MEASURE_SHARE,
        [COMPARE_DISTINCT] = MEASURE_DISTINCT,
        [COMPARE_MEAN] = MEASURE_MEAN,
    };
    return (struct measure_request){
        .kind = kinds[a->measure], .field = a->of.field, .vocabulary = a->of.vocabulary};
}

static status ask(struct asking *a, const struct grouping **whole, const struct grouping **grouped,
                  struct error *e)
{
    const struct compare_asked *asked = a->asked;
    bool measured = asked->measure != COMPARE_COUNT && !by_terms(asked);
    struct bucket_request by[2][3];
    string_view *part = arena_array(a->f->arena, string_view, 1);
    struct measure_request measure = measure_of(asked);
    if (part == NULL) {
        return search_page_no_memory(e);
    }
    if (asked->measure == COMPARE_SHARE && measured) {
        part[0] = asked->of.vocabulary->terms[asked->term];
        measure.values = part;
        measure.value_count = 1;
    }
    struct group_request groups[2];
    for (size_t i = 0; i < 2; i++) {
        groups[i] = (struct group_request){.by = by[i],
                                           .by_count = list_buckets(asked, i == 1, by[i]),
                                           .measures = &measure,
                                           .measure_count = measured};
    }
    const struct summary_request request = {.groups = groups, .group_count = asked->has_by ? 2 : 1};
    struct search_request rows = a->side->input.request;
    struct summary summary = {0};
    rows.facet_count = 0;
    rows.sort_count = 0;
    rows.limit = 0;
    rows.offset = 0;
    TRY(search_summary(a->side->input.view.snapshot, &scope_public, a->f->arena, &rows, &request,
                       &summary, e));
    *whole = summary.groups;
    *grouped = asked->has_by ? summary.groups + 1 : NULL;
    return ST_OK;
}

// --- cells -----------------------------------------------------------------------------------

static uint64_t base_of(const struct compare_asked *a)
{
    return a->of.vocabulary->share_base | UINT64_C(1) << a->term;
}

static size_t term_of(const struct compare_asked *a, const struct bucket_name *name)
{
    const struct vocabulary *v = a->of.vocabulary;
    size_t term = name->missing ? v->missing : vocabulary_term(v, name->text);
    return term < v->term_count ? term : v->other;
}

static void tell_share(const struct compare_asked *a, struct compare_cell *cell)
{
    for (size_t i = 0; i < a->of.vocabulary->term_count; i++) {
        cell->base += (base_of(a) >> i & 1) != 0 ? cell->terms[i] : 0;
    }
    cell->part = cell->terms[a->term];
    cell->has_value = cell->base > 0;
    cell->has_interval = cell->base > 0;
    if (cell->base > 0) {
        cell->value = (double)cell->part / (double)cell->base;
        share_interval(cell->part, cell->base, &cell->low, &cell->high);
    }
}

// Cells first..end are those of one group; `at` is where their term's name stands.
static status share_cell(struct asking *a, const struct grouping *g, size_t first, size_t end,
                         size_t at, struct compare_cell *out, struct error *e)
{
    uint64_t *terms = arena_array(a->f->arena, uint64_t, a->asked->of.vocabulary->term_count + 1);
    if (terms == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = first; i < end; i++) {
        terms[term_of(a->asked, &g->cells[i].by[at])] += g->cells[i].count;
        out->count += g->cells[i].count;
    }
    out->terms = terms;
    tell_share(a->asked, out);
    return ST_OK;
}

struct mean {
    uint64_t count;
    double sum, squares;
};

static void tell_mean(const struct mean *m, struct compare_cell *out)
{
    out->base = m->count;
    out->has_value = m->count > 0;
    if (m->count > 0) {
        double n = (double)m->count;
        out->value = m->sum / n;
        double spread = MAX(m->squares / n - out->value * out->value, 0);
        double error = m->count > 1 ? NORMAL_975 * sqrt(spread / (n - 1)) : 0;
        out->has_interval = m->count > 1;
        out->low = MAX(out->value - error, 0);
        out->high = MIN(out->value + error, 1);
    }
}

static bool same_name(const struct bucket_name *x, const struct bucket_name *y)
{
    return x->missing == y->missing && x->is_number == y->is_number &&
           (x->missing ||
            (x->is_number ? x->number == y->number : fold_case_equal(x->text, y->text)));
}

// Runs of one species within a group; records of no species are left out.
static void species_cell(struct asking *a, const struct grouping *g, size_t first, size_t end,
                         size_t at, struct compare_cell *out)
{
    struct mean m = {0};
    for (size_t i = first; i < end;) {
        const struct bucket_name *species = &g->cells[i].by[at];
        uint64_t part = 0;
        uint64_t base = 0;
        size_t next = i;
        while (next < end && same_name(&g->cells[next].by[at], species)) {
            size_t term = term_of(a->asked, &g->cells[next].by[at + 1]);
            uint64_t count = g->cells[next].count;
            part += term == a->asked->term ? count : 0;
            base += (base_of(a->asked) >> term & 1) != 0 ? count : 0;
            out->count += count;
            next++;
        }
        if (base > 0 && !species->missing) {
            double share = (double)part / (double)base;
            m.count++;
            m.sum += share;
            m.squares += share * share;
        }
        i = next;
    }
    tell_mean(&m, out);
}

static status measured_cell(struct asking *a, const struct group_cell *cell,
                            struct compare_cell *out, struct error *e)
{
    const struct measure *m = cell->measures;
    out->count = cell->count;
    out->has_value = true;
    switch (a->asked->measure) {
    case COMPARE_DISTINCT:
        out->value = (double)m->count;
        return ST_OK;
    case COMPARE_MEAN:
        out->has_value = m->count > 0;
        out->value = m->number;
        return ST_OK;
    case COMPARE_SHARE: {
        uint64_t *terms = arena_array(a->f->arena, uint64_t, m->term_count + 1);
        if (terms == NULL) {
            return search_page_no_memory(e);
        }
        for (size_t i = 0; i < m->term_count; i++) {
            const struct bucket_name name = {.text = m->counts[i].term};
            terms[term_of(a->asked, &name)] += m->counts[i].count;
        }
        out->terms = terms;
        tell_share(a->asked, out);
        return ST_OK;
    }
    default:
        out->value = (double)cell->count;
        return ST_OK;
    }
}

// The cell of one group: `at` names stand before the species or term.
static status fill_cell(struct asking *a, const struct grouping *g, size_t first, size_t end,
                        size_t at, struct compare_cell *out, struct error *e)
{
    *out = (struct compare_cell){.address = out->address};
    if (first == end) {
        return ST_OK;
    }
    if (a->asked->measure == COMPARE_SPECIES) {
        species_cell(a, g, first, end, at, out);
        return ST_OK;
    }
    return by_terms(a->asked) ? share_cell(a, g, first, end, at, out, e)
                              : measured_cell(a, &g->cells[first], out, e);
}

// --- rows ------------------------------------------------------------------------------------

static bool is_time(const struct compare_asked *a)
{
    return a->has_by && a->by.kind != BUCKET_VALUE && a->by.kind != BUCKET_TERM;
}

static size_t find_row(const struct asking *a, const struct bucket_name *name)
{
    size_t i = 0;
    while (i < a->row_count && !same_name(&a->names[i], name)) {
        i++;
    }
    return i;
}

static size_t group_end(const struct grouping *g, size_t first)
{
    size_t end = first + 1;
    while (end < g->cell_count && same_name(&g->cells[end].by[0], &g->cells[first].by[0])) {
        end++;
    }
    return end;
}

struct ranked {
    size_t first;
    uint64_t count;
    bool missing;
};

static int by_count(const void *x, const void *y)
{
    const struct ranked *a = x;
    const struct ranked *b = y;
    if (a->missing != b->missing) {
        return a->missing ? 1 : -1;
    }
    return a->count != b->count ? (a->count < b->count ? 1 : -1)
                                : (a->first > b->first) - (a->first < b->first);
}

// The groups of one search that are shown: those with the most records (of shares: of the terms
// that the share is of), or all times.
static status choose_rows(struct asking *a, const struct grouping *g, struct error *e)
{
    struct ranked *ranked = arena_array(a->f->arena, struct ranked, g->cell_count + 1);
    size_t count = 0;
    if (ranked == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t first = 0; first < g->cell_count;) {
        size_t end = group_end(g, first);
        struct ranked *r = &ranked[count++];
        *r = (struct ranked){.first = first, .missing = g->cells[first].by[0].missing};
        for (size_t i = first; i < end; i++) {
            size_t last = by_terms(a->asked) ? 1 + (a->asked->measure == COMPARE_SPECIES) : 0;
            bool counts = last == 0 ||
                          (base_of(a->asked) >> term_of(a->asked, &g->cells[i].by[last]) & 1) != 0;
            r->count += counts ? g->cells[i].count : 0;
        }
        first = end;
    }
    qsort(ranked, count, sizeof *ranked, by_count);
    size_t most = is_time(a->asked) ? TIMES_MOST : ROWS_MOST;
    for (size_t i = 0; i < count; i++) {
        const struct bucket_name *name = &g->cells[ranked[i].first].by[0];
        if (by_terms(a->asked) && ranked[i].count == 0) {
            a->out->without++;
        } else if (i >= most && !ranked[i].missing) {
            a->out->further++;
        } else if (find_row(a, name) == a->row_count && a->row_count < a->row_room) {
            a->names[a->row_count++] = *name;
        }
    }
    return ST_OK;
}

static int by_time(const void *x, const void *y)
{
    const struct bucket_name *a = x;
    const struct bucket_name *b = y;
    if (a->missing != b->missing) {
        return a->missing ? 1 : -1;
    }
    if (a->is_number && b->is_number) {
        return (a->number > b->number) - (a->number < b->number);
    }
    return sv_compare(a->text, b->text);
}

// --- addresses -------------------------------------------------------------------------------

// All values that the vocabulary reads as the term; empty where there are too many.
static string_view term_address(struct asking *a, const struct bucket_name *name, struct error *e)
{
    const struct bucket_request *by = &a->asked->by;
    const struct search_facet_request facet = {.field = by->field, .limit = VALUES_MOST};
    struct search_request rows = a->side->input.request;
    struct search_result result = {0};
    struct address target = a->side->state;
    string_view parameter = parameter_of_field(a->f->arena, by->field);
    size_t wanted =
        name->missing ? by->vocabulary->missing : vocabulary_term(by->vocabulary, name->text);
    rows.facets = &facet;
    rows.facet_count = 1;
    rows.sort_count = 0;
    rows.limit = 0;
    rows.offset = 0;
    if (search_run(a->side->input.view.snapshot, &scope_public, a->f->arena, &rows, &result, e) !=
            ST_OK ||
        result.facets[0].distinct > VALUES_MOST) {
        return SV("");
    }
    size_t linked = 0;
    address_remove(&target, parameter);
    for (size_t i = 0; i < result.facets[0].value_count; i++) {
        string_view value = result.facets[0].values[i].value;
        size_t term = 0;
        if (vocabulary_read(by->vocabulary, value, &term, e) == ST_OK && term == wanted) {
            address_add(&target, parameter, query_value_write(a->f->arena, value));
            linked++;
        }
    }
    if (wanted == by->vocabulary->missing && result.facets[0].missing > 0) {
        address_add(&target, parameter, SV("!*"));
        linked = linked > 0 ? LINKED_MOST + 1 : 1; // "none" and values together have no parameter
    }
    return linked > 0 && linked <= LINKED_MOST ? address_print(&target, a->f->arena) : SV("");
}

static string_view row_address(struct asking *a, const struct bucket_name *name)
{
    const struct bucket_request *by = &a->asked->by;
    struct error ignored = {0};
    struct address target = a->side->state;
    string_view parameter = parameter_of_field(a->f->arena, by->field);
    if (by->kind == BUCKET_TERM) {
        return term_address(a, name, &ignored);
    }
    if (name->missing) {
        address_set(&target, parameter, SV("!*"));
    } else if (is_time(a->asked)) {
        address_set(&target, parameter, chart_bin_range(a->f->arena, by->kind, name->text));
    } else if (value_fits_address(name->text)) {
        address_set(&target, parameter, query_value_write(a->f->arena, name->text));
    } else {
        return SV("");
    }
    return address_print(&target, a->f->arena);
}

// --- all -------------------------------------------------------------------------------------

static status fill_rows(struct asking *a, size_t search, struct error *e)
{
    const struct grouping *g = a->groups[search];
    if (g == NULL) {
        return ST_OK;
    }
    for (size_t first = 0; first < g->cell_count;) {
        size_t end = group_end(g, first);
        size_t row = find_row(a, &g->cells[first].by[0]);
        if (row < a->row_count) {
            struct compare_cell *cell = &a->rows[row].cells[search];
            TRY(fill_cell(a, g, first, end, 1, cell, e));
            cell->address = row_address(a, &a->names[row]);
        }
        first = end;
    }
    return ST_OK;
}

static string_view label_of(struct asking *a, const struct bucket_name *name)
{
    if (name->missing) {
        return SV("");
    }
    if (is_time(a->asked)) {
        return chart_bin_label(a->f->arena, a->asked->by.kind, name->text);
    }
    string_view country = search_page_country(a->f, a->asked->by.field, name->text);
    return country.length > 0 ? country : name->text;
}

static void name_rows(struct asking *a)
{
    if (is_time(a->asked)) {
        qsort(a->names, a->row_count, sizeof *a->names, by_time);
    }
    for (size_t i = 0; i < a->row_count; i++) {
        const struct bucket_name *name = &a->names[i];
        a->rows[i].kind = name->missing ? CHART_MISSING : CHART_VALUE;
        a->rows[i].label = label_of(a, name);
    }
}

static status ask_side(struct asking *a, size_t search, struct error *e)
{
    const struct grouping *whole = NULL;
    struct compare_cell *cell = &a->out->whole.cells[search];
    TRY(ask(a, &whole, &a->groups[search], e));
    if (whole != NULL) { // always
        TRY(fill_cell(a, whole, 0, whole->cell_count, 0, cell, e));
    }
    cell->address = address_print(&a->side->state, a->f->arena);
    a->out->searches[search].total = cell->count;
    return a->groups[search] == NULL ? ST_OK : choose_rows(a, a->groups[search], e);
}

status compare_make(struct search_filling *f, struct compare_side *sides,
                    const struct compare_asked *asked, struct view_compare *out, struct error *e)
{
    struct asking a = {.f = f, .asked = asked, .out = out, .row_room = TIMES_MOST * COMPARE_MOST};
    a.rows = arena_array(f->arena, struct compare_row, a.row_room + 1);
    a.names = arena_array(f->arena, struct bucket_name, a.row_room + 1);
    if (a.rows == NULL || a.names == NULL) {
        return search_page_no_memory(e);
    }
    out->whole.kind = CHART_REST;
    for (size_t i = 0; i < out->search_count; i++) {
        struct error trouble = {0};
        a.side = &sides[i];
        status result = ask_side(&a, i, &trouble);
        if (result == ST_INVALID) {
            out->trouble = arena_copy(f->arena, sv_from(trouble.message));
            return ST_OK;
        } else if (result != ST_OK) {
            *e = trouble;
            return result;
        }
    }
    name_rows(&a);
    for (size_t i = 0; i < out->search_count; i++) {
        a.side = &sides[i];
        TRY(fill_rows(&a, i, e));
    }
    out->rows = a.rows;
    out->row_count = a.row_count;
    return ST_OK;
}
