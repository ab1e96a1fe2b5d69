// SPDX-License-Identifier: Apache-2.0
// Takes erased words out of the log's messages (rule F5): the only change that a frame ever sees.
// Its length stays, so that every offset and the manifest's length of the log hold on, and the file
// is whole before and after. Authors stay: who did what is the audit.
#include "store/commit_log.h"

#include "base/file.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define LOG_HEAD_SIZE   16u
#define FRAME_HEAD_SIZE 16u
#define LOG_LIMIT       ((size_t)4 << 30)

// What the text's bytes become, as many as JSON takes for it.
static size_t length_in_json(string_view text)
{
    json_t *string = json_stringn(text.bytes, text.length);
    char *printed = string == NULL ? NULL : json_dumps(string, JSON_ENCODE_ANY);
    size_t length = printed == NULL ? text.length : strlen(printed) - 2;
    free(printed);
    json_decref(string);
    return length;
}

static void replace_all(string_view message, string_view text, struct buffer *out, bool *found)
{
    size_t stars = length_in_json(text);
    while (message.length > 0) {
        if (sv_starts_with(message, text)) {
            for (size_t i = 0; i < stars; i++) {
                buffer_append_byte(out, '*');
            }
            message = sv_slice(message, text.length, message.length);
            *found = true;
        } else {
            buffer_append_byte(out, message.bytes[0]);
            message = sv_slice(message, 1, message.length);
        }
    }
}

static status redact_message(json_t *root, const string_view *texts, size_t count, bool *found,
                             struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        const json_t *message = json_object_get(root, "message");
        struct buffer b;
        bool here = false;
        if (!json_is_string(message) || texts[i].length == 0) {
            continue;
        }
        buffer_init(&b, LOG_LIMIT);
        replace_all((string_view){json_string_value(message), json_string_length(message)},
                    texts[i], &b, &here);
        status result = buffer_check(&b, "a message of the log", e);
        if (result == ST_OK && here &&
            json_object_set_new(root, "message", json_stringn(b.bytes, b.length)) != 0) {
            result = error_set(e, ST_NO_MEMORY, "no memory to take words out of the log");
        }
        buffer_release(&b);
        TRY(result);
        *found = *found || here;
    }
    return ST_OK;
}

static status redact_frame(char *frame, uint32_t payload, const string_view *texts, size_t count,
                           bool *found, struct error *e)
{
    json_t *root = json_loadb(frame + FRAME_HEAD_SIZE, payload, 0, NULL);
    if (root == NULL) {
        return error_set(e, ST_CORRUPT, "a frame of store/log is not JSON");
    }
    status result = redact_message(root, texts, count, found, e);
    char *text = NULL;
    if (result == ST_OK && *found) {
        text = json_dumps(root, JSON_COMPACT);
        if (text == NULL || strlen(text) != payload) {
            result = error_set(e, ST_INTERNAL, "a message of store/log changes its length");
        } else {
            uint64_t checksum = hash_bytes(text, payload);
            memcpy(frame + 8, &checksum, sizeof checksum);
            memcpy(frame + FRAME_HEAD_SIZE, text, payload);
        }
    }
    free(text);
    json_decref(root);
    return result;
}

static status redact_all(struct buffer *log, const string_view *texts, size_t text_count,
                         uint64_t *count, struct error *e)
{
    size_t at = LOG_HEAD_SIZE;
    while (at + FRAME_HEAD_SIZE <= log->length) {
        uint32_t payload = 0;
        bool found = false;
        memcpy(&payload, log->bytes + at, sizeof payload);
        size_t whole = FRAME_HEAD_SIZE + (((size_t)payload + 7) & ~(size_t)7);
        if (payload == 0 || whole > log->length - at) {
            return error_set(e, ST_CORRUPT, "store/log is damaged at offset %zu", at);
        }
        TRY(redact_frame(log->bytes + at, payload, texts, text_count, &found, e));
        *count += found;
        at += whole;
    }
    return ST_OK;
}

status commit_log_redact(const char *store_folder, uint64_t length, const string_view *texts,
                         size_t text_count, uint64_t *count, struct error *e)
{
    char path[PATH_SIZE];
    struct buffer log;
    TRY(path_join(path, sizeof path, store_folder, "log", e));
    buffer_init(&log, LOG_LIMIT);
    status result = file_read(path, LOG_LIMIT, &log, e);
    uint64_t found = 0;
    if (result == ST_OK && log.length < length) {
        result = error_set(e, ST_CORRUPT, "store/log is shorter than the manifest says");
    }
    if (result == ST_OK) {
        log.length = (size_t)length; // what lies behind is a dead writer's
        result = text_count == 0 ? ST_OK : redact_all(&log, texts, text_count, &found, e);
    }
    if (result == ST_OK && found > 0) {
        result = file_replace(path, log.bytes, log.length, e);
    }
    buffer_release(&log);
    if (result == ST_OK) {
        *count = found;
    }
    return result;
}
