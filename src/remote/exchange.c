// SPDX-License-Identifier: Apache-2.0
// Over libcurl.
#include "remote/exchange.h"

#include "remote/handle.h"

#include <stdlib.h>

#define MOST_NORMAL  ((size_t)1 << 20)
#define MOST_ADDRESS ((size_t)8000)
#define MOST_HEADER  ((size_t)8000)

struct exchange {
    const struct exchange_request *request;
    struct exchange_answer *answer;
    struct remote_handle handle;
    struct curl_slist *headers;
    char *user; // owned; NULL: none
    char *password;
};

static size_t take_bytes(char *bytes, size_t size, size_t count, void *argument)
{
    struct buffer *body = argument;
    buffer_append(body, bytes, size * count);
    return body->failed ? 0 : size * count;
}

static bool is_plain(string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.bytes[i] < 0x20 || text.bytes[i] == 0x7F) {
            return false;
        }
    }
    return true;
}

static status add_headers(struct exchange *x, struct error *e)
{
    for (size_t i = 0; i < x->request->header_count; i++) {
        const struct exchange_header *h = &x->request->headers[i];
        struct buffer line;
        if (!is_plain(h->value)) {
            return error_set(e, ST_INVALID, "the header %s holds control characters", h->name);
        }
        buffer_init(&line, MOST_HEADER);
        buffer_print(&line, "%s: " SV_FORMAT, h->name, SV_ARGUMENT(h->value));
        buffer_append_byte(&line, 0);
        struct curl_slist *more = line.failed ? NULL : curl_slist_append(x->headers, line.bytes);
        buffer_release(&line);
        if (more == NULL) {
            return error_set(e, ST_NO_MEMORY, "no room for the header %s", h->name);
        }
        x->headers = more;
    }
    return ST_OK;
}

// curl asks now and then, also while nothing comes.
static int is_stopping(void *argument, curl_off_t down, curl_off_t down_now, curl_off_t up,
                       curl_off_t up_now)
{
    const struct exchange *x = argument;
    (void)down;
    (void)down_now;
    (void)up;
    (void)up_now;
    return atomic_load(x->request->stopping) ? 1 : 0;
}

static status set_options(struct exchange *x, struct error *e)
{
    CURL *curl = x->handle.curl;
    const struct exchange_request *r = x->request;
    bool sends = r->body.length > 0 || r->method[0] == 'P';
    CURLcode set[] = {
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_bytes),
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &x->answer->body),
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, x->headers),
        sends ? curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)r->body.length)
              : CURLE_OK,
        sends
            ? curl_easy_setopt(curl, CURLOPT_POSTFIELDS, r->body.bytes == NULL ? "" : r->body.bytes)
            : CURLE_OK,
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, r->method),
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, is_stopping),
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, x),
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, r->stopping == NULL ? 1L : 0L),
        x->user == NULL ? CURLE_OK : curl_easy_setopt(curl, CURLOPT_USERNAME, x->user),
        x->user == NULL ? CURLE_OK : curl_easy_setopt(curl, CURLOPT_PASSWORD, x->password),
    };
    for (size_t i = 0; i < ARRAY_LENGTH(set); i++) {
        if (set[i] != CURLE_OK) {
            return error_set(e, ST_NO_MEMORY, "cannot ask " SV_FORMAT ": %s",
                             SV_ARGUMENT(r->address), curl_easy_strerror(set[i]));
        }
    }
    return ST_OK;
}

static status read_answer(struct exchange *x, struct error *e)
{
    curl_off_t retry = 0;
    if (curl_easy_getinfo(x->handle.curl, CURLINFO_RESPONSE_CODE, &x->answer->status) != CURLE_OK) {
        return error_set(e, ST_IO, SV_FORMAT " gave no status", SV_ARGUMENT(x->request->address));
    }
    if (curl_easy_getinfo(x->handle.curl, CURLINFO_RETRY_AFTER, &retry) == CURLE_OK && retry > 0) {
        x->answer->retry_seconds = (long)MIN(retry, (curl_off_t)86400);
    }
    return ST_OK;
}

static status run(struct exchange *x, const char *address, struct error *e)
{
    const struct exchange_request *r = x->request;
    TRY(remote_handle_begin(&x->handle, address, "http,https", r->seconds, e));
    TRY(add_headers(x, e));
    TRY(set_options(x, e));
    struct error inner = {0};
    status result = remote_handle_run(&x->handle, r->address, &inner);
    if (result != ST_OK && x->answer->body.failed) {
        return error_set(e, ST_IO, SV_FORMAT " answered with more than %zu bytes",
                         SV_ARGUMENT(r->address), x->answer->body.ceiling);
    }
    if (result != ST_OK && r->stopping != NULL && atomic_load(r->stopping)) {
        return error_set(e, ST_CANCELLED, SV_FORMAT " was not waited for", SV_ARGUMENT(r->address));
    }
    return result == ST_OK ? read_answer(x, e) : error_set(e, result, "%s", inner.message);
}

// With a NUL behind; NULL where there is nothing, or no memory.
static char *copy_text(string_view text)
{
    char *copy = text.length == 0 ? NULL : malloc(text.length + 1);
    if (copy != NULL) {
        memcpy(copy, text.bytes, text.length);
        copy[text.length] = 0;
    }
    return copy;
}

static bool is_web_address(string_view address)
{
    return address.length < MOST_ADDRESS && is_plain(address) &&
           (sv_starts_with(address, SV("http://")) || sv_starts_with(address, SV("https://")));
}

status exchange_run(const struct exchange_request *request, struct exchange_answer *out,
                    struct error *e)
{
    struct exchange x = {
        .request = request, .answer = out, .handle = {.private_too = request->private_too}};
    *out = (struct exchange_answer){0};
    buffer_init(&out->body, request->most_bytes == 0 ? MOST_NORMAL : request->most_bytes);
    if (!is_web_address(request->address)) {
        return error_set(e, ST_INVALID, "\"" SV_FORMAT "\" is no address of http or https",
                         SV_ARGUMENT(sv_slice(request->address, 0, 200)));
    }
    char *address = copy_text(request->address);
    x.user = copy_text(request->user);
    x.password = copy_text(request->password);
    status result = address == NULL ? error_set(e, ST_NO_MEMORY, "no memory to ask another server")
                                    : run(&x, address, e);
    remote_handle_end(&x.handle);
    curl_slist_free_all(x.headers);
    free(address);
    free(x.user);
    free(x.password);
    if (result != ST_OK) {
        exchange_answer_release(out);
    }
    return result;
}

void exchange_answer_release(struct exchange_answer *a)
{
    buffer_release(&a->body);
}

bool exchange_is_passing(long code)
{
    return code == 408 || code == 425 || code == 429 || code >= 500;
}
