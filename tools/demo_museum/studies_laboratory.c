// SPDX-License-Identifier: Apache-2.0
// Studies made at the bench: chemistry, isotopes, rings, pollen, microfossils, germination,
// barcodes. See study.h.
#include <math.h>
#include <string.h>

#include "study.h"

// Oxides in weight per cent of a kind of meteorite, in the order of OXIDES.
struct rock {
    const char *name;
    double oxides[9];
};

static const char *const OXIDES[] = {"SiO2", "TiO2", "Al2O3", "Cr2O3", "FeO",
                                     "MnO",  "MgO",  "CaO",   "Na2O"};

static const struct rock ROCKS[] = {
    {"L6 chondrites", {39.7, 0.12, 2.25, 0.53, 14.5, 0.34, 24.7, 1.85, 0.95}},
    {"H5 chondrites", {36.6, 0.12, 2.14, 0.52, 10.3, 0.31, 23.3, 1.74, 0.86}},
    {"eucrites", {49.1, 0.72, 12.7, 0.32, 18.6, 0.55, 7.2, 10.3, 0.45}},
    {"diogenites", {52.6, 0.14, 1.2, 0.85, 16.5, 0.51, 26.5, 1.5, 0.04}},
    {"CM chondrites", {28.9, 0.13, 2.17, 0.43, 22.1, 0.25, 19.9, 1.89, 0.43}},
    {"ureilites", {40.1, 0.09, 0.4, 0.72, 17.3, 0.39, 37.2, 1.1, 0.05}},
};

static void meteorites_describe(struct study *study)
{
    const struct rock *rock = &ROCKS[study->variant % (sizeof(ROCKS) / sizeof(ROCKS[0]))];
    study->choice = rock;
    study->title = study_format(study, "Bulk and phase chemistry of %s", rock->name);
    study->description =
        study_format(study,
                     "Electron microprobe and fused-bead analyses of %s in the museum's "
                     "collection, as oxides in weight per cent, with oxygen isotopes where enough "
                     "material could be spared.\n\nTotals between 97 and 101.5 %% were accepted.",
                     rock->name);
    study->tags = study_format(study, "meteorites;geochemistry;%s", rock->name);
}

static void meteorites_row(const struct study *study, struct table *table, struct rng *rng,
                           size_t number)
{
    static const char *const PHASES[] = {"bulk",        "bulk",  "olivine", "low-Ca pyroxene",
                                         "plagioclase", "matrix"};
    const struct rock *rock = study->choice;
    double total = 0;
    put_identity(study, table, "id", number);
    put_text(table, "catalogNumber",
             pool_format(&study->museum->pool, "DEMO-MIN-M-%d", rng_between(rng, 1, 260)));
    put_text(table, "phase", RNG_WORD(rng, PHASES));
    for (size_t i = 0; i < sizeof(OXIDES) / sizeof(OXIDES[0]); i++) {
        double share = rock->oxides[i] * rng_lognormal(rng, 1, 0.04);
        total += share;
        put_number(table, OXIDES[i], 2, share);
    }
    put_number(table, "total", 2, total);
    if (rng_chance(rng, 0.3)) {
        put_number(table, "d17O_permil", 2, rng_normal(rng, 3.4, 0.3));
        put_number(table, "d18O_permil", 2, rng_normal(rng, 4.8, 0.4));
    } else {
        put_text(table, "d17O_permil", NULL);
        put_text(table, "d18O_permil", NULL);
    }
    put_date(table, "analysisDate", study_date(study, rng, 1, 12));
}

