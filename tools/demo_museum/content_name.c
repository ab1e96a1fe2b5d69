// SPDX-License-Identifier: Apache-2.0
// Names by content; see content_name.h.
#include "content_name.h"

#include <stdio.h>

#include "base/hash.h"

void content_name(const void *bytes, size_t length, const char *extension,
                  char out[CONTENT_NAME_SIZE])
{
    struct sha256 hash;
    char digits[65];
    sha256_of(bytes, length, &hash);
    sha256_to_hex(&hash, digits);
    (void)snprintf(out, CONTENT_NAME_SIZE, "%s.%s", digits, extension);
}
