// SPDX-License-Identifier: Apache-2.0
// From notes to visits.
#include "api/usage_note.h"

#include "api/contributions.h"
#include "base/hash.h"
#include "base/log.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

#define MOST_THINGS ((size_t)8)

struct usage_note {
    enum usage_kind kind;
    string_view format;
    struct usage_part *parts;
    size_t part_count;
    size_t part_room;
    struct usage_thing things[MOST_THINGS];
    size_t thing_count;
};

// --- noting ----------------------------------------------------------------------------------

// Pages that a browser fetches before anybody asks for them are no use.
static bool is_ahead(const struct http_request *request)
{
    string_view purpose = http_request_header(request, "Sec-Purpose");
    return sv_starts_with(purpose, SV("prefetch")) ||
           sv_equal_ignore_case(http_request_header(request, "Purpose"), SV("prefetch"));
}

struct usage_note *usage_note_begin(struct http_request *request, enum usage_kind kind,
                                    string_view format)
{
    struct usage_note *note =
        is_ahead(request) ? NULL : arena_new(request->arena, struct usage_note);
    if (note != NULL) {
        note->kind = kind;
        note->format = format;
    }
    request->note = note;
    return note;
}

static struct usage_part *new_part(struct usage_note *note, struct http_request *request)
{
    if (note->part_count == note->part_room) {
        size_t room = MAX((size_t)4, 2 * note->part_room);
        struct usage_part *parts = arena_array(request->arena, struct usage_part, room);
        if (parts == NULL) {
            return NULL;
        }
        if (note->parts != NULL) {
            memcpy(parts, note->parts, note->part_count * sizeof *parts);
        }
        note->parts = parts;
        note->part_room = room;
    }
    return &note->parts[note->part_count++];
}

void usage_note_dataset(struct usage_note *note, struct http_request *request,
                        const struct dataset *dataset, uint64_t rows)
{
    char uuid[37];
    if (note == NULL) {
        return;
    }
    uuid_to_text(&dataset->uuid, uuid);
    for (size_t i = 0; i < note->part_count; i++) {
        if (sv_equal(note->parts[i].dataset, sv_from(uuid))) {
            note->parts[i].rows += rows;
            return;
        }
    }
    string_view name = arena_copy(request->arena, sv_from(uuid));
    struct usage_part *part = name.bytes == NULL ? NULL : new_part(note, request);
    if (part != NULL) {
        *part = (struct usage_part){name, dataset->modified_at, rows};
    }
}

void usage_note_thing(struct usage_note *note, struct http_request *request, enum usage_name kind,
                      string_view text)
{
    if (note != NULL && note->thing_count < MOST_THINGS && text.length > 0) {
        note->things[note->thing_count++] =
            (struct usage_thing){kind, arena_copy(request->arena, text)};
    }
}

static const struct dataset_view *datasets_of(const struct api *api, struct http_request *request,
                                              const struct view *view)
{
    const struct dataset_view *data = NULL;
    struct error e = {0};
    return portal_datasets(api->portal, view->snapshot, view->commit, request->arena, &data, &e) ==
                   ST_OK
               ? data
               : NULL;
}

static void note_rows(struct usage_note *note, struct http_request *request,
                      const struct dataset_view *data, const struct uuid *table, uint64_t rows)
{
    const struct dataset *dataset = NULL;
    (void)dataset_view_resource(data, table, &dataset);
    if (dataset != NULL) {
        usage_note_dataset(note, request, dataset, rows);
    }
}

void usage_note_record(const struct api *api, struct http_request *request, const struct view *view,
                       const struct uuid *table, string_view key, string_view format)
{
    char uuid[37];
    struct usage_note *note = usage_note_begin(request, USAGE_RECORD, format);
    const struct dataset_view *data = note == NULL ? NULL : datasets_of(api, request, view);
    if (data == NULL) {
        return;
    }
    uuid_to_text(table, uuid);
    note_rows(note, request, data, table, 1);
    usage_note_thing(note, request, NAME_RECORD,
                     arena_print(request->arena, "%s/" SV_FORMAT, uuid, SV_ARGUMENT(key)));
}

void usage_note_hits(const struct api *api, struct http_request *request, const struct view *view,
                     const struct search_hit *hits, size_t count)
{
    struct usage_note *note = usage_note_begin(request, USAGE_PAGING, SV("json"));
    const struct dataset_view *data =
        note == NULL || count == 0 ? NULL : datasets_of(api, request, view);
    for (size_t i = 0; data != NULL && i < count; i++) {
        note_rows(note, request, data, &hits[i].table, 1);
    }
}

