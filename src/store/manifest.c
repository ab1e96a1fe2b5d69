// SPDX-License-Identifier: Apache-2.0
// Reading and replacing the manifest.
#include "store/manifest.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"

#include <inttypes.h>
#include <jansson.h>
#include <string.h>
#include <sys/random.h>

#define MANIFEST_LIMIT ((size_t)64 << 20)
#define HEADER_SIZE    24

static const char magic[8] = "VITRMAN1";

static status corrupt(struct error *e, const char *what)
{
    return error_set(e, ST_CORRUPT,
                     "store/manifest is damaged: %s; go back to a backup of the data folder", what);
}

static bool is_file_name(const char *text)
{
    return text != NULL && strlen(text) == FILE_NAME_SIZE - 1 &&
           strspn(text, "0123456789abcdef") == FILE_NAME_SIZE - 1;
}

static bool read_number(const json_t *object, const char *name, uint64_t most, uint64_t *out)
{
    const json_t *member = json_object_get(object, name);
    if (!json_is_integer(member) || json_integer_value(member) < 0 ||
        (uint64_t)json_integer_value(member) > most) {
        return false;
    }
    *out = (uint64_t)json_integer_value(member);
    return true;
}

static status read_closings(const json_t *list, struct arena *arena,
                            struct manifest_segment *segment, struct error *e)
{
    size_t count = json_array_size(list);
    struct manifest_closings *closings = arena_array(arena, struct manifest_closings, count);
    if (closings == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the manifest");
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        const char *file = json_string_value(json_object_get(item, "file"));
        uint64_t commit = 0;
        if (!is_file_name(file) || !read_number(item, "commit", UINT32_MAX - 1, &commit)) {
            return corrupt(e, "a closings entry is not complete");
        }
        memcpy(closings[i].file, file, FILE_NAME_SIZE);
        closings[i].commit = (uint32_t)commit;
        uint64_t pairs = 0;
        closings[i].pairs = read_number(item, "pairs", UINT32_MAX, &pairs) ? (uint32_t)pairs : 0;
    }
    segment->closings = closings;
    segment->closings_count = count;
    return ST_OK;
}

// Rows and commits by turns.
static status read_ended(const json_t *list, struct arena *arena, struct manifest_segment *segment,
                         struct error *e)
{
    size_t count = json_array_size(list) / 2;
    if (json_array_size(list) % 2 != 0) {
        return corrupt(e, "a row that ended has no commit");
    }
    struct closing *ended = arena_array(arena, struct closing, count);
    if (ended == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the manifest");
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *place = json_array_get(list, 2 * i);
        json_int_t row = json_integer_value(place);
        json_int_t commit = json_integer_value(json_array_get(list, 2 * i + 1));
        if (!json_is_integer(place) || row < 0 || row >= segment->rows || commit < 1 ||
            commit >= UINT32_MAX) {
            return corrupt(e, "a row that ended is out of range");
        }
        ended[i] = (struct closing){(uint32_t)row, (uint32_t)commit};
    }
    segment->ended = ended;
    segment->ended_count = count;
    return ST_OK;
}

static status read_segments(const json_t *list, struct arena *arena, struct manifest *out,
                            struct error *e)
{
    size_t count = json_array_size(list);
    struct manifest_segment *segments = arena_array(arena, struct manifest_segment, count);
    if (segments == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the manifest");
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        const char *file = json_string_value(json_object_get(item, "file"));
        uint64_t rows = 0;
        uint64_t commit = 0;
        if (!is_file_name(file) || !read_number(item, "rows", UINT32_MAX, &rows) ||
            !read_number(item, "commit", UINT32_MAX - 1, &commit)) {
            return corrupt(e, "a segment entry is not complete");
        }
        memcpy(segments[i].file, file, FILE_NAME_SIZE);
        segments[i].rows = (uint32_t)rows;
        segments[i].commit = (uint32_t)commit;
        TRY(read_closings(json_object_get(item, "closings"), arena, &segments[i], e));
        TRY(read_ended(json_object_get(item, "ended"), arena, &segments[i], e));
    }
    out->segments = segments;
    out->count = count;
    return ST_OK;
}

