// SPDX-License-Identifier: Apache-2.0
// The circumstances of collecting; see fieldwork.h.
#include "fieldwork.h"

#include <math.h>
#include <string.h>

double marine_share(enum group group)
{
    switch (group) {
    case GROUP_ALGAE:
    case GROUP_ECHINODERMS:
    case GROUP_CORALS_SPONGES:
        return 1;
    case GROUP_WORMS:
        return 0.7;
    case GROUP_CRUSTACEANS:
        return 0.65;
    case GROUP_MOLLUSCS:
        return 0.58;
    case GROUP_FISHES:
        return 0.5;
    default:
        return 0;
    }
}

bool has_host(enum group group)
{
    return group == GROUP_ECTOPARASITES;
}

enum group host_group(const struct family *family, const char **order)
{
    static const struct {
        const char *parasites;
        enum group group;
        const char *order;
    } HOSTS[] = {
        {"Menoponidae", GROUP_BIRDS, NULL},
        {"Philopteridae", GROUP_BIRDS, NULL},
        {"Ceratophyllidae", GROUP_BIRDS, "Passeriformes"},
        {"Ischnopsyllidae", GROUP_MAMMALS, "Chiroptera"},
        {"Hoplopleuridae", GROUP_MAMMALS, "Rodentia"},
        {"Polyplacidae", GROUP_MAMMALS, "Rodentia"},
        {"Ctenophthalmidae", GROUP_MAMMALS, "Rodentia"},
    };
    *order = NULL;
    for (size_t i = 0; i < sizeof(HOSTS) / sizeof(HOSTS[0]); i++) {
        if (strcmp(HOSTS[i].parasites, family->entry->family) == 0) {
            *order = HOSTS[i].order;
            return HOSTS[i].group;
        }
    }
    return GROUP_MAMMALS;
}

uint16_t individuals_draw(struct rng *rng, enum group group)
{
    switch (group) {
    case GROUP_ECTOPARASITES:
    case GROUP_MICROFOSSILS:
    case GROUP_OSTRACODS:
        return (uint16_t)(1 + rng_below(rng, 12));
    case GROUP_MOLLUSCS:
    case GROUP_CRUSTACEANS:
    case GROUP_FISHES:
    case GROUP_WORMS:
        return rng_chance(rng, 0.4) ? (uint16_t)(1 + (int)rng_lognormal(rng, 4, 1)) : 1;
    default:
        return GROUPS[group].department == BOTANY ? 0 : 1;
    }
}

uint8_t images_draw(struct rng *rng, enum group group)
{
    double share = GROUPS[group].department == BOTANY       ? 0.62
                   : GROUPS[group].department == ENTOMOLOGY ? 0.22
                                                            : 0.07;
    if (!rng_chance(rng, share)) {
        return 0;
    }
    return (uint8_t)(rng_chance(rng, 0.7) ? 1 : rng_between(rng, 2, 4));
}

static const char *vessel_of(struct rng *rng, int year)
{
    static const char *const SAIL[] = {"HMS Whimbrel", "HMS Sandgrouse", "HMS Petrel Grey",
                                       "brig Halcyon Dawn", "sloop Marigold Fen"};
    static const char *const STEAM[] = {"HMS Dotterel Wake", "SY Aurelia Mere", "RIMS Garganey",
                                        "SY Nautilus Rose", "SS Fulmar Bank"};
    static const char *const MODERN[] = {"RRS Thalassa Wren", "RV Stormcock", "RRS Copepod",
                                         "RV Sea Lavender", "RV Deep Marl"};
    return year < 1850   ? RNG_WORD(rng, SAIL)
           : year < 1930 ? RNG_WORD(rng, STEAM)
                         : RNG_WORD(rng, MODERN);
}

