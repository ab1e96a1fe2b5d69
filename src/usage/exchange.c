// SPDX-License-Identifier: Apache-2.0
// Reads months of other sources and visits with their times.
#include "usage/exchange.h"

#include "base/hash.h"

#include <jansson.h>
#include <string.h>

// --- months ----------------------------------------------------------------------------------

#define MONTH_COLUMNS 4

static const char *const columns[MONTH_COLUMNS] = {"month", "dataset", "downloads", "records"};

struct months {
    struct arena *arena;
    size_t places[MONTH_COLUMNS]; // of the columns in a line
    size_t number;                // of the line, from 1
    struct usage_source_month *list;
    size_t count;
    struct error *e;
};

// The next cell of a line; quotes around it go (RFC 4180), a quote within is doubled.
static string_view next_cell(string_view *rest)
{
    string_view cell = {0};
    if (rest->length == 0 || rest->bytes[0] != '"') {
        (void)sv_split(rest, ',', &cell);
        return sv_trim(cell);
    }
    size_t end = 1;
    while (end < rest->length &&
           (rest->bytes[end] != '"' || (end + 1 < rest->length && rest->bytes[end + 1] == '"'))) {
        end += rest->bytes[end] == '"' ? 2 : 1;
    }
    cell = sv_slice(*rest, 1, MIN(end, rest->length) - 1);
    *rest = sv_slice(*rest, MIN(end + 1, rest->length), SIZE_MAX);
    string_view gap = {0};
    (void)sv_split(rest, ',', &gap);
    return cell;
}

static status bad_line(const struct months *m, const char *what)
{
    return error_set(m->e, ST_BAD_DATA, "line %zu: %s", m->number, what);
}

static status read_header(struct months *m, string_view line)
{
    bool found[MONTH_COLUMNS] = {false};
    for (size_t place = 0; line.bytes != NULL; place++) {
        string_view name = next_cell(&line);
        for (size_t i = 0; i < MONTH_COLUMNS; i++) {
            if (sv_equal_ignore_case(name, sv_from(columns[i]))) {
                m->places[i] = place;
                found[i] = true;
            }
        }
    }
    if (!found[0] || !found[2] || !found[3]) {
        return bad_line(m, "the first line names the columns month, dataset, downloads, records");
    }
    m->places[1] = found[1] ? m->places[1] : SIZE_MAX;
    return ST_OK;
}

static status read_month(struct months *m, string_view line)
{
    string_view cells[MONTH_COLUMNS] = {{NULL, 0}};
    struct usage_source_month *one = &m->list[m->count];
    for (size_t place = 0; line.bytes != NULL; place++) {
        string_view cell = next_cell(&line);
        for (size_t i = 0; i < MONTH_COLUMNS; i++) {
            cells[i] = m->places[i] == place ? cell : cells[i];
        }
    }
    if (!usage_month_from_text(cells[0], &one->month)) {
        return bad_line(m, "a month is written as 2014-03");
    }
    if (!sv_to_uint64(cells[2], &one->downloads) || !sv_to_uint64(cells[3], &one->records) ||
        one->downloads > (uint64_t)1 << 53 || one->records > (uint64_t)1 << 53) {
        return bad_line(m, "downloads and records are whole numbers without separators");
    }
    one->dataset = arena_copy(m->arena, cells[1]);
    m->count++;
    return ST_OK;
}

status usage_months_read(string_view text, struct arena *arena, struct usage_source_month **out,
                         size_t *count, struct error *e)
{
    struct months m = {.arena = arena, .e = e};
    size_t lines = 1;
    string_view line = {0};
    for (size_t i = 0; i < text.length; i++) {
        lines += text.bytes[i] == '\n';
    }
    if (lines > USAGE_LIMIT_MONTHS) {
        return error_set(e, ST_TOO_LARGE, "at most %zu lines are taken", USAGE_LIMIT_MONTHS);
    }
    m.list = arena_array(arena, struct usage_source_month, lines);
    if (m.list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for %zu months", lines);
    }
    if (sv_starts_with(text, SV("\xef\xbb\xbf"))) {
        text = sv_slice(text, 3, SIZE_MAX);
    }
    bool begun = false;
    for (m.number = 1; sv_split(&text, '\n', &line); m.number++) {
        line = sv_trim(line);
        if (line.length == 0) {
            continue;
        }
        TRY(begun ? read_month(&m, line) : read_header(&m, line));
        begun = true;
    }
    *out = m.list;
    *count = m.count;
    return m.count > 0 ? ST_OK : error_set(e, ST_BAD_DATA, "there are no months in it");
}

