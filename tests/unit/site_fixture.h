// SPDX-License-Identifier: Apache-2.0
// A data folder with a site, for tests of what is read there: people and the house.
#pragma once

#include "base/file.h"
#include "portal/house.h"
#include "portal/people.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct fixture {
    char folder[64];
    struct arena arena;
    struct people people;
    struct house house;
    struct error e;
};

static inline int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/test_site.XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    arena_init(&f->arena, 0);
    *state = f;
    return 0;
}

static inline int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_release(&f->arena);
    assert_int_equal(folder_remove(f->folder, NULL), ST_OK);
    free(f);
    return 0;
}

// Writes a file of the site.
static inline void put_bytes(const struct fixture *f, const char *name, string_view text)
{
    char path[PATH_SIZE];
    (void)snprintf(path, sizeof path, "%s/site/pages", f->folder);
    assert_int_equal(folder_make(path, NULL), ST_OK);
    (void)snprintf(path, sizeof path, "%s/site/%s", f->folder, name);
    assert_int_equal(file_replace(path, text.bytes, text.length, NULL), ST_OK);
}

static inline void put(const struct fixture *f, const char *name, const char *text)
{
    put_bytes(f, name, sv_from(text));
}
