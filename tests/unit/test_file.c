// SPDX-License-Identifier: Apache-2.0
// Files and folders, locks, the buffered writer, and injected faults.
#include "base/file.h"
#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/vitrine-test-file-XXXXXX";

static const char *in_folder(const char *name)
{
    static char path[PATH_SIZE];
    struct error e = {0};
    assert_int_equal(path_join(path, sizeof path, folder, name, &e), ST_OK);
    return path;
}

static void assert_content(const char *path, string_view expected)
{
    struct error e = {0};
    struct buffer b;
    buffer_init(&b, 1 << 24);
    assert_int_equal(file_read(path, 1 << 24, &b, &e), ST_OK);
    assert_true(sv_equal(buffer_view(&b), expected));
    buffer_release(&b);
}

static void test_replacing_reading_and_mapping(void **unused)
{
    (void)unused;
    struct error e = {0};
    const char *path = in_folder("manifest");
    assert_false(file_exists(path));
    assert_int_equal(file_replace(path, "first", 5, &e), ST_OK);
    assert_int_equal(file_replace(path, "second!", 7, &e), ST_OK);
    assert_true(file_exists(path));
    assert_content(path, SV("second!"));
    struct buffer b;
    buffer_init(&b, 100);
    assert_int_equal(file_read(path, 6, &b, &e), ST_TOO_LARGE);
    buffer_release(&b);
    struct mapped_file m;
    assert_int_equal(file_map(path, &m, &e), ST_OK);
    file_map_sparsely(&m); // wishes, which change nothing of what is read
    file_map_fetch(m.bytes, m.length);
    assert_memory_equal(m.bytes, "second!", 7);
    file_unmap(&m);
    assert_int_equal(file_replace(path, "", 0, &e), ST_OK);
    assert_int_equal(file_map(path, &m, &e), ST_OK);
    assert_int_equal(m.length, 0);
    assert_non_null(m.bytes);
    file_unmap(&m);
    error_clear(&e);
    assert_int_equal(file_map(in_folder("missing"), &m, &e), ST_NOT_FOUND);
    error_clear(&e);
    assert_int_equal(file_map(folder, &m, &e), ST_IO);
    assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0);
    error_clear(&e);
    assert_int_equal(file_map(in_folder("pipe"), &m, &e), ST_IO);
    assert_non_null(strstr(e.message, "not a plain file"));
    assert_int_equal(unlink(in_folder("pipe")), 0);
}

static void test_reading_some(void **unused)
{
    (void)unused;
    struct error e = {0};
    const char *path = in_folder("some");
    assert_int_equal(file_replace(path, "0123456789", 10, &e), ST_OK);
    int descriptor = -1;
    char bytes[16];
    size_t got = 0;
    assert_int_equal(file_open_read(path, &descriptor, &e), ST_OK);
    assert_int_equal(file_read_some(descriptor, bytes, 7, &got, path, &e), ST_OK);
    assert_int_equal(got, 7);
    assert_int_equal(file_read_some(descriptor, bytes, 7, &got, path, &e), ST_OK);
    assert_int_equal(got, 3);
    assert_memory_equal(bytes, "789", 3);
    assert_int_equal(file_read_some(descriptor, bytes, 7, &got, path, &e), ST_OK);
    assert_int_equal(got, 0);
    (void)close(descriptor);
    assert_int_equal(file_read_some(-1, bytes, 7, &got, path, &e), ST_IO);
    error_clear(&e);
    assert_int_equal(file_open_read(in_folder("missing"), &descriptor, &e), ST_NOT_FOUND);
}

static void test_the_writer_keeps_every_byte(void **unused)
{
    (void)unused;
    struct error e = {0};
    struct file_writer w;
    struct buffer expected;
    buffer_init(&expected, 1 << 24);
    const char *path = in_folder("written");
    assert_int_equal(file_writer_open(&w, path, &e), ST_OK);
    static char large[3 << 20];
    memset(large, 'L', sizeof large);
    const size_t lengths[] = {0, 1, 100, (1 << 20) - 1, 1, sizeof large, 5, 1 << 20};
    for (size_t i = 0; i < ARRAY_LENGTH(lengths); i++) {
        large[0] = (char)('a' + i);
        assert_int_equal(file_writer_add(&w, large, lengths[i], &e), ST_OK);
        buffer_append(&expected, large, lengths[i]);
        assert_true(w.offset == expected.length);
    }
    assert_int_equal(file_writer_patch(&w, 3, "patched", 7, &e), ST_OK);
    memcpy(expected.bytes + 3, "patched", 7);
    assert_int_equal(file_writer_add(&w, "end", 3, &e), ST_OK);
    buffer_append(&expected, "end", 3);
    assert_int_equal(file_writer_close(&w, true, &e), ST_OK);
    assert_content(path, buffer_view(&expected));
    buffer_release(&expected);
    assert_int_equal(file_writer_open(&w, path, &e), ST_OK);
    file_writer_abandon(&w);
    assert_false(file_exists(path));
    file_writer_abandon(&w); // again is fine
    assert_int_equal(file_writer_open(&w, in_folder("missing/file"), &e), ST_IO);
}

