// SPDX-License-Identifier: Apache-2.0
// The patterns of robots that the program carries. Must not know: how they are matched.
#pragma once

#include <stddef.h>

extern const char *const robot_patterns[];
extern const size_t robot_pattern_count;
