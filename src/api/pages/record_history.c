// SPDX-License-Identifier: Apache-2.0
// A record's history: its versions, the page as of any date, and a table of what changed between
// two.

#include "api/pages/language.h"
#include "api/pages/record_parts.h"
#include "api/pages/terms.h"

static const char *const change_words[] = {
    [CHANGE_ADDED] = "added",
    [CHANGE_CHANGED] = "changed",
    [CHANGE_REMOVED] = "removed",
    [CHANGE_RETURNED] = "returned",
};

static const char *const change_marks[] = {
    [CHANGE_ADDED] = "added",
    [CHANGE_CHANGED] = "changed",
    [CHANGE_REMOVED] = "removed",
    [CHANGE_RETURNED] = "added",
};

// The record's address with a moment. A key that cannot stand in a path is in the query already.
static string_view with_parameter(struct page *p, const struct record_page *record,
                                  const char *name, moment value)
{
    bool asks = sv_find(record->path, '?') < record->path.length;
    return arena_print(p->arena, SV_FORMAT "%s%s=%lld", SV_ARGUMENT(record->path), asks ? "&" : "?",
                       name, (long long)value);
}

// A GET form replaces the query of its address: such a key goes along as an input.
static void write_key_input(struct page *p, const struct record_page *record)
{
    if (sv_find(record->path, '?') < record->path.length) {
        HTML(&p->w, "<input type=\"hidden\" name=\"key\" value=\"{}\">", html_text(record->key));
    }
}

void record_write_reason(struct page *p, string_view reason)
{
    if (reason.length > 0) {
        HTML(&p->w, "<p>{} {}</p>\n", html_text(say(p, "Reason:")), html_text(reason));
    }
}

void record_write_successor(struct page *p, const struct removal_row *removal)
{
    if (removal->address.length > 0) {
        HTML(&p->w, "<p>{} <a class=\"code\" href=\"{}\">{}</a></p>\n",
             html_text(say(p, "Replaced by")), html_text(removal->address),
             html_text(removal->replaced_by));
    } else if (removal->replaced_by.length > 0) {
        HTML(&p->w, "<p>{} <span class=\"code\">{}</span></p>\n", html_text(say(p, "Replaced by")),
             html_text(removal->replaced_by));
    }
}

static void write_version(struct page *p, const struct record_page *record, size_t index)
{
    const struct version_row *version = &record->versions[index];
    bool shown = version->time == record->version;
    HTML(&p->w, "<li class=\"version version-{}\"", html_string(change_marks[version->change]));
    if (shown) {
        html_put(&p->w, " aria-current=\"true\"");
    }
    html_put(&p->w, "><p class=\"commit-when\">");
    string_view target = with_parameter(p, record, "version", version->time);
    HTML(&p->w, "<a href=\"{}\">", html_text(target));
    page_time(p, version->time);
    HTML(&p->w, "</a> <b class=\"{}\">{}</b>", html_string(change_marks[version->change]),
         html_text(say(p, change_words[version->change])));
    if (version->fields_changed > 0) {
        HTML(&p->w, " <span class=\"small\">{}</span>",
             html_text(say_count(p, version->fields_changed, "{} field", "{} fields")));
    }
    if (shown) {
        HTML(&p->w, " <span class=\"small\">· {}</span>", html_text(say(p, "shown here")));
    }
    HTML(&p->w, "</p>\n<p>{}</p>\n", html_text(version->message));
    if (!sv_equal(version->removal.reason, version->message)) {
        record_write_reason(p, version->removal.reason);
    }
    record_write_successor(p, &version->removal);
    HTML(&p->w, "<p class=\"small\">{}", html_text(version->author));
    if (version->previous != 0) {
        string_view from = with_parameter(p, record, "from", version->previous);
        HTML(&p->w, " · <a href=\"{}&amp;to={}#changes\">{}</a>", html_text(from),
             html_number(version->time), html_text(say(p, "what changed")));
    }
    html_put(&p->w, "</p></li>\n");
}

static void write_moment_option(struct page *p, moment m, bool chosen, string_view more)
{
    char text[25];
    moment_to_text(m, text);
    HTML(&p->w, "<option value=\"{}\"", html_number(m));
    if (chosen) {
        html_put(&p->w, " selected");
    }
    string_view time = m == MOMENT_BEGINNING ? SV("") : sv_slice(sv_from(text), 10, 9);
    HTML(&p->w, ">{}{}{}{}</option>", html_text(page_date(p, m)),
         html_string(time.length > 0 ? ", " : ""), html_text(sv_slice(time, 1, SIZE_MAX)),
         html_text(more));
}

// The versions listed, and the chosen one where it is not among them.
static void write_select(struct page *p, const struct record_page *record, const char *name,
                         const char *label, moment chosen)
{
    bool listed = false;
    HTML(&p->w, "<label for=\"diff-{}\">{}</label> <select id=\"diff-{}\" name=\"{}\">",
         html_string(name), html_text(say(p, label)), html_string(name), html_string(name));
    for (size_t i = 0; i < record->version_count; i++) {
        moment m = record->versions[i].time;
        write_moment_option(p, m, m == chosen, SV(""));
        listed = listed || m == chosen;
    }
    if (!listed) {
        bool early = record->older_address.length == 0 &&
                     chosen < record->versions[record->version_count - 1].time;
        write_moment_option(p, chosen, true,
                            early ? say(p, " (before the first version)") : SV(""));
    }
    html_put(&p->w, "</select>\n");
}

