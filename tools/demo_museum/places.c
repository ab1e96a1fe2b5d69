// SPDX-License-Identifier: Apache-2.0
// Puts the tables of localities together and measures between points; see places.h.
#include "places.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double KM_PER_DEGREE = 111.195;
static const double RADIANS = 0.017453292519943295;
static const double TROPICS = 28.0; // shores nearer the equator are warm

uint32_t realm_mask(const char *letters, size_t length)
{
    static const char ORDER[] = "EANTFMIUZOPcwd";
    uint32_t mask = 0;
    for (size_t i = 0; i < length; i++) {
        if (letters[i] == '*') {
            mask |= 0x3ff;
            continue;
        }
        const char *found = strchr(ORDER, letters[i]);
        if (found == NULL || *found == '\0') {
            fatal("unknown realm '%c'", letters[i]);
        }
        mask |= 1U << (found - ORDER);
    }
    return mask;
}

size_t country_find(const char *iso)
{
    for (size_t i = 0; i < COUNTRY_COUNT; i++) {
        if (strcmp(COUNTRIES[i].iso, iso) == 0) {
            return i;
        }
    }
    fatal("no country %s", iso);
}

// Whether an old name, with its years, was in use; cuts the years off it.
static bool in_use(struct part *name, int year)
{
    const char *at = memchr(name->start, '@', name->length);
    if (at == NULL) {
        return true;
    }
    name->length = (size_t)(at - name->start);
    char *end = NULL;
    long from = strtol(at + 1, &end, 10); // 0 before a hyphen
    if (from < 0) {
        return year <= -from; // "@-1945"
    }
    long to = strtol(end + 1, NULL, 10);
    return year >= from && (to == 0 || year <= to);
}

struct part country_old_name(const struct country *country, int year, uint32_t pick)
{
    size_t count = list_count(country->old_names, ';');
    struct part names[8];
    size_t usable = 0;
    for (size_t i = 0; i < count && usable < sizeof(names) / sizeof(names[0]); i++) {
        struct part name = list_part(country->old_names, ';', i);
        if (in_use(&name, year)) {
            names[usable++] = name;
        }
    }
    return usable == 0 ? (struct part){0} : names[pick % usable];
}

static void add_sites(struct geography *geography, size_t *capacity, size_t country,
                      const struct place *places, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct place *place = &places[i];
        if (strcmp(place->country, COUNTRIES[country].iso) != 0) {
            continue;
        }
        uint32_t realms =
            realm_mask(place->realm != 0 ? &place->realm : &COUNTRIES[country].realm, 1);
        geography->country_realms[country] |= realms;
        if (place->habitat == 'c') {
            realms |= realm_mask(fabs(place->latitude) < TROPICS ? "w" : "c", 1);
        }
        geography->sites = array_grow(geography->sites, capacity, geography->site_count + 1,
                                      sizeof(*geography->sites));
        geography->sites[geography->site_count++] = (struct site){place, country, realms};
    }
}

void geography_make(struct geography *geography)
{
    size_t capacity = 0;
    *geography = (struct geography){0};
    geography->first_site = array_zero(COUNTRY_COUNT + 1, sizeof(size_t));
    geography->country_realms = array_zero(COUNTRY_COUNT, sizeof(uint32_t));
    for (size_t i = 0; i < COUNTRY_COUNT; i++) {
        geography->first_site[i] = geography->site_count;
        add_sites(geography, &capacity, i, PLACES_OLD_WORLD, PLACES_OLD_WORLD_COUNT);
        add_sites(geography, &capacity, i, PLACES_NEW_WORLD, PLACES_NEW_WORLD_COUNT);
        add_sites(geography, &capacity, i, PLACES_SOUTH, PLACES_SOUTH_COUNT);
        weights_add(&geography->countries, COUNTRIES[i].weight);
    }
    geography->first_site[COUNTRY_COUNT] = geography->site_count;
}

void geography_release(struct geography *geography)
{
    free(geography->sites);
    free(geography->first_site);
    free(geography->country_realms);
    weights_release(&geography->countries);
}

void point_offset(double latitude, double longitude, double bearing, double distance,
                  double *out_latitude, double *out_longitude)
{
    double north = distance * cos(bearing * RADIANS) / KM_PER_DEGREE;
    double east = distance * sin(bearing * RADIANS) / KM_PER_DEGREE / cos(latitude * RADIANS);
    *out_latitude = latitude + north;
    *out_longitude = longitude + east;
    if (*out_longitude > 180) {
        *out_longitude -= 360;
    } else if (*out_longitude < -180) {
        *out_longitude += 360;
    }
}

double point_distance(double latitude, double longitude, double to_latitude, double to_longitude)
{
    double p = latitude * RADIANS;
    double q = to_latitude * RADIANS;
    double half_p = sin((p - q) / 2);
    double half_l = sin((longitude - to_longitude) * RADIANS / 2);
    double h = half_p * half_p + cos(p) * cos(q) * half_l * half_l;
    return 2 * 6371.0 * asin(sqrt(h > 1 ? 1 : h));
}

const char *compass_point(double bearing)
{
    static const char *const POINTS[] = {"N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE",
                                         "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"};
    int sector = (int)floor(bearing / 22.5 + 0.5);
    return POINTS[(sector % 16 + 16) % 16];
}
