// SPDX-License-Identifier: Apache-2.0
// What a record page tells beside the values: media, determinations, doubts, and where else to
// look.
#include "api/page_record_internal.h"
#include "api/pages/language.h"
#include "api/record_checks.h"
#include "api/record_media.h"
#include "base/percent.h"

#include <string.h>

#define MEDIA_SHOWN          ((size_t)60)
#define DETERMINATIONS_SHOWN ((size_t)100)
#define EXTERNAL_SHOWN       ((size_t)16)

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

static string_view value(struct record_filling *f, const char *path)
{
    return record_value(f->arena, &f->tree, path);
}

// --- media -----------------------------------------------------------------------------------

// What can be looked at comes first, each kind in the record's order: models, pictures, the rest.
static int place_of(const struct record_medium *m)
{
    return m->kind == MEDIA_MODEL && m->own                    ? 0
           : m->kind == MEDIA_IMAGE && m->thumbnail.length > 0 ? 1
                                                               : 2;
}

static status order_media(struct arena *arena, struct record_medium *media, size_t count,
                          struct error *e)
{
    struct record_medium *ordered = arena_array(arena, struct record_medium, count + 1);
    size_t filled = 0;
    if (ordered == NULL) {
        return no_memory(e);
    }
    for (int pass = 0; pass < 3; pass++) {
        for (size_t i = 0; i < count; i++) {
            if (place_of(&media[i]) == pass) {
                ordered[filled++] = media[i];
            }
        }
    }
    memcpy(media, ordered, count * sizeof *media);
    return ST_OK;
}

status record_page_fill_media(struct record_filling *f, struct error *e)
{
    static const enum medium_kind kinds[] = {
        [MEDIA_IMAGE] = MEDIUM_IMAGE, [MEDIA_SOUND] = MEDIUM_SOUND,    [MEDIA_FILM] = MEDIUM_FILM,
        [MEDIA_MODEL] = MEDIUM_MODEL, [MEDIA_DOCUMENT] = MEDIUM_OTHER, [MEDIA_OTHER] = MEDIUM_OTHER,
    };
    struct record_medium *media = NULL;
    size_t count = 0;
    string_view notice =
        f->dataset == NULL ? SV("")
                           : json_text(json_in_arena(f->arena, f->dataset->json), "contentNotice");
    TRY(record_media(f->arena, &f->tree, f->site.origin, MEDIA_SHOWN, &media, &count,
                     &f->page.medium_total, e));
    struct medium_row *rows = arena_array(f->arena, struct medium_row, count + 1);
    if (rows == NULL) {
        return no_memory(e);
    }
    TRY(order_media(f->arena, media, count, e));
    for (size_t i = 0; i < count; i++) {
        const struct record_medium *m = &media[i];
        rows[i] = (struct medium_row){
            .kind = kinds[m->kind],
            .address = m->address,
            .own = m->own,
            .thumbnail = m->thumbnail,
            .format = m->format,
            .title = m->title,
            .text = excerpt(f->arena, m->text, 300),
            .creator = m->creator,
            .rights_holder = m->rights_holder,
            .licence = m->licence,
            .licence_address = m->licence_address,
            .created = m->created,
            .category = m->category,
            .notice = m->notice.length > 0 ? m->notice : notice,
        };
    }
    f->page.media = rows;
    f->page.medium_count = count;
    return ST_OK;
}

// --- determinations --------------------------------------------------------------------------

// The list of an extension, under the names that archives and JSON give it.
static const struct node *determination_list(const struct record_filling *f)
{
    const struct node *root = f->tree.nodes;
    for (const struct node *m = root + 1; m < node_next(root); m = node_next(m)) {
        if (m->kind == NODE_LIST && record_page_is_determinations(node_name(&f->tree, m))) {
            return m;
        }
    }
    return NULL;
}

bool record_page_is_determinations(string_view list)
{
    static const char *const names[] = {"identification", "identifications", "determinations",
                                        "identificationHistory"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        if (sv_equal_ignore_case(list, sv_from(names[i]))) {
            return true;
        }
    }
    return false;
}

