// SPDX-License-Identifier: Apache-2.0
// The museum as a whole: who collected what, where and when, and what the catalogue knows of it.
// It must not know how any of it is written to a file.
#pragma once

#include "calendar.h"
#include "plates.h"

enum setting {
    AT_SITE,      // places.h
    AT_SEA,       // places.h
    AT_FORMATION, // geology.h
    AT_MINE,      // geology.h
};

enum { COMPANION_LIMIT = 2, NO_ELEVATION = INT16_MIN };

// One person or party at one place on one day.
struct event {
    size_t leader; // person
    size_t companions[COMPANION_LIMIT];
    size_t companion_count;
    enum group group;
    enum setting setting;
    size_t place; // index of the site, sea, formation or mine
    double latitude;
    double longitude;
    double distance; // kilometres from the named place
    double bearing;
    struct date date;
    int year;      // the true one, also where the date is not known
    int elevation; // metres, or NO_ELEVATION
    int shallowest;
    int deepest;            // metres; 0 on land
    const char *expedition; // or NULL
    const char *vessel;
    const char *method;
    const char *habitat;
};

enum rank {
    RANK_SPECIES,
    RANK_GENUS,
    RANK_FAMILY,
};

enum type_status {
    TYPE_NONE,
    TYPE_HOLOTYPE,
    TYPE_PARATYPE,
    TYPE_SYNTYPE,
    TYPE_LECTOTYPE,
    TYPE_PARALECTOTYPE,
    TYPE_ISOTYPE,
    TYPE_ALLOTYPE,
    TYPE_TOPOTYPE,
};

#define NO_DETERMINATION UINT32_MAX
#define NO_PERSON        SIZE_MAX

struct determination {
    uint32_t earlier; // determination, or NO_DETERMINATION
    uint32_t species;
    enum rank rank;
    size_t person; // or NO_PERSON
    struct date date;
    const char *remarks; // or NULL
};

struct specimen {
    uint32_t event;
    uint32_t species;       // of a mineral: the index in MINERALS; of a meteorite: NO_SPECIES
    uint32_t determination; // the latest
    uint32_t host;          // species, or NO_SPECIES
    uint32_t number;        // the collector's
    const char *catalogue;  // "DEMO-BOT-000123456"
    enum group group;
    enum rank rank;
    enum type_status type;
    uint16_t individuals;
    uint8_t images;     // so far
    bool georeferenced; // coordinates are known
    bool old_country;   // the country still stands as on the label
    bool doubtful;      // "cf."
    bool removed;
    int32_t added; // days since 1970; 0: not yet
    int32_t modified;
    int32_t imaged;
};

struct museum {
    uint64_t seed;
    double scale;
    struct pool pool;
    struct geography geography;
    struct people people;
    struct taxonomy taxonomy;
    struct plates plates;
    struct event *events;
    size_t event_count;
    size_t event_capacity;
    struct specimen *specimens;
    size_t specimen_count;
    size_t specimen_capacity;
    struct determination *determinations;
    size_t determination_count;
    size_t determination_capacity;
};

enum department specimen_department(const struct specimen *specimen);
bool specimen_is_meteorite(const struct specimen *specimen);
// The ISO code of where an event took place; NULL at sea.
const char *event_country(const struct museum *museum, const struct event *event);

// Sends the collectors out: fills events and specimens (collecting.c).
void museum_collect(struct museum *museum);
// Chooses holotypes and their series and lets names follow them (types.c).
void museum_choose_types(struct museum *museum);
// Gives every specimen its number in its department's register (register.c).
void museum_register(struct museum *museum);
// Adds a determination on top of a specimen's earlier ones.
void specimen_determine(struct museum *museum, struct specimen *specimen,
                        struct determination determination);
// Somebody of the group's taxonomists at work in `year`, or NO_PERSON.
size_t determiner_pick(const struct museum *museum, struct rng *rng, enum group group, int year);
