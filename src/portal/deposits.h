// SPDX-License-Identifier: Apache-2.0
// Tells the registry what the register of identifiers wants it to know: one at a time, tried again
// with growing waits while the registry is down or busy, left with its words where it refuses.
// Whatever is sent may be sent again: a DOI that is there already is brought up to date. Several
// processes may run: each takes an identifier for itself for a while. Must not know: HTTP.
#pragma once

#include "catalogue/identifiers.h"
#include "portal/datacite_account.h"

#include <stdatomic.h>

// Marks an identifier for the registry: "draft", "registered", "findable", or "hidden".
void deposit_want(struct identifier *one, const char *wanted, moment now);

struct deposit_pass {
    uint64_t done;
    uint64_t failed;
};
// All that is due now. `stopping` may be NULL.
NODISCARD status deposits_run(struct identifier_register *r, const struct datacite_account *account,
                              const atomic_bool *stopping, struct deposit_pass *out,
                              struct error *e);

// The same in a thread, until stopped. Without an account or its password nothing is started and
// *out is NULL.
struct deposits;
NODISCARD status deposits_start(struct identifier_register *r,
                                const struct datacite_account *account, struct deposits **out,
                                struct error *e);
// Something new is due.
void deposits_wake(struct deposits *d); // NULL is fine
void deposits_stop(struct deposits *d); // NULL is fine
