// SPDX-License-Identifier: Apache-2.0
// The table of views' fillings.
#include "api/page_views.h"

const struct view_filling view_fillings[VIEW_COUNT] = {
    [VIEW_TABLE] = {.rows = true, .fill = view_fill_table},
    [VIEW_LIST] = {.rows = true},
    [VIEW_SPECIES] = {.fill = view_fill_species},
    [VIEW_DATASETS] = {.fill = view_fill_datasets},
    [VIEW_MAP] = {.fill = view_fill_map},
    [VIEW_CHARTS] = {.fill = view_fill_charts},
    [VIEW_GALLERY] = {.fill = view_fill_gallery},
    [VIEW_CHANGES] = {.fill = view_fill_changes},
    [VIEW_COMPARE] = {.fill = view_fill_compare},
};
