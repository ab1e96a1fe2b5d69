// SPDX-License-Identifier: Apache-2.0
// When each specimen is entered: a first load of whole drawers, then month by month the drawers of
// one department, and every spring what was collected the year before. See history.h.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "history.h"

enum { DRAWER = 110, FIRST_YEAR = 2017, MONTHS = 95 };
static const double FIRST_LOAD = 0.56;
static const char *const DEPARTMENTS[DEPARTMENT_COUNT] = {"botany", "entomology", "zoology",
                                                          "palaeontology", "mineralogy"};

struct drawer {
    size_t first; // in the department's order
    size_t count;
};

// A department's specimens in systematic order, cut into drawers that are still to be entered.
struct shelf {
    uint32_t *specimens;
    size_t count;
    struct drawer *drawers;
    size_t drawer_count;
    size_t next;
    size_t left; // specimens in the drawers from `next` on
};

struct place_in_system {
    uint32_t specimen;
    uint64_t rank;
};

static int system_order(const void *a, const void *b)
{
    const struct place_in_system *left = a;
    const struct place_in_system *right = b;
    if (left->rank != right->rank) {
        return left->rank < right->rank ? -1 : 1;
    }
    return (left->specimen > right->specimen) - (left->specimen < right->specimen);
}

static bool is_recent(const struct museum *museum, size_t specimen)
{
    return museum->events[museum->specimens[specimen].event].year >= FIRST_YEAR;
}

static void shelf_fill(const struct museum *museum, struct shelf *shelf, enum department department)
{
    struct place_in_system *order = array_zero(museum->specimen_count + 1, sizeof(*order));
    shelf->specimens = array_zero(museum->specimen_count + 1, sizeof(uint32_t));
    for (size_t i = 0; i < museum->specimen_count; i++) {
        const struct specimen *specimen = &museum->specimens[i];
        if (specimen_department(specimen) == department && !is_recent(museum, i)) {
            uint64_t species = specimen->species;
            order[shelf->count++] =
                (struct place_in_system){(uint32_t)i, (uint64_t)specimen->group << 32 | species};
        }
    }
    qsort(order, shelf->count, sizeof(*order), system_order);
    for (size_t i = 0; i < shelf->count; i++) {
        shelf->specimens[i] = order[i].specimen;
    }
    free(order);
}

// Cuts the shelf into drawers; the first load takes its share of them at once.
static void shelf_cut(struct shelf *shelf, struct rng *rng, struct selection *first_load)
{
    size_t capacity = 0;
    for (size_t at = 0; at < shelf->count;) {
        size_t count = DRAWER / 2 + rng_below(rng, DRAWER);
        count = count > shelf->count - at ? shelf->count - at : count;
        if (rng_chance(rng, FIRST_LOAD)) {
            for (size_t i = at; i < at + count; i++) {
                selection_add(first_load, shelf->specimens[i]);
            }
        } else {
            shelf->drawers = array_grow(shelf->drawers, &capacity, shelf->drawer_count + 1,
                                        sizeof(*shelf->drawers));
            shelf->drawers[shelf->drawer_count++] = (struct drawer){at, count};
            shelf->left += count;
        }
        at += count;
    }
}

static const char *family_name(const struct museum *museum, uint32_t specimen)
{
    uint32_t species = museum->specimens[specimen].species;
    return species_family(&museum->taxonomy, species)->entry->family;
}

