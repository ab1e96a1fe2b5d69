// SPDX-License-Identifier: Apache-2.0
// Every row of a query in order, and the texts of its fields.
#include "support/search_fixture.h"

#include "query/row_texts.h"

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
    struct row_texts *texts; // NULL: keys
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
    if (l->texts == NULL) {
        add_cell(l, hit->key);
        return ST_OK;
    }
    return row_texts_read(l->texts, &hit->version, add_cell, l, e);
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

static void tells_texts_of_fields(void **state)
{
    struct search_fixture *f = *state;
    const struct search_request request = {.commit = snapshot_last_commit(f->snapshot)};
    struct listing l = {.most = 9};
    size_t count = 0;
    error_clear(&f->error);
    assert_int_equal(row_texts_create(f->snapshot, &scope_public, &request, NULL, 0, &f->arena,
                                      &l.texts, &f->error),
                     ST_OK);
    const string_view *names = row_texts_names(l.texts, &count);
    assert_int_equal(count, 4);
    assert_string_equal(names[0].bytes, "id");
    assert_string_equal(names[1].bytes, "list.x");
    buffer_init(&l.out, 1000);
    assert_int_equal(search_scan(f->snapshot, &scope_public, &request, see, &l, &f->error), ST_OK);
    buffer_append_byte(&l.out, '\0');
    assert_string_equal(l.out.bytes, "a;;10;;b;one | two;2;;c;;;x, \"y\";");
    buffer_release(&l.out);
    const string_view unknown = SV("nothing");
    struct row_texts *none = NULL;
    assert_int_equal(row_texts_create(f->snapshot, &scope_public, &request, &unknown, 1, &f->arena,
                                      &none, &f->error),
                     ST_INVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scans_in_order),
        cmocka_unit_test(tells_texts_of_fields),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
