// SPDX-License-Identifier: Apache-2.0
// The views of a search that have models of their own, drawn from invented ones; whatever stands in
// a value, the page stays whole.

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/pages/page.h"
#include "api/pages/view_changes.h"
#include "api/pages/view_datasets.h"
#include "api/pages/view_gallery.h"
#include "api/pages/view_species.h"
#include "api/pages/view_table.h"
#include "support/page_models.h"

#define PAGE_CEILING (8 << 20)

struct documents {
    struct page_models models;
    struct arena arena;
    struct buffer out;
    string_view long_text; // 100,000 letters without a blank
};

static int set_up(void **state)
{
    struct documents *d = calloc(1, sizeof *d);
    assert_non_null(d);
    page_models_fill(&d->models, SV("species.css assets/species-1.css\n"
                                    "shares.css assets/shares-1.css\n"
                                    "gallery.css assets/gallery-1.css\n"
                                    "changes.css assets/changes-1.css\n"));
    arena_init(&d->arena, 0);
    buffer_init(&d->out, PAGE_CEILING);
    char *text = arena_alloc_array(&d->arena, 100000, 1);
    assert_non_null(text);
    memset(text, 'x', 100000);
    d->long_text = (string_view){text, 100000};
    *state = d;
    return 0;
}

static int tear_down(void **state)
{
    struct documents *d = *state;
    buffer_release(&d->out);
    arena_release(&d->arena);
    free(d);
    return 0;
}

static size_t count_of(string_view text, const char *part)
{
    size_t count = 0;
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++) {
        count += memcmp(text.bytes + i, part, length) == 0;
    }
    return count;
}

static string_view draw(struct documents *d, enum search_view view)
{
    struct error e = {0};
    d->models.search.view = view;
    d->models.search.by_rows = false;
    d->models.search.limit = 0;
    buffer_clear(&d->out);
    if (page_search(&d->models.search, &d->arena, &d->out, &e) != ST_OK) {
        fail_msg("%s", e.message);
    }
    string_view html = buffer_view(&d->out);
    assert_int_equal(count_of(html, " style="), 0);
    assert_int_equal(count_of(html, "<script>"), 0);
    assert_int_equal(count_of(html, "javascript:"), 0);
    assert_int_equal(count_of(html, "\xe2\x80\xae<"), 0); // an override that is not isolated
    return html;
}

#define HOSTILE                                                                                    \
    SV("<script>alert(1)</script>\" onload=\"x \xe2\x80\xae\xf0\x9f\xa6\x8b\nsecond line")

// ---- species ----------------------------------------------------------------------------------

static const struct species_level levels[] = {
    {{"scientificName", 14}, {"/search?view=species", 20}},
    {{"currentScientificName", 21}, {"/search?species.by=currentScientificName", 40}},
    {{"genus", 5}, {"/search?species.by=genus", 24}}};

static struct view_species species_model(const struct species_row *rows, size_t count)
{
    return (struct view_species){
        .field = SV("scientificName"),
        .is_name = true,
        .years = true,
        .pictures = true,
        .name_address = SV("/search?species.sort=name"),
        .count_address = SV("/search?view=species"),
        .levels = levels,
        .level_count = ARRAY_LENGTH(levels),
        .rows = rows,
        .row_count = count,
        .distinct = 120,
        .limit = 50,
        .missing = 7,
        .missing_address = SV("/search?scientificName=%21%2A"),
        .csv_address = SV("/api/v1/values?format=csv"),
    };
}

static string_view draw_species(struct documents *d, const struct species_row *rows, size_t count)
{
    const struct view_species model = species_model(rows, count);
    d->models.search.species = &model;
    string_view html = draw(d, VIEW_SPECIES);
    d->models.search.species = NULL;
    return html;
}

static void test_species_tell_counts_and_years(void **state)
{
    struct documents *d = *state;
    const struct species_row rows[] = {
        {SV("Carabus auratus"), SV("/taxon/scientificName/Carabus%20auratus"),
         SV("/search?scientificName=Carabus"), 1204, true, 1853, 1990, SV("/media/a.png"),
         SV("/record/beetles/1")},
        {SV("Carabus hortensis"), SV(""), SV(""), 1, false, 0, 0, SV(""), SV("")}};
    string_view html = draw_species(d, rows, ARRAY_LENGTH(rows));
    assert_int_equal(count_of(html, "<a href=\"/search?scientificName=Carabus\">1,204</a>"), 1);
    assert_int_equal(count_of(html, "<td class=\"number\">1853</td><td class=\"number\">1990"), 1);
    assert_int_equal(count_of(html, "<td class=\"number\">1</td><td class=\"number\"></td>"), 1);
    assert_int_equal(count_of(html, "<img src=\"/media/a.png\" alt=\"Carabus auratus\""), 1);
    assert_int_equal(count_of(html, "1 to 2 of 120 different values"), 1);
    assert_int_equal(count_of(html, ">7 records without a value</a>"), 1);
    assert_int_equal(count_of(html, "class=\"number\" aria-sort=\"descending\""), 1);
    assert_int_equal(count_of(html, "Scientific name (currentScientificName)"), 1);
    assert_int_equal(count_of(html, "Carabus auratus\nCarabus hortensis\n</pre>"), 1);
    // Rule C4: the counts are of several kinds.
    assert_int_equal(count_of(html, "records of all kinds: 1,192 specimens and 12 index lots"), 1);
    assert_int_equal(count_of(html, "href=\"/api/v1/values?format=csv\" download"), 1);
}