static void rings_describe(struct study *study)
{
    static const char *const TREES[] = {"oak",     "pine",           "larch", "beech",
                                        "juniper", "southern beech", "cedar"};
    static const char *const GROWN[] = {"GB", "SE", "AT", "CZ", "KG", "CL", "MA"};
    const char *tree = TREES[study->variant % 7];
    study->choice = tree;
    study_choose_sites_in(study, GROWN[study->variant % 7], "tmbs", 1);
    study->title = study_format(study, "Tree-ring widths of %s at %s, %s", tree,
                                study_place(study, 0), study_country(study));
    study->description =
        study_format(study,
                     "Ring widths of cores from living %s at %s, measured to 0.01 mm and "
                     "cross-dated against each other. One row is one ring of one core.\n\nCores "
                     "that did not reach the pith have an estimated number of missing rings in "
                     "the notes.",
                     tree, study_place(study, 0));
    study->tags = study_format(study, "dendrochronology;tree rings;climate;%s", tree);
}

static void rings_row(const struct study *study, struct table *table, struct rng *rng,
                      size_t number)
{
    size_t core = number / 70;
    int ring = (int)(number % 70);
    int year = study->year_to - 69 + ring;
    struct rng climate =
        rng_make(study->museum->seed, "climate", study->number * 4000 + (size_t)year);
    double good = rng_lognormal(&climate, 1, 0.22);
    double width = (0.7 + 1.9 * exp(-ring / 32.0)) * good * rng_lognormal(rng, 1, 0.12);
    put_identity(study, table, "id", number);
    put_text(table, "core",
             pool_format(&study->museum->pool, "%.3s%02zu%c", study_place(study, 0), core / 2 + 1,
                         core % 2 == 0 ? 'A' : 'B'));
    put_text(table, "tree", study->choice);
    put_int(table, "year", year);
    put_int(table, "ring", ring + 1);
    put_number(table, "ringWidth_mm", 2, width);
    put_number(table, "latewood_percent", 0, rng_normal_within(rng, 42, 11, 8, 80));
    put_text(table, "note", rng_chance(rng, 0.02) ? "false ring" : NULL);
}

static void pollen_describe(struct study *study)
{
    static const char *const CORED[] = {"IE", "SE", "DE", "CA", "PL", "CH"};
    study_choose_sites_in(study, CORED[study->variant % 6], "wbmt", 1);
    study->title = study_format(study, "Pollen counts from a core at %s, %s", study_place(study, 0),
                                study_country(study));
    study->description =
        study_format(study,
                     "Pollen and spores counted at each level of a sediment core from %s, with "
                     "charcoal and modelled ages (years before 1950).\n\nAt least 300 land pollen "
                     "grains were counted at each level.",
                     study_place(study, 0));
    study->tags = "palynology;Quaternary;sediment core;vegetation history";
}

static void pollen_row(const struct study *study, struct table *table, struct rng *rng,
                       size_t number)
{
    static const char *const TAXA[] = {"Pinus",    "Betula",   "Quercus",     "Alnus",
                                       "Corylus",  "Poaceae",  "Cyperaceae",  "Artemisia",
                                       "Ericales", "Plantago", "Polypodiales"};
    double depth = 4.0 * (double)(number + 1);
    put_identity(study, table, "id", number);
    put_number(table, "depth_cm", 1, depth);
    put_int(table, "age_cal_BP", lround(depth * 21 + depth * depth * 0.02));
    for (size_t i = 0; i < sizeof(TAXA) / sizeof(TAXA[0]); i++) {
        double phase = depth / 180 + (double)i * 1.3 + (double)study->number;
        double share = (1.2 + sin(phase)) * 24;
        put_int(table, TAXA[i], lround(share * rng_lognormal(rng, 1, 0.25)));
    }
    put_number(table, "charcoal_per_cm3", 0, rng_lognormal(rng, 240, 0.9));
}

