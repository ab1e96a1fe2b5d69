// SPDX-License-Identifier: Apache-2.0
// Damaged segments: every changed bit of what is written is told by a checksum, and where somebody
// puts the checksums right too, the cross-references tell what no longer fits.
#include "base/file.h"
#include "base/hash.h"
#include "store/segment.h"
#include "store/segment_format.h"
#include "unit/segment_fixture.h"

struct damage_fixture {
    struct segment_fixture f;
    struct buffer bytes; // of the whole file
    struct segment_header header;
    struct directory_entry *directory; // owned: a copy
};

static void begin_damage(struct damage_fixture *d)
{
    fixture_begin(&d->f, NULL);
    for (uint32_t i = 0; i < 300; i++) {
        char key[16];
        char json[256];
        (void)snprintf(key, sizeof key, "%05" PRIu32, i);
        (void)snprintf(json, sizeof json,
                       "{\"key\":\"%05" PRIu32 "\",\"id\":\"x%" PRIu32 "\",\"year\":\"%" PRIu32
                       "\",\"note\":\"a word%" PRIu32 "\",\"decimalLatitude\":%" PRIu32
                       ".25,\"decimalLongitude\":\"-7\","
                       "\"l\":[{\"m\":%" PRIu32 "}]}",
                       i, i, 1700 + i % 100, i % 40, i % 90, i % 3);
        struct fixture_row *row = fixture_add(&d->f, i / 150, key, json);
        row->from = 1 + i % 5;
        row->layers = i % 100 == 0 ? strdup("{\"source\":{},\"corrections\":{}}") : NULL;
    }
    char *wide = calloc(1, 4000);
    assert_non_null(wide);
    (void)snprintf(wide, 4000, "{\"key\":\"long\",\"long\":\"%03000d\"}", 1);
    wide[22] = 'x'; // a number of zeros no more
    fixture_add(&d->f, 2, "long", wide);
    free(wide);
    fixture_finish(&d->f);
    buffer_init(&d->bytes, (size_t)64 << 20);
    ASSERT_OK(&d->f, file_read(d->f.path, (size_t)64 << 20, &d->bytes, &d->f.error));
    memcpy(&d->header, d->bytes.bytes, sizeof d->header);
    size_t length = d->header.directory_entries * sizeof *d->directory;
    d->directory = malloc(length);
    assert_non_null(d->directory);
    memcpy(d->directory, d->bytes.bytes + d->header.directory_offset, length);
}

static void end_damage(struct damage_fixture *d)
{
    free(d->directory);
    buffer_release(&d->bytes);
    fixture_end(&d->f);
}

// Writes the bytes over the file and opens and verifies it.
static status reopen(struct damage_fixture *d, struct error *e)
{
    struct segment *s = NULL;
    error_clear(e);
    ASSERT_OK(&d->f, file_replace(d->f.path, d->bytes.bytes, d->bytes.length, &d->f.error));
    status result = segment_open(d->f.path, &s, e);
    if (result == ST_OK) {
        result = segment_verify(s, e);
    }
    segment_close(s);
    return result;
}

static void right_checksums(struct damage_fixture *d, const struct directory_entry *changed)
{
    struct directory_entry entry = *changed;
    size_t number = (size_t)(changed - d->directory);
    entry.hash = hash_bytes(d->bytes.bytes + entry.offset, entry.length);
    char *directory = d->bytes.bytes + d->header.directory_offset;
    memcpy(directory + number * sizeof entry, &entry, sizeof entry);
    struct segment_header header = d->header;
    header.directory_hash = hash_bytes(directory, header.directory_entries * sizeof entry);
    header.header_hash = hash_bytes(&header, offsetof(struct segment_header, header_hash));
    memcpy(d->bytes.bytes, &header, sizeof header);
}

static void restore(struct damage_fixture *d)
{
    memcpy(d->bytes.bytes + d->header.directory_offset, d->directory,
           d->header.directory_entries * sizeof *d->directory);
    memcpy(d->bytes.bytes, &d->header, sizeof d->header);
}

static void assert_flip_told(struct damage_fixture *d, size_t at)
{
    struct error e = {0};
    d->bytes.bytes[at] ^= 4;
    if (reopen(d, &e) != ST_CORRUPT) {
        fail_msg("a changed bit at %zu goes unnoticed", at);
    }
    assert_non_null(strstr(e.message, d->f.path)); // it says where
    d->bytes.bytes[at] ^= 4;
}

static void test_every_changed_bit_is_told(void **state)
{
    (void)state;
    struct damage_fixture d;
    struct error e = {0};
    begin_damage(&d);
    assert_int_equal(reopen(&d, &e), ST_OK);
    for (size_t at = 0; at < sizeof d.header; at += 5) {
        assert_flip_told(&d, at);
    }
    size_t length = d.header.directory_entries * sizeof *d.directory;
    for (size_t at = 0; at < length; at += 97) {
        assert_flip_told(&d, d.header.directory_offset + at);
    }
    for (size_t i = 0; i < d.header.directory_entries; i++) {
        const struct directory_entry *entry = &d.directory[i];
        assert_flip_told(&d, entry->offset);
        assert_flip_told(&d, entry->offset + entry->length / 2);
        assert_flip_told(&d, entry->offset + entry->length - 1);
    }
    end_damage(&d);
}

