// SPDX-License-Identifier: Apache-2.0
// Deep time and the ground: the stages of the International Chronostratigraphic Chart (ICS,
// v2023/09), the rock units that the fossils come from, and the mines of the minerals.
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct stage {
    const char *eon;
    const char *era;
    const char *period;
    const char *epoch;
    const char *name;
    double base; // million years before present
};
extern const struct stage STAGES[]; // oldest first
extern const size_t STAGE_COUNT;

// The stages that a name of any rank covers; false where the chart has no such name.
bool stages_find(const char *name, size_t *first, size_t *last);

struct formation {
    const char *name;
    const char *member;
    const char *bed;
    const char *group;
    const char *country;
    const char *province;
    const char *locality;
    double latitude;
    double longitude;
    double radius;
    const char *first_stage;
    const char *last_stage;
    const char *environments; // m marine, f fresh water, t land
    const char *zone;         // biozone
    const char *lithology;
};
extern const struct formation FORMATIONS[];
extern const size_t FORMATION_COUNT;

struct mine {
    const char *name;
    const char *district;
    const char *country;
    const char *province;
    double latitude;
    double longitude;
    double radius;
    const char *deposit;
    const char *host_rock;
    const char *tectonic_province;
};
extern const struct mine MINES[];
extern const size_t MINE_COUNT;

struct mineral {
    const char *name;
    const char *mineral_class;
    const char *deposits; // comma-separated, as mines have them
    const char *colours;  // this and the next two separated by semicolons
    const char *habits;
    const char *varieties; // or NULL
    const char *commodity; // or NULL
};
extern const struct mineral MINERALS[];
extern const size_t MINERAL_COUNT;
