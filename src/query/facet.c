// SPDX-License-Identifier: Apache-2.0
// Counting passes over columns. A field that is one plain column in a segment is counted by
// ordinal; one in lists, or of several paths, record by record. Must not know: queries, order of
// hits.
#include "query/facet.h"

#include "base/array.h"
#include "query/count_pass.h"
#include "query/query_pool.h"
#include "store/column_count.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_A_CHECK ((size_t)65536)
// Rows that a thread counts in one go; a multiple of 64.
#define ROWS_A_TASK ((size_t)1 << 20)
// Cells below which sharing the work costs more than it saves.
#define CELLS_TO_SHARE ((uint64_t)1 << 18)

struct counter {
    const struct extent *extent;
    const struct field_paths *paths;
    const struct field_values *values;
    const struct cancellation *cancellation;
    struct value_counts *out;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to count a field");
}

static status bad_ordinal(struct error *e)
{
    return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
}

static void count_value(struct counter *c, uint32_t value, uint32_t count)
{
    c->out->by_value[value] += count;
    if (c->out->by_group != c->out->by_value) {
        c->out->by_group[field_values_group(c->values, value)] += count;
    }
}

// --- plain columns ---------------------------------------------------------------------------

// Some rows of one part, with the fields that are one plain column there.
struct plain_task {
    size_t part;
    size_t first; // rows [first, end)
    size_t end;
    struct count_target *targets; // with counts of their own
    struct plain_field {
        size_t field; // of the counters
        size_t path;
    } * fields;
    size_t count;
};

struct plain_work {
    struct plain_task *tasks;
    size_t count;
    const struct row_sets *rows;
    const struct cancellation *cancellation;
};

static status run_task(void *argument, size_t index, struct error *e)
{
    const struct plain_work *work = argument;
    const struct plain_task *t = &work->tasks[index];
    return count_pass(work->rows->sets[t->part], t->first, t->end, t->targets, t->count,
                      work->cancellation, e);
}

static void add_translated(struct counter *c, const struct field_translation *t,
                           const uint32_t *counts)
{
    uint64_t filled = 0;
    for (uint32_t i = t->missing + 1; i <= t->count; i++) {
        if (counts[i] > 0) {
            filled += counts[i];
            count_value(c, field_translate(t, i), counts[i]);
        }
    }
    c->out->missing -= filled; // of all the rows, which the caller has counted as missing
}

static status open_targets(const struct counter *counters, struct plain_task *t, struct arena *a,
                           struct error *e)
{
    t->targets = arena_array(a, struct count_target, t->count);
    if (t->targets == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < t->count; i++) {
        const struct counter *c = &counters[t->fields[i].field];
        const struct field_path *p = &c->paths->paths[t->fields[i].path];
        struct count_target *target = &t->targets[i];
        TRY(segment_column(p->segment, p->path, &target->column, e));
        target->most = c->values->translations[t->fields[i].path].count;
        size_t room = column_count_room(&target->column, target->most);
        target->counts = arena_array(a, uint32_t, room);
        if (target->counts == NULL) {
            return no_memory(e);
        }
    }
    return ST_OK;
}

// Cuts one part's rows into tasks.
static status add_tasks(const struct counter *counters, const struct plain_task *whole,
                        struct plain_work *work, struct arena *a, struct error *e)
{
    for (size_t first = whole->first; first < whole->end; first += ROWS_A_TASK) {
        struct plain_task *t = &work->tasks[work->count++];
        *t = *whole;
        t->first = first;
        t->end = MIN(first + ROWS_A_TASK, whole->end);
        TRY(open_targets(counters, t, a, e));
    }
    return ST_OK;
}

static status run_plain(struct counter *counters, struct plain_work *work, uint64_t cells,
                        struct error *e)
{
    struct thread_pool *pool = cells >= CELLS_TO_SHARE ? query_pool() : NULL;
    TRY(parallel_run(pool, work->count, run_task, work, e));
    for (size_t i = 0; i < work->count; i++) {
        const struct plain_task *t = &work->tasks[i];
        for (size_t k = 0; k < t->count; k++) {
            struct counter *c = &counters[t->fields[k].field];
            add_translated(c, &c->values->translations[t->fields[k].path], t->targets[k].counts);
        }
    }
    return ST_OK;
}

// --- record by record ------------------------------------------------------------------------

