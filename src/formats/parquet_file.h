// SPDX-License-Identifier: Apache-2.0
// A Parquet file written from its first byte to its last: row groups of chunks, then a footer that
// says where they are. Must not know: how chunks are made, where the bytes go.
#pragma once

#include "formats/parquet_column.h"

// Takes the next bytes; a failure ends the file.
typedef status parquet_sink(void *argument, string_view bytes, struct error *e);

struct parquet_file;

// Begins the file. The schema must outlive it.
NODISCARD status parquet_file_create(const struct parquet_schema *columns, size_t count,
                                     parquet_sink *sink, void *argument, struct parquet_file **out,
                                     struct error *e);
void parquet_file_destroy(struct parquet_file *f); // NULL is fine
// The next row group: a chunk of each column.
NODISCARD status parquet_file_group(struct parquet_file *f, const struct parquet_chunk *chunks,
                                    uint64_t rows, struct error *e);
struct parquet_note {
    string_view name;
    string_view value;
};
// Ends the file; `notes` are its key-value metadata.
NODISCARD status parquet_file_finish(struct parquet_file *f, string_view created_by,
                                     const struct parquet_note *notes, size_t count,
                                     struct error *e);
