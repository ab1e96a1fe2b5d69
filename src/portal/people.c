// SPDX-License-Identifier: Apache-2.0
// Reads DATA/site/people.json.
#include "portal/people.h"

#include "base/file.h"
#include "base/fold.h"
#include "base/hash.h"

#include <jansson.h>
#include <stdlib.h>

// A person's records are found by all names at once, in an address of at most 8 KiB.
#define ADDRESS_ROOM ((size_t)6000)

struct reading {
    struct arena *arena;
    const char *path;
    size_t entry; // counted from 1
    struct error *e;
};

static status at_fault(const struct reading *r, const char *what)
{
    return error_set(r->e, ST_BAD_DATA, "%s, entry %zu: %s", r->path, r->entry, what);
}

static status no_memory(const struct reading *r)
{
    return error_set(r->e, ST_NO_MEMORY, "no memory for %s", r->path);
}

static string_view member(const struct reading *r, const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value) ? arena_copy(r->arena, (string_view){json_string_value(value),
                                                                      json_string_length(value)})
                                 : SV("");
}

// Letters, digits and - alone: it is a segment of an address.
static bool is_slug(string_view slug)
{
    for (size_t i = 0; i < slug.length; i++) {
        char c = slug.bytes[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') {
            return false;
        }
    }
    return slug.length > 0;
}

// Rule I1.
static bool has_page(const struct person *p, const json_t *object)
{
    bool dead = p->died.length > 0 || p->wikidata.length > 0;
    bool agreed = p->orcid.length > 0 && json_string_length(json_object_get(object, "agreed")) > 0;
    return (dead || agreed) && !json_is_true(json_object_get(object, "withdrawn"));
}

// Bytes of a parameter that asks for the name, at worst.
static size_t address_length(string_view name)
{
    size_t length = sizeof "&filter.part=recordedBy:";
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        length += plain ? 1 : 3;
    }
    return length;
}

static status take_names(const struct reading *r, const json_t *object, struct person *p)
{
    const json_t *names = json_object_get(object, "asWritten");
    size_t count = json_array_size(names);
    size_t bytes = 0;
    string_view *out = arena_array(r->arena, string_view, count + 1);
    if (out == NULL) {
        return no_memory(r);
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *name = json_array_get(names, i);
        if (!json_is_string(name) || json_string_length(name) == 0) {
            return at_fault(r, "\"asWritten\" is to be a list of names");
        }
        out[i] =
            arena_copy(r->arena, (string_view){json_string_value(name), json_string_length(name)});
    }
    if (count == 0) {
        out[count++] = p->name;
    }
    for (size_t i = 0; i < count; i++) {
        bytes += address_length(out[i]);
    }
    if (bytes > ADDRESS_ROOM) {
        return at_fault(r, "the names \"asWritten\" are too many or too long for one search: its "
                           "address has room for some 6000 bytes of them");
    }
    p->as_written = out;
    p->written_count = count;
    return ST_OK;
}

static status take_person(const struct reading *r, const json_t *object, struct person *p)
{
    *p = (struct person){
        .entry = r->entry,
        .slug = member(r, object, "slug"),
        .name = member(r, object, "name"),
        .born = member(r, object, "born"),
        .died = member(r, object, "died"),
        .wikidata = member(r, object, "wikidata"),
        .orcid = member(r, object, "orcid"),
        .about = member(r, object, "about"),
    };
    if (!json_is_object(object) || !is_slug(p->slug) || p->name.length == 0) {
        return at_fault(r, "a person needs a \"slug\" of small letters, digits and -, and a "
                           "\"name\"");
    }
    return take_names(r, object, p);
}

// --- order -----------------------------------------------------------------------------------

static int by_slug(const void *a, const void *b)
{
    const struct person *x = a;
    const struct person *y = b;
    int order = sv_compare(x->slug, y->slug);
    return order != 0 ? order : (x->entry > y->entry) - (x->entry < y->entry);
}

static int by_name(const void *a, const void *b)
{
    const struct written_name *x = a;
    const struct written_name *y = b;
    return sv_compare(x->name, y->name);
}

static status sort_slugs(struct reading *r, struct person *people, size_t count)
{
    if (count > 1) {
        qsort(people, count, sizeof *people, by_slug);
    }
    for (size_t i = 1; i < count; i++) {
        if (sv_equal(people[i].slug, people[i - 1].slug)) {
            r->entry = people[i].entry;
            return at_fault(r, "another person has that \"slug\"");
        }
    }
    return ST_OK;
}

