// SPDX-License-Identifier: Apache-2.0
// The search as a table, in pages or continuous: what there is beside the rows. Must not know:
// where it comes from.
#pragma once

#include "api/pages/model.h"

struct view_table {
    bool continuous;               // asked so; scripts then scroll through all rows
    string_view other_address;     // the other of the two
    string_view api_address;       // of all rows: GET /api/v1/records without offset and limit
    string_view fields_address;    // of the fields that could be columns: GET /api/v1/fields
    const string_view *parameters; // that ask for each column's values; empty: none does
};
