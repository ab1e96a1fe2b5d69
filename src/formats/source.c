// SPDX-License-Identifier: Apache-2.0
// Opening whatever people give: looks at what it is and hands it to the reader for that.
#include "formats/row_source.h"

#include "base/file.h"
#include "formats/archive_unpack.h"
#include "formats/byte_source.h"
#include "formats/csv_source.h"
#include "formats/dwca_source.h"
#include "formats/encoding_survey.h"
#include "formats/folder_survey.h"
#include "formats/json_lines.h"
#include "formats/sniff.h"
#include "formats/text_decode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DECODED_SAMPLE ((size_t)256 * 1024)
#define EML_MOST_BYTES ((size_t)16 << 20)

// What source_open gives: a reader and what must go when it goes.
struct opened_source {
    struct row_source source;
    struct row_source *inner; // owned
    char *folder;             // temporary, with an unpacked archive; owned, may be NULL
    struct buffer eml;
};

void source_options_init(struct source_options *o)
{
    *o = (struct source_options){.delimiter = -1, .quote = -1};
}

static status next_row(struct row_source *s, struct source_row *row, bool *more, struct error *e)
{
    struct opened_source *o = (struct opened_source *)s;
    o->inner->key_field = s->key_field;
    status result = o->inner->next(o->inner, row, more, e);
    s->bytes_done = o->inner->bytes_done;
    return result;
}

static void destroy_opened(struct row_source *s)
{
    struct opened_source *o = (struct opened_source *)s;
    row_source_destroy(o->inner);
    if (o->folder != NULL) {
        // What cannot be removed now lies in the work folder, which the caller clears.
        status result = folder_remove(o->folder, NULL);
        (void)result;
        free(o->folder);
    }
    buffer_release(&o->eml);
    free(o);
}

static status read_sample(const char *path, const char *name, struct buffer *sample,
                          struct error *e)
{
    struct byte_source *bytes = NULL;
    TRY(byte_source_open(path, name, &bytes, e));
    size_t size = byte_source_buffer_size(bytes, SNIFF_SAMPLE_BYTES);
    status result = ST_OK;
    if (!buffer_reserve(sample, size)) {
        result = error_set(e, ST_NO_MEMORY, "out of memory opening %s", name);
    }
    if (result == ST_OK) {
        result = byte_source_fill(bytes, sample->bytes, size, &sample->length, e);
    }
    byte_source_destroy(bytes);
    return result;
}

static status decode_sample(string_view sample, enum text_encoding encoding, struct buffer *decoded,
                            struct error *e)
{
    struct byte_source *bytes = NULL;
    struct byte_source *text = NULL;
    sample = sv_slice(sample, 0, DECODED_SAMPLE);
    if (!buffer_reserve(decoded, 3 * sample.length + 64)) {
        return error_set(e, ST_NO_MEMORY, "out of memory for decoding");
    }
    TRY(byte_source_from_memory(sample, "sample", &bytes, e));
    TRY(text_source_create(bytes, encoding, &text, e));
    status result = byte_source_fill(text, decoded->bytes, decoded->capacity, &decoded->length, e);
    byte_source_destroy(text);
    return result;
}

// Fills in what the options leave open.
static status sniff_file(const char *path, string_view sample, const struct source_options *options,
                         struct source_facts *facts, struct csv_dialect *dialect, struct error *e)
{
    facts->format = options->format;
    facts->encoding = options->encoding;
    if (facts->encoding == ENCODING_DETECT) {
        facts->encoding = survey_encoding(path, sample);
    }
    struct buffer decoded;
    buffer_init(&decoded, 4 * DECODED_SAMPLE);
    status result = decode_sample(sample, facts->encoding, &decoded, e);
    if (result == ST_OK) {
        result = sniff_text(buffer_view(&decoded), options->delimiter, options->quote,
                            &facts->format, dialect, e);
    }
    buffer_release(&decoded);
    if (facts->format == FORMAT_CSV) {
        facts->delimiter = (unsigned char)dialect->delimiter;
        facts->quote = (unsigned char)dialect->quote;
    }
    return result;
}

static status open_rows(const char *path, const char *name, string_view sample,
                        const struct source_options *options, struct opened_source *o,
                        struct source_facts *facts, struct error *e)
{
    struct csv_dialect dialect = {0};
    status result = sniff_file(path, sample, options, facts, &dialect, e);
    if (result != ST_OK) {
        error_prefix(e, "%s", name);
        return result;
    }
    if (facts->format == FORMAT_DARWIN_CORE_ARCHIVE) {
        return error_set(e, ST_BAD_DATA,
                         "%s is no Darwin Core Archive; give a zip, tar.gz or folder", name);
    }
    struct byte_source *bytes = NULL;
    struct byte_source *text = NULL;
    TRY(byte_source_open(path, name, &bytes, e));
    TRY(text_source_create(bytes, facts->encoding, &text, e));
    if (facts->format == FORMAT_JSON_LINES) {
        return json_lines_create(text, name, options->report, &o->inner, e);
    }
    return csv_source_create(text, &dialect, name, options->report, &o->inner, e);
}

