// SPDX-License-Identifier: Apache-2.0
// The pages: escaping by context, addresses, and whole documents drawn from invented models. With
// VITRINE_PAGES_DIR set, the documents are also written there, to be looked at in a browser.

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/pages/address.h"
#include "api/pages/drawing.h"
#include "api/pages/html.h"
#include "api/pages/language.h"
#include "api/pages/page.h"
#include "api/pages/terms.h"
#include "base/file.h"
#include "support/page_models.h"
#include "support/views.h"

#define PAGE_CEILING (4 << 20)

// ---- escaping --------------------------------------------------------------------------------

struct place_case {
    const char *text;
    const char *in_text;
    const char *in_attribute;
    const char *as_address;
    const char *as_component;
};

static const struct place_case place_cases[] = {
    {"plain", "plain", "plain", "plain", "plain"},
    {"<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;", "&lt;b&gt;&amp;&quot;&#39;",
     "&lt;b&gt;&amp;&quot;&#39;", "%3Cb%3E%26%22%27"},
    {"javascript:alert(1)", "javascript:alert(1)", "javascript:alert(1)", "#",
     "javascript%3Aalert%281%29"},
    {" JaVaScript:x", " JaVaScript:x", " JaVaScript:x", "#", "%20JaVaScript%3Ax"},
    {"data:text/html,x", "data:text/html,x", "data:text/html,x", "#", "data%3Atext%2Fhtml%2Cx"},
    {"https://a.example/?b=c&d", "https://a.example/?b=c&amp;d", "https://a.example/?b=c&amp;d",
     "https://a.example/?b=c&amp;d", "https%3A%2F%2Fa.example%2F%3Fb%3Dc%26d"},
    {"/record/t/a:b", "/record/t/a:b", "/record/t/a:b", "/record/t/a:b", "%2Frecord%2Ft%2Fa%3Ab"},
    {"Bygd\xc3\xb8y", "Bygd\xc3\xb8y", "Bygd\xc3\xb8y", "Bygd\xc3\xb8y", "Bygd%C3%B8y"},
    {"cut \xc3", "cut \xef\xbf\xbd", "cut \xef\xbf\xbd", "cut \xef\xbf\xbd", "cut%20%C3"},
    {"bell\x07", "bell\xef\xbf\xbd", "bell\xef\xbf\xbd", "bell\xef\xbf\xbd", "bell%07"},
};

static void assert_written(string_view template, const char *text, const char *before,
                           const char *expected, const char *after)
{
    struct buffer out;
    struct html_writer w;
    char whole[512];
    buffer_init(&out, PAGE_CEILING);
    html_init(&w, &out);
    struct html_value value = html_string(text);
    html_write(&w, template, &value, 1);
    assert_int_equal(html_check(&w, NULL), ST_OK);
    snprintf(whole, sizeof whole, "%s%s%s", before, expected, after);
    assert_view(buffer_view(&out), whole);
    buffer_release(&out);
}

static void test_gaps_are_escaped_by_their_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(place_cases); i++) {
        const struct place_case *c = &place_cases[i];
        assert_written(SV("<p>{}</p>"), c->text, "<p>", c->in_text, "</p>");
        assert_written(SV("<p title=\"{}\">x</p>"), c->text, "<p title=\"", c->in_attribute,
                       "\">x</p>");
        assert_written(SV("<a href=\"{}\">x</a>"), c->text, "<a href=\"", c->as_address,
                       "\">x</a>");
        assert_written(SV("<a class=\"c\" href=\"/s?q={}\">x</a>"), c->text,
                       "<a class=\"c\" href=\"/s?q=", c->as_component, "\">x</a>");
        assert_written(SV("<form action=\"{}\">x</form>"), c->text, "<form action=\"",
                       c->as_address, "\">x</form>");
    }
}

static void test_a_gap_out_of_place_is_an_error(void **state)
{
    (void)state;
    static const char *const templates[] = {"<p {}>x</p>",        "<p class={}>x</p>",
                                            "<p>{}</p><p>{}</p>", "<p>no gap</p>",
                                            "<p title=\"{}",      "{}<p"};
    for (size_t i = 0; i < ARRAY_LENGTH(templates); i++) {
        struct buffer out;
        struct html_writer w;
        struct error e = {0};
        buffer_init(&out, PAGE_CEILING);
        html_init(&w, &out);
        struct html_value value = html_string("v");
        html_write(&w, sv_from(templates[i]), &value, 1);
        assert_int_equal(html_check(&w, &e), ST_INTERNAL);
        buffer_release(&out);
    }
}

