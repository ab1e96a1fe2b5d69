// SPDX-License-Identifier: Apache-2.0
// Which visits count, and as what.
#include "usage/counting.h"

#include "base/hash.h"

#include <string.h>

#define HOUR_MILLISECONDS INT64_C(3600000)

static uint64_t hash_of(string_view text, uint64_t purpose)
{
    uint64_t parts[2] = {hash_bytes(text.bytes, text.length), purpose};
    return hash_bytes(parts, sizeof parts);
}

// A package may come in several parts (206): it counts once, when its end has come to someone who
// asked for its beginning too. A whole answer may count again: it is another download.
static bool package_is_whole(struct counting *c, const struct usage_visit *v,
                             const struct session_user *user)
{
    uint64_t began = v->address ^ 0x9e3779b97f4a7c15u;
    uint64_t counted = v->address ^ 0xc2b2ae3d27d4eb4fu;
    bool from_start = v->status == 200 || (v->status == 206 && v->first == 0);
    if (from_start) {
        (void)sessions_today(c->sessions, v->time, user, began, true);
    }
    if (!v->complete) {
        return false;
    }
    if (v->status == 200) {
        (void)sessions_today(c->sessions, v->time, user, counted, true);
        return true;
    }
    return v->status == 206 && v->end == v->length &&
           sessions_today(c->sessions, v->time, user, began, false) &&
           !sessions_today(c->sessions, v->time, user, counted, true);
}

static bool is_taking(enum usage_kind kind)
{
    return kind == USAGE_DOWNLOAD || kind == USAGE_EXPORT;
}

static bool is_answered(struct counting *c, const struct usage_visit *v,
                        const struct session_user *user)
{
    if (is_taking(v->kind)) {
        return package_is_whole(c, v, user);
    }
    return v->complete && (v->status == 200 || (v->status == 304 && v->kind != USAGE_PAGING));
}

// Each thing's uniques are told apart by what they are of.
static uint8_t unique_flags(struct counting *c, const struct usage_visit *v,
                            const struct session_user *user, const struct usage_part *part,
                            bool request)
{
    uint64_t dataset = hash_of(part->dataset, 1);
    uint64_t version = hash_of(part->dataset, (uint64_t)part->version * 2 + 2);
    unsigned flags = 0;
    flags |= sessions_first(c->sessions, v->time, user, dataset) ? USAGE_UNIQUE_INVESTIGATION : 0;
    flags |= sessions_first(c->sessions, v->time, user, version) ? USAGE_VERSION_INVESTIGATION : 0;
    if (request) {
        flags |= sessions_first(c->sessions, v->time, user, ~dataset) ? USAGE_UNIQUE_REQUEST : 0;
        flags |= sessions_first(c->sessions, v->time, user, ~version) ? USAGE_VERSION_REQUEST : 0;
    }
    return (uint8_t)flags;
}

// The part's share of the answer's bytes, by rows.
static uint64_t share_of(const struct usage_visit *v, const struct usage_part *part, uint64_t rows)
{
    if (v->part_count == 1) {
        return v->bytes;
    }
    return rows == 0 ? 0 : (uint64_t)((double)v->bytes * ((double)part->rows / (double)rows) + 0.5);
}

static status add_parts(struct counting *c, const struct usage_visit *v,
                        const struct session_user *user, struct usage_event *event,
                        struct usage_book *book, struct error *e)
{
    uint64_t rows = 0;
    for (size_t i = 0; i < v->part_count; i++) {
        rows += v->parts[i].rows;
    }
    for (size_t i = 0; i < v->part_count; i++) {
        const struct usage_part *part = &v->parts[i];
        TRY(usage_book_name(book, NAME_DATASET, part->dataset, &event->dataset, e));
        event->version = part->version;
        event->rows = part->rows;
        event->bytes = share_of(v, part, rows);
        event->flags = usage_is_investigation(event)
                           ? unique_flags(c, v, user, part, usage_is_request(event))
                           : 0;
        event->flags |= i == 0 ? USAGE_FIRST : 0;
        TRY(usage_book_add(book, event, e));
    }
    return ST_OK;
}