static void test_species_of_hostile_names(void **state)
{
    struct documents *d = *state;
    const struct species_row rows[] = {
        {HOSTILE, SV("/taxon/scientificName/x"), SV("/search?scientificName=x"), 3, true, 1, 2,
         SV("/media/a.png"), SV("/r")},
        {d->long_text, SV(""), SV(""), 1, false, 0, 0, SV(""), SV("")}};
    string_view html = draw_species(d, rows, ARRAY_LENGTH(rows));
    assert_true(count_of(html, "&lt;script&gt;alert(1)") >= 2);
    assert_int_equal(count_of(html, "\" onload=\"x"), 0);
}

static void test_species_without_names(void **state)
{
    struct documents *d = *state;
    const struct view_species model = {.limit = 50};
    d->models.search.species = &model;
    assert_int_equal(count_of(draw(d, VIEW_SPECIES), "has a field of names"), 1);
}

// ---- datasets ---------------------------------------------------------------------------------

static void test_datasets_are_credited(void **state)
{
    struct documents *d = *state;
    const struct share_row rows[] = {
        {SV("Beetles"), SV("/dataset/beetles?version=5"), SV("/search?dataset=beetles"),
         KIND_SPECIMENS, 1192, SV("CC BY 4.0"), SV("https://creativecommons.org/licenses/by/4.0/"),
         SV("Quill M. (2020). Beetles.")},
        {HOSTILE, SV("/dataset/x"), SV("/search?dataset=x"), KIND_INDEX_LOTS, 1, SV(""), SV(""),
         HOSTILE},
        {d->long_text, SV("/dataset/y"), SV("/search?dataset=y"), KIND_COUNT, 11,
         SV("my own terms"), SV(""), d->long_text}};
    const struct view_datasets model = {rows, ARRAY_LENGTH(rows), SV("/api/v1/contributions")};
    d->models.search.shares = &model;
    d->models.search.total = 1204;
    string_view html = draw(d, VIEW_DATASETS);
    assert_int_equal(count_of(html, "1,204 records from 3 datasets"), 1);
    assert_int_equal(count_of(html, "<td class=\"share\">99.0 %"), 1);
    assert_int_equal(count_of(html, "<td class=\"share\">&lt; 0.1 %"), 1);
    assert_int_equal(count_of(html, "<a href=\"/search?dataset=beetles\">1,192</a>"), 1);
    assert_int_equal(count_of(html, "not stated"), 1);
    assert_int_equal(count_of(html, ">my own terms<"), 1);
    assert_int_equal(count_of(html, "Quill M. (2020). Beetles."), 2); // shown, and to be copied
    assert_int_equal(count_of(html, "\" onload=\"x"), 0);
}

// ---- gallery ----------------------------------------------------------------------------------

static struct view_gallery gallery_model(const struct gallery_tile *tiles, size_t count)
{
    return (struct view_gallery){
        .tiles = tiles,
        .tile_count = count,
        .with_media = 70,
        .without_media = 1134,
        .without_address = SV("/search?associatedMedia=%21%2A"),
        .limit = 36,
        .shown = 3,
        .orders = {SV("/search?view=gallery"), SV("/search?gallery.sort=type"), SV("")},
        .notices_address = SV("/search?gallery.notices=shown"),
    };
}

static string_view draw_gallery(struct documents *d, const struct view_gallery *model)
{
    d->models.search.gallery = model;
    return draw(d, VIEW_GALLERY);
}

