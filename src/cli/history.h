// SPDX-License-Identifier: Apache-2.0
// One record's history, printed as text or with --json as an object a line: its versions, what
// happened to it, why it was removed (rule A5). Must not know: which subcommand asks.
#pragma once

#include "cli/asking.h"
#include "store/removals.h"

// The record's versions, oldest first, with why it was removed where one ended so.
NODISCARD status history_print_versions(struct asking *a, const struct store_table *table,
                                        string_view key, struct buffer *b, struct error *e);
// What happened to it, newest first; at most `limit` events, 0: all.
NODISCARD status history_print_events(struct asking *a, const struct store_table *table,
                                      string_view key, size_t limit, struct buffer *b,
                                      struct error *e);
// "reason":"...","replacedBy":"..." or null, as members of a JSON object.
void history_print_removal(const struct removal *removal, struct buffer *b);
