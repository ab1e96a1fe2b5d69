// SPDX-License-Identifier: Apache-2.0
// Studies made in the field: plots, traps, recordings, nests, guts. See study.h.
#include <math.h>
#include <string.h>

#include "study.h"

static void put_point(const struct study *study, struct table *table, struct rng *rng)
{
    double latitude, longitude;
    const struct site *site = study_point(study, rng, &latitude, &longitude);
    struct part name = list_part(site->place->name, ',', 0);
    put_text(table, "locality",
             pool_format(&study->museum->pool, "%.*s", (int)name.length, name.start));
    put_number(table, "decimalLatitude", 5, latitude);
    put_number(table, "decimalLongitude", 5, longitude);
}

static void vegetation_describe(struct study *study)
{
    static const char *const HABITATS[] = {"g", "t", "s", "m", "w", "f", "b", "g"};
    static const char *const WORDS[] = {"grassland", "woodland",    "dry scrub",    "alpine turf",
                                        "fen",       "rain forest", "tundra heath", "pasture"};
    size_t chosen = study->variant % 8;
    study_choose_sites(study, HABITATS[chosen], 4);
    study_choose_species(study, GROUP_FLOWERING_PLANTS, NULL, STUDY_SPECIES);
    study->title = study_format(study, "Vegetation plots in %s at %s, %s", WORDS[chosen],
                                study_place(study, 0), study_country(study));
    study->description =
        study_format(study,
                     "Relevés of %s on plots of 2 by 2 metres, with the cover of every vascular "
                     "plant on the Braun-Blanquet scale, slope, aspect and soil depth.\n\nSpecies "
                     "lists are nested: each plot carries its own.",
                     WORDS[chosen]);
    study->tags = study_format(study, "vegetation;relevés;Braun-Blanquet;%s", WORDS[chosen]);
}

static void vegetation_row(const struct study *study, struct table *table, struct rng *rng,
                           size_t number)
{
    static const char *const COVERS[] = {"r", "+", "+", "1", "1", "2a", "2b", "3", "4", "5"};
    put_identity(study, table, "eventID", number);
    put_date(table, "eventDate", study_date(study, rng, 5, 8));
    put_open(table, "location");
    put_point(study, table, rng);
    put_close(table);
    put_int(table, "slopeDegrees", rng_between(rng, 0, 38));
    put_int(table, "aspectDegrees", rng_between(rng, 0, 359));
    put_number(table, "soilDepthCm", 1, rng_lognormal(rng, 14, 0.6));
    put_int(table, "bareGroundPercent", (long)(rng_unit(rng) * rng_unit(rng) * 60));
    put_list(table, "species");
    for (size_t i = 0; i < study->species_count; i++) {
        if (rng_chance(rng, 0.65 / sqrt((double)i + 1) + 0.12)) {
            put_item(table);
            put_text(table, "scientificName", study_species_name(study, i));
            put_text(table, "cover", RNG_WORD(rng, COVERS));
            put_close(table);
        }
    }
    put_list_end(table);
    put_text(table, "recordedBy", study_observer(study, rng));
}

static void pans_describe(struct study *study)
{
    static const char *const SETTINGS[] = {"orchards",     "roof gardens", "road verges",
                                           "chalk downs",  "olive groves", "coffee farms",
                                           "burnt heaths", "allotments"};
    static const char *const GROWN[] = {"GB", "JP", "US", "GB", "GR", "CR", "NL", "PL"};
    size_t chosen = study->variant % 8;
    study->choice = SETTINGS[chosen];
    study_choose_sites_in(study, GROWN[chosen], "gtsufm", 3);
    study_choose_species(study, GROUP_HYMENOPTERA,
                         "Apidae;Andrenidae;Halictidae;Megachilidae;Colletidae;Vespidae", 8);
    study->title = study_format(study, "Bees and wasps in pan traps in %s near %s",
                                SETTINGS[chosen], study_place(study, 0));
    study->description =
        study_format(study,
                     "Catches of blue, white and yellow pan traps set for 24 hours in %s near %s, "
                     "%s. Each column after the weather is a species; cells are individuals.\n\n"
                     "Traps knocked over are kept with an empty catch.",
                     SETTINGS[chosen], study_place(study, 0), study_country(study));
    study->tags = study_format(study, "pollinators;pan traps;bees;%s", SETTINGS[chosen]);
}