static void test_markup_is_for_text_only(void **state)
{
    (void)state;
    struct buffer out;
    struct html_writer w;
    buffer_init(&out, PAGE_CEILING);
    html_init(&w, &out);
    HTML(&w, "<div>{}</div>", html_markup(SV("<b>x</b>")));
    assert_int_equal(html_check(&w, NULL), ST_OK);
    assert_view(buffer_view(&out), "<div><b>x</b></div>");
    HTML(&w, "<div title=\"{}\"></div>", html_markup(SV("<b>x</b>")));
    assert_int_equal(html_check(&w, NULL), ST_INTERNAL);
    buffer_release(&out);
}

static void test_counts_are_grouped(void **state)
{
    (void)state;
    static const struct {
        uint64_t count;
        const char *text;
    } cases[] = {{0, "0"},
                 {7, "7"},
                 {999, "999"},
                 {1000, "1,000"},
                 {12345, "12,345"},
                 {1234567, "1,234,567"},
                 {UINT64_MAX, "9,223,372,036,854,775,807"}};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct buffer out;
        struct html_writer w;
        buffer_init(&out, 64);
        html_init(&w, &out);
        HTML(&w, "{}", html_count(cases[i].count));
        assert_view(buffer_view(&out), cases[i].text);
        buffer_release(&out);
    }
}

static void test_a_page_past_its_ceiling_is_an_error(void **state)
{
    (void)state;
    struct page_models *models = calloc(1, sizeof *models);
    struct arena arena;
    struct buffer out;
    struct error e = {0};
    assert_non_null(models);
    page_models_fill(models, SV(""));
    arena_init(&arena, 0);
    buffer_init(&out, 2000);
    assert_int_equal(page_home(&models->home, &arena, &out, &e), ST_TOO_LARGE);
    buffer_release(&out);
    arena_release(&arena);
    free(models);
}

// ---- addresses -------------------------------------------------------------------------------

static void test_equal_states_have_equal_addresses(void **state)
{
    (void)state;
    struct arena arena;
    struct address a;
    arena_init(&arena, 0);
    address_init(&a, SV("/search"));
    assert_view(address_print(&a, &arena), "/search");
    address_add(&a, SV("year"), SV("1850..1900"));
    address_add(&a, SV("family"), SV("Apidae"));
    address_add(&a, SV("q"), SV("a&b"));
    address_add(&a, SV("family"), SV("Smith, J."));
    address_add(&a, SV("family"), SV("Apidae")); // already there
    address_add(&a, SV("sort"), SV(""));         // empty: absent
    assert_view(address_print(&a, &arena),
                "/search?q=a%26b&family=Apidae&family=Smith%2C%20J.&year=1850..1900");
    address_remove_pair(&a, SV("family"), SV("Apidae"));
    address_set(&a, SV("year"), SV("1903"));
    assert_view(address_print(&a, &arena), "/search?q=a%26b&family=Smith%2C%20J.&year=1903");
    address_remove(&a, SV("family"));
    address_set(&a, SV("year"), SV(""));
    assert_view(address_print(&a, &arena), "/search?q=a%26b");
    arena_release(&arena);
}

static void test_an_address_holds_no_more_than_its_limit(void **state)
{
    (void)state;
    struct arena arena;
    struct address a;
    arena_init(&arena, 0);
    address_init(&a, SV("/search"));
    for (int i = 0; i < 2 * ADDRESS_PAIRS_MAX; i++) {
        address_add(&a, SV("x"), arena_print(&arena, "%d", i));
    }
    assert_int_equal(a.count, ADDRESS_PAIRS_MAX);
    arena_release(&arena);
}

// ---- terms -----------------------------------------------------------------------------------

