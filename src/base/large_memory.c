// SPDX-License-Identifier: Apache-2.0
// Large pages are wished for, not needed.
#include "base/large_memory.h"

#include <stdlib.h>
#include <sys/mman.h>

void *large_memory(size_t size)
{
    void *memory = NULL;
    size_t alignment = size < LARGE_PAGE ? MEMORY_LINE : LARGE_PAGE;
    if (size == 0 || posix_memalign(&memory, alignment, size) != 0) {
        return NULL;
    }
    if (size >= LARGE_PAGE) {
        (void)madvise(memory, size & ~(LARGE_PAGE - 1), MADV_HUGEPAGE);
    }
    return memory;
}
