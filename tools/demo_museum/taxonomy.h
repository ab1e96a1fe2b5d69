// SPDX-License-Identifier: Apache-2.0
// The museum's taxonomy: real families and genera, invented species with ranges, authors and
// years, and the choice of a species that may live where somebody collects.
#pragma once

#include "geology.h"
#include "latin.h"
#include "people.h"
#include "places.h"
#include "taxa.h"

enum department {
    BOTANY,
    ENTOMOLOGY,
    ZOOLOGY,
    PALAEONTOLOGY,
    MINERALOGY,
    DEPARTMENT_COUNT,
};

enum group {
    GROUP_FLOWERING_PLANTS,
    GROUP_FERNS,
    GROUP_BRYOPHYTES,
    GROUP_LICHENS,
    GROUP_FUNGI,
    GROUP_ALGAE,
    GROUP_LEPIDOPTERA,
    GROUP_COLEOPTERA,
    GROUP_HYMENOPTERA,
    GROUP_DIPTERA,
    GROUP_HEMIPTERA,
    GROUP_ODONATA,
    GROUP_ORTHOPTEROIDS,
    GROUP_ECTOPARASITES,
    GROUP_MAMMALS,
    GROUP_BIRDS,
    GROUP_REPTILES,
    GROUP_AMPHIBIANS,
    GROUP_FISHES,
    GROUP_MOLLUSCS,
    GROUP_CRUSTACEANS,
    GROUP_ARACHNIDS,
    GROUP_ECHINODERMS,
    GROUP_CORALS_SPONGES,
    GROUP_WORMS,
    GROUP_FOSSIL_INVERTEBRATES,
    GROUP_FOSSIL_FISHES,
    GROUP_FOSSIL_TETRAPODS,
    GROUP_FOSSIL_PLANTS,
    GROUP_MICROFOSSILS,
    GROUP_OSTRACODS,
    GROUP_MINERALS, // in mineralogy's collectors only; has no taxa
    GROUP_COUNT,
};

struct group_facts {
    const char *name;
    enum department department;
    const char *kingdom;
    const struct family_entry *families;
    double share; // of the department's specimens
    enum epithet_kind epithets;
    const char *sub_department;
};
extern const struct group_facts GROUPS[GROUP_COUNT];

#define NO_SPECIES UINT32_MAX

struct family {
    const struct family_entry *entry;
    enum group group;
    uint32_t realms;
    size_t first_stage; // fossils
    size_t last_stage;
};

struct genus {
    const char *name;
    uint32_t family;
    enum gender gender;
    uint32_t realms;
};

struct species {
    uint32_t genus;
    const char *stem;          // as latin.h writes it, to be declined anew in another genus
    const char *epithet;       // agreeing with the genus
    const char *infraspecific; // NULL, or a subspecies' (animals) or variety's (plants) epithet
    const char *authorship;
    size_t author; // person
    int year;      // when it was described
    bool moved;    // to another genus since
    bool has_holotype;
    uint32_t realm;  // one bit: where its range lies
    double latitude; // the middle of its range
    double longitude;
    double range; // kilometres from there
    double weight;
    size_t first_stage;
    size_t last_stage;
};

// Species that may be met in one realm (or formation), by how common they are.
struct meeting {
    struct weights weights;
    uint32_t *species;
    size_t capacity;
};

enum { REALM_COUNT = 14 };

struct taxonomy {
    struct family *families;
    size_t family_count;
    size_t family_capacity;
    struct genus *genera;
    size_t genus_count;
    size_t genus_capacity;
    struct species *species;
    size_t species_count;
    size_t species_capacity;
    size_t *authors[GROUP_COUNT]; // persons
    size_t author_count[GROUP_COUNT];
    struct meeting meetings[GROUP_COUNT][REALM_COUNT];
    struct meeting *fossil_meetings; // by formation, then group
};

void taxonomy_make(struct taxonomy *taxonomy, struct pool *pool, struct people *people,
                   const struct geography *geography, uint64_t seed);
void taxonomy_release(struct taxonomy *taxonomy);

// A species of the group whose range reaches the point; NO_SPECIES where the group has none in
// those realms.
uint32_t taxonomy_pick(const struct taxonomy *taxonomy, struct rng *rng, enum group group,
                       uint32_t realms, double latitude, double longitude);
// A species of the group from the formation's age and environment.
uint32_t taxonomy_pick_fossil(const struct taxonomy *taxonomy, struct rng *rng, enum group group,
                              size_t formation);
// Whether the group has any species in one of the realms.
bool taxonomy_occurs(const struct taxonomy *taxonomy, enum group group, uint32_t realms);

const struct genus *species_genus(const struct taxonomy *taxonomy, uint32_t species);
const struct family *species_family(const struct taxonomy *taxonomy, uint32_t species);
// "Genus epithet", with a third part where there is one; without authorship.
void text_add_species(struct text *text, const struct taxonomy *taxonomy, uint32_t species);
// Writes the species' authorship anew, after its author, year or genus changed.
void species_set_authorship(struct taxonomy *taxonomy, struct pool *pool,
                            const struct people *people, uint32_t species, size_t combiner);
// Whether the genus has a species of that epithet already.
bool genus_has_epithet(const struct taxonomy *taxonomy, uint32_t genus, const char *epithet);
