// SPDX-License-Identifier: Apache-2.0
// Scores of all rows found, then the rows around the page put in order.
// Must not know: pages, who asks.
#include "query/relevance.h"

#include "query/query_tree.h"
#include "query/record_lengths.h"
#include "query/visible_words.h"
#include "query/word_counts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define K1         1.2
#define B          0.75
#define MILLION    1e6
#define WORDS_MOST ((size_t)1000)

struct scored_row {
    int64_t score; // millionths
    uint32_t part;
    uint32_t row;
};

struct relevance {
    const struct relevance_subject *subject;
    struct arena *scratch;
    struct token *words; // each once
    size_t word_count;
    double average;
    struct scored_row *rows; // owned
    size_t row_count;
    struct token_cutter cutter;
    struct error *e;
};

// --- words -----------------------------------------------------------------------------------

static status add_words(struct relevance *r, string_view text)
{
    TRY(token_cut(&r->cutter, text, r->e));
    for (size_t i = 0; i < r->cutter.count; i++) {
        bool known = false;
        for (size_t k = 0; k < r->word_count && !known; k++) {
            known = sv_equal(r->words[k].text, r->cutter.tokens[i].text);
        }
        if (known) {
            continue;
        }
        if (r->word_count == WORDS_MOST) {
            return error_set_field(r->e, ST_INVALID, "sort",
                                   "relevance is told of at most %zu words", WORDS_MOST);
        }
        struct token *word = &r->words[r->word_count++];
        *word = r->cutter.tokens[i];
        word->text = arena_copy(r->scratch, r->cutter.tokens[i].text);
        if (word->text.bytes == NULL) {
            return query_no_memory(r->e);
        }
    }
    return ST_OK;
}

static status gather_words(struct relevance *r, const struct query *q, size_t depth)
{
    if (q == NULL || q->kind == QUERY_NOT || q->kind == QUERY_SAME || depth > QUERY_TREE_DEPTH) {
        return ST_OK;
    }
    if (q->kind == QUERY_SEARCH || (q->kind == QUERY_STRING_CONTAINS && q->field_count == 0)) {
        TRY(add_words(r, q->text));
    }
    for (size_t i = 0; i < q->member_count; i++) {
        TRY(gather_words(r, q->members[i], depth + 1));
    }
    return ST_OK;
}

static status find_rows(struct relevance *r, const struct query *query, struct search_rows *out)
{
    const struct relevance_subject *s = r->subject;
    return search_rows_find(s->snapshot, s->scope, s->request->tables, s->request->table_count,
                            s->rows->extent.commit, query, r->scratch, s->cancellation, out, r->e);
}

// --- lengths and weights ---------------------------------------------------------------------

static status find_average(struct relevance *r, uint64_t *records)
{
    const struct extent *x = &r->subject->rows->extent;
    uint64_t words = 0;
    *records = 0;
    for (size_t i = 0; i < x->count; i++) {
        struct visible_words of_part;
        TRY(cancellation_check(r->subject->cancellation, r->e));
        TRY(visible_words_get(&x->parts[i], r->scratch, &of_part, r->e));
        words += of_part.words;
        *records += of_part.records;
    }
    r->average = *records == 0 || words == 0 ? 1 : (double)words / (double)*records;
    return ST_OK;
}

static status weigh_word(struct relevance *r, const struct token *word, uint64_t records,
                         double *weight)
{
    struct search_rows found;
    struct query *q = query_tree_term(r->scratch, QUERY_SEARCH, NULL, 0);
    if (q == NULL) {
        return query_no_memory(r->e);
    }
    q->text = word->text;
    TRY(find_rows(r, q, &found));
    double with = (double)found.sets.total;
    *weight = log(1 + ((double)records - with + 0.5) / (with + 0.5));
    return ST_OK;
}

// --- scores ----------------------------------------------------------------------------------

struct scored_list {
    const uint32_t *rows;
    size_t count;
    const uint32_t *lengths; // by row
    double *scores;          // by place in the list
};

static void add_scores(const struct relevance *r, const struct scored_list *l, double weight,
                       const uint32_t *frequencies)
{
    for (size_t i = 0; i < l->count; i++) {
        double f = frequencies[i];
        double length = l->lengths[l->rows[i]];
        l->scores[i] += weight * (f * (K1 + 1)) / (f + K1 * (1 - B + B * length / r->average));
    }
}

// Words are added in their order, as many at once as counts fit.
static status score_words(struct relevance *r, struct segment *segment, const double *weights,
                          const struct scored_list *l, struct arena *arena)
{
    size_t most = MIN(word_counts_at_once(l->count), r->word_count);
    uint32_t *frequencies = arena_array(arena, uint32_t, most * l->count + 1);
    struct word_counting counting = {segment, l->rows, l->count, &r->cutter,
                                     r->subject->cancellation};
    if (frequencies == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t first = 0; first < r->word_count; first += most) {
        size_t count = MIN(most, r->word_count - first);
        TRY(word_counts_find(&counting, r->words + first, count, frequencies, r->e));
        for (size_t i = 0; i < count; i++) {
            add_scores(r, l, weights[first + i], frequencies + i * l->count);
        }
    }
    return ST_OK;
}

static status score_listed(struct relevance *r, size_t part, const double *weights, uint32_t *list,
                           size_t count, struct arena *arena)
{
    struct segment *segment = r->subject->rows->extent.parts[part].segment;
    struct scored_list l = {list, count, NULL, arena_array(arena, double, count + 1)};
    if (l.scores == NULL) {
        return query_no_memory(r->e);
    }
    TRY(record_lengths_get(segment, arena, &l.lengths, r->e));
    TRY(score_words(r, segment, weights, &l, arena));
    for (size_t i = 0; i < count; i++) {
        r->rows[r->row_count++] =
            (struct scored_row){llround(l.scores[i] * MILLION), (uint32_t)part, list[i]};
    }
    return ST_OK;
}

