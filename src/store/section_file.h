// SPDX-License-Identifier: Apache-2.0
// A segment file being written: sections one after the other, then the directory, then the header
// (docs/format.md, Segment). Sections may be added by several threads at once.
// Must not know: what is in the sections.
#pragma once

#include "base/status.h"
#include "store/segment_format.h"

struct section_part {
    const void *bytes;
    size_t length;
};

struct section_file;

NODISCARD status section_file_create(const char *path, struct section_file **out, struct error *e);
// Writes the parts one behind the other as one section; `count` is the number of its items.
NODISCARD status section_file_add(struct section_file *f, enum section_kind kind, uint32_t path,
                                  uint64_t count, const struct section_part *parts,
                                  size_t part_count, struct error *e);
// The same, and tells a number in the directory (docs/format.md).
NODISCARD status section_file_add_told(struct section_file *f, enum section_kind kind,
                                       uint32_t path, uint64_t count, uint64_t told,
                                       const struct section_part *parts, size_t part_count,
                                       struct error *e);
// The file is written packed if it turns out small (docs/format.md, Packed segment).
void section_file_pack(struct section_file *f);
uint64_t section_file_length(struct section_file *f);
size_t section_file_memory(struct section_file *f);
// Writes directory and header and syncs. The file must still be destroyed.
NODISCARD status section_file_finish(struct section_file *f, uint32_t paths, uint64_t rows,
                                     uint64_t levels, struct error *e);
// Removes the file unless it was finished. NULL is fine.
void section_file_destroy(struct section_file *f);
