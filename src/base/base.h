// SPDX-License-Identifier: Apache-2.0
// The one first include: fixed-width types, attributes and checked arithmetic. Knows nothing else.
#pragma once

#include <assert.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NODISCARD                __attribute__((warn_unused_result))
#define PRINTF_LIKE(text, first) __attribute__((__format__(__printf__, text, first)))
#define ARRAY_LENGTH(array)      (sizeof(array) / sizeof((array)[0]))
#define MIN(a, b)                ((a) < (b) ? (a) : (b))
#define MAX(a, b)                ((a) > (b) ? (a) : (b))

// Compiles a function once more for AVX2 and chooses between the two when the program starts. Not
// under the sanitizers: their functions cannot run yet when that choice is made.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                         \
    __has_feature(memory_sanitizer)
#define WIDE_CLONES
#endif
#endif
#if !defined(WIDE_CLONES) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) &&              \
    !defined(__SANITIZE_THREAD__)
#define WIDE_CLONES __attribute__((target_clones("avx2", "default")))
#elif !defined(WIDE_CLONES)
#define WIDE_CLONES
#endif

// Overflow-checked size arithmetic: true when the result does not fit, as the compiler built-ins.
static inline bool size_add_overflows(size_t a, size_t b, size_t *sum)
{
    return __builtin_add_overflow(a, b, sum);
}

static inline bool size_multiply_overflows(size_t a, size_t b, size_t *product)
{
    return __builtin_mul_overflow(a, b, product);
}