void usage_note_search(const struct site *site, struct http_request *request,
                       const struct search_input *input)
{
    struct usage_note *note = request->note;
    const struct contribution *list = NULL;
    struct error e = {0};
    size_t count = 0;
    if (note == NULL) {
        return;
    }
    status result = contributions_make(site, input, UINT64_MAX, request->arena, &list, &count, &e);
    note->part_count = 0;
    for (size_t i = 0; result == ST_OK && i < count; i++) {
        usage_note_dataset(note, request, list[i].dataset, list[i].records);
    }
    if (result != ST_OK && result != ST_CANCELLED) {
        log_message(LOG_WARNING, "a download is not counted: %s", e.message);
    }
}

// --- the end of an answer --------------------------------------------------------------------

// Behind a proxy of this machine (http/clients.h) the client is whom the proxy names last.
static string_view client_of(const struct http_request *request, const struct sockaddr *client,
                             char text[INET6_ADDRSTRLEN])
{
    struct sockaddr_in v4 = {.sin_family = AF_UNSPEC};
    struct sockaddr_in6 v6 = {.sin6_family = AF_UNSPEC};
    bool own = false;
    text[0] = '\0';
    if (client != NULL && client->sa_family == AF_INET) {
        memcpy(&v4, client, sizeof v4);
        (void)inet_ntop(AF_INET, &v4.sin_addr, text, INET6_ADDRSTRLEN);
        own = (ntohl(v4.sin_addr.s_addr) >> 24) == 127;
    } else if (client != NULL && client->sa_family == AF_INET6) {
        memcpy(&v6, client, sizeof v6);
        (void)inet_ntop(AF_INET6, &v6.sin6_addr, text, INET6_ADDRSTRLEN);
        own = IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
    }
    string_view names = http_request_header(request, "X-Forwarded-For");
    string_view last = {0};
    while (own && sv_split(&names, ',', &last)) {
    }
    last = sv_trim(last);
    return last.length > 0 ? last : sv_from(text);
}

// Browsers say where a request comes from; the older ones name the page.
static bool is_from_page(const struct http_request *request)
{
    string_view site = http_request_header(request, "Sec-Fetch-Site");
    string_view page = http_request_header(request, "Referer");
    string_view host = http_request_header(request, "Host");
    if (site.length > 0) {
        return sv_equal(site, SV("same-origin"));
    }
    size_t slashes = 0;
    size_t start = 0;
    while (start < page.length && slashes < 2) {
        slashes += page.bytes[start++] == '/';
    }
    string_view rest = sv_slice(page, start, SIZE_MAX);
    return host.length > 0 && sv_starts_with(rest, host) &&
           (rest.length == host.length || rest.bytes[host.length] == '/');
}

static uint64_t address_of(const struct http_request *request)
{
    const struct http_target *target = &request->target;
    uint64_t parts[3] = {hash_bytes(target->path.bytes, target->path.length),
                         hash_bytes(target->query.bytes, target->query.length),
                         hash_bytes(request->body.bytes, request->body.length)};
    return hash_bytes(parts, sizeof parts);
}

// "bytes 0-99/1000" (RFC 9110, 14.4)
static void read_range(const struct http_response *response, struct usage_visit *visit)
{
    string_view text = {0};
    string_view first = {0};
    string_view last = {0};
    uint64_t end = 0;
    for (size_t i = 0; i < response->header_count; i++) {
        if (sv_equal_ignore_case(response->headers[i].name, SV("Content-Range"))) {
            text = sv_slice(response->headers[i].value, 6, SIZE_MAX);
        }
    }
    if (sv_split(&text, '-', &first) && sv_split(&text, '/', &last) &&
        sv_to_uint64(first, &visit->first) && sv_to_uint64(last, &end) &&
        sv_to_uint64(text, &visit->length)) {
        visit->end = end + 1;
    } else {
        visit->length = UINT64_MAX; // no part that could end it
    }
}

void usage_note_ready(const struct site *site, struct http_request *request,
                      const struct http_response *response, const struct search_input *input)
{
    struct usage_visit part = {.end = 0};
    read_range(response, &part);
    if (response->status == 200 || (response->status == 206 && part.end == part.length)) {
        usage_note_search(site, request, input);
    }
}

void usage_note_ended(void *context, const struct http_request *request,
                      const struct http_response *response, const struct http_end *end)
{
    const struct api *api = context;
    const struct usage_note *note = request->note;
    char address[INET6_ADDRSTRLEN];
    struct usage_visit visit = {
        .time = clock_now(),
        .kind = note->kind,
        .format = note->format,
        .client = client_of(request, end->client, address),
        .agent = sv_slice(http_request_header(request, "User-Agent"), 0, AGENT_LONGEST),
        .address = address_of(request),
        .from_page = is_from_page(request),
        .status = response->status,
        .complete = end->whole,
        .bytes = end->bytes,
    };
    if (response->status == 206) {
        read_range(response, &visit);
    }
    if (end->whole) { // else who makes the answer may still be at it
        visit.parts = note->parts;
        visit.part_count = note->part_count;
        visit.things = note->things;
        visit.thing_count = note->thing_count;
    }
    usage_count(api->usage, &visit);
}
