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
    struct csv_columns chosen = {.fields = names, .count = count};
    if (count > 0 && names[0].bytes[0] == '+') { // with what identifies the row
        chosen.identity = true;
        names[0] = sv_slice(names[0], 1, SIZE_MAX);
    }
    request.sorts = f->request.sorts;
    request.sort_count = f->request.sort_count;
    f->request = (struct search_request){0};
    status result =
        csv_export(f->snapshot, &scope_public, &request, &chosen, take, &out, &f->error);
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
                        "id,name,note,year,tags,flag,media.by\r\n"
                        "b,\"Smith, J.\",\"said \"\"no\"\"\",1850,,,\r\n"
                        "d,\"two\nlines\",,,red | blue,,\r\n"
                        "f,plain,,,,true,Ann | Bo\r\n");
}

static void writes_the_columns_asked_of_the_rows_found(void **state)
{
    struct search_fixture *f = *state;
    assert_string_equal(EXPORT(f, "{\"search\":\"plain\"}", "media.by", "id"),
                        "media.by,id\r\nAnn | Bo,f\r\n");
    assert_string_equal(EXPORT(f, "{\"search\":\"nowhere\"}", "id"), "id\r\n");
    assert_non_null(strstr(EXPORT(f, NULL, "nam"), "name"));
}

static void puts_segments_together_in_the_order_of_keys(void **state)
{
    struct search_fixture *f = *state;
    uint32_t before = snapshot_last_commit(f->snapshot);
    static const char *const columns[] = {"id", "name"};
    SEARCH_IMPORT(f, later);
    assert_string_equal(EXPORT(f, NULL, "id", "name"),
                        "id,name\r\na,first\r\nb,\"Smith, J.\"\r\n"
                        "c,between\r\nd,changed\r\nf,plain\r\ng,last\r\n");
    // Fields that the newer segment does not have are empty there.
    assert_string_equal(EXPORT(f, NULL, "note", "id", "media.by", "flag"),
                        "note,id,media.by,flag\r\n,a,,\r\n\"said \"\"no\"\"\",b,,\r\n,c,,\r\n"
                        ",d,,\r\n,f,Ann | Bo,true\r\n,g,,\r\n");
    assert_string_equal(export_of(f, NULL, before, columns, 2),
                        "id,name\r\nb,\"Smith, J.\"\r\nd,\"two\nlines\"\r\nf,plain\r\n");
}

static void tells_which_row_it_is_and_sorts(void **state)
{
    struct search_fixture *f = *state;
    char expected[512];
    size_t tables = 0;
    long long made = (long long)snapshot_commit(f->snapshot, 1)->time;
    SEARCH_IMPORT(f, later);
    long long changed = (long long)snapshot_commit(f->snapshot, 2)->time;
    const struct store_table *t = snapshot_tables(f->snapshot, &tables);
    (void)snprintf(expected, sizeof expected,
                   "_dataset,_table,_key,_version,year\r\n" SV_FORMAT "," SV_FORMAT
                   ",c,%lld,1900\r\n" SV_FORMAT "," SV_FORMAT ",b,%lld,1850\r\n",
                   SV_ARGUMENT(t->dataset_slug), SV_ARGUMENT(t->slug), changed,
                   SV_ARGUMENT(t->dataset_slug), SV_ARGUMENT(t->slug), made);
    search_fixture_sort(f, "-year");
    assert_string_equal(
        EXPORT(f, "{\"filters\":{\"and\":[{\"exists\":{\"fields\":[\"year\"]}}]}}", "+year"),
        expected);
}

#define LENGTHS 300
#define LONGEST 70000

// A text of `length` bytes, of which every `step`-th is one that CSV minds.
static void make_text(size_t length, size_t step, char *text)
{
    static const char special[] = ",\"\n,";
    for (size_t i = 0; i < length; i++) {
        bool minded = step > 0 && i % step == step - 1;
        text[i] = minded ? special[i / step % (sizeof special - 1)] : (char)('a' + i % 26);
    }
    text[length] = '\0';
}

static void append_json(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        buffer_append_view(out, *text == '"' ? SV("\\") : SV(""));
        buffer_append(out, *text == '\n' ? "\\n" : text, *text == '\n' ? 2 : 1);
    }
}

static void append_csv(struct buffer *out, const char *text)
{
    string_view quote = strpbrk(text, ",\"\n") == NULL ? SV("") : SV("\"");
    buffer_append_view(out, quote);
    for (; *text != '\0'; text++) {
        buffer_append(out, "\"\"", *text == '"' ? 2 : 0);
        buffer_append(out, text, *text == '"' ? 0 : 1);
    }
    buffer_append_view(out, quote);
}

// Texts of all lengths beside each other, at every place of a row.
static void writes_texts_of_every_length(void **state)
{
    struct search_fixture *f = *state;
    static char text[LONGEST + 1];
    const char *list[LENGTHS];
    struct buffer document;
    struct buffer expected;
    char *lines[LENGTHS];
    buffer_init(&document, LONGEST * 4);
    buffer_init(&expected, (size_t)1 << 24);
    buffer_append_view(&expected, SV("id,a,b,c,d\r\n"));
    for (size_t i = 0; i < LENGTHS; i++) {
        const size_t lengths[] = {i, 40 - i % 40, i == 150 ? LONGEST : i % 70, i == 200 ? 3000 : 1};
        buffer_clear(&document);
        size_t begun = expected.length;
        buffer_print(&document, "{\"id\":\"k%03zu\"", i);
        buffer_print(&expected, "k%03zu", i);
        for (size_t k = 0; k < ARRAY_LENGTH(lengths); k++) {
            make_text(lengths[k], (i + k) % 9, text);
            buffer_print(&document, ",\"%c\":\"", (int)('a' + k));
            append_json(&document, text);
            buffer_append_view(&document, SV("\""));
            buffer_append_view(&expected, SV(","));
            append_csv(&expected, text);
        }
        buffer_append(&document, "}", 2); // with the end of the text
        buffer_append_view(&expected, SV("\r\n"));
        list[i] = arena_copy(&f->arena, buffer_view(&document)).bytes;
        lines[i] = calloc(1, expected.length - begun + 1);
        assert_non_null(lines[i]);
        memcpy(lines[i], expected.bytes + begun, expected.length - begun);
    }
    buffer_append_byte(&expected, '\0');
    search_fixture_import(f, list, LENGTHS, IMPORT_SNAPSHOT);
    const char *const columns[] = {"id", "a", "b", "c", "d"};
    uint32_t commit = snapshot_last_commit(f->snapshot);
    assert_string_equal(export_of(f, NULL, commit, columns, 5), expected.bytes);
    for (size_t i = 0; i < LENGTHS; i += 10) { // of one row no dictionary is read whole
        char query[64];
        (void)snprintf(query, sizeof query, "{\"search\":\"k%03zu\"}", i);
        const char *found = export_of(f, query, commit, columns, 5);
        assert_string_equal(found + strlen("id,a,b,c,d\r\n"), lines[i]);
    }
    for (size_t i = 0; i < LENGTHS; i++) {
        free(lines[i]);
    }
    buffer_release(&expected);
    buffer_release(&document);
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
        (void)snprintf(line, sizeof line, "\nk%05d,n%d\r\n", i, i % 7);
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
        cmocka_unit_test_setup_teardown(tells_which_row_it_is_and_sorts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(writes_more_rows_than_a_block_holds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(writes_texts_of_every_length, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
