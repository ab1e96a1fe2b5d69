// SPDX-License-Identifier: Apache-2.0
// A GeoPackage (OGC 12-128r18, version 1.4) of one kind of record: a file of SQLite's with a table
// of point features, written row by row and whole once it is finished. The same rows give the same
// bytes with the same release of SQLite; no clock enters them. Must not know: what the columns
// mean, what becomes of the file.
#pragma once

#include "base/clock.h"
#include "base/status.h"
#include "base/string_view.h"

enum geopackage_type {
    GEOPACKAGE_TEXT,
    GEOPACKAGE_INTEGER, // 64 bits
    GEOPACKAGE_REAL,
    GEOPACKAGE_BOOLEAN, // 0 or 1
};

struct geopackage_column {
    string_view name; // unlike all others of the table; case apart, "_2" is added to the later one
    enum geopackage_type type;
};

// SQLite has 2,000 columns a table: what is beyond lies in tables of their own (records_2 ...),
// whose rows have the same fid.
struct geopackage_table {
    string_view name; // a word of ASCII letters, digits and "_"
    moment changed;   // what stands as the day of its last change
    const struct geopackage_column *columns;
    size_t count;
};

struct geopackage; // one thread's

// Begins one in an empty file that is there. The path need not name it after this call. Points lie
// in the column "geom", places in the order of rows in "fid"; a column of such a name makes that
// "_geom" or "_fid". ST_IO when the file cannot be written.
NODISCARD status geopackage_create(const char *path, const struct geopackage_table *table,
                                   struct geopackage **out, struct error *e);
void geopackage_destroy(struct geopackage *g); // NULL is fine

// Of the next row: what is not put is NULL. Texts must live until geopackage_row. `column` is one
// of the table's.
void geopackage_put_text(struct geopackage *g, size_t column, string_view text);
void geopackage_put_integer(struct geopackage *g, size_t column, int64_t number); // truth, too
void geopackage_put_real(struct geopackage *g, size_t column, double number);
// 1e-7 degree, WGS 84.
void geopackage_put_point(struct geopackage *g, int32_t longitude, int32_t latitude);
// Ends the row. ST_IO when the disk is full.
NODISCARD status geopackage_row(struct geopackage *g, struct error *e);
// Ends the file, which then holds all of it.
NODISCARD status geopackage_finish(struct geopackage *g, struct error *e);
