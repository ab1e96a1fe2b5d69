// SPDX-License-Identifier: Apache-2.0
// Histograms with a range to choose: bars of the result, which lead to their records, before the
// silhouette of everything; two number inputs; and for keys and readers of screens the same as a
// table whose counts are links. Scripts add handles (web/src/islands/range.ts).
#include "api/pages/language.h"
#include "api/pages/rail.h"
#include "api/pages/terms.h"

#include <math.h>

#define BAR_WIDTH 10
#define HEIGHT    48.0

static uint64_t most_of(const struct range_panel *r, bool whole)
{
    uint64_t most = 1;
    for (size_t i = 0; i < r->bucket_count; i++) {
        most = MAX(most, whole ? r->buckets[i].whole : r->buckets[i].count);
    }
    return most;
}

// Bars as one path; the least of them is still to be seen.
static string_view bars(struct page *p, const struct range_panel *r, bool whole)
{
    struct buffer d;
    double most = (double)most_of(r, whole);
    buffer_init(&d, 1 << 16);
    for (size_t i = 0; i < r->bucket_count; i++) {
        uint64_t count = whole ? r->buckets[i].whole : r->buckets[i].count;
        double height = fmax((double)count / most * HEIGHT, 1.0);
        if (count > 0) {
            buffer_print(&d, "M%zu %.0fV%.1fh%dV%.0fz", i * BAR_WIDTH, HEIGHT, HEIGHT - height,
                         whole ? BAR_WIDTH : BAR_WIDTH - 1, HEIGHT);
        }
    }
    string_view path = arena_copy(p->arena, buffer_view(&d));
    buffer_release(&d);
    return path;
}

static string_view number(struct page *p, double value)
{
    return arena_print(p->arena, "%.15g", value);
}

// The last number of a bucket that is shown, "1909" of the bucket from 1900; of the last bucket not
// past all numbers, so that no year is in the future.
static double last_of(const struct range_panel *r, size_t bucket)
{
    double next = r->start + (double)(bucket + 1) * r->width;
    bool cut = bucket + 1 == r->bucket_count && r->greatest >= next - r->width;
    return !r->whole_numbers ? next : cut ? MIN(next - 1, r->greatest) : next - 1;
}

static void draw_input(struct page *p, const struct range_panel *r, const char *end,
                       string_view label, string_view value, double hint)
{
    HTML(&p->w,
         "<label>{} <input type=\"number\" step=\"any\" name=\"{}~{}\" value=\"{}\" "
         "placeholder=\"{}\" autocomplete=\"off\"></label>\n",
         html_text(label), html_text(r->parameter), html_string(end), html_text(value),
         html_text(number(p, hint)));
}

