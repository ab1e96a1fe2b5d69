// SPDX-License-Identifier: Apache-2.0
// A report as text, Markdown, JSON and SVG.
#include "formats/json_write.h"
#include "usage/report.h"

#include <string.h>

struct writing {
    const struct usage_report *report;
    struct arena *arena;
    struct buffer *out;
    bool markdown;
};

static string_view counted(const struct writing *w, uint64_t count)
{
    return report_count(w->arena, count);
}

// A number that matters.
static void put_strong(const struct writing *w, string_view text)
{
    const char *mark = w->markdown ? "**" : "";
    buffer_print(w->out, "%s" SV_FORMAT "%s", mark, SV_ARGUMENT(text), mark);
}

static void put_downloads(const struct writing *w, const struct usage_figures *f)
{
    put_strong(w, counted(w, f->rows));
    buffer_print(w->out, " %s in ", f->rows == 1 ? "record" : "records");
    put_strong(w, counted(w, f->events));
    buffer_print(w->out, " dataset %s", f->events == 1 ? "download" : "downloads");
}

static void put_change(const struct writing *w, const struct report_line *line)
{
    string_view before = report_month_name(w->arena, w->report->month - 12);
    if (line->change == CHANGE_NO_MONTH) {
        buffer_append_view(w->out, SV("; no comparable month"));
        return;
    }
    if (line->change == CHANGE_FROM_NOTHING) {
        buffer_print(w->out, "; there were none in " SV_FORMAT, SV_ARGUMENT(before));
        return;
    }
    buffer_append_view(w->out, SV("; records "));
    put_strong(w, line->before.rows == 0
                      ? SV("from none")
                      : report_percent_text(w->arena, line->month.rows, line->before.rows));
    buffer_append_view(w->out, SV(" and dataset downloads "));
    put_strong(w, line->before.events == 0
                      ? SV("from none")
                      : report_percent_text(w->arena, line->month.events, line->before.events));
    buffer_print(w->out, " on " SV_FORMAT " (" SV_FORMAT " in " SV_FORMAT ")", SV_ARGUMENT(before),
                 SV_ARGUMENT(counted(w, line->before.rows)),
                 SV_ARGUMENT(counted(w, line->before.events)));
}

static void put_own(const struct writing *w)
{
    const struct usage_report *r = w->report;
    string_view name = report_month_name(w->arena, r->month);
    buffer_print(w->out, "%s " SV_FORMAT ": ", r->is_over ? "In" : "So far in", SV_ARGUMENT(name));
    if (!r->own.known) {
        buffer_append_view(w->out, SV("no data"));
    } else {
        put_downloads(w, &r->own.month);
        put_change(w, &r->own);
    }
    buffer_append_view(w->out, SV(".\n"));
    if (r->own.known) {
        string_view first = report_month_name(w->arena, r->own.first);
        buffer_print(w->out, "Since counting began in " SV_FORMAT ": ", SV_ARGUMENT(first));
        put_downloads(w, &r->own.total);
        buffer_append_view(w->out, SV(".\n"));
    }
}

static void put_other(const struct writing *w, const struct report_line *line)
{
    buffer_print(w->out, "%s" SV_FORMAT ": ", w->markdown ? "- " : "", SV_ARGUMENT(line->source));
    if (line->known) {
        put_downloads(w, &line->month);
        put_change(w, line);
    } else {
        buffer_append_view(w->out, SV("no data of this month"));
    }
    buffer_print(w->out, "; " SV_FORMAT " to " SV_FORMAT ": ",
                 SV_ARGUMENT(report_month_name(w->arena, line->first)),
                 SV_ARGUMENT(report_month_name(w->arena, line->last)));
    put_downloads(w, &line->total);
    buffer_append_view(w->out, SV(".\n"));
}

// A total names what it adds and any change of method (rule E1).
static void put_total(const struct writing *w)
{
    const struct usage_report *r = w->report;
    buffer_append_view(w->out, SV("All sources together, to the end of the month: "));
    put_downloads(w, &r->all);
    buffer_print(w->out, ". It adds %s", r->own.known ? report_own_source : "");
    for (size_t i = 0; i < r->other_count; i++) {
        buffer_print(w->out, "%s" SV_FORMAT, i > 0 || r->own.known ? ", " : "",
                     SV_ARGUMENT(r->others[i].source));
    }
    buffer_append_view(w->out, SV(".\n"));
}

