// SPDX-License-Identifier: Apache-2.0
// A store that is open sees what others commit, also where the file system gives a new manifest the
// inode of one before, within the same tick of its clock.
#include "support/store_fixture.h"

#include <fcntl.h>
#include <sys/stat.h>

#define COMMITS 11

static const char *const rows[COMMITS] = {
    "{\"id\":\"0\"}", "{\"id\":\"1\"}", "{\"id\":\"2\"}",  "{\"id\":\"3\"}",
    "{\"id\":\"4\"}", "{\"id\":\"5\"}", "{\"id\":\"6\"}",  "{\"id\":\"7\"}",
    "{\"id\":\"8\"}", "{\"id\":\"9\"}", "{\"id\":\"10\"}",
};

static uint32_t last_commit(struct store *s)
{
    struct snapshot *snapshot = NULL;
    struct error e = {0};
    assert_int_equal(store_snapshot(s, &snapshot, &e), ST_OK);
    uint32_t last = snapshot_last_commit(snapshot);
    snapshot_release(snapshot);
    return last;
}

// As the clock of a file system that ticks slowly gives it.
static void put_into_one_tick(const char *path)
{
    const struct timespec times[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

// Puts manifests in the place of one another as commits do, with nothing else that takes inodes.
static void replace_manifest(const char *path, const struct buffer *manifest)
{
    assert_int_equal(file_replace(path, manifest->bytes, manifest->length, NULL), ST_OK);
    put_into_one_tick(path);
}

static void every_commit_of_one_tick_is_seen(void **state)
{
    (void)state;
    struct store_fixture f;
    struct store *other = NULL;
    struct buffer manifests[COMMITS];
    char path[PATH_SIZE];
    store_fixture_begin(&f);
    assert_int_equal(path_join(path, sizeof path, f.folder, "manifest", &f.error), ST_OK);
    for (uint32_t i = 0; i < COMMITS; i++) {
        assert_int_equal(store_fixture_import(&f, &rows[i], 1, NULL), ST_OK);
        buffer_init(&manifests[i], (size_t)1 << 20);
        assert_int_equal(file_read(path, (size_t)1 << 20, &manifests[i], &f.error), ST_OK);
    }
    replace_manifest(path, &manifests[0]);
    assert_int_equal(store_open(f.folder, &other, &f.error), ST_OK);
    for (uint32_t i = 1; i < COMMITS; i++) {
        replace_manifest(path, &manifests[i]);
        if (i % 2 == 0) { // two after the one last seen
            assert_int_equal(last_commit(other), i + 1);
        }
    }
    for (uint32_t i = 0; i < COMMITS; i++) {
        buffer_release(&manifests[i]);
    }
    store_close(other);
    store_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_commit_of_one_tick_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
