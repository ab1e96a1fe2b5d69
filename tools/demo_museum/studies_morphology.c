// SPDX-License-Identifier: Apache-2.0
// Studies that measure specimens: skulls, wings, shells, leaves; their scans and their colours. See
// study.h.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "study.h"

enum { MEASURE_LIMIT = 9 };

// What is measured on a group, as a share of the first measurement.
struct measures {
    enum group group;
    const char *only; // study_choose_genus
    const char *subject;
    const char *method;
    double smallest; // first measurement, in the unit of the columns
    double largest;
    bool sexed;
    const char *names[MEASURE_LIMIT];
    double shares[MEASURE_LIMIT];
};

static const struct measures MEASURES[] = {
    {GROUP_MAMMALS,
     NULL,
     "Skull measurements",
     "with digital callipers to 0.01 mm, left side where paired",
     18,
     64,
     true,
     {"condylobasal_length_mm", "zygomatic_breadth_mm", "interorbital_constriction_mm",
      "braincase_breadth_mm", "upper_toothrow_mm", "mandible_length_mm", "bulla_length_mm", NULL},
     {1, 0.53, 0.16, 0.45, 0.18, 0.61, 0.19}},
    {GROUP_MAMMALS,
     "Rodentia;Eulipotyphla;Dasyuromorphia;Didelphimorphia;Scandentia",
     "External measurements from collectors' labels",
     "by the collectors in the field and transcribed from their labels",
     70,
     210,
     true,
     {"head_body_mm", "tail_mm", "hind_foot_mm", "ear_mm", NULL},
     {1, 0.86, 0.21, 0.15}},
    {GROUP_BIRDS,
     NULL,
     "Bill, wing and tarsus measurements",
     "on study skins: wing as flattened chord, bill from skull",
     62,
     180,
     true,
     {"wing_chord_mm", "tail_mm", "tarsus_mm", "bill_length_mm", "bill_depth_mm", "hind_claw_mm",
      NULL},
     {1, 0.78, 0.27, 0.2, 0.08, 0.09}},
    {GROUP_BIRDS,
     "Passeriformes;Charadriiformes",
     "Egg dimensions",
     "with callipers on blown eggs of complete clutches; volume after Hoyt",
     15,
     48,
     false,
     {"egg_length_mm", "egg_breadth_mm", "shell_mass_g", "volume_cm3", NULL},
     {1, 0.74, 0.009, 0.32}},
    {GROUP_LEPIDOPTERA,
     "Nymphalidae;Lycaenidae;Pieridae",
     "Wing morphometrics",
     "from images of set specimens with a scale bar, by landmarks",
     14,
     52,
     true,
     {"forewing_length_mm", "hindwing_length_mm", "forewing_width_mm", "eyespot_diameter_mm",
      "discal_cell_length_mm", "body_length_mm", NULL},
     {1, 0.81, 0.52, 0.07, 0.43, 0.58}},
    {GROUP_COLEOPTERA,
     NULL,
     "Body size",
     "with an eyepiece graticule at 20 times",
     3.5,
     28,
     true,
     {"elytron_length_mm", "elytra_width_mm", "pronotum_length_mm", "pronotum_width_mm",
      "head_width_mm", "hind_tibia_mm", NULL},
     {1, 0.71, 0.38, 0.52, 0.33, 0.35}},
    {GROUP_HYMENOPTERA,
     "Apidae;Andrenidae;Halictidae;Megachilidae;Colletidae",
     "Intertegular distance and wing length",
     "from calibrated images, each taken twice",
     1.6,
     5.5,
     true,
     {"intertegular_distance_mm", "forewing_length_mm", "head_width_mm", "tongue_length_mm",
      "scopa_length_mm", NULL},
     {1, 2.7, 1.05, 1.5, 0.6}},
    {GROUP_MOLLUSCS,
     "Gastropoda",
     "Shell shape",
     "with callipers on adult shells with a complete lip",
     8,
     62,
     false,
     {"shell_height_mm", "shell_width_mm", "aperture_height_mm", "aperture_width_mm",
      "spire_height_mm", "lip_thickness_mm", NULL},
     {1, 0.62, 0.56, 0.34, 0.4, 0.025}},
    {GROUP_FLOWERING_PLANTS,
     NULL,
     "Leaf traits",
     "on herbarium sheets, the largest intact leaf of each",
     22,
     140,
     false,
     {"lamina_length_mm", "lamina_width_mm", "petiole_length_mm", "vein_density_mm_per_mm2",
      "leaf_area_mm2", NULL},
     {1, 0.44, 0.19, 0.06, 34}},
    {GROUP_FERNS,
     "Polypodiales",
     "Frond and spore measurements",
     "on fertile fronds; spores are means of twenty in glycerine",
     80,
     620,
     false,
     {"frond_length_mm", "stipe_length_mm", "pinna_length_mm", "sorus_diameter_mm",
      "spore_length_um", NULL},
     {1, 0.36, 0.15, 0.006, 0.16}},
    {GROUP_REPTILES,
     "Squamata",
     "Body proportions and scale counts",
     "on spirit specimens, with rule and callipers",
     42,
     130,
     true,
     {"snout_vent_length_mm", "tail_length_mm", "head_length_mm", "head_width_mm", "hind_limb_mm",
      "midbody_scale_rows", NULL},
     {1, 1.45, 0.24, 0.17, 0.48, 0.42}},
    {GROUP_AMPHIBIANS,
     "Anura",
     "Body proportions",
     "on spirit specimens more than ten years after fixation",
     19,
     72,
     true,
     {"snout_vent_length_mm", "tibia_length_mm", "head_width_mm", "eye_diameter_mm",
      "tympanum_diameter_mm", NULL},
     {1, 0.5, 0.36, 0.12, 0.07}},
    {GROUP_FISHES,
     NULL,
     "Morphometrics and meristics",
     "on the left side, to 0.1 mm",
     32,
     210,
     false,
     {"standard_length_mm", "head_length_mm", "body_depth_mm", "eye_diameter_mm",
      "caudal_peduncle_depth_mm", "lateral_line_scales", NULL},
     {1, 0.29, 0.31, 0.075, 0.12, 0.4}},
    {GROUP_FOSSIL_INVERTEBRATES,
     "Ammonitida",
     "Coiling and ribbing",
     "on undistorted specimens from museum drawers",
     18,
     140,
     false,
     {"diameter_mm", "whorl_height_mm", "whorl_width_mm", "umbilicus_mm", "ribs_per_half_whorl",
      NULL},
     {1, 0.36, 0.31, 0.33, 0.22}},
    {GROUP_ARACHNIDS,
     "Araneae",
     "Carapace and leg measurements",
     "under a stereomicroscope in alcohol",
     1.1,
     9,
     true,
     {"carapace_length_mm", "carapace_width_mm", "tibia_i_mm", "metatarsus_i_mm",
      "abdomen_length_mm", NULL},
     {1, 0.82, 0.94, 0.88, 1.3}},
    {GROUP_ORTHOPTEROIDS,
     "Orthoptera",
     "Hind femur and tegmen lengths",
     "on dried specimens, with an ocular micrometer",
     7,
     26,
     true,
     {"hind_femur_mm", "tegmen_mm", "pronotum_mm", "body_length_mm", "stridulatory_pegs", NULL},
     {1, 1.3, 0.35, 1.85, 6.2}},
};
enum { MEASURES_COUNT = sizeof(MEASURES) / sizeof(MEASURES[0]) };

