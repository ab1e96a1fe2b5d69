// SPDX-License-Identifier: Apache-2.0
// Dictionaries of leaf paths: values by ordinal, in order, and ordinals by value.
// Must not know: elements and rows.
#include "store/list_fence.h"
#include "store/segment_private.h"

#include "base/fold.h"

#include <math.h>
#include <string.h>

// Where the strings of a dictionary lie: behind its header, or in the list of keys.
static status find_strings(struct segment *s, const struct dictionary_header *h,
                           const struct section *section, struct dictionary *d, struct error *e)
{
    if (h->place == STRINGS_HERE) {
        d->strings = section->bytes + sizeof *h;
        d->strings_length = section->length - sizeof *h;
        d->checks = section->checks;
        return ST_OK;
    }
    struct section keys;
    uint32_t number = s->single[SECTION_KEYS];
    if (h->place != STRINGS_IN_KEYS || section->length != sizeof *h || number == NO_SECTION) {
        return segment_damaged(s, d->section, e, "its strings are nowhere");
    }
    TRY(segment_section_by_block(s, number, &keys, e));
    d->section = number;
    d->strings = keys.bytes;
    d->strings_length = keys.length;
    d->checks = keys.checks;
    return ST_OK;
}

status segment_dictionary(struct segment *s, uint32_t path, struct dictionary *out, struct error *e)
{
    TRY(segment_check_leaf(s, path, e));
    struct section section;
    struct dictionary_header h;
    uint32_t number = path_section(s, path, PATH_DICTIONARY);
    TRY(segment_section_by_block(s, number, &section, e));
    if (section.length < sizeof h) {
        return segment_damaged(s, number, e, "it is cut short");
    }
    if (!block_checks_hold(section.checks, section.bytes, sizeof h)) {
        return segment_damaged(s, number, e, "the checksum of a block does not match");
    }
    memcpy(&h, section.bytes, sizeof h);
    uint64_t total = (uint64_t)h.missing + h.numbers + h.dates + h.booleans + h.texts;
    struct dictionary d = {.count = (uint32_t)total,
                           .missing = h.missing,
                           .numbers = h.numbers,
                           .dates = h.dates,
                           .booleans = h.booleans,
                           .texts = h.texts,
                           .segment = s,
                           .path = path,
                           .section = number};
    struct string_list list;
    TRY(find_strings(s, &h, &section, &d, e));
    TRY(segment_blame(s, d.section, dictionary_list(&d, &list, e), e));
    if (total != list.count || total != section.count || total == UINT32_MAX) {
        return segment_damaged(s, number, e, "its classes do not hold all values");
    }
    uint64_t told = s->directory[number].told;
    if (told != 0 && told - 1 != h.missing) {
        return segment_damaged(s, number, e, "the directory tells other missing values");
    }
    *out = d;
    return ST_OK;
}

status segment_values(struct segment *s, uint32_t path, uint32_t *missing, uint32_t *count,
                      struct error *e)
{
    TRY(segment_check_leaf(s, path, e));
    uint32_t number = path_section(s, path, PATH_DICTIONARY);
    const struct directory_entry *entry = &s->directory[number];
    if (entry->told == 0) {
        struct dictionary d;
        TRY(segment_dictionary(s, path, &d, e));
        *missing = d.missing;
        *count = d.count;
        return ST_OK;
    }
    if (entry->count >= UINT32_MAX || entry->told - 1 > entry->count) {
        return segment_damaged(s, number, e, "the directory tells more missing values than values");
    }
    *missing = (uint32_t)(entry->told - 1);
    *count = (uint32_t)entry->count;
    return ST_OK;
}

status dictionary_list(const struct dictionary *d, struct string_list *out, struct error *e)
{
    return string_list_open_checked(d->strings, d->strings_length, d->checks, out, e);
}

// --- values --------------------------------------------------------------------------------------

