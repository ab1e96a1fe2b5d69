// SPDX-License-Identifier: Apache-2.0
// Changes and prints the state of a search.

#include "api/pages/address.h"

#include "base/percent.h"

void address_init(struct address *a, string_view path)
{
    a->path = path;
    a->count = 0;
}

static void remove_at(struct address *a, size_t index)
{
    for (size_t i = index + 1; i < a->count; i++) {
        a->pairs[i - 1] = a->pairs[i];
    }
    a->count--;
}

void address_remove(struct address *a, string_view name)
{
    for (size_t i = a->count; i > 0; i--) {
        if (sv_equal(a->pairs[i - 1].name, name)) {
            remove_at(a, i - 1);
        }
    }
}

static size_t pair_index(const struct address *a, string_view name, string_view value)
{
    for (size_t i = 0; i < a->count; i++) {
        if (sv_equal(a->pairs[i].name, name) && sv_equal(a->pairs[i].value, value)) {
            return i;
        }
    }
    return a->count;
}

void address_remove_pair(struct address *a, string_view name, string_view value)
{
    size_t index = pair_index(a, name, value);
    if (index < a->count) {
        remove_at(a, index);
    }
}

bool address_has(const struct address *a, string_view name, string_view value)
{
    return pair_index(a, name, value) < a->count;
}

void address_add(struct address *a, string_view name, string_view value)
{
    if (value.length > 0 && a->count < ADDRESS_PAIRS_MAX && !address_has(a, name, value)) {
        a->pairs[a->count++] = (struct address_pair){name, value};
    }
}

void address_set(struct address *a, string_view name, string_view value)
{
    address_remove(a, name);
    address_add(a, name, value);
}

string_view address_value(const struct address *a, string_view name)
{
    for (size_t i = 0; i < a->count; i++) {
        if (sv_equal(a->pairs[i].name, name)) {
            return a->pairs[i].value;
        }
    }
    return (string_view){0};
}

static bool is_before(const struct address_pair *x, const struct address_pair *y)
{
    bool x_text = sv_equal(x->name, SV("q"));
    bool y_text = sv_equal(y->name, SV("q"));
    if (x_text != y_text) {
        return x_text;
    }
    return sv_compare(x->name, y->name) < 0;
}

// Insertion sort of pointers: stable, and the lists are short.
static void sort_pairs(const struct address *a, const struct address_pair **sorted)
{
    for (size_t i = 0; i < a->count; i++) {
        size_t at = i;
        while (at > 0 && is_before(&a->pairs[i], sorted[at - 1])) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = &a->pairs[i];
    }
}

string_view address_print(const struct address *a, struct arena *arena)
{
    const struct address_pair *sorted[ADDRESS_PAIRS_MAX];
    sort_pairs(a, sorted);
    struct buffer text;
    buffer_init(&text, 1 << 20);
    buffer_append_view(&text, a->path);
    for (size_t i = 0; i < a->count; i++) {
        buffer_append_byte(&text, i == 0 ? '?' : '&');
        percent_encode(&text, sorted[i]->name);
        buffer_append_byte(&text, '=');
        percent_encode(&text, sorted[i]->value);
    }
    string_view copy = {0};
    if (!text.failed) {
        copy = arena_copy(arena, buffer_view(&text));
    }
    buffer_release(&text);
    return copy;
}
