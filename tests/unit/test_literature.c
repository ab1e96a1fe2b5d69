// SPDX-License-Identifier: Apache-2.0
// The register of the literature: merging by DOI over sources, grades, routes, reviews, uses; and
// what strangers write as publications.
#include "base/file.h"
#include "portal/literature_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    char folder[64];
    struct arena arena;
    struct literature *literature;
    struct error e;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/test_literature.XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    arena_init(&f->arena, 0);
    assert_int_equal(literature_open(f->folder, &f->literature, &f->e), ST_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    literature_close(f->literature);
    arena_release(&f->arena);
    assert_int_equal(folder_remove(f->folder, NULL), ST_OK);
    free(f);
    return 0;
}

static void assert_text(string_view text, const char *expected)
{
    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes == NULL ? "" : text.bytes, expected, text.length);
}

static struct literature_added add(struct fixture *f, struct publication p,
                                   enum literature_source source, struct evidence one)
{
    struct literature_added added;
    one.source = source;
    one.target = one.target.length == 0 ? SV("target") : one.target;
    assert_int_equal(literature_add(f->literature, &p, source, &one, 1, &f->arena, &added, &f->e),
                     ST_OK);
    return added;
}

static struct literature_counts count(struct fixture *f, struct literature_filter filter)
{
    struct literature_counts counts;
    assert_int_equal(literature_count(f->literature, &filter, &counts, &f->e), ST_OK);
    return counts;
}

static void test_dois_are_read_as_all_write_them(void **state)
{
    struct fixture *f = *state;
    static const char *const good[] = {"10.1234/AbC",
                                       " https://doi.org/10.1234/abc ",
                                       "http://dx.doi.org/10.1234/ABC",
                                       "doi: 10.1234/abc",
                                       "DOI:10.1234/abc",
                                       "https://www.doi.org/10.1234/abc"};
    static const char *const bad[] = {"",
                                      "10.",
                                      "10./x",
                                      "10.1234/",
                                      "11.1234/x",
                                      "10.12x4/a",
                                      "10.1234/a b",
                                      "10.1234/a\x01",
                                      "https://x.org/10.1/a"};
    for (size_t i = 0; i < ARRAY_LENGTH(good); i++) {
        assert_text(literature_doi(&f->arena, sv_from(good[i])), "10.1234/abc");
    }
    for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
        assert_text(literature_doi(&f->arena, sv_from(bad[i])), "");
    }
}

// Rule G2: once, merged over sources by DOI; direct, through GBIF, and both; in any order.
static void test_rule_g2_merged_over_sources_by_doi(void **state)
{
    struct fixture *f = *state;
    const struct publication from_gbif = {
        .doi = SV("10.1/a"), .title = SV("A title, shortened"), .venue = SV("Journal of GBIF")};
    const struct publication from_crossref = {
        .doi = SV("10.1/a"), .title = SV("A title"), .authors = SV("Smith, J."), .year = 2020};
    const struct publication by_hand = {.doi = SV("10.1/a"), .year = 2021};
    struct literature_added first =
        add(f, from_crossref, LITERATURE_CROSSREF, (struct evidence){.grade = LITERATURE_DATASET});
    struct literature_added second =
        add(f, from_gbif, LITERATURE_FROM_GBIF,
            (struct evidence){.grade = LITERATURE_DATASET, .route = LITERATURE_GBIF});
    struct literature_added third =
        add(f, by_hand, LITERATURE_HAND, (struct evidence){.grade = LITERATURE_NAMED});
    assert_true(first.is_new && !second.is_new && !third.is_new);
    assert_int_equal(first.publication, third.publication);
    add(f, (struct publication){.doi = SV("10.1/b")}, LITERATURE_FROM_GBIF,
        (struct evidence){.grade = LITERATURE_ESTIMATED, .route = LITERATURE_GBIF});
    struct literature_counts counts = count(f, (struct literature_filter){.all = false});
    assert_int_equal(counts.total, 2);
    assert_int_equal(counts.direct, 1);
    assert_int_equal(counts.gbif, 2);
    assert_int_equal(counts.both, 1);
    assert_int_equal(counts.total, counts.direct + counts.gbif - counts.both);
    struct publication whole;
    assert_int_equal(
        literature_publication(f->literature, first.publication, &f->arena, &whole, &f->e), ST_OK);
    assert_text(whole.title, "A title"); // Crossref knows better
    assert_text(whole.authors, "Smith, J.");
    assert_text(whole.venue, "Journal of GBIF"); // nobody else said
    assert_int_equal(whole.year, 2021);          // by hand, over all
}