static void isotopes_describe(struct study *study)
{
    static const enum group SAMPLED[] = {
        GROUP_BIRDS,    GROUP_MAMMALS, GROUP_FISHES,     GROUP_FOSSIL_TETRAPODS,
        GROUP_REPTILES, GROUP_BIRDS,   GROUP_CRUSTACEANS};
    static const char *const TISSUES[] = {"feathers", "hair",  "muscle",     "tooth enamel",
                                          "scutes",   "claws", "exoskeleton"};
    size_t chosen = study->variant % 7;
    study->choice = TISSUES[chosen];
    study_choose_genus(study, SAMPLED[chosen],
                       chosen == 3   ? "Mammalia"
                       : chosen == 4 ? "Testudines"
                                     : NULL);
    study->title =
        study_format(study, "Stable isotopes in %s of %s", TISSUES[chosen], study_genus(study));
    study->description =
        study_format(study,
                     "Carbon and nitrogen isotope ratios in %s of *%s*, sampled from museum "
                     "specimens of known date and place.\n\nδ13C is relative to VPDB and δ15N to "
                     "air; the C:N ratio tells whether collagen or keratin was well kept.",
                     TISSUES[chosen], study_genus(study));
    study->tags =
        study_format(study, "stable isotopes;diet;%s;%s", study_family(study), TISSUES[chosen]);
}

static void isotopes_row(const struct study *study, struct table *table, struct rng *rng,
                         size_t number)
{
    size_t species = rng_below(rng, (uint32_t)study->species_count);
    struct rng food = rng_make(study->museum->seed, "food", study->species[species]);
    int year = rng_between(rng, 1860, 2015);
    // Coal and oil make the carbon of the air lighter (the Suess effect).
    double suess = year > 1900 ? (year - 1900) * -0.014 : 0;
    put_identity(study, table, "id", number);
    put_text(table, "catalogNumber", study_voucher(study, rng, study->group));
    put_text(table, "scientificName", study_species_name(study, species));
    put_int(table, "year", year);
    put_text(table, "tissue", study->choice);
    put_number(table, "sampleMass_mg", 3, rng_normal_within(rng, 0.5, 0.06, 0.3, 0.8));
    put_number(table, "d13C_VPDB", 2, -24 + rng_unit(&food) * 10 + suess + rng_normal(rng, 0, 0.9));
    put_number(table, "d15N_AIR", 2, 4 + rng_unit(&food) * 9 + rng_normal(rng, 0, 0.8));
    put_number(table, "C_to_N", 2, rng_normal_within(rng, 3.3, 0.18, 2.6, 4.6));
}

static void assemblages_describe(struct study *study)
{
    study->choice = &SEAS[(study->variant * 11 + 3) % SEA_COUNT];
    const struct sea *sea = study->choice;
    study_choose_genus(study, GROUP_MICROFOSSILS, NULL);
    study->title =
        study_format(study, "Foraminifera in a core from the %s (%s)", sea->water_body, sea->name);
    study->description =
        study_format(study,
                     "Counts of planktonic and benthic foraminifera over 150 µm in a piston core "
                     "from %s, with oxygen isotopes of one species.\n\nSplits were made until "
                     "about 300 tests were left.",
                     sea->name);
    study->tags = "micropalaeontology;foraminifera;palaeoceanography";
}

static void assemblages_row(const struct study *study, struct table *table, struct rng *rng,
                            size_t number)
{
    static const char *const TAXA[] = {"Globigerina_bulloides",     "Neogloboquadrina_pachyderma",
                                       "Globigerinoides_ruber",     "Globorotalia_inflata",
                                       "Turborotalita_quinqueloba", "benthic_total"};
    const struct sea *sea = study->choice;
    double depth = 2.5 * (double)number + 0.5;
    put_identity(study, table, "id", number);
    put_text(table, "coreArea", sea->name);
    put_int(table, "waterDepth_m", sea->depth);
    put_number(table, "depth_cm", 1, depth);
    put_number(table, "age_ka", 2, depth * 0.31 + 0.3);
    double cold = 0.5 + 0.5 * cos(depth / 37);
    for (size_t i = 0; i < sizeof(TAXA) / sizeof(TAXA[0]); i++) {
        double share = i == 1 ? 20 + 120 * cold : i == 2 ? 90 * (1 - cold) : 45.0 / (double)(i + 1);
        put_int(table, TAXA[i], lround(share * rng_lognormal(rng, 1, 0.2)));
    }
    put_number(table, "d18O_permil", 2, 1.6 + 1.9 * cold + rng_normal(rng, 0, 0.1));
}

