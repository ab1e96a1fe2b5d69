// SPDX-License-Identifier: Apache-2.0
// The values of one column of a Parquet file for slices of rows: where they come from, and which
// are told by numbers of the column's dictionary. Private to parquet_export.c. Must not know:
// files, other columns.
#pragma once

#include "formats/parquet_column.h"
#include "query/cell_texts.h"
#include "query/csv_export.h"
#include "query/path_cells.h"

#define SLICE_ROWS ((size_t)16384)

// Rows in order: pieces of one part that rise.
struct slice {
    const struct search_rows *found;
    struct snapshot *snapshot;
    struct slice_piece {
        uint32_t part;
        uint32_t count;
    } pieces[SLICE_ROWS];
    size_t piece_count;
    uint32_t rows[SLICE_ROWS];
    size_t row_count;
};

enum source_kind {
    SOURCE_DATASET,  // the slug of the row's dataset
    SOURCE_TABLE,    // of its table
    SOURCE_KEY,      // or what names the record in its place
    SOURCE_VERSION,  // milliseconds
    SOURCE_CONSTANT, // of its table
    SOURCE_FIELD,
    SOURCE_POINT, // WKB
};

// What a value was told as: a path of the field and an ordinal of it, or a commit.
struct known_value {
    uint64_t what;
    uint32_t number; // in the column's dictionary
    bool used;
};

struct parquet_source {
    enum source_kind kind;
    const struct csv_columns *columns;
    size_t constant;
    const struct field_paths *field;
    struct row_points *points;
    struct parquet_schema schema;
    struct parquet_column *column;

    struct path_cells *paths;     // owned: as the field's
    size_t *first_paths;          // owned: by part, and one more
    struct cell_reader **readers; // owned: by part; made when texts are first told as they stand
    size_t parts;

    // Of the row group: by path of few values, and ordinal, the number and one more; of the others
    // open addressing.
    uint32_t **told;           // owned; NULL: of too many values, or not asked yet
    struct known_value *known; // owned
    size_t known_slots;
    size_t known_count;
    size_t tried; // values of the row group that were numbered
    size_t rests; // row groups to come without a dictionary

    struct buffer texts;
    struct buffer text;
    uint32_t *numbers; // owned, as those below: SLICE_ROWS of them; of the others a batch
    uint32_t *ordinals;
    uint32_t *unknown; // places of ordinals that have no number yet
    uint32_t *asked;   // those ordinals
    unsigned char *levels;
    size_t *ends;
    struct value_run {
        uint32_t path; // of the field
        uint32_t count;
    } * runs; // the ordinals' paths
    size_t run_count;
    // of points: longitude and latitude
    double box[4];
    bool boxed;
};

// What comes before the buffers is filled; what is opened of the rest goes by release.
NODISCARD status parquet_source_open(struct parquet_source *s, const struct extent *x,
                                     struct error *e);
void parquet_source_release(struct parquet_source *s);
// Adds the slice's values to the column.
NODISCARD status parquet_source_read(struct parquet_source *s, const struct slice *slice,
                                     struct error *e);
// Forgets the row group.
NODISCARD status parquet_source_clear(struct parquet_source *s, struct error *e);
