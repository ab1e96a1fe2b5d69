// SPDX-License-Identifier: Apache-2.0
// Growing plain arrays.
#include "base/array.h"

#include <stdlib.h>
#include <string.h>

bool array_reserve(void *items_pointer, size_t *capacity, size_t count, size_t size, size_t most)
{
    if (count < *capacity) {
        return true;
    }
    size_t wanted = *capacity < 8 ? 8 : *capacity * 2;
    wanted = MIN(wanted, most);
    size_t bytes = 0;
    if (wanted <= count || size_multiply_overflows(wanted, size, &bytes)) {
        return false;
    }
    void *items = NULL;
    memcpy(&items, items_pointer, sizeof(void *));
    void *grown = realloc(items, bytes);
    if (grown == NULL) {
        return false;
    }
    memcpy(items_pointer, &grown, sizeof(void *));
    *capacity = wanted;
    return true;
}
