// SPDX-License-Identifier: Apache-2.0
// A chart of a search as a file: SVG that stands alone, and CSV. The addresses take the parameters
// of the search page's view; of an overview the first chart is meant.
#include "api/page_view_charts.h"
#include "api/pages/view_compare.h"
#include "api/pages/views.h"
#include "base/percent.h"

typedef status draw_file(struct page *p, const struct search_filling *f, struct buffer *out,
                         struct error *e);

struct chart_file {
    draw_file *draw;
    const char *ending;
    bool for_programs; // the same in every language
};

// The search's total and kinds, as the page has them.
static status count_all(struct search_filling *f, struct error *e)
{
    struct search_request *search = &f->input.request;
    TRY(page_count_in(&f->input, f->arena, search->tables, search->table_count, &f->result.total,
                      e));
    f->page.total = f->result.total;
    f->page.site = &f->site.page;
    f->page.state = &f->state;
    return search_page_fill_kinds(f, e);
}

static status fill(struct search_filling *f, struct error *e)
{
    struct search_request *search = &f->input.request;
    TRY(search_page_read_state(f, e));
    TRY(page_search_of(f->api, f->request, &f->site.view, &f->state, &f->input, e));
    TRY(page_fields(&f->site.view, search->tables, search->table_count, false, f->arena, &f->fields,
                    e));
    TRY(count_all(f, e));
    bool compares = address_has(&f->state, SV("view"), SV("compare"));
    TRY(compares ? view_fill_compare(f, e) : view_fill_charts(f, e));
    // What a page would leave out with a word, a file cannot tell.
    if (f->page.ignored_count > 0) {
        string_view name = arena_copy(f->arena, f->ignored[0].name);
        return error_set_field(e, ST_INVALID, name.bytes == NULL ? "" : name.bytes, SV_FORMAT,
                               SV_ARGUMENT(f->ignored[0].reason));
    }
    return ST_OK;
}

// file.svg, with a name of ASCII letters from the fields.
static void name_file(struct search_filling *f, struct http_response *response, string_view name,
                      const char *ending)
{
    struct buffer text;
    buffer_init(&text, 200);
    for (size_t i = 0; i < name.length && text.length < 60; i++) {
        char byte = name.bytes[i];
        bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                     (byte >= '0' && byte <= '9');
        buffer_append_byte(&text, plain ? byte : '-');
    }
    string_view header = arena_print(f->arena, "inline; filename=\"vitrine-" SV_FORMAT ".%s\"",
                                     SV_ARGUMENT(buffer_view(&text)), ending);
    http_response_header(response, "Content-Disposition", header);
    buffer_release(&text);
}

static status show(void *context, struct http_request *request, struct http_response *response,
                   const struct chart_file *file, struct error *e)
{
    struct search_filling *f = arena_new(request->arena, struct search_filling);
    bool done = false;
    if (f == NULL) {
        return search_page_no_memory(e);
    }
    f->api = context;
    f->request = request;
    f->arena = request->arena;
    TRY(page_of_request(f->api, request, response, &f->site, &done, e));
    if (done) {
        return ST_OK;
    }
    f->site.page.language = file->for_programs ? NULL : f->site.page.language;
    f->portal = json_in_arena(f->arena, f->site.data->portal.json);
    TRY(fill(f, e));
    struct page p = {.arena = f->arena, .site = &f->site.page};
    html_init(&p.w, &response->body);
    TRY(file->draw(&p, f, &response->body, e));
    site_send(&f->site, response, true);
    name_file(f, response, f->page.compare != NULL ? SV("comparison") : SV("chart"), file->ending);
    return html_check(&p.w, e);
}

static status nothing_to_draw(struct error *e)
{
    return error_set(e, ST_NOT_FOUND,
                     "these records have no fields that a chart says something of");
}

static status draw_svg(struct page *p, const struct search_filling *f, struct buffer *out,
                       struct error *e)
{
    (void)out;
    const struct view_charts *charts = f->page.charts;
    if (f->page.compare != NULL) {
        compare_draw_alone(p, f->page.compare);
        return ST_OK;
    }
    if (charts->chart_count == 0) {
        return nothing_to_draw(e);
    }
    chart_draw_alone(p, &charts->charts[0], &charts->source);
    return ST_OK;
}

static status draw_csv(struct page *p, const struct search_filling *f, struct buffer *out,
                       struct error *e)
{
    const struct view_charts *charts = f->page.charts;
    if (f->page.compare != NULL) {
        compare_csv(p, f->page.compare, out);
        return ST_OK;
    }
    if (charts->chart_count == 0) {
        return nothing_to_draw(e);
    }
    chart_csv(p, &charts->charts[0], &charts->source, out);
    return ST_OK;
}

status show_chart_svg(void *context, struct http_request *request, struct http_response *response,
                      struct error *e)
{
    static const struct chart_file svg = {.draw = draw_svg, .ending = "svg"};
    TRY(show(context, request, response, &svg, e));
    response->content_type = response->status == 304 ? NULL : "image/svg+xml; charset=utf-8";
    return ST_OK;
}

status show_chart_csv(void *context, struct http_request *request, struct http_response *response,
                      struct error *e)
{
    static const struct chart_file csv = {draw_csv, "csv", .for_programs = true};
    TRY(show(context, request, response, &csv, e));
    response->content_type = response->status == 304 ? NULL : "text/csv; charset=utf-8";
    return ST_OK;
}