// One path of the field in the part, with the offsets that lead from rows to its elements.
struct list_path {
    struct column column;
    const struct field_translation *translation;
    const uint32_t *offsets[64]; // outermost first
    size_t depth;
};

struct record_counter {
    struct list_path *paths;
    size_t path_count;
    uint32_t *values; // of the record at hand
    size_t count;
    size_t capacity;
};

static status open_list_path(struct counter *c, size_t path, struct list_path *out, struct error *e)
{
    const struct field_path *p = &c->paths->paths[path];
    *out = (struct list_path){.translation = &c->values->translations[path]};
    TRY(segment_column(p->segment, p->path, &out->column, e));
    for (uint32_t level = p->level; level != 0; level = segment_level_parent(p->segment, level)) {
        if (out->depth == ARRAY_LENGTH(out->offsets)) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        memmove(out->offsets + 1, out->offsets, out->depth * sizeof *out->offsets);
        TRY(segment_offsets(p->segment, level, &out->offsets[0], e));
        out->depth++;
    }
    return ST_OK;
}

static status take_values(struct record_counter *r, const struct list_path *path, uint32_t row,
                          struct error *e)
{
    uint32_t first = row;
    uint32_t end = row + 1;
    for (size_t i = 0; i < path->depth; i++) {
        first = path->offsets[i][first];
        end = path->offsets[i][end];
    }
    for (uint32_t i = first; i < end; i++) {
        uint32_t ordinal = column_get(&path->column, i);
        if (ordinal > path->translation->count) {
            return bad_ordinal(e);
        }
        uint32_t value = field_translate(path->translation, ordinal);
        if (value == 0) {
            continue;
        }
        if (!ARRAY_RESERVE(r->values, r->capacity, r->count, (size_t)1 << 28)) {
            return no_memory(e);
        }
        r->values[r->count++] = value;
    }
    return ST_OK;
}

