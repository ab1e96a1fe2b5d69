// SPDX-License-Identifier: Apache-2.0
// The search by the datasets that its records are from: what there is to show. Must not know: where
// it comes from.
#pragma once

#include "api/pages/model.h"

struct share_row {
    string_view title;
    string_view address; // of the dataset's page
    string_view search_address;
    enum record_kind kind;
    uint64_t records;
    string_view licence;         // empty: not stated
    string_view licence_address; // may be empty
    string_view citation;
};

struct view_datasets {
    const struct share_row *rows;
    size_t row_count;
    string_view csv_address;
};
