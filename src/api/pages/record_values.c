// SPDX-License-Identifier: Apache-2.0
// A record's values: Darwin Core's groups as definition lists, nested lists as tables.

#include <stdlib.h>

#include "api/pages/language.h"
#include "api/pages/record_parts.h"
#include "api/pages/terms.h"

struct placed_field {
    const struct value_row *field;
    enum term_group group;
    size_t place;
};

// By group, then place; fields that no table lists keep the order they came in.
static int compare_places(const void *a, const void *b)
{
    const struct placed_field *x = a;
    const struct placed_field *y = b;
    if (x->group != y->group) {
        return x->group < y->group ? -1 : 1;
    }
    if (x->place != y->place) {
        return x->place < y->place ? -1 : 1;
    }
    return x->field < y->field ? -1 : x->field > y->field;
}

static bool has_text(const struct value_row *field)
{
    for (size_t i = 0; i < field->value_count; i++) {
        if (field->values[i].length > 0) {
            return true;
        }
    }
    return false;
}

static bool is_web_address(string_view text)
{
    return sv_starts_with(text, SV("https://")) || sv_starts_with(text, SV("http://"));
}

static void write_value(struct page *p, string_view field, string_view value)
{
    if (is_web_address(value)) {
        HTML(&p->w, "<a class=\"code\" href=\"{}\">{}</a>", html_text(value),
             html_text(page_start_of(p, value)));
    } else if (page_is_long(value)) {
        page_long_value(p, value);
    } else if (term_is_name(field)) {
        HTML(&p->w, "<i lang=\"la\">{}</i>", html_text(value));
    } else if (term_is_code(field)) {
        HTML(&p->w, "<span class=\"code\">{}</span>", html_text(value));
    } else {
        HTML(&p->w, "{}", html_text(value));
    }
}

// A value leads to all records that have it; beside those that lead elsewhere or are folded stands
// a sign that does.
static void write_linked_value(struct page *p, string_view field, string_view value,
                               string_view address)
{
    if (address.length == 0) {
        write_value(p, field, value);
        return;
    }
    if (is_web_address(value) || page_is_long(value)) {
        write_value(p, field, value);
        HTML(&p->w,
             " <a class=\"same\" href=\"{}\"><span class=\"hidden\">{}</span><span "
             "aria-hidden=\"true\">⌕</span></a>",
             html_text(address), html_text(say(p, "All records with this value")));
        return;
    }
    HTML(&p->w, "<a class=\"filter\" href=\"{}\">", html_text(address));
    write_value(p, field, value);
    html_put(&p->w, "</a>");
}

// A quiet sign beside a value that a page is about.
static void write_about(struct page *p, string_view value, string_view address)
{
    if (address.length > 0) {
        HTML(&p->w, " <a class=\"about\" href=\"{}\"><span class=\"hidden\">", html_text(address));
        SAY(p, "About {}", html_text(page_start_of(p, value)));
        html_put(&p->w, "</span><span aria-hidden=\"true\">→</span></a>");
    }
}

static void write_field(struct page *p, const struct value_row *field)
{
    string_view label = term_words(p, field->name);
    HTML(&p->w, "<div><dt title=\"{}\">{}</dt><dd>", html_text(field->name), html_text(label));
    bool first = true;
    for (size_t i = 0; i < field->value_count; i++) {
        if (field->values[i].length == 0) {
            continue;
        }
        if (!first) {
            html_put(&p->w, "<span class=\"value-gap\"> | </span>");
        }
        write_linked_value(p, field->name, field->values[i],
                           field->addresses == NULL ? SV("") : field->addresses[i]);
        write_about(p, field->values[i], field->abouts == NULL ? SV("") : field->abouts[i]);
        first = false;
    }
    if (field->corrected) {
        HTML(&p->w, " <span class=\"badge corrected\">{}</span>",
             html_text(say(p, "corrected here")));
    }
    html_put(&p->w, "</dd></div>\n");
}

void record_write_groups(struct page *p, const struct record_page *record)
{
    struct placed_field *placed =
        arena_array(p->arena, struct placed_field, record->field_count + 1);
    if (placed == NULL) {
        p->w.out->failed = true;
        return;
    }
    size_t count = 0;
    for (size_t i = 0; i < record->field_count; i++) {
        if (has_text(&record->fields[i])) {
            placed[count].field = &record->fields[i];
            placed[count].group = term_group_of(record->fields[i].name, &placed[count].place);
            count++;
        }
    }
    qsort(placed, count, sizeof *placed, compare_places);
    for (size_t i = 0; i < count; i++) {
        bool first = i == 0 || placed[i].group != placed[i - 1].group;
        bool last = i + 1 == count || placed[i].group != placed[i + 1].group;
        if (first) {
            HTML(&p->w, "<section class=\"group\">\n<h2>{}</h2>\n<dl class=\"values\">\n",
                 html_text(say(p, term_group_title(placed[i].group))));
        }
        write_field(p, placed[i].field);
        if (last) {
            html_put(&p->w, "</dl>\n</section>\n");
        }
    }
}

static void write_list(struct page *p, const struct value_list *list)
{
    string_view title = term_words(p, list->name);
    HTML(&p->w,
         "<section class=\"group\">\n<h2>{} <span class=\"small\">{}</span></h2>\n<div "
         "class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table "
         "class=\"plain\">\n<thead><tr>",
         html_text(title), html_count(list->row_count), html_text(title));
    for (size_t i = 0; i < list->column_count; i++) {
        HTML(&p->w, "<th scope=\"col\">{}</th>", html_text(term_words(p, list->columns[i])));
    }
    html_put(&p->w, "</tr></thead>\n<tbody>\n");
    for (size_t row = 0; row < list->row_count; row++) {
        html_put(&p->w, "<tr>");
        for (size_t column = 0; column < list->column_count; column++) {
            html_put(&p->w, "<td>");
            write_value(p, list->columns[column], list->cells[row * list->column_count + column]);
            html_put(&p->w, "</td>");
        }
        html_put(&p->w, "</tr>\n");
    }
    html_put(&p->w, "</tbody>\n</table>\n</div>\n</section>\n");
}

void record_write_lists(struct page *p, const struct record_page *record)
{
    for (size_t i = 0; i < record->list_count; i++) {
        if (record->lists[i].row_count > 0 && record->lists[i].column_count > 0) {
            write_list(p, &record->lists[i]);
        }
    }
}
