// SPDX-License-Identifier: Apache-2.0
// Conditions on values, answered from one dictionary.
// Must not know: rows, queries as trees.
#include "query/ordinals.h"

#include "base/fold.h"
#include "store/string_list.h"

#include <stdlib.h>
#include <string.h>

void ordinal_set_init(struct ordinal_set *o)
{
    *o = (struct ordinal_set){.first = 1, .last = 0};
}

void ordinal_set_release(struct ordinal_set *o)
{
    if (o->has_some) {
        bitset_release(&o->some);
    }
    ordinal_set_init(o);
}

bool ordinal_set_is_empty(const struct ordinal_set *o)
{
    return o->first > o->last && (!o->has_some || bitset_is_empty(&o->some));
}

static status make_some(struct ordinal_set *o, const struct dictionary *d, struct error *e)
{
    if (!o->has_some) {
        TRY(bitset_init(&o->some, (size_t)d->count + 1, e));
        o->has_some = true;
    }
    return ST_OK;
}

// The range grows where they touch.
status ordinal_set_add(struct ordinal_set *o, const struct dictionary *d, uint32_t first,
                       uint32_t last, struct error *e)
{
    if (first > last) {
        return ST_OK;
    }
    if (o->first > o->last) {
        o->first = first;
        o->last = last;
        return ST_OK;
    }
    if (first <= o->last + 1 && o->first <= last + 1) {
        o->first = MIN(o->first, first);
        o->last = MAX(o->last, last);
        return ST_OK;
    }
    TRY(make_some(o, d, e));
    bitset_set_range(&o->some, first, (size_t)last + 1);
    return ST_OK;
}

// One run of members stays a range.
status ordinal_set_add_all(struct ordinal_set *o, const struct dictionary *d,
                           const struct bitset *ordinals, struct error *e)
{
    size_t first = bitset_next(ordinals, 0);
    if (first >= ordinals->bit_count) {
        return ST_OK;
    }
    size_t end = first + 1;
    while (end < ordinals->bit_count && bitset_test(ordinals, end)) {
        end++;
    }
    if (o->first > o->last && bitset_next(ordinals, end) >= ordinals->bit_count) {
        return ordinal_set_add(o, d, (uint32_t)first, (uint32_t)end - 1, e);
    }
    TRY(make_some(o, d, e));
    bitset_or(&o->some, ordinals);
    return ST_OK;
}

string_view ordinal_text(enum value_kind kind, string_view text)
{
    return kind == VALUE_TRUE ? SV("true") : kind == VALUE_FALSE ? SV("false") : text;
}

// --- equality --------------------------------------------------------------------------------

status ordinals_equal(const struct dictionary *d, string_view text, struct ordinal_set *o,
                      struct error *e)
{
    struct value_facts facts;
    value_analyse(VALUE_STRING, text, &facts);
    if (facts.class == CLASS_MISSING) {
        return ST_OK;
    }
    uint32_t first = 0;
    uint32_t last = 0;
    TRY(dictionary_equal(d, text, &first, &last, e));
    return ordinal_set_add(o, d, first, last, e);
}

// --- prefix ----------------------------------------------------------------------------------

struct prefix_scan {
    const struct dictionary *dictionary;
    struct ordinal_set *set;
    string_view prefix; // folded
    struct buffer folded;
};

static status see_prefix(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                         struct error *e)
{
    struct prefix_scan *scan = argument;
    buffer_clear(&scan->folded);
    fold_full(ordinal_text(kind, text), &scan->folded);
    if (!sv_starts_with(buffer_view(&scan->folded), scan->prefix)) {
        return ST_OK;
    }
    return ordinal_set_add(scan->set, scan->dictionary, ordinal, ordinal, e);
}

status ordinals_prefix(const struct dictionary *d, string_view prefix, struct ordinal_set *o,
                       struct error *e)
{
    uint32_t first = 0;
    uint32_t last = 0;
    TRY(dictionary_prefix(d, prefix, &first, &last, e));
    TRY(ordinal_set_add(o, d, first, last, e));
    uint32_t typed = d->numbers + d->dates + d->booleans;
    if (typed == 0) {
        return ST_OK;
    }
    struct buffer wanted;
    buffer_init(&wanted, (size_t)64 << 20);
    fold_full(prefix, &wanted);
    struct prefix_scan scan = {.dictionary = d, .set = o, .prefix = buffer_view(&wanted)};
    buffer_init(&scan.folded, (size_t)64 << 20);
    status result = dictionary_scan(d, d->missing + 1, d->missing + typed, see_prefix, &scan, e);
    buffer_release(&scan.folded);
    buffer_release(&wanted);
    return result;
}

