// SPDX-License-Identifier: Apache-2.0
// Latin as taxonomists need it: the gender of a genus, epithets that agree with it, and epithets
// made of persons' names. It must not know what is named.
//
// An epithet is written "alb-us" (albus, alba, album), "virid-is" (viridis, viridis, viride),
// "nig-er" (niger, nigra, nigrum), "min-or" (minor, minor, minus) or "repens" (the same in all).
#pragma once

#include "random.h"
#include "support.h"

enum gender {
    MASCULINE,
    FEMININE,
    NEUTER,
};

// By the ending, after the codes' usage (ICN 62, ICZN 30); `mark` (m, f or n) has the last word.
enum gender genus_gender(const char *genus, char mark);
// The epithet in the genus' gender.
const char *epithet_decline(struct pool *pool, const char *stem, enum gender gender);
// harrowmerei, harrowmereae: the genitive of a family name (ICZN 31.1.2), plain letters only.
const char *epithet_of_person(struct pool *pool, const char *family, bool woman);

// Which epithets suit.
enum epithet_kind {
    EPITHETS_PLANT,
    EPITHETS_ANIMAL,
    EPITHETS_FOSSIL,
};
const char *epithet_pick(struct rng *rng, enum epithet_kind kind);
