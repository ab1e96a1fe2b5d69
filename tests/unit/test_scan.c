// SPDX-License-Identifier: Apache-2.0
// Every row of a query in order.
#include "support/search_fixture.h"

static const char *const rows[] = {
    "{\"id\":\"b\",\"n\":2,\"list\":[{\"x\":\"one\"},{\"x\":null},{\"x\":\"two\"}]}",
    "{\"id\":\"a\",\"n\":10,\"list\":[]}",
    "{\"id\":\"c\",\"t\":\"x, \\\"y\\\"\"}",
};

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    SEARCH_IMPORT(f, rows);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

struct listing {
    struct buffer out;
    size_t most;
};

static void add_cell(void *argument, string_view text)
{
    struct listing *l = argument;
    buffer_append_view(&l->out, text);
    buffer_append_byte(&l->out, ';');
}

static status see(void *argument, const struct search_hit *hit, struct error *e)
{
    struct listing *l = argument;
    if (l->most-- == 0) {
        return error_set(e, ST_CANCELLED, "enough");
    }
    add_cell(l, hit->key);
    return ST_OK;
}

static void scans_in_order(void **state)
{
    struct search_fixture *f = *state;
    const struct search_sort by_n = {.field = SV("n"), .descending = true};
    const struct {
        const struct search_sort *sort;
        size_t most;
        status result;
        const char *keys;
    } cases[] = {
        {NULL, 9, ST_OK, "a;b;c;"}, {&by_n, 9, ST_OK, "a;b;c;"}, {NULL, 2, ST_CANCELLED, "a;b;"}};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct listing l = {.most = cases[i].most};
        const struct search_request request = {.commit = snapshot_last_commit(f->snapshot),
                                               .sorts = cases[i].sort,
                                               .sort_count = cases[i].sort != NULL};
        buffer_init(&l.out, 1000);
        error_clear(&f->error);
        assert_int_equal(search_scan(f->snapshot, &scope_public, &request, see, &l, &f->error),
                         cases[i].result);
        buffer_append_byte(&l.out, '\0');
        assert_string_equal(l.out.bytes, cases[i].keys);
        buffer_release(&l.out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scans_in_order),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
