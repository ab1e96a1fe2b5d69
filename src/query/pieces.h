// SPDX-License-Identifier: Apache-2.0
// The pieces of an answer, such as its records, written side by side on processors that are idle
// and put together in order. Must not know: what the pieces are.
#pragma once

#include "base/buffer.h"

// Appends piece `index` to `out`. Called by several threads at once, with a buffer of each.
typedef status piece_write(void *argument, size_t index, struct buffer *out, struct error *e);
// Asks for the memory that piece `index` will need, in stages from 0: each may use what the one
// before has fetched. Called by several threads at once.
#define PIECE_STAGES 3u
typedef void piece_expect(void *argument, size_t index, unsigned stage);
// Appends the pieces 0 .. count - 1 with commas between. `expect` may be NULL. A buffer that is
// full shows in `out`.
NODISCARD status pieces_write(size_t count, piece_write *write, piece_expect *expect,
                              void *argument, struct buffer *out, struct error *e);
