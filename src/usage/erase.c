// SPDX-License-Identifier: Apache-2.0
// First the roll-ups, whose list of erased names holds back what waits elsewhere; then the events.
#include "usage/erase.h"

#include "base/array.h"
#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MOST_NAMES ((size_t)1 << 24)

struct found_name {
    uint64_t hash;
    uint32_t number;
    enum usage_name kind;
    string_view table; // what stays of the name, in the arena
};

struct erasing {
    const struct mentions *values;
    string_view record;
    bool look; // count, change nothing
    struct rollups *rollups;
    struct arena arena;
    struct found_name *found; // owned
    size_t count;
    size_t capacity;
};

static status goes(void *argument, enum usage_name kind, string_view text, bool *out,
                   struct error *e)
{
    const struct erasing *x = argument;
    string_view told = sv_slice(text, usage_name_told(kind, text), SIZE_MAX);
    *out = kind == NAME_RECORD && x->record.length > 0 && sv_equal(text, x->record);
    return kind == NAME_PERSON ? mentions_in_name(x->values, told, out, e)
                               : mentions_in_words(x->values, told, out, e);
}

// --- the roll-ups ----------------------------------------------------------------------------

static status look_at(void *argument, const struct rollup_row *row, struct error *e)
{
    struct erasing *x = argument;
    struct found_name one = {.number = (uint32_t)row->numbers[0],
                             .kind = (enum usage_name)row->numbers[1]};
    string_view text = row->texts[2];
    bool erased = false;
    if (usage_name_is_erased(one.kind, text)) {
        return ST_OK;
    }
    TRY(goes(x, one.kind, text, &erased, e));
    if (!erased) {
        return ST_OK;
    }
    one.hash = usage_name_hash(one.kind, text);
    one.table = arena_copy(&x->arena, sv_slice(text, 0, usage_name_told(one.kind, text)));
    if (one.table.bytes == NULL || !ARRAY_RESERVE(x->found, x->capacity, x->count, MOST_NAMES)) {
        return error_set(e, ST_NO_MEMORY, "no memory to erase names of what was used");
    }
    x->found[x->count++] = one;
    return ST_OK;
}

static status blank_found(struct erasing *x, struct error *e)
{
    for (size_t i = 0; i < x->count; i++) {
        const struct found_name *one = &x->found[i];
        TRY(rollups_blank_name(x->rollups, one->number, one->kind, one->table, e));
        TRY(rollups_note_erased(x->rollups, one->hash, e));
    }
    return x->record.length == 0
               ? ST_OK
               : rollups_note_erased(x->rollups, usage_name_hash(NAME_RECORD, x->record), e);
}

static status find_in_rollups(struct erasing *x, struct error *e)
{
    const int64_t kinds[] = {NAME_RECORD, NAME_PERSON};
    return rollups_ask(x->rollups, "SELECT number, kind, text FROM name WHERE kind IN (?, ?)",
                       kinds, ARRAY_LENGTH(kinds), look_at, x, e);
}

static status erase_in_rollups(struct erasing *x, struct error *e)
{
    uint64_t applied = 0;
    TRY(rollups_begin(x->rollups, e));
    status result = rollups_applied(x->rollups, &applied, e);
    if (result == ST_OK) {
        result = find_in_rollups(x, e);
    }
    if (result == ST_OK) {
        result = blank_found(x, e);
    }
    if (result == ST_OK) {
        result = rollups_commit(x->rollups, applied, e);
    }
    if (result != ST_OK) {
        rollups_undo(x->rollups);
        return result;
    }
    return rollups_forget(x->rollups, e);
}

// One that was moved aside is of no use that would weigh up what it may hold.
static status remove_damaged(const char *path, struct error *e)
{
    char damaged[PATH_SIZE + 16];
    (void)snprintf(damaged, sizeof damaged, "%s%s", path, USAGE_DAMAGED);
    return unlink(damaged) == 0 || errno == ENOENT
               ? ST_OK
               : error_set_errno(e, "cannot remove %s", damaged);
}

// --- the whole -------------------------------------------------------------------------------

static status erase_locked(struct erasing *x, const char *folder, uint64_t *count, struct error *e)
{
    char rollups[PATH_SIZE];
    char events[PATH_SIZE];
    const struct event_names names = {goes, x};
    uint64_t in_file = 0;
    TRY(path_join(rollups, sizeof rollups, folder, USAGE_ROLLUPS, e));
    TRY(path_join(events, sizeof events, folder, USAGE_EVENTS, e));
    TRY(x->look ? ST_OK : remove_damaged(rollups, e));
    if (file_exists(rollups)) {
        TRY(rollups_open(rollups, &x->rollups, e));
        TRY(x->look ? find_in_rollups(x, e) : erase_in_rollups(x, e));
    }
    TRY(event_file_erase(events, &names, x->look, &in_file, e));
    *count += MAX(in_file, (uint64_t)x->count);
    return ST_OK;
}

status usage_erase(const char *folder, const struct mentions *values, string_view record, bool look,
                   uint64_t *count, struct error *e)
{
    struct erasing x = {
        .values = values, .record = sv_slice(record, 0, USAGE_NAME_BYTES), .look = look};
    char path[PATH_SIZE];
    int lock = -1;
    TRY(path_join(path, sizeof path, folder, USAGE_FOLDER, e));
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(path_join(path, sizeof path, folder, USAGE_REWRITE, e));
    TRY(file_lock(path, &lock, e));
    arena_init(&x.arena, 0);
    status result = erase_locked(&x, folder, count, e);
    file_unlock(lock);
    rollups_close(x.rollups);
    arena_release(&x.arena);
    free(x.found);
    return result;
}
