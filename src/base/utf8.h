// SPDX-License-Identifier: Apache-2.0
// UTF-8 (RFC 3629): checked decoding and encoding.
#pragma once

#include "base/buffer.h"
#include "base/string_view.h"

// Decodes the character at text[*at], moves *at behind it and returns it; on a malformed byte
// returns -1 and moves one byte on. `*at` must be below text.length.
int32_t utf8_next(string_view text, size_t *at);
// Writes 1 to 4 bytes; returns how many. Surrogates and values past U+10FFFF become U+FFFD.
size_t utf8_encode(uint32_t character, char out[4]);
void utf8_append(struct buffer *b, uint32_t character);
// Offset of the first malformed byte, or text.length when all is well. ASCII runs are fast.
size_t utf8_check(string_view text);
