// SPDX-License-Identifier: Apache-2.0
// A Darwin Core Archive (Darwin Core text guide, 2023) as a source of rows: records of the core,
// each with its rows of extensions as lists of objects.
// - Fields are named by the local name of their term; where two terms share it, the later carries
// its
//   whole term in parentheses. A core id that is no declared field is the field "id".
// - A list is named by its row type's local name in lowerCamelCase, with a number behind it where
// the
//   name is taken ("multimedia", "multimedia2"). Its elements leave out the core id and stand in
//   the order of their canonical bytes, so that the order of rows in a file makes no version (rule
//   A4).
// - Of several core rows with one id the last gets the extension rows (rule A8: the last wins).
// - Extension rows without a core row go to the report.
// Must not know: zip files.
#pragma once

#include "formats/row_source.h"

// `folder` holds meta.xml. *metadata is the name that meta.xml gives for the metadata document, or
// NULL; it lives as long as the source. Fills format, encoding, id_field and sorted_by_id of
// `facts`.
NODISCARD status dwca_source_open(const char *folder, const struct source_options *options,
                                  struct row_source **out, struct source_facts *facts,
                                  const char **metadata, struct error *e);
