// SPDX-License-Identifier: Apache-2.0
// Inputs written into a temporary folder, and what a source gives for them as text, for the tests
// of the readers. Must not know: any one test.
#pragma once

#include "base/file.h"
#include "formats/row_source.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define FIXTURE_MOST ((size_t)512 << 20)

// One reading of a source, with everything it gave.
struct reading {
    char folder[64]; // temporary, with the inputs
    struct source_options options;
    status result;
    struct error error;
    struct buffer rows;     // canonical JSON, one a line
    struct buffer problems; // as row_report writes them
    uint64_t row_count;
    uint64_t problem_count;
    uint64_t unreadable_keys;
    struct source_facts facts; // without what the source owned, but:
    char id_field[64];
    struct buffer eml;
    const char *key_field; // to be set by the test
};

__attribute__((unused)) static void reading_begin(struct reading *r)
{
    memset(r, 0, sizeof *r);
    (void)snprintf(r->folder, sizeof r->folder, "/tmp/vitrine-test-XXXXXX");
    assert_non_null(mkdtemp(r->folder));
    source_options_init(&r->options);
    buffer_init(&r->rows, FIXTURE_MOST);
    buffer_init(&r->problems, FIXTURE_MOST);
    buffer_init(&r->eml, FIXTURE_MOST);
}

__attribute__((unused)) static void reading_end(struct reading *r)
{
    assert_int_equal(folder_remove(r->folder, NULL), ST_OK);
    buffer_release(&r->rows);
    buffer_release(&r->problems);
    buffer_release(&r->eml);
}

__attribute__((unused)) static void reading_path(const struct reading *r, const char *name,
                                                 char path[PATH_SIZE])
{
    (void)snprintf(path, PATH_SIZE, "%s/%s", r->folder, name);
}

__attribute__((unused)) static void write_bytes(const struct reading *r, const char *name,
                                                const void *bytes, size_t length)
{
    char path[PATH_SIZE];
    reading_path(r, name, path);
    for (char *slash = path + strlen(r->folder) + 1; (slash = strchr(slash, '/')) != NULL;
         slash++) {
        *slash = '\0';
        (void)mkdir(path, 0700);
        *slash = '/';
    }
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

__attribute__((unused)) static void write_text(const struct reading *r, const char *name,
                                               const char *text)
{
    write_bytes(r, name, text, strlen(text));
}

__attribute__((unused)) static void read_all(struct reading *r, struct row_source *source)
{
    for (;;) {
        struct source_row row;
        bool more = false;
        r->result = source->next(source, &row, &more, &r->error);
        if (r->result != ST_OK || !more) {
            return;
        }
        assert_true(row.line > 0);
        assert_non_null(row.file);
        document_write_json(&row.document, source->names, true, &r->rows);
        buffer_append_byte(&r->rows, '\n');
        r->row_count++;
    }
}

// Opens and reads an input of the folder ("" is the folder itself).
__attribute__((unused)) static void reading_run(struct reading *r, const char *name)
{
    char path[PATH_SIZE];
    struct row_report *report = NULL;
    struct row_source *source = NULL;
    reading_path(r, name, path);
    buffer_clear(&r->rows);
    buffer_clear(&r->problems);
    buffer_clear(&r->eml);
    error_clear(&r->error);
    r->row_count = 0;
    assert_int_equal(row_report_create(NULL, &report, NULL), ST_OK);
    r->options.report = report;
    r->result = source_open(path, &r->options, &source, &r->facts, &r->error);
    if (r->result == ST_OK) {
        r->id_field[0] = '\0';
        if (r->facts.id_field != NULL) {
            (void)snprintf(r->id_field, sizeof r->id_field, "%s", r->facts.id_field);
        }
        if (r->facts.eml != NULL) {
            buffer_append_view(&r->eml, buffer_view(r->facts.eml));
        }
        if (r->key_field != NULL) {
            source->key_field = r->key_field;
        }
        read_all(r, source);
        row_source_destroy(source);
    }
    buffer_append_view(&r->problems, row_report_kept(report));
    r->problem_count = row_report_count(report);
    r->unreadable_keys = row_report_unreadable_keys(report);
    row_report_destroy(report);
    buffer_append_byte(&r->rows, '\0');
    buffer_append_byte(&r->problems, '\0');
    assert_false(r->rows.failed || r->problems.failed);
}

// Writes a text to a file and reads it.
__attribute__((unused)) static void reading_of_text(struct reading *r, const char *name,
                                                    string_view text)
{
    write_bytes(r, name, text.bytes, text.length);
    reading_run(r, name);
}

__attribute__((unused)) static void assert_rows(const struct reading *r, const char *expected)
{
    if (r->result != ST_OK) {
        fail_msg("not read: %s", r->error.message);
    }
    assert_string_equal(r->rows.bytes, expected);
}

// The input as a whole is bad (rule A8), and the message says so in these words.
__attribute__((unused)) static void assert_bad_input(const struct reading *r, const char *words)
{
    assert_int_equal(r->result, ST_BAD_DATA);
    if (strstr(r->error.message, words) == NULL) {
        fail_msg("'%s' is not in: %s", words, r->error.message);
    }
}

// One bad row, and the report says so in these words.
__attribute__((unused)) static void assert_problem(const struct reading *r, const char *words)
{
    if (strstr(r->problems.bytes, words) == NULL) {
        fail_msg("'%s' is not in: %s", words, r->problems.bytes);
    }
}

struct packed_file {
    const char *name;
    const char *text;
    const char *link; // target of a symbolic link, or NULL
};

// Packs files as zip, or as tar.gz.
__attribute__((unused)) static void write_archive(const struct reading *r, const char *name,
                                                  bool as_zip, const struct packed_file *files,
                                                  size_t count)
{
    char path[PATH_SIZE];
    struct archive *a = archive_write_new();
    reading_path(r, name, path);
    assert_non_null(a);
    if (as_zip) {
        assert_int_equal(archive_write_set_format_zip(a), ARCHIVE_OK);
    } else {
        assert_int_equal(archive_write_set_format_ustar(a), ARCHIVE_OK);
        assert_int_equal(archive_write_add_filter_gzip(a), ARCHIVE_OK);
    }
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++) {
        struct archive_entry *entry = archive_entry_new();
        size_t length = files[i].text == NULL ? 0 : strlen(files[i].text);
        size_t name_length = strlen(files[i].name);
        bool is_folder = files[i].name[name_length - 1] == '/';
        archive_entry_set_pathname(entry, files[i].name);
        archive_entry_set_filetype(entry, is_folder               ? S_IFDIR
                                          : files[i].link != NULL ? S_IFLNK
                                                                  : S_IFREG);
        archive_entry_set_perm(entry, is_folder ? 0755 : 0644);
        if (files[i].link != NULL) {
            archive_entry_set_symlink(entry, files[i].link);
        } else {
            archive_entry_set_size(entry, (la_int64_t)length);
        }
        assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
        if (length > 0) {
            assert_int_equal(archive_write_data(a, files[i].text, length), length);
        }
        archive_entry_free(entry);
    }
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
}
