// SPDX-License-Identifier: Apache-2.0
// The tables of families, a table for each group of organisms that a collector may care for.
#pragma once

#include <stddef.h>

struct family_entry {
    const char *phylum;
    const char *class_name;
    const char *order;
    const char *family;
    int weight;              // how much of the group belongs to it
    const char *realms;      // letters of places.h
    const char *first;       // fossils: the intervals the family lived from
    const char *last;        // and to
    const char *environment; // fossils: m marine, f fresh water, t land
    const char *genera;      // "Quercus:f@EAN Fagus:f": gender and realms are optional
};

// Each ends with an entry whose family is NULL.
extern const struct family_entry FLOWERING_PLANTS[];
extern const struct family_entry FERNS[];
extern const struct family_entry BRYOPHYTES[];
extern const struct family_entry LICHENS[];
extern const struct family_entry FUNGI[];
extern const struct family_entry ALGAE[];
extern const struct family_entry LEPIDOPTERA[];
extern const struct family_entry COLEOPTERA[];
extern const struct family_entry HYMENOPTERA[];
extern const struct family_entry DIPTERA[];
extern const struct family_entry HEMIPTERA[];
extern const struct family_entry ODONATA[];
extern const struct family_entry ORTHOPTEROIDS[];
extern const struct family_entry ECTOPARASITES[];
extern const struct family_entry MAMMALS[];
extern const struct family_entry BIRDS[];
extern const struct family_entry REPTILES[];
extern const struct family_entry AMPHIBIANS[];
extern const struct family_entry FISHES[];
extern const struct family_entry MOLLUSCS[];
extern const struct family_entry CRUSTACEANS[];
extern const struct family_entry ARACHNIDS[];
extern const struct family_entry ECHINODERMS[];
extern const struct family_entry CORALS_SPONGES[];
extern const struct family_entry WORMS[];
extern const struct family_entry FOSSIL_INVERTEBRATES[];
extern const struct family_entry FOSSIL_FISHES[];
extern const struct family_entry FOSSIL_TETRAPODS[];
extern const struct family_entry FOSSIL_PLANTS[];
extern const struct family_entry MICROFOSSILS[];
extern const struct family_entry MICROFOSSIL_OSTRACODS[];
