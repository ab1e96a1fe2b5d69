// SPDX-License-Identifier: Apache-2.0
// Type specimens: a species has one holotype at most, collected before the species was described;
// its series comes from the same event, and the author was alive to see it. Some species are then
// named after who collected them. See museum.h.
#include <stdlib.h>
#include <string.h>

#include "museum.h"

enum { SERIES_LIMIT = 14, SYNTYPES_UNTIL = 1930, LAST_DESCRIPTION = 2016 };

// The specimens of each species, one after another.
struct by_species {
    uint32_t *first;
    uint32_t *specimens;
};

static bool can_be_type(const struct specimen *specimen)
{
    return specimen->group != GROUP_MINERALS && specimen->rank == RANK_SPECIES &&
           !specimen->doubtful;
}

static struct by_species sort_by_species(const struct museum *museum)
{
    size_t species_count = museum->taxonomy.species_count;
    struct by_species sorted = {array_zero(species_count + 2, sizeof(uint32_t)),
                                array_zero(museum->specimen_count + 1, sizeof(uint32_t))};
    for (size_t i = 0; i < museum->specimen_count; i++) {
        if (can_be_type(&museum->specimens[i])) {
            sorted.first[museum->specimens[i].species + 2]++;
        }
    }
    for (size_t i = 2; i < species_count + 2; i++) {
        sorted.first[i] += sorted.first[i - 1];
    }
    for (size_t i = 0; i < museum->specimen_count; i++) {
        if (can_be_type(&museum->specimens[i])) {
            sorted.specimens[sorted.first[museum->specimens[i].species + 1]++] = (uint32_t)i;
        }
    }
    return sorted;
}

static enum type_status status_in_series(struct rng *rng, enum department department, int year,
                                         size_t place)
{
    if (department == BOTANY) {
        return place == 0 ? TYPE_HOLOTYPE : TYPE_ISOTYPE;
    }
    if (year < SYNTYPES_UNTIL && place == 0) {
        return rng_chance(rng, 0.3) ? TYPE_LECTOTYPE : TYPE_SYNTYPE;
    }
    if (place == 0) {
        return TYPE_HOLOTYPE;
    }
    return place == 1 && department == ENTOMOLOGY && rng_chance(rng, 0.2) ? TYPE_ALLOTYPE
                                                                          : TYPE_PARATYPE;
}

static void name_after_collector(struct museum *museum, uint32_t id, const struct event *event)
{
    struct species *species = &museum->taxonomy.species[id];
    const struct person *person = &museum->people.persons[event->leader];
    const char *epithet = epithet_of_person(&museum->pool, person->family, person->woman);
    if (!genus_has_epithet(&museum->taxonomy, species->genus, epithet)) {
        species->epithet = epithet;
        species->stem = pool_format(&museum->pool, "%s!", epithet);
    }
}

// The event's own specimens, and at times what the same collector brought from elsewhere.
static bool is_of_series(const struct museum *museum, struct rng *rng,
                         const struct specimen *specimen, uint32_t at, int year)
{
    const struct event *event = &museum->events[specimen->event];
    return specimen->event == at || (event->leader == museum->events[at].leader &&
                                     event->year <= year && rng_chance(rng, 0.6));
}

// Describes the species from what one event brought.
static void describe(struct museum *museum, struct rng *rng, uint32_t id,
                     const struct by_species *sorted)
{
    struct species *species = &museum->taxonomy.species[id];
    uint32_t first = sorted->first[id];
    uint32_t count = sorted->first[id + 1] - first;
    uint32_t start = first + rng_below(rng, count);
    uint32_t at = museum->specimens[sorted->specimens[start]].event;
    const struct event *event = &museum->events[at];
    int year = event->year + (int)rng_lognormal(rng, 5, 0.9);
    if (year < 1758 || year > LAST_DESCRIPTION || event->year == 0) {
        return;
    }
    enum group group = species_family(&museum->taxonomy, id)->group;
    size_t author = determiner_pick(museum, rng, group, year);
    if (author == NO_PERSON) {
        return;
    }
    species->author = author;
    species->year = year;
    species->has_holotype = true;
    enum type_status lead = TYPE_NONE;
    size_t place = 0;
    // The chosen event's come first: its first specimen leads the series.
    for (uint32_t i = start; i < start + count && place < SERIES_LIMIT; i++) {
        struct specimen *specimen =
            &museum->specimens[sorted->specimens[first + (i - first) % count]];
        if (!is_of_series(museum, rng, specimen, at, year)) {
            continue;
        }
        enum type_status status = status_in_series(rng, GROUPS[group].department, year, place++);
        if (lead == TYPE_SYNTYPE) {
            status = TYPE_SYNTYPE;
        } else if (lead == TYPE_LECTOTYPE) {
            status = TYPE_PARALECTOTYPE;
        }
        lead = lead == TYPE_NONE ? status : lead;
        specimen->type = status;
        museum->determinations[specimen->determination].person = author;
        museum->determinations[specimen->determination].date = (struct date){(int16_t)year, 0, 0};
        specimen->images = specimen->images == 0 && rng_chance(rng, 0.4) ? 2 : specimen->images;
    }
    if (rng_chance(rng, 0.14)) {
        name_after_collector(museum, id, event);
    }
    size_t combiner = determiner_pick(museum, rng, group, year + 30);
    species_set_authorship(&museum->taxonomy, &museum->pool, &museum->people, id,
                           combiner == NO_PERSON ? author : combiner);
}

// Nobody determined a species before it had its name.
static void mend_determinations(struct museum *museum)
{
    for (size_t i = 0; i < museum->determination_count; i++) {
        struct determination *determination = &museum->determinations[i];
        const struct species *species = &museum->taxonomy.species[determination->species];
        if (determination->date.year != 0 && determination->date.year < species->year) {
            determination->date = (struct date){0};
            determination->person = NO_PERSON;
        }
    }
}

void museum_choose_types(struct museum *museum)
{
    struct rng rng = rng_make(museum->seed, "types", 0);
    struct by_species sorted = sort_by_species(museum);
    for (uint32_t id = 0; id < museum->taxonomy.species_count; id++) {
        if (sorted.first[id + 1] - sorted.first[id] >= 1 && rng_chance(&rng, 0.42)) {
            describe(museum, &rng, id, &sorted);
        }
    }
    mend_determinations(museum);
    free(sorted.first);
    free(sorted.specimens);
}