static void test_labels_and_groups_of_terms(void **state)
{
    (void)state;
    static const struct {
        const char *field;
        const char *label;
        enum term_group group;
    } cases[] = {
        {"scientificName", "Scientific name", TERM_CLASSIFICATION},
        {"specificEpithet", "Species", TERM_CLASSIFICATION},
        {"stateProvince", "State or province", TERM_LOCATION},
        {"barcode", "Barcode", TERM_SPECIMEN},
        {"project", "Project", TERM_RECORD},
        {"coordinateUncertaintyInMeters", "Coordinate uncertainty (m)", TERM_LOCATION},
        {"recordedBy", "Recorded by", TERM_EVENT},
        {"typeStatus", "Type status", TERM_IDENTIFICATION},
        {"catalogNumber", "Catalogue number", TERM_SPECIMEN},
        {"occurrenceID", "Occurrence ID", TERM_RECORD},
        {"associatedMedia.category", "Associated media: category", TERM_OTHER},
        {"wing_length_mm", "Wing length mm", TERM_OTHER},
        {"PixelXDimension", "Pixel XDimension", TERM_OTHER},
        {"", "", TERM_OTHER},
    };
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        size_t place;
        assert_view(term_label(&arena, sv_from(cases[i].field)), cases[i].label);
        assert_int_equal(term_group_of(sv_from(cases[i].field), &place), cases[i].group);
    }
    arena_release(&arena);
}

// ---- documents -------------------------------------------------------------------------------

// The elements must close in order; void elements and <path/> forms do not open anything.
static bool is_void_element(const char *name, size_t length)
{
    static const char *const names[] = {"meta", "link", "input", "br", "wbr", "img", "!doctype"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0) {
            return true;
        }
    }
    return false;
}

