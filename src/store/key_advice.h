// SPDX-License-Identifier: Apache-2.0
// The sentence for a source whose well-known fields cannot serve as the key: why each of them
// failed, and which of this file's fields could (rule A2: "an error that names candidates").
// Must not know: how keys are chosen, commits.
#pragma once

#include "formats/row_source.h"

struct row_report;

// The fields that are taken as the key without being told, in this order.
#define WELL_KNOWN_KEYS 6
extern const char *const well_known_keys[WELL_KNOWN_KEYS];

// Reads the source's first rows (at most 50,000, 64 fields) and sets ST_BAD_DATA with the advice,
// or with the first of `report` where no row can be read; another status when the source cannot be
// read. Never ST_OK. `report` is where the source tells of its bad rows.
NODISCARD status key_advice(struct row_source *source, const struct row_report *report,
                            struct error *e);
