// SPDX-License-Identifier: Apache-2.0
// Sections go out in the order they come; the directory is sorted at the end.
#include "store/section_file.h"

#include "base/array.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"
#include "store/block_checks.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

struct section_file {
    struct file_writer writer;
    pthread_mutex_t mutex; // guards writer and entries
    struct directory_entry *entries;
    size_t count;
    size_t capacity;
    bool packs;
    struct buffer blocks; // BLOCKS
    bool finished;
};

status section_file_create(const char *path, struct section_file **out, struct error *e)
{
    struct section_file *f = calloc(1, sizeof *f);
    if (f == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to write %s", path);
    }
    status result = file_writer_open(&f->writer, path, e);
    if (result == ST_OK) {
        (void)pthread_mutex_init(&f->mutex, NULL);
        buffer_init(&f->blocks, SIZE_MAX / 2);
        struct segment_header blank = {0};
        result = file_writer_add(&f->writer, &blank, sizeof blank, e);
        if (result == ST_OK) {
            *out = f;
            return ST_OK;
        }
        section_file_destroy(f);
        return result;
    }
    free(f);
    return result;
}

// The state must be aligned to 64, which compilers do not see to in frames that a sanitizer moves
// to its own stack: it is placed by hand.
#define STATE_ALIGNMENT 64u
struct hash_room {
    unsigned char bytes[sizeof(XXH3_state_t) + STATE_ALIGNMENT];
};

static XXH3_state_t *hash_begin(struct hash_room *room)
{
    uintptr_t over = (uintptr_t)room->bytes % STATE_ALIGNMENT;
    void *place = room->bytes + (over == 0 ? 0 : STATE_ALIGNMENT - over);
    XXH3_state_t *state = place;
    (void)XXH3_64bits_reset(state);
    return state;
}

static uint64_t hash_parts(const struct section_part *parts, size_t part_count)
{
    if (part_count == 1) {
        return hash_bytes(parts[0].bytes, parts[0].length);
    }
    struct hash_room room = {0};
    XXH3_state_t *state = hash_begin(&room);
    for (size_t i = 0; i < part_count; i++) {
        if (parts[i].length > 0) {
            (void)XXH3_64bits_update(state, parts[i].bytes, parts[i].length);
        }
    }
    return XXH3_64bits_digest(state);
}

static status pad(struct section_file *f, struct error *e)
{
    static const unsigned char zeros[SEGMENT_ALIGNMENT];
    size_t over = (size_t)(f->writer.offset % SEGMENT_ALIGNMENT);
    return over == 0 ? ST_OK : file_writer_add(&f->writer, zeros, SEGMENT_ALIGNMENT - over, e);
}

static status add_locked(struct section_file *f, struct directory_entry *entry,
                         const struct section_part *parts, size_t part_count, struct error *e)
{
    if (!ARRAY_RESERVE(f->entries, f->capacity, f->count, SIZE_MAX / sizeof *f->entries)) {
        return error_set(e, ST_NO_MEMORY, "no memory for a segment's directory");
    }
    TRY(pad(f, e));
    entry->offset = f->writer.offset;
    for (size_t i = 0; i < part_count; i++) {
        TRY(file_writer_add(&f->writer, parts[i].bytes, parts[i].length, e));
    }
    f->entries[f->count++] = *entry;
    return ST_OK;
}

// Sections that readers look into at few places.
static bool is_checked_by_block(const struct directory_entry *entry)
{
    switch (entry->kind) {
    case SECTION_KEYS:
    case SECTION_DICTIONARY:
    case SECTION_ORDINALS:
    case SECTION_POSTINGS:
    case SECTION_TOKENS:
    case SECTION_TOKEN_POSTINGS:
    case SECTION_FIELD_TOKENS:
    case SECTION_FIELD_TOKEN_POSTINGS:
        return entry->length > CHECKED_BY_BLOCK;
    default:
        return false;
    }
}

// The checksums of the section's blocks, which pass over the borders of its parts.
static void hash_blocks(const struct directory_entry *entry, const struct section_part *parts,
                        size_t part_count, struct buffer *out)
{
    struct blocks_record record = {entry->kind, entry->path, entry->length};
    struct hash_room room = {0};
    size_t filled = 0;
    buffer_append(out, &record, sizeof record);
    XXH3_state_t *state = hash_begin(&room);
    for (size_t i = 0; i < part_count; i++) {
        const unsigned char *bytes = parts[i].bytes;
        for (size_t at = 0; at < parts[i].length;) {
            size_t take = MIN(parts[i].length - at, CHECK_BLOCK - filled);
            (void)XXH3_64bits_update(state, bytes + at, take);
            at += take;
            filled += take;
            if (filled == CHECK_BLOCK) {
                uint64_t hash = XXH3_64bits_digest(state);
                buffer_append(out, &hash, sizeof hash);
                (void)XXH3_64bits_reset(state);
                filled = 0;
            }
        }
    }
    if (filled > 0) {
        uint64_t hash = XXH3_64bits_digest(state);
        buffer_append(out, &hash, sizeof hash);
    }
}

static status add_entry(struct section_file *f, struct directory_entry *entry,
                        const struct section_part *parts, size_t part_count, struct error *e)
{
    for (size_t i = 0; i < part_count; i++) {
        entry->length += parts[i].length;
    }
    entry->hash = hash_parts(parts, part_count);
    struct buffer blocks;
    buffer_init(&blocks, SIZE_MAX / 2);
    if (is_checked_by_block(entry)) {
        hash_blocks(entry, parts, part_count, &blocks);
    }
    (void)pthread_mutex_lock(&f->mutex);
    status result = add_locked(f, entry, parts, part_count, e);
    buffer_append(&f->blocks, blocks.bytes == NULL ? "" : blocks.bytes, blocks.length);
    if (result == ST_OK && (blocks.failed || f->blocks.failed)) {
        result = error_set(e, ST_NO_MEMORY, "no memory for a segment's checksums");
    }
    (void)pthread_mutex_unlock(&f->mutex);
    buffer_release(&blocks);
    return result;
}