static void put_method(const struct writing *w, const struct report_line *line)
{
    buffer_print(w->out, "%s" SV_FORMAT ": ", w->markdown ? "- " : "", SV_ARGUMENT(line->source));
    buffer_append_view(w->out,
                       line->method.length > 0 ? line->method : SV("how it counts is not stated"));
    buffer_append_view(w->out, SV(".\n"));
}

static void put_methods(const struct writing *w)
{
    const struct usage_report *r = w->report;
    buffer_append_view(w->out, SV("\nHow each counts:\n"));
    if (w->markdown) {
        buffer_append_byte(w->out, '\n');
    }
    put_method(w, &r->own);
    for (size_t i = 0; i < r->other_count; i++) {
        put_method(w, &r->others[i]);
    }
}

static void put_publications(const struct writing *w)
{
    const struct usage_report *r = w->report;
    if (r->publications_known) {
        put_strong(w, counted(w, r->publications));
        buffer_print(w->out, " %s the data.\n",
                     r->publications == 1 ? "publication cites" : "publications cite");
    }
}

static void write_words(const struct writing *w)
{
    const struct usage_report *r = w->report;
    if (w->markdown) {
        buffer_print(w->out, "## Use in " SV_FORMAT "\n\n",
                     SV_ARGUMENT(report_month_name(w->arena, r->month)));
    }
    if (!r->has_data) {
        buffer_print(w->out, SV_FORMAT ": no data\n",
                     SV_ARGUMENT(report_month_name(w->arena, r->month)));
        put_publications(w);
        return;
    }
    put_own(w);
    put_publications(w);
    if (r->other_count > 0) {
        buffer_append_view(w->out, SV("\nOther sources, counted apart:\n"));
        if (w->markdown) {
            buffer_append_byte(w->out, '\n');
        }
        for (size_t i = 0; i < r->other_count; i++) {
            put_other(w, &r->others[i]);
        }
        buffer_append_byte(w->out, '\n');
        put_total(w);
    }
    put_methods(w);
}

// --- JSON ------------------------------------------------------------------------------------

static void json_figures(const struct usage_figures *f, struct buffer *out)
{
    buffer_print(out, "{\"datasetDownloads\":%llu,\"records\":%llu}", (unsigned long long)f->events,
                 (unsigned long long)f->rows);
}

static void json_month(const char *name, int32_t month, struct buffer *out)
{
    char text[USAGE_MONTH_TEXT];
    usage_month_to_text(month, text);
    buffer_print(out, ",\"%s\":\"%s\"", name, text);
}

static void json_percent(const char *name, uint64_t now, uint64_t before, struct buffer *out)
{
    buffer_print(out, ",\"%s\":", name);
    if (before == 0) {
        buffer_append_view(out, SV("null"));
    } else {
        buffer_append_int(out, report_percent(now, before));
    }
}

static void json_line(const struct report_line *line, int32_t month, struct buffer *out)
{
    buffer_append_view(out, SV("{\"source\":"));
    json_write_string(out, line->source);
    buffer_append_view(out, SV(",\"method\":"));
    json_write_string(out, line->method);
    buffer_append_view(out, SV(",\"month\":"));
    if (line->known) {
        json_figures(&line->month, out);
    } else {
        buffer_append_view(out, SV("null"));
    }
    buffer_append_view(out, SV(",\"change\":"));
    if (line->change == CHANGE_NO_MONTH) {
        buffer_append_view(out, SV("\"no comparable month\""));
    } else {
        buffer_append_view(out, SV("{\"before\":"));
        json_figures(&line->before, out);
        json_month("of", month - 12, out);
        json_percent("datasetDownloadsPercent", line->month.events, line->before.events, out);
        json_percent("recordsPercent", line->month.rows, line->before.rows, out);
        buffer_append_byte(out, '}');
    }
    buffer_append_view(out, SV(",\"total\":"));
    json_figures(&line->total, out);
    json_month("since", line->first, out);
    json_month("until", line->last, out);
    buffer_append_byte(out, '}');
}

static void json_lines(const struct usage_report *r, struct buffer *out)
{
    buffer_append_view(out, SV(",\"lines\":{"));
    for (size_t i = 0; i < USAGE_LINES; i++) {
        buffer_print(out, "%s\"%s\":{\"events\":%llu,\"records\":%llu,\"bytes\":%llu}",
                     i > 0 ? "," : "", usage_line_names[i], (unsigned long long)r->lines[i].events,
                     (unsigned long long)r->lines[i].rows, (unsigned long long)r->lines[i].bytes);
    }
    buffer_append_byte(out, '}');
}

