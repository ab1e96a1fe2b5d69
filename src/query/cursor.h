// SPDX-License-Identifier: Apache-2.0
// Where an answer ended, as text for the next request: the commit and how many hits were given, for
// one query, sort and choice of tables.
// Must not know: how hits are found.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

struct cursor {
    uint32_t commit;
    uint64_t offset; // hits before the next one
    uint64_t asked;  // hash of query, sort, tables and scope
};

// 28 characters of base64url (RFC 4648 section 5, no padding) in the arena.
NODISCARD status cursor_write(const struct cursor *c, struct arena *arena, string_view *out,
                              struct error *e);
// ST_INVALID (field "after") when the text is no cursor, or one of another search than `asked`.
NODISCARD status cursor_read(string_view text, uint64_t asked, struct cursor *out, struct error *e);