status section_file_add(struct section_file *f, enum section_kind kind, uint32_t path,
                        uint64_t count, const struct section_part *parts, size_t part_count,
                        struct error *e)
{
    struct directory_entry entry = {.kind = kind, .path = path, .count = count};
    return add_entry(f, &entry, parts, part_count, e);
}

status section_file_add_told(struct section_file *f, enum section_kind kind, uint32_t path,
                             uint64_t count, uint64_t told, const struct section_part *parts,
                             size_t part_count, struct error *e)
{
    struct directory_entry entry = {.kind = kind, .path = path, .count = count, .told = told + 1};
    return add_entry(f, &entry, parts, part_count, e);
}

void section_file_pack(struct section_file *f)
{
    f->packs = true;
}

uint64_t section_file_length(struct section_file *f)
{
    (void)pthread_mutex_lock(&f->mutex);
    uint64_t length = f->writer.offset;
    (void)pthread_mutex_unlock(&f->mutex);
    return length;
}

size_t section_file_memory(struct section_file *f)
{
    (void)pthread_mutex_lock(&f->mutex);
    size_t memory = sizeof *f + ((size_t)1 << 20) + f->capacity * sizeof *f->entries;
    (void)pthread_mutex_unlock(&f->mutex);
    return memory;
}

static int compare_entries(const void *a, const void *b)
{
    const struct directory_entry *x = a;
    const struct directory_entry *y = b;
    if (x->kind != y->kind) {
        return x->kind < y->kind ? -1 : 1;
    }
    return (x->path > y->path) - (x->path < y->path);
}

// The segment as it would lie in the file, but for the sections' checksums, which whoever unpacks
// it puts back. Everything is in the writer's buffer still.
static status pack_image(struct section_file *f, const struct segment_header *header,
                         struct error *e)
{
    size_t length = f->writer.used;
    size_t bound = ZSTD_compressBound(length);
    unsigned char *image = malloc(length);
    unsigned char *frame = malloc(bound);
    status result = ST_OK;
    if (image == NULL || frame == NULL) {
        result = error_set(e, ST_NO_MEMORY, "no memory to pack a segment");
        goto out;
    }
    memcpy(image, f->writer.buffer, length);
    memcpy(image, header, sizeof *header);
    for (size_t i = 0; i < f->count; i++) {
        size_t at = header->directory_offset + i * sizeof *f->entries;
        memset(image + at + offsetof(struct directory_entry, hash), 0, sizeof(uint64_t));
    }
    size_t packed = ZSTD_compress(frame, bound, image, length, PACKED_LEVEL);
    if (ZSTD_isError(packed)) {
        result =
            error_set(e, ST_INTERNAL, "zstd cannot pack a segment: %s", ZSTD_getErrorName(packed));
        goto out;
    }
    struct packed_header head = {.length = length, .frame_hash = hash_bytes(frame, packed)};
    memcpy(head.magic, PACKED_MAGIC, sizeof head.magic);
    f->writer.used = 0;
    f->writer.offset = 0;
    TRY_OUT(file_writer_add(&f->writer, &head, sizeof head, e));
    TRY_OUT(file_writer_add(&f->writer, frame, packed, e));
out:
    free(image);
    free(frame);
    return result;
}

static status write_header(struct section_file *f, const struct segment_header *header,
                           struct error *e)
{
    bool whole_in_buffer = f->writer.used == f->writer.offset;
    if (f->packs && whole_in_buffer && f->writer.used <= PACKED_MOST) {
        return pack_image(f, header, e);
    }
    return file_writer_patch(&f->writer, 0, header, sizeof *header, e);
}

status section_file_finish(struct section_file *f, uint32_t paths, uint64_t rows, uint64_t levels,
                           struct error *e)
{
    if (f->blocks.length > 0) {
        struct section_part part = {f->blocks.bytes, f->blocks.length};
        TRY(section_file_add(f, SECTION_BLOCKS, 0, f->blocks.length, &part, 1, e));
    }
    if (f->count > 0) {
        qsort(f->entries, f->count, sizeof *f->entries, compare_entries);
    }
    TRY(pad(f, e));
    struct segment_header header = {
        .format = SEGMENT_FORMAT,
        .paths = paths,
        .rows = rows,
        .levels = levels,
        .directory_offset = f->writer.offset,
        .directory_entries = f->count,
        .directory_hash = hash_bytes(f->entries, f->count * sizeof *f->entries),
    };
    memcpy(header.magic, SEGMENT_MAGIC, sizeof header.magic);
    header.header_hash = hash_bytes(&header, offsetof(struct segment_header, header_hash));
    TRY(file_writer_add(&f->writer, f->entries, f->count * sizeof *f->entries, e));
    TRY(write_header(f, &header, e));
    f->finished = true; // closing removes the file itself when it fails
    return file_writer_close(&f->writer, true, e);
}

void section_file_destroy(struct section_file *f)
{
    if (f != NULL) {
        if (!f->finished) {
            file_writer_abandon(&f->writer);
        }
        (void)pthread_mutex_destroy(&f->mutex);
        free(f->entries);
        buffer_release(&f->blocks);
        free(f);
    }
}
