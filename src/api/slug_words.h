// SPDX-License-Identifier: Apache-2.0
// Names for searches that people can remember and say: "rare-golden-wren". Must not know: which are
// taken.
#pragma once

#include "base/arena.h"
#include "base/status.h"

NODISCARD status slug_words(struct arena *arena, string_view *out, struct error *e);