// A column name of a scientific name: Bombus_cinereus.
static const char *column_of(const struct study *study, size_t species)
{
    const char *name = study_species_name(study, species);
    struct text text = {0};
    for (const char *at = name; *at != '\0'; at++) {
        text_add_char(&text, *at == ' ' || *at == '.' ? '_' : *at);
    }
    const char *column = pool_copy(&study->museum->pool, text.data);
    text_release(&text);
    return column;
}

static void pans_row(const struct study *study, struct table *table, struct rng *rng, size_t number)
{
    static const char *const COLOURS[] = {"blue", "white", "yellow"};
    bool lost = rng_chance(rng, 0.03);
    double warmth = rng_normal_within(rng, 21, 4, 9, 34);
    put_identity(study, table, "eventID", number);
    put_date(table, "eventDate", study_date(study, rng, 4, 9));
    put_point(study, table, rng);
    put_text(table, "panColour", COLOURS[number % 3]);
    put_number(table, "temperature_C", 1, warmth);
    put_int(table, "cloud_oktas", rng_between(rng, 0, 8));
    put_number(table, "wind_m_s", 1, rng_lognormal(rng, 2.1, 0.5));
    for (size_t i = 0; i < study->species_count; i++) {
        double expected = 5.0 / (double)(i + 1) * (warmth / 21);
        if (lost) {
            put_text(table, column_of(study, i), NULL);
        } else {
            put_int(table, column_of(study, i), (long)(expected * rng_unit(rng) * 2));
        }
    }
}

static void guts_describe(struct study *study)
{
    static const enum group EATERS[] = {GROUP_FISHES,   GROUP_BIRDS,   GROUP_AMPHIBIANS,
                                        GROUP_REPTILES, GROUP_MAMMALS, GROUP_FISHES,
                                        GROUP_BIRDS};
    static const char *const MEMBERS[] = {NULL,
                                          "Columbiformes;Galliformes;Passeriformes",
                                          "Anura",
                                          "Squamata",
                                          "Carnivora;Rodentia",
                                          NULL,
                                          "Strigiformes;Accipitriformes"};
    static const char *const PARTS[] = {"Stomach", "Gizzard", "Stomach", "Stomach",
                                        "Scat",    "Gut",     "Pellet"};
    size_t chosen = study->variant % 7;
    study->choice = PARTS[chosen];
    study_choose_local_genus(study, EATERS[chosen], MEMBERS[chosen], "ftgsmw");
    study->title = study_format(study, "%s contents of %s from %s", PARTS[chosen],
                                study_genus(study), study_country(study));
    study->description =
        study_format(study,
                     "Prey found in the %s contents of *%s*, sorted to order, with the number of "
                     "items and their wet mass.\n\nEmpty ones are included: their prey is given "
                     "as none.",
                     PARTS[chosen], study_genus(study));
    study->tags = study_format(study, "diet;gut contents;%s", study_family(study));
}

static void guts_row(const struct study *study, struct table *table, struct rng *rng, size_t number)
{
    static const char *const PREY[] = {
        "Coleoptera", "Diptera", "Formicidae", "Isopoda",     "Orthoptera",
        "Gastropoda", "Araneae", "Amphipoda",  "plant seeds", "Lepidoptera larvae",
        "none"};
    const char *prey = RNG_WORD(rng, PREY);
    bool empty = strcmp(prey, "none") == 0;
    int items = empty ? 0 : 1 + (int)rng_lognormal(rng, 2.5, 0.9);
    put_identity(study, table, "id", number);
    put_text(table, "catalogNumber", study_voucher(study, rng, study->group));
    put_text(table, "scientificName",
             study_species_name(study, rng_below(rng, (uint32_t)study->species_count)));
    put_date(table, "eventDate", study_date(study, rng, 1, 12));
    put_text(table, "contentsOf", study->choice);
    put_text(table, "preyTaxon", prey);
    put_int(table, "preyItems", items);
    put_number(table, "preyMass_mg", 1, items * rng_lognormal(rng, 11, 0.7));
    put_int(table, "fullness_0_4", empty ? 0 : rng_between(rng, 1, 4));
    put_text(table, "identifiedBy", study_observer(study, rng));
}

