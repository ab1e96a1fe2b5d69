// SPDX-License-Identifier: Apache-2.0
// Runs the history day by day, and writes its commits; see history.h.
#include "history.h"

#include <stdlib.h>

static const char SPECIMENS_FIRST[] =
    "Records of plants, animals, fossils and minerals kept by the Vitrine Demo Museum, an invented "
    "museum that exists only to show what its data portal can do. Every record, person, number and "
    "image address in it is made up; the localities, the higher taxonomy and the geological "
    "intervals are real.\n\n"
    "Digitisation goes on drawer by drawer. The counts shown are what has been entered so far, a "
    "small part of the estimated holdings.";
static const char SPECIMENS_LATER[] =
    "Records of plants, animals, fossils and minerals kept by the Vitrine Demo Museum, an invented "
    "museum that exists only to show what its data portal can do. Every record, person, number and "
    "image address in it is made up; the localities, the higher taxonomy and the geological "
    "intervals are real.\n\n"
    "Digitisation goes on drawer by drawer. Coordinates are added in georeferencing campaigns, "
    "country by country; where a point was found from a gazetteer rather than a receiver, its "
    "uncertainty says so. Countries are given by their present names, and the label's own words "
    "are kept beside them.";

void selection_add(struct selection *selection, size_t specimen)
{
    selection->specimens = array_grow(selection->specimens, &selection->capacity,
                                      selection->count + 1, sizeof(uint32_t));
    selection->specimens[selection->count++] = (uint32_t)specimen;
}

void selection_release(struct selection *selection)
{
    free(selection->specimens);
    *selection = (struct selection){0};
}

void steps_add(struct steps *steps, struct step step)
{
    steps->steps =
        array_grow(steps->steps, &steps->capacity, steps->count + 1, sizeof(*steps->steps));
    step.order = steps->count;
    steps->steps[steps->count++] = step;
}

const struct person *staff_person(const struct history *history, size_t number)
{
    return &history->museum->people.persons[history->staff[number % STAFF_COUNT]];
}

const char *staff_name(const struct history *history, size_t number)
{
    const struct person *person = staff_person(history, number);
    return pool_format(&history->museum->pool, "%s %s", person->given, person->family);
}

void text_add_count(struct text *text, size_t count)
{
    if (count >= 1000) {
        text_add_count(text, count / 1000);
        text_format(text, ",%03zu", count % 1000);
    } else {
        text_format(text, "%zu", count);
    }
}

int64_t morning(int32_t day)
{
    return (int64_t)day * 86400 + 5 * 3600;
}

// Writes one department's archive and returns its path below the plan's folder.
static const char *write_department(struct history *history, int32_t day,
                                    const struct selection *selection, enum department department)
{
    static const char *const NAMES[] = {"botany", "entomology", "zoology", "palaeontology",
                                        "mineralogy"};
    struct museum *museum = history->museum;
    struct archive archive;
    // Some exports are quoted and separated by commas, some plain and separated by tabs.
    archive_begin(&archive, museum, department, history->archives % 3 == 1);
    for (size_t i = 0; i < selection->count; i++) {
        size_t at = selection->specimens[i];
        if (specimen_department(&museum->specimens[at]) == department) {
            museum->specimens[at].modified = day;
            archive_add(&archive, at);
        }
    }
    struct date date = date_of(day);
    const char *file =
        pool_format(&museum->pool, "sources/specimens/%04d-%02d-%02d-%s-%03zu.zip", date.year,
                    date.month, date.day, NAMES[department], ++history->archives);
    const char *path = pool_format(&museum->pool, "%s/%s", history->folder, file);
    archive_finish(&archive, path, &history->specimens, date);
    return file;
}

void commit_specimens(struct history *history, int32_t day, const struct selection *selection,
                      size_t staff, const char *message)
{
    struct museum *museum = history->museum;
    size_t counts[DEPARTMENT_COUNT] = {0};
    for (size_t i = 0; i < selection->count; i++) {
        counts[specimen_department(&museum->specimens[selection->specimens[i]])]++;
    }
    struct plan_line line = {.at = morning(day) + (int64_t)(history->archives % 7) * 420,
                             .dataset = history->specimens.slug,
                             .table = history->specimens.slug,
                             .kind = "specimens",
                             .mode = "upsert",
                             .key = "occurrenceID",
                             .author = staff_name(history, staff),
                             .message = message,
                             .rows = selection->count};
    if (history->archives == 0) {
        struct text metadata = {0};
        text_add_metadata_json(&metadata, &history->specimens);
        line.metadata = pool_copy(&museum->pool, metadata.data);
        line.media = "sources/media";
        text_release(&metadata);
    }
    for (int d = 0; d < DEPARTMENT_COUNT; d++) {
        if (counts[d] > 0) {
            line.files[line.file_count++] =
                write_department(history, day, selection, (enum department)d);
        }
    }
    plan_add(history->plan, line);
}

