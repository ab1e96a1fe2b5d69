// SPDX-License-Identifier: Apache-2.0
// Of each chunk only what the footer says is kept: some hundred bytes.
#include "formats/parquet_file.h"

#include "formats/thrift_write.h"

#include <stdlib.h>

#define MAGIC       "PAR1"
#define MOST_FOOTER ((size_t)1 << 30)
#define CODEC_ZSTD  6

enum physical_type { TYPE_BOOLEAN = 0, TYPE_INT64 = 2, TYPE_DOUBLE = 5, TYPE_BYTES = 6 };
enum repetition { REQUIRED = 0, OPTIONAL = 1, REPEATED = 2 };
enum encoding { ENCODING_PLAIN = 0, ENCODING_RLE = 3, ENCODING_NUMBERS = 8 };

struct parquet_file {
    const struct parquet_schema *columns;
    size_t count;
    parquet_sink *sink;
    void *argument;
    uint64_t at; // bytes given on
    uint64_t rows;
    size_t groups;
    struct buffer group_list; // RowGroup structures, one behind the other
};

static status give(struct parquet_file *f, string_view bytes, struct error *e)
{
    f->at += bytes.length;
    return bytes.length == 0 ? ST_OK : f->sink(f->argument, bytes, e);
}

status parquet_file_create(const struct parquet_schema *columns, size_t count, parquet_sink *sink,
                           void *argument, struct parquet_file **out, struct error *e)
{
    struct parquet_file *f = calloc(1, sizeof *f);
    if (f == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a Parquet file");
    }
    *f = (struct parquet_file){
        .columns = columns, .count = count, .sink = sink, .argument = argument};
    buffer_init(&f->group_list, MOST_FOOTER);
    *out = f;
    return give(f, SV(MAGIC), e);
}

void parquet_file_destroy(struct parquet_file *f)
{
    if (f != NULL) {
        buffer_release(&f->group_list);
        free(f);
    }
}

// --- schema ----------------------------------------------------------------------------------

static enum physical_type physical(enum parquet_type type)
{
    static const enum physical_type types[] = {
        [PARQUET_TEXT] = TYPE_BYTES,   [PARQUET_INTEGER] = TYPE_INT64,
        [PARQUET_REAL] = TYPE_DOUBLE,  [PARQUET_BOOLEAN] = TYPE_BOOLEAN,
        [PARQUET_MOMENT] = TYPE_INT64, [PARQUET_BYTES] = TYPE_BYTES};
    return types[type];
}

// ConvertedType for old readers, LogicalType for the others.
static void put_meaning(struct thrift_writer *w, enum parquet_type type)
{
    if (type == PARQUET_TEXT) {
        thrift_i32(w, 6, 0); // UTF8
        thrift_open(w, 10);
        thrift_open(w, 1); // STRING
        thrift_close(w);
        thrift_close(w);
    } else if (type == PARQUET_MOMENT) {
        thrift_i32(w, 6, 9); // TIMESTAMP_MILLIS
        thrift_open(w, 10);
        thrift_open(w, 8); // TIMESTAMP
        thrift_bool(w, 1, true);
        thrift_open(w, 2);
        thrift_open(w, 1); // MILLIS
        thrift_close(w);
        thrift_close(w);
        thrift_close(w);
        thrift_close(w);
    }
}

static void put_leaf(struct thrift_writer *w, const struct parquet_schema *column, string_view name,
                     enum repetition repetition)
{
    thrift_element_open(w);
    thrift_i32(w, 1, (int32_t)physical(column->type));
    thrift_i32(w, 3, (int32_t)repetition);
    thrift_binary(w, 4, name);
    put_meaning(w, column->type);
    thrift_close(w);
}

static void put_list(struct thrift_writer *w, const struct parquet_schema *column)
{
    thrift_element_open(w);
    thrift_i32(w, 3, OPTIONAL);
    thrift_binary(w, 4, column->name);
    thrift_i32(w, 5, 1);
    thrift_i32(w, 6, 3); // LIST
    thrift_open(w, 10);
    thrift_open(w, 3); // LIST
    thrift_close(w);
    thrift_close(w);
    thrift_close(w);
    thrift_element_open(w);
    thrift_i32(w, 3, REPEATED);
    thrift_binary(w, 4, SV("list"));
    thrift_i32(w, 5, 1);
    thrift_close(w);
    put_leaf(w, column, SV("element"), OPTIONAL);
}

static void put_schema(const struct parquet_file *f, struct thrift_writer *w)
{
    size_t elements = 1;
    for (size_t i = 0; i < f->count; i++) {
        elements += f->columns[i].list ? 3 : 1;
    }
    thrift_list(w, 2, THRIFT_STRUCT, elements);
    thrift_element_open(w);
    thrift_binary(w, 4, SV("schema"));
    thrift_i32(w, 5, (int32_t)f->count);
    thrift_close(w);
    for (size_t i = 0; i < f->count; i++) {
        const struct parquet_schema *column = &f->columns[i];
        if (column->list) {
            put_list(w, column);
        } else {
            put_leaf(w, column, column->name, column->required ? REQUIRED : OPTIONAL);
        }
    }
}

// --- row groups ------------------------------------------------------------------------------

