// SPDX-License-Identifier: Apache-2.0
// The key field against the source's header.
#include "portal/key_field.h"

#include "query/near_names.h"
#include "store/record_key.h"

status key_field_check(struct ingest_source *source, string_view field, string_view kept,
                       struct error *e)
{
    struct source_row row;
    uint32_t number = 0;
    bool more = false;
    if (source->facts.format == FORMAT_JSON_LINES || sv_equal(field, SV(CONTENT_KEY))) {
        return ST_OK;
    }
    TRY(ingest_source_peek(source, &row, &more, e));
    const struct name_table *names = source->rows->names;
    if (!more || name_table_find(names, field, &number)) {
        return ST_OK;
    }
    struct near_names near;
    char list[NEAR_NAMES_TEXT];
    near_names_init(&near, field);
    for (size_t i = 0; i < name_table_count(names); i++) {
        near_names_offer(&near, name_table_get(names, (uint32_t)i));
    }
    near_names_print(&near, list);
    near_names_release(&near);
    return error_set_field(
        e, ST_BAD_DATA, "key",
        "the source has no field '" SV_FORMAT "'%s" SV_FORMAT "%s%s%s; nothing was changed. Name "
        "the field that holds the key with --key FIELD",
        SV_ARGUMENT(sv_slice(field, 0, 80)),
        kept.length > 0 ? ", which is the key of this table '" : "", SV_ARGUMENT(kept),
        kept.length > 0 ? "'" : "", list[0] == '\0' ? "" : "; near names: ", list);
}
