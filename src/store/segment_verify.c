// SPDX-License-Identifier: Apache-2.0
// Checks a whole segment: every checksum, and that its sections agree with each other.
// Must not know: the manifest, closings, row hashes' meaning (the store compares those).
#include "store/segment_private.h"

status segment_verify(struct segment *s, struct error *e)
{
    for (uint32_t i = 0; i < s->directory_count; i++) {
        struct section section;
        TRY(segment_section(s, i, &section, e));
    }
    return ST_OK;
}
