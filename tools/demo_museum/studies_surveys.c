// SPDX-License-Identifier: Apache-2.0
// What volunteers recorded, and lists of what lives where. See study.h.
#include <math.h>
#include <string.h>

#include "study.h"

static void bioblitz_describe(struct study *study)
{
    static const char *const WHERE[] = {"parks",       "school grounds", "estuary", "churchyards",
                                        "canal banks", "cliffs",         "commons", "allotments"};
    static const enum group SEEN[] = {GROUP_HYMENOPTERA, GROUP_FLOWERING_PLANTS, GROUP_BIRDS,
                                      GROUP_LICHENS,     GROUP_ODONATA,          GROUP_MOLLUSCS,
                                      GROUP_LEPIDOPTERA, GROUP_DIPTERA};
    size_t chosen = study->variant % 8;
    study_choose_sites_in(study, "GB", chosen == 2 || chosen == 5 ? "c" : "tugw", 4);
    study_choose_species(study, SEEN[chosen], NULL, STUDY_SPECIES);
    study->title = study_format(study, "%s BioBlitz %d: %s", study_place(study, 0), study->year_to,
                                WHERE[chosen]);
    study->description =
        study_format(study,
                     "Sightings by volunteers on two days in %s around %s. Each was looked at by "
                     "a naturalist, who accepted, doubted or corrected it.\n\nNames of volunteers "
                     "are not given.",
                     WHERE[chosen], study_place(study, 0));
    study->tags = study_format(study, "BioBlitz;citizen science;%s", WHERE[chosen]);
}

static void bioblitz_row(const struct study *study, struct table *table, struct rng *rng,
                         size_t number)
{
    static const char *const VERDICTS[] = {"accepted",  "accepted", "accepted",
                                           "plausible", "doubtful", "corrected"};
    static const char *const STAGES_SEEN[] = {"adult", "adult", "juvenile", "in flower", "larva"};
    double latitude, longitude;
    study_point(study, rng, &latitude, &longitude);
    size_t species = (size_t)(rng_unit(rng) * rng_unit(rng) * (double)study->species_count);
    bool plants = GROUPS[study->group].department == BOTANY;
    put_identity(study, table, "occurrenceID", number);
    put_text(table, "basisOfRecord", "HumanObservation");
    put_text(table, "scientificName", study_species_name(study, species));
    put_date(table, "eventDate",
             (struct date){(int16_t)study->year_to, 6, (int8_t)(15 + rng_between(rng, 0, 1))});
    put_text(table, "country", study_country(study));
    put_text(table, "countryCode", "GB");
    put_number(table, "decimalLatitude", 4, latitude);
    put_number(table, "decimalLongitude", 4, longitude);
    put_int(table, "individualCount", 1 + (long)rng_lognormal(rng, 1, 0.9));
    put_text(table, "lifeStage", plants ? "in flower" : STAGES_SEEN[rng_below(rng, 3)]);
    put_text(table, "identificationVerificationStatus", RNG_WORD(rng, VERDICTS));
}

static void phenology_describe(struct study *study)
{
    static const enum group WATCHED[] = {
        GROUP_FLOWERING_PLANTS, GROUP_BIRDS,       GROUP_LEPIDOPTERA,     GROUP_FLOWERING_PLANTS,
        GROUP_AMPHIBIANS,       GROUP_HYMENOPTERA, GROUP_FLOWERING_PLANTS};
    static const char *const KINDS[] = {
        NULL,     "Passeriformes", "Nymphalidae;Pieridae;Lycaenidae", "Fagales", "Anura",
        "Bombus", "Rosaceae"};
    static const char *const EVENTS[] = {"first flower",    "first song",  "first flight",
                                         "first leaf",      "first spawn", "first queen seen",
                                         "first ripe fruit"};
    size_t chosen = study->variant % 7;
    study->choice = EVENTS[chosen];
    study_choose_sites_in(study, chosen == 3 ? "DE" : chosen == 6 ? "SE" : "GB", "tugwsm", 5);
    study_choose_species(study, WATCHED[chosen], KINDS[chosen], 7);
    study->year_from = 1880 + rng_between(&study->rng, 0, 30);
    study->year_to = study->year_from + rng_between(&study->rng, 25, 60);
    study->title = study_format(study, "Phenology diaries transcribed: %s of %s and others",
                                EVENTS[chosen], study_species_name(study, 0));
    study->description =
        study_format(study,
                     "Dates of %s, transcribed by volunteers from diaries kept between %d and %d. "
                     "Each line was transcribed twice; where the two differ, both are kept.\n\n"
                     "Day of the year counts from 1 January of the year given.",
                     EVENTS[chosen], study->year_from, study->year_to);
    study->tags = study_format(study, "phenology;transcription;citizen science;%s", EVENTS[chosen]);
}

