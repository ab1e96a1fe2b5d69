// SPDX-License-Identifier: Apache-2.0
// Citations in all formats, against texts written by hand (rule G1), of portals without an account
// at a registry (rule F1).
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/citation.h"
#include "api/page_metadata.h"
#include "support/views.h"

#define DAY ((moment)1780315200000) // 2026-06-01T12:00:00Z

static const char dataset_json[] =
    "{\"title\":\"Bees of the moor & {fen}.\",\"organisation\":\"The Demo Museum\",\"doi\":"
    "\"10.15468/abcd\",\"authors\":[{\"family\":\"Quillfeather\",\"given\":\"Mina Luise\"},"
    "{\"name\":\"The Moor Society\"}]}";

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

static struct citation of_dataset(struct arena *arena)
{
    return (struct citation){
        .kind = CITED_DATASET,
        .dataset = json_in_arena(arena, sv_from(dataset_json)),
        .publisher = SV("The Demo Museum"),
        .version = DAY,
        .address = SV("https://m.example/dataset/bees?version=1780315200000"),
        .accessed = DAY,
    };
}

static struct citation of_record(struct arena *arena)
{
    struct citation c = of_dataset(arena);
    c.kind = CITED_RECORD;
    c.institution = SV("DEMO");
    c.catalog_number = SV("DEMO-E_1");
    c.name = SV("Bombus hortorum");
    c.address = SV("https://m.example/record/bees/1?version=1780315200000");
    return c;
}

static struct citation of_search(void)
{
    return (struct citation){
        .kind = CITED_SEARCH,
        .publisher = SV("The Demo Museum"),
        .version = DAY,
        .address = SV("https://m.example/search?q=moor&version=1780315200000"),
        .records = 1204,
        .datasets = 3,
        .query = SV("words: moor"),
    };
}

static void assert_written(struct arena *arena, const struct citation *c,
                           enum citation_format format, const char *expected)
{
    struct buffer out;
    buffer_init(&out, 1 << 16);
    assert_int_equal(citation_write(arena, c, format, &out, NULL), ST_OK);
    assert_view(buffer_view(&out), expected);
    // Rule F1: nothing registered is claimed, whatever the source has.
    assert_null(memmem(out.bytes, out.length, "10.", 3));
    assert_null(memmem(out.bytes, out.length, "doi", 3));
    assert_null(memmem(out.bytes, out.length, "DOI", 3));
    buffer_release(&out);
}

static void test_rules_g1_and_f1_datasets(void **state)
{
    struct citation c = of_dataset(*state);
    assert_written(*state, &c, CITATION_TEXT,
                   "Quillfeather M.L., The Moor Society (2026). Bees of the moor & {fen} [Data "
                   "set]. Version 2026-06-01. The Demo Museum. "
                   "https://m.example/dataset/bees?version=1780315200000\n");
    assert_written(*state, &c, CITATION_BIBTEX,
                   "@misc{Bees-of-the-moor-fen-2026-06-01,\n"
                   "  author = {{Quillfeather}, {Mina Luise} and {The Moor Society}},\n"
                   "  title = {{Bees of the moor \\& \\textbraceleft{}fen\\textbraceright{}}},\n"
                   "  year = {2026},\n"
                   "  version = {2026-06-01},\n"
                   "  publisher = {The Demo Museum},\n"
                   "  howpublished = {Data set},\n"
                   "  url = {https://m.example/dataset/bees?version=1780315200000}\n"
                   "}\n");
    assert_written(*state, &c, CITATION_RIS,
                   "TY  - DATA\r\n"
                   "ID  - Bees-of-the-moor-fen-2026-06-01\r\n"
                   "AU  - Quillfeather, Mina Luise\r\n"
                   "AU  - The Moor Society\r\n"
                   "TI  - Bees of the moor & {fen}\r\n"
                   "PY  - 2026\r\n"
                   "DA  - 2026/06/01/\r\n"
                   "ET  - Version 2026-06-01\r\n"
                   "PB  - The Demo Museum\r\n"
                   "M3  - Data set\r\n"
                   "UR  - https://m.example/dataset/bees?version=1780315200000\r\n"
                   "ER  - \r\n");
    assert_written(*state, &c, CITATION_CSL,
                   "[{\"id\":\"Bees-of-the-moor-fen-2026-06-01\",\"type\":\"dataset\",\"title\":"
                   "\"Bees of the moor & {fen}\",\"author\":[{\"family\":\"Quillfeather\","
                   "\"given\":\"Mina Luise\"},{\"literal\":\"The Moor Society\"}],\"issued\":"
                   "{\"date-parts\":[[2026,6,1]]},\"version\":\"2026-06-01\",\"publisher\":\"The "
                   "Demo Museum\",\"URL\":\"https://m.example/dataset/bees?version=1780315200000\""
                   "}]\n");
}

