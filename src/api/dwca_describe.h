// SPDX-License-Identifier: Apache-2.0
// What says what an archive's files are: meta.xml (Darwin Core text guide, 2023, section 2),
// datapackage.json (Frictionless Data Package v1, which readers of v2 take too: Table Schema, CSV
// Dialect, hashes) and ro-crate-metadata.json (RO-Crate 1.2). Must not know: rows, how files are
// packed.
#pragma once

#include "api/dwca_plan.h"

NODISCARD status dwca_write_meta(const struct dwca_plan *plan, struct arena *arena,
                                 struct buffer *out, struct error *e);
// `files` are those written before.
NODISCARD status dwca_write_datapackage(const struct dwca_plan *plan, const struct package_notes *n,
                                        const struct package_file *files, size_t count,
                                        struct arena *arena, struct buffer *out, struct error *e);
NODISCARD status dwca_write_crate(const struct package_notes *n, const struct package_file *files,
                                  size_t count, struct arena *arena, struct buffer *out,
                                  struct error *e);
// What the whole is called: a dataset's title, or "1204 records from 3 datasets".
string_view dwca_title(const struct package_notes *n, struct arena *arena);
// What there is to say of the whole beside it: of which query, and that records are invented (rule
// L1).
string_view dwca_description(const struct package_notes *n, struct arena *arena);