static void germination_describe(struct study *study)
{
    study_choose_genus(study, GROUP_FLOWERING_PLANTS, NULL);
    study->title = study_format(study, "Germination of stored seeds of %s (%s)", study_genus(study),
                                study_family(study));
    study->description =
        study_format(study,
                     "Germination tests of seed lots of *%s* at alternating temperatures, with "
                     "and without pretreatment, over the years of storage.\n\nA lot of at least "
                     "fifty seeds was sown on agar and scored every week for ten weeks.",
                     study_genus(study));
    study->tags = study_format(study, "seed bank;germination;%s", study_family(study));
}

static void germination_row(const struct study *study, struct table *table, struct rng *rng,
                            size_t number)
{
    static const char *const TREATMENTS[] = {"none",         "none",        "scarified",
                                             "cold 8 weeks", "smoke water", "GA3 250 mg/l"};
    static const char *const REGIMES[] = {"15", "20", "25/10", "30/15", "35/20"};
    int sown = rng_chance(rng, 0.7) ? 50 : 100;
    int years = rng_between(rng, 0, 34);
    double share = 0.9 * exp(-years / 40.0) * rng_normal_within(rng, 0.85, 0.2, 0.05, 1.1);
    int germinated = (int)(sown * (share > 1 ? 1 : share));
    put_identity(study, table, "id", number);
    put_text(table, "scientificName",
             study_species_name(study, rng_below(rng, (uint32_t)study->species_count)));
    put_text(table, "seedLot",
             pool_format(&study->museum->pool, "DEMO-SB-%05d", rng_between(rng, 1, 9000)));
    put_int(table, "yearsStored", years);
    put_text(table, "pretreatment", RNG_WORD(rng, TREATMENTS));
    put_text(table, "temperature_C", RNG_WORD(rng, REGIMES));
    put_int(table, "lightHours", rng_chance(rng, 0.7) ? 12 : 0);
    put_int(table, "sown", sown);
    put_int(table, "germinated", germinated);
    put_int(table, "daysToHalf", rng_between(rng, 4, 48));
    put_int(table, "empty", rng_between(rng, 0, (sown - germinated) / 2));
}

static void barcodes_describe(struct study *study)
{
    static const enum group BARCODED[] = {GROUP_HYMENOPTERA, GROUP_DIPTERA,   GROUP_LEPIDOPTERA,
                                          GROUP_FERNS,       GROUP_ARACHNIDS, GROUP_COLEOPTERA};
    enum group group = BARCODED[study->variant % 6];
    study_choose_sites(study, "ftmg", 3);
    study_choose_species(study, group, NULL, 12);
    study->title = study_format(study, "Barcoding success in dried %s from %s", study_family(study),
                                study_country(study));
    study->description =
        study_format(study,
                     "What became of every attempt to barcode dried specimens of %s and relatives "
                     "from %s: yield, amplicon, length of sequence and the reason of failures."
                     "\n\nOlder specimens were extracted without damage to the outside.",
                     study_family(study), study_country(study));
    study->tags = study_format(study, "DNA barcoding;museum DNA;%s", study_family(study));
}

