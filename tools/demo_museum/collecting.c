// SPDX-License-Identifier: Apache-2.0
// Collectors travel in their years, to their countries, and bring back what lives there: each trip
// is a row of days at localities, each day a handful of specimens. See museum.h.
#include "museum.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fieldwork.h"

enum { LAST_YEAR = 2024, FAVOURITES = 3 };

struct collector {
    size_t person;
    enum group group;
    size_t wanted; // specimens
    size_t favourites[FAVOURITES];
    uint32_t number; // the last given
    const size_t *colleagues;
    size_t colleague_count;
};

struct trip {
    int year;
    size_t size;
};

enum department specimen_department(const struct specimen *specimen)
{
    return GROUPS[specimen->group].department;
}

bool specimen_is_meteorite(const struct specimen *specimen)
{
    return specimen->group == GROUP_MINERALS && specimen->species == NO_SPECIES;
}

const char *event_country(const struct museum *museum, const struct event *event)
{
    switch (event->setting) {
    case AT_SITE:
        return COUNTRIES[museum->geography.sites[event->place].country].iso;
    case AT_FORMATION:
        return FORMATIONS[event->place].country;
    case AT_MINE:
        return MINES[event->place].country;
    case AT_SEA:
        break;
    }
    return NULL;
}

// When a career begins: the great age of collecting, the decades after the war, and today.
static int career_start(struct rng *rng, enum department department)
{
    double share = rng_unit(rng);
    if (share < 0.06) {
        return rng_between(rng, 1752, 1815);
    }
    if (share < 0.24) {
        return rng_between(rng, 1816, 1868);
    }
    if (share < 0.62) {
        return rng_between(rng, 1869, 1930);
    }
    if (share < (department == MINERALOGY ? 0.95 : 0.84)) {
        return rng_between(rng, 1946, 1980);
    }
    return rng_between(rng, 1981, 2012);
}

static struct collector collector_make(struct museum *museum, struct rng *rng, enum group group)
{
    struct geography *geography = &museum->geography;
    struct collector collector = {.group = group};
    int year = career_start(rng, GROUPS[group].department);
    size_t home = country_find("GB");
    if (rng_chance(rng, year < 1880 ? 0.3 : 0.55)) {
        home = weights_pick(&geography->countries, rng);
    }
    // Far countries were collected by residents from elsewhere until their own schools grew.
    enum culture culture = COUNTRIES[home].culture;
    double settlers = culture >= CULTURE_JAPANESE ? 0.95 : 0.7;
    if (year < 1930 && culture >= CULTURE_SPANISH && rng_chance(rng, settlers)) {
        culture = (enum culture)rng_below(rng, CULTURE_SPANISH);
    }
    collector.person = people_add(&museum->people, &museum->pool, rng, home, culture, year);
    for (int i = 0; i < FAVOURITES; i++) {
        collector.favourites[i] = weights_pick(&geography->countries, rng);
    }
    return collector;
}

static int trip_order(const void *a, const void *b)
{
    const struct trip *left = a;
    const struct trip *right = b;
    return (left->year > right->year) - (left->year < right->year);
}

static size_t country_choose(const struct museum *museum, struct rng *rng,
                             const struct collector *collector, uint32_t shore)
{
    const struct geography *geography = &museum->geography;
    for (int attempt = 0; attempt < 300; attempt++) {
        size_t country = museum->people.persons[collector->person].home;
        if (attempt > 40 || rng_chance(rng, 0.15)) {
            country = weights_pick(&geography->countries, rng);
        } else if (rng_chance(rng, 0.55)) {
            country = collector->favourites[rng_below(rng, FAVOURITES)];
        }
        uint32_t realms = geography->country_realms[country];
        if (shore != 0) {
            realms = 0;
            for (size_t i = geography->first_site[country]; i < geography->first_site[country + 1];
                 i++) {
                realms |= geography->sites[i].realms & shore;
            }
        }
        if (taxonomy_occurs(&museum->taxonomy, collector->group, realms)) {
            return country;
        }
    }
    return country_find("GB");
}

static size_t site_choose(const struct museum *museum, struct rng *rng, size_t country,
                          uint32_t shore)
{
    const struct geography *geography = &museum->geography;
    size_t first = geography->first_site[country];
    size_t count = geography->first_site[country + 1] - first;
    for (int attempt = 0; attempt < 200; attempt++) {
        size_t site = first + rng_below(rng, (uint32_t)count);
        bool on_shore = geography->sites[site].place->habitat == 'c';
        if (shore == 0 ? !on_shore || rng_chance(rng, 0.25)
                       : (geography->sites[site].realms & shore) != 0) {
            return site;
        }
    }
    return first;
}

