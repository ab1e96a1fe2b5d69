// SPDX-License-Identifier: Apache-2.0
// Gathers publications once a day, in a thread, from the sources that literature.json names as
// daily. Each gathering looks at the data as they are when it begins. Must not know: HTTP.
#pragma once

#include "catalogue/identifiers.h"
#include "portal/gather_settings.h"
#include "portal/portal.h"

struct gather_daily;

// The settings' texts stay the caller's. Where nothing is daily nothing is started and *out is
// NULL.
NODISCARD status gather_daily_start(struct portal *portal, struct identifier_register *identifiers,
                                    struct literature *literature,
                                    const struct gather_settings *settings,
                                    struct gather_daily **out, struct error *e);
void gather_daily_stop(struct gather_daily *d); // NULL is fine
