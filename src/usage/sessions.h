// SPDX-License-Identifier: Apache-2.0
// Who is who, for as long as it takes to count (rules E3, E4): double clicks and unique uses, told
// by hashes under a salt that lies in memory alone and changes every day. Nothing of it is written.
// Bounded: past its room the oldest is forgotten, and a use may be counted again. Not thread-safe.
// Must not know: what is used.
#pragma once

#include "usage/event.h"

struct sessions;

#define DOUBLE_CLICK_MILLISECONDS INT64_C(30000)

NODISCARD status sessions_create(struct sessions **out, struct error *e);
void sessions_destroy(struct sessions *s); // NULL is fine

// A user at a moment: the hash of address and agent under the salt of the day.
struct session_user {
    uint64_t user;    // of the day
    uint64_t session; // of the hour (RD1: one hour of one user)
};
NODISCARD status sessions_user(struct sessions *s, moment time, string_view address,
                               string_view agent, struct session_user *out, struct error *e);

// Whether a click on an address (its hash) follows the user's last one on it within 30 seconds;
// each click moves the window on, so that a chain of them is one.
bool sessions_double_click(struct sessions *s, moment time, const struct session_user *user,
                           uint64_t address);
// Whether the session does this for the first time; `what` is a hash.
bool sessions_first(struct sessions *s, moment time, const struct session_user *user,
                    uint64_t what);
// Whether the user has done this within the day; remembers it when `remember`.
bool sessions_today(struct sessions *s, moment time, const struct session_user *user, uint64_t what,
                    bool remember);
