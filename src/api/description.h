// SPDX-License-Identifier: Apache-2.0
// The API's description as the binary carries it: src/api/openapi.json, turned into C by the build
// (cmake/VitrineDescription.cmake). Immutable.
#pragma once

#include <stddef.h>

extern const unsigned char api_description_text[];
extern const size_t api_description_length;
