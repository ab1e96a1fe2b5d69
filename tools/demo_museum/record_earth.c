// SPDX-License-Identifier: Apache-2.0
// Stratigraphy of fossils, and what mineralogy notes of minerals and meteorites; see record.h.
#include <math.h>
#include <string.h>

#include "record.h"

static void set_both(struct record *record, enum column earliest, enum column latest,
                     const char *first, const char *last)
{
    record_set(record, earliest, first);
    record_set(record, latest, last);
}

static void record_strata(struct record *record)
{
    const struct formation *formation = &FORMATIONS[record->event->place];
    size_t first, last, unused;
    if (!stages_find(formation->first_stage, &first, &unused) ||
        !stages_find(formation->last_stage, &unused, &last)) {
        fatal("%s: unknown stage", formation->name);
    }
    const struct stage *from = &STAGES[first];
    const struct stage *to = &STAGES[last];
    struct rng rng = rng_make(record->museum->seed, "strata", record->specimen->event);
    set_both(record, COL_EARLIEST_EON, COL_LATEST_EON, from->eon, to->eon);
    set_both(record, COL_EARLIEST_ERA, COL_LATEST_ERA, from->era, to->era);
    set_both(record, COL_EARLIEST_PERIOD, COL_LATEST_PERIOD, from->period, to->period);
    set_both(record, COL_EARLIEST_EPOCH, COL_LATEST_EPOCH, from->epoch, to->epoch);
    bool stages_known = rng_chance(&rng, 0.85);
    if (stages_known) {
        set_both(record, COL_EARLIEST_AGE, COL_LATEST_AGE, from->name, to->name);
    }
    if (formation->zone != NULL && rng_chance(&rng, 0.6)) {
        set_both(record, COL_LOWEST_ZONE, COL_HIGHEST_ZONE, formation->zone, formation->zone);
    }
    record_set(record, COL_GROUP, formation->group);
    record_set(record, COL_FORMATION, formation->name);
    record_set(record, COL_MEMBER, formation->member);
    record_set(record, COL_BED, formation->bed);
    record_begin(record);
    text_format(&record->bytes, "%s, %s", from->period, from->epoch);
    if (stages_known && from->name != NULL) {
        text_format(&record->bytes, ", %s", from->name);
    }
    record_end(record, COL_CHRONOSTRATIGRAPHY);
    record_begin(record);
    text_add(&record->bytes, formation->group == NULL ? "" : formation->group);
    text_format(&record->bytes, "%s%s", formation->group == NULL ? "" : "; ", formation->name);
    record_end(record, COL_LITHOSTRATIGRAPHY);
}

static void record_fossil(struct record *record)
{
    static const char *const SHELLY[] = {
        "Internal mould with traces of shell", "Complete, slightly crushed",
        "Right valve, matrix adhering",        "Several on one slab",
        "External mould, silicone cast",       "Polished section",
        "Juvenile and adult on slab"};
    static const char *const BONY[] = {
        "Isolated tooth",        "Partial left dentary with teeth", "Articulated vertebrae",
        "Distal end of humerus", "Skull, lacking premaxilla",       "Scales and fin spine",
        "Proximal phalanx"};
    static const char *const LEAFY[] = {"Compression with cuticle", "Stem cast",
                                        "Part and counterpart",     "Fertile pinna",
                                        "Seed in nodule",           "Bark impression"};
    struct rng rng = rng_make(record->museum->seed, "fossil", record->index);
    if (rng_chance(&rng, 0.6)) {
        enum group group = record->specimen->group;
        const char *form = group == GROUP_FOSSIL_PLANTS ? RNG_WORD(&rng, LEAFY)
                           : group == GROUP_FOSSIL_FISHES || group == GROUP_FOSSIL_TETRAPODS
                               ? RNG_WORD(&rng, BONY)
                               : RNG_WORD(&rng, SHELLY);
        record_begin(record);
        text_format(&record->bytes, "%s; %s.", form, FORMATIONS[record->event->place].lithology);
        record_end(record, COL_CATALOGUE_DESCRIPTION);
    }
    record_set(record, COL_REGISTRATION_CODE, rng_chance(&rng, 0.8) ? "PAL" : "OR");
}

static void add_part(struct text *text, struct rng *rng, const char *list)
{
    size_t count = list_count(list, ';');
    if (count > 0) {
        struct part part = list_part(list, ';', rng_below(rng, (uint32_t)count));
        text_add_bytes(text, part.start, part.length);
    }
}

static void record_weight(struct record *record, struct rng *rng, enum column column)
{
    record_begin(record);
    text_format(&record->bytes, "%.1f g", rng_lognormal(rng, 180, 1.2));
    record_end(record, column);
}

