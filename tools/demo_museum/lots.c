// SPDX-License-Identifier: Apache-2.0
// Index lots: what a collection holds of each taxon where nobody has catalogued the specimens one
// by one. A register kept as one CSV file. See history.h.
#include <stdlib.h>

#include "history.h"

enum { LOT_TOTAL = 30000, MATERIAL_LIMIT = 3 };

struct material {
    const char *kind;
    int count;
    const char *sex;
    const char *stage;
    const char *types;
};

struct lot {
    uint32_t species;
    int added; // number of the round it was entered in
    int changed;
    bool merged; // into another lot
    struct material materials[MATERIAL_LIMIT];
    size_t material_count;
    const char *part; // of the collection
    bool british;
};

struct register_book {
    struct lot *lots;
    size_t count;
};

// A round of work on the register.
struct round {
    struct date date;
    double share; // of all lots entered by the end of it
    bool whole;   // the file holds the whole register, so what is missing is gone
    const char *message;
};

static const struct round ROUNDS[] = {
    {{2017, 9, 12}, 0.66, false, "First load of the index lots"},
    {{2018, 10, 16}, 0.74, false, "Enter the lots of the small orders' move"},
    {{2019, 8, 6}, 0.80, false, "Enter the mollusc dry store"},
    {{2020, 12, 1}, 0.85, false, "Count drawers again from photographs"},
    {{2021, 9, 14}, 0.90, true, "Replace the register after merging double lots"},
    {{2022, 10, 25}, 0.94, false, "Enter the lots of the spirit building survey"},
    {{2024, 1, 30}, 0.97, false, "Enter the lots of the Hemiptera rehousing"},
    {{2025, 6, 17}, 1.00, false, "Enter the last lots of the beetle rehousing"},
};
enum { ROUND_COUNT = sizeof(ROUNDS) / sizeof(ROUNDS[0]) };

static struct material material_make(struct rng *rng, enum department department)
{
    static const char *const INSECTS[] = {"Dry",    "Dry",    "Dry", "Dry", "Microscope Slide",
                                          "Spirit", "Papered"};
    static const char *const ANIMALS[] = {"Spirit", "Spirit", "Spirit",
                                          "Dry",    "Dry",    "Microscope Slide"};
    static const char *const SEXES[] = {"Both", "Both", "Female", "Male", "Unsexed", "Unsexed"};
    static const char *const LIFE_STAGES[] = {"Adult", "Adult",    "Adult",
                                              "Adult", "Immature", "Egg"};
    static const char *const TYPES[] = {"None", "None",    "None",     "None",
                                        "None", "Primary", "Secondary"};
    return (struct material){.kind = department == ENTOMOLOGY ? RNG_WORD(rng, INSECTS)
                                                              : RNG_WORD(rng, ANIMALS),
                             .count = 1 + (int)rng_lognormal(rng, 9, 1.2),
                             .sex = RNG_WORD(rng, SEXES),
                             .stage = RNG_WORD(rng, LIFE_STAGES),
                             .types = RNG_WORD(rng, TYPES)};
}

static struct lot lot_make(const struct museum *museum, struct rng *rng, uint32_t species,
                           double place)
{
    static const char *const PARTS[] = {"Main collection", "Main collection", "Main collection",
                                        "Supplementary collection", "Accessions"};
    enum department department =
        GROUPS[species_family(&museum->taxonomy, species)->group].department;
    struct lot lot = {.species = species, .part = RNG_WORD(rng, PARTS)};
    lot.british =
        museum->taxonomy.species[species].realm == realm_mask("E", 1) && rng_chance(rng, 0.3);
    lot.part = lot.british ? "British collection" : lot.part;
    lot.material_count = rng_chance(rng, 0.75) ? 1 : (size_t)rng_between(rng, 2, MATERIAL_LIMIT);
    for (size_t i = 0; i < lot.material_count; i++) {
        lot.materials[i] = material_make(rng, department);
    }
    while (place >= ROUNDS[lot.added].share && lot.added < ROUND_COUNT - 1) {
        lot.added++;
    }
    lot.merged = lot.added < 3 && rng_chance(rng, 0.008);
    lot.changed = rng_chance(rng, 0.12) ? rng_between(rng, 1, ROUND_COUNT - 1) : 0;
    return lot;
}

