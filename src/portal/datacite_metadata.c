// SPDX-License-Identifier: Apache-2.0
// Builds the attributes.
#include "portal/datacite_metadata.h"

#include <inttypes.h>
#include <string.h>

// What the whole is built with: the first piece of memory that lacks spoils it, and is told once.
struct building {
    const struct metadata_context *context;
    const struct identifier *one;
    const struct cited *c;
    struct arena *arena;
    json_t *root;
    bool failed;
};

// --- pieces ----------------------------------------------------------------------------------

static void put(struct building *b, json_t *object, const char *name, json_t *value)
{
    b->failed = json_object_set_new(object, name, value) != 0 || b->failed;
}

// Nothing for an empty text.
static void put_text(struct building *b, json_t *object, const char *name, string_view text)
{
    if (text.length > 0) {
        put(b, object, name, json_stringn(text.bytes, text.length));
    }
}

static json_t *put_list(struct building *b, const char *name)
{
    json_t *list = json_array();
    put(b, b->root, name, list); // borrowed from now on
    return list;
}

static json_t *add_object(struct building *b, json_t *list)
{
    json_t *object = json_object();
    b->failed = json_array_append_new(list, object) != 0 || b->failed;
    return object;
}

static string_view day_of(struct arena *arena, moment m)
{
    char text[25];
    moment_to_text(m, text);
    return arena_print(arena, "%.10s", text);
}

static string_view whole_address(struct building *b, string_view path)
{
    return arena_print(b->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(b->context->origin),
                       SV_ARGUMENT(path));
}

// --- identifiers -----------------------------------------------------------------------------

bool identifier_has_doi(const struct identifier *one)
{
    return one->doi.length > 0 && one->real &&
           (one->state == IDENTIFIER_FINDABLE || one->state == IDENTIFIER_REGISTERED ||
            one->state == IDENTIFIER_WITHDRAWN);
}

string_view identifier_path(struct arena *arena, const struct identifier *one,
                            const struct cited *c)
{
    if (one->kind == IDENTIFIER_DATASET && one->state != IDENTIFIER_WITHDRAWN && c != NULL &&
        c->dataset_count > 0) {
        return arena_print(arena, "/dataset/" SV_FORMAT, SV_ARGUMENT(c->datasets[0].slug));
    }
    return identifier_has_doi(one) ? arena_print(arena, "/doi/" SV_FORMAT, SV_ARGUMENT(one->doi))
                                   : arena_print(arena, "/cite/" SV_FORMAT, SV_ARGUMENT(one->id));
}

static bool shows_doi(const struct building *b)
{
    return identifier_has_doi(b->one) || (b->context->for_registry && b->one->doi.length > 0);
}

// The registry is given the address that its DOI will lead to.
static string_view landing_page(struct building *b)
{
    struct identifier later = *b->one;
    later.state = shows_doi(b) ? IDENTIFIER_FINDABLE : later.state;
    later.real = shows_doi(b) || later.real;
    return whole_address(b, identifier_path(b->arena, &later, b->c));
}

static void put_identifier(struct building *b)
{
    put_text(b, b->root, "url", landing_page(b));
    if (shows_doi(b)) {
        put_text(b, b->root, "doi", b->one->doi);
        return;
    }
    json_t *list = put_list(b, "identifiers");
    json_t *own = add_object(b, list);
    put_text(b, own, "identifier", landing_page(b));
    put_text(b, own, "identifierType", SV("URL"));
}

// --- who, what, when -------------------------------------------------------------------------

static void put_orcid(struct building *b, json_t *creator, string_view orcid)
{
    if (orcid.length == 0) {
        return;
    }
    json_t *list = json_array();
    put(b, creator, "nameIdentifiers", list);
    json_t *one = add_object(b, list);
    bool whole = sv_starts_with(orcid, SV("https://"));
    put_text(b, one, "nameIdentifier",
             whole ? orcid
                   : arena_print(b->arena, "https://orcid.org/" SV_FORMAT, SV_ARGUMENT(orcid)));
    put_text(b, one, "nameIdentifierScheme", SV("ORCID"));
    put_text(b, one, "schemeUri", SV("https://orcid.org"));
}

static void put_creators(struct building *b)
{
    json_t *list = put_list(b, "creators");
    for (size_t i = 0; i < b->c->creator_count; i++) {
        const struct cited_creator *a = &b->c->creators[i];
        json_t *one = add_object(b, list);
        bool parts = a->person && a->family.length > 0;
        put_text(b, one, "name",
                 parts && a->given.length > 0
                     ? arena_print(b->arena, SV_FORMAT ", " SV_FORMAT, SV_ARGUMENT(a->family),
                                   SV_ARGUMENT(a->given))
                     : a->name);
        put_text(b, one, "nameType", a->person ? SV("Personal") : SV("Organizational"));
        put_text(b, one, "givenName", parts ? a->given : SV(""));
        put_text(b, one, "familyName", parts ? a->family : SV(""));
        put_orcid(b, one, a->orcid);
    }
    if (b->c->creator_count == 0) {
        json_t *one = add_object(b, list);
        put_text(b, one, "name", b->c->publisher);
        put_text(b, one, "nameType", SV("Organizational"));
    }
}

