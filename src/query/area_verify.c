// SPDX-License-Identifier: Apache-2.0
// Are the files of all versions of all sets of areas there, and whole?
// Must not know: how areas are looked up.
#include "query/area_set_file.h"
#include "query/area_sets.h"
#include "query/query_tree.h"

struct area_verifier {
    const char *folder;
    struct snapshot *snapshot;
    struct arena arena;
    void (*tell)(void *argument, const char *sentence);
    void *argument;
    uint64_t faults;
};

// One file serves several versions where a set came back as it was.
static bool is_seen(const struct area_set_version *versions, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (sv_equal(versions[i].file, versions[at].file)) {
            return true;
        }
    }
    return false;
}

static status verify_file(struct area_verifier *v, string_view file, struct error *e)
{
    char path[PATH_SIZE];
    struct area_set_file *f = NULL;
    struct error trouble = {0};
    string_view name = arena_print(&v->arena, SV_FORMAT, SV_ARGUMENT(file));
    if (name.bytes == NULL) {
        return query_no_memory(e);
    }
    TRY(path_join(path, sizeof path, v->folder, name.bytes, e));
    status result = area_set_file_open(path, &f, &trouble);
    if (result == ST_OK) {
        area_set_file_close(f);
        return ST_OK;
    }
    if (result == ST_NO_MEMORY) {
        return query_no_memory(e);
    }
    v->faults++;
    v->tell(v->argument, trouble.message);
    return ST_OK;
}

static status verify_sets(struct area_verifier *v, struct error *e)
{
    const string_view *names = NULL;
    size_t count = 0;
    TRY(area_versions_sets(v->snapshot, &v->arena, &names, &count, e));
    for (size_t i = 0; i < count; i++) {
        const struct area_set_version *versions = NULL;
        size_t version_count = 0;
        TRY(area_versions_read(v->snapshot, names[i], &v->arena, &versions, &version_count, e));
        for (size_t k = 0; k < version_count; k++) {
            if (!is_seen(versions, k)) {
                TRY(verify_file(v, versions[k].file, e));
            }
        }
    }
    return ST_OK;
}

status area_sets_verify(const char *folder, struct snapshot *s,
                        void (*tell)(void *argument, const char *sentence), void *argument,
                        uint64_t *faults, struct error *e)
{
    struct area_verifier v = {.folder = folder, .snapshot = s, .tell = tell, .argument = argument};
    arena_init(&v.arena, 0);
    status result = verify_sets(&v, e);
    arena_release(&v.arena);
    *faults = v.faults;
    return result;
}