// Where a trip goes for what its collector collects.
static void destination_choose(struct museum *museum, struct rng *rng,
                               const struct collector *collector, struct event *event,
                               size_t *country, uint32_t *shore)
{
    *country = COUNTRY_COUNT;
    *shore = 0;
    enum department department = GROUPS[collector->group].department;
    if (department == PALAEONTOLOGY) {
        event->setting = AT_FORMATION;
    } else if (department == MINERALOGY && rng_chance(rng, 0.93)) {
        event->setting = AT_MINE;
    } else if (rng_chance(rng, marine_share(collector->group))) {
        *shore = realm_mask("cw", 2);
        event->setting =
            rng_chance(rng, collector->group == GROUP_ALGAE ? 0.04 : 0.45) ? AT_SEA : AT_SITE;
    } else {
        event->setting = AT_SITE;
    }
    if (event->setting == AT_SITE) {
        *country = department == MINERALOGY ? weights_pick(&museum->geography.countries, rng)
                                            : country_choose(museum, rng, collector, *shore);
    }
}

static size_t formation_choose(const struct museum *museum, struct rng *rng, enum group group,
                               size_t home)
{
    for (int attempt = 0; attempt < 500; attempt++) {
        size_t i = rng_below(rng, (uint32_t)FORMATION_COUNT);
        bool at_home = strcmp(FORMATIONS[i].country, COUNTRIES[home].iso) == 0;
        if (museum->taxonomy.fossil_meetings[i * GROUP_COUNT + group].weights.count > 0 &&
            (at_home || rng_chance(rng, 0.4))) {
            return i;
        }
    }
    fatal("no formation for group %d", (int)group);
}

static void place_choose(struct museum *museum, struct rng *rng, const struct collector *collector,
                         struct event *event, size_t country, uint32_t shore)
{
    size_t home = museum->people.persons[collector->person].home;
    switch (event->setting) {
    case AT_SITE:
        event->place = site_choose(museum, rng, country, shore);
        break;
    case AT_SEA:
        for (int attempt = 0; attempt < 200; attempt++) {
            event->place = rng_below(rng, (uint32_t)SEA_COUNT);
            const char *realms = SEAS[event->place].realms;
            if (taxonomy_occurs(&museum->taxonomy, collector->group,
                                realm_mask(realms, strlen(realms)))) {
                break;
            }
        }
        break;
    case AT_FORMATION:
        event->place = formation_choose(museum, rng, collector->group, home);
        break;
    case AT_MINE:
        for (int attempt = 0; attempt < 4; attempt++) {
            event->place = rng_below(rng, (uint32_t)MINE_COUNT);
            if (strcmp(MINES[event->place].country, COUNTRIES[home].iso) == 0) {
                break;
            }
        }
        break;
    }
}

// The exact spot, within the radius in which every point is on land in the country.
static void spot_choose(const struct museum *museum, struct rng *rng, struct event *event)
{
    double latitude = 0, longitude = 0, radius = 0;
    switch (event->setting) {
    case AT_SITE: {
        const struct place *place = museum->geography.sites[event->place].place;
        latitude = place->latitude, longitude = place->longitude, radius = place->radius;
        break;
    }
    case AT_SEA:
        latitude = SEAS[event->place].latitude, longitude = SEAS[event->place].longitude;
        radius = SEAS[event->place].radius;
        break;
    case AT_FORMATION:
        latitude = FORMATIONS[event->place].latitude;
        longitude = FORMATIONS[event->place].longitude;
        radius = FORMATIONS[event->place].radius;
        break;
    case AT_MINE:
        latitude = MINES[event->place].latitude, longitude = MINES[event->place].longitude;
        radius = MINES[event->place].radius;
        break;
    }
    event->bearing = rng_between(rng, 0, 15) * 22.5;
    event->distance = radius * sqrt(rng_unit(rng));
    if (event->setting == AT_SITE && rng_chance(rng, 0.4)) {
        event->distance *= 0.08; // at the place itself
    }
    point_offset(latitude, longitude, event->bearing, event->distance, &event->latitude,
                 &event->longitude);
}

