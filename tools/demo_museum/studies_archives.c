// SPDX-License-Identifier: Apache-2.0
// What lies in the library and the archives, and how the museum is visited. See study.h.
#include <string.h>

#include "study.h"

static const struct person *anybody(const struct study *study, struct rng *rng, int year)
{
    const struct people *people = &study->museum->people;
    for (int attempt = 0; attempt < 300; attempt++) {
        const struct person *person = &people->persons[rng_below(rng, (uint32_t)people->count)];
        if (person->active_from <= year && person->active_to >= year) {
            return person;
        }
    }
    return &people->persons[0];
}

static void letters_describe(struct study *study)
{
    study->year_from = 1790 + (int)study->variant * 18;
    study->year_to = study->year_from + 30;
    const struct person *keeper = anybody(study, &study->rng, study->year_from + 10);
    study->choice = keeper;
    study->title =
        study_format(study, "Letters to %s, %d–%d", keeper->name, study->year_from, study->year_to);
    study->description =
        study_format(study,
                     "Calendar of letters received by %s %s: correspondents, places, and what each "
                     "letter is about. Parcels of specimens are noted where a letter went with "
                     "one.\n\nSpelling of the originals is kept in quoted words.",
                     keeper->given, keeper->family);
    study->tags = "archives;correspondence;history of science";
}

static void letters_row(const struct study *study, struct table *table, struct rng *rng,
                        size_t number)
{
    static const char *const MATTERS[] = {"asks for the loan of types",
                                          "sends a box of beetles in camphor",
                                          "disputes a determination",
                                          "describes the journey up river",
                                          "complains of ants in the boxes",
                                          "encloses a drawing",
                                          "asks after the payment of ten pounds",
                                          "reports the death of the collector",
                                          "thanks for paper and pins",
                                          "announces a paper to the Society",
                                          "offers shells in exchange",
                                          "regrets the spirit has leaked"};
    int year = rng_between(rng, study->year_from, study->year_to);
    const struct person *writer = anybody(study, rng, year);
    const struct geography *geography = &study->museum->geography;
    const struct site *site = &geography->sites[rng_below(rng, (uint32_t)geography->site_count)];
    const struct person *keeper = study->choice;
    struct part place = list_part(site->place->name, ',', 0);
    put_identity(study, table, "id", number);
    put_text(table, "reference",
             pool_format(&study->museum->pool, "DEMO/ARC/%zu/%zu", study->variant + 1, number + 1));
    put_date(table, "date",
             (struct date){(int16_t)year, (int8_t)rng_between(rng, 1, 12),
                           (int8_t)rng_between(rng, 1, 28)});
    put_text(table, "from", writer->name);
    put_text(table, "to", keeper->name);
    put_text(table, "place",
             pool_format(&study->museum->pool, "%.*s", (int)place.length, place.start));
    put_text(table, "country", COUNTRIES[site->country].name);
    put_text(table, "subject", RNG_WORD(rng, MATTERS));
    put_int(table, "folios", rng_between(rng, 1, 6));
    put_flag(table, "specimensEnclosed", rng_chance(rng, 0.24));
    put_text(table, "condition", rng_chance(rng, 0.85) ? "good" : "fragile");
}

static void drawings_describe(struct study *study)
{
    static const enum group DRAWN[] = {GROUP_FLOWERING_PLANTS, GROUP_BIRDS, GROUP_LEPIDOPTERA,
                                       GROUP_FISHES, GROUP_FUNGI};
    study_choose_sites(study, NULL, 1);
    study_choose_species(study, DRAWN[study->variant % 5], NULL, STUDY_SPECIES);
    study->title =
        study_format(study, "Drawings of %s from %s",
                     study_group_name(study, DRAWN[study->variant % 5]), study_the_country(study));
    study->description = study_format(
        study,
        "Folio catalogue of drawings made in %s, with medium, sheet size, artist where "
        "known and the name in use today.\n\nMany artists' names were never written "
        "down; the catalogue says so instead of guessing.",
        study_country(study));
    study->tags = study_format(study, "art;illustration;library;%s", study_country(study));
}

static void drawings_row(const struct study *study, struct table *table, struct rng *rng,
                         size_t number)
{
    static const char *const MEDIA[] = {
        "watercolour",        "pencil", "pen and ink", "gouache", "watercolour over pencil",
        "hand-coloured proof"};
    int year = rng_between(rng, 1780, 1910);
    put_identity(study, table, "id", number);
    put_text(
        table, "folio",
        pool_format(&study->museum->pool, "%zu%c", number / 2 + 1, number % 2 == 0 ? 'r' : 'v'));
    put_text(table, "nameOnSheet",
             rng_chance(rng, 0.6) ? species_genus(&study->museum->taxonomy,
                                                  study->species[number % study->species_count])
                                        ->name
                                  : NULL);
    put_text(table, "scientificName", study_species_name(study, rng_below(rng, 64)));
    put_text(table, "artist",
             rng_chance(rng, 0.4) ? anybody(study, rng, year)->name : "artist not recorded");
    put_text(table, "medium", RNG_WORD(rng, MEDIA));
    put_int(table, "height_mm", rng_between(rng, 180, 520));
    put_int(table, "width_mm", rng_between(rng, 140, 380));
    put_text(table, "date",
             rng_chance(rng, 0.5) ? pool_format(&study->museum->pool, "c. %d", year)
                                  : pool_format(&study->museum->pool, "%d", year));
    put_text(table, "watermark", rng_chance(rng, 0.15) ? "J WHATMAN" : NULL);
}

