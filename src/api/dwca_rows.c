// SPDX-License-Identifier: Apache-2.0
// The core goes column by column: of dynamicProperties each field writes its own member, and the
// last member, which every record has, ends the cell. Lists go record by record, their elements
// from columns where these tell all.
#include "api/dwca_rows.h"

#include "api/project.h"
#include "api/scan_lines.h"
#include "formats/csv_write.h"
#include "formats/json_walk.h"
#include "formats/json_write.h"
#include "query/cell_texts.h"
#include "query/list_cells.h"
#include "query/query_tree.h"

#include <stdatomic.h>
#include <stdlib.h>

#define MOST_HEADER ((size_t)16 << 20)
#define MOST_TEXT   ((size_t)64 << 20)

static status give_header(const struct dwca_header *header, string_view id, csv_sink *sink,
                          void *argument, struct error *e)
{
    struct buffer line;
    buffer_init(&line, MOST_HEADER);
    csv_write_cell(id, DWCA_SEPARATOR, &line);
    for (size_t i = 0; i < header->count; i++) {
        csv_write_cell(header->terms[i].name, DWCA_SEPARATOR, &line);
    }
    line.length--; // the last separator
    buffer_append_byte(&line, '\n');
    status result = buffer_check(&line, "a header", e);
    if (result == ST_OK) {
        result = sink(argument, buffer_view(&line), e);
    }
    buffer_release(&line);
    return result;
}

// --- the core --------------------------------------------------------------------------------

// The fields of the export: those that are filled, the other terms, the house's.
struct core_writer {
    const struct download *download;
    const struct dwca_plan *plan;
    const struct extent *extent;
    size_t house_from;
    string_view *house; // by field of the house: its name as the start of a member, quotes doubled
    const struct dwca_header *header;
    csv_sink *sink;
    void *argument;
    atomic_bool *failed; // to read a record
};

// What stands in `text` once more for each quote.
static void write_doubled(string_view text, struct buffer *out)
{
    while (text.length > 0) {
        size_t plain = sv_find(text, '"');
        buffer_append(out, text.bytes, plain);
        if (plain < text.length) {
            buffer_append_view(out, SV("\"\""));
        }
        text = sv_slice(text, plain + 1, SIZE_MAX);
    }
}

// The characters of a JSON string, within a cell in quotes.
static void write_json_text(string_view text, struct buffer *out)
{
    while (text.length > 0) {
        size_t plain = json_plain_run(text, 0);
        buffer_append(out, text.bytes, plain);
        if (plain < text.length) {
            if (text.bytes[plain] == '"') {
                buffer_append_view(out, SV("\\\"\""));
            } else {
                json_write_escaped(out, sv_slice(text, plain, 1));
            }
        }
        text = sv_slice(text, plain + 1, SIZE_MAX);
    }
}

static void write_house(const struct core_writer *w, size_t field, string_view text,
                        struct buffer *out)
{
    buffer_append_view(out, field == 0 ? SV("\"{") : SV(""));
    if (text.length > 0) {
        buffer_append_view(out, w->house[field]);
        write_json_text(text, out);
        buffer_append_view(out, SV("\"\","));
    }
}

static void write_cell(void *argument, size_t column, string_view text, struct buffer *out)
{
    const struct core_writer *w = argument;
    if (column < w->house_from) {
        csv_write_cell(text, DWCA_SEPARATOR, out);
    } else {
        write_house(w, column - w->house_from, text, out);
    }
}

// Of a term that every record shall have: what its dataset states, or the record's own name.
static void write_filled(const struct core_writer *w, const struct dwca_column *c,
                         const struct row_identity *row, struct buffer *out)
{
    struct buffer name;
    for (size_t i = 0; i < w->download->stated.count; i++) {
        if (sv_equal(w->download->stated.names[i], c->term.name)) {
            csv_write_cell(
                w->download->stated.text(w->download->stated.argument, &row->table->table, i),
                DWCA_SEPARATOR, out);
            return;
        }
    }
    buffer_init(&name, MOST_TEXT);
    if (w->plan->core == DWCA_OCCURRENCE) { // unlike the id it names one record of the world
        char uuid[37];
        uuid_to_text(&row->table->table, uuid);
        buffer_append_view(&name, sv_from(uuid));
        buffer_append_byte(&name, ':');
        buffer_append_view(&name, row->key);
    } else {
        dwca_plan_id(w->plan, row->table->slug, row->key, &name);
    }
    csv_write_cell(buffer_view(&name), DWCA_SEPARATOR, out);
    buffer_release(&name);
}

