// SPDX-License-Identifier: Apache-2.0
// Records as JSON, whole or some of their fields.
#include "api/search_answer.h"

#include "api/project.h"

status write_record_data(struct snapshot *s, const struct record_version *row,
                         const string_view *fields, size_t field_count, struct buffer *scratch,
                         struct buffer *out, struct error *e)
{
    if (field_count == 0) {
        return snapshot_write_record(s, row, false, out, e);
    }
    buffer_clear(scratch);
    TRY(snapshot_write_record(s, row, false, scratch, e));
    project_record(buffer_view(scratch), fields, field_count, out);
    return ST_OK;
}

status write_record(const struct view *v, const struct uuid *table, string_view key,
                    const struct record_version *row, const string_view *fields, size_t field_count,
                    struct buffer *scratch, struct buffer *out, struct error *e)
{
    TRY(write_hit_start(v->snapshot, table, key, row->from, out, e));
    TRY(write_record_data(v->snapshot, row, fields, field_count, scratch, out, e));
    buffer_append_byte(out, '}');
    return ST_OK;
}
