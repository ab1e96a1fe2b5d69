// SPDX-License-Identifier: Apache-2.0
// The page of one record: a label card, the values in Darwin Core's groups, nested lists as tables,
// a map, and the history. The page of a removed record is the same with its last values.

#include "api/pages/drawing.h"
#include "api/pages/language.h"
#include "api/pages/page.h"
#include "api/pages/publications.h"
#include "api/pages/record_parts.h"
#include "base/bidi.h"

// The first value of a field, or the empty view.
static string_view value_of(const struct record_page *record, const char *name)
{
    for (size_t i = 0; i < record->field_count; i++) {
        if (sv_equal(record->fields[i].name, sv_from(name)) && record->fields[i].value_count > 0) {
            return record->fields[i].values[0];
        }
    }
    return (string_view){0};
}

// A line as labels have it: the values there are, with commas between.
static void write_label_line(struct page *p, const struct record_page *record,
                             const char *const *names, size_t count)
{
    size_t written = 0;
    for (size_t i = 0; i < count; i++) {
        string_view value = value_of(record, names[i]);
        if (value.length == 0) {
            continue;
        }
        if (written == 0) {
            html_put(&p->w, "<p class=\"label-line\">");
        } else {
            html_put(&p->w, ", ");
        }
        HTML(&p->w, "{}", html_text(page_start_of(p, value)));
        written++;
    }
    if (written > 0) {
        html_put(&p->w, "</p>\n");
    }
}

static void write_when_and_who(struct page *p, const struct record_page *record)
{
    string_view date = value_of(record, "eventDate");
    if (date.length == 0) {
        date = value_of(record, "year");
    }
    string_view collector = value_of(record, "recordedBy");
    if (date.length == 0 && collector.length == 0) {
        return;
    }
    html_put(&p->w, "<p class=\"label-line\">");
    HTML(&p->w, "{}", html_text(page_start_of(p, date)));
    if (date.length > 0 && collector.length > 0) {
        html_put(&p->w, ", ");
    }
    if (collector.length > 0) {
        HTML(&p->w, "leg. {}", html_text(page_start_of(p, collector)));
    }
    html_put(&p->w, "</p>\n");
}

static void write_house(struct page *p, const struct record_page *record)
{
    html_put(&p->w, "<p class=\"label-house\">");
    if (record->institution.length > 0) {
        HTML(&p->w, "{} · ", html_text(page_start_of(p, record->institution)));
    }
    HTML(&p->w, "<a href=\"/dataset/{}\">{}</a></p>\n", html_text(record->dataset),
         html_text(record->dataset_title));
}

static void write_title(struct page *p, const struct record_page *record)
{
    if (record->title_is_name) {
        HTML(&p->w, "<h1><i lang=\"la\">{}</i>", html_text(page_start_of(p, record->title)));
    } else {
        HTML(&p->w, "<h1>{}", html_text(page_start_of(p, record->title)));
    }
    if (record->authorship.length > 0) {
        HTML(&p->w, " <span class=\"authorship\">{}</span>",
             html_text(page_start_of(p, record->authorship)));
    }
    html_put(&p->w, "</h1>\n");
}

static void write_card(struct page *p, const struct record_page *record)
{
    static const char *const place[] = {"country", "stateProvince", "county", "locality"};
    html_put(&p->w, "<header class=\"label-card record-head\">\n<div class=\"record-label\">\n");
    write_house(p, record);
    write_title(p, record);
    html_put(&p->w, "<p class=\"badges\">");
    page_type_badge(p, record->type_status);
    HTML(&p->w, " <span class=\"badge\">{}</span>", html_text(page_kind(p, record->kind, 1)));
    if (record->removed) {
        HTML(&p->w, " <span class=\"badge removed\">{}</span>", html_text(say(p, "removed")));
    }
    html_put(&p->w, "</p>\n");
    write_label_line(p, record, place, ARRAY_LENGTH(place));
    write_when_and_who(p, record);
    html_put(&p->w, "</div>\n<div class=\"record-number\">\n");
    string_view number = record->catalog_number.length > 0 ? record->catalog_number : record->key;
    HTML(&p->w, "<p class=\"catalogue-number code\">{}</p>\n", html_text(page_start_of(p, number)));
    draw_barcode(p, number);
    if (record->collection.length > 0) {
        HTML(&p->w, "<p class=\"stamp\">{}</p>\n", html_text(page_start_of(p, record->collection)));
    }
    html_put(&p->w, "</div>\n</header>\n");
}

static void write_removed(struct page *p, const struct record_page *record)
{
    HTML(&p->w, "<div class=\"notice notice-removed\" role=\"note\">\n<p><strong>{} ",
         html_text(say(p, "This record was removed on")));
    page_time(p, record->removal.time);
    HTML(&p->w, ".</strong> {}</p>\n",
         html_text(say(p, "Its last values and its history stay here.")));
    record_write_reason(p, record->removal.reason);
    record_write_successor(p, &record->removal);
    html_put(&p->w, "</div>\n");
}

