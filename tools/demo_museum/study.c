// SPDX-License-Identifier: Apache-2.0
// Writing a study's table, and choosing what it is about; see study.h.
#include "study.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Puts what comes before a value: in JSON its name, else the separator; in the heading the name
// alone. False where only the name was wanted.
static bool put_name(struct table *table, const char *name)
{
    struct text *text = &table->bytes;
    if (table->format == TABLE_JSON) {
        text_add(text, table->filled[table->depth] ? "," : "");
        table->filled[table->depth] = true;
        if (name != NULL) {
            text_add_json(text, name);
            text_add_char(text, ':');
        }
        return true;
    }
    if (table->column++ > 0) {
        text_add_char(text, table->format == TABLE_TSV ? '\t' : ',');
    }
    if (table->heading) {
        text_add(text, table->prefix.length == 0 ? "" : table->prefix.data);
        text_add(text, name);
    }
    return !table->heading;
}

void put_text(struct table *table, const char *name, const char *value)
{
    if (table->format == TABLE_JSON && value == NULL) {
        return;
    }
    if (!put_name(table, name) || value == NULL) {
        return;
    }
    if (table->format == TABLE_JSON) {
        text_add_json(&table->bytes, value);
    } else if (table->format == TABLE_CSV) {
        text_add_csv(&table->bytes, value);
    } else {
        text_add(&table->bytes, value);
    }
}

// Whether the number to come is the one that was corrected.
static bool is_corrected(struct table *table)
{
    return table->number++ == table->corrected && table->correct;
}

void put_int(struct table *table, const char *name, long value)
{
    bool corrected = is_corrected(table);
    if (put_name(table, name)) {
        text_format(&table->bytes, "%ld", corrected ? value + 1 : value);
    }
}

void put_number(struct table *table, const char *name, int decimals, double value)
{
    // Points stay where they were.
    bool corrected = strstr(name, "itude") == NULL && is_corrected(table);
    if (put_name(table, name)) {
        double step = decimals == 0 ? 1 : decimals == 1 ? 0.3 : 0.07;
        text_format(&table->bytes, "%.*f", decimals, corrected ? value * 1.04 + step : value);
    }
}

void put_date(struct table *table, const char *name, struct date date)
{
    if (put_name(table, name)) {
        text_add(&table->bytes, table->format == TABLE_JSON ? "\"" : "");
        text_add_date(&table->bytes, date);
        text_add(&table->bytes, table->format == TABLE_JSON ? "\"" : "");
    }
}

void put_flag(struct table *table, const char *name, bool value)
{
    if (table->format != TABLE_JSON) {
        put_text(table, name, value ? "yes" : "no");
    } else if (put_name(table, name)) {
        text_add(&table->bytes, value ? "true" : "false");
    }
}

static void go_deeper(struct table *table, char bracket)
{
    text_add_char(&table->bytes, bracket);
    if (++table->depth >= TABLE_DEPTH) {
        fatal("a table is nested too deep");
    }
    table->filled[table->depth] = false;
}

void put_open(struct table *table, const char *name)
{
    if (table->format == TABLE_JSON) {
        put_name(table, name);
        go_deeper(table, '{');
    } else {
        text_clear(&table->prefix);
        text_format(&table->prefix, "%s_", name);
    }
}

void put_close(struct table *table)
{
    text_clear(&table->prefix);
    if (table->format == TABLE_JSON) {
        text_add_char(&table->bytes, '}');
        table->depth--;
    }
}

void put_list(struct table *table, const char *name)
{
    put_name(table, name);
    go_deeper(table, '[');
}

void put_item(struct table *table)
{
    put_name(table, NULL);
    go_deeper(table, '{');
}

void put_list_end(struct table *table)
{
    text_add_char(&table->bytes, ']');
    table->depth--;
}

const char *study_format(struct study *study, const char *format, ...)
{
    char *written = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&written, format, arguments) < 0) {
        fatal("out of memory");
    }
    va_end(arguments);
    const char *kept = pool_copy(&study->museum->pool, written);
    free(written);
    return kept;
}

