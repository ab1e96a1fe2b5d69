// SPDX-License-Identifier: Apache-2.0
// Any bytes as JSON: refused at a place inside of them, or a document whose JSON reads back as
// itself.
#include "formats/json_read.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

struct reading {
    struct name_table *names;
    struct document_builder *builder;
    struct buffer json;
};

// Parses, and writes the canonical form.
static bool read_json(struct reading *r, string_view text, bool clean_names)
{
    size_t offset = 0;
    r->names = name_table_create();
    r->builder = malloc(sizeof *r->builder);
    buffer_init(&r->json, (size_t)256 << 20);
    require(r->names != NULL && r->builder != NULL);
    document_builder_init(r->builder);
    struct error error = {0};
    if (json_parse(text, clean_names, r->names, r->builder, &offset, &error) != ST_OK) {
        uint64_t line = 0;
        uint64_t column = 0;
        require(offset <= text.length && error.message[0] != '\0');
        json_locate(text, offset, &line, &column);
        require(line >= 1 && column >= 1);
        return false;
    }
    struct document document = document_builder_finish(r->builder);
    document_write_json(&document, r->names, true, &r->json);
    require(!r->json.failed);
    return true;
}

static void release(struct reading *r)
{
    document_builder_release(r->builder);
    free(r->builder);
    name_table_destroy(r->names);
    buffer_release(&r->json);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    struct reading first;
    string_view text = {(const char *)data + 1, size - 1};
    if (read_json(&first, text, (data[0] & 1) != 0)) {
        struct reading second;
        require(read_json(&second, buffer_view(&first.json), false));
        require(sv_equal(buffer_view(&first.json), buffer_view(&second.json)));
        release(&second);
    }
    release(&first);
    return 0;
}
