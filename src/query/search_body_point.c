// SPDX-License-Identifier: Apache-2.0
// Where a search's body names the field that an error is of.
#include "query/search_body.h"

#include "query/query_json.h"
#include "query/query_json_reader.h"
#include "query/query_tree.h"

#include <stdio.h>
#include <string.h>

struct finder {
    struct query_reader at; // only its pointer
    const struct error *e;
};

// Members whose texts, alone or in a list, are names of fields.
static bool names_fields(const char *member)
{
    static const char *const all[] = {"field", "fields", "facets", "sort", "list", "distinct",
                                      "sum",   "mean",   "min",    "max",  "share"};
    for (size_t i = 0; i < ARRAY_LENGTH(all); i++) {
        if (strcmp(all[i], member) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_name(const struct finder *f, const char *member, const json_t *value)
{
    char name[sizeof f->e->field];
    const char *text = json_string_value(value);
    if (text == NULL || !names_fields(member)) {
        return false;
    }
    text += strcmp(member, "sort") == 0 && text[0] == '-' ? 1 : 0;
    query_copy_excerpt(sv_from(text), name, sizeof name);
    return strcmp(name, f->e->field) == 0;
}

static bool find_in(struct finder *f, const char *member, const json_t *value);

static bool find_in_list(struct finder *f, const char *member, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        size_t before = reader_enter_index(&f->at, i);
        if (find_in(f, member, json_array_get(list, i))) {
            return true;
        }
        reader_leave(&f->at, before);
    }
    return false;
}

static bool find_in_object(struct finder *f, const json_t *object)
{
    json_t *walked = (json_t *)(uintptr_t)object; // only read
    const char *name = NULL;
    json_t *value = NULL;
    json_object_foreach(walked, name, value)
    {
        size_t before = reader_enter(&f->at, name);
        if (find_in(f, name, value)) {
            return true;
        }
        reader_leave(&f->at, before);
    }
    return false;
}

// Leaves the pointer at the place when it is found.
static bool find_in(struct finder *f, const char *member, const json_t *value)
{
    return json_is_array(value)    ? find_in_list(f, member, value)
           : json_is_object(value) ? find_in_object(f, value)
                                   : is_name(f, member, value);
}

static void point(const json_t *root, struct error *e)
{
    struct finder f = {.e = e};
    buffer_init(&f.at.pointer, QUERY_LIMIT_BYTES);
    if (find_in_object(&f, root)) {
        query_copy_pointer(buffer_view(&f.at.pointer), e->field, sizeof e->field);
    } else {
        char member[sizeof e->field];
        const char *name = strcmp(e->field, "table") == 0 ? "tables" : e->field; // one of them
        (void)snprintf(member, sizeof member, "/%.90s",
                       json_object_get(root, name) == NULL ? "query" : name);
        memcpy(e->field, member, sizeof member);
    }
    buffer_release(&f.at.pointer);
}

void search_body_point(string_view json, struct error *e)
{
    if (e->field[0] == '\0' || e->field[0] == '/' || json.length == 0) {
        return;
    }
    json_t *root = json_loadb(json.bytes, json.length, 0, NULL);
    if (json_is_object(root)) {
        point(root, e);
    }
    json_decref(root);
}