// Whether a file in a folder without meta.xml may be its data.
static bool is_data_name(const char *name)
{
    static const char *const endings[] = {".csv", ".tsv",   ".tab",    ".txt",
                                          ".psv", ".jsonl", ".ndjson", ".gz"};
    static const char *const others[] = {"citations.txt", "rights.txt", "readme.txt", "license.txt",
                                         "licence.txt"};
    string_view base = sv_from(base_name(name));
    for (size_t i = 0; i < ARRAY_LENGTH(others); i++) {
        if (sv_equal_ignore_case(base, sv_from(others[i]))) {
            return false;
        }
    }
    for (size_t i = 0; i < ARRAY_LENGTH(endings); i++) {
        string_view ending = sv_from(endings[i]);
        size_t start = base.length - MIN(base.length, ending.length);
        if (sv_equal_ignore_case(sv_slice(base, start, SIZE_MAX), ending)) {
            return true;
        }
    }
    return false;
}

// The one data file of a folder without meta.xml.
static status find_only_file(const struct folder_survey *survey, const char *name, const char **out,
                             struct error *e)
{
    static const char *const workbooks[] = {"xl/workbook.xml", "xl/workbook.bin", "content.xml"};
    const char *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < survey->count; i++) {
        if (is_data_name(survey->names[i])) {
            found = survey->names[i];
            count++;
        }
        for (size_t k = 0; k < ARRAY_LENGTH(workbooks); k++) {
            if (sv_equal(sv_from(survey->names[i]), sv_from(workbooks[k]))) {
                return error_set(e, ST_BAD_DATA, "%s is a workbook; save its sheet as CSV (UTF-8)",
                                 name);
            }
        }
    }
    if (count == 0) {
        return error_set(e, ST_BAD_DATA,
                         "%s holds neither meta.xml nor a CSV, TSV or JSON Lines file", name);
    }
    if (count > 1) {
        return error_set(e, ST_BAD_DATA,
                         "%s holds no meta.xml and %zu data files; add a meta.xml that says how "
                         "they belong together, or give one of them",
                         name, count);
    }
    *out = found;
    return ST_OK;
}

// The meta.xml that lies nearest to the top; NULL when there is none.
static const char *find_meta(const struct folder_survey *survey)
{
    const char *best = NULL;
    for (size_t i = 0; i < survey->count; i++) {
        const char *name = survey->names[i];
        if (strcmp(base_name(name), "meta.xml") == 0 &&
            (best == NULL || strlen(name) < strlen(best))) {
            best = name;
        }
    }
    return best;
}

// Reads the metadata document that lies beside the data; fine when there is none.
static status read_eml(const char *folder, const char *named, struct opened_source *o,
                       struct source_facts *facts, struct error *e)
{
    const char *const names[] = {named, "eml.xml", "EML.xml", "metadata.xml"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        char path[PATH_SIZE];
        if (names[i] == NULL || !is_safe_name(names[i])) {
            continue;
        }
        TRY(path_join(path, sizeof path, folder, names[i], e));
        struct stat file;
        if (stat(path, &file) == 0 && S_ISREG(file.st_mode)) {
            TRY(file_read(path, EML_MOST_BYTES, &o->eml, e));
            facts->eml = &o->eml;
            return ST_OK;
        }
    }
    return ST_OK;
}

static status open_only_file(const char *folder, const char *name, const char *file,
                             const struct source_options *options, struct opened_source *o,
                             struct source_facts *facts, struct error *e)
{
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, folder, file, e));
    struct buffer sample;
    buffer_init(&sample, SNIFF_SAMPLE_BYTES);
    const char *reason = NULL;
    status result = read_sample(path, file, &sample, e);
    enum file_kind kind = result == ST_OK ? sniff_kind(buffer_view(&sample), &reason) : FILE_EMPTY;
    if (result == ST_OK && kind != FILE_TEXT) {
        result = error_set(e, ST_BAD_DATA, "%s in %s %s", file, name,
                           kind == FILE_EMPTY ? "is empty" : "is no text");
    }
    struct source_options told = *options;
    told.format = told.format == FORMAT_DARWIN_CORE_ARCHIVE ? FORMAT_CSV : told.format;
    if (result == ST_OK) {
        result = open_rows(path, file, buffer_view(&sample), &told, o, facts, e);
    }
    buffer_release(&sample);
    return result == ST_OK ? read_eml(folder, NULL, o, facts, e) : result;
}

