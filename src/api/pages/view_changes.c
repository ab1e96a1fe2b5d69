// SPDX-License-Identifier: Apache-2.0
// The search at two moments, side by side, and what happened between. The moments are chosen from
// lists of commits; scripts put sliders beside them.
#include "api/pages/view_changes.h"

#include "api/pages/language.h"
#include "api/pages/terms.h"
#include "api/pages/views.h"
#include "base/bidi.h"

#define MESSAGE 60 // bytes of a commit's message in a list

static string_view choice_words(struct page *p, const struct moment_choice *choice)
{
    char text[25];
    moment_to_text(choice->time, text);
    string_view day = page_date(p, choice->time);
    string_view time = sv_slice(sv_from(text), 11, 5);
    if (choice->time == MOMENT_BEGINNING) {
        return day;
    }
    string_view message = choice->message;
    bool cut = message.length > MESSAGE;
    while (cut && message.length > MESSAGE) {
        message.length--;
    }
    while (cut && message.length > 0 &&
           ((unsigned char)message.bytes[message.length] & 0xc0) == 0x80) {
        message.length--;
    }
    return arena_print(p->arena, SV_FORMAT ", " SV_FORMAT " · " SV_FORMAT "%s", SV_ARGUMENT(day),
                       SV_ARGUMENT(time), SV_ARGUMENT(bidi_isolate(p->arena, message)),
                       cut ? "…" : "");
}

static void write_option(struct page *p, string_view value, string_view words, bool chosen)
{
    HTML(&p->w, "<option value=\"{}\"", html_text(value));
    if (chosen) {
        html_put(&p->w, " selected");
    }
    HTML(&p->w, ">{}</option>\n", html_text(words));
}

static void write_select(struct page *p, const struct view_changes *v, const char *name,
                         const char *id, const char *label, string_view asked, moment chosen,
                         const char *none)
{
    bool listed = asked.length == 0;
    bool slides = v->choice_count > 1; // with the first option more than two: room for a slider
    HTML(&p->w, "<p class=\"{}\"><label for=\"{}\">{}</label> <select id=\"{}\" name=\"{}\">\n",
         html_string(slides ? "slides" : "still"), html_string(id), html_text(say(p, label)),
         html_string(id), html_string(name));
    write_option(p, SV(""), say(p, none), asked.length == 0);
    for (size_t i = 0; i < v->choice_count; i++) {
        const struct moment_choice *choice = &v->choices[i];
        bool is = asked.length > 0 && choice->time == chosen;
        write_option(p, page_moment_digits(p, choice->time), choice_words(p, choice), is);
        listed = listed || is;
    }
    if (!listed) {
        write_option(p, asked, page_date(p, chosen), true);
    }
    html_put(&p->w, "</select></p>\n");
}

static void write_controls(struct page *p, const struct view_changes *v)
{
    HTML(&p->w, "<div class=\"timeline\" data-island=\"timeline\" data-slider=\"{}\">\n",
         html_text(say(p, "Slide through the commits: {}")));
    write_select(p, v, "changes.from", "changes-from", "Compare with", v->from_asked, v->from,
                 "The commit before");
    write_select(p, v, "version", "changes-to", "Show", v->to_asked, v->to, "The newest");
    HTML(&p->w, "<button type=\"submit\" class=\"without-script\">{}</button>\n</div>\n",
         html_text(say(p, "Compare")));
    if (v->choices_thinned) {
        HTML(&p->w, "<p class=\"small\">{}</p>\n",
             html_text(say(p, "There are many commits: the lists have the last of each month.")));
    }
}

static void write_side(struct page *p, const char *label, moment m, uint64_t count,
                       string_view address)
{
    HTML(&p->w, "<div><dt>{} ", html_text(say(p, label)));
    page_time(p, m);
    HTML(&p->w, "</dt><dd><a href=\"{}\">{}</a></dd></div>\n", html_text(address),
         html_text(say_count(p, count, "{} record", "{} records")));
}

static void write_sides(struct page *p, const struct search_page *search,
                        const struct view_changes *v)
{
    html_put(&p->w, "<dl class=\"sides\">\n");
    write_side(p, "Then,", v->from, v->then, v->then_address);
    write_side(p, "Now,", v->to, v->now, v->now_address);
    html_put(&p->w, "</dl>\n");
    if (search->matches.count > 1) { // rule C4
        html_put(&p->w, "<p class=\"small\">");
        SAY(p, "Counts are of records of all kinds: {}.",
            html_text(kinds_in_words(p, &search->matches)));
        html_put(&p->w, "</p>\n");
    }
}

static void write_field(struct page *p, const struct difference_row *row)
{
    HTML(&p->w, "<tr><th scope=\"row\" title=\"{}\">{}</th><td>", html_text(row->name),
         html_text(page_start_of(p, term_words(p, row->name))));
    if (row->before.length > 0) {
        HTML(&p->w, "<del>{}</del>", html_text(page_start_of(p, row->before)));
    }
    html_put(&p->w, "</td><td>");
    if (row->after.length > 0) {
        HTML(&p->w, "<ins>{}</ins>", html_text(page_start_of(p, row->after)));
    }
    html_put(&p->w, "</td></tr>\n");
}

