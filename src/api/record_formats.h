// SPDX-License-Identifier: Apache-2.0
// One record for other programs: JSON-LD with Darwin Core's terms and schema.org's words for what
// search engines know, and CSV. Must not know: pages, requests.
#pragma once

#include "api/cite.h"

struct record_document {
    const struct site *site;
    struct arena *arena;
    const struct named_record *name;
    const struct record_tree *record;
    const struct dataset *dataset; // may be NULL
    moment version;                // of the row
};

// JSON-LD 1.1. Members that are terms of Darwin Core (https://dwc.tdwg.org/list/, 2023) carry
// their names; the house's own are schema.org PropertyValues. Appended.
NODISCARD status record_write_linked(const struct record_document *d, struct buffer *out,
                                     struct error *e);
// A header and a row (RFC 4180): table, key and version, then the values by dotted name, those of
// lists joined with " | ". Appended.
NODISCARD status record_write_csv(const struct record_document *d, struct buffer *out,
                                  struct error *e);
