// SPDX-License-Identifier: Apache-2.0
// Erasing by law in the register of identifiers (rule F5). Where what was asked holds an erased
// value, or the name that a search was given, the identifier is withdrawn: its words and its name
// go, its tombstone keeps counts, tables and digest, and the registry is told. Where only titles,
// descriptions or creators do, these are blanked, and the registry is told them anew. Must not
// know: how values are erased elsewhere.
#pragma once

#include "catalogue/identifiers.h"
#include "formats/mentions.h"

struct erased_identifiers {
    uint64_t withdrawn;
    uint64_t blanked;
};

// Opens the register of the data folder, where there is one. What is equal in two calls counts
// once: `out` grows by what was found now. With `look` nothing changes.
NODISCARD status erase_identifiers(const char *folder, const struct mentions *values, bool look,
                                   struct erased_identifiers *out, struct error *e);
