// SPDX-License-Identifier: Apache-2.0
// Erasing. Each segment that holds the record is merged with itself without the record's rows;
// these go, cut, into a segment of their own, with their lives and hashes. Prepared without the
// store's lock but with both merges' locks; published as a commit of its own. Whoever prepared a
// commit on what stood before is refused where it holds such a record (change_set.c).
#include "store/erase.h"

#include "base/array.h"
#include "base/fold.h"
#include "formats/mentions.h"
#include "store/erase_document.h"
#include "store/layers.h"
#include "store/publish.h"
#include "store/removals.h"
#include "store/segment_merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_TRIES        20
#define MOST_TARGETS      ((size_t)1 << 24)
#define WAIT_MILLISECONDS 50u

// A row that the erasure is about.
struct target {
    size_t segment; // of the base snapshot
    uint32_t row;
    uint32_t from;
    uint32_t until;
    struct sha256 hash;
    struct uuid table;
    string_view key;  // of the request or of the removals table's row
    bool is_hidden;   // it was never visible: it goes altogether
    uint32_t new_row; // in the segment of the erased
};

// A segment that is written anew.
struct rewritten {
    size_t segment;
    char path[PATH_SIZE];
    char file[FILE_NAME_SIZE]; // once it is in place
    uint32_t *moved_to;        // owned: UINT32_MAX where the row is left out
    uint32_t rows;             // that stay
};

struct erasing {
    struct store *store;
    const struct erase_request *request;
    struct thread_pool *pool;
    struct arena *arena;
    struct erase_result *out;
    struct erased_texts texts;
    struct buffer removal; // key of the removals table's row
    // Of one try:
    struct snapshot *base;
    struct work_folder work;
    struct target *targets; // owned, by (table, key, from)
    size_t count;
    size_t capacity;
    struct rewritten *rewritten; // owned
    size_t rewritten_count;
    char erased_path[PATH_SIZE];
    uint32_t erased_rows;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to erase");
}

// --- finding the rows ----------------------------------------------------------------------------

static status add_target(struct erasing *x, struct snapshot *s, size_t index, uint32_t row,
                         const struct uuid *table, string_view key, struct error *e)
{
    const struct sha256 *hashes = NULL;
    struct target t = {.segment = index, .row = row, .table = *table, .key = key};
    TRY(snapshot_row_life(s, index, row, &t.from, &t.until, e));
    if (x->request->version != 0 && t.from != x->request->version) {
        return ST_OK;
    }
    TRY(segment_hashes(snapshot_segment(s, index), &hashes, e));
    t.hash = hashes[row];
    t.is_hidden = t.until <= t.from;
    if (!ARRAY_RESERVE(x->targets, x->capacity, x->count, MOST_TARGETS)) {
        return no_memory(e);
    }
    x->targets[x->count++] = t;
    return ST_OK;
}

static status find_in_segment(struct erasing *x, struct snapshot *s, size_t index,
                              const struct uuid *table, string_view key, struct error *e)
{
    struct segment *segment = snapshot_segment(s, index);
    const struct segment_table *range = NULL;
    uint32_t row = 0;
    bool equal = false;
    TRY(segment_find_table(segment, table, &range, e));
    if (range == NULL) {
        return ST_OK;
    }
    TRY(segment_find_key(segment, range, key, &row, &equal, e));
    struct buffer scratch;
    buffer_init(&scratch, SEGMENT_KEY_BYTES * 2);
    status result = ST_OK;
    while (result == ST_OK && equal) {
        string_view next = {0};
        result = add_target(x, s, index, row, table, key, e);
        row++;
        equal = row < range->first_row + range->rows;
        if (result == ST_OK && equal) {
            result = segment_key(segment, row, &scratch, &next, e);
            equal = result == ST_OK && sv_equal(next, key);
        }
    }
    buffer_release(&scratch);
    return result;
}

static int by_place(const void *a, const void *b)
{
    const struct target *x = a;
    const struct target *y = b;
    int order = uuid_compare(&x->table, &y->table);
    if (order == 0) {
        order = sv_compare(x->key, y->key);
    }
    return order != 0 ? order : (x->from > y->from) - (x->from < y->from);
}