static status collect_name(const char *name, void *argument)
{
    struct buffer *names = argument;
    if (strcmp(name, "stop") == 0) {
        return ST_CANCELLED;
    }
    buffer_append_view(names, sv_from(name));
    buffer_append_byte(names, ' ');
    return ST_OK;
}

static void test_folders(void **unused)
{
    (void)unused;
    struct error e = {0};
    char path[PATH_SIZE];
    (void)snprintf(path, sizeof path, "%s/tree/a/b/", folder);
    assert_int_equal(folder_make(path, &e), ST_OK);
    assert_int_equal(folder_make(path, &e), ST_OK);
    assert_int_equal(file_replace(in_folder("tree/c"), "c", 1, &e), ST_OK);
    assert_int_equal(file_replace(in_folder("tree/B"), "B", 1, &e), ST_OK);
    assert_int_equal(file_replace(in_folder("outside"), "kept", 4, &e), ST_OK);
    assert_int_equal(symlink("../outside", in_folder("tree/link")), 0);
    struct buffer names;
    buffer_init(&names, 1000);
    assert_int_equal(folder_list(in_folder("tree"), collect_name, &names, &e), ST_OK);
    assert_true(sv_equal(buffer_view(&names), SV("B a c link ")));
    assert_int_equal(file_replace(in_folder("tree/stop"), "", 0, &e), ST_OK);
    buffer_clear(&names);
    assert_int_equal(folder_list(in_folder("tree"), collect_name, &names, &e), ST_CANCELLED);
    assert_true(sv_equal(buffer_view(&names), SV("B a c link ")));
    buffer_release(&names);
    assert_int_equal(folder_sync(in_folder("tree"), &e), ST_OK);
    assert_int_equal(folder_remove(in_folder("tree"), &e), ST_OK);
    assert_int_equal(folder_remove(in_folder("tree"), &e), ST_OK);
    assert_false(file_exists(in_folder("tree")));
    assert_content(in_folder("outside"), SV("kept"));
    // What is no folder is not taken for one.
    assert_int_equal(folder_make(in_folder("outside"), &e), ST_IO);
    assert_non_null(strstr(e.message, "File exists"));
    error_clear(&e);
    assert_int_equal(folder_make(in_folder("outside/below"), &e), ST_IO);
    error_clear(&e);
    assert_int_equal(folder_make("", &e), ST_IO);
    error_clear(&e);
    assert_int_equal(folder_list(in_folder("missing"), collect_name, NULL, &e), ST_IO);
    error_clear(&e);
    assert_int_equal(folder_sync(in_folder("missing"), &e), ST_IO);
}

static void test_joining_paths(void **unused)
{
    (void)unused;
    struct error e = {0};
    char path[16];
    assert_int_equal(path_join(path, sizeof path, "a", "b", &e), ST_OK);
    assert_string_equal(path, "a/b");
    assert_int_equal(path_join(path, sizeof path, "/", "b", &e), ST_OK);
    assert_string_equal(path, "/b");
    assert_int_equal(path_join(path, sizeof path, "", "b", &e), ST_OK);
    assert_string_equal(path, "b");
    assert_int_equal(path_join(path, sizeof path, "1234567", "12345678", &e), ST_TOO_LARGE);
    char long_path[PATH_SIZE + 10];
    memset(long_path, 'x', sizeof long_path - 1);
    long_path[sizeof long_path - 1] = '\0';
    struct file_writer w;
    assert_int_equal(file_replace(long_path, "", 0, &e), ST_TOO_LARGE);
    assert_int_equal(folder_make(long_path, &e), ST_TOO_LARGE);
    assert_int_equal(file_writer_open(&w, long_path, &e), ST_TOO_LARGE);
}