static void test_a_file_cut_anywhere_is_told(void **state)
{
    (void)state;
    struct damage_fixture d;
    struct error e = {0};
    begin_damage(&d);
    size_t whole = d.bytes.length;
    for (size_t length = 0; length < whole; length += 1 + whole / 40) {
        d.bytes.length = length;
        assert_int_equal(reopen(&d, &e), ST_CORRUPT);
    }
    d.bytes.length = whole;
    end_damage(&d);
}

// Places that another section tells of, with the offsets to change. (What makes another record,
// such as a changed text, cell or bound of a list, is told by the rows' hashes, which the store
// compares.)
static const struct {
    enum section_kind kind;
    size_t offset; // SIZE_MAX: the middle
} crossed[] = {
    {SECTION_TABLES, 16},        {SECTION_TABLES, 24},      {SECTION_PATHS, 0},
    {SECTION_KEYS, 0},           {SECTION_OFFSETS, 0},      {SECTION_DICTIONARY, 4},
    {SECTION_DICTIONARY, 16},    {SECTION_DICTIONARY, 20},  {SECTION_ORDINALS, 16},
    {SECTION_POSTINGS, 0},       {SECTION_POSTINGS, 20},    {SECTION_NUMBERS, 7},
    {SECTION_DATES, 0},          {SECTION_DATES, SIZE_MAX}, {SECTION_POINTS, 0},
    {SECTION_POINTS, SIZE_MAX},  {SECTION_TOKENS, 0},       {SECTION_TOKENS, SIZE_MAX},
    {SECTION_TOKEN_POSTINGS, 0}, {SECTION_LAYERS, 11},      {SECTION_LONG_VALUES, 0},
    {SECTION_LONG_VALUES, 30},
};

static void test_cross_references_are_checked_behind_checksums(void **state)
{
    (void)state;
    struct damage_fixture d;
    struct error e = {0};
    begin_damage(&d);
    for (size_t c = 0; c < ARRAY_LENGTH(crossed); c++) {
        size_t seen = 0;
        for (size_t i = 0; i < d.header.directory_entries; i++) {
            const struct directory_entry *entry = &d.directory[i];
            size_t at = crossed[c].offset == SIZE_MAX ? entry->length / 2 : crossed[c].offset;
            if (entry->kind != crossed[c].kind || at >= entry->length) {
                continue;
            }
            seen++;
            d.bytes.bytes[entry->offset + at] ^= 1;
            right_checksums(&d, entry);
            if (reopen(&d, &e) != ST_CORRUPT) {
                fail_msg("section kind %d, path %" PRIu32 ", offset %zu: not told",
                         (int)entry->kind, entry->path, at);
            }
            d.bytes.bytes[entry->offset + at] ^= 1;
            restore(&d);
        }
        assert_true(seen > 0);
    }
    assert_int_equal(reopen(&d, &e), ST_OK);
    end_damage(&d);
}

// Readers that do not verify must not leave the file's bounds either.
static void test_reading_damaged_sections_stays_in_bounds(void **state)
{
    (void)state;
    struct damage_fixture d;
    struct fixture_random random = {8};
    struct buffer out;
    buffer_init(&out, (size_t)256 << 20);
    begin_damage(&d);
    for (size_t turn = 0; turn < 400; turn++) {
        const struct directory_entry *entry =
            &d.directory[fixture_below(&random, (uint32_t)d.header.directory_entries)];
        size_t at = entry->offset + fixture_below(&random, (uint32_t)entry->length);
        char before = d.bytes.bytes[at];
        struct segment *s = NULL;
        struct error e = {0};
        d.bytes.bytes[at] = (char)fixture_below(&random, 256);
        right_checksums(&d, entry);
        ASSERT_OK(&d.f, file_replace(d.f.path, d.bytes.bytes, d.bytes.length, &d.f.error));
        if (segment_open(d.f.path, &s, &e) == ST_OK) {
            for (uint32_t row = 0; row < segment_rows(s); row += 23) {
                buffer_clear(&out);
                status result = segment_write_record(s, row, true, &out, &e);
                assert_true(result == ST_OK || result == ST_CORRUPT);
            }
        }
        segment_close(s);
        d.bytes.bytes[at] = before;
        restore(&d);
    }
    buffer_release(&out);
    end_damage(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_changed_bit_is_told),
        cmocka_unit_test(test_a_file_cut_anywhere_is_told),
        cmocka_unit_test(test_cross_references_are_checked_behind_checksums),
        cmocka_unit_test(test_reading_damaged_sections_stays_in_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