static void test_gallery_credits_each_picture_rule_D3(void **state)
{
    struct documents *d = *state;
    const struct gallery_tile tiles[] = {
        {.kind = "Picture",
         .thumbnail = SV("/media/a.svg"),
         .address = SV("/media/a.svg"),
         .width = 1200,
         .height = 800,
         .title = SV("Carabus auratus"),
         .title_is_name = true,
         .record = SV("/record/beetles/1"),
         .type_status = SV("Holotype"),
         .caption = SV("dorsal"),
         .credit = SV("A. Body"),
         .licence = SV("CC BY 4.0"),
         .licence_address = SV("https://creativecommons.org/licenses/by/4.0/")},
        {.kind = "Sound",
         .address = SV("https://sounds.example/1.wav"),
         .title = SV("DEMO-2"),
         .record = SV("/record/birds/2"),
         .left_out = 2},
        {.kind = "Picture",
         .thumbnail = SV("/media/b.svg"),
         .address = SV("/media/b.svg"),
         .title = d->long_text,
         .caption = HOSTILE,
         .credit = HOSTILE,
         .licence = HOSTILE,
         .record = SV("/record/beetles/3")}};
    struct view_gallery model = gallery_model(tiles, ARRAY_LENGTH(tiles));
    string_view html = draw_gallery(d, &model);
    assert_int_equal(count_of(html, "alt=\"Carabus auratus, dorsal\""), 1);
    assert_int_equal(count_of(html, "width=\"1200\" height=\"800\""), 1);
    assert_int_equal(count_of(html, "class=\"wall-item ratio-15\""), 1);
    assert_int_equal(count_of(html, "dorsal. © A. Body <a href=\"https://creativecommons"), 1);
    assert_int_equal(count_of(html, "type-holotype"), 1);
    assert_int_equal(count_of(html, "Licence not stated"), 1);
    assert_int_equal(count_of(html, "2 more of this record"), 1);
    assert_int_equal(count_of(html, "1,134 matching records have no media"), 1);
    assert_int_equal(count_of(html, "Media of records 1 to 3 of 70 that have any"), 1);
    assert_int_equal(count_of(html, "<img "), 2); // what lies elsewhere is a link
    assert_int_equal(count_of(html, "\" onload=\"x"), 0);
    assert_int_equal(count_of(html, "By name"), 0); // an order that cannot be had
}

static void test_gallery_hides_what_is_noticed_rule_I2(void **state)
{
    struct documents *d = *state;
    const struct gallery_tile tiles[] = {{.kind = "Picture",
                                          .thumbnail = SV("/media/secret.svg"),
                                          .address = SV("/media/secret.svg"),
                                          .title = SV("DEMO-1"),
                                          .record = SV("/record/a/1"),
                                          .notice = SV("Human remains")}};
    struct view_gallery model = gallery_model(tiles, 1);
    model.has_notices = true;
    string_view html = draw_gallery(d, &model);
    assert_int_equal(count_of(html, "/media/secret.svg"), 0);
    assert_int_equal(count_of(html, "Human remains"), 1);
    assert_int_equal(count_of(html, "Show media with a content notice"), 1);
    model.notices_shown = true;
    html = draw_gallery(d, &model);
    assert_int_equal(count_of(html, "<img src=\"/media/secret.svg\""), 1);
    assert_int_equal(count_of(html, "Hide media with a content notice"), 1);
}

static void test_gallery_by_name_has_a_heading_for_each(void **state)
{
    struct documents *d = *state;
    const struct gallery_tile tiles[] = {
        {.kind = "Sound", .address = SV("/media/a.wav"), .title = SV("x"), .group = SV("Apis")},
        {.kind = "Sound", .address = SV("/media/b.wav"), .title = SV("x"), .group = SV("Apis")},
        {.kind = "Sound", .address = SV("/media/c.wav"), .title = SV("x")}};
    struct view_gallery model = gallery_model(tiles, 3);
    model.order = GALLERY_ORDER_TAXON;
    string_view html = draw_gallery(d, &model);
    assert_int_equal(count_of(html, "<h2 class=\"group\">"), 2);
    assert_int_equal(count_of(html, "Without a name"), 1);
    assert_int_equal(count_of(html, "<ul class=\"wall\">"), 2);
}

// ---- changes ----------------------------------------------------------------------------------

#define TIME_2019 1551700800000 // 2019-03-04T12:00:00Z
#define TIME_2024 1711108800000 // 2024-03-22T12:00:00Z

