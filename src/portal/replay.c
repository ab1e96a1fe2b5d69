// SPDX-License-Identifier: Apache-2.0
// Replay: a plan of dated ingests, brought in one after another (docs/replay.md).
#include "portal/ingest.h"

#include "base/file.h"
#include "portal/media.h"
#include "portal/member_names.h"
#include "portal/metadata_json.h"
#include "portal/replay_notes.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAN_LIMIT  ((size_t)64 << 20)
#define MOST_FILES  64
#define MERGE_EVERY 16 // commits between merges

struct replay_step {
    size_t line;
    json_t *object;
    moment at;
    struct sha256 hash; // of the line and its moment
};

struct replay {
    struct portal *portal;
    struct thread_pool *pool; // for merges
    char folder[PATH_SIZE];   // of the plan: its files are named relative to it
    struct replay_step *steps;
    size_t count;
    struct replay_notes notes;
};

static const char *text(const json_t *object, const char *name)
{
    const char *value = json_string_value(json_object_get(object, name));
    return value == NULL ? "" : value;
}

static status bad_line(const struct replay_step *step, const char *what, struct error *e)
{
    return error_set(e, ST_BAD_DATA, "line %zu of the plan: %s", step->line, what);
}

// Every member is known and of its kind: one that is misspelt would change what the line does.
static status check_members(const struct replay_step *step, struct error *e)
{
    static const char *const texts[] = {"at",  "dataset", "table",  "kind",
                                        "key", "mode",    "author", "message"};
    const json_t *files = json_object_get(step->object, "files");
    const json_t *metadata = json_object_get(step->object, "metadata");
    const json_t *media = json_object_get(step->object, "media");
    TRY(member_names_check(step->object,
                           "at dataset table kind files mode key author message metadata media",
                           "a line of a plan", false, e));
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        const json_t *value = json_object_get(step->object, texts[i]);
        if (value != NULL && !json_is_string(value)) {
            return error_set_field(e, ST_BAD_DATA, texts[i], "\"%s\" is not a text", texts[i]);
        }
    }
    if (files != NULL && !json_is_array(files)) {
        return error_set_field(e, ST_BAD_DATA, "files", "\"files\" is not a list of names");
    }
    if (media != NULL && !json_is_array(media)) {
        return error_set_field(e, ST_BAD_DATA, "media", "\"media\" is not a list of folders");
    }
    if (metadata != NULL && !json_is_object(metadata)) {
        return error_set_field(e, ST_BAD_DATA, "metadata", "\"metadata\" is not an object");
    }
    char *changes = metadata == NULL ? NULL : json_dumps(metadata, JSON_COMPACT);
    status result = metadata_check(sv_from(changes == NULL ? "" : changes), e);
    free(changes);
    return result;
}

static status read_step(struct replay_step *step, string_view line, struct error *e)
{
    json_error_t trouble;
    step->object = json_loadb(line.bytes, line.length, JSON_REJECT_DUPLICATES, &trouble);
    if (!json_is_object(step->object)) {
        return bad_line(step, "it is not a JSON object", e);
    }
    status result = check_members(step, e);
    if (result != ST_OK) {
        error_prefix(e, "line %zu of the plan", step->line);
        return result;
    }
    if (text(step->object, "dataset")[0] == '\0') {
        return bad_line(step, "\"dataset\" is missing", e);
    }
    if (moment_from_text(sv_from(text(step->object, "at")), &step->at, NULL) != ST_OK) {
        return bad_line(step, "\"at\" is not a moment (ISO 8601)", e);
    }
    return ST_OK;
}

static int by_moment(const void *a, const void *b)
{
    const struct replay_step *x = a;
    const struct replay_step *y = b;
    if (x->at != y->at) {
        return x->at < y->at ? -1 : 1;
    }
    return (x->line > y->line) - (x->line < y->line);
}

