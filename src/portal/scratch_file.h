// SPDX-License-Identifier: Apache-2.0
// A file for what must be whole before its first byte can be given on. It lies in DATA/kept, in the
// system's folder for temporary files where the data folder cannot be written, and loses its name
// at once, so that nothing is left of it however the process ends. Must not know: what is in it.
#pragma once

#include "base/file.h"

struct scratch_file {
    int descriptor;
    char path[PATH_SIZE]; // "" once it is hidden
};

// An empty one. ST_IO where none can be made.
NODISCARD status scratch_open(const char *data_folder, struct scratch_file *out, struct error *e);
// Takes its name away, once whoever writes it has it open.
void scratch_hide(struct scratch_file *f);
// ST_IO when the disk has no room but what is the store's own.
NODISCARD status scratch_check_room(const struct scratch_file *f, struct error *e);
// Gives all of it on, from its first byte, in pieces.
NODISCARD status scratch_give(const struct scratch_file *f,
                              status (*sink)(void *argument, string_view bytes, struct error *e),
                              void *argument, struct error *e);
// Frees its room, hidden or not.
void scratch_close(struct scratch_file *f);
