// SPDX-License-Identifier: Apache-2.0
// What asks, told from the User-Agent header, which is not kept (rule E4): a browser, a program, a
// robot of COUNTER's list (rule E3), an aggregator, a health check. Immutable once open; any thread
// may ask. Must not know: requests.
#pragma once

#include "usage/event.h"

struct agents;

#define AGENTS_LIMIT_FILE     ((size_t)1 << 20)
#define AGENTS_LIMIT_PATTERNS ((size_t)5000)
#define AGENT_LONGEST         ((size_t)512) // bytes looked at

// The robots are those of DATA/site/robots.json where it is there (a list of objects with
// "pattern", as COUNTER publishes it), else the program's own. ST_BAD_DATA naming file and pattern.
NODISCARD status agents_open(const char *folder, struct agents **out, struct error *e);
void agents_close(struct agents *a); // NULL is fine

struct agent {
    enum usage_method method;
    enum usage_surface surface; // SURFACE_API where the agent alone says nothing
};
struct agent agents_find(const struct agents *a, string_view user_agent);
