// SPDX-License-Identifier: Apache-2.0
// JSON Lines as a source of rows.
#include "formats/json_lines.h"

#include "formats/json_read.h"
#include "formats/line_reader.h"

#include <stdlib.h>
#include <string.h>

struct json_lines {
    struct row_source source;
    struct line_reader lines;
    struct document_builder builder;
    struct row_report *report; // not owned
    char *file;                // owned
    struct text_line line;
    bool has_line;
    bool is_ahead; // the line was read while opening and is still to be given
};

static void destroy_json_lines(struct row_source *s)
{
    struct json_lines *j = (struct json_lines *)s;
    line_reader_release(&j->lines);
    document_builder_release(&j->builder);
    name_table_destroy(j->source.names);
    free(j->file);
    free(j);
}

static bool is_blank(string_view text)
{
    return sv_trim(text).length == 0;
}

// Moves to the next line that is not blank.
static status read_line(struct json_lines *j, struct error *e)
{
    do {
        TRY(line_reader_next(&j->lines, &j->line, &j->has_line, e));
    } while (j->has_line && is_blank(j->line.text));
    j->source.bytes_done = j->lines.source->consumed;
    return ST_OK;
}

// The key among what was parsed before the trouble: a scalar member of the root.
static string_view find_key(const struct json_lines *j)
{
    uint32_t name = 0;
    const struct document_builder *b = &j->builder;
    if (j->source.key_field == NULL || b->count == 0 || b->nodes[0].kind != NODE_OBJECT ||
        !name_table_find(j->source.names, sv_from(j->source.key_field), &name)) {
        return SV("");
    }
    size_t at = 1;
    while (at < b->count) {
        const struct node *node = &b->nodes[at];
        bool is_scalar = node->kind == NODE_STRING || node->kind == NODE_NUMBER;
        if (node->name == name && is_scalar) {
            return node->text.length <= LIMIT_KEY_BYTES ? node->text : SV("");
        }
        bool is_open = b->depth > 1 && b->open[1] == at;
        if (is_open) {
            break; // what follows lies inside it
        }
        at += 1 + (size_t)node->descendants;
    }
    return SV("");
}

static void report(struct json_lines *j, size_t offset, const char *reason, string_view key)
{
    uint64_t line = 0;
    uint64_t column = 0;
    json_locate(j->line.text, offset, &line, &column);
    struct row_problem problem = {
        .file = j->file,
        .line = j->line.number,
        .column = (uint32_t)MIN(column, (uint64_t)UINT32_MAX),
        .reason = sv_from(reason),
        .key = key,
        .key_readable = key.length > 0,
    };
    row_report_add(j->report, &problem);
}

// Parses the line read ahead; *good is false when it went to the report.
static status parse_line(struct json_lines *j, bool *good, struct error *e)
{
    struct error trouble = {0};
    size_t offset = 0;
    *good = false;
    if (j->line.is_cut) {
        report(j, 0, "the record is longer than 16 MiB; split it or keep large values as files",
               SV(""));
        return ST_OK;
    }
    status result = json_parse(j->line.text, true, j->source.names, &j->builder, &offset, &trouble);
    if (result == ST_NO_MEMORY) {
        return error_set(e, result, "%s", trouble.message);
    }
    if (result != ST_OK) {
        report(j, offset, trouble.message, find_key(j));
    } else if (j->builder.nodes[0].kind != NODE_OBJECT) {
        report(j, 0, "the line holds no object; write one {...} a line", SV(""));
    } else {
        *good = true;
    }
    return ST_OK;
}

static status next_json(struct row_source *s, struct source_row *row, bool *more, struct error *e)
{
    struct json_lines *j = (struct json_lines *)s;
    for (;;) {
        if (!j->is_ahead) {
            TRY(read_line(j, e));
        }
        j->is_ahead = false;
        *more = j->has_line;
        bool good = false;
        if (j->has_line) {
            TRY(parse_line(j, &good, e));
        }
        if (good) {
            *row = (struct source_row){.document = document_builder_finish(&j->builder),
                                       .file = j->file,
                                       .line = j->line.number};
        }
        if (good || !j->has_line) {
            return ST_OK;
        }
    }
}

static status open_json_lines(struct json_lines *j, const char *file, struct error *e)
{
    j->file = strdup(file);
    j->source.names = name_table_create();
    if (j->file == NULL || j->source.names == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory");
    }
    TRY(read_line(j, e));
    j->is_ahead = true;
    if (!j->has_line) {
        return error_set(e, ST_BAD_DATA, "it is empty; give a file with one JSON object a line");
    }
    return ST_OK;
}

status json_lines_create(struct byte_source *source, const char *file, struct row_report *report,
                         struct row_source **out, struct error *e)
{
    struct json_lines *j = calloc(1, sizeof *j);
    if (j == NULL) {
        byte_source_destroy(source);
        return error_set(e, ST_NO_MEMORY, "out of memory opening %s", file);
    }
    j->source = (struct row_source){
        .next = next_json, .destroy = destroy_json_lines, .bytes_total = source->total};
    j->report = report;
    line_reader_init(&j->lines, source, LIMIT_RECORD_BYTES);
    document_builder_init(&j->builder);
    status result = open_json_lines(j, file, e);
    if (result != ST_OK) {
        error_prefix(e, "%s", file);
        destroy_json_lines(&j->source);
        return result;
    }
    *out = &j->source;
    return ST_OK;
}