static void assert_balanced(string_view html, const char *page)
{
    string_view open[64];
    size_t depth = 0;
    for (size_t i = 0; i < html.length; i++) {
        if (html.bytes[i] != '<') {
            continue;
        }
        bool closing = html.bytes[i + 1] == '/';
        size_t start = i + 1 + closing;
        size_t end = start;
        while (strchr(" >/\n", html.bytes[end]) == NULL) {
            end++;
        }
        size_t stop = end;
        for (bool quoted = false; quoted || html.bytes[stop] != '>'; stop++) {
            quoted = quoted != (html.bytes[stop] == '"');
        }
        string_view name = sv_slice(html, start, end - start);
        if (closing) {
            if (depth == 0 || !sv_equal(open[depth - 1], name)) {
                fail_msg("%s: </" SV_FORMAT "> closes nothing", page, SV_ARGUMENT(name));
            }
            depth--;
        } else if (!is_void_element(name.bytes, name.length) && html.bytes[stop - 1] != '/') {
            assert_true(depth < ARRAY_LENGTH(open));
            open[depth++] = name;
        }
        i = stop;
    }
    assert_int_equal(depth, 0);
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

// What the Content-Security-Policy forbids, and what every page must have.
// Browsers hang over words of 100,000 letters, and widen what holds them.
static void test_long_words_have_places_to_break(void **state)
{
    (void)state;
    struct buffer out;
    struct html_writer w;
    char word[200];
    memset(word, 'x', sizeof word);
    memcpy(word + 38, "\xe2\x82\xac", 3); // a character over the first place
    string_view long_word = {word, sizeof word};
    buffer_init(&out, 1 << 16);
    html_init(&w, &out);
    HTML(&w, "<p title=\"{}\">{}</p>", html_text(long_word), html_text(long_word));
    assert_int_equal(count_of(buffer_view(&out), "<wbr>"), 4);
    assert_int_equal(count_of(buffer_view(&out), "\xe2\x82\xac<wbr>x"), 1);
    buffer_clear(&out);
    HTML(&w, "<title>{}</title><p>{}</p>", html_text(long_word),
         html_text(sv_slice(long_word, 100, 100)));
    assert_int_equal(count_of(buffer_view(&out), "<wbr>"), 0);
    assert_int_equal(html_check(&w, NULL), ST_OK);
    buffer_release(&out);
}

static void assert_sound(string_view html, const char *page)
{
    assert_balanced(html, page);
    assert_int_equal(count_of(html, "<h1"), 1);
    assert_int_equal(count_of(html, "<main "), 1);
    assert_int_equal(count_of(html, "<title>"), 1);
    assert_int_equal(count_of(html, " style="), 0);
    assert_int_equal(count_of(html, "<style"), 0);
    assert_int_equal(count_of(html, "<script>"), 0);
    assert_int_equal(count_of(html, " onclick="), 0);
    assert_int_equal(count_of(html, "javascript:"), 0);
    assert_int_equal(count_of(html, "<script>alert"), 0);
    // Rule L1: the models are of a demo.
    assert_int_equal(count_of(html, "content=\"noindex\""), 1);
    assert_int_equal(count_of(html, "class=\"demo-banner\""), 1);
}

struct documents {
    struct page_models models;
    struct arena arena;
    struct buffer out;
    char *manifest;
};

static void write_preview(const struct documents *d, const char *name)
{
    const char *folder = getenv("VITRINE_PAGES_DIR");
    if (folder == NULL) {
        return;
    }
    char path[512];
    snprintf(path, sizeof path, "%s/%s.html", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(d->out.bytes, 1, d->out.length, file), d->out.length);
    assert_int_equal(fclose(file), 0);
}

static void assert_golden(const struct documents *d, const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%s/tests/golden/pages/%s.html", VITRINE_SOURCE_DIR, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *expected = calloc(1, PAGE_CEILING);
    assert_non_null(expected);
    size_t length = fread(expected, 1, PAGE_CEILING - 1, file);
    assert_int_equal(fclose(file), 0);
    // Regenerate: VITRINE_PAGES_DIR=tests/golden/pages build/debug/tests/test_pages, and read the
    // diff.
    if (length != d->out.length || memcmp(expected, d->out.bytes, length) != 0) {
        free(expected);
        fail_msg("%s differs from its golden file", name);
    }
    free(expected);
}

static int set_up_documents(void **state)
{
    struct documents *d = calloc(1, sizeof *d);
    if (d == NULL) {
        return -1;
    }
    const char *manifest = getenv("VITRINE_PAGES_MANIFEST");
    if (manifest != NULL) {
        FILE *file = fopen(manifest, "rb");
        d->manifest = calloc(1, 1 << 16);
        if (file == NULL || d->manifest == NULL || fread(d->manifest, 1, 65535, file) == 0) {
            return -1;
        }
        fclose(file);
    }
    page_models_fill(&d->models, sv_from(d->manifest));
    arena_init(&d->arena, 0);
    buffer_init(&d->out, PAGE_CEILING);
    *state = d;
    return 0;
}

static int tear_down_documents(void **state)
{
    struct documents *d = *state;
    buffer_release(&d->out);
    arena_release(&d->arena);
    free(d->manifest);
    free(d);
    return 0;
}

static void finish(struct documents *d, status result, const char *name)
{
    assert_int_equal(result, ST_OK);
    write_preview(d, name);
    assert_sound(buffer_view(&d->out), name);
}

static string_view draw_record(struct documents *d)
{
    finish(d, page_record(&d->models.record, &d->arena, &d->out, NULL), "record");
    return buffer_view(&d->out);
}

static void test_a_plate_suits_its_subject(void **state)
{
    struct documents *d = *state;
    static const struct {
        const char *subject;
        const char *plate;
    } cases[] = {
        {"Solitary bees of the chalk Zoology", "#beetle"},
        {"Eggshells of seabirds", "#feather"},
        {"Birds on mussel beds", "#feather"},
        {"Beetles of the shore Entomology", "#beetle"},
        {"Mammoths and their mothers Palaeontology", "#ammonite"},
        {"Crayfish Zoology", "#drawer"},
        {"Zoology", "#drawer"},
        {"Crockery", "#drawer"},
        {"", "#drawer"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct page p = {.arena = &d->arena, .site = &d->models.site};
        buffer_clear(&d->out);
        html_init(&p.w, &d->out);
        page_plate(&p, KIND_SPECIMENS, sv_from(cases[i].subject));
        assert_int_equal(count_of(buffer_view(&d->out), cases[i].plate), 1);
    }
}

static void test_home_counts_each_kind_by_itself_rule_C4(void **state)
{
    struct documents *d = *state;
    finish(d, page_home(&d->models.home, &d->arena, &d->out, NULL), "home");
    string_view html = buffer_view(&d->out);
    assert_int_equal(count_of(html, "172,404 specimens, 18,210 index lots and 9,876 research "
                                    "records in 174 datasets"),
                     2);
    assert_int_equal(count_of(html, "200,490"), 0);
    assert_int_equal(count_of(html, "<p class=\"growth-most\">172,404 specimens</p>"), 1);
    assert_int_equal(count_of(html, "<link rel=\"canonical\" href=\"https://data.demo.example/\">"),
                     1);
}

static void test_search_state_survives_the_form(void **state)
{
    struct documents *d = *state;
    finish(d, page_search(&d->models.search, &d->arena, &d->out, NULL), "search");
    string_view html = buffer_view(&d->out);
    assert_int_equal(count_of(html, "name=\"q\" value=\"beetle &amp; &quot;shore&quot;\""), 2);
    // A filter without a checkbox, and the exact version, travel hidden; the paging does not.
    assert_int_equal(
        count_of(html, "<input type=\"hidden\" name=\"recordedBy\" value=\"Ombro, T.\">"), 2);
    assert_int_equal(
        count_of(html, "<input type=\"hidden\" name=\"version\" value=\"1711108800000\">"), 1);
    assert_int_equal(count_of(html, "type=\"hidden\" name=\"offset\""), 0);
    assert_int_equal(count_of(html, "name=\"family\" value=\"Carabidae\" checked"), 1);
    // A field that is named as a parameter goes by field.NAME.
    assert_int_equal(count_of(html, "name=\"field.facet\" value=\"A&amp;B &lt;c&gt;\""), 1);
    // Rule C4: matching datasets stand beside matching records.
    assert_int_equal(count_of(html, "5 datasets match"), 1);
    assert_int_equal(count_of(html, "1,192 specimens and 12 index lots match"), 1);
    // Each kind leads to its records alone, where it can be named.
    assert_int_equal(count_of(html, "<a href=\"/search?table=entomology\">1,192 specimens</a> and "
                                    "12 index lots match"),
                     1);
    // A filter is called by its name.
    assert_int_equal(count_of(html, "Family: ground beetles"), 1);
    // Rule K2: a filtered search has no canonical address to be indexed.
    assert_int_equal(count_of(html, "rel=\"canonical\""), 0);
    assert_int_equal(count_of(html, "aria-sort=\"ascending\""), 1);
    assert_golden(d, "search");
}

static void test_an_empty_search_says_what_would_help(void **state)
{
    struct documents *d = *state;
    finish(d, page_search(&d->models.nothing, &d->arena, &d->out, NULL), "nothing");
    string_view html = buffer_view(&d->out);
    assert_int_equal(count_of(html, "no records match"), 2);
    assert_int_equal(count_of(html, "Year: 1850..1900</a>: 312 records"), 1);
}

static void test_a_page_past_the_end_is_not_an_empty_result(void **state)
{
    struct documents *d = *state;
    d->models.search.row_count = 0;
    d->models.search.offset = 5000;
    finish(d, page_search(&d->models.search, &d->arena, &d->out, NULL), "past-the-end");
    string_view html = buffer_view(&d->out);
    assert_int_equal(count_of(html, "Nothing matches"), 0);
    assert_int_equal(count_of(html, "The results end before this page."), 1);
}

static void test_what_the_tables_lack_is_not_offered(void **state)
{
    struct documents *d = *state;
    d->models.search.year_range = false;
    d->models.search.sort_count = 0;
    finish(d, page_search(&d->models.search, &d->arena, &d->out, NULL), "no-year");
    string_view html = buffer_view(&d->out);
    assert_int_equal(count_of(html, "id=\"year\""), 0);
    assert_int_equal(count_of(html, "value=\"-year\""), 0);
    // The order that stands in the address stays chosen.
    assert_int_equal(count_of(html, "<option value=\"scientificName\" selected>"), 1);
}

static void test_record_page_shows_groups_and_history(void **state)
{
    struct documents *d = *state;
    string_view html = draw_record(d);
    assert_int_equal(count_of(html, "<h2>Classification</h2>"), 1);
    assert_int_equal(count_of(html, "<h2>Other</h2>"), 1);
    assert_int_equal(count_of(html, "Drawer temperature"), 1);
    assert_int_equal(count_of(html, "Empty field"), 0);
    assert_int_equal(count_of(html, "<h2>Meteorite</h2>"), 0);
    assert_int_equal(count_of(html, "shore &lt;meadow&gt; &amp; stones"), 1);
    assert_int_equal(count_of(html, "<del>Bygdø</del>"), 1);
    assert_int_equal(count_of(html, "Reason: Lost in the move"), 1); // rule A5: though it returned
    assert_int_equal(count_of(html, "?version=1711108800000\""), 1);
    assert_int_equal(count_of(html, "<svg class=\"map map-region\""), 1);
    assert_int_equal(count_of(html, "class=\"badge type type-holotype\""), 2);
    assert_golden(d, "record");
}

static void test_a_record_s_media_keep_their_own_licence_rules_D3_and_K1(void **state)
{
    struct documents *d = *state;
    string_view html = draw_record(d);
    assert_int_equal(count_of(html, "<img src=\"/media/ab.svg\" alt=\"habitus, "
                                    "&quot;dorsal&quot;\""),
                     1);
    assert_int_equal(count_of(html, ">CC BY-NC 4.0</a>"), 1);
    assert_int_equal(count_of(html, "Licence of the data of this record: <a "), 1);
    assert_int_equal(count_of(html, "Licence: not stated"), 2);
    assert_int_equal(count_of(html, "src=\"/media/cd.wav\" aria-label=\"call\""), 1);
    // Nothing is loaded from another host.
    assert_int_equal(count_of(html, "src=\"http"), 0);
    assert_int_equal(count_of(html, "<a class=\"elsewhere\" href=\"https://other.example/"), 1);
}

static void test_what_stands_around_a_record(void **state)
{
    struct documents *d = *state;
    string_view html = draw_record(d);
    assert_int_equal(count_of(html, "rel=\"canonical\" href=\"https://data.demo.example/record/"
                                    "entomology/DEMO-E-000123\">"),
                     1);
    assert_int_equal(count_of(html, "type=\"application/ld+json\""), 1);
    assert_int_equal(count_of(html, "Record 22 of 1,204"), 1);
    assert_int_equal(count_of(html, "rel=\"prev\""), 1);
    assert_int_equal(count_of(html, "rel=\"next\""), 0);
    assert_int_equal(count_of(html, "2 records, this one among them"), 1);
    assert_int_equal(count_of(html, ">1,204 records</a>"), 1);
    assert_int_equal(count_of(html, ">Search for them</a>"), 1);
    assert_int_equal(count_of(html, "ZERO_COORDINATE"), 1);
    assert_int_equal(count_of(html, "a point in the Gulf of Guinea"), 1);
    assert_int_equal(count_of(html, ">current</span>"), 1);
    assert_int_equal(count_of(html, "href=\"/cite?format=bibtex\" download>"), 1);
    assert_int_equal(count_of(html, "href=\"/cite?format=text\""), 0);
    assert_int_equal(count_of(html, "<p class=\"print-only code\">https://demo.example/"), 1);
}

static void test_removed_record_keeps_its_history_rule_A5(void **state)
{
    struct documents *d = *state;
    finish(d, page_record(&d->models.removed, &d->arena, &d->out, NULL), "removed");
    string_view html = buffer_view(&d->out);
    assert_int_equal(count_of(html, "This record was removed"), 1);
    // At the head of the page and in the history.
    assert_int_equal(count_of(html, "Reason: Registered twice"), 2);
    assert_int_equal(count_of(html, "Replaced by <a class=\"code\" "
                                    "href=\"/record/entomology/DEMO-E-000124\">"),
                     2);
    assert_int_equal(count_of(html, "id=\"history\""), 1);
    // Beside the antimeridian the window shows on both sides of the world.
    assert_int_equal(count_of(html, "class=\"map-window\""), 2);
}

static void test_dataset_pages(void **state)
{
    struct documents *d = *state;
    finish(d, page_dataset(&d->models.dataset, &d->arena, &d->out, NULL), "dataset");
    string_view html = buffer_view(&d->out);
    assert_int_equal(count_of(html, "<p>Pinned insects, from the first drawers"), 1);
    assert_int_equal(count_of(html, "href=\"#\""), 1); // the javascript: address
    assert_int_equal(count_of(html, "/datasets?q=bees%20%26%20wasps"), 1);
    assert_int_equal(count_of(html, ">99 %<"), 1); // 78,209 of 78,210 is not all
    assert_int_equal(count_of(html, ">1 %<"), 1);  // 120 of 78,210 is not none
    assert_int_equal(count_of(html, "+1,204 added"), 1);
    assert_int_equal(count_of(html, "href=\"/api/v1/datasets/entomology/commits/9/report\""), 1);
    assert_int_equal(count_of(html, "Report of bad rows"), 1);
    assert_int_equal(count_of(html, "<p class=\"small\">One row for each &lt;specimen&gt;</p>"), 1);
    buffer_clear(&d->out);
    finish(d, page_datasets(&d->models.datasets, &d->arena, &d->out, NULL), "datasets");
    assert_int_equal(count_of(buffer_view(&d->out), "174 datasets"), 1);
}

static void test_plain_pages(void **state)
{
    struct documents *d = *state;
    static const int codes[] = {400, 404, 410, 500, 418, 599};
    for (size_t i = 0; i < ARRAY_LENGTH(codes); i++) {
        struct error_page error = {.site = &d->models.site,
                                   .http_status = codes[i],
                                   .detail = SV("The parameter “limit” is <negative>."),
                                   .field = SV("limit")};
        char name[32];
        snprintf(name, sizeof name, "error-%d", codes[i]);
        buffer_clear(&d->out);
        finish(d, page_error(&error, &d->arena, &d->out, NULL), name);
        assert_int_equal(count_of(buffer_view(&d->out), "is &lt;negative&gt;"), 1);
    }
    buffer_clear(&d->out);
    finish(d, page_api(&d->models.api, &d->arena, &d->out, NULL), "api");
    // Without scripts a form asks what stands in its query alone.
    assert_int_equal(count_of(buffer_view(&d->out), "action=\"/api/v1/records\""), 1);
    assert_int_equal(count_of(buffer_view(&d->out), "class=\"primary with-script\""), 2);
    assert_int_equal(count_of(buffer_view(&d->out), "The &lt;moment&gt; to answer for."), 2);
    buffer_clear(&d->out);
    finish(d, page_text(&d->models.text, &d->arena, &d->out, NULL), "text");
    assert_int_equal(count_of(buffer_view(&d->out), "<h1>Privacy &amp; cookies</h1>"), 1);
    assert_int_equal(count_of(buffer_view(&d->out), "Nothing &lt;much&gt;"), 1);
    assert_int_equal(count_of(buffer_view(&d->out), "<p>None.</p>"), 1);
    buffer_clear(&d->out);
    finish(d, page_statistics(&d->models.statistics, &d->arena, &d->out, NULL), "statistics");
    // Rule E2: where nothing was counted the page says so.
    assert_int_equal(count_of(buffer_view(&d->out), "<b>No data.</b>"), 1);
    assert_int_equal(count_of(buffer_view(&d->out), "Entomology &amp; more"), 1);
    assert_int_equal(count_of(buffer_view(&d->out), "March 2024</th><td class=\"number\">3</td>"),
                     1);
}

// Rules K1 and I2: every page leads to these.
static void test_every_footer_leads_to_what_rules_ask(void **state)
{
    static const char *const links[] = {"/accessibility", "/privacy", "/terms", "/harmful-content",
                                        "/understanding-the-collection"};
    struct documents *d = *state;
    finish(d, page_text(&d->models.text, &d->arena, &d->out, NULL), "footer");
    for (size_t i = 0; i < ARRAY_LENGTH(links); i++) {
        char link[80];
        snprintf(link, sizeof link, "<li><a href=\"%s\">", links[i]);
        assert_int_equal(count_of(buffer_view(&d->out), link), 1);
    }
    assert_int_equal(count_of(buffer_view(&d->out), ">Raise a concern</a>"), 1);
}

static void test_a_page_in_another_language(void **state)
{
    struct documents *d = *state;
    d->models.site.language = &languages[0];
    d->models.site.here = SV("/privacy?version=1");
    d->models.site.logo = SV("/site/logo.svg?1");
    d->models.site.theme = SV("/site/theme.css?1");
    finish(d, page_statistics(&d->models.statistics, &d->arena, &d->out, NULL), "german");
    string_view html = buffer_view(&d->out);
    assert_int_equal(count_of(html, "<html lang=\"de\">"), 1);
    // Addresses of pages stay in the language; files and the API have none.
    assert_int_equal(count_of(html, "href=\"/de/dataset/entomology\""), 1);
    assert_int_equal(count_of(html, "href=\"/datasets\""), 0);
    assert_int_equal(count_of(html, "/de/assets/"), 0);
    assert_int_equal(count_of(html, "/de/site/"), 0);
    assert_int_equal(count_of(html, "<a href=\"/privacy?version=1\" lang=\"en\""), 1);
    assert_int_equal(
        count_of(html, "hreflang=\"de\" href=\"https://data.demo.example/de/statistics\""), 1);
    assert_int_equal(count_of(html, "<td class=\"number\">1.204</td>"), 1);
}

static void test_geological_names_in_another_language(void **state)
{
    (void)state;
    struct page_site site = {.language = &languages[0]};
    const struct page german = {.site = &site};
    const struct page english = {0};
    assert_true(sv_equal(say_interval(&german, SV("Cretaceous")), SV("Kreide")));
    assert_true(sv_equal(say_interval(&german, SV("Upper Miocene")), SV("Oberes Miozän")));
    assert_true(sv_equal(say_interval(&german, SV("Last week")), SV("Last week")));
    assert_true(sv_equal(say_interval(&english, SV("Cretaceous")), SV("Cretaceous")));
}

static void test_texts_of_a_language_are_in_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < language_count; i++) {
        const struct language *l = &languages[i];
        for (size_t k = 1; k < *l->text_count; k++) {
            assert_true(strcmp(l->texts[k - 1].english, l->texts[k].english) < 0);
        }
        assert_string_equal(language_text(l, "no such text"), "no such text");
        assert_string_equal(language_text(NULL, "April"), "April");
        assert_string_equal(language_prefixes[i], l->prefix);
    }
    assert_null(language_prefixes[language_count]);
}

