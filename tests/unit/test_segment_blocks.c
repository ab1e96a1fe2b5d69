// SPDX-License-Identifier: Apache-2.0
// Long sections are checked block by block: what is read of a damaged one is right or refused, and
// only the damaged place is.
#include "store/manifest.h"
#include "store/segment_format.h"
#include "support/store_fixture.h"

#include <unistd.h>

#define ROWS 90000 // so that the cells of a column of different values are long enough

struct damaging {
    struct store_fixture f;
    char path[PATH_SIZE];
    struct buffer whole; // the file as it was
};

static void begin(struct damaging *d)
{
    struct manifest m;
    const char **rows = calloc(ROWS, sizeof *rows);
    assert_non_null(rows);
    store_fixture_begin(&d->f);
    for (unsigned i = 0; i < ROWS; i++) {
        char text[96];
        uint64_t id = hash_bytes(&i, sizeof i);
        (void)snprintf(text, sizeof text, "{\"id\":\"%016llx\",\"note\":\"seen %u times\"}",
                       (unsigned long long)id, i);
        rows[i] = arena_copy(&d->f.arena, (string_view){text, strlen(text) + 1}).bytes;
    }
    assert_int_equal(store_fixture_import(&d->f, rows, ROWS, NULL), ST_OK);
    free(rows);
    assert_int_equal(manifest_read(d->f.folder, &d->f.arena, &m, &d->f.error), ST_OK);
    assert_int_equal(m.count, 1);
    (void)snprintf(d->path, sizeof d->path, "%s/segments/%s.segment", d->f.folder,
                   m.segments[0].file);
    buffer_init(&d->whole, (size_t)64 << 20);
    assert_int_equal(file_read(d->path, (size_t)64 << 20, &d->whole, &d->f.error), ST_OK);
}

static void end(struct damaging *d)
{
    buffer_release(&d->whole);
    store_fixture_end(&d->f);
}

// The longest section of a kind.
static struct directory_entry find_section(const struct damaging *d, uint32_t kind)
{
    struct segment_header header;
    struct directory_entry longest = {0};
    memcpy(&header, d->whole.bytes, sizeof header);
    for (uint64_t i = 0; i < header.directory_entries; i++) {
        struct directory_entry entry;
        memcpy(&entry, d->whole.bytes + header.directory_offset + i * sizeof entry, sizeof entry);
        if (entry.kind == kind && entry.length > longest.length) {
            longest = entry;
        }
    }
    assert_true(longest.length > 0);
    return longest;
}

// The file with one byte changed.
static void damage(struct damaging *d, uint64_t at)
{
    d->whole.bytes[at] = (char)(d->whole.bytes[at] ^ 0x10);
    assert_int_equal(file_replace(d->path, d->whole.bytes, d->whole.length, &d->f.error), ST_OK);
    d->whole.bytes[at] = (char)(d->whole.bytes[at] ^ 0x10);
}

static void a_damaged_block_of_keys_is_refused_and_no_other(void **state)
{
    (void)state;
    struct damaging d;
    struct segment *s = NULL;
    struct buffer scratch;
    string_view first = {0};
    string_view key = {0};
    begin(&d);
    struct directory_entry keys = find_section(&d, SECTION_KEYS);
    assert_true(keys.length > (size_t)300000);
    damage(&d, keys.offset + keys.length - 1000);
    buffer_init(&scratch, 1 << 16);
    error_clear(&d.f.error);
    assert_int_equal(segment_open(d.path, &s, &d.f.error), ST_OK);
    assert_int_equal(segment_key(s, 0, &scratch, &first, &d.f.error), ST_OK);
    assert_int_equal(first.length, 16);
    unsigned refused = 0;
    for (uint32_t row = 0; row < ROWS; row += 100) {
        error_clear(&d.f.error);
        status result = segment_key(s, row, &scratch, &key, &d.f.error);
        assert_true(result == ST_OK || result == ST_CORRUPT);
        refused += result == ST_CORRUPT;
        assert_true(result == ST_OK || row > ROWS / 2);
    }
    assert_true(refused > 0 && refused < 100);
    error_clear(&d.f.error);
    assert_int_equal(segment_key(s, ROWS - 1, &scratch, &key, &d.f.error), ST_CORRUPT);
    assert_non_null(strstr(d.f.error.message, "KEYS"));
    error_clear(&d.f.error);
    assert_int_equal(segment_verify(s, &d.f.error), ST_CORRUPT);
    segment_close(s);
    buffer_release(&scratch);
    end(&d);
}

