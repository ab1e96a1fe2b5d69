// SPDX-License-Identifier: Apache-2.0
// Opens any bytes as a segment, verifies it and reads everything that a reader may ask for.
// Whatever is damaged must be told as ST_CORRUPT; nothing may be read out of bounds.
//
// With an odd first byte the checksums are put right before opening, so that what lies behind them
// is reached too; with its second bit set the segment is packed, as small commits are. The byte
// itself is not a part of the segment.
#include "base/arena.h"
#include "base/hash.h"
#include "formats/document.h"
#include "store/segment.h"
#include "store/segment_format.h"
#include "store/segment_merge.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zstd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// Rows and ordinals are read up to so many, to keep an input quick.
#define MOST_READ   200u
#define MOST_MERGED 64u

static void right_checksums(uint8_t *bytes, size_t size)
{
    struct segment_header header;
    if (size < sizeof header) {
        return;
    }
    memcpy(&header, bytes, sizeof header);
    uint64_t most = size / sizeof(struct directory_entry);
    if (header.directory_offset <= size && header.directory_entries <= most &&
        header.directory_entries * sizeof(struct directory_entry) <=
            size - header.directory_offset) {
        uint8_t *directory = bytes + header.directory_offset;
        for (uint64_t i = 0; i < header.directory_entries; i++) {
            struct directory_entry entry;
            memcpy(&entry, directory + i * sizeof entry, sizeof entry);
            if (entry.offset <= size && entry.length <= size - entry.offset) {
                entry.hash = hash_bytes(bytes + entry.offset, entry.length);
                memcpy(directory + i * sizeof entry, &entry, sizeof entry);
            }
        }
        header.directory_hash =
            hash_bytes(directory, header.directory_entries * sizeof(struct directory_entry));
    }
    header.header_hash = hash_bytes(&header, offsetof(struct segment_header, header_hash));
    memcpy(bytes, &header, sizeof header);
}

// Of a packed segment the frame's checksum; false when it is none.
static bool right_packed(uint8_t *bytes, size_t size)
{
    struct packed_header header;
    if (size <= sizeof header || memcmp(bytes, PACKED_MAGIC, sizeof header.magic) != 0) {
        return false;
    }
    memcpy(&header, bytes, sizeof header);
    header.frame_hash = hash_bytes(bytes + sizeof header, size - sizeof header);
    memcpy(bytes, &header, sizeof header);
    return true;
}

// Gives the bytes packed, malloc'ed.
static uint8_t *pack(const uint8_t *bytes, size_t *size)
{
    struct packed_header header = {.length = *size};
    size_t bound = ZSTD_compressBound(*size);
    uint8_t *packed = malloc(sizeof header + bound);
    if (packed == NULL) {
        abort();
    }
    memcpy(header.magic, PACKED_MAGIC, sizeof header.magic);
    memcpy(packed, &header, sizeof header);
    *size = sizeof header + ZSTD_compress(packed + sizeof header, bound, bytes, *size, 1);
    (void)right_packed(packed, *size);
    return packed;
}

// A trouble must be one of those that damage makes.
static bool went_well(status result)
{
    if (result != ST_OK && result != ST_CORRUPT && result != ST_INVALID && result != ST_TOO_LARGE) {
        abort();
    }
    return result == ST_OK;
}

static void read_rows(struct segment *s)
{
    struct error e = {0};
    struct buffer out;
    string_view text;
    buffer_init(&out, (size_t)256 << 20);
    for (uint32_t row = 0; row < MIN(segment_rows(s), MOST_READ); row++) {
        bool found = false;
        struct sha256 hash;
        (void)went_well(segment_key(s, row, &out, &text, &e));
        buffer_clear(&out);
        (void)went_well(segment_write_record(s, row, row % 2 == 0, &out, &e));
        (void)went_well(segment_layers(s, row, &found, &hash, &out, &text, &e));
    }
    struct key_cursor c;
    if (went_well(key_cursor_start(&c, s, 0, &e))) {
        for (uint32_t row = 0; row < MIN(segment_rows(s), MOST_READ); row++) {
            if (!went_well(key_cursor_next(&c, &e))) {
                break;
            }
        }
    }
    key_cursor_release(&c);
    buffer_release(&out);
    const uint32_t *life = NULL;
    const struct sha256 *hashes = NULL;
    (void)went_well(segment_from(s, &life, &e));
    (void)went_well(segment_until(s, &life, &e));
    (void)went_well(segment_hashes(s, &hashes, &e));
}

static void find_keys(struct segment *s)
{
    struct error e = {0};
    const struct segment_table *tables = NULL;
    size_t count = 0;
    if (went_well(segment_tables(s, &tables, &count, &e))) {
        for (size_t i = 0; i < count; i++) {
            uint32_t row = 0;
            bool equal = false;
            (void)went_well(segment_find_key(s, &tables[i], SV("k"), &row, &equal, &e));
        }
    }
}

static status touch(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                    struct error *e)
{
    uint32_t *left = argument;
    (void)ordinal;
    (void)kind;
    (void)text;
    return (*left)-- == 0 ? error_set(e, ST_TOO_LARGE, "enough") : ST_OK;
}