// ---- drawings --------------------------------------------------------------------------------

static void test_locator_refuses_impossible_places(void **state)
{
    struct documents *d = *state;
    static const double places[][2] = {{91, 0}, {0, 181}, {-90.1, 5}, {0.0 / 0.0, 1}};
    struct page p = {.arena = &d->arena, .site = &d->models.site};
    html_init(&p.w, &d->out);
    for (size_t i = 0; i < ARRAY_LENGTH(places); i++) {
        draw_locator(&p, places[i][0], places[i][1], 0);
    }
    draw_extent(&p, 0, 10, 5, -10);
    assert_int_equal(d->out.length, 0);
    draw_locator(&p, 90, -180, 1e9);
    assert_int_equal(count_of(buffer_view(&d->out), "nan"), 0);
    assert_int_equal(count_of(buffer_view(&d->out), "class=\"map-point\""), 1);
}

static void test_barcode_is_code_128(void **state)
{
    struct documents *d = *state;
    struct page p = {.arena = &d->arena, .site = &d->models.site};
    html_init(&p.w, &d->out);
    draw_barcode(&p, SV("naïve"));
    draw_barcode(&p, SV("0123456789012345678901234567890123456789"));
    assert_int_equal(d->out.length, 0);
    // "A" is value 33; start 104; check (104 + 33) % 103 = 34; four symbols of 11 and stop of 13.
    draw_barcode(&p, SV("A"));
    string_view svg = buffer_view(&d->out);
    assert_int_equal(count_of(svg, "viewBox=\"0 0 46 10\""), 1);
    assert_int_equal(count_of(svg, "M0 0h2v10h-2zM3 0h1v10h-1zM6 0h1v10h-1z"), 1);    // start B
    assert_int_equal(count_of(svg, "M11 0h1v10h-1zM13 0h1v10h-1zM17 0h2v10h-2z"), 1); // A: 111323
    assert_int_equal(count_of(svg, "M33 0h2v10h-2zM38 0h3v10h-3zM42 0h1v10h-1zM44 0h2"), 1); // stop
}

