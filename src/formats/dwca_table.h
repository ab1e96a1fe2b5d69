// SPDX-License-Identifier: Apache-2.0
// The rows of one file description of an archive (a core or an extension), over all its locations.
// Must not know: how rows of several files belong together.
#pragma once

#include "formats/dwca_meta.h"
#include "formats/table_reader.h"

struct dwca_table {
    const struct dwca_file *file; // not owned
    const char *folder;           // not owned
    const struct source_options *options;
    struct table_column *columns; // in the order of the record; in the caller's arena
    size_t column_count;
    bool *is_read;       // by index: whether a column reads it; in the caller's arena
    string_view *titles; // of the file's columns, for reports; in the caller's arena
    size_t title_count;
    size_t width;     // fields that the description needs: the largest index and one
    size_t key_index; // of the field that problems name the record by; the id's, until set
    size_t location;  // number of the location being read
    bool is_open;
    struct table_reader reader;
    uint64_t bytes_total;  // of all locations
    uint64_t bytes_before; // of the locations behind us
};

// Gives names to the columns: those of the fields, and, for a core whose id is no declared field,
// "id"
// (*id_name is the name of the id column in any case, or NO_NAME; NULL for extensions).
// Checks that the files are there. Nothing is opened yet.
NODISCARD status dwca_table_init(struct dwca_table *t, const struct dwca_file *file,
                                 const char *folder, const struct source_options *options,
                                 struct name_table *names, struct arena *memory, uint32_t *id_name,
                                 struct error *e);
void dwca_table_release(struct dwca_table *t);

// The next good row. *file_name is the location it is in, borrowed until release.
NODISCARD status dwca_table_next(struct dwca_table *t, struct csv_row *row, const char **file_name,
                                 bool *more, struct error *e);
// Whether another row follows, good or bad.
NODISCARD status dwca_table_has_more(struct dwca_table *t, bool *more, struct error *e);
// The value of the id column, "" when the row has none.
string_view dwca_table_id(const struct dwca_table *t, const struct csv_row *row);
uint64_t dwca_table_bytes_done(const struct dwca_table *t);
