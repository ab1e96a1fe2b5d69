// SPDX-License-Identifier: Apache-2.0
// Sorts a path's distinct values into the one order (store/value.h). Each class sorts by a 64-bit
// key that decides most comparisons: a number's or a date's value, or eight bytes of a text's
// folded form after the other; what is still equal is compared in full. Must not know: how
// dictionaries are written.
#include "store/segment_writer_private.h"
#include "store/text_sort.h"
#include "store/value_key.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

static_assert(FOLDED_MOST == TEXT_SORT_MOST, "texts are sorted by all that is kept of them");

#define CLASSES 5u

// Items are entries; the place of a text is that of its folded form, of others that of their facts.
struct class_items {
    struct sort_item *items; // owned
    size_t count;
    size_t capacity;
};

struct value_sorter {
    struct value_reader reader;
    struct value_reader other; // the second text of a comparison
    struct class_items classes[CLASSES];
    struct sort_item *spare; // owned: as many as the largest class has
    struct value_facts *facts;
    size_t facts_count;
    size_t facts_capacity;
    struct buffer folded; // a length byte, then so many bytes of folded form
    struct buffer scratch;
    status failed;
    struct error *e;
};

// --- keys ----------------------------------------------------------------------------------------

static uint32_t add_folded(struct value_sorter *s, string_view text)
{
    size_t place = s->folded.length;
    if (!buffer_reserve(&s->folded, 1 + FOLDED_MOST)) {
        return 0;
    }
    unsigned char *out = (unsigned char *)s->folded.bytes + place;
    size_t length = value_fold_start(text, &s->scratch, out + 1);
    s->folded.failed |= s->scratch.failed;
    out[0] = (unsigned char)length;
    s->folded.length += 1 + length;
    return (uint32_t)place;
}

static status add_item(struct value_sorter *s, enum value_class class, struct sort_item item,
                       struct error *e)
{
    struct class_items *c = &s->classes[class];
    if (!ARRAY_RESERVE(c->items, c->capacity, c->count, UINT32_MAX)) {
        return error_set(e, ST_NO_MEMORY, "no memory to sort values");
    }
    c->items[c->count++] = item;
    return ST_OK;
}

static status add_typed(struct value_sorter *s, uint32_t entry, enum value_kind kind,
                        const struct value_facts *facts, struct error *e)
{
    if (!ARRAY_RESERVE(s->facts, s->facts_capacity, s->facts_count, UINT32_MAX)) {
        return error_set(e, ST_NO_MEMORY, "no memory to sort values");
    }
    uint32_t place = (uint32_t)s->facts_count;
    s->facts[s->facts_count++] = *facts;
    uint64_t key = value_typed_key(kind, facts);
    return add_item(s, facts->class, (struct sort_item){key, entry, place}, e);
}

// Analyses every entry and gives it its first key.
static status classify(struct value_sorter *s, uint32_t count, struct error *e)
{
    for (uint32_t entry = 0; entry < count; entry++) {
        enum value_kind kind = VALUE_STRING;
        string_view text;
        struct value_facts facts;
        TRY(value_reader_get(&s->reader, entry, &kind, &text, e));
        value_analyse(kind, text, &facts);
        if (facts.class == CLASS_MISSING) {
            TRY(add_item(s, CLASS_MISSING, (struct sort_item){kind, entry, 0}, e));
        } else if (facts.class == CLASS_TEXT) {
            struct sort_item item = {0, entry, add_folded(s, text)};
            if (s->folded.failed || s->folded.length >= UINT32_MAX - FOLDED_MOST) {
                return error_set(e, ST_NO_MEMORY, "no memory to sort values");
            }
            TRY(add_item(s, CLASS_TEXT, item, e));
        } else {
            TRY(add_typed(s, entry, kind, &facts, e));
        }
    }
    return ST_OK;
}

// --- sorting -------------------------------------------------------------------------------------

