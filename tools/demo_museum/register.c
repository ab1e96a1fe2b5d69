// SPDX-License-Identifier: Apache-2.0
// Catalogue numbers, each department in its own tradition: barcodes in botany and entomology, the
// register's year.month.day.number in zoology, series letters in palaeontology, year and number
// with a comma in mineralogy. Every one begins with DEMO (rule L1). See museum.h.
#include <stdlib.h>

#include "museum.h"

enum { FIRST_YEAR = 1750, YEARS = 280, DAYS = 12 * 32 };

static int acquisition_year(struct rng *rng, const struct event *event, int earliest)
{
    int year = event->year + (int)rng_lognormal(rng, 2, 0.8);
    year = year < earliest ? earliest : year;
    return year > 2024 ? 2024 : year;
}

static const char *fossil_series(enum group group)
{
    switch (group) {
    case GROUP_FOSSIL_FISHES:
        return "PV-P";
    case GROUP_FOSSIL_TETRAPODS:
        return "PV-R";
    case GROUP_FOSSIL_PLANTS:
        return "V";
    case GROUP_MICROFOSSILS:
        return "PM-PF";
    case GROUP_OSTRACODS:
        return "PM-OS";
    default:
        return "PI";
    }
}

struct registers {
    uint32_t *by_day;
    uint32_t *by_year;
    uint32_t botany;
    uint32_t insects;
    uint32_t fossils;
    uint32_t meteorites;
};

static const char *zoology_number(struct museum *museum, struct registers *registers,
                                  const struct specimen *specimen)
{
    // A whole event is entered on one day.
    struct rng rng = rng_make(museum->seed, "accession", specimen->event);
    int year = acquisition_year(&rng, &museum->events[specimen->event], 1837);
    int month = rng_between(&rng, 1, 12);
    int day = rng_between(&rng, 1, 28);
    uint32_t *counter = &registers->by_day[(year - FIRST_YEAR) * DAYS + (month - 1) * 32 + day];
    return pool_format(&museum->pool, "DEMO-ZOO-%d.%d.%d.%u", year, month, day, ++*counter);
}

static const char *number_of(struct museum *museum, struct registers *registers, struct rng *rng,
                             const struct specimen *specimen)
{
    const struct event *event = &museum->events[specimen->event];
    switch (specimen_department(specimen)) {
    case BOTANY:
        registers->botany += 1 + rng_below(rng, 7);
        return pool_format(&museum->pool, "DEMO-BOT-%09u", registers->botany);
    case ENTOMOLOGY:
        registers->insects += 1 + rng_below(rng, 9);
        return pool_format(&museum->pool, "DEMO-E-%09u", registers->insects);
    case ZOOLOGY:
        return zoology_number(museum, registers, specimen);
    case PALAEONTOLOGY:
        registers->fossils += 1 + rng_below(rng, 8);
        return pool_format(&museum->pool, "DEMO-PAL-%s-%u", fossil_series(specimen->group),
                           registers->fossils);
    default:
        break;
    }
    if (specimen_is_meteorite(specimen)) {
        return pool_format(&museum->pool, "DEMO-MIN-M-%u", ++registers->meteorites);
    }
    int year = acquisition_year(rng, event, 1825);
    return pool_format(&museum->pool, "DEMO-MIN-%d,%u", year,
                       ++registers->by_year[year - FIRST_YEAR]);
}

void museum_register(struct museum *museum)
{
    struct rng rng = rng_make(museum->seed, "register", 0);
    struct registers registers = {.botany = 10000,
                                  .insects = 10000,
                                  .fossils = 1200,
                                  .by_day = array_zero(YEARS * DAYS, sizeof(uint32_t)),
                                  .by_year = array_zero(YEARS, sizeof(uint32_t))};
    for (size_t i = 0; i < museum->specimen_count; i++) {
        museum->specimens[i].catalogue = number_of(museum, &registers, &rng, &museum->specimens[i]);
    }
    free(registers.by_day);
    free(registers.by_year);
}
