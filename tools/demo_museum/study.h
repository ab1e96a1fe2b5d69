// SPDX-License-Identifier: Apache-2.0
// Research datasets: a study is one of them, a template is a kind of study with its own columns.
// Rows depend on the study and their number alone, so a later version repeats the earlier one's
// rows with some added and a few corrected. It must not know of the plan.
#pragma once

#include "metadata.h"
#include "museum.h"

enum table_format {
    TABLE_CSV,
    TABLE_TSV,
    TABLE_JSON, // JSON Lines, with nested objects and lists
};

enum { TABLE_DEPTH = 6 };

// A table being written. Every row puts the same names in the same order (rows of JSON may leave
// some out); the first row makes the heading.
struct table {
    enum table_format format;
    struct text bytes;
    struct text prefix; // of names inside an opened object, where there are no objects
    size_t rows;
    size_t column;
    size_t number;    // of this row's numbers, the one to come
    size_t numbers;   // in a row
    bool correct;     // a later version corrected one of this row's numbers:
    size_t corrected; // this one
    size_t depth;
    bool filled[TABLE_DEPTH]; // something stands at this depth already
    bool heading;             // the first row is being put for its names
};

void put_text(struct table *table, const char *name, const char *value); // NULL: nothing
void put_int(struct table *table, const char *name, long value);
void put_number(struct table *table, const char *name, int decimals, double value);
void put_date(struct table *table, const char *name, struct date date);
void put_flag(struct table *table, const char *name, bool value);
// An object; in CSV and TSV its members' names begin with the object's.
void put_open(struct table *table, const char *name);
void put_close(struct table *table);
// A list of objects, each between put_item and put_close; in JSON only.
void put_list(struct table *table, const char *name);
void put_item(struct table *table);
void put_list_end(struct table *table);

enum { STUDY_SPECIES = 16, STUDY_SITES = 6, STUDY_AUTHORS = 4 };

struct study {
    struct museum *museum;
    const struct template *template;
    size_t number;  // among all studies
    size_t variant; // among the template's
    struct rng rng; // for describing it
    size_t rows;
    enum group group;
    uint32_t genus;
    uint32_t species[STUDY_SPECIES];
    size_t species_count;
    const struct site *sites[STUDY_SITES];
    size_t site_count;
    size_t authors[STUDY_AUTHORS];
    size_t author_count;
    int year_from;
    int year_to;
    int32_t published;  // first
    const void *choice; // what the template chose for itself
    double size;        // of what is measured, where it matters
    const char *title;
    const char *description;
    const char *tags;
};

struct template
{
    const char *key; // of the slug
    const char *category;
    const char *kind;
    size_t count;
    size_t rows; // the usual number
    enum table_format format;
    const char *key_field; // NULL: one the importer finds by itself
    void (*describe)(struct study * study);
    void (*row)(const struct study *study, struct table *table, struct rng *rng, size_t number);
};

// The templates, by subject; each list ends with one that has no key.
extern const struct template MORPHOLOGY_TEMPLATES[];
extern const struct template ECOLOGY_TEMPLATES[];
extern const struct template LABORATORY_TEMPLATES[];
extern const struct template SURVEY_TEMPLATES[];
extern const struct template ARCHIVE_TEMPLATES[];

// Chooses a genus of the group with several species, and species of it. `only` names the classes,
// orders, families or genera that will do, separated by semicolons; NULL: any.
void study_choose_genus(struct study *study, enum group group, const char *only);
// The same, of a genus that lives where the study's sites are, which are chosen with it.
void study_choose_local_genus(struct study *study, enum group group, const char *only,
                              const char *habitats);
// Chooses species of several genera of the group that live at the first site, or, where it has
// none, anywhere; false in that case.
bool study_choose_species(struct study *study, enum group group, const char *only, size_t count);
// Chooses a country, and sites in it with one of the habitat letters (any where NULL).
void study_choose_sites(struct study *study, const char *habitats, size_t count);
void study_choose_sites_in(struct study *study, const char *iso, const char *habitats,
                           size_t count);
// Whether small mammals live where the study is.
bool study_has_land_mammals(const struct study *study);
const char *study_genus(const struct study *study);
const char *study_family(const struct study *study);
const char *study_country(const struct study *study);
// "the United Kingdom"
const char *study_the_country(struct study *study);
// "flowering plants"
const char *study_group_name(struct study *study, enum group group);
// "Wicken Fen" of "Wicken Fen, Cambridge"
const char *study_place(const struct study *study, size_t site);
const char *study_format(struct study *study, const char *format, ...) PRINTF_LIKE(2, 3);
const char *study_species_name(const struct study *study, size_t species);
// A family name among the study's authors: who measured.
const char *study_observer(const struct study *study, struct rng *rng);
struct date study_date(const struct study *study, struct rng *rng, int first_month, int last_month);
// A site of the study, and a point within it.
const struct site *study_point(const struct study *study, struct rng *rng, double *latitude,
                               double *longitude);
// The number of a specimen of the group that has been entered, or NULL.
const char *study_voucher(const struct study *study, struct rng *rng, enum group group);
// What begins every row: its identifier and the museum's code (rule L1).
void put_identity(const struct study *study, struct table *table, const char *name, size_t number);
