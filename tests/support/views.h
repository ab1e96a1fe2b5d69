// SPDX-License-Identifier: Apache-2.0
// Assertions on views, which have no NUL at their end.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/string_view.h"

static inline void assert_view(string_view view, const char *expected)
{
    char *text = malloc(view.length + 1);
    assert_non_null(text);
    memcpy(text, view.length > 0 ? view.bytes : "", view.length);
    text[view.length] = '\0';
    assert_string_equal(text, expected);
    free(text);
}