static void write_formats(struct page *p, const struct record_page *record)
{
    const struct {
        string_view address;
        string_view words;
    } formats[] = {
        {record->json_address, say(p, "This record as JSON")},
        {record->linked_address, say(p, "as JSON-LD")},
        {record->csv_address, say(p, "as CSV")},
    };
    html_put(&p->w, "<p class=\"small record-formats\">");
    for (size_t i = 0; i < ARRAY_LENGTH(formats); i++) {
        if (formats[i].address.length > 0) {
            HTML(&p->w, "<a href=\"{}\">{}</a> ", html_text(formats[i].address),
                 html_text(formats[i].words));
        }
    }
    html_put(&p->w, "</p>\n");
}

// On paper a record ends as a label does: with where it is to be found again.
static void write_print_footer(struct page *p, const struct record_page *record)
{
    if (record->permanent_address.length > 0) {
        html_put(&p->w, "<p class=\"print-only code\">");
        HTML(&p->w, "{} · ", html_text(record->permanent_address));
        page_time(p, record->version);
        html_put(&p->w, "</p>\n");
    }
}

static void write_aside(struct page *p, const struct record_page *record)
{
    struct html_writer *w = &p->w;
    HTML(w, "<aside aria-label=\"{}\">\n", html_text(say(p, "About this record")));
    if (record->has_point) {
        draw_locator(p, record->latitude, record->longitude, record->uncertainty_metres);
    }
    html_put(w, "<dl class=\"facts\">\n");
    HTML(w, "<div><dt>{}</dt><dd><a href=\"/dataset/{}\">{}</a></dd></div>\n",
         html_text(say(p, "Dataset")), html_text(record->dataset),
         html_text(record->dataset_title));
    if (record->licence_address.length > 0) {
        HTML(w, "<div><dt>{}</dt><dd><a href=\"{}\">{}</a></dd></div>\n",
             html_text(say(p, "Licence of the data")), html_text(record->licence_address),
             html_text(record->licence));
    } else if (record->licence.length > 0) {
        HTML(w, "<div><dt>{}</dt><dd>{}</dd></div>\n", html_text(say(p, "Licence of the data")),
             html_text(record->licence));
    }
    HTML(w, "<div><dt>{}</dt><dd>", html_text(say(p, "Version")));
    page_time(p, record->version);
    HTML(w, "</dd></div>\n<div><dt>{}</dt><dd class=\"code\">", html_text(say(p, "Key")));
    page_long_value(p, record->key);
    html_put(w, "</dd></div>\n");
    page_literature_record(p, &record->literature);
    html_put(w, "</dl>\n");
    page_cite(p, record->citation, record->citation_links);
    record_write_external(p, record);
    write_formats(p, record);
    html_put(w, "</aside>\n");
}

static string_view describe(struct page *p, const struct record_page *record)
{
    if (record->summary.length > 0) {
        return record->summary;
    }
    return arena_print(p->arena, SV_FORMAT ", " SV_FORMAT, SV_ARGUMENT(record->title),
                       SV_ARGUMENT(record->dataset_title));
}

status page_record(const struct record_page *record, struct arena *arena, struct buffer *out,
                   struct error *e)
{
    struct page p = {.arena = arena, .site = record->site};
    string_view number = record->catalog_number.length > 0 ? record->catalog_number : record->key;
    struct page_head head = {
        .title = arena_print(arena, SV_FORMAT " (" SV_FORMAT ")",
                             SV_ARGUMENT(bidi_isolate(arena, page_start_of(&p, record->title))),
                             SV_ARGUMENT(bidi_isolate(arena, page_start_of(&p, number)))),
        .description = describe(&p, record),
        .canonical = record->path,
        .noindex = record->as_of || record->removed || record->has_difference ||
                   record->place.search_address.length > 0,
        .linked = record->linked_address,
        .section = "",
        .search_form = true,
    };
    page_begin(&p, record->site, arena, out, &head);
    page_style(&p, "record.css");
    record_write_place(&p, record);
    if (!record->newest) {
        page_version_bar(&p, record->version, record->path);
    }
    if (record->removed) {
        write_removed(&p, record);
    }
    html_put(&p.w, "<article>\n");
    write_card(&p, record);
    html_put(&p.w, "<div class=\"with-aside\">\n<div class=\"groups\">\n");
    record_write_media(&p, record);
    record_write_flags(&p, record);
    record_write_groups(&p, record);
    record_write_determinations(&p, record);
    record_write_lists(&p, record);
    record_write_related(&p, record);
    html_put(&p.w, "</div>\n");
    write_aside(&p, record);
    html_put(&p.w, "</div>\n");
    record_write_history(&p, record);
    write_print_footer(&p, record);
    html_put(&p.w, "</article>\n");
    return page_end(&p, e);
}
