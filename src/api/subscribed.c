// SPDX-License-Identifier: Apache-2.0
// A thread that looks once a second whether there is a newer commit, or somebody's turn has come.
#include "api/subscribed.h"

#include "api/own_request.h"
#include "api/search_input.h"
#include "base/log.h"
#include "formats/json_write.h"
#include "portal/notices.h"
#include "query/search_history.h"
#include "remote/exchange.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define SECOND         ((moment)1000)
#define HOUR           ((moment)3600 * 1000)
#define DAY            (24 * HOUR)
#define MAIL_PAUSE     HOUR
#define WEBHOOK_PAUSE  (10 * SECOND)
#define CONFIRM_WITHIN (2 * DAY) // else it is forgotten
#define CHALLENGES     5u        // a webhook that does not answer them is forgotten
#define FAILURES       30u       // in a row, of one that was confirmed: some weeks
#define NOTICE_BYTES   ((size_t)64 << 10)
#define NOTICE_SECONDS 10u
#define LOOK_AT_LEAST  (60 * SECOND)

struct subscribed {
    struct api *api;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t wake; // when it stops
    atomic_bool stopping;
    moment seen;      // the newest commit that all were looked at for
    moment next_look; // if there is no newer one before
};

static bool is_stopping(void *argument)
{
    const struct subscribed *s = argument;
    return atomic_load_explicit(&s->stopping, memory_order_relaxed);
}

// --- what changed ----------------------------------------------------------------------------

status subscribed_search(const struct api *api, struct http_request *request,
                         struct search_input *out, struct error *e)
{
    static const char *const own[] = {"format", "limit", "before", NULL};
    TRY(search_input_refuse_page(request, e));
    return search_input_from_parameters(api, request, own, out, e);
}

struct news {
    moment from;
    moment to;
    struct search_event event;
};

static status find_news(struct subscribed *s, const struct subscription *one, struct arena *arena,
                        struct news *out, struct error *e)
{
    struct search_input input;
    struct http_request *request = arena_new(arena, struct http_request);
    const struct cancellation cancellation = {is_stopping, s};
    if (request == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a request");
    }
    TRY(own_request(arena, one->search, SV(""), false, request, e));
    request->client_gone = is_stopping;
    request->client = s;
    TRY(subscribed_search(s->api, request, &input, e));
    struct snapshot *snapshot = input.view.snapshot;
    *out = (struct news){.from = one->told, .to = input.view.version};
    return search_history_between(snapshot, &scope_public, &input.request,
                                  snapshot_commit_at(snapshot, one->told), input.view.commit,
                                  &cancellation, &out->event, e);
}

static bool is_something(const struct news *news)
{
    return news->event.added + news->event.changed + news->event.removed > 0;
}

// --- telling ---------------------------------------------------------------------------------

// The same parameters below another path, with both moments.
static void write_address(struct buffer *out, const struct subscription *one, const char *path,
                          const char *from_name, const char *to_name, const struct news *news)
{
    size_t query = sv_find(one->search, '?');
    buffer_append_view(out, one->origin);
    buffer_print(out, "%s?%s=%lld&%s=%lld", path, from_name, (long long)news->from, to_name,
                 (long long)news->to);
    if (query + 1 < one->search.length) {
        buffer_append_byte(out, '&');
        buffer_append_view(out, sv_slice(one->search, query + 1, SIZE_MAX));
    }
}

static status post(const struct subscribed *s, const struct subscription *one, string_view body,
                   struct exchange_answer *answer, struct error *e)
{
    static const struct exchange_header type = {"Content-Type", {"application/json", 16}};
    const struct exchange_request request = {
        .method = "POST",
        .address = one->webhook,
        .headers = &type,
        .header_count = 1,
        .body = body,
        .seconds = NOTICE_SECONDS,
        .private_too = s->api->notices->private_too,
    };
    return exchange_run(&request, answer, e);
}