static status long_value(const struct dictionary *d, const struct string_cursor *c,
                         struct long_block *block, enum value_kind *kind, string_view *text,
                         struct error *e)
{
    struct segment *s = d->segment;
    struct long_reference reference;
    struct section section;
    uint32_t number = s->single[SECTION_LONG_VALUES];
    if (c->length < sizeof reference || number == NO_SECTION) {
        return error_set(e, ST_CORRUPT, "value %lu refers to nothing", (unsigned long)c->index + 1);
    }
    memcpy(&reference, c->text + c->length - sizeof reference, sizeof reference);
    if (reference.kind != VALUE_STRING && reference.kind != VALUE_NUMBER) {
        return error_set(e, ST_CORRUPT, "value %lu has an unknown kind",
                         (unsigned long)c->index + 1);
    }
    TRY(segment_section(s, number, &section, e));
    TRY(long_section_get(section.bytes, section.length, &reference, block, text, e));
    *kind = (enum value_kind)reference.kind;
    return ST_OK;
}

status dictionary_value(const struct dictionary *d, const struct string_cursor *c,
                        struct long_block *block, enum value_kind *kind, string_view *text,
                        struct error *e)
{
    if (c->kind == VALUE_LONG_STRING) {
        return long_value(d, c, block, kind, text, e);
    }
    *kind = (enum value_kind)c->kind;
    *text = string_cursor_text(c);
    return ST_OK;
}

static status get(const struct dictionary *d, uint32_t ordinal, struct long_block *block,
                  struct buffer *scratch, enum value_kind *kind, string_view *text, struct error *e)
{
    struct string_list list;
    struct string_cursor c;
    if (ordinal == 0 || ordinal > d->count) {
        return error_set(e, ST_CORRUPT, "ordinal %lu is asked of %lu values",
                         (unsigned long)ordinal, (unsigned long)d->count);
    }
    TRY(dictionary_list(d, &list, e));
    TRY(string_cursor_seek(&c, &list, ordinal - 1, e));
    string_view found;
    TRY(dictionary_value(d, &c, block, kind, &found, e));
    buffer_clear(scratch);
    buffer_append_view(scratch, found);
    TRY(buffer_check(scratch, "a value", e));
    *text = buffer_view(scratch);
    return ST_OK;
}

status dictionary_get(const struct dictionary *d, uint32_t ordinal, struct buffer *scratch,
                      enum value_kind *kind, string_view *text, struct error *e)
{
    struct long_block block;
    long_block_init(&block);
    status result = get(d, ordinal, &block, scratch, kind, text, e);
    long_block_release(&block);
    return segment_blame(d->segment, d->section, result, e);
}

#define EXPECTED 16u // strings asked for ahead

static status append_text(const struct dictionary *d, const struct string_list *list,
                          uint32_t ordinal, struct buffer *scratch, struct buffer *texts,
                          struct error *e)
{
    size_t length = 0;
    unsigned kind = VALUE_STRING;
    if (ordinal == 0) {
        return ST_OK;
    }
    if (!buffer_reserve(texts, LIMIT_LIST_STRING)) {
        return buffer_check(texts, "the values of a field", e);
    }
    if (!string_list_decode(list, ordinal - 1, texts->bytes + texts->length, &length, &kind) ||
        kind == VALUE_LONG_STRING) {
        enum value_kind found = VALUE_STRING;
        string_view text;
        TRY(dictionary_get(d, ordinal, scratch, &found, &text, e));
        buffer_append_view(texts, text);
        return buffer_check(texts, "the values of a field", e);
    }
    texts->length += length;
    if (kind == VALUE_TRUE || kind == VALUE_FALSE) {
        buffer_append_view(texts, kind == VALUE_TRUE ? SV("true") : SV("false"));
    }
    return ST_OK;
}

