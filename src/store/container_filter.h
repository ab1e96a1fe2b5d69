// SPDX-License-Identifier: Apache-2.0
// Which of some numbers one container of a posting list holds (docs/format.md, POSTINGS), found in
// one go through both. Must not know: lists, terms.
#pragma once

#include "store/segment_format.h"

// Keeps of the numbers, which rise and all have the container's high half, those whose low half is
// a member: they are moved to the front, *kept of them. `table` and `length`: the container table
// and what lies behind it. False when the container is damaged.
bool container_filter(const struct container_record *record, const unsigned char *table,
                      size_t length, uint32_t *numbers, size_t count, size_t *kept);