static status read_payload(string_view payload, struct arena *arena, struct manifest *out,
                           struct error *e)
{
    json_t *root = json_loadb(payload.bytes, payload.length, JSON_REJECT_DUPLICATES, NULL);
    if (root == NULL) {
        return corrupt(e, "its payload is not JSON");
    }
    struct manifest m = {0};
    uint64_t last_commit = 0;
    status result = ST_OK;
    if (!read_number(root, "generation", INT64_MAX, &m.generation) ||
        !read_number(root, "logLength", INT64_MAX, &m.log_length) ||
        !read_number(root, "lastCommit", UINT32_MAX - 1, &last_commit)) {
        result = corrupt(e, "generation, logLength or lastCommit is missing");
    }
    if (result == ST_OK) {
        m.last_commit = (uint32_t)last_commit;
        result = read_segments(json_object_get(root, "segments"), arena, &m, e);
    }
    json_decref(root);
    if (result == ST_OK) {
        *out = m;
    }
    return result;
}

status manifest_read(const char *store_folder, struct arena *arena, struct manifest *out,
                     struct error *e)
{
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, store_folder, "manifest", e));
    struct buffer content;
    buffer_init(&content, MANIFEST_LIMIT);
    status result = ST_OK;
    TRY_OUT(file_read(path, MANIFEST_LIMIT, &content, e));
    uint32_t format = 0;
    uint32_t length = 0;
    uint64_t checksum = 0;
    if (content.length < HEADER_SIZE || memcmp(content.bytes, magic, sizeof magic) != 0) {
        result = corrupt(e, "it does not start with VITRMAN1");
        goto out;
    }
    memcpy(&format, content.bytes + 8, sizeof format);
    memcpy(&length, content.bytes + 12, sizeof length);
    memcpy(&checksum, content.bytes + 16, sizeof checksum);
    if (format != 1) {
        result = error_set(e, ST_CORRUPT,
                           "store/manifest has format %u; this program reads format 1", format);
    } else if (length != content.length - HEADER_SIZE ||
               hash_bytes(content.bytes + HEADER_SIZE, length) != checksum) {
        result = corrupt(e, "its checksum does not match");
    } else {
        result = read_payload((string_view){content.bytes + HEADER_SIZE, length}, arena, out, e);
    }
out:
    buffer_release(&content);
    return result;
}

static void print_segment(struct buffer *b, const struct manifest_segment *segment)
{
    buffer_print(b, "{\"file\":\"%s\",\"rows\":%" PRIu32 ",\"commit\":%" PRIu32 ",\"closings\":[",
                 segment->file, segment->rows, segment->commit);
    for (size_t i = 0; i < segment->closings_count; i++) {
        const struct manifest_closings *c = &segment->closings[i];
        buffer_print(b, "%s{\"file\":\"%s\",\"commit\":%" PRIu32 ",\"pairs\":%" PRIu32 "}",
                     i == 0 ? "" : ",", c->file, c->commit, c->pairs);
    }
    buffer_append_byte(b, ']');
    for (size_t i = 0; i < segment->ended_count; i++) {
        buffer_print(b, "%s%" PRIu32 ",%" PRIu32, i == 0 ? ",\"ended\":[" : ",",
                     segment->ended[i].row, segment->ended[i].commit);
    }
    buffer_append_view(b, segment->ended_count > 0 ? SV("]}") : SV("}"));
}

status manifest_write(const char *store_folder, const struct manifest *m, struct error *e)
{
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, store_folder, "manifest", e));
    struct buffer b;
    buffer_init(&b, MANIFEST_LIMIT);
    char header[HEADER_SIZE] = {0};
    buffer_append(&b, header, sizeof header);
    buffer_print(&b,
                 "{\"generation\":%" PRIu64 ",\"logLength\":%" PRIu64 ",\"lastCommit\":%" PRIu32
                 ",\"segments\":[",
                 m->generation, m->log_length, m->last_commit);
    for (size_t i = 0; i < m->count; i++) {
        if (i > 0) {
            buffer_append_byte(&b, ',');
        }
        print_segment(&b, &m->segments[i]);
    }
    buffer_append_view(&b, SV("]}"));
    status result = buffer_check(&b, "store/manifest", e);
    if (result == ST_OK) {
        uint32_t format = 1;
        uint32_t length = (uint32_t)(b.length - HEADER_SIZE);
        uint64_t checksum = hash_bytes(b.bytes + HEADER_SIZE, length);
        memcpy(b.bytes, magic, sizeof magic);
        memcpy(b.bytes + 8, &format, sizeof format);
        memcpy(b.bytes + 12, &length, sizeof length);
        memcpy(b.bytes + 16, &checksum, sizeof checksum);
        result = file_replace(path, b.bytes, b.length, e);
    }
    buffer_release(&b);
    return result;
}

status manifest_new_name(char out[FILE_NAME_SIZE], struct error *e)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[8];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
        return error_set_errno(e, "cannot get random bytes for a file name");
    }
    for (size_t i = 0; i < sizeof bytes; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[FILE_NAME_SIZE - 1] = '\0';
    return ST_OK;
}
