// SPDX-License-Identifier: Apache-2.0
// Commits of sets of areas.
#include "portal/areas.h"

// The record of a set, or with `version` NULL its removal.
static status write_record(struct portal *p, string_view set,
                           const struct area_set_version *version, const struct area_commit *how,
                           uint32_t *commit, struct error *e)
{
    struct buffer key;
    struct buffer json;
    buffer_init(&key, 1000);
    buffer_init(&json, (size_t)1 << 20);
    buffer_print(&key, AREA_SET_KEY SV_FORMAT, SV_ARGUMENT(set));
    if (version != NULL) {
        area_version_print(version, &json);
    }
    status result = buffer_check(&key, "a set of areas", e);
    if (result == ST_OK) {
        result = buffer_check(&json, "a set of areas", e);
    }
    if (result == ST_OK) {
        const struct metadata_record record = {.key = buffer_view(&key),
                                               .json = buffer_view(&json)};
        result = store_write_metadata(p->store, &record, 1, NULL, 0, how->author, how->message,
                                      how->at, commit, e);
    }
    buffer_release(&key);
    buffer_release(&json);
    return result;
}

status portal_import_areas(struct portal *p, string_view geojson, const struct area_import *import,
                           void (*tell)(void *argument, const char *sentence), void *argument,
                           const struct area_commit *how, struct area_import_result *out,
                           uint32_t *commit, struct error *e)
{
    struct area_set_version version = {
        .name = import->name,
        .category = import->category.length > 0 ? import->category : import->name,
        .source = import->source,
    };
    TRY(portal_check_writable(p, e));
    TRY(area_sets_import(geojson, import, tell, argument, out, e));
    version.file = sv_from(out->file);
    version.areas = out->areas;
    return write_record(p, import->name, &version, how, commit, e);
}

static status remove_found(struct portal *p, const struct area_set_version *found,
                           const struct area_commit *how, uint32_t *commit, struct error *e)
{
    struct area_commit second = *how;
    if (found->from == 0) { // no commit tells of it yet
        TRY(write_record(p, found->name, found, how, commit, e));
        second.at += second.at != 0; // later than the first
    }
    return write_record(p, found->name, NULL, &second, commit, e);
}

status portal_remove_areas(struct portal *p, string_view set, const struct area_commit *how,
                           uint32_t *commit, struct error *e)
{
    struct snapshot *s = NULL;
    struct arena arena;
    const struct area_set_version *sets = NULL;
    const struct area_set_version *found = NULL;
    size_t count = 0;
    TRY(portal_check_writable(p, e));
    TRY(store_snapshot(p->store, &s, e));
    arena_init(&arena, 0);
    status result = area_sets_list(s, snapshot_last_commit(s), &arena, &sets, &count, e);
    for (size_t i = 0; result == ST_OK && i < count; i++) {
        found = sv_equal(sets[i].name, set) ? &sets[i] : found;
    }
    if (result == ST_OK && found == NULL) {
        result = error_set_field(e, ST_NOT_FOUND, "set",
                                 "there is no set of areas \"" SV_FORMAT "\"", SV_ARGUMENT(set));
    }
    if (result == ST_OK) {
        result = remove_found(p, found, how, commit, e);
    }
    arena_release(&arena);
    snapshot_release(s);
    return result;
}
