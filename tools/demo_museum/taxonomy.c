// SPDX-License-Identifier: Apache-2.0
// Grows species on the tables of families and genera, and finds them again; see taxonomy.h.
#include "taxonomy.h"

#include <stdlib.h>
#include <string.h>

const struct group_facts GROUPS[GROUP_COUNT] = {
    [GROUP_FLOWERING_PLANTS] = {"Flowering plants", BOTANY, "Plantae", FLOWERING_PLANTS, 0.60,
                                EPITHETS_PLANT, "Vascular Plants"},
    [GROUP_FERNS] = {"Ferns and lycophytes", BOTANY, "Plantae", FERNS, 0.11, EPITHETS_PLANT,
                     "Vascular Plants"},
    [GROUP_BRYOPHYTES] = {"Mosses and liverworts", BOTANY, "Plantae", BRYOPHYTES, 0.09,
                          EPITHETS_PLANT, "Cryptogamic Plants"},
    [GROUP_LICHENS] = {"Lichens", BOTANY, "Fungi", LICHENS, 0.07, EPITHETS_PLANT,
                       "Cryptogamic Plants"},
    [GROUP_FUNGI] = {"Fungi", BOTANY, "Fungi", FUNGI, 0.06, EPITHETS_PLANT, "Cryptogamic Plants"},
    [GROUP_ALGAE] = {"Seaweeds", BOTANY, "Plantae", ALGAE, 0.07, EPITHETS_PLANT,
                     "Cryptogamic Plants"},
    [GROUP_LEPIDOPTERA] = {"Butterflies and moths", ENTOMOLOGY, "Animalia", LEPIDOPTERA, 0.27,
                           EPITHETS_ANIMAL, "Lepidoptera"},
    [GROUP_COLEOPTERA] = {"Beetles", ENTOMOLOGY, "Animalia", COLEOPTERA, 0.27, EPITHETS_ANIMAL,
                          "Coleoptera"},
    [GROUP_HYMENOPTERA] = {"Bees, wasps and ants", ENTOMOLOGY, "Animalia", HYMENOPTERA, 0.15,
                           EPITHETS_ANIMAL, "Hymenoptera"},
    [GROUP_DIPTERA] = {"Flies", ENTOMOLOGY, "Animalia", DIPTERA, 0.11, EPITHETS_ANIMAL,
                       "Diptera and Siphonaptera"},
    [GROUP_HEMIPTERA] = {"True bugs", ENTOMOLOGY, "Animalia", HEMIPTERA, 0.07, EPITHETS_ANIMAL,
                         "Hemiptera"},
    [GROUP_ODONATA] = {"Dragonflies", ENTOMOLOGY, "Animalia", ODONATA, 0.04, EPITHETS_ANIMAL,
                       "Small Orders"},
    [GROUP_ORTHOPTEROIDS] = {"Grasshoppers and small orders", ENTOMOLOGY, "Animalia", ORTHOPTEROIDS,
                             0.06, EPITHETS_ANIMAL, "Small Orders"},
    [GROUP_ECTOPARASITES] = {"Fleas and lice", ENTOMOLOGY, "Animalia", ECTOPARASITES, 0.03,
                             EPITHETS_ANIMAL, "Diptera and Siphonaptera"},
    [GROUP_MAMMALS] = {"Mammals", ZOOLOGY, "Animalia", MAMMALS, 0.14, EPITHETS_ANIMAL,
                       "LS Mammals"},
    [GROUP_BIRDS] = {"Birds", ZOOLOGY, "Animalia", BIRDS, 0.17, EPITHETS_ANIMAL, "LS Birds"},
    [GROUP_REPTILES] = {"Reptiles", ZOOLOGY, "Animalia", REPTILES, 0.08, EPITHETS_ANIMAL,
                        "LS Reptiles"},
    [GROUP_AMPHIBIANS] = {"Amphibians", ZOOLOGY, "Animalia", AMPHIBIANS, 0.06, EPITHETS_ANIMAL,
                          "LS Amphibians"},
    [GROUP_FISHES] = {"Fishes", ZOOLOGY, "Animalia", FISHES, 0.12, EPITHETS_ANIMAL, "LS Fish"},
    [GROUP_MOLLUSCS] = {"Molluscs", ZOOLOGY, "Animalia", MOLLUSCS, 0.17, EPITHETS_ANIMAL,
                        "LS Invertebrates"},
    [GROUP_CRUSTACEANS] = {"Crustaceans", ZOOLOGY, "Animalia", CRUSTACEANS, 0.08, EPITHETS_ANIMAL,
                           "LS Invertebrates"},
    [GROUP_ARACHNIDS] = {"Arachnids and myriapods", ZOOLOGY, "Animalia", ARACHNIDS, 0.07,
                         EPITHETS_ANIMAL, "LS Invertebrates"},
    [GROUP_ECHINODERMS] = {"Echinoderms", ZOOLOGY, "Animalia", ECHINODERMS, 0.04, EPITHETS_ANIMAL,
                           "LS Invertebrates"},
    [GROUP_CORALS_SPONGES] = {"Corals, sponges and bryozoans", ZOOLOGY, "Animalia", CORALS_SPONGES,
                              0.04, EPITHETS_ANIMAL, "LS Invertebrates"},
    [GROUP_WORMS] = {"Worms", ZOOLOGY, "Animalia", WORMS, 0.03, EPITHETS_ANIMAL,
                     "LS Invertebrates"},
    [GROUP_FOSSIL_INVERTEBRATES] = {"Fossil invertebrates", PALAEONTOLOGY, "Animalia",
                                    FOSSIL_INVERTEBRATES, 0.56, EPITHETS_FOSSIL,
                                    "Earth Sciences Invertebrates"},
    [GROUP_FOSSIL_FISHES] = {"Fossil fishes", PALAEONTOLOGY, "Animalia", FOSSIL_FISHES, 0.10,
                             EPITHETS_FOSSIL, "Earth Sciences Vertebrates"},
    [GROUP_FOSSIL_TETRAPODS] = {"Fossil amphibians, reptiles and mammals", PALAEONTOLOGY,
                                "Animalia", FOSSIL_TETRAPODS, 0.13, EPITHETS_FOSSIL,
                                "Earth Sciences Vertebrates"},
    [GROUP_FOSSIL_PLANTS] = {"Fossil plants", PALAEONTOLOGY, "Plantae", FOSSIL_PLANTS, 0.11,
                             EPITHETS_FOSSIL, "Earth Sciences Plants"},
    [GROUP_MICROFOSSILS] = {"Foraminifera", PALAEONTOLOGY, "Chromista", MICROFOSSILS, 0.07,
                            EPITHETS_FOSSIL, "Earth Sciences Micropalaeontology"},
    [GROUP_OSTRACODS] = {"Ostracods and conodonts", PALAEONTOLOGY, "Animalia",
                         MICROFOSSIL_OSTRACODS, 0.03, EPITHETS_FOSSIL,
                         "Earth Sciences Micropalaeontology"},
    [GROUP_MINERALS] = {"Minerals", MINERALOGY, NULL, NULL, 1.0, EPITHETS_FOSSIL, "Mineralogy"},
};

