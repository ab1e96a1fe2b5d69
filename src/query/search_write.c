// SPDX-License-Identifier: Apache-2.0
// Hits and facets as JSON, by hand: the hot path out. Must not know: where it was asked.
#include "query/search_write.h"

#include "formats/json_write.h"

status write_hit_start(const struct snapshot *s, const struct uuid *table, string_view key,
                       uint32_t from, struct buffer *out, struct error *e)
{
    const struct store_table *t = snapshot_table_by_uuid(s, table);
    const struct commit *made = snapshot_commit(s, from);
    if (t == NULL || made == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no %s", t == NULL ? "table" : "commit");
    }
    buffer_append_view(out, SV("{\"dataset\":"));
    json_write_string(out, t->dataset_slug);
    buffer_append_view(out, SV(",\"table\":"));
    json_write_string(out, t->slug);
    buffer_append_view(out, SV(",\"key\":"));
    json_write_string(out, key);
    buffer_append_view(out, SV(",\"version\":"));
    buffer_append_int(out, made->time);
    buffer_append_view(out, SV(",\"data\":"));
    return ST_OK;
}

void write_facet_values(const struct search_facet_value *values, size_t count, struct buffer *out)
{
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        buffer_append_view(out, i == 0 ? SV("{\"value\":") : SV(",{\"value\":"));
        json_write_string(out, values[i].value);
        buffer_append_view(out, SV(",\"count\":"));
        buffer_append_uint(out, values[i].count);
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
}

static void write_count(struct buffer *out, string_view label, uint64_t count)
{
    buffer_append_view(out, label);
    buffer_append_uint(out, count);
}

void write_facets(const struct search_facet *facets, size_t count, struct buffer *out)
{
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        buffer_append_view(out, i == 0 ? SV("{\"field\":") : SV(",{\"field\":"));
        json_write_string(out, facets[i].field);
        buffer_append_view(out, SV(",\"values\":"));
        write_facet_values(facets[i].values, facets[i].value_count, out);
        write_count(out, SV(",\"missing\":"), facets[i].missing);
        write_count(out, SV(",\"other\":"), facets[i].other);
        write_count(out, SV(",\"distinct\":"), facets[i].distinct);
        write_count(out, SV(",\"total\":"), facets[i].total);
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
}
