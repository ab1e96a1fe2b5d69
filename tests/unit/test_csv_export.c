// SPDX-License-Identifier: Apache-2.0
// Searches as CSV: columns, quotes, lists, several tables and versions, rows of segments that lie
// between each other, blocks that are not full.
#include "support/search_fixture.h"

#include "query/csv_export.h"

static const char *const rows[] = {
    "{\"id\":\"b\",\"name\":\"Smith, J.\",\"note\":\"said \\\"no\\\"\",\"year\":1850}",
    "{\"id\":\"d\",\"name\":\"two\\nlines\",\"year\":\"\",\"tags\":[\"red\",\"\",\"blue\"]}",
    "{\"id\":\"f\",\"name\":\"plain\",\"flag\":true,\"media\":[{\"by\":\"Ann\"},{\"by\":\"Bo\"}]}",
};
static const char *const later[] = {
    "{\"id\":\"a\",\"name\":\"first\"}", "{\"id\":\"c\",\"name\":\"between\",\"year\":1900}",
    "{\"id\":\"d\",\"name\":\"changed\"}", "{\"id\":\"g\",\"name\":\"last\"}"};

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

static status take(void *argument, string_view bytes, struct error *e)
{
    struct buffer *out = argument;
    buffer_append_view(out, bytes);
    return buffer_check(out, "the export", e);
}

static const char *export_of(struct search_fixture *f, const char *query, uint32_t commit,
                             const char *const *columns, size_t count)
{
    string_view names[8];
    struct buffer out;
    struct search_request request = {.commit = commit};
    for (size_t i = 0; i < count; i++) {
        names[i] = sv_from(columns[i]);
    }
    error_clear(&f->error);
    request.query = query == NULL ? NULL : search_fixture_query(f, query);
    buffer_init(&out, (size_t)1 << 24);
    status result =
        csv_export(f->snapshot, &scope_public, &request, names, count, take, &out, &f->error);
    buffer_append_byte(&out, '\0');
    const char *text =
        result == ST_OK ? arena_copy(&f->arena, buffer_view(&out)).bytes : f->error.message;
    buffer_release(&out);
    return text;
}

#define EXPORT(f, query, ...)                                                                      \
    export_of((f), (query), snapshot_last_commit((f)->snapshot),                                   \
              (const char *const[]){__VA_ARGS__},                                                  \
              ARRAY_LENGTH(((const char *const[]){__VA_ARGS__})))

static void writes_every_field_in_the_order_it_came(void **state)
{
    struct search_fixture *f = *state;
    assert_string_equal(export_of(f, NULL, snapshot_last_commit(f->snapshot), NULL, 0),
                        "id,name,note,year,tags,flag,media.by\n"
                        "b,\"Smith, J.\",\"said \"\"no\"\"\",1850,,,\n"
                        "d,\"two\nlines\",,,red | blue,,\n"
                        "f,plain,,,,true,Ann | Bo\n");
}

static void writes_the_columns_asked_of_the_rows_found(void **state)
{
    struct search_fixture *f = *state;
    assert_string_equal(EXPORT(f, "{\"search\":\"plain\"}", "media.by", "id"),
                        "media.by,id\nAnn | Bo,f\n");
    assert_string_equal(EXPORT(f, "{\"search\":\"nowhere\"}", "id"), "id\n");
    assert_non_null(strstr(EXPORT(f, NULL, "nam"), "name"));
}

static void puts_segments_together_in_the_order_of_keys(void **state)
{
    struct search_fixture *f = *state;
    uint32_t before = snapshot_last_commit(f->snapshot);
    static const char *const columns[] = {"id", "name"};
    SEARCH_IMPORT(f, later);
    assert_string_equal(EXPORT(f, NULL, "id", "name"), "id,name\na,first\nb,\"Smith, J.\"\n"
                                                       "c,between\nd,changed\nf,plain\ng,last\n");
    assert_string_equal(export_of(f, NULL, before, columns, 2),
                        "id,name\nb,\"Smith, J.\"\nd,\"two\nlines\"\nf,plain\n");
}

#define MANY 10000

static void writes_more_rows_than_a_block_holds(void **state)
{
    struct search_fixture *f = *state;
    char(*texts)[64] = calloc(MANY, sizeof *texts);
    const char **list = (const char **)calloc(MANY, sizeof *list);
    assert_non_null(texts);
    assert_non_null(list);
    for (int i = 0; i < MANY; i++) {
        (void)snprintf(texts[i], sizeof texts[i], "{\"id\":\"k%05d\",\"name\":\"n%d\"}", i, i % 7);
        list[i] = texts[i];
    }
    search_fixture_import(f, list, MANY, IMPORT_UPSERT);
    const char *text = EXPORT(f, NULL, "id", "name");
    char line[64];
    for (int i = 0; i < MANY; i++) {
        (void)snprintf(line, sizeof line, "\nk%05d,n%d\n", i, i % 7);
        const char *found = strstr(text, line);
        assert_non_null(found);
        text = found + 1; // and the next one behind it
    }
    free(texts);
    free((void *)list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_every_field_in_the_order_it_came, set_up, tear_down),
        cmocka_unit_test_setup_teardown(writes_the_columns_asked_of_the_rows_found, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(puts_segments_together_in_the_order_of_keys, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(writes_more_rows_than_a_block_holds, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
