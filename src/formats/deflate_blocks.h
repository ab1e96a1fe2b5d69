// SPDX-License-Identifier: Apache-2.0
// Finds where the blocks of a deflate stream (RFC 1951) lie, without unpacking what they hold.
// Must not know: what the bytes are of.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

#include <stdint.h>

struct deflate_end {
    size_t last;  // bit at which the last block's header stands
    size_t after; // bit behind that block
};

// ST_CORRUPT when the bytes are no whole stream.
NODISCARD status deflate_find_end(string_view stream, struct deflate_end *out, struct error *e);