static void morphometrics_describe(struct study *study)
{
    const struct measures *measures = &MEASURES[study->variant % MEASURES_COUNT];
    study->choice = measures;
    study_choose_genus(study, measures->group, measures->only);
    study->size =
        measures->smallest + rng_unit(&study->rng) * (measures->largest - measures->smallest);
    study->title = study_format(study, "%s of %s (%s)", measures->subject, study_genus(study),
                                study_family(study));
    study->description = study_format(
        study,
        "%s of museum specimens of *%s*, taken %s. Each row is one specimen; its catalogue number "
        "leads to the specimen's own record.\n\nDamaged parts were left out, so some cells are "
        "empty. One specimen in ten was measured again after a month, and differed by less than "
        "1.5 %% in the median.",
        measures->subject, study_genus(study), measures->method);
    study->tags = study_format(study, "morphometrics;%s;%s;museum specimens", study_family(study),
                               study_genus(study));
}

static void morphometrics_row(const struct study *study, struct table *table, struct rng *rng,
                              size_t number)
{
    const struct measures *measures = study->choice;
    size_t species = rng_below(rng, (uint32_t)study->species_count);
    struct rng kind = rng_make(study->museum->seed, "size of species", study->species[species]);
    double mean = study->size * rng_lognormal(&kind, 1, 0.12);
    bool female = rng_chance(rng, 0.46);
    double first = mean * (measures->sexed && !female ? 1.05 : 1) * rng_lognormal(rng, 1, 0.05);
    put_identity(study, table, "id", number);
    put_text(table, "catalogNumber", study_voucher(study, rng, measures->group));
    put_text(table, "scientificName", study_species_name(study, species));
    if (measures->sexed) {
        put_text(table, "sex", female ? "female" : rng_chance(rng, 0.93) ? "male" : "unknown");
    }
    for (size_t i = 0; i < MEASURE_LIMIT && measures->names[i] != NULL; i++) {
        double value = first * measures->shares[i] * (i == 0 ? 1 : rng_lognormal(rng, 1, 0.045));
        const char *name = measures->names[i];
        bool counted = strstr(name, "rows") != NULL || strstr(name, "scales") != NULL ||
                       strstr(name, "ribs") != NULL || strstr(name, "pegs") != NULL;
        if (i > 0 && rng_chance(rng, 0.03)) {
            put_text(table, name, NULL);
        } else if (counted) {
            put_int(table, name, lround(value));
        } else {
            put_number(table, name, value < 1 ? 3 : 2, value);
        }
    }
    put_text(table, "measuredBy", study_observer(study, rng));
}

