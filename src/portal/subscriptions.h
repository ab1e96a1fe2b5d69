// SPDX-License-Identifier: Apache-2.0
// Who is to be told when the result of a search changes. Each is a file, DATA/subscriptions/
// <id>.json, replaced by rename; it holds the search, where to tell, and up to which moment was
// told. A mail address lies there until its reader ends the subscription, and is deleted with it
// (rule E4). Thread-safe. Must not know: HTTP, how searches run, how anybody is told.
#pragma once

#include "base/arena.h"
#include "base/clock.h"
#include "base/status.h"
#include "formats/mentions.h"

#define SUBSCRIPTIONS_MOST ((size_t)10000)

struct subscription {
    char id[37];         // a random UUID: who knows it may see, confirm and end it
    string_view search;  // an address of parameters, "/search?genus=Carabus", without a version
    string_view origin;  // of the portal as the asker called it: "https://data.museum.example"
    string_view webhook; // one of the two is empty
    string_view email;
    bool asked_to_confirm; // a mail or challenge went out
    bool confirmed;
    moment asked;
    moment told;       // changes up to this moment are known to the reader
    moment next_try;   // not before
    uint32_t failures; // in a row
};

struct subscriptions;

NODISCARD status subscriptions_open(const char *data_folder, struct subscriptions **out,
                                    struct error *e);
void subscriptions_close(struct subscriptions *s); // NULL is fine

// Gives it an id. ST_TOO_LARGE when there are too many.
NODISCARD status subscriptions_add(struct subscriptions *s, struct subscription *one,
                                   struct error *e);
// ST_NOT_FOUND. Texts lie in `arena`.
NODISCARD status subscriptions_get(struct subscriptions *s, string_view id, struct arena *arena,
                                   struct subscription *out, struct error *e);
// Writes all but the id. One that was removed meanwhile stays so: ST_NOT_FOUND.
NODISCARD status subscriptions_update(struct subscriptions *s, const struct subscription *one,
                                      struct error *e);
NODISCARD status subscriptions_remove(struct subscriptions *s, string_view id, struct error *e);
// The ids there are, in `arena`.
NODISCARD status subscriptions_list(struct subscriptions *s, struct arena *arena, char (**out)[37],
                                    size_t *count, struct error *e);
// Whether any was added by this process since the last call.
bool subscriptions_were_added(struct subscriptions *s);
// Holds the right to tell for this process: false while another process of the folder does.
bool subscriptions_may_tell(struct subscriptions *s);
// Forgets those whose search holds one of the values (rule F5); *count grows by them.
NODISCARD status subscriptions_erase(const char *data_folder, const struct mentions *values,
                                     bool look, uint64_t *count, struct error *e);