static void write_fields(struct page *p, const struct changed_record *record)
{
    if (record->field_count == 0) {
        return;
    }
    HTML(&p->w,
         "<table class=\"plain\"><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
         "<th scope=\"col\">{}</th></tr></thead><tbody>\n",
         html_text(say(p, "Field")), html_text(say(p, "Then")), html_text(say(p, "Now")));
    for (size_t i = 0; i < record->field_count; i++) {
        write_field(p, &record->fields[i]);
    }
    html_put(&p->w, "</tbody></table>\n");
    if (record->fields_left_out > 0) {
        HTML(&p->w, "<p class=\"small\">{}</p>\n",
             html_text(
                 say_count(p, record->fields_left_out, "and {} more field", "and {} more fields")));
    }
}

static void write_record(struct page *p, const struct changed_record *record)
{
    html_put(&p->w, "<li>");
    HTML(&p->w, "<p><a href=\"{}\">", html_text(record->address));
    if (record->title_is_name) {
        HTML(&p->w, "<i lang=\"la\">{}</i></a>", html_text(page_start_of(p, record->title)));
    } else {
        HTML(&p->w, "{}</a>", html_text(page_start_of(p, record->title)));
    }
    if (record->history.length > 0) {
        HTML(&p->w, " <a class=\"small\" href=\"{}\">{}</a>", html_text(record->history),
             html_text(say(p, "its history")));
    }
    html_put(&p->w, "</p>\n");
    write_fields(p, record);
    html_put(&p->w, "</li>\n");
}

static void write_pages(struct page *p, const struct view_changes *v,
                        const struct change_list *list)
{
    uint64_t shown = v->skipped + list->record_count;
    if (list->before.length == 0 && list->after.length == 0) {
        return;
    }
    html_put(&p->w, "<p class=\"view-actions\">");
    if (list->before.length > 0) {
        HTML(&p->w, "<a rel=\"prev\" href=\"{}\">{}</a> ", html_text(list->before),
             html_text(say(p, "Those before")));
    }
    if (list->after.length > 0) {
        HTML(&p->w, "<a rel=\"next\" href=\"{}\">{}</a>", html_text(list->after),
             html_text(say_count(p, list->count - shown, "and {} more", "and {} more")));
    }
    html_put(&p->w, "</p>\n");
}

static void write_list(struct page *p, const struct view_changes *v, enum change_kind kind)
{
    static const char *const labels[] = {"Added", "Changed", "Removed"};
    static const char *const marks[] = {"added", "changed", "removed"};
    const struct change_list *list = &v->changes[kind];
    HTML(&p->w, "<section class=\"change change-{}\">\n<h2>{} <span class=\"count\">{}{}</span>",
         html_string(marks[kind]), html_text(say(p, labels[kind])), html_count(list->count),
         html_string(v->partial ? "+" : ""));
    html_put(&p->w, "</h2>\n");
    if (list->record_count > 0) {
        html_put(&p->w, "<ul>\n");
        for (size_t i = 0; i < list->record_count; i++) {
            write_record(p, &list->records[i]);
        }
        html_put(&p->w, "</ul>\n");
    }
    write_pages(p, v, list);
    html_put(&p->w, "</section>\n");
}

static void write_ways_on(struct page *p, const struct view_changes *v)
{
    if (v->partial) {
        HTML(&p->w, "<p class=\"notice\">{}</p>\n",
             html_text(say(p, "There are too many changes to count them all here: the figures are "
                              "of those seen so far. The stream has all of them.")));
    }
    html_put(&p->w, "<p class=\"view-actions\">");
    if (v->newer_address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a> ", html_text(v->newer_address),
             html_text(say(p, "Records written in between")));
    }
    HTML(&p->w, "<a href=\"{}\">{}</a> ", html_text(v->stream_address),
         html_text(say(p, "All changes as lines of JSON")));
    HTML(&p->w, "<a href=\"{}\">{}</a></p>\n", html_text(v->feed_address),
         html_text(say(p, "Follow the changes (Atom feed)")));
    if (v->sends_mail) {
        HTML(&p->w,
             "<p class=\"view-actions\"><label for=\"follow-email\">{}</label> <input "
             "type=\"email\" id=\"follow-email\" name=\"email\" form=\"follow-form\" required "
             "autocomplete=\"email\"> <button type=\"submit\" "
             "form=\"follow-form\">{}</button></p>\n",
             html_text(say(p, "Tell me of changes by mail at")), html_text(say(p, "Follow")));
    }
}

void view_follow_form(struct page *p, const struct search_page *search)
{
    if (search->changes != NULL && search->changes->sends_mail) {
        HTML(&p->w,
             "<form id=\"follow-form\" method=\"post\" action=\"/subscriptions\"><input "
             "type=\"hidden\" name=\"search\" value=\"{}\"></form>\n",
             html_text(search->feed_address));
    }
}

void view_draw_changes(struct page *p, const struct search_page *search)
{
    const struct view_changes *v = search->changes;
    page_style(p, "changes.css");
    write_controls(p, v);
    if (!v->has_from) {
        HTML(&p->w, "<p class=\"nothing\">{}</p>\n",
             html_text(say(p, "Nothing was here before this moment.")));
        return;
    }
    write_sides(p, search, v);
    write_ways_on(p, v);
    if (v->alone) {
        HTML(&p->w, "<p class=\"view-actions\"><a href=\"{}\">{}</a></p>\n",
             html_text(v->all_address), html_text(say(p, "Added, changed and removed together")));
        write_list(p, v, v->kind);
        return;
    }
    html_put(&p->w, "<div class=\"change-lists\">\n");
    write_list(p, v, CHANGE_ADDED);
    write_list(p, v, CHANGE_CHANGED);
    write_list(p, v, CHANGE_REMOVED);
    html_put(&p->w, "</div>\n");
}