static void write_count(struct buffer *out, const char *name, uint64_t value)
{
    json_write_name(out, sv_from(name));
    buffer_append_uint(out, value);
}

static void write_news(const struct subscription *one, const struct news *news, struct buffer *out)
{
    struct buffer address;
    buffer_init(&address, NOTICE_BYTES);
    buffer_append_byte(out, '{');
    json_write_member(out, SV("subscription"), sv_from(one->id));
    json_write_name(out, SV("from"));
    buffer_append_int(out, news->from);
    json_write_name(out, SV("to"));
    buffer_append_int(out, news->to);
    write_count(out, "added", news->event.added);
    write_count(out, "changed", news->event.changed);
    write_count(out, "removed", news->event.removed);
    write_address(&address, one, "/api/v1/changes", "from", "to", news);
    json_write_member(out, SV("rows"), buffer_view(&address));
    buffer_append_view(out, SV("}\n"));
    buffer_release(&address);
}

// Any answer of success is one; 410 ends the subscription.
static status tell_webhook(const struct subscribed *s, const struct subscription *one,
                           const struct news *news, struct error *e)
{
    struct buffer body;
    struct exchange_answer answer;
    buffer_init(&body, NOTICE_BYTES);
    write_news(one, news, &body);
    status result = buffer_check(&body, "a notice", e);
    if (result == ST_OK) {
        result = post(s, one, buffer_view(&body), &answer, e);
    }
    if (result == ST_OK) {
        result = answer.status == 410 ? error_set(e, ST_REFUSED, "the webhook is gone")
                 : answer.status / 100 == 2
                     ? ST_OK
                     : error_set(e, ST_IO, "the webhook answered %ld", answer.status);
        exchange_answer_release(&answer);
    }
    buffer_release(&body);
    return result;
}

static status mail_text(const struct subscribed *s, const struct subscription *one,
                        string_view subject, const struct buffer *text, bool stop, struct error *e)
{
    struct buffer address;
    buffer_init(&address, NOTICE_BYTES);
    buffer_append_view(&address, s->api->notices->address);
    buffer_print(&address, "/subscriptions/%s", one->id);
    char id[64];
    (void)snprintf(id, sizeof id, "%.36s-%lld", one->id, (long long)clock_now());
    const struct mail mail = {
        .to = one->email,
        .subject = subject,
        .text = buffer_view(text),
        .time = clock_now(),
        .id = sv_from(id),
        .unsubscribe = stop ? buffer_view(&address) : SV(""),
    };
    status result = buffer_check(text, "a mail", e);
    if (result == ST_OK) {
        result = mail_send(&s->api->notices->mail, &mail, e);
    }
    buffer_release(&address);
    return result;
}

static status tell_person(const struct subscribed *s, const struct subscription *one,
                          const struct news *news, struct error *e)
{
    struct buffer text;
    buffer_init(&text, NOTICE_BYTES);
    buffer_print(&text,
                 "The result of a search that you follow has changed: %llu records added, %llu "
                 "changed, %llu removed.\n\nSee what changed:\n",
                 (unsigned long long)news->event.added, (unsigned long long)news->event.changed,
                 (unsigned long long)news->event.removed);
    write_address(&text, one, "/search", "view=changes&changes.from", "version", news);
    buffer_print(&text,
                 "\n\nStop these messages, and have your address deleted:\n" SV_FORMAT
                 "/subscriptions/%s\n",
                 SV_ARGUMENT(s->api->notices->address), one->id);
    status result = mail_text(s, one, SV("A search that you follow has changed"), &text, true, e);
    buffer_release(&text);
    return result;
}

// --- confirming ------------------------------------------------------------------------------

