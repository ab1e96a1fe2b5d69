// SPDX-License-Identifier: Apache-2.0
// Records as a Darwin Core Archive, which is a Frictionless Data Package and an RO-Crate as well
// (rules D1 to D3, H1, H2, F3): the core, the lists of its records, who says so and of which
// licence. Media are linked, never packed.
#include "api/all_records.h"
#include "api/download_format.h"
#include "api/dwca_describe.h"
#include "api/dwca_rows.h"
#include "api/eml_write.h"

#define MOST_TEXT ((size_t)64 << 20)

struct archive {
    const struct download *download;
    struct package_notes *notes;
    struct package *package;
    struct arena *arena;
    struct dwca_plan plan;
    uint64_t *rows; // by list
};

// --- files of rows ---------------------------------------------------------------------------

static status write_rows(struct archive *a, struct error *e)
{
    a->rows = arena_array(a->arena, uint64_t, a->plan.list_count + 1);
    if (a->rows == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for an archive");
    }
    TRY(package_file_begin(a->package, a->plan.file, e));
    TRY(dwca_write_core(a->download, &a->plan, a->arena, package_write, a->package, e));
    TRY(package_file_end(a->package, e));
    for (size_t i = 0; i < a->plan.list_count; i++) {
        const struct dwca_list *l = &a->plan.lists[i];
        TRY(package_file_begin(a->package, l->file, e));
        TRY(dwca_write_list(a->download, &a->plan, l, a->arena, package_write, a->package,
                            &a->rows[i], e));
        TRY(package_file_end(a->package, e));
    }
    return ST_OK;
}

// --- descriptions ----------------------------------------------------------------------------

static status write_eml(const struct archive *a, const struct eml_subject *s, string_view file,
                        struct error *e)
{
    struct buffer text;
    buffer_init(&text, MOST_TEXT);
    status result = eml_write(a->arena, s, &text, e);
    if (result == ST_OK) {
        result = package_file(a->package, file, buffer_view(&text), e);
    }
    buffer_release(&text);
    return result;
}

static status write_dataset_eml(const struct archive *a, const struct contribution *c,
                                string_view file, struct error *e)
{
    const struct dataset *d = c->dataset;
    const struct site *site = a->notes->site;
    char uuid[37];
    uuid_to_text(&d->uuid, uuid);
    struct eml_subject s = {
        .dataset = json_in_arena(a->arena, d->json),
        .identifier = arena_print(a->arena, "%s/%lld", uuid, (long long)d->modified_at),
        .title = d->title,
        .publisher = site->page.name,
        .licence = dataset_licence(a->arena, d),
        .citation = c->citation,
        .notice = site->page.demo ? SV(PACKAGE_DEMO_NOTICE) : SV(""),
        .version = d->modified_at,
    };
    if (site->origin.length > 0) {
        s.address = arena_print(a->arena, SV_FORMAT "/dataset/" SV_FORMAT,
                                SV_ARGUMENT(site->origin), SV_ARGUMENT(d->slug));
    }
    return write_eml(a, &s, file, e);
}

// Of one dataset eml.xml tells of it; of several it tells of the whole, and dataset/UUID.xml of
// each, as in GBIF's downloads.
static status write_descriptions(const struct archive *a, struct error *e)
{
    const struct package_notes *n = a->notes;
    char uuid[37];
    char digest[65];
    if (n->dataset_count == 1) {
        return write_dataset_eml(a, &n->datasets[0], SV("eml.xml"), e);
    }
    for (size_t i = 0; i < n->dataset_count; i++) {
        uuid_to_text(&n->datasets[i].dataset->uuid, uuid);
        TRY(write_dataset_eml(a, &n->datasets[i], arena_print(a->arena, "dataset/%s.xml", uuid),
                              e));
    }
    string_view licence = package_licence(n, a->arena);
    sha256_to_hex(&n->digest.digest, digest);
    const struct eml_subject s = {
        .identifier = arena_print(a->arena, "%s/%lld", digest, (long long)n->input->view.version),
        .title = dwca_title(n, a->arena),
        .description = dwca_description(n, a->arena),
        .publisher = n->site->page.name,
        .licence = sv_equal(licence, SV("mixed"))
                       ? SV("Mixed: rights.txt says what each dataset states.")
                       : licence,
        .address = n->identifier,
        .citation = n->citation,
        .notice = n->site->page.demo ? SV(PACKAGE_DEMO_NOTICE) : SV(""),
        .version = n->input->view.version,
    };
    return write_eml(a, &s, SV("eml.xml"), e);
}

