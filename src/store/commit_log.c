// SPDX-License-Identifier: Apache-2.0
// Reading and appending commits.
#include "store/commit_log.h"

#include "base/file.h"
#include "store/erasure_list.h"

#include <fcntl.h>
#include <inttypes.h>
#include <jansson.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LOG_HEAD_SIZE   16
#define FRAME_HEAD_SIZE 16
#define FRAME_LIMIT     ((size_t)64 << 20)
#define CHUNK_COMMITS   1024u
#define MOST_CHUNKS     16384u // over 16 million commits

static const char magic[8] = "VITRLOG1";

static const char *const kind_names[] = {"import", "metadata", "correction", "revert", "erasure"};

struct commit_log {
    atomic_size_t references;
    struct arena arena;
    uint64_t length; // bytes read
    uint32_t count;
    const struct table_list *tables;
    const struct erasure_list *erasures;
    bool redacted;
    struct commit **chunks; // MOST_CHUNKS pointers, filled as needed, so that nothing ever moves
};

struct commit_log *commit_log_create(void)
{
    struct commit_log *l = calloc(1, sizeof *l);
    struct commit **chunks = calloc(MOST_CHUNKS, sizeof(struct commit *));
    if (l == NULL || chunks == NULL) {
        free(l);
        free(chunks);
        return NULL;
    }
    static const struct table_list no_tables = {NULL, NULL, 0};
    static const struct erasure_list no_erasures = {NULL, 0};
    arena_init(&l->arena, 0);
    l->chunks = chunks;
    l->tables = &no_tables;
    l->erasures = &no_erasures;
    atomic_init(&l->references, 1);
    return l;
}

void commit_log_retain(struct commit_log *l)
{
    atomic_fetch_add(&l->references, 1);
}

void commit_log_release(struct commit_log *l)
{
    if (l != NULL && atomic_fetch_sub(&l->references, 1) == 1) {
        arena_release(&l->arena);
        free(l->chunks);
        free(l);
    }
}

uint32_t commit_log_count(const struct commit_log *l)
{
    return l->count;
}

const struct commit *commit_log_get(const struct commit_log *l, uint32_t number)
{
    uint32_t index = number - 1;
    return number == 0 ? NULL : &l->chunks[index / CHUNK_COMMITS][index % CHUNK_COMMITS];
}

const struct table_list *commit_log_tables(const struct commit_log *l)
{
    return l->tables;
}

const struct erasure_list *commit_log_erasures(const struct commit_log *l)
{
    return l->erasures;
}

bool commit_log_is_redacted(const struct commit_log *l)
{
    return l->redacted;
}

void commit_log_settle(struct commit_log *l)
{
    l->redacted = false;
}

// --- reading ---------------------------------------------------------------------------------

static string_view text_member(struct commit_log *l, const json_t *object, const char *name)
{
    const json_t *member = json_object_get(object, name);
    if (!json_is_string(member)) {
        return SV("");
    }
    return arena_copy(&l->arena,
                      (string_view){json_string_value(member), json_string_length(member)});
}

static uint64_t number_member(const json_t *object, const char *name)
{
    const json_t *member = json_object_get(object, name);
    return json_is_integer(member) && json_integer_value(member) > 0
               ? (uint64_t)json_integer_value(member)
               : 0;
}

static bool uuid_member(const json_t *object, const char *name, struct uuid *out)
{
    const json_t *member = json_object_get(object, name);
    return json_is_string(member) &&
           uuid_from_text((string_view){json_string_value(member), json_string_length(member)},
                          out);
}

static status read_counts(struct commit_log *l, const json_t *list, struct commit *commit,
                          struct error *e)
{
    size_t count = json_array_size(list);
    struct commit_counts *counts = arena_array(&l->arena, struct commit_counts, count);
    if (counts == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the log");
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        if (!uuid_member(item, "table", &counts[i].table)) {
            return error_set(e, ST_CORRUPT, "store/log: commit %" PRIu32 " names no table",
                             commit->number);
        }
        counts[i].added = number_member(item, "added");
        counts[i].changed = number_member(item, "changed");
        counts[i].removed = number_member(item, "removed");
        counts[i].unchanged = number_member(item, "unchanged");
        counts[i].clashes = number_member(item, "clashes");
    }
    commit->counts = counts;
    commit->count_tables = count;
    return ST_OK;
}