static void barcodes_row(const struct study *study, struct table *table, struct rng *rng,
                         size_t number)
{
    static const char *const FAILURES[] = {"no amplification", "contamination", "double peaks",
                                           "short read"};
    int age = rng_between(rng, 3, 120);
    bool works = rng_chance(rng, 0.95 * exp(-age / 70.0));
    put_identity(study, table, "id", number);
    put_text(table, "catalogNumber", study_voucher(study, rng, study->group));
    put_text(table, "scientificName",
             study_species_name(study, rng_below(rng, (uint32_t)study->species_count)));
    put_int(table, "ageYears", age);
    put_text(table, "marker", study->group == GROUP_FERNS ? "rbcL" : "COI-5P");
    put_number(table, "dnaYield_ng", 1, rng_lognormal(rng, 90 * exp(-age / 60.0) + 2, 0.8));
    put_flag(table, "success", works);
    put_int(table, "sequenceLength_bp",
            works ? rng_between(rng, 3, 8) * 80 + rng_between(rng, 0, 18) : 0);
    put_text(table, "failure", works ? NULL : RNG_WORD(rng, FAILURES));
    put_text(table, "extractedBy", study_observer(study, rng));
}

static void raman_describe(struct study *study)
{
    static const char *const THEMES[] = {
        "copper minerals", "zeolites", "carbonates", "arsenates", "pigments of illustrated folios",
        "garnets"};
    study->choice = THEMES[study->variant % 6];
    study->title =
        study_format(study, "Raman spectra of %s: peak tables", THEMES[study->variant % 6]);
    study->description =
        study_format(study,
                     "Peak positions, widths and heights of Raman spectra of %s, at two laser "
                     "wavelengths, for identification without a sample.\n\nPeaks are nested in "
                     "the order of their shift.",
                     THEMES[study->variant % 6]);
    study->tags =
        study_format(study, "Raman spectroscopy;mineralogy;%s", THEMES[study->variant % 6]);
}

static void raman_row(const struct study *study, struct table *table, struct rng *rng,
                      size_t number)
{
    size_t mineral = (study->variant * 17 + number * 5) % MINERAL_COUNT;
    struct rng lattice = rng_make(study->museum->seed, "lattice", mineral);
    int peaks = rng_between(&lattice, 3, 7);
    double shift = 90;
    put_identity(study, table, "id", number);
    put_text(table, "mineral", MINERALS[mineral].name);
    put_text(table, "mineralClass", MINERALS[mineral].mineral_class);
    put_open(table, "instrument");
    put_int(table, "laserNm", number % 2 == 0 ? 532 : 785);
    put_number(table, "powerMw", 1, rng_lognormal(rng, 4, 0.4));
    put_int(table, "accumulations", rng_between(rng, 2, 20));
    put_close(table);
    put_list(table, "peaks");
    for (int i = 0; i < peaks; i++) {
        shift += 40 + rng_unit(&lattice) * 190;
        put_item(table);
        put_number(table, "shiftCm1", 1, shift + rng_normal(rng, 0, 0.6));
        put_number(table, "widthCm1", 1, 6 + rng_unit(rng) * 12);
        put_number(table, "relativeHeight", 2, rng_unit(rng));
        put_close(table);
    }
    put_list_end(table);
    put_flag(table, "fluorescence", rng_chance(rng, 0.2));
}

const struct template LABORATORY_TEMPLATES[] = {
    {"meteorite-chemistry", "Research", "research", 6, 55, TABLE_CSV, NULL, meteorites_describe,
     meteorites_row},
    {"tree-rings", "Research", "research", 7, 700, TABLE_TSV, NULL, rings_describe, rings_row},
    {"pollen-cores", "Research", "research", 6, 90, TABLE_CSV, NULL, pollen_describe, pollen_row},
    {"isotopes", "Research", "research", 7, 100, TABLE_CSV, NULL, isotopes_describe, isotopes_row},
    {"foraminifera", "Research", "research", 5, 160, TABLE_TSV, NULL, assemblages_describe,
     assemblages_row},
    {"germination", "Research", "research", 6, 130, TABLE_CSV, NULL, germination_describe,
     germination_row},
    {"barcoding", "Research", "research", 6, 210, TABLE_CSV, NULL, barcodes_describe, barcodes_row},
    {"raman", "Research", "research", 5, 40, TABLE_JSON, NULL, raman_describe, raman_row},
    {0},
};