static void companions_choose(const struct museum *museum, struct rng *rng,
                              const struct collector *collector, struct event *event)
{
    if (!rng_chance(rng, event->year < 1900 ? 0.08 : 0.32)) {
        return;
    }
    size_t wanted = rng_chance(rng, 0.25) ? 2 : 1;
    for (int attempt = 0; attempt < 12 && event->companion_count < wanted; attempt++) {
        size_t other = collector->colleagues[rng_below(rng, (uint32_t)collector->colleague_count)];
        const struct person *person = &museum->people.persons[other];
        if (other != collector->person && person->active_from <= event->year &&
            person->active_to >= event->year &&
            (event->companion_count == 0 || event->companions[0] != other)) {
            event->companions[event->companion_count++] = other;
        }
    }
}

// Labels say less the older they are.
static struct date date_on_label(struct rng *rng, struct date date)
{
    double whole = date.year >= 1900 ? 0.9 : date.year >= 1850 ? 0.62 : 0.34;
    if (rng_chance(rng, whole)) {
        return date;
    }
    double rest = rng_unit(rng);
    if (rest < 0.4) {
        return (struct date){date.year, date.month, 0};
    }
    return rest < 0.82 ? (struct date){date.year, 0, 0} : (struct date){0};
}

static size_t event_add(struct museum *museum, struct event event)
{
    museum->events =
        array_grow(museum->events, &museum->event_capacity, museum->event_count + 1, sizeof(event));
    museum->events[museum->event_count] = event;
    return museum->event_count++;
}

void specimen_determine(struct museum *museum, struct specimen *specimen,
                        struct determination determination)
{
    determination.earlier = specimen->determination;
    museum->determinations = array_grow(museum->determinations, &museum->determination_capacity,
                                        museum->determination_count + 1, sizeof(determination));
    museum->determinations[museum->determination_count] = determination;
    specimen->determination = (uint32_t)museum->determination_count++;
}

size_t determiner_pick(const struct museum *museum, struct rng *rng, enum group group, int year)
{
    const size_t *authors = museum->taxonomy.authors[group];
    size_t count = museum->taxonomy.author_count[group];
    for (int attempt = 0; attempt < 16; attempt++) {
        size_t person = authors[rng_below(rng, (uint32_t)count)];
        if (museum->people.persons[person].active_from <= year &&
            museum->people.persons[person].active_to >= year) {
            return person;
        }
    }
    return NO_PERSON;
}

// What stood on the first determination label, and at times what stands on a second.
static void determine_first(struct museum *museum, struct rng *rng, struct specimen *specimen,
                            const struct event *event)
{
    if (specimen->group == GROUP_MINERALS) {
        return;
    }
    const struct species *species = &museum->taxonomy.species[specimen->species];
    int year = event->year + (int)rng_lognormal(rng, 4, 1.1);
    year = year < species->year ? species->year + rng_between(rng, 0, 12) : year;
    if (year > 2016) {
        year = event->year > 2016 || species->year > 2016 ? 0 : 2016;
    }
    struct determination now = {.species = specimen->species,
                                .rank = specimen->rank,
                                .person = NO_PERSON,
                                .date = {(int16_t)year, 0, 0}};
    if (year != 0 && rng_chance(rng, 0.8)) {
        now.person = determiner_pick(museum, rng, specimen->group, year);
    }
    if (now.person == NO_PERSON) {
        now.date = (struct date){0};
    }
    if (now.person != NO_PERSON && year > event->year + 6 && rng_chance(rng, 0.25)) {
        uint32_t genus = species->genus;
        uint32_t other = specimen->species;
        for (int attempt = 0; attempt < 6 && other == specimen->species; attempt++) {
            uint32_t candidate = specimen->species + rng_below(rng, 9) - 4;
            if (candidate < museum->taxonomy.species_count &&
                museum->taxonomy.species[candidate].genus == genus &&
                museum->taxonomy.species[candidate].year <= event->year + 2) {
                other = candidate;
            }
        }
        int earlier = event->year + rng_between(rng, 0, 3);
        struct determination before = {
            .species = other,
            .person = other == specimen->species
                          ? NO_PERSON
                          : determiner_pick(museum, rng, specimen->group, earlier),
            .date = {(int16_t)earlier, 0, 0}};
        if (before.person != NO_PERSON) {
            specimen_determine(museum, specimen, before);
        }
    }
    specimen_determine(museum, specimen, now);
}

static uint32_t event_realms(const struct museum *museum, const struct event *event,
                             enum group group)
{
    if (event->setting == AT_SEA) {
        const char *realms = SEAS[event->place].realms;
        return realm_mask(realms, strlen(realms));
    }
    uint32_t realms = museum->geography.sites[event->place].realms;
    uint32_t sea = realm_mask("cw", 2) & realms;
    if (sea != 0 && marine_share(group) > 0) {
        return sea;
    }
    return realms & ~realm_mask("cwd", 3);
}

