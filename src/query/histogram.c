// SPDX-License-Identifier: Apache-2.0
// Histograms of numbers and of dates: a grouping of one field, with the width chosen where none is
// asked. Must not know: how rows are walked.
#include "query/group_pass.h"
#include "query/histogram_parts.h"
#include "query/query_tree.h"
#include "query/value_walk.h"

#include <math.h>
#include <stdlib.h>

struct histogram_maker {
    const struct summary_subject *subject;
    const struct histogram_request *asked;
    struct bucket_request by;
    struct buckets buckets;
    struct value_counts counts;
    struct group_cells cells;
    double least; // of the numbers, while the width is chosen
    double greatest;
    bool any;
    struct error *e;
};

static status see_number(void *argument, uint32_t value, const struct value_facts *facts,
                         struct error *e)
{
    (void)e;
    struct histogram_maker *m = argument;
    if (facts->is_number && m->counts.by_value[value] > 0) {
        m->least = m->any ? MIN(m->least, facts->number) : facts->number;
        m->greatest = m->any ? MAX(m->greatest, facts->number) : facts->number;
        m->any = true;
    }
    return ST_OK;
}

status histogram_too_long(struct error *e)
{
    return error_set_field(e, ST_INVALID, "histogram",
                           "the histogram has more than %zu buckets: ask for wider ones",
                           SUMMARY_LIMIT_BUCKETS);
}

double histogram_width(double least, double greatest, size_t buckets)
{
    double wanted = greatest / (double)buckets - least / (double)buckets;
    if (!(wanted > 0) || !isfinite(wanted)) {
        return 1;
    }
    static const double steps[] = {1, 2, 5, 10};
    double power = pow(10, floor(log10(wanted)));
    size_t i = 0;
    while (i + 1 < ARRAY_LENGTH(steps) && steps[i] * power < wanted) {
        i++;
    }
    double width = steps[i] * power;
    return isfinite(width) && width > 0 ? width : 1;
}

static status choose_width(struct histogram_maker *m)
{
    if (m->by.kind != BUCKET_WIDTH || m->by.width > 0) {
        return ST_OK;
    }
    const struct field_values *v = m->counts.values;
    struct field_paths paths;
    TRY(field_paths_find_leaf(&m->subject->rows->extent, m->by.field, m->subject->scratch, &paths,
                              m->e));
    TRY(value_walk(&paths, v, see_number, m, m->e));
    m->by.width = histogram_width(m->least, m->greatest, m->asked->buckets);
    return ST_OK;
}

static int compare_buckets(const void *a, const void *b)
{
    const struct histogram_bucket *x = a;
    const struct histogram_bucket *y = b;
    // While they are sorted `number` holds the bucket.
    return (x->from.number > y->from.number) - (x->from.number < y->from.number);
}

static status tell(struct histogram_maker *m, struct histogram *out)
{
    size_t cells = m->cells.map.count;
    struct histogram_bucket *list =
        arena_array(m->subject->arena, struct histogram_bucket, cells + 1);
    uint64_t none = 0;
    size_t count = 0;
    if (list == NULL) {
        return query_no_memory(m->e);
    }
    for (size_t i = 0; i < cells; i++) {
        uint64_t bucket = m->cells.map.keys[i];
        if (bucket == 0) {
            none = m->cells.counts[i];
        } else {
            list[count].from.number = (double)bucket;
            list[count].count = m->cells.counts[i];
            count++;
        }
    }
    if (count > SUMMARY_LIMIT_BUCKETS) {
        return histogram_too_long(m->e);
    }
    if (count > 1) {
        qsort(list, count, sizeof *list, compare_buckets);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(buckets_name(&m->buckets, (uint32_t)list[i].from.number, &m->counts, m->subject->arena,
                         &list[i].from, m->e));
    }
    out->buckets = list;
    out->bucket_count = count;
    out->width = m->by.kind == BUCKET_WIDTH ? m->by.width : 0;
    out->missing = m->counts.missing;
    out->other = none - m->counts.missing;
    out->field = arena_copy(m->subject->arena, m->by.field);
    return out->field.bytes == NULL ? query_no_memory(m->e) : ST_OK;
}

static status make(struct histogram_maker *m, struct histogram *out)
{
    const struct summary_subject *s = m->subject;
    TRY(choose_width(m));
    TRY(buckets_make(s, &m->by, &m->buckets, m->e));
    TRY(group_pass(s, &m->buckets, 1, NULL, &m->cells, m->e));
    return tell(m, out);
}

static status check(const struct histogram_request *asked, struct error *e)
{
    bool chosen = asked->by.kind == BUCKET_WIDTH && asked->by.width == 0;
    if (asked->by.kind == BUCKET_VALUE || asked->by.kind == BUCKET_TERM) {
        return error_set_field(e, ST_INVALID, "histogram",
                               "a histogram is of numbers or of dates; facets count values");
    }
    if (!(asked->by.width >= 0) || !isfinite(asked->by.width)) {
        return error_set_field(e, ST_INVALID, "width", "the width of a bucket is above 0");
    }
    if (chosen && (asked->buckets == 0 || asked->buckets > SUMMARY_LIMIT_BUCKETS)) {
        return error_set_field(e, ST_INVALID, "buckets", "ask for 1 to %zu buckets",
                               SUMMARY_LIMIT_BUCKETS);
    }
    return ST_OK;
}

status histogram_make(const struct summary_subject *s, const struct histogram_request *asked,
                      struct histogram *out, struct error *e)
{
    struct histogram_maker m = {.subject = s, .asked = asked, .by = asked->by, .e = e};
    struct field_paths paths;
    TRY(check(asked, e));
    TRY(field_paths_find_leaf(&s->rows->extent, asked->by.field, s->scratch, &paths, e));
    if (histogram_parts_fit(s, &paths)) {
        return histogram_parts_make(s, &paths, asked, out, e);
    }
    TRY(value_counts_make(&s->rows->extent, &paths, &s->rows->sets, s->scratch, s->cancellation,
                          &m.counts, e));
    group_cells_init(&m.cells);
    status result = make(&m, out);
    group_cells_release(&m.cells);
    value_counts_release(&m.counts);
    return result;
}