static int compare_values(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

// Counts the record's values, each once, and their groups, each once.
static void count_record(struct counter *c, struct record_counter *r)
{
    if (r->count == 0) {
        c->out->missing++;
        return;
    }
    if (r->count > 1) {
        qsort(r->values, r->count, sizeof *r->values, compare_values);
    }
    uint32_t last_value = 0;
    uint32_t last_group = 0;
    for (size_t i = 0; i < r->count; i++) {
        uint32_t value = r->values[i];
        if (value == last_value) {
            continue;
        }
        uint32_t group = field_values_group(c->values, value);
        c->out->by_value[value]++;
        if (c->out->by_group != c->out->by_value) {
            c->out->by_group[group] += group != last_group;
        }
        last_value = value;
        last_group = group;
    }
}

static status count_rows(struct counter *c, struct record_counter *r, const struct bitset *rows,
                         struct error *e)
{
    size_t seen = 0;
    for (size_t row = bitset_next(rows, 0); row < rows->bit_count;
         row = bitset_next(rows, row + 1)) {
        if (seen++ % ROWS_A_CHECK == 0) {
            TRY(cancellation_check(c->cancellation, e));
        }
        r->count = 0;
        for (size_t i = 0; i < r->path_count; i++) {
            TRY(take_values(r, &r->paths[i], (uint32_t)row, e));
        }
        count_record(c, r);
    }
    return ST_OK;
}

static status count_records(struct counter *c, size_t first_path, size_t path_count,
                            const struct bitset *rows, struct error *e)
{
    struct record_counter r = {.path_count = path_count};
    r.paths = calloc(path_count, sizeof *r.paths);
    if (r.paths == NULL) {
        return no_memory(e);
    }
    status result = ST_OK;
    for (size_t i = 0; result == ST_OK && i < path_count; i++) {
        result = open_list_path(c, first_path + i, &r.paths[i], e);
    }
    if (result == ST_OK) {
        result = count_rows(c, &r, rows, e);
    }
    free(r.values);
    free(r.paths);
    return result;
}

// --- all parts -------------------------------------------------------------------------------

// The paths of a field in one part: [*first, *first + count).
static size_t paths_in_part(const struct field_paths *paths, size_t part, size_t *first)
{
    size_t at = *first;
    while (at < paths->count && paths->paths[at].part < part) {
        at++;
    }
    *first = at;
    size_t end = at;
    while (end < paths->count && paths->paths[end].part == part) {
        end++;
    }
    return end - at;
}

struct many {
    struct counter *counters;
    size_t count;
    size_t *next; // by counter: its first path that is not before the part at hand
    const struct row_sets *rows;
    struct plain_work work;
    uint64_t cells; // of plain columns
    struct arena scratch;
};

static status count_part(struct many *m, size_t part, struct error *e)
{
    const struct bitset *rows = m->rows->sets[part];
    struct plain_task plain = {.part = part, .end = rows->bit_count};
    plain.fields = arena_array(&m->scratch, struct plain_field, m->count);
    if (plain.fields == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < m->count; i++) {
        struct counter *c = &m->counters[i];
        size_t first = m->next[i];
        size_t count = paths_in_part(c->paths, part, &first);
        m->next[i] = first + count;
        if (count == 1 && c->paths->paths[first].level == 0) {
            plain.fields[plain.count++] = (struct plain_field){i, first};
            c->out->missing += m->rows->counts[part];
        } else if (count > 0) {
            TRY(count_records(c, first, count, rows, e));
        } else {
            c->out->missing += m->rows->counts[part];
        }
    }
    m->cells += plain.count * m->rows->counts[part];
    return plain.count == 0 ? ST_OK : add_tasks(m->counters, &plain, &m->work, &m->scratch, e);
}

static status count_parts(struct many *m, const struct extent *x, struct error *e)
{
    size_t tasks = 0;
    for (size_t i = 0; i < x->count; i++) {
        tasks += m->rows->sets[i]->bit_count / ROWS_A_TASK + 1;
    }
    m->next = arena_array(&m->scratch, size_t, m->count);
    m->work.tasks = arena_array(&m->scratch, struct plain_task, tasks);
    if (m->next == NULL || m->work.tasks == NULL) {
        return no_memory(e);
    }
    for (size_t part = 0; part < x->count; part++) {
        if (m->rows->counts[part] > 0) {
            TRY(count_part(m, part, e));
        }
    }
    return run_plain(m->counters, &m->work, m->cells, e);
}

static status make_tables(const struct field_values *v, struct value_counts *out, struct error *e)
{
    out->values = v;
    out->by_value = calloc((size_t)v->count + 1, sizeof *out->by_value);
    out->by_group = v->groups == NULL ? out->by_value
                                      : calloc((size_t)v->group_count + 1, sizeof *out->by_group);
    return out->by_value != NULL && out->by_group != NULL ? ST_OK : no_memory(e);
}

static void add_up(struct value_counts *c)
{
    uint64_t sum = 0;
    uint32_t distinct = 0;
    for (uint32_t i = 1; i <= c->values->group_count; i++) {
        sum += c->by_group[i];
        distinct += c->by_group[i] > 0;
    }
    c->sum = sum;
    c->distinct = distinct;
}

static status count_many(const struct extent *x, const struct field_paths *const *fields,
                         size_t count, struct arena *holder,
                         const struct cancellation *cancellation, struct many *m,
                         struct value_counts *out, struct error *e)
{
    m->counters = arena_array(&m->scratch, struct counter, count + 1);
    if (m->counters == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        struct counter *c = &m->counters[i];
        *c = (struct counter){
            .extent = x, .paths = fields[i], .cancellation = cancellation, .out = &out[i]};
        TRY(field_values_get(fields[i], holder, &c->values, e));
        TRY(make_tables(c->values, &out[i], e));
    }
    TRY(count_parts(m, x, e));
    for (size_t i = 0; i < count; i++) {
        add_up(&out[i]);
    }
    return ST_OK;
}

status value_counts_count(const struct extent *x, const struct field_paths *const *fields,
                          size_t count, const struct row_sets *rows, struct arena *holder,
                          const struct cancellation *cancellation, struct value_counts *out,
                          struct error *e)
{
    struct many m = {.count = count, .rows = rows};
    m.work = (struct plain_work){.rows = rows, .cancellation = cancellation};
    arena_init(&m.scratch, 0);
    memset(out, 0, count * sizeof *out);
    status result = count_many(x, fields, count, holder, cancellation, &m, out, e);
    arena_release(&m.scratch);
    for (size_t i = 0; i < count && result != ST_OK; i++) {
        value_counts_release(&out[i]);
    }
    return result;
}

status value_counts_join(const struct extent *x, const struct field_paths *paths,
                         const uint32_t *const *by_ordinal, const struct row_sets *rows,
                         struct arena *holder, struct value_counts *out, struct error *e)
{
    struct counter c = {.extent = x, .paths = paths, .out = out};
    *out = (struct value_counts){.missing = rows->total};
    TRY(field_values_get(paths, holder, &c.values, e));
    status result = make_tables(c.values, out, e);
    for (size_t i = 0; result == ST_OK && i < paths->count; i++) {
        add_translated(&c, &c.values->translations[i], by_ordinal[i]);
    }
    if (result != ST_OK) {
        value_counts_release(out);
        return result;
    }
    add_up(out);
    return ST_OK;
}

void value_counts_release(struct value_counts *c)
{
    if (!c->kept) {
        if (c->by_group != c->by_value) {
            free(c->by_group);
        }
        free(c->by_value);
    }
    *c = (struct value_counts){0};
}

// --- the commonest ---------------------------------------------------------------------------

struct ranked {
    uint32_t group;
    uint32_t count;
};

// Whether a comes after b in the answer: less often, or as often and later in the order of values.
static bool ranks_lower(struct ranked a, struct ranked b)
{
    return a.count != b.count ? a.count < b.count : a.group > b.group;
}

// A heap with the lowest ranked in front.
static void sift_down(struct ranked *heap, size_t count, size_t at)
{
    for (;;) {
        size_t lowest = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < count; child++) {
            lowest = ranks_lower(heap[child], heap[lowest]) ? child : lowest;
        }
        if (lowest == at) {
            return;
        }
        struct ranked moved = heap[at];
        heap[at] = heap[lowest];
        heap[lowest] = moved;
        at = lowest;
    }
}