// The line with its members in order, and the moment it came to.
static status hash_step(struct replay_step *step, struct error *e)
{
    char *line = json_dumps(step->object, JSON_COMPACT | JSON_SORT_KEYS);
    struct sha256_stream *stream = line == NULL ? NULL : sha256_stream_create();
    if (stream == NULL) {
        free(line);
        return error_set(e, ST_NO_MEMORY, "no memory for the plan");
    }
    sha256_stream_add(stream, line, strlen(line));
    sha256_stream_add(stream, &step->at, sizeof step->at);
    sha256_stream_finish(stream, &step->hash);
    sha256_stream_destroy(stream);
    free(line);
    return ST_OK;
}

static status read_plan(struct replay *r, string_view plan, struct error *e)
{
    size_t lines = 1;
    for (size_t i = 0; i < plan.length; i++) {
        lines += plan.bytes[i] == '\n';
    }
    r->steps = calloc(lines, sizeof *r->steps);
    if (r->steps == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the plan");
    }
    string_view line = {0};
    for (size_t number = 1; sv_split(&plan, '\n', &line); number++) {
        if (sv_trim(line).length > 0) {
            struct replay_step *step = &r->steps[r->count++];
            step->line = number;
            TRY(read_step(step, line, e));
        }
    }
    qsort(r->steps, r->count, sizeof *r->steps, by_moment);
    for (size_t i = 1; i < r->count; i++) {
        // Commits need moments of their own: steps of one moment follow each other by a
        // millisecond.
        r->steps[i].at = MAX(r->steps[i].at, r->steps[i - 1].at + 1);
    }
    for (size_t i = 0; i < r->count; i++) {
        TRY(hash_step(&r->steps[i], e));
    }
    return ST_OK;
}

// Whether the commit touched a table of the dataset or its metadata.
static status is_of_dataset(struct snapshot *s, const struct commit *c, string_view slug,
                            const struct uuid *dataset, struct arena *arena, bool *out,
                            struct error *e)
{
    struct record_version *versions = NULL;
    size_t count = 0;
    char uuid[37];
    *out = false;
    for (size_t i = 0; i < c->count_tables && !*out; i++) {
        const struct store_table *table = snapshot_table_by_uuid(s, &c->counts[i].table);
        *out = table != NULL && sv_equal(table->dataset_slug, slug);
    }
    if (*out || dataset == NULL) {
        return ST_OK;
    }
    uuid_to_text(dataset, uuid);
    TRY(snapshot_versions(s, &scope_metadata, &metadata_table,
                          arena_print(arena, "dataset/%s", uuid), arena, &versions, &count, e));
    for (size_t i = 0; i < count && !*out; i++) {
        *out = versions[i].from == c->number;
    }
    return ST_OK;
}

static status has_commit(struct replay *r, const struct replay_step *step, struct snapshot *s,
                         const struct commit *c, bool *done, struct error *e)
{
    string_view slug = sv_from(text(step->object, "dataset"));
    const struct dataset_view *view = NULL;
    struct arena arena;
    arena_init(&arena, 0);
    status result = portal_datasets(r->portal, s, c->number, &arena, &view, e);
    if (result == ST_OK) {
        const struct dataset *d = dataset_find(view->datasets, view->count, slug);
        result = is_of_dataset(s, c, slug, d == NULL ? NULL : &d->uuid, &arena, done, e);
    }
    arena_release(&arena);
    if (result == ST_OK && !*done) {
        result = error_set(e, ST_INVALID,
                           "its moment is that of commit %" PRIu32
                           ", which is not of the dataset '" SV_FORMAT "'",
                           c->number, SV_ARGUMENT(slug));
    }
    return result;
}

