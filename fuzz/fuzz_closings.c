// SPDX-License-Identifier: Apache-2.0
// Any bytes as a segment's closings: refused by name, or rows in order within the segment. With an
// odd first byte, which is not a part of them, count and checksum are put right.
#include "base/hash.h"
#include "folder.h"
#include "store/closings.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HEADER_SIZE 32
#define ROWS        1000
#define SEGMENT     "00000000000000ab"

static void right_header(uint8_t *bytes, size_t size)
{
    if (size >= HEADER_SIZE) {
        uint64_t count = (size - HEADER_SIZE) / sizeof(struct closing);
        uint64_t checksum = hash_bytes(bytes + HEADER_SIZE, size - HEADER_SIZE);
        uint64_t segment = strtoull(SEGMENT, NULL, 16);
        memcpy(bytes + 8, &count, sizeof count);
        memcpy(bytes + 16, &checksum, sizeof checksum);
        memcpy(bytes + 24, &segment, sizeof segment);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[PATH_SIZE];
    uint8_t *bytes = malloc(size + 1);
    struct closing *pairs = NULL;
    size_t count = 0;
    size_t capacity = 0;
    struct error e = {0};
    require(bytes != NULL);
    if (size > 0) {
        memcpy(bytes, data + 1, size - 1);
        if (data[0] % 2 == 1) {
            right_header(bytes, size - 1);
        }
    }
    fuzz_put("0.closings", bytes, size == 0 ? 0 : size - 1, path);
    if (went_well(closings_read(path, SEGMENT, 7, ROWS, &pairs, &count, &capacity, &e), &e,
                  "0.closings")) {
        for (size_t i = 0; i < count; i++) {
            require(pairs[i].row < ROWS && pairs[i].commit != 0);
            require(i == 0 || pairs[i - 1].row < pairs[i].row);
        }
        require(closings_settle(pairs, count) == count);
    }
    free(pairs);
    free(bytes);
    return 0;
}
