// SPDX-License-Identifier: Apache-2.0
// Cuts each distinct value into tokens once, and writes a path's own token index (FIELD_TOKENS).
// Whole codes are left out: the dictionary finds them (store/token.h). Must not know: rows.
#include "store/segment_writer_tokens.h"

#include "base/array.h"
#include "store/postings_builder.h"
#include "store/token.h"

#include <stdlib.h>
#include <string.h>

#define PREFETCH    8u
#define TOKEN_BATCH 64u

void path_tokens_release(struct path_tokens *t)
{
    free(t->starts);
    free(t->ids);
    intern_release(&t->texts);
    *t = (struct path_tokens){0};
}

// --- cutting -------------------------------------------------------------------------------------

// Tokens of several values on their way to be interned: their texts are copied, as the cutter
// reuses its memory.
struct token_batch {
    struct intern_key keys[TOKEN_BATCH];
    size_t count;
    size_t length;
    char texts[TOKEN_BATCH * TEXT_SORT_MOST];
};

static status flush_tokens(struct path_tokens *t, struct token_batch *batch, struct error *e)
{
    size_t count = batch->count;
    batch->count = 0;
    batch->length = 0;
    if (count == 0) {
        return ST_OK;
    }
    return intern_many(&t->texts, batch->keys, count, t->ids + t->ids_count - count, e);
}

static status add_tokens(struct path_tokens *t, struct token_batch *batch,
                         const struct token_cutter *cutter, struct error *e)
{
    for (size_t i = 0; i < cutter->count; i++) {
        const struct token *token = &cutter->tokens[i];
        size_t length = token->text.length;
        if (token->is_whole && token->is_code) {
            continue;
        }
        if (length > TEXT_SORT_MOST) {
            return error_set(e, ST_INTERNAL, "a token of %zu bytes", length);
        }
        if (!ARRAY_RESERVE(t->ids, t->ids_capacity, t->ids_count, (size_t)UINT32_MAX)) {
            return error_set(e, ST_NO_MEMORY, "no memory for tokens");
        }
        char *text = batch->texts + batch->length;
        memcpy(text, token->text.bytes, length);
        batch->keys[batch->count++] = (struct intern_key){text, (uint32_t)length, 0};
        batch->length += length;
        t->ids_count++;
        if (batch->count == TOKEN_BATCH) {
            TRY(flush_tokens(t, batch, e));
        }
    }
    return ST_OK;
}

