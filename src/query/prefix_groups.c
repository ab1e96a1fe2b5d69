// SPDX-License-Identifier: Apache-2.0
// Texts stand in the order of their folded forms, over all segments: those with one start lie side
// by side, and are found by halving. Values of other classes are gone through, dictionary by
// dictionary.
// Must not know: rows, counts.
#include "query/prefix_groups.h"

#include "base/fold.h"
#include "query/ordinals.h"

#define MOST_TEXT ((size_t)256 << 20)

struct finder {
    const struct field_paths *paths;
    const struct field_values *values;
    const struct field_translation *translation; // of the dictionary at hand
    struct bitset *wanted;
    struct buffer prefix; // folded
    struct buffer scratch;
    struct buffer folded; // of the value at hand
};

static status fold_value(struct finder *f, uint32_t value, struct error *e)
{
    string_view text;
    TRY(field_values_text(f->values, f->paths, value, &f->scratch, &text, e));
    buffer_clear(&f->folded);
    fold_full(text, &f->folded);
    return buffer_check(&f->folded, "a value's folded form", e);
}

typedef status value_test(struct finder *f, uint32_t value, bool *holds, struct error *e);

static status is_text(struct finder *f, uint32_t value, bool *holds, struct error *e)
{
    const struct value_source *source = &f->values->sources[value];
    const struct field_path *path = &f->paths->paths[source->path];
    struct dictionary d;
    TRY(segment_dictionary(path->segment, path->path, &d, e));
    *holds = dictionary_class(&d, source->ordinal) == CLASS_TEXT;
    return ST_OK;
}

static status is_not_before(struct finder *f, uint32_t value, bool *holds, struct error *e)
{
    TRY(fold_value(f, value, e));
    *holds = sv_compare(buffer_view(&f->folded), buffer_view(&f->prefix)) >= 0;
    return ST_OK;
}

static status is_behind(struct finder *f, uint32_t value, bool *holds, struct error *e)
{
    TRY(fold_value(f, value, e));
    *holds = !sv_starts_with(buffer_view(&f->folded), buffer_view(&f->prefix));
    return ST_OK;
}

// The first value from `low` on that the test holds of, as it does of all behind; count + 1 when
// there is none.
static status find_first(struct finder *f, uint32_t low, value_test *test, uint32_t *out,
                         struct error *e)
{
    uint32_t high = f->values->count + 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool holds = false;
        TRY(test(f, middle, &holds, e));
        if (holds) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    *out = low;
    return ST_OK;
}

static status want_texts(struct finder *f, struct error *e)
{
    uint32_t texts = 0;
    uint32_t first = 0;
    uint32_t end = 0;
    TRY(find_first(f, 1, is_text, &texts, e));
    TRY(find_first(f, texts, is_not_before, &first, e));
    TRY(find_first(f, first, is_behind, &end, e));
    if (first < end) {
        bitset_set_range(f->wanted, field_values_group(f->values, first),
                         (size_t)field_values_group(f->values, end - 1) + 1);
    }
    return ST_OK;
}

static status see_typed(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    struct finder *f = argument;
    buffer_clear(&f->folded);
    fold_full(ordinal_text(kind, text), &f->folded);
    if (sv_starts_with(buffer_view(&f->folded), buffer_view(&f->prefix))) {
        bitset_set(f->wanted,
                   field_values_group(f->values, field_translate(f->translation, ordinal)));
    }
    return buffer_check(&f->folded, "a value's folded form", e);
}

static status want_typed(struct finder *f, struct error *e)
{
    for (size_t i = 0; i < f->paths->count; i++) {
        struct dictionary d;
        TRY(segment_dictionary(f->paths->paths[i].segment, f->paths->paths[i].path, &d, e));
        uint32_t typed = d.numbers + d.dates + d.booleans;
        f->translation = &f->values->translations[i];
        if (typed > 0) {
            TRY(dictionary_scan(&d, d.missing + 1, d.missing + typed, see_typed, f, e));
        }
    }
    return ST_OK;
}

status prefix_groups(const struct field_paths *paths, const struct field_values *v,
                     string_view prefix, struct bitset *wanted, struct error *e)
{
    struct finder f = {.paths = paths, .values = v, .wanted = wanted};
    buffer_init(&f.prefix, MOST_TEXT);
    buffer_init(&f.scratch, MOST_TEXT);
    buffer_init(&f.folded, MOST_TEXT);
    fold_full(prefix, &f.prefix);
    status result = buffer_check(&f.prefix, "the start of a value", e);
    if (result == ST_OK) {
        result = want_texts(&f, e);
    }
    if (result == ST_OK) {
        result = want_typed(&f, e);
    }
    buffer_release(&f.prefix);
    buffer_release(&f.scratch);
    buffer_release(&f.folded);
    return result;
}
