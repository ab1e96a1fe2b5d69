// SPDX-License-Identifier: Apache-2.0
// Records and facets as JSON.
#include "api/search_answer.h"

#include "api/project.h"
#include "formats/json_write.h"

status write_record(const struct view *v, const struct uuid *table, string_view key,
                    const struct record_version *row, const string_view *fields, size_t field_count,
                    struct buffer *scratch, struct buffer *out, struct error *e)
{
    const struct store_table *t = snapshot_table_by_uuid(v->snapshot, table);
    if (t == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    buffer_append_view(out, SV("{\"dataset\":"));
    json_write_string(out, t->dataset_slug);
    buffer_append_view(out, SV(",\"table\":"));
    json_write_string(out, t->slug);
    buffer_append_view(out, SV(",\"key\":"));
    json_write_string(out, key);
    buffer_append_view(out, SV(",\"version\":"));
    buffer_append_int(out, view_time(v, row->from));
    buffer_append_view(out, SV(",\"data\":"));
    if (field_count == 0) {
        TRY(snapshot_write_record(v->snapshot, row, false, out, e));
    } else {
        buffer_clear(scratch);
        TRY(snapshot_write_record(v->snapshot, row, false, scratch, e));
        project_record(buffer_view(scratch), fields, field_count, out);
    }
    buffer_append_byte(out, '}');
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