static void a_damaged_dictionary_gives_the_right_values_or_none(void **state)
{
    (void)state;
    struct damaging d;
    struct segment *whole = NULL;
    struct segment *s = NULL;
    begin(&d);
    assert_int_equal(segment_open(d.path, &whole, &d.f.error), ST_OK);
    struct directory_entry dictionary = find_section(&d, SECTION_DICTIONARY);
    for (uint64_t part = 1; part < 8; part++) {
        struct buffer right;
        struct buffer now;
        damage(&d, dictionary.offset + dictionary.length * part / 8);
        buffer_init(&right, 1 << 20);
        buffer_init(&now, 1 << 20);
        assert_int_equal(segment_open(d.path, &s, &d.f.error), ST_OK);
        unsigned refused = 0;
        for (uint32_t row = 0; row < ROWS; row += 37) {
            buffer_clear(&right);
            buffer_clear(&now);
            error_clear(&d.f.error);
            assert_int_equal(segment_write_record(whole, row, false, &right, &d.f.error), ST_OK);
            status result = segment_write_record(s, row, false, &now, &d.f.error);
            refused += result == ST_CORRUPT;
            assert_true(result == ST_CORRUPT ||
                        (result == ST_OK && sv_equal(buffer_view(&right), buffer_view(&now))));
        }
        assert_true(refused > 0);
        segment_close(s);
        buffer_release(&right);
        buffer_release(&now);
    }
    segment_close(whole);
    end(&d);
}

// Records are put together from the blocks they need; passes over the column look at all of it.
static void a_damaged_column_gives_the_right_records_or_none(void **state)
{
    (void)state;
    struct damaging d;
    struct segment *whole = NULL;
    struct segment *s = NULL;
    struct buffer right;
    struct buffer now;
    begin(&d);
    assert_int_equal(segment_open(d.path, &whole, &d.f.error), ST_OK);
    struct directory_entry column = find_section(&d, SECTION_ORDINALS);
    assert_true(column.length > (size_t)1 << 18);
    buffer_init(&right, 1 << 20);
    buffer_init(&now, 1 << 20);
    for (uint64_t part = 0; part < 4; part++) {
        damage(&d, column.offset + column.length * part / 4 + (part > 0 ? 8u : 0u));
        assert_int_equal(segment_open(d.path, &s, &d.f.error), ST_OK);
        unsigned refused = 0;
        for (uint32_t row = 0; row < ROWS; row += 37) {
            buffer_clear(&right);
            buffer_clear(&now);
            error_clear(&d.f.error);
            assert_int_equal(segment_write_record(whole, row, false, &right, &d.f.error), ST_OK);
            segment_expect_record(s, row, row % 3);
            status result = segment_write_record(s, row, false, &now, &d.f.error);
            assert_true(result == ST_CORRUPT ||
                        (result == ST_OK && sv_equal(buffer_view(&right), buffer_view(&now))));
            if (result == ST_CORRUPT) {
                refused++;
                assert_non_null(strstr(d.f.error.message, "ORDINALS"));
            }
        }
        // A damaged head takes all with it, any other block its own.
        assert_true(part == 0 ? refused == (ROWS + 36) / 37 : refused > 0 && refused < ROWS / 74);
        struct column cells;
        error_clear(&d.f.error);
        assert_int_equal(segment_column(s, column.path, &cells, &d.f.error), ST_CORRUPT);
        error_clear(&d.f.error);
        assert_int_equal(segment_verify(s, &d.f.error), ST_CORRUPT);
        segment_close(s);
    }
    segment_close(whole);
    buffer_release(&right);
    buffer_release(&now);
    end(&d);
}

static void damaged_lists_of_rows_are_refused(void **state)
{
    (void)state;
    struct damaging d;
    struct segment *s = NULL;
    struct bitset rows;
    begin(&d);
    struct directory_entry lists = find_section(&d, SECTION_TOKEN_POSTINGS);
    assert_int_equal(bitset_init(&rows, ROWS, &d.f.error), ST_OK);
    // The list of a word that every row holds lies somewhere in it; each part is damaged by turns.
    unsigned refused = 0;
    for (uint64_t at = 8; at < lists.length; at += (uint64_t)1 << 15) {
        damage(&d, lists.offset + at);
        assert_int_equal(segment_open(d.path, &s, &d.f.error), ST_OK);
        bitset_clear_range(&rows, 0, ROWS);
        error_clear(&d.f.error);
        status result = segment_rows_with_token(s, SV("seen"), &rows, &d.f.error);
        refused += result == ST_CORRUPT;
        assert_true(result == ST_CORRUPT || (result == ST_OK && bitset_count(&rows) == ROWS));
        segment_close(s);
    }
    assert_true(refused > 0);
    bitset_release(&rows);
    end(&d);
}

static void damaged_checksums_of_blocks_are_refused_on_opening(void **state)
{
    (void)state;
    struct damaging d;
    struct segment *s = NULL;
    begin(&d);
    struct directory_entry blocks = find_section(&d, SECTION_BLOCKS);
    damage(&d, blocks.offset + blocks.length / 2);
    error_clear(&d.f.error);
    assert_int_equal(segment_open(d.path, &s, &d.f.error), ST_CORRUPT);
    assert_non_null(strstr(d.f.error.message, "BLOCKS"));
    end(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_damaged_block_of_keys_is_refused_and_no_other),
        cmocka_unit_test(a_damaged_dictionary_gives_the_right_values_or_none),
        cmocka_unit_test(a_damaged_column_gives_the_right_records_or_none),
        cmocka_unit_test(damaged_lists_of_rows_are_refused),
        cmocka_unit_test(damaged_checksums_of_blocks_are_refused_on_opening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
