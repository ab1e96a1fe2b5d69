// SPDX-License-Identifier: Apache-2.0
// The queue and its thread.
#include "portal/deposits.h"

#include "base/log.h"
#include "portal/datacite_client.h"
#include "portal/datacite_metadata.h"
#include "remote/exchange.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TAKEN_FOR    ((moment)120000)        // longer than any one request
#define LONGEST_WAIT ((uint64_t)6 * 3600000) // milliseconds
#define LOOK_SECONDS 2

void deposit_want(struct identifier *one, const char *wanted, moment now)
{
    one->wanted = sv_from(wanted);
    one->attempts = 0;
    one->next_try = now;
    one->trouble = SV("");
}

// --- one -------------------------------------------------------------------------------------

struct depositing {
    const struct datacite_account *account;
    struct identifier_register *identifiers;
    struct arena *arena;
    struct identifier *one;
};

static const char *event_of(string_view wanted)
{
    static const char *const events[][2] = {
        {"findable", "publish"}, {"registered", "register"}, {"hidden", "hide"}};
    for (size_t i = 0; i < ARRAY_LENGTH(events); i++) {
        if (sv_equal(wanted, sv_from(events[i][0]))) {
            return events[i][1];
        }
    }
    return NULL; // a draft
}

static status write_body(struct depositing *d, struct buffer *out, struct error *e)
{
    struct cited cited;
    json_t *attributes = NULL;
    const struct metadata_context context = {.identifiers = d->identifiers,
                                             .origin = d->account->site,
                                             .ror = d->account->ror,
                                             .for_registry = true};
    TRY(cited_read(d->one->record, d->arena, &cited, e));
    TRY(datacite_attributes(&context, d->one, &cited, d->arena, &attributes, e));
    const char *event = event_of(d->one->wanted);
    if (event != NULL) {
        (void)json_object_set_new(attributes, "event", json_string(event));
    }
    json_t *root = json_pack("{s:{s:s,s:o}}", "data", "type", "dois", "attributes", attributes);
    char *text = root == NULL ? NULL : json_dumps(root, JSON_COMPACT);
    buffer_append_view(out, text == NULL ? SV("") : sv_from(text));
    status result = text == NULL ? error_set(e, ST_NO_MEMORY, "no memory for a deposit")
                                 : buffer_check(out, "a deposit", e);
    free(text);
    json_decref(root);
    return result;
}

static void ask(const struct depositing *d, bool is_new, string_view body,
                struct datacite_answer *out)
{
    string_view path =
        is_new ? SV("/dois") : arena_print(d->arena, "/dois/" SV_FORMAT, SV_ARGUMENT(d->one->doi));
    datacite_ask(d->account, is_new ? "POST" : "PUT", path, body, out);
}

static void settle_done(struct identifier *one)
{
    if (one->state == IDENTIFIER_WITHDRAWN) { // it stays so, whatever the registry was told
    } else if (sv_equal(one->wanted, SV("findable"))) {
        one->state = IDENTIFIER_FINDABLE;
    } else if (sv_equal(one->wanted, SV("registered"))) {
        one->state = IDENTIFIER_REGISTERED;
    } else if (sv_equal(one->wanted, SV("draft"))) {
        one->state = IDENTIFIER_DRAFT;
    }
    one->wanted = SV("");
    one->trouble = SV("");
    one->attempts = 0;
    one->next_try = 0;
}

// Refusals stand still until someone looks; an account's trouble is looked at again now and then.
static void settle_failed(struct depositing *d, const struct datacite_answer *a, moment now)
{
    struct identifier *one = d->one;
    bool account = a->status == 401 || a->status == 403;
    bool refused =
        a->status >= 300 && a->status < 500 && !account && !exchange_is_passing(a->status);
    uint64_t wait = d->account->first_wait << MIN(one->attempts, 20u);
    wait = account || wait > LONGEST_WAIT ? LONGEST_WAIT : wait;
    wait = MAX(wait, MIN(a->retry_after * 1000, LONGEST_WAIT));
    one->attempts++;
    one->trouble = arena_copy(d->arena, sv_from(a->words));
    one->next_try = refused ? 0 : now + (moment)wait;
}

