// SPDX-License-Identifier: Apache-2.0
// Percent-encoding (RFC 3986, section 2.1). Must not know: what the address is of.
#pragma once

#include "base/buffer.h"

// Appends text percent-encoded but for the unreserved characters of RFC 3986.
void percent_encode(struct buffer *out, string_view text);
// Appends text with each whole escape undone; what is none stays as it is.
void percent_decode(struct buffer *out, string_view text);
