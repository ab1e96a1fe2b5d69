// SPDX-License-Identifier: Apache-2.0
// Values too long for a dictionary, packed into compressed blocks (docs/format.md, LONG_VALUES),
// and the layers of corrected rows, which are compressed alike. Must not know: paths, dictionaries.
#pragma once

#include "base/buffer.h"
#include "store/section_file.h"

// --- writing -------------------------------------------------------------------------------------
struct long_values;

NODISCARD status long_values_create(struct long_values **out, struct error *e);
void long_values_destroy(struct long_values *l); // NULL is fine
// Adds a text of at most LIMIT_VALUE_BYTES. Thread-safe, as is everything below.
NODISCARD status long_values_add(struct long_values *l, string_view text,
                                 struct long_reference *reference, struct error *e);
size_t long_values_memory(struct long_values *l);
// Closes the last block and writes the section, or nothing when there are no values. Values stay
// readable.
NODISCARD status long_values_write(struct long_values *l, struct section_file *file,
                                   struct error *e);

// The block last read, so that neighbours need not be unpacked again. Belongs to one thread.
struct long_block {
    struct buffer text;
    uint32_t number; // of the block in `text`, plus 1; 0: none yet
};
void long_block_init(struct long_block *b);
void long_block_release(struct long_block *b);

// Reads a value back while writing. The view lives until the next use of `block`.
NODISCARD status long_values_get(struct long_values *l, const struct long_reference *reference,
                                 struct long_block *block, string_view *text, struct error *e);

// --- reading -------------------------------------------------------------------------------------
// Finds a value in the bytes of a section. ST_CORRUPT when it is not there.
NODISCARD status long_section_get(const unsigned char *bytes, size_t length,
                                  const struct long_reference *reference, struct long_block *block,
                                  string_view *text, struct error *e);
// Number of blocks; ST_CORRUPT when the section is cut short.
NODISCARD status long_section_blocks(const unsigned char *bytes, size_t length, uint64_t *count,
                                     struct error *e);

// --- frames --------------------------------------------------------------------------------------
// Appends a zstd frame of the text.
NODISCARD status frame_pack(string_view text, struct buffer *out, struct error *e);
// Appends what a single zstd frame holds, at most `most` bytes.
NODISCARD status frame_unpack(const void *frame, size_t length, size_t most, struct buffer *out,
                              struct error *e);
