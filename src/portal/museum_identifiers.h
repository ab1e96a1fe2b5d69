// SPDX-License-Identifier: Apache-2.0
// The identifiers of the museum's earlier portal (nhm.md 1.5, 1.6, 1.8, Appendix D), so that old
// links keep leading to their search. A line is a row of one of its tables as JSON, told by its
// columns:
//   query_doi      {"doi", "query", "query_hash", "query_version", "resources_and_versions",
//                   "resource_counts", "count", "requested_version", "timestamp"}
//   slugs          {"pretty_slug", "reserved_pretty_slug", "id", "query", "query_hash",
//                   "query_version", "resource_ids", "version", "created"}
//   doi            {"package_id", "identifier", "published"}
// Objects and lists may stand as such or as JSON in a string. Must not know: HTTP, files.
#pragma once

#include "catalogue/identifiers.h"
#include "portal/citing.h"
#include "portal/portal.h"

// Which table or dataset of ours a resource or package of the museum's portal became.
struct museum_name {
    string_view theirs;
    string_view ours; // slug
};
struct museum_names {
    const struct museum_name *list;
    size_t count;
};
// Lines "their identifier,our slug". ST_BAD_DATA names the line.
NODISCARD status museum_names_read(string_view text, struct arena *arena, struct museum_names *out,
                                   struct error *e);

#define MUSEUM_NAMES_MOST 3 // of one slug: those that people gave, and its own

struct museum_row {
    struct identifier one; // without names
    struct cited cited;
    string_view names[MUSEUM_NAMES_MOST];
    size_t name_count;
    // The hash that the row carries does not follow from its query: it came in all the same, since
    // its link must go on leading somewhere.
    bool hash_differs;
    size_t unknown; // of its resources or packages
};

// ST_BAD_DATA, in words, for a line that is no such row. Everything lies in `arena`.
NODISCARD status museum_row_read(string_view line, const struct museum_names *names,
                                 const struct dataset_view *view, struct arena *arena,
                                 struct museum_row *out, struct error *e);
// *known is false where it, or one of its names, was in the register already.
NODISCARD status museum_row_keep(struct identifier_register *r, const struct museum_row *row,
                                 struct arena *arena, bool *is_new, struct error *e);
