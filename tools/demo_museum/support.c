// SPDX-License-Identifier: Apache-2.0
// Growable text, the pool, growing arrays and files; see support.h.
#include "support.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void fatal(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("demo-museum: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

void text_release(struct text *text)
{
    free(text->data);
    *text = (struct text){0};
}

void text_truncate(struct text *text, size_t length)
{
    if (length < text->length) {
        text->length = length;
        text->data[length] = '\0';
    }
}

void text_clear(struct text *text)
{
    text_truncate(text, 0);
}

static void text_reserve(struct text *text, size_t more)
{
    if (more >= SIZE_MAX / 2 - text->length) {
        fatal("a text grows past the address space");
    }
    size_t needed = text->length + more + 1;
    if (needed <= text->capacity) {
        return;
    }
    size_t capacity = text->capacity < 256 ? 256 : text->capacity;
    while (capacity < needed) {
        capacity *= 2;
    }
    char *data = realloc(text->data, capacity);
    if (data == NULL) {
        fatal("out of memory");
    }
    text->data = data;
    text->capacity = capacity;
}

void text_add_bytes(struct text *text, const char *bytes, size_t length)
{
    text_reserve(text, length);
    memcpy(text->data + text->length, bytes, length);
    text->length += length;
    text->data[text->length] = '\0';
}

void text_add(struct text *text, const char *string)
{
    text_add_bytes(text, string, strlen(string));
}

void text_add_char(struct text *text, char c)
{
    text_add_bytes(text, &c, 1);
}

static void text_format_list(struct text *text, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

static void text_format_list(struct text *text, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    text_reserve(text, 128);
    size_t room = text->capacity - text->length;
    int length = vsnprintf(text->data + text->length, room, format, arguments);
    if (length < 0) {
        fatal("a text cannot be formatted");
    }
    if ((size_t)length >= room) {
        text_reserve(text, (size_t)length);
        room = text->capacity - text->length;
        vsnprintf(text->data + text->length, room, format, again);
    }
    text->length += (size_t)length;
    va_end(again);
}

void text_format(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_format_list(text, format, arguments);
    va_end(arguments);
}

void text_add_json(struct text *text, const char *string)
{
    text_add_char(text, '"');
    for (const char *at = string; *at != '\0'; at++) {
        switch (*at) {
        case '"':
            text_add(text, "\\\"");
            break;
        case '\\':
            text_add(text, "\\\\");
            break;
        case '\n':
            text_add(text, "\\n");
            break;
        case '\t':
            text_add(text, "\\t");
            break;
        default:
            text_add_char(text, *at);
        }
    }
    text_add_char(text, '"');
}

void text_add_csv(struct text *text, const char *string)
{
    if (strpbrk(string, ",\"\r\n") == NULL) {
        text_add(text, string);
        return;
    }
    text_add_char(text, '"');
    for (const char *at = string; *at != '\0'; at++) {
        if (*at == '"') {
            text_add_char(text, '"');
        }
        text_add_char(text, *at);
    }
    text_add_char(text, '"');
}

void text_add_xml(struct text *text, const char *string)
{
    for (const char *at = string; *at != '\0'; at++) {
        switch (*at) {
        case '&':
            text_add(text, "&amp;");
            break;
        case '<':
            text_add(text, "&lt;");
            break;
        case '>':
            text_add(text, "&gt;");
            break;
        case '"':
            text_add(text, "&quot;");
            break;
        default:
            text_add_char(text, *at);
        }
    }
}

struct pool_block {
    struct pool_block *next;
    size_t used;
    size_t size;
    max_align_t bytes[];
};

enum { POOL_BLOCK = 1 << 18 };

void pool_release(struct pool *pool)
{
    struct pool_block *block = pool->first;
    while (block != NULL) {
        struct pool_block *next = block->next;
        free(block);
        block = next;
    }
    pool->first = NULL;
}

void *pool_bytes(struct pool *pool, size_t length)
{
    size_t rounded = (length + 15) & ~(size_t)15;
    struct pool_block *block = pool->first;
    if (block == NULL || block->size - block->used < rounded) {
        size_t size = rounded > POOL_BLOCK ? rounded : POOL_BLOCK;
        block = calloc(1, sizeof(*block) + size);
        if (block == NULL) {
            fatal("out of memory");
        }
        block->size = size;
        block->next = pool->first;
        pool->first = block;
    }
    void *bytes = (char *)block->bytes + block->used;
    block->used += rounded;
    return bytes;
}

const char *pool_copy(struct pool *pool, const char *string)
{
    size_t length = strlen(string);
    char *copy = pool_bytes(pool, length + 1);
    memcpy(copy, string, length + 1);
    return copy;
}

const char *pool_format(struct pool *pool, const char *format, ...)
{
    struct text text = {0};
    va_list arguments;
    va_start(arguments, format);
    text_format_list(&text, format, arguments);
    va_end(arguments);
    const char *copy = pool_copy(pool, text.data);
    text_release(&text);
    return copy;
}

void *array_zero(size_t count, size_t item_size)
{
    void *items = calloc(count == 0 ? 1 : count, item_size);
    if (items == NULL) {
        fatal("out of memory");
    }
    return items;
}

void *array_grow(void *items, size_t *capacity, size_t needed, size_t item_size)
{
    if (needed <= *capacity) {
        return items;
    }
    size_t count = *capacity < 16 ? 16 : *capacity;
    while (count < needed) {
        count *= 2;
    }
    if (count > SIZE_MAX / item_size) {
        fatal("an array grows past the address space");
    }
    char *grown = realloc(items, count * item_size);
    if (grown == NULL) {
        fatal("out of memory");
    }
    memset(grown + *capacity * item_size, 0, (count - *capacity) * item_size);
    *capacity = count;
    return grown;
}

struct part list_part(const char *list, char separator, size_t index)
{
    const char *start = list;
    for (;;) {
        const char *end = strchr(start, separator);
        if (index == 0) {
            return (struct part){start, end == NULL ? strlen(start) : (size_t)(end - start)};
        }
        if (end == NULL) {
            return (struct part){start, 0};
        }
        start = end + 1;
        index--;
    }
}

size_t list_count(const char *list, char separator)
{
    if (list == NULL || *list == '\0') {
        return 0;
    }
    size_t count = 1;
    for (const char *at = list; *at != '\0'; at++) {
        count += *at == separator;
    }
    return count;
}

void make_folder(const char *path)
{
    struct text part = {0};
    for (const char *at = path; *at != '\0'; at++) {
        if (*at == '/' && part.length > 0 && mkdir(part.data, 0777) != 0 && errno != EEXIST) {
            fatal("%s: cannot make the folder: %s", part.data, strerror(errno));
        }
        text_add_char(&part, *at);
    }
    if (part.length == 0 || (mkdir(part.data, 0777) != 0 && errno != EEXIST)) {
        fatal("%s: cannot make the folder: %s", path, strerror(errno));
    }
    text_release(&part);
}

void write_file(const char *path, const char *data, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        fatal("%s: cannot write: %s", path, strerror(errno));
    }
    if (fwrite(data, 1, length, file) != length || fclose(file) != 0) {
        fatal("%s: cannot write: %s", path, strerror(errno));
    }
}