// Cuts the entries in the order they were met, which is how they lie in memory.
static status cut_values(struct value_reader *reader, struct writer_path *p,
                         struct token_cutter *cutter, struct error *e)
{
    struct path_tokens *t = &p->tokens;
    uint32_t count = p->values.count;
    struct token_batch batch;
    batch.count = 0;
    batch.length = 0;
    t->starts = malloc(((size_t)count + 1) * sizeof *t->starts);
    if (t->starts == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    for (uint32_t entry = 0; entry < count; entry++) {
        enum value_kind kind = VALUE_STRING;
        string_view text;
        t->starts[entry] = (uint32_t)t->ids_count;
        TRY(value_reader_get(reader, entry, &kind, &text, e));
        if (text.length > 0 && !token_is_plain_code(text)) {
            TRY(token_cut(cutter, text, e));
            TRY(add_tokens(t, &batch, cutter, e));
        }
    }
    t->starts[count] = (uint32_t)t->ids_count;
    return flush_tokens(t, &batch, e);
}

// Lays the tokens of the entries in the order of the dictionary.
static status order_tokens(struct writer_path *p, struct error *e)
{
    struct path_tokens *t = &p->tokens;
    uint32_t count = p->values.count;
    uint32_t *starts = malloc(((size_t)count + 1) * sizeof *starts);
    uint32_t *ids = malloc(MAX(t->ids_count, (size_t)1) * sizeof *ids);
    if (starts == NULL || ids == NULL) {
        free(starts);
        free(ids);
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    uint32_t at = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (i + 2 * PREFETCH < count) {
            __builtin_prefetch(&t->starts[p->order[i + 2 * PREFETCH]]);
            __builtin_prefetch(&t->ids[t->starts[p->order[i + PREFETCH]]]);
        }
        uint32_t entry = p->order[i];
        uint32_t number = t->starts[entry + 1] - t->starts[entry];
        starts[i] = at;
        memcpy(ids + at, t->ids + t->starts[entry], number * sizeof *ids);
        at += number;
    }
    starts[count] = at;
    free(t->starts);
    free(t->ids);
    t->starts = starts;
    t->ids = ids;
    return ST_OK;
}

// --- sorting -------------------------------------------------------------------------------------

static void leave_ties(void *argument, struct sort_item *items, size_t count)
{
    (void)argument;
    (void)items;
    (void)count; // tokens differ within the bytes that they are sorted by
}

status tokens_sort(const struct intern_table *texts, uint32_t **ranks, uint32_t **order,
                   struct error *e)
{
    size_t count = texts->count;
    struct sort_item *items = malloc(MAX(count, (size_t)1) * sizeof *items);
    struct sort_item *spare = malloc(MAX(count, (size_t)1) * sizeof *spare);
    unsigned char *bytes = calloc(1, texts->bytes_length + count + 1);
    uint32_t *new_ranks = malloc(MAX(count, (size_t)1) * sizeof *new_ranks);
    uint32_t *new_order = malloc(MAX(count, (size_t)1) * sizeof *new_order);
    status result = ST_OK;
    if (items == NULL || spare == NULL || bytes == NULL || new_ranks == NULL || new_order == NULL ||
        texts->bytes_length + count > UINT32_MAX) {
        free(new_ranks);
        free(new_order);
        result = error_set(e, ST_NO_MEMORY, "no memory to sort %zu tokens", count);
    } else {
        size_t at = 0;
        for (uint32_t i = 0; i < count; i++) {
            string_view text = intern_text(texts, i);
            items[i] = (struct sort_item){0, i, (uint32_t)at};
            bytes[at++] = (unsigned char)text.length;
            memcpy(bytes + at, text.bytes, text.length);
            at += text.length;
        }
        sort_by_text(items, spare, count, bytes, leave_ties, NULL);
        for (uint32_t i = 0; i < count; i++) {
            new_order[i] = items[i].item;
            new_ranks[items[i].item] = i;
        }
        *ranks = new_ranks;
        *order = new_order;
    }
    free(items);
    free(spare);
    free(bytes);
    return result;
}

status tokens_write_texts(struct section_file *file, enum section_kind kind, uint32_t path,
                          const struct intern_table *texts, const uint32_t *order, struct error *e)
{
    struct string_list_builder *list = malloc(sizeof *list);
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    string_list_builder_init(list);
    for (uint32_t i = 0; i < texts->count; i++) {
        string_view text = intern_text(texts, order[i]);
        string_list_builder_add(list, text.bytes, text.length, 0);
    }
    struct string_list_head head;
    struct section_part parts[STRING_LIST_PARTS];
    status result = string_list_builder_finish(list, &head, parts, e);
    if (result == ST_OK) {
        result = section_file_add(file, kind, path, texts->count, parts, STRING_LIST_PARTS, e);
    }
    string_list_builder_release(list);
    free(list);
    return result;
}

// --- a path's own index --------------------------------------------------------------------------

struct inverted {
    uint32_t *starts;  // by token: of its ordinals; behind the last once filled
    uint32_t *last;    // by token: the entry that last had it, plus 1
    uint32_t *members; // ordinals minus 1
};

// Turns "entry has tokens" into "token is in entries", each pair once.
static status invert(const struct path_tokens *t, uint32_t entries, struct inverted *out,
                     struct error *e)
{
    size_t tokens = t->texts.count;
    out->starts = calloc(tokens + 1, sizeof *out->starts);
    out->last = calloc(tokens + 1, sizeof *out->last);
    out->members = malloc(MAX(t->ids_count, (size_t)1) * sizeof *out->members);
    if (out->starts == NULL || out->last == NULL || out->members == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    for (uint32_t i = 0; i < entries; i++) {
        for (uint32_t k = t->starts[i]; k < t->starts[i + 1]; k++) {
            uint32_t id = t->ids[k];
            out->starts[id] += out->last[id] != i + 1;
            out->last[id] = i + 1;
        }
    }
    uint32_t sum = 0;
    for (size_t id = 0; id < tokens; id++) {
        uint32_t number = out->starts[id];
        out->starts[id] = sum;
        sum += number;
    }
    memset(out->last, 0, tokens * sizeof *out->last);
    for (uint32_t i = 0; i < entries; i++) {
        for (uint32_t k = t->starts[i]; k < t->starts[i + 1]; k++) {
            uint32_t id = t->ids[k];
            if (out->last[id] != i + 1) {
                out->last[id] = i + 1;
                out->members[out->starts[id]++] = i;
            }
        }
    }
    return ST_OK;
}

static status write_lists(struct segment_writer *w, uint32_t path, const struct inverted *lists,
                          const uint32_t *order, struct error *e)
{
    size_t tokens = w->paths[path]->tokens.texts.count;
    struct postings_builder builder = {0};
    struct section_part parts[POSTINGS_PARTS];
    status result = postings_builder_init(&builder, tokens, e);
    if (result == ST_OK) {
        for (size_t i = 0; i < tokens; i++) {
            uint32_t id = order[i];
            uint32_t start = id == 0 ? 0 : lists->starts[id - 1];
            postings_builder_add(&builder, i, lists->members + start, lists->starts[id] - start);
        }
        result = postings_builder_finish(&builder, parts, e);
    }
    if (result == ST_OK) {
        result = section_file_add(w->file, SECTION_FIELD_TOKEN_POSTINGS, path, tokens, parts,
                                  POSTINGS_PARTS, e);
    }
    postings_builder_release(&builder);
    return result;
}

static status write_field_tokens(struct segment_writer *w, uint32_t path, struct error *e)
{
    const struct writer_path *p = w->paths[path];
    struct inverted lists = {0};
    uint32_t *ranks = NULL;
    uint32_t *order = NULL;
    status result = tokens_sort(&p->tokens.texts, &ranks, &order, e);
    if (result == ST_OK) {
        result =
            tokens_write_texts(w->file, SECTION_FIELD_TOKENS, path, &p->tokens.texts, order, e);
    }
    if (result == ST_OK) {
        result = invert(&p->tokens, p->values.count, &lists, e);
    }
    if (result == ST_OK) {
        result = write_lists(w, path, &lists, order, e);
    }
    free(lists.starts);
    free(lists.last);
    free(lists.members);
    free(ranks);
    free(order);
    return result;
}

status writer_cut_tokens(struct segment_writer *w, uint32_t path, struct error *e)
{
    struct writer_path *p = w->paths[path];
    struct value_reader reader;
    struct token_cutter cutter;
    value_reader_init(&reader, w, p);
    token_cutter_init(&cutter);
    status result = cut_values(&reader, p, &cutter, e);
    token_cutter_release(&cutter);
    value_reader_release(&reader);
    intern_seal(&p->tokens.texts);
    if (result == ST_OK && p->tokens.ids_count > 0) {
        result = order_tokens(p, e);
    }
    if (result == ST_OK && p->counts.texts > FIELD_TOKENS_LEAST_TEXTS) {
        result = write_field_tokens(w, path, e);
    }
    if (p->tokens.ids_count == 0) {
        path_tokens_release(&p->tokens);
    }
    return result;
}
