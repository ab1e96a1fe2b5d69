// SPDX-License-Identifier: Apache-2.0
// UUIDs (RFC 9562): made at random (version 4) or from a name (version 8 over SHA-256), read and
// written.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

struct uuid {
    unsigned char bytes[16]; // network order, so that memcmp orders as the text does
};

NODISCARD status uuid_random(struct uuid *out, struct error *e);
// The same name gives the same identifier on every machine.
void uuid_from_name(string_view name, struct uuid *out);
// Writes 36 characters and a NUL, lower case.
void uuid_to_text(const struct uuid *id, char out[37]);
#define UUID_TEXT ((size_t)36)
// Writes the 36 characters alone, in a few steps.
void uuid_write(const unsigned char bytes[16], char out[UUID_TEXT]);
// Reads the 36-character form, any case.
NODISCARD bool uuid_from_text(string_view text, struct uuid *out);
// The same in lower case alone, which uuid_write gives back.
NODISCARD bool uuid_from_lower(string_view text, struct uuid *out);
int uuid_compare(const struct uuid *a, const struct uuid *b);