// Rule G2: grades stay apart, and the same evidence again is the same.
static void test_rule_g2_grades_are_never_added(void **state)
{
    struct fixture *f = *state;
    const struct publication p = {.doi = SV("10.1/a")};
    for (int again = 0; again < 2; again++) {
        for (int grade = 0; grade < LITERATURE_GRADES; grade++) {
            struct literature_added added = add(
                f, p, LITERATURE_HAND, (struct evidence){.grade = (enum literature_grade)grade});
            assert_int_equal(added.evidence, again == 0);
        }
    }
    struct literature_counts counts = count(f, (struct literature_filter){.all = false});
    assert_int_equal(counts.total, 1);
    for (int grade = 0; grade < LITERATURE_GRADES; grade++) {
        assert_int_equal(counts.grades[grade], 1);
    }
    counts = count(f, (struct literature_filter){.by_grade = true, .grade = LITERATURE_NAMED});
    assert_int_equal(counts.grades[LITERATURE_NAMED], 1);
    assert_int_equal(counts.grades[LITERATURE_CONTAINED], 0);
}

static void test_rule_g2_what_waits_is_not_counted(void **state)
{
    struct fixture *f = *state;
    const struct publication p = {.doi = SV("10.1/a")};
    const struct evidence waits = {
        .grade = LITERATURE_NAMED, .kind = LITERATURE_OF_RECORD, .state = LITERATURE_WAITING};
    struct evidence *list = NULL;
    size_t found = 0;
    add(f, p, LITERATURE_HAND, waits);
    assert_int_equal(count(f, (struct literature_filter){.all = false}).total, 0);
    assert_int_equal(literature_evidence(f->literature, 0, LITERATURE_WAITING, 0, 10, &f->arena,
                                         &list, &found, &f->e),
                     ST_OK);
    assert_int_equal(found, 1);
    assert_int_equal(literature_review(f->literature, list[0].id, false, &f->e), ST_OK);
    struct evidence shown = waits;
    shown.state = LITERATURE_SHOWN;
    add(f, p, LITERATURE_HAND, shown); // what was refused stays so
    assert_int_equal(count(f, (struct literature_filter){.all = false}).total, 0);
    assert_int_equal(literature_review(f->literature, list[0].id, true, &f->e), ST_OK);
    assert_int_equal(count(f, (struct literature_filter){.all = false}).total, 1);
    assert_int_equal(literature_review(f->literature, 99, true, &f->e), ST_NOT_FOUND);
}