const struct genus *species_genus(const struct taxonomy *taxonomy, uint32_t species)
{
    return &taxonomy->genera[taxonomy->species[species].genus];
}

const struct family *species_family(const struct taxonomy *taxonomy, uint32_t species)
{
    return &taxonomy->families[species_genus(taxonomy, species)->family];
}

bool genus_has_epithet(const struct taxonomy *taxonomy, uint32_t genus, const char *epithet)
{
    for (size_t i = taxonomy->species_count; i-- > 0;) {
        const struct species *species = &taxonomy->species[i];
        if (species->genus == genus && strcmp(species->epithet, epithet) == 0) {
            return true;
        }
    }
    return false;
}

void species_set_authorship(struct taxonomy *taxonomy, struct pool *pool,
                            const struct people *people, uint32_t id, size_t combiner)
{
    struct species *species = &taxonomy->species[id];
    const struct person *author = &people->persons[species->author];
    if (GROUPS[species_family(taxonomy, id)->group].department == BOTANY) {
        const struct person *other = &people->persons[combiner];
        species->authorship =
            species->moved ? pool_format(pool, "(%s) %s", author->abbreviation, other->abbreviation)
                           : author->abbreviation;
        return;
    }
    species->authorship =
        pool_format(pool, species->moved ? "(%s, %d)" : "%s, %d", author->family, species->year);
}