// A species met at the event by somebody after `group`.
static uint32_t species_meet(const struct museum *museum, struct rng *rng,
                             const struct event *event, enum group *group)
{
    if (event->setting == AT_FORMATION) {
        return taxonomy_pick_fossil(&museum->taxonomy, rng, *group, event->place);
    }
    enum group wanted = *group;
    if (event->deepest == 0 && rng_chance(rng, 0.08)) {
        enum group other = (enum group)rng_below(rng, GROUP_MINERALS);
        if (GROUPS[other].department == GROUPS[*group].department) {
            wanted = other;
        }
    }
    uint32_t species =
        taxonomy_pick(&museum->taxonomy, rng, wanted, event_realms(museum, event, wanted),
                      event->latitude, event->longitude);
    if (species != NO_SPECIES) {
        *group = wanted;
        return species;
    }
    return taxonomy_pick(&museum->taxonomy, rng, *group, event_realms(museum, event, *group),
                         event->latitude, event->longitude);
}

static uint32_t mineral_meet(struct rng *rng, const struct event *event)
{
    if (event->setting != AT_MINE) {
        return NO_SPECIES; // a meteorite
    }
    for (;;) {
        uint32_t mineral = (uint32_t)(pow(rng_unit(rng), 1.6) * (double)MINERAL_COUNT);
        const char *deposits = MINERALS[mineral].deposits;
        for (size_t i = 0; i < list_count(deposits, ','); i++) {
            struct part part = list_part(deposits, ',', i);
            const char *wanted = MINES[event->place].deposit;
            if (strlen(wanted) == part.length && memcmp(wanted, part.start, part.length) == 0) {
                return mineral;
            }
        }
    }
}

static uint32_t host_meet(const struct museum *museum, struct rng *rng, const struct event *event,
                          uint32_t parasite)
{
    const char *order;
    enum group of = host_group(species_family(&museum->taxonomy, parasite), &order);
    for (int attempt = 0; attempt < 25; attempt++) {
        uint32_t host = taxonomy_pick(&museum->taxonomy, rng, of, event_realms(museum, event, of),
                                      event->latitude, event->longitude);
        if (host != NO_SPECIES &&
            (order == NULL ||
             strcmp(species_family(&museum->taxonomy, host)->entry->order, order) == 0)) {
            return host;
        }
    }
    return NO_SPECIES;
}

static struct specimen specimen_make(struct museum *museum, struct rng *rng, size_t at,
                                     uint32_t before)
{
    const struct event *event = &museum->events[at];
    struct specimen specimen = {.event = (uint32_t)at,
                                .group = event->group,
                                .determination = NO_DETERMINATION,
                                .host = NO_SPECIES};
    if (event->group == GROUP_MINERALS) {
        specimen.species = mineral_meet(rng, event);
        return specimen;
    }
    bool series = before != NO_SPECIES &&
                  rng_chance(rng, GROUPS[event->group].department == ENTOMOLOGY ? 0.4 : 0.2);
    specimen.species = series ? before : species_meet(museum, rng, event, &specimen.group);
    if (specimen.species == NO_SPECIES) {
        return specimen;
    }
    specimen.group = species_family(&museum->taxonomy, specimen.species)->group;
    double precise = rng_unit(rng);
    specimen.rank = precise < 0.08 ? RANK_GENUS : precise < 0.1 ? RANK_FAMILY : RANK_SPECIES;
    specimen.doubtful = specimen.rank == RANK_SPECIES && rng_chance(rng, 0.015);
    if (has_host(specimen.group)) {
        specimen.host = host_meet(museum, rng, event, specimen.species);
    }
    return specimen;
}

static void specimens_take(struct museum *museum, struct rng *rng, struct collector *collector,
                           size_t at, size_t count)
{
    uint32_t before = NO_SPECIES;
    for (size_t i = 0; i < count; i++) {
        struct specimen specimen = specimen_make(museum, rng, at, before);
        before = specimen.species;
        if (specimen.species == NO_SPECIES && specimen.group != GROUP_MINERALS) {
            continue;
        }
        const struct event *event = &museum->events[at];
        specimen.number = ++collector->number;
        specimen.individuals = individuals_draw(rng, specimen.group);
        specimen.georeferenced = rng_chance(rng, event->year > 1995 ? 0.92 : 0.24);
        specimen.images = images_draw(rng, specimen.group);
        specimen.old_country = event->year < 1965 && rng_chance(rng, 0.5);
        determine_first(museum, rng, &specimen, event);
        museum->specimens = array_grow(museum->specimens, &museum->specimen_capacity,
                                       museum->specimen_count + 1, sizeof(specimen));
        museum->specimens[museum->specimen_count++] = specimen;
    }
}

