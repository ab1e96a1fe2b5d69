// SPDX-License-Identifier: Apache-2.0
// Rows go in through prepared statements, one for each table, within one transaction without a
// journal: a file that fails is thrown away.
#include "catalogue/geopackage.h"

#include "base/buffer.h"
#include "database/database.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SRS        4326  // WGS 84, longitude and latitude in degrees
#define TABLE_MOST 1990u // columns of one table, beside fid and geom
#define MOST_SQL   ((size_t)64 << 20)
#define UNITS      1e7
#define SQL(text)  text "\n"

// Section 1.1.1: what the file is. What is not a page's own must be the same for all: its size and
// how much of the file is held in memory before it is written.
static const char settings[] = SQL("PRAGMA page_size = 4096;") SQL("PRAGMA auto_vacuum = 0;")
    SQL("PRAGMA encoding = 'UTF-8';") SQL("PRAGMA locking_mode = EXCLUSIVE;")
        SQL("PRAGMA journal_mode = OFF;") SQL("PRAGMA synchronous = OFF;")
            SQL("PRAGMA cache_size = -8192;") SQL("PRAGMA secure_delete = ON;")
                SQL("PRAGMA application_id = 1196444487;") // "GPKG"
    SQL("PRAGMA user_version = 10400;") SQL("BEGIN;");

// Sections 1.1.2, 1.1.3 and 2.1.5.
static const char schema[] =
    SQL("CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL,"
        " srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,"
        " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);")
        SQL("INSERT INTO gpkg_spatial_ref_sys VALUES"
            " ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),"
            " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),"
            " ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\","
            "SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
            "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
            "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
            "AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]',"
            " 'longitude and latitude in degrees');")
            SQL("CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY,"
                " data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',"
                " last_change DATETIME NOT NULL"
                " DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
                " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
                " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)"
                " REFERENCES gpkg_spatial_ref_sys(srs_id));")
                SQL("CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL,"
                    " column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,"
                    " srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
                    " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
                    " CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
                    " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name)"
                    " REFERENCES gpkg_contents(table_name),"
                    " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id)"
                    " REFERENCES gpkg_spatial_ref_sys (srs_id));");

struct geopackage {
    struct database database;
    const struct geopackage_table *table;
    const char *fid; // what these columns are called
    const char *geom;
    size_t parts;
    sqlite3_stmt **rows; // owned: by part
    int64_t count;
    struct point {
        unsigned char bytes[29];
    } point;
    bool placed;    // some row was
    int32_t box[4]; // west, south, east, north
};

// --- SQLite ----------------------------------------------------------------------------------

static status sql_error(const struct geopackage *g, struct error *e)
{
    if (g->database.handle != NULL && sqlite3_errcode(g->database.handle) == SQLITE_FULL) {
        return error_set(e, ST_IO,
                         "the disk is full: a GeoPackage needs room for all of it; "
                         "ask for fewer records, or make room");
    }
    return database_error(&g->database, "be written", e);
}

static status run_sql(struct geopackage *g, const char *sql, struct error *e)
{
    return database_run(&g->database, sql, "be written", NULL) == ST_OK ? ST_OK : sql_error(g, e);
}

static status run_text(struct geopackage *g, struct buffer *sql, struct error *e)
{
    buffer_append_byte(sql, '\0');
    TRY(buffer_check(sql, "the columns of a GeoPackage", e));
    return run_sql(g, sql->bytes, e);
}

// --- tables ----------------------------------------------------------------------------------

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

// As SQLite compares names: ASCII letters without their case.
static bool same_name(string_view a, string_view b)
{
    bool same = a.length == b.length;
    for (size_t i = 0; i < a.length && same; i++) {
        same = lower(a.bytes[i]) == lower(b.bytes[i]);
    }
    return same;
}

// Columns before `end` that have the name.
static size_t count_name(const struct geopackage *g, string_view name, size_t end)
{
    size_t count = 0;
    for (size_t i = 0; i < end; i++) {
        count += same_name(g->table->columns[i].name, name);
    }
    return count;
}

static const char *own_name(const struct geopackage *g, const char *name, const char *other)
{
    return count_name(g, sv_from(name), g->table->count) > 0 ? other : name;
}

// "Sex" behind "sex" becomes "Sex_2".
static void write_column_name(const struct geopackage *g, size_t column, struct buffer *sql)
{
    string_view name = g->table->columns[column].name;
    size_t before = count_name(g, name, column);
    buffer_append_byte(sql, '"');
    for (size_t i = 0; i < name.length; i++) {
        buffer_append_byte(sql, name.bytes[i]);
        if (name.bytes[i] == '"') {
            buffer_append_byte(sql, '"');
        }
    }
    if (before > 0) {
        buffer_print(sql, "_%zu", before + 1);
    }
    buffer_append_byte(sql, '"');
}

