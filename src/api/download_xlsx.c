// SPDX-License-Identifier: Apache-2.0
// Records as a workbook (ECMA-376, SpreadsheetML), made while it is sent: cells hold texts, numbers
// and truth values, never formulas. Rows go on on further sheets, and texts that no cell can hold
// lie whole in a table beside the workbook (rule H2).
#include "api/download_format.h"

#include "api/all_records.h"
#include "api/package.h"
#include "formats/xml_write.h"
#include "query/column_types.h"

#define SHEET_ROWS  ((uint64_t)1048576)
#define CELL_UNITS  ((size_t)32767) // of UTF-16
#define MOST_DIGITS 15u             // that a number keeps
#define MOST_HEADER ((size_t)64 << 20)
#define HEADER      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN        "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATION    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE     "http://schemas.openxmlformats.org/package/2006/"
#define KIND        "application/vnd.openxmlformats-officedocument.spreadsheetml."

struct workbook {
    const struct download *download;
    struct package *file;
    enum column_type *types; // by column
    string_view header;      // the first row of each sheet
    unsigned sheets;
    uint64_t rows; // of the sheet at hand
};

// --- cells -----------------------------------------------------------------------------------

static size_t utf16_units(string_view text)
{
    size_t units = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        units += (c & 0xC0) != 0x80; // the first byte of a character
        units += c >= 0xF0;
    }
    return units;
}

static bool is_long(string_view text)
{
    return text.length > CELL_UNITS && utf16_units(text) > CELL_UNITS;
}

static bool is_hexadecimal(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// "_x0041_" would be read as a character (ST_Xstring, 22.4.2.10).
static bool is_escape(string_view text, size_t at)
{
    return text.length - at >= 7 && text.bytes[at + 1] == 'x' && text.bytes[at + 6] == '_' &&
           is_hexadecimal(text.bytes[at + 2]) && is_hexadecimal(text.bytes[at + 3]) &&
           is_hexadecimal(text.bytes[at + 4]) && is_hexadecimal(text.bytes[at + 5]);
}

static void write_string(string_view text, struct buffer *out)
{
    size_t start = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        bool control = c < 0x20 && c != '\t' && c != '\n';
        if (control || (c == '_' && is_escape(text, i))) {
            xml_write_text(out, sv_slice(text, start, i - start));
            buffer_print(out, "_x%04X_", control ? c : '_');
            start = i + 1;
        }
    }
    xml_write_text(out, sv_slice(text, start, SIZE_MAX));
}