// Narrows by a term. A second value of a parameter widens, so the term takes a name of its own.
static void add_number_range(struct page *p, struct address *target, string_view term)
{
    static const struct {
        const char *name;
        const char *before, *after;
    } forms[] = {
        {"filter.number_range", "", ""},
        {"filter.and", "[{\"number_range\":", "}]"},
        {"query", "{\"filters\":{\"and\":[{\"number_range\":", "}]}}"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(forms); i++) {
        if (address_value(target, sv_from(forms[i].name)).length == 0) {
            address_add(target, sv_from(forms[i].name),
                        arena_print(p->arena, "%s" SV_FORMAT "%s", forms[i].before,
                                    SV_ARGUMENT(term), forms[i].after));
            return;
        }
    }
}

// The search for one bucket, whose total is the bucket's count.
static string_view bucket_address(struct page *p, const struct address *state,
                                  const struct range_panel *r, size_t bucket)
{
    struct address target = *state;
    double from = r->start + (double)bucket * r->width;
    address_remove(&target, SV("offset"));
    address_remove(&target, SV("after"));
    address_remove(&target, r->parameter);
    if (r->whole_numbers) {
        string_view range = arena_print(p->arena, "%.15g..%.15g", from, last_of(r, bucket));
        address_add(&target, r->parameter, range);
    } else {
        string_view term = arena_print(p->arena,
                                       "{\"fields\":[\"" SV_FORMAT
                                       "\"],\"greater_than\":%.15g,\"less_than\":%.15g,"
                                       "\"less_than_inclusive\":false}",
                                       SV_ARGUMENT(r->field), from, from + r->width);
        add_number_range(p, &target, term);
    }
    return address_print(&target, p->arena);
}

// Of each bucket that has records; NULL without memory.
static const string_view *bucket_addresses(struct page *p, const struct address *state,
                                           const struct range_panel *r)
{
    string_view *addresses = arena_array(p->arena, string_view, r->bucket_count);
    for (size_t i = 0; addresses != NULL && i < r->bucket_count; i++) {
        addresses[i] = r->buckets[i].count == 0 ? SV("") : bucket_address(p, state, r, i);
    }
    return addresses;
}

// "1900", or "1900–1909", of the numbers in a bucket.
static string_view bucket_name(struct page *p, const struct range_panel *r, size_t bucket)
{
    double from = r->start + (double)bucket * r->width;
    double last = last_of(r, bucket);
    return last > from ? arena_print(p->arena, "%.15g–%.15g", from, last) : number(p, from);
}

static void draw_links(struct page *p, const struct range_panel *r, const string_view *addresses)
{
    for (size_t i = 0; i < r->bucket_count; i++) {
        if (r->buckets[i].count > 0) {
            HTML(&p->w,
                 "<a href=\"{}\" tabindex=\"-1\"><title>{}: {}</title><rect x=\"{}\" "
                 "width=\"10\" height=\"48\"/></a>",
                 html_text(addresses[i]), html_text(bucket_name(p, r, i)),
                 html_count(r->buckets[i].count), html_number((int64_t)i * BAR_WIDTH));
        }
    }
}

static void draw_picture(struct page *p, const struct range_panel *r, const string_view *addresses)
{
    HTML(&p->w,
         "<svg class=\"range-chart\" viewBox=\"0 0 {} 48\" preserveAspectRatio=\"none\" "
         "aria-hidden=\"true\"><path class=\"range-whole\" d=\"{}\"/><path class=\"range-bars\" "
         "d=\"{}\"/>",
         html_number((int64_t)r->bucket_count * BAR_WIDTH), html_text(bars(p, r, true)),
         html_text(bars(p, r, false)));
    draw_links(p, r, addresses);
    HTML(&p->w,
         "</svg>\n<p class=\"range-ends\" aria-hidden=\"true\"><span>{}</span><span>{} "
         "{}</span></p>\n",
         html_text(number(p, r->start)), html_text(number(p, last_of(r, r->bucket_count - 1))),
         html_string(r->unit));
}

static void draw_table(struct page *p, const struct range_panel *r, const string_view *addresses,
                       string_view label)
{
    HTML(&p->w,
         "<details><summary>{}<span class=\"hidden\">: {}</span></summary>\n<table "
         "class=\"range-table\"><thead><tr><th scope=\"col\">{}</th><th scope=\"col\" "
         "class=\"number\">{}</th></tr></thead><tbody>\n",
         html_text(say(p, "As a table")), html_text(label), html_text(label),
         html_text(say(p, "Records")));
    for (size_t i = 0; i < r->bucket_count; i++) {
        if (r->buckets[i].count == 0) {
            continue;
        }
        HTML(&p->w,
             "<tr><th scope=\"row\">{}</th><td class=\"number\"><a href=\"{}\">{}</a></td></tr>\n",
             html_text(bucket_name(p, r, i)), html_text(addresses[i]),
             html_count(r->buckets[i].count));
    }
    html_put(&p->w, "</tbody></table></details>\n");
}

// Neither a year nor a range, nor any value or none.
static bool is_no_number(string_view value)
{
    bool digits = false;
    for (size_t i = 0; i < value.length; i++) {
        digits = digits || (value.bytes[i] >= '0' && value.bytes[i] <= '9');
    }
    return value.length > 0 && !digits && !sv_equal(value, SV("*")) && !sv_equal(value, SV("!*"));
}

static void draw_rest(struct page *p, const struct range_panel *r)
{
    if (is_no_number(r->other)) {
        html_put(&p->w, "<p class=\"facet-rest\"><b class=\"no-year\">");
        SAY(p, "“{}” is no number.", html_text(r->other));
        html_put(&p->w, "</b></p>\n");
    } else if (r->other.length > 0) {
        html_put(&p->w, "<p class=\"facet-rest\">");
        SAY(p, "Asked otherwise: {}", html_text(r->other));
        html_put(&p->w, "</p>\n");
    }
    if (r->outside + r->missing > 0) {
        html_put(&p->w, "<p class=\"facet-rest\">");
        if (r->outside > 0) {
            SAY(p, "outside the chart {}", html_count(r->outside));
        }
        if (r->outside > 0 && r->missing > 0) {
            html_put(&p->w, " · ");
        }
        if (r->missing > 0) {
            SAY(p, "not recorded {}", html_count(r->missing));
        }
        html_put(&p->w, "</p>\n");
    }
}

static void draw_range(struct page *p, const struct address *state, const struct range_panel *r)
{
    string_view label = say(p, r->label);
    const string_view *addresses = bucket_addresses(p, state, r);
    if (addresses == NULL) {
        return;
    }
    HTML(&p->w,
         "<fieldset class=\"facet range-facet\" id=\"facet-range-{}\" data-island=\"range\" "
         "data-start=\"{}\" data-end=\"{}\" data-step=\"{}\" data-page=\"{}\" data-from=\"{}\" "
         "data-to=\"{}\">\n<legend>{}{}{}</legend>\n",
         html_text(r->field), html_text(number(p, r->start)),
         html_text(number(p, last_of(r, r->bucket_count - 1))),
         html_text(number(p, fmax(1, floor(r->width / 10)))), html_text(number(p, r->width)),
         html_text(say(p, "From")), html_text(say(p, "To")), html_text(label),
         html_string(r->unit[0] == '\0' ? "" : ", "), html_string(r->unit));
    draw_picture(p, r, addresses);
    html_put(&p->w, "<p class=\"range-inputs\">");
    draw_input(p, r, "from", say(p, "From"), r->from, r->start);
    draw_input(p, r, "to", say(p, "To"), r->to, last_of(r, r->bucket_count - 1));
    HTML(&p->w, "<button type=\"submit\" class=\"without-script\">{}</button></p>\n",
         html_text(say(p, "Apply")));
    draw_rest(p, r);
    draw_table(p, r, addresses, label);
    html_put(&p->w, "</fieldset>\n");
}

void rail_draw_ranges(struct page *p, const struct search_page *search)
{
    for (size_t i = 0; search->rail != NULL && i < search->rail->range_count; i++) {
        draw_range(p, search->state, &search->rail->ranges[i]);
    }
}
