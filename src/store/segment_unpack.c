// SPDX-License-Identifier: Apache-2.0
// A packed segment (docs/format.md): a small commit's file, unpacked into memory on opening, so
// that all readers see a segment as any other. Must not know: what is in the sections.
#include "store/segment_private.h"

#include <stdlib.h>
#include <string.h>
#include <zstd.h>

static status damaged(const struct segment *s, const char *what, struct error *e)
{
    return error_set(e, ST_CORRUPT, "%s is damaged: %s", s->name, what);
}

static status check_packed(const struct segment *s, struct packed_header *head, struct error *e)
{
    if (s->file.length <= sizeof *head) {
        return damaged(s, "it is cut short", e);
    }
    memcpy(head, s->file.bytes, sizeof *head);
    const unsigned char *frame = s->file.bytes + sizeof *head;
    size_t packed = s->file.length - sizeof *head;
    if (hash_bytes(frame, packed) != head->frame_hash) {
        return damaged(s, "the checksum of what is packed does not match", e);
    }
    if (head->length < sizeof(struct segment_header) || head->length > PACKED_MOST) {
        return damaged(s, "the length of what is packed is out of bounds", e);
    }
    return ST_OK;
}

// Puts the sections' checksums into the directory, whose own then tells whether all is whole.
static void restore_hashes(unsigned char *image, size_t length)
{
    struct segment_header header;
    memcpy(&header, image, sizeof header);
    size_t entry_size = sizeof(struct directory_entry);
    if (header.directory_offset > length ||
        header.directory_entries > (length - header.directory_offset) / entry_size) {
        return; // told when the header is checked
    }
    for (uint64_t i = 0; i < header.directory_entries; i++) {
        unsigned char *place = image + header.directory_offset + i * entry_size;
        struct directory_entry entry;
        memcpy(&entry, place, sizeof entry);
        if (entry.offset <= length && entry.length <= length - entry.offset) {
            entry.hash = hash_bytes(image + entry.offset, entry.length);
            memcpy(place, &entry, sizeof entry);
        }
    }
}

status segment_unpack(struct segment *s, struct error *e)
{
    struct packed_header head;
    if (s->file.length < sizeof head.magic ||
        memcmp(s->file.bytes, PACKED_MAGIC, sizeof head.magic) != 0) {
        return ST_OK;
    }
    TRY(check_packed(s, &head, e));
    unsigned char *image =
        aligned_alloc(SEGMENT_ALIGNMENT, round_up((size_t)head.length, SEGMENT_ALIGNMENT));
    if (image == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to unpack %s", s->name);
    }
    size_t got = ZSTD_decompress(image, (size_t)head.length, s->file.bytes + sizeof head,
                                 s->file.length - sizeof head);
    if (ZSTD_isError(got) || got != head.length) {
        free(image);
        return damaged(s, "what is packed cannot be unpacked", e);
    }
    restore_hashes(image, got);
    file_unmap(&s->file);
    s->unpacked = image;
    s->file = (struct mapped_file){image, got};
    return ST_OK;
}
