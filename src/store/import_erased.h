// SPDX-License-Identifier: Apache-2.0
// Rows of a source that would bring back what was erased (rule F5): they are refused one by one,
// and reported. Must not know: how rows are compared.
#pragma once

#include "store/import_internal.h"

// Whether the row is refused. A row with another value for an erased field is, too: the store no
// longer knows which value it was.
NODISCARD status import_refuses_erased(struct import *in, string_view key,
                                       const struct document *document, bool *refused,
                                       struct error *e);
