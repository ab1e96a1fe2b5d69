// SPDX-License-Identifier: Apache-2.0
// Memory in large pages: of every size, all of it may be written, and it begins a line or a page.
#include "base/large_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void gives_memory_of_every_size(void **state)
{
    (void)state;
    static const size_t sizes[] = {
        1, 63, 64, 4097, LARGE_PAGE - 1, LARGE_PAGE, LARGE_PAGE + 1, 3 * LARGE_PAGE + 4096 + 5};
    for (size_t i = 0; i < ARRAY_LENGTH(sizes); i++) {
        unsigned char *memory = large_memory(sizes[i]);
        assert_non_null(memory);
        size_t alignment = sizes[i] < LARGE_PAGE ? MEMORY_LINE : LARGE_PAGE;
        assert_int_equal((uintptr_t)memory % alignment, 0);
        memset(memory, 0x5a, sizes[i]);
        assert_int_equal(memory[sizes[i] - 1], 0x5a);
        free(memory);
    }
    assert_null(large_memory(0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_memory_of_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
