// SPDX-License-Identifier: Apache-2.0
// Publishes the studies: each template several times, with authors, a licence, a day, and later
// versions with rows added and a few corrected. See history.h and study.h.
#include <math.h>
#include <string.h>

#include "history.h"
#include "study.h"

enum { RESEARCHERS = 70, MOST_ROWS = 2000, FEWEST_ROWS = 10 };

static const struct template *const SUBJECTS[] = {
    MORPHOLOGY_TEMPLATES, ECOLOGY_TEMPLATES, LABORATORY_TEMPLATES,
    SURVEY_TEMPLATES,     ARCHIVE_TEMPLATES,
};

// A version of a study's table: the first `rows` rows, some of them corrected.
struct edition {
    int32_t day;
    size_t rows;
    bool corrected;
    bool whole; // the file is a snapshot; otherwise it holds what is new or changed
    const char *message;
};

static void researchers_hire(struct history *history, size_t *researchers)
{
    struct museum *museum = history->museum;
    struct rng rng = rng_make(museum->seed, "researchers", 0);
    for (size_t i = 0; i < RESEARCHERS; i++) {
        size_t home = rng_chance(&rng, 0.45) ? country_find("GB")
                                             : weights_pick(&museum->geography.countries, &rng);
        researchers[i] = people_add(&museum->people, &museum->pool, &rng, home,
                                    COUNTRIES[home].culture, rng_between(&rng, 1995, 2014));
    }
}

static struct study study_begin(struct history *history, const struct template *template,
                                size_t number, size_t variant, const size_t *researchers)
{
    struct museum *museum = history->museum;
    struct study study = {.museum = museum,
                          .template = template,
                          .number = number,
                          .variant = variant,
                          .rng = rng_make(museum->seed, "study", number)};
    study.author_count = (size_t)rng_between(&study.rng, 1, STUDY_AUTHORS);
    size_t first = rng_below(&study.rng, RESEARCHERS);
    for (size_t i = 0; i < study.author_count; i++) {
        study.authors[i] = researchers[(first + i * 7) % RESEARCHERS];
    }
    // Published between the autumn of 2017 and the summer of 2025, more of them later.
    double when = pow(rng_unit(&study.rng), 0.8);
    study.published = day_of(2017, 9, 20) + (int32_t)(when * 2700);
    study.year_to = date_of(study.published).year - rng_between(&study.rng, 1, 5);
    study.year_from = study.year_to - rng_between(&study.rng, 0, 6);
    double rows = (double)template->rows * rng_lognormal(&study.rng, 1, 0.75);
    study.rows = rows < FEWEST_ROWS ? FEWEST_ROWS : rows > MOST_ROWS ? MOST_ROWS : (size_t)rows;
    template->describe(&study);
    return study;
}

// One row in nine had one number wrong.
static bool is_misread(size_t number)
{
    return number % 9 == 7;
}

static void put_row(const struct study *study, struct table *table, size_t number, bool corrected)
{
    struct rng rng =
        rng_make(study->museum->seed, "row", (uint64_t)study->number << 32 | (uint64_t)number);
    table->column = 0;
    table->depth = 0;
    table->filled[0] = false;
    table->number = 0;
    table->correct = corrected && is_misread(number);
    table->corrected = table->numbers == 0 ? 0 : number % table->numbers;
    if (table->format == TABLE_JSON) {
        text_add_char(&table->bytes, '{');
    }
    study->template->row(study, table, &rng, number);
    text_add(&table->bytes, table->format == TABLE_JSON ? "}\n" : "\n");
}

static size_t edition_write(const struct study *study, const struct edition *edition,
                            size_t rows_before, const char *path)
{
    struct table table = {.format = study->template->format};
    size_t rows = 0;
    // The first row is put once to learn the names and how many numbers it has.
    table.heading = true;
    put_row(study, &table, 0, false);
    table.heading = false;
    table.numbers = table.number;
    if (table.format == TABLE_JSON) {
        text_clear(&table.bytes);
    }
    for (size_t i = 0; i < edition->rows; i++) {
        bool changed = edition->corrected && is_misread(i);
        if (edition->whole || i >= rows_before || changed) {
            put_row(study, &table, i, edition->corrected);
            rows++;
        }
    }
    write_file(path, table.bytes.data, table.bytes.length);
    text_release(&table.bytes);
    text_release(&table.prefix);
    return rows;
}