static void put_encodings(struct thrift_writer *w, const struct parquet_chunk *chunk)
{
    // A dictionary's page is plain, too.
    thrift_list(w, 2, THRIFT_I32, 2 + (size_t)chunk->has_numbers);
    thrift_element_i32(w, ENCODING_PLAIN);
    thrift_element_i32(w, ENCODING_RLE);
    if (chunk->has_numbers) {
        thrift_element_i32(w, ENCODING_NUMBERS);
    }
}

static void put_statistics(struct thrift_writer *w, const struct parquet_statistics *s)
{
    thrift_open(w, 12);
    thrift_i64(w, 3, (int64_t)s->missing);
    if (s->known) {
        thrift_binary(w, 5, s->greatest);
        thrift_binary(w, 6, s->least);
        thrift_bool(w, 7, true);
        thrift_bool(w, 8, true);
    }
    thrift_close(w);
}

static void put_chunk(struct thrift_writer *w, const struct parquet_chunk *chunk, uint64_t at)
{
    uint64_t packed = chunk->dictionary.length + chunk->pages.length;
    thrift_element_open(w);
    thrift_i64(w, 2, 0); // no metadata of its own in the file
    thrift_open(w, 3);
    thrift_i32(w, 1, (int32_t)physical(chunk->schema->type));
    put_encodings(w, chunk);
    thrift_list(w, 3, THRIFT_BINARY, chunk->schema->list ? 3 : 1);
    thrift_element_binary(w, chunk->schema->name);
    if (chunk->schema->list) {
        thrift_element_binary(w, SV("list"));
        thrift_element_binary(w, SV("element"));
    }
    thrift_i32(w, 4, CODEC_ZSTD);
    thrift_i64(w, 5, (int64_t)chunk->values);
    thrift_i64(w, 6, (int64_t)chunk->plain_bytes);
    thrift_i64(w, 7, (int64_t)packed);
    thrift_i64(w, 9, (int64_t)(at + chunk->dictionary.length));
    if (chunk->dictionary.length > 0) {
        thrift_i64(w, 11, (int64_t)at);
    }
    put_statistics(w, &chunk->statistics);
    thrift_close(w);
    thrift_close(w);
}

status parquet_file_group(struct parquet_file *f, const struct parquet_chunk *chunks, uint64_t rows,
                          struct error *e)
{
    struct thrift_writer w;
    uint64_t plain = 0;
    uint64_t start = f->at;
    thrift_begin(&w, &f->group_list);
    thrift_list(&w, 1, THRIFT_STRUCT, f->count);
    for (size_t i = 0; i < f->count; i++) {
        put_chunk(&w, &chunks[i], f->at);
        plain += chunks[i].plain_bytes;
        TRY(give(f, chunks[i].dictionary, e));
        TRY(give(f, chunks[i].pages, e));
    }
    thrift_i64(&w, 2, (int64_t)plain);
    thrift_i64(&w, 3, (int64_t)rows);
    thrift_i64(&w, 5, (int64_t)start);
    thrift_i64(&w, 6, (int64_t)(f->at - start));
    thrift_end(&w);
    f->rows += rows;
    f->groups++;
    return buffer_check(&f->group_list, "the footer of a Parquet file", e);
}

// --- the footer ------------------------------------------------------------------------------

static void put_notes(struct thrift_writer *w, const struct parquet_note *notes, size_t count)
{
    if (count == 0) {
        return;
    }
    thrift_list(w, 5, THRIFT_STRUCT, count);
    for (size_t i = 0; i < count; i++) {
        thrift_element_open(w);
        thrift_binary(w, 1, notes[i].name);
        thrift_binary(w, 2, notes[i].value);
        thrift_close(w);
    }
}

// Values are compared as their types say.
static void put_orders(const struct parquet_file *f, struct thrift_writer *w)
{
    thrift_list(w, 7, THRIFT_STRUCT, f->count);
    for (size_t i = 0; i < f->count; i++) {
        thrift_element_open(w);
        thrift_open(w, 1);
        thrift_close(w);
        thrift_close(w);
    }
}

status parquet_file_finish(struct parquet_file *f, string_view created_by,
                           const struct parquet_note *notes, size_t count, struct error *e)
{
    struct buffer footer;
    struct thrift_writer w;
    buffer_init(&footer, MOST_FOOTER);
    thrift_begin(&w, &footer);
    thrift_i32(&w, 1, 2); // of the format
    put_schema(f, &w);
    thrift_i64(&w, 3, (int64_t)f->rows);
    thrift_list(&w, 4, THRIFT_STRUCT, f->groups);
    buffer_append_view(&footer, buffer_view(&f->group_list));
    put_notes(&w, notes, count);
    thrift_binary(&w, 6, created_by);
    put_orders(f, &w);
    thrift_end(&w);
    size_t length = footer.length;
    for (size_t i = 0; i < 4; i++) {
        buffer_append_byte(&footer, (char)(unsigned char)(length >> (8 * i)));
    }
    buffer_append_view(&footer, SV(MAGIC));
    status result = buffer_check(&footer, "the footer of a Parquet file", e);
    if (result == ST_OK) {
        result = give(f, buffer_view(&footer), e);
    }
    buffer_release(&footer);
    return result;
}