static void phenology_row(const struct study *study, struct table *table, struct rng *rng,
                          size_t number)
{
    size_t species = rng_below(rng, (uint32_t)study->species_count);
    struct rng habit = rng_make(study->museum->seed, "habit", study->species[species]);
    int year = rng_between(rng, study->year_from, study->year_to);
    int day = (int)(70 + rng_unit(&habit) * 90 + rng_normal(rng, 0, 8));
    struct date date = date_of(day_of(year, 1, 1) + day - 1);
    put_identity(study, table, "occurrenceID", number);
    put_text(table, "scientificName", study_species_name(study, species));
    put_text(table, "phenophase", study->choice);
    put_date(table, "eventDate", date);
    put_int(table, "year", year);
    put_int(table, "startDayOfYear", day);
    put_text(table, "country", study_country(study));
    put_text(table, "locality", study_place(study, rng_below(rng, (uint32_t)study->site_count)));
    put_text(table, "diary",
             pool_format(&study->museum->pool, "vol. %d, p. %d", rng_between(rng, 1, 9),
                         rng_between(rng, 1, 310)));
    put_text(table, "secondReading",
             rng_chance(rng, 0.06)
                 ? pool_format(&study->museum->pool, "%d", day + rng_between(rng, 1, 9))
                 : NULL);
}

static void lichens_describe(struct study *study)
{
    study_choose_sites_in(study, study->variant % 2 == 0 ? "GB" : "FR", "tugs", 5);
    study_choose_species(study, GROUP_LICHENS, NULL, 9);
    study->title =
        study_format(study, "Lichens and air: twigs and trunks around %s", study_place(study, 0));
    study->description =
        study_format(study,
                     "Frequency of nine lichens on oak trunks and twigs, recorded by schools and "
                     "walking groups around %s, with the index of air quality they give.\n\nA "
                     "ladder of five squares was laid on each side of the trunk.",
                     study_place(study, 0));
    study->tags = "lichens;air quality;citizen science;schools";
}

static void lichens_row(const struct study *study, struct table *table, struct rng *rng,
                        size_t number)
{
    double latitude, longitude;
    study_point(study, rng, &latitude, &longitude);
    int score = 0;
    put_identity(study, table, "eventID", number);
    put_date(table, "eventDate", study_date(study, rng, 2, 11));
    put_number(table, "decimalLatitude", 4, latitude);
    put_number(table, "decimalLongitude", 4, longitude);
    put_text(table, "substrate", rng_chance(rng, 0.6) ? "trunk" : "twig");
    put_int(table, "girth_cm", rng_between(rng, 38, 310));
    for (size_t i = 0; i < study->species_count; i++) {
        int squares = rng_between(rng, 0, 20) * rng_between(rng, 0, 1);
        score += i < study->species_count / 2 ? squares : -squares;
        struct text column = {0};
        text_add(&column, study_species_name(study, i));
        for (char *at = column.data; *at != '\0'; at++) {
            *at = *at == ' ' ? '_' : *at;
        }
        put_int(table, column.data, squares);
        text_release(&column);
    }
    put_int(table, "airQualityIndex", score);
    put_text(table, "groupType", rng_chance(rng, 0.5) ? "school" : "walking group");
}

static void earthworms_describe(struct study *study)
{
    study_choose_sites_in(study, study->variant % 2 == 0 ? "GB" : "NL", "tugw", 4);
    study->title = study_format(study, "Schools' soil survey around %s: earthworms and soil",
                                study_place(study, 0));
    study->description =
        study_format(study,
                     "Earthworms by ecological group from pits of 20 by 20 cm dug by school "
                     "classes around %s, with texture, colour, fizz and smell of the soil.\n\n"
                     "Pits were closed again on the same day.",
                     study_place(study, 0));
    study->tags = "soil;earthworms;schools;citizen science";
}

static void earthworms_row(const struct study *study, struct table *table, struct rng *rng,
                           size_t number)
{
    static const char *const TEXTURES[] = {"sandy", "silty", "clay", "loam", "peaty"};
    static const char *const USES[] = {"lawn", "meadow", "flower bed", "woodland", "field"};
    put_identity(study, table, "eventID", number);
    put_date(table, "eventDate", study_date(study, rng, 3, 10));
    put_text(table, "locality", study_place(study, rng_below(rng, (uint32_t)study->site_count)));
    put_text(table, "landUse", RNG_WORD(rng, USES));
    put_text(table, "soilTexture", RNG_WORD(rng, TEXTURES));
    put_number(table, "soilpH", 1, rng_normal_within(rng, 6.4, 0.8, 4, 8.5));
    put_flag(table, "fizzesWithVinegar", rng_chance(rng, 0.2));
    put_int(table, "litterDwellers", (long)rng_lognormal(rng, 1.2, 1));
    put_int(table, "topsoilDwellers", (long)rng_lognormal(rng, 3.4, 0.9));
    put_int(table, "deepBurrowers", (long)rng_lognormal(rng, 0.9, 1.1));
    put_int(table, "immature", (long)rng_lognormal(rng, 3.8, 1));
    put_int(table, "pupilsAged", rng_between(rng, 7, 15));
}