static status find_targets(struct erasing *x, struct snapshot *s, struct error *e)
{
    const struct erase_request *r = x->request;
    bool whole = r->field.length == 0 && r->version == 0;
    x->count = 0;
    for (size_t i = 0; i < snapshot_segments(s); i++) {
        TRY(find_in_segment(x, s, i, &r->table, r->key, e));
        if (whole) {
            TRY(find_in_segment(x, s, i, &removals_table, buffer_view(&x->removal), e));
        }
    }
    if (x->count > 1) {
        qsort(x->targets, x->count, sizeof *x->targets, by_place);
    }
    return x->count > 0 ? ST_OK
                        : error_set(e, ST_NOT_FOUND, "there is no record '" SV_FORMAT "'%s",
                                    SV_ARGUMENT(r->key),
                                    r->version == 0 ? "" : " that a commit of this number made");
}

// --- cutting them --------------------------------------------------------------------------------

struct cut_row {
    struct arena arena;
    struct name_table *names;
    struct buffer old_layers;
    struct buffer new_layers;
    struct document shown;
    struct sha256 source_hash;
    bool corrected;
    bool found; // there was something to erase
};

static status cut_layers(struct erasing *x, struct cut_row *c, string_view json, struct error *e)
{
    struct layers layers;
    struct layers cut;
    bool in_source = false;
    bool in_corrections = false;
    string_view field = x->request->field;
    TRY(layers_read(json, c->names, &c->arena, &layers, e));
    TRY(erase_from_document(&layers.source, c->names, field, &c->arena, &cut.source, &in_source,
                            &x->texts, e));
    TRY(erase_from_document(&layers.corrections, c->names, field, &c->arena, &cut.corrections,
                            &in_corrections, &x->texts, e));
    c->found = c->found || in_source || in_corrections;
    layers_write(&cut, c->names, &c->new_layers);
    return buffer_check(&c->new_layers, "a corrected record", e);
}

static status cut_target(struct erasing *x, const struct target *t, struct cut_row *c,
                         struct error *e)
{
    struct segment *segment = snapshot_segment(x->base, t->segment);
    struct document whole;
    string_view json = {0};
    bool reserved = table_is_reserved(&t->table) && !table_is_reserved(&x->request->table);
    TRY(segment_read_record(segment, t->row, &c->arena, c->names, &whole, e));
    TRY(erase_from_document(&whole, c->names, reserved ? SV("") : x->request->field, &c->arena,
                            &c->shown, &c->found, &x->texts, e));
    TRY(segment_layers(segment, t->row, &c->corrected, &c->source_hash, &c->old_layers, &json, e));
    return c->corrected ? cut_layers(x, c, json, e) : ST_OK;
}

static status write_target(struct erasing *x, struct target *t, struct segment_writer *w,
                           bool *found, struct error *e)
{
    struct cut_row c = {.names = name_table_create()};
    size_t known = x->texts.count;
    arena_init(&c.arena, 0);
    buffer_init(&c.old_layers, LIMIT_RECORD_BYTES * 4);
    buffer_init(&c.new_layers, LIMIT_RECORD_BYTES * 4);
    status result = c.names == NULL ? no_memory(e) : cut_target(x, t, &c, e);
    *found = *found || c.found;
    if (result == ST_OK && !t->is_hidden) {
        t->new_row = segment_writer_rows(w);
        struct segment_row row = {
            .table = &t->table,
            .key = t->key,
            .from = t->from,
            .until = t->until,
            .document = &c.shown,
            .hash = &t->hash,
            .source_hash = c.corrected ? &c.source_hash : NULL,
            .layers = c.corrected ? buffer_view(&c.new_layers) : SV(""),
        };
        result = segment_writer_add(w, &row, c.names, e);
    }
    // Texts lie in the arena of the row: the erasure's own keeps them.
    for (size_t i = known; i < x->texts.count && result == ST_OK; i++) {
        x->texts.items[i] = arena_copy(x->arena, x->texts.items[i]);
        result = x->texts.items[i].bytes == NULL ? no_memory(e) : ST_OK;
    }
    buffer_release(&c.old_layers);
    buffer_release(&c.new_layers);
    arena_release(&c.arena);
    name_table_destroy(c.names);
    return result;
}

