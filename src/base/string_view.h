// SPDX-License-Identifier: Apache-2.0
// A view of bytes: pointer and length, never owning, may hold NULs. Text is UTF-8 unless said
// otherwise.
#pragma once

#include "base/base.h"

typedef struct string_view {
    const char *bytes;
    size_t length;
} string_view;

#define SV(literal)       ((string_view){"" literal, sizeof(literal) - 1})
#define SV_FORMAT         "%.*s"
#define SV_ARGUMENT(view) (int)MIN((view).length, (size_t)INT32_MAX), (view).bytes

// A view of a NUL-terminated string; NULL gives the empty view.
string_view sv_from(const char *text);
bool sv_equal(string_view a, string_view b);
// Equal when ASCII letters are taken without case.
bool sv_equal_ignore_case(string_view a, string_view b);
// memcmp order, a prefix before the longer.
int sv_compare(string_view a, string_view b);
bool sv_starts_with(string_view text, string_view prefix);
bool sv_ends_with(string_view text, string_view suffix);
// Offset of the first `byte`, or `text.length` when there is none.
size_t sv_find(string_view text, char byte);
// The part from `start` (clamped) of at most `length` bytes.
string_view sv_slice(string_view text, size_t start, size_t length);
// Without ASCII blanks (space, tab, CR, LF) at both ends.
string_view sv_trim(string_view text);
// Takes the part before the first `separator` off *rest (or all of it); false when *rest is used
// up. A view of length 0 with bytes NULL means used up; an empty last part is given once.
bool sv_split(string_view *rest, char separator, string_view *part);
// Decimal integers, whole view, optional '-' for the signed one; false on anything else or
// overflow.
NODISCARD bool sv_to_int64(string_view text, int64_t *out);
NODISCARD bool sv_to_uint64(string_view text, uint64_t *out);
