// SPDX-License-Identifier: Apache-2.0
// Where a record comes from: country, locality, coordinates and the label's own words; see
// record.h.
#include <ctype.h>
#include <math.h>
#include <string.h>

#include "record.h"

// What a locality is called, wherever it is.
struct locality {
    const char *iso; // NULL at sea
    const char *province;
    const char *county;
    const char *name;
    const char *island;
};

static struct locality locality_of(const struct museum *museum, const struct event *event)
{
    switch (event->setting) {
    case AT_SITE: {
        const struct place *place = museum->geography.sites[event->place].place;
        return (struct locality){place->country, place->province, place->county, place->name,
                                 place->island};
    }
    case AT_FORMATION: {
        const struct formation *formation = &FORMATIONS[event->place];
        return (struct locality){.iso = formation->country,
                                 .province = formation->province,
                                 .name = formation->locality};
    }
    case AT_MINE: {
        const struct mine *mine = &MINES[event->place];
        return (struct locality){
            .iso = mine->country, .province = mine->province, .name = mine->district};
    }
    case AT_SEA:
        break;
    }
    return (struct locality){.name = SEAS[event->place].name};
}

struct part event_old_country(const struct museum *museum, uint32_t at)
{
    const struct event *event = &museum->events[at];
    struct locality locality = locality_of(museum, event);
    if (locality.iso == NULL) {
        return (struct part){0};
    }
    const struct country *country = &COUNTRIES[country_find(locality.iso)];
    // One event's labels agree with each other.
    struct rng rng = rng_make(museum->seed, "country", at);
    struct part name = country_old_name(country, event->year, (uint32_t)(rng_next(&rng) >> 40));
    // Malaya was on the mainland, and England has its bounds.
    bool misplaced = (strcmp(country->iso, "MY") == 0 && locality.island != NULL) ||
                     (name.length == 7 && strncmp(name.start, "England", 7) == 0 &&
                      strcmp(locality.province, "England") != 0);
    return misplaced ? (struct part){0} : name;
}

static void record_geography(struct record *record, const struct locality *locality)
{
    if (locality->iso == NULL) {
        record_set(record, COL_WATER_BODY, SEAS[record->event->place].water_body);
        record_set(record, COL_HIGHER_GEOGRAPHY, SEAS[record->event->place].water_body);
        return;
    }
    const struct country *country = &COUNTRIES[country_find(locality->iso)];
    struct part old = event_old_country(record->museum, record->specimen->event);
    record_set(record, COL_CONTINENT, country->continent);
    if (record->specimen->old_country && old.length > 0) {
        record_begin(record);
        text_add_bytes(&record->bytes, old.start, old.length);
        record_end(record, COL_COUNTRY);
    } else {
        record_set(record, COL_COUNTRY, country->name);
        record_set(record, COL_COUNTRY_CODE, country->iso);
    }
    record_set(record, COL_STATE_PROVINCE, locality->province);
    record_set(record, COL_VICE_COUNTY, locality->county);
    record_set(record, COL_ISLAND, locality->island);
    record_begin(record);
    text_format(&record->bytes, "%s; %s", country->continent, country->name);
    if (locality->province != NULL) {
        text_format(&record->bytes, "; %s", locality->province);
    }
    record_end(record, COL_HIGHER_GEOGRAPHY);
}

static void add_spot(struct text *text, const struct event *event, const struct locality *locality)
{
    text_add(text, locality->name);
    if (event->distance >= 0.8) {
        text_format(text, ", %.0f km %s", event->distance, compass_point(event->bearing));
    }
}

static void record_locality(struct record *record, const struct locality *locality)
{
    static const char *const DETAILS[] = {
        "along the track",    "by the river",      "near the rest house", "above the village",
        "below the pass",     "roadside",          "edge of the reserve", "at the ford",
        "behind the mission", "on the north bank", "foot of the slope",   "beside the old road"};
    const struct event *event = record->event;
    static const char *const AT_HOME[] = {"by the mill",      "churchyard",  "along the towpath",
                                          "below the bridge", "roadside",    "edge of the wood",
                                          "old quarry",       "railway bank"};
    struct rng rng = rng_make(record->museum->seed, "locality", record->specimen->event);
    record_begin(record);
    add_spot(&record->bytes, event, locality);
    if (event->setting == AT_SITE && rng_chance(&rng, 0.35)) {
        bool europe = strcmp(COUNTRIES[country_find(locality->iso)].continent, "Europe") == 0;
        text_format(&record->bytes, ", %s",
                    europe ? RNG_WORD(&rng, AT_HOME) : RNG_WORD(&rng, DETAILS));
    } else if (event->setting == AT_SEA) {
        struct rng station = rng_make(record->museum->seed, "station", record->specimen->event);
        text_format(&record->bytes, ", station %d", rng_between(&station, 1, 420));
    }
    record_end(record, COL_LOCALITY);
}