static int name_order(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// "Carabidae, Dytiscidae and 2 more families"
static void add_families(const struct museum *museum, struct text *text,
                         const struct selection *selection)
{
    const char **names = array_zero(selection->count, sizeof(*names));
    for (size_t i = 0; i < selection->count; i++) {
        names[i] = family_name(museum, selection->specimens[i]);
    }
    qsort(names, selection->count, sizeof(*names), name_order);
    size_t distinct = 0;
    for (size_t i = 0; i < selection->count; i++) {
        if (i > 0 && strcmp(names[i], names[i - 1]) == 0) {
            continue;
        }
        if (++distinct <= 3) {
            text_format(text, "%s%s", distinct == 1 ? "" : ", ", names[i]);
        }
    }
    if (distinct > 3) {
        text_format(text, " and %zu more famil%s", distinct - 3, distinct == 4 ? "y" : "ies");
    }
    free(names);
}

static const char *addition_message(struct museum *museum, const struct selection *selection)
{
    struct text text = {0};
    const struct specimen *first = &museum->specimens[selection->specimens[0]];
    text_add(&text, "Add ");
    text_add_count(&text, selection->count);
    text_add(&text, " newly digitised specimens: ");
    if (first->group == GROUP_MINERALS) {
        text_add(&text, "minerals and meteorites");
    } else {
        text_format(&text, "%s (", GROUPS[first->group].name);
        add_families(museum, &text, selection);
        text_add(&text, ")");
    }
    const char *message = pool_copy(&museum->pool, text.data);
    text_release(&text);
    return message;
}

static size_t shelf_choose(struct rng *rng, const struct shelf *shelves)
{
    struct weights weights = {0};
    for (size_t i = 0; i < DEPARTMENT_COUNT; i++) {
        weights_add(&weights, (double)shelves[i].left);
    }
    size_t chosen = weights_pick(&weights, rng);
    weights_release(&weights);
    return chosen;
}

static void months_plan(struct history *history, struct steps *steps, struct shelf *shelves)
{
    struct rng rng = rng_make(history->museum->seed, "months", 0);
    for (int month = 0; month < MONTHS; month++) {
        size_t left = 0;
        for (size_t i = 0; i < DEPARTMENT_COUNT; i++) {
            left += shelves[i].left;
        }
        if (left == 0) {
            return;
        }
        if (month % 5 == 3 || (month % 12 == 10 && month != MONTHS - 1)) {
            continue; // nothing was ready
        }
        double quota = (double)left / (MONTHS - month) * rng_lognormal(&rng, 1.3, 0.3);
        quota = month == MONTHS - 1 ? (double)left : quota;
        struct shelf *shelf = &shelves[shelf_choose(&rng, shelves)];
        int number = 9 + month; // October 2017 is the first
        struct step step = {
            .day = day_of(FIRST_YEAR + number / 12, number % 12 + 1, rng_between(&rng, 3, 27))};
        while (shelf->next < shelf->drawer_count && (double)step.additions.count < quota) {
            struct drawer drawer = shelf->drawers[shelf->next++];
            for (size_t i = 0; i < drawer.count; i++) {
                selection_add(&step.additions, shelf->specimens[drawer.first + i]);
            }
            shelf->left -= drawer.count;
        }
        step.message = addition_message(history->museum, &step.additions);
        steps_add(steps, step);
    }
}

// What a last month could not take from one shelf comes a little later.
static void rest_plan(struct history *history, struct steps *steps, struct shelf *shelves)
{
    for (size_t d = 0; d < DEPARTMENT_COUNT; d++) {
        struct shelf *shelf = &shelves[d];
        struct step step = {.day = day_of(2025, 8, 12) + (int32_t)d};
        for (; shelf->next < shelf->drawer_count; shelf->next++) {
            struct drawer drawer = shelf->drawers[shelf->next];
            for (size_t i = 0; i < drawer.count; i++) {
                selection_add(&step.additions, shelf->specimens[drawer.first + i]);
            }
        }
        if (step.additions.count > 0) {
            step.message = addition_message(history->museum, &step.additions);
            steps_add(steps, step);
        }
    }
}

static void accessions_plan(struct history *history, struct steps *steps)
{
    struct museum *museum = history->museum;
    for (int year = FIRST_YEAR; year <= 2024; year++) {
        struct step step = {.day = day_of(year + 1, 4, 3 + year % 20)};
        for (size_t i = 0; i < museum->specimen_count; i++) {
            if (museum->events[museum->specimens[i].event].year == year) {
                selection_add(&step.additions, i);
            }
        }
        if (step.additions.count > 0) {
            step.message = pool_format(&museum->pool, "Enter the accessions collected in %d", year);
            steps_add(steps, step);
        }
    }
}

void digitisation_plan(struct history *history, struct steps *steps)
{
    struct rng rng = rng_make(history->museum->seed, "drawers", 0);
    struct shelf shelves[DEPARTMENT_COUNT] = {0};
    for (int d = 0; d < DEPARTMENT_COUNT; d++) {
        struct step first = {.day = day_of(FIRST_YEAR, 8, 30), .first_load = true};
        shelf_fill(history->museum, &shelves[d], (enum department)d);
        shelf_cut(&shelves[d], &rng, &first.additions);
        struct text message = {0};
        text_add(&message, "First load from the collection system: ");
        text_add_count(&message, first.additions.count);
        text_format(&message, " records of %s", DEPARTMENTS[d]);
        first.message = pool_copy(&history->museum->pool, message.data);
        text_release(&message);
        if (first.additions.count > 0) {
            steps_add(steps, first);
        }
    }
    months_plan(history, steps, shelves);
    rest_plan(history, steps, shelves);
    accessions_plan(history, steps);
    for (size_t d = 0; d < DEPARTMENT_COUNT; d++) {
        free(shelves[d].specimens);
        free(shelves[d].drawers);
    }
}