static void recordings_describe(struct study *study)
{
    static const enum group CALLERS[] = {GROUP_MAMMALS, GROUP_AMPHIBIANS, GROUP_ORTHOPTEROIDS,
                                         GROUP_BIRDS};
    static const char *const ORDERS[] = {"Chiroptera", "Anura", "Orthoptera", "Passeriformes"};
    static const char *const WORDS[] = {"Echolocation and social calls", "Advertisement calls",
                                        "Stridulation", "Dawn songs"};
    size_t chosen = study->variant % 4;
    study_choose_sites(study, "ftgmw", 3);
    study_choose_species(study, CALLERS[chosen], ORDERS[chosen], 7);
    study->size = chosen == 0 ? 45 : chosen == 1 ? 2.2 : chosen == 2 ? 9 : 4;
    study->title = study_format(study, "%s recorded at %s, %s", WORDS[chosen],
                                study_place(study, 0), study_country(study));
    study->description =
        study_format(study,
                     "%s measured from recordings of autonomous recorders around %s: duration, "
                     "repetition and the spectral peaks of each call.\n\nPeaks are nested, the "
                     "strongest first. Frequencies are in kilohertz.",
                     WORDS[chosen], study_place(study, 0));
    study->tags = "bioacoustics;sound recordings;calls";
}

static void recordings_row(const struct study *study, struct table *table, struct rng *rng,
                           size_t number)
{
    static const char *const DEVICES[] = {"AM-1.2", "SM4", "hand-held, parabola"};
    size_t species = rng_below(rng, (uint32_t)study->species_count);
    struct rng voice = rng_make(study->museum->seed, "voice", study->species[species]);
    double pitch = study->size * rng_lognormal(&voice, 1, 0.35);
    int peaks = rng_between(rng, 1, 4);
    put_identity(study, table, "id", number);
    put_text(table, "scientificName", study_species_name(study, species));
    put_date(table, "eventDate", study_date(study, rng, 3, 9));
    put_open(table, "recording");
    put_text(table, "device", RNG_WORD(rng, DEVICES));
    put_int(table, "sampleRateHz", study->size > 20 ? 384000 : 48000);
    put_int(table, "lengthSeconds", rng_between(rng, 3, 60));
    put_close(table);
    put_open(table, "location");
    put_point(study, table, rng);
    put_close(table);
    put_number(table, "airTemperatureC", 1, rng_normal_within(rng, 19, 5, 4, 33));
    put_number(table, "callDurationMs", 1, 900 / pitch * rng_lognormal(rng, 1, 0.3));
    put_list(table, "peaks");
    for (int i = 0; i < peaks; i++) {
        put_item(table);
        put_number(table, "frequencyKHz", 2, pitch * (i + 1) * rng_lognormal(rng, 1, 0.03));
        put_number(table, "levelDb", 1, -6.0 * i - rng_unit(rng) * 4);
        put_close(table);
    }
    put_list_end(table);
}

static void edna_describe(struct study *study)
{
    static const char *const WATERS[] = {"ponds",        "soil cores", "a river",
                                         "spring caves", "rock pools", "rain forest streams",
                                         "peat"};
    static const char *const HABITATS[] = {"wtg", "tgfs", "tfgw", "mts", "c", "f", "wb"};
    static const enum group FOUND[] = {GROUP_AMPHIBIANS,  GROUP_FUNGI,    GROUP_FISHES,
                                       GROUP_CRUSTACEANS, GROUP_MOLLUSCS, GROUP_DIPTERA,
                                       GROUP_ARACHNIDS};
    size_t chosen = study->variant % 7;
    study_choose_sites(study, HABITATS[chosen], 4);
    study_choose_species(study, FOUND[chosen], NULL, 14);
    study->title = study_format(study, "Environmental DNA from %s around %s", WATERS[chosen],
                                study_place(study, 0));
    study->description =
        study_format(study,
                     "Metabarcoding of %s around %s, %s: reads of each sequence variant in three "
                     "PCR replicates, with negative controls.\n\nTaxa below ten reads are kept, "
                     "and left for the user to filter.",
                     WATERS[chosen], study_place(study, 0), study_country(study));
    study->tags = study_format(study, "eDNA;metabarcoding;%s", WATERS[chosen]);
}