// In capitals, unless that would need more than the letters of ASCII.
static void add_capitals(struct text *text, struct part head)
{
    bool plain = true;
    for (size_t i = 0; i < head.length; i++) {
        plain = plain && (unsigned char)head.start[i] < 0x80;
    }
    for (size_t i = 0; i < head.length; i++) {
        text_add_char(text, plain ? (char)toupper((unsigned char)head.start[i]) : head.start[i]);
    }
}

// The island, the country as it was called then, or the sea.
static struct part label_head(const struct record *record, const struct locality *locality)
{
    const struct event *event = record->event;
    if (locality->iso == NULL) {
        const char *water = SEAS[event->place].water_body;
        return (struct part){water, strlen(water)};
    }
    if (locality->island != NULL) {
        return (struct part){locality->island, strlen(locality->island)};
    }
    const struct country *country = &COUNTRIES[country_find(locality->iso)];
    struct part old = event_old_country(record->museum, record->specimen->event);
    if (event->year < 1965 && old.length > 0) {
        return old;
    }
    return (struct part){country->name, strlen(country->name)};
}

// "BORNEO: Sandakan, Sepilok, 7 km NE. 40 ft. 12.iii.1913. C. J. Thornquay."
static void record_label(struct record *record, const struct locality *locality)
{
    const struct event *event = record->event;
    struct rng rng = rng_make(record->museum->seed, "label", record->specimen->event);
    if (event->setting == AT_FORMATION || event->setting == AT_MINE || !rng_chance(&rng, 0.6)) {
        return;
    }
    struct text *text = &record->bytes;
    struct part head = label_head(record, locality);
    record_begin(record);
    add_capitals(text, head);
    text_add(text, ": ");
    add_spot(text, event, locality);
    text_add(text, ". ");
    if (event->elevation > 0) {
        if (event->year < 1965) {
            text_format(text, "%.0f ft. ", round(event->elevation / 0.3048 / 50) * 50);
        } else {
            text_format(text, "%d m. ", event->elevation);
        }
    }
    text_add_roman_date(text, event->date);
    text_format(text, "%s%s.", event->date.year == 0 ? "" : ". ",
                record->museum->people.persons[event->leader].name);
    record_end(record, COL_LABEL_LOCALITY);
}

static void set_degrees(struct record *record, enum column column, double value, int decimals)
{
    record_begin(record);
    text_format(&record->bytes, "%.*f", decimals, value);
    record_end(record, column);
}

// 5°52'N, as maps and labels give it.
static void set_verbatim(struct record *record, enum column column, double value, char positive,
                         char negative)
{
    double size = fabs(value);
    int degrees = (int)size;
    int minutes = (int)((size - degrees) * 60);
    record_begin(record);
    text_format(&record->bytes, "%d°%02d'%c", degrees, minutes, value < 0 ? negative : positive);
    record_end(record, column);
}

static void record_coordinates(struct record *record)
{
    static const char *const PROTOCOLS[] = {"Gazetteer", "Google Maps", "GEOLocate",
                                            "Georeferencing Quick Reference Guide 2006",
                                            "National topographic map"};
    const struct event *event = record->event;
    struct rng rng = rng_make(record->museum->seed, "georeference", record->specimen->event);
    bool on_label = rng_chance(&rng, 0.08);
    if (on_label) {
        set_verbatim(record, COL_VERBATIM_LATITUDE, event->latitude, 'N', 'S');
        set_verbatim(record, COL_VERBATIM_LONGITUDE, event->longitude, 'E', 'W');
    }
    if (!record->specimen->georeferenced) {
        return;
    }
    bool gps = event->year >= 2000;
    set_degrees(record, COL_DECIMAL_LATITUDE, event->latitude, gps ? 5 : 4);
    set_degrees(record, COL_DECIMAL_LONGITUDE, event->longitude, gps ? 5 : 4);
    record_set(record, COL_GEODETIC_DATUM, "WGS84");
    int coarse = rng_between(&rng, 1, 20) * 250;
    record_set_number(record, COL_COORDINATE_UNCERTAINTY, gps ? rng_between(&rng, 4, 30) : coarse);
    const char *iso = event_country(record->museum, event);
    const char *protocol = RNG_WORD(&rng, PROTOCOLS);
    if (iso != NULL && strcmp(iso, "GB") == 0 && rng_chance(&rng, 0.4)) {
        protocol = "Ordnance Survey map";
    }
    record_set(record, COL_GEOREFERENCE_PROTOCOL, gps ? "GPS" : protocol);
}

void record_place(struct record *record)
{
    const struct event *event = record->event;
    struct locality locality = locality_of(record->museum, event);
    record_geography(record, &locality);
    record_locality(record, &locality);
    record_label(record, &locality);
    record_coordinates(record);
    if (event->elevation != NO_ELEVATION) {
        record_set_number(record, COL_MINIMUM_ELEVATION, event->elevation);
        record_set_number(record, COL_MAXIMUM_ELEVATION, event->elevation);
    }
    if (event->deepest > 0) {
        record_set_number(record, COL_MINIMUM_DEPTH, event->shallowest);
        record_set_number(record, COL_MAXIMUM_DEPTH, event->deepest);
    }
}
