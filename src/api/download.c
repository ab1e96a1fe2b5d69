// SPDX-License-Identifier: Apache-2.0
// Makes the bytes of a download: a zip with what its user must know, or the records alone.
#include "api/download_answer.h"

#include "api/cite.h"
#include "api/download_format.h"
#include "api/package_notes.h"

#define MOST_NOTE ((size_t)16 << 20)

// --- the package -----------------------------------------------------------------------------

// A file that begins with its first bytes, if any come.
struct late_file {
    struct package *package;
    string_view name;
    bool begun;
};

static status write_late(void *argument, string_view bytes, struct error *e)
{
    struct late_file *f = argument;
    if (!f->begun) {
        TRY(package_file_begin(f->package, f->name, e));
        f->begun = true;
    }
    return package_write(f->package, bytes, e);
}

static status write_beside(const struct download_answer *a, struct package *p, string_view name,
                           const struct uuid *tables, size_t count, struct error *e)
{
    const char *ending = a->download.format->beside;
    if (ending == NULL) {
        return ST_OK;
    }
    struct late_file file = {
        p, arena_print(a->request->arena, SV_FORMAT "%s", SV_ARGUMENT(name), ending), false};
    TRY(download_write_beside(&a->download, tables, count, write_late, &file, e));
    return file.begun ? package_file_end(p, e) : ST_OK;
}

static status write_records(const struct download_answer *a, struct package *p, string_view name,
                            const struct uuid *tables, size_t count, struct error *e)
{
    string_view file = arena_print(a->request->arena, SV_FORMAT ".%s", SV_ARGUMENT(name),
                                   a->download.format->extension);
    TRY(package_file_begin(p, file, e));
    TRY(download_write(&a->download, tables, count, package_write, p, e));
    TRY(package_file_end(p, e));
    return write_beside(a, p, name, tables, count, e);
}

// Those of the dataset's tables that the search looks at.
static status write_dataset(const struct download_answer *a, struct package *p,
                            const struct dataset *d, struct error *e)
{
    size_t count = 0;
    struct uuid *tables = arena_array(a->request->arena, struct uuid, d->resource_count + 1);
    if (tables == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a dataset's tables");
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        const struct resource *r = &d->resources[i];
        if (r->is_table && r->records > 0 &&
            contribution_is_asked(&a->download.input.request, &r->uuid)) {
            tables[count++] = r->uuid;
        }
    }
    return write_records(a, p, d->slug, tables, count, e);
}

static status gather(const struct download_answer *a, struct package_notes *n, struct error *e)
{
    const struct search_input *input = &a->download.input;
    struct citation citation;
    n->site = &a->site;
    n->input = input;
    n->format = sv_from(a->download.format->name);
    cite_begin(&a->site, &citation);
    TRY(cite_search(&a->site, input, a->request, &citation, e));
    if (a->identifier.length > 0) {
        citation.address = a->identifier;
    }
    n->records = citation.records;
    n->citation = citation_text(a->request->arena, &citation);
    n->identifier = citation.address;
    return contributions_make(&a->site, input, n->records, a->request->arena, &n->datasets,
                              &n->dataset_count, e);
}

typedef status write_note(const struct package_notes *n, struct buffer *out, struct error *e);

static status add_note(const struct package_notes *n, struct package *p, const char *name,
                       write_note *write, struct error *e)
{
    struct buffer text;
    buffer_init(&text, MOST_NOTE);
    status result = write(n, &text, e);
    if (result == ST_OK) {
        result = package_file(p, sv_from(name), buffer_view(&text), e);
    }
    buffer_release(&text);
    return result;
}

// After the records: it looks at each of them.
static status make_digest(const struct download_answer *a, struct package_notes *n, struct error *e)
{
    const struct search_input *input = &a->download.input;
    return search_digest_make(input->view.snapshot, &scope_public, a->request->arena,
                              &input->request, NULL, &n->digest, e);
}

static status add_manifest(const struct download_answer *a, struct package_notes *n,
                           struct package *p, struct error *e)
{
    size_t count = 0;
    struct buffer text;
    const struct package_file *files = package_files(p, &count);
    buffer_init(&text, MOST_NOTE);
    status result = package_manifest(n, files, count, a->request->arena, &text, e);
    if (result == ST_OK) {
        result = package_file(p, SV("manifest.json"), buffer_view(&text), e);
    }
    buffer_release(&text);
    return result;
}

static status write_package(const struct download_answer *a, struct package *p, struct error *e)
{
    struct package_notes notes = {0};
    const struct download_format *format = a->download.format;
    if (!a->download.separate && format->pack == NULL) {
        TRY(write_records(a, p, SV("records"), NULL, 0, e));
    }
    TRY(gather(a, &notes, e));
    for (size_t i = 0; i < notes.dataset_count && a->download.separate; i++) {
        TRY(write_dataset(a, p, notes.datasets[i].dataset, e));
    }
    if (format->pack != NULL) {
        TRY(format->pack(&a->download, &notes, p, a->request->arena, e));
    }
    TRY(make_digest(a, &notes, e));
    TRY(add_note(&notes, p, "rights.txt", package_rights, e));
    TRY(add_note(&notes, p, "citations.txt", package_citations, e));
    if (format->describe != NULL) {
        TRY(format->describe(&a->download, &notes, p, a->request->arena, e));
    }
    TRY(add_manifest(a, &notes, p, e));
    return package_finish(p, e);
}

status download_make(const struct download_answer *a, csv_sink *sink, void *argument,
                     struct error *e)
{
    struct package *p = NULL;
    if (!a->download.packed) {
        return download_write(&a->download, NULL, 0, sink, argument, e);
    }
    TRY(package_create(sink, argument, a->download.input.view.version, &p, e));
    status result = write_package(a, p, e);
    package_destroy(p);
    return result;
}
