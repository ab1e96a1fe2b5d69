// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of named areas: refused by name, or areas of which each is found by its name
// and has polygons, or is told as damaged. With an odd first byte, which is not a part of it, the
// hash is put right.
#include "base/hash.h"
#include "folder.h"
#include "query/area_set_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// Where the first line tells a hash of 64 digits, it becomes that of what lies behind the line.
static void right_hash(char *bytes, size_t size)
{
    static const char member[] = "\"sha256\":\"";
    char *end = memchr(bytes, '\n', size);
    char *told = end == NULL ? NULL : memmem(bytes, (size_t)(end - bytes), member, strlen(member));
    if (told != NULL && end - told > (ptrdiff_t)strlen(member) + 64) {
        struct sha256 hash;
        char text[65];
        sha256_of(end + 1, size - (size_t)(end + 1 - bytes), &hash);
        sha256_to_hex(&hash, text);
        memcpy(told + strlen(member), text, 64);
    }
}

static void look_at(const struct area_set_file *f)
{
    for (size_t i = 0; i < f->count; i++) {
        struct arena arena;
        struct error e = {0};
        const struct query_polygon *polygons = NULL;
        size_t count = 0;
        const struct area_line *line = &f->areas[i];
        const struct area_line *found = area_set_file_find(f, line->folded);
        // Behind a right hash names may be out of order, which the writer never leaves them.
        require(found == NULL || sv_equal(found->folded, line->folded));
        arena_init(&arena, (size_t)256 << 20);
        status result = area_line_polygons(line, &arena, &polygons, &count, &e);
        require(result == ST_OK || result == ST_CORRUPT || result == ST_INVALID);
        arena_release(&arena);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[PATH_SIZE];
    char *bytes = malloc(size + 1);
    struct area_set_file *f = NULL;
    struct error e = {0};
    size_t length = size == 0 ? 0 : size - 1;
    require(bytes != NULL);
    if (size > 0) {
        memcpy(bytes, data + 1, length);
        if (data[0] % 2 == 1) {
            right_hash(bytes, length);
        }
    }
    fuzz_put("seas.areas", bytes, length, path);
    if (went_well(area_set_file_open(path, &f, &e), &e, "seas.areas")) {
        look_at(f);
        area_set_file_close(f);
    }
    free(bytes);
    return 0;
}
