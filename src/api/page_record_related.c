// SPDX-License-Identifier: Apache-2.0
// Records that belong to one, each group by a search of its own: what leads there is the address of
// that search, so that its count is what a reader finds behind it. Nothing is asked where the
// record has no value to ask with, and all of them together have a time.
#include "api/page_record_internal.h"
#include "api/page_searches.h"
#include "api/page_text.h"
#include "query/list_parts.h"

#define RELATED_SHOWN  ((size_t)3)    // records of a group
#define RELATED_BUDGET ((uint64_t)60) // milliseconds for all groups
#define IDS_MOST       ((size_t)5)

struct relating {
    struct record_filling *f;
    struct http_request *request; // a copy with a time of its own
    struct record_reader reader;
    struct related_group *groups;
    size_t count;
    struct address *state; // of the group at hand
    bool whole;            // every value that the group needs was there
};

static string_view value(const struct relating *r, const char *path)
{
    return sv_trim(record_value(r->f->arena, &r->f->tree, path));
}

// --- one search ------------------------------------------------------------------------------

static void ask(struct relating *r)
{
    address_init(r->state, SV("/search"));
    r->whole = true;
    if (site_pinned(&r->f->site) != 0) {
        address_add(r->state, SV("version"),
                    arena_print(r->f->arena, "%lld", (long long)site_pinned(&r->f->site)));
    }
}

static void ask_for(struct relating *r, const char *field, string_view text)
{
    if (!value_fits_address(text)) {
        r->whole = false;
        return;
    }
    address_add(r->state, parameter_of_field(r->f->arena, sv_from(field)),
                query_value_write(r->f->arena, text));
}

// Any of those named in a list; a name alone otherwise.
static void ask_for_people(struct relating *r, const char *field, string_view text)
{
    string_view rest = text;
    string_view part;
    if (sv_find(text, '|') == text.length) {
        ask_for(r, field, text);
        return;
    }
    r->whole = r->whole && value_fits_address(text);
    while (r->whole && list_part_next(&rest, &part)) {
        address_add(r->state, PART_PARAMETER, part_value(r->f->arena, sv_from(field), part));
    }
}

static bool is_this(const struct relating *r, const struct search_hit *hit)
{
    return uuid_compare(&hit->table, &r->f->name.table->table) == 0 &&
           sv_equal(hit->key, r->f->name.key);
}

// "Carabus auratus, DEMO-E-000123".
static status label(struct relating *r, const struct search_hit *hit, string_view *out,
                    struct error *e)
{
    struct arena *arena = r->f->arena;
    struct record_tree tree;
    string_view json = {0};
    TRY(record_json(&r->f->view, &hit->version, arena, &json, e));
    TRY(record_read(&r->reader, json, &tree, e));
    struct record_title title = record_title(arena, &tree, hit->key);
    string_view number = record_value(arena, &tree, "catalogNumber");
    bool beside = number.length > 0 && !sv_equal(number, title.text);
    *out = beside ? arena_print(arena, SV_FORMAT ", " SV_FORMAT, SV_ARGUMENT(title.text),
                                SV_ARGUMENT(number))
                  : title.text;
    return ST_OK;
}

