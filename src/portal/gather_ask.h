// SPDX-License-Identifier: Apache-2.0
// Asks another server for JSON as a good guest does: says who asks, waits between two questions,
// waits longer when it is told to (429, 503, Retry-After) or nobody answers, and gives up after a
// few times. No redirect is followed. Must not know: who is asked, what for.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

#include <jansson.h>
#include <stdatomic.h>

#define GATHER_ANSWER_BYTES ((size_t)32 << 20)

struct gather_asker {
    string_view agent;           // the User-Agent
    uint64_t pause;              // milliseconds between the questions
    uint64_t first_wait;         // milliseconds; doubled with each failure
    const atomic_bool *stopping; // set by another thread; may be NULL
    uint64_t next;               // the tick before which nothing is asked
    size_t asked;                // so far
};

// The answer's JSON; the caller releases it. ST_NOT_FOUND for 404 and 410; ST_IO where nobody
// answered, or who was asked wants to be left alone for now; ST_BAD_DATA for no JSON; ST_INVALID
// for other refusals; ST_CANCELLED when stopping.
NODISCARD status gather_ask(struct gather_asker *a, string_view address, json_t **out,
                            struct error *e);
// Waits, in steps, so that stopping is heard. ST_CANCELLED.
NODISCARD status gather_wait(const struct gather_asker *a, uint64_t milliseconds, struct error *e);