static void write_compare_form(struct page *p, const struct record_page *record)
{
    if (record->version_total < 2) {
        return;
    }
    moment previous = record->versions[0].previous;
    moment from = record->has_difference ? record->from
                  : previous != 0        ? previous
                                         : record->versions[0].time;
    moment to = record->has_difference ? record->to : record->versions[0].time;
    HTML(&p->w, "<form class=\"inline-form\" action=\"{}#changes\" method=\"get\">\n",
         html_text(record->path));
    write_key_input(p, record);
    write_select(p, record, "from", "Compare", from);
    write_select(p, record, "to", "with", to);
    HTML(&p->w, "<button type=\"submit\">{}</button>\n</form>\n",
         html_text(say(p, "Show what changed")));
}

static void write_as_of_form(struct page *p, const struct record_page *record)
{
    char text[25];
    moment_to_text(record->version, text);
    HTML(&p->w, "<form class=\"inline-form\" action=\"{}\" method=\"get\">\n",
         html_text(record->path));
    write_key_input(p, record);
    HTML(&p->w,
         "<label for=\"as-of\">{}</label> <input type=\"date\" id=\"as-of\" "
         "name=\"version\" value=\"{}\"> <button type=\"submit\">{}</button>\n</form>\n",
         html_text(say(p, "This page as of")), html_text(sv_slice(sv_from(text), 0, 10)),
         html_text(say(p, "Show")));
}

static void write_difference_row(struct page *p, const struct difference_row *row)
{
    HTML(&p->w,
         "<tr class=\"{}\"><th scope=\"row\">{}<span class=\"field-name code\">{}</span>"
         "</th><td>",
         html_string(change_marks[row->change]), html_text(term_words(p, row->name)),
         html_text(row->name));
    if (row->before.length > 0) {
        HTML(&p->w, "<del>{}</del>", html_text(row->before));
    } else {
        HTML(&p->w, "<span class=\"absent\">{}</span>", html_text(say(p, "not recorded")));
    }
    html_put(&p->w, "</td><td>");
    if (row->after.length > 0) {
        HTML(&p->w, "<ins>{}</ins>", html_text(row->after));
    } else {
        HTML(&p->w, "<span class=\"absent\">{}</span>", html_text(say(p, "not recorded")));
    }
    html_put(&p->w, "</td></tr>\n");
}

static void write_left_out(struct page *p, const struct record_page *record)
{
    if (record->differences_left_out > 0) {
        HTML(&p->w, "<p class=\"small\">{}</p>\n",
             html_text(
                 say_count(p, record->differences_left_out,
                           "Left out: {} field with no value in both, written in another way.",
                           "Left out: {} fields with no value in both, written in another way.")));
    }
}

static void write_differences(struct page *p, const struct record_page *record)
{
    if (!record->has_difference) {
        return;
    }
    HTML(&p->w,
         "<section id=\"changes\" aria-labelledby=\"changes-title\" tabindex=\"-1\">\n"
         "<h3 id=\"changes-title\">{} ",
         html_text(say(p, "What changed from")));
    page_time(p, record->from);
    HTML(&p->w, " {} ", html_text(say(p, "to")));
    page_time(p, record->to);
    html_put(&p->w, "</h3>\n");
    if (record->difference_count == 0) {
        HTML(&p->w, "<p>{}</p>\n",
             html_text(say(p, "Nothing: both versions hold the same values.")));
        write_left_out(p, record);
        html_put(&p->w, "</section>\n");
        return;
    }
    HTML(&p->w,
         "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" "
         "aria-label=\"{}\">\n<table class=\"plain changes\">\n<thead>"
         "<tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th "
         "scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
         html_text(say(p, "Table of changes")), html_text(say(p, "Field")),
         html_text(say(p, "Before")), html_text(say(p, "After")));
    for (size_t i = 0; i < record->difference_count; i++) {
        write_difference_row(p, &record->differences[i]);
    }
    html_put(&p->w, "</tbody>\n</table>\n</div>\n");
    write_left_out(p, record);
    html_put(&p->w, "</section>\n");
}

// Which versions are listed, and where the others are.
static void write_history_pages(struct page *p, const struct record_page *record)
{
    if (record->version_count == record->version_total) {
        return;
    }
    html_put(&p->w, "<p class=\"small\">");
    SAY(p, "Versions {} to {} of {}, newest first.", html_count(record->version_first + 1),
        html_count(record->version_first + record->version_count),
        html_count(record->version_total));
    if (record->newer_address.length > 0) {
        HTML(&p->w, " <a href=\"{}\">{}</a>", html_text(record->newer_address),
             html_text(say(p, "Newer versions")));
    }
    if (record->older_address.length > 0) {
        HTML(&p->w, " <a href=\"{}\">{}</a>", html_text(record->older_address),
             html_text(say(p, "Older versions")));
    }
    html_put(&p->w, "</p>\n");
}

void record_write_history(struct page *p, const struct record_page *record)
{
    if (record->version_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section class=\"history\" id=\"history\" aria-labelledby=\"history-title\">\n<h2 "
         "id=\"history-title\">{} <span class=\"small\">{}</span></h2>\n",
         html_text(say(p, "History")),
         html_text(say_count(p, record->version_total, "{} version", "{} versions")));
    html_put(&p->w, "<div class=\"history-forms\">\n");
    write_as_of_form(p, record);
    write_compare_form(p, record);
    html_put(&p->w, "</div>\n");
    write_differences(p, record);
    html_put(&p->w, "<ol class=\"commits versions\">\n");
    for (size_t i = 0; i < record->version_count; i++) {
        write_version(p, record, i);
    }
    html_put(&p->w, "</ol>\n");
    write_history_pages(p, record);
    html_put(&p->w, "</section>\n");
}
