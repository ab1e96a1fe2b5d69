// SPDX-License-Identifier: Apache-2.0
// Reads the file.
#include "portal/gather_settings.h"

#include "base/file.h"
#include "portal/house.h"
#include "remote/mail.h"

#define SETTINGS_BYTES ((size_t)4 << 20)
#define DATASETS_MOST  ((size_t)10000)
#define DOIS_MOST      ((size_t)1000) // of a dataset

const char *const gather_names[GATHER_SOURCES] = {"gbif", "datacite", "crossref"};
static const char *const normal_apis[GATHER_SOURCES] = {
    "https://api.gbif.org", "https://api.datacite.org", "https://api.crossref.org"};

struct reading {
    const json_t *root;
    struct arena *arena;
    struct gather_settings *out;
};

static status wrong(const char *member, const char *what, struct error *e)
{
    return error_set_field(e, ST_BAD_DATA, member, "literature.json: \"%s\" %s", member, what);
}

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for literature.json");
}

static status check_members(const json_t *object, const char *where, const char *const *names,
                            size_t count, struct error *e)
{
    const char *name = NULL;
    const json_t *value = NULL;
    if (!json_is_object(object)) {
        return wrong(where, "is an object", e);
    }
    json_object_foreach((json_t *)(uintptr_t)object, name, value)
    {
        bool known = false;
        for (size_t i = 0; i < count; i++) {
            known = known || sv_equal(sv_from(name), sv_from(names[i]));
        }
        if (!known) {
            return wrong(where, "has a member that is not known here", e);
        }
    }
    return ST_OK;
}

static string_view text_of(struct arena *arena, const json_t *object, const char *name)
{
    return literature_text(arena, sv_from(json_is_string(json_object_get(object, name))
                                              ? json_string_value(json_object_get(object, name))
                                              : ""));
}

static bool is_web(string_view text)
{
    return sv_starts_with(text, SV("https://")) || sv_starts_with(text, SV("http://"));
}

// In lower case; "" where it is none.
static string_view uuid_of(struct arena *arena, const json_t *object, const char *name)
{
    struct uuid uuid;
    char text[37];
    if (!uuid_from_text(text_of(arena, object, name), &uuid)) {
        return SV("");
    }
    uuid_to_text(&uuid, text);
    return arena_copy(arena, sv_from(text));
}

// --- sources ---------------------------------------------------------------------------------

static status read_source(struct reading *r, enum gather_source_id id, struct error *e)
{
    static const char *const names[] = {"api", "publisher"};
    const json_t *source = json_object_get(r->root, gather_names[id]);
    string_view api = sv_from(normal_apis[id]);
    if (source != NULL) {
        TRY(check_members(source, gather_names[id], names, id == GATHER_GBIF ? 2 : 1, e));
    }
    if (json_object_get(source, "api") != NULL) {
        api = literature_address(r->arena, text_of(r->arena, source, "api"));
    }
    while (api.length > 0 && api.bytes[api.length - 1] == '/') {
        api.length--;
    }
    if (!is_web(api)) {
        return wrong(gather_names[id], "has an \"api\" that is no address of http or https", e);
    }
    r->out->api[id] = api;
    if (json_object_get(source, "publisher") != NULL) {
        r->out->publisher = uuid_of(r->arena, source, "publisher");
        if (r->out->publisher.length == 0) {
            return wrong("gbif", "has a \"publisher\" that is no UUID", e);
        }
    }
    return ST_OK;
}

static status read_daily(struct reading *r, struct error *e)
{
    const json_t *list = json_object_get(r->root, "daily");
    if (list != NULL && !json_is_array(list)) {
        return wrong("daily", "is a list of gbif, datacite, crossref", e);
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *name = json_string_value(json_array_get(list, i));
        size_t id = 0;
        while (id < GATHER_SOURCES &&
               (name == NULL || !sv_equal(sv_from(name), sv_from(gather_names[id])))) {
            id++;
        }
        if (id == GATHER_SOURCES) {
            return wrong("daily", "is a list of gbif, datacite, crossref", e);
        }
        r->out->daily[id] = true;
    }
    return ST_OK;
}

// --- datasets --------------------------------------------------------------------------------

static status read_dois(struct reading *r, const json_t *list, struct literature_dataset *out,
                        struct error *e)
{
    size_t count = json_array_size(list);
    string_view *dois = arena_array(r->arena, string_view, count + 1);
    if (dois == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        const char *text = json_string_value(json_array_get(list, i));
        dois[i] = literature_doi(r->arena, sv_from(text == NULL ? "" : text));
        if (dois[i].length == 0 || count > DOIS_MOST) {
            return wrong("datasets", "has \"dois\" that are none, or too many", e);
        }
    }
    out->dois = dois;
    out->doi_count = count;
    return ST_OK;
}

