// SPDX-License-Identifier: Apache-2.0
// Reading and writing closings files.
#include "store/closings.h"

#include "base/file.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define HEADER_SIZE 32

static const char magic[8] = "VITRCLO1";

static uint64_t name_number(const char *segment_name)
{
    return (uint64_t)strtoull(segment_name, NULL, 16);
}

status closings_write(const char *path, const char *segment_name, const struct closing *pairs,
                      size_t count, struct error *e)
{
    struct file_writer w;
    unsigned char header[HEADER_SIZE];
    uint64_t n = count;
    uint64_t checksum = hash_bytes(pairs, count * sizeof *pairs);
    uint64_t segment = name_number(segment_name);
    memcpy(header, magic, sizeof magic);
    memcpy(header + 8, &n, sizeof n);
    memcpy(header + 16, &checksum, sizeof checksum);
    memcpy(header + 24, &segment, sizeof segment);
    TRY(file_writer_open(&w, path, e));
    status result = file_writer_add(&w, header, sizeof header, e);
    if (result == ST_OK) {
        result = file_writer_add(&w, pairs, count * sizeof *pairs, e);
    }
    if (result != ST_OK) {
        file_writer_abandon(&w);
        return result;
    }
    return file_writer_close(&w, true, e);
}

static status check_header(const char *path, const struct mapped_file *m, const char *segment_name,
                           size_t *count, struct error *e)
{
    uint64_t n = 0;
    uint64_t checksum = 0;
    uint64_t segment = 0;
    if (m->length < HEADER_SIZE || memcmp(m->bytes, magic, sizeof magic) != 0) {
        return error_set(e, ST_CORRUPT, "%s is damaged: it does not start with VITRCLO1", path);
    }
    memcpy(&n, m->bytes + 8, sizeof n);
    memcpy(&checksum, m->bytes + 16, sizeof checksum);
    memcpy(&segment, m->bytes + 24, sizeof segment);
    size_t pairs_bytes = m->length - HEADER_SIZE;
    if (n != pairs_bytes / sizeof(struct closing) || pairs_bytes % sizeof(struct closing) != 0) {
        return error_set(e, ST_CORRUPT, "%s is damaged: its length does not match its count", path);
    }
    if (hash_bytes(m->bytes + HEADER_SIZE, pairs_bytes) != checksum) {
        return error_set(e, ST_CORRUPT, "%s is damaged: its checksum does not match", path);
    }
    if (segment != name_number(segment_name)) {
        return error_set(e, ST_CORRUPT, "%s belongs to another segment than %s", path,
                         segment_name);
    }
    *count = (size_t)n;
    return ST_OK;
}

static status append_pairs(const char *path, const struct mapped_file *m, size_t added,
                           uint32_t commit, uint32_t rows, struct closing *pairs, size_t count,
                           struct error *e)
{
    memcpy(pairs + count, m->bytes + HEADER_SIZE, added * sizeof *pairs);
    for (size_t i = count; i < count + added; i++) {
        if (pairs[i].row >= rows || (i > count && pairs[i].row <= pairs[i - 1].row)) {
            return error_set(e, ST_CORRUPT, "%s is damaged: pair %zu is out of order or range",
                             path, i - count);
        }
        if (pairs[i].commit == 0) {
            pairs[i].commit = commit;
        }
    }
    return ST_OK;
}

status closings_read(const char *path, const char *segment_name, uint32_t commit, uint32_t rows,
                     struct closing **pairs, size_t *count, size_t *capacity, struct error *e)
{
    struct mapped_file m;
    TRY(file_map(path, &m, e));
    size_t added = 0;
    status result = check_header(path, &m, segment_name, &added, e);
    if (result == ST_OK && added > *capacity - *count) {
        size_t wanted = *count + added;
        struct closing *grown = realloc(*pairs, wanted * sizeof *grown);
        if (grown == NULL) {
            result = error_set(e, ST_NO_MEMORY, "no memory for %zu closings", wanted);
        } else {
            *pairs = grown;
            *capacity = wanted;
        }
    }
    if (result == ST_OK && added > 0) {
        result = append_pairs(path, &m, added, commit, rows, *pairs, *count, e);
        *count += result == ST_OK ? added : 0;
    }
    file_unmap(&m);
    return result;
}

static int by_row_then_commit(const void *a, const void *b)
{
    const struct closing *x = a;
    const struct closing *y = b;
    if (x->row != y->row) {
        return x->row < y->row ? -1 : 1;
    }
    return (x->commit > y->commit) - (x->commit < y->commit);
}

size_t closings_settle(struct closing *pairs, size_t count)
{
    if (count == 0) {
        return 0;
    }
    qsort(pairs, count, sizeof *pairs, by_row_then_commit);
    size_t kept = 1;
    for (size_t i = 1; i < count; i++) {
        if (pairs[i].row != pairs[kept - 1].row) {
            pairs[kept++] = pairs[i];
        }
    }
    return kept;
}
