// SPDX-License-Identifier: Apache-2.0
// Files of a dataset, as its page lists them.
#include "api/page_files.h"

#include "portal/file_records.h"

#include <stdlib.h>

static int newest_first(const void *a, const void *b)
{
    const struct file_row *x = a;
    const struct file_row *y = b;
    return x->time != y->time ? (x->time < y->time) - (x->time > y->time)
                              : sv_compare(x->name, y->name);
}

static string_view address_of(const struct site *site, const struct file_view *file,
                              struct arena *arena)
{
    moment pinned = site_pinned(site);
    return file->path.length == 0 ? SV("")
           : pinned == 0          ? file->path
                         : arena_print(arena, SV_FORMAT "?version=%lld", SV_ARGUMENT(file->path),
                                       (long long)pinned);
}

status page_files(const struct portal *portal, const struct site *site, const struct dataset *d,
                  struct arena *arena, const struct file_row **out, size_t *count, struct error *e)
{
    struct file_row *rows = arena_array(arena, struct file_row, d->resource_count + 1);
    *count = 0;
    if (rows == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the files of a page");
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        struct file_view file;
        if (d->resources[i].is_table) {
            continue;
        }
        TRY(file_view_read(portal, &d->resources[i], arena, &file, e));
        rows[(*count)++] = (struct file_row){
            .name = file.name,
            .address = address_of(site, &file, arena),
            .media_type = file.media_type,
            .sha256 = file.sha256,
            .table = file.table,
            .bytes = file.bytes,
            .time = view_time(&site->view, file.commit),
            .why_gone = sv_equal(file.removed, SV("erased"))      ? FILE_ERASED
                        : sv_equal(file.removed, SV("withdrawn")) ? FILE_WITHDRAWN
                                                                  : FILE_LOST,
        };
    }
    qsort(rows, *count, sizeof *rows, newest_first);
    *out = rows;
    return ST_OK;
}