static void search_dictionary(const struct dictionary *d)
{
    static const char *const sought[] = {"", "a", "1850", "true", "1850-02", "Quercus"};
    struct error e = {0};
    uint32_t first = 0;
    uint32_t last = 0;
    uint32_t left = MOST_READ;
    for (size_t i = 0; i < ARRAY_LENGTH(sought); i++) {
        (void)went_well(dictionary_equal(d, sv_from(sought[i]), &first, &last, &e));
        (void)went_well(dictionary_prefix(d, sv_from(sought[i]), &first, &last, &e));
    }
    (void)went_well(dictionary_number_range(d, 0, true, HUGE_VAL, false, &first, &last, &e));
    (void)went_well(dictionary_scan(d, 1, d->count, touch, &left, &e));
}

static void read_sets(struct segment *s, const struct dictionary *d, uint32_t level)
{
    struct error e = {0};
    struct bitset elements = {0};
    struct bitset rows = {0};
    struct bitset ordinals = {0};
    bool kept = false;
    if (went_well(bitset_init(&elements, segment_level_size(s, level), &e)) &&
        went_well(bitset_init(&rows, segment_rows(s), &e)) &&
        went_well(bitset_init(&ordinals, (size_t)d->count + 1, &e))) {
        for (uint32_t i = 1; i <= MIN(d->count, MOST_READ); i++) {
            (void)went_well(segment_elements_with(s, d->path, i, i, &elements, &e));
        }
        (void)went_well(segment_elements_with(s, d->path, 1, d->count, &elements, &e));
        (void)went_well(segment_field_token(s, d->path, SV("a"), &ordinals, &kept, &e));
        (void)went_well(segment_elements_among(s, d->path, &ordinals, &elements, &e));
        (void)went_well(segment_lift(s, level, &elements, &rows, &e));
        (void)went_well(segment_rows_with_token(s, SV("word"), &rows, &e));
        (void)went_well(segment_rows_with_token_prefix(s, SV(""), MOST_READ, &rows, &e));
    }
    bitset_release(&elements);
    bitset_release(&rows);
    bitset_release(&ordinals);
}

static status see_dates(void *argument, uint32_t first, uint32_t last, struct error *e)
{
    (void)argument;
    (void)e;
    return first <= last ? ST_OK : ST_INTERNAL;
}

static void read_dates(const struct date_list *dates)
{
    struct error e = {0};
    struct date_cursor c = {0};
    const struct date_bounds bounds = {-1000, INT64_MAX, INT64_MIN, 1000000000000};
    uint32_t ordinal = 0;
    moment start = 0;
    moment end = 0;
    while (c.index < MOST_READ && date_list_next(dates, &c, &ordinal, &start, &end)) {
    }
    (void)went_well(date_list_find(dates, &bounds, see_dates, NULL, &e));
}

static void read_paths(struct segment *s)
{
    struct error e = {0};
    const struct segment_path *paths = NULL;
    size_t count = 0;
    struct buffer name;
    buffer_init(&name, (size_t)16 << 20);
    if (!went_well(segment_paths(s, &paths, &count, &e))) {
        return;
    }
    for (uint32_t path = 0; path < count; path++) {
        struct dictionary d;
        struct date_list dates;
        buffer_clear(&name);
        segment_path_name(paths, path, &name);
        if (went_well(segment_dictionary(s, path, &d, &e))) {
            search_dictionary(&d);
            read_sets(s, &d, paths[path].level);
        }
        if (went_well(segment_dates(s, path, &dates, &e))) {
            read_dates(&dates);
        }
    }
    buffer_release(&name);
}

// Merges the segment's first rows into another; rows that a damaged file gives out of order are the
// caller's fault as far as the merge can know.
static void merge_segment(struct segment *s)
{
    struct error e = {0};
    struct merge_row rows[MOST_MERGED];
    char path[64];
    size_t count = MIN(segment_rows(s), MOST_MERGED);
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = (struct merge_row){.row = i, .until = UINT32_MAX};
    }
    int descriptor = memfd_create("merged", MFD_CLOEXEC);
    if (descriptor < 0) {
        abort();
    }
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    status result = segment_merge(path, NULL, &s, 1, rows, count, &e);
    if (result != ST_INTERNAL) {
        (void)went_well(result);
    }
    (void)close(descriptor);
}

static void read_segment(struct segment *s)
{
    struct error e = {0};
    struct segment_points points;
    struct name_table *names = name_table_create();
    struct document document;
    struct arena arena;
    arena_init(&arena, (size_t)1 << 30);
    (void)went_well(segment_verify(s, &e));
    read_rows(s);
    find_keys(s);
    read_paths(s);
    (void)went_well(segment_points(s, &points, &e));
    merge_segment(s);
    if (names != NULL && segment_rows(s) > 0) {
        (void)went_well(segment_read_record(s, 0, &arena, names, &document, &e));
    }
    name_table_destroy(names);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    char path[64];
    int descriptor = memfd_create("segment", MFD_CLOEXEC);
    uint8_t *bytes = malloc(size);
    if (descriptor < 0 || bytes == NULL) {
        abort();
    }
    size_t length = size - 1;
    memcpy(bytes, data + 1, length);
    if (data[0] % 2 == 1 && !right_packed(bytes, length)) {
        right_checksums(bytes, length);
    }
    if ((data[0] & 2) != 0) {
        uint8_t *packed = pack(bytes, &length);
        free(bytes);
        bytes = packed;
    }
    struct segment *s = NULL;
    struct error e = {0};
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    if (write(descriptor, bytes, length) == (ssize_t)length &&
        went_well(segment_open(path, &s, &e))) {
        read_segment(s);
        segment_close(s);
    }
    free(bytes);
    (void)close(descriptor);
    return 0;
}
