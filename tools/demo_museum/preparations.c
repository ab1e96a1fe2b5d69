// SPDX-License-Identifier: Apache-2.0
// Preparations of the molecular collection: extracts and tissues taken from catalogued specimens,
// their vouchers. Exported as JSON Lines with nested objects and lists. See history.h.
#include <stdlib.h>
#include <string.h>

#include "history.h"

enum { PREPARATION_TOTAL = 5000, BATCHES = 14 };

static bool can_be_voucher(const struct museum *museum, const struct specimen *specimen)
{
    enum department department = specimen_department(specimen);
    return specimen->added != 0 && specimen->added <= day_of(2018, 5, 1) && !specimen->removed &&
           department <= ZOOLOGY && specimen->rank == RANK_SPECIES &&
           museum->events[specimen->event].year > (department == BOTANY ? 1890 : 1945);
}

static void add_pair(struct text *text, const char *name, const char *value)
{
    if (value == NULL) {
        return;
    }
    text_format(text, ",\"%s\":", name);
    text_add_json(text, value);
}

static void add_voucher(struct text *text, const struct museum *museum, size_t at)
{
    const struct specimen *specimen = &museum->specimens[at];
    const struct event *event = &museum->events[specimen->event];
    struct text name = {0};
    char uuid[37];
    demo_uuid(museum->seed, "occurrence", at, uuid);
    text_format(text, ",\"associatedOccurrences\":\"Voucher: %s\"", uuid);
    text_format(text, ",\"voucher\":{\"occurrenceID\":\"%s\",\"catalogNumber\":", uuid);
    text_add_json(text, specimen->catalogue);
    text_format(text, ",\"year\":%d}", event->year);
    text_add_species(&name, &museum->taxonomy, specimen->species);
    add_pair(text, "scientificName", name.data);
    const struct family_entry *entry = species_family(&museum->taxonomy, specimen->species)->entry;
    add_pair(text, "order", entry->order);
    add_pair(text, "family", entry->family);
    const char *iso = event_country(museum, event);
    add_pair(text, "country", iso == NULL ? NULL : COUNTRIES[country_find(iso)].name);
    if (specimen->georeferenced) {
        text_format(text, ",\"decimalLatitude\":%.4f,\"decimalLongitude\":%.4f", event->latitude,
                    event->longitude);
    }
    text_release(&name);
}

static void add_extract(struct text *text, struct rng *rng, bool measured_again)
{
    static const char *const METHODS[] = {"DNeasy Blood & Tissue", "CTAB", "Chelex",
                                          "Magnetic beads", "Phenol-chloroform"};
    double amount = rng_lognormal(rng, 14, 1.1);
    double ratio = rng_normal_within(rng, 1.82, 0.12, 1.2, 2.2);
    text_format(text, ",\"extraction\":{\"method\":\"%s\",\"resuspendedIn\":\"%s\",",
                RNG_WORD(rng, METHODS), rng_chance(rng, 0.7) ? "TE buffer" : "Water");
    text_format(text, "\"totalVolume\":{\"value\":%d,\"unit\":\"µL\"}}",
                rng_between(rng, 4, 20) * 10);
    text_format(text, ",\"quality\":[{\"assay\":\"Qubit\",\"value\":%.2f,\"unit\":\"ng/µL\"},",
                measured_again ? amount * 0.86 : amount);
    text_format(text, "{\"assay\":\"A260/280\",\"value\":%.2f}]", ratio);
}

static const char *part_of(struct rng *rng, enum group group)
{
    if (GROUPS[group].department == BOTANY) {
        return "Leaf disc";
    }
    if (GROUPS[group].department == ENTOMOLOGY || group == GROUP_ARACHNIDS) {
        return rng_chance(rng, 0.7) ? "Leg" : "Whole organism";
    }
    return group == GROUP_BIRDS && rng_chance(rng, 0.5) ? "Toe pad" : "Muscle";
}

static void add_preparation(struct text *text, const struct museum *museum, size_t number,
                            size_t voucher, int32_t day, bool measured_again)
{
    static const char *const KINDS[] = {"DNA extract", "DNA extract", "DNA extract",
                                        "Tissue",      "Tissue",      "RNA extract"};

    static const char *const AIMS[] = {"Barcoding", "Phylogenomics", "Population genetics",
                                       "Genome skimming", "Biobanking"};
    static const char *const PROJECTS[] = {"Barcodes for the demo", "Darwin's drawers",
                                           "Genomes of islands", "Pollinators through time"};
    struct rng rng = rng_make(museum->seed, "preparation", number);
    char uuid[37];
    demo_uuid(museum->seed, "preparation id", number, uuid);
    const char *kind = RNG_WORD(&rng, KINDS);

    text_format(text, "{\"occurrenceID\":\"%s\",\"identifier\":\"DEMO-PREP-%06zu\"", uuid,
                100000 + number);
    text_add(text, ",\"institutionCode\":\"DEMO\",\"collectionCode\":\"MOL\"");
    add_pair(text, "project", RNG_WORD(&rng, PROJECTS));
    add_pair(text, "preparationType", kind);
    add_pair(text, "preparationContents", part_of(&rng, museum->specimens[voucher].group));
    add_pair(text, "preparationProcess",
             strcmp(kind, "Tissue") == 0 ? "Subsampling" : "Extraction");
    add_pair(text, "preservation", rng_chance(&rng, 0.7) ? "Frozen at -80 °C" : "Ethanol 96%");
    add_pair(text, "purpose", RNG_WORD(&rng, AIMS));
    text_add(text, ",\"preparationDate\":\"");
    text_add_date(text, date_of(day - rng_between(&rng, 5, 400)));
    text_add_char(text, '"');
    text_format(text, ",\"barcode\":\"%08zu\"", 40000000 + number * 3);
    add_voucher(text, museum, voucher);
    if (strcmp(kind, "Tissue") != 0) {
        add_extract(text, &rng, measured_again);
    }
    add_pair(text, "license", LICENCE_CC0);
    text_add(text, "}\n");
}

