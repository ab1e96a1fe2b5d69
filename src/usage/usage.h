// SPDX-License-Identifier: Apache-2.0
// Counts uses beside a server: visits go into a bounded queue, one thread makes events of them and
// writes them about every second. Counting never slows or fails an answer: what does not fit into
// the queue, or cannot be written for long, is lost, counted as lost and told. Killed, the last
// second or two are lost. Thread-safe. Must not know: HTTP.
#pragma once

#include "usage/counting.h"

struct usage;

#define USAGE_QUEUE_VISITS ((size_t)1 << 15)
#define USAGE_QUEUE_BYTES  ((size_t)32 << 20)

// Reads who robots and networks are (ST_BAD_DATA naming the file) and starts the thread, which
// opens the book as soon as it can.
NODISCARD status usage_start(const char *folder, struct usage **out, struct error *e);
// Writes what waits and ends the thread. NULL is fine.
void usage_stop(struct usage *u);

// Never waits. What the visit points to is copied. NULL counts nothing.
void usage_count(struct usage *u, const struct usage_visit *visit);

// Whether what calls itself so is a robot of COUNTER's list (usage/agents.h); who says nothing is
// counted as one, and refused nothing. NULL knows none.
bool usage_is_robot(const struct usage *u, string_view user_agent);

struct usage_state {
    bool writing;     // the book is open, and what was written last went well
    uint64_t visits;  // taken since the start
    uint64_t lost;    // of them, those that could not be kept
    uint64_t waiting; // visits and events not written yet
    uint64_t written; // times that something was written: a page made of figures is as of this
    char trouble[ERROR_MESSAGE_SIZE]; // why not, or ""
};
void usage_look(struct usage *u, struct usage_state *out);
