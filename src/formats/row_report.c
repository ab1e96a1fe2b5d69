// SPDX-License-Identifier: Apache-2.0
// Problems of rows as JSON Lines, and their counts.
#include "formats/row_report.h"

#include "base/file.h"
#include "base/utf8.h"
#include "formats/json_write.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEPT_PROBLEMS 100
#define LONGEST_TEXT  ((size_t)1024) // of a field name or key in the report

struct row_report {
    pthread_mutex_t lock;
    uint64_t count;
    uint64_t unreadable_keys;
    char first[ERROR_MESSAGE_SIZE];
    struct buffer kept;
    struct buffer keys; // readable keys of bad rows
    struct buffer line;
    bool has_file;
    struct file_writer file;
    struct error trouble; // the first failed write
};

status row_report_create(const char *path, struct row_report **out, struct error *e)
{
    struct row_report *r = calloc(1, sizeof *r);
    if (r == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory for a report");
    }
    if (path != NULL) {
        status result = file_writer_open(&r->file, path, e);
        if (result != ST_OK) {
            free(r);
            return result;
        }
        r->has_file = true;
    }
    buffer_init(&r->kept, KEPT_PROBLEMS * 64 * LONGEST_TEXT);
    buffer_init(&r->line, 64 * LONGEST_TEXT);
    buffer_init(&r->keys, (size_t)64 << 20);
    (void)pthread_mutex_init(&r->lock, NULL);
    *out = r;
    return ST_OK;
}

// Bad bytes are what rows are often reported for; here they become U+FFFD.
static void append_cleaned(struct buffer *out, string_view text)
{
    for (size_t at = 0; at < MIN(text.length, LONGEST_TEXT);) {
        int32_t character = utf8_next(text, &at);
        utf8_append(out, character < 0 ? 0xfffd : (uint32_t)character);
    }
}

static void write_text(struct buffer *line, string_view name, string_view text)
{
    struct buffer cleaned;
    buffer_init(&cleaned, 4 * LONGEST_TEXT);
    append_cleaned(&cleaned, text);
    json_write_member(line, name, buffer_view(&cleaned));
    buffer_release(&cleaned);
}

static void write_number(struct buffer *line, string_view name, uint64_t number)
{
    if (number > 0) {
        json_write_name(line, name);
        buffer_append_uint(line, number);
    }
}

static void write_line(struct buffer *line, const struct row_problem *p)
{
    buffer_clear(line);
    buffer_append_byte(line, '{');
    write_text(line, SV("file"), sv_from(p->file));
    write_number(line, SV("line"), p->line);
    write_number(line, SV("column"), p->column);
    write_text(line, SV("field"), p->field);
    write_text(line, SV("reason"), p->reason);
    if (p->key_readable) {
        write_text(line, SV("key"), p->key);
    }
    buffer_append_view(line, SV("}\n"));
}

static void describe_first(struct row_report *r, const struct row_problem *p)
{
    string_view field = sv_slice(p->field, 0, 100);
    string_view reason = sv_slice(p->reason, 0, 300);
    char column[32] = "";
    if (p->column > 0) {
        (void)snprintf(column, sizeof column, ", column %u", p->column);
    }
    (void)snprintf(r->first, sizeof r->first, "%.100s, line %llu%s%s" SV_FORMAT "%s: " SV_FORMAT,
                   p->file == NULL ? "" : p->file, (unsigned long long)p->line, column,
                   field.length > 0 ? " (" : "", SV_ARGUMENT(field), field.length > 0 ? ")" : "",
                   SV_ARGUMENT(reason));
}

// Length and bytes of each readable key, one behind the other.
static bool keep_key(struct row_report *r, string_view key)
{
    uint32_t length = (uint32_t)key.length;
    if (!buffer_reserve(&r->keys, sizeof length + key.length)) {
        return false;
    }
    buffer_append(&r->keys, &length, sizeof length);
    buffer_append_view(&r->keys, key);
    return true;
}

status row_report_keys(const struct row_report *r,
                       status (*visit)(void *argument, string_view key, struct error *e),
                       void *argument, struct error *e)
{
    string_view rest = buffer_view(&r->keys);
    while (rest.length > 0) {
        uint32_t length = 0;
        memcpy(&length, rest.bytes, sizeof length);
        TRY(visit(argument, sv_slice(rest, sizeof length, length), e));
        rest = sv_slice(rest, sizeof length + length, rest.length);
    }
    return ST_OK;
}

void row_report_add(struct row_report *r, const struct row_problem *problem)
{
    if (r == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&r->lock);
    if (r->count == 0) {
        describe_first(r, problem);
    }
    write_line(&r->line, problem);
    if (r->count < KEPT_PROBLEMS) {
        buffer_append_view(&r->kept, buffer_view(&r->line));
    }
    if (r->has_file && r->trouble.code == ST_OK) {
        // The trouble is kept in the report and told by row_report_finish.
        status result = file_writer_add(&r->file, r->line.bytes, r->line.length, &r->trouble);
        (void)result;
    }
    r->count++;
    if (!problem->key_readable || !keep_key(r, problem->key)) {
        r->unreadable_keys++;
    }
    (void)pthread_mutex_unlock(&r->lock);
}

uint64_t row_report_count(const struct row_report *r)
{
    return r->count;
}

uint64_t row_report_unreadable_keys(const struct row_report *r)
{
    return r->unreadable_keys;
}

const char *row_report_first(const struct row_report *r)
{
    return r->first;
}

string_view row_report_kept(const struct row_report *r)
{
    return buffer_view(&r->kept);
}

status row_report_finish(struct row_report *r, struct error *e)
{
    if (!r->has_file) {
        return ST_OK;
    }
    r->has_file = false;
    if (r->trouble.code != ST_OK) {
        file_writer_abandon(&r->file);
        return error_set(e, r->trouble.code, "%s", r->trouble.message);
    }
    return file_writer_close(&r->file, false, e);
}

void row_report_destroy(struct row_report *r)
{
    if (r != NULL) {
        if (r->has_file) {
            file_writer_abandon(&r->file);
        }
        buffer_release(&r->kept);
        buffer_release(&r->line);
        buffer_release(&r->keys);
        (void)pthread_mutex_destroy(&r->lock);
        free(r);
    }
}