// Nothing that a stranger wrote stands in a mail to somebody who did not confirm.
static status ask_person(const struct subscribed *s, const struct subscription *one,
                         struct error *e)
{
    struct buffer text;
    buffer_init(&text, NOTICE_BYTES);
    buffer_print(
        &text,
        "Somebody asked to be told at this address when the result of a search changes. If "
        "it was you, confirm it within two days:\n\n" SV_FORMAT
        "/subscriptions/%s\n\nIf not, do nothing: the address is deleted then.\n",
        SV_ARGUMENT(s->api->notices->address), one->id);
    status result =
        mail_text(s, one, SV("Confirm that you want to follow a search"), &text, false, e);
    buffer_release(&text);
    return result;
}

// A webhook proves that it wants to be told by answering with the challenge.
static status ask_webhook(const struct subscribed *s, const struct subscription *one,
                          struct error *e)
{
    struct buffer body;
    struct exchange_answer answer;
    buffer_init(&body, NOTICE_BYTES);
    buffer_append_byte(&body, '{');
    json_write_member(&body, SV("challenge"), sv_from(one->id));
    buffer_append_view(&body, SV("}\n"));
    status result = post(s, one, buffer_view(&body), &answer, e);
    buffer_release(&body);
    TRY(result);
    bool proved =
        answer.status / 100 == 2 && sv_equal(sv_trim(buffer_view(&answer.body)), sv_from(one->id));
    exchange_answer_release(&answer);
    return proved ? ST_OK : error_set(e, ST_IO, "the webhook did not answer with the challenge");
}

// --- one subscription's turn -----------------------------------------------------------------

static moment later(uint32_t failures)
{
    return MIN(DAY, (10 * SECOND) << MIN(failures, 14u));
}

static void forget(const struct subscribed *s, const struct subscription *one)
{
    struct error trouble = {0};
    if (subscriptions_remove(s->api->subscriptions, sv_from(one->id), &trouble) != ST_OK) {
        log_message(LOG_WARNING, "a subscription: %s", trouble.message);
    }
}

static void save(const struct subscribed *s, const struct subscription *one)
{
    struct error trouble = {0};
    status result = subscriptions_update(s->api->subscriptions, one, &trouble);
    if (result != ST_OK && result != ST_NOT_FOUND) {
        log_message(LOG_WARNING, "a subscription: %s", trouble.message);
    }
}

static void note_failure(const struct subscribed *s, struct subscription *one, uint32_t most)
{
    one->failures++;
    one->next_try = clock_now() + later(one->failures);
    if (one->failures >= most) {
        forget(s, one);
    } else {
        save(s, one);
    }
}

static void confirm(const struct subscribed *s, struct subscription *one)
{
    struct error trouble = {0};
    if (clock_now() > one->asked + CONFIRM_WITHIN) {
        forget(s, one);
        return;
    }
    if (one->asked_to_confirm) {
        return;
    }
    bool person = one->email.length > 0;
    status result = person ? ask_person(s, one, &trouble) : ask_webhook(s, one, &trouble);
    if (result != ST_OK) {
        note_failure(s, one, CHALLENGES);
        return;
    }
    one->asked_to_confirm = true;
    one->confirmed = !person;
    one->failures = 0;
    save(s, one);
}

static void tell(struct subscribed *s, struct subscription *one, struct arena *arena)
{
    struct news news;
    struct error trouble = {0};
    bool person = one->email.length > 0;
    status result = find_news(s, one, arena, &news, &trouble);
    if (result == ST_CANCELLED || (result == ST_OK && !is_something(&news))) {
        return;
    }
    if (result == ST_OK) {
        result =
            person ? tell_person(s, one, &news, &trouble) : tell_webhook(s, one, &news, &trouble);
    }
    if (result == ST_REFUSED) {
        forget(s, one);
    } else if (result != ST_OK) {
        note_failure(s, one, FAILURES);
    } else {
        one->told = news.to;
        one->failures = 0;
        one->next_try = clock_now() + (person ? MAIL_PAUSE : WEBHOOK_PAUSE);
        save(s, one);
    }
}

