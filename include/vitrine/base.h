// SPDX-License-Identifier: Apache-2.0
// libvitrine: what all of its headers share: results, errors, texts, buffers. C17 or C++17.
//
// Names. Everything is called vitrine_*; structs are opaque and met as pointers, but for
// struct vitrine_text. What grows later grows by new functions, never by a changed struct, so that
// a program keeps running with every later library of the same SONAME.
//
// Errors are values. A function that can fail returns an enum vitrine_status and takes, last, a
// struct vitrine_error to tell in: one sentence for people, and the field or JSON pointer at fault.
// It may be NULL. Out parameters are untouched on failure.
//
// Ownership. A *_create, *_open or *_take gives something that the caller ends with the matching
// *_destroy, *_close or *_release, each of which takes NULL. A struct vitrine_text is borrowed:
// the function that gives it says for how long.
//
// Threads. A store and a snapshot may be used by any number of threads at once. Everything else
// belongs to one thread at a time.
//
// Texts are UTF-8. Moments are milliseconds since 1970-01-01T00:00:00Z.
#ifndef VITRINE_BASE_H
#define VITRINE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define VITRINE_BEGIN extern "C" {
#define VITRINE_END   }
#else
#define VITRINE_BEGIN
#define VITRINE_END
#endif

#if defined(__GNUC__)
#define VITRINE_API     __attribute__((visibility("default")))
#define VITRINE_CHECKED __attribute__((visibility("default"), warn_unused_result))
#else
#define VITRINE_API
#define VITRINE_CHECKED
#endif

VITRINE_BEGIN

// Numbers are part of the ABI and never change; later ones are added behind.
enum vitrine_status {
    VITRINE_OK = 0,
    VITRINE_INVALID = 1,   // the request or an argument is wrong
    VITRINE_BAD_DATA = 2,  // a source or its rows are wrong; nothing was changed
    VITRINE_REFUSED = 3,   // a guard said no, with figures, and names the option that allows it
    VITRINE_NOT_FOUND = 4, // there is no such thing, or was none at that moment
    VITRINE_GONE = 5,      // it was there once and has been removed
    VITRINE_CONFLICT = 6,
    VITRINE_UNCHANGED = 7, // there was nothing to commit
    VITRINE_TOO_LARGE = 8, // a stated limit is passed
    VITRINE_CANCELLED = 9, // by the caller's own function or time budget
    VITRINE_NO_MEMORY = 10,
    VITRINE_IO = 11,
    VITRINE_CORRUPT = 12, // stored data are damaged; the sentence names the file and block
    VITRINE_INTERNAL = 13,
};

// Static; never NULL, also for numbers that are not known.
VITRINE_API const char *vitrine_status_text(enum vitrine_status status);
// "0.1.0": of the library that runs, not of this header.
VITRINE_API const char *vitrine_version(void);

// --- errors --------------------------------------------------------------------------------------

// One trouble. The same one may be given to call after call: each begins by clearing it.
struct vitrine_error;

// NULL when out of memory.
VITRINE_API struct vitrine_error *vitrine_error_create(void);
VITRINE_API void vitrine_error_destroy(struct vitrine_error *error);
// What the last call said; VITRINE_OK, "" and "" after one that did not fail, and for NULL. The
// texts live until the next call with this error.
VITRINE_API enum vitrine_status vitrine_error_status(const struct vitrine_error *error);
VITRINE_API const char *vitrine_error_message(const struct vitrine_error *error);
VITRINE_API const char *vitrine_error_field(const struct vitrine_error *error);

// --- texts ---------------------------------------------------------------------------------------

// Bytes that belong to another. There is no NUL behind them unless a function says so.
struct vitrine_text {
    const char *bytes;
    size_t length;
};

// What functions write their answers into: they append, and never take away.
struct vitrine_buffer;

// `most` bytes at the most, 0: no bound but memory. NULL when out of memory.
VITRINE_API struct vitrine_buffer *vitrine_buffer_create(size_t most);
VITRINE_API void vitrine_buffer_destroy(struct vitrine_buffer *buffer);
// Empties it and keeps its memory for what comes next.
VITRINE_API void vitrine_buffer_clear(struct vitrine_buffer *buffer);
// What it holds, with a NUL behind it (not counted), until the next call with it.
VITRINE_API struct vitrine_text vitrine_buffer_text(struct vitrine_buffer *buffer);

VITRINE_END

#endif
