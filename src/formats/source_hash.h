// SPDX-License-Identifier: Apache-2.0
// The SHA-256 of an input as it lies on disk: a file's bytes; of a folder "name NUL size NUL bytes"
// of every file in it, in byte order of their names relative to the folder. Must not know: what is
// in the files.
#pragma once

#include "base/status.h"

#include <stdatomic.h>

// In hexadecimal with a NUL. ST_CANCELLED soon after `stopped` (may be NULL) becomes true.
NODISCARD status source_hash(const char *path, const atomic_bool *stopped, char out[65],
                             struct error *e);