// Says in the manifest what is in the archive and what is not (rule H2).
static status note_rows(const struct archive *a, struct error *e)
{
    struct buffer text;
    buffer_init(&text, MOST_TEXT);
    buffer_print(&text, "\"archive\":{\"core\":\"%s\",\"rows\":{\"" SV_FORMAT "\":%llu",
                 dwca_core_names[a->plan.core], SV_ARGUMENT(a->plan.file),
                 (unsigned long long)a->plan.records);
    for (size_t i = 0; i < a->plan.list_count; i++) {
        buffer_print(&text, ",\"" SV_FORMAT "\":%llu", SV_ARGUMENT(a->plan.lists[i].file),
                     (unsigned long long)a->rows[i]);
    }
    buffer_append_view(&text, SV("},\"notInArchive\":{"));
    size_t start = text.length;
    for (size_t i = 0; i < DWCA_CORES; i++) {
        if (a->plan.left_out[i] > 0) {
            buffer_print(&text, "%s\"%s\":%llu", text.length == start ? "" : ",",
                         dwca_core_names[i], (unsigned long long)a->plan.left_out[i]);
        }
    }
    buffer_append_view(&text, SV("}}"));
    a->notes->more = arena_copy(a->arena, buffer_view(&text));
    status result = buffer_check(&text, "a manifest", e);
    buffer_release(&text);
    return result;
}

// --- the format ------------------------------------------------------------------------------

static status check(const struct download *d, struct arena *arena, struct error *e)
{
    return all_records_check(&d->input, NULL, arena, e);
}

static status pack(const struct download *d, struct package_notes *notes, struct package *p,
                   struct arena *arena, struct error *e)
{
    struct archive *a = arena_new(arena, struct archive);
    if (a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for an archive");
    }
    *a = (struct archive){.download = d, .notes = notes, .package = p, .arena = arena};
    notes->kept = a;
    TRY(dwca_plan_make(d, notes, d->core, arena, &a->plan, e));
    TRY(write_rows(a, e));
    return note_rows(a, e);
}

typedef status write_text(const struct archive *a, struct buffer *out, struct error *e);

static status add_text(const struct archive *a, const char *name, write_text *write,
                       struct error *e)
{
    struct buffer text;
    buffer_init(&text, MOST_TEXT);
    status result = write(a, &text, e);
    if (result == ST_OK) {
        result = package_file(a->package, sv_from(name), buffer_view(&text), e);
    }
    buffer_release(&text);
    return result;
}

static status write_meta(const struct archive *a, struct buffer *out, struct error *e)
{
    return dwca_write_meta(&a->plan, a->arena, out, e);
}

static status write_datapackage(const struct archive *a, struct buffer *out, struct error *e)
{
    size_t count = 0;
    const struct package_file *files = package_files(a->package, &count);
    return dwca_write_datapackage(&a->plan, a->notes, files, count, a->arena, out, e);
}

static status write_crate(const struct archive *a, struct buffer *out, struct error *e)
{
    size_t count = 0;
    const struct package_file *files = package_files(a->package, &count);
    return dwca_write_crate(a->notes, files, count, a->arena, out, e);
}

static status describe(const struct download *d, struct package_notes *notes, struct package *p,
                       struct arena *arena, struct error *e)
{
    const struct archive *a = notes->kept;
    (void)d;
    (void)p;
    (void)arena;
    TRY(add_text(a, "meta.xml", write_meta, e));
    TRY(write_descriptions(a, e));
    TRY(add_text(a, "datapackage.json", write_datapackage, e));
    return add_text(a, "ro-crate-metadata.json", write_crate, e);
}

const struct download_format download_dwca = {
    .name = "dwca",
    .extension = "zip",
    .label = "Darwin Core Archive",
    .media_type = "application/zip",
    .options = OPTION_CORE,
    .check = check,
    .pack = pack,
    .describe = describe,
};
