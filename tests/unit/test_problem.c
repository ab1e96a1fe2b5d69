// SPDX-License-Identifier: Apache-2.0
// Problem details (RFC 9457): what each failure becomes, and what it must not tell.
#include "http/problem.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char instance[] = "f81d4fae-7dec-41d0-a765-00a0c91e6bf6";

static void assert_problem(const struct http_problem *problem, const char *expected)
{
    struct buffer out;
    buffer_init(&out, 4096);
    http_problem_write(problem, instance, &out);
    buffer_append_byte(&out, '\0');
    assert_string_equal(out.bytes, expected);
    buffer_release(&out);
}

static void test_statuses(void **state)
{
    (void)state;
    static const struct {
        status code;
        int http_status;
    } cases[] = {
        {ST_OK, 200},        {ST_INVALID, 400},   {ST_BAD_DATA, 400}, {ST_NOT_FOUND, 404},
        {ST_CONFLICT, 409},  {ST_REFUSED, 409},   {ST_GONE, 410},     {ST_TOO_LARGE, 413},
        {ST_CANCELLED, 503}, {ST_NO_MEMORY, 503}, {ST_IO, 500},       {ST_CORRUPT, 500},
        {ST_INTERNAL, 500},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(http_status_of(cases[i].code), cases[i].http_status);
    }
    assert_string_equal(http_status_phrase(431), "Request Header Fields Too Large");
    assert_string_equal(http_status_phrase(799), "Error");
}

static void test_names_the_place(void **state)
{
    (void)state;
    struct error e = {0};
    struct http_problem problem;
    (void)error_set_field(&e, ST_INVALID, "limit", "limit must not be \"-1\"");
    http_problem_from(ST_INVALID, &e, &problem);
    problem.position = 7;
    problem.members = SV("\"lastVersion\":12");
    assert_problem(&problem, "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                             "\"detail\":\"limit must not be \\\"-1\\\"\","
                             "\"instance\":\"urn:uuid:f81d4fae-7dec-41d0-a765-00a0c91e6bf6\","
                             "\"field\":\"limit\",\"position\":7,\"lastVersion\":12}\n");
}

static void test_own_faults_tell_nothing(void **state)
{
    (void)state;
    struct error e = {0};
    struct http_problem problem;
    (void)error_set(&e, ST_IO, "cannot read /srv/secret: disk on fire");
    http_problem_from(ST_IO, &e, &problem);
    struct buffer out;
    buffer_init(&out, 4096);
    http_problem_write(&problem, instance, &out);
    buffer_append_byte(&out, '\0');
    assert_int_equal(problem.status, 500);
    assert_null(strstr(out.bytes, "secret"));
    assert_non_null(strstr(out.bytes, instance));
    buffer_release(&out);
}

// A message cut at its limit may end within a character: the JSON must be UTF-8 all the same.
static void test_cut_message_stays_utf8(void **state)
{
    (void)state;
    struct error e = {.code = ST_INVALID, .message = "no field \"caf\xc3", .field = "\xe2\x82"};
    struct http_problem problem;
    http_problem_from(ST_INVALID, &e, &problem);
    assert_true(sv_equal(problem.detail, SV("no field \"caf")));
    assert_int_equal(problem.field.length, 0);
}

static void test_status_without_message(void **state)
{
    (void)state;
    struct error e = {0};
    struct http_problem problem;
    http_problem_from(ST_NOT_FOUND, &e, &problem);
    assert_true(sv_equal(problem.detail, SV("not found")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_statuses),
        cmocka_unit_test(test_names_the_place),
        cmocka_unit_test(test_own_faults_tell_nothing),
        cmocka_unit_test(test_cut_message_stays_utf8),
        cmocka_unit_test(test_status_without_message),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