static void record_mineral(struct record *record, struct rng *rng)
{
    static const char *const OCCURRENCES[] = {"Vein",          "Lining cavity",  "On matrix",
                                              "Loose crystal", "From the dumps", "Massive ore"};
    const struct mineral *mineral = &MINERALS[record->specimen->species];
    record_set(record, COL_IDENTIFICATION_DESCRIPTION, mineral->name);
    if (rng_chance(rng, 0.15)) {
        record_begin(record);
        add_part(&record->bytes, rng, mineral->varieties);
        record_end(record, COL_IDENTIFICATION_VARIETY);
    }
    record_begin(record);
    text_format(&record->bytes, "%s, ", mineral->name);
    add_part(&record->bytes, rng, mineral->colours);
    text_add(&record->bytes, ", ");
    add_part(&record->bytes, rng, mineral->habits);
    record_end(record, COL_IDENTIFICATION_AS_REGISTERED);
    record_begin(record);
    add_part(&record->bytes, rng, mineral->habits);
    record_end(record, COL_TEXTURE);
    const struct mine *mine = &MINES[record->event->place];
    record_set(record, COL_MINE, mine->name);
    record_set(record, COL_MINING_DISTRICT, mine->district);
    record_set(record, COL_HOST_ROCK, mine->host_rock);
    record_set(record, COL_TECTONIC_PROVINCE, mine->tectonic_province);
    record_set(record, COL_DEPOSIT_TYPE, mine->deposit);
    record_set(record, COL_COMMODITY, mineral->commodity);
    record_set(record, COL_MINERAL_CLASS, mineral->mineral_class);
    if (rng_chance(rng, 0.5)) {
        record_set(record, COL_OCCURRENCE, RNG_WORD(rng, OCCURRENCES));
    }
    if (rng_chance(rng, 0.3)) {
        record_weight(record, rng, COL_OBSERVED_WEIGHT);
    }
}

struct meteorite {
    const char *type;
    const char *group;
    const char *chondrite;
    const char *class_name;
    const char *petrology;
};

static void record_meteorite(struct record *record, struct rng *rng)
{
    static const struct meteorite KINDS[] = {
        {"Stone", "L", "Chondrite", "Ordinary chondrite", "6"},
        {"Stone", "H", "Chondrite", "Ordinary chondrite", "5"},
        {"Stone", "L", "Chondrite", "Ordinary chondrite", "5"},
        {"Stone", "H", "Chondrite", "Ordinary chondrite", "4"},
        {"Stone", "LL", "Chondrite", "Ordinary chondrite", "6"},
        {"Stone", "LL", "Chondrite", "Ordinary chondrite", "3"},
        {"Stone", "CM", "Chondrite", "Carbonaceous chondrite", "2"},
        {"Stone", "CV", "Chondrite", "Carbonaceous chondrite", "3"},
        {"Stone", "CI", "Chondrite", "Carbonaceous chondrite", "1"},
        {"Stone", "EH", "Chondrite", "Enstatite chondrite", "4"},
        {"Stone", "EL", "Chondrite", "Enstatite chondrite", "6"},
        {"Stone", "HED", "Achondrite", "Eucrite", NULL},
        {"Stone", "HED", "Achondrite", "Diogenite", NULL},
        {"Stone", "HED", "Achondrite", "Howardite", NULL},
        {"Stone", NULL, "Achondrite", "Ureilite", NULL},
        {"Stone", "Lunar", "Achondrite", "Anorthositic breccia", NULL},
        {"Iron", "IAB", NULL, "Coarse octahedrite", NULL},
        {"Iron", "IIAB", NULL, "Hexahedrite", NULL},
        {"Iron", "IIIAB", NULL, "Medium octahedrite", NULL},
        {"Iron", "IVA", NULL, "Fine octahedrite", NULL},
        {"Stony-iron", "Main group", NULL, "Pallasite", NULL},
        {"Stony-iron", "A1", NULL, "Mesosiderite", NULL},
    };
    // What fell or was found together is of one kind.
    struct rng same = rng_make(record->museum->seed, "meteorite", record->specimen->event);
    const struct meteorite *kind =
        &KINDS[rng_chance(&same, 0.5) ? rng_below(&same, 5)
                                      : rng_below(&same, sizeof(KINDS) / sizeof(KINDS[0]))];
    const struct place *place = record->museum->geography.sites[record->event->place].place;
    record_begin(record);
    struct part name = list_part(place->name, ',', 0);
    text_format(&record->bytes, "%.*s %03d", (int)name.length, name.start,
                (int)(record->specimen->event % 900 + 1));
    record_end(record, COL_IDENTIFICATION_DESCRIPTION);
    record_set(record, COL_METEORITE_TYPE, kind->type);
    record_set(record, COL_METEORITE_GROUP, kind->group);
    record_set(record, COL_CHONDRITE_ACHONDRITE, kind->chondrite);
    record_set(record, COL_METEORITE_CLASS, kind->class_name);
    record_set(record, COL_PETROLOGY_TYPE, kind->petrology);
    record_set(record, COL_RECOVERY, rng_chance(&same, 0.3) ? "Fall" : "Find");
    record_begin(record);
    text_add_date(&record->bytes, record->event->date);
    record_end(record, COL_RECOVERY_DATE);
    record_weight(record, rng, COL_RECOVERY_WEIGHT);
}

void record_earth(struct record *record)
{
    enum department department = specimen_department(record->specimen);
    if (department == PALAEONTOLOGY) {
        record_strata(record);
        record_fossil(record);
        return;
    }
    if (department != MINERALOGY) {
        return;
    }
    struct rng rng = rng_make(record->museum->seed, "mineral", record->index);
    record_set(record, COL_REGISTRATION_CODE, "BM");
    const char *year = strchr(strchr(record->specimen->catalogue, '-') + 1, '-') + 1;
    if (specimen_is_meteorite(record->specimen)) {
        record_meteorite(record, &rng);
    } else {
        record_begin(record);
        text_add_bytes(&record->bytes, year, strcspn(year, ","));
        record_end(record, COL_DATE_REGISTERED);
        record_mineral(record, &rng);
    }
}