static status write_erased(struct erasing *x, struct error *e)
{
    struct segment_writer *w = NULL;
    bool found = false;
    TRY(path_join(x->erased_path, sizeof x->erased_path, x->work.path, "erased.segment", e));
    TRY(segment_writer_create(x->erased_path, x->pool, &w, e));
    segment_writer_pack(w);
    status result = ST_OK;
    for (size_t i = 0; i < x->count && result == ST_OK; i++) {
        result = write_target(x, &x->targets[i], w, &found, e);
    }
    if (result == ST_OK && !found) {
        result =
            error_set(e, ST_UNCHANGED, "nothing of the record '" SV_FORMAT "' is left to erase",
                      SV_ARGUMENT(x->request->key));
    }
    x->erased_rows = segment_writer_rows(w);
    if (result == ST_OK && x->erased_rows > 0) {
        return segment_writer_finish(w, e);
    }
    segment_writer_destroy(w);
    return result;
}

// --- the segments without them -------------------------------------------------------------------

static status rewrite(struct erasing *x, struct rewritten *r, struct error *e)
{
    struct segment *segment = snapshot_segment(x->base, r->segment);
    uint32_t rows = segment_rows(segment);
    struct merge_row *list = malloc(MAX(rows, 1u) * sizeof *list);
    r->moved_to = malloc(MAX(rows, 1u) * sizeof *r->moved_to);
    char name[64];
    (void)snprintf(name, sizeof name, "%zu.segment", r->segment);
    status result = list == NULL || r->moved_to == NULL
                        ? no_memory(e)
                        : path_join(r->path, sizeof r->path, x->work.path, name, e);
    if (result == ST_OK) {
        memset(r->moved_to, 0, rows * sizeof *r->moved_to);
    }
    for (size_t i = 0; i < x->count && result == ST_OK; i++) {
        if (x->targets[i].segment == r->segment) {
            r->moved_to[x->targets[i].row] = UINT32_MAX;
        }
    }
    for (uint32_t row = 0; row < rows && result == ST_OK; row++) {
        struct merge_row m = {.source = 0, .row = row};
        result = snapshot_row_life(x->base, r->segment, row, &m.from, &m.until, e);
        bool goes = m.until <= m.from || r->moved_to[row] == UINT32_MAX;
        r->moved_to[row] = goes ? UINT32_MAX : r->rows;
        if (!goes) {
            list[r->rows++] = m;
        }
    }
    if (result == ST_OK && r->rows > 0) {
        result = segment_merge(r->path, x->pool, &segment, 1, list, r->rows, e);
    }
    free(list);
    return result;
}

static status rewrite_all(struct erasing *x, struct error *e)
{
    x->rewritten = calloc(x->count, sizeof *x->rewritten);
    if (x->rewritten == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < x->count; i++) {
        size_t at = 0;
        while (at < x->rewritten_count && x->rewritten[at].segment != x->targets[i].segment) {
            at++;
        }
        if (at == x->rewritten_count) {
            x->rewritten[x->rewritten_count++].segment = x->targets[i].segment;
            TRY(rewrite(x, &x->rewritten[at], e));
        }
    }
    return ST_OK;
}

// --- texts that nobody holds any more ------------------------------------------------------------

static status stands_in_segment(struct segment *segment, string_view text, bool *stands,
                                struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    TRY(segment_paths(segment, &paths, &count, e));
    for (uint32_t path = 0; path < count && !*stands; path++) {
        struct dictionary d;
        uint32_t first = 0;
        uint32_t last = 0;
        if (paths[path].kind == PATH_LEAF) {
            TRY(segment_dictionary(segment, path, &d, e));
            TRY(dictionary_equal(&d, text, &first, &last, e));
            *stands = first <= last;
        }
    }
    return ST_OK;
}

