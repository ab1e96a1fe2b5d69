// SPDX-License-Identifier: Apache-2.0
// Values as this portal reads them, for downloads with values=interpreted: sex, life stage and type
// status by its vocabularies (rule C5), licences as addresses (rule D1), dates, numbers and degrees
// in one way of writing each, all else without blanks at its ends. What cannot be read stays as it
// came. Must not know: formats, HTTP.
#pragma once

#include "portal/vocabularies.h"
#include "query/csv_export.h"

struct interpretation {
    const struct vocabulary *vocabularies[3]; // of sex, lifeStage, typeStatus
    struct cell_reading reading;              // of csv_export
};

// All of it lies in `arena`; `out` stays where it is. Errors as of portal_vocabulary.
NODISCARD status interpretation_open(const struct portal *p, struct arena *arena,
                                     struct interpretation *out, struct error *e);
// Appends what its vocabularies say, for names of bytes that depend on them.
void interpretation_print(const struct interpretation *x, struct buffer *out);
