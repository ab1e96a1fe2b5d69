// SPDX-License-Identifier: Apache-2.0
// Names and events that wait, flushing, catching up.
#include "usage/book.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CATCH_UP_SUMS   ((size_t)1 << 16) // entries in memory before they are added to the roll-ups
#define MOST_NAMES_KEPT ((size_t)1 << 18) // numbers known without asking

struct kept_name {
    uint64_t hash; // of kind and text; 0 is free
    uint32_t number;
};

struct usage_book {
    int lock;
    char rewriting[PATH_SIZE]; // the lock's path
    struct event_file file;
    struct rollups *rollups;
    struct buffer events; // encoded, that wait
    struct buffer names;  // the same, in the form of their frame
    size_t event_count;
    size_t name_count;
    struct usage_sums sums;
    uint32_t last_name;
    struct kept_name *kept;
    size_t kept_count;
};

// --- names -----------------------------------------------------------------------------------

static struct kept_name *kept_slot(const struct usage_book *b, uint64_t hash)
{
    size_t mask = 2 * MOST_NAMES_KEPT - 1;
    size_t at = (size_t)(hash >> 1) & mask;
    while (b->kept[at].hash != 0 && b->kept[at].hash != hash) {
        at = (at + 1) & mask;
    }
    return &b->kept[at];
}

static void keep_name(struct usage_book *b, uint64_t hash, uint32_t number)
{
    if (b->kept_count == MOST_NAMES_KEPT) {
        memset(b->kept, 0, 2 * MOST_NAMES_KEPT * sizeof *b->kept);
        b->kept_count = 0;
    }
    *kept_slot(b, hash) = (struct kept_name){hash, number};
    b->kept_count++;
}

status usage_book_name(struct usage_book *b, enum usage_name kind, string_view text, uint32_t *out,
                       struct error *e)
{
    *out = 0;
    if (text.length == 0) {
        return ST_OK;
    }
    text = sv_slice(text, 0, USAGE_NAME_BYTES);
    if (b->name_count == USAGE_FRAME_EVENTS ||
        b->names.length > USAGE_FRAME_BYTES - 2 * USAGE_NAME_BYTES) {
        TRY(usage_book_flush(b, e)); // a frame of names is full
    }
    uint64_t hash = usage_name_hash(kind, text);
    *out = kept_slot(b, hash)->number;
    if (*out != 0) {
        return ST_OK;
    }
    bool erased = false;
    TRY(rollups_find_name(b->rollups, kind, text, out, e));
    TRY(rollups_is_erased(b->rollups, hash, &erased, e));
    if (erased) {
        return ST_OK;
    }
    if (*out == 0) {
        if (!buffer_reserve(&b->names, USAGE_NAME_BYTES + 3)) {
            return error_set(e, ST_NO_MEMORY, "no memory for names of what is used");
        }
        event_file_put_name(&b->names, kind, text);
        b->name_count++;
        *out = ++b->last_name;
    }
    keep_name(b, hash, *out);
    return ST_OK;
}

// --- events that wait ------------------------------------------------------------------------

status usage_book_add(struct usage_book *b, const struct usage_event *event, struct error *e)
{
    unsigned char bytes[USAGE_EVENT_BYTES];
    if (!buffer_reserve(&b->events, sizeof bytes)) {
        b->events.failed = false;
        return error_set(e, ST_NO_MEMORY, "no memory for events of use that wait");
    }
    usage_event_encode(event, bytes);
    buffer_append(&b->events, bytes, sizeof bytes);
    b->event_count++;
    return ST_OK;
}

size_t usage_book_waiting(const struct usage_book *b)
{
    return b->event_count;
}

static status write_frames(struct usage_book *b, struct error *e)
{
    if (b->name_count > 0) {
        TRY(event_file_add(&b->file, USAGE_FRAME_OF_NAMES, b->name_count, buffer_view(&b->names),
                           e));
    }
    for (size_t i = 0; i < b->event_count; i += USAGE_FRAME_EVENTS) {
        size_t count = MIN(b->event_count - i, USAGE_FRAME_EVENTS);
        string_view body =
            sv_slice(buffer_view(&b->events), i * USAGE_EVENT_BYTES, count * USAGE_EVENT_BYTES);
        TRY(event_file_add(&b->file, USAGE_FRAME_OF_EVENTS, count, body, e));
    }
    return event_file_sync(&b->file, e);
}