static void test_rules_g1_and_f1_records(void **state)
{
    struct citation c = of_record(*state);
    assert_written(*state, &c, CITATION_TEXT,
                   "DEMO DEMO-E_1, Bombus hortorum. In: Quillfeather M.L., The Moor Society "
                   "(2026). Bees of the moor & {fen} [Data set]. Version 2026-06-01. The Demo "
                   "Museum. https://m.example/record/bees/1?version=1780315200000. Accessed 1 "
                   "June 2026.\n");
    assert_written(*state, &c, CITATION_BIBTEX,
                   "@misc{DEMO-E-1-2026-06-01,\n"
                   "  author = {{Quillfeather}, {Mina Luise} and {The Moor Society}},\n"
                   "  title = {{DEMO DEMO-E\\_1, Bombus hortorum}},\n"
                   "  year = {2026},\n"
                   "  version = {2026-06-01},\n"
                   "  publisher = {The Demo Museum},\n"
                   "  howpublished = {Data set},\n"
                   "  note = {In: Bees of the moor \\& \\textbraceleft{}fen\\textbraceright{}. "
                   "Accessed 1 June 2026},\n"
                   "  url = {https://m.example/record/bees/1?version=1780315200000}\n"
                   "}\n");
    assert_written(*state, &c, CITATION_CSL,
                   "[{\"id\":\"DEMO-E-1-2026-06-01\",\"type\":\"dataset\",\"title\":\"DEMO "
                   "DEMO-E_1, Bombus hortorum\",\"container-title\":\"Bees of the moor & "
                   "{fen}\",\"author\":[{\"family\":\"Quillfeather\",\"given\":\"Mina Luise\"},"
                   "{\"literal\":\"The Moor Society\"}],\"issued\":{\"date-parts\":[[2026,6,1]]},"
                   "\"version\":\"2026-06-01\",\"publisher\":\"The Demo Museum\",\"URL\":"
                   "\"https://m.example/record/bees/1?version=1780315200000\",\"accessed\":"
                   "{\"date-parts\":[[2026,6,1]]}}]\n");
}

static void test_rule_g1_searches(void **state)
{
    struct citation c = of_search();
    assert_written(*state, &c, CITATION_TEXT,
                   "The Demo Museum (2026). 1204 records from 3 datasets: words: moor [Data set]. "
                   "https://m.example/search?q=moor&version=1780315200000\n");
    assert_written(*state, &c, CITATION_RIS,
                   "TY  - DATA\r\n"
                   "ID  - records-2026-06-01\r\n"
                   "AU  - The Demo Museum\r\n"
                   "TI  - 1204 records from 3 datasets: words: moor\r\n"
                   "PY  - 2026\r\n"
                   "DA  - 2026/06/01/\r\n"
                   "ET  - Version 2026-06-01\r\n"
                   "PB  - The Demo Museum\r\n"
                   "M3  - Data set\r\n"
                   "UR  - https://m.example/search?q=moor&version=1780315200000\r\n"
                   "ER  - \r\n");
    c.records = 1;
    c.datasets = 1;
    assert_written(*state, &c, CITATION_TEXT,
                   "The Demo Museum (2026). 1 record from 1 dataset: words: moor [Data set]. "
                   "https://m.example/search?q=moor&version=1780315200000\n");
    c.templates = json_in_arena(*state, SV("{\"search\":\"{count}, {datasets}: {extent}\"}"));
    assert_view(citation_text(*state, &c), "1, 1: 1 record from 1 dataset");
}

// What leads to an empty value goes with it, and a sentence ends once.
static void test_empty_gaps(void **state)
{
    struct citation c = {
        .kind = CITED_RECORD, .publisher = SV("Museum Inc."), .catalog_number = SV("7")};
    assert_view(citation_text(*state, &c),
                "7. In: Museum Inc. (1970). [Data set]. Version 1970-01-01. Museum Inc. Accessed 1 "
                "January 1970.");
}

static void test_templates_of_the_house(void **state)
{
    struct citation c = of_dataset(*state);
    c.templates = json_in_arena(
        *state, SV("{\"dataset\":\"{title}, {unknown} {{date}} by {authors}; {identifier\"}"));
    assert_view(citation_text(*state, &c),
                "Bees of the moor & {fen}, {unknown} {2026-06-01} by Quillfeather M.L., The Moor "
                "Society; {identifier");
    struct citation record = of_record(*state);
    record.templates = json_in_arena(*state, SV("{\"record\":\"{url}: {datasetCitation}\"}"));
    assert_view(citation_text(*state, &record),
                "https://m.example/record/bees/1?version=1780315200000: Quillfeather M.L., The "
                "Moor Society (2026). Bees of the moor & {fen} [Data set]. Version 2026-06-01. The "
                "Demo Museum.");
}