// A step that was brought in has a commit of its dataset at its moment, or a note that it changed
// nothing. A step behind the last commit that has neither is refused.
static status was_done(struct replay *r, const struct replay_step *step, struct snapshot *s,
                       bool *done, struct error *e)
{
    uint32_t last = snapshot_last_commit(s);
    uint32_t at = snapshot_commit_at(s, step->at);
    const struct commit *c = snapshot_commit(s, at);
    const struct commit *newest = snapshot_commit(s, last);
    *done = replay_notes_have(&r->notes, &step->hash, s);
    if (*done) {
        return ST_OK;
    }
    if (at != 0 && c->time == step->at) {
        return has_commit(r, step, s, c, done, e);
    }
    if (newest == NULL || step->at > newest->time) {
        return ST_OK;
    }
    char moment_text[25];
    moment_to_text(newest->time, moment_text);
    return error_set(e, ST_INVALID,
                     "it was not done, and its moment lies before the portal's last commit, %s",
                     moment_text);
}

static status mode_of(const struct replay_step *step, enum import_mode *out, struct error *e)
{
    const char *mode = text(step->object, "mode");
    if (mode[0] == '\0' || strcmp(mode, "upsert") == 0) {
        *out = IMPORT_UPSERT;
    } else if (strcmp(mode, "snapshot") == 0) {
        *out = IMPORT_SNAPSHOT;
    } else if (strcmp(mode, "delete") == 0) {
        *out = IMPORT_DELETE;
    } else {
        return error_set(e, ST_BAD_DATA, "\"mode\" is none of upsert, snapshot, delete");
    }
    return ST_OK;
}

static status file_paths(const struct replay *r, const struct replay_step *step,
                         struct arena *arena, const char **paths, size_t *count, struct error *e)
{
    const json_t *files = json_object_get(step->object, "files");
    *count = json_array_size(files);
    if (*count > MOST_FILES) {
        return error_set(e, ST_BAD_DATA, "it names more than %d files", MOST_FILES);
    }
    for (size_t i = 0; i < *count; i++) {
        const char *name = json_string_value(json_array_get(files, i));
        if (name == NULL) {
            return error_set(e, ST_BAD_DATA, "\"files\" is not a list of names");
        }
        paths[i] = name[0] == '/' ? name : arena_print(arena, "%s/%s", r->folder, name).bytes;
    }
    return ST_OK;
}

// Media lie in the data folder before a record names them.
static status add_media(const struct replay *r, const struct replay_step *step, struct arena *arena,
                        struct error *e)
{
    const json_t *media = json_object_get(step->object, "media");
    for (size_t i = 0; i < json_array_size(media); i++) {
        const char *name = json_string_value(json_array_get(media, i));
        if (name == NULL) {
            return error_set(e, ST_BAD_DATA, "\"media\" is not a list of folders");
        }
        string_view below = arena_print(arena, "%s/%s", r->folder, name);
        TRY(portal_add_media_folder(r->portal, name[0] == '/' ? name : below.bytes, e));
    }
    return ST_OK;
}

static status run_step(struct replay *r, const struct replay_step *step, struct arena *arena,
                       struct error *e)
{
    const char *paths[MOST_FILES];
    size_t count = 0;
    uint32_t commit = 0;
    json_t *metadata = json_object_get(step->object, "metadata");
    char *metadata_text = metadata == NULL ? NULL : json_dumps(metadata, JSON_COMPACT);
    const char *message = text(step->object, "message");
    const char *author = text(step->object, "author");
    struct ingest_request request = {
        .dataset = sv_from(text(step->object, "dataset")),
        .table = sv_from(text(step->object, "table")),
        .kind = sv_from(text(step->object, "kind")),
        .metadata = sv_from(metadata_text == NULL ? "" : metadata_text),
        .paths = paths,
        .settle_later = true,
        .delimiter = -1,
        .quote = -1,
        .import = {.key_field = text(step->object, "key"),
                   .allow_removals = true,
                   .allow_duplicates = true,
                   .at = step->at,
                   .author = author,
                   .message = message},
    };
    status result = mode_of(step, &request.import.mode, e);
    if (result == ST_OK) {
        result = file_paths(r, step, arena, paths, &count, e);
    }
    request.path_count = count;
    if (result == ST_OK) {
        result = add_media(r, step, arena, e);
    }
    if (result == ST_OK && count > 0) {
        struct ingest_outcome outcome;
        result = portal_ingest(r->portal, &request, &outcome, e);
    } else if (result == ST_OK) {
        result = portal_set_metadata(r->portal, request.dataset, request.metadata, author, message,
                                     step->at, &commit, e);
    }
    free(metadata_text);
    return result;
}