static void scans_describe(struct study *study)
{
    static const enum group GROUPS_SCANNED[] = {
        GROUP_REPTILES,      GROUP_FISHES, GROUP_MAMMALS,       GROUP_COLEOPTERA,
        GROUP_FOSSIL_FISHES, GROUP_BIRDS,  GROUP_CORALS_SPONGES};
    static const char *const PARTS[] = {"skulls",     "whole bodies", "inner ears", "head capsules",
                                        "braincases", "syrinxes",     "colonies"};
    size_t chosen = study->variant % 7;
    study_choose_genus(study, GROUPS_SCANNED[chosen], chosen == 0 ? "Squamata" : NULL);
    study->choice = PARTS[chosen];
    study->title = study_format(study, "Micro-CT scan parameters for %s of %s", PARTS[chosen],
                                study_family(study));
    study->description =
        study_format(study,
                     "Settings of every X-ray microtomography scan made of %s in the family %s, "
                     "with voxel size, filter and reconstruction notes, so that scans can be "
                     "compared or repeated.\n\nThe volumes themselves are not part of this "
                     "demonstration dataset.",
                     PARTS[chosen], study_family(study));
    study->tags = study_format(study, "micro-CT;X-ray;imaging;%s", study_family(study));
}

static void scans_row(const struct study *study, struct table *table, struct rng *rng,
                      size_t number)
{
    static const char *const FILTERS[] = {"none", "0.1 mm Cu", "0.25 mm Cu", "0.5 mm Al",
                                          "0.5 mm Sn"};
    static const char *const NOTES[] = {NULL,
                                        NULL,
                                        NULL,
                                        "slight movement",
                                        "ring artefacts",
                                        "scanned in two parts",
                                        "stained with iodine"};
    double voxel = rng_lognormal(rng, 18, 0.55);
    int projections = rng_between(rng, 6, 16) * 200 + 2;
    put_identity(study, table, "id", number);
    put_text(table, "catalogNumber", study_voucher(study, rng, study->group));
    put_text(table, "scientificName",
             study_species_name(study, rng_below(rng, (uint32_t)study->species_count)));
    put_text(table, "part", study->choice);
    put_date(table, "scanDate", study_date(study, rng, 1, 12));
    put_int(table, "voltage_kV", rng_between(rng, 12, 44) * 5);
    put_int(table, "current_uA", rng_between(rng, 12, 48) * 5);
    put_int(table, "exposure_ms", rng_chance(rng, 0.5) ? 708 : 500);
    put_text(table, "filter", RNG_WORD(rng, FILTERS));
    put_int(table, "projections", projections);
    put_number(table, "voxel_size_um", 3, voxel);
    put_number(table, "volume_gb", 2, 0.6 + 4000 / (voxel * voxel) * rng_unit(rng));
    put_text(table, "operator", study_observer(study, rng));
    put_text(table, "remarks", RNG_WORD(rng, NOTES));
}

static const char *const SURFACES[] = {"forewing upperside", "crown", "breast", "elytra", "petal",
                                       "shell apex"};

static void spectra_describe(struct study *study)
{
    static const enum group MEASURED[] = {
        GROUP_LEPIDOPTERA,      GROUP_BIRDS,   GROUP_BIRDS, GROUP_COLEOPTERA,
        GROUP_FLOWERING_PLANTS, GROUP_MOLLUSCS};
    size_t chosen = study->variant % 6;
    study->choice = SURFACES[chosen];
    study_choose_genus(study, MEASURED[chosen], chosen == 5 ? "Gastropoda" : NULL);
    study->title = study_format(study, "Spectral reflectance of the %s in %s", SURFACES[chosen],
                                study_genus(study));
    study->description =
        study_format(study,
                     "Reflectance of the %s of *%s* (%s) from 300 to 700 nm in steps of 20 nm, "
                     "relative to a white standard, at 45° with a fibre-optic probe.\n\nThe "
                     "columns R300 to R700 are per cent; values over 100 are specular.",
                     SURFACES[chosen], study_genus(study), study_family(study));
    study->tags =
        study_format(study, "colour;reflectance;spectrophotometry;%s", study_family(study));
}

