// SPDX-License-Identifier: Apache-2.0
// The layers of corrected rows (docs/format.md, LAYERS). Must not know: what corrections mean.
#include "store/segment_private.h"

#include "formats/document.h"

#include <string.h>

struct layers {
    uint64_t count;
    const uint32_t *rows;
    const struct sha256 *hashes;
    const uint64_t *offsets;
};

static status open_layers(struct segment *s, struct section *section, struct layers *out,
                          struct error *e)
{
    uint32_t number = s->single[SECTION_LAYERS];
    *out = (struct layers){0};
    TRY(segment_section(s, number, section, e));
    if (section->bytes == NULL) {
        return ST_OK;
    }
    uint64_t count = 0;
    if (section->length < sizeof count) {
        return segment_damaged(s, number, e, "it is cut short");
    }
    memcpy(&count, section->bytes, sizeof count);
    uint64_t rows = round_up(count * sizeof(uint32_t), 8);
    if (count > s->rows ||
        sizeof count + rows + count * SHA256_SIZE + (count + 1) * sizeof(uint64_t) >
            section->length) {
        return segment_damaged(s, number, e, "it is cut short");
    }
    const void *row_start = section->bytes + sizeof count;
    const void *hash_start = section->bytes + sizeof count + rows;
    const void *offset_start = section->bytes + sizeof count + rows + count * SHA256_SIZE;
    *out = (struct layers){count, row_start, hash_start, offset_start};
    return ST_OK;
}

// Place of a row among the corrected ones, or their count.
static uint64_t find_row(const struct layers *l, uint32_t row)
{
    uint64_t low = 0;
    uint64_t high = l->count;
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        if (l->rows[middle] < row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < l->count && l->rows[low] == row ? low : l->count;
}

status segment_layers(struct segment *s, uint32_t row, bool *found, struct sha256 *source_hash,
                      struct buffer *scratch, string_view *json, struct error *e)
{
    struct section section;
    struct layers layers;
    TRY(open_layers(s, &section, &layers, e));
    uint64_t at = find_row(&layers, row);
    if (at == layers.count) {
        *found = false;
        return ST_OK;
    }
    uint64_t from = layers.offsets[at];
    uint64_t to = layers.offsets[at + 1];
    if (from > to || to > section.length) {
        return segment_damaged(s, s->single[SECTION_LAYERS], e, "layer %llu lies outside of it",
                               (unsigned long long)at);
    }
    buffer_clear(scratch);
    status result =
        frame_unpack(section.bytes + from, to - from, 4 * LIMIT_RECORD_BYTES, scratch, e);
    TRY(segment_blame(s, s->single[SECTION_LAYERS], result, e));
    *source_hash = layers.hashes[at];
    *json = buffer_view(scratch);
    *found = true;
    return ST_OK;
}
