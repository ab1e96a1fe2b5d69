// SPDX-License-Identifier: Apache-2.0
// The SHA-256 of what is ingested, worked out by a thread of its own while the rows are read.
// Must not know: what is in the files.
#pragma once

#include "base/status.h"

struct source_hashing;

// The paths are borrowed until source_hashing_destroy.
NODISCARD status source_hashing_start(const char *const *paths, size_t count,
                                      struct source_hashing **out, struct error *e);
// Waits for the hash, in hexadecimal with a NUL: of one path as formats/source_hash.h says, of
// several the hash of their hashes' digits in order. `argument` is the struct source_hashing.
NODISCARD status source_hashing_finish(void *argument, char out[65], struct error *e);
// Gives up where it is not finished. NULL is fine.
void source_hashing_destroy(struct source_hashing *h);