static string_view case_form(struct arena *arena, string_view name)
{
    struct buffer form;
    buffer_init(&form, PEOPLE_LIMIT_BYTES);
    fold_case(name, &form);
    string_view copy = form.failed ? (string_view){0} : arena_copy(arena, buffer_view(&form));
    buffer_release(&form);
    return copy;
}

// Those that several people have stay with the first of them in the file.
static size_t leave_each_once(const struct people *people, struct written_name *names, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const struct written_name *name = &names[i];
        if (kept == 0 || !sv_equal(names[kept - 1].name, name->name)) {
            names[kept++] = *name;
        } else if (people->list[name->person].entry < people->list[names[kept - 1].person].entry) {
            names[kept - 1] = *name;
        }
    }
    return kept;
}

static status list_names(const struct reading *r, struct people *out)
{
    struct written_name *names = arena_array(r->arena, struct written_name, out->name_count + 1);
    size_t count = 0;
    if (names == NULL) {
        return no_memory(r);
    }
    for (size_t i = 0; i < out->count; i++) {
        const struct person *p = &out->list[i];
        for (size_t k = 0; k < p->written_count; k++) {
            string_view form = case_form(r->arena, p->as_written[k]);
            if (form.bytes == NULL) {
                return no_memory(r);
            }
            names[count++] = (struct written_name){form, i};
        }
    }
    if (count > 1) {
        qsort(names, count, sizeof *names, by_name);
    }
    out->names = names;
    out->name_count = leave_each_once(out, names, count);
    return ST_OK;
}

// --- the file --------------------------------------------------------------------------------

static status take_list(struct reading *r, const json_t *list, struct people *out)
{
    size_t count = json_array_size(list);
    if (!json_is_array(list) || count > PEOPLE_LIMIT) {
        return error_set(r->e, ST_BAD_DATA, "%s is to be a list of at most %zu people", r->path,
                         PEOPLE_LIMIT);
    }
    struct person *people = arena_array(r->arena, struct person, count + 1);
    if (people == NULL) {
        return no_memory(r);
    }
    out->list = people;
    for (size_t i = 0; i < count; i++) {
        const json_t *object = json_array_get(list, i);
        struct person person;
        r->entry = i + 1;
        TRY(take_person(r, object, &person));
        if (has_page(&person, object)) {
            people[out->count++] = person;
            out->name_count += person.written_count;
        }
    }
    return sort_slugs(r, people, out->count);
}

status people_open(const char *folder, struct arena *arena, struct people *out, struct error *e)
{
    char path[PATH_SIZE];
    string_view text;
    json_error_t trouble;
    *out = (struct people){.count = 0};
    TRY(path_join(path, sizeof path, folder, "site/people.json", e));
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(file_read_in_arena(path, PEOPLE_LIMIT_BYTES, arena, &text, e));
    json_t *json = json_loadb(text.bytes, text.length, JSON_REJECT_DUPLICATES, &trouble);
    if (json == NULL) {
        return error_set(e, ST_BAD_DATA, "%s, line %d: %s", path, trouble.line, trouble.text);
    }
    struct reading r = {.arena = arena, .path = path, .e = e};
    status result = take_list(&r, json, out);
    json_decref(json);
    out->state = hash_bytes(text.bytes, text.length);
    return result == ST_OK ? list_names(&r, out) : result;
}

// --- look-up ---------------------------------------------------------------------------------

const struct person *people_find(const struct people *people, string_view slug)
{
    const struct person wanted = {.slug = slug};
    size_t low = 0;
    size_t high = people->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool before = by_slug(&people->list[middle], &wanted) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low < people->count && sv_equal(people->list[low].slug, slug) ? &people->list[low]
                                                                         : NULL;
}

const struct person *people_written(const struct people *people, string_view name)
{
    struct buffer form;
    const struct written_name *found = NULL;
    if (people->name_count == 0) {
        return NULL;
    }
    buffer_init(&form, PEOPLE_LIMIT_BYTES);
    fold_case(name, &form);
    if (!form.failed) {
        const struct written_name wanted = {.name = buffer_view(&form)};
        found = bsearch(&wanted, people->names, people->name_count, sizeof wanted, by_name);
    }
    buffer_release(&form);
    return found == NULL ? NULL : &people->list[found->person];
}