static void visitors_describe(struct study *study)
{
    static const char *const SHOWS[] = {"Under the Lens", "A Thousand Beetles", "Night Flights",
                                        "Stones that Fell", "The Garden in Winter"};
    study->choice = SHOWS[study->variant % 5];
    study->title = study_format(study, "Visitor questionnaire of the exhibition “%s”, %d",
                                SHOWS[study->variant % 5], study->year_to);
    study->description =
        study_format(study,
                     "Answers to a short questionnaire at the exit of “%s”: with whom, how long, "
                     "what was best, and what people said they had learnt.\n\nNo names, ages or "
                     "addresses were asked.",
                     SHOWS[study->variant % 5]);
    study->tags = "visitors;exhibition;public engagement;survey";
}

static void visitors_row(const struct study *study, struct table *table, struct rng *rng,
                         size_t number)
{
    static const char *const PARTIES[] = {"alone",        "with friends",  "with children",
                                          "school group", "with children", "as a couple"};
    static const char *const BEST[] = {
        "the live ants",       "the drawer wall", "touching a meteorite", "the microscope table",
        "the whale song room", "drawing corner",  "talking to a curator"};
    put_identity(study, table, "id", number);
    put_text(table, "exhibition", study->choice);
    put_date(table, "date", study_date(study, rng, 1, 12));
    put_text(table, "cameWith", RNG_WORD(rng, PARTIES));
    put_flag(table, "firstVisit", rng_chance(rng, 0.45));
    put_int(table, "minutesInside", rng_between(rng, 3, 28) * 5);
    put_text(table, "best", RNG_WORD(rng, BEST));
    put_int(table, "enjoyment_1_5", rng_between(rng, 2, 5));
    put_int(table, "learnt_1_5", rng_between(rng, 1, 5));
    put_flag(table, "wouldComeAgain", rng_chance(rng, 0.83));
}

static void transcription_describe(struct study *study)
{
    static const char *const WHAT[] = {"bumblebee labels", "herbarium sheets", "slide labels",
                                       "egg data cards", "ship's logs"};
    study->choice = WHAT[study->variant % 5];
    study->title = study_format(study, "Volunteer transcription of %s: agreement between readings",
                                WHAT[study->variant % 5]);
    study->description =
        study_format(study,
                     "How three independent transcriptions of the same %s agreed, field by field, "
                     "and what an expert then chose.\n\nVolunteers are numbered, and the numbers "
                     "were drawn anew for this dataset.",
                     WHAT[study->variant % 5]);
    study->tags = "crowdsourcing;transcription;data quality;labels";
}

static void transcription_row(const struct study *study, struct table *table, struct rng *rng,
                              size_t number)
{
    static const char *const FIELDS[] = {"locality",  "date",       "collector",         "country",
                                         "elevation", "taxon name", "collector's number"};
    int agreed = rng_chance(rng, 0.62) ? 3 : rng_chance(rng, 0.7) ? 2 : 0;
    put_identity(study, table, "id", number);
    put_text(table, "object", study->choice);
    put_text(table, "field", RNG_WORD(rng, FIELDS));
    put_int(table, "readings", 3);
    put_int(table, "readingsAgreed", agreed);
    put_number(table, "meanEditDistance", 2, agreed == 3 ? 0 : rng_lognormal(rng, 2.4, 0.7));
    put_text(table, "chosen", agreed >= 2 ? "majority" : "expert");
    put_int(table, "secondsToTranscribe", rng_between(rng, 12, 240));
    put_text(table, "script", rng_chance(rng, 0.7) ? "handwritten" : "printed");
}

const struct template ARCHIVE_TEMPLATES[] = {
    {"letters", "Library and Archives", "research", 8, 240, TABLE_CSV, NULL, letters_describe,
     letters_row},
    {"drawings", "Library and Archives", "research", 5, 130, TABLE_TSV, NULL, drawings_describe,
     drawings_row},
    {"visitors", "Public Engagement", "research", 5, 300, TABLE_CSV, NULL, visitors_describe,
     visitors_row},
    {"transcription", "Public Engagement", "research", 5, 320, TABLE_TSV, NULL,
     transcription_describe, transcription_row},
    {0},
};
