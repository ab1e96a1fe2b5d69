// SPDX-License-Identifier: Apache-2.0
// Any bytes as a row of the earlier portal's tables (`vitrine identifiers import`): refused with a
// sentence, or what is kept of it reads back as it was written. And any bytes as such a record.
#include "folder.h"
#include "portal/museum_identifiers.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void keep_and_read(const struct cited *cited, struct arena *arena)
{
    struct buffer once;
    struct cited again;
    struct error e = {0};
    buffer_init(&once, CITED_LIMIT_BYTES);
    require(cited_write(cited, &once, &e) == ST_OK);
    require(cited_read(buffer_view(&once), arena, &again, &e) == ST_OK);
    require(again.table_count == cited->table_count && again.records == cited->records);
    buffer_release(&once);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct museum_name name = {{"a", 1}, {"b", 1}};
    const struct museum_names names = {&name, 1};
    const struct dataset_view view = {.commit = 1};
    string_view text = {(const char *)data, size};
    struct arena arena;
    struct museum_row row;
    struct museum_names read;
    struct cited cited;
    struct error e = {0};
    arena_init(&arena, (size_t)256 << 20);
    status result = museum_row_read(text, &names, &view, &arena, &row, &e);
    if (result == ST_OK) {
        require(row.one.doi.length > 0 || row.name_count > 0);
        keep_and_read(&row.cited, &arena);
    } else {
        require(e.message[0] != '\0');
    }
    (void)(cited_read(text, &arena, &cited, &e) == ST_OK);
    (void)(museum_names_read(text, &arena, &read, &e) == ST_OK);
    arena_release(&arena);
    return 0;
}