static bool is_rewritten(const struct erasing *x, size_t segment)
{
    for (size_t i = 0; i < x->rewritten_count; i++) {
        if (x->rewritten[i].segment == segment) {
            return true;
        }
    }
    return false;
}

static status stands_anywhere(struct erasing *x, string_view text, bool *stands, struct error *e)
{
    for (size_t i = 0; i < snapshot_segments(x->base) && !*stands; i++) {
        if (!is_rewritten(x, i)) {
            TRY(stands_in_segment(snapshot_segment(x->base, i), text, stands, e));
        }
    }
    for (size_t i = 0; i < x->rewritten_count && !*stands; i++) {
        struct segment *segment = NULL;
        if (x->rewritten[i].rows > 0) {
            TRY(segment_open(x->rewritten[i].path, &segment, e));
            status result = stands_in_segment(segment, text, stands, e);
            segment_close(segment);
            TRY(result);
        }
    }
    return ST_OK;
}

static status keep_unique_texts(struct erasing *x, struct error *e)
{
    size_t kept = 0;
    for (size_t i = 0; i < x->texts.count; i++) {
        bool stands = false;
        for (size_t k = 0; k < kept && !stands; k++) {
            stands = sv_equal(x->texts.items[k], x->texts.items[i]);
        }
        if (!stands) {
            TRY(stands_anywhere(x, x->texts.items[i], &stands, e));
        }
        if (!stands) {
            x->texts.items[kept++] = x->texts.items[i];
        }
    }
    x->texts.count = kept;
    return ST_OK;
}

static status check_said(const struct erasing *x, const char *said, const char *what,
                         struct buffer *scratch, struct error *e)
{
    struct buffer folded;
    if (said == NULL) {
        return ST_OK;
    }
    buffer_init(&folded, LIMIT_RECORD_BYTES * 4);
    fold_full(sv_from(said), &folded);
    status result = buffer_check(&folded, what, e);
    for (size_t i = 0; i < x->texts.count && result == ST_OK; i++) {
        buffer_clear(scratch);
        fold_full(x->texts.items[i], scratch);
        result = buffer_check(scratch, "an erased value", e);
        if (result == ST_OK && !sv_equal(x->texts.items[i], x->request->key) &&
            mentions_stand_in(buffer_view(&folded), buffer_view(scratch))) {
            result = error_set_field(e, ST_INVALID, what,
                                     "the %s holds words that are to be erased, and would keep "
                                     "them in the log; say it without them",
                                     what);
        }
    }
    buffer_release(&folded);
    return result;
}

// Who erases must not write the words down again, in whatever case, also where other records hold
// them too. The key stays, and may be named.
static status check_words(const struct erasing *x, struct error *e)
{
    struct buffer scratch;
    buffer_init(&scratch, LIMIT_RECORD_BYTES * 4);
    status result = check_said(x, x->request->message, "message", &scratch, e);
    if (result == ST_OK) {
        result = check_said(x, x->request->author, "author", &scratch, e);
    }
    buffer_release(&scratch);
    return result;
}

// --- publishing ----------------------------------------------------------------------------------

// Nobody wrote a row of the record since: the same files hold the same rows.
static status check_same_targets(struct erasing *x, struct snapshot *newest, struct error *e)
{
    struct erasing again = {.store = x->store, .request = x->request, .removal = x->removal};
    status result = find_targets(&again, newest, e);
    if (result == ST_OK && again.count != x->count) {
        result = ST_CONFLICT;
    }
    for (size_t i = 0; i < x->count && result == ST_OK; i++) {
        const struct target *a = &x->targets[i];
        const struct target *b = &again.targets[i];
        const char *file_a = live_segment_entry(x->base->segments[a->segment])->file;
        const char *file_b = live_segment_entry(newest->segments[b->segment])->file;
        if (a->row != b->row || strcmp(file_a, file_b) != 0) {
            result = ST_CONFLICT;
        }
    }
    free(again.targets);
    return result;
}