void commit_metadata(struct history *history, int32_t day, size_t staff, const char *message)
{
    struct text metadata = {0};
    text_add_metadata_json(&metadata, &history->specimens);
    plan_add(history->plan, (struct plan_line){
                                .at = morning(day) + 4 * 3600,
                                .dataset = history->specimens.slug,
                                .table = history->specimens.slug,
                                .kind = "specimens",
                                .author = staff_name(history, staff),
                                .message = message,
                                .metadata = pool_copy(&history->museum->pool, metadata.data),
                            });
    text_release(&metadata);
}

static void history_begin(struct history *history)
{
    struct museum *museum = history->museum;
    struct rng rng = rng_make(museum->seed, "staff", 0);
    for (size_t i = 0; i < STAFF_COUNT; i++) {
        history->staff[i] = people_add(&museum->people, &museum->pool, &rng, country_find("GB"),
                                       i % 4 == 3 ? CULTURE_SPANISH : CULTURE_ENGLISH, 2006);
    }
    history->specimens = (struct metadata){
        .slug = "collection-specimens",
        .title = "Collection specimens",
        .description = SPECIMENS_FIRST,
        .category = "Collections",
        .licence = LICENCE_CC0,
        .tags = "specimens;botany;entomology;zoology;palaeontology;mineralogy;demonstration",
        .start = {1750, 0, 0},
        .end = {2017, 0, 0},
        .has_box = true,
        .west = -180,
        .south = -90,
        .east = 180,
        .north = 90,
        .update_frequency = "monthly",
        .contact_role = "Collections data manager",
        .resources = {{"collection-specimens", "Specimen records", "specimens",
                       "One row for each specimen, with its images and determinations"}},
        .resource_count = 1,
    };
}

// What the dataset says of itself grows with it.
static void metadata_changes(struct history *history, int32_t before, int32_t day)
{
    struct metadata *metadata = &history->specimens;
    int32_t second = day_of(2020, 5, 18);
    int32_t third = day_of(2023, 1, 9);
    if (before < second && day >= second) {
        metadata->description = SPECIMENS_LATER;
        metadata->end = (struct date){2020, 0, 0};
        commit_metadata(history, second, 0, "Describe georeferencing and country names");
    }
    if (before < third && day >= third) {
        metadata->title = "Specimens of the Vitrine Demo Museum";
        metadata->end = (struct date){2023, 0, 0};
        metadata->tags = "specimens;botany;entomology;zoology;palaeontology;mineralogy;"
                         "georeferenced;demonstration";
        commit_metadata(history, third, 4, "Give the dataset a title that can be cited alone");
    }
}

static int step_order(const void *a, const void *b)
{
    const struct step *left = a;
    const struct step *right = b;
    if (left->day != right->day) {
        return left->day < right->day ? -1 : 1;
    }
    return (left->order > right->order) - (left->order < right->order);
}

static void enter(struct history *history, const struct step *step)
{
    for (size_t i = 0; i < step->additions.count; i++) {
        struct specimen *specimen = &history->museum->specimens[step->additions.specimens[i]];
        specimen->added = step->day;
        // Herbarium sheets are entered from their images; others wait for theirs.
        bool imaged =
            specimen_department(specimen) == BOTANY || step->additions.specimens[i] % 3 != 0;
        if (specimen->images > 0 && imaged) {
            specimen->imaged = step->day;
        }
    }
    commit_specimens(history, step->day, &step->additions, step->first_load ? 0 : step->order,
                     step->message);
}

void history_run(struct museum *museum, struct plan *plan, const char *folder)
{
    struct history history = {.museum = museum, .plan = plan, .folder = folder};
    struct steps steps = {0};
    history_begin(&history);
    make_folder(pool_format(&museum->pool, "%s/sources/specimens", folder));
    digitisation_plan(&history, &steps);
    campaigns_plan(&steps);
    qsort(steps.steps, steps.count, sizeof(*steps.steps), step_order);
    int32_t before = 0;
    for (size_t i = 0; i < steps.count; i++) {
        struct step *step = &steps.steps[i];
        metadata_changes(&history, before, step->day);
        before = step->day;
        if (step->campaign != NULL) {
            campaign_run(&history, step);
        } else {
            enter(&history, step);
        }
        selection_release(&step->additions);
    }
    free(steps.steps);
    history_lots(&history);
    history_preparations(&history);
    history_research(&history);
}