static int by_uuid(const void *a, const void *b)
{
    return uuid_compare(&((const struct store_table *)a)->table,
                        &((const struct store_table *)b)->table);
}

static int by_slug(const void *a, const void *b)
{
    return sv_compare((*(const struct store_table *const *)a)->slug,
                      (*(const struct store_table *const *)b)->slug);
}

// A new list: the old tables with those of `create` added or replaced.
static status read_tables(struct commit_log *l, const json_t *create, uint32_t number,
                          struct error *e)
{
    size_t added = json_array_size(create);
    if (added == 0) {
        return ST_OK;
    }
    size_t count = l->tables->count;
    struct store_table *tables = arena_array(&l->arena, struct store_table, count + added);
    struct table_list *list = arena_new(&l->arena, struct table_list);
    const struct store_table **slugs = arena_alloc_array(&l->arena, count + added, sizeof *slugs);
    if (tables == NULL || list == NULL || slugs == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the log");
    }
    if (count > 0) {
        memcpy(tables, l->tables->tables, count * sizeof *tables);
    }
    for (size_t i = 0; i < added; i++) {
        const json_t *item = json_array_get(create, i);
        struct store_table table = {.created = number};
        if (!uuid_member(item, "table", &table.table) ||
            !uuid_member(item, "dataset", &table.dataset)) {
            return error_set(e, ST_CORRUPT,
                             "store/log: commit %" PRIu32 " creates a table without a UUID",
                             number);
        }
        table.slug = text_member(l, item, "slug");
        table.dataset_slug = text_member(l, item, "datasetSlug");
        table.key_field = text_member(l, item, "key");
        size_t at = 0;
        while (at < count && uuid_compare(&tables[at].table, &table.table) != 0) {
            at++;
        }
        table.created = at < count ? tables[at].created : number;
        tables[at] = table;
        count += at == count;
    }
    qsort(tables, count, sizeof *tables, by_uuid);
    for (size_t i = 0; i < count; i++) {
        slugs[i] = &tables[i];
    }
    qsort(slugs, count, sizeof *slugs, by_slug);
    *list = (struct table_list){tables, slugs, count};
    l->tables = list;
    return ST_OK;
}

static status read_erased(struct commit_log *l, const json_t *list, struct commit *commit,
                          struct error *e)
{
    size_t count = json_array_size(list);
    struct erased_record *erased = arena_array(&l->arena, struct erased_record, count);
    if (erased == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the log");
    }
    for (size_t i = 0; i < count; i++) {
        if (!erased_record_from_json(json_array_get(list, i), &l->arena, &erased[i])) {
            return error_set(e, ST_CORRUPT, "store/log: the erasure %" PRIu32 " is not complete",
                             commit->number);
        }
    }
    commit->erased = erased;
    commit->erased_count = count;
    return ST_OK;
}

// A new list with the erasure at its end.
static status list_erasure(struct commit_log *l, const struct commit *commit, struct error *e)
{
    size_t count = l->erasures->count;
    struct erasure_list *list = arena_new(&l->arena, struct erasure_list);
    const struct commit **commits = arena_alloc_array(&l->arena, count + 1, sizeof *commits);
    if (list == NULL || commits == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the log");
    }
    if (count > 0) {
        memcpy(commits, l->erasures->commits, count * sizeof *commits);
    }
    commits[count] = commit;
    *list = (struct erasure_list){commits, count + 1};
    l->erasures = list;
    return ST_OK;
}

