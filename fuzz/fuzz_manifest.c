// SPDX-License-Identifier: Apache-2.0
// Any bytes as a store's manifest: refused by name, or a manifest that is written and read again as
// the same. With an odd first byte, which is not a part of it, length and checksum are put right.
#include "base/hash.h"
#include "folder.h"
#include "store/manifest.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HEADER_SIZE 24

static void right_header(uint8_t *bytes, size_t size)
{
    if (size >= HEADER_SIZE) {
        uint32_t length = (uint32_t)(size - HEADER_SIZE);
        uint64_t checksum = hash_bytes(bytes + HEADER_SIZE, length);
        memcpy(bytes + 12, &length, sizeof length);
        memcpy(bytes + 16, &checksum, sizeof checksum);
    }
}

static void check_same(const struct manifest *a, const struct manifest *b)
{
    require(a->generation == b->generation && a->log_length == b->log_length &&
            a->last_commit == b->last_commit && a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        const struct manifest_segment *x = &a->segments[i];
        const struct manifest_segment *y = &b->segments[i];
        require(strcmp(x->file, y->file) == 0 && x->rows == y->rows && x->commit == y->commit);
        require(x->closings_count == y->closings_count && x->ended_count == y->ended_count);
        for (size_t k = 0; k < x->closings_count; k++) {
            require(strcmp(x->closings[k].file, y->closings[k].file) == 0 &&
                    x->closings[k].commit == y->closings[k].commit &&
                    x->closings[k].pairs == y->closings[k].pairs);
        }
        for (size_t k = 0; k < x->ended_count; k++) {
            require(x->ended[k].row < x->rows && x->ended[k].row == y->ended[k].row &&
                    x->ended[k].commit == y->ended[k].commit);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[PATH_SIZE];
    uint8_t *bytes = malloc(size + 1);
    struct arena arena;
    struct error e = {0};
    struct manifest first;
    struct manifest second;
    require(bytes != NULL);
    if (size > 0) {
        memcpy(bytes, data + 1, size - 1);
        if (data[0] % 2 == 1) {
            right_header(bytes, size - 1);
        }
    }
    arena_init(&arena, (size_t)256 << 20);
    fuzz_put("manifest", bytes, size == 0 ? 0 : size - 1, path);
    if (went_well(manifest_read(fuzz_folder(), &arena, &first, &e), &e, "store/manifest")) {
        require(manifest_write(fuzz_folder(), &first, &e) == ST_OK);
        require(manifest_read(fuzz_folder(), &arena, &second, &e) == ST_OK);
        check_same(&first, &second);
    }
    arena_release(&arena);
    free(bytes);
    return 0;
}