static bool is_listed(const char *list, const char *name)
{
    for (size_t i = 0; i < list_count(list, ';'); i++) {
        struct part part = list_part(list, ';', i);
        if (strlen(name) == part.length && memcmp(part.start, name, part.length) == 0) {
            return true;
        }
    }
    return false;
}

static bool will_do(const struct taxonomy *taxonomy, uint32_t species, const char *only)
{
    const struct family_entry *entry = species_family(taxonomy, species)->entry;
    return only == NULL || is_listed(only, entry->class_name) || is_listed(only, entry->order) ||
           is_listed(only, entry->family) ||
           is_listed(only, species_genus(taxonomy, species)->name);
}

// Takes the genus of a species, with up to six of its species.
static void genus_take(struct study *study, uint32_t species)
{
    const struct taxonomy *taxonomy = &study->museum->taxonomy;
    study->genus = taxonomy->species[species].genus;
    study->species_count = 0;
    for (uint32_t id = 0; id < taxonomy->species_count && study->species_count < 6; id++) {
        if (taxonomy->species[id].genus == study->genus) {
            study->species[study->species_count++] = id;
        }
    }
}

void study_choose_genus(struct study *study, enum group group, const char *only)
{
    const struct taxonomy *taxonomy = &study->museum->taxonomy;
    study->group = group;
    for (int attempt = 0; attempt < 200000; attempt++) {
        uint32_t species = rng_below(&study->rng, (uint32_t)taxonomy->species_count);
        if (species_family(taxonomy, species)->group != group ||
            !will_do(taxonomy, species, only)) {
            continue;
        }
        genus_take(study, species);
        if (study->species_count >= 3 || attempt > 100000) {
            return;
        }
    }
    fatal("no genus in group %d (%s)", (int)group, only == NULL ? "any" : only);
}

bool study_choose_species(struct study *study, enum group group, const char *only, size_t count)
{
    const struct taxonomy *taxonomy = &study->museum->taxonomy;
    const struct site *site = study->sites[0];
    count = count > STUDY_SPECIES ? STUDY_SPECIES : count;
    study->group = group;
    study->species_count = 0;
    for (int attempt = 0; attempt < 3000 && study->species_count < count; attempt++) {
        uint32_t id = taxonomy_pick(taxonomy, &study->rng, group, site->realms,
                                    site->place->latitude, site->place->longitude);
        bool known = id == NO_SPECIES || !will_do(taxonomy, id, only);
        for (size_t i = 0; !known && i < study->species_count; i++) {
            known = study->species[i] == id;
        }
        if (!known) {
            study->species[study->species_count++] = id;
        }
    }
    bool local = study->species_count > 0;
    if (!local) {
        study_choose_genus(study, group, only);
    }
    study->genus = taxonomy->species[study->species[0]].genus;
    return local;
}

void study_choose_local_genus(struct study *study, enum group group, const char *only,
                              const char *habitats)
{
    for (int attempt = 0; attempt < 60; attempt++) {
        study_choose_sites(study, habitats, 2);
        if (study_choose_species(study, group, only, 1)) {
            break;
        }
    }
    genus_take(study, study->species[0]);
}

static bool site_suits(const struct site *site, const char *habitats)
{
    return habitats == NULL || strchr(habitats, site->place->habitat) != NULL;
}

static size_t sites_of(struct study *study, size_t country, const char *habitats, size_t count)
{
    const struct geography *geography = &study->museum->geography;
    study->site_count = 0;
    size_t first = geography->first_site[country];
    size_t all = geography->first_site[country + 1] - first;
    size_t start = rng_below(&study->rng, (uint32_t)all);
    for (size_t i = 0; i < all && study->site_count < count; i++) {
        const struct site *site = &geography->sites[first + (start + i) % all];
        if (site_suits(site, habitats)) {
            study->sites[study->site_count++] = site;
        }
    }
    return study->site_count;
}

