// SPDX-License-Identifier: Apache-2.0
// What stands around a record: doubts about it, its determinations, records that belong to it, what
// other hosts say, and its neighbours in the search that the reader comes from.
#include "api/pages/flags.h"
#include "api/pages/language.h"
#include "api/pages/record_parts.h"

// --- where the reader comes from -------------------------------------------------------------

void record_write_place(struct page *p, const struct record_page *record)
{
    const struct search_place *place = &record->place;
    if (place->search_address.length == 0) {
        return;
    }
    HTML(&p->w, "<nav class=\"record-place\" aria-label=\"{}\">\n<a href=\"{}\">{}</a> <span>",
         html_text(say(p, "Results of the search")), html_text(place->search_address),
         html_text(say(p, "Back to the results")));
    SAY(p, "Record {} of {}", html_count(place->position), html_count(place->total));
    html_put(&p->w, "</span>\n<span class=\"steps\">");
    if (place->previous.length > 0) {
        HTML(&p->w, "<a rel=\"prev\" href=\"{}\">{}</a> ", html_text(place->previous),
             html_text(say(p, "Previous record")));
    }
    if (place->next.length > 0) {
        HTML(&p->w, "<a rel=\"next\" href=\"{}\">{}</a>", html_text(place->next),
             html_text(say(p, "Next record")));
    }
    html_put(&p->w, "</span>\n</nav>\n");
}

// --- doubts ----------------------------------------------------------------------------------

void record_write_flags(struct page *p, const struct record_page *record)
{
    if (record->flag_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section class=\"flags\" aria-labelledby=\"flags-title\">\n<h2 id=\"flags-title\">{}</h2>"
         "\n<ul>\n",
         html_text(say(p, "Worth a second look")));
    for (size_t i = 0; i < record->flag_count; i++) {
        enum record_flag flag = (enum record_flag)record->flags[i];
        HTML(&p->w, "<li>{} <span class=\"code\">{}</span></li>\n", html_text(flag_words(p, flag)),
             html_string(flag_name(flag)));
    }
    html_put(&p->w, "</ul>\n</section>\n");
}

// --- determinations --------------------------------------------------------------------------

static void write_determined_name(struct page *p, const struct determination_row *row)
{
    HTML(&p->w, "<td><i lang=\"la\">{}</i>", html_text(page_start_of(p, row->name)));
    if (row->authorship.length > 0) {
        HTML(&p->w, " <span class=\"authorship\">{}</span>",
             html_text(page_start_of(p, row->authorship)));
    }
    if (row->qualifier.length > 0) {
        HTML(&p->w, " <span class=\"small\">{}</span>",
             html_text(page_start_of(p, row->qualifier)));
    }
    if (row->current) {
        HTML(&p->w, " <span class=\"badge\">{}</span>", html_text(say(p, "current")));
    }
    html_put(&p->w, "</td>");
}

static void write_determination(struct page *p, const struct determination_row *row)
{
    HTML(&p->w, "<tr><th scope=\"row\">{}</th>",
         html_text(row->date.length > 0 ? page_start_of(p, row->date) : say(p, "no date")));
    write_determined_name(p, row);
    if (row->by_address.length > 0) {
        HTML(&p->w, "<td><a href=\"{}\">{}</a></td><td>", html_text(row->by_address),
             html_text(page_start_of(p, row->by)));
    } else {
        HTML(&p->w, "<td>{}</td><td>", html_text(page_start_of(p, row->by)));
    }
    page_type_badge(p, row->type);
    html_put(&p->w, "</td><td>");
    page_long_value(p, row->remarks);
    html_put(&p->w, "</td></tr>\n");
}

void record_write_determinations(struct page *p, const struct record_page *record)
{
    static const char *const heads[] = {"Date", "Name", "Determined by", "Type", "Remarks"};
    if (record->determination_count == 0) {
        return;
    }
    string_view title = say(p, "Determinations");
    HTML(&p->w,
         "<section class=\"group determinations\">\n<h2>{} <span class=\"small\">{}</span></h2>\n"
         "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table "
         "class=\"plain\">\n<thead><tr>",
         html_text(title), html_count(record->determination_count), html_text(title));
    for (size_t i = 0; i < ARRAY_LENGTH(heads); i++) {
        HTML(&p->w, "<th scope=\"col\">{}</th>", html_text(say(p, heads[i])));
    }
    html_put(&p->w, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < record->determination_count; i++) {
        write_determination(p, &record->determinations[i]);
    }
    html_put(&p->w, "</tbody>\n</table>\n</div>\n</section>\n");
}

// --- related records -------------------------------------------------------------------------

static string_view relation_words(const struct page *p, enum relation relation)
{
    switch (relation) {
    case RELATION_GATHERING:
        return say(p, "Same gathering");
    case RELATION_COLLECTOR_DAY:
        return say(p, "Same collector and day");
    case RELATION_PARTS:
        return say(p, "Parts and preparations");
    case RELATION_SOURCE:
        return say(p, "Taken from");
    case RELATION_ORGANISM:
        return say(p, "Same organism");
    case RELATION_SAMPLE:
        return say(p, "Same material sample");
    case RELATION_HOST:
        return say(p, "Host");
    case RELATION_NUMBER:
        return say(p, "Same catalogue number");
    case RELATION_OTHER_NUMBER:
        return say(p, "Same other number");
    case RELATION_COUNT:
        break;
    }
    return say(p, "Related");
}

static void write_count(struct page *p, const struct related_group *group)
{
    HTML(&p->w, "<a href=\"{}\">", html_text(group->address));
    if (group->late) {
        HTML(&p->w, "{}", html_text(say(p, "Search for them")));
    } else if (group->with_this) {
        HTML(&p->w, "{}",
             html_text(say_count(p, group->total, "{} record, this one",
                                 "{} records, this one among them")));
    } else {
        HTML(&p->w, "{}", html_text(say_count(p, group->total, "{} record", "{} records")));
    }
    html_put(&p->w, "</a>");
}

void record_write_related(struct page *p, const struct record_page *record)
{
    if (record->related_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section class=\"related\" aria-labelledby=\"related-title\">\n<h2 "
         "id=\"related-title\">{}</h2>\n<dl>\n",
         html_text(say(p, "Related records")));
    for (size_t i = 0; i < record->related_count; i++) {
        const struct related_group *group = &record->related[i];
        HTML(&p->w, "<div><dt>{} ", html_text(relation_words(p, group->relation)));
        write_count(p, group);
        html_put(&p->w, "</dt>");
        for (size_t k = 0; k < group->record_count; k++) {
            HTML(&p->w, "<dd><a href=\"{}\">{}</a></dd>", html_text(group->records[k].address),
                 html_text(page_start_of(p, group->records[k].label)));
        }
        html_put(&p->w, "</div>\n");
    }
    html_put(&p->w, "</dl>\n</section>\n");
}

// --- elsewhere -------------------------------------------------------------------------------

void record_write_external(struct page *p, const struct record_page *record)
{
    if (record->external_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section class=\"external\" aria-labelledby=\"external-title\">\n<h2 "
         "id=\"external-title\">{}</h2>\n<ul>\n",
         html_text(say(p, "Elsewhere")));
    for (size_t i = 0; i < record->external_count; i++) {
        HTML(&p->w, "<li><a href=\"{}\" rel=\"noopener\">{}</a></li>\n",
             html_text(record->external[i].address),
             html_text(page_start_of(p, record->external[i].label)));
    }
    html_put(&p->w, "</ul>\n</section>\n");
}
