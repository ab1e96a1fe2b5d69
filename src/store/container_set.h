// SPDX-License-Identifier: Apache-2.0
// The members of one container of a posting list (docs/format.md, POSTINGS) put into a dense set,
// or met with it. Must not know: lists, terms.
#pragma once

#include "base/bitset.h"
#include "store/segment_format.h"

#define CONTAINER_WORDS ((size_t)1024) // of a set, that a container covers

// `table` and `length`: the container table and what lies behind it. False when the container is
// damaged or has members outside of the set, which may then hold some of them.
bool container_add(const struct container_record *record, const unsigned char *table, size_t length,
                   struct bitset *out);
// Takes away, of the part of the set that the container covers, what is not a member.
bool container_retain(const struct container_record *record, const unsigned char *table,
                      size_t length, struct bitset *set);