static void write_missing(void *argument, size_t column, const struct row_identity *row,
                          struct buffer *out)
{
    const struct core_writer *w = argument;
    write_filled(w, &w->plan->filled[w->plan->constant_count + column], row, out);
}

static void write_head(void *argument, const struct row_identity *row, struct buffer *out)
{
    const struct core_writer *w = argument;
    struct buffer id;
    buffer_init(&id, MOST_TEXT);
    dwca_plan_id(w->plan, row->table->slug, row->key, &id);
    csv_write_cell(buffer_view(&id), DWCA_SEPARATOR, out);
    buffer_release(&id);
    for (size_t i = 0; i < w->plan->constant_count; i++) {
        write_filled(w, &w->plan->filled[i], row, out);
    }
}

// The members that lists and objects of the house are.
static void write_nested(const struct core_writer *w, const struct row_identity *row,
                         struct buffer *out)
{
    struct error trouble = {0};
    struct buffer record;
    struct buffer kept;
    const struct record_version version = {.segment = w->extent->parts[row->part].index,
                                           .row = row->row};
    buffer_init(&record, MOST_TEXT);
    buffer_init(&kept, MOST_TEXT);
    status result =
        snapshot_write_record(w->download->input.view.snapshot, &version, false, &record, &trouble);
    if (result == ST_OK) {
        project_record(buffer_view(&record), w->plan->nested, w->plan->nested_count, &kept);
        result = buffer_check(&kept, "a record", &trouble);
    }
    if (result != ST_OK) {
        atomic_store(w->failed, true);
    } else if (kept.length > 2) { // the members without the braces
        write_doubled(sv_slice(buffer_view(&kept), 1, kept.length - 2), out);
        buffer_append_byte(out, ',');
    }
    buffer_release(&kept);
    buffer_release(&record);
}

static void write_tail(void *argument, const struct row_identity *row, struct buffer *out)
{
    const struct core_writer *w = argument;
    buffer_append_view(out, w->plan->house_count == 0 ? SV("\"{") : SV(""));
    if (w->plan->nested_count > 0) {
        write_nested(w, row, out);
    }
    buffer_append_view(out, SV("\"\"_version\"\":"));
    buffer_append_int(out, row->version);
    buffer_append_view(out, SV("}\"\t"));
}

static status begin(void *argument, const struct row_columns *columns, struct arena *arena,
                    struct error *e)
{
    struct core_writer *w = argument;
    (void)arena;
    w->extent = &columns->found->extent;
    return give_header(w->header, SV("id"), w->sink, w->argument, e);
}

static status give(void *argument, string_view bytes, size_t rows, struct error *e)
{
    const struct core_writer *w = argument;
    (void)rows;
    if (atomic_load(w->failed)) {
        return error_set(e, ST_CORRUPT, "a record could not be read while it was written");
    }
    return w->sink(w->argument, bytes, e);
}

