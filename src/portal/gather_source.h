// SPDX-License-Identifier: Apache-2.0
// What gathering needs of a source: the questions to put to it, and a page of a question's answer.
// Must not know: where places are kept.
#pragma once

#include "portal/gather.h"

#define GATHER_PAGES_MOST ((size_t)10000) // of a question

// A publication, and what it is evidence of.
struct gather_finding {
    struct publication publication;
    const string_view *cites; // of ours, as given; what is not here is left out
    size_t cite_count;
    const struct evidence *evidence; // told by the source itself; its source is set when it is kept
    size_t evidence_count;
    enum literature_route route;
};

struct gather_page {
    struct gather_finding *findings;
    size_t count;
    size_t left_out;
    string_view next; // the place of the next page; "" at the end
};

struct gather_source {
    enum literature_source source;
    // What is asked, in an order that stays; one line each.
    status (*questions)(struct gathering *g, struct arena *arena, string_view **out, size_t *count,
                        struct error *e);
    // A page at a place ("" the first). Everything lies in g->links.arena, which is the page's own.
    status (*page)(struct gathering *g, string_view question, string_view place,
                   struct gather_page *out, struct error *e);
};
extern const struct gather_source gather_gbif;
extern const struct gather_source gather_datacite;
extern const struct gather_source gather_crossref;

// The DOIs of what is here, datasets and cited searches, without repeats, in order of bytes.
NODISCARD status gather_own_dois(struct gathering *g, struct arena *arena, string_view **out,
                                 size_t *count, struct error *e);
// Adds "name=value" to an address, the value percent-encoded.
void gather_add(struct buffer *address, const char *name, string_view value);
// Asks for what stands in `address`, which is released.
NODISCARD status gather_ask_for(struct gathering *g, struct buffer *address, json_t **out,
                                struct error *e);
