// SPDX-License-Identifier: Apache-2.0
// Errors as values: a status says what kind of trouble, a struct error carries the sentence for
// people.
// Must not know: where errors are shown (exit codes and HTTP codes are mapped by cli and http).
#pragma once

#include "base/base.h"

// name, short text
#define STATUS_LIST(X)                                                                             \
    X(OK, "ok")                                                                                    \
    X(INVALID, "invalid input") /* the caller's request or arguments are wrong */                  \
    X(BAD_DATA, "bad data")     /* a source file or its rows are wrong (exit code 3) */            \
    X(REFUSED, "refused")       /* a guard said no and names the option (exit code 3) */           \
    X(NOT_FOUND, "not found")                                                                      \
    X(GONE, "gone") /* was there once, removed since */                                            \
    X(CONFLICT, "conflict")                                                                        \
    X(UNCHANGED, "nothing changed")                                                                \
    X(TOO_LARGE, "too large") /* a stated limit is passed */                                       \
    X(CANCELLED, "cancelled") /* by the client's going away or a time budget */                    \
    X(NO_MEMORY, "out of memory")                                                                  \
    X(IO, "input/output error")                                                                    \
    X(CORRUPT, "stored data are damaged")                                                          \
    X(INTERNAL, "internal error")

typedef enum status {
#define X(name, text) ST_##name,
    STATUS_LIST(X)
#undef X
} status;

#define ERROR_MESSAGE_SIZE 512

// One trouble, told once by whoever knows the fact. Lives on the stack of a request or job.
// A zeroed struct error means "no trouble yet".
struct error {
    status code;
    char field[96]; // the field or parameter at fault, or ""
    // UTF-8, NUL-terminated, one sentence: what, where, what to do.
    char message[ERROR_MESSAGE_SIZE];
};

// Sets code and message and returns code, so that `return error_set(...)` reads well.
// The first trouble wins: a set error is not overwritten. `e` may be NULL.
status error_set(struct error *e, status code, const char *format, ...) PRINTF_LIKE(3, 4);

// As error_set, and names the field or parameter at fault.
status error_set_field(struct error *e, status code, const char *field, const char *format, ...)
    PRINTF_LIKE(4, 5);

// As error_set with ": " and the text of errno appended.
status error_set_errno(struct error *e, const char *format, ...) PRINTF_LIKE(2, 3);

#ifdef __clang_analyzer__
// The analyzer reads one file at a time: let it see that these never answer ST_OK, or it follows
// callers into results that a failed call left untouched.
#define error_set(e, code, ...) ((void)(error_set)((e), (code), __VA_ARGS__), (status)(code))
#define error_set_field(e, code, field, ...)                                                       \
    ((void)(error_set_field)((e), (code), (field), __VA_ARGS__), (status)(code))
#define error_set_errno(e, ...) ((void)(error_set_errno)((e), __VA_ARGS__), ST_IO)
#endif

// Puts "context: " before a message already set; does nothing when none is set.
void error_prefix(struct error *e, const char *format, ...) PRINTF_LIKE(2, 3);

void error_clear(struct error *e);

// Static text for a status; never NULL.
const char *status_text(status code);

// Returns early with the status; only where nothing but arena memory is held.
#define TRY(expression)                                                                            \
    do {                                                                                           \
        status try_status_ = (expression);                                                         \
        if (try_status_ != ST_OK) {                                                                \
            return try_status_;                                                                    \
        }                                                                                          \
    } while (0)

// The same inside a function that holds files, locks or maps and ends in `out:` with `result`.
#define TRY_OUT(expression)                                                                        \
    do {                                                                                           \
        result = (expression);                                                                     \
        if (result != ST_OK) {                                                                     \
            goto out;                                                                              \
        }                                                                                          \
    } while (0)
