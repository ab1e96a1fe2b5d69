// SPDX-License-Identifier: Apache-2.0
// The object itself: what is kept and how, its sex and stage in the words of many hands, and where
// the museum had it from; see record.h.
#include <string.h>

#include "record.h"

struct preparation {
    const char *kind;
    const char *preservative;
    const char *part;
};

static struct preparation bird_preparation(struct rng *rng)
{
    double share = rng_unit(rng);
    if (share < 0.7) {
        return (struct preparation){"Study skin", "Dry", "Skin"};
    }
    if (share < 0.8) {
        return (struct preparation){"Egg clutch", "Dry", "Egg"};
    }
    if (share < 0.83) {
        return (struct preparation){"Nest", "Dry", "Nest"};
    }
    return share < 0.92 ? (struct preparation){"Skeleton", "Dry", "Skeleton"}
                        : (struct preparation){"Spirit specimen", "IMS 80%", "Whole"};
}

static struct preparation mammal_preparation(struct rng *rng)
{
    double share = rng_unit(rng);
    if (share < 0.5) {
        return (struct preparation){"Skin and skull", "Dry", "Skin | Skull"};
    }
    if (share < 0.7) {
        return (struct preparation){"Skull", "Dry", "Skull"};
    }
    return share < 0.8 ? (struct preparation){"Skin", "Dry", "Skin"}
                       : (struct preparation){"Spirit specimen", "IMS 80%", "Whole"};
}

// Formalin came into museums after 1893.
static struct preparation spirit_or_dry(struct rng *rng, int year, const char *dry, double share)
{
    if (rng_chance(rng, share)) {
        return (struct preparation){dry, "Dry", NULL};
    }
    return year < 1894 || rng_chance(rng, 0.8)
               ? (struct preparation){"Spirit specimen", "IMS 80%", "Whole"}
               : (struct preparation){"Spirit specimen", "Formalin 4%", "Whole"};
}

static struct preparation preparation_of(struct rng *rng, enum group group, int year)
{
    switch (group) {
    case GROUP_FLOWERING_PLANTS:
    case GROUP_FERNS:
        return rng_chance(rng, 0.96) ? (struct preparation){"Herbarium sheet", "Dry", NULL}
                                     : (struct preparation){"Carpological", "Dry", NULL};
    case GROUP_BRYOPHYTES:
    case GROUP_LICHENS:
    case GROUP_FUNGI:
        return (struct preparation){"Packet", "Dry", NULL};
    case GROUP_ALGAE:
        return spirit_or_dry(rng, year, "Herbarium sheet", 0.9);
    case GROUP_ECTOPARASITES:
        return (struct preparation){"Microscope slide", "Canada balsam", NULL};
    case GROUP_MAMMALS:
        return mammal_preparation(rng);
    case GROUP_BIRDS:
        return bird_preparation(rng);
    case GROUP_MOLLUSCS:
        return spirit_or_dry(rng, year, "Dry shell", 0.75);
    case GROUP_CORALS_SPONGES:
    case GROUP_ECHINODERMS:
        return spirit_or_dry(rng, year, "Dry specimen", 0.6);
    case GROUP_REPTILES:
    case GROUP_AMPHIBIANS:
    case GROUP_FISHES:
        return spirit_or_dry(rng, year, "Skeleton", 0.02);
    case GROUP_CRUSTACEANS:
    case GROUP_WORMS:
    case GROUP_ARACHNIDS:
        return spirit_or_dry(rng, year, "Microscope slide", 0.05);
    case GROUP_MICROFOSSILS:
    case GROUP_OSTRACODS:
        return (struct preparation){"Microscope slide", NULL, NULL};
    case GROUP_MINERALS:
        return (struct preparation){"Hand specimen", NULL, NULL};
    default:
        break;
    }
    return GROUPS[group].department == PALAEONTOLOGY
               ? (struct preparation){"Fossil", NULL, NULL}
               : (struct preparation){rng_chance(rng, 0.97) ? "Pinned" : "Card mounted", "Dry",
                                      NULL};
}

