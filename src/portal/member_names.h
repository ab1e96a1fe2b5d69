// SPDX-License-Identifier: Apache-2.0
// Objects that people write: a member that is not known is a slip of the hand and told, never
// passed over. Must not know: what the members mean.
#pragma once

#include "base/status.h"

#include <jansson.h>

// ST_BAD_DATA names the first member of the object that is not among `known` (names separated by
// blanks), with near names, else all. `what` is what the object is called in the sentence. With
// `may_remove` a member that is null is fine whatever its name.
NODISCARD status member_names_check(json_t *object, const char *known, const char *what,
                                    bool may_remove, struct error *e);
