// SPDX-License-Identifier: Apache-2.0
// A chart's numbers as a table, and as CSV.
#include "api/pages/chart_internal.h"
#include "api/pages/language.h"
#include "api/pages/terms.h"

#include <string.h>

// --- table -----------------------------------------------------------------------------------

static void write_label(struct page *p, const struct chart_item *item)
{
    string_view label = page_start_of(p, chart_label(p, item));
    if (item->address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(item->address), html_text(label));
    } else {
        HTML(&p->w, "{}", html_text(label));
    }
}

static void write_heads(struct page *p, const struct chart *c)
{
    html_put(&p->w, "<thead><tr>");
    for (size_t i = 0; i < c->field_count; i++) {
        HTML(&p->w, "<th scope=\"col\">{}</th>", html_text(term_words(p, c->fields[i])));
    }
    HTML(&p->w,
         "<th scope=\"col\" class=\"number\">{}</th><th scope=\"col\" class=\"number\">{}</th>"
         "</tr></thead>\n<tbody>\n",
         html_text(say(p, "Records")), html_text(say(p, "Share")));
}

static string_view percent(struct page *p, uint64_t part, uint64_t whole)
{
    return arena_print(p->arena, "%.1f %%", whole == 0 ? 0 : (double)part / (double)whole * 100);
}

// Of an item at its depth: the cells of the levels above and below are empty.
static void write_item(struct page *p, const struct chart *c, const struct chart_item *item)
{
    size_t depth = 0;
    for (size_t at = item->parent; at != CHART_NO_PARENT; at = c->items[at].parent) {
        depth++;
    }
    html_put(&p->w, "<tr>");
    for (size_t i = 0; i < MAX(c->field_count, (size_t)1); i++) {
        if (i != depth) {
            html_put(&p->w, "<td></td>");
            continue;
        }
        html_put(&p->w, "<th scope=\"row\">");
        write_label(p, item);
        html_put(&p->w, "</th>");
    }
    HTML(&p->w, "<td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
         html_count(item->count), html_text(percent(p, item->count, c->total)));
}

// An item, then those below it. Levels are few.
// NOLINTNEXTLINE(misc-no-recursion)
static void write_items(struct page *p, const struct chart *c, size_t parent)
{
    for (size_t i = 0; i < c->item_count; i++) {
        if (c->items[i].parent == parent) {
            write_item(p, c, &c->items[i]);
            if (c->field_count > 1) {
                write_items(p, c, i);
            }
        }
    }
}

static void write_cell(struct page *p, uint64_t count, string_view address)
{
    if (count > 0 && address.length > 0) {
        HTML(&p->w, "<td class=\"number\"><a href=\"{}\">{}</a></td>", html_text(address),
             html_count(count));
    } else {
        HTML(&p->w, "<td class=\"number\">{}</td>", html_count(count));
    }
}

static void write_matrix(struct page *p, const struct chart *c)
{
    HTML(&p->w, "<thead><tr><th scope=\"col\">{}</th>", html_text(chart_subject(p, c)));
    for (size_t i = 0; i < c->series_count; i++) {
        HTML(&p->w, "<th scope=\"col\" class=\"number\">{}</th>",
             html_text(c->kind == CHART_CALENDAR
                           ? chart_month_name(p, i)
                           : page_start_of(p, chart_label(p, &c->series[i]))));
    }
    HTML(&p->w, "<th scope=\"col\" class=\"number\">{}</th></tr></thead>\n<tbody>\n",
         html_text(say(p, "All")));
    for (size_t row = 0; row < c->item_count; row++) {
        html_put(&p->w, "<tr><th scope=\"row\">");
        write_label(p, &c->items[row]);
        html_put(&p->w, "</th>");
        for (size_t i = 0; i < c->series_count; i++) {
            size_t at = row * c->series_count + i;
            write_cell(p, c->counts[at], c->addresses[at]);
        }
        HTML(&p->w, "<td class=\"number\">{}</td></tr>\n", html_count(c->items[row].count));
    }
}

void chart_table(struct page *p, const struct chart *c)
{
    HTML(&p->w,
         "<details class=\"chart-table\"><summary>{}<span class=\"hidden\">: {}</span></summary>\n"
         "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n"
         "<table>\n",
         html_text(say(p, "The same as a table")), html_text(chart_subject(p, c)),
         html_text(SAY_TEXT(p, "Table: {}", chart_subject(p, c))));
    if (c->counts != NULL) {
        write_matrix(p, c);
    } else {
        write_heads(p, c);
        write_items(p, c, CHART_NO_PARENT);
    }
    html_put(&p->w, "</tbody></table></div></details>\n");
}

// --- CSV -------------------------------------------------------------------------------------