int main(void)
{
#define DOCUMENT_TEST(test)                                                                        \
    cmocka_unit_test_setup_teardown(test, set_up_documents, tear_down_documents)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gaps_are_escaped_by_their_place),
        cmocka_unit_test(test_long_words_have_places_to_break),
        cmocka_unit_test(test_a_gap_out_of_place_is_an_error),
        cmocka_unit_test(test_markup_is_for_text_only),
        cmocka_unit_test(test_counts_are_grouped),
        cmocka_unit_test(test_a_page_past_its_ceiling_is_an_error),
        cmocka_unit_test(test_equal_states_have_equal_addresses),
        cmocka_unit_test(test_an_address_holds_no_more_than_its_limit),
        cmocka_unit_test(test_labels_and_groups_of_terms),
        DOCUMENT_TEST(test_a_plate_suits_its_subject),
        DOCUMENT_TEST(test_home_counts_each_kind_by_itself_rule_C4),
        DOCUMENT_TEST(test_search_state_survives_the_form),
        DOCUMENT_TEST(test_an_empty_search_says_what_would_help),
        DOCUMENT_TEST(test_a_page_past_the_end_is_not_an_empty_result),
        DOCUMENT_TEST(test_what_the_tables_lack_is_not_offered),
        DOCUMENT_TEST(test_record_page_shows_groups_and_history),
        DOCUMENT_TEST(test_a_record_s_media_keep_their_own_licence_rules_D3_and_K1),
        DOCUMENT_TEST(test_what_stands_around_a_record),
        DOCUMENT_TEST(test_removed_record_keeps_its_history_rule_A5),
        DOCUMENT_TEST(test_dataset_pages),
        DOCUMENT_TEST(test_plain_pages),
        DOCUMENT_TEST(test_every_footer_leads_to_what_rules_ask),
        DOCUMENT_TEST(test_a_page_in_another_language),
        DOCUMENT_TEST(test_geological_names_in_another_language),
        DOCUMENT_TEST(test_texts_of_a_language_are_in_order),
        DOCUMENT_TEST(test_locator_refuses_impossible_places),
        DOCUMENT_TEST(test_barcode_is_code_128),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