// To the next place, which an expedition looks for in the same country or sea.
static void move_on(struct museum *museum, struct rng *rng, const struct collector *collector,
                    struct event *event, size_t country, uint32_t shore)
{
    struct event next = *event;
    const char *here = event_country(museum, event);
    place_choose(museum, rng, collector, &next, country, shore);
    const char *there = event_country(museum, &next);
    bool abroad =
        here == NULL || there == NULL ? next.place != event->place : strcmp(here, there) != 0;
    if (first_year_of(museum, &next) <= event->year && !(abroad && event->expedition != NULL)) {
        *event = next;
    }
}

static void trip_make(struct museum *museum, struct rng *rng, struct collector *collector,
                      struct trip trip)
{
    struct event event = {.leader = collector->person,
                          .group = collector->group,
                          .year = trip.year,
                          .elevation = NO_ELEVATION};
    size_t country = 0;
    uint32_t shore = 0;
    for (int attempt = 0; attempt < 30; attempt++) {
        destination_choose(museum, rng, collector, &event, &country, &shore);
        place_choose(museum, rng, collector, &event, country, shore);
        if (first_year_of(museum, &event) <= trip.year) {
            break;
        }
    }
    expedition_make(museum, rng, &event, trip.size);
    int32_t day = season_day(museum, rng, &event);
    while (trip.size > 0) {
        struct event today = event;
        spot_choose(museum, rng, &today);
        today.date = date_on_label(rng, date_of(day));
        today.year = date_of(day).year;
        companions_choose(museum, rng, collector, &today);
        circumstances_make(museum, rng, &today);
        size_t count = 1 + (size_t)rng_lognormal(rng, 2.6, 0.8);
        count = count > trip.size ? trip.size : count;
        specimens_take(museum, rng, collector, event_add(museum, today), count);
        trip.size -= count;
        day += rng_between(rng, 0, 3);
        if (rng_chance(rng, 0.18)) {
            move_on(museum, rng, collector, &event, country, shore);
            day += rng_between(rng, 1, 6);
        }
        day = day > day_of(LAST_YEAR, 12, 20) ? day_of(LAST_YEAR, 12, 20) : day;
    }
}

static void career_make(struct museum *museum, struct rng *rng, struct collector *collector)
{
    const struct person *person = &museum->people.persons[collector->person];
    int from = person->active_from;
    int to = person->active_to > LAST_YEAR ? LAST_YEAR : person->active_to;
    struct trip *trips = NULL;
    size_t count = 0;
    size_t capacity = 0;
    for (size_t left = collector->wanted; left > 0;) {
        size_t size = 1 + (size_t)rng_lognormal(rng, 40, 0.9);
        size = size > left ? left : size;
        trips = array_grow(trips, &capacity, count + 1, sizeof(*trips));
        trips[count++] = (struct trip){rng_between(rng, from, to), size};
        left -= size;
    }
    if (count > 1) {
        qsort(trips, count, sizeof(*trips), trip_order);
    }
    for (size_t i = 0; i < count; i++) {
        trip_make(museum, rng, collector, trips[i]);
    }
    free(trips);
}

void museum_collect(struct museum *museum)
{
    static const double TOTALS[DEPARTMENT_COUNT] = {34500, 42500, 30500, 9500, 3900};
    for (int g = 0; g < GROUP_COUNT; g++) {
        enum group group = (enum group)g;
        struct rng rng = rng_make(museum->seed, "collecting", (uint64_t)g);
        double total = TOTALS[GROUPS[group].department] * GROUPS[group].share * museum->scale;
        size_t count = 4 + (size_t)(sqrt(total) / 1.8);
        struct collector *collectors = array_zero(count, sizeof(*collectors));
        size_t *colleagues = array_zero(count, sizeof(*colleagues));
        double weights = 0;
        for (size_t i = 0; i < count; i++) {
            weights += zipf_weight(i, 0.85);
            collectors[i] = collector_make(museum, &rng, group);
            colleagues[i] = collectors[i].person;
        }
        for (size_t i = 0; i < count; i++) {
            collectors[i].wanted = (size_t)(total * zipf_weight(i, 0.85) / weights + 0.5);
            collectors[i].colleagues = colleagues;
            collectors[i].colleague_count = count;
            career_make(museum, &rng, &collectors[i]);
        }
        free(collectors);
        free(colleagues);
    }
}