static status append_texts(const struct dictionary *d, const struct string_list *list,
                           const uint32_t *ordinals, size_t count, struct buffer *scratch,
                           struct buffer *texts, size_t *ends, struct error *e)
{
    for (size_t i = 0; i < count + EXPECTED; i++) {
        if (i + EXPECTED < count && ordinals[i + EXPECTED] != 0) {
            string_list_expect(list, ordinals[i + EXPECTED] - 1);
        }
        if (i < count && ordinals[i] != 0) {
            string_list_expect_block(list, ordinals[i] - 1);
        }
        if (i >= EXPECTED) {
            TRY(append_text(d, list, ordinals[i - EXPECTED], scratch, texts, e));
            ends[i - EXPECTED] = texts->length;
        }
    }
    return ST_OK;
}

status dictionary_texts(const struct dictionary *d, const uint32_t *ordinals, size_t count,
                        struct buffer *texts, size_t *ends, struct error *e)
{
    struct string_list list;
    struct buffer scratch;
    TRY(dictionary_list(d, &list, e));
    buffer_init(&scratch, LONG_BLOCK_MOST);
    status result = append_texts(d, &list, ordinals, count, &scratch, texts, ends, e);
    buffer_release(&scratch);
    return result;
}

static status scan(const struct dictionary *d, uint32_t first, uint32_t last,
                   dictionary_visit *visit, void *argument, struct long_block *block,
                   struct error *e)
{
    struct string_list list;
    struct string_cursor c;
    TRY(dictionary_list(d, &list, e));
    TRY(segment_blame(d->segment, d->section, string_cursor_seek(&c, &list, first - 1, e), e));
    for (uint32_t ordinal = first;; ordinal++) {
        enum value_kind kind = VALUE_STRING;
        string_view text;
        status result = dictionary_value(d, &c, block, &kind, &text, e);
        TRY(segment_blame(d->segment, d->section, result, e));
        TRY(visit(argument, ordinal, kind, text, e));
        if (ordinal == last) {
            return ST_OK;
        }
        TRY(segment_blame(d->segment, d->section, string_cursor_next(&c, e), e));
    }
}

status dictionary_scan(const struct dictionary *d, uint32_t first, uint32_t last,
                       dictionary_visit *visit, void *argument, struct error *e)
{
    if (first > last) {
        return ST_OK;
    }
    if (first == 0 || last > d->count) {
        return error_set(e, ST_INVALID, "ordinals %lu to %lu are asked of %lu values",
                         (unsigned long)first, (unsigned long)last, (unsigned long)d->count);
    }
    struct long_block block;
    long_block_init(&block);
    status result = scan(d, first, last, visit, argument, &block, e);
    long_block_release(&block);
    return result;
}

// --- classes -------------------------------------------------------------------------------------

enum value_class dictionary_class(const struct dictionary *d, uint32_t ordinal)
{
    uint64_t end = d->missing;
    if (ordinal <= end) {
        return CLASS_MISSING;
    }
    end += d->numbers;
    if (ordinal <= end) {
        return CLASS_NUMBER;
    }
    end += d->dates;
    if (ordinal <= end) {
        return CLASS_DATE;
    }
    return ordinal <= end + d->booleans ? CLASS_BOOLEAN : CLASS_TEXT;
}

struct ordinal_range {
    uint32_t first; // numbers of strings, from 0
    uint32_t last;  // behind the range
};

static struct ordinal_range class_range(const struct dictionary *d, enum value_class class)
{
    uint32_t first = 0;
    const uint32_t counts[] = {d->missing, d->numbers, d->dates, d->booleans, d->texts};
    for (size_t i = 0; i < (size_t) class; i++) {
        first += counts[i];
    }
    return (struct ordinal_range){first, first + counts[class]};
}

// --- looking for values --------------------------------------------------------------------------

// What is looked for, in the forms that are compared.
struct probe {
    const struct dictionary *d;
    struct value_facts facts;
    struct buffer folded;
    struct buffer cased;
    bool prefix;  // only the start of the folded form counts
    int on_equal; // what to answer for equal strings: 0, or -1 to find the end of them
    struct buffer scratch;
    struct long_block block;
};