static status visit_name(void *argument, enum usage_name kind, string_view text, struct error *e)
{
    struct usage_book *b = argument;
    b->last_name++;
    return usage_name_is_erased(kind, text)
               ? rollups_blank_name(b->rollups, b->last_name, kind, text, e)
               : rollups_add_name(b->rollups, b->last_name, kind, text, e);
}

static status visit_event(void *argument, const struct usage_event *event, struct error *e)
{
    struct usage_book *b = argument;
    if (event->kind == USAGE_BEGINS) {
        return rollups_began(b->rollups, event->hour, e);
    }
    return usage_sums_add(&b->sums, event, e);
}

static status add_sums(struct usage_book *b, struct error *e)
{
    status result = rollups_add(b->rollups, &b->sums, e);
    usage_sums_clear(&b->sums);
    return result;
}

static status visit_frame(void *argument, uint64_t offset, struct error *e)
{
    struct usage_book *b = argument;
    (void)offset;
    return b->sums.count < CATCH_UP_SUMS ? ST_OK : add_sums(b, e);
}

// Adds to the roll-ups what the file holds behind the place that they reach, in one transaction;
// *end is where its whole frames end.
static status apply(struct usage_book *b, uint64_t *end, struct error *e)
{
    struct event_visitor visitor = {visit_name, visit_event, visit_frame, b};
    uint64_t applied = 0;
    uint32_t last_name = b->last_name;
    usage_sums_clear(&b->sums);
    TRY(rollups_begin(b->rollups, e));
    status result = rollups_applied(b->rollups, &applied, e);
    if (result == ST_OK) {
        result = rollups_last_name(b->rollups, &b->last_name, e);
    }
    if (result == ST_OK) {
        result = event_file_read(b->file.path, applied, &visitor, end, e);
    }
    if (result == ST_OK) {
        result = add_sums(b, e);
    }
    if (result == ST_OK) {
        result = rollups_commit(b->rollups, *end, e);
    }
    if (result != ST_OK) {
        rollups_undo(b->rollups);
        b->last_name = last_name; // the names are in the file, and will be read again
    }
    return result;
}

static void forget_waiting(struct usage_book *b)
{
    buffer_clear(&b->events);
    buffer_clear(&b->names);
    b->event_count = 0;
    b->name_count = 0;
}

static status is_erased(void *argument, enum usage_name kind, string_view text, bool *out,
                        struct error *e)
{
    struct usage_book *b = argument;
    return rollups_is_erased(b->rollups, usage_name_hash(kind, text), out, e);
}

// What was erased while names of it waited (rule F5).
static status follow_erasures(struct usage_book *b, struct error *e)
{
    const struct event_names erased = {is_erased, b};
    TRY(event_file_follow(&b->file, e));
    return event_names_erase(&b->names, &erased, e);
}

static status flush_locked(struct usage_book *b, struct error *e)
{
    uint64_t before = b->file.length;
    uint64_t end = 0;
    TRY(follow_erasures(b, e));
    status result = write_frames(b, e);
    if (result != ST_OK) { // the next flush writes all of it again
        struct error trouble = {0};
        if (event_file_cut(&b->file, before, &trouble) != ST_OK) {
            b->file.length = before; // cut by the next frame
        }
        return result;
    }
    forget_waiting(b);
    // The events are safe: the roll-ups catch up now, or with the next flush.
    return apply(b, &end, e);
}

status usage_book_flush(struct usage_book *b, struct error *e)
{
    int lock = -1;
    if (b->event_count == 0 && b->name_count == 0) {
        return ST_OK;
    }
    TRY(file_lock(b->rewriting, &lock, e));
    status result = flush_locked(b, e);
    file_unlock(lock);
    return result;
}

// --- opening ---------------------------------------------------------------------------------