static status add_things(const struct usage_visit *v, const struct usage_event *event,
                         struct usage_book *book, struct error *e)
{
    moment month = usage_month_begins(usage_month_of(v->time));
    struct usage_event tally = {.hour = (uint32_t)(month / HOUR_MILLISECONDS),
                                .kind = USAGE_TALLY,
                                .rows = is_taking((enum usage_kind)event->kind) ? THING_DOWNLOADED
                                                                                : THING_LOOKED_AT};
    if (event->method == METHOD_ROBOT || event->surface == SURFACE_HEALTH ||
        event->surface == SURFACE_STAFF) {
        return ST_OK;
    }
    for (size_t i = 0; i < v->thing_count; i++) {
        TRY(usage_book_name(book, v->things[i].kind, v->things[i].text, &tally.dataset, e));
        TRY(tally.dataset == 0 ? ST_OK : usage_book_add(book, &tally, e));
    }
    return ST_OK;
}

static void describe(const struct counting *c, const struct usage_visit *v,
                     struct usage_event *event)
{
    struct agent agent = agents_find(c->agents, v->agent);
    struct network_address address;
    struct network_facts facts = {.has_surface = false};
    if (network_address_from_text(v->client, &address)) {
        facts = networks_find(c->networks, &address);
    }
    enum usage_surface surface = facts.has_surface              ? facts.surface
                                 : agent.surface != SURFACE_API ? agent.surface
                                 : v->from_page                 ? SURFACE_PAGE
                                                                : SURFACE_API;
    // What a reader takes through a link of a page is a download, whatever the page calls for it.
    bool taken = v->kind == USAGE_EXPORT && surface == SURFACE_PAGE;
    *event = (struct usage_event){.hour = (uint32_t)(v->time / HOUR_MILLISECONDS),
                                  .kind = (uint8_t)(taken ? USAGE_DOWNLOAD : v->kind),
                                  .method = (uint8_t)agent.method,
                                  .surface = (uint8_t)surface};
    memcpy(event->country, facts.country, sizeof event->country);
}

status counting_take(struct counting *c, const struct usage_visit *v, struct usage_book *book,
                     struct error *e)
{
    struct session_user user;
    struct usage_event event;
    if (v->time < 0 || v->time / HOUR_MILLISECONDS > UINT32_MAX) {
        return ST_OK;
    }
    TRY(sessions_user(c->sessions, v->time, v->client, v->agent, &user, e));
    if (!is_answered(c, v, &user) ||
        sessions_double_click(c->sessions, v->time, &user, v->address)) {
        return ST_OK;
    }
    describe(c, v, &event);
    TRY(usage_book_name(book, NAME_FORMAT, v->format, &event.format, e));
    if (v->part_count > 0) {
        TRY(add_parts(c, v, &user, &event, book, e));
    } else if (v->kind == USAGE_SEARCH) {
        event.flags = USAGE_FIRST;
        event.bytes = v->bytes;
        TRY(usage_book_add(book, &event, e));
    }
    return add_things(v, &event, book, e);
}

static status take_began(void *argument, const struct rollup_row *row, struct error *e)
{
    (void)e;
    *(int64_t *)argument = row->numbers[0];
    return ST_OK;
}

status counting_begins(struct usage_book *book, moment time, struct error *e)
{
    int64_t hour = time / HOUR_MILLISECONDS;
    int64_t began = INT64_MAX;
    TRY(rollups_ask(usage_book_rollups(book), "SELECT began FROM state WHERE began IS NOT NULL",
                    NULL, 0, take_began, &began, e));
    struct usage_event event = {.hour = (uint32_t)MAX(hour, (int64_t)0), .kind = USAGE_BEGINS};
    return began <= hour ? ST_OK : usage_book_add(book, &event, e);
}