// A closing made since the base was read, at the row's new place.
static status carry_closing(struct erasing *x, struct publication *p, const struct rewritten *r,
                            const char *erased_file, const struct closing *c, struct error *e)
{
    uint32_t row = r->moved_to[c->row];
    if (row != UINT32_MAX) {
        return publication_close_row(p, r->file, row, c->commit, e);
    }
    for (size_t i = 0; i < x->count; i++) {
        const struct target *t = &x->targets[i];
        if (t->segment == r->segment && t->row == c->row && !t->is_hidden) {
            return publication_close_row(p, erased_file, t->new_row, c->commit, e);
        }
    }
    return ST_OK;
}

static status carry_closings(struct erasing *x, struct publication *p, const struct rewritten *r,
                             const char *erased_file, struct error *e)
{
    const char *old = live_segment_entry(x->base->segments[r->segment])->file;
    size_t at = 0;
    while (at < p->snapshot->segment_count &&
           strcmp(live_segment_entry(p->snapshot->segments[at])->file, old) != 0) {
        at++;
    }
    if (at == p->snapshot->segment_count) {
        return ST_CONFLICT;
    }
    size_t count = 0;
    const struct closing *closings = live_segment_closings(p->snapshot->segments[at], &count);
    for (size_t i = 0; i < count; i++) {
        if (closings[i].commit > x->base->last_commit) {
            TRY(carry_closing(x, p, r, erased_file, &closings[i], e));
        }
    }
    return ST_OK;
}

static status add_files(struct erasing *x, struct publication *p, struct error *e)
{
    const char *erased_file = "";
    char erased_name[FILE_NAME_SIZE] = "";
    uint32_t last = p->snapshot->last_commit;
    char(*dropped)[FILE_NAME_SIZE] =
        arena_alloc_array(&p->arena, x->rewritten_count, sizeof *dropped);
    if (dropped == NULL) {
        return no_memory(e);
    }
    if (x->erased_rows > 0) {
        TRY(publication_add_segment(p, x->erased_path, x->erased_rows, last, e));
        memcpy(erased_name, p->segments[p->segment_count - 1].file, FILE_NAME_SIZE);
        erased_file = erased_name;
    }
    for (size_t i = 0; i < x->rewritten_count; i++) {
        struct rewritten *r = &x->rewritten[i];
        memcpy(dropped[i], live_segment_entry(x->base->segments[r->segment])->file, FILE_NAME_SIZE);
        if (r->rows > 0) {
            TRY(publication_add_segment(p, r->path, r->rows, last, e));
            memcpy(r->file, p->segments[p->segment_count - 1].file, FILE_NAME_SIZE);
        }
        TRY(carry_closings(x, p, r, erased_file, e));
    }
    p->dropped = (const char(*)[FILE_NAME_SIZE])dropped;
    p->dropped_count = x->rewritten_count;
    return ST_OK;
}

// What the log says of the erasure: a list for each key, in the publication's arena.
static status make_entry(struct erasing *x, struct publication *p, struct log_entry *entry,
                         struct error *e)
{
    struct erased_record *records = arena_array(&p->arena, struct erased_record, x->count);
    struct erased_row *rows = arena_array(&p->arena, struct erased_row, x->count);
    size_t count = 0;
    if (records == NULL || rows == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < x->count; i++) {
        const struct target *t = &x->targets[i];
        if (t->is_hidden) {
            continue;
        }
        if (count == 0 || uuid_compare(&records[count - 1].table, &t->table) != 0) {
            records[count++] = (struct erased_record){
                .table = t->table,
                .key = t->key,
                .field = x->request->field,
                .all_versions = x->request->version == 0,
                .rows = &rows[i],
            };
        }
        rows[i] = (struct erased_row){t->from, t->hash};
        records[count - 1].count++;
    }
    entry->commit = (struct commit){.kind = COMMIT_ERASURE,
                                    .author = sv_from(x->request->author),
                                    .message = sv_from(x->request->message),
                                    .erased = records,
                                    .erased_count = count};
    return ST_OK;
}