string_view cited_title(struct arena *arena, const struct cited *c)
{
    if (c->title.length > 0 || !c->counted) {
        return c->title.length > 0 ? c->title : c->words;
    }
    return arena_print(arena, "%" PRIu64 " record%s from %zu dataset%s: " SV_FORMAT, c->records,
                       c->records == 1 ? "" : "s", c->dataset_count,
                       c->dataset_count == 1 ? "" : "s", SV_ARGUMENT(c->words));
}

static void put_title(struct building *b)
{
    json_t *one = add_object(b, put_list(b, "titles"));
    put_text(b, one, "title", cited_title(b->arena, b->c));
}

static void put_publisher(struct building *b)
{
    json_t *publisher = json_object();
    put(b, b->root, "publisher", publisher);
    put_text(b, publisher, "name", b->c->publisher);
    if (b->context->ror.length > 0) {
        put_text(b, publisher, "publisherIdentifier", b->context->ror);
        put_text(b, publisher, "publisherIdentifierScheme", SV("ROR"));
        put_text(b, publisher, "schemeUri", SV("https://ror.org"));
    }
}

static moment version_of(const struct building *b)
{
    return b->one->version != 0      ? b->one->version
           : b->c->dataset_count > 0 ? b->c->datasets[0].version
                                     : b->one->created;
}

static void put_date(struct building *b, json_t *list, moment m, const char *type)
{
    json_t *one = add_object(b, list);
    put_text(b, one, "date", day_of(b->arena, m));
    put_text(b, one, "dateType", sv_from(type));
}

static void put_dates(struct building *b)
{
    moment m = version_of(b);
    struct civil_date day = civil_from_days(m / 86400000 - (m % 86400000 < 0));
    put(b, b->root, "publicationYear", json_integer(day.year));
    json_t *list = put_list(b, "dates");
    put_date(b, list, version_of(b), b->one->kind == IDENTIFIER_DATASET ? "Updated" : "Created");
    put_date(b, list, b->one->created, "Issued");
    put_text(b, b->root, "version", day_of(b->arena, version_of(b)));
}

static void put_type(struct building *b)
{
    json_t *types = json_object();
    put(b, b->root, "types", types);
    put_text(b, types, "resourceTypeGeneral", SV("Dataset"));
    put_text(b, types, "resourceType",
             b->one->kind == IDENTIFIER_DATASET ? SV("Dataset") : SV("Search result"));
    put_text(b, types, "schemaOrg", SV("Dataset"));
}

static void put_extent(struct building *b)
{
    static const char *const formats[] = {"text/csv", "text/tab-separated-values",
                                          "application/json", "application/x-ndjson"};
    json_t *list = put_list(b, "sizes");
    if (b->c->counted) {
        string_view text = arena_print(b->arena, "%" PRIu64 " record%s", b->c->records,
                                       b->c->records == 1 ? "" : "s");
        b->failed =
            json_array_append_new(list, json_stringn(text.bytes, text.length)) != 0 || b->failed;
    }
    list = put_list(b, "formats");
    for (size_t i = 0; i < ARRAY_LENGTH(formats); i++) {
        b->failed = json_array_append_new(list, json_string(formats[i])) != 0 || b->failed;
    }
}

// --- rights ----------------------------------------------------------------------------------

// Names of SPDX for the licences that records mostly stand under.
static const char *spdx_of(string_view uri)
{
    static const struct {
        const char *part;
        const char *name;
    } known[] = {
        {"/publicdomain/zero/1.0/", "CC0-1.0"},   {"/licenses/by/4.0/", "CC-BY-4.0"},
        {"/licenses/by/3.0/", "CC-BY-3.0"},       {"/licenses/by-nc/4.0/", "CC-BY-NC-4.0"},
        {"/licenses/by-sa/4.0/", "CC-BY-SA-4.0"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
        if (memmem(uri.bytes, uri.length, known[i].part, strlen(known[i].part)) != NULL) {
            return known[i].name;
        }
    }
    return "";
}

static bool is_first_of_licence(const struct cited *c, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (sv_equal(c->datasets[i].licence, c->datasets[at].licence)) {
            return false;
        }
    }
    return true;
}

static void put_rights(struct building *b)
{
    json_t *list = put_list(b, "rightsList");
    for (size_t i = 0; i < b->c->dataset_count; i++) {
        string_view licence = b->c->datasets[i].licence;
        if (licence.length == 0 || !is_first_of_licence(b->c, i)) {
            continue;
        }
        json_t *one = add_object(b, list);
        string_view spdx = sv_from(spdx_of(licence));
        put_text(b, one, "rights", spdx.length > 0 ? spdx : licence);
        put_text(b, one, "rightsUri", sv_starts_with(licence, SV("http")) ? licence : SV(""));
        put_text(b, one, "rightsIdentifier", spdx);
        put_text(b, one, "rightsIdentifierScheme", spdx.length > 0 ? SV("SPDX") : SV(""));
        put_text(b, one, "schemeUri", spdx.length > 0 ? SV("https://spdx.org/licenses/") : SV(""));
    }
}