// Does a step unless it was done, and notes one that changed nothing.
static status take_step(struct replay *r, const struct replay_step *step, uint64_t *commits,
                        struct error *e)
{
    struct snapshot *snapshot = NULL;
    struct arena arena;
    bool done = false;
    TRY(store_snapshot(r->portal->store, &snapshot, e));
    uint32_t last = snapshot_last_commit(snapshot);
    status result = was_done(r, step, snapshot, &done, e);
    snapshot_release(snapshot);
    if (result != ST_OK || done) {
        return result;
    }
    arena_init(&arena, 0);
    result = run_step(r, step, &arena, e);
    arena_release(&arena);
    *commits += result == ST_OK;
    return result == ST_UNCHANGED ? replay_notes_add(&r->notes, &step->hash, last, e) : result;
}

static status run_plan(struct replay *r, void (*tell)(void *, const struct replay_progress *),
                       void *argument, uint64_t *commits, struct error *e)
{
    for (size_t i = 0; i < r->count; i++) {
        const struct replay_step *step = &r->steps[i];
        struct replay_progress progress = {i + 1, r->count, sv_from(text(step->object, "dataset")),
                                           sv_from(text(step->object, "at"))};
        status result = take_step(r, step, commits, e);
        if (result != ST_OK) {
            error_prefix(e, "line %zu of the plan", step->line);
            return result;
        }
        if (i % MERGE_EVERY == MERGE_EVERY - 1) {
            TRY(store_merge(r->portal->store, r->pool, e));
        }
        if (tell != NULL) {
            tell(argument, &progress);
        }
    }
    return ST_OK;
}

static void plan_folder(const char *plan_path, char out[PATH_SIZE])
{
    (void)snprintf(out, PATH_SIZE, "%s", plan_path);
    char *slash = strrchr(out, '/');
    if (slash == NULL) {
        (void)snprintf(out, PATH_SIZE, ".");
    } else {
        *slash = '\0';
    }
}

status portal_replay(struct portal *p, const char *plan_path,
                     void (*tell)(void *argument, const struct replay_progress *progress),
                     void *argument, uint64_t *commits, struct error *e)
{
    struct replay r = {.portal = p};
    struct buffer plan;
    *commits = 0;
    TRY(portal_check_writable(p, e));
    buffer_init(&plan, PLAN_LIMIT);
    plan_folder(plan_path, r.folder);
    status result = file_read(plan_path, PLAN_LIMIT, &plan, e);
    if (result == ST_NOT_FOUND) {
        result = ST_BAD_DATA; // bad input, as a source that is not there
    }
    if (result == ST_OK) {
        result = thread_pool_create(thread_pool_processors(), 256, &r.pool, e);
    }
    if (result == ST_OK) {
        result = read_plan(&r, buffer_view(&plan), e);
    }
    if (result == ST_OK) {
        result = replay_notes_read(p, &r.notes, e);
    }
    if (result == ST_OK) {
        result = run_plan(&r, tell, argument, commits, e);
    }
    thread_pool_destroy(r.pool);
    if (*commits > 0) {
        portal_settle(p);
    }
    for (size_t i = 0; i < r.count; i++) {
        json_decref(r.steps[i].object);
    }
    free(r.steps);
    replay_notes_release(&r.notes);
    buffer_release(&plan);
    return result;
}
