// SPDX-License-Identifier: Apache-2.0
// The rows of one file description of an archive.
#include "formats/dwca_table.h"

#include "base/file.h"
#include "formats/dwca_terms.h"
#include "formats/field_name.h"
#include "formats/sniff.h"
#include "formats/text_decode.h"

#include <string.h>
#include <sys/stat.h>

#define SAMPLE_BYTES ((size_t)64 * 1024)

// Whether a column of this record has the name already.
static bool is_taken(const struct dwca_table *t, uint32_t name)
{
    for (size_t i = 0; i < t->column_count; i++) {
        if (t->columns[i].name == name) {
            return true;
        }
    }
    return false;
}

// A name that no other column of this record has: the local name, else with the whole term behind
// it, else with a number.
static status name_column(const struct dwca_table *t, struct name_table *names, string_view term,
                          struct buffer *name, uint32_t *out, struct error *e)
{
    string_view known = dwca_term_name(term);
    TRY(field_name_clean(known.length > 0 ? known : term_local_name(term), t->column_count + 1,
                         name, e));
    TRY(name_table_add(names, buffer_view(name), out, e));
    if (!is_taken(t, *out)) {
        return ST_OK;
    }
    buffer_append_view(name, SV(" ("));
    buffer_append_view(name, term);
    buffer_append_byte(name, ')');
    TRY(buffer_check(name, "a term in meta.xml", e));
    TRY(name_table_add(names, buffer_view(name), out, e));
    size_t length = name->length;
    for (unsigned copy = 2; is_taken(t, *out); copy++) {
        name->length = length;
        buffer_append_byte(name, ' ');
        buffer_append_uint(name, copy);
        TRY(buffer_check(name, "a term in meta.xml", e));
        TRY(name_table_add(names, buffer_view(name), out, e));
    }
    return ST_OK;
}

static status add_column(struct dwca_table *t, struct name_table *names,
                         const struct dwca_field *field, struct error *e)
{
    uint32_t number = 0;
    struct buffer name;
    buffer_init(&name, 4 * LIMIT_NAME_BYTES);
    status result = name_column(t, names, field->term, &name, &number, e);
    buffer_release(&name);
    if (result != ST_OK) {
        return result;
    }
    t->columns[t->column_count++] = (struct table_column){
        .name = number, .index = field->index, .default_value = field->default_value};
    if (field->index != DWCA_NO_INDEX) {
        t->width = MAX(t->width, field->index + 1);
    }
    return ST_OK;
}

static bool id_is_declared(const struct dwca_file *file)
{
    for (size_t i = 0; i < file->field_count; i++) {
        if (file->fields[i].index == file->id_index) {
            return true;
        }
    }
    return false;
}

static status add_columns(struct dwca_table *t, struct name_table *names, struct arena *memory,
                          bool with_id, struct error *e)
{
    t->columns = arena_array(memory, struct table_column, t->file->field_count + 1);
    if (t->columns == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory for the columns of an archive");
    }
    if (with_id && t->file->id_index != DWCA_NO_INDEX && !id_is_declared(t->file)) {
        struct dwca_field id = {
            .term = SV("id"), .index = t->file->id_index, .default_value = SV("")};
        TRY(add_column(t, names, &id, e));
    }
    for (size_t i = 0; i < t->file->field_count; i++) {
        TRY(add_column(t, names, &t->file->fields[i], e));
    }
    if (t->file->id_index != DWCA_NO_INDEX) {
        t->width = MAX(t->width, t->file->id_index + 1);
    }
    return ST_OK;
}

static status add_titles(struct dwca_table *t, const struct name_table *names, struct arena *memory,
                         struct error *e)
{
    t->titles = arena_array(memory, string_view, MAX(t->width, (size_t)1));
    t->is_read = arena_array(memory, bool, MAX(t->width, (size_t)1));
    if (t->titles == NULL || t->is_read == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory for the columns of an archive");
    }
    t->title_count = t->width;
    for (size_t i = 0; i < t->column_count; i++) {
        if (t->columns[i].index != DWCA_NO_INDEX) {
            t->is_read[t->columns[i].index] = true;
            t->titles[t->columns[i].index] = name_table_get(names, t->columns[i].name);
        }
    }
    return ST_OK;
}

static status check_locations(struct dwca_table *t, struct error *e)
{
    for (size_t i = 0; i < t->file->location_count; i++) {
        char path[PATH_SIZE];
        struct stat facts;
        TRY(path_join(path, sizeof path, t->folder, t->file->locations[i], e));
        if (lstat(path, &facts) != 0 || !S_ISREG(facts.st_mode)) {
            return error_set(e, ST_BAD_DATA,
                             "meta.xml names the file '%.200s', which is not in the archive; add "
                             "it or correct <location>",
                             t->file->locations[i]);
        }
        t->bytes_total += (uint64_t)facts.st_size;
    }
    return ST_OK;
}

