// SPDX-License-Identifier: Apache-2.0
// The key field of an ingest before its rows are read: found where none is told or kept, and looked
// for in the source's fields (rule A2). Must not know: commits, metadata.
#pragma once

#include "portal/ingest_source.h"
#include "store/store.h"

// Refuses (ST_BAD_DATA, with near names) a key field that the source's header does not have.
// `kept` is the table's slug where the field is the one kept with it, else "". Fields of JSON Lines
// may come later: those are left to the import.
NODISCARD status key_field_check(struct ingest_source *source, string_view field, string_view kept,
                                 struct error *e);
