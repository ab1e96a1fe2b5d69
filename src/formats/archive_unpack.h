// SPDX-License-Identifier: Apache-2.0
// A zip, tar or tar.gz unpacked into a folder, by libarchive, with everything refused that could
// leave the folder, fill the disk or hide something (rule A8): absolute names and "..", links,
// devices, names twice, more than EXPANSION_MOST_ENTRIES entries, expansion past
// formats/expansion.h. What operating systems drop into archives (__MACOSX, ._*, .DS_Store) is left
// out. Must not know: what the files mean.
#pragma once

#include "base/status.h"

// `folder` exists and is empty; `name` is what messages call the archive. On failure files may be
// left in the folder, which the caller removes in any case.
NODISCARD status archive_unpack(const char *path, const char *name, const char *folder,
                                struct error *e);

// Whether a relative name stays inside its folder: not absolute, no "..", no backslash, no drive.
bool is_safe_name(const char *name);
// Whether a name (its last part or any folder in it) is something operating systems leave behind.
bool is_junk_name(const char *name);
