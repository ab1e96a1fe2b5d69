// SPDX-License-Identifier: Apache-2.0
// Walks the values of a field that are numbers or dates, with what they are.
// Must not know: rows, counts.
#pragma once

#include "query/field_values.h"
#include "store/value.h"

// Each value once, in no order over several segments; values of other classes are not visited.
typedef status value_walk_visit(void *argument, uint32_t value, const struct value_facts *facts,
                                struct error *e);
NODISCARD status value_walk(const struct field_paths *paths, const struct field_values *v,
                            value_walk_visit *visit, void *argument, struct error *e);
