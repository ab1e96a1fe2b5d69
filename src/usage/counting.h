// SPDX-License-Identifier: Apache-2.0
// From a visit, with everything that is known while it lasts, to the events that are kept of it
// (rules E1, E3, E4). The address, agent and address of the page end here. Not thread-safe.
// Must not know: HTTP, SQLite.
#pragma once

#include "usage/agents.h"
#include "usage/book.h"
#include "usage/networks.h"
#include "usage/sessions.h"

// What one dataset gave of an answer.
struct usage_part {
    string_view dataset; // its UUID in words
    moment version;
    uint64_t rows;
};

// Something else that the answer was of: a record, a query's identifier, a person with a page.
struct usage_thing {
    enum usage_name kind;
    string_view text;
};

struct usage_visit {
    moment time; // when the answer was complete
    enum usage_kind kind;
    string_view format;
    string_view client; // address in words
    string_view agent;
    uint64_t address; // a hash of the page's address, with what the request's body says
    bool from_page;   // the reader came from a page of this portal
    int status;       // of HTTP
    bool complete;    // the last byte was given on
    uint64_t first;   // of a part of a package (206): its first byte, the byte behind its last, and
    uint64_t end;     // the package's length
    uint64_t length;
    uint64_t bytes; // of the answer
    const struct usage_part *parts;
    size_t part_count;
    const struct usage_thing *things;
    size_t thing_count;
};

struct counting {
    const struct agents *agents;     // not owned
    const struct networks *networks; // not owned
    struct sessions *sessions;       // not owned
};

// Adds the visit's events to the book, none where nothing counts. ST_NO_MEMORY, or what the book
// has to say; then some of the visit's events may be missing.
NODISCARD status counting_take(struct counting *c, const struct usage_visit *visit,
                               struct usage_book *book, struct error *e);
// Notes the moment that counting begins at, where the book has none that is earlier.
NODISCARD status counting_begins(struct usage_book *book, moment time, struct error *e);