static void test_locks_exclude_and_die_with_their_process(void **unused)
{
    (void)unused;
    struct error e = {0};
    char path[PATH_SIZE];
    (void)snprintf(path, sizeof path, "%s", in_folder("lock"));
    int first = -1;
    int second = -1;
    assert_int_equal(file_lock(path, &first, &e), ST_OK);
    assert_int_equal(file_try_lock(path, &second, &e), ST_CONFLICT);
    assert_int_equal(second, -1);
    file_unlock(first);
    int pipes[2];
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (child == 0) {
        int descriptor = -1;
        struct error child_error = {0};
        char byte = file_lock(path, &descriptor, &child_error) == ST_OK ? 'y' : 'n';
        (void)!write(pipes[1], &byte, 1);
        (void)pause();
        _exit(0);
    }
    char byte = 0;
    assert_int_equal(read(pipes[0], &byte, 1), 1);
    assert_int_equal(byte, 'y');
    error_clear(&e);
    assert_int_equal(file_try_lock(path, &second, &e), ST_CONFLICT);
    (void)kill(child, SIGKILL);
    (void)waitpid(child, NULL, 0);
    error_clear(&e);
    assert_int_equal(file_try_lock(path, &second, &e), ST_OK);
    file_unlock(second);
    file_unlock(-1);
    (void)close(pipes[0]);
    (void)close(pipes[1]);
}

// At every write, sync and rename of a replacement the old content or the new is there, whole.
static void test_replacing_survives_faults(void **unused)
{
    (void)unused;
    const char *path = in_folder("replaced");
    for (int kind = 0; kind < 2; kind++) {
        for (long n = 1; n <= 5; n++) {
            struct error e = {0};
            assert_int_equal(file_replace(path, "old content", 11, &e), ST_OK);
            bool is_new = false;
            if (kind == 0) {
                file_inject_fault(n, ENOSPC);
                status result = file_replace(path, "the new one", 11, &e);
                file_inject_fault(0, 0);
                assert_int_equal(result, n <= 4 ? ST_IO : ST_OK);
                is_new = n > 3; // from the rename on
            } else {
                pid_t child = fork();
                if (child == 0) {
                    file_inject_fault(n, -1);
                    (void)!file_replace(path, "the new one", 11, &e);
                    _exit(0);
                }
                int how = 0;
                (void)waitpid(child, &how, 0);
                assert_int_equal(WIFSIGNALED(how), n <= 4);
                is_new = n > 3;
            }
            assert_content(path, is_new ? SV("the new one") : SV("old content"));
        }
    }
}

static void test_the_writer_reports_faults(void **unused)
{
    (void)unused;
    for (long n = 1; n <= 3; n++) {
        struct error e = {0};
        struct file_writer w;
        char path[PATH_SIZE];
        (void)snprintf(path, sizeof path, "%s", in_folder("faulty"));
        assert_int_equal(file_writer_open(&w, path, &e), ST_OK);
        assert_int_equal(file_writer_add(&w, "some bytes", 10, &e), ST_OK);
        file_inject_fault(n, EIO);
        status result = file_writer_patch(&w, 0, "S", 1, &e); // a flush and a write
        if (result == ST_OK) {
            result = file_writer_close(&w, true, &e); // a sync, as nothing is left to flush
        } else {
            file_writer_abandon(&w);
        }
        file_inject_fault(0, 0);
        assert_int_equal(result, ST_IO);
        assert_false(file_exists(path));
    }
}

static void test_log_lines_stay_lines(void **unused)
{
    (void)unused;
    char path[PATH_SIZE];
    (void)snprintf(path, sizeof path, "%s", in_folder("log"));
    (void)fflush(stderr);
    int saved = dup(STDERR_FILENO);
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(saved >= 0 && descriptor >= 0);
    (void)dup2(descriptor, STDERR_FILENO);
    log_set_level(LOG_WARNING);
    log_message(LOG_INFO, "not shown");
    log_message(LOG_WARNING, "file %s", "a\nb\x1b[0m");
    log_set_level(LOG_INFO);
    (void)fflush(stderr);
    (void)dup2(saved, STDERR_FILENO);
    (void)close(saved);
    (void)close(descriptor);
    struct buffer b;
    struct error e = {0};
    buffer_init(&b, 10000);
    assert_int_equal(file_read(path, 10000, &b, &e), ST_OK);
    assert_true(sv_ends_with(buffer_view(&b), SV("Z warning file a b [0m\n")));
    assert_int_equal(sv_find(buffer_view(&b), '\n'), b.length - 1);
    buffer_release(&b);
}

static int make_folder(void **unused)
{
    (void)unused;
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **unused)
{
    (void)unused;
    struct error e = {0};
    return folder_remove(folder, &e) == ST_OK ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_replacing_reading_and_mapping),
        cmocka_unit_test(test_reading_some),
        cmocka_unit_test(test_the_writer_keeps_every_byte),
        cmocka_unit_test(test_folders),
        cmocka_unit_test(test_joining_paths),
        cmocka_unit_test(test_locks_exclude_and_die_with_their_process),
        cmocka_unit_test(test_replacing_survives_faults),
        cmocka_unit_test(test_the_writer_reports_faults),
        cmocka_unit_test(test_log_lines_stay_lines),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
