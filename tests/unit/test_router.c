// SPDX-License-Identifier: Apache-2.0
// Routes: what matches, 404 and 405, OPTIONS, HEAD, captures, parameters; and what the service
// adds.
#include "http/service.h"

#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static status answer(void *context, struct http_request *request, struct http_response *response,
                     struct error *e)
{
    (void)context;
    (void)e;
    response->content_type = "text/plain; charset=utf-8";
    buffer_append_view(&response->body, sv_from(request->route->operation));
    return ST_OK;
}

static status refuse(void *context, struct http_request *request, struct http_response *response,
                     struct error *e)
{
    (void)context;
    (void)request;
    buffer_append_view(&response->body, SV("half an answer"));
    response->problem.members = SV("\"lastVersion\":5");
    return error_set(e, ST_GONE, "removed");
}

static status large(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    (void)context;
    (void)e;
    response->content_type = "application/json";
    for (int i = 0; i < 500; i++) {
        buffer_append_view(&response->body, SV("[1,2,3]\n"));
    }
    (void)http_response_not_modified(response, request, SV("17"));
    return ST_OK;
}

static const char *const list_parameters[] = {"limit", "offset", NULL};

static const struct http_route routes[] = {
    {.method = HTTP_GET, .pattern = "/", .operation = "home", .handle = answer},
    {.method = HTTP_GET,
     .pattern = "/api/list",
     .operation = "list",
     .handle = answer,
     .parameters = list_parameters,
     .cross_origin = true,
     .problems_only = true},
    {.method = HTTP_POST, .pattern = "/api/list", .operation = "add", .handle = answer},
    {.method = HTTP_GET,
     .pattern = "/api/{table}/versions",
     .operation = "versions by parameter",
     .handle = answer,
     .needs = "key"},
    {.method = HTTP_GET, .pattern = "/api/{table}/{key}", .operation = "record", .handle = answer},
    {.method = HTTP_GET,
     .pattern = "/api/{table}/{key}/versions",
     .operation = "versions",
     .handle = answer},
    {.method = HTTP_GET, .pattern = "/gone", .operation = "gone", .handle = refuse},
    {.method = HTTP_GET, .pattern = "/large", .operation = "large", .handle = large},
    {.method = HTTP_GET, .pattern = "/assets/*", .operation = "asset", .handle = answer},
    {.method = HTTP_GET, .pattern = "/rest/known", .operation = "known", .handle = answer},
    {.method = HTTP_OTHER, .pattern = "/rest/*", .operation = "rest", .handle = answer},
};

static bool page(void *context, const struct http_request *request,
                 const struct http_problem *problem, struct http_response *response)
{
    (void)context;
    (void)request;
    response->content_type = "text/html; charset=utf-8";
    buffer_print(&response->body, "<h1>%d</h1>", problem->status);
    return true;
}

static const struct http_service service = {.router = {routes, ARRAY_LENGTH(routes)},
                                            .problem_page = page};

struct fixture {
    struct arena arena;
    struct http_request request;
    struct http_response response;
    struct buffer packed;
    struct http_reply reply;
    struct http_header headers[2];
    char text[8192]; // body with a NUL
};

static void ask(struct fixture *f, enum http_method method, const char *target, const char *accept,
                const char *if_none_match)
{
    memset(f, 0, sizeof *f);
    struct error e = {0};
    arena_init(&f->arena, 0);
    http_response_init(&f->response);
    buffer_init(&f->packed, 1 << 20);
    f->headers[0] = (struct http_header){SV("Accept"), sv_from(accept)};
    f->headers[1] = (struct http_header){SV("If-None-Match"), sv_from(if_none_match)};
    f->request = (struct http_request){
        .method = method, .headers = f->headers, .header_count = 2, .id = "id", .arena = &f->arena};
    assert_int_equal(http_target_parse(&f->arena, sv_from(target), &f->request.target, &e), ST_OK);
    if (http_service_route(&service, &f->request, &f->response)) {
        http_service_run(&service, &f->request, &f->response);
    }
    f->reply = http_service_finish(&f->request, &f->response, 1500000, &f->packed);
    (void)snprintf(f->text, sizeof f->text, SV_FORMAT, SV_ARGUMENT(f->reply.bytes));
}

static void done(struct fixture *f)
{
    http_response_release(&f->response);
    buffer_release(&f->packed);
    arena_release(&f->arena);
}

static string_view header(const struct fixture *f, const char *name)
{
    for (size_t i = 0; i < f->response.header_count; i++) {
        if (sv_equal_ignore_case(f->response.headers[i].name, sv_from(name))) {
            return f->response.headers[i].value;
        }
    }
    return SV("");
}