static void read_determination(struct record_filling *f, const struct node *object,
                               struct determination_row *row)
{
    struct record_tree part = {object, (size_t)object->descendants + 1, f->tree.names};
    struct arena *arena = f->arena;
    struct record_title name = record_title(arena, &part, SV(""));
    string_view current = record_value(arena, &part, "isCurrent");
    current = current.length > 0 ? current
                                 : record_value(arena, &part, "identificationVerificationStatus");
    *row = (struct determination_row){
        .name = name.is_name ? name.text : SV(""),
        .authorship = name.author,
        .qualifier = record_value(arena, &part, "identificationQualifier"),
        .by = record_value(arena, &part, "identifiedBy"),
        .date = record_value(arena, &part, "dateIdentified"),
        .type = record_value(arena, &part, "typeStatus"),
        .remarks = record_value(arena, &part, "identificationRemarks"),
        .current = sv_equal(current, SV("true")) || sv_equal(current, SV("1")),
    };
    if (row->by.length > 0) {
        row->by_address = record_page_link(f, SV("identifiedBy"), row->by);
    }
}

// Years in front, so that bytes order dates; what has no date comes last, in the order it came.
static bool is_older(const struct determination_row *x, const struct determination_row *y)
{
    return sv_compare(x->date, y->date) < 0;
}

status record_page_fill_determinations(struct record_filling *f, struct error *e)
{
    const struct node *list = determination_list(f);
    struct determination_row *rows =
        arena_array(f->arena, struct determination_row, DETERMINATIONS_SHOWN);
    size_t count = 0;
    bool said = false;
    if (rows == NULL) {
        return no_memory(e);
    }
    for (const struct node *n = list == NULL ? NULL : list + 1;
         n != NULL && n < node_next(list) && count < DETERMINATIONS_SHOWN; n = node_next(n)) {
        struct determination_row row;
        if (n->kind != NODE_OBJECT) {
            continue;
        }
        read_determination(f, n, &row);
        size_t at = count++;
        while (at > 0 && is_older(&rows[at - 1], &row)) {
            rows[at] = rows[at - 1];
            at--;
        }
        rows[at] = row;
        said = said || row.current;
    }
    // Where the list does not say which name counts, it is the newest that the record goes by.
    for (size_t i = 0; i < count && !said; i++) {
        said = rows[i].current = f->page.title_is_name && sv_equal(rows[i].name, f->page.title);
    }
    f->page.determinations = rows;
    f->page.determination_count = count;
    return ST_OK;
}

// --- doubts ----------------------------------------------------------------------------------

status record_page_fill_flags(struct record_filling *f, struct error *e)
{
    enum record_flag flags[FLAG_COUNT];
    size_t count = record_checks(f->arena, &f->tree, &f->coordinates, clock_now(), flags);
    int *kept = arena_array(f->arena, int, count + 1);
    if (kept == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        kept[i] = (int)flags[i];
    }
    f->page.flags = kept;
    f->page.flag_count = count;
    return ST_OK;
}

// --- elsewhere -------------------------------------------------------------------------------

static void add_external(struct record_filling *f, struct page_link *links, string_view label,
                         string_view address)
{
    for (size_t i = 0; i < f->page.external_count; i++) {
        if (sv_equal(links[i].address, address)) {
            return;
        }
    }
    if (address.length > 0 && f->page.external_count < EXTERNAL_SHOWN) {
        links[f->page.external_count++] = (struct page_link){.label = label, .address = address};
    }
}

// Another host's address that ends in a value, percent-encoded.
static string_view address_with(struct arena *arena, const char *start, string_view text)
{
    struct buffer address;
    buffer_init(&address, 16 * 1024);
    buffer_append_view(&address, sv_from(start));
    percent_encode(&address, text);
    string_view copy = arena_copy(arena, buffer_view(&address));
    buffer_release(&address);
    return copy;
}

static bool is_at(string_view address, const char *host)
{
    string_view rest = sv_starts_with(address, SV("https://"))  ? sv_slice(address, 8, SIZE_MAX)
                       : sv_starts_with(address, SV("http://")) ? sv_slice(address, 7, SIZE_MAX)
                                                                : SV("");
    rest = sv_starts_with(rest, SV("www.")) ? sv_slice(rest, 4, SIZE_MAX) : rest;
    return sv_starts_with(rest, sv_from(host));
}

// Identifiers of people: as addresses, or bare (ORCID iDs, Wikidata items).
static void add_person(struct record_filling *f, struct page_link *links, string_view id)
{
    struct arena *arena = f->arena;
    id = sv_trim(id);
    bool item = id.length > 1 && id.length < 14 && id.bytes[0] == 'Q';
    for (size_t i = 1; item && i < id.length; i++) {
        item = id.bytes[i] >= '0' && id.bytes[i] <= '9';
    }
    bool bare = id.length == 19 && id.bytes[4] == '-' && id.bytes[9] == '-' && id.bytes[14] == '-';
    string_view address = bare   ? address_with(arena, "https://orcid.org/", id)
                          : item ? address_with(arena, "https://www.wikidata.org/wiki/", id)
                                 : id;
    if (is_at(address, "orcid.org/")) {
        add_external(f, links, arena_print(arena, "ORCID " SV_FORMAT, SV_ARGUMENT(id)), address);
    } else if (is_at(address, "wikidata.org/")) {
        add_external(f, links, arena_print(arena, "Wikidata " SV_FORMAT, SV_ARGUMENT(id)), address);
    } else if (is_at(address, "")) {
        add_external(f, links, id, address);
    }
}