// --- descriptions and relations --------------------------------------------------------------

// Rule F2: the counts per dataset stand in the description.
static void put_description(struct building *b)
{
    struct buffer text;
    buffer_init(&text, CITED_LIMIT_BYTES);
    if (b->one->kind == IDENTIFIER_DATASET) {
        buffer_append_view(&text, b->c->description);
    } else {
        buffer_print(&text,
                     "What a search of this portal finds at one version of its records. "
                     "Asked: " SV_FORMAT ".",
                     SV_ARGUMENT(b->c->words));
        for (size_t i = 0; i < b->c->dataset_count; i++) {
            buffer_print(&text, "%s" SV_FORMAT ": %" PRIu64,
                         i == 0 ? " Records by dataset: " : "; ",
                         SV_ARGUMENT(b->c->datasets[i].title), b->c->datasets[i].records);
        }
        if (b->c->dataset_count > 0) {
            buffer_append_byte(&text, '.');
        }
        if (b->c->digest.length > 0) {
            buffer_print(&text, " Result digest (" SV_FORMAT "): " SV_FORMAT ".",
                         SV_ARGUMENT(b->c->definition), SV_ARGUMENT(b->c->digest));
        }
    }
    if (text.length > 0) {
        json_t *one = add_object(b, put_list(b, "descriptions"));
        put_text(b, one, "description", buffer_view(&text));
        put_text(b, one, "descriptionType", SV("Abstract"));
    }
    b->failed = b->failed || text.failed;
    buffer_release(&text);
}

static void put_relation(struct building *b, json_t *list, const struct identifier *other,
                         string_view address, const char *relation)
{
    bool doi = other != NULL && identifier_has_doi(other);
    if (!doi && address.length == 0) {
        return;
    }
    json_t *one = add_object(b, list);
    put_text(b, one, "relatedIdentifier", doi ? other->doi : address);
    put_text(b, one, "relatedIdentifierType", doi ? SV("DOI") : SV("URL"));
    put_text(b, one, "relationType", sv_from(relation));
    put_text(b, one, "resourceTypeGeneral", SV("Dataset"));
}

static status put_sources(struct building *b, json_t *list, struct error *e)
{
    for (size_t i = 0; b->one->kind == IDENTIFIER_SEARCH && i < b->c->dataset_count; i++) {
        const struct cited_dataset *d = &b->c->datasets[i];
        struct identifier other;
        status found = identifiers_find_subject(b->context->identifiers, d->uuid, INT64_MAX,
                                                b->arena, &other, e);
        if (found != ST_OK && found != ST_NOT_FOUND) {
            return found;
        }
        string_view page =
            d->slug.length == 0
                ? SV("")
                : arena_print(b->arena, SV_FORMAT "/dataset/" SV_FORMAT "?version=%" PRId64,
                              SV_ARGUMENT(b->context->origin), SV_ARGUMENT(d->slug), d->version);
        put_relation(b, list, found == ST_OK ? &other : NULL, page, "IsDerivedFrom");
    }
    return ST_OK;
}

static status put_relations(struct building *b, struct error *e)
{
    json_t *list = put_list(b, "relatedIdentifiers");
    TRY(put_sources(b, list, e));
    struct identifier earlier;
    status found = identifiers_find(b->context->identifiers, b->c->earlier, b->arena, &earlier, e);
    if (found == ST_OK) {
        string_view path = identifier_path(b->arena, &earlier, NULL);
        put_relation(b, list, &earlier, whole_address(b, path), "IsNewVersionOf");
    }
    return found == ST_NOT_FOUND ? ST_OK : found;
}

status datacite_attributes(const struct metadata_context *context, const struct identifier *one,
                           const struct cited *c, struct arena *arena, json_t **out,
                           struct error *e)
{
    struct building b = {.context = context, .one = one, .c = c, .arena = arena};
    b.root = json_object();
    put_identifier(&b);
    put_creators(&b);
    put_title(&b);
    put_publisher(&b);
    put_dates(&b);
    put_type(&b);
    put_extent(&b);
    put_rights(&b);
    put_description(&b);
    put_text(&b, b.root, "language", SV("en"));
    put_text(&b, b.root, "schemaVersion", SV("http://datacite.org/schema/kernel-4"));
    status result = put_relations(&b, e);
    if (result == ST_OK && b.failed) {
        result = error_set(e, ST_NO_MEMORY, "no memory for the metadata of an identifier");
    }
    if (result != ST_OK) {
        json_decref(b.root);
        return result;
    }
    *out = b.root;
    return ST_OK;
}
