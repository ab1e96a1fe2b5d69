// SPDX-License-Identifier: Apache-2.0
// Any bytes as a table: refused, or rows of clean text that come out as JSON that reads back.
#include "formats/csv_source.h"
#include "formats/json_lines.h"
#include "formats/json_read.h"
#include "formats/sniff.h"
#include "formats/text_decode.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check_row(const struct source_row *row, const struct name_table *names)
{
    struct buffer json;
    buffer_init(&json, (size_t)64 << 20);
    document_write_json(&row->document, names, true, &json);
    require(!json.failed);
    struct name_table *again = name_table_create();
    struct document_builder *builder = malloc(sizeof *builder);
    require(again != NULL && builder != NULL);
    document_builder_init(builder);
    size_t offset = 0;
    require(json_parse(buffer_view(&json), true, again, builder, &offset, NULL) == ST_OK);
    require(builder->count == row->document.count);
    document_builder_release(builder);
    free(builder);
    name_table_destroy(again);
    buffer_release(&json);
}

static void read_rows(struct row_source *source)
{
    struct source_row row;
    uint64_t line = 0;
    bool more = true;
    while (source->next(source, &row, &more, NULL) == ST_OK && more) {
        require(row.line > line);
        line = row.line;
        check_row(&row, source->names);
    }
}

// Opens the bytes as source_open opens a file.
static status open_bytes(string_view bytes, int delimiter, int quote, struct row_source **out)
{
    struct byte_source *raw = NULL;
    struct byte_source *text = NULL;
    struct csv_dialect dialect = {0};
    enum source_format format = FORMAT_DETECT;
    enum text_encoding encoding = sniff_encoding(bytes);
    struct buffer sample;
    buffer_init(&sample, (size_t)64 << 20);
    require(buffer_reserve(&sample, 4 * bytes.length + 64));
    TRY(byte_source_from_memory(bytes, "input", &raw, NULL));
    require(text_source_create(raw, encoding, &text, NULL) == ST_OK);
    status result = byte_source_fill(text, sample.bytes, sample.capacity, &sample.length, NULL);
    byte_source_destroy(text);
    if (result == ST_OK) {
        result = sniff_text(buffer_view(&sample), delimiter, quote, &format, &dialect, NULL);
    }
    buffer_release(&sample);
    TRY(result);
    require(byte_source_from_memory(bytes, "input", &raw, NULL) == ST_OK);
    require(text_source_create(raw, encoding, &text, NULL) == ST_OK);
    if (format == FORMAT_JSON_LINES) {
        return json_lines_create(text, "input", NULL, out, NULL);
    }
    return csv_source_create(text, &dialect, "input", NULL, out, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int delimiters[] = {-1, ',', '\t', ';'};
    static const int quotes[] = {-1, '"', '\'', 0};
    if (size == 0) {
        return 0;
    }
    struct row_source *source = NULL;
    string_view bytes = {(const char *)data + 1, size - 1};
    int delimiter = delimiters[data[0] & 3];
    int quote = quotes[data[0] >> 2 & 3];
    if (open_bytes(bytes, delimiter, quote, &source) == ST_OK) {
        read_rows(source);
        row_source_destroy(source);
    }
    return 0;
}
