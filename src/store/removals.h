// SPDX-License-Identifier: Apache-2.0
// Why records were removed (rule A5). What the rows of a deletion say beside their key is kept in
// the reserved removals table (docs/format.md), in the commit that removes.
// Must not know: where rows come from, how removals are shown.
#pragma once

#include "formats/document.h"
#include "store/store.h"

struct removal {
    string_view reason;      // "" when nobody said
    string_view replaced_by; // key or address of the successor; "" when nobody said
};

// What a row or a record says in its fields reason and replacedBy (isReplacedBy and
// dcterms:isReplacedBy are the same), in any case of letters. Views into the document.
void removal_of_document(const struct document *d, const struct name_table *names,
                         struct removal *out);

// Appends the key in the removals table: the table's UUID, a slash, the record's key.
void removal_key(const struct uuid *table, string_view key, struct buffer *out);

// Why the record went whose version `last` ended: what the deletion said, else the message of the
// commit and what the version itself names as its successor. Texts live in `arena`.
NODISCARD status snapshot_removal(struct snapshot *s, const struct scope *scope,
                                  const struct uuid *table, string_view key,
                                  const struct record_version *last, struct arena *arena,
                                  struct removal *out, struct error *e);