static void offer(struct ranked *heap, size_t *count, size_t limit, struct ranked item)
{
    if (*count < limit) {
        heap[(*count)++] = item;
        for (size_t i = *count; *count == limit && i > 0; i--) {
            sift_down(heap, *count, i - 1);
        }
    } else if (limit > 0 && ranks_lower(heap[0], item)) {
        heap[0] = item;
        sift_down(heap, *count, 0);
    }
}

// Whether it comes after a place in the answer; all do after none.
static bool is_behind(struct ranked item, struct ranked place)
{
    return place.group == 0 || ranks_lower(item, place);
}

#define GROUPS_A_LOOK 64u

// Offers all groups; once the heap is full, those that cannot get in are passed over many at a
// time.
static void offer_all(const struct value_counts *c, struct ranked after, struct ranked *heap,
                      size_t *count, size_t limit)
{
    uint32_t last = c->values->group_count;
    for (uint32_t first = 1; first <= last && limit > 0; first += GROUPS_A_LOOK) {
        uint32_t end = MIN(first + GROUPS_A_LOOK - 1, last);
        uint32_t greatest = 0;
        for (uint32_t group = first; group <= end; group++) {
            greatest = MAX(greatest, c->by_group[group]);
        }
        if (greatest == 0 || (*count == limit && greatest <= heap[0].count)) {
            continue; // as often and later in the order of values is behind too
        }
        for (uint32_t group = first; group <= end; group++) {
            const struct ranked item = {group, c->by_group[group]};
            if (item.count > 0 && is_behind(item, after)) {
                offer(heap, count, limit, item);
            }
        }
    }
}

// The same of some, whose counts are summed up.
static void offer_wanted(const struct value_counts *c, const struct bitset *wanted,
                         struct ranked after, struct ranked *heap, size_t limit,
                         struct search_facet *facet, uint64_t *sum)
{
    for (size_t group = bitset_next(wanted, 0); group < wanted->bit_count;
         group = bitset_next(wanted, group + 1)) {
        const struct ranked item = {(uint32_t)group, c->by_group[group]};
        if (group > 0 && item.count > 0) {
            *sum += item.count;
            facet->distinct++;
            if (is_behind(item, after)) {
                offer(heap, &facet->value_count, limit, item);
            }
        }
    }
}

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    if (x->group == y->group) {
        return 0;
    }
    return ranks_lower(*x, *y) ? 1 : -1;
}

struct spelling {
    string_view text;
    uint64_t count;
};

// Adds to the best spelling so far; truths may have one spelling twice, as a word and as a token.
static void weigh_spelling(struct spelling *list, size_t *used, size_t most, string_view text,
                           uint64_t count)
{
    for (size_t i = 0; i < *used; i++) {
        if (sv_equal(list[i].text, text)) {
            list[i].count += count;
            return;
        }
    }
    if (*used < most) {
        list[(*used)++] = (struct spelling){text, count};
    }
}