// How often sex is noted, and how often it is then female.
struct sexes {
    double noted;
    double female;
};

static struct sexes sexes_of(const struct museum *museum, const struct specimen *specimen)
{
    struct sexes sexes = {0, 0.5};
    switch (specimen->group) {
    case GROUP_MAMMALS:
        sexes = (struct sexes){0.86, 0.48};
        break;
    case GROUP_BIRDS:
        sexes = (struct sexes){0.74, 0.40};
        break;
    case GROUP_LEPIDOPTERA:
        sexes = (struct sexes){0.6, 0.37};
        break;
    case GROUP_HYMENOPTERA:
        sexes = (struct sexes){0.6, 0.64};
        break;
    case GROUP_ODONATA:
    case GROUP_ORTHOPTEROIDS:
        sexes = (struct sexes){0.66, 0.44};
        break;
    case GROUP_REPTILES:
    case GROUP_AMPHIBIANS:
    case GROUP_ARACHNIDS:
    case GROUP_CRUSTACEANS:
        sexes = (struct sexes){0.42, 0.51};
        break;
    case GROUP_FISHES:
        sexes = (struct sexes){0.16, 0.5};
        break;
    default:
        sexes.noted = GROUPS[specimen->group].department == ENTOMOLOGY ? 0.4 : 0;
    }
    // Families differ among themselves.
    uint32_t family = species_genus(&museum->taxonomy, specimen->species)->family;
    struct rng rng = rng_make(museum->seed, "sexes", family);
    sexes.female += rng_normal_within(&rng, 0, 0.05, -0.12, 0.12);
    return sexes;
}

static const char *sex_written(struct rng *rng, double female)
{
    static const char *const FEMALE[] = {"♀",  "F",       "fem.", "FEMALE",   "f",
                                         "♀♀", "Female?", "Fem",  "female ?", "♀ juv."};
    static const char *const MALE[] = {"♂",  "M",     "m.",    "MALE",   "m",
                                       "♂♂", "Male?", "masc.", "male ?", "♂ juv."};
    static const char *const OTHER[] = {"Undetermined", "unsexed", "?",     "Unknown",
                                        "Mixed",        "♂♀",      "indet."};
    if (rng_chance(rng, 0.1)) {
        return RNG_WORD(rng, OTHER);
    }
    bool is_female = rng_chance(rng, female);
    double style = rng_unit(rng);
    if (style < 0.52) {
        return is_female ? "Female" : "Male";
    }
    if (style < 0.76) {
        return is_female ? "female" : "male";
    }
    // The rarer ways: the first of the list much oftener than the last.
    size_t way = (size_t)(rng_unit(rng) * rng_unit(rng) * rng_unit(rng) * 10);
    return is_female ? FEMALE[way] : MALE[way];
}

static void record_sex(struct record *record, struct rng *rng)
{
    const struct specimen *specimen = record->specimen;
    struct sexes sexes = sexes_of(record->museum, specimen);
    bool noted = rng_chance(rng, sexes.noted);
    const char *written = sex_written(rng, sexes.female);
    const char *family =
        species_family(&record->museum->taxonomy, specimen->species)->entry->family;
    bool worker = strcmp(family, "Formicidae") == 0 && rng_chance(rng, 0.7);
    if (specimen->individuals > 1 && rng_chance(rng, 0.3) && sexes.noted > 0) {
        int males = rng_between(rng, 1, specimen->individuals - 1);
        record_begin(record);
        text_format(&record->bytes, "%d♂ %d♀", males, specimen->individuals - males);
        record_end(record, COL_SEX);
    } else if (worker) {
        record_set(record, COL_SEX, rng_chance(rng, 0.8) ? "Worker" : "☿");
    } else if (noted) {
        record_set(record, COL_SEX, written);
    }
}

