// SPDX-License-Identifier: Apache-2.0
// Single-record commits: what they write is bounded, whatever the store's size and age; rows that
// ended stand in the manifest, then in files; readers share what a small commit leaves as it is.
#include "store/manifest.h"
#include "store/merge.h"
#include "store/merger.h"
#include "support/store_fixture.h"

#include <dirent.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_WRITTEN ((uint64_t)64 << 10)
#define FIELDS       200
#define RECORDS      700

static uint64_t written_so_far(void)
{
    char line[128];
    uint64_t bytes = 0;
    FILE *f = fopen("/proc/self/io", "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f) != NULL) {
        if (strncmp(line, "wchar: ", 7) == 0) {
            bytes = strtoull(line + 7, NULL, 10);
        }
    }
    (void)fclose(f);
    return bytes;
}

static void read_manifest(struct store_fixture *f, struct manifest *m)
{
    assert_int_equal(manifest_read(f->folder, &f->arena, m, &f->error), ST_OK);
}

static uint32_t correct(struct store_fixture *f, const char *key, const char *json)
{
    uint32_t commit = 0;
    error_clear(&f->error);
    status result = store_correct(f->store, &f->table.table, sv_from(key), sv_from(json), "a", "b",
                                  &commit, &f->error);
    if (result != ST_OK) {
        print_error("%s\n", f->error.message);
    }
    assert_int_equal(result, ST_OK);
    return commit;
}

static char *wide_record(int number)
{
    char *text = malloc(FIELDS * 64);
    size_t at = 0;
    assert_non_null(text);
    at += (size_t)snprintf(text + at, 64, "{\"id\":\"w%d\"", number);
    for (int i = 0; i < FIELDS; i++) {
        at += (size_t)snprintf(text + at, 64, ",\"field%d\":\"value %d\"", i, i * 7919 + number);
    }
    text[at++] = '}';
    text[at] = '\0';
    return text;
}

static void a_commit_of_one_wide_record_writes_at_most_64_kib(void **state)
{
    (void)state;
    struct store_fixture f;
    char *rows[3];
    store_fixture_begin(&f);
    for (int i = 0; i < 3; i++) {
        rows[i] = wide_record(i);
    }
    const char *texts[3] = {rows[0], rows[1], rows[2]};
    assert_int_equal(STORE_IMPORT(&f, texts, NULL), ST_OK);
    for (int i = 0; i < 20; i++) {
        char json[64];
        (void)snprintf(json, sizeof json, "{\"field7\":\"corrected %d\"}", i);
        uint64_t before = written_so_far();
        (void)correct(&f, i % 2 == 0 ? "w0" : "w1", json);
        uint64_t written = written_so_far() - before;
        assert_true(written > 0);
        assert_true(written <= MOST_WRITTEN);
    }
    store_fixture_verify(&f);
    for (int i = 0; i < 3; i++) {
        free(rows[i]);
    }
    store_fixture_end(&f);
}

static void import_records(struct store_fixture *f, int count)
{
    const char **rows = calloc((size_t)count, sizeof *rows);
    assert_non_null(rows);
    for (int i = 0; i < count; i++) {
        char text[64];
        (void)snprintf(text, sizeof text, "{\"id\":\"r%05d\",\"n\":%d}", i, i);
        string_view copy = arena_copy(&f->arena, (string_view){text, strlen(text) + 1});
        rows[i] = copy.bytes;
    }
    assert_int_equal(store_fixture_import(f, rows, (size_t)count, NULL), ST_OK);
    free(rows);
}

