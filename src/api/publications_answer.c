// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/publications: publications that used what is here, with their evidence (rule G2).
#include "api/publications.h"
#include "formats/json_write.h"

static void print_count(struct buffer *out, const char *name, uint64_t count)
{
    json_write_name(out, sv_from(name));
    buffer_append_uint(out, count);
}

static void print_counts(const struct literature_counts *c, struct buffer *out)
{
    print_count(out, "total", c->total);
    buffer_append_view(out, SV(",\"counts\":{"));
    print_count(out, "direct", c->direct);
    print_count(out, "gbif", c->gbif);
    print_count(out, "both", c->both);
    buffer_append_view(out, SV("},\"grades\":{"));
    for (int i = 0; i < LITERATURE_GRADES; i++) {
        print_count(out, literature_grade_names[i], c->grades[i]);
    }
    buffer_append_byte(out, '}');
}

static void print_evidence(const struct publications *p, const struct evidence *one,
                           struct buffer *out)
{
    struct page_link target;
    publications_target(p, one, &target);
    buffer_append_byte(out, '{');
    json_write_member(out, SV("grade"), sv_from(literature_grade_names[one->grade]));
    json_write_member(out, SV("route"), sv_from(literature_route_names[one->route]));
    json_write_member(out, SV("source"), sv_from(literature_source_names[one->source]));
    json_write_member(out, SV("of"), sv_from(literature_target_names[one->kind]));
    json_write_member(out, SV("label"), target.label);
    json_write_member(out, SV("address"), target.address);
    json_write_member(out, SV("note"), one->why);
    buffer_append_byte(out, '}');
}

static status print_publication(const struct publications *p, const struct publication *one,
                                struct buffer *out, struct error *e)
{
    struct evidence *list = NULL;
    size_t count = 0;
    TRY(literature_evidence(p->api->literature, one->id, LITERATURE_SHOWN, 0, LITERATURE_LIMIT_LIST,
                            p->arena, &list, &count, e));
    buffer_append_view(out, SV("{\"id\":"));
    buffer_append_int(out, one->id);
    json_write_member(out, SV("doi"), one->doi);
    json_write_member(out, SV("title"), one->title);
    json_write_member(out, SV("authors"), one->authors);
    if (one->year != 0) {
        json_write_name(out, SV("year"));
        buffer_append_int(out, one->year);
    }
    json_write_member(out, SV("venue"), one->venue);
    json_write_member(out, SV("type"), one->type);
    json_write_member(out, SV("url"), one->address);
    buffer_append_view(out, SV(",\"evidence\":["));
    for (size_t i = 0; i < count; i++) {
        buffer_append_view(out, i == 0 ? SV("") : SV(","));
        print_evidence(p, &list[i], out);
    }
    buffer_append_view(out, SV("]}"));
    return ST_OK;
}

status api_publications(void *context, struct http_request *request, struct http_response *response,
                        struct error *e)
{
    struct publications *p = arena_new(request->arena, struct publications);
    struct buffer *out = &response->body;
    if (p == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for publications");
    }
    TRY(publications_of_request(context, request, p, e));
    string_view state =
        arena_print(request->arena, "publications %llu %u",
                    (unsigned long long)publications_state(context), p->view.commit);
    if (http_response_not_modified(response, request, state)) {
        return ST_OK;
    }
    answer_begin(&p->view, response);
    print_counts(&p->counts, out);
    buffer_append_view(out, SV(",\"publications\":["));
    for (size_t i = 0; i < p->count; i++) {
        buffer_append_view(out, i == 0 ? SV("") : SV(","));
        TRY(print_publication(p, &p->list[i], out, e));
    }
    buffer_append_view(out, SV("]}\n"));
    return ST_OK;
}
