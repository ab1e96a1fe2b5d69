// SPDX-License-Identifier: Apache-2.0
// What a record says of its pictures, sounds, films and models: its text "associatedMedia" (Darwin
// Core: addresses with " | " between), or a list of objects under that name or that of an extension
// (Simple Multimedia, http://rs.gbif.org/terms/1.0/Multimedia; Audiovisual Core,
// http://rs.tdwg.org/ac/terms/). Pages may show only what lies on their own host (the policy
// default-src 'self'); all else is a link. Must not know: pages, files.
#pragma once

#include "api/page_values.h"

enum media_kind {
    MEDIA_IMAGE,
    MEDIA_SOUND,
    MEDIA_FILM,
    MEDIA_MODEL, // three-dimensional
    MEDIA_DOCUMENT,
    MEDIA_OTHER,
};

// Views live as long as the record and the arena; a missing text has length 0.
struct record_medium {
    enum media_kind kind;
    string_view address;   // http://..., https://... or a path of this host; never empty
    bool own;              // a file of this host's /media/: `address` is its path
    string_view thumbnail; // what may stand in an <img>: a path of this host; empty for none
    string_view page;      // that tells of it: http(s); may be empty
    string_view format;    // media type, such as "image/jpeg"
    string_view title;     // its title or caption
    string_view text;      // its description
    string_view creator;
    string_view rights_holder;
    string_view licence;         // as licence_label gives it; of this medium alone (rule D1)
    string_view licence_address; // may be empty
    string_view created;         // as written
    string_view category;        // the house's own word, such as "Label"
    uint32_t width;              // in pixels, as stated; 0: not known
    uint32_t height;
    string_view notice; // of content (rule I2), its own or the record's "contentNotice": not shown
                        // before it is chosen; empty for none
};

// Whether a member of a record of that name holds media.
bool record_holds_media(string_view name);

// Reads the first `most` media of a record, in its order, an address once. `origin` is this
// server's ("http://museum.example"; may be empty): absolute addresses below it are own too.
// `total` counts them all; past `most`, an address that comes twice counts twice.
NODISCARD status record_media(struct arena *arena, const struct record_tree *record,
                              string_view origin, size_t most, struct record_medium **out,
                              size_t *count, size_t *total, struct error *e);
// The members of records that hold media; ended by NULL.
#define MEDIA_FIELDS_MOST ((size_t)7)
extern const char *const record_media_fields[];