static void authors_make(struct taxonomy *taxonomy, struct pool *pool, struct people *people,
                         const struct geography *geography, uint64_t seed)
{
    static const int STARTS[] = {1758, 1775, 1790, 1806, 1820, 1832, 1845, 1856, 1866,
                                 1878, 1888, 1897, 1908, 1922, 1938, 1955, 1972, 1990};
    static const enum culture EARLY[] = {CULTURE_ENGLISH, CULTURE_ENGLISH, CULTURE_FRENCH,
                                         CULTURE_GERMAN,  CULTURE_NORDIC,  CULTURE_DUTCH,
                                         CULTURE_ITALIAN, CULTURE_ENGLISH, CULTURE_GERMAN};
    size_t count = sizeof(STARTS) / sizeof(STARTS[0]);
    for (int group = 0; group < GROUP_MINERALS; group++) {
        struct rng rng = rng_make(seed, "authors", (uint64_t)group);
        taxonomy->authors[group] = pool_bytes(pool, count * sizeof(size_t));
        for (size_t i = 0; i < count; i++) {
            int year = STARTS[i] + rng_between(&rng, 0, 9);
            enum culture culture = EARLY[rng_below(&rng, sizeof(EARLY) / sizeof(EARLY[0]))];
            size_t home = country_find("GB");
            if (year > 1930) {
                home = weights_pick(&geography->countries, &rng);
                culture = COUNTRIES[home].culture;
            }
            taxonomy->authors[group][i] = people_add(people, pool, &rng, home, culture, year);
        }
        taxonomy->author_count[group] = count;
    }
}

// Most species were described by few, and most of them between 1820 and 1930.
static size_t author_pick(const struct taxonomy *taxonomy, struct rng *rng, enum group group)
{
    size_t count = taxonomy->author_count[group];
    double place = rng_normal_within(rng, 0.48, 0.24, 0, 0.999);
    return taxonomy->authors[group][(size_t)(place * (double)count)];
}

static uint32_t family_add(struct taxonomy *taxonomy, const struct family_entry *entry,
                           enum group group)
{
    struct family family = {.entry = entry, .group = group};
    family.realms = realm_mask(entry->realms, strlen(entry->realms));
    if (entry->first != NULL) {
        size_t unused;
        if (!stages_find(entry->first, &family.first_stage, &unused) ||
            !stages_find(entry->last, &unused, &family.last_stage)) {
            fatal("%s: no interval %s or %s", entry->family, entry->first, entry->last);
        }
    }
    taxonomy->families = array_grow(taxonomy->families, &taxonomy->family_capacity,
                                    taxonomy->family_count + 1, sizeof(family));
    taxonomy->families[taxonomy->family_count] = family;
    return (uint32_t)taxonomy->family_count++;
}

// "Quercus:f@EAN"
static uint32_t genus_add(struct taxonomy *taxonomy, struct pool *pool, uint32_t family,
                          struct part entry)
{
    const char *written = pool_format(pool, "%.*s", (int)entry.length, entry.start);
    const char *colon = strchr(written, ':');
    const char *at = strchr(written, '@');
    size_t length = strcspn(written, ":@");
    struct genus genus = {.name = pool_format(pool, "%.*s", (int)length, written),
                          .family = family};
    genus.gender = genus_gender(genus.name, colon == NULL ? '\0' : colon[1]);
    genus.realms =
        at == NULL ? taxonomy->families[family].realms : realm_mask(at + 1, strlen(at + 1));
    taxonomy->genera = array_grow(taxonomy->genera, &taxonomy->genus_capacity,
                                  taxonomy->genus_count + 1, sizeof(genus));
    taxonomy->genera[taxonomy->genus_count] = genus;
    return (uint32_t)taxonomy->genus_count++;
}