static status deposit(struct depositing *d, bool *done, struct error *e)
{
    struct datacite_answer answer;
    struct buffer body;
    struct identifier *one = d->one;
    bool is_new = one->state == IDENTIFIER_LOCAL;
    bool withdrawn = one->state == IDENTIFIER_WITHDRAWN; // it is not made where it is not there
    if (!withdrawn && (one->doi.length == 0 || (!one->real && d->account->real))) {
        one->doi = arena_print(d->arena, SV_FORMAT "/" SV_FORMAT SV_FORMAT,
                               SV_ARGUMENT(d->account->prefix), SV_ARGUMENT(d->account->suffix),
                               SV_ARGUMENT(one->id));
        one->real = d->account->real;
        is_new = true;
        // Kept before it is asked for: an answer that is lost leaves no second one behind.
        TRY(identifiers_update(d->identifiers, one, one->record, e));
    }
    buffer_init(&body, CITED_LIMIT_BYTES);
    status result = write_body(d, &body, e);
    if (result == ST_OK) {
        ask(d, is_new, buffer_view(&body), &answer);
        bool absent = !is_new && answer.status == 404;
        if ((is_new && answer.taken) || (absent && !withdrawn)) {
            ask(d, !is_new, buffer_view(&body), &answer);
        }
        *done = (answer.status >= 200 && answer.status < 300) || (absent && withdrawn);
        if (*done) {
            settle_done(one);
        } else {
            settle_failed(d, &answer, clock_now());
        }
        result = identifiers_update(d->identifiers, one, one->record, e);
    }
    buffer_release(&body);
    return result;
}

status deposits_run(struct identifier_register *r, const struct datacite_account *account,
                    const atomic_bool *stopping, struct deposit_pass *out, struct error *e)
{
    status result = ST_OK;
    *out = (struct deposit_pass){.done = 0};
    while (result == ST_OK && (stopping == NULL || !atomic_load(stopping))) {
        struct arena arena;
        struct identifier one;
        bool done = false;
        moment now = clock_now();
        arena_init(&arena, 0);
        result = identifiers_take_due(r, now, now + TAKEN_FOR, &arena, &one, e);
        if (result == ST_OK) {
            struct depositing d = {account, r, &arena, &one};
            result = deposit(&d, &done, e);
            out->done += done;
            out->failed += !done;
        }
        arena_release(&arena);
    }
    return result == ST_NOT_FOUND ? ST_OK : result;
}

// --- the thread ------------------------------------------------------------------------------

struct deposits {
    struct identifier_register *identifiers;
    struct datacite_account account; // its texts are the caller's
    atomic_bool stopping;
    pthread_mutex_t mutex;
    pthread_cond_t woken;
    bool wake;
    pthread_t thread;
};

static void *work(void *argument)
{
    struct deposits *d = argument;
    while (!atomic_load(&d->stopping)) {
        struct deposit_pass pass;
        struct error e = {0};
        if (deposits_run(d->identifiers, &d->account, &d->stopping, &pass, &e) != ST_OK) {
            log_message(LOG_WARNING, "identifiers are not told to the registry: %s", e.message);
        }
        if (pass.done + pass.failed > 0) {
            log_message(LOG_INFO, "the registry took %llu identifiers, %llu will be tried again",
                        (unsigned long long)pass.done, (unsigned long long)pass.failed);
        }
        struct timespec until;
        (void)clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += LOOK_SECONDS;
        (void)pthread_mutex_lock(&d->mutex);
        int code = 0;
        while (!d->wake && !atomic_load(&d->stopping) && code != ETIMEDOUT) {
            code = pthread_cond_timedwait(&d->woken, &d->mutex, &until);
        }
        d->wake = false;
        (void)pthread_mutex_unlock(&d->mutex);
    }
    return NULL;
}

status deposits_start(struct identifier_register *r, const struct datacite_account *account,
                      struct deposits **out, struct error *e)
{
    *out = NULL;
    if (!account->there || account->password.length == 0) {
        return ST_OK;
    }
    struct deposits *d = calloc(1, sizeof *d);
    if (d == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to tell the registry of identifiers");
    }
    d->identifiers = r;
    d->account = *account;
    (void)pthread_mutex_init(&d->mutex, NULL);
    (void)pthread_cond_init(&d->woken, NULL);
    if (pthread_create(&d->thread, NULL, work, d) != 0) {
        free(d);
        return error_set(e, ST_NO_MEMORY, "no thread to tell the registry of identifiers");
    }
    *out = d;
    return ST_OK;
}

void deposits_wake(struct deposits *d)
{
    if (d != NULL) {
        (void)pthread_mutex_lock(&d->mutex);
        d->wake = true;
        (void)pthread_cond_signal(&d->woken);
        (void)pthread_mutex_unlock(&d->mutex);
    }
}

void deposits_stop(struct deposits *d)
{
    if (d == NULL) {
        return;
    }
    atomic_store(&d->stopping, true);
    deposits_wake(d);
    (void)pthread_join(d->thread, NULL);
    (void)pthread_cond_destroy(&d->woken);
    (void)pthread_mutex_destroy(&d->mutex);
    free(d);
}
