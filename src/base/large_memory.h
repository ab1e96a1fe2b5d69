// SPDX-License-Identifier: Apache-2.0
// Memory that is looked at in an order far from that of its bytes. Must not know: what lies there.
#pragma once

#include "base/base.h"

#define LARGE_PAGE  ((size_t)2 << 20)
#define MEMORY_LINE ((size_t)64) // what a processor fetches at once

// For free(): begins a line; of a large page or more it lies in large pages where the system gives
// them, since small ones cost a miss of the address cache for most looks. What is never touched
// is never taken. NULL when there is none, or `size` is 0.
NODISCARD void *large_memory(size_t size);