static uint32_t pick_bit(struct rng *rng, uint32_t mask)
{
    uint32_t chosen = rng_below(rng, (uint32_t)__builtin_popcount(mask));
    for (uint32_t bit = 1;; bit <<= 1) {
        if ((mask & bit) != 0 && chosen-- == 0) {
            return bit;
        }
    }
}

// The middle of the range: a locality, or a sea, of one of the genus' realms.
static void range_make(struct species *species, const struct geography *geography, struct rng *rng,
                       uint32_t realms, size_t *country)
{
    const uint32_t sea = realm_mask("cwd", 3);
    species->realm = pick_bit(rng, realms);
    species->range = rng_lognormal(rng, (species->realm & sea) != 0 ? 3800 : 1250, 0.75);
    *country = COUNTRY_COUNT;
    for (int attempt = 0; attempt < 4000; attempt++) {
        if ((species->realm & sea) != 0 && rng_chance(rng, 0.5)) {
            const struct sea *at = &SEAS[rng_below(rng, (uint32_t)SEA_COUNT)];
            if ((realm_mask(at->realms, strlen(at->realms)) & species->realm) != 0) {
                species->latitude = at->latitude;
                species->longitude = at->longitude;
                return;
            }
            continue;
        }
        size_t home = weights_pick(&geography->countries, rng);
        size_t first = geography->first_site[home];
        size_t count = geography->first_site[home + 1] - first;
        const struct site *site = &geography->sites[first + rng_below(rng, (uint32_t)count)];
        if ((site->realms & species->realm) != 0) {
            species->latitude = site->place->latitude;
            species->longitude = site->place->longitude;
            *country = home;
            return;
        }
    }
    fatal("nowhere to live in realm %x", species->realm);
}

static void epithet_make(struct taxonomy *taxonomy, struct pool *pool, struct rng *rng,
                         struct species *species, size_t country)
{
    const struct genus *genus = &taxonomy->genera[species->genus];
    enum group group = taxonomy->families[genus->family].group;
    for (int attempt = 0; attempt < 100; attempt++) {
        species->stem = epithet_pick(rng, GROUPS[group].epithets);
        if (country < COUNTRY_COUNT && attempt == 0 && rng_chance(rng, 0.1)) {
            const char *adjectives = COUNTRIES[country].adjectives;
            size_t count = list_count(adjectives, ',');
            struct part part = list_part(adjectives, ',', rng_below(rng, (uint32_t)count));
            species->stem = pool_format(pool, "%.*s", (int)part.length, part.start);
            species->range = species->range > 900 ? 900 : species->range;
        }
        species->epithet = epithet_decline(pool, species->stem, genus->gender);
        if (!genus_has_epithet(taxonomy, species->genus, species->epithet)) {
            return;
        }
    }
}