static void test_a_record_is_in_what_used_it(void **state)
{
    struct fixture *f = *state;
    struct uuid table;
    struct uuid other;
    uuid_from_name(SV("table"), &table);
    uuid_from_name(SV("other"), &other);
    const uint64_t records[] = {literature_record_hash(&table, SV("k1")),
                                literature_record_hash(&table, SV("k2"))};
    const string_view datasets[] = {SV("dataset-1")};
    const struct literature_use some = {.name = SV("search/a"),
                                        .records = records,
                                        .record_count = 2,
                                        .datasets = datasets,
                                        .dataset_count = 1};
    const struct literature_use whole = {
        .name = SV("search/b"), .version = 77, .tables = &table, .table_count = 1};
    struct literature_used *uses = NULL;
    size_t found = 0;
    int64_t a = 0;
    int64_t b = 0;
    int64_t again = 0;
    assert_int_equal(literature_use_add(f->literature, &some, &a, &f->e), ST_OK);
    assert_int_equal(literature_use_add(f->literature, &whole, &b, &f->e), ST_OK);
    assert_int_equal(literature_use_add(f->literature, &some, &again, &f->e), ST_OK);
    assert_int_equal(a, again);
    assert_int_equal(
        literature_uses_of(f->literature, &table, SV("k1"), &f->arena, &uses, &found, &f->e),
        ST_OK);
    assert_int_equal(found, 2);
    assert_int_equal(uses[0].use, a);
    assert_int_equal(uses[1].version, 77);
    assert_int_equal(
        literature_uses_of(f->literature, &other, SV("k1"), &f->arena, &uses, &found, &f->e),
        ST_OK);
    assert_int_equal(found, 0);
    add(f, (struct publication){.doi = SV("10.1/a")}, LITERATURE_HAND,
        (struct evidence){.kind = LITERATURE_OF_SEARCH, .grade = LITERATURE_CONTAINED, .use = a});
    struct literature_filter filter = {.record = SV("t/k1"), .uses = &a, .use_count = 1};
    assert_int_equal(count(f, filter).grades[LITERATURE_CONTAINED], 1);
    filter.use_count = 0;
    assert_int_equal(count(f, filter).total, 0);
    assert_int_equal(count(f, (struct literature_filter){.dataset = SV("dataset-1")}).total, 1);
    assert_int_equal(count(f, (struct literature_filter){.dataset = SV("dataset-2")}).total, 0);
}

static void test_half_a_change_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    uint64_t before = 0;
    uint64_t after = 0;
    string_view place = {0};
    add(f, (struct publication){.doi = SV("10.1/a")}, LITERATURE_HAND, (struct evidence){.id = 0});
    assert_int_equal(literature_state(f->literature, &before, &f->e), ST_OK);
    assert_int_equal(literature_begin(f->literature, &f->e), ST_OK);
    add(f, (struct publication){.doi = SV("10.1/b")}, LITERATURE_HAND, (struct evidence){.id = 0});
    assert_int_equal(literature_set_place(f->literature, SV("gbif"), SV("100"), &f->e), ST_OK);
    assert_int_equal(literature_end(f->literature, false, &f->e), ST_OK);
    assert_int_equal(count(f, (struct literature_filter){.all = true}).total, 1);
    assert_int_equal(literature_place(f->literature, SV("gbif"), &f->arena, &place, &f->e), ST_OK);
    assert_int_equal(place.length, 0);
    assert_int_equal(literature_state(f->literature, &after, &f->e), ST_OK);
    assert_int_equal(before, after);
}

static void count_skipped(void *argument, size_t number, const char *why)
{
    assert_true(number > 0 && why[0] != '\0');
    ++*(size_t *)argument;
}

// Titles come from strangers: one line of UTF-8, bounded.
static void test_hostile_texts_are_mended(void **state)
{
    struct fixture *f = *state;
    char longest[20000];
    memset(longest, 'x', sizeof longest);
    assert_text(literature_text(&f->arena, SV(" a\x1b[31m\r\n\tb \xff\xc2\xa0")),
                "a [31m b \xef\xbf\xbd");
    assert_int_equal(literature_text(&f->arena, (string_view){longest, sizeof longest}).length,
                     LITERATURE_LIMIT_TEXT);
    assert_text(literature_address(&f->arena, SV("javascript:alert(1)")), "");
    assert_text(literature_address(&f->arena, SV("https://x.example/a b")), "");
    static const char *const bad[] = {"[", "{\"title\":", "nothing,here\n1,2\n", ""};
    struct literature_item *items = NULL;
    size_t found = 0;
    size_t skipped = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
        assert_int_equal(literature_read_file(sv_from(bad[i]), &f->arena, count_skipped, &skipped,
                                              &items, &found, &f->e),
                         ST_BAD_DATA);
    }
    assert_int_equal(literature_read_file(SV("[1,null,[],{\"title\":[\"T\"],\"author\":[1,{}],"
                                             "\"issued\":{\"date-parts\":[[\"1999\"]]}}]"),
                                          &f->arena, count_skipped, &skipped, &items, &found,
                                          &f->e),
                     ST_OK);
    assert_int_equal(skipped, 3);
    assert_int_equal(found, 1);
    assert_int_equal(items[0].publication.year, 1999);
}

