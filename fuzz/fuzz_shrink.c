// SPDX-License-Identifier: Apache-2.0
// Any bytes as a picture: refused by its kind, or a JPEG of the size asked for, which can be read
// again, and the same each time.
#include "images/shrink.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static enum shrunk shrink(string_view picture, uint32_t longest, struct buffer *out)
{
    // Less than usual, so that the fuzzer gets on.
    static const struct shrink_limits limits = {.pixels = 1000000, .memory = (size_t)16 << 20};
    enum shrunk how = SHRUNK_COUNT;
    buffer_init(out, (size_t)16 << 20);
    require(image_shrink(picture, longest, SV("<x/>"), &limits, out, &how, NULL) == ST_OK);
    require(how < SHRUNK_COUNT && (how == SHRUNK) == (out->length > 0));
    return how;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer first;
    struct buffer again;
    uint32_t longest = size > 0 ? 1 + data[size - 1] % 64u : 1;
    const string_view picture = {(const char *)data, size};
    if (shrink(picture, longest, &first) == SHRUNK) {
        require(shrink(picture, longest, &again) == SHRUNK);
        require(first.length == again.length &&
                memcmp(first.bytes, again.bytes, first.length) == 0);
        buffer_release(&again);
        require(shrink(buffer_view(&first), longest, &again) == SHRUNK_NOT_LARGER);
        buffer_release(&again);
    }
    buffer_release(&first);
    return 0;
}