// Few groups have more than one spelling.
status value_counts_spelling(const struct value_counts *c, const struct field_paths *paths,
                             uint32_t group, struct arena *arena, string_view *out, struct error *e)
{
    struct spelling list[64];
    size_t used = 0;
    struct buffer scratch;
    buffer_init(&scratch, (size_t)64 << 20);
    status result = ST_OK;
    const struct field_values *v = c->values;
    for (uint32_t value = field_values_group_start(v, group);
         value <= v->count && field_values_group(v, value) == group && result == ST_OK; value++) {
        string_view text;
        if (c->by_value[value] == 0) {
            continue;
        }
        result = field_values_text(v, paths, value, &scratch, &text, e);
        if (result == ST_OK) {
            text = arena_copy(arena, text);
            result = text.bytes == NULL ? no_memory(e) : ST_OK;
            weigh_spelling(list, &used, ARRAY_LENGTH(list), text, c->by_value[value]);
        }
    }
    buffer_release(&scratch);
    TRY(result);
    size_t best = 0;
    for (size_t i = 1; i < used; i++) {
        bool more = list[i].count > list[best].count;
        bool tie = list[i].count == list[best].count;
        best = more || (tie && sv_compare(list[i].text, list[best].text) < 0) ? i : best;
    }
    *out = used > 0 ? list[best].text : SV("");
    return ST_OK;
}

status value_counts_top(const struct value_counts *c, const struct field_paths *paths,
                        const struct bitset *wanted, const struct facet_page *page,
                        struct arena *arena, struct search_facet *out, struct error *e)
{
    struct search_facet facet = {.field = paths->name, .missing = c->missing, .last = page->after};
    const struct ranked after = {page->after.group, page->after.count};
    size_t groups = c->values->group_count;
    size_t passed = MIN(page->offset, groups);
    size_t most = passed + MIN(page->limit, groups - passed);
    struct ranked *heap = arena_array(arena, struct ranked, most + 1);
    struct search_facet_value *values =
        arena_array(arena, struct search_facet_value, most - passed + 1);
    uint64_t sum = 0;
    if (heap == NULL || values == NULL) {
        return no_memory(e);
    }
    if (wanted == NULL) {
        sum = c->sum;
        facet.distinct = c->distinct;
        offer_all(c, after, heap, &facet.value_count, most);
    } else {
        offer_wanted(c, wanted, after, heap, most, &facet, &sum);
    }
    qsort(heap, facet.value_count, sizeof *heap, compare_ranked);
    passed = MIN(passed, facet.value_count);
    facet.value_count -= passed;
    for (size_t i = 0; i < facet.value_count; i++) {
        const struct ranked *item = &heap[passed + i];
        values[i].count = item->count;
        sum -= item->count;
        facet.last = (struct search_facet_place){item->group, item->count};
        TRY(value_counts_spelling(c, paths, item->group, arena, &values[i].value, e));
    }
    facet.values = values;
    facet.other = sum;
    *out = facet;
    return ST_OK;
}

status value_counts_in_order(const struct value_counts *c, const struct field_paths *paths,
                             const struct bitset *wanted, const struct facet_page *page,
                             struct arena *arena, struct search_facet *out, struct error *e)
{
    struct search_facet facet = {.field = paths->name, .missing = c->missing, .last = page->after};
    size_t most = MIN(page->limit, (size_t)c->values->group_count);
    size_t passed = 0;
    struct search_facet_value *values = arena_array(arena, struct search_facet_value, most + 1);
    if (values == NULL) {
        return no_memory(e);
    }
    // Groups are numbered in the order of their values.
    for (uint32_t group = 1; group <= c->values->group_count; group++) {
        if (c->by_group[group] == 0 || (wanted != NULL && !bitset_test(wanted, group))) {
            continue;
        }
        facet.distinct++;
        passed += group > page->after.group;
        if (passed > page->offset && facet.value_count < most) {
            struct search_facet_value *value = &values[facet.value_count++];
            value->count = c->by_group[group];
            facet.last = (struct search_facet_place){group, c->by_group[group]};
            TRY(value_counts_spelling(c, paths, group, arena, &value->value, e));
        } else {
            facet.other += c->by_group[group];
        }
    }
    facet.values = values;
    *out = facet;
    return ST_OK;
}
