// SPDX-License-Identifier: Apache-2.0
// Any bytes as the body of a search over a small store: refused with a sentence, or an answer that
// is one piece of JSON.
#include "museum.h"
#include "vitrine/vitrine.h"

#include <jansson.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct vitrine_store *store;
static struct vitrine_snapshot *snapshot;

static void close_museum(void)
{
    vitrine_snapshot_release(snapshot);
    vitrine_store_close(store);
}

static struct vitrine_snapshot *museum(void)
{
    char path[PATH_SIZE];
    if (snapshot == NULL) {
        struct vitrine_error *error = vitrine_error_create();
        store = museum_make(path);
        require(vitrine_snapshot_take(store, &snapshot, error) == VITRINE_OK);
        require(atexit(close_museum) == 0);
        vitrine_error_destroy(error);
    }
    return snapshot;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct vitrine_error *error = vitrine_error_create();
    struct vitrine_buffer *out = vitrine_buffer_create((size_t)64 << 20);
    require(error != NULL && out != NULL);
    enum vitrine_status result =
        vitrine_search_json(museum(), (const char *)data, size, out, error);
    struct vitrine_text text = vitrine_buffer_text(out);
    if (result == VITRINE_OK) {
        json_t *answer = json_loadb(text.bytes, text.length, 0, NULL);
        require(json_is_object(answer));
        json_decref(answer);
    } else {
        require(result == VITRINE_INVALID || result == VITRINE_TOO_LARGE ||
                result == VITRINE_NOT_FOUND);
        require(vitrine_error_message(error)[0] != '\0');
    }
    vitrine_buffer_destroy(out);
    vitrine_error_destroy(error);
    return 0;
}
