// SPDX-License-Identifier: Apache-2.0
// What the roll-ups say: lines by month, of the portal or of a dataset, metrics, things, other
// sources. Each asks a few rows, whatever the number of events. Must not know: how answers look.
#pragma once

#include "usage/rollups.h"

struct usage_figures {
    uint64_t events;   // of downloads: dataset downloads
    uint64_t requests; // requests that they came by
    uint64_t rows;
    uint64_t bytes;
};

struct usage_month_lines {
    int32_t month;
    struct usage_figures lines[USAGE_LINES];
};

// All lines of a month; zeros where nothing was counted. `dataset` is a UUID in words, empty for
// the portal. NULL roll-ups have no figures.
NODISCARD status figures_month(struct rollups *r, string_view dataset, int32_t month,
                               struct usage_figures out[USAGE_LINES], struct error *e);
// The months from `first` to `last` that have any figures, ascending, in `arena`.
NODISCARD status figures_months(struct rollups *r, string_view dataset, int32_t first, int32_t last,
                                struct arena *arena, struct usage_month_lines **out, size_t *count,
                                struct error *e);
// One line over the months from `first` to `last`.
NODISCARD status figures_sum(struct rollups *r, string_view dataset, enum usage_line line,
                             int32_t first, int32_t last, struct usage_figures *out,
                             struct error *e);

// The hour that counting began at; false when nothing has been counted.
NODISCARD status figures_began(struct rollups *r, bool *known, uint32_t *hour, struct error *e);
// Whether counting began before the month's first hour was over, and the month is over now.
bool figures_month_is_whole(uint32_t began, int32_t month, moment now);

struct usage_of_name {
    string_view name; // a dataset's UUID; a format; a thing's text
    struct usage_figures figures;
};
// The datasets of a line, those of most events first.
NODISCARD status figures_datasets(struct rollups *r, enum usage_line line, int32_t first,
                                  int32_t last, size_t limit, struct arena *arena,
                                  struct usage_of_name **out, size_t *count, struct error *e);
NODISCARD status figures_formats(struct rollups *r, enum usage_line line, int32_t first,
                                 int32_t last, struct arena *arena, struct usage_of_name **out,
                                 size_t *count, struct error *e);

struct usage_of_thing {
    string_view text;
    uint64_t looked_at;
    uint64_t downloaded;
};
// The things of a kind, those of most uses first; of `text` alone where that is not empty.
NODISCARD status figures_things(struct rollups *r, enum usage_name kind, string_view text,
                                int32_t first, int32_t last, size_t limit, struct arena *arena,
                                struct usage_of_thing **out, size_t *count, struct error *e);

// A row of COUNTER's reports (rule E3): a month of a dataset, one access method and country.
struct usage_metric {
    int32_t month;
    string_view dataset; // UUID
    moment version;      // 0: all versions
    enum usage_method method;
    string_view country; // may be empty
    uint64_t total_investigations;
    uint64_t unique_investigations;
    uint64_t total_requests;
    uint64_t unique_requests;
    uint64_t bytes; // of the requests
};
// By dataset, version, month, method, country. `versions`: each version has rows of its own, with
// uniques of its own.
NODISCARD status figures_metrics(struct rollups *r, string_view dataset, int32_t first,
                                 int32_t last, bool versions, struct arena *arena,
                                 struct usage_metric **out, size_t *count, struct error *e);

// What was imported (rule E1).
struct usage_source {
    string_view name;
    string_view method; // how it counts; may be empty
    int32_t first;      // months
    int32_t last;
    uint64_t downloads; // over all of them
    uint64_t records;
};
NODISCARD status figures_sources(struct rollups *r, struct arena *arena, struct usage_source **out,
                                 size_t *count, struct error *e);
// A source's month, over its datasets; false when it says nothing of it.
NODISCARD status figures_source_month(struct rollups *r, string_view source, int32_t month,
                                      bool *known, struct usage_figures *out, struct error *e);