void study_choose_sites(struct study *study, const char *habitats, size_t count)
{
    for (int attempt = 0; attempt < 1000; attempt++) {
        size_t country = weights_pick(&study->museum->geography.countries, &study->rng);
        if (sites_of(study, country, habitats, count) > 0) {
            return;
        }
    }
    fatal("no place with habitats %s", habitats);
}

void study_choose_sites_in(struct study *study, const char *iso, const char *habitats, size_t count)
{
    if (sites_of(study, country_find(iso), habitats, count) == 0) {
        sites_of(study, country_find(iso), NULL, count);
    }
}

const char *study_genus(const struct study *study)
{
    return study->museum->taxonomy.genera[study->genus].name;
}

const char *study_family(const struct study *study)
{
    const struct taxonomy *taxonomy = &study->museum->taxonomy;
    return taxonomy->families[taxonomy->genera[study->genus].family].entry->family;
}

const char *study_country(const struct study *study)
{
    return COUNTRIES[study->sites[0]->country].name;
}

const char *study_the_country(struct study *study)
{
    static const char WITH_ARTICLE[] = "GB;US;NL;PH;CD;DO;SB;FK";
    const struct country *country = &COUNTRIES[study->sites[0]->country];
    return study_format(study, "%s%s", is_listed(WITH_ARTICLE, country->iso) ? "the " : "",
                        country->name);
}

const char *study_group_name(struct study *study, enum group group)
{
    const char *name = GROUPS[group].name;
    return study_format(study, "%c%s", name[0] - 'A' + 'a', name + 1);
}

bool study_has_land_mammals(const struct study *study)
{
    return (study->sites[0]->realms & realm_mask("PZO", 3)) == 0;
}

const char *study_place(const struct study *study, size_t site)
{
    const char *name = study->sites[site % study->site_count]->place->name;
    struct part part = list_part(name, ',', 0);
    return pool_format(&study->museum->pool, "%.*s", (int)part.length, part.start);
}

const char *study_species_name(const struct study *study, size_t species)
{
    struct text text = {0};
    text_add_species(&text, &study->museum->taxonomy,
                     study->species[species % study->species_count]);
    const char *name = pool_copy(&study->museum->pool, text.data);
    text_release(&text);
    return name;
}

const char *study_observer(const struct study *study, struct rng *rng)
{
    size_t author = study->authors[rng_below(rng, (uint32_t)study->author_count)];
    return study->museum->people.persons[author].name;
}

struct date study_date(const struct study *study, struct rng *rng, int first_month, int last_month)
{
    int year = rng_between(rng, study->year_from, study->year_to);
    int month = rng_between(rng, first_month, last_month);
    // The seasons are the other way round in the South.
    if (study->site_count > 0 && study->sites[0]->place->latitude < -23) {
        month = (month + 5) % 12 + 1;
    }
    int day = rng_between(rng, 1, days_in_month(year, month));
    return (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
}

const struct site *study_point(const struct study *study, struct rng *rng, double *latitude,
                               double *longitude)
{
    const struct site *site = study->sites[rng_below(rng, (uint32_t)study->site_count)];
    point_offset(site->place->latitude, site->place->longitude, rng_unit(rng) * 360,
                 site->place->radius * sqrt(rng_unit(rng)) * 0.6, latitude, longitude);
    return site;
}

const char *study_voucher(const struct study *study, struct rng *rng, enum group group)
{
    const struct museum *museum = study->museum;
    for (int attempt = 0; attempt < 200; attempt++) {
        const struct specimen *specimen =
            &museum->specimens[rng_below(rng, (uint32_t)museum->specimen_count)];
        if (specimen->group == group && !specimen->removed) {
            return specimen->catalogue;
        }
    }
    return NULL;
}

void put_identity(const struct study *study, struct table *table, const char *name, size_t number)
{
    const char *key = study->template->key;
    char code[4] = {key[0], key[1], key[2], '\0'};
    const char *id =
        pool_format(&study->museum->pool, "demo:%s%03zu:%04zu", code, study->number, number + 1);
    put_text(table, name, id);
    put_text(table, "institutionCode", "DEMO");
}
