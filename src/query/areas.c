// SPDX-License-Identifier: Apache-2.0
// Finds named areas and decodes their polygons.
// Must not know: records.
#include "query/areas.h"

#include "base/fold.h"
#include "query/area_sets.h"
#include "query/areas_data.h"
#include "query/near_names.h"
#include "query/query_tree.h"

#include <string.h>

// --- names -----------------------------------------------------------------------------------

static const struct area_country *find_country(string_view name)
{
    for (size_t i = 0; i < area_country_count; i++) {
        if (fold_case_equal(name, sv_from(area_countries[i].name)) ||
            fold_case_equal(name, sv_from(area_countries[i].short_name))) {
            return &area_countries[i];
        }
    }
    return NULL;
}

static status unknown_country(string_view name, struct error *e)
{
    struct near_names near;
    near_names_init(&near, name);
    for (size_t i = 0; i < area_country_count; i++) {
        near_names_offer(&near, sv_from(area_countries[i].name));
    }
    char list[NEAR_NAMES_TEXT];
    near_names_print(&near, list);
    near_names_release(&near);
    return error_set_field(
        e, ST_INVALID, "geo_named_area", "there is no country \"" SV_FORMAT "\"%s%s",
        SV_ARGUMENT(query_excerpt(name, 60)), list[0] == '\0' ? "" : "; near names: ", list);
}

status area_check(string_view category, string_view name, struct error *e)
{
    if (!sv_equal(category, SV("country"))) {
        return area_sets_check(category, name, e);
    }
    return find_country(name) == NULL ? unknown_country(name, e) : ST_OK;
}

// --- shapes ----------------------------------------------------------------------------------

struct decoder {
    struct arena *arena;
    const int16_t *at; // in area_shapes
    double *positions; // of the ring being made
    size_t count;
};

static int32_t take_number(const char **at)
{
    uint32_t value = 0;
    uint32_t shift = 0;
    uint32_t five = 0;
    do {
        five = (uint32_t)(unsigned char)*(*at)++ - 63;
        value |= (five & 0x1f) << shift;
        shift += 5;
    } while (five >= 0x20 && shift < 32);
    return (int32_t)(value >> 1) ^ -(int32_t)(value & 1);
}

static size_t arc_positions(const char *arc)
{
    size_t ends = 0;
    for (; *arc != '\0'; arc++) {
        ends += (unsigned char)*arc - 63 < 0x20;
    }
    return ends / 2;
}

// Appends an arc's positions; the first is left out where the ring has it from the arc before.
static void add_arc(struct decoder *d, int16_t number)
{
    bool backwards = number < 0;
    const char *arc = area_arcs[backwards ? ~number : number];
    size_t count = arc_positions(arc);
    size_t skipped = d->count > 0 ? 1 : 0;
    double *first = d->positions + 2 * d->count;
    int32_t x = 0;
    int32_t y = 0;
    for (size_t i = 0; i < count; i++) {
        x += take_number(&arc);
        y += take_number(&arc);
        size_t place = backwards ? count - 1 - i : i;
        if (place >= skipped) {
            double *to = first + 2 * (place - skipped);
            to[0] = area_grid.west + x * area_grid.width;
            to[1] = area_grid.south + y * area_grid.height;
        }
    }
    d->count += count - skipped;
}

static status decode_ring(struct decoder *d, struct query_ring *out, struct error *e)
{
    int16_t arcs = *d->at++;
    size_t most = 0;
    for (int16_t i = 0; i < arcs; i++) {
        most += arc_positions(area_arcs[d->at[i] < 0 ? ~d->at[i] : d->at[i]]);
    }
    d->count = 0;
    d->positions = arena_array(d->arena, double, 2 * most);
    if (d->positions == NULL) {
        return query_no_memory(e);
    }
    for (int16_t i = 0; i < arcs; i++) {
        add_arc(d, *d->at++);
    }
    *out = (struct query_ring){d->positions, d->count};
    return ST_OK;
}

static status decode_polygon(struct decoder *d, struct query_polygon *out, struct error *e)
{
    size_t count = (size_t)*d->at++;
    struct query_ring *rings = arena_array(d->arena, struct query_ring, count);
    if (rings == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(decode_ring(d, &rings[i], e));
    }
    *out = (struct query_polygon){rings, count};
    return ST_OK;
}

status area_lookup(struct snapshot *s, uint32_t commit, struct arena *arena, string_view category,
                   string_view name, const struct query_polygon **polygons, size_t *count,
                   struct error *e)
{
    if (!sv_equal(category, SV("country"))) {
        return area_sets_look_up(s, commit, arena, category, name, polygons, count, e);
    }
    const struct area_country *country = find_country(name);
    if (country == NULL) {
        return unknown_country(name, e);
    }
    struct decoder d = {.arena = arena, .at = area_shapes + country->shape};
    size_t found = (size_t)*d.at++;
    struct query_polygon *list = arena_array(arena, struct query_polygon, found);
    if (list == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < found; i++) {
        TRY(decode_polygon(&d, &list[i], e));
    }
    *polygons = list;
    *count = found;
    return ST_OK;
}