struct work_list {
    char (*names)[FILE_NAME_SIZE]; // owned
    size_t count;
    size_t capacity;
    const char *own;
};

static status note_work(const char *name, void *argument)
{
    struct work_list *l = argument;
    if (strlen(name) != FILE_NAME_SIZE - 1 || strcmp(name, l->own) == 0) {
        return ST_OK;
    }
    if (!ARRAY_RESERVE(l->names, l->capacity, l->count, MOST_TARGETS)) {
        return ST_NO_MEMORY;
    }
    memcpy(l->names[l->count++], name, FILE_NAME_SIZE);
    return ST_OK;
}

static status publish(struct erasing *x, struct work_list *others, struct error *e)
{
    struct publication p;
    struct log_entry entry = {0};
    char path[PATH_SIZE];
    TRY(publication_begin(x->store, &p, e));
    status result = check_same_targets(x, p.snapshot, e);
    if (result == ST_OK) {
        result = add_files(x, &p, e);
    }
    if (result == ST_OK) {
        result = make_entry(x, &p, &entry, e);
    }
    if (result == ST_OK) {
        others->own = strrchr(x->work.path, '/') + 1;
        result = store_path(x->store, "work", path, e);
    }
    if (result == ST_OK) {
        result = folder_list(path, note_work, others, e);
    }
    if (result == ST_OK) {
        result = commit_log_redact(x->store->folder, p.snapshot->log_length, x->texts.items,
                                   x->texts.count, &entry.redacted, e);
    }
    if (result != ST_OK) {
        publication_abandon(&p);
        return result;
    }
    TRY(publication_commit(&p, &entry, 0, e));
    x->out->commit = entry.commit.number;
    x->out->messages = entry.redacted;
    return ST_OK;
}

// --- the course ----------------------------------------------------------------------------------

static void release_try(struct erasing *x)
{
    for (size_t i = 0; i < x->rewritten_count; i++) {
        free(x->rewritten[i].moved_to);
    }
    free(x->rewritten);
    free(x->targets);
    erased_texts_release(&x->texts);
    work_folder_remove(&x->work);
    snapshot_release(x->base);
    x->rewritten = NULL;
    x->rewritten_count = 0;
    x->targets = NULL;
    x->count = 0;
    x->capacity = 0;
    x->base = NULL;
}

static status give_texts(struct erasing *x, struct error *e)
{
    string_view *texts = arena_array(x->arena, string_view, x->texts.count);
    if (texts == NULL) {
        return no_memory(e);
    }
    if (x->texts.count > 0) {
        memcpy(texts, x->texts.items, x->texts.count * sizeof *texts);
    }
    x->out->texts = texts;
    x->out->text_count = x->texts.count;
    x->out->rows = x->erased_rows;
    x->out->segments = x->rewritten_count;
    return ST_OK;
}

static status try_once(struct erasing *x, struct work_list *others, struct error *e)
{
    TRY(store_snapshot_now(x->store, &x->base, e));
    TRY(find_targets(x, x->base, e));
    TRY(work_folder_make(x->store, &x->work, e));
    TRY(write_erased(x, e));
    TRY(rewrite_all(x, e));
    TRY(check_words(x, e));
    TRY(keep_unique_texts(x, e));
    TRY(give_texts(x, e));
    if (x->request->before != NULL) {
        TRY(x->request->before(x->request->before_argument, x->out->texts, x->out->text_count, e));
    }
    return x->request->look ? ST_UNCHANGED : publish(x, others, e);
}

// The log alone: nothing here is to be erased, but no source may bring it.
static status publish_absence(struct erasing *x, struct error *e)
{
    struct publication p;
    struct erased_record record = {.table = x->request->table,
                                   .key = x->request->key,
                                   .field = x->request->field,
                                   .all_versions = true};
    struct log_entry entry = {.commit = {.kind = COMMIT_ERASURE,
                                         .author = sv_from(x->request->author),
                                         .message = sv_from(x->request->message),
                                         .erased = &record,
                                         .erased_count = 1}};
    TRY(publication_begin(x->store, &p, e));
    if (p.snapshot->last_commit != x->base->last_commit) {
        publication_abandon(&p);
        return ST_CONFLICT; // somebody may have brought it meanwhile
    }
    TRY(publication_commit(&p, &entry, 0, e));
    x->out->commit = entry.commit.number;
    return ST_OK;
}