static void add_people(struct record_filling *f, struct page_link *links)
{
    static const char *const fields[] = {"recordedByID", "identifiedByID"};
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        string_view rest = record_values_joined(f->arena, &f->tree, sv_from(fields[i]), 8);
        string_view part;
        while (rest.length > 0 && sv_split(&rest, '|', &part)) {
            add_person(f, links, part);
        }
    }
}

// "doi:10...", "10...", an address: of publications that the record names.
static void add_publications(struct record_filling *f, struct page_link *links)
{
    static const char *const fields[] = {"associatedReferences", "bibliographicCitation",
                                         "namePublishedInID", "identificationReferences", "doi"};
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        string_view rest = record_values_joined(f->arena, &f->tree, sv_from(fields[i]), 8);
        string_view part;
        while (rest.length > 0 && sv_split(&rest, '|', &part)) {
            part = sv_trim(part);
            part = sv_starts_with(part, SV("doi:")) ? sv_slice(part, 4, SIZE_MAX) : part;
            size_t slash = sv_find(part, '/');
            bool named = sv_starts_with(part, SV("10.")) && slash > 6 && slash < part.length &&
                         sv_find(part, ' ') == part.length;
            if (named) {
                add_external(
                    f, links, part,
                    arena_print(f->arena, "https://doi.org/" SV_FORMAT, SV_ARGUMENT(part)));
            } else if (is_at(part, "doi.org/")) {
                add_external(f, links, part, part);
            }
        }
    }
}

static void add_sequences(struct record_filling *f, struct page_link *links)
{
    string_view rest = record_values_joined(f->arena, &f->tree, SV("associatedSequences"), 8);
    string_view part;
    while (rest.length > 0 && sv_split(&rest, '|', &part)) {
        part = sv_trim(part);
        bool plain = part.length >= 6 && part.length <= 20;
        for (size_t i = 0; i < part.length && plain; i++) {
            char byte = part.bytes[i];
            plain = (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_' ||
                    byte == '.';
        }
        if (plain) {
            add_external(f, links, arena_print(f->arena, "GenBank " SV_FORMAT, SV_ARGUMENT(part)),
                         address_with(f->arena, "https://www.ncbi.nlm.nih.gov/nuccore/", part));
        } else if (is_at(part, "")) {
            add_external(f, links, part, part);
        }
    }
}

static string_view in_language(const struct record_filling *f, const char *english)
{
    return sv_from(language_text(f->site.page.language, english));
}

// What the invented records of a demo are would be found nowhere (rule L1); their names would.
static void add_registers(struct record_filling *f, struct page_link *links)
{
    string_view gbif = value(f, "gbifID");
    string_view id = value(f, "occurrenceID");
    bool real = !f->site.page.demo;
    if (real && gbif.length > 0) {
        add_external(f, links, in_language(f, "GBIF: this record"),
                     address_with(f->arena, "https://www.gbif.org/occurrence/", gbif));
    } else if (real && id.length > 0 && value_fits_address(id)) {
        add_external(
            f, links, in_language(f, "GBIF: records with this occurrence ID"),
            address_with(f->arena, "https://www.gbif.org/occurrence/search?occurrence_id=", id));
    }
    if (f->page.title_is_name && value_fits_address(f->page.title)) {
        add_external(
            f, links, in_language(f, "GBIF: this name"),
            address_with(f->arena, "https://www.gbif.org/species/search?q=", f->page.title));
        add_external(
            f, links, in_language(f, "Biodiversity Heritage Library: this name"),
            address_with(f->arena,
                         "https://www.biodiversitylibrary.org/search?searchTerm=", f->page.title));
    }
}

status record_page_fill_external(struct record_filling *f, struct error *e)
{
    struct page_link *links = arena_array(f->arena, struct page_link, EXTERNAL_SHOWN);
    if (links == NULL) {
        return no_memory(e);
    }
    add_people(f, links);
    add_publications(f, links);
    add_sequences(f, links);
    add_registers(f, links);
    f->page.external = links;
    return ST_OK;
}