static void species_add(struct taxonomy *taxonomy, struct pool *pool, const struct people *people,
                        const struct geography *geography, struct rng *rng, uint32_t genus,
                        double weight)
{
    const struct family *family = &taxonomy->families[taxonomy->genera[genus].family];
    struct species species = {.genus = genus, .weight = weight};
    size_t country = COUNTRY_COUNT;
    range_make(&species, geography, rng, taxonomy->genera[genus].realms, &country);
    if (GROUPS[family->group].department == PALAEONTOLOGY) {
        int span = (int)(family->last_stage - family->first_stage);
        int from = rng_between(rng, 0, span);
        species.first_stage = family->first_stage + (size_t)from;
        species.last_stage = species.first_stage + (size_t)rng_between(rng, 0, span - from);
        country = COUNTRY_COUNT;
    }
    epithet_make(taxonomy, pool, rng, &species, country);
    if (rng_chance(rng, 0.05)) {
        const char *stem = epithet_pick(rng, GROUPS[family->group].epithets);
        species.infraspecific = epithet_decline(pool, stem, taxonomy->genera[genus].gender);
        if (strcmp(species.infraspecific, species.epithet) == 0) {
            species.infraspecific = NULL;
        }
    }
    species.author = author_pick(taxonomy, rng, family->group);
    const struct person *author = &people->persons[species.author];
    species.year = rng_between(rng, author->active_from, author->active_to);
    species.moved = rng_chance(rng, 0.36);
    taxonomy->species = array_grow(taxonomy->species, &taxonomy->species_capacity,
                                   taxonomy->species_count + 1, sizeof(species));
    taxonomy->species[taxonomy->species_count] = species;
    size_t combiner = author_pick(taxonomy, rng, family->group);
    species_set_authorship(taxonomy, pool, people, (uint32_t)taxonomy->species_count++, combiner);
}

static void meeting_add(struct meeting *meeting, uint32_t species, double weight)
{
    meeting->species = array_grow(meeting->species, &meeting->capacity, meeting->weights.count + 1,
                                  sizeof(uint32_t));
    meeting->species[meeting->weights.count] = species;
    weights_add(&meeting->weights, weight);
}

static bool fossil_fits(const struct taxonomy *taxonomy, uint32_t id,
                        const struct formation *formation)
{
    const struct species *species = &taxonomy->species[id];
    const struct family *family = species_family(taxonomy, id);
    size_t first, last, unused;
    if (!stages_find(formation->first_stage, &first, &unused) ||
        !stages_find(formation->last_stage, &unused, &last)) {
        fatal("%s: unknown stage", formation->name);
    }
    uint32_t here = realm_mask(&COUNTRIES[country_find(formation->country)].realm, 1);
    return species->first_stage <= last && species->last_stage >= first &&
           (family->realms & here) != 0 &&
           strpbrk(family->entry->environment, formation->environments) != NULL;
}

static void meetings_make(struct taxonomy *taxonomy, struct pool *pool)
{
    taxonomy->fossil_meetings =
        pool_bytes(pool, FORMATION_COUNT * GROUP_COUNT * sizeof(struct meeting));
    for (uint32_t id = 0; id < taxonomy->species_count; id++) {
        const struct species *species = &taxonomy->species[id];
        enum group group = species_family(taxonomy, id)->group;
        if (GROUPS[group].department != PALAEONTOLOGY) {
            int bit = __builtin_ctz(species->realm);
            meeting_add(&taxonomy->meetings[group][bit], id, species->weight);
            // Wide ranges reach into the genus' other realms.
            uint32_t others = species_genus(taxonomy, id)->realms & ~species->realm;
            for (int other = 0; other < REALM_COUNT; other++) {
                if ((others >> other & 1) != 0) {
                    meeting_add(&taxonomy->meetings[group][other], id, species->weight);
                }
            }
            continue;
        }
        for (size_t i = 0; i < FORMATION_COUNT; i++) {
            if (fossil_fits(taxonomy, id, &FORMATIONS[i])) {
                meeting_add(&taxonomy->fossil_meetings[i * GROUP_COUNT + group], id,
                            species->weight);
            }
        }
    }
}

static void family_grow(struct taxonomy *taxonomy, struct pool *pool, const struct people *people,
                        const struct geography *geography, struct rng *rng,
                        const struct family_entry *entry, enum group group)
{
    uint32_t family = family_add(taxonomy, entry, group);
    size_t count = list_count(entry->genera, ' ');
    for (size_t i = 0; i < count; i++) {
        uint32_t genus = genus_add(taxonomy, pool, family, list_part(entry->genera, ' ', i));
        double share = entry->weight * zipf_weight(i, 0.8);
        int wanted = 1 + (int)(rng_lognormal(rng, 1.1, 0.6) * (1 + share / 9));
        wanted = wanted > 45 ? 45 : wanted;
        for (int k = 0; k < wanted; k++) {
            double weight = share * zipf_weight((size_t)k, 0.9);
            species_add(taxonomy, pool, people, geography, rng, genus, weight);
        }
    }
}