static status read_commit(struct commit_log *l, const json_t *root, struct error *e)
{
    uint32_t index = l->count;
    uint64_t number = number_member(root, "commit");
    if (number != (uint64_t)index + 1 || index / CHUNK_COMMITS >= MOST_CHUNKS) {
        return error_set(e, ST_CORRUPT, "store/log: commit %" PRIu32 " is missing", index + 1);
    }
    struct commit **chunk = &l->chunks[index / CHUNK_COMMITS];
    if (*chunk == NULL) {
        *chunk = arena_array(&l->arena, struct commit, CHUNK_COMMITS);
        if (*chunk == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for the log");
        }
    }
    const json_t *source = json_object_get(root, "source");
    struct commit commit = {
        .number = index + 1,
        .time = (moment)number_member(root, "time"),
        .author = text_member(l, root, "author"),
        .message = text_member(l, root, "message"),
        .source_name = text_member(l, source, "name"),
        .source_hash = text_member(l, source, "sha256"),
        .source_date = text_member(l, source, "date"),
    };
    const char *kind = json_string_value(json_object_get(root, "kind"));
    for (size_t i = 0; kind != NULL && i < ARRAY_LENGTH(kind_names); i++) {
        if (strcmp(kind, kind_names[i]) == 0) {
            commit.kind = (enum commit_kind)i;
        }
    }
    TRY(read_counts(l, json_object_get(root, "tables"), &commit, e));
    TRY(read_tables(l, json_object_get(root, "create"), commit.number, e));
    TRY(read_erased(l, json_object_get(root, "erased"), &commit, e));
    struct commit *place = &(*chunk)[index % CHUNK_COMMITS];
    *place = commit;
    if (commit.kind == COMMIT_ERASURE) {
        TRY(list_erasure(l, place, e));
        l->redacted = l->redacted || number_member(root, "redacted") > 0;
    }
    l->count++;
    return ST_OK;
}

static status read_frame(struct commit_log *l, const unsigned char *bytes, uint64_t length,
                         struct error *e)
{
    uint32_t payload = 0;
    uint64_t checksum = 0;
    if (length - l->length >= FRAME_HEAD_SIZE) {
        memcpy(&payload, bytes + l->length, sizeof payload);
        memcpy(&checksum, bytes + l->length + 8, sizeof checksum);
    }
    size_t whole = FRAME_HEAD_SIZE + (((size_t)payload + 7) & ~(size_t)7);
    const unsigned char *json = bytes + l->length + FRAME_HEAD_SIZE;
    if (payload == 0 || length - l->length < whole || hash_bytes(json, payload) != checksum) {
        return error_set(e, ST_CORRUPT,
                         "store/log is damaged at offset %" PRIu64 ": the checksum does not match",
                         l->length);
    }
    json_t *root = json_loadb((const char *)json, payload, 0, NULL);
    status result =
        root == NULL
            ? error_set(e, ST_CORRUPT, "store/log at offset %" PRIu64 " is not JSON", l->length)
            : read_commit(l, root, e);
    json_decref(root);
    if (result == ST_OK) {
        l->length += whole;
    }
    return result;
}

static status log_path(char out[PATH_SIZE], const char *store_folder, struct error *e)
{
    return path_join(out, PATH_SIZE, store_folder, "log", e);
}

status commit_log_read(struct commit_log *l, const char *store_folder, uint64_t length,
                       struct error *e)
{
    if (length == l->length) {
        return ST_OK;
    }
    char path[PATH_SIZE];
    TRY(log_path(path, store_folder, e));
    struct mapped_file m;
    TRY(file_map(path, &m, e));
    status result = ST_OK;
    if (m.length < length || length < LOG_HEAD_SIZE || memcmp(m.bytes, magic, sizeof magic) != 0) {
        result =
            error_set(e, ST_CORRUPT,
                      "store/log is shorter than the manifest says, or has a wrong head; go back "
                      "to a backup of the data folder");
    }
    l->length = MAX(l->length, (uint64_t)LOG_HEAD_SIZE);
    while (result == ST_OK && l->length < length) {
        result = read_frame(l, m.bytes, length, e);
    }
    file_unmap(&m);
    return result;
}

// --- appending -------------------------------------------------------------------------------

static json_t *json_view(string_view text)
{
    return json_stringn(text.bytes == NULL ? "" : text.bytes, text.length);
}

static json_t *json_uuid(const struct uuid *id)
{
    char text[37];
    uuid_to_text(id, text);
    return json_string(text);
}

static json_t *print_counts(const struct commit *c)
{
    json_t *list = json_array();
    for (size_t i = 0; i < c->count_tables; i++) {
        const struct commit_counts *counts = &c->counts[i];
        json_array_append_new(
            list,
            json_pack("{s:o,s:I,s:I,s:I,s:I,s:I}", "table", json_uuid(&counts->table), "added",
                      (json_int_t)counts->added, "changed", (json_int_t)counts->changed, "removed",
                      (json_int_t)counts->removed, "unchanged", (json_int_t)counts->unchanged,
                      "clashes", (json_int_t)counts->clashes));
    }
    return list;
}