static const char *stage_written(struct rng *rng, enum group group, bool sexed)
{
    static const char *const ADULT[] = {"Adult", "adult",  "ad.",    "ADULT",
                                        "Ad",    "Adult?", "adult ?"};
    static const char *const INSECT[] = {"imago", "Imago", "Larva", "larva",
                                         "pupa",  "Nymph", "exuvia"};
    static const char *const YOUNG[] = {"Juvenile", "juv.",     "immature", "Immature",
                                        "subadult", "Subadult", "Yearling"};
    static const char *const FROG[] = {"Tadpole", "tadpole", "metamorph", "Juvenile"};
    bool insect = GROUPS[group].department == ENTOMOLOGY;
    // Sex is read from adults, in insects from nothing else.
    if ((insect && sexed) || rng_chance(rng, 0.8)) {
        return ADULT[(size_t)(rng_unit(rng) * rng_unit(rng) * rng_unit(rng) * 7)];
    }
    if (insect) {
        return RNG_WORD(rng, INSECT);
    }
    return group == GROUP_AMPHIBIANS ? RNG_WORD(rng, FROG) : RNG_WORD(rng, YOUNG);
}

static double stage_share(enum group group)
{
    switch (group) {
    case GROUP_MAMMALS:
    case GROUP_BIRDS:
        return 0.55;
    case GROUP_REPTILES:
    case GROUP_AMPHIBIANS:
    case GROUP_FISHES:
    case GROUP_CRUSTACEANS:
    case GROUP_ARACHNIDS:
        return 0.35;
    default:
        return GROUPS[group].department == ENTOMOLOGY ? 0.6 : 0;
    }
}

static void record_eggs(struct record *record, struct rng *rng)
{
    static const char *const SHORES[] = {"on ground among stones", "cliff ledge",
                                         "scrape in shingle", "burrow in turf"};
    static const char *const SITES[] = {
        "in fork of thorn tree, 2 m up", "hole in bank", "on ground in tussock",
        "reed stems above water",        "under eaves",  "cliff ledge"};
    int clutch = rng_between(rng, 1, 7);
    record_set_number(record, COL_CLUTCH_SIZE, clutch);
    const char *order =
        species_family(&record->museum->taxonomy, record->specimen->species)->entry->order;
    bool seabird = strcmp(order, "Charadriiformes") == 0 ||
                   strcmp(order, "Procellariiformes") == 0 || strcmp(order, "Sphenisciformes") == 0;
    record_set(record, COL_NEST_SITE, seabird ? RNG_WORD(rng, SHORES) : RNG_WORD(rng, SITES));
    record_begin(record);
    text_format(&record->bytes, "%d/%d", rng_between(rng, 1, 90), clutch);
    record_end(record, COL_SET_MARK);
    record_set(record, COL_LIFE_STAGE, "Egg");
}

static void record_plant(struct record *record, struct rng *rng)
{
    static const char *const FORMS[] = {"Herb to %d cm", "Shrub %d cm high", "Tufted, %d cm tall",
                                        "Perennial to %d cm"};
    static const char *const FLOWERS[] = {
        "flowers white",       "flowers yellow", "corolla mauve",
        "petals pale pink",    "fruit green",    "flowers blue-violet",
        "fruit red when ripe", "sterile",        "spikes reddish"};
    if (record->specimen->group != GROUP_FLOWERING_PLANTS || !rng_chance(rng, 0.4)) {
        return;
    }
    const char *form = RNG_WORD(rng, FORMS);
    struct part before = list_part(form, '%', 0);
    record_begin(record);
    text_format(&record->bytes, "%.*s%d%s; %s.", (int)before.length, before.start,
                rng_between(rng, 2, 40) * 5, form + before.length + 2, RNG_WORD(rng, FLOWERS));
    record_end(record, COL_PLANT_DESCRIPTION);
}