// Words of the title as a slug: letters and digits of ASCII, joined by hyphens.
static const char *slug_of(struct museum *museum, const struct study *study)
{
    struct text text = {0};
    for (const char *at = study->title; *at != '\0' && text.length < 60; at++) {
        char c = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
        bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept) {
            text_add_char(&text, c);
        } else if (text.length > 0 && text.data[text.length - 1] != '-') {
            text_add_char(&text, '-');
        }
    }
    while (text.length > 0 && text.data[text.length - 1] == '-') {
        text_truncate(&text, text.length - 1);
    }
    const char *slug = pool_format(&museum->pool, "%s-%03zu", text.data, study->number);
    text_release(&text);
    return slug;
}

static const char *licence_of(struct rng *rng)
{
    double share = rng_unit(rng);
    if (share < 0.46) {
        return LICENCE_CC0;
    }
    return share < 0.9 ? LICENCE_CC_BY : "http://creativecommons.org/licenses/by-nc/4.0/legalcode";
}

static void add_box(struct metadata *metadata, const struct study *study)
{
    for (size_t i = 0; i < study->site_count; i++) {
        const struct place *place = study->sites[i]->place;
        bool first = i == 0;
        metadata->has_box = true;
        metadata->west = fmin(first ? 180 : metadata->west, place->longitude - 0.2);
        metadata->east = fmax(first ? -180 : metadata->east, place->longitude + 0.2);
        metadata->south = fmin(first ? 90 : metadata->south, place->latitude - 0.2);
        metadata->north = fmax(first ? -90 : metadata->north, place->latitude + 0.2);
    }
}

static const char *rows_in_words(const struct template *template)
{
    if (strcmp(template->kind, "observations") == 0) {
        return "One row for each observation";
    }
    if (strcmp(template->kind, "checklist") == 0) {
        return "One row for each taxon";
    }
    return template->format == TABLE_JSON
               ? "One record for each sample or visit, with what was found nested in it"
               : "One row for each thing measured, counted or described";
}

static struct metadata metadata_of(struct history *history, struct study *study)
{
    struct museum *museum = history->museum;
    struct metadata metadata = {
        .slug = slug_of(museum, study),
        .title = study->title,
        .description = pool_format(&museum->pool,
                                   "%s\n\nThis dataset is invented: it shows how small research "
                                   "datasets stand beside large collections.",
                                   study->description),
        .category = study->template->category,
        .licence = licence_of(&study->rng),
        .author_count = study->author_count,
        .affiliation = ORGANISATION,
        .tags = pool_format(&museum->pool, "%s;demonstration", study->tags),
        .start = {(int16_t)study->year_from, 0, 0},
        .end = {(int16_t)study->year_to, 0, 0},
        .update_frequency = rng_chance(&study->rng, 0.3) ? "asNeeded" : "notPlanned",
        .contact_role = "Research data steward",
        .resource_count = 1};
    for (size_t i = 0; i < study->author_count; i++) {
        metadata.authors[i] = &museum->people.persons[study->authors[i]];
    }
    add_box(&metadata, study);
    metadata.resources[0] = (struct resource_facts){
        metadata.slug, study->title, study->template->kind, rows_in_words(study->template)};
    return metadata;
}

static bool has_numbers(const struct study *study)
{
    struct table table = {.format = study->template->format, .heading = true};
    put_row(study, &table, 0, false);
    text_release(&table.bytes);
    text_release(&table.prefix);
    return table.number > 0;
}

