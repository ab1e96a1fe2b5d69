// SPDX-License-Identifier: Apache-2.0
// print-rows: the rows of a source as JSON Lines on standard output, what was learned of it and the
// problems on standard error. For looking at what a reader makes of a file, and for tests that
// compare it with independent readers. Must not know: stores.
//
// print-rows [--canonical] [--encoding NAME] [--key FIELD] [--memory MEBIBYTES] FILE|FOLDER
// print-rows --metadata FILE|FOLDER   the archive's EML as the metadata of a dataset, and no rows
// Exit code 0, or 3 when the input as a whole is bad.

#include "formats/dataset_metadata.h"
#include "formats/row_source.h"
#include "formats/text_decode.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_MOST_BYTES ((size_t)256 << 20)

struct arguments {
    const char *path;
    const char *key_field;
    bool canonical;
    bool metadata;
    struct source_options options;
};

static const char usage[] =
    "usage: print-rows [--canonical] [--encoding NAME] [--key FIELD] [--memory MEBIBYTES] "
    "[--metadata] FILE|FOLDER\n";

static bool read_arguments(int count, char **values, struct arguments *a)
{
    static const struct option options[] = {
        {"canonical", no_argument, NULL, 'c'}, {"encoding", required_argument, NULL, 'e'},
        {"key", required_argument, NULL, 'k'}, {"memory", required_argument, NULL, 'm'},
        {"metadata", no_argument, NULL, 'd'},  {NULL, 0, NULL, 0},
    };
    source_options_init(&a->options);
    int option = 0;
    while ((option = getopt_long(count, values, "", options, NULL)) != -1) {
        uint64_t number = 0;
        switch (option) {
        case 'c':
            a->canonical = true;
            break;
        case 'd':
            a->metadata = true;
            break;
        case 'e':
            if (!text_encoding_from_name(sv_from(optarg), &a->options.encoding)) {
                return false;
            }
            break;
        case 'k':
            a->key_field = optarg;
            break;
        case 'm':
            if (!sv_to_uint64(sv_from(optarg), &number) || number > 4096) {
                return false;
            }
            a->options.memory_limit = (size_t)number << 20;
            break;
        default:
            return false;
        }
    }
    a->path = optind + 1 == count ? values[optind] : NULL;
    return a->path != NULL;
}

static void print_facts(const struct source_facts *facts)
{
    static const char *const formats[] = {
        [FORMAT_DETECT] = "unknown",
        [FORMAT_CSV] = "csv",
        [FORMAT_JSON_LINES] = "json-lines",
        [FORMAT_DARWIN_CORE_ARCHIVE] = "darwin-core-archive",
    };
    fprintf(stderr, "# format %s, encoding %s, delimiter %d, quote %d, id %s\n",
            formats[facts->format], text_encoding_name(facts->encoding), facts->delimiter,
            facts->quote, facts->id_field == NULL ? "none" : facts->id_field);
}

static status print_rows(struct row_source *source, bool canonical, struct error *e)
{
    struct buffer line;
    buffer_init(&line, LINE_MOST_BYTES);
    status result = ST_OK;
    for (;;) {
        struct source_row row;
        bool more = false;
        result = source->next(source, &row, &more, e);
        if (result != ST_OK || !more) {
            break;
        }
        buffer_clear(&line);
        document_write_json(&row.document, source->names, canonical, &line);
        buffer_append_byte(&line, '\n');
        result = buffer_check(&line, "a row", e);
        if (result == ST_OK && fwrite(line.bytes, 1, line.length, stdout) != line.length) {
            result = error_set(e, ST_IO, "cannot write to standard output");
        }
        if (result != ST_OK) {
            break;
        }
    }
    buffer_release(&line);
    return result;
}

static status print_metadata(const struct source_facts *facts, struct error *e)
{
    struct buffer json;
    if (facts->eml == NULL) {
        return error_set(e, ST_BAD_DATA, "there is no EML document");
    }
    buffer_init(&json, LINE_MOST_BYTES);
    status result = eml_read(buffer_view(facts->eml), &json, e);
    buffer_append_byte(&json, '\n');
    if (result == ST_OK && fwrite(json.bytes, 1, json.length, stdout) != json.length) {
        result = error_set(e, ST_IO, "cannot write to standard output");
    }
    buffer_release(&json);
    return result;
}

static status run(const struct arguments *a, struct row_report *report, struct error *e)
{
    struct row_source *source = NULL;
    struct source_facts facts;
    TRY(source_open(a->path, &a->options, &source, &facts, e));
    if (a->key_field != NULL) {
        source->key_field = a->key_field;
    }
    if (a->metadata) {
        status printed = print_metadata(&facts, e);
        row_source_destroy(source);
        return printed;
    }
    print_facts(&facts);
    status result = print_rows(source, a->canonical, e);
    string_view problems = row_report_kept(report);
    fprintf(stderr, SV_FORMAT, SV_ARGUMENT(problems));
    fprintf(stderr, "# problems %llu, without a key %llu\n",
            (unsigned long long)row_report_count(report),
            (unsigned long long)row_report_unreadable_keys(report));
    row_source_destroy(source);
    return result;
}

int main(int argc, char **argv)
{
    struct arguments a = {0};
    struct error e = {0};
    struct row_report *report = NULL;
    if (!read_arguments(argc, argv, &a)) {
        fputs(usage, stderr);
        return 2;
    }
    status result = row_report_create(NULL, &report, &e);
    if (result == ST_OK) {
        a.options.report = report;
        result = run(&a, report, &e);
    }
    row_report_destroy(report);
    if (result != ST_OK) {
        fprintf(stderr, "print-rows: %s\n", e.message);
        return 3;
    }
    return 0;
}
