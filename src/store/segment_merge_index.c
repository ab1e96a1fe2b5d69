// SPDX-License-Identifier: Apache-2.0
// Merges the indexes over rows: the tokens of whole records, whose lists are renumbered without
// looking at any text, and the positions. Must not know: how tokens are cut.
#include "store/posting_reader.h"
#include "store/postings_builder.h"
#include "store/segment_merge_private.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

#define SORTED_MOST 1024u // so many rows are sorted by comparing; more go through a set

// --- tokens --------------------------------------------------------------------------------------

struct token_source {
    const struct merge_source *source;
    struct string_list list;
    struct string_cursor cursor;
    struct postings postings;
    struct posting_reader reader;
    bool done;
};

struct token_merge {
    struct segment_merge *m;
    struct token_source *sources; // owned
    size_t count;
    struct string_list_builder texts;
    struct postings_builder lists;
    uint32_t *members; // owned: new rows of the token at hand
    size_t members_count;
    struct bitset set; // of new rows, empty between tokens
    char text[LIMIT_LIST_STRING + 1];
};

static status open_source(struct token_merge *t, const struct merge_source *source, struct error *e)
{
    struct segment *s = source->segment;
    struct section section;
    uint32_t texts = s->single[SECTION_TOKENS];
    uint32_t lists = s->single[SECTION_TOKEN_POSTINGS];
    struct token_source *out = &t->sources[t->count];
    if (texts == NO_SECTION || lists == NO_SECTION) {
        return ST_OK;
    }
    TRY(segment_section(s, texts, &section, e));
    TRY(segment_blame(s, texts, string_list_open(section.bytes, section.length, &out->list, e), e));
    TRY(segment_open_postings(s, lists, out->list.count, &out->postings, e));
    if (out->list.count == 0) {
        return ST_OK;
    }
    TRY(segment_blame(s, texts, string_cursor_seek(&out->cursor, &out->list, 0, e), e));
    TRY(posting_reader_init(&out->reader, &out->postings, s->rows, e));
    out->source = source;
    t->count++;
    return ST_OK;
}

static status open_sources(struct token_merge *t, struct error *e)
{
    struct segment_merge *m = t->m;
    size_t tokens = 0;
    t->sources = calloc(MAX(m->source_count, (size_t)1), sizeof *t->sources);
    t->members = malloc(MAX(m->row_count, (size_t)1) * sizeof *t->members);
    if (t->sources == NULL || t->members == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to merge tokens");
    }
    TRY(bitset_init(&t->set, m->row_count, e));
    for (size_t i = 0; i < m->source_count; i++) {
        TRY(open_source(t, &m->sources[i], e));
    }
    for (size_t i = 0; i < t->count; i++) {
        tokens += t->sources[i].list.count;
    }
    return postings_builder_init(&t->lists, tokens, e);
}

static const struct token_source *least_token(const struct token_merge *t)
{
    const struct token_source *least = NULL;
    for (size_t i = 0; i < t->count; i++) {
        const struct token_source *s = &t->sources[i];
        if (!s->done && (least == NULL || sv_compare(string_cursor_text(&s->cursor),
                                                     string_cursor_text(&least->cursor)) < 0)) {
            least = s;
        }
    }
    return least;
}

// Adds the new rows of a source's token at hand, which rise, and moves on to its next.
static status take_token(struct token_merge *t, struct token_source *s, struct error *e)
{
    struct segment *segment = s->source->segment;
    bool kept = false;
    status result = posting_reader_read(&s->reader, s->cursor.index, &kept, e);
    TRY(segment_blame(segment, segment->single[SECTION_TOKEN_POSTINGS], result, e));
    for (size_t i = 0; i < s->reader.count; i++) {
        uint32_t row = s->source->new_rows[s->reader.members[i]];
        if (row != NO_ROW && t->members_count < t->m->row_count) {
            t->members[t->members_count++] = row;
        }
    }
    s->done = s->cursor.index + 1 == s->list.count;
    result = s->done ? ST_OK : string_cursor_next(&s->cursor, e);
    return segment_blame(segment, segment->single[SECTION_TOKENS], result, e);
}