static void edna_row(const struct study *study, struct table *table, struct rng *rng, size_t number)
{
    bool control = number % 16 == 15;
    put_identity(study, table, "eventID", number);
    put_date(table, "eventDate", study_date(study, rng, 3, 10));
    put_text(table, "sampleType", control ? "negative control" : "sample");
    if (!control) {
        put_open(table, "location");
        put_point(study, table, rng);
        put_close(table);
    }
    put_open(table, "laboratory");
    put_text(table, "targetGene", number % 2 == 0 ? "12S rRNA" : "COI");
    put_int(table, "pcrCycles", rng_between(rng, 30, 40));
    put_number(table, "dnaYieldNgPerUl", 2, control ? 0 : rng_lognormal(rng, 3.2, 0.8));
    put_close(table);
    put_list(table, "detections");
    for (size_t i = 0; i < study->species_count; i++) {
        if (rng_chance(rng, control ? 0.02 : 0.5 / (double)(i + 1) + 0.1)) {
            put_item(table);
            put_text(table, "scientificName", study_species_name(study, i));
            put_int(table, "reads", 1 + (long)rng_lognormal(rng, 420, 1.7));
            put_int(table, "replicates", rng_between(rng, 1, 3));
            put_number(table, "identity", 3, 0.97 + rng_unit(rng) * 0.03);
            put_close(table);
        }
    }
    put_list_end(table);
}

static void cameras_describe(struct study *study)
{
    do {
        study_choose_sites(study, "ftgmb", 3);
    } while (!study_has_land_mammals(study));
    study_choose_species(study, GROUP_MAMMALS,
                         "Carnivora;Artiodactyla;Primates;Lagomorpha;Diprotodontia;Sciuridae;"
                         "Erinaceidae",
                         11);
    study->title = study_format(study, "Camera trap records of mammals at %s, %s",
                                study_place(study, 0), study_country(study));
    study->description =
        study_format(study,
                     "Independent records (30 minutes apart) of mammals by passive cameras on "
                     "trails around %s. Each row is one record with the number of animals and "
                     "what they did.\n\nPhotographs of people were deleted unseen.",
                     study_place(study, 0));
    study->tags = study_format(study, "camera traps;mammals;%s", study_country(study));
}

static void cameras_row(const struct study *study, struct table *table, struct rng *rng,
                        size_t number)
{
    static const char *const DOING[] = {"passing",       "passing",    "foraging",
                                        "scent marking", "with young", "alert"};
    double latitude, longitude;
    int camera = rng_between(rng, 1, 14);
    struct rng place =
        rng_make(study->museum->seed, "camera", study->number * 100 + (size_t)camera);
    study_point(study, &place, &latitude, &longitude);
    int minute = (int)rng_normal_within(rng, 1380, 240, 900, 2200) % 1440;
    put_identity(study, table, "occurrenceID", number);
    put_text(table, "basisOfRecord", "MachineObservation");
    put_text(table, "scientificName",
             study_species_name(
                 study, (size_t)(rng_unit(rng) * rng_unit(rng) * (double)study->species_count)));
    put_date(table, "eventDate", study_date(study, rng, 1, 12));
    put_text(table, "eventTime",
             pool_format(&study->museum->pool, "%02d:%02d", minute / 60, minute % 60));
    put_text(table, "cameraID", pool_format(&study->museum->pool, "CAM-%02d", camera));
    put_text(table, "country", study_country(study));
    put_number(table, "decimalLatitude", 3, latitude);
    put_number(table, "decimalLongitude", 3, longitude);
    put_int(table, "individualCount", 1 + (long)(rng_unit(rng) * rng_unit(rng) * 4));
    put_text(table, "behavior", RNG_WORD(rng, DOING));
}

static void nests_describe(struct study *study)
{
    static const char *const COUNTRIES_WATCHED[] = {"GB", "SE", "DE", "NL", "CZ"};
    study_choose_sites_in(study, COUNTRIES_WATCHED[study->variant % 5], "tgmb", 2);
    study_choose_species(study, GROUP_BIRDS, "Parus;Poecile;Ficedula;Phoenicurus;Sturnus", 3);
    study->title = study_format(study, "Nest box records of %s at %s", study_genus(study),
                                study_place(study, 0));
    study->description =
        study_format(study,
                     "First egg, clutch size, hatching and fledging in nest boxes at %s, %s, one "
                     "row for each breeding attempt.\n\nDates are days of the year; boxes keep "
                     "their number over the years.",
                     study_place(study, 0), study_country(study));
    study->tags = study_format(study, "nest boxes;breeding;phenology;%s", study_family(study));
}