static void test_matching(void **state)
{
    (void)state;
    static const struct {
        enum http_method method;
        const char *target;
        int status;
        const char *body; // start of it
    } cases[] = {
        {HTTP_GET, "/", 200, "home"},
        {HTTP_HEAD, "/", 200, "home"},
        {HTTP_GET, "/api/list", 200, "list"},
        {HTTP_POST, "/api/list", 200, "add"},
        {HTTP_GET, "/api/list?limit=1&offset=2", 200, "list"},
        {HTTP_GET, "/api/list?limits=1", 400, "{"},
        {HTTP_GET, "/api/birds/42", 200, "record"},
        {HTTP_GET, "/api/birds/a%2Fversions", 200, "record"},
        {HTTP_GET, "/api/birds/versions", 200, "record"},
        {HTTP_GET, "/api/birds/versions?key=42", 200, "versions by parameter"},
        {HTTP_GET, "/api/birds/42/versions", 200, "versions"},
        {HTTP_GET, "/api/birds/versions/versions", 200, "versions"},
        {HTTP_GET, "/api/birds/", 404, "{"},
        {HTTP_GET, "/api/birds/42/", 404, "{"},
        {HTTP_GET, "/api", 404, "{"},
        {HTTP_GET, "/API/list", 404, "{"},
        {HTTP_DELETE, "/api/list", 405, "{"},
        {HTTP_OTHER, "/", 405, "{"},
        {HTTP_POST, "/nowhere", 404, "{"},
        {HTTP_OPTIONS, "/nowhere", 404, "{"},
        {HTTP_OPTIONS, "/api/list", 204, ""},
        {HTTP_OPTIONS, "*", 204, ""},
        {HTTP_GET, "/assets/js/app.js", 200, "asset"},
        {HTTP_GET, "/assets", 404, "{"},
        {HTTP_GET, "/gone", 410, "{"},
        {HTTP_DELETE, "/rest/any/thing", 200, "rest"},
        {HTTP_GET, "/rest/known", 200, "known"},
        {HTTP_DELETE, "/rest/known", 405, "{"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct fixture f;
        ask(&f, cases[i].method, cases[i].target, "", "");
        assert_int_equal(f.response.status, cases[i].status);
        assert_memory_equal(f.text, cases[i].body, strlen(cases[i].body));
        done(&f);
    }
}

static void test_captures(void **state)
{
    (void)state;
    struct fixture f;
    ask(&f, HTTP_GET, "/api/birds/http%3A%2F%2Fx%2Fy%3Fz%3D1/versions", "", "");
    assert_true(sv_equal(http_request_capture(&f.request, "table"), SV("birds")));
    assert_true(sv_equal(http_request_capture(&f.request, "key"), SV("http://x/y?z=1")));
    assert_int_equal(http_request_capture(&f.request, "other").length, 0);
    done(&f);
}

static void test_allow_and_cross_origin(void **state)
{
    (void)state;
    struct fixture f;
    ask(&f, HTTP_DELETE, "/api/list", "", "");
    assert_true(sv_equal(header(&f, "Allow"), SV("GET, HEAD, POST, OPTIONS")));
    assert_true(sv_equal(header(&f, "Access-Control-Allow-Origin"), SV("*")));
    done(&f);
    ask(&f, HTTP_OPTIONS, "/api/list", "", "");
    assert_true(
        sv_equal(header(&f, "Access-Control-Allow-Methods"), SV("GET, HEAD, POST, OPTIONS")));
    assert_int_equal(f.reply.bytes.length, 0);
    done(&f);
    ask(&f, HTTP_GET, "/", "", "");
    assert_int_equal(header(&f, "Access-Control-Allow-Origin").length, 0);
    done(&f);
}

static void test_problem_or_page(void **state)
{
    (void)state;
    static const char browser[] = "text/html,application/xhtml+xml,*/*;q=0.8";
    static const struct {
        const char *target;
        const char *accept;
        bool page;
    } cases[] = {
        {"/nowhere", browser, true}, {"/nowhere", "*/*", false},
        {"/nowhere", "", false},     {"/nowhere", "application/json", false},
        {"/gone", browser, true},    {"/api/list?nonsense=1", browser, false},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct fixture f;
        ask(&f, HTTP_GET, cases[i].target, cases[i].accept, "");
        bool is_page = sv_starts_with(header(&f, "Content-Type"), SV("text/html"));
        assert_int_equal(is_page, cases[i].page);
        assert_int_equal(f.text[0], cases[i].page ? '<' : '{');
        assert_int_equal(header(&f, "Content-Security-Policy").length > 0, cases[i].page);
        done(&f);
    }
}

static void test_problem_replaces_answer(void **state)
{
    (void)state;
    struct fixture f;
    ask(&f, HTTP_GET, "/gone", "", "");
    assert_null(strstr(f.text, "half"));
    assert_non_null(strstr(f.text, "\"lastVersion\":5"));
    assert_non_null(strstr(f.text, "\"detail\":\"removed\""));
    assert_true(sv_equal(header(&f, "Cache-Control"), SV("no-store")));
    done(&f);
}

static void test_etag(void **state)
{
    (void)state;
    struct fixture f;
    char etag[64];
    ask(&f, HTTP_GET, "/large?a=1", "", "");
    (void)snprintf(etag, sizeof etag, SV_FORMAT, SV_ARGUMENT(header(&f, "ETag")));
    assert_int_equal(f.response.status, 200);
    assert_memory_equal(etag, "W/\"", 3);
    assert_true(sv_equal(header(&f, "Vary"), SV("Accept-Encoding")));
    done(&f);
    ask(&f, HTTP_GET, "/large?a=1", "", etag);
    assert_int_equal(f.response.status, 304);
    assert_int_equal(f.reply.bytes.length, 0);
    assert_true(sv_equal(header(&f, "ETag"), sv_from(etag)));
    assert_int_equal(header(&f, "Content-Type").length, 0);
    done(&f);
    ask(&f, HTTP_GET, "/large?a=2", "", etag);
    assert_int_equal(f.response.status, 200);
    done(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_matching),
        cmocka_unit_test(test_captures),
        cmocka_unit_test(test_allow_and_cross_origin),
        cmocka_unit_test(test_problem_or_page),
        cmocka_unit_test(test_problem_replaces_answer),
        cmocka_unit_test(test_etag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