// --- ranges ----------------------------------------------------------------------------------

status ordinals_numbers(const struct dictionary *d, const struct query *term, struct ordinal_set *o,
                        struct error *e)
{
    uint32_t first = 0;
    uint32_t last = 0;
    TRY(dictionary_number_range(d, term->low, term->low_inclusive, term->high, term->high_inclusive,
                                &first, &last, e));
    return ordinal_set_add(o, d, first, last, e);
}

struct date_target {
    const struct dictionary *dictionary;
    struct ordinal_set *set;
};

static status add_dates(void *argument, uint32_t first, uint32_t last, struct error *e)
{
    const struct date_target *t = argument;
    return ordinal_set_add(t->set, t->dictionary, first, last, e);
}

status ordinals_dates(const struct dictionary *d, const struct query *term, struct ordinal_set *o,
                      struct error *e)
{
    struct date_list dates;
    struct date_bounds bounds = {INT64_MIN, INT64_MAX, INT64_MIN, INT64_MAX};
    struct date_target target = {d, o};
    if (term->within) {
        bounds.least_start = term->start;
        bounds.most_end = term->end;
    } else {
        bounds.most_start = term->end;
        bounds.least_end = term->start;
    }
    TRY(segment_dates(d->segment, d->path, &dates, e));
    return date_list_find(&dates, &bounds, add_dates, &target, e);
}

// --- words -----------------------------------------------------------------------------------