static void spectra_row(const struct study *study, struct table *table, struct rng *rng,
                        size_t number)
{
    size_t species = rng_below(rng, (uint32_t)study->species_count);
    struct rng colour = rng_make(study->museum->seed, "colour", study->species[species]);
    double edge = 380 + rng_unit(&colour) * 240;
    double low = 3 + rng_unit(&colour) * 9;
    double high = 24 + rng_unit(&colour) * 46;
    double uv = rng_unit(&colour) < 0.4 ? 18 * rng_unit(&colour) : 0;
    double shine = rng_lognormal(rng, 1, 0.12);
    put_identity(study, table, "id", number);
    put_text(table, "catalogNumber", study_voucher(study, rng, study->group));
    put_text(table, "scientificName", study_species_name(study, species));
    put_text(table, "surface", study->choice);
    put_int(table, "replicate", rng_between(rng, 1, 3));
    for (int wavelength = 300; wavelength <= 700; wavelength += 20) {
        char name[8];
        snprintf(name, sizeof(name), "R%d", wavelength);
        double step = 1 / (1 + exp((edge - wavelength) / 16));
        double peak = uv * exp(-(wavelength - 350.0) * (wavelength - 350.0) / 1800);
        put_number(table, name, 2,
                   (low + (high - low) * step + peak) * shine * rng_lognormal(rng, 1, 0.02));
    }
}

static void wear_describe(struct study *study)
{
    bool fossil = study->variant % 2 == 1;
    study_choose_genus(study, fossil ? GROUP_FOSSIL_TETRAPODS : GROUP_MAMMALS,
                       fossil ? "Equidae;Bovidae;Cervidae;Elephantidae;Rhinocerotidae"
                              : "Bovidae;Cervidae;Cercopithecidae;Macropodidae;Cricetidae");
    study->title = study_format(study, "Dental microwear textures of %s", study_genus(study));
    study->description =
        study_format(study,
                     "Three-dimensional texture parameters (ISO 25178-2) of wear facets on molars "
                     "of *%s*, from confocal scans at 100 times.\n\nMoulds were taken with "
                     "polyvinyl siloxane; the facet is given as upper or lower tooth and cusp.",
                     study_genus(study));
    study->tags = study_format(study, "microwear;diet;teeth;%s", study_family(study));
}

static void wear_row(const struct study *study, struct table *table, struct rng *rng, size_t number)
{
    static const char *const FACETS[] = {"M1 protoconid", "M2 protoconid", "m1 metaconid",
                                         "m2 metaconid", "M1 paracone"};
    double rough = rng_lognormal(rng, 0.42, 0.4);
    put_identity(study, table, "id", number);
    put_text(table, "catalogNumber", study_voucher(study, rng, study->group));
    put_text(table, "scientificName",
             study_species_name(study, rng_below(rng, (uint32_t)study->species_count)));
    put_text(table, "facet", RNG_WORD(rng, FACETS));
    put_number(table, "Sq_um", 3, rough);
    put_number(table, "Sa_um", 3, rough * 0.78 * rng_lognormal(rng, 1, 0.03));
    put_number(table, "Sz_um", 2, rough * 9.4 * rng_lognormal(rng, 1, 0.2));
    put_number(table, "Sdr_percent", 2, rough * 11 * rng_lognormal(rng, 1, 0.25));
    put_number(table, "Asfc", 2, rng_lognormal(rng, 2.1, 0.6));
    put_number(table, "epLsar", 4, rng_lognormal(rng, 0.0035, 0.4));
}

const struct template MORPHOLOGY_TEMPLATES[] = {
    {"morphometrics", "Research", "research", 16, 190, TABLE_CSV, NULL, morphometrics_describe,
     morphometrics_row},
    {"ct-scans", "Research", "research", 7, 60, TABLE_TSV, NULL, scans_describe, scans_row},
    {"reflectance", "Research", "research", 6, 120, TABLE_CSV, NULL, spectra_describe, spectra_row},
    {"microwear", "Research", "research", 4, 90, TABLE_TSV, NULL, wear_describe, wear_row},
    {0},
};