// When something is to be done for it next, if there is no newer commit before.
static moment take_turn(struct subscribed *s, const char *id, moment newest)
{
    struct arena arena;
    struct subscription one;
    moment next = INT64_MAX;
    arena_init(&arena, 0);
    if (subscriptions_get(s->api->subscriptions, sv_from(id), &arena, &one, NULL) == ST_OK) {
        bool due = one.next_try <= clock_now();
        if (due && !one.confirmed) {
            confirm(s, &one);
        } else if (due && one.told < newest) {
            tell(s, &one, &arena);
        }
        bool waits = !one.confirmed || one.failures > 0 || (!due && one.told < newest);
        next = one.asked_to_confirm && !one.confirmed ? one.asked + CONFIRM_WITHIN
               : waits                                ? one.next_try
                                                      : INT64_MAX;
    }
    arena_release(&arena);
    return next;
}

static moment newest_commit(const struct subscribed *s)
{
    struct snapshot *snapshot = NULL;
    moment newest = 0;
    if (store_snapshot(s->api->portal->store, &snapshot, NULL) == ST_OK) {
        const struct commit *last = snapshot_commit(snapshot, snapshot_last_commit(snapshot));
        newest = last == NULL ? 0 : last->time;
        snapshot_release(snapshot);
    }
    return newest;
}

static void look(struct subscribed *s)
{
    struct arena arena;
    char(*ids)[37] = NULL;
    size_t count = 0;
    s->seen = newest_commit(s);
    s->next_look = clock_now() + LOOK_AT_LEAST; // others may have added some
    arena_init(&arena, 0);
    if (subscriptions_list(s->api->subscriptions, &arena, &ids, &count, NULL) == ST_OK) {
        for (size_t i = 0; i < count && !is_stopping(s); i++) {
            moment next = take_turn(s, ids[i], s->seen);
            s->next_look = MIN(s->next_look, next);
        }
    }
    arena_release(&arena);
}

// --- the thread ------------------------------------------------------------------------------

static void wait_a_second(struct subscribed *s)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    (void)pthread_mutex_lock(&s->mutex);
    if (!is_stopping(s)) {
        (void)pthread_cond_timedwait(&s->wake, &s->mutex, &until);
    }
    (void)pthread_mutex_unlock(&s->mutex);
}

static void *run(void *argument)
{
    struct subscribed *s = argument;
    while (!is_stopping(s)) {
        bool added = subscriptions_were_added(s->api->subscriptions);
        bool due = added || clock_now() >= s->next_look || newest_commit(s) != s->seen;
        if (due && subscriptions_may_tell(s->api->subscriptions)) {
            look(s);
        }
        wait_a_second(s);
    }
    return NULL;
}

void subscribed_open(struct api *api, struct subscribed **out)
{
    struct error e = {0};
    struct subscribed *s = calloc(1, sizeof *s);
    *out = NULL;
    if (s == NULL || portal_check_writable(api->portal, NULL) != ST_OK ||
        subscriptions_open(api->portal->folder, &api->subscriptions, &e) != ST_OK) {
        free(s);
        return;
    }
    s->api = api;
    (void)pthread_mutex_init(&s->mutex, NULL);
    (void)pthread_cond_init(&s->wake, NULL);
    if (pthread_create(&s->thread, NULL, run, s) != 0) {
        log_message(LOG_WARNING, "nobody is told of changes: no thread is to be had");
        subscriptions_close(api->subscriptions);
        api->subscriptions = NULL;
        free(s);
        return;
    }
    *out = s;
}

void subscribed_close(struct api *api, struct subscribed *s)
{
    if (s == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&s->mutex);
    atomic_store(&s->stopping, true);
    (void)pthread_cond_broadcast(&s->wake);
    (void)pthread_mutex_unlock(&s->mutex);
    (void)pthread_join(s->thread, NULL);
    (void)pthread_cond_destroy(&s->wake);
    (void)pthread_mutex_destroy(&s->mutex);
    free(s);
    subscriptions_close(api->subscriptions);
    api->subscriptions = NULL;
}