// Hostile values stay values in every format.
static void test_hostile_values(void **state)
{
    struct citation c = of_record(*state);
    c.dataset = json_in_arena(
        *state, SV("{\"title\":\"}\\nER  - \\r\\nTY  - x\",\"authors\":[{\"family\":\"a, and} "
                   "\\\\input{x}\",\"given\":\"\\\"]\"}]}"));
    c.catalog_number = SV("\"}],\n../x");
    struct buffer out;
    buffer_init(&out, 1 << 16);
    assert_int_equal(citation_write(*state, &c, CITATION_RIS, &out, NULL), ST_OK);
    size_t ends = 0;
    for (size_t i = 0; i + 4 < out.length; i++) {
        ends += memcmp(out.bytes + i, "\r\nER", 4) == 0;
    }
    assert_int_equal(ends, 1);
    out.length = 0;
    assert_int_equal(citation_write(*state, &c, CITATION_CSL, &out, NULL), ST_OK);
    json_t *parsed = json_loadb(out.bytes, out.length, 0, NULL);
    assert_int_equal(json_array_size(parsed), 1);
    json_decref(parsed);
    out.length = 0;
    assert_int_equal(citation_write(*state, &c, CITATION_BIBTEX, &out, NULL), ST_OK);
    int depth = 0;
    for (size_t i = 0; i < out.length; i++) {
        depth += out.bytes[i] == '{';
        depth -= out.bytes[i] == '}';
        assert_true(depth >= 0);
    }
    assert_int_equal(depth, 0);
    buffer_release(&out);
    assert_view(citation_file_name(*state, &c, CITATION_RIS), "x-2026-06-01.ris");
}

static void test_formats_have_names(void **state)
{
    (void)state;
    enum citation_format format = CITATION_TEXT;
    assert_true(citation_format_of(SV("csl"), &format));
    assert_int_equal(format, CITATION_CSL);
    assert_false(citation_format_of(SV("BibTeX"), &format));
    assert_false(citation_format_of(SV(""), &format));
}

// With an account at a registry the DOI stands where the address did, in each format's own place.
static void test_rule_g1_registered(void **state)
{
    struct citation dataset = of_dataset(*state);
    struct citation record = of_record(*state);
    struct buffer out;
    struct error e = {0};
    dataset.doi = SV("10.5519/bees");
    dataset.address = SV("https://doi.org/10.5519/bees");
    record.dataset_doi = dataset.doi;
    assert_view(citation_text(*state, &dataset),
                "Quillfeather M.L., The Moor Society (2026). Bees of the moor & {fen} [Data set]. "
                "Version 2026-06-01. The Demo Museum. https://doi.org/10.5519/bees");
    assert_view(citation_text(*state, &record),
                "DEMO DEMO-E_1, Bombus hortorum. In: Quillfeather M.L., The Moor Society (2026). "
                "Bees of the moor & {fen} [Data set]. Version 2026-06-01. The Demo Museum. "
                "https://doi.org/10.5519/bees. https://m.example/record/bees/1?version="
                "1780315200000. Accessed 1 June 2026.");
    static const char *const told[CITATION_FORMATS] = {
        [CITATION_TEXT] = "https://doi.org/10.5519/bees",
        [CITATION_BIBTEX] = "  doi = {10.5519/bees},\n  url = {https://doi.org/10.5519/bees}",
        [CITATION_RIS] = "DO  - 10.5519/bees\r\nUR  - https://doi.org/10.5519/bees\r\n",
        [CITATION_CSL] = "\"DOI\":\"10.5519/bees\",\"URL\":\"https://doi.org/10.5519/bees\"",
    };
    for (int i = 0; i < CITATION_FORMATS; i++) {
        buffer_init(&out, 1 << 16);
        assert_int_equal(citation_write(*state, &dataset, (enum citation_format)i, &out, &e),
                         ST_OK);
        buffer_append_byte(&out, '\0');
        assert_non_null(strstr(out.bytes, told[i]));
        buffer_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rules_g1_and_f1_datasets, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rules_g1_and_f1_records, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rule_g1_searches, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_empty_gaps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_templates_of_the_house, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hostile_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rule_g1_registered, set_up, tear_down),
        cmocka_unit_test(test_formats_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
