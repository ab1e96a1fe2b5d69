// SPDX-License-Identifier: Apache-2.0
// Reads the front of each dictionary in order: numbers and dates stand before all else.
// Must not know: rows, counts.
#include "query/value_walk.h"

#include "query/ordinals.h"

struct walker {
    const struct field_values *values;
    uint32_t path;
    value_walk_visit *visit;
    void *argument;
};

static status see_entry(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    const struct walker *w = argument;
    const struct field_values *v = w->values;
    uint32_t value = field_translate(&v->translations[w->path], ordinal);
    if (value == 0 || v->sources[value].path != w->path || v->sources[value].ordinal != ordinal) {
        return ST_OK;
    }
    struct value_facts facts;
    value_analyse(kind, ordinal_text(kind, text), &facts);
    return w->visit(w->argument, value, &facts, e);
}

status value_walk(const struct field_paths *paths, const struct field_values *v,
                  value_walk_visit *visit, void *argument, struct error *e)
{
    struct walker w = {.values = v, .visit = visit, .argument = argument};
    for (size_t i = 0; i < paths->count; i++) {
        struct dictionary d;
        TRY(segment_dictionary(paths->paths[i].segment, paths->paths[i].path, &d, e));
        w.path = (uint32_t)i;
        if (d.numbers + d.dates > 0) {
            TRY(dictionary_scan(&d, d.missing + 1, d.missing + d.numbers + d.dates, see_entry, &w,
                                e));
        }
    }
    return ST_OK;
}