static void nests_row(const struct study *study, struct table *table, struct rng *rng,
                      size_t number)
{
    static const char *const ENDS[] = {"fledged", "fledged", "fledged", "predated", "deserted"};
    int year = rng_between(rng, study->year_from, study->year_to);
    int clutch = (int)rng_normal_within(rng, 7, 1.7, 2, 12);
    int hatched = rng_between(rng, clutch / 2, clutch);
    const char *end = RNG_WORD(rng, ENDS);
    put_identity(study, table, "eventID", number);
    put_int(table, "year", year);
    put_text(table, "box",
             pool_format(&study->museum->pool, "%c%d", 'A' + rng_between(rng, 0, 4),
                         rng_between(rng, 1, 40)));
    put_text(table, "scientificName",
             study_species_name(study, rng_below(rng, (uint32_t)study->species_count)));
    put_int(table, "firstEggDay", lround(rng_normal(rng, 121 - (year - 1990) * 0.22, 6.5)));
    put_int(table, "clutchSize", clutch);
    put_int(table, "hatched", hatched);
    put_int(table, "fledged",
            strcmp(end, "fledged") == 0 ? rng_between(rng, 1, hatched + 1) - 1 : 0);
    put_text(table, "outcome", end);
    put_text(table, "ringed", rng_chance(rng, 0.6) ? "yes" : "no");
}

static void moths_describe(struct study *study)
{
    study_choose_sites(study, "tgumfs", 1);
    study_choose_species(study, GROUP_LEPIDOPTERA,
                         "Noctuidae;Erebidae;Geometridae;Sphingidae;Crambidae;Notodontidae", 12);
    study->title = study_format(study, "Nightly moth counts at a light trap, %s, %s",
                                study_place(study, 0), study_country(study));
    study->description =
        study_format(study,
                     "Counts of twelve common species in one light trap run through the season at "
                     "%s, with minimum temperature, moon phase and cloud.\n\nNights without "
                     "electricity are missing, not zero.",
                     study_place(study, 0));
    study->tags = "moths;light trap;abundance;time series";
}

static void moths_row(const struct study *study, struct table *table, struct rng *rng,
                      size_t number)
{
    int32_t day = day_of(study->year_from, 4, 1) + (int32_t)number + (int32_t)(number / 200) * 165;
    double warmth =
        11 + 6 * sin(((double)(number % 200) - 50) / 200 * 6.28) + rng_normal(rng, 0, 2.4);
    put_identity(study, table, "eventID", number);
    put_date(table, "eventDate", date_of(day));
    put_number(table, "minTemperature_C", 1, warmth);
    put_number(table, "moon_fraction", 2, 0.5 + 0.5 * cos(((double)day - 4.9) / 29.53 * 6.2832));
    put_int(table, "cloud_oktas", rng_between(rng, 0, 8));
    for (size_t i = 0; i < study->species_count; i++) {
        double flight = 60 + (double)(i * 37 % 100);
        double width = 12 + (double)(i * 11 % 20);
        double away = ((double)(number % 200) - flight) / width;
        double expected = 40.0 / (double)(i + 1) * exp(-away * away / 2) * (warmth > 6 ? 1 : 0.2);
        put_int(table, column_of(study, i), lround(expected * rng_lognormal(rng, 1, 0.6)));
    }
}

static void ponds_describe(struct study *study)
{
    study_choose_sites(study, "wtgu", 4);
    study->title = study_format(study, "Water chemistry and invertebrates of ponds near %s, %s",
                                study_place(study, 0), study_country(study));
    study->description =
        study_format(study,
                     "Spring and autumn samples from ponds near %s: pH, conductivity, nutrients "
                     "and the number of invertebrate families in a three-minute sweep.\n\nValues "
                     "below the detection limit are given as half of it.",
                     study_place(study, 0));
    study->tags = "freshwater;ponds;water chemistry;macroinvertebrates";
}