// The first table has no number.
static void write_table_name(const struct geopackage *g, size_t part, struct buffer *sql)
{
    buffer_append_view(sql, g->table->name);
    if (part > 0) {
        buffer_print(sql, "_%zu", part + 1);
    }
}

static size_t columns_of(const struct geopackage *g, size_t part)
{
    return MIN(g->table->count - part * TABLE_MOST, (size_t)TABLE_MOST);
}

static void write_table(const struct geopackage *g, size_t part, struct buffer *sql)
{
    static const char *const types[] = {[GEOPACKAGE_TEXT] = "TEXT",
                                        [GEOPACKAGE_INTEGER] = "INTEGER",
                                        [GEOPACKAGE_REAL] = "DOUBLE",
                                        [GEOPACKAGE_BOOLEAN] = "BOOLEAN"};
    buffer_append_view(sql, SV("CREATE TABLE "));
    write_table_name(g, part, sql);
    buffer_print(sql, " (\"%s\" INTEGER PRIMARY KEY NOT NULL", g->fid);
    if (part == 0) {
        buffer_print(sql, ", \"%s\" POINT", g->geom);
    }
    for (size_t i = 0; i < columns_of(g, part); i++) {
        size_t column = part * TABLE_MOST + i;
        buffer_append_view(sql, SV(", "));
        write_column_name(g, column, sql);
        buffer_print(sql, " %s", types[g->table->columns[column].type]);
    }
    buffer_append_view(sql, SV(");\n"));
}

// What the tables are, once all rows are in them.
static void write_contents(const struct geopackage *g, size_t part, struct buffer *sql)
{
    char changed[25];
    moment_to_text(g->table->changed, changed);
    buffer_append_view(sql, SV("INSERT INTO gpkg_contents VALUES ('"));
    write_table_name(g, part, sql);
    buffer_print(sql, "', '%s', '", part == 0 ? "features" : "attributes");
    write_table_name(g, part, sql);
    buffer_print(sql, "', '', '%s'", changed);
    for (size_t i = 0; i < ARRAY_LENGTH(g->box); i++) {
        if (part == 0 && g->placed) {
            buffer_print(sql, ", %.7f", g->box[i] / UNITS);
        } else {
            buffer_append_view(sql, SV(", NULL"));
        }
    }
    if (part == 0) {
        buffer_print(sql, ", %d);\nINSERT INTO gpkg_geometry_columns VALUES ('", SRS);
        write_table_name(g, part, sql);
        buffer_print(sql, "', '%s', 'POINT', %d, 0, 0);\n", g->geom, SRS);
    } else {
        buffer_append_view(sql, SV(", NULL);\n"));
    }
}

static status make_tables(struct geopackage *g, struct error *e)
{
    struct buffer sql;
    buffer_init(&sql, MOST_SQL);
    for (size_t part = 0; part < g->parts; part++) {
        write_table(g, part, &sql);
    }
    status result = run_text(g, &sql, e);
    buffer_release(&sql);
    return result;
}

static status prepare_part(struct geopackage *g, size_t part, struct buffer *sql, struct error *e)
{
    buffer_append_view(sql, SV("INSERT INTO "));
    write_table_name(g, part, sql);
    buffer_append_view(sql, SV(" VALUES (?"));
    for (size_t i = 0; i < columns_of(g, part) + (part == 0); i++) {
        buffer_append_view(sql, SV(",?"));
    }
    buffer_append_view(sql, SV(")"));
    TRY(buffer_check(sql, "the columns of a GeoPackage", e));
    return sqlite3_prepare_v3(g->database.handle, sql->bytes, (int)sql->length,
                              SQLITE_PREPARE_PERSISTENT, &g->rows[part], NULL) == SQLITE_OK
               ? ST_OK
               : sql_error(g, e);
}

static status prepare_rows(struct geopackage *g, struct error *e)
{
    status result = ST_OK;
    for (size_t part = 0; part < g->parts && result == ST_OK; part++) {
        struct buffer sql;
        buffer_init(&sql, MOST_SQL);
        result = prepare_part(g, part, &sql, e);
        buffer_release(&sql);
    }
    return result;
}

// --- a file ----------------------------------------------------------------------------------

