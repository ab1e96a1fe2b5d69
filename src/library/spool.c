// SPDX-License-Identifier: Apache-2.0
// Spools rows.
#include "library/spool.h"

#include "base/file.h"
#include "formats/json_lines.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define IN_MEMORY ((size_t)4 << 20)
#define NAME      "the rows"

void spool_init(struct spool *s, const char *folder)
{
    *s = (struct spool){.folder = folder, .descriptor = -1};
    buffer_init(&s->lines, IN_MEMORY + LIMIT_RECORD_BYTES + 1);
}

void spool_release(struct spool *s)
{
    if (s->mapped != NULL) {
        (void)munmap(s->mapped, s->mapped_length);
    }
    if (s->descriptor >= 0) {
        (void)close(s->descriptor);
    }
    buffer_release(&s->lines);
}

static status open_file(struct spool *s, struct error *e)
{
    if (s->descriptor >= 0) {
        return ST_OK;
    }
    s->descriptor = open(s->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (s->descriptor < 0) {
        // Some file systems have no files without a name.
        char path[PATH_SIZE];
        TRY(path_join(path, sizeof path, s->folder, "rows.XXXXXX", e));
        s->descriptor = mkostemp(path, O_CLOEXEC);
        if (s->descriptor >= 0) {
            (void)unlink(path);
        }
    }
    return s->descriptor >= 0 ? ST_OK : error_set_errno(e, "no file for rows in %s", s->folder);
}

static status flush(struct spool *s, struct error *e)
{
    TRY(open_file(s, e));
    TRY(file_write_all(s->descriptor, s->lines.bytes, s->lines.length, NAME, e));
    buffer_clear(&s->lines);
    return ST_OK;
}

// Appends the row as one line; false when a line break stands inside a string.
static bool append_line(struct buffer *out, string_view json)
{
    bool in_string = false;
    bool good = true;
    for (size_t i = 0; i < json.length; i++) {
        char c = json.bytes[i];
        bool is_break = c == '\n' || c == '\r';
        good = good && !(is_break && in_string);
        buffer_append_byte(out, is_break ? ' ' : c);
        if (in_string && c == '\\' && i + 1 < json.length && json.bytes[i + 1] != '\n' &&
            json.bytes[i + 1] != '\r') {
            buffer_append_byte(out, json.bytes[++i]);
        } else if (c == '"') {
            in_string = !in_string;
        }
    }
    buffer_append_byte(out, '\n');
    return good;
}

status spool_add(struct spool *s, string_view json, struct error *e)
{
    if (s->mapped != NULL) {
        return error_set(e, ST_INVALID, "the rows are being read: none can be added");
    }
    if (json.length > LIMIT_RECORD_BYTES || sv_trim(json).length == 0) {
        return error_set(e, ST_INVALID, "a row must be a JSON object of at most %zu bytes",
                         LIMIT_RECORD_BYTES);
    }
    if (s->lines.length >= IN_MEMORY) {
        TRY(flush(s, e));
    }
    size_t before = s->lines.length;
    if (!append_line(&s->lines, json)) {
        s->lines.length = before;
        return error_set(e, ST_INVALID,
                         "the row has a line break inside a string; write it as \\n");
    }
    TRY(buffer_check(&s->lines, NAME, e));
    s->rows++;
    return ST_OK;
}

static status map_file(struct spool *s, string_view *out, struct error *e)
{
    if (s->mapped != NULL) {
        *out = (string_view){s->mapped, s->mapped_length};
        return ST_OK;
    }
    TRY(flush(s, e));
    off_t length = lseek(s->descriptor, 0, SEEK_END);
    void *bytes = length <= 0
                      ? MAP_FAILED
                      : mmap(NULL, (size_t)length, PROT_READ, MAP_PRIVATE, s->descriptor, 0);
    if (bytes == MAP_FAILED) {
        return error_set_errno(e, "%s cannot be read back", NAME);
    }
    s->mapped = bytes;
    s->mapped_length = (size_t)length;
    *out = (string_view){bytes, s->mapped_length};
    return ST_OK;
}

status spool_source(struct spool *s, struct row_report *report, struct row_source **out,
                    struct error *e)
{
    struct byte_source *bytes = NULL;
    string_view lines = buffer_view(&s->lines);
    if (s->rows == 0) {
        return error_set(e, ST_BAD_DATA, "no rows were given");
    }
    if (s->descriptor >= 0) {
        TRY(map_file(s, &lines, e));
    }
    TRY(byte_source_from_memory(lines, NAME, &bytes, e));
    return json_lines_create(bytes, NAME, report, out, e);
}
