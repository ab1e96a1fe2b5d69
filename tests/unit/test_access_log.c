// SPDX-License-Identifier: Apache-2.0
// The access log forgets (rule E4): addresses cut to their network, no query, no line past 7 days.
#include "base/file.h"
#include "http/access_log.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define DAY INT64_C(86400000)

static void test_rule_e4_addresses_are_cut(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        const char *network;
    } cases[] = {
        {"192.0.2.17", "192.0.2.0"},
        {"10.1.2.255", "10.1.2.0"},
        {"2001:db8:1:2:3:4:5:6", "2001:db8:1::"},
        {"::1", "::"},
        {"::ffff:192.0.2.17", "192.0.2.0"},
    };
    char network[INET6_ADDRSTRLEN];
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct sockaddr_in v4 = {.sin_family = AF_INET};
        struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
        bool is_v4 = inet_pton(AF_INET, cases[i].address, &v4.sin_addr) == 1;
        assert_true(is_v4 || inet_pton(AF_INET6, cases[i].address, &v6.sin6_addr) == 1);
        client_network(is_v4 ? (struct sockaddr *)&v4 : (struct sockaddr *)&v6, network);
        assert_string_equal(network, cases[i].network);
    }
    client_network(NULL, network);
    assert_string_equal(network, "-");
}

static const struct access_entry entry = {
    .method = "GET",
    .path = {"/record/birds/a%2Fb", 19},
    .status = 200,
    .bytes = 1234,
    .nanoseconds = 2500000,
    .id = "f81d4fae-7dec-41d0-a765-00a0c91e6bf6",
};

static void make_file(const char *folder, const char *name)
{
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(file_replace(path, "old\n", 4, NULL), ST_OK);
}

static bool there(const char *folder, const char *name)
{
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return file_exists(path);
}

static void dated(char name[64], moment m)
{
    struct civil_date d = civil_from_days(m / DAY);
    (void)snprintf(name, 64, "access.log.%04d-%02d-%02d", (int)d.year, (int)d.month, (int)d.day);
}

static void test_rule_e4_lines_last_seven_days(void **state)
{
    (void)state;
    char folder[] = "/tmp/test_access_log.XXXXXX";
    char path[128];
    char name[64];
    struct access_log *log = NULL;
    moment now = clock_now();
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/access.log", folder);
    for (int back = 1; back <= 9; back++) {
        dated(name, now - back * DAY);
        make_file(folder, name);
    }
    make_file(folder, "access.log.notes");
    make_file(folder, "other.log.2001-01-01");
    assert_int_equal(access_log_open(path, &log, NULL), ST_OK);
    for (int back = 1; back <= 9; back++) {
        dated(name, now - back * DAY);
        assert_int_equal(there(folder, name), back < 7);
    }
    access_log_write(log, &entry);
    access_log_turn(log, now + DAY);
    dated(name, now);
    assert_true(there(folder, name)); // today's lines, set aside
    dated(name, now - 6 * DAY);
    assert_false(there(folder, name));
    access_log_turn(log, now + 7 * DAY);
    dated(name, now);
    assert_false(there(folder, name));
    assert_true(there(folder, "access.log.notes"));
    assert_true(there(folder, "other.log.2001-01-01"));
    assert_true(there(folder, "access.log"));
    access_log_close(log);
    assert_int_equal(folder_remove(folder, NULL), ST_OK);
}

// --access-log /dev/null must not give the machine's device another name.
static void test_a_device_is_left_where_it_is(void **state)
{
    (void)state;
    char folder[] = "/tmp/test_access_log.XXXXXX";
    char path[128];
    char target[16] = "";
    struct access_log *log = NULL;
    moment now = clock_now();
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/access.log", folder);
    assert_int_equal(symlink("/dev/full", path), 0);
    assert_int_equal(access_log_open(path, &log, NULL), ST_OK);
    access_log_turn(log, now + DAY);
    access_log_write(log, &entry);
    access_log_turn(log, now + 9 * DAY);
    access_log_close(log);
    assert_int_equal(readlink(path, target, sizeof target), 9);
    assert_memory_equal(target, "/dev/full", 9);
    assert_int_equal(folder_remove(folder, NULL), ST_OK);
}

static void test_line(void **state)
{
    (void)state;
    char folder[] = "/tmp/test_access_log.XXXXXX";
    char path[128];
    struct access_log *log = NULL;
    struct buffer text;
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/access.log", folder);
    assert_int_equal(access_log_open(path, &log, NULL), ST_OK);
    access_log_write(log, &entry);
    access_log_close(log);
    buffer_init(&text, 4096);
    assert_int_equal(file_read(path, 4096, &text, NULL), ST_OK);
    string_view line = sv_slice(buffer_view(&text), 24, SIZE_MAX); // behind the time
    assert_true(sv_equal(line, SV(" - GET /record/birds/a%2Fb 200 1234 2.500 "
                                  "f81d4fae-7dec-41d0-a765-00a0c91e6bf6\n")));
    buffer_release(&text);
    assert_int_equal(folder_remove(folder, NULL), ST_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rule_e4_addresses_are_cut),
        cmocka_unit_test(test_rule_e4_lines_last_seven_days),
        cmocka_unit_test(test_a_device_is_left_where_it_is),
        cmocka_unit_test(test_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