// What begins a member of that name, quotes doubled.
static string_view member_start(struct arena *arena, string_view name)
{
    struct buffer text;
    buffer_init(&text, MOST_HEADER);
    buffer_append_view(&text, SV("\"\""));
    write_json_text(name, &text);
    buffer_append_view(&text, SV("\"\":\"\""));
    string_view copy = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

// All fields of the export in their order.
static status fields_of(struct core_writer *w, struct arena *arena, struct row_choice *out,
                        struct error *e)
{
    const struct dwca_plan *plan = w->plan;
    size_t filled = plan->filled_count - plan->constant_count;
    size_t count = filled + plan->column_count + plan->house_count;
    string_view *fields = arena_array(arena, string_view, count + 1);
    w->house = arena_array(arena, string_view, plan->house_count + 1);
    w->house_from = filled + plan->column_count;
    if (fields == NULL || w->house == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the columns of an archive");
    }
    for (size_t i = 0; i < filled; i++) {
        fields[i] = plan->filled[plan->constant_count + i].field;
    }
    for (size_t i = 0; i < plan->column_count; i++) {
        fields[filled + i] = plan->columns[i].field;
    }
    for (size_t i = 0; i < plan->house_count; i++) {
        fields[w->house_from + i] = plan->house[i];
        w->house[i] = member_start(arena, plan->house[i]);
    }
    *out = (struct row_choice){.fields = fields, .count = count};
    return ST_OK;
}

// The search among the plan's tables.
static struct search_input input_of(const struct download *d, const struct dwca_plan *plan)
{
    struct search_input input = d->input;
    input.request.tables = plan->tables;
    input.request.table_count = plan->table_count;
    return input;
}

status dwca_write_core(const struct download *d, const struct dwca_plan *plan, struct arena *arena,
                       csv_sink *sink, void *argument, struct error *e)
{
    atomic_bool failed = false;
    struct row_choice choice;
    struct dwca_header header;
    struct core_writer w = {
        .download = d, .plan = plan, .sink = sink, .argument = argument, .failed = &failed};
    const struct row_style style = {.begin = begin,
                                    .head = write_head,
                                    .cell = write_cell,
                                    .missing = write_missing,
                                    .missing_columns = plan->filled_count - plan->constant_count,
                                    .tail = write_tail,
                                    .line_end = SV("\n"),
                                    .give = give,
                                    .argument = &w};
    struct search_input input = input_of(d, plan);
    TRY(dwca_plan_core(plan, arena, &header, e));
    TRY(fields_of(&w, arena, &choice, e));
    w.header = &header;
    if (plan->table_count == 0) {
        return give_header(&header, SV("id"), sink, argument, e);
    }
    return row_export(input.view.snapshot, &scope_public, &input.request, &choice, &style, e);
}

// --- lists -----------------------------------------------------------------------------------

struct list_writer {
    const struct download *download;
    const struct dwca_plan *plan;
    const struct dwca_list *list;
    const string_view *names; // of its columns, then of the house's members
    string_view *written;     // the same as they are written in JSON
    size_t count;
    const struct list_cells *cells; // NULL: records tell more than columns
    atomic_uint_fast64_t rows;
};

// What one record's rows are put together from: a text for each name.
struct row_texts {
    struct buffer id;
    struct buffer text;
    size_t *ends; // in `text`, by name
    struct buffer house;
};

static string_view text_of(const struct row_texts *t, size_t name)
{
    size_t start = name == 0 ? 0 : t->ends[name - 1];
    return sv_slice(buffer_view(&t->text), start, t->ends[name] - start);
}

// The line of an element whose texts are there; those of the house's members are JSON.
static void write_line(struct list_writer *w, struct row_texts *t, struct buffer *out)
{
    if (t->text.length == 0) {
        return; // an element that says nothing
    }
    csv_write_cell(buffer_view(&t->id), DWCA_SEPARATOR, out);
    for (size_t i = 0; i < w->list->count; i++) {
        csv_write_cell(text_of(t, i), DWCA_SEPARATOR, out);
    }
    buffer_clear(&t->house);
    for (size_t i = w->list->count; i < w->count; i++) {
        string_view value = text_of(t, i);
        if (value.length > 0) {
            buffer_append_view(&t->house, t->house.length == 0 ? SV("{\"") : SV(",\""));
            buffer_append_view(&t->house, w->written[i]);
            buffer_append_view(&t->house, SV("\":"));
            buffer_append_view(&t->house, value);
        }
    }
    buffer_append_view(&t->house, t->house.length > 0 ? SV("}") : SV(""));
    if (w->list->house_count > 0) {
        csv_write_cell(buffer_view(&t->house), DWCA_SEPARATOR, out);
    }
    out->length -= out->length > 0;
    buffer_append_byte(out, '\n');
    atomic_fetch_add(&w->rows, 1);
}

// --- lists from columns ----------------------------------------------------------------------

static status read_cells(const struct list_writer *w, const struct search_hit *hit,
                         uint32_t element, struct buffer *scratch, struct row_texts *t,
                         struct error *e)
{
    buffer_clear(&t->text);
    for (size_t i = 0; i < w->count; i++) {
        buffer_clear(scratch);
        TRY(list_cells_text(w->cells, hit->version.segment, i, element, scratch, e));
        if (i < w->list->count || scratch->length == 0) {
            buffer_append_view(&t->text, buffer_view(scratch));
        } else {
            json_write_string(&t->text, buffer_view(scratch));
        }
        t->ends[i] = t->text.length;
    }
    return ST_OK;
}

static status write_cells(struct list_writer *w, const struct search_hit *hit,
                          struct buffer *scratch, struct row_texts *t, struct buffer *out,
                          struct error *e)
{
    uint32_t first = 0;
    uint32_t end = 0;
    TRY(list_cells_range(w->cells, hit->version.segment, hit->version.row, &first, &end, e));
    for (uint32_t i = first; i < end; i++) {
        TRY(read_cells(w, hit, i, scratch, t, e));
        write_line(w, t, out);
    }
    return ST_OK;
}

// --- lists from records ----------------------------------------------------------------------

// A value as a cell has it: the characters of a string, the elements of a list of such, else JSON.
static void write_value(string_view value, struct buffer *out)
{
    struct json_walk walk = json_walk_into(value);
    string_view name;
    string_view element;
    if (value.length == 0 || sv_equal(value, SV("null"))) {
        return;
    }
    if (value.bytes[0] != '[') {
        json_write_unescaped(out, value);
        return;
    }
    for (size_t i = 0; json_walk_next(&walk, &name, &element); i++) {
        buffer_append_view(out, i == 0 ? SV("") : SV(CELL_LIST_SEPARATOR));
        json_write_unescaped(out, element);
    }
}

static bool is_empty(string_view value)
{
    return sv_equal(value, SV("\"\"")) || sv_equal(value, SV("null")) ||
           sv_equal(value, SV("[]")) || sv_equal(value, SV("{}"));
}

// Of the house's: lists and objects as they are, all else as texts, as columns give it.
static void write_member_value(string_view value, struct buffer *out)
{
    char first = value.length == 0 ? '"' : value.bytes[0];
    bool as_it_is = first == '"' || first == '[' || first == '{';
    buffer_append_view(out, as_it_is ? SV("") : SV("\""));
    buffer_append_view(out, value);
    buffer_append_view(out, as_it_is ? SV("") : SV("\""));
}

static void read_element(const struct list_writer *w, string_view element, struct row_texts *t)
{
    buffer_clear(&t->text);
    for (size_t i = 0; i < w->count; i++) {
        struct json_walk walk = json_walk_into(element);
        string_view name;
        string_view value;
        while (json_walk_next(&walk, &name, &value)) {
            if (!sv_equal(name, w->written[i]) || is_empty(value)) {
                continue;
            }
            if (i < w->list->count) {
                write_value(value, &t->text);
            } else {
                write_member_value(value, &t->text);
            }
            break;
        }
        t->ends[i] = t->text.length;
    }
}

static status write_elements(struct list_writer *w, const struct search_hit *hit,
                             struct buffer *scratch, struct row_texts *t, struct buffer *out,
                             struct error *e)
{
    string_view name;
    string_view nameless;
    string_view value;
    string_view element;
    buffer_clear(scratch);
    TRY(snapshot_write_record(w->download->input.view.snapshot, &hit->version, false, scratch, e));
    struct json_walk walk = json_walk_into(buffer_view(scratch));
    while (json_walk_next(&walk, &name, &value)) {
        struct json_walk list = json_walk_into(value);
        while (sv_equal(name, w->list->name) && json_walk_next(&list, &nameless, &element)) {
            read_element(w, element, t);
            write_line(w, t, out);
        }
    }
    return buffer_check(&t->text, "a value of a list", e);
}

// The lines of one record.
static status write_record_rows(void *argument, const struct search_hit *hit,
                                struct buffer *scratch, struct buffer *out, struct error *e)
{
    struct list_writer *w = argument;
    const struct store_table *table =
        snapshot_table_by_uuid(w->download->input.view.snapshot, &hit->table);
    struct row_texts t = {.ends = calloc(w->count + 1, sizeof *t.ends)};
    buffer_init(&t.id, MOST_TEXT);
    buffer_init(&t.text, MOST_TEXT);
    buffer_init(&t.house, MOST_TEXT);
    dwca_plan_id(w->plan, table == NULL ? SV("") : table->slug, hit->key, &t.id);
    status result = t.ends == NULL     ? error_set(e, ST_NO_MEMORY, "no memory for a row")
                    : w->cells != NULL ? write_cells(w, hit, scratch, &t, out, e)
                                       : write_elements(w, hit, scratch, &t, out, e);
    if (result == ST_OK) {
        result = buffer_check(&t.text, "a value of a list", e);
    }
    if (result == ST_OK) {
        result = buffer_check(&t.house, "a value of a list", e);
    }
    buffer_release(&t.house);
    buffer_release(&t.text);
    buffer_release(&t.id);
    free(t.ends);
    return result;
}

static status name_columns(struct list_writer *w, struct arena *arena, struct error *e)
{
    struct buffer text;
    w->count = w->list->count + w->list->house_count;
    string_view *names = arena_array(arena, string_view, w->count + 1);
    w->written = arena_array(arena, string_view, w->count + 1);
    w->names = names;
    if (names == NULL || w->written == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for columns");
    }
    buffer_init(&text, MOST_HEADER);
    for (size_t i = 0; i < w->count; i++) {
        names[i] =
            i < w->list->count ? w->list->columns[i].field : w->list->house[i - w->list->count];
        buffer_clear(&text);
        json_write_escaped(&text, names[i]);
        w->written[i] = arena_copy(arena, buffer_view(&text));
    }
    status result = buffer_check(&text, "the name of a column", e);
    buffer_release(&text);
    return result;
}

// Both ways give the same bytes; columns are many times quicker.
static status choose_way(struct list_writer *w, const struct search_input *input,
                         struct extent *extent, struct arena *arena, struct error *e)
{
    struct list_cells *cells = NULL;
    if (!w->list->is_flat) {
        return ST_OK;
    }
    TRY(extent_create(input->view.snapshot, &scope_public, input->request.tables,
                      input->request.table_count, 0, arena, extent, e));
    TRY(list_cells_open(extent, w->list->name, w->names, w->count, arena, &cells, e));
    w->cells = cells;
    return ST_OK;
}

status dwca_write_list(const struct download *d, const struct dwca_plan *plan,
                       const struct dwca_list *list, struct arena *arena, csv_sink *sink,
                       void *argument, uint64_t *rows, struct error *e)
{
    struct extent extent;
    struct dwca_header header;
    struct list_writer w = {.download = d, .plan = plan, .list = list};
    const struct line_writer writer = {write_record_rows, &w};
    struct search_input input = input_of(d, plan);
    const struct query *both[2] = {query_tree_term(arena, QUERY_EXISTS, &list->name, 1),
                                   input.request.query};
    input.request.query =
        query_tree_group(arena, QUERY_AND, both, input.request.query == NULL ? 1 : 2);
    if (both[0] == NULL || input.request.query == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the rows of a list");
    }
    TRY(name_columns(&w, arena, e));
    TRY(choose_way(&w, &input, &extent, arena, e));
    TRY(dwca_plan_list(list, arena, &header, e));
    TRY(give_header(&header, SV("coreid"), sink, argument, e));
    TRY(scan_lines_with(&input, &writer, sink, argument, e));
    *rows = atomic_load(&w.rows);
    return ST_OK;
}
