// SPDX-License-Identifier: Apache-2.0
// The files of rows in a Darwin Core Archive: values between tabs, in quotes where they hold a tab,
// a quote or a line break, a header, a line feed behind each row; the same order in all of them
// (rule H2). Must not know: meta.xml, how files are packed.
#pragma once

#include "api/dwca_plan.h"

// As meta.xml and datapackage.json say it.
#define DWCA_SEPARATOR '\t'

// All records of the plan's tables. The rights of their datasets (download_rights) fill what
// records do not say (rule D2).
NODISCARD status dwca_write_core(const struct download *d, const struct dwca_plan *plan,
                                 struct arena *arena, csv_sink *sink, void *argument,
                                 struct error *e);
// The elements of one list; *rows are counted.
NODISCARD status dwca_write_list(const struct download *d, const struct dwca_plan *plan,
                                 const struct dwca_list *list, struct arena *arena, csv_sink *sink,
                                 void *argument, uint64_t *rows, struct error *e);
