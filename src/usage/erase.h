// SPDX-License-Identifier: Apache-2.0
// Erasing by law in what is kept of uses (rule F5): names of records and people that hold an erased
// value lose what they told, in the file of events and in the roll-ups; their numbers stay, and so
// does every count. A server that counts meanwhile goes on, and writes none of them again. Must not
// know: what a record is.
#pragma once

#include "formats/mentions.h"
#include "usage/book.h"

// `record` is the name of a record that is erased whole ("TABLE-UUID/KEY"), or "". *count grows by
// the names that were found. `folder` is the data folder; nothing is made in it. With `look` names
// are counted, and nothing changes.
NODISCARD status usage_erase(const char *folder, const struct mentions *values, string_view record,
                             bool look, uint64_t *count, struct error *e);
