// SPDX-License-Identifier: Apache-2.0
// Figures from files: those of other sources (CSV), and visits with their times told (JSON Lines),
// as tests and tools feed them. Must not know: how the files came here.
#pragma once

#include "usage/counting.h"

// Lines of month,dataset,downloads,records behind a line that names these columns ("2014-03",
// perhaps empty, whole numbers), any order of columns. ST_BAD_DATA naming the line.
#define USAGE_LIMIT_MONTHS ((size_t)1000000)
NODISCARD status usage_months_read(string_view text, struct arena *arena,
                                   struct usage_source_month **out, size_t *count, struct error *e);

// A visit in JSON:
// {"time":"2020-05-03T12:00:00.000Z","kind":"download","format":"csv","client":"192.0.2.17",
//  "agent":"Mozilla/5.0 ...","address":"/api/v1/download?...","fromPage":true,"status":200,
//  "complete":true,"range":[first,end,length],"bytes":1000,
//  "datasets":[{"dataset":"...","version":0,"records":10}],
//  "things":[{"kind":"record","name":"...","use":...}]}
// Only time and kind are needed. What it gives lies in `arena`. ST_BAD_DATA saying what is wrong.
NODISCARD status usage_visit_read(string_view line, struct arena *arena, struct usage_visit *out,
                                  struct error *e);
