// SPDX-License-Identifier: Apache-2.0
// Cutting, sorting and writing the tokens of a path.
#include "store/path_tokens.h"

#include "base/array.h"
#include "store/postings_builder.h"
#include "store/string_list.h"

#include <stdlib.h>
#include <string.h>

void path_tokens_release(struct path_tokens *t)
{
    free(t->starts);
    free(t->ids);
    intern_release(&t->texts);
    *t = (struct path_tokens){0};
}

// --- cutting -------------------------------------------------------------------------------------

void token_collector_init(struct token_collector *c, struct path_tokens *tokens)
{
    c->tokens = tokens;
    c->entries = 0;
    c->batch = 0;
    c->batch_length = 0;
    token_cutter_init(&c->cutter);
}

void token_collector_release(struct token_collector *c)
{
    token_cutter_release(&c->cutter);
}

static status flush(struct token_collector *c, struct error *e)
{
    struct path_tokens *t = c->tokens;
    size_t count = c->batch;
    c->batch = 0;
    c->batch_length = 0;
    if (count == 0) {
        return ST_OK;
    }
    return intern_many(&t->texts, c->keys, count, t->ids + t->ids_count - count, e);
}

static status add_token(struct token_collector *c, string_view token, struct error *e)
{
    struct path_tokens *t = c->tokens;
    if (token.length > TEXT_SORT_MOST) {
        return error_set(e, ST_INTERNAL, "a token of %zu bytes", token.length);
    }
    if (!ARRAY_RESERVE(t->ids, t->ids_capacity, t->ids_count, (size_t)UINT32_MAX)) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    char *text = c->texts + c->batch_length;
    memcpy(text, token.bytes, token.length);
    c->keys[c->batch++] = (struct intern_key){text, (uint32_t)token.length, 0};
    c->batch_length += token.length;
    t->ids_count++;
    return c->batch == TOKEN_BATCH ? flush(c, e) : ST_OK;
}

static status start_entry(struct token_collector *c, struct error *e)
{
    struct path_tokens *t = c->tokens;
    if (!ARRAY_RESERVE(t->starts, t->starts_capacity, c->entries, (size_t)UINT32_MAX)) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    t->starts[c->entries] = (uint32_t)t->ids_count;
    return ST_OK;
}

status token_collector_add(struct token_collector *c, string_view text, struct error *e)
{
    TRY(start_entry(c, e));
    c->entries++;
    if (text.length == 0 || token_is_plain_code(text)) {
        return ST_OK;
    }
    TRY(token_cut(&c->cutter, text, e));
    for (size_t i = 0; i < c->cutter.count; i++) {
        const struct token *token = &c->cutter.tokens[i];
        if (!token->is_whole || !token->is_code) {
            TRY(add_token(c, token->text, e));
        }
    }
    return ST_OK;
}

status token_collector_finish(struct token_collector *c, struct error *e)
{
    TRY(start_entry(c, e));
    TRY(flush(c, e));
    intern_seal(&c->tokens->texts);
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

static status write_lists(const struct path_tokens *t, const struct inverted *lists,
                          const uint32_t *order, struct section_file *file, uint32_t path,
                          struct error *e)
{
    size_t tokens = t->texts.count;
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
        result = section_file_add(file, SECTION_FIELD_TOKEN_POSTINGS, path, tokens, parts,
                                  POSTINGS_PARTS, e);
    }
    postings_builder_release(&builder);
    return result;
}

status path_tokens_write(const struct path_tokens *t, uint32_t entries, struct section_file *file,
                         uint32_t path, struct error *e)
{
    struct inverted lists = {0};
    uint32_t *ranks = NULL;
    uint32_t *order = NULL;
    status result = tokens_sort(&t->texts, &ranks, &order, e);
    if (result == ST_OK) {
        result = tokens_write_texts(file, SECTION_FIELD_TOKENS, path, &t->texts, order, e);
    }
    if (result == ST_OK) {
        result = invert(t, entries, &lists, e);
    }
    if (result == ST_OK) {
        result = write_lists(t, &lists, order, file, path, e);
    }
    free(lists.starts);
    free(lists.last);
    free(lists.members);
    free(ranks);
    free(order);
    return result;
}