void expedition_make(struct museum *museum, struct rng *rng, struct event *event, size_t size)
{
    const struct person *leader = &museum->people.persons[event->leader];
    if (event->setting == AT_SEA) {
        event->vessel = vessel_of(rng, event->year);
        const char *ship = strchr(event->vessel, ' ') + 1;
        event->expedition = pool_format(&museum->pool, "%s %s Cruise, %d", ship,
                                        SEAS[event->place].water_body, event->year);
        return;
    }
    if (size < 70 || !rng_chance(rng, 0.6)) {
        return;
    }
    size_t country = country_find(event_country(museum, event));
    if (country == leader->home || strcmp(COUNTRIES[country].iso, "GB") == 0) {
        return; // nobody needs an expedition at home
    }
    const char *name = COUNTRIES[country].name;
    if (event->year >= 1885 && rng_chance(rng, 0.5)) {
        event->expedition =
            pool_format(&museum->pool, "Demo Museum %s Expedition, %d", name, event->year);
    } else {
        bool article = strncmp(name, "United", 6) == 0 || strcmp(name, "Philippines") == 0 ||
                       strcmp(name, "Netherlands") == 0;
        event->expedition = pool_format(&museum->pool, "%s %s to %s%s, %d", leader->family,
                                        event->year < 1840 ? "Voyage" : "Expedition",
                                        article ? "the " : "", name, event->year);
    }
}

int first_year_of(const struct museum *museum, const struct event *event)
{
    static const struct {
        const char *iso;
        int year;
    } LATE[] = {
        {"AU", 1788}, {"NZ", 1770}, {"PG", 1872}, {"NC", 1850}, {"SB", 1860}, {"FJ", 1840},
        {"VU", 1850}, {"WS", 1840}, {"PF", 1769}, {"AQ", 1901}, {"GS", 1775}, {"FK", 1765},
        {"CD", 1880}, {"UG", 1885}, {"RW", 1906}, {"ZM", 1880}, {"MW", 1861}, {"KE", 1880},
        {"TZ", 1868}, {"ZW", 1868}, {"MZ", 1842}, {"AO", 1853}, {"NA", 1860}, {"BW", 1870},
        {"SZ", 1890}, {"LS", 1860}, {"CM", 1861}, {"GA", 1850}, {"NG", 1858}, {"CI", 1890},
        {"LR", 1840}, {"ET", 1832}, {"SO", 1880}, {"SD", 1840}, {"MG", 1830}, {"SC", 1865},
        {"MN", 1870}, {"KG", 1870}, {"UZ", 1840}, {"KZ", 1830}, {"NP", 1820}, {"BT", 1837},
        {"MM", 1820}, {"LA", 1860}, {"KH", 1860}, {"VN", 1790}, {"MY", 1840}, {"BN", 1845},
        {"TW", 1856}, {"KR", 1880}, {"CN", 1790}, {"YE", 1825}, {"OM", 1835}, {"SA", 1930},
        {"BO", 1830}, {"PY", 1840}, {"GL", 1820}, {"BZ", 1850}, {"CR", 1845}, {"JP", 1775},
    };
    const char *iso = event_country(museum, event);
    int year = 0;
    if (iso == NULL) {
        // Nets went down deep with the great voyages only.
        return SEAS[event->place].depth > 300 ? 1868 : 1770;
    }
    for (size_t i = 0; i < sizeof(LATE) / sizeof(LATE[0]); i++) {
        if (strcmp(LATE[i].iso, iso) == 0) {
            year = LATE[i].year;
        }
    }
    bool far = strcmp(COUNTRIES[country_find(iso)].continent, "Europe") != 0;
    if (event->setting == AT_FORMATION && far) {
        year = year < 1872 ? 1872 : year;
    } else if (event->setting == AT_MINE && far) {
        // Tanzanite is a find of the 1960s; most far districts opened after 1865.
        year = strcmp(iso, "TZ") == 0 ? 1967 : year < 1865 ? 1865 : year;
    }
    return year;
}