static status score_part(struct relevance *r, size_t part, const double *weights)
{
    const struct row_sets *sets = &r->subject->rows->sets;
    size_t count = (size_t)sets->counts[part];
    struct arena arena;
    arena_init(&arena, 0);
    uint32_t *list = arena_array(&arena, uint32_t, count + 1);
    status result =
        list == NULL ? error_set(r->e, ST_NO_MEMORY, "no memory to order a search") : ST_OK;
    if (result == ST_OK && count > 0) {
        (void)bitset_list(sets->sets[part], 0, list, count);
        result = score_listed(r, part, weights, list, count, &arena);
    }
    arena_release(&arena);
    return result;
}

static status score_all(struct relevance *r)
{
    uint64_t records = 0;
    double *weights = arena_array(r->scratch, double, r->word_count + 1);
    r->rows = calloc((size_t)r->subject->rows->sets.total + 1, sizeof *r->rows);
    if (weights == NULL || r->rows == NULL) {
        return query_no_memory(r->e);
    }
    if (r->word_count > 0) {
        TRY(find_average(r, &records));
    }
    for (size_t i = 0; i < r->word_count; i++) {
        TRY(weigh_word(r, &r->words[i], records, &weights[i]));
    }
    if (r->word_count > 0) {
        for (size_t part = 0; part < r->subject->rows->extent.count; part++) {
            TRY(score_part(r, part, weights));
        }
    }
    return ST_OK;
}

// --- order -----------------------------------------------------------------------------------

static int compare_scored(const void *a, const void *b)
{
    const struct scored_row *x = a;
    const struct scored_row *y = b;
    if (x->score != y->score) {
        return x->score < y->score ? 1 : -1;
    }
    return x->part != y->part ? (x->part > y->part) - (x->part < y->part)
                              : (x->row > y->row) - (x->row < y->row);
}

// Rows [first, first + count) of those with one score, in the default order.
static status order_ties(struct relevance *r, const struct scored_row *ties, size_t tie_count,
                         uint64_t first, size_t count, struct ordered_row *out, size_t *written)
{
    const struct extent *x = &r->subject->rows->extent;
    struct arena arena;
    arena_init(&arena, 0);
    struct bitset *sets = arena_array(&arena, struct bitset, x->count + 1);
    const struct bitset **views =
        (const struct bitset **)arena_alloc_array(&arena, x->count + 1, sizeof *views);
    status result = sets == NULL || views == NULL
                        ? error_set(r->e, ST_NO_MEMORY, "no memory to order a search")
                        : ST_OK;
    for (size_t i = 0; i < x->count && result == ST_OK; i++) {
        result = bitset_init_in(&sets[i], &arena, segment_rows(x->parts[i].segment), r->e);
        views[i] = &sets[i];
    }
    for (size_t i = 0; i < tie_count && result == ST_OK; i++) {
        bitset_set(&sets[ties[i].part], ties[i].row);
    }
    if (result == ST_OK) {
        result = key_order_select(x, views, ORDER_TABLE_KEY, first, count, out, written, r->e);
    }
    arena_release(&arena);
    return result;
}

static status select_rows(struct relevance *r, uint64_t first, size_t count,
                          struct ordered_row *out, int64_t *scores, size_t *written)
{
    size_t end = (size_t)MIN(first + count, (uint64_t)r->row_count);
    *written = 0;
    for (size_t at = 0; at < end;) {
        size_t next = at + 1;
        while (next < r->row_count && r->rows[next].score == r->rows[at].score) {
            next++;
        }
        if (next > first) {
            size_t from = first > at ? (size_t)first - at : 0;
            size_t wanted = MIN(next, end) - at - from;
            size_t got = 1;
            if (next - at == 1) {
                out[*written] = (struct ordered_row){r->rows[at].part, r->rows[at].row};
            } else {
                TRY(order_ties(r, r->rows + at, next - at, from, wanted, out + *written, &got));
            }
            for (size_t i = 0; i < got; i++) {
                scores[*written + i] = r->rows[at].score;
            }
            *written += got;
        }
        at = next;
    }
    return ST_OK;
}

static status run(struct relevance *r, uint64_t first, size_t count, struct ordered_row *out,
                  int64_t *scores, size_t *written)
{
    const struct search_rows *rows = r->subject->rows;
    r->words = arena_array(r->scratch, struct token, WORDS_MOST);
    if (r->words == NULL) {
        return query_no_memory(r->e);
    }
    TRY(gather_words(r, r->subject->query, 0));
    TRY(score_all(r));
    if (r->word_count == 0) { // nothing is better than anything else
        return key_order_select(&rows->extent, rows->sets.sets, ORDER_TABLE_KEY, first, count, out,
                                written, r->e);
    }
    if (r->row_count > 1) {
        qsort(r->rows, r->row_count, sizeof *r->rows, compare_scored);
    }
    return select_rows(r, first, count, out, scores, written);
}

status relevance_select(const struct relevance_subject *s, uint64_t first, size_t count,
                        struct arena *scratch, struct ordered_row *out, int64_t *scores,
                        size_t *written, struct error *e)
{
    struct relevance r = {.subject = s, .scratch = scratch, .e = e};
    memset(scores, 0, count * sizeof *scores);
    *written = 0;
    if (first >= s->rows->sets.total || count == 0) {
        return ST_OK;
    }
    token_cutter_init(&r.cutter);
    status result = run(&r, first, count, out, scores, written);
    token_cutter_release(&r.cutter);
    free(r.rows);
    return result;
}