static void write_text_cell(string_view text, struct buffer *out)
{
    if (text.length == 0) {
        buffer_append_view(out, SV("<c/>"));
        return;
    }
    buffer_append_view(out, SV("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">"));
    if (is_long(text)) {
        buffer_print(out, "[%zu characters: see the file .long.csv]", utf16_units(text));
    } else {
        write_string(text, out);
    }
    buffer_append_view(out, SV("</t></is></c>"));
}

static void write_number_cell(string_view text, struct buffer *out)
{
    buffer_append_view(out, SV("<c><v>"));
    buffer_append_view(out, text);
    buffer_append_view(out, SV("</v></c>"));
}

static void write_cell(void *argument, size_t column, string_view text, struct buffer *out)
{
    const struct workbook *w = argument;
    enum column_type type = w->types[column];
    size_t digits = text.length - (text.length > 0 && text.bytes[0] == '-');
    if (type == COLUMN_BOOLEAN && text.length > 0) {
        buffer_append_view(out, text.length == 4 ? SV("<c t=\"b\"><v>1</v></c>")
                                                 : SV("<c t=\"b\"><v>0</v></c>"));
    } else if (text.length > 0 &&
               (type == COLUMN_REAL || (type == COLUMN_INTEGER && digits <= MOST_DIGITS))) {
        write_number_cell(text, out);
    } else {
        write_text_cell(text, out);
    }
}

static void write_head(void *argument, const struct row_identity *row, struct buffer *out)
{
    const struct workbook *w = argument;
    const struct row_constants *rights = &w->download->rights;
    const struct row_naming *naming = download_naming(w->download);
    buffer_append_view(out, SV("<row>"));
    write_text_cell(row->table->dataset_slug, out);
    write_text_cell(row->table->slug, out);
    if (naming == NULL) {
        write_text_cell(row->key, out);
    } else { // an address has nothing to escape
        buffer_append_view(out, SV("<c t=\"inlineStr\"><is><t>"));
        naming->write(naming->argument, row, out);
        buffer_append_view(out, SV("</t></is></c>"));
    }
    buffer_print(out, "<c><v>%lld</v></c>", (long long)row->version);
    for (size_t i = 0; i < rights->count; i++) {
        write_text_cell(rights->text(rights->argument, &row->table->table, i), out);
    }
}

static void write_tail(void *argument, const struct row_identity *row, struct buffer *out)
{
    (void)argument;
    (void)row;
    buffer_append_view(out, SV("</row>\n"));
}

// --- sheets ----------------------------------------------------------------------------------

static status begin_sheet(struct workbook *w, struct error *e)
{
    char name[64];
    (void)snprintf(name, sizeof name, "xl/worksheets/sheet%u.xml", ++w->sheets);
    w->rows = 1;
    TRY(package_file_begin(w->file, sv_from(name), e));
    TRY(package_write(w->file, SV(HEADER "<worksheet xmlns=\"" MAIN "\"><sheetData>\n"), e));
    return package_write(w->file, w->header, e);
}

static status end_sheet(struct workbook *w, struct error *e)
{
    TRY(package_write(w->file, SV("</sheetData></worksheet>\n"), e));
    return package_file_end(w->file, e);
}

static status give(void *argument, string_view bytes, size_t rows, struct error *e)
{
    struct workbook *w = argument;
    if (w->rows + rows > SHEET_ROWS) {
        TRY(end_sheet(w, e));
        TRY(begin_sheet(w, e));
    }
    w->rows += rows;
    return package_write(w->file, bytes, e);
}

static status write_header(struct workbook *w, const struct row_columns *columns,
                           struct arena *arena, struct error *e)
{
    static const char *const identity[] = {"_dataset", "_table", "_key", "_version"};
    const struct row_constants *rights = &w->download->rights;
    struct buffer out;
    buffer_init(&out, MOST_HEADER);
    buffer_append_view(&out, SV("<row>"));
    for (size_t i = 0; i < ARRAY_LENGTH(identity); i++) {
        write_text_cell(sv_from(identity[i]), &out);
    }
    for (size_t i = 0; i < rights->count; i++) {
        write_text_cell(rights->names[i], &out);
    }
    for (size_t i = 0; i < columns->count; i++) {
        write_text_cell(columns->names[i], &out);
    }
    buffer_append_view(&out, SV("</row>\n"));
    status result = buffer_check(&out, "the header of a sheet", e);
    w->header = result == ST_OK ? arena_copy(arena, buffer_view(&out)) : SV("");
    buffer_release(&out);
    return result;
}

static status begin(void *argument, const struct row_columns *columns, struct arena *arena,
                    struct error *e)
{
    struct workbook *w = argument;
    w->types = arena_array(arena, enum column_type, columns->count + 1);
    if (w->types == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the columns of a workbook");
    }
    for (size_t i = 0; i < columns->count; i++) {
        struct column_kind kind;
        TRY(column_kind_find(&columns->found->extent, &columns->fields[i], &kind, e));
        w->types[i] = kind.list && columns->numbers[i] == 0 ? COLUMN_TEXT : kind.type;
    }
    TRY(write_header(w, columns, arena, e));
    return begin_sheet(w, e);
}

// --- the workbook ----------------------------------------------------------------------------

static void put_types(struct workbook *w, struct buffer *out)
{
    buffer_append_view(out, SV(HEADER "<Types xmlns=\"" PACKAGE "content-types\">"
                                      "<Default Extension=\"rels\" ContentType=\"application/"
                                      "vnd.openxmlformats-package.relationships+xml\"/>"
                                      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" KIND
                                      "sheet.main+xml\"/>"));
    for (unsigned i = 1; i <= w->sheets; i++) {
        buffer_print(out,
                     "<Override PartName=\"/xl/worksheets/sheet%u.xml\" ContentType=\"" KIND
                     "worksheet+xml\"/>",
                     i);
    }
    buffer_append_view(out, SV("</Types>\n"));
}

static void put_book(struct workbook *w, struct buffer *out)
{
    buffer_append_view(out,
                       SV(HEADER "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATION "\"><sheets>"));
    for (unsigned i = 1; i <= w->sheets; i++) {
        buffer_print(out, "<sheet name=\"records%.0u\" sheetId=\"%u\" r:id=\"rId%u\"/>",
                     i == 1 ? 0 : i, i, i);
    }
    buffer_append_view(out, SV("</sheets></workbook>\n"));
}

static void put_book_relations(struct workbook *w, struct buffer *out)
{
    buffer_append_view(out, SV(HEADER "<Relationships xmlns=\"" PACKAGE "relationships\">"));
    for (unsigned i = 1; i <= w->sheets; i++) {
        buffer_print(out,
                     "<Relationship Id=\"rId%u\" Type=\"" RELATION
                     "/worksheet\" Target=\"worksheets/sheet%u.xml\"/>",
                     i, i);
    }
    buffer_append_view(out, SV("</Relationships>\n"));
}

static void put_relations(struct workbook *w, struct buffer *out)
{
    (void)w;
    buffer_append_view(out, SV(HEADER "<Relationships xmlns=\"" PACKAGE "relationships\">"
                                      "<Relationship Id=\"rId1\" Type=\"" RELATION
                                      "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                                      "</Relationships>\n"));
}

static status finish(struct workbook *w, struct error *e)
{
    static const struct {
        const char *name;
        void (*put)(struct workbook *w, struct buffer *out);
    } parts[] = {{"xl/workbook.xml", put_book},
                 {"xl/_rels/workbook.xml.rels", put_book_relations},
                 {"_rels/.rels", put_relations},
                 {"[Content_Types].xml", put_types}};
    struct buffer out;
    status result = end_sheet(w, e);
    buffer_init(&out, MOST_HEADER);
    for (size_t i = 0; i < ARRAY_LENGTH(parts) && result == ST_OK; i++) {
        buffer_clear(&out);
        parts[i].put(w, &out);
        result = buffer_check(&out, "a part of a workbook", e);
        if (result == ST_OK) {
            result = package_file(w->file, sv_from(parts[i].name), buffer_view(&out), e);
        }
    }
    buffer_release(&out);
    return result == ST_OK ? package_finish(w->file, e) : result;
}

static struct row_choice choice_of(const struct download *d)
{
    return (struct row_choice){.fields = d->input.fields,
                               .count = d->input.field_count,
                               .filled_only = !d->empty_columns,
                               .exploded = d->exploded};
}

static status check(const struct download *d, struct arena *arena, struct error *e)
{
    struct row_choice choice = choice_of(d);
    return all_records_check(&d->input, &choice, arena, e);
}

static status write(const struct download *d, const struct search_input *input, csv_sink *sink,
                    void *argument, struct error *e)
{
    struct workbook w = {.download = d};
    struct row_choice choice = choice_of(d);
    const struct row_style style = {.begin = begin,
                                    .head = write_head,
                                    .cell = write_cell,
                                    .tail = write_tail,
                                    .line_end = SV("\n"),
                                    .give = give,
                                    .argument = &w};
    TRY(package_create(sink, argument, input->view.version, &w.file, e));
    status result =
        row_export(input->view.snapshot, &scope_public, &input->request, &choice, &style, e);
    if (result == ST_OK) {
        result = finish(&w, e);
    }
    package_destroy(w.file);
    return result;
}

// --- what no cell can hold -------------------------------------------------------------------

struct long_texts {
    const string_view *names;
    csv_sink *sink;
    void *argument;
    struct buffer out;
    bool begun;
};

static status begin_long(void *argument, const struct row_columns *columns, struct arena *arena,
                         struct error *e)
{
    struct long_texts *w = argument;
    string_view *names = arena_array(arena, string_view, columns->count + 1);
    if (names == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the columns of a workbook");
    }
    for (size_t i = 0; i < columns->count; i++) {
        names[i] = columns->names[i];
    }
    w->names = names;
    return ST_OK;
}

// A long text: its column and one more, its length, itself.
static void mark_long(void *argument, size_t column, string_view text, struct buffer *out)
{
    const uint32_t mark[2] = {(uint32_t)column + 1, (uint32_t)text.length};
    (void)argument;
    if (is_long(text)) {
        buffer_append(out, mark, sizeof mark);
        buffer_append_view(out, text);
    }
}

static void mark_row(void *argument, const struct row_identity *row, struct buffer *out)
{
    const uint32_t mark[2] = {(uint32_t)row->table->slug.length, (uint32_t)row->key.length};
    (void)argument;
    buffer_append(out, mark, sizeof mark);
    buffer_append_view(out, row->table->slug);
    buffer_append_view(out, row->key);
}

static void put_quoted(string_view text, char behind, struct buffer *out)
{
    buffer_append_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        buffer_append_byte(out, text.bytes[i]);
        if (text.bytes[i] == '"') {
            buffer_append_byte(out, '"');
        }
    }
    buffer_append_byte(out, '"');
    buffer_append_byte(out, behind);
}

static string_view take_bytes(string_view *rest, size_t length)
{
    string_view taken = sv_slice(*rest, 0, length);
    *rest = sv_slice(*rest, length, SIZE_MAX);
    return taken;
}

static void put_long(struct long_texts *w, string_view table, string_view key, string_view column,
                     string_view text)
{
    if (!w->begun) {
        buffer_append_view(&w->out, SV("_table,_key,_column,_text\r\n"));
        w->begun = true;
    }
    put_quoted(table, ',', &w->out);
    put_quoted(key, ',', &w->out);
    put_quoted(column, ',', &w->out);
    put_quoted(text, '\r', &w->out);
    buffer_append_byte(&w->out, '\n');
}

// Of each row: whose it is, its long texts, a zero.
static status give_long(void *argument, string_view bytes, size_t rows, struct error *e)
{
    struct long_texts *w = argument;
    buffer_clear(&w->out);
    for (size_t i = 0; i < rows; i++) {
        uint32_t mark[2] = {0};
        memcpy(mark, take_bytes(&bytes, sizeof mark).bytes, sizeof mark);
        string_view table = take_bytes(&bytes, mark[0]);
        string_view key = take_bytes(&bytes, mark[1]);
        for (;;) {
            memcpy(mark, take_bytes(&bytes, sizeof *mark).bytes, sizeof *mark);
            if (mark[0] == 0) {
                break;
            }
            memcpy(mark + 1, take_bytes(&bytes, sizeof *mark).bytes, sizeof *mark);
            put_long(w, table, key, w->names[mark[0] - 1], take_bytes(&bytes, mark[1]));
        }
    }
    TRY(buffer_check(&w->out, "long texts", e));
    return w->out.length == 0 ? ST_OK : w->sink(w->argument, buffer_view(&w->out), e);
}

static void mark_end(void *argument, const struct row_identity *row, struct buffer *out)
{
    (void)argument;
    (void)row;
    buffer_append(out, "\0", 1); // the line's end takes its place
}

static status write_beside(const struct download *d, const struct search_input *input,
                           csv_sink *sink, void *argument, struct error *e)
{
    struct long_texts w = {.sink = sink, .argument = argument};
    struct row_choice choice = choice_of(d);
    const struct row_style style = {.begin = begin_long,
                                    .head = mark_row,
                                    .cell = mark_long,
                                    .tail = mark_end,
                                    .line_end = {"\0\0\0\0", 4},
                                    .give = give_long,
                                    .argument = &w};
    buffer_init(&w.out, (size_t)1 << 31);
    status result =
        row_export(input->view.snapshot, &scope_public, &input->request, &choice, &style, e);
    buffer_release(&w.out);
    return result;
}

const struct download_format download_xlsx = {
    .name = "xlsx",
    .extension = "xlsx",
    .label = "XLSX",
    .media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    .beside_csv = 1.6,
    .options = OPTION_IDENTIFIERS | OPTION_COLUMNS | OPTION_LISTS,
    .check = check,
    .write = write,
    .beside = ".long.csv",
    .write_beside = write_beside,
};