static int compare_rows(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

// Rows of several sources, each rising, into one order.
static void sort_members(struct token_merge *t)
{
    if (t->members_count <= SORTED_MOST) {
        qsort(t->members, t->members_count, sizeof *t->members, compare_rows);
        return;
    }
    uint32_t first = UINT32_MAX;
    uint32_t last = 0;
    for (size_t i = 0; i < t->members_count; i++) {
        bitset_set(&t->set, t->members[i]);
        first = MIN(first, t->members[i]);
        last = MAX(last, t->members[i]);
    }
    t->members_count = bitset_list(&t->set, first, t->members, t->members_count);
    bitset_clear_range(&t->set, first, (size_t)last + 1);
}

static status merge_token(struct token_merge *t, const struct token_source *least, struct error *e)
{
    size_t taken = 0;
    string_view text = {t->text, least->cursor.length};
    memcpy(t->text, least->cursor.text, text.length);
    t->members_count = 0;
    for (size_t i = 0; i < t->count; i++) {
        struct token_source *s = &t->sources[i];
        if (!s->done && sv_equal(string_cursor_text(&s->cursor), text)) {
            TRY(take_token(t, s, e));
            taken++;
        }
    }
    if (t->members_count == 0) {
        return ST_OK; // only rows that are left out had it
    }
    if (taken > 1) {
        sort_members(t);
    }
    postings_builder_add(&t->lists, t->texts.count, t->members, t->members_count);
    string_list_builder_add(&t->texts, text.bytes, text.length, 0);
    return ST_OK;
}

static status write_tokens(struct token_merge *t, struct error *e)
{
    struct string_list_head head;
    struct section_part texts[STRING_LIST_PARTS];
    struct section_part lists[POSTINGS_PARTS];
    struct section_file *file = t->m->writer->file;
    size_t count = t->texts.count;
    if (count == 0) {
        return ST_OK;
    }
    postings_builder_trim(&t->lists, count);
    TRY(string_list_builder_finish(&t->texts, &head, texts, e));
    TRY(postings_builder_finish(&t->lists, lists, e));
    TRY(section_file_add(file, SECTION_TOKENS, 0, count, texts, STRING_LIST_PARTS, e));
    return section_file_add(file, SECTION_TOKEN_POSTINGS, 0, count, lists, POSTINGS_PARTS, e);
}

static status merge_sorted_tokens(struct token_merge *t, struct error *e)
{
    TRY(open_sources(t, e));
    for (const struct token_source *least = least_token(t); least != NULL; least = least_token(t)) {
        TRY(merge_token(t, least, e));
    }
    return write_tokens(t, e);
}

status merge_tokens(struct segment_merge *m, struct error *e)
{
    struct token_merge *t = calloc(1, sizeof *t);
    if (t == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to merge tokens");
    }
    t->m = m;
    string_list_builder_init(&t->texts);
    status result = merge_sorted_tokens(t, e);
    for (size_t i = 0; i < t->count; i++) {
        posting_reader_release(&t->sources[i].reader);
    }
    string_list_builder_release(&t->texts);
    postings_builder_release(&t->lists);
    bitset_release(&t->set);
    free(t->sources);
    free(t->members);
    free(t);
    return result;
}

// --- positions -----------------------------------------------------------------------------------

struct point_list {
    struct writer_point *items; // owned
    size_t count;
    size_t capacity;
};

static status add_points(struct point_list *list, const struct merge_source *source,
                         struct error *e)
{
    struct segment_points points;
    TRY(segment_points(source->segment, &points, e));
    for (size_t i = 0; i < points.count; i++) {
        uint32_t row = source->new_rows[points.rows[i]];
        if (row == NO_ROW) {
            continue;
        }
        if (!ARRAY_RESERVE(list->items, list->capacity, list->count, (size_t)UINT32_MAX)) {
            return error_set(e, ST_NO_MEMORY, "no memory to merge positions");
        }
        list->items[list->count++] = (struct writer_point){
            .row = row, .latitude = points.latitudes[i], .longitude = points.longitudes[i]};
    }
    return ST_OK;
}

status merge_points(struct segment_merge *m, struct error *e)
{
    struct point_list list = {0};
    status result = ST_OK;
    for (size_t i = 0; i < m->source_count && result == ST_OK; i++) {
        result = add_points(&list, &m->sources[i], e);
    }
    if (result == ST_OK) {
        result = writer_put_points(m->writer, list.items, list.count, e);
    }
    free(list.items);
    return result;
}