void chart_csv_value(struct buffer *out, string_view text, bool first)
{
    bool quoted = text.length > 0 && (text.bytes[0] == ' ' || text.bytes[text.length - 1] == ' ');
    if (!first) {
        buffer_append_byte(out, ',');
    }
    for (size_t i = 0; i < text.length; i++) {
        quoted = quoted || strchr(",\"\r\n", text.bytes[i]) != NULL;
    }
    if (!quoted) {
        buffer_append_view(out, text);
        return;
    }
    buffer_append_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '"') {
            buffer_append_byte(out, '"');
        }
        buffer_append_byte(out, text.bytes[i]);
    }
    buffer_append_byte(out, '"');
}

void chart_csv_source_names(struct buffer *out)
{
    buffer_append_view(out, SV(",query,query_sha256,version,address\r\n"));
}

void chart_csv_source(struct page *p, const struct chart_source *source, struct buffer *out)
{
    char version[25] = "";
    if (source->version > 0) {
        moment_to_text(source->version, version);
    }
    chart_csv_value(out,
                    p->site->demo ? arena_print(p->arena, SV_FORMAT " (demonstration)",
                                                SV_ARGUMENT(source->query))
                                  : source->query,
                    false);
    chart_csv_value(out, source->name, false);
    chart_csv_value(out, sv_from(version), false);
    chart_csv_value(out, source->address, false);
    buffer_append_view(out, SV("\r\n"));
}

static const char *const kinds[] = {"value", "missing", "other"};

static string_view digits(struct page *p, uint64_t count)
{
    return arena_print(p->arena, "%llu", (unsigned long long)count);
}

static string_view csv_label(const struct chart_item *item)
{
    return item->kind == CHART_VALUE ? item->label : SV("");
}

// The labels from the top down to the item.
static void csv_path(const struct chart *c, size_t item, struct buffer *out)
{
    size_t path[CHART_FIELDS] = {0};
    size_t depth = 0;
    for (size_t at = item; at != CHART_NO_PARENT && depth < CHART_FIELDS;
         at = c->items[at].parent) {
        path[depth++] = at;
    }
    for (size_t i = 0; i < c->field_count; i++) {
        chart_csv_value(out, i < depth ? csv_label(&c->items[path[depth - 1 - i]]) : SV(""),
                        i == 0);
    }
}

static void csv_items(struct page *p, const struct chart *c, const struct chart_source *source,
                      struct buffer *out)
{
    for (size_t i = 0; i < c->item_count; i++) {
        csv_path(c, i, out);
        chart_csv_value(out, sv_from(kinds[c->items[i].kind]), false);
        chart_csv_value(out, digits(p, c->items[i].count), false);
        chart_csv_source(p, source, out);
    }
}

static void csv_matrix(struct page *p, const struct chart *c, const struct chart_source *source,
                       struct buffer *out)
{
    for (size_t row = 0; row < c->item_count; row++) {
        for (size_t i = 0; i < c->series_count; i++) {
            chart_csv_value(out, csv_label(&c->items[row]), true);
            chart_csv_value(out, csv_label(&c->series[i]), false);
            enum chart_item_kind kind = MAX(c->items[row].kind, c->series[i].kind);
            chart_csv_value(out, sv_from(kinds[kind]), false);
            chart_csv_value(out, digits(p, c->counts[row * c->series_count + i]), false);
            chart_csv_source(p, source, out);
        }
    }
}

static void csv_line(struct page *p, const struct chart *c, const struct chart_source *source,
                     enum chart_item_kind kind, uint64_t count, struct buffer *out)
{
    for (size_t i = 0; i < c->field_count; i++) {
        chart_csv_value(out, SV(""), i == 0);
    }
    chart_csv_value(out, sv_from(kinds[kind]), false);
    chart_csv_value(out, digits(p, count), false);
    chart_csv_source(p, source, out);
}

void chart_csv(struct page *p, const struct chart *c, const struct chart_source *source,
               struct buffer *out)
{
    for (size_t i = 0; i < c->field_count; i++) {
        chart_csv_value(out, c->fields[i], i == 0);
    }
    buffer_append_view(out, SV(",kind,records"));
    chart_csv_source_names(out);
    if (c->counts != NULL) {
        csv_matrix(p, c, source, out);
    } else {
        csv_items(p, c, source, out);
    }
    if (c->missing > 0) {
        csv_line(p, c, source, CHART_MISSING, c->missing, out);
    }
    if (c->unplaced > 0) {
        csv_line(p, c, source, CHART_REST, c->unplaced, out);
    }
    if (c->rest > 0) {
        csv_line(p, c, source, CHART_REST, c->rest, out);
    }
}