static void record_exsiccata(struct record *record, struct rng *rng)
{
    static const char *const SERIES[] = {"Plantae Demonstratae Exsiccatae", "Musci Vitrinenses",
                                         "Lichenes Rariores Demonstrati", "Algae Marinae Vitrinae"};
    enum group group = record->specimen->group;
    if (GROUPS[group].department != BOTANY || !rng_chance(rng, 0.03)) {
        return;
    }
    record_set(record, COL_EXSICCATA,
               SERIES[group == GROUP_BRYOPHYTES ? 1
                      : group == GROUP_LICHENS  ? 2
                      : group == GROUP_ALGAE    ? 3
                                                : 0]);
    record_set_number(record, COL_EXSICCATA_NUMBER, rng_between(rng, 1, 1200));
}

static void record_origin(struct record *record, struct rng *rng)
{
    const struct person *leader = &record->museum->people.persons[record->event->leader];
    struct rng same = rng_make(record->museum->seed, "collection", record->event->leader);
    if (rng_chance(&same, 0.15)) {
        record_begin(record);
        text_format(&record->bytes, "%s Collection", leader->family);
        record_end(record, COL_COLLECTION_NAME);
    }
    if (rng_chance(rng, 0.2)) {
        record_set(record, COL_DONOR_NAME, leader->name);
    }
    static const char *const PROJECTS[DEPARTMENT_COUNT] = {
        "Herbarium sheets to screen", "Drawers to data", "Spirit building survey",
        "Fossil gallery stores", "Mineral ledger transcription"};
    if (rng_chance(rng, 0.45)) {
        record_set(record, COL_PROJECT, PROJECTS[specimen_department(record->specimen)]);
    }
}

void record_object(struct record *record)
{
    const struct specimen *specimen = record->specimen;
    enum department department = specimen_department(specimen);
    struct rng rng = rng_make(record->museum->seed, "object", record->index);
    struct preparation preparation = preparation_of(&rng, specimen->group, record->event->year);
    record_set(record, COL_KIND_OF_OBJECT, preparation.kind);
    record_set(record, COL_PRESERVATIVE, preparation.preservative);
    record_set(record, COL_PART_TYPE, preparation.part);
    if (department != MINERALOGY) {
        record_set(record, COL_PREPARATIONS, preparation.kind);
    }
    record_set(record, COL_SUB_DEPARTMENT, GROUPS[specimen->group].sub_department);
    record_set(record, COL_COLLECTION_KIND,
               specimen->type != TYPE_NONE ? "Type collection" : "Main collection");
    if (department == BOTANY || department == ENTOMOLOGY) {
        record_set(record, COL_BARCODE, strrchr(specimen->catalogue, '-') + 1);
    }
    if (specimen->individuals > 0 && (specimen->individuals > 1 || rng_chance(&rng, 0.5))) {
        record_set_number(record, COL_INDIVIDUAL_COUNT, specimen->individuals);
    }
    if (department == ENTOMOLOGY || department == ZOOLOGY) {
        if (preparation.part != NULL && strcmp(preparation.part, "Egg") == 0) {
            record_eggs(record, &rng);
        } else {
            record_sex(record, &rng);
            bool sexed = record->length[COL_SEX] > 0;
            if (rng_chance(&rng, stage_share(specimen->group))) {
                record_set(record, COL_LIFE_STAGE, stage_written(&rng, specimen->group, sexed));
            }
        }
    }
    if (specimen->group == GROUP_MAMMALS && record->event->year > 1920 && rng_chance(&rng, 0.2)) {
        record_begin(record);
        text_format(&record->bytes, "%.1f g", rng_lognormal(&rng, 32, 0.8));
        record_end(record, COL_OBSERVED_WEIGHT);
    }
    record_plant(record, &rng);
    record_exsiccata(record, &rng);
    record_origin(record, &rng);
}