static status add_records(struct relating *r, const struct search_result *result,
                          struct related_group *group, struct error *e)
{
    struct page_link *links = arena_array(r->f->arena, struct page_link, RELATED_SHOWN);
    if (links == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    for (size_t i = 0; i < result->hit_count && group->record_count < RELATED_SHOWN; i++) {
        const struct search_hit *hit = &result->hits[i];
        const struct store_table *table = snapshot_table_by_uuid(r->f->view.snapshot, &hit->table);
        if (table == NULL || is_this(r, hit)) {
            continue;
        }
        struct page_link *link = &links[group->record_count++];
        link->address =
            record_address(r->f->arena, table->slug, hit->key, site_pinned(&r->f->site));
        TRY(label(r, hit, &link->label, e));
    }
    group->records = links;
    return ST_OK;
}

// Runs the search and keeps the group, unless it finds nothing but this record. A field that no
// table has finds nothing.
static status keep(struct relating *r, enum relation relation, bool with_this, struct error *e)
{
    struct search_input input;
    struct search_result result = {0};
    struct error trouble = {0};
    if (!r->whole || r->state->count == (site_pinned(&r->f->site) != 0)) {
        return ST_OK;
    }
    struct related_group group = {.relation = relation, .with_this = with_this};
    status done = page_search_of(r->f->api, r->request, &r->f->view, r->state, &input, &trouble);
    if (done == ST_OK) {
        input.request.limit = RELATED_SHOWN + 1;
        input.request.facet_count = 0;
        done = search_run(r->f->view.snapshot, &scope_public, r->f->arena, &input.request, &result,
                          &trouble);
    }
    group.late = done == ST_CANCELLED;
    if (done == ST_INVALID || (done == ST_OK && result.total <= (with_this ? 1 : 0))) {
        return ST_OK;
    }
    if (done != ST_OK && !group.late) {
        *e = trouble;
        return done;
    }
    group.total = result.total;
    group.address = address_print(r->state, r->f->arena);
    TRY(add_records(r, &result, &group, e));
    r->groups[r->count++] = group;
    return ST_OK;
}

// --- which ones ------------------------------------------------------------------------------

// A date of one day and no more.
static bool is_day(string_view text)
{
    struct date_interval date;
    return text.length >= 10 && date_interval_from_text(text, &date) &&
           date.end - date.start < 86400000;
}

static status same_gathering(struct relating *r, struct error *e)
{
    string_view event = value(r, "eventID");
    string_view collector = value(r, "recordedBy");
    string_view date = value(r, "eventDate");
    string_view locality = value(r, "locality");
    string_view number = value(r, "recordNumber");
    ask(r);
    if (event.length > 0) {
        ask_for(r, "eventID", event);
    } else if (collector.length > 0 && is_day(date) && locality.length > 0) {
        ask_for(r, "recordedBy", collector);
        ask_for(r, "eventDate", date);
        ask_for(r, "locality", locality);
    } else {
        ask_for(r, "recordedBy", collector);
        ask_for(r, "recordNumber", number);
    }
    TRY(keep(r, RELATION_GATHERING, true, e));
    if (!is_day(date)) {
        return ST_OK;
    }
    ask(r);
    ask_for_people(r, "recordedBy", collector);
    ask_for(r, "eventDate", date);
    size_t before = r->count;
    TRY(keep(r, RELATION_COLLECTOR_DAY, true, e));
    // The gathering again says nothing new.
    bool again = before == 1 && r->count == 2 && r->groups[0].total == r->groups[1].total;
    r->count -= again;
    return ST_OK;
}

// Parts say of what they are: "Voucher: ID", or the identifier alone.
static status parts(struct relating *r, struct error *e)
{
    string_view id = value(r, "occurrenceID");
    id = id.length > 0 ? id : r->f->name.key;
    ask(r);
    ask_for(r, "associatedOccurrences", id);
    ask_for(r, "associatedOccurrences",
            arena_print(r->f->arena, "Voucher: " SV_FORMAT, SV_ARGUMENT(id)));
    return keep(r, RELATION_PARTS, false, e);
}

// The identifiers in "Voucher: ID | ID", those of other hosts' addresses whole.
static void ask_for_named(struct relating *r, string_view rest, size_t *count)
{
    string_view part;
    while (rest.length > 0 && *count < IDS_MOST && sv_split(&rest, '|', &part)) {
        part = sv_trim(part);
        for (size_t i = 0; i + 1 < part.length; i++) {
            if (part.bytes[i] == ':' && part.bytes[i + 1] == ' ') {
                part = sv_trim(sv_slice(part, i + 1, SIZE_MAX));
                break;
            }
        }
        if (part.length > 0 && value_fits_address(part)) {
            ask_for(r, "occurrenceID", part);
            (*count)++;
        }
    }
}

static status source(struct relating *r, struct error *e)
{
    static const char *const fields[] = {"associatedOccurrences",
                                         "ResourceRelationship.relatedResourceID"};
    size_t count = 0;
    ask(r);
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        ask_for_named(r,
                      record_values_joined(r->f->arena, &r->f->tree, sv_from(fields[i]), IDS_MOST),
                      &count);
    }
    return count == 0 ? ST_OK : keep(r, RELATION_SOURCE, false, e);
}

// "host: Apis mellifera" among the associated taxa.
static status host(struct relating *r, struct error *e)
{
    string_view rest = record_values_joined(r->f->arena, &r->f->tree, SV("associatedTaxa"), 8);
    string_view part;
    ask(r);
    r->whole = false;
    while (rest.length > 0 && !r->whole && sv_split(&rest, '|', &part)) {
        part = sv_trim(part);
        size_t colon = sv_find(part, ':');
        string_view name = sv_trim(sv_slice(part, colon + 1, SIZE_MAX));
        if (sv_equal_ignore_case(sv_trim(sv_slice(part, 0, colon)), SV("host")) &&
            name.length > 1) {
            if (name.bytes[0] == '"' && name.bytes[name.length - 1] == '"') {
                name = sv_slice(name, 1, name.length - 2);
            }
            r->whole = true;
            ask_for(r, "scientificName", name);
        }
    }
    return keep(r, RELATION_HOST, false, e);
}

static status same(struct relating *r, enum relation relation, const char *field, struct error *e)
{
    ask(r);
    ask_for(r, field, value(r, field));
    return keep(r, relation, true, e);
}

status record_page_fill_related(struct record_filling *f, struct error *e)
{
    struct relating *r = arena_new(f->arena, struct relating);
    if (r == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    r->f = f;
    r->request = arena_new(f->arena, struct http_request);
    r->groups = arena_array(f->arena, struct related_group, RELATION_COUNT);
    r->state = arena_new(f->arena, struct address);
    if (r->request == NULL || r->groups == NULL || r->state == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    *r->request = *f->request;
    search_input_budget(r->request, RELATED_BUDGET);
    TRY(record_reader_init(&r->reader, f->arena, e));
    TRY(same_gathering(r, e));
    TRY(parts(r, e));
    TRY(source(r, e));
    TRY(same(r, RELATION_ORGANISM, "organismID", e));
    TRY(same(r, RELATION_SAMPLE, "materialSampleID", e));
    TRY(host(r, e));
    TRY(same(r, RELATION_NUMBER, "catalogNumber", e));
    TRY(same(r, RELATION_OTHER_NUMBER, "otherCatalogNumbers", e));
    f->page.related = r->groups;
    f->page.related_count = r->count;
    return ST_OK;
}