status dwca_table_init(struct dwca_table *t, const struct dwca_file *file, const char *folder,
                       const struct source_options *options, struct name_table *names,
                       struct arena *memory, uint32_t *id_name, struct error *e)
{
    *t = (struct dwca_table){
        .file = file, .folder = folder, .options = options, .key_index = file->id_index};
    TRY(check_locations(t, e));
    TRY(add_columns(t, names, memory, id_name != NULL, e));
    TRY(add_titles(t, names, memory, e));
    if (t->column_count == 0) {
        return error_set(e, ST_BAD_DATA, "meta.xml declares no field of %.200s",
                         file->locations[0]);
    }
    for (size_t i = 0; i < t->column_count && id_name != NULL; i++) {
        if (t->columns[i].index == file->id_index && file->id_index != DWCA_NO_INDEX) {
            *id_name = t->columns[i].name;
            break;
        }
    }
    return ST_OK;
}

void dwca_table_release(struct dwca_table *t)
{
    if (t->is_open) {
        table_reader_close(&t->reader);
        t->is_open = false;
    }
}

// What the description leaves to the file itself: a byte order mark, and how lines end.
static status look_at_file(const struct dwca_table *t, const char *path, const char *name,
                           struct csv_dialect *dialect, enum text_encoding *encoding,
                           struct error *e)
{
    struct buffer sample;
    buffer_init(&sample, SAMPLE_BYTES);
    struct byte_source *bytes = NULL;
    status result = byte_source_open(path, name, &bytes, e);
    if (result == ST_OK && !buffer_reserve(&sample, SAMPLE_BYTES)) {
        result = error_set(e, ST_NO_MEMORY, "out of memory opening %s", name);
    }
    if (result == ST_OK) {
        result = byte_source_fill(bytes, sample.bytes, SAMPLE_BYTES, &sample.length, e);
    }
    byte_source_destroy(bytes);
    string_view text = buffer_view(&sample);
    *encoding = t->options->encoding != ENCODING_DETECT ? t->options->encoding : t->file->encoding;
    sniff_byte_order_mark(text, encoding);
    dialect->delimiter =
        t->options->delimiter >= 0 ? (char)t->options->delimiter : t->file->delimiter;
    dialect->quote = t->options->quote >= 0 ? (char)t->options->quote : t->file->quote;
    dialect->newline = t->file->line_end >= 0 ? (char)t->file->line_end : sniff_newline(text);
    // XML turns a tab in an attribute into a blank.
    if (dialect->delimiter == ' ' && sv_find(text, '\t') < text.length) {
        dialect->delimiter = '\t';
    }
    buffer_release(&sample);
    return result;
}

static status skip_header(struct dwca_table *t, struct error *e)
{
    for (size_t i = 0; i < t->file->header_lines; i++) {
        TRY(csv_parser_skip_line(t->reader.parser, e));
    }
    return ST_OK;
}

static status open_location(struct dwca_table *t, struct error *e)
{
    const char *name = t->file->locations[t->location];
    char path[PATH_SIZE];
    struct csv_dialect dialect;
    enum text_encoding encoding = ENCODING_UTF8;
    struct byte_source *bytes = NULL;
    struct byte_source *text = NULL;
    TRY(path_join(path, sizeof path, t->folder, name, e));
    TRY(look_at_file(t, path, name, &dialect, &encoding, e));
    TRY(byte_source_open(path, name, &bytes, e));
    TRY(text_source_create(bytes, encoding, &text, e));
    t->is_open = true; // table_reader_open leaves something to close in any case
    TRY(table_reader_open(&t->reader, text, &dialect, name, t->options->report, e));
    t->reader.width = t->width;
    t->reader.titles = t->titles;
    t->reader.title_count = t->title_count;
    t->reader.widens = true;
    return skip_header(t, e);
}

static void close_location(struct dwca_table *t)
{
    t->bytes_before += csv_parser_consumed(t->reader.parser);
    table_reader_close(&t->reader);
    t->is_open = false;
    t->location++;
}

status dwca_table_has_more(struct dwca_table *t, bool *more, struct error *e)
{
    while (t->location < t->file->location_count) {
        if (!t->is_open) {
            TRY(open_location(t, e));
        }
        TRY(csv_parser_has_more(t->reader.parser, more, e));
        if (*more) {
            return ST_OK;
        }
        close_location(t);
    }
    *more = false;
    return ST_OK;
}

status dwca_table_next(struct dwca_table *t, struct csv_row *row, const char **file_name,
                       bool *more, struct error *e)
{
    while (t->location < t->file->location_count) {
        if (!t->is_open) {
            TRY(open_location(t, e));
        }
        *file_name = t->file->locations[t->location];
        t->reader.key_index = t->key_index;
        TRY(table_reader_next(&t->reader, row, more, e));
        if (*more) {
            return ST_OK;
        }
        close_location(t);
    }
    *more = false;
    return ST_OK;
}

string_view dwca_table_id(const struct dwca_table *t, const struct csv_row *row)
{
    return t->file->id_index < row->count ? row->fields[t->file->id_index] : SV("");
}

uint64_t dwca_table_bytes_done(const struct dwca_table *t)
{
    return t->bytes_before + (t->is_open ? csv_parser_consumed(t->reader.parser) : 0);
}
