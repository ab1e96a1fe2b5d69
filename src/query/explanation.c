// SPDX-License-Identifier: Apache-2.0
// Each clause's rows are found alone; what is left before and behind it is and-ed together.
// Must not know: HTTP, who asks.
#include "query/explanation.h"

#include "base/clock.h"
#include "formats/json_write.h"
#include "query/query_tree.h"

struct explaining {
    const struct extent *extent;
    struct matcher *matchers[EXPLAIN_LIMIT_CLAUSES];
    struct search_clause *clauses;
    size_t count;
    struct arena *arena;
    struct error *e;
};

// The matches of each clause in one part, and how many are left as clauses come together.
static status explain_part(struct explaining *x, size_t part)
{
    const struct bitset *visible = x->extent->parts[part].visible;
    const struct bitset *sets[EXPLAIN_LIMIT_CLAUSES];
    struct bitset behind[EXPLAIN_LIMIT_CLAUSES + 1] = {0}; // and-ed from a clause to the last
    struct bitset before = {0};
    status result = ST_OK;
    for (size_t i = 0; i < x->count; i++) {
        uint64_t start = clock_ticks();
        uint64_t alone = 0;
        TRY_OUT(matcher_rows(x->matchers[i], part, &sets[i], &alone, x->e));
        x->clauses[i].nanoseconds += clock_ticks() - start;
        x->clauses[i].alone += alone;
    }
    TRY_OUT(bitset_init(&behind[x->count], visible->bit_count, x->e));
    bitset_copy(&behind[x->count], visible);
    for (size_t i = x->count; i > 0; i--) {
        TRY_OUT(bitset_init(&behind[i - 1], visible->bit_count, x->e));
        bitset_copy(&behind[i - 1], &behind[i]);
        bitset_and(&behind[i - 1], sets[i - 1]);
    }
    TRY_OUT(bitset_init(&before, visible->bit_count, x->e));
    bitset_copy(&before, visible);
    uint64_t all = bitset_count(&behind[0]);
    for (size_t i = 0; i < x->count; i++) {
        x->clauses[i].removed += bitset_count_and(&before, &behind[i + 1]) - all;
        bitset_and(&before, sets[i]);
        x->clauses[i].remaining += bitset_count(&before);
    }
out:
    for (size_t i = 0; i <= x->count; i++) {
        bitset_release(&behind[i]);
    }
    bitset_release(&before);
    return result;
}

static status make_clauses(struct explaining *x, const struct query *q,
                           const struct cancellation *cancellation)
{
    const struct query *const *members = q->kind == QUERY_AND ? q->members : &q;
    x->count = q->kind == QUERY_AND ? q->member_count : 1;
    if (x->count > EXPLAIN_LIMIT_CLAUSES) {
        return error_set_field(x->e, ST_INVALID, "explain",
                               "the query has %zu clauses, at most %zu can be explained", x->count,
                               EXPLAIN_LIMIT_CLAUSES);
    }
    const struct query **ordered =
        (const struct query **)arena_alloc_array(x->arena, x->count + 1, sizeof *ordered);
    x->clauses = arena_array(x->arena, struct search_clause, x->count + 1);
    if (x->clauses == NULL || ordered == NULL) {
        return query_no_memory(x->e);
    }
    matcher_order(members, x->count, ordered);
    for (size_t i = 0; i < x->count; i++) {
        x->clauses[i].query = ordered[i];
        TRY(matcher_create(x->extent, ordered[i], x->arena, cancellation, &x->matchers[i], x->e));
    }
    return ST_OK;
}

status explanation_make(const struct extent *extent, const struct query *normalised,
                        struct arena *arena, const struct cancellation *cancellation,
                        struct search_explanation *out, struct error *e)
{
    struct explaining x = {.extent = extent, .arena = arena, .e = e};
    if (normalised != NULL && normalised->kind != QUERY_ALL) {
        TRY(make_clauses(&x, normalised, cancellation));
    }
    out->rows = 0;
    for (size_t i = 0; i < extent->count; i++) {
        out->rows += bitset_count(extent->parts[i].visible);
        TRY(explain_part(&x, i));
    }
    out->clauses = x.clauses;
    out->clause_count = x.count;
    return ST_OK;
}

// --- as JSON ---------------------------------------------------------------------------------

static void print_milliseconds(const char *name, uint64_t nanoseconds, struct buffer *out)
{
    json_write_name(out, sv_from(name));
    buffer_print(out, "%.3f", (double)nanoseconds / 1e6);
}

static void print_count(const char *name, uint64_t count, struct buffer *out)
{
    json_write_name(out, sv_from(name));
    buffer_append_uint(out, count);
}

static void print_clause(const struct search_clause *c, struct buffer *out)
{
    struct buffer words;
    buffer_init(&words, 64 * QUERY_LIMIT_BYTES);
    query_describe(c->query, &words);
    buffer_append_byte(out, '{');
    print_count("alone", c->alone, out);
    json_write_name(out, SV("query"));
    query_print(c->query, out);
    print_milliseconds("milliseconds", c->nanoseconds, out);
    print_count("remaining", c->remaining, out);
    print_count("removed", c->removed, out);
    json_write_name(out, SV("words"));
    json_write_string(out, buffer_view(&words));
    buffer_append_byte(out, '}');
    buffer_release(&words);
}

void explanation_print(const struct search_explanation *x, struct buffer *out)
{
    buffer_append_byte(out, '{');
    json_write_name(out, SV("clauses"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < x->clause_count; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        print_clause(&x->clauses[i], out);
    }
    buffer_append_byte(out, ']');
    json_write_name(out, SV("milliseconds"));
    buffer_append_byte(out, '{');
    print_milliseconds("facets", x->facets, out);
    print_milliseconds("hits", x->hits, out);
    print_milliseconds("match", x->match, out);
    print_milliseconds("order", x->order, out);
    buffer_append_byte(out, '}');
    print_count("rows", x->rows, out);
    print_count("total", x->total, out);
    buffer_append_byte(out, '}');
}
