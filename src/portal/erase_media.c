// SPDX-License-Identifier: Apache-2.0
// Which media go, and which are to be looked at.
#include "portal/erase_media.h"

#include "portal/media.h"

#include <string.h>
#include <unistd.h>

#define MOST_LISTED ((size_t)10000) // of each list; what is beyond goes too, and is not named
// Shorter values stand in some of many pictures by chance.
#define SHORTEST ((size_t)6)

struct looking {
    struct portal *portal;
    struct mentions values;
    const string_view *texts;
    size_t count;
    bool look; // nothing goes
    struct arena *arena;
    string_view *removed;
    string_view *named;
    struct erased_media *out;
    struct error *e;
};

static bool is_named(const struct looking *l, string_view name)
{
    for (size_t i = 0; i < l->count; i++) {
        if (memmem(l->texts[i].bytes, l->texts[i].length, name.bytes, name.length) != NULL) {
            return true;
        }
    }
    return false;
}

static void list(struct looking *l, string_view *names, size_t *count, string_view name)
{
    if (*count < MOST_LISTED) {
        names[(*count)++] = arena_copy(l->arena, name);
    }
}

static status look_at(const struct medium_file *file, void *argument)
{
    struct looking *l = argument;
    string_view name = sv_from(file->name);
    struct mapped_file mapped;
    char folder[PATH_SIZE];
    char path[PATH_SIZE];
    TRY(portal_map_medium(l->portal, name, &mapped, l->e));
    bool goes =
        mentions_in_bytes(&l->values, (string_view){(const char *)mapped.bytes, mapped.length});
    file_unmap(&mapped);
    if (!goes) {
        if (is_named(l, name)) {
            list(l, l->named, &l->out->named_count, name);
        }
        return ST_OK;
    }
    TRY(path_join(folder, sizeof folder, l->portal->folder, "media", l->e));
    TRY(path_join(path, sizeof path, folder, file->name, l->e));
    list(l, l->removed, &l->out->removed_count, name);
    return l->look || unlink(path) == 0 ? ST_OK : error_set_errno(l->e, "cannot remove %s", path);
}

static status prepare(struct looking *l)
{
    struct erased_media *out = l->out;
    string_view *longer = arena_array(l->arena, string_view, l->count + 1);
    bool first = out->removed == NULL;
    size_t kept = 0;
    l->removed = first ? arena_array(l->arena, string_view, MOST_LISTED)
                       : (string_view *)(uintptr_t)out->removed;
    l->named = arena_array(l->arena, string_view, MOST_LISTED);
    if (longer == NULL || l->removed == NULL || l->named == NULL) {
        return error_set(l->e, ST_NO_MEMORY, "no memory to erase media");
    }
    for (size_t i = 0; i < l->count; i++) {
        if (l->texts[i].length >= SHORTEST) {
            longer[kept++] = l->texts[i];
        }
    }
    out->removed = l->removed;
    out->named = l->named;
    out->named_count = 0;
    return mentions_make(longer, kept, l->arena, &l->values, l->e);
}

status erase_media(struct portal *p, const string_view *texts, size_t count, bool look,
                   struct arena *arena, struct erased_media *out, struct error *e)
{
    struct looking l = {.portal = p,
                        .texts = texts,
                        .count = count,
                        .look = look,
                        .arena = arena,
                        .out = out,
                        .e = e};
    if (count == 0) {
        return ST_OK;
    }
    TRY(prepare(&l));
    return portal_list_media(p, look_at, &l, e);
}