static void rows_that_ended_move_from_the_manifest_into_files(void **state)
{
    (void)state;
    struct store_fixture f;
    struct manifest m;
    store_fixture_begin(&f);
    import_records(&f, RECORDS);
    bool stood_in_manifest = false;
    size_t most_ended = 0;
    uint64_t most_written = 0;
    for (int i = 0; i < RECORDS; i++) {
        char key[16];
        char json[64];
        (void)snprintf(key, sizeof key, "r%05d", i);
        (void)snprintf(json, sizeof json, "{\"n\":%d}", -i - 1);
        uint64_t before = written_so_far();
        uint32_t commit = correct(&f, key, json);
        most_written = MAX(most_written, written_so_far() - before);
        assert_int_equal(commit, i + 2);
        read_manifest(&f, &m);
        stood_in_manifest = stood_in_manifest || m.segments[0].ended_count > 0;
        size_t all = 0;
        for (size_t k = 0; k < m.count; k++) {
            assert_true(m.segments[k].ended_count <= 128);
            all += m.segments[k].ended_count;
        }
        most_ended = MAX(most_ended, all);
    }
    assert_true(stood_in_manifest);
    assert_true(most_ended <= 512);
    assert_true(m.segments[0].closings_count > 0);
    assert_true(m.segments[0].closings_count <= 3); // small files are written together
    assert_true(m.count < 70);                      // a writer alone merges tiny segments itself
    assert_true(
        sv_equal(store_fixture_record(&f, "r00123", 1), SV("{\"id\":\"r00123\",\"n\":123}")));
    assert_true(
        sv_equal(store_fixture_record(&f, "r00123", 0), SV("{\"id\":\"r00123\",\"n\":-124}")));
    assert_true(
        sv_equal(store_fixture_record(&f, "r00699", RECORDS), SV("{\"id\":\"r00699\",\"n\":699}")));
    store_fixture_verify(&f);
    assert_int_equal(store_merge(f.store, NULL, &f.error), ST_OK);
    read_manifest(&f, &m);
    assert_true(m.count <= 4);
    assert_true(
        sv_equal(store_fixture_record(&f, "r00123", 1), SV("{\"id\":\"r00123\",\"n\":123}")));
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

// Every commit's own set of rows, asked in an order that makes a reader keep and inherit sets.
static void sets_of_rows_hold_while_closings_are_added(void **state)
{
    (void)state;
    struct store_fixture f;
    store_fixture_begin(&f);
    import_records(&f, 130);
    for (int i = 0; i < 40; i++) {
        char key[16];
        struct snapshot *s = NULL;
        (void)snprintf(key, sizeof key, "r%05d", i * 3);
        uint32_t last = correct(&f, key, "{\"n\":0.5}");
        assert_int_equal(store_snapshot(f.store, &s, &f.error), ST_OK);
        for (uint32_t commit = last; commit + 6 > last && commit > 0; commit--) {
            struct arena arena;
            const struct bitset *rows = NULL;
            arena_init(&arena, 0);
            assert_int_equal(snapshot_visible(s, 0, commit, &arena, &rows, &f.error), ST_OK);
            // The first segment holds the rows as imported; each correction ended one.
            assert_int_equal(bitset_count_range(rows, 0, 130), 130 - (commit - 1));
            arena_release(&arena);
        }
        snapshot_release(s);
    }
    store_fixture_end(&f);
}

static void a_packed_segment_that_is_damaged_is_refused(void **state)
{
    (void)state;
    struct store_fixture f;
    struct manifest m;
    char path[PATH_SIZE];
    store_fixture_begin(&f);
    import_records(&f, 5);
    read_manifest(&f, &m);
    (void)snprintf(path, sizeof path, "%s/segments/%s.segment", f.folder, m.segments[0].file);
    struct buffer whole;
    buffer_init(&whole, 1 << 20);
    assert_int_equal(file_read(path, 1 << 20, &whole, &f.error), ST_OK);
    assert_memory_equal(whole.bytes, "VITRPAK1", 8);
    for (size_t at = 0; at < whole.length; at += at < 32 ? 1 : 37) {
        if (at >= 24 && at < 32) {
            continue; // reserved
        }
        struct segment *segment = NULL;
        struct buffer damaged;
        buffer_init(&damaged, 1 << 20);
        buffer_append(&damaged, whole.bytes, whole.length);
        damaged.bytes[at] = (char)(damaged.bytes[at] ^ 0x20);
        assert_int_equal(file_replace(path, damaged.bytes, damaged.length, &f.error), ST_OK);
        error_clear(&f.error);
        assert_int_equal(segment_open(path, &segment, &f.error), ST_CORRUPT);
        assert_non_null(strstr(f.error.message, m.segments[0].file));
        buffer_release(&damaged);
    }
    assert_int_equal(truncate(path, 30), 0);
    struct segment *segment = NULL;
    error_clear(&f.error);
    assert_int_equal(segment_open(path, &segment, &f.error), ST_CORRUPT);
    buffer_release(&whole);
    store_fixture_end(&f);
}

static void a_merger_keeps_the_number_of_segments_small(void **state)
{
    (void)state;
    struct store_fixture f;
    struct merger *merger = NULL;
    struct manifest m = {0};
    store_fixture_begin(&f);
    import_records(&f, 60);
    for (int i = 0; i < 40; i++) {
        char key[16];
        (void)snprintf(key, sizeof key, "r%05d", i);
        (void)correct(&f, key, "{\"n\":1.5}");
    }
    read_manifest(&f, &m);
    assert_int_equal(m.count, 41);
    assert_int_equal(merger_start(f.folder, &merger, &f.error), ST_OK);
    for (int turns = 0; turns < 1000 && m.count > 8; turns++) {
        (void)usleep(10000);
        read_manifest(&f, &m);
    }
    merger_stop(merger, 60);
    assert_true(m.count <= 8);
    assert_true(sv_equal(store_fixture_record(&f, "r00007", 1), SV("{\"id\":\"r00007\",\"n\":7}")));
    store_fixture_verify(&f);
    store_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_commit_of_one_wide_record_writes_at_most_64_kib),
        cmocka_unit_test(rows_that_ended_move_from_the_manifest_into_files),
        cmocka_unit_test(sets_of_rows_hold_while_closings_are_added),
        cmocka_unit_test(a_packed_segment_that_is_damaged_is_refused),
        cmocka_unit_test(a_merger_keeps_the_number_of_segments_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