// --- erasing ---------------------------------------------------------------------------------

static size_t evidence_of(struct fixture *f, int64_t publication, enum literature_state state,
                          struct evidence **out)
{
    size_t count = 0;
    assert_int_equal(literature_evidence(f->literature, publication, state, 0, 100, &f->arena, out,
                                         &count, &f->e),
                     ST_OK);
    return count;
}

static struct literature_erased erase(struct fixture *f, const char *value, string_view record)
{
    const string_view values[] = {sv_from(value)};
    struct literature_erased out = {.evidence = 0};
    struct mentions mentions;
    assert_int_equal(mentions_make(values, 1, &f->arena, &mentions, &f->e), ST_OK);
    assert_int_equal(literature_erase(f->literature, &mentions, record, false, &out, &f->e), ST_OK);
    return out;
}

static void test_rule_f5_evidence_of_an_erased_record_is_its_dataset_s(void **state)
{
    struct fixture *f = *state;
    struct evidence named = {.kind = LITERATURE_OF_RECORD,
                             .target = SV("table/K 1"),
                             .dataset = SV("dataset"),
                             .given = SV("DEMO K 1"),
                             .grade = LITERATURE_NAMED};
    struct evidence of_dataset = {.kind = LITERATURE_OF_DATASET,
                                  .target = SV("dataset"),
                                  .dataset = SV("dataset"),
                                  .grade = LITERATURE_DATASET};
    struct evidence waits = named;
    struct evidence *list = NULL;
    waits.state = LITERATURE_WAITING;
    int64_t one =
        add(f, (struct publication){.doi = SV("10.1/a")}, LITERATURE_HAND, named).publication;
    int64_t both =
        add(f, (struct publication){.doi = SV("10.1/b")}, LITERATURE_HAND, named).publication;
    (void)add(f, (struct publication){.doi = SV("10.1/b")}, LITERATURE_HAND, of_dataset);
    int64_t waiting =
        add(f, (struct publication){.doi = SV("10.1/c")}, LITERATURE_HAND, waits).publication;
    assert_int_equal(erase(f, "nothing", SV("table/K 1")).evidence, 3);
    assert_int_equal(evidence_of(f, one, LITERATURE_SHOWN, &list), 1);
    assert_int_equal(list[0].kind, LITERATURE_OF_DATASET);
    assert_int_equal(list[0].grade, LITERATURE_DATASET);
    assert_text(list[0].target, "dataset");
    assert_text(list[0].given, "");
    assert_int_equal(evidence_of(f, both, LITERATURE_SHOWN, &list), 1);
    assert_int_equal(evidence_of(f, waiting, LITERATURE_WAITING, &list), 0);
    assert_int_equal(count(f, (struct literature_filter){.dataset = SV("dataset")}).total, 2);
    assert_int_equal(erase(f, "nothing", SV("table/K 1")).evidence, 0);
}

