// SPDX-License-Identifier: Apache-2.0
// Bump allocation in growing blocks, with clean-ups run in reverse order.
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK_SIZE   (16u * 1024)
#define LARGEST_BLOCK_SIZE (1024u * 1024)

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena_cleanup {
    struct arena_cleanup *next;
    void (*run)(void *);
    void *argument;
};

void arena_init(struct arena *a, size_t limit)
{
    *a = (struct arena){.limit = limit};
}

void arena_release(struct arena *a)
{
    while (a->cleanups != NULL) { // one of them may defer another
        struct arena_cleanup *c = a->cleanups;
        a->cleanups = c->next;
        c->run(c->argument);
    }
    struct arena_block *block = a->first;
    while (block != NULL) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    arena_init(a, a->limit);
}

void arena_reset(struct arena *a)
{
    struct arena_block *kept = a->first;
    if (kept != NULL) {
        a->first = kept->next;
    }
    arena_release(a);
    if (kept != NULL) {
        memset(kept->bytes, 0, kept->used);
        kept->used = 0;
        kept->next = NULL;
        a->first = kept;
    }
}

static struct arena_block *add_block(struct arena *a, size_t size)
{
    size_t usual = a->first == NULL ? FIRST_BLOCK_SIZE : a->first->size * 2;
    usual = MIN(usual, (size_t)LARGEST_BLOCK_SIZE);
    size_t wanted = MAX(usual, size);
    size_t total = 0;
    if (size_add_overflows(wanted, sizeof(struct arena_block), &total)) {
        return NULL;
    }
    struct arena_block *block = calloc(1, total);
    if (block == NULL) {
        return NULL;
    }
    block->size = wanted;
    if (a->first != NULL && size > usual / 2) {
        // A large piece gets a block of its own behind the first, which still has room.
        block->next = a->first->next;
        a->first->next = block;
        return block;
    }
    block->next = a->first;
    a->first = block;
    return block;
}

void *arena_alloc(struct arena *a, size_t size)
{
    const size_t mask = alignof(max_align_t) - 1;
    if (size > SIZE_MAX - mask) {
        return NULL;
    }
    size = (MAX(size, (size_t)1) + mask) & ~mask;
    if (a->limit != 0 && size > a->limit - MIN(a->limit, a->used)) {
        return NULL;
    }
    struct arena_block *block = a->first;
    if (block == NULL || block->size - block->used < size) {
        block = add_block(a, size);
        if (block == NULL) {
            return NULL;
        }
    }
    void *memory = block->bytes + block->used;
    block->used += size;
    a->used += size;
    return memory;
}

void *arena_alloc_array(struct arena *a, size_t count, size_t size)
{
    size_t total = 0;
    return size_multiply_overflows(count, size, &total) ? NULL : arena_alloc(a, total);
}

string_view arena_copy(struct arena *a, string_view text)
{
    if (text.length == SIZE_MAX) {
        return (string_view){NULL, 0};
    }
    char *copy = arena_alloc(a, text.length + 1);
    if (copy == NULL) {
        return (string_view){NULL, 0};
    }
    if (text.length > 0) {
        memcpy(copy, text.bytes, text.length);
    }
    return (string_view){copy, text.length};
}

string_view arena_lower(struct arena *a, string_view text)
{
    string_view copy = arena_copy(a, text);
    char *bytes = (char *)(uintptr_t)copy.bytes;
    for (size_t i = 0; bytes != NULL && i < copy.length; i++) {
        bytes[i] = (char)(bytes[i] >= 'A' && bytes[i] <= 'Z' ? bytes[i] + 32 : bytes[i]);
    }
    return copy;
}

string_view arena_print(struct arena *a, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    char most[128]; // holds nearly all that is printed, which is then printed once
    int length = vsnprintf(most, sizeof most, format, arguments);
    va_end(arguments);
    char *text = length < 0 ? NULL : arena_alloc(a, (size_t)length + 1);
    if (text != NULL && (size_t)length < sizeof most) {
        memcpy(text, most, (size_t)length + 1);
    } else if (text != NULL) {
        (void)vsnprintf(text, (size_t)length + 1, format, again);
    }
    va_end(again);
    return text == NULL ? (string_view){"", 0} : (string_view){text, (size_t)length};
}

status arena_defer(struct arena *a, void (*cleanup)(void *), void *argument)
{
    struct arena_cleanup *entry = arena_new(a, struct arena_cleanup);
    if (entry == NULL) {
        cleanup(argument);
        return ST_NO_MEMORY;
    }
    *entry = (struct arena_cleanup){.next = a->cleanups, .run = cleanup, .argument = argument};
    a->cleanups = entry;
    return ST_OK;
}