static status open_surveyed(const char *folder, const char *name,
                            const struct folder_survey *survey,
                            const struct source_options *options, struct opened_source *o,
                            struct source_facts *facts, struct error *e)
{
    const char *meta = find_meta(survey);
    if (meta == NULL) {
        const char *file = NULL;
        TRY(find_only_file(survey, name, &file, e));
        return open_only_file(folder, name, file, options, o, facts, e);
    }
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, folder, meta, e));
    path[strlen(path) - strlen("/meta.xml")] = '\0';
    const char *metadata = NULL;
    status result = dwca_source_open(path, options, &o->inner, facts, &metadata, e);
    if (result != ST_OK) {
        error_prefix(e, "%s", name);
        return result;
    }
    return read_eml(path, metadata, o, facts, e);
}

static status open_folder(const char *folder, const char *name,
                          const struct source_options *options, struct opened_source *o,
                          struct source_facts *facts, struct error *e)
{
    struct arena memory;
    arena_init(&memory, 0);
    struct folder_survey survey = {0};
    status result = folder_survey(folder, &memory, &survey, e);
    if (result == ST_OK) {
        result = open_surveyed(folder, name, &survey, options, o, facts, e);
    }
    folder_survey_release(&survey);
    arena_release(&memory);
    return result;
}

// Makes a folder for what is unpacked, which goes with the source.
static status make_work_folder(struct opened_source *o, const char *work_folder, struct error *e)
{
    const char *parent = work_folder;
    if (parent == NULL) {
        parent = getenv("TMPDIR");
    }
    if (parent == NULL || parent[0] == '\0') {
        parent = "/tmp";
    }
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, parent, "source-XXXXXX", e));
    if (mkdtemp(path) == NULL) {
        return error_set_errno(e, "cannot make a folder in %s", parent);
    }
    o->folder = strdup(path);
    return o->folder != NULL ? ST_OK : error_set(e, ST_NO_MEMORY, "out of memory");
}

// What lies under a name that ends in .zip is an archive, or broken: it is never read as a table.
static status check_name(const char *name, struct error *e)
{
    string_view ending = SV(".zip");
    string_view base = sv_from(name);
    size_t start = base.length - MIN(base.length, ending.length);
    if (!sv_equal_ignore_case(sv_slice(base, start, SIZE_MAX), ending)) {
        return ST_OK;
    }
    return error_set(e, ST_BAD_DATA,
                     "%s is no ZIP archive: it does not begin like one. Pack it again, or give it "
                     "the name of what it is",
                     name);
}

static status open_file(const char *path, const char *name, const struct source_options *options,
                        struct opened_source *o, struct source_facts *facts, struct error *e)
{
    struct buffer sample;
    buffer_init(&sample, SNIFF_SAMPLE_BYTES);
    status result = read_sample(path, name, &sample, e);
    const char *reason = NULL;
    enum file_kind kind = FILE_EMPTY;
    if (result == ST_OK) {
        kind = sniff_kind(buffer_view(&sample), &reason);
    }
    if (result == ST_OK && kind == FILE_TEXT) {
        result = check_name(name, e);
    }
    if (result == ST_OK && kind == FILE_TEXT) {
        result = open_rows(path, name, buffer_view(&sample), options, o, facts, e);
    }
    buffer_release(&sample);
    if (result != ST_OK || kind == FILE_TEXT) {
        return result;
    }
    if (kind == FILE_EMPTY) {
        return error_set(e, ST_BAD_DATA, "%s is empty; give a file with rows", name);
    }
    if (kind == FILE_OTHER) {
        return error_set(e, ST_BAD_DATA, "%s %s", name, reason);
    }
    TRY(make_work_folder(o, options->work_folder, e));
    TRY(archive_unpack(path, name, o->folder, e));
    return open_folder(o->folder, name, options, o, facts, e);
}

static status open_input(const char *path, const struct source_options *options,
                         struct opened_source *o, struct source_facts *facts, struct error *e)
{
    struct stat input;
    if (stat(path, &input) != 0) {
        return error_set(e, ST_BAD_DATA, "%s does not exist or cannot be read", path);
    }
    if (S_ISDIR(input.st_mode)) {
        return open_folder(path, path, options, o, facts, e);
    }
    return open_file(path, base_name(path), options, o, facts, e);
}

status source_open(const char *path, const struct source_options *options, struct row_source **out,
                   struct source_facts *facts, struct error *e)
{
    struct opened_source *o = calloc(1, sizeof *o);
    if (o == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory opening %s", path);
    }
    o->source = (struct row_source){.next = next_row, .destroy = destroy_opened};
    buffer_init(&o->eml, EML_MOST_BYTES);
    struct source_facts learned = {0};
    status result = open_input(path, options, o, &learned, e);
    if (result != ST_OK) {
        destroy_opened(&o->source);
        return result;
    }
    o->source.names = o->inner->names;
    o->source.key_field = o->inner->key_field;
    o->source.bytes_total = o->inner->bytes_total;
    *facts = learned;
    *out = &o->source;
    return ST_OK;
}