static void test_rule_f5_texts_that_hold_a_value_go(void **state)
{
    struct fixture *f = *state;
    struct publication out;
    struct evidence *list = NULL;
    struct publication about = {.doi = SV("10.1/a"),
                                .title = SV("Letters of Qwyx Zubro"),
                                .authors = SV("Smith, J."),
                                .year = 1999};
    struct publication life = {.title = SV("A life of QWYX ZUBRO"), .authors = SV("Doe, J.")};
    struct evidence given = {.kind = LITERATURE_OF_SEARCH,
                             .given = SV("https://x.example/?q=Qwyx%20Zubro"),
                             .why = SV("Qwyx Zubro, by text")};
    struct evidence unknown = {
        .kind = LITERATURE_OF_UNKNOWN, .target = SV("Qwyx Zubro 7"), .state = LITERATURE_WAITING};
    int64_t id = add(f, about, LITERATURE_CROSSREF, given).publication;
    int64_t gone = add(f, life, LITERATURE_HAND, given).publication;
    (void)add(f, (struct publication){.doi = SV("10.1/a"), .title = SV("Letters")},
              LITERATURE_DATACITE, unknown);
    struct literature_erased erased = erase(f, "Qwyx Zubro", SV(""));
    assert_int_equal(erased.publications, 2);
    assert_int_equal(literature_publication(f->literature, gone, &f->arena, &out, &f->e),
                     ST_NOT_FOUND);
    // What another source says of it stands now; what is searched is written anew.
    assert_int_equal(literature_publication(f->literature, id, &f->arena, &out, &f->e), ST_OK);
    assert_text(out.title, "Letters");
    assert_text(out.authors, "Smith, J.");
    assert_int_equal(count(f, (struct literature_filter){.words = SV("zubro"), .all = true}).total,
                     0);
    assert_int_equal(evidence_of(f, id, LITERATURE_SHOWN, &list), 1);
    assert_text(list[0].given, "");
    assert_text(list[0].why, "");
    assert_int_equal(evidence_of(f, id, LITERATURE_WAITING, &list), 0);
    // No source brings it again, in whatever case; all else it may.
    about.title = SV("LETTERS of Qwyx Zubro");
    about.venue = SV("Journal");
    assert_int_equal(add(f, about, LITERATURE_CROSSREF, given).publication, id);
    assert_int_equal(add(f, life, LITERATURE_CROSSREF, given).publication, 0);
    (void)add(f, (struct publication){.doi = SV("10.1/a")}, LITERATURE_DATACITE, unknown);
    assert_int_equal(literature_publication(f->literature, id, &f->arena, &out, &f->e), ST_OK);
    assert_text(out.title, "Letters");
    assert_text(out.venue, "Journal");
    assert_int_equal(count(f, (struct literature_filter){.words = SV("zubro"), .all = true}).total,
                     0);
    assert_int_equal(evidence_of(f, id, LITERATURE_WAITING, &list), 0);
    assert_int_equal(evidence_of(f, id, LITERATURE_SHOWN, &list), 1);
    assert_text(list[0].given, "");
}

static void tell_why(void *argument, size_t number, const char *why)
{
    (void)number;
    (void)snprintf(argument, 100, "%s", why);
}

static void test_faults_are_told_with_their_place(void **state)
{
    static const struct {
        const char *text;
        const char *told;
    } faults[] = {
        {"\n\n[{\"title\": \"A\"},\n {\"title\" \"B\"}]", "line 4, column 13: "},
        {"{\"title\":", "line 1, column 9: "},
    };
    struct fixture *f = *state;
    struct literature_item *items = NULL;
    char why[100] = "";
    size_t found = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(faults); i++) {
        assert_int_equal(literature_read_file(sv_from(faults[i].text), &f->arena, tell_why, why,
                                              &items, &found, &f->e),
                         ST_BAD_DATA);
        assert_non_null(strstr(f->e.message, faults[i].told));
        error_clear(&f->e);
    }
    assert_int_equal(literature_read_file(SV("\ndoi,title\n10.1/a,A\n10.1/b,\"B\n10.1/c,C\n"),
                                          &f->arena, tell_why, why, &items, &found, &f->e),
                     ST_OK);
    assert_string_equal(why, "line 4, column 2: a quote is never closed");
    assert_int_equal(found, 2);
    assert_int_equal(literature_read_file(SV("doi,title\n10.1/a,\xff\n"), &f->arena, tell_why, why,
                                          &items, &found, &f->e),
                     ST_OK);
    assert_string_equal(why, "line 2, column 2: a byte is no UTF-8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
        CASE(test_dois_are_read_as_all_write_them),
        CASE(test_rule_g2_merged_over_sources_by_doi),
        CASE(test_rule_g2_grades_are_never_added),
        CASE(test_rule_g2_what_waits_is_not_counted),
        CASE(test_a_record_is_in_what_used_it),
        CASE(test_half_a_change_leaves_nothing),
        CASE(test_hostile_texts_are_mended),
        CASE(test_faults_are_told_with_their_place),
        CASE(test_rule_f5_evidence_of_an_erased_record_is_its_dataset_s),
        CASE(test_rule_f5_texts_that_hold_a_value_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
