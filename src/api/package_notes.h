// SPDX-License-Identifier: Apache-2.0
// What lies beside the records of a package: rights.txt and citations.txt, as GBIF's downloads have
// them, and manifest.json, which says what was asked, of which version, what was found and what the
// files are (rules D2, F3, H2). No clock enters them. Must not know: HTTP, how files are packed.
#pragma once

#include "api/contributions.h"
#include "api/package.h"
#include "query/search_digest.h"

// What stands in packages of a demo (rule L1).
#define PACKAGE_DEMO_NOTICE                                                                        \
    "These records are invented: they come from a demonstration, and name no real specimen."

#define PACKAGE_FORMAT 3 // of packages: raised when the bytes of the same request change (rule F3)

struct package_notes {
    const struct site *site;
    const struct search_input *input;
    string_view format; // of the records' files: "csv"
    uint64_t records;
    const struct contribution *datasets;
    size_t dataset_count;
    string_view citation;   // of the whole
    string_view identifier; // the search's own address; may be empty
    struct search_digest digest;
    string_view more; // members of the manifest that the format adds; may be empty
    void *kept;       // the format's own
};

// The licence of the whole: the most restrictive of CC0, CC BY and CC BY-NC, or "mixed" where
// anything else is among them.
string_view package_licence(const struct package_notes *n, struct arena *arena);
NODISCARD status package_rights(const struct package_notes *n, struct buffer *out, struct error *e);
NODISCARD status package_citations(const struct package_notes *n, struct buffer *out,
                                   struct error *e);
// `files` are the others of the package.
NODISCARD status package_manifest(const struct package_notes *n, const struct package_file *files,
                                  size_t count, struct arena *arena, struct buffer *out,
                                  struct error *e);
