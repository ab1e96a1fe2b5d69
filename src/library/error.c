// SPDX-License-Identifier: Apache-2.0
// Errors and buffers of the library.
#include "library/library.h"

#include <stdlib.h>

// The public numbers are the order of STATUS_LIST, and stay so.
static_assert((int)VITRINE_INVALID == (int)ST_INVALID, "public numbers");
static_assert((int)VITRINE_BAD_DATA == (int)ST_BAD_DATA, "public numbers");
static_assert((int)VITRINE_REFUSED == (int)ST_REFUSED, "public numbers");
static_assert((int)VITRINE_NOT_FOUND == (int)ST_NOT_FOUND, "public numbers");
static_assert((int)VITRINE_GONE == (int)ST_GONE, "public numbers");
static_assert((int)VITRINE_CONFLICT == (int)ST_CONFLICT, "public numbers");
static_assert((int)VITRINE_UNCHANGED == (int)ST_UNCHANGED, "public numbers");
static_assert((int)VITRINE_TOO_LARGE == (int)ST_TOO_LARGE, "public numbers");
static_assert((int)VITRINE_CANCELLED == (int)ST_CANCELLED, "public numbers");
static_assert((int)VITRINE_NO_MEMORY == (int)ST_NO_MEMORY, "public numbers");
static_assert((int)VITRINE_IO == (int)ST_IO, "public numbers");
static_assert((int)VITRINE_CORRUPT == (int)ST_CORRUPT, "public numbers");
static_assert((int)VITRINE_INTERNAL == (int)ST_INTERNAL, "public numbers");

const char *vitrine_status_text(enum vitrine_status code)
{
    return status_text((status)code);
}

const char *vitrine_version(void)
{
    return VITRINE_VERSION;
}

struct error *library_error(struct vitrine_error *error, struct error *own)
{
    if (error == NULL) {
        error_clear(own);
        return own;
    }
    error_clear(&error->inner);
    return &error->inner;
}

enum vitrine_status library_result(status result, struct error *e)
{
    if (result == ST_OK) {
        error_clear(e);
    } else if (e->code == ST_OK) {
        error_set(e, result, "%s", status_text(result));
    }
    return (enum vitrine_status)result;
}

bool library_answer_open(struct library_answer *a, bool good, struct vitrine_buffer *out,
                         struct vitrine_error *error)
{
    *a = (struct library_answer){.e = library_error(error, &a->own)};
    if (!good || out == NULL) {
        error_set(a->e, ST_INVALID, "an argument that must be given is NULL");
        return false;
    }
    a->out = &out->bytes;
    a->before = out->bytes.length;
    return true;
}

enum vitrine_status library_answer_end(struct library_answer *a, status result)
{
    if (result == ST_OK) {
        result = buffer_check(a->out, "the answer", a->e);
    }
    if (result != ST_OK) {
        buffer_clear(a->out);
        a->out->length = a->before;
    }
    return library_result(result, a->e);
}

struct vitrine_text library_text(string_view text)
{
    return (struct vitrine_text){text.bytes == NULL ? "" : text.bytes, text.length};
}

struct vitrine_error *vitrine_error_create(void)
{
    return calloc(1, sizeof(struct vitrine_error));
}

void vitrine_error_destroy(struct vitrine_error *error)
{
    free(error);
}

enum vitrine_status vitrine_error_status(const struct vitrine_error *error)
{
    return error == NULL ? VITRINE_OK : (enum vitrine_status)error->inner.code;
}

const char *vitrine_error_message(const struct vitrine_error *error)
{
    return error == NULL ? "" : error->inner.message;
}

const char *vitrine_error_field(const struct vitrine_error *error)
{
    return error == NULL ? "" : error->inner.field;
}

struct vitrine_buffer *vitrine_buffer_create(size_t most)
{
    struct vitrine_buffer *b = calloc(1, sizeof *b);
    if (b != NULL) {
        buffer_init(&b->bytes, most == 0 ? SIZE_MAX / 4 : most);
    }
    return b;
}

void vitrine_buffer_destroy(struct vitrine_buffer *buffer)
{
    if (buffer != NULL) {
        buffer_release(&buffer->bytes);
        free(buffer);
    }
}

void vitrine_buffer_clear(struct vitrine_buffer *buffer)
{
    buffer_clear(&buffer->bytes);
}

struct vitrine_text vitrine_buffer_text(struct vitrine_buffer *buffer)
{
    struct buffer *b = &buffer->bytes;
    size_t length = b->length;
    if (length == b->capacity) {
        // A ceiling counts what callers wrote, not the NUL.
        size_t ceiling = b->ceiling;
        bool failed = b->failed;
        b->ceiling = MAX(ceiling, length + 1);
        b->failed = false;
        buffer_append_byte(b, '\0');
        b->ceiling = ceiling;
        b->failed = failed;
        if (b->length == length) {
            return (struct vitrine_text){"", 0};
        }
        b->length = length;
    }
    b->bytes[length] = '\0';
    return (struct vitrine_text){b->bytes, length};
}
