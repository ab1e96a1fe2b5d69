// SPDX-License-Identifier: Apache-2.0
// From ranges of the dictionaries to groups of values.
// Must not know: rows, counts.
#include "query/prefix_groups.h"

#include "query/ordinals.h"

static void want_value(const struct field_values *v, const struct field_translation *t,
                       uint32_t ordinal, struct bitset *wanted)
{
    uint32_t value = field_translate(t, ordinal);
    if (value > 0) {
        bitset_set(wanted, field_values_group(v, value));
    }
}

static void want_ordinals(const struct field_values *v, const struct field_translation *t,
                          const struct ordinal_set *o, struct bitset *wanted)
{
    for (uint32_t i = o->first; i <= o->last && i <= t->count; i++) {
        want_value(v, t, i, wanted);
    }
    if (o->has_some) {
        for (size_t i = bitset_next(&o->some, 1); i <= t->count; i = bitset_next(&o->some, i + 1)) {
            want_value(v, t, (uint32_t)i, wanted);
        }
    }
}

status prefix_groups(const struct field_paths *paths, const struct field_values *v,
                     string_view prefix, struct bitset *wanted, struct error *e)
{
    for (size_t i = 0; i < paths->count; i++) {
        struct dictionary d;
        struct ordinal_set o;
        TRY(segment_dictionary(paths->paths[i].segment, paths->paths[i].path, &d, e));
        ordinal_set_init(&o);
        status result = ordinals_prefix(&d, prefix, &o, e);
        if (result == ST_OK) {
            want_ordinals(v, &v->translations[i], &o, wanted);
        }
        ordinal_set_release(&o);
        TRY(result);
    }
    return ST_OK;
}