static status try_or_note(struct erasing *x, struct work_list *others, struct error *e)
{
    struct error why = {0};
    status result = try_once(x, others, &why);
    bool nothing = result == ST_NOT_FOUND || result == ST_UNCHANGED;
    if (nothing && x->request->even_if_absent && x->request->version == 0 && !x->request->look) {
        return publish_absence(x, e);
    }
    if (result != ST_OK && e != NULL) {
        *e = why;
    }
    return result;
}

static status erase_locked(struct erasing *x, struct work_list *others, struct error *e)
{
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        others->count = 0;
        status result = try_or_note(x, others, e);
        release_try(x);
        if (result != ST_CONFLICT) {
            return result;
        }
    }
    return error_set(e, ST_CONFLICT, "others kept changing the record '" SV_FORMAT "'; try again",
                     SV_ARGUMENT(x->request->key));
}

// Waits for the writers that were at work: they may hold the bytes in their folders.
static status wait_for_writers(struct erasing *x, const struct work_list *others, struct error *e)
{
    uint64_t waited = 0;
    uint64_t most = (uint64_t)x->request->wait_seconds * 1000;
    for (;;) {
        size_t left = 0;
        for (size_t i = 0; i < others->count; i++) {
            char name[64];
            char path[PATH_SIZE];
            (void)snprintf(name, sizeof name, "work/%s", others->names[i]);
            TRY(store_path(x->store, name, path, e));
            left += file_exists(path);
        }
        x->out->writers = left;
        if (left == 0 || waited >= most) {
            return ST_OK;
        }
        (void)usleep(WAIT_MILLISECONDS * 1000);
        waited += WAIT_MILLISECONDS;
    }
}

static status check_request(const struct erase_request *r, struct error *e)
{
    bool is_said =
        r->author != NULL && r->author[0] != '\0' && r->message != NULL && r->message[0] != '\0';
    if (!is_said && !r->look) {
        return error_set(e, ST_INVALID, "an erasure needs to say who erases, and why");
    }
    return ST_OK;
}

static status sync_folders(const struct store *s, struct error *e)
{
    char path[PATH_SIZE];
    TRY(store_path(s, "segments", path, e));
    return folder_sync(path, e);
}

status store_erase(struct store *s, const struct erase_request *r, struct thread_pool *pool,
                   struct arena *arena, struct erase_result *out, struct error *e)
{
    char path[PATH_SIZE];
    int small = -1;
    int large = -1;
    struct erasing x = {.store = s, .request = r, .pool = pool, .arena = arena, .out = out};
    struct work_list others = {0};
    *out = (struct erase_result){0};
    x.work.owner = -1;
    TRY(check_request(r, e));
    TRY(store_clean(s, e));
    TRY(store_path(s, "merge-small.lock", path, e));
    TRY(file_lock(path, &small, e));
    status result = store_path(s, "merge.lock", path, e);
    if (result == ST_OK) {
        result = file_lock(path, &large, e);
    }
    buffer_init(&x.removal, SEGMENT_KEY_BYTES * 2);
    removal_key(&r->table, r->key, &x.removal);
    if (result == ST_OK) {
        result = buffer_check(&x.removal, "the key of a removal", e);
    }
    if (result == ST_OK) {
        result = erase_locked(&x, &others, e);
    }
    if (result == ST_OK) {
        result = sync_folders(s, e); // the old files' going, too, is durable
    }
    file_unlock(large);
    file_unlock(small);
    if (result == ST_OK) {
        result = wait_for_writers(&x, &others, e);
    }
    free(others.names);
    buffer_release(&x.removal);
    return result;
}
