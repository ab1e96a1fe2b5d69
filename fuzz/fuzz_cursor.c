// SPDX-License-Identifier: Apache-2.0
// Any text as a cursor of a search whose hash is its first eight bytes: refused with a word, or a
// cursor that is written as the same text.
#include "folder.h"
#include "query/cursor.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint64_t asked = 0;
    struct arena arena;
    struct error e = {0};
    struct cursor cursor;
    string_view again;
    if (size < sizeof asked) {
        return 0;
    }
    memcpy(&asked, data, sizeof asked);
    string_view text = {(const char *)data + sizeof asked, size - sizeof asked};
    arena_init(&arena, (size_t)1 << 20);
    status result = cursor_read(text, asked, &cursor, &e);
    if (result == ST_OK) {
        require(cursor.asked == asked);
        require(cursor_write(&cursor, &arena, &again, &e) == ST_OK);
        require(sv_equal(again, text));
    } else {
        require(result == ST_INVALID && strcmp(e.field, "after") == 0);
    }
    arena_release(&arena);
    return 0;
}