static status read_dataset(struct reading *r, const char *slug, const json_t *one,
                           struct literature_dataset *out, struct error *e)
{
    static const char *const names[] = {"gbif", "dois"};
    TRY(check_members(one, "datasets", names, ARRAY_LENGTH(names), e));
    out->slug = arena_copy(r->arena, sv_from(slug));
    if (json_object_get(one, "gbif") != NULL) {
        out->gbif = uuid_of(r->arena, one, "gbif");
        if (out->gbif.length == 0) {
            return wrong("datasets", "has a \"gbif\" that is no UUID", e);
        }
    }
    return read_dois(r, json_object_get(one, "dois"), out, e);
}

static status read_datasets(struct reading *r, struct error *e)
{
    json_t *all = json_object_get(r->root, "datasets");
    const char *slug = NULL;
    json_t *one = NULL;
    size_t count = json_object_size(all);
    if ((all != NULL && !json_is_object(all)) || count > DATASETS_MOST) {
        return wrong("datasets", "is an object of {\"gbif\", \"dois\"} by slug", e);
    }
    struct literature_dataset *list = arena_array(r->arena, struct literature_dataset, count + 1);
    if (list == NULL) {
        return no_memory(e);
    }
    json_object_foreach(all, slug, one)
    {
        list[r->out->dataset_count] = (struct literature_dataset){.doi_count = 0};
        TRY(read_dataset(r, slug, one, &list[r->out->dataset_count], e));
        r->out->dataset_count++;
    }
    r->out->datasets = list;
    return ST_OK;
}

// --- who asks --------------------------------------------------------------------------------

static status read_contact(struct reading *r, const char *folder, struct error *e)
{
    string_view contact = text_of(r->arena, r->root, "contact");
    string_view site = literature_address(r->arena, text_of(r->arena, r->root, "site"));
    if (contact.length == 0) {
        struct house house;
        TRY(house_open(folder, r->arena, &house, e));
        contact = literature_text(r->arena, house.contact);
    }
    if (!is_web(contact) && !mail_is_address(contact)) {
        return wrong("contact",
                     "is an e-mail address or a web address by which those who are asked reach "
                     "the house",
                     e);
    }
    r->out->contact = contact;
    r->out->agent = arena_print(
        r->arena, "Vitrine/" VITRINE_VERSION " (" SV_FORMAT "%s%s" SV_FORMAT ")", SV_ARGUMENT(site),
        site.length > 0 ? "; " : "", is_web(contact) ? "" : "mailto:", SV_ARGUMENT(contact));
    return r->out->agent.length > 0 ? ST_OK : no_memory(e);
}

static status read_seconds(const json_t *root, const char *name, double normal, uint64_t *out,
                           struct error *e)
{
    const json_t *value = json_object_get(root, name);
    double seconds = json_is_number(value) ? json_number_value(value) : normal;
    if ((value != NULL && !json_is_number(value)) || !(seconds >= 0 && seconds <= 3600)) {
        return wrong(name, "is a number of seconds", e);
    }
    *out = (uint64_t)(seconds * 1000);
    return ST_OK;
}

static status read_all(struct reading *r, const char *folder, struct error *e)
{
    static const char *const names[] = {"contact",  "site",  "gbif",  "datacite", "crossref",
                                        "datasets", "daily", "pause", "firstWait"};
    TRY(check_members(r->root, "literature.json", names, ARRAY_LENGTH(names), e));
    TRY(read_contact(r, folder, e));
    for (int id = 0; id < GATHER_SOURCES; id++) {
        TRY(read_source(r, (enum gather_source_id)id, e));
    }
    TRY(read_daily(r, e));
    TRY(read_seconds(r->root, "pause", 1, &r->out->pause, e));
    TRY(read_seconds(r->root, "firstWait", 5, &r->out->first_wait, e));
    return read_datasets(r, e);
}

status gather_settings_open(const char *folder, struct arena *arena, struct gather_settings *out,
                            struct error *e)
{
    char path[PATH_SIZE];
    string_view text = {0};
    *out = (struct gather_settings){.there = false};
    TRY(path_join(path, sizeof path, folder, "literature.json", e));
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(file_read_in_arena(path, SETTINGS_BYTES, arena, &text, e));
    json_t *root = json_loadb(text.bytes, text.length, JSON_REJECT_DUPLICATES, NULL);
    struct reading r = {root, arena, out};
    status result = json_is_object(root)
                        ? read_all(&r, folder, e)
                        : error_set(e, ST_BAD_DATA, "%s must be a JSON object", path);
    json_decref(root);
    out->there = result == ST_OK;
    return result;
}
