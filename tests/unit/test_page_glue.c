// SPDX-License-Identifier: Apache-2.0
// What pages are filled with: words, addresses, Markdown, metadata, names of records.

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/page_fields.h"
#include "api/page_markdown.h"
#include "api/page_metadata.h"
#include "api/page_text.h"
#include "api/page_values.h"
#include "api/taxon_ranks.h"
#include "support/views.h"

static int set_up(void **state)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL) {
        return -1;
    }
    arena_init(arena, 0);
    *state = arena;
    return 0;
}

static int tear_down(void **state)
{
    arena_release(*state);
    free(*state);
    return 0;
}

// ---- words -----------------------------------------------------------------------------------

static void test_licences_have_names(void **state)
{
    static const struct {
        const char *licence;
        const char *label;
        const char *address;
    } cases[] = {
        {"https://creativecommons.org/licenses/by-nc/4.0/", "CC BY-NC 4.0",
         "https://creativecommons.org/licenses/by-nc/4.0/"},
        {"CC_BY_4_0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"},
        {"cc-zero", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
        {"Ask us first", "Ask us first", ""},
        {"https://museum.example/terms", "https://museum.example/terms",
         "https://museum.example/terms"},
        {"", "", ""},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        string_view address;
        assert_view(licence_label(*state, sv_from(cases[i].licence), &address), cases[i].label);
        assert_view(address, cases[i].address);
    }
}

static void test_counts_in_words_never_say_more(void **state)
{
    static const struct {
        uint64_t count;
        const char *words;
    } cases[] = {
        {0, "0"},
        {999999, "999,999"},
        {1000000, "1 million"},
        {5349999, "5.3 million"},
        {79999999, "79.9 million"},
        {1200000000, "1.2 billion"},
        {1234500000000, "1,234.5 billion"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_view(count_in_words(*state, NULL, cases[i].count), cases[i].words);
    }
}

static void test_kinds_are_read_and_written_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i <= KIND_COUNT; i++) {
        enum record_kind kind = (enum record_kind)i;
        assert_int_equal(kind_from_text(kind_text(kind)), kind);
    }
    assert_int_equal(kind_from_text(SV("Specimens")), KIND_COUNT);
}

static void test_excerpts_end_at_a_word(void **state)
{
    assert_view(excerpt(*state, SV("short"), 10), "short");
    assert_view(excerpt(*state, SV("two words here"), 10), "two words…");
    assert_view(excerpt(*state, SV("Bygdøybygdøybygdøy"), 5), "Bygd…"); // not inside a character
}

// ---- addresses -------------------------------------------------------------------------------

