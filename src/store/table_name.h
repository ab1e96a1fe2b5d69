// SPDX-License-Identifier: Apache-2.0
// Names of tables and datasets: which slugs are good, and the identifiers that new ones get.
// Must not know: which tables there are.
#pragma once

#include "base/status.h"
#include "base/string_view.h"
#include "base/uuid.h"

// ST_INVALID naming `what`: a slug has 1 to 100 characters of a-z, 0-9 and single hyphens, none at
// its ends.
NODISCARD status table_name_check(string_view slug, const char *what, struct error *e);
// The same slug gives the same UUID, so that two first imports at once meet in one table. `kind` is
// "table" or "dataset".
void table_name_uuid(const char *kind, string_view slug, struct uuid *out);