void taxonomy_make(struct taxonomy *taxonomy, struct pool *pool, struct people *people,
                   const struct geography *geography, uint64_t seed)
{
    authors_make(taxonomy, pool, people, geography, seed);
    for (int group = 0; group < GROUP_MINERALS; group++) {
        struct rng rng = rng_make(seed, "taxonomy", (uint64_t)group);
        for (const struct family_entry *entry = GROUPS[group].families; entry->family != NULL;
             entry++) {
            family_grow(taxonomy, pool, people, geography, &rng, entry, (enum group)group);
        }
    }
    meetings_make(taxonomy, pool);
}

static void meeting_release(struct meeting *meeting)
{
    free(meeting->species);
    weights_release(&meeting->weights);
}

void taxonomy_release(struct taxonomy *taxonomy)
{
    for (size_t group = 0; group < GROUP_COUNT; group++) {
        for (size_t realm = 0; realm < REALM_COUNT; realm++) {
            meeting_release(&taxonomy->meetings[group][realm]);
        }
    }
    for (size_t i = 0; i < FORMATION_COUNT * GROUP_COUNT; i++) {
        meeting_release(&taxonomy->fossil_meetings[i]);
    }
    free(taxonomy->families);
    free(taxonomy->genera);
    free(taxonomy->species);
}

bool taxonomy_occurs(const struct taxonomy *taxonomy, enum group group, uint32_t realms)
{
    for (int bit = 0; bit < REALM_COUNT; bit++) {
        if ((realms >> bit & 1) != 0 && taxonomy->meetings[group][bit].weights.count > 0) {
            return true;
        }
    }
    return false;
}

uint32_t taxonomy_pick(const struct taxonomy *taxonomy, struct rng *rng, enum group group,
                       uint32_t realms, double latitude, double longitude)
{
    uint32_t usable = 0;
    for (int bit = 0; bit < REALM_COUNT; bit++) {
        if ((realms >> bit & 1) != 0 && taxonomy->meetings[group][bit].weights.count > 0) {
            usable |= 1U << bit;
        }
    }
    if (usable == 0) {
        return NO_SPECIES;
    }
    const struct meeting *meeting =
        &taxonomy->meetings[group][__builtin_ctz(pick_bit(rng, usable))];
    uint32_t best = NO_SPECIES;
    double best_ratio = 0;
    for (int attempt = 0; attempt < 40; attempt++) {
        uint32_t id = meeting->species[weights_pick(&meeting->weights, rng)];
        const struct species *species = &taxonomy->species[id];
        double ratio = point_distance(latitude, longitude, species->latitude, species->longitude) /
                       species->range;
        if (ratio <= 1) {
            return id;
        }
        if (best == NO_SPECIES || ratio < best_ratio) {
            best = id;
            best_ratio = ratio;
        }
    }
    return best;
}

uint32_t taxonomy_pick_fossil(const struct taxonomy *taxonomy, struct rng *rng, enum group group,
                              size_t formation)
{
    const struct meeting *meeting = &taxonomy->fossil_meetings[formation * GROUP_COUNT + group];
    if (meeting->weights.count == 0) {
        return NO_SPECIES;
    }
    return meeting->species[weights_pick(&meeting->weights, rng)];
}

void text_add_species(struct text *text, const struct taxonomy *taxonomy, uint32_t id)
{
    const struct species *species = &taxonomy->species[id];
    text_format(text, "%s %s", species_genus(taxonomy, id)->name, species->epithet);
    if (species->infraspecific != NULL) {
        bool plant = GROUPS[species_family(taxonomy, id)->group].epithets == EPITHETS_PLANT;
        text_format(text, plant ? " var. %s" : " %s", species->infraspecific);
    }
}
