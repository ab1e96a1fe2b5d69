// SPDX-License-Identifier: Apache-2.0
// The world of the demo museum: countries, localities on their land, seas, and the realms that
// plants and animals keep to. Coordinates are decimal degrees, WGS84; distances are kilometres.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "random.h"
#include "support.h"

// Languages that personal names are made in.
enum culture {
    CULTURE_ENGLISH,
    CULTURE_FRENCH,
    CULTURE_GERMAN,
    CULTURE_DUTCH,
    CULTURE_NORDIC,
    CULTURE_SLAVIC,
    CULTURE_ITALIAN,
    CULTURE_SPANISH,
    CULTURE_PORTUGUESE,
    CULTURE_INDIAN,
    CULTURE_JAPANESE,
    CULTURE_CHINESE,
    CULTURE_ARABIC,
    CULTURE_AFRICAN,
    CULTURE_MALAY,
    CULTURE_COUNT,
};

struct country {
    const char *iso; // ISO 3166-1 alpha-2
    const char *name;
    const char *continent;
    char realm;
    int weight; // how much was collected there
    enum culture culture;
    const char *adjectives; // Latin, "anglic-us,britannic-us" (latin.h)
    // As old labels write it, or NULL: names separated by semicolons, each with the years it was in
    // use where it had its time: "Tanganyika@1919-1961".
    const char *old_names;
};

// Realms by letter: E Europe and the Near East, A northern Asia, N North America, T tropical
// America, F Africa, M Madagascar and the Mascarenes, I tropical Asia, U Australia and New Guinea,
// Z New Zealand, O the Pacific islands, P the far South; in the sea c cold and temperate, w warm,
// d deep. "*" stands for all land but P.
uint32_t realm_mask(const char *letters, size_t length);

// Habitats by letter: f wet tropical forest, t temperate woodland, g grassland and savanna,
// d desert, s dry scrub, m mountain, b boreal and tundra, w wetland and river, c shore, u fields.
struct place {
    const char *country;
    const char *province;
    const char *county; // British and Irish vice-county
    const char *name;
    double latitude;
    double longitude;
    double radius; // every point within lies on land in the country
    int elevation; // metres
    char habitat;
    const char *island;
    char realm; // 0: the country's
};

struct sea {
    const char *water_body;
    const char *name;
    double latitude;
    double longitude;
    double radius;
    int depth; // metres
    const char *realms;
};

extern const struct country COUNTRIES[];
extern const size_t COUNTRY_COUNT;
extern const struct place PLACES_OLD_WORLD[];
extern const size_t PLACES_OLD_WORLD_COUNT;
extern const struct place PLACES_NEW_WORLD[];
extern const size_t PLACES_NEW_WORLD_COUNT;
extern const struct place PLACES_SOUTH[];
extern const size_t PLACES_SOUTH_COUNT;
extern const struct sea SEAS[];
extern const size_t SEA_COUNT;

// A locality with what is worked out about it.
struct site {
    const struct place *place;
    size_t country;
    uint32_t realms; // of the land, and of the sea where it is a shore
};

struct geography {
    struct site *sites; // those of one country lie together
    size_t site_count;
    size_t *first_site; // by country; one more at the end
    uint32_t *country_realms;
    struct weights countries;
};

void geography_make(struct geography *geography);
void geography_release(struct geography *geography);
// One of the country's old names in use in the year, chosen by `pick`; empty where there is none.
struct part country_old_name(const struct country *country, int year, uint32_t pick);
// The country of an ISO code; ends the program where there is none.
size_t country_find(const char *iso);

// A point `distance` away on `bearing` (degrees from north), near enough for short ways.
void point_offset(double latitude, double longitude, double bearing, double distance,
                  double *out_latitude, double *out_longitude);
double point_distance(double latitude, double longitude, double to_latitude, double to_longitude);
// N, NNE, NE ...
const char *compass_point(double bearing);
