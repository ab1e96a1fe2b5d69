// SPDX-License-Identifier: Apache-2.0
// What every part of the generator leans on: growable text, a pool that owns all strings until the
// end, growing arrays, and one way out. It must not know what a museum is.
//
// The generator is a short-lived program without users' input: where memory or the disk fails it
// says so and ends (exit code 1). Nothing is freed before main returns but what is large.
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))

void fatal(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

// Growable bytes; `data` is always ended by a NUL that `length` does not count. Zero it to begin.
struct text {
    char *data;
    size_t length;
    size_t capacity;
};

void text_release(struct text *text);
void text_clear(struct text *text);
void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_add(struct text *text, const char *string);
void text_add_char(struct text *text, char c);
void text_format(struct text *text, const char *format, ...) PRINTF_LIKE(2, 3);
// Cuts trailing bytes so that `length` bytes remain.
void text_truncate(struct text *text, size_t length);

// A JSON string with its quotes (RFC 8259); the bytes must be UTF-8.
void text_add_json(struct text *text, const char *string);
// A CSV field (RFC 4180), quoted where needed.
void text_add_csv(struct text *text, const char *string);
// Text for XML content and attributes.
void text_add_xml(struct text *text, const char *string);

// Owns strings and arrays that live as long as the museum.
struct pool {
    struct pool_block *first;
};

void pool_release(struct pool *pool);
void *pool_bytes(struct pool *pool, size_t length);
const char *pool_copy(struct pool *pool, const char *string);
const char *pool_format(struct pool *pool, const char *format, ...) PRINTF_LIKE(2, 3);

// Zeroed items, to be freed.
void *array_zero(size_t count, size_t item_size) __attribute__((returns_nonnull));
// Grows an array to hold `needed` items and returns it; new items are zero.
void *array_grow(void *items, size_t *capacity, size_t needed, size_t item_size);

// Number `index` (from 0) of the parts of `list` between separators; an empty view past the end.
struct part {
    const char *start;
    size_t length;
};
struct part list_part(const char *list, char separator, size_t index);
size_t list_count(const char *list, char separator);

// Makes the folder and those above it.
void make_folder(const char *path);
void write_file(const char *path, const char *data, size_t length);
