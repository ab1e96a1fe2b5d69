// SPDX-License-Identifier: Apache-2.0
// Levels are told from the innermost list outwards.
#include "query/path_cells.h"

#include <string.h>

status path_cells_open(const struct field_path *path, struct path_cells *out, struct error *e)
{
    out->depth = 0;
    TRY(segment_column(path->segment, path->path, &out->column, e));
    TRY(segment_dictionary(path->segment, path->path, &out->dictionary, e));
    for (uint32_t level = path->level; level != 0;
         level = segment_level_parent(path->segment, level)) {
        if (out->depth == PATH_LISTS) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        memmove(out->offsets + 1, out->offsets, out->depth * sizeof *out->offsets);
        TRY(segment_offsets(path->segment, level, &out->offsets[0], e));
        out->depth++;
    }
    return ST_OK;
}
