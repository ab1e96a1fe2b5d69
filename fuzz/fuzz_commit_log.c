// SPDX-License-Identifier: Apache-2.0
// Any bytes as a store's log: refused by name, or commits and tables that hold together. With an
// odd first byte, which is not a part of it, the frames' checksums are put right.
#include "base/hash.h"
#include "folder.h"
#include "store/commit_log.h"
#include "store/erasures.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LOG_HEAD   16
#define FRAME_HEAD 16

static void right_frames(uint8_t *bytes, size_t size)
{
    size_t at = LOG_HEAD;
    while (at < size && size - at >= FRAME_HEAD) {
        uint32_t payload = 0;
        memcpy(&payload, bytes + at, sizeof payload);
        if (payload > size - at - FRAME_HEAD) {
            return;
        }
        uint64_t checksum = hash_bytes(bytes + at + FRAME_HEAD, payload);
        memcpy(bytes + at + 8, &checksum, sizeof checksum);
        at += FRAME_HEAD + (((size_t)payload + 7) & ~(size_t)7);
    }
}

static void look_at(const struct commit_log *l)
{
    uint64_t sum = 0;
    for (uint32_t i = 1; i <= commit_log_count(l); i++) {
        const struct commit *c = commit_log_get(l, i);
        require(c->number == i);
        for (size_t k = 0; k < c->count_tables; k++) {
            sum += c->counts[k].added;
        }
        for (size_t k = 0; k < c->erased_count; k++) {
            sum += c->erased[k].key.length + c->erased[k].count;
        }
    }
    const struct table_list *tables = commit_log_tables(l);
    for (size_t i = 0; i < tables->count; i++) {
        require(i == 0 || uuid_compare(&tables->tables[i - 1].table, &tables->tables[i].table) < 0);
        require(i == 0 || sv_compare(tables->by_slug[i - 1]->slug, tables->by_slug[i]->slug) <= 0);
    }
    const struct erasure_list *erasures = commit_log_erasures(l);
    for (size_t i = 0; i < erasures->count; i++) {
        require(erasures->commits[i]->kind == COMMIT_ERASURE);
    }
    require(sum != 1 || commit_log_count(l) > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[PATH_SIZE];
    uint8_t *bytes = malloc(size + 1);
    struct commit_log *log = commit_log_create();
    struct error e = {0};
    size_t length = size == 0 ? 0 : size - 1;
    require(bytes != NULL && log != NULL);
    if (size > 0) {
        memcpy(bytes, data + 1, length);
        if (data[0] % 2 == 1) {
            right_frames(bytes, length);
        }
    }
    fuzz_put("log", bytes, length, path);
    (void)went_well(commit_log_read(log, fuzz_folder(), length, &e), &e, "store/log");
    look_at(log);
    commit_log_release(log);
    free(bytes);
    return 0;
}