// A list's places, each an island or a district with a name of its own.
static void checklist_describe(struct study *study)
{
    static const enum group LISTED[] = {GROUP_BIRDS,      GROUP_FERNS,    GROUP_LEPIDOPTERA,
                                        GROUP_BRYOPHYTES, GROUP_REPTILES, GROUP_FLOWERING_PLANTS,
                                        GROUP_ODONATA,    GROUP_MOLLUSCS, GROUP_MAMMALS,
                                        GROUP_FUNGI};
    static const char *const COUNTRIES_LISTED[] = {"KE", "JM", "MY", "IE", "MG",
                                                   "ZA", "LK", "PG", "BO", "GB"};
    size_t chosen = study->variant % 10;
    study_choose_sites_in(study, COUNTRIES_LISTED[chosen], "ftgmsw", 2);
    study->group = LISTED[chosen];
    study_choose_species(study, LISTED[chosen], NULL, 4);
    study->title = study_format(study, "Checklist of the %s of %s",
                                study_group_name(study, LISTED[chosen]), study_the_country(study));
    study->description =
        study_format(study,
                     "Accepted names and the synonyms met in the museum's drawers for the %s of "
                     "%s, with their status there and the threat they are under.\n\nThe list is "
                     "invented like everything in this museum, and settles no question of "
                     "taxonomy.",
                     study_group_name(study, LISTED[chosen]), study_the_country(study));
    study->tags = study_format(study, "checklist;taxonomy;%s;%s",
                               study_group_name(study, LISTED[chosen]), study_country(study));
}

// The number-th species of the group that lives in the site's realm.
static uint32_t listed_species(const struct study *study, size_t number)
{
    const struct taxonomy *taxonomy = &study->museum->taxonomy;
    size_t seen = 0;
    for (uint32_t id = 0; id < taxonomy->species_count; id++) {
        if (species_family(taxonomy, id)->group == study->group &&
            (species_genus(taxonomy, id)->realms & study->sites[0]->realms) != 0 &&
            seen++ == number) {
            return id;
        }
    }
    return study->species[number % study->species_count];
}

static void checklist_row(const struct study *study, struct table *table, struct rng *rng,
                          size_t number)
{
    static const char *const STATUS[] = {"native",     "native",  "native", "native",
                                         "introduced", "vagrant", "native?"};
    static const char *const THREATS[] = {"LC", "LC", "LC", "LC", "NT", "VU", "EN", "DD", "DD"};
    const struct taxonomy *taxonomy = &study->museum->taxonomy;
    uint32_t id = listed_species(study, number);
    const struct family_entry *entry = species_family(taxonomy, id)->entry;
    struct text name = {0};
    text_add_species(&name, taxonomy, id);
    bool synonym = rng_chance(rng, 0.1);
    put_identity(study, table, "taxonID", number);
    put_text(table, "scientificName", name.data);
    put_text(table, "scientificNameAuthorship", taxonomy->species[id].authorship);
    put_text(table, "taxonRank", "species");
    put_text(table, "taxonomicStatus", synonym ? "synonym" : "accepted");
    put_text(table, "class", entry->class_name);
    put_text(table, "order", entry->order);
    put_text(table, "family", entry->family);
    put_text(table, "genus", species_genus(taxonomy, id)->name);
    put_text(table, "country", study_country(study));
    put_text(table, "establishmentMeans", RNG_WORD(rng, STATUS));
    put_text(table, "threatStatus", RNG_WORD(rng, THREATS));
    text_release(&name);
}

const struct template SURVEY_TEMPLATES[] = {
    {"bioblitz", "Citizen Science", "observations", 8, 330, TABLE_CSV, NULL, bioblitz_describe,
     bioblitz_row},
    {"phenology", "Citizen Science", "observations", 7, 400, TABLE_TSV, NULL, phenology_describe,
     phenology_row},
    {"lichens", "Citizen Science", "research", 5, 120, TABLE_CSV, NULL, lichens_describe,
     lichens_row},
    {"earthworms", "Citizen Science", "research", 4, 150, TABLE_CSV, NULL, earthworms_describe,
     earthworms_row},
    {"checklist", "Research", "checklist", 10, 150, TABLE_TSV, NULL, checklist_describe,
     checklist_row},
    {0},
};