static struct register_book book_make(const struct museum *museum)
{
    struct rng rng = rng_make(museum->seed, "lots", 0);
    struct weights weights = {0};
    for (uint32_t id = 0; id < museum->taxonomy.species_count; id++) {
        enum department department =
            GROUPS[species_family(&museum->taxonomy, id)->group].department;
        double weight = museum->taxonomy.species[id].weight;
        weights_add(&weights, department == ENTOMOLOGY ? 1 + weight
                              : department == ZOOLOGY  ? 0.4 + weight * 0.4
                                                       : 0);
    }
    struct register_book book = {.count = (size_t)(LOT_TOTAL * museum->scale) + 1};
    book.lots = array_zero(book.count, sizeof(*book.lots));
    for (size_t i = 0; i < book.count; i++) {
        double place = (double)i / (double)book.count;
        book.lots[i] = lot_make(museum, &rng, (uint32_t)weights_pick(&weights, &rng), place);
    }
    weights_release(&weights);
    return book;
}

static void add_cell(struct text *text, const char *value)
{
    text_add_csv(text, value == NULL ? "" : value);
    text_add_char(text, ',');
}

static void add_taxon_cells(struct text *text, const struct museum *museum, uint32_t id)
{
    const struct species *species = &museum->taxonomy.species[id];
    const struct family *family = species_family(&museum->taxonomy, id);
    text_add_species(text, &museum->taxonomy, id);
    text_add_char(text, ',');
    text_add_species(text, &museum->taxonomy, id);
    text_add_char(text, ',');
    add_cell(text, species->authorship);
    add_cell(text, species->infraspecific == NULL ? "species" : "subspecies");
    add_cell(text, family_kingdom(family));
    add_cell(text, family->entry->phylum);
    add_cell(text, family->entry->class_name);
    add_cell(text, family->entry->order);
    add_cell(text, family->entry->family);
    add_cell(text, species_genus(&museum->taxonomy, id)->name);
    add_cell(text, species->epithet);
    add_cell(text, species->infraspecific);
}

// The lists run parallel: the second kind of material has the second count.
static void add_material_cells(struct text *text, const struct lot *lot, bool counted_again)
{
    for (int column = 0; column < 5; column++) {
        for (size_t i = 0; i < lot->material_count; i++) {
            const struct material *material = &lot->materials[i];
            text_add(text, i == 0 ? "" : " | ");
            if (column == 1) {
                text_format(text, "%d", material->count + (counted_again ? 1 + (int)i : 0));
            } else {
                text_add(text, column == 0   ? material->kind
                               : column == 2 ? material->sex
                               : column == 3 ? material->stage
                                             : material->types);
            }
        }
        text_add_char(text, ',');
    }
}

static void add_lot(struct text *text, const struct museum *museum, const struct lot *lot,
                    size_t number, int round)
{
    char uuid[37];
    bool counted_again = lot->changed != 0 && lot->changed <= round;
    bool types = false;
    for (size_t i = 0; i < lot->material_count; i++) {
        types = types || lot->materials[i].types[0] != 'N';
    }
    demo_uuid(museum->seed, "lot", number, uuid);
    text_format(text, "%s,DEMO,", uuid);
    enum group group = species_family(&museum->taxonomy, lot->species)->group;
    add_cell(text, department_code(GROUPS[group].department));
    add_taxon_cells(text, museum, lot->species);
    add_cell(text, lot->part);
    add_cell(text, "Yes");
    add_cell(text, types ? "Yes" : "No");
    add_cell(text, lot->british ? "Yes" : "No");
    add_material_cells(text, lot, counted_again);
    if (types) {
        text_format(text, "DEMO-LOT-T%zu", number);
    }
    text_add_char(text, ',');
    struct date created = ROUNDS[lot->added].date;
    struct date modified = counted_again ? ROUNDS[lot->changed].date : created;
    text_add_date(text, created);
    text_add_char(text, ',');
    text_add_date(text, day_of(modified.year, modified.month, modified.day) >
                                day_of(created.year, created.month, created.day)
                            ? modified
                            : created);
    text_format(text, ",%s\r\n", LICENCE_CC0);
}