static status paths(const char *folder, char events[PATH_SIZE], char rollups[PATH_SIZE],
                    char lock[PATH_SIZE], struct error *e)
{
    char own[PATH_SIZE];
    TRY(path_join(own, PATH_SIZE, folder, USAGE_FOLDER, e));
    TRY(path_join(events, PATH_SIZE, folder, USAGE_EVENTS, e));
    TRY(path_join(rollups, PATH_SIZE, folder, USAGE_ROLLUPS, e));
    TRY(path_join(lock, PATH_SIZE, folder, USAGE_LOCK, e));
    return folder_make(own, e);
}

// A damaged file is moved aside, and made again from the events.
static status open_rollups(struct usage_book *b, const char *path, struct error *e)
{
    struct error damage = {0};
    char aside[PATH_SIZE + 16];
    status result = rollups_open(path, &b->rollups, &damage);
    if (result != ST_CORRUPT) {
        return result == ST_OK ? ST_OK : error_set(e, result, "%s", damage.message);
    }
    (void)snprintf(aside, sizeof aside, "%s%s", path, USAGE_DAMAGED);
    if (rename(path, aside) != 0) {
        return error_set_errno(e, "%s is damaged and cannot be moved aside", path);
    }
    log_message(LOG_WARNING,
                "%s; it lies beside as *%s and is made anew from the events: import the figures of "
                "other sources again",
                damage.message, USAGE_DAMAGED);
    return rollups_open(path, &b->rollups, e);
}

static status catch_up(struct usage_book *b, struct error *e)
{
    uint64_t end = 0;
    TRY(apply(b, &end, e));
    if (end != b->file.length) {
        if (b->file.length > 0) {
            log_message(LOG_WARNING, "%s: %llu bytes behind its last whole frame are cut off",
                        b->file.path, (unsigned long long)(b->file.length - end));
        }
        TRY(event_file_cut(&b->file, end, e));
    }
    return ST_OK;
}

static status open_locked(struct usage_book *b, const char *events, const char *rollups,
                          struct error *e)
{
    int rewriting = -1;
    TRY(file_lock(b->rewriting, &rewriting, e));
    status result = event_file_open(events, &b->file, e);
    if (result == ST_OK) {
        result = open_rollups(b, rollups, e);
    }
    if (result == ST_OK) {
        result = catch_up(b, e);
    }
    file_unlock(rewriting);
    return result;
}

status usage_book_open(const char *folder, struct usage_book **out, struct error *e)
{
    char events[PATH_SIZE];
    char rollups[PATH_SIZE];
    char lock[PATH_SIZE];
    TRY(paths(folder, events, rollups, lock, e));
    struct usage_book *b = calloc(1, sizeof *b);
    if (b == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the book of uses");
    }
    b->lock = -1;
    b->file.descriptor = -1;
    buffer_init(&b->events, (size_t)1 << 30);
    buffer_init(&b->names, USAGE_FRAME_BYTES);
    usage_sums_init(&b->sums);
    b->kept = calloc(2 * MOST_NAMES_KEPT, sizeof *b->kept);
    status result = b->kept == NULL ? error_set(e, ST_NO_MEMORY, "no memory for the book of uses")
                                    : path_join(b->rewriting, PATH_SIZE, folder, USAGE_REWRITE, e);
    if (result == ST_OK) {
        result = file_try_lock(lock, &b->lock, e);
    }
    if (result == ST_OK) {
        result = open_locked(b, events, rollups, e);
    }
    if (result != ST_OK) {
        usage_book_close(b);
        return result;
    }
    *out = b;
    return ST_OK;
}

void usage_book_close(struct usage_book *b)
{
    if (b == NULL) {
        return;
    }
    event_file_close(&b->file);
    rollups_close(b->rollups);
    usage_sums_release(&b->sums);
    buffer_release(&b->events);
    buffer_release(&b->names);
    free(b->kept);
    if (b->lock >= 0) {
        file_unlock(b->lock);
    }
    free(b);
}

struct rollups *usage_book_rollups(struct usage_book *b)
{
    return b->rollups;
}
