// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of publications: refused with a sentence, or items with a DOI or a title
// whose texts are one line of bounded UTF-8.
#include "base/utf8.h"
#include "portal/literature_read.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check_text(string_view text)
{
    require(text.length <= LITERATURE_LIMIT_TEXT && utf8_check(text) == text.length);
    for (size_t i = 0; i < text.length; i++) {
        require((unsigned char)text.bytes[i] >= ' ' && text.bytes[i] != 0x7f);
    }
}

static void skip(void *argument, size_t number, const char *why)
{
    require(number > 0 && why[0] != '\0');
    ++*(size_t *)argument;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct error e = {0};
    struct literature_item *items = NULL;
    size_t count = 0;
    size_t skipped = 0;
    arena_init(&arena, (size_t)1 << 30);
    if (literature_read_file((string_view){(const char *)data, size}, &arena, skip, &skipped,
                             &items, &count, &e) != ST_OK) {
        require(e.message[0] != '\0');
        count = 0;
    }
    for (size_t i = 0; i < count; i++) {
        const struct publication *p = &items[i].publication;
        require(p->doi.length > 0 || p->title.length > 0);
        check_text(p->doi);
        check_text(p->title);
        check_text(p->authors);
        check_text(p->venue);
        check_text(p->address);
        for (size_t k = 0; k < items[i].cite_count; k++) {
            check_text(items[i].cites[k]);
        }
    }
    arena_release(&arena);
    return 0;
}