static status begin(struct geopackage *g, const char *path, struct error *e)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    if (g->rows == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a GeoPackage");
    }
    g->database.name = "a GeoPackage";
    TRY(database_open(&g->database, path, flags, e));
    TRY(run_sql(g, settings, e));
    TRY(run_sql(g, schema, e));
    TRY(make_tables(g, e));
    return prepare_rows(g, e);
}

status geopackage_create(const char *path, const struct geopackage_table *table,
                         struct geopackage **out, struct error *e)
{
    struct geopackage *g = calloc(1, sizeof *g);
    if (g == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a GeoPackage");
    }
    g->table = table;
    g->fid = own_name(g, "fid", "_fid");
    g->geom = own_name(g, "geom", "_geom");
    g->parts = table->count == 0 ? 1 : (table->count + TABLE_MOST - 1) / TABLE_MOST;
    g->rows = (sqlite3_stmt **)calloc(g->parts, sizeof *g->rows);
    status result = begin(g, path, e);
    if (result != ST_OK) {
        geopackage_destroy(g);
        return result;
    }
    *out = g;
    return ST_OK;
}

void geopackage_destroy(struct geopackage *g)
{
    if (g == NULL) {
        return;
    }
    for (size_t i = 0; g->rows != NULL && i < g->parts; i++) {
        (void)sqlite3_finalize(g->rows[i]);
    }
    database_close(&g->database);
    free((void *)g->rows);
    free(g);
}

// --- rows ------------------------------------------------------------------------------------

// Failures of these show when the row is stepped: the only ones there are, of lengths and memory,
// leave the value NULL, and lengths are far below SQLite's most (LIMIT_VALUE_BYTES).
static sqlite3_stmt *place_of(const struct geopackage *g, size_t column, int *at)
{
    size_t part = column / TABLE_MOST;
    *at = (int)(column % TABLE_MOST) + (part == 0 ? 3 : 2);
    return g->rows[part];
}

void geopackage_put_text(struct geopackage *g, size_t column, string_view text)
{
    int at = 0;
    sqlite3_stmt *row = place_of(g, column, &at);
    (void)sqlite3_bind_text64(row, at, text.bytes, text.length, SQLITE_STATIC, SQLITE_UTF8);
}

void geopackage_put_integer(struct geopackage *g, size_t column, int64_t number)
{
    int at = 0;
    sqlite3_stmt *row = place_of(g, column, &at);
    (void)sqlite3_bind_int64(row, at, number);
}

void geopackage_put_real(struct geopackage *g, size_t column, double number)
{
    int at = 0;
    sqlite3_stmt *row = place_of(g, column, &at);
    (void)sqlite3_bind_double(row, at, number);
}

// Section 2.1.3.1.1: "GP", version 1 (0), flags: little-endian, no envelope; the reference system;
// then a point of well-known binary. Little-endian, as the machines are that this runs on.
void geopackage_put_point(struct geopackage *g, int32_t longitude, int32_t latitude)
{
    static const unsigned char head[] = {'G', 'P', 0, 1, SRS & 255, SRS >> 8, 0, 0, 1, 1, 0, 0, 0};
    const double place[2] = {longitude / UNITS, latitude / UNITS};
    memcpy(g->point.bytes, head, sizeof head);
    memcpy(g->point.bytes + sizeof head, place, sizeof place);
    (void)sqlite3_bind_blob(g->rows[0], 2, g->point.bytes, sizeof g->point.bytes, SQLITE_STATIC);
    if (!g->placed) {
        g->placed = true;
        memcpy(g->box, (const int32_t[]){longitude, latitude, longitude, latitude}, sizeof g->box);
    }
    g->box[0] = MIN(g->box[0], longitude);
    g->box[1] = MIN(g->box[1], latitude);
    g->box[2] = MAX(g->box[2], longitude);
    g->box[3] = MAX(g->box[3], latitude);
}

status geopackage_row(struct geopackage *g, struct error *e)
{
    g->count++;
    for (size_t part = 0; part < g->parts; part++) {
        sqlite3_stmt *row = g->rows[part];
        (void)sqlite3_bind_int64(row, 1, g->count);
        if (sqlite3_step(row) != SQLITE_DONE) {
            return sql_error(g, e);
        }
        (void)sqlite3_reset(row);
        (void)sqlite3_clear_bindings(row);
    }
    return ST_OK;
}

status geopackage_finish(struct geopackage *g, struct error *e)
{
    struct buffer sql;
    buffer_init(&sql, MOST_SQL);
    for (size_t part = 0; part < g->parts; part++) {
        write_contents(g, part, &sql);
    }
    buffer_append_view(&sql, SV("COMMIT;"));
    status result = run_text(g, &sql, e);
    buffer_release(&sql);
    return result;
}
