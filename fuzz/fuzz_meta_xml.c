// SPDX-License-Identifier: Apache-2.0
// Any bytes as meta.xml: refused with a sentence, or a description within its bounds.
#include "formats/archive_unpack.h"
#include "formats/dwca_meta.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check_file(const struct dwca_file *file)
{
    require(file->location_count > 0 && file->location_count <= DWCA_MOST_FILES);
    for (size_t i = 0; i < file->location_count; i++) {
        require(is_safe_name(file->locations[i]));
    }
    require(file->delimiter != '\n' && file->encoding != ENCODING_DETECT);
    require(file->id_index == DWCA_NO_INDEX || file->id_index < LIMIT_TABLE_PATHS);
    for (size_t i = 0; i < file->field_count; i++) {
        const struct dwca_field *field = &file->fields[i];
        require(field->term.length > 0 && term_local_name(field->term).length > 0);
        require(field->index < LIMIT_TABLE_PATHS || field->default_value.length > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena memory;
    struct dwca_meta meta;
    struct error error = {0};
    arena_init(&memory, (size_t)512 << 20);
    string_view xml = {(const char *)data, size};
    if (dwca_meta_read(xml, &memory, &meta, &error) == ST_OK) {
        check_file(&meta.core);
        for (size_t i = 0; i < meta.extension_count; i++) {
            check_file(&meta.extensions[i]);
            require(meta.extensions[i].id_index != DWCA_NO_INDEX);
        }
    } else {
        require(error.message[0] != '\0');
    }
    arena_release(&memory);
    return 0;
}