static struct metadata metadata_make(struct history *history)
{
    return (struct metadata){
        .slug = "collection-preparations",
        .title = "Preparations of the molecular collection",
        .description =
            "Tissues and extracts of the Vitrine Demo Museum, each with the specimen it was taken "
            "from, how it was made, and what a first measurement said of its quality. All of it is "
            "invented, for demonstration.\n\nThe member `voucher` repeats the specimen's number as "
            "it was when the preparation was made.",
        .category = "Collections",
        .licence = LICENCE_CC0,
        .authors = {staff_person(history, 3)},
        .author_count = 1,
        .affiliation = ORGANISATION,
        .tags = "DNA;tissues;molecular collection;biobank;demonstration",
        .start = {2018, 0, 0},
        .end = {2018, 0, 0},
        .update_frequency = "biannually",
        .contact_role = "Molecular collections manager",
        .resources = {{"collection-preparations", "Preparations", "preparations",
                       "One row for each tissue or extract, with its voucher"}},
        .resource_count = 1};
}

static void batch_plan(struct history *history, const char *file, int32_t day, size_t rows,
                       const char *message, bool first)
{
    struct metadata metadata = metadata_make(history);
    struct text text = {0};
    text_add_metadata_json(&text, &metadata);
    plan_add(
        history->plan,
        (struct plan_line){.at = morning(day) + 3600,
                           .dataset = metadata.slug,
                           .table = metadata.slug,
                           .kind = "preparations",
                           .files = {file},
                           .file_count = 1,
                           .mode = "upsert",
                           .key = "occurrenceID",
                           .author = staff_name(history, 3),
                           .message = message,
                           .metadata = first ? pool_copy(&history->museum->pool, text.data) : NULL,
                           .rows = rows});
    text_release(&text);
}

static void batch_write(struct history *history, int32_t day, const struct selection *vouchers,
                        size_t from, size_t to, bool measured_again, const char *message)
{
    struct museum *museum = history->museum;
    struct text text = {0};
    size_t rows = 0;
    for (size_t i = from; i < to; i++) {
        if (!measured_again || i % 9 == 0) {
            add_preparation(&text, museum, i, vouchers->specimens[i], day, measured_again);
            rows++;
        }
    }
    struct date date = date_of(day);
    const char *file =
        pool_format(&museum->pool, "sources/preparations/%04d-%02d-%02d-preparations.jsonl",
                    date.year, date.month, date.day);
    if (rows > 0) {
        write_file(pool_format(&museum->pool, "%s/%s", history->folder, file), text.data,
                   text.length);
        batch_plan(history, file, day, rows, message, from == 0 && !measured_again);
    }
    text_release(&text);
}

void history_preparations(struct history *history)
{
    struct museum *museum = history->museum;
    struct rng rng = rng_make(museum->seed, "preparations", 0);
    struct selection vouchers = {0};
    size_t wanted = (size_t)(PREPARATION_TOTAL * museum->scale) + 1;
    for (size_t attempt = 0; attempt < wanted * 40 && vouchers.count < wanted; attempt++) {
        size_t at = rng_below(&rng, (uint32_t)museum->specimen_count);
        if (can_be_voucher(museum, &museum->specimens[at])) {
            selection_add(&vouchers, at);
        }
    }
    make_folder(pool_format(&museum->pool, "%s/sources/preparations", history->folder));
    size_t at = 0;
    for (int batch = 0; batch < BATCHES && at < vouchers.count; batch++) {
        // Half of them at first, the rest twice a year.
        size_t end = batch == 0 ? vouchers.count / 2 : at + vouchers.count / 2 / (BATCHES - 1) + 1;
        end = end > vouchers.count || batch == BATCHES - 1 ? vouchers.count : end;
        int32_t day = day_of(2018 + batch / 2, batch % 2 == 0 ? 5 : 11, 9);
        batch_write(history, day, &vouchers, at, end, false,
                    batch == 0 ? "First load of the molecular collection"
                               : "Add the half-year's extracts and tissues");
        at = end;
    }
    batch_write(history, day_of(2022, 8, 23), &vouchers, 0, vouchers.count / 2, true,
                "Correct concentrations measured again after thawing");
    selection_release(&vouchers);
}