static size_t editions_plan(struct study *study, struct edition *editions)
{
    size_t count = rng_chance(&study->rng, 0.42) ? 1 : rng_chance(&study->rng, 0.7) ? 2 : 3;
    int32_t day = study->published;
    for (size_t i = 0; i < count; i++) {
        int32_t last = day_of(2025, 7, 28) + (int32_t)(study->number % 25);
        editions[i] = (struct edition){.day = day > last ? last + (int32_t)i : day,
                                       .rows = study->rows,
                                       .whole = i == 0 || study->rows < 150,
                                       .message = "Publish the dataset"};
        day += rng_between(&study->rng, 60, 500);
    }
    if (!has_numbers(study)) {
        // Names are not misread: such a table only grows.
        count = count > 2 ? 2 : count;
        if (count > 1) {
            editions[0].rows = study->rows * 3 / 4;
            editions[1].message = "Add what was found since";
        }
        return count;
    }
    if (count > 1) {
        editions[0].rows = study->rows * (size_t)rng_between(&study->rng, 60, 100) / 100;
        bool grows = editions[0].rows < study->rows;
        editions[1].corrected = !grows || count == 2;
        editions[1].message = grows ? "Add the second season's rows" : "Correct misread values";
    }
    if (count > 2) {
        editions[2].corrected = true;
        editions[2].message = "Correct values after the reviewers' remarks";
    }
    return count;
}

static const char *extension_of(enum table_format format)
{
    return format == TABLE_CSV ? "csv" : format == TABLE_TSV ? "tsv" : "jsonl";
}

// No two datasets of one title.
static void title_distinguish(const struct plan *plan, struct study *study)
{
    struct text title = {0};
    text_add(&title, "\"title\":");
    text_add_json(&title, study->title);
    for (size_t i = 0; i < plan->count; i++) {
        const char *metadata = plan->lines[i].metadata;
        if (metadata != NULL && strstr(metadata, title.data) != NULL) {
            study->title = study_format(study, "%s, second series", study->title);
            break;
        }
    }
    text_release(&title);
}

static void study_publish(struct history *history, struct study *study)
{
    struct museum *museum = history->museum;
    title_distinguish(history->plan, study);
    struct metadata metadata = metadata_of(history, study);
    struct edition editions[3];
    struct text json = {0};
    size_t count = editions_plan(study, editions);
    text_add_metadata_json(&json, &metadata);
    size_t rows_before = 0;
    for (size_t i = 0; i < count; i++) {
        const char *file = pool_format(&museum->pool, "sources/research/%s-v%zu.%s", metadata.slug,
                                       i + 1, extension_of(study->template->format));
        size_t rows = edition_write(study, &editions[i], rows_before,
                                    pool_format(&museum->pool, "%s/%s", history->folder, file));
        rows_before = editions[i].rows;
        const struct person *author = &museum->people.persons[study->authors[0]];
        plan_add(history->plan,
                 (struct plan_line){
                     .at = morning(editions[i].day) + 14400 + (int64_t)(study->number * 97 % 18000),
                     .dataset = metadata.slug,
                     .table = metadata.slug,
                     .kind = study->template->kind,
                     .files = {file},
                     .file_count = 1,
                     .mode = editions[i].whole && i > 0 ? "snapshot" : "upsert",
                     .key = study->template->key_field,
                     .author = pool_format(&museum->pool, "%s %s", author->given, author->family),
                     .message = editions[i].message,
                     .metadata = i == 0 ? pool_copy(&museum->pool, json.data) : NULL,
                     .rows = rows});
    }
    text_release(&json);
}

void history_research(struct history *history)
{
    size_t researchers[RESEARCHERS];
    size_t number = 0;
    researchers_hire(history, researchers);
    make_folder(pool_format(&history->museum->pool, "%s/sources/research", history->folder));
    for (size_t s = 0; s < sizeof(SUBJECTS) / sizeof(SUBJECTS[0]); s++) {
        for (const struct template *each = SUBJECTS[s]; each->key != NULL; each++) {
            for (size_t variant = 0; variant < each->count; variant++) {
                struct study study = study_begin(history, each, ++number, variant, researchers);
                study_publish(history, &study);
            }
        }
    }
}
