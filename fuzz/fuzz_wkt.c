// SPDX-License-Identifier: Apache-2.0
// Any bytes as well-known text: refused with a sentence, or polygons that can be checked, of which
// those that are whole print as an area that reads back as the same.
#include "query/polygon_check.h"
#include "query/query_tree.h"
#include "query/wkt.h"

#include <stdlib.h>

#define MOST_POSITIONS ((size_t)2000)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check_area(struct arena *arena, const struct query_polygon *polygons, size_t count)
{
    struct query area = {
        .kind = QUERY_GEO_CUSTOM_AREA, .polygons = polygons, .polygon_count = count};
    struct error error = {0};
    struct buffer once;
    struct buffer twice;
    const struct query *again = NULL;
    buffer_init(&once, (size_t)16 << 20);
    buffer_init(&twice, (size_t)16 << 20);
    query_print(&area, &once);
    require(query_from_json(arena, buffer_view(&once), &again, &error) == ST_OK);
    query_print(again, &twice);
    require(sv_equal(buffer_view(&once), buffer_view(&twice)));
    buffer_release(&once);
    buffer_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct error error = {0};
    const struct query_polygon *polygons = NULL;
    size_t count = 0;
    arena_init(&arena, (size_t)256 << 20);
    status result = wkt_read_polygons(&arena, (string_view){(const char *)data, size},
                                      MOST_POSITIONS, &polygons, &count, &error);
    require((result == ST_OK) == (error.code == ST_OK));
    if (result == ST_OK && polygons_check(polygons, count, &error) == ST_OK) {
        check_area(&arena, polygons, count);
    }
    arena_release(&arena);
    return 0;
}