static status probe_init(struct probe *p, const struct dictionary *d, string_view text,
                         struct error *e)
{
    *p = (struct probe){.d = d};
    buffer_init(&p->folded, SIZE_MAX / 2);
    buffer_init(&p->cased, SIZE_MAX / 2);
    buffer_init(&p->scratch, SIZE_MAX / 2);
    long_block_init(&p->block);
    value_analyse(VALUE_STRING, text, &p->facts);
    fold_full(text, &p->folded);
    fold_case(text, &p->cased);
    TRY(buffer_check(&p->folded, "a value to look for", e));
    return buffer_check(&p->cased, "a value to look for", e);
}

static void probe_release(struct probe *p)
{
    buffer_release(&p->folded);
    buffer_release(&p->cased);
    buffer_release(&p->scratch);
    long_block_release(&p->block);
}

static int compare_int64(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

// The part of the order that types decide, within one class.
static int compare_typed(const struct value_facts *a, const struct value_facts *b)
{
    if (a->class == CLASS_NUMBER) {
        return value_compare_numbers(a, b);
    }
    if (a->class == CLASS_DATE) {
        int order = compare_int64(a->start, b->start);
        return order != 0 ? order : compare_int64(b->end, a->end);
    }
    return a->class == CLASS_BOOLEAN ? (int)a->boolean - (int)b->boolean : 0;
}

static status compare_text(struct probe *p, string_view text, int *order, struct error *e)
{
    buffer_clear(&p->scratch);
    fold_full(text, &p->scratch);
    TRY(buffer_check(&p->scratch, "a value", e));
    string_view folded = buffer_view(&p->scratch);
    if (p->prefix) {
        folded = sv_slice(folded, 0, p->folded.length);
    }
    *order = sv_compare(folded, buffer_view(&p->folded));
    if (*order == 0 && !p->prefix) {
        buffer_clear(&p->scratch);
        fold_case(text, &p->scratch);
        TRY(buffer_check(&p->scratch, "a value", e));
        *order = sv_compare(buffer_view(&p->scratch), buffer_view(&p->cased));
    }
    return ST_OK;
}

static status order_probe(void *argument, const struct string_cursor *c, int *order,
                          struct error *e)
{
    struct probe *p = argument;
    enum value_kind kind = VALUE_STRING;
    string_view text;
    TRY(dictionary_value(p->d, c, &p->block, &kind, &text, e));
    if (p->facts.class != CLASS_TEXT && !p->prefix) {
        struct value_facts facts;
        value_analyse(kind, text, &facts);
        if (facts.class != p->facts.class) {
            return error_set(e, ST_CORRUPT, "value %lu stands among those of another type",
                             (unsigned long)c->index + 1);
        }
        *order = compare_typed(&facts, &p->facts);
    }
    // Truths are equal whatever they are written as; their tokens have no text to compare.
    if (*order == 0 && (p->prefix || p->facts.class != CLASS_BOOLEAN)) {
        TRY(compare_text(p, text, order, e));
    }
    *order = *order == 0 ? p->on_equal : *order;
    return ST_OK;
}

static status folded_form(void *argument, const struct string_cursor *c, string_view *out,
                          struct error *e)
{
    struct probe *p = argument;
    enum value_kind kind = VALUE_STRING;
    string_view text;
    TRY(dictionary_value(p->d, c, &p->block, &kind, &text, e));
    buffer_clear(&p->scratch);
    fold_full(text, &p->scratch);
    *out = buffer_view(&p->scratch);
    return buffer_check(&p->scratch, "a value", e);
}

// Texts stand in the order of their folded forms.
static status narrow_texts(struct probe *p, const struct string_list *list,
                           struct ordinal_range *range, struct error *e)
{
    if (p->facts.class != CLASS_TEXT || p->prefix) {
        return ST_OK;
    }
    return list_fence_narrow_form(&p->d->segment->text_fences[p->d->path], list, folded_form, p,
                                  buffer_view(&p->folded), &range->first, &range->last, e);
}

// Ordinals of the strings of a class that are equal to what is looked for.
static status find_range(struct probe *p, struct ordinal_range range, uint32_t *first,
                         uint32_t *last, struct error *e)
{
    struct string_list list;
    uint32_t from = 0;
    uint32_t to = 0;
    bool equal = false;
    TRY(dictionary_list(p->d, &list, e));
    TRY(narrow_texts(p, &list, &range, e));
    p->on_equal = 0;
    TRY(string_list_find(&list, range.first, range.last, order_probe, p, &from, &equal, e));
    p->on_equal = -1;
    to = from;
    if (equal) {
        TRY(string_list_find(&list, from, range.last, order_probe, p, &to, &equal, e));
    }
    *first = from + 1;
    *last = to;
    return ST_OK;
}

// The empty string is the first of the missing-like ones, when it is there.
static status find_empty(const struct dictionary *d, uint32_t *first, uint32_t *last,
                         struct error *e)
{
    struct string_list list;
    struct string_cursor c;
    *first = 1;
    *last = 0;
    if (d->missing > 0) {
        TRY(dictionary_list(d, &list, e));
        TRY(string_cursor_seek(&c, &list, 0, e));
        *last = c.kind == VALUE_STRING ? 1 : 0;
    }
    return ST_OK;
}

status dictionary_equal(const struct dictionary *d, string_view text, uint32_t *first,
                        uint32_t *last, struct error *e)
{
    struct probe p;
    status result = probe_init(&p, d, text, e);
    if (result == ST_OK && p.facts.class == CLASS_MISSING) {
        result = find_empty(d, first, last, e);
    } else if (result == ST_OK) {
        result = find_range(&p, class_range(d, p.facts.class), first, last, e);
    }
    probe_release(&p);
    return segment_blame(d->segment, d->section, result, e);
}

status dictionary_prefix(const struct dictionary *d, string_view prefix, uint32_t *first,
                         uint32_t *last, struct error *e)
{
    struct probe p;
    status result = probe_init(&p, d, prefix, e);
    p.prefix = true;
    if (result == ST_OK) {
        result = find_range(&p, class_range(d, CLASS_TEXT), first, last, e);
    }
    probe_release(&p);
    return segment_blame(d->segment, d->section, result, e);
}

// --- typed columns -------------------------------------------------------------------------------

status segment_numbers(struct segment *s, uint32_t path, const double **out, size_t *count,
                       struct error *e)
{
    struct dictionary d;
    struct section section;
    uint32_t number = path_section(s, path, PATH_NUMBERS);
    TRY(segment_dictionary(s, path, &d, e));
    TRY(segment_section(s, number, &section, e));
    if (section.length != d.numbers * sizeof **out) {
        return segment_damaged(s, number, e, "it does not hold the dictionary's numbers");
    }
    const void *start = section.bytes;
    *out = start;
    *count = d.numbers;
    return ST_OK;
}

// First of the numbers that is not below `bound` (or not at it either, when `past`).
static size_t number_bound(const double *numbers, size_t count, double bound, bool past)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (numbers[middle] < bound || (past && numbers[middle] <= bound)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

status dictionary_number_range(const struct dictionary *d, double low, bool low_inclusive,
                               double high, bool high_inclusive, uint32_t *first, uint32_t *last,
                               struct error *e)
{
    const double *numbers = NULL;
    size_t count = 0;
    TRY(segment_numbers(d->segment, d->path, &numbers, &count, e));
    size_t from = number_bound(numbers, count, low, !low_inclusive && isfinite(low));
    size_t to = number_bound(numbers, count, high, high_inclusive || isinf(high));
    *first = d->missing + (uint32_t)from + 1;
    *last = d->missing + (uint32_t)MAX(from, to);
    return ST_OK;
}

status segment_dates(struct segment *s, uint32_t path, struct date_list *out, struct error *e)
{
    TRY(segment_check_leaf(s, path, e));
    struct section section;
    uint32_t number = path_section(s, path, PATH_DATES);
    TRY(segment_section(s, number, &section, e));
    if (section.bytes == NULL) {
        *out = (struct date_list){0};
        return ST_OK;
    }
    return segment_blame(s, number,
                         date_list_open(section.bytes, section.length, section.count, out, e), e);
}
