// SPDX-License-Identifier: Apache-2.0
// The search as a wall of its media: what there is to show. Must not know: where it comes from.
#pragma once

#include "api/pages/model.h"

struct gallery_tile {
    const char *kind;      // English, for say(): "Picture", "Sound", ...
    string_view thumbnail; // path of this host; empty: a drawn plate stands for it
    string_view address;   // of the medium itself
    uint32_t width;        // in pixels; 0: not known
    uint32_t height;
    string_view title; // of the record
    bool title_is_name;
    string_view record; // its page
    string_view type_status;
    string_view caption; // of the medium
    string_view credit;
    string_view licence;
    string_view licence_address;
    string_view notice;     // not empty: shown only where notices were chosen (rule I2)
    string_view group;      // the taxon it stands under
    uint64_t left_out;      // further media of the record that are not on the wall
    enum record_kind plate; // of the dataset, for the plate
};

enum gallery_order {
    GALLERY_ORDER_DEFAULT,
    GALLERY_ORDER_TYPE,  // holotypes first
    GALLERY_ORDER_TAXON, // grouped by name
    GALLERY_ORDER_COUNT,
};

struct view_gallery {
    const struct gallery_tile *tiles;
    size_t tile_count;
    uint64_t with_media; // records
    uint64_t without_media;
    string_view without_address; // of the latter
    uint64_t offset;             // in records with media
    uint64_t limit;
    uint64_t shown; // records on this page
    enum gallery_order order;
    string_view orders[GALLERY_ORDER_COUNT]; // addresses; empty: cannot be had
    bool notices_shown;
    bool has_notices;            // some tile has one
    string_view notices_address; // the same page with noticed media shown, or hidden again
};