// --- visits ----------------------------------------------------------------------------------

static string_view text_of(struct arena *arena, const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value) ? arena_copy(arena, (string_view){json_string_value(value),
                                                                   json_string_length(value)})
                                 : SV("");
}

static uint64_t number_of(const json_t *value)
{
    json_int_t number = json_integer_value(value);
    return number < 0 ? 0 : (uint64_t)number;
}

static bool kind_of(string_view name, enum usage_kind *out)
{
    for (size_t i = 0; i < USAGE_TALLY; i++) {
        if (sv_equal(name, sv_from(usage_kind_names[i]))) {
            *out = (enum usage_kind)i;
            return true;
        }
    }
    return false;
}

static status read_parts(const json_t *list, struct arena *arena, struct usage_visit *out,
                         struct error *e)
{
    size_t count = json_array_size(list);
    struct usage_part *parts = arena_array(arena, struct usage_part, count + 1);
    if (parts == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a visit");
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_array_get(list, i);
        parts[i] = (struct usage_part){text_of(arena, one, "dataset"),
                                       (moment)number_of(json_object_get(one, "version")),
                                       number_of(json_object_get(one, "records"))};
        if (parts[i].dataset.length == 0) {
            return error_set(e, ST_BAD_DATA, "a member of \"datasets\" has no \"dataset\"");
        }
    }
    out->parts = parts;
    out->part_count = count;
    return ST_OK;
}

static status read_things(const json_t *list, struct arena *arena, struct usage_visit *out,
                          struct error *e)
{
    static const char *const kinds[] = {"record", "query", "person"};
    size_t count = json_array_size(list);
    struct usage_thing *things = arena_array(arena, struct usage_thing, count + 1);
    if (things == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a visit");
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_array_get(list, i);
        string_view kind = text_of(arena, one, "kind");
        things[i].text = text_of(arena, one, "name");
        for (size_t k = 0; k < ARRAY_LENGTH(kinds); k++) {
            if (sv_equal(kind, sv_from(kinds[k]))) {
                things[i].kind = (enum usage_name)(NAME_RECORD + k);
            }
        }
        if (things[i].kind == 0) {
            return error_set(e, ST_BAD_DATA, "a thing's \"kind\" is record, query or person");
        }
    }
    out->things = things;
    out->thing_count = count;
    return ST_OK;
}

static status read_visit(const json_t *json, struct arena *arena, struct usage_visit *out,
                         struct error *e)
{
    const json_t *range = json_object_get(json, "range");
    const json_t *complete = json_object_get(json, "complete");
    string_view address = text_of(arena, json, "address");
    json_int_t code = json_integer_value(json_object_get(json, "status"));
    *out = (struct usage_visit){
        .format = text_of(arena, json, "format"),
        .client = text_of(arena, json, "client"),
        .agent = text_of(arena, json, "agent"),
        .address = hash_bytes(address.bytes, address.length),
        .from_page = json_is_true(json_object_get(json, "fromPage")),
        .status = code == 0 ? 200 : (int)MIN(code, (json_int_t)999),
        .complete = complete == NULL || json_is_true(complete),
        .bytes = number_of(json_object_get(json, "bytes")),
        .first = number_of(json_array_get(range, 0)),
        .end = number_of(json_array_get(range, 1)),
        .length = number_of(json_array_get(range, 2)),
    };
    if (moment_from_text(text_of(arena, json, "time"), &out->time, NULL) != ST_OK) {
        return error_set(e, ST_BAD_DATA,
                         "\"time\" is to be a moment such as "
                         "2020-05-03T12:00:00.000Z");
    }
    if (!kind_of(text_of(arena, json, "kind"), &out->kind)) {
        return error_set(e, ST_BAD_DATA,
                         "\"kind\" is download, export, paging, record, dataset or "
                         "search");
    }
    TRY(read_parts(json_object_get(json, "datasets"), arena, out, e));
    return read_things(json_object_get(json, "things"), arena, out, e);
}

status usage_visit_read(string_view line, struct arena *arena, struct usage_visit *out,
                        struct error *e)
{
    json_error_t trouble;
    json_t *json = json_loadb(line.bytes, line.length, 0, &trouble);
    if (!json_is_object(json)) {
        json_decref(json);
        return error_set(e, ST_BAD_DATA, "a JSON object is needed: %s", trouble.text);
    }
    status result = read_visit(json, arena, out, e);
    json_decref(json);
    return result;
}
