// SPDX-License-Identifier: Apache-2.0
// A file under a name that kept_open removes if the process is killed before it is hidden.
#include "portal/scratch_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define FOLDER  "kept"
#define PATTERN "scratch.XXXXXX.part"
#define ENDING  5 // ".part"
#define PIECE   ((size_t)256 << 10)

static status open_in(const char *folder, struct scratch_file *out, struct error *e)
{
    TRY(path_join(out->path, sizeof out->path, folder, PATTERN, e));
    out->descriptor = mkostemps(out->path, ENDING, O_CLOEXEC);
    return out->descriptor >= 0 ? ST_OK : error_set_errno(e, "no file can be made in %s", folder);
}

status scratch_open(const char *data_folder, struct scratch_file *out, struct error *e)
{
    char folder[PATH_SIZE];
    struct error ignored = {0};
    const char *spare = getenv("TMPDIR");
    TRY(path_join(folder, sizeof folder, data_folder, FOLDER, e));
    if (folder_make(folder, &ignored) == ST_OK && open_in(folder, out, &ignored) == ST_OK) {
        return ST_OK;
    }
    return open_in(spare != NULL && spare[0] != '\0' ? spare : "/tmp", out, e);
}

void scratch_hide(struct scratch_file *f)
{
    if (f->path[0] != '\0') {
        (void)unlink(f->path);
        f->path[0] = '\0';
    }
}

status scratch_check_room(const struct scratch_file *f, struct error *e)
{
    return file_has_room(f->descriptor)
               ? ST_OK
               : error_set(e, ST_IO,
                           "the disk is nearly full: what must be whole before it can be sent has "
                           "no room; ask for fewer records, or make room");
}

status scratch_give(const struct scratch_file *f,
                    status (*sink)(void *argument, string_view bytes, struct error *e),
                    void *argument, struct error *e)
{
    size_t got = PIECE;
    char *piece = lseek(f->descriptor, 0, SEEK_SET) == 0 ? malloc(PIECE) : NULL;
    if (piece == NULL) {
        return error_set_errno(e, "a file cannot be read back");
    }
    status result = ST_OK;
    while (result == ST_OK && got == PIECE) {
        result = file_read_some(f->descriptor, piece, PIECE, &got, "a file laid by", e);
        if (result == ST_OK && got > 0) {
            result = sink(argument, (string_view){piece, got}, e);
        }
    }
    free(piece);
    return result;
}

void scratch_close(struct scratch_file *f)
{
    scratch_hide(f);
    (void)close(f->descriptor);
    f->descriptor = -1;
}