static int compare_fully(const void *a, const void *b, void *argument)
{
    struct value_sorter *s = argument;
    const struct sort_item *x = a;
    const struct sort_item *y = b;
    enum value_kind x_kind = VALUE_STRING;
    enum value_kind y_kind = VALUE_STRING;
    string_view x_text;
    string_view y_text;
    if (s->failed != ST_OK) {
        return 0;
    }
    s->failed = value_reader_get(&s->reader, x->item, &x_kind, &x_text, s->e);
    if (s->failed == ST_OK) {
        s->failed = value_reader_get(&s->other, y->item, &y_kind, &y_text, s->e);
    }
    if (s->failed != ST_OK) {
        return 0;
    }
    struct value_facts x_facts;
    struct value_facts y_facts;
    value_analyse(x_kind, x_text, &x_facts);
    value_analyse(y_kind, y_text, &y_facts);
    return value_compare(x_kind, x_text, &x_facts, y_kind, y_text, &y_facts);
}

static void sort_fully(void *argument, struct sort_item *items, size_t count)
{
    if (count > 1) {
        qsort_r(items, count, sizeof *items, compare_fully, argument);
    }
}

static void sort_typed(struct value_sorter *s, struct sort_item *items, size_t count)
{
    sort_by_key(items, s->spare, count);
    for (size_t i = 0; i < count;) {
        size_t first = i++;
        while (i < count && items[i].key == items[first].key) {
            i++;
        }
        sort_fully(s, items + first, i - first);
    }
}

static status sort_classes(struct value_sorter *s, struct error *e)
{
    size_t most = 1;
    for (size_t i = 0; i < CLASSES; i++) {
        most = MAX(most, s->classes[i].count);
    }
    s->spare = malloc(most * sizeof *s->spare);
    if (s->spare == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to sort values");
    }
    s->e = e;
    for (size_t i = CLASS_MISSING; i < CLASSES; i++) {
        struct class_items *c = &s->classes[i];
        if (i == CLASS_TEXT) {
            sort_by_text(c->items, s->spare, c->count, (const unsigned char *)s->folded.bytes,
                         sort_fully, s);
        } else {
            sort_typed(s, c->items, c->count);
        }
    }
    return s->failed;
}

// --- the result ----------------------------------------------------------------------------------

static status take_result(struct value_sorter *s, struct writer_path *p, struct error *e)
{
    uint32_t total = p->values.count;
    p->order = malloc(MAX(total, 1u) * sizeof *p->order);
    p->facts = malloc(MAX(s->facts_count, (size_t)1) * sizeof *p->facts);
    if (p->order == NULL || p->facts == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to sort values");
    }
    size_t at = 0;
    size_t typed = 0;
    for (size_t class = CLASS_MISSING; class < CLASSES; class ++) {
        const struct class_items *c = &s->classes[class];
        for (size_t i = 0; i < c->count; i++) {
            p->order[at++] = c->items[i].item;
            if (class != CLASS_MISSING && class != CLASS_TEXT) {
                p->facts[typed++] = s->facts[c->items[i].place];
            }
        }
    }
    p->counts = (struct dictionary_header){
        .missing = (uint32_t)s->classes[CLASS_MISSING].count,
        .numbers = (uint32_t)s->classes[CLASS_NUMBER].count,
        .dates = (uint32_t)s->classes[CLASS_DATE].count,
        .booleans = (uint32_t)s->classes[CLASS_BOOLEAN].count,
        .texts = (uint32_t)s->classes[CLASS_TEXT].count,
    };
    return ST_OK;
}

status writer_sort_values(struct segment_writer *w, struct writer_path *p, struct error *e)
{
    struct value_sorter s = {0};
    value_reader_init(&s.reader, w, p);
    value_reader_init(&s.other, w, p);
    buffer_init(&s.folded, UINT32_MAX);
    buffer_init(&s.scratch, SIZE_MAX / 2);
    status result = classify(&s, p->values.count, e);
    if (result == ST_OK) {
        result = sort_classes(&s, e);
    }
    if (result == ST_OK) {
        result = take_result(&s, p, e);
    }
    for (size_t i = 0; i < CLASSES; i++) {
        free(s.classes[i].items);
    }
    free(s.spare);
    free(s.facts);
    buffer_release(&s.folded);
    buffer_release(&s.scratch);
    value_reader_release(&s.other);
    value_reader_release(&s.reader);
    return result;
}