static void write_json(const struct writing *w)
{
    const struct usage_report *r = w->report;
    char month[USAGE_MONTH_TEXT];
    usage_month_to_text(r->month, month);
    buffer_print(w->out, "{\"month\":\"%s\",\"complete\":%s,\"data\":%s", month,
                 r->is_over ? "true" : "false", r->has_data ? "true" : "false");
    if (r->has_data) {
        buffer_append_view(w->out, SV(",\"portal\":"));
        json_line(&r->own, r->month, w->out);
        buffer_append_view(w->out, SV(",\"sources\":["));
        for (size_t i = 0; i < r->other_count; i++) {
            buffer_append_view(w->out, i > 0 ? SV(",") : SV(""));
            json_line(&r->others[i], r->month, w->out);
        }
        buffer_append_view(w->out, SV("],\"total\":"));
        json_figures(&r->all, w->out);
    }
    if (r->publications_known) {
        buffer_append_view(w->out, SV(",\"publications\":"));
        buffer_append_uint(w->out, r->publications);
    } else if (r->has_data) {
        buffer_append_view(w->out, SV(",\"publications\":null"));
    }
    if (r->own.known) {
        json_lines(r, w->out);
    }
    buffer_append_view(w->out, SV("}\n"));
}

// --- SVG -------------------------------------------------------------------------------------

#define CHART_WIDTH  640
#define CHART_HEIGHT 200
#define CHART_MONTHS 25

static uint64_t greatest(const struct usage_report *r)
{
    uint64_t most = 1;
    for (size_t i = 0; i < r->month_count; i++) {
        most = MAX(most, r->months[i].lines[LINE_DOWNLOADS].rows);
    }
    return most;
}

// A bar a month, the asked one and the same a year before in full colour.
static void write_svg(const struct writing *w)
{
    const struct usage_report *r = w->report;
    double most = (double)greatest(r);
    string_view name = report_month_name(w->arena, r->month);
    buffer_print(w->out,
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" "
                 "font-family=\"sans-serif\" font-size=\"12\"><title>Records downloaded a month, "
                 "to " SV_FORMAT "</title>\n",
                 CHART_WIDTH, CHART_HEIGHT + 40, SV_ARGUMENT(name));
    if (!r->has_data) {
        buffer_append_view(w->out, SV("<text x=\"8\" y=\"24\">no data</text>\n"));
    }
    for (size_t i = 0; i < r->month_count; i++) {
        const struct usage_month_lines *m = &r->months[i];
        const struct usage_figures *f = &m->lines[LINE_DOWNLOADS];
        char text[USAGE_MONTH_TEXT];
        int place = m->month - (r->month - CHART_MONTHS + 1);
        double height = (double)f->rows / most * (CHART_HEIGHT - 20);
        bool asked = m->month == r->month || m->month == r->month - 12;
        usage_month_to_text(m->month, text);
        buffer_print(w->out,
                     "<rect x=\"%d\" y=\"%.1f\" width=\"20\" height=\"%.1f\" "
                     "fill=\"%s\"><title>%s: " SV_FORMAT " records, " SV_FORMAT
                     " dataset downloads</title></rect>\n",
                     place * 25 + 8, CHART_HEIGHT - height, height, asked ? "#1f5b45" : "#9fbfb1",
                     text, SV_ARGUMENT(counted(w, f->rows)), SV_ARGUMENT(counted(w, f->events)));
    }
    if (r->has_data) {
        buffer_print(w->out,
                     "<text x=\"8\" y=\"14\">" SV_FORMAT " records</text>\n<text x=\"%d\" y=\"%d\" "
                     "text-anchor=\"end\">" SV_FORMAT "</text>\n<text x=\"8\" y=\"%d\">" SV_FORMAT
                     "</text>\n",
                     SV_ARGUMENT(counted(w, greatest(r))), CHART_WIDTH - 4, CHART_HEIGHT + 20,
                     SV_ARGUMENT(name), CHART_HEIGHT + 20,
                     SV_ARGUMENT(report_month_name(w->arena, r->month - CHART_MONTHS + 1)));
    }
    buffer_append_view(w->out, SV("</svg>\n"));
}

status report_write(const struct usage_report *r, enum report_format format, struct arena *arena,
                    struct buffer *out, struct error *e)
{
    struct writing w = {r, arena, out, format == REPORT_MARKDOWN};
    if (format == REPORT_JSON) {
        write_json(&w);
    } else if (format == REPORT_SVG) {
        write_svg(&w);
    } else {
        write_words(&w);
    }
    return buffer_check(out, "the report", e);
}