int32_t season_day(const struct museum *museum, struct rng *rng, const struct event *event)
{
    double latitude = 0;
    if (event->setting == AT_SITE) {
        latitude = museum->geography.sites[event->place].place->latitude;
    }
    int middle = 182;
    double spread = fabs(latitude) > 45 ? 36 : fabs(latitude) > 25 ? 58 : 110;
    if (latitude == 0) {
        spread = 110;
    }
    int day = (int)rng_normal_within(rng, middle, spread, 0, 340);
    if (latitude < -25) {
        day = (day + 182) % 345;
    }
    return day_of(event->year, 1, 1) + day;
}

static const char *habitat_of(struct rng *rng, enum group group, const struct place *place)
{
    static const char *const FOREST[] = {"primary lowland rain forest",
                                         "wet montane forest",
                                         "secondary forest on steep slope",
                                         "forest edge along stream",
                                         "in leaf litter under buttressed trees",
                                         "epiphyte-laden ridge forest",
                                         "shaded ravine",
                                         "old clearing with regrowth"};
    static const char *const WOODLAND[] = {"open oak woodland",
                                           "mixed deciduous wood on clay",
                                           "beech hanger",
                                           "hedge bank",
                                           "damp woodland ride",
                                           "wood margin",
                                           "under bark of fallen trunk",
                                           "sunny clearing"};
    static const char *const GRASS[] = {"dry grassland",
                                        "short turf on chalk",
                                        "hay meadow",
                                        "rough grassland",
                                        "grazed meadow",
                                        "roadside bank",
                                        "heath with scattered shrubs"};
    static const char *const SAVANNA[] = {
        "wooded savanna",  "seasonally flooded grassland",   "termite mound in grassland",
        "burnt grassland", "grassland with scattered trees", "edge of cultivation"};
    static const char *const HIGHLAND[] = {"cloud forest",    "moss forest",
                                           "bamboo thicket",  "wet grassland above the forest",
                                           "rock ledges",     "forest edge along stream",
                                           "giant heath zone"};
    static const char *const DESERT[] = {"stony wadi bed", "sand dune",       "gravel plain",
                                         "rocky outcrop",  "dry watercourse", "saltbush flat"};
    static const char *const SCRUB[] = {"dry scrub on limestone", "maquis",        "rocky hillside",
                                        "fynbos on sandstone",    "stony pasture", "terrace wall"};
    static const char *const MOUNTAIN[] = {"alpine meadow",
                                           "scree slope",
                                           "rock ledges",
                                           "edge of snow patch",
                                           "stream side above the tree line",
                                           "boulder field",
                                           "open pine forest"};
    static const char *const BOREAL[] = {"dwarf shrub heath",  "tundra",   "birch scrub",
                                         "wet moss",           "snow-bed", "moraine",
                                         "pine forest on sand"};
    static const char *const WETLAND[] = {
        "reed bed",       "fen carr",   "river bank", "peat bog", "floating vegetation",
        "margin of pool", "alder swamp"};
    static const char *const CLIFF[] = {"sea cliff",  "dune slack",      "coastal turf",
                                        "fixed dune", "cliff-top heath", "shingle bank"};
    static const char *const WATER[] = {"slow river over sand", "pool in stream bed",
                                        "lake shore",           "clear stream with stones",
                                        "irrigation ditch",     "marsh"};
    static const char *const SHORE[] = {
        "rock pool",    "sandy shore",   "under stones at low water",
        "saltmarsh",    "on drift line", "boulders, lower shore",
        "seagrass bed", "mud flat"};
    bool tropical = fabs(place->latitude) < 24;
    if (place->habitat == 'c') {
        return marine_share(group) > 0 ? RNG_WORD(rng, SHORE) : RNG_WORD(rng, CLIFF);
    }
    if (group == GROUP_FISHES) {
        return RNG_WORD(rng, WATER);
    }
    if (tropical && (place->habitat == 'm' || place->habitat == 'g')) {
        return place->habitat == 'm' ? RNG_WORD(rng, HIGHLAND) : RNG_WORD(rng, SAVANNA);
    }
    switch (place->habitat) {
    case 'f':
        return RNG_WORD(rng, FOREST);
    case 't':
        return RNG_WORD(rng, WOODLAND);
    case 'd':
        return RNG_WORD(rng, DESERT);
    case 's':
        return RNG_WORD(rng, SCRUB);
    case 'm':
        return RNG_WORD(rng, MOUNTAIN);
    case 'b':
        return RNG_WORD(rng, BOREAL);
    case 'w':
        return RNG_WORD(rng, WETLAND);
    default:
        return RNG_WORD(rng, GRASS);
    }
}

