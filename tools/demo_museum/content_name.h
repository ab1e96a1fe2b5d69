// SPDX-License-Identifier: Apache-2.0
// The name of a media file, from its content, as data folders keep them (src/portal/media.h). It
// must not know what is in the file.
#pragma once

#include <stddef.h>

enum { CONTENT_NAME_SIZE = 72 };

// 64 hexadecimal digits of the SHA-256, a point and the extension.
void content_name(const void *bytes, size_t length, const char *extension,
                  char out[CONTENT_NAME_SIZE]);
