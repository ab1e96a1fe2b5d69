// SPDX-License-Identifier: Apache-2.0
// Any bytes as eml.xml: refused with a sentence, or metadata that are one valid JSON object.
#include "formats/dataset_metadata.h"
#include "formats/json_read.h"
#include "formats/licence.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check_metadata(string_view json)
{
    size_t offset = 0;
    struct name_table *names = name_table_create();
    struct document_builder *builder = malloc(sizeof *builder);
    require(names != NULL && builder != NULL);
    document_builder_init(builder);
    status result = json_parse(json, false, names, builder, &offset, NULL);
    // A text or list may be longer than a record's.
    require(result == ST_OK || result == ST_TOO_LARGE);
    require(builder->nodes[0].kind == NODE_OBJECT);
    document_builder_release(builder);
    free(builder);
    name_table_destroy(names);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer json;
    struct error error = {0};
    string_view text = {(const char *)data, size};
    buffer_init(&json, (size_t)256 << 20);
    if (eml_read(text, &json, &error) == ST_OK) {
        check_metadata(buffer_view(&json));
    } else {
        require(error.message[0] != '\0' && json.length == 0);
    }
    buffer_release(&json);
    char uri[LICENCE_URI_SIZE];
    if (licence_uri(text, uri)) {
        require(strncmp(uri, "https://", 8) == 0 && strlen(uri) < sizeof uri);
    }
    return 0;
}