static json_t *print_tables(const struct log_entry *entry)
{
    json_t *list = json_array();
    for (size_t i = 0; i < entry->create_count; i++) {
        const struct store_table *table = &entry->create[i];
        json_array_append_new(
            list,
            json_pack("{s:o,s:o,s:o,s:o,s:o}", "table", json_uuid(&table->table), "slug",
                      json_view(table->slug), "dataset", json_uuid(&table->dataset), "datasetSlug",
                      json_view(table->dataset_slug), "key", json_view(table->key_field)));
    }
    return list;
}

static json_t *print_erased(const struct commit *c)
{
    json_t *list = json_array();
    for (size_t i = 0; i < c->erased_count; i++) {
        json_array_append_new(list, erased_record_to_json(&c->erased[i]));
    }
    return list;
}

static char *print_entry(const struct log_entry *entry)
{
    const struct commit *c = &entry->commit;
    json_t *root = json_pack("{s:I,s:I,s:s,s:o,s:o,s:o,s:o}", "commit", (json_int_t)c->number,
                             "time", (json_int_t)c->time, "kind", kind_names[c->kind], "author",
                             json_view(c->author), "message", json_view(c->message), "tables",
                             print_counts(c), "create", print_tables(entry));
    if (root == NULL) {
        return NULL;
    }
    if (c->source_name.length + c->source_hash.length + c->source_date.length > 0) {
        json_object_set_new(root, "source",
                            json_pack("{s:o,s:o,s:o}", "name", json_view(c->source_name), "sha256",
                                      json_view(c->source_hash), "date",
                                      json_view(c->source_date)));
    }
    if (c->kind == COMMIT_ERASURE) {
        json_object_set_new(root, "erased", print_erased(c));
        json_object_set_new(root, "redacted", json_integer((json_int_t)entry->redacted));
    }
    char *text = json_dumps(root, JSON_COMPACT);
    json_decref(root);
    return text;
}

status commit_log_begin(const char *store_folder, uint64_t *length, struct error *e)
{
    char path[PATH_SIZE];
    TRY(log_path(path, store_folder, e));
    char head[LOG_HEAD_SIZE] = {0};
    memcpy(head, magic, sizeof magic);
    TRY(file_replace(path, head, sizeof head, e));
    *length = LOG_HEAD_SIZE;
    return ST_OK;
}

static status append_frame(const char *path, uint64_t length, const char *frame,
                           size_t frame_length, struct error *e)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return error_set_errno(e, "cannot open %s", path);
    }
    status result = ST_OK;
    if (ftruncate(descriptor, (off_t)length) != 0 ||
        lseek(descriptor, (off_t)length, SEEK_SET) < 0) {
        result = error_set_errno(e, "cannot cut the tail of %s", path);
    }
    if (result == ST_OK) {
        result = file_write_all(descriptor, frame, frame_length, path, e);
    }
    if (result == ST_OK) {
        result = file_sync(descriptor, path, e);
    }
    (void)close(descriptor);
    return result;
}

status commit_log_append(const char *store_folder, uint64_t length, const struct log_entry *entry,
                         uint64_t *new_length, struct error *e)
{
    char path[PATH_SIZE];
    TRY(log_path(path, store_folder, e));
    char *text = print_entry(entry);
    if (text == NULL) {
        return error_set(e, ST_INVALID,
                         "the commit's author, message or source is not valid UTF-8");
    }
    size_t payload = strlen(text);
    struct buffer frame;
    buffer_init(&frame, FRAME_LIMIT);
    uint32_t head[2] = {(uint32_t)payload, 0};
    uint64_t checksum = hash_bytes(text, payload);
    static const char zeros[8] = {0};
    buffer_append(&frame, head, sizeof head);
    buffer_append(&frame, &checksum, sizeof checksum);
    buffer_append(&frame, text, payload);
    buffer_append(&frame, zeros, (8 - payload % 8) % 8);
    free(text);
    status result = buffer_check(&frame, "the commit's entry in the log", e);
    if (result == ST_OK) {
        result = append_frame(path, length, frame.bytes, frame.length, e);
    }
    if (result == ST_OK) {
        *new_length = length + frame.length;
    }
    buffer_release(&frame);
    return result;
}