static void ponds_row(const struct study *study, struct table *table, struct rng *rng,
                      size_t number)
{
    double acid = rng_normal_within(rng, 7.1, 0.7, 4.3, 9.2);
    put_identity(study, table, "eventID", number);
    put_date(table, "eventDate",
             number % 2 == 0 ? study_date(study, rng, 4, 5) : study_date(study, rng, 9, 10));
    put_point(study, table, rng);
    put_number(table, "area_m2", 0, rng_lognormal(rng, 240, 1));
    put_number(table, "pH", 2, acid);
    put_number(table, "conductivity_uS_cm", 0, rng_lognormal(rng, 310, 0.5));
    put_number(table, "nitrate_mg_l", 2, rng_lognormal(rng, 1.4, 1));
    put_number(table, "phosphate_ug_l", 1, rng_lognormal(rng, 38, 0.9));
    put_number(table, "dissolvedOxygen_percent", 0, rng_normal_within(rng, 78, 18, 8, 130));
    put_int(table, "invertebrateFamilies", lround(rng_normal_within(rng, 9 + acid, 4.5, 1, 38)));
    put_flag(table, "fishPresent", rng_chance(rng, 0.3));
}

static void parasites_describe(struct study *study)
{
    do {
        study_choose_sites(study, "tgmfd", 2);
    } while (!study_has_land_mammals(study));
    study_choose_species(study, GROUP_MAMMALS,
                         "Muridae;Cricetidae;Soricidae;Nesomyidae;Gliridae;Didelphidae;Dasyuridae",
                         5);
    study->title = study_format(study, "Ectoparasites of small mammals at %s, %s",
                                study_place(study, 0), study_country(study));
    study->description =
        study_format(study,
                     "Fleas, lice, mites and ticks combed from live-trapped mammals at %s, with "
                     "the host's sex, mass and body condition.\n\nHosts were released where they "
                     "were caught; a host caught again has a new row.",
                     study_place(study, 0));
    study->tags = "parasites;hosts;fleas;ticks;small mammals";
}

static void parasites_row(const struct study *study, struct table *table, struct rng *rng,
                          size_t number)
{
    bool male = rng_chance(rng, 0.54);
    double burden = male ? 1.4 : 1;
    put_identity(study, table, "id", number);
    put_text(table, "hostName",
             study_species_name(study, rng_below(rng, (uint32_t)study->species_count)));
    put_date(table, "eventDate", study_date(study, rng, 3, 10));
    put_text(table, "hostSex", male ? "M" : "F");
    put_number(table, "hostMass_g", 1, rng_lognormal(rng, 24, 0.35));
    put_number(table, "conditionIndex", 2, rng_normal(rng, 0, 0.6));
    put_int(table, "fleas", (long)(burden * rng_lognormal(rng, 1.2, 1)));
    put_int(table, "lice", (long)(burden * rng_lognormal(rng, 0.6, 1.4)));
    put_int(table, "mites", (long)(burden * rng_lognormal(rng, 2.4, 1.3)));
    put_int(table, "tickLarvae", (long)(burden * rng_lognormal(rng, 0.9, 1.5)));
    put_flag(table, "recaptured", rng_chance(rng, 0.22));
}

const struct template ECOLOGY_TEMPLATES[] = {
    {"vegetation-plots", "Research", "research", 8, 70, TABLE_JSON, "eventID", vegetation_describe,
     vegetation_row},
    {"pan-traps", "Research", "research", 8, 140, TABLE_CSV, NULL, pans_describe, pans_row},
    {"gut-contents", "Research", "research", 7, 150, TABLE_TSV, NULL, guts_describe, guts_row},
    {"recordings", "Research", "research", 8, 110, TABLE_JSON, NULL, recordings_describe,
     recordings_row},
    {"edna", "Research", "research", 7, 64, TABLE_JSON, "eventID", edna_describe, edna_row},
    {"camera-traps", "Research", "observations", 6, 420, TABLE_CSV, NULL, cameras_describe,
     cameras_row},
    {"nest-boxes", "Research", "research", 5, 260, TABLE_CSV, NULL, nests_describe, nests_row},
    {"moth-counts", "Research", "research", 6, 380, TABLE_TSV, NULL, moths_describe, moths_row},
    {"ponds", "Research", "research", 5, 60, TABLE_CSV, NULL, ponds_describe, ponds_row},
    {"ectoparasites", "Research", "research", 5, 170, TABLE_TSV, NULL, parasites_describe,
     parasites_row},
    {0},
};
