// SPDX-License-Identifier: Apache-2.0
// An arena and an error for each test, for tests of what is read into an arena.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/status.h"

static struct arena arena;
static struct error error;

static inline int arena_fixture_set_up(void **state)
{
    (void)state;
    arena_init(&arena, 0);
    error_clear(&error);
    return 0;
}

static inline int arena_fixture_tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

#define ARENA_TEST(name)                                                                           \
    cmocka_unit_test_setup_teardown(name, arena_fixture_set_up, arena_fixture_tear_down)
