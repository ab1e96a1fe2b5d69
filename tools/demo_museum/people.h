// SPDX-License-Identifier: Apache-2.0
// Invented people (rule L1): collectors of four centuries, authors of names, today's staff. Family
// names are made of parts that no real collector's name is made of. It must not know what these
// people collected.
#pragma once

#include "places.h"
#include "random.h"
#include "support.h"

struct person {
    const char *family;
    const char *given;        // "Edith Wren"
    const char *initials;     // "E. W."
    const char *title;        // "Rev.", or NULL
    const char *name;         // "Rev. E. W. Thornquay", as collections write it
    const char *abbreviation; // as botanists abbreviate it: "Thornq."
    enum culture culture;
    bool woman;
    int born;
    int died; // 0: living
    int active_from;
    int active_to;
    size_t home; // country
};

struct people {
    struct person *persons;
    size_t count;
    size_t capacity;
};

// Adds somebody who works from about `year` on, and returns the index.
size_t people_add(struct people *people, struct pool *pool, struct rng *rng, size_t home,
                  enum culture culture, int year);
void people_release(struct people *people);
// The name as some label or ledger has it: mostly person->name, now and then another way.
void text_add_person_variant(struct text *text, struct rng *rng, const struct person *person);
// A role mailbox, never a person's own (rule I1).
extern const char DEMO_MAILBOX[];

// What names are made of; names.c.
struct name_parts {
    const char *particle; // "van der ", or ""
    const char *const *heads;
    size_t head_count;
    const char *const *tails;
    size_t tail_count;
    const char *const *men;
    size_t man_count;
    const char *const *women;
    size_t woman_count;
};
extern const struct name_parts NAME_PARTS[CULTURE_COUNT];