static void test_keys_stand_in_addresses_rule_C2(void **state)
{
    static const struct {
        const char *key;
        const char *path;
        const char *at;
    } cases[] = {
        {"UCSB-1", "/record/t/UCSB-1", "/record/t/UCSB-1?version=5"},
        {"a/b:c#d?e%f", "/record/t/a%2Fb%3Ac%23d%3Fe%25f",
         "/record/t/a%2Fb%3Ac%23d%3Fe%25f?version=5"},
        {"a/versions", "/record/t/a%2Fversions", "/record/t/a%2Fversions?version=5"},
        {"http://x/y?z=1", "/record/t/http%3A%2F%2Fx%2Fy%3Fz%3D1",
         "/record/t/http%3A%2F%2Fx%2Fy%3Fz%3D1?version=5"},
        // Browsers take these for steps of a path, percent-encoded or not.
        {".", "/record/t?key=.", "/record/t?key=.&version=5"},
        {"..", "/record/t?key=..", "/record/t?key=..&version=5"},
        {"...", "/record/t/...", "/record/t/...?version=5"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        string_view key = sv_from(cases[i].key);
        assert_view(record_path(*state, SV("t"), key), cases[i].path);
        assert_view(record_address(*state, SV("t"), key, 0), cases[i].path);
        assert_view(record_address(*state, SV("t"), key, 5), cases[i].at);
    }
}

static void test_addresses_of_values_rule_C2(void **state)
{
    static const struct {
        const char *value;
        const char *address;
    } cases[] = {
        {"Apidae", "/search?family=Apidae"},
        {"Smith, J.", "/search?family=Smith%2C%20J."},
        {"1850..1900", "/search?family=%221850..1900%22"},
        {"Bee*", "/search?family=%22Bee%2A%22"},
        {"!Bee", "/search?family=%22%21Bee%22"},
        {" Bee", "/search?family=%22%20Bee%22"},
        {"", ""},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_view(search_for_value(*state, SV("family"), sv_from(cases[i].value)),
                    cases[i].address);
    }
    char longer[2001];
    memset(longer, 'a', sizeof longer);
    string_view text = {longer, sizeof longer};
    assert_false(value_fits_address(text));
    assert_int_equal(search_for_value(*state, SV("family"), text).length, 0);
    text.length--;
    assert_true(search_for_value(*state, SV("family"), text).length > text.length);
}

static void test_fields_named_as_parameters(void **state)
{
    assert_view(parameter_of_field(*state, SV("family")), "family");
    assert_view(parameter_of_field(*state, SV("order")), "order");
    assert_view(parameter_of_field(*state, SV("sort")), "field.sort");
    assert_view(parameter_of_field(*state, SV("q")), "field.q");
    assert_view(parameter_of_field(*state, SV("field.x")), "field.field.x");
    assert_view(field_of_parameter(SV("field.sort")), "sort");
    assert_view(field_of_parameter(SV("family")), "family");
    assert_view(search_for_value(*state, SV("sort"), SV("a&b")), "/search?field.sort=a%26b");
    assert_view(search_address(*state, "dataset", SV("bees"), 5), "/search?dataset=bees&version=5");
}

// ---- Markdown --------------------------------------------------------------------------------

static void test_markdown_carries_no_html_and_no_scripts(void **state)
{
    static const struct {
        const char *markdown;
        const char *html;
    } cases[] = {
        {"", ""},
        {" \n ", ""},
        {"plain & *simple*", "<p>plain &amp; <em>simple</em></p>\n"},
        {"# Top\n\n#### Deep", "<h3>Top</h3>\n<h6>Deep</h6>\n"},
        {"a <b onclick=x>b</b>", "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n"},
        {"<script>alert(1)</script>", "<!-- raw HTML omitted -->\n"},
        {"[x](javascript:alert(1))", "<p><a href=\"\">x</a></p>\n"},
        {"![the *plate*](https://a.example/p.png)",
         "<p><a href=\"https://a.example/p.png\">the <em>plate</em></a></p>\n"},
        {"![](https://a.example/p.png)",
         "<p><a href=\"https://a.example/p.png\">https://a.example/p.png</a></p>\n"},
        {"![x](data:text/html,y)", "<p><a href=\"\">x</a></p>\n"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        string_view html;
        assert_int_equal(markdown_to_html(*state, sv_from(cases[i].markdown), &html, NULL), ST_OK);
        assert_view(html, cases[i].html);
    }
}

static void test_markdown_as_a_line(void **state)
{
    assert_view(markdown_to_line(*state, SV("# Bees\n\nOf *all*\nkinds.\n\n- one\n- `two`"), 100),
                "Bees Of all kinds. one two");
    assert_view(markdown_to_line(*state, SV("Pinned insects, from the first drawers"), 16),
                "Pinned insects,…");
    assert_view(markdown_to_line(*state, SV("Bygdøybygdøybygdøy"), 5), "Bygd…");
    assert_view(markdown_to_line(*state, SV(""), 10), "");
    assert_view(markdown_to_line(*state, SV("a <b>b</b> c"), 100), "a b c");
}

static void test_markdown_is_bounded(void **state)
{
    size_t size = 4 * MARKDOWN_LIMIT;
    char *deep = malloc(size);
    assert_non_null(deep);
    static const char *const units[] = {">", "[", "*a ", "- ", "(", "![", "`", "<"};
    for (size_t i = 0; i < ARRAY_LENGTH(units); i++) {
        size_t length = strlen(units[i]);
        for (size_t at = 0; at + length <= size; at += length) {
            memcpy(deep + at, units[i], length);
        }
        string_view html;
        string_view text = {deep, size - size % length};
        assert_int_equal(markdown_to_html(*state, text, &html, NULL), ST_OK);
        assert_true(markdown_to_line(*state, text, 100).length <= 104);
    }
    free(deep);
}

// ---- metadata --------------------------------------------------------------------------------

static const char dataset_json[] =
    "{\"title\":\"Bees of the moor.\",\"organisation\":\"The Demo Museum\",\"licence\":"
    "\"https://creativecommons.org/licenses/by/4.0/\",\"authors\":[{\"name\":\"Mina Luise "
    "Quillfeather\",\"given\":\"Mina Luise\",\"family\":\"Quillfeather\",\"orcid\":"
    "\"https://orcid.org/"
    "0000-0002-1825-0097\"},{\"given\":\"Åsa-Karin\",\"family\":\"Ombro\",\"orcid\":\"0000-0001-"
    "5109-3700\"},"
    "{\"name\":\"The Moor "
    "Society\"},{\"affiliation\":\"nobody\"}],\"temporal\":{\"start\":\"1987\","
    "\"end\":\"2019\"},\"doi\":\"10.15468/abcd\",\"language\":\"eng\",\"contacts\":[{\"role\":"
    "\"Curator\",\"email\":\"bees@museum.example\"},{\"name\":\"No Mailbox\"}]}";

static void test_authors_are_cited_in_their_order(void **state)
{
    const json_t *dataset = json_in_arena(*state, sv_from(dataset_json));
    const struct author_row *authors = NULL;
    size_t count = 0;
    assert_int_equal(metadata_authors(*state, dataset, &authors, &count, NULL), ST_OK);
    assert_int_equal(count, 3);
    assert_view(authors[0].name, "Mina Luise Quillfeather");
    assert_view(authors[0].identifier, "https://orcid.org/0000-0002-1825-0097");
    assert_view(authors[1].name, "Åsa-Karin Ombro");
    assert_view(authors[1].identifier, "https://orcid.org/0000-0001-5109-3700");
    assert_view(authors[2].name, "The Moor Society");
    assert_view(metadata_authors_line(*state, dataset, SIZE_MAX),
                "Quillfeather M.L., Ombro Å.-K., The Moor Society");
    assert_view(metadata_authors_line(*state, dataset, 1), "Quillfeather M.L. and 3 more");
    const json_t *none = json_in_arena(*state, SV("{\"organisation\":\"The Demo Museum\"}"));
    assert_view(metadata_authors_line(*state, none, 3), "The Demo Museum");
    assert_view(metadata_authors_line(*state, NULL, 3), "");
}

static void test_facts_say_what_is_stated(void **state)
{
    static const char *const expected[][3] = {
        {"Licence", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"},
        {"Published by", "The Demo Museum", ""},
        {"Time covered", "1987 to 2019", ""},
        {"Language", "English", ""},
        {"DOI given by its source", "10.15468/abcd", "https://doi.org/10.15468/abcd"},
        {"Contact", "Curator", "mailto:bees@museum.example"},
    };
    const struct page_pair *facts = NULL;
    size_t count = 0;
    const json_t *dataset = json_in_arena(*state, sv_from(dataset_json));
    assert_int_equal(metadata_facts(*state, NULL, dataset, &facts, &count, NULL), ST_OK);
    assert_int_equal(count, ARRAY_LENGTH(expected));
    for (size_t i = 0; i < count; i++) {
        assert_view(facts[i].label, expected[i][0]);
        assert_view(facts[i].value, expected[i][1]);
        assert_view(facts[i].address, expected[i][2]);
    }
    // Rule D1: nothing defaults to a licence.
    assert_int_equal(metadata_facts(*state, NULL, NULL, &facts, &count, NULL), ST_OK);
    assert_int_equal(count, 1);
    assert_view(facts[0].value, "not stated");
}

// ---- records ---------------------------------------------------------------------------------

static void test_records_are_called_by_their_names(void **state)
{
    static const struct {
        const char *json;
        const char *title;
        const char *author;
        bool is_name;
    } cases[] = {
        {"{\"scientificName\":\"Apis mellifera\"}", "Apis mellifera", "", true},
        {"{\"scientificName\":\"Apis mellifera Linnaeus, 1758\",\"scientificNameAuthorship\":"
         "\"Linnaeus, 1758\"}",
         "Apis mellifera", "Linnaeus, 1758", true},
        {"{\"scientificName\":\"Apis mellifera\",\"scientificNameAuthorship\":\"Linnaeus, 1758\"}",
         "Apis mellifera", "Linnaeus, 1758", true},
        {"{\"scientificName\":\"Gavia immer (Brunnich, 1764)\",\"specificEpithet\":\"immer\"}",
         "Gavia immer", "(Brunnich, 1764)", true},
        {"{\"scientificName\":\"Carex nigra var. minor Asch.\",\"specificEpithet\":\"nigra\","
         "\"infraspecificEpithet\":\"minor\"}",
         "Carex nigra var. minor", "Asch.", true},
        {"{\"scientificName\":\"Carex nigra var. minor\",\"specificEpithet\":\"nigra\"}",
         "Carex nigra var. minor", "", true},
        {"{\"scientificName\":\"Lasioglossum (Evylaeus)\"}", "Lasioglossum (Evylaeus)", "", true},
        {"{\"scientificName\":\"\",\"genus\":\"Apis\"}", "Apis", "", true},
        {"{\"scientificName\":\"Old\",\"currentScientificName\":\"New\"}", "New", "", true},
        {"{\"title\":\"A drawer\",\"catalogNumber\":\"7\"}", "A drawer", "", false},
        {"{\"catalogNumber\":\"7\"}", "7", "", false},
        {"{\"other\":\"x\"}", "the key", "", false},
        {"{}", "the key", "", false},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct record_reader reader;
        struct record_tree tree;
        assert_int_equal(record_reader_init(&reader, *state, NULL), ST_OK);
        assert_int_equal(record_read(&reader, sv_from(cases[i].json), &tree, NULL), ST_OK);
        struct record_title title = record_title(*state, &tree, SV("the key"));
        assert_view(title.text, cases[i].title);
        assert_view(title.author, cases[i].author);
        assert_int_equal(title.is_name, cases[i].is_name);
    }
}

static void test_values_keep_their_spelling(void **state)
{
    static const struct {
        const char *path;
        size_t most;
        const char *text;
    } cases[] = {
        {"number", SIZE_MAX, "1.50"},
        {"truth", SIZE_MAX, "true"},
        {"nothing", SIZE_MAX, ""},
        {"list", SIZE_MAX, "a | 2"},
        {"list", 1, "a"},
        {"ids.name", SIZE_MAX, "x | z"},
        {"ids", SIZE_MAX, ""},
        {"box.in.deep", SIZE_MAX, "yes"},
        {"dotted.name", SIZE_MAX, "own"},
        {"no.such", SIZE_MAX, ""},
    };
    struct record_reader reader;
    struct record_tree tree;
    assert_int_equal(record_reader_init(&reader, *state, NULL), ST_OK);
    string_view json = SV("{\"number\":1.50,\"truth\":true,\"nothing\":null,\"list\":[\"a\",2],"
                          "\"ids\":[{\"name\":\"x\"},{\"other\":\"y\"},{\"name\":\"z\"}],"
                          "\"box\":{\"in\":{\"deep\":\"yes\"}},\"dotted.name\":\"own\"}");
    assert_int_equal(record_read(&reader, json, &tree, NULL), ST_OK);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_view(record_values_joined(*state, &tree, sv_from(cases[i].path), cases[i].most),
                    cases[i].text);
    }
    assert_int_equal(record_read(&reader, SV("{\"cut\":"), &tree, NULL), ST_CORRUPT);
}

// ---- taxa and fields -------------------------------------------------------------------------

static void test_ranks_go_down_from_kingdom(void **state)
{
    assert_int_equal(taxon_rank(SV("kingdom")), 0);
    assert_int_equal(taxon_rank(SV("Genus")), RANK_GENUS);
    assert_int_equal(taxon_rank(SV("scientificname")), TAXON_RANKS - 1);
    assert_int_equal(taxon_rank(SV("tribe")), TAXON_RANKS);
    for (size_t i = 0; i < TAXON_RANKS; i++) {
        assert_int_equal(taxon_rank(taxon_rank_field(i)), i);
    }
    assert_view(taxon_path(*state, SV("Genus"), SV("Bombus")), "/taxon/genus/Bombus");
    assert_view(taxon_path(*state, SV("tribe"), SV("Apini")), "");
}

// A step in a path is resolved by browsers, and a server refuses an address that is too long.
static void test_names_that_no_address_can_have_have_none(void **state)
{
    char longest[5000];
    memset(longest, 'a', sizeof longest);
    assert_view(named_path(*state, SV("/country/"), SV("A/B c")), "/country/A%2FB%20c");
    assert_view(named_path(*state, SV("/country/"), SV("")), "");
    assert_view(named_path(*state, SV("/country/"), SV(".")), "");
    assert_view(named_path(*state, SV("/country/"), SV("..")), "");
    assert_view(named_path(*state, SV("/country/"), SV("...")), "/country/...");
    assert_view(named_path(*state, SV("/country/"), (string_view){longest, sizeof longest}), "");
}

static void test_fields_are_found_in_another_case_where_they_have_values(void **state)
{
    (void)state;
    const struct search_outline fields[] = {
        {.name = SV("Genus"), .records = 5},
        {.name = SV("family"), .records = 2},
        {.name = SV("genus")},
        {.name = SV("order")},
    };
    const struct field_list list = {fields, ARRAY_LENGTH(fields)};
    assert_ptr_equal(field_with_values(&list, SV("family")), &fields[1]);
    assert_ptr_equal(field_with_values(&list, SV("FAMILY")), &fields[1]);
    assert_ptr_equal(field_with_values(&list, SV("genus")), &fields[0]);
    assert_null(field_with_values(&list, SV("order")));
    assert_null(field_with_values(&list, SV("class")));
}

int main(void)
{
#define GLUE_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        GLUE_TEST(test_licences_have_names),
        GLUE_TEST(test_counts_in_words_never_say_more),
        GLUE_TEST(test_kinds_are_read_and_written_alike),
        GLUE_TEST(test_excerpts_end_at_a_word),
        GLUE_TEST(test_keys_stand_in_addresses_rule_C2),
        GLUE_TEST(test_addresses_of_values_rule_C2),
        GLUE_TEST(test_fields_named_as_parameters),
        GLUE_TEST(test_markdown_carries_no_html_and_no_scripts),
        GLUE_TEST(test_markdown_as_a_line),
        GLUE_TEST(test_markdown_is_bounded),
        GLUE_TEST(test_authors_are_cited_in_their_order),
        GLUE_TEST(test_facts_say_what_is_stated),
        GLUE_TEST(test_records_are_called_by_their_names),
        GLUE_TEST(test_values_keep_their_spelling),
        GLUE_TEST(test_ranks_go_down_from_kingdom),
        GLUE_TEST(test_names_that_no_address_can_have_have_none),
        GLUE_TEST(test_fields_are_found_in_another_case_where_they_have_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
