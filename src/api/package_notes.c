// SPDX-License-Identifier: Apache-2.0
// Writes texts for people and one for programs.
#include "api/package_notes.h"

#include "api/cite.h"
#include "formats/json_write.h"

#include <string.h>

#define MIXED SV("mixed")

// --- licences --------------------------------------------------------------------------------

// 0, 1 and 2 of those that GBIF takes, from the freest; 3 of all others.
static unsigned strictness(string_view uri)
{
    static const char *const places[] = {"/publicdomain/zero/", "/licenses/by/",
                                         "/licenses/by-nc/"};
    unsigned i = 0;
    while (i < ARRAY_LENGTH(places) &&
           memmem(uri.bytes, uri.length, places[i], strlen(places[i])) == NULL) {
        i++;
    }
    return i;
}

string_view package_licence(const struct package_notes *n, struct arena *arena)
{
    string_view strictest = SV("");
    unsigned most = 0;
    for (size_t i = 0; i < n->dataset_count; i++) {
        string_view uri = dataset_licence(arena, n->datasets[i].dataset);
        unsigned level = strictness(uri);
        if (strictest.length == 0 || level > most) {
            strictest = uri;
            most = level;
        }
        if (level == 3) {
            return MIXED;
        }
    }
    return strictest;
}

// --- texts -----------------------------------------------------------------------------------

status package_rights(const struct package_notes *n, struct buffer *out, struct error *e)
{
    struct arena arena;
    arena_init(&arena, 0);
    buffer_append_view(out, SV("The rights in these records, as each dataset states them.\n"));
    if (n->site->page.demo) {
        buffer_append_view(out, SV(PACKAGE_DEMO_NOTICE "\n"));
    }
    for (size_t i = 0; i < n->dataset_count; i++) {
        const struct contribution *c = &n->datasets[i];
        string_view licence = dataset_licence(&arena, c->dataset);
        buffer_print(out,
                     "\nDataset: " SV_FORMAT "\nRecords: %llu\nRights as supplied: " SV_FORMAT "\n",
                     SV_ARGUMENT(c->dataset->title), (unsigned long long)c->records,
                     SV_ARGUMENT(licence.length == 0 ? SV("not stated") : licence));
    }
    arena_release(&arena);
    return buffer_check(out, "rights.txt", e);
}

status package_citations(const struct package_notes *n, struct buffer *out, struct error *e)
{
    buffer_print(out, "Cite these records as:\n\n" SV_FORMAT "\n\n", SV_ARGUMENT(n->citation));
    buffer_append_view(out, SV("The identifier is this portal's own and not registered.\n\n"
                               "They come from these datasets:\n"));
    for (size_t i = 0; i < n->dataset_count; i++) {
        buffer_print(out, "\n" SV_FORMAT "\n", SV_ARGUMENT(n->datasets[i].citation));
    }
    return buffer_check(out, "citations.txt", e);
}

// --- the manifest ----------------------------------------------------------------------------

static void write_number(struct buffer *out, const char *name, uint64_t value)
{
    json_write_name(out, sv_from(name));
    buffer_append_uint(out, value);
}

static void write_hash(struct buffer *out, const char *name, const struct sha256 *hash)
{
    char hex[65];
    sha256_to_hex(hash, hex);
    json_write_member(out, sv_from(name), sv_from(hex));
}

static void write_query(const struct package_notes *n, struct buffer *out)
{
    json_write_name(out, SV("query"));
    if (n->input->request.query == NULL) {
        buffer_append_view(out, SV("{}"));
    } else {
        query_print(n->input->request.query, out);
    }
}

static void write_datasets(const struct package_notes *n, struct arena *arena, struct buffer *out)
{
    json_write_name(out, SV("datasets"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < n->dataset_count; i++) {
        const struct contribution *c = &n->datasets[i];
        char uuid[37];
        uuid_to_text(&c->dataset->uuid, uuid);
        buffer_append_view(out, i == 0 ? SV("\n{") : SV(",\n{"));
        json_write_member(out, SV("slug"), c->dataset->slug);
        json_write_member(out, SV("uuid"), sv_from(uuid));
        json_write_member(out, SV("title"), c->dataset->title);
        write_number(out, "records", c->records);
        json_write_name(out, SV("version"));
        buffer_append_int(out, c->dataset->modified_at);
        json_write_member(out, SV("license"), dataset_licence(arena, c->dataset));
        json_write_member(out, SV("citation"), c->citation);
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
}

// Of what stands under the same licence as `at`; false where an earlier one does.
static bool add_licence(const struct package_notes *n, const string_view *uris, size_t at,
                        uint64_t *records)
{
    *records = 0;
    for (size_t i = 0; i < n->dataset_count; i++) {
        bool same = sv_equal(uris[i], uris[at]);
        if (same && i < at) {
            return false;
        }
        *records += same ? n->datasets[i].records : 0;
    }
    return true;
}

// How many records stand under each licence.
static void write_licences(const struct package_notes *n, struct arena *arena, struct buffer *out)
{
    string_view *uris = arena_array(arena, string_view, n->dataset_count + 1);
    json_write_name(out, SV("licenses"));
    buffer_append_byte(out, '{');
    for (size_t i = 0; uris != NULL && i < n->dataset_count; i++) {
        uris[i] = dataset_licence(arena, n->datasets[i].dataset);
    }
    for (size_t i = 0; uris != NULL && i < n->dataset_count; i++) {
        uint64_t records = 0;
        if (add_licence(n, uris, i, &records)) {
            json_write_name(out, uris[i].length == 0 ? SV("not stated") : uris[i]);
            buffer_append_uint(out, records);
        }
    }
    buffer_append_byte(out, '}');
}

static void write_files(const struct package_file *files, size_t count, struct buffer *out)
{
    json_write_name(out, SV("files"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        buffer_append_view(out, i == 0 ? SV("\n{") : SV(",\n{"));
        json_write_member(out, SV("name"), files[i].name);
        write_number(out, "bytes", files[i].bytes);
        write_hash(out, "sha256", &files[i].hash);
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
}

status package_manifest(const struct package_notes *n, const struct package_file *files,
                        size_t count, struct arena *arena, struct buffer *out, struct error *e)
{
    buffer_append_byte(out, '{');
    write_number(out, "package", PACKAGE_FORMAT);
    json_write_member(out, SV("format"), n->format);
    if (n->site->page.demo) {
        json_write_member(out, SV("notice"), SV(PACKAGE_DEMO_NOTICE));
    }
    json_write_member(out, SV("identifier"), n->identifier);
    json_write_name(out, SV("registered"));
    buffer_append_view(out, SV("false"));
    json_write_member(out, SV("citation"), n->citation);
    json_write_name(out, SV("version"));
    buffer_append_int(out, n->input->view.version);
    write_query(n, out);
    write_number(out, "records", n->records);
    if (n->more.length > 0) {
        buffer_append_byte(out, ',');
        buffer_append_view(out, n->more);
    }
    buffer_append_byte(out, ',');
    search_digest_print(&n->digest, NULL, out);
    json_write_member(out, SV("license"), package_licence(n, arena));
    write_licences(n, arena, out);
    write_datasets(n, arena, out);
    write_files(files, count, out);
    buffer_append_view(out, SV("\n}\n"));
    return buffer_check(out, "manifest.json", e);
}
