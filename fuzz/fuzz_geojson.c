// SPDX-License-Identifier: Apache-2.0
// Any bytes as GeoJSON of areas (`vitrine areas import`): refused with a sentence, or a set whose
// every area is found. An odd first byte, which is not a part of it, leaves out what is broken.
#include "folder.h"
#include "query/area_set_file.h"
#include "query/area_sets.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look_at_all(const char *file)
{
    char path[PATH_SIZE];
    struct error e = {0};
    struct area_set_file *f = NULL;
    require(path_join(path, sizeof path, fuzz_folder(), file, &e) == ST_OK);
    require(area_set_file_open(path, &f, &e) == ST_OK);
    require(f->count > 0);
    for (size_t i = 0; i < f->count; i++) {
        struct arena arena;
        const struct query_polygon *polygons = NULL;
        size_t count = 0;
        const struct area_line *line = area_set_file_find(f, f->areas[i].folded);
        arena_init(&arena, (size_t)256 << 20);
        require(line == &f->areas[i]);
        require(area_line_polygons(line, &arena, &polygons, &count, &e) == ST_OK && count > 0);
        arena_release(&arena);
    }
    area_set_file_close(f);
    require(unlink(path) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct error e = {0};
    struct area_import_result told;
    if (size == 0) {
        return 0;
    }
    struct area_import import = {
        .name = SV("sea"), .category = SV("marine"), .skip_broken = data[0] % 2 == 1};
    area_sets_use(fuzz_folder(), NULL);
    string_view text = {(const char *)data + 1, size - 1};
    status result = area_sets_import(text, &import, NULL, NULL, &told, &e);
    if (result == ST_OK) {
        look_at_all(told.file);
    } else {
        require(result == ST_BAD_DATA || result == ST_INVALID || result == ST_TOO_LARGE);
        require(e.message[0] != '\0');
    }
    return 0;
}
