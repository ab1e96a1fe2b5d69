// SPDX-License-Identifier: Apache-2.0
// Reads BLOCKS on opening: which long sections can be checked block by block.
// Must not know: what the sections hold.
#include "store/segment_private.h"

#include <stdlib.h>
#include <string.h>

static uint32_t find_entry(const struct segment *s, uint32_t kind, uint32_t path)
{
    size_t low = 0;
    size_t high = s->directory_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct directory_entry *entry = &s->directory[middle];
        if (entry->kind < kind || (entry->kind == kind && entry->path < path)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < s->directory_count && s->directory[low].kind == kind &&
                 s->directory[low].path == path;
    return found ? (uint32_t)low : NO_SECTION;
}

static status add_checks(struct segment *s, const struct blocks_record *r,
                         const unsigned char *hashes, struct error *e)
{
    uint32_t number = find_entry(s, r->kind, r->path);
    if (number == NO_SECTION || s->directory[number].length != r->length ||
        s->blocks[number] != NULL) {
        return error_set(e, ST_CORRUPT, "%s: BLOCKS tells of a section that is not there", s->name);
    }
    size_t count = (size_t)(r->length + CHECK_BLOCK - 1) >> CHECK_BLOCK_BITS;
    struct block_checks *c = calloc(1, sizeof *c);
    atomic_uchar *checked = calloc(MAX(count, (size_t)1), sizeof *checked);
    if (c == NULL || checked == NULL) {
        free(c);
        free(checked);
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", s->name);
    }
    *c = (struct block_checks){.bytes = s->file.bytes + s->directory[number].offset,
                               .length = (size_t)r->length,
                               .hashes = hashes,
                               .checked = checked};
    s->blocks[number] = c;
    return ST_OK;
}

status segment_read_blocks(struct segment *s, struct error *e)
{
    struct section section;
    s->blocks = calloc(MAX(s->directory_count, (size_t)1), sizeof *s->blocks);
    if (s->blocks == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", s->name);
    }
    TRY(segment_section(s, s->single[SECTION_BLOCKS], &section, e));
    for (size_t at = 0; at < section.length;) {
        struct blocks_record r;
        if (section.length - at < sizeof r) {
            return error_set(e, ST_CORRUPT, "%s: BLOCKS is cut short", s->name);
        }
        memcpy(&r, section.bytes + at, sizeof r);
        at += sizeof r;
        uint64_t bytes = ((r.length + CHECK_BLOCK - 1) >> CHECK_BLOCK_BITS) * sizeof(uint64_t);
        if (r.length > s->file.length || bytes > section.length - at) {
            return error_set(e, ST_CORRUPT, "%s: BLOCKS is cut short", s->name);
        }
        TRY(add_checks(s, &r, section.bytes + at, e));
        at += (size_t)bytes;
    }
    return ST_OK;
}

void segment_blocks_release(struct segment *s)
{
    for (size_t i = 0; s->blocks != NULL && i < s->directory_count; i++) {
        if (s->blocks[i] != NULL) {
            free(s->blocks[i]->checked);
            free(s->blocks[i]);
        }
    }
    free(s->blocks);
}

status segment_section_by_block(struct segment *s, uint32_t number, struct section *out,
                                struct error *e)
{
    bool whole = number == NO_SECTION || s->blocks[number] == NULL ||
                 atomic_load_explicit(&s->checked[number], memory_order_acquire) != 0;
    if (whole) {
        return segment_section(s, number, out, e);
    }
    const struct directory_entry *entry = &s->directory[number];
    *out = (struct section){s->file.bytes + entry->offset, entry->length, entry->count,
                            s->blocks[number]};
    return ST_OK;
}
