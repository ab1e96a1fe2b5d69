// SPDX-License-Identifier: Apache-2.0
// Waits and asks.
#include "portal/gather_ask.h"

#include "base/clock.h"
#include "remote/exchange.h"

#include <time.h>

#define TRIES          5u
#define ANSWER_SECONDS 20u
#define STEP           ((uint64_t)100)    // milliseconds
#define LONGEST_WAIT   ((uint64_t)300000) // who says longer is left alone until the next gathering

static uint64_t now(void)
{
    return clock_ticks() / 1000000; // nanoseconds
}

static bool is_stopping(const struct gather_asker *a)
{
    return a->stopping != NULL && atomic_load(a->stopping);
}

status gather_wait(const struct gather_asker *a, uint64_t milliseconds, struct error *e)
{
    for (uint64_t end = now() + milliseconds; !is_stopping(a);) {
        uint64_t at = now();
        if (at >= end) {
            return ST_OK;
        }
        uint64_t step = MIN(end - at, STEP);
        const struct timespec time = {.tv_nsec = (long)(step * 1000000)};
        (void)nanosleep(&time, NULL);
    }
    return error_set(e, ST_CANCELLED, "gathering was stopped; it goes on where it was");
}

// An answer that stands: JSON, or a refusal.
static status read_answer(string_view address, const struct exchange_answer *answer, json_t **out,
                          struct error *e)
{
    json_error_t at;
    string_view shown = sv_slice(address, 0, 300);
    if (answer->status == 404 || answer->status == 410) {
        return error_set(e, ST_NOT_FOUND, SV_FORMAT " knows nothing of this (%ld)",
                         SV_ARGUMENT(shown), answer->status);
    }
    if (answer->status < 200 || answer->status > 299) {
        return error_set(
            e, ST_INVALID, SV_FORMAT " answered %ld%s", SV_ARGUMENT(shown), answer->status,
            answer->status < 400 ? "; no redirect is followed: set its address in literature.json"
                                 : "");
    }
    *out = answer->body.length == 0
               ? NULL
               : json_loadb(answer->body.bytes, answer->body.length, JSON_REJECT_DUPLICATES, &at);
    return *out != NULL
               ? ST_OK
               : error_set(e, ST_BAD_DATA, SV_FORMAT " answered with what is no JSON: %s",
                           SV_ARGUMENT(shown), answer->body.length == 0 ? "nothing" : at.text);
}

// One try; *retry is how long to wait before the next where it failed for now.
static status try_once(struct gather_asker *a, string_view address, json_t **out, uint64_t *retry,
                       struct error *e)
{
    const struct exchange_header headers[] = {{"User-Agent", a->agent},
                                              {"Accept", SV("application/json")}};
    const struct exchange_request request = {
        .method = "GET",
        .address = address,
        .headers = headers,
        .header_count = ARRAY_LENGTH(headers),
        .seconds = ANSWER_SECONDS,
        .most_bytes = GATHER_ANSWER_BYTES,
        .private_too = true, // the house itself said whom to ask
        .stopping = a->stopping,
    };
    struct exchange_answer answer;
    uint64_t at = now();
    TRY(gather_wait(a, a->next > at ? a->next - at : 0, e));
    a->asked++;
    status result = exchange_run(&request, &answer, e);
    a->next = now() + a->pause;
    if (result != ST_OK) {
        return result;
    }
    if (exchange_is_passing(answer.status)) {
        *retry = answer.retry_seconds > 0 ? (uint64_t)answer.retry_seconds * 1000 : 0;
        result = error_set(e, ST_IO, SV_FORMAT " answered %ld: it cannot be asked now",
                           SV_ARGUMENT(sv_slice(address, 0, 300)), answer.status);
    } else {
        result = read_answer(address, &answer, out, e);
    }
    exchange_answer_release(&answer);
    return result;
}

status gather_ask(struct gather_asker *a, string_view address, json_t **out, struct error *e)
{
    uint64_t wait = a->first_wait;
    *out = NULL;
    for (unsigned tries = 1;; tries++) {
        struct error trouble = {0};
        uint64_t retry = 0;
        status result = try_once(a, address, out, &retry, &trouble);
        if (result != ST_IO || tries == TRIES || retry > LONGEST_WAIT) {
            return result == ST_OK ? ST_OK : error_set(e, result, "%s", trouble.message);
        }
        TRY(gather_wait(a, MAX(wait, retry), e));
        wait *= 2;
    }
}