static const char HEADING[] =
    "\xef\xbb\xbf_id,institutionCode,collectionCode,scientificName,currentScientificName,"
    "scientificNameAuthorship,taxonRank,kingdom,phylum,class,order,family,genus,specificEpithet,"
    "infraspecificEpithet,collectionName,material,type,british,kindOfMaterial,materialCount,"
    "materialSex,materialStage,materialTypes,materialPrimaryTypeNumber,created,modified,"
    "license\r\n";

static struct metadata metadata_make(struct history *history)
{
    return (struct metadata){
        .slug = "collection-index-lots",
        .title = "Index lots",
        .description =
            "What the Vitrine Demo Museum holds of each species where the specimens have not been "
            "catalogued one by one: the kind of material, how many, of which sex and stage, and "
            "whether there are types among them. An invented register, kept for demonstration.\n\n"
            "Counts are those of the last time somebody counted. A lot is not a specimen, and is "
            "never added to specimens.",
        .category = "Collections",
        .licence = LICENCE_CC0,
        .authors = {staff_person(history, 1), staff_person(history, 2)},
        .author_count = 2,
        .affiliation = ORGANISATION,
        .tags = "index lots;inventory;entomology;zoology;demonstration",
        .start = {2017, 0, 0},
        .end = {2017, 0, 0},
        .update_frequency = "annually",
        .contact_role = "Collections manager",
        .resources = {{"collection-index-lots", "Index lots", "index lots",
                       "One row for each lot of a taxon in a part of the collection"}},
        .resource_count = 1};
}

// Whether a lot stands in the file of a round.
static bool is_written(const struct lot *lot, int round)
{
    if (lot->added > round || (lot->merged && round >= 4)) {
        return false;
    }
    return ROUNDS[round].whole || lot->added == round ||
           (lot->changed == round && lot->changed > lot->added);
}

static void round_write(struct history *history, const struct register_book *book, int round)
{
    struct museum *museum = history->museum;
    struct text text = {0};
    size_t rows = 0;
    text_add(&text, HEADING);
    for (size_t i = 0; i < book->count; i++) {
        if (is_written(&book->lots[i], round)) {
            add_lot(&text, museum, &book->lots[i], i, round);
            rows++;
        }
    }
    struct date date = ROUNDS[round].date;
    const char *file = pool_format(&museum->pool, "sources/lots/%04d-%02d-%02d-index-lots.csv",
                                   date.year, date.month, date.day);
    write_file(pool_format(&museum->pool, "%s/%s", history->folder, file), text.data, text.length);
    text_clear(&text);
    struct metadata metadata = metadata_make(history);
    text_add_metadata_json(&text, &metadata);
    plan_add(history->plan,
             (struct plan_line){.at = morning(day_of(date.year, date.month, date.day)) + 1800,
                                .dataset = metadata.slug,
                                .table = metadata.slug,
                                .kind = "index lots",
                                .files = {file},
                                .file_count = 1,
                                .mode = ROUNDS[round].whole ? "snapshot" : "upsert",
                                .key = "_id",
                                .author = staff_name(history, (size_t)round + 1),
                                .message = ROUNDS[round].message,
                                .metadata = round == 0 ? pool_copy(&museum->pool, text.data) : NULL,
                                .rows = rows});
    text_release(&text);
}

void history_lots(struct history *history)
{
    struct register_book book = book_make(history->museum);
    make_folder(pool_format(&history->museum->pool, "%s/sources/lots", history->folder));
    for (int round = 0; round < ROUND_COUNT; round++) {
        round_write(history, &book, round);
    }
    free(book.lots);
}
