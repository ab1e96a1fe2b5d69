// SPDX-License-Identifier: Apache-2.0
// Makes persons out of the parts in names.c; see people.h.
#include "people.h"

#include <stdlib.h>
#include <string.h>

const char DEMO_MAILBOX[] = "collections@example.org";

enum { THIS_YEAR = 2025 };

static bool family_is_taken(const struct people *people, const char *family)
{
    for (size_t i = 0; i < people->count; i++) {
        if (strcmp(people->persons[i].family, family) == 0) {
            return true;
        }
    }
    return false;
}

static const char *family_make(const struct people *people, struct pool *pool, struct rng *rng,
                               enum culture culture)
{
    const struct name_parts *parts = &NAME_PARTS[culture];
    const char *family = "";
    for (int attempt = 0; attempt < 60; attempt++) {
        const char *head = rng_word(rng, parts->heads, parts->head_count);
        const char *tail = rng_word(rng, parts->tails, parts->tail_count);
        const char *particle = rng_chance(rng, 0.4) ? parts->particle : "";
        family = pool_format(pool, "%s%s%s", particle, head, tail);
        if (!family_is_taken(people, family)) {
            return family;
        }
    }
    return family; // namesakes happen
}

// The first letter, as bytes of UTF-8, with a full stop.
static void add_initial(struct text *text, const char *name)
{
    size_t length = 1;
    while (((unsigned char)name[length] & 0xc0) == 0x80) {
        length++;
    }
    text_add_bytes(text, name, length);
    text_add_char(text, '.');
}

static void name_make(struct person *person, struct pool *pool, struct rng *rng)
{
    const struct name_parts *parts = &NAME_PARTS[person->culture];
    const char *const *list = person->woman ? parts->women : parts->men;
    size_t count = person->woman ? parts->woman_count : parts->man_count;
    const char *first = rng_word(rng, list, count);
    const char *second = rng_word(rng, list, count);
    struct text initials = {0};
    add_initial(&initials, first);
    if (rng_chance(rng, 0.55) && strcmp(first, second) != 0) {
        person->given = pool_format(pool, "%s %s", first, second);
        text_add_char(&initials, ' ');
        add_initial(&initials, second);
    } else {
        person->given = first;
    }
    person->initials = pool_copy(pool, initials.data);
    text_release(&initials);
}

static const char *title_of(struct rng *rng, const struct person *person)
{
    static const char *const MEN[] = {"Rev.", "Capt.", "Dr", "Col.", "Sir", "Maj.", "Surgeon"};
    if (person->active_from > 1945 || !rng_chance(rng, 0.16)) {
        return NULL;
    }
    return person->woman ? (rng_chance(rng, 0.5) ? "Lady" : "Mrs") : RNG_WORD(rng, MEN);
}

// The family name up to the consonants after its second vowel group: Thornq., Pellgr., Falkenr.
static const char *abbreviate(struct pool *pool, const char *family)
{
    static const char VOWELS[] = "aeiouyAEIOUY";
    const char *space = strrchr(family, ' ');
    const char *at = space == NULL ? family : space + 1;
    size_t groups = 0;
    size_t length = 0;
    bool in_vowels = false;
    while (at[length] != '\0') {
        bool vowel = strchr(VOWELS, at[length]) != NULL || (unsigned char)at[length] >= 0x80;
        if (vowel && !in_vowels && ++groups == 3 && length > 3) {
            break;
        }
        if (groups == 2 && vowel && !in_vowels && length > 4) {
            break;
        }
        in_vowels = vowel;
        length++;
    }
    if (at[length] == '\0') {
        return family;
    }
    return pool_format(pool, "%.*s.", (int)length, at);
}

size_t people_add(struct people *people, struct pool *pool, struct rng *rng, size_t home,
                  enum culture culture, int year)
{
    people->persons =
        array_grow(people->persons, &people->capacity, people->count + 1, sizeof(*people->persons));
    double women = year < 1850 ? 0.04 : year < 1920 ? 0.1 : year < 1970 ? 0.22 : 0.46;
    struct person person = {.culture = culture, .home = home, .woman = rng_chance(rng, women)};
    person.active_from = year;
    person.born = year - rng_between(rng, 20, 36);
    int span = rng_between(rng, 6, 44);
    int life = (int)rng_normal_within(rng, 71, 13, 34, 98);
    int died = person.born + life;
    person.active_to = year + span;
    if (person.active_to >= died) {
        person.active_to = died - 1;
    }
    if (person.active_to <= year) {
        person.active_to = year + 1;
        died = year + 2;
    }
    if (person.active_to > THIS_YEAR) {
        person.active_to = THIS_YEAR;
    }
    person.died = died > THIS_YEAR ? 0 : died;
    person.family = family_make(people, pool, rng, culture);
    name_make(&person, pool, rng);
    person.title = title_of(rng, &person);
    person.name = person.title == NULL
                      ? pool_format(pool, "%s %s", person.initials, person.family)
                      : pool_format(pool, "%s %s %s", person.title, person.initials, person.family);
    person.abbreviation = abbreviate(pool, person.family);
    people->persons[people->count] = person;
    return people->count++;
}

void people_release(struct people *people)
{
    free(people->persons);
    *people = (struct people){0};
}

void text_add_person_variant(struct text *text, struct rng *rng, const struct person *person)
{
    switch (rng_below(rng, 60)) {
    case 0:
        text_format(text, "%s, %s", person->family, person->initials);
        break;
    case 1:
        text_add(text, person->family);
        break;
    case 2:
        text_format(text, "%s %s", person->given, person->family);
        break;
    case 3:
        for (const char *at = person->initials; *at != '\0'; at++) {
            if (*at != ' ' && *at != '.') {
                text_add_char(text, *at);
            }
        }
        text_format(text, " %s", person->family);
        break;
    default:
        text_add(text, person->name);
    }
}