static void test_changes_tell_both_moments(void **state)
{
    struct documents *d = *state;
    const struct moment_choice choices[] = {{TIME_2024, d->long_text}, {TIME_2019, HOSTILE}};
    const struct difference_row fields[] = {
        {SV("country"), CHANGE_CHANGED, SV("England"), SV("United Kingdom")},
        {HOSTILE, CHANGE_ADDED, SV(""), HOSTILE},
        {SV("notes"), CHANGE_REMOVED, d->long_text, SV("")}};
    const struct changed_record added[] = {
        {.title = SV("Apis mellifera"), .title_is_name = true, .address = SV("/record/bees/1")}};
    const struct changed_record changed[] = {{.title = HOSTILE,
                                              .address = SV("/record/bees/2"),
                                              .history = SV("/record/bees/2?from=1&to=2#changes"),
                                              .fields = fields,
                                              .field_count = 3,
                                              .fields_left_out = 4}};
    struct view_changes model = {
        .choices = choices,
        .choice_count = 2,
        .from = TIME_2019,
        .to = TIME_2024,
        .from_asked = SV("1551700800000"),
        .has_from = true,
        .then = 1,
        .now = 1204,
        .then_address = SV("/search?version=1551700800000"),
        .now_address = SV("/search?version=1711108800000"),
        .newer_address = SV("/search?filter.changed_since=1"),
        .stream_address = SV("/api/v1/changes?from=1&to=2"),
        .changes = {{.count = 1203,
                     .records = added,
                     .record_count = 1,
                     .after = SV("/search?view=changes&changes.kind=added")},
                    {.count = 1, .records = changed, .record_count = 1},
                    {.count = 0}},
    };
    d->models.search.changes = &model;
    string_view html = draw(d, VIEW_CHANGES);
    assert_int_equal(count_of(html, "<a href=\"/search?version=1551700800000\">1 record</a>"), 1);
    assert_int_equal(count_of(html, ">1,204 records</a>"), 1);
    assert_int_equal(count_of(html, "<option value=\"1551700800000\" selected>"), 1);
    assert_int_equal(count_of(html, "<del>England</del>"), 1);
    assert_int_equal(count_of(html, "<ins>United Kingdom</ins>"), 1);
    assert_int_equal(count_of(html, "and 4 more fields"), 1);
    assert_int_equal(count_of(html, "and 1,202 more"), 1);
    assert_int_equal(count_of(html, "/record/bees/2?from=1&amp;to=2#changes"), 1);
    assert_int_equal(count_of(html, "too many changes"), 0);
    assert_int_equal(count_of(html, "\" onload=\"x"), 0);
    // The controls carry the moments: nothing else does.
    assert_int_equal(count_of(html, "name=\"changes.from\""), 1);
    model.partial = true;
    assert_int_equal(count_of(draw(d, VIEW_CHANGES), "too many changes"), 1);
    model.has_from = false;
    assert_int_equal(count_of(draw(d, VIEW_CHANGES), "Nothing was here before"), 1);
}

// ---- table ------------------------------------------------------------------------------------

static void test_a_continuous_table_tells_scripts_what_they_need(void **state)
{
    struct documents *d = *state;
    string_view parameters[16] = {{0}};
    assert_true(d->models.search.column_count <= ARRAY_LENGTH(parameters));
    parameters[0] = SV("scientificName");
    parameters[1] = SV("field.limit");
    struct view_table model = {.other_address = SV("/search?table.scroll=1"),
                               .api_address = SV("/api/v1/records?fields=a,b&version=1"),
                               .fields_address = SV("/api/v1/fields?limit=500"),
                               .parameters = parameters};
    d->models.search.table = &model;
    string_view html = draw(d, VIEW_TABLE);
    assert_int_equal(count_of(html, "data-island=\"grid\""), 0);
    assert_int_equal(count_of(html, "<a href=\"/search?table.scroll=1\">Continuous</a>"), 1);
    model.continuous = true;
    html = draw(d, VIEW_TABLE);
    assert_int_equal(count_of(html, "data-api=\"/api/v1/records?fields=a,b&amp;version=1\""), 1);
    assert_int_equal(count_of(html, "data-parameter=\"field.limit\""), 1);
    assert_int_equal(count_of(html, "data-field=\"scientificName\""), 1);
    assert_int_equal(count_of(html, "<b aria-current=\"true\">Continuous</b>"), 1);
    assert_int_equal(count_of(html, "<table class=\"records\">"), 1); // for those without scripts
    d->models.search.table = NULL;
}

int main(void)
{
#define DOCUMENT_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        DOCUMENT_TEST(test_species_tell_counts_and_years),
        DOCUMENT_TEST(test_species_of_hostile_names),
        DOCUMENT_TEST(test_species_without_names),
        DOCUMENT_TEST(test_datasets_are_credited),
        DOCUMENT_TEST(test_gallery_credits_each_picture_rule_D3),
        DOCUMENT_TEST(test_gallery_hides_what_is_noticed_rule_I2),
        DOCUMENT_TEST(test_gallery_by_name_has_a_heading_for_each),
        DOCUMENT_TEST(test_changes_tell_both_moments),
        DOCUMENT_TEST(test_a_continuous_table_tells_scripts_what_they_need),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
