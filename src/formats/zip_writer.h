// SPDX-License-Identifier: Apache-2.0
// A zip archive (PKWARE APPNOTE 6.3.10) written from its first byte to its last, of any size
// (zip64, sections 4.3.9.2 and 4.5.3): what a file holds need not be known before it is written.
// The same calls give the same bytes. Must not know: where the bytes go, how they were compressed.
#pragma once

#include "base/buffer.h"
#include "base/clock.h"

#define ZIP_NAME_MOST    ((size_t)1000)
#define ZIP_ENTRIES_MOST ((size_t)100000)

// Takes the next bytes of the archive; a failure ends it.
typedef status zip_sink(void *argument, string_view bytes, struct error *e);

struct zip_writer;

// `time` is that of every file, to two seconds, within 1980 to 2107. NULL when out of memory.
struct zip_writer *zip_writer_create(zip_sink *sink, void *argument, moment time);
void zip_writer_destroy(struct zip_writer *z); // NULL is fine

// Begins a file that pieces of a deflate stream (deflate_piece.h) will make. `name` is UTF-8, with
// "/" between folders, relative and without "..": ST_INVALID else, or where it is there already.
NODISCARD status zip_file_begin(struct zip_writer *z, string_view name, struct error *e);
// Its next piece: `packed`, of `length` bytes with that CRC-32.
NODISCARD status zip_file_piece(struct zip_writer *z, string_view packed, uint64_t length,
                                uint32_t crc, struct error *e);
NODISCARD status zip_file_end(struct zip_writer *z, struct error *e);
// A whole file in one call, as it stands: what is compressed already gains nothing.
NODISCARD status zip_file_stored(struct zip_writer *z, string_view name, string_view bytes,
                                 struct error *e);
// Ends the archive; nothing may follow.
NODISCARD status zip_finish(struct zip_writer *z, struct error *e);
uint64_t zip_bytes(const struct zip_writer *z); // given to the sink so far
