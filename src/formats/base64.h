// SPDX-License-Identifier: Apache-2.0
// Base64 (RFC 4648 section 4), with padding. Must not know: what the bytes are.
#pragma once

#include <stddef.h>

#define BASE64_SIZE(bytes) (((bytes) + 2) / 3 * 4 + 1) // of its text, with a NUL

// `out` holds BASE64_SIZE(length).
void base64_write(const void *bytes, size_t length, char *out);