// Insect traps have their inventors' years: no Malaise trap before 1937, no mercury lamp before
// 1950.
static const char *insect_method(struct rng *rng, enum group group, int year)
{
    static const char *const OLD[] = {"hand net", "sweep net",  "beating",  "at sugar",
                                      "bred",     "under bark", "hand net", "at light"};
    static const char *const MODERN[] = {"Malaise trap", "sweep net",
                                         "pitfall trap", "yellow pan trap",
                                         "hand net",     "flight interception trap"};
    static const char *const MOTHS[] = {"125 W MV light trap", "actinic light trap", "at sugar",
                                        "reared from larva", "hand net"};
    if (year < 1950) {
        return RNG_WORD(rng, OLD);
    }
    return group == GROUP_LEPIDOPTERA ? RNG_WORD(rng, MOTHS) : RNG_WORD(rng, MODERN);
}

static const char *method_of(struct rng *rng, const struct event *event)
{
    static const char *const DREDGE[] = {"Agassiz trawl", "beam trawl", "naturalist's dredge",
                                         "tangles"};
    static const char *const DEEP[] = {"epibenthic sledge", "box corer", "Agassiz trawl",
                                       "multiple corer", "ROV suction sampler"};
    static const char *const SMALL[] = {"snap trap", "shot", "mist net", "Sherman trap"};
    switch (event->group) {
    case GROUP_BIRDS:
        return event->year < 1960 ? "shot" : "mist net";
    case GROUP_MAMMALS:
        return event->year < 1935 ? (rng_chance(rng, 0.5) ? "shot" : "trapped")
                                  : RNG_WORD(rng, SMALL);
    case GROUP_FISHES:
        return event->setting == AT_SEA ? RNG_WORD(rng, DREDGE)
               : rng_chance(rng, 0.5)   ? "seine net"
                                        : "hand net";
    case GROUP_ARACHNIDS:
        return rng_chance(rng, 0.5) ? "hand collecting" : "pitfall trap";
    default:
        break;
    }
    if (event->setting == AT_SEA) {
        return event->year > 1965 ? RNG_WORD(rng, DEEP) : RNG_WORD(rng, DREDGE);
    }
    return GROUPS[event->group].department == ENTOMOLOGY
               ? insect_method(rng, event->group, event->year)
               : NULL;
}

void circumstances_make(const struct museum *museum, struct rng *rng, struct event *event)
{
    if (event->setting == AT_SITE) {
        const struct place *place = museum->geography.sites[event->place].place;
        if (rng_chance(rng, event->year < 1880 ? 0.15 : 0.5)) {
            event->habitat = habitat_of(rng, event->group, place);
        }
        if (place->habitat != 'c' && rng_chance(rng, 0.55)) {
            double spread = 10 + place->elevation * 0.12;
            double above = rng_normal_within(rng, place->elevation, spread, 0, 5200);
            event->elevation = (int)(above / 5 + 0.5) * 5;
        }
    } else if (event->setting == AT_SEA) {
        double depth = rng_normal_within(rng, SEAS[event->place].depth,
                                         SEAS[event->place].depth * 0.2, 4, 6000);
        event->shallowest = (int)depth;
        event->deepest = event->shallowest + rng_between(rng, 0, 1 + event->shallowest / 12);
    }
    if (rng_chance(rng, event->year < 1900 ? 0.3 : 0.7)) {
        event->method = method_of(rng, event);
    }
}