// Numbers and dates that are written like the code. Dates with a time are written in capitals.
static status add_typed_code(const struct dictionary *d, string_view code, struct ordinal_set *o,
                             struct error *e)
{
    char capitals[128];
    if (code.length > sizeof capitals || d->numbers + d->dates == 0) {
        return ST_OK;
    }
    for (size_t i = 0; i < code.length; i++) {
        char c = code.bytes[i];
        capitals[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    string_view text = {capitals, code.length};
    struct value_facts facts;
    value_analyse(VALUE_STRING, text, &facts);
    if (facts.class != CLASS_NUMBER && facts.class != CLASS_DATE) {
        return ST_OK;
    }
    uint32_t first = 0;
    uint32_t last = 0;
    TRY(dictionary_equal(d, text, &first, &last, e));
    return ordinal_set_add(o, d, first, last, e);
}

status ordinals_code(const struct dictionary *d, string_view code, struct ordinal_set *o,
                     struct error *e)
{
    TRY(add_typed_code(d, code, o, e));
    if (d->texts == 0) {
        return ST_OK;
    }
    uint32_t first = 0;
    uint32_t last = 0;
    TRY(dictionary_prefix(d, code, &first, &last, e));
    struct buffer text;
    struct buffer folded;
    buffer_init(&text, (size_t)64 << 20);
    buffer_init(&folded, (size_t)64 << 20);
    status result = ST_OK;
    // In folded order the text itself stands before all that it is a prefix of.
    for (uint32_t i = first; i <= last && result == ST_OK; i++) {
        enum value_kind kind = VALUE_STRING;
        string_view value = {NULL, 0};
        buffer_clear(&folded);
        result = dictionary_get(d, i, &text, &kind, &value, e);
        fold_full(value, &folded);
        if (result != ST_OK || !sv_equal(buffer_view(&folded), code)) {
            break;
        }
        result = ordinal_set_add(o, d, i, i, e);
    }
    buffer_release(&text);
    buffer_release(&folded);
    return result;
}

struct token_scan {
    const struct dictionary *dictionary;
    struct ordinal_set *set;
    const struct token *tokens;
    size_t count;
    struct token_cutter cutter;
    struct buffer folded;
};

static bool has_token(const struct token_cutter *c, const struct token *wanted)
{
    for (size_t i = 0; i < c->count; i++) {
        if (sv_equal(c->tokens[i].text, wanted->text)) {
            return true;
        }
    }
    return false;
}

static bool holds_all(string_view folded, const struct token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (memmem(folded.bytes, folded.length, tokens[i].text.bytes, tokens[i].text.length) ==
            NULL) {
            return false;
        }
    }
    return true;
}

static status see_tokens(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                         struct error *e)
{
    struct token_scan *scan = argument;
    text = ordinal_text(kind, text);
    buffer_clear(&scan->folded);
    fold_full(text, &scan->folded);
    // Every token is a part of the folded text: most texts end here.
    if (scan->folded.length == 0 ||
        !holds_all(buffer_view(&scan->folded), scan->tokens, scan->count)) {
        return ST_OK;
    }
    TRY(token_cut(&scan->cutter, text, e));
    for (size_t i = 0; i < scan->count; i++) {
        if (!has_token(&scan->cutter, &scan->tokens[i])) {
            return ST_OK;
        }
    }
    return ordinal_set_add(scan->set, scan->dictionary, ordinal, ordinal, e);
}

// Every piece of a number or date has a digit in it, so that it is cut into codes only.
uint32_t ordinals_first_with(const struct dictionary *d, const struct token *token)
{
    return token->is_code ? d->missing + 1 : d->missing + d->numbers + d->dates + 1;
}

static status scan_for_tokens(const struct dictionary *d, const struct token *tokens, size_t count,
                              struct ordinal_set *o, struct error *e)
{
    uint32_t first = d->missing + 1;
    for (size_t i = 0; i < count; i++) {
        first = MAX(first, ordinals_first_with(d, &tokens[i]));
    }
    struct token_scan scan = {.dictionary = d, .set = o, .tokens = tokens, .count = count};
    token_cutter_init(&scan.cutter);
    buffer_init(&scan.folded, (size_t)64 << 20);
    status result = ST_OK;
    if (first <= d->count) {
        result = dictionary_scan(d, first, d->count, see_tokens, &scan, e);
    }
    buffer_release(&scan.folded);
    token_cutter_release(&scan.cutter);
    return result;
}

status ordinals_may_hold(const struct dictionary *d, const struct token *token, bool *may,
                         struct error *e)
{
    struct string_list list;
    uint32_t index = 0;
    bool kept = false;
    *may = ordinals_first_with(d, token) <= d->count;
    if (!*may || token->is_code) {
        return ST_OK;
    }
    TRY(segment_field_tokens(d->segment, d->path, &list, &kept, e));
    return kept ? string_list_find_bytes(&list, 0, list.count, token->text, &index, may, e) : ST_OK;
}

// The entries with one token, from the path's token index.
static status add_indexed(const struct dictionary *d, const struct token *token,
                          struct bitset *with, bool *kept, struct error *e)
{
    TRY(segment_field_token(d->segment, d->path, token->text, with, kept, e));
    if (!*kept || !token->is_code) {
        return ST_OK;
    }
    struct ordinal_set whole;
    ordinal_set_init(&whole);
    status result = ordinals_code(d, token->text, &whole, e);
    if (result == ST_OK && whole.first <= whole.last) {
        bitset_set_range(with, whole.first, (size_t)whole.last + 1);
    }
    if (result == ST_OK && whole.has_some) {
        bitset_or(with, &whole.some);
    }
    ordinal_set_release(&whole);
    return result;
}

status ordinals_with_tokens(const struct dictionary *d, const struct token *tokens, size_t count,
                            struct ordinal_set *o, struct error *e)
{
    if (count == 0) {
        return ST_OK;
    }
    struct bitset all = {0};
    struct bitset one = {0};
    bool kept = false;
    status result = ST_OK;
    TRY_OUT(bitset_init(&all, (size_t)d->count + 1, e));
    TRY_OUT(add_indexed(d, &tokens[0], &all, &kept, e));
    if (!kept) {
        result = scan_for_tokens(d, tokens, count, o, e);
        goto out;
    }
    for (size_t i = 1; i < count && !bitset_is_empty(&all); i++) {
        bitset_release(&one);
        TRY_OUT(bitset_init(&one, (size_t)d->count + 1, e));
        TRY_OUT(add_indexed(d, &tokens[i], &one, &kept, e));
        bitset_and(&all, &one);
    }
    TRY_OUT(ordinal_set_add_all(o, d, &all, e));
out:
    bitset_release(&one);
    bitset_release(&all);
    return result;
}
